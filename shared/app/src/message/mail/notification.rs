//! The content of a notification: one struct, rendered to an HTML part and a text part with the same sentences.
//! `templates/mail/notification.html` is compiled from `mail/notification.mjml`: edit the latter.

use askama::Template;
use domain::review::Review;
use domain::shop::Shop;
use domain::values::{EmailAddress, HttpsUrl, Language, Scheme, Shades};
use texts::Texts;

use super::view::{one_line, shortened};
use super::{Mail, after_name, own_sender};
use crate::error::Error;

pub struct NotificationMail<'a> {
    pub language: Language,
    pub shop_name: &'a str,
    /// The URL of the shop's logo, which is shown before the shop's name.
    pub logo: Option<&'a str>,
    /// The shop's colors in a light color scheme.
    pub light: Shades,
    /// The same in a dark color scheme.
    pub dark: Shades,
    pub shop_address: Option<&'a str>,
    /// The subject, of which one line is made.
    pub subject: String,
    /// The heading, which says the news.
    pub heading: String,
    /// The text that a list of emails shows after the subject.
    pub preheader: String,
    pub body: Vec<Block>,
    /// The link to the page on which the reader can act.
    pub button: Option<Button>,
    /// The paragraphs below the link, which few readers need.
    pub below: Vec<String>,
    pub reason: String,
    /// The page on which a review's author can contact the shop.
    pub contact_url: Option<&'a str>,
    /// The shop's privacy policy, for a review's author.
    pub privacy_url: Option<&'a str>,
    /// How to unsubscribe; `None` for what an owner must hear.
    pub unsubscribe: Option<Unsubscribe>,
}

pub enum Block {
    /// A paragraph in our words.
    Text(String),
    /// A review as its author wrote it.
    Review(Quote),
    /// The shop's answer, or an address, as it was written.
    Written(String),
}

/// The stars and words of a review.
pub struct Quote {
    /// Five stars, as many of them full as the author gave.
    pub stars: String,
    pub label: String,
    pub headline: Option<String>,
    /// The review's text, or the beginning of it; empty for stars alone.
    pub text: String,
    /// The review's shown name, its product and the number of its photos, for a recipient who did not write the review.
    pub about: Option<String>,
    /// Whether the review is public, for the shop.
    pub state: Option<String>,
    /// What the recipient can do about the review: what it is called, and its address.
    pub links: Vec<(String, String)>,
}

/// The way out of such emails: what is said before the link, the link's words, and its address.
pub struct Unsubscribe {
    pub before: String,
    pub label: String,
    pub url: String,
}

pub struct Button {
    pub label: String,
    pub url: String,
}

#[derive(Template)]
#[template(path = "mail/notification.html")]
struct Html<'a> {
    mail: &'a NotificationMail<'a>,
}

#[derive(Template)]
#[template(path = "mail/notification.txt")]
struct Text<'a> {
    mail: &'a NotificationMail<'a>,
}

impl<'a> NotificationMail<'a> {
    /// A notification without content, in the shop's language, or English if it has none. `reason` says why the reader gets it.
    pub fn new(shop: &'a Shop, reason: String) -> Self {
        NotificationMail {
            language: shop.language.unwrap_or(Language::English),
            shop_name: &shop.name,
            logo: shop.logo.as_ref().map(HttpsUrl::as_str),
            light: Shades::new(shop.color, Scheme::Light),
            dark: Shades::new(shop.color, Scheme::Dark),
            shop_address: shop.address.as_deref().and_then(|address| after_name(address, &shop.name)),
            subject: String::new(),
            heading: String::new(),
            preheader: String::new(),
            body: Vec::new(),
            button: None,
            below: Vec::new(),
            reason,
            contact_url: None,
            privacy_url: None,
            unsubscribe: None,
        }
    }

