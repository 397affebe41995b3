//! Emails to the people who use a shop's console: a link that signs in, an invitation, reviews that wait.

use domain::order::Product;
use domain::request::{Problem, Request};
use domain::shop::Shop;
use domain::values::{EmailAddress, Language, PersonName, Phone};
use store::request::personal::RequestRecipient;
use texts::Texts;

use super::Mail;
use super::notification::{Block, Button, finish, notification};
use super::view::one_line;
use crate::error::Error;
use crate::message::mail::notification::texts;
use crate::message::mail::title;
use crate::waiting::Waiting;

/// The sender's name if no shop is named.
const NOBODY: &str = "Afterword";

/// Composes the email with a link that signs in. It names the requested shop if the recipient is a member there,
/// otherwise no shop. It is in `language`, or else in the shop's language.
pub fn sign_in(shop: Option<&Shop>, language: Option<Language>, to: &EmailAddress, url: String) -> Result<Mail, Error> {
    // The button comes first, because whoever asked for a link knows what it is for.
    match shop {
        Some(shop) => member_mail(shop, language, to, url, "email-sign-in", Opening::Button),
        None => {
            let nobody = Shop::new(NOBODY, None).map_err(|rule| Error::Internal(rule.to_string()))?;
            member_mail(&nobody, language, to, url, "email-sign-in-anywhere", Opening::Button)
        }
    }
}

/// Composes the email with a link to the page for accepting an invitation.
pub fn invitation(shop: &Shop, to: &EmailAddress, url: String) -> Result<Mail, Error> {
    member_mail(shop, None, to, url, "email-invitation", Opening::Text)
}

/// Composes the email about waiting reviews. It quotes the reviews that are new to the member.
pub fn to_decide(
    shop: &Shop,
    language: Option<Language>,
    to: &EmailAddress,
    waiting: &Waiting,
    url: String,
) -> Result<Mail, Error> {
    let language = language.or(shop.language).unwrap_or(Language::English);
    let texts = Texts::console(language);
    let count = usize::try_from(waiting.count).unwrap_or(usize::MAX);
    let part = |what: &str| {
        texts.say(&format!("email-waiting-{what}")).with("shop", &shop.name).count("count", count).to_string()
    };
    let mut mail = notification(shop, part("reason"));
    mail.language = texts.language();
    mail.subject = one_line(&part("subject"));
    mail.heading = part("heading");
    mail.preheader = part("text");
    mail.body.push(Block::Text(mail.preheader.clone()));
    mail.body.extend(waiting.quotes(Texts::mail(texts.language())).map(Block::Review));
    mail.button = Some(Button { label: part("button"), label_above_link: part("link"), url });
    finish(&mail, shop, to)
}

/// Composes the notification to the owner about a customer who asked the shop's system for their data; `url` is the export's page.
pub fn data_asked(shop: &Shop, to: &EmailAddress, url: String) -> Result<Mail, Error> {
    member_mail(shop, None, to, url, "email-data", Opening::Text)
}

/// Composes the notification to the owner about a shop's system that was connected; `url` is the connection's page.
pub fn connected(shop: &Shop, to: &EmailAddress, url: String) -> Result<Mail, Error> {
    member_mail(shop, None, to, url, "email-connected", Opening::Text)
}

/// Composes the notification to the owner about the coming erasure of the orders from the shop's system; `url` is the
/// connection's page in the console, where the owner can prevent it.
pub fn shop_redacted(shop: &Shop, to: &EmailAddress, url: String) -> Result<Mail, Error> {
    member_mail(shop, None, to, url, "email-redacted", Opening::Text)
}

/// Composes the notification to the owner about a review that a reader reported; `url` is the review's page in the
/// console.
pub fn reported(shop: &Shop, to: &EmailAddress, url: String) -> Result<Mail, Error> {
    member_mail(shop, None, to, url, "email-reported", Opening::Text)
}

/// What comes first below an email's heading.
#[derive(Clone, Copy)]
enum Opening {
    Text,
    Button,
}

/// Composes an email from the texts whose ids begin with `kind`; the ends of the ids are the same for every kind.
fn member_mail(
    shop: &Shop,
    language: Option<Language>,
    to: &EmailAddress,
    url: String,
    kind: &str,
    opening: Opening,
) -> Result<Mail, Error> {
    let texts = Texts::console(language.or(shop.language).unwrap_or(Language::English));
    let own = |what: &str| {
        let id = format!("{kind}-{what}");
        texts.say(&id).with("shop", &shop.name).with("email", to.as_typed()).to_string()
    };
    let mut mail = notification(shop, own("reason"));
    mail.language = texts.language();
    mail.subject = one_line(&own("subject"));
    mail.heading = own("heading");
    mail.preheader = own("text");
    match opening {
        Opening::Text => mail.body = vec![Block::Text(mail.preheader.clone())],
        Opening::Button => mail.below.push(mail.preheader.clone()),
    }
    mail.below.push(own("end"));
    mail.button = Some(Button { label: own("button"), label_above_link: own("link"), url });
    finish(&mail, shop, to)
}

/// The email to the shop with what a customer wrote about a problem with an order. Who replies writes to the customer.
pub struct ToldProblem<'a> {
    pub problem: &'a Problem,
    pub request: &'a Request,
    /// The request's products that the shop described.
    pub products: &'a [Product],
    pub customer: &'a RequestRecipient,
}

impl ToldProblem<'_> {
    /// The email, in the shop's language.
    pub fn compose(&self, shop: &Shop, to: &EmailAddress) -> Result<Mail, Error> {
        let Self { problem, request, customer, .. } = self;
        let name = customer.name.as_ref().map_or("", PersonName::as_str);
        let email = customer.email.as_ref().map_or("", EmailAddress::as_typed);
        let phone = customer.phone.as_ref().map_or("", Phone::as_str);
        let products = self.products(shop);
        let say = |id: &str| {
            let wording = texts(shop).say(id).with("shop", &shop.name).with("name", name).with("titles", &products);
            wording.with("order", request.order.as_str()).with("email", email).with("phone", phone).to_string()
        };
        let mut mail = notification(shop, say("reason-problem"));
        mail.heading = say(if request.order.is_given() { "heading-problem-order" } else { "heading-problem" });
        mail.subject = one_line(&mail.heading);
        mail.preheader = one_line(problem.words.as_str());
        mail.body.push(Block::Text(say(if name.is_empty() { "problem-wrote" } else { "problem-wrote-named" })));
        mail.body.push(Block::Written(problem.words.as_str()));
        if !products.is_empty() {
            mail.body.push(Block::Text(say("problem-about")));
        }
        mail.body.push(Block::Text(say(if email.is_empty() { "problem-answer-phone" } else { "problem-answer" })));
        let reply_to = customer.email.as_ref().map(EmailAddress::deliverable);
        Ok(Mail { reply_to, ..finish(&mail, shop, to)? })
    }

    /// The titles of the products that the words are about; empty for the shop itself.
    fn products(&self, shop: &Shop) -> String {
        let items = self.request.items.iter().enumerate();
        let items = items.filter(|(index, _)| self.problem.item.is_none_or(|item| item == *index));
        let titles = items.filter_map(|(index, item)| {
            let id = item.subject.product()?;
            Some(title(texts(shop), self.products.iter().find(|product| product.id == *id), index))
        });
        titles.collect::<Vec<_>>().join(" · ")
    }
}
