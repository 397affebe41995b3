//! The mail that asks for reviews: composed here, handed to SES by [`Mailer`].

mod mailer;
pub mod view;

use domain::{
    EmailAddress, HttpsUrl, Language, PersonName, Product, ProductId, Request, Scheme, Shades, Shop, Subject,
};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use texts::Texts;

pub use crate::channel::{SendError, Tags};
pub use mailer::Mailer;

use crate::Error;
use view::{Occasion, ProductLine, RenderedMail, RequestMail};

/// A mail ready to be sent.
pub struct Mail {
    /// The shop's name, for the From field.
    pub from_name: String,
    /// Where it goes.
    pub to: String,
    /// Its subject: one line.
    pub subject: String,
    /// Its HTML part.
    pub html: String,
    /// Its text part: the same facts.
    pub text: String,
    /// Where mail is stopped by one click (RFC 8058).
    pub unsubscribe_url: String,
}

/// Where a mail leads.
pub(crate) struct Urls {
    /// To the customer's page.
    pub(crate) hub: String,
    /// To where mails are stopped.
    pub(crate) unsubscribe: String,
}

/// Composes one of a request's mails: the first, or a reminder. It speaks the shop's language, without one
/// English.
///
/// # Errors
/// [`Error::Internal`] when a template fails.
pub(crate) fn compose(
    request: &Request,
    reminder: u8,
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
                title: title(texts, product, id),
                image_url: product.and_then(|product| product.image_url.as_ref()).map(|url| url.as_str().to_owned()),
            })
        }
        Subject::Shop => None,
    });
    let view = RequestMail {
        language,
        shop_name: &shop.name,
        customer_name: name.map(PersonName::first),
        products: lines.collect(),
        hub_url: &urls.hub,
        unsubscribe_url: &urls.unsubscribe,
        valid_until: day(texts, request.expires_at),
        light: Shades::new(shop.color, Scheme::Light),
        dark: Shades::new(shop.color, Scheme::Dark),
        logo: shop.logo.as_ref().map(HttpsUrl::as_str),
        shop_address: shop.address.as_deref(),
        occasion: match (reminder, request.renewal_of) {
            (0, None) => Occasion::First,
            (0, Some(_)) => Occasion::NewLink,
            _ => Occasion::Reminder,
        },
    };
    let RenderedMail { subject, html, text } = view.write()?;
    Ok(Mail {
        from_name: shop.name.clone(),
        to: to.deliverable(),
        subject,
        html,
        text,
        unsubscribe_url: urls.unsubscribe.clone(),
    })
}

/// A product's title; a neutral one for a product the shop never described.
#[must_use]
pub fn title(texts: Texts, product: Option<&Product>, id: &ProductId) -> String {
    product.map_or_else(
        || {
            let number = id.as_str().split_once('-').map_or(id.as_str(), |(_, id)| id);
            texts.say("product").words("id", number).to_string()
        },
        |product| product.title.as_str().to_owned(),
    )
}

/// A day as people write it, in UTC.
#[must_use]
pub fn day(texts: Texts, at: Timestamp) -> String {
    let date = at.to_zoned(TimeZone::UTC).date();
    texts.day(date.year(), date.month(), date.day())
}
