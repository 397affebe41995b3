//! The content of a letter: one struct, rendered to an HTML part and a text part, which share their sentences.
//! `templates/mail/letter.html` is compiled from `mail/letter.mjml`; edit that one.

use askama::Template;
use domain::{
    EmailAddress, HoldReason, HttpsUrl, Language, LetterName, Origin, PersonName, Product, Request, Review, Scheme,
    Shades, Shop, Webhook, WithholdReason,
};
use jiff::Timestamp;
use texts::Texts;

use super::view::{RenderedMail, one_line};
use super::{Mail, Urls, day, title};
use crate::Error;

/// A letter.
pub struct LetterMail<'a> {
    /// The language of every sentence.
    pub language: Language,
    /// The shop that it is about.
    pub shop_name: &'a str,
    /// The URL of the shop's logo, shown above its name.
    pub logo: Option<&'a str>,
    /// The shop's colors in a light color scheme.
    pub light: Shades,
    /// The same in a dark color scheme.
    pub dark: Shades,
    /// The shop's postal address, if it gave one.
    pub shop_address: Option<&'a str>,
    /// The subject: one line.
    pub subject: String,
    /// The line that addresses the reader.
    pub greeting: String,
    /// The first paragraph, which says what happened.
    pub opening: String,
    /// The text or address that the letter is about, as it was written.
    pub quote: Option<&'a str>,
    /// The other paragraphs.
    pub paragraphs: Vec<String>,
    /// The link to the page on which the reader can act.
    pub button: Option<Button>,
    /// Why the reader gets it.
    pub reason: String,
    /// The page on which a review's author reaches the shop.
    pub contact_url: Option<&'a str>,
    /// The shop's privacy policy, for the same.
    pub privacy_url: Option<&'a str>,
    /// The page that unsubscribes; `None` for the owner.
    pub unsubscribe_url: Option<&'a str>,
}

/// A link of a letter.
pub struct Button {
    /// The label in HTML.
    pub label: String,
    /// The same above a link in plain text.
    pub label_above_link: String,
    /// The link's address.
    pub url: String,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Html<'a> {
    mail: &'a LetterMail<'a>,
}

#[derive(Template)]
#[template(path = "mail/letter.txt")]
struct Text<'a> {
    mail: &'a LetterMail<'a>,
}

impl LetterMail<'_> {
    /// Renders it.
    ///
    /// # Errors
    /// A template's formatting error, which writing to a `String` never causes.
    pub fn write(&self) -> Result<RenderedMail, askama::Error> {
        let (html, text) = (Html { mail: self }.render()?, Text { mail: self }.render()?);
        Ok(RenderedMail { subject: self.subject.clone(), html, text })
    }

    fn preheader(&self) -> &str {
        self.paragraphs.first().unwrap_or(&self.opening)
    }

    fn say(&self, id: &str) -> String {
        Texts::mail(self.language).say(id).with("shop", self.shop_name).to_string()
    }

    /// The side on which its lines start.
    fn start(&self) -> &'static str {
        if self.language.is_right_to_left() { "right" } else { "left" }
    }
}

/// The content of a letter to a review's author.
pub struct ToAuthor<'a> {
    /// Why it is sent.
    pub name: LetterName,
    /// The review as it is now.
    pub review: &'a Review,
    /// The request that the review answers.
    pub request: &'a Request,
    /// The shop as the request's customer knows it.
    pub shop: &'a Shop,
    /// The reviewed product, if the shop described it.
    pub product: Option<&'a Product>,
    /// The author's address.
    pub to: &'a EmailAddress,
    /// The author's name, if the shop gave one.
    pub customer_name: Option<&'a PersonName>,
    /// The links.
    pub urls: Urls,
    /// Now: whether the customer's page still works.
    pub now: Timestamp,
}

impl ToAuthor<'_> {
    /// Composes it; `None` if it does not hold any more.
    ///
    /// # Errors
    /// [`Error::Internal`] when a template fails.
    pub fn compose(&self) -> Result<Option<Mail>, Error> {
        let Self { review, request, shop, urls, .. } = self;
        let texts = texts(shop);
        let say = |id: &str| texts.say(id).with("shop", &shop.name).to_string();
        let is_open = request.is_open(self.now);
        let until = day(texts, request.expires_at);
        let about = |of_product: &str, of_shop: &str| match (&review.product, &review.origin) {
            (Some(_), Origin::Hub { item, request: _ }) => {
                let title = title(texts, self.product, *item);
                texts.say(of_product).with("shop", &shop.name).with("title", &title).to_string()
            }
            _ => say(of_shop),
        };
        let greeting = match self.customer_name {
            Some(name) => texts.say("greeting-named").with("name", name.first()).to_string(),
            None => say("greeting"),
        };
        let mut mail = letter(shop, greeting, say("reason-review"));
        let button = match (self.name, review.reason, &review.reply) {
            (LetterName::Withheld(_), Some(reason), _) => {
                mail.subject = one_line(&say("subject-withheld"));
                mail.opening = about("withheld-opening-product", "withheld-opening-shop");
                mail.paragraphs.push(say(withheld_because(reason)));
                mail.paragraphs.push(match is_open {
                    true => texts.say("withheld-change").with("shop", &shop.name).words("day", &until).to_string(),
                    false => say("withheld-closed"),
                });
                "withheld-button"
            }
            (LetterName::Replied(_), _, Some(reply)) => {
                mail.subject = one_line(&say("subject-replied"));
                mail.opening = about("replied-opening-product", "replied-opening-shop");
                mail.quote = Some(reply.text.as_str());
                "replied-button"
            }
            _ => return Ok(None),
        };
        let url = urls.hub.clone();
        let link = format!("{button}-link");
        mail.button = is_open.then(|| Button { label: say(button), label_above_link: say(&link), url });
        mail.unsubscribe_url = Some(&urls.unsubscribe);
        mail.contact_url = shop.contact_url.as_ref().map(HttpsUrl::as_str);
        mail.privacy_url = shop.privacy_url.as_ref().map(HttpsUrl::as_str);
        let reply_to = shop.reply_to.as_ref().map(EmailAddress::deliverable);
        let mail = finish(&mail, shop, self.to)?;
        Ok(Some(Mail { reply_to, unsubscribe_url: Some(urls.unsubscribe.clone()), ..mail }))
    }
}

