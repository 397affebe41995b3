//! The email that asks for reviews, and letters: composed here, sent by `send-request`.

mod letter;
mod member;
pub mod view;

use domain::{
    EmailAddress, HttpsUrl, Language, PersonName, Product, Request, Scheme, Shades, Shop, ShopRules, Step, Subject,
};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use texts::Texts;

pub use letter::{Block, Button, LetterMail, Quote};
pub use letter::{ToAuthor, held, silent, waiting, webhook_disabled};
pub use member::{invitation, sign_in};

use crate::Error;
use view::{Occasion, ProductLine, RenderedMail, RequestMail};

/// An email, ready to be sent.
pub struct Mail {
    /// The shop's name, for the From field.
    pub from_name: String,
    /// The recipient's address.
    pub to: String,
    /// The address for answers; `None` for the address in From.
    pub reply_to: Option<String>,
    /// The subject: one line.
    pub subject: String,
    /// The HTML part.
    pub html: String,
    /// The plain-text part: the same facts.
    pub text: String,
    /// The URL of the one-click unsubscribe (RFC 8058); `None` for the shop's owner.
    pub unsubscribe_url: Option<String>,
}

/// The links of an email.
pub struct Urls {
    /// The customer's page.
    pub hub: String,
    /// The page that unsubscribes.
    pub unsubscribe: String,
}

impl Occasion {
    /// Why a message of a request is sent.
    pub(crate) fn of(request: &Request, step: &Step, rules: &ShopRules) -> Self {
        match (step.reminder, request.renewal_of) {
            (0, None) => Self::First,
            (0, Some(_)) => Self::NewLink,
            _ if request.is_last_reminder(step, rules) => Self::LastReminder,
            (1, _) => Self::FirstReminder,
            _ => Self::NextReminder,
        }
    }
}

/// Composes one of a request's emails: the first, or a reminder. It is in the shop's language, or English
/// where the shop has none.
///
/// A reminder has no `In-Reply-To` and no `References`: it would stand below an email that its reader left unanswered, and claim a
/// conversation that nobody had, as spam does.
///
/// # Errors
/// [`Error::Internal`] when a template fails.
pub(crate) fn compose(
    request: &Request,
    occasion: Occasion,
    shop: &Shop,
    to: &EmailAddress,
    name: Option<&PersonName>,
    products: &[Product],
    urls: Urls,
) -> Result<Mail, Error> {
    let language = shop.language.unwrap_or(Language::English);
    let texts = Texts::mail(language);
    let lines = request.items.iter().filter_map(|item| match &item.subject {
        Subject::Product(id) => {
            let product = products.iter().find(|product| product.id == *id);
            Some(ProductLine {
                title: product.map(|product| product.title.as_str().to_owned()),
                image_url: product.and_then(|product| product.image_url.as_ref()).map(|url| url.as_str().to_owned()),
            })
        }
        Subject::Shop => None,
    });
    let products: Vec<_> = lines.collect();
    let view = RequestMail {
        language,
        shop_name: &shop.name,
        customer_name: name.map(PersonName::first),
        is_ordered: request.order.is_given() || !products.is_empty(),
        may_be_postponed: request.postponed_at.is_none(),
        products,
        hub_url: &urls.hub,
        unsubscribe_url: &urls.unsubscribe,
        valid_until: day(texts, request.expires_at),
        light: Shades::new(shop.color, Scheme::Light),
        dark: Shades::new(shop.color, Scheme::Dark),
        logo: shop.logo.as_ref().map(HttpsUrl::as_str),
        shop_address: shop.address.as_deref().and_then(|address| after_name(address, &shop.name)),
        contact_url: shop.contact_url.as_ref().map(HttpsUrl::as_str),
        privacy_url: shop.privacy_url.as_ref().map(HttpsUrl::as_str),
        occasion,
    };
    let RenderedMail { subject, html, text } = view.write()?;
    Ok(Mail {
        from_name: shop.name.clone(),
        to: to.deliverable(),
        reply_to: shop.reply_to.as_ref().map(EmailAddress::deliverable),
        subject,
        html,
        text,
        unsubscribe_url: Some(urls.unsubscribe.clone()),
    })
}

/// A postal address without the shop's name, which stands before it and with which many addresses begin; `None` if that is
/// all of it.
fn after_name<'a>(address: &'a str, name: &str) -> Option<&'a str> {
    let begins = address.get(..name.len()).is_some_and(|start| start.to_lowercase() == name.to_lowercase());
    let rest = address.get(name.len()..).filter(|rest| begins && !rest.starts_with(char::is_alphanumeric));
    let rest = rest.map_or(address, |rest| rest.trim_start_matches(|c: char| !c.is_alphanumeric()));
    (!rest.is_empty()).then_some(rest)
}

/// A product's title. One that the shop never described is named by its place in the request, from 0.
#[must_use]
pub fn title(texts: Texts, product: Option<&Product>, item: usize) -> String {
    product.map_or_else(|| unknown(texts, item), |product| product.title.as_str().to_owned())
}

/// The name of a product that the shop never described, by its place in the request, from 0.
fn unknown(texts: Texts, item: usize) -> String {
    texts.say("item").count("number", item + 1).to_string()
}

/// A day as people write it, in UTC.
#[must_use]
pub fn day(texts: Texts, at: Timestamp) -> String {
    let date = at.to_zoned(TimeZone::UTC).date();
    texts.day(date.year(), date.month(), date.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_begins_with_the_shops_name_does_not_repeat_it() {
        let check = |address: &str, expected: Option<&str>| assert_eq!(after_name(address, "Fern & Oak"), expected);
        check("Fern & Oak, 12 Mill Lane", Some("12 Mill Lane"));
        check("FERN & OAK · 12 Mill Lane", Some("12 Mill Lane"));
        check("12 Mill Lane", Some("12 Mill Lane"));
        check("Fern & Oakley Ltd, 12 Mill Lane", Some("Fern & Oakley Ltd, 12 Mill Lane"));
        check("Fern & Oak", None);
        check("Fern & Ö", Some("Fern & Ö"));
    }
}