    /// A notification from the texts whose ids begin with `kind`; the ends of the ids are the same for every such kind. Without a heading,
    /// its subject is one; without a button, its button opens a connection; without a reason, it is for the owner. The texts are in
    /// `language`, or else in the shop's language.
    pub fn of_console(shop: &'a Shop, language: Option<Language>, to: &EmailAddress, url: String, kind: &str) -> Self {
        let texts = Texts::console(language.or(shop.language).unwrap_or(Language::English));
        let say = |id: &str| texts.say(id).with("shop", &shop.name).with("email", to.as_typed()).to_string();
        let own = |what: &str| say(&format!("{kind}-{what}"));
        let own_or =
            |what: &str, other: &str| Some(own(what)).filter(|said| !said.is_empty()).unwrap_or_else(|| say(other));
        NotificationMail {
            language: texts.language(),
            subject: own("subject"),
            heading: own_or("heading", &format!("{kind}-subject")),
            preheader: own("text"),
            body: vec![Block::Text(own("text"))],
            below: vec![own("end")],
            button: Some(Button { label: own_or("button", "email-connection"), url }),
            ..Self::new(shop, own_or("reason", "email-owner"))
        }
    }

    /// The email to somebody of the shop. It has no reply address, because that would be the shop's own, and says so.
    /// Errors: See [`Self::write`].
    pub fn to_shop(mut self, shop: &Shop, to: &EmailAddress) -> Result<Mail, Error> {
        self.reason = format!("{} {}", self.reason, self.say("no-replies"));
        self.write(shop, to)
    }

    /// The email as it is.
    /// Errors: A template's formatting error, which writing to a `String` never causes.
    pub fn write(&self, shop: &Shop, to: &EmailAddress) -> Result<Mail, Error> {
        let (html, text) = (Html { mail: self }.render()?, Text { mail: self }.render()?);
        let (from_name, to, subject) = (shop.name.clone(), to.deliverable(), one_line(&self.subject));
        let unsubscribe_url = self.unsubscribe.as_ref().map(|way| way.url.clone());
        Ok(Mail { from_name, sender: None, to, reply_to: None, subject, html, text, unsubscribe_url })
    }

    /// The email to a customer or a reader, from whom the shop hears. `unsubscribe` is the page that unsubscribes.
    /// Errors: See [`Self::write`].
    pub fn to_customer(self, shop: &'a Shop, to: &EmailAddress, unsubscribe: Option<&str>) -> Result<Mail, Error> {
        let mail = NotificationMail {
            contact_url: shop.contact_url.as_ref().map(HttpsUrl::as_str),
            privacy_url: shop.privacy_url.as_ref().map(HttpsUrl::as_str),
            unsubscribe: unsubscribe.map(|url| Unsubscribe {
                before: self.say("objection"),
                label: self.say("unsubscribe"),
                url: url.to_owned(),
            }),
            ..self
        };
        let reply_to = shop.reply_to.as_ref().map(EmailAddress::deliverable);
        Ok(Mail { sender: own_sender(shop), reply_to, ..mail.write(shop, to)? })
    }

    fn say(&self, id: &str) -> String {
        Texts::mail(self.language).say(id).with("shop", self.shop_name).to_string()
    }

    /// The side on which lines start.
    fn start(&self) -> &'static str {
        if self.language.is_right_to_left() { "right" } else { "left" }
    }
}

impl Quote {
    /// The latest version by a review's author, with at most `characters` of its text. `None` once the words are
    /// deleted.
    pub fn new(texts: Texts, review: &Review, characters: usize) -> Option<Self> {
        let version = review.newest()?;
        let (given, text) = (usize::from(version.rating.stars()), version.words.text.as_str());
        Some(Self {
            stars: (1..=5).map(|star| if star <= given { '★' } else { '☆' }).collect(),
            label: texts.say("stars").count("count", given).to_string(),
            headline: version.words.headline.as_ref().map(|headline| headline.as_str().to_owned()),
            text: shortened(text, characters).into_owned(),
            about: None,
            state: None,
            links: Vec::new(),
        })
    }
}

/// The texts of emails, in the shop's language, or English if it has none.
pub fn texts(shop: &Shop) -> Texts {
    Texts::mail(shop.language.unwrap_or(Language::English))
}