/// Composes the letter about a disabled webhook. `since` is when it began to fail; `None` if it answered 410.
///
/// # Errors
/// [`Error::Internal`] when a template fails.
pub fn webhook_disabled(
    shop: &Shop,
    to: &EmailAddress,
    webhook: &Webhook,
    since: Option<Timestamp>,
) -> Result<Mail, Error> {
    let texts = texts(shop);
    let say = |id: &str| texts.say(id).with("shop", &shop.name).to_string();
    let mut mail = letter(shop, say("greeting"), say("reason-owner"));
    mail.subject = one_line(&say("subject-webhook"));
    mail.opening = match since {
        Some(since) => texts.say("webhook-failed").words("day", &day(texts, since)).to_string(),
        None => say("webhook-gone"),
    };
    mail.quote = Some(webhook.url.as_str());
    let id = webhook.id.to_string();
    mail.paragraphs.push(texts.say("webhook-fix").with("shop", &shop.name).words("id", &id).to_string());
    finish(&mail, shop, to)
}

/// Composes the letter about reviews that wait.
///
/// # Errors
/// [`Error::Internal`] when a template fails.
pub fn waiting(shop: &Shop, to: &EmailAddress) -> Result<Mail, Error> {
    let texts = texts(shop);
    let say = |id: &str| texts.say(id).with("shop", &shop.name).to_string();
    let mut mail = letter(shop, say("greeting"), say("reason-owner"));
    mail.subject = one_line(&say("subject-waiting"));
    mail.opening = say("waiting-opening");
    mail.paragraphs.push(say("waiting-decide"));
    finish(&mail, shop, to)
}

/// Composes the letter about a shop whose emails are held.
///
/// # Errors
/// [`Error::Internal`] when a template fails.
pub fn held(shop: &Shop, to: &EmailAddress, reason: HoldReason) -> Result<Mail, Error> {
    let texts = texts(shop);
    let say = |id: &str| texts.say(id).with("shop", &shop.name).to_string();
    let mut mail = letter(shop, say("greeting"), say("reason-owner"));
    mail.subject = one_line(&say("subject-held"));
    mail.opening = say(match reason {
        HoldReason::Bounces | HoldReason::Foreign(_) => "held-bounces",
        HoldReason::Complaints => "held-complaints",
    });
    mail.paragraphs.push(say("held-fix"));
    finish(&mail, shop, to)
}

/// The id of the sentence that says why a review is withheld.
const fn withheld_because(reason: WithholdReason) -> &'static str {
    match reason {
        WithholdReason::Confidential => "withheld-confidential",
        WithholdReason::Abusive => "withheld-abusive",
        WithholdReason::PersonalData => "withheld-personal_data",
        WithholdReason::Discriminatory => "withheld-discriminatory",
        WithholdReason::Misleading => "withheld-misleading",
        WithholdReason::Fake => "withheld-fake",
        WithholdReason::Unrelated => "withheld-unrelated",
        WithholdReason::Unlawful => "withheld-unlawful",
        WithholdReason::Unspecified | WithholdReason::Foreign(_) => "withheld-unspecified",
    }
}

/// The language of letters to the owner: the shop's, or English where the shop has none.
fn texts(shop: &Shop) -> Texts {
    Texts::mail(shop.language.unwrap_or(Language::English))
}

fn letter(shop: &Shop, greeting: String, reason: String) -> LetterMail<'_> {
    LetterMail {
        language: shop.language.unwrap_or(Language::English),
        shop_name: &shop.name,
        logo: shop.logo.as_ref().map(HttpsUrl::as_str),
        light: Shades::new(shop.color, Scheme::Light),
        dark: Shades::new(shop.color, Scheme::Dark),
        shop_address: shop.address.as_deref(),
        subject: String::new(),
        greeting,
        opening: String::new(),
        quote: None,
        paragraphs: Vec::new(),
        button: None,
        reason,
        contact_url: None,
        privacy_url: None,
        unsubscribe_url: None,
    }
}

/// As the owner gets it: nobody answers themselves.
fn finish(mail: &LetterMail<'_>, shop: &Shop, to: &EmailAddress) -> Result<Mail, Error> {
    let RenderedMail { subject, html, text } = mail.write()?;
    let (from_name, to) = (shop.name.clone(), to.deliverable());
    Ok(Mail { from_name, to, reply_to: None, subject, html, text, unsubscribe_url: None })
}
