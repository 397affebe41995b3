//! Parts that several pages show in the same way.

pub(crate) mod country;
pub(crate) mod progress;

use std::collections::HashMap;

use app::caller::OURSELVES;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::middleware::Next;
use axum::response::Response;
use domain::customer::Customer;
use domain::order::{Product, ProductId};
use domain::review::Rating;
use domain::values::{Amount, Currency, CustomerId, HttpsUrl, MemberId, ShopSystem};
use texts::Texts;

use crate::api::audit::OPERATOR;
use crate::parts::{Parts, SharedParts, Viewer};

/// An amount with its currency, such as `49.00 EUR`. Without a currency, the number in the smallest unit.
pub(crate) fn money(texts: Texts, amount: Amount, currency: Option<&Currency>) -> String {
    let units = amount.units();
    let Some(currency) = currency else { return units.to_string() };
    let (code, digits) = (currency.as_str(), currency.decimals());
    let unit = 10_u64.pow(digits);
    match digits {
        0 => format!("{units} {code}"),
        _ => {
            let (whole, parts) = (units / unit, format!("{:0width$}", units % unit, width = digits as usize));
            format!("{} {code}", texts.fraction(&whole.to_string(), &parts))
        }
    }
}

// How the console calls customers and members, and where a customer's page is.

pub(crate) const CUSTOMERS: &str = "/console/customers";

/// A customer's page.
pub(crate) fn path_of(customer: CustomerId) -> String {
    format!("{CUSTOMERS}/{}", customer.guid())
}

/// A customer's name or, if unknown, the address, else the number, else "unnamed".
pub(crate) fn called(viewer: &Viewer, customer: &Customer) -> String {
    let name = customer.name().map(|name| name.as_str().to_owned());
    let recipient = || customer.recipients().next().map(|recipient| recipient.as_str().to_owned());
    name.or_else(recipient).unwrap_or_else(|| viewer.texts.say("customer-unnamed").to_string())
}

/// The address of a member, if they still are one.
pub(crate) fn member(viewer: &Viewer, id: &str) -> Option<String> {
    let email = viewer.members.email(&MemberId::parse(id).ok()?, &viewer.keys).ok()??;
    Some(email.as_typed().to_owned())
}

/// The names of the shop's API keys, by their ids.
pub(crate) type KeyNames = HashMap<String, String>;

pub(crate) async fn key_names(parts: &Parts, viewer: &Viewer) -> Result<KeyNames, store::table::Error> {
    let ring = parts.console.store.key_ring(&viewer.tenant).await?;
    Ok(ring.keys.into_iter().map(|(_, info)| (info.id, info.name.as_str().to_owned())).collect())
}

pub(crate) fn person(viewer: &Viewer, keys: &KeyNames, by: &str) -> String {
    let said = |text: &str, id: &str| viewer.texts.say(text).with("id", id).to_string();
    match by.split_once(':') {
        Some(("member", id)) => member(viewer, id).unwrap_or_else(|| said("audit-member", id)),
        Some(("key", id)) => said("audit-key", keys.get(id).map_or(id, String::as_str)),
        _ if by == OURSELVES => "Afterword".to_owned(),
        _ if by == OPERATOR => viewer.texts.say("why-by-operator").to_string(),
        _ => match ShopSystem::parse(by) {
            Some(system) => system.name().to_owned(),
            None => viewer.texts.say("audit-guest").to_string(),
        },
    }
}

/// The subject of a review: a product, with its details if the shop described it, or the shop itself.
#[derive(Clone)]
pub(crate) struct Subject {
    /// The name in an address: a product's id, or `@shop`.
    pub id: String,
    pub title: String,
    pub image: Option<String>,
    /// Whether it has a title, because something named the product.
    pub has_title: bool,
}

impl Subject {
    /// The subject with this id, with its details if `products` has it.
    pub(crate) fn new(texts: Texts, id: Option<&ProductId>, products: &[Product]) -> Self {
        let found = products.iter().find(|product| Some(&product.id) == id);
        let title = match (found, id) {
            (Some(product), _) => product.title.as_str().to_owned(),
            (None, Some(id)) => id.as_str().to_owned(),
            (None, None) => texts.say("reviews-of-shop").to_string(),
        };
        let image = found.and_then(|product| product.image_url.as_ref()).map(HttpsUrl::as_str).map(ToOwned::to_owned);
        Self { id: ProductId::name_of(id).to_owned(), title, image, has_title: found.is_some() || id.is_none() }
    }
}

/// One of the lists between which a page switches.
pub(crate) struct Tab {
    pub path: String,
    pub text: String,
    pub is_chosen: bool,
}

/// The stars of a review: `★★★★☆`, and what a screen reader says.
pub(crate) struct Stars {
    pub shown: String,
    pub label: String,
}

impl Stars {
    pub(crate) fn new(texts: Texts, rating: Rating) -> Self {
        let given = usize::from(rating.stars());
        let shown = (1..=5).map(|star| if star <= given { '★' } else { '☆' }).collect();
        Self { shown, label: texts.say("stars").count("count", given).to_string() }
    }
}

// The policy for what pages load from other hosts. The script replaces a page's content without loading a new
// document, so all pages need the same policy: it allows product pictures from any host, photos from the bucket and
// uploads to it, and our own frames.

/// Widens the policy for pictures, uploads and frames.
pub(crate) async fn allow(parts: SharedParts, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if let Some(policy) = response.headers_mut().get_mut(CONTENT_SECURITY_POLICY) {
        let bucket = parts.reviews.reviews.bucket.origin();
        let page = policy.to_str().unwrap_or_default();
        let page = page.replace("form-action 'self'", &format!("frame-src 'self'; form-action 'self' {bucket}"));
        // The last directive is the one for pictures.
        if let Ok(wider) = HeaderValue::try_from(format!("{page} https: {bucket}")) {
            *policy = wider;
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::values::Language;

    #[test]
    fn an_amount_has_the_decimals_of_its_currency() {
        let english = Texts::console(Language::English);
        let shown = |units, code: &str| money(english, Amount::stored(units), Currency::parse(code).ok().as_ref());
        assert_eq!(shown(4_900, "eur"), "49.00 EUR");
        assert_eq!(shown(5, "USD"), "0.05 USD");
        assert_eq!(shown(4_900, "JPY"), "4900 JPY");
        assert_eq!(shown(1_234_567, "KWD"), "1234.567 KWD");
        let german = Texts::console(Language::German);
        assert_eq!(money(german, Amount::stored(4_900), Currency::parse("EUR").ok().as_ref()), "49,00 EUR");
        assert_eq!(money(english, Amount::stored(12), None), "12");
    }
}
