//! The mail that asks for reviews: composed here, handed to SES by [`Mailer`].

mod mailer;
pub mod view;

use domain::{Product, ProductId, Request, Shop, Subject};
use jiff::Timestamp;
use store::Sealed;
use vault::ServiceKeys;

pub use mailer::{Mailer, SendError, Tags};

use crate::{Error, Links};
use view::{ProductLine, RequestMail};

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

/// Composes a request's mail. All that can fail about a mail fails here, before it is claimed.
///
/// # Errors
/// [`Error::Internal`] when a template fails or the stored token is not ours.
pub(crate) fn compose(
    request: &Request,
    shop: &Shop,
    sealed: &Sealed,
    products: &[Product],
    links: &Links,
    keys: &ServiceKeys,
) -> Result<Mail, Error> {
    let unsubscribe_url = links
        .unsubscribe(&sealed.token, keys)
        .ok_or_else(|| Error::Internal("a stored token is not ours".to_owned()))?;
    let hub_url = links.hub(request.dialect, &sealed.token);
    let lines = request.items.iter().filter_map(|item| match &item.subject {
        Subject::Product(id) => {
            let product = products.iter().find(|product| product.id == *id);
            Some(ProductLine {
                title: title(product, id),
                image_url: product.and_then(|product| product.image_url.as_ref()).map(|url| url.as_str().to_owned()),
            })
        }
        Subject::Shop => None,
    });
    let view = RequestMail {
        shop_name: &shop.name,
        customer_name: sealed.name.as_ref().map(domain::PersonName::first),
        products: lines.collect(),
        hub_url: &hub_url,
        unsubscribe_url: &unsubscribe_url,
        valid_until: day(request.expires_at),
        shop_address: shop.address.as_deref(),
        renewed: request.renewal_of.is_some(),
    };
    Ok(Mail {
        from_name: shop.name.clone(),
        to: sealed.email.deliverable(),
        subject: view.subject(),
        html: view.html()?,
        text: view.text()?,
        unsubscribe_url: unsubscribe_url.clone(),
    })
}

/// A product's title; a neutral one for a product the shop never described.
#[must_use]
pub fn title(product: Option<&Product>, id: &ProductId) -> String {
    product.map_or_else(
        || format!("Product {}", id.as_str().split_once('-').map_or(id.as_str(), |(_, id)| id)),
        |product| product.title.as_str().to_owned(),
    )
}

/// A day as people write it, in UTC.
#[must_use]
pub fn day(at: Timestamp) -> String {
    at.strftime("%-d %B %Y").to_string()
}
