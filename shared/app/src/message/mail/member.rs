//! Emails to the people who use a shop's console: a link that signs in, an invitation, reviews that wait.

use domain::shop::Shop;
use domain::values::{EmailAddress, Language};
use texts::Texts;

use super::Mail;
use super::notification::{Block, Button, finish, notification};
use super::view::one_line;
use crate::error::Error;
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
