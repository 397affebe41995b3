//! The bodies from shops' systems, as their vendors document them. Unknown fields are ignored, and a missing field
//! means that its value is unknown.

pub(crate) mod listed;
mod object;
pub mod shopify;
#[cfg(test)]
mod tests;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use crate::{Arrival, IntegrationRecord, ShopifyDomain};
use domain::order::{Description, Identifiers, Order, OrderId, ProductId};
use domain::values::{Country, Currency, HttpsUrl, PersonName, Title};
use html_escape::decode_html_entities;
use http::HeaderMap;
use jiff::Timestamp;
use serde_json::Value;
use url::Url;

use self::object::{Notes, Object};

/// The maximum length of a stored topic, in characters.
const TOPIC_CHARACTERS_MAX: usize = 100;
/// The maximum length of a stored name or title, in characters.
const TEXT_CHARACTERS_MAX: usize = 200;
/// The maximum length of a picture's stored URL, in bytes.
const IMAGE_LENGTH_MAX: usize = 500;
const TAGS_MAX: usize = 250;

pub struct Received<'a> {
    pub topic: &'a str,
    pub headers: &'a HeaderMap,
    pub body: &'a [u8],
    pub now: Timestamp,
    /// The shop at Shopify whose calls the connection accepts, if it is known.
    pub domain: Option<&'a ShopifyDomain>,
}

pub struct Said {
    /// The order's number as people write it, if the call contains one.
    pub order: Option<String>,
    /// The shop at Shopify that the call names.
    pub domain: Option<ShopifyDomain>,
    /// Fields of an unexpected type. Their values count as unknown.
    pub ignored: Vec<String>,
    pub what: What,
}

pub enum What {
    /// Work for `take-orders`.
    Arrives(Box<Arrival>),
    /// No work, for this reason.
    Ignored(&'static str),
    /// No work, because the call cannot be read, or is not what it says.
    Refused(&'static str),
}

impl Said {
    /// What a call says about an order, as far as it fits into a row.
    pub fn about_order(mut order: Order) -> Self {
        order.bound();
        Self::arrives(Some(order.id.as_str().to_owned()), Arrival::Order(Box::new(order)))
    }

    pub fn arrives(order: Option<String>, arrival: Arrival) -> Self {
        Self { order, ..Self::what(What::Arrives(Box::new(arrival))) }
    }

    /// The system's id of the order that the call describes.
    pub(crate) fn system_id(&self) -> Option<String> {
        let What::Arrives(arrival) = &self.what else { return None };
        let Arrival::Order(order) = &**arrival else { return None };
        Some(order.place.id.clone())
    }

    /// Whether the call is about one person's data or about the data of all the shop's buyers.
    pub fn is_about_privacy(&self) -> bool {
        let What::Arrives(arrival) = &self.what else { return false };
        matches!(**arrival, Arrival::Export(_) | Arrival::Erase(_) | Arrival::EraseShop)
    }

    fn ignored(order: Option<String>, reason: &'static str) -> Self {
        Self { order, ..Self::what(What::Ignored(reason)) }
    }

    fn refused(reason: &'static str) -> Self {
        Self::what(What::Refused(reason))
    }

    const fn what(what: What) -> Self {
        Self { order: None, domain: None, ignored: Vec::new(), what }
    }

    /// The deletion of a product, whose id here begins with this prefix.
    fn deleted_product(object: &Object<'_>, prefix: &str) -> Option<Self> {
        if !is_deletion(object) {
            return Some(Self::refused("other_topic"));
        }
        let id = ProductId::parse(&format!("{prefix}-{}", object.key("id")?)).ok()?;
        Some(Self::arrives(None, Arrival::ProductDeleted(id, object.now())))
    }
}

/// Whether a body names an object and says nothing else about it.
fn is_deletion(object: &Object<'_>) -> bool {
    object.has(&["id"]) && !object.has_more_than(&["id", "admin_graphql_api_id"])
}

/// The value of the first of these headers that the call has.
pub fn header<'a>(headers: &'a HeaderMap, names: &[&str]) -> Option<&'a str> {
    names.iter().find_map(|name| headers.get(*name)?.to_str().ok())
}

/// Whether a call has the headers of the shop's own calls: a topic, a webhook's id and, if the connection knows the shop's domain,
/// this domain. All calls have them (<https://shopify.dev/docs/apps/build/webhooks/subscribe/https>). Anybody could send
/// them, but whoever only tries addresses does not.
pub fn looks_own(headers: &HeaderMap, connection: &IntegrationRecord) -> bool {
    let named = header(headers, &shopify::SHOP).and_then(ShopifyDomain::parse);
    let is_named = connection.domain.as_ref().is_none_or(|known| named.as_ref() == Some(known));
    is_named && [shopify::TOPIC, shopify::CALL].iter().all(|names| header(headers, names).is_some())
}

/// The topic for the list of calls. Control characters are removed, because a signed call may have any text here.
pub fn topic(headers: &HeaderMap, names: &[&str]) -> String {
    let topic = header(headers, names).unwrap_or("none");
    topic.chars().filter(|c| !c.is_control()).take(TOPIC_CHARACTERS_MAX).collect()
}

fn parse(received: &Received<'_>, read: impl FnOnce(&Received<'_>, &Object<'_>) -> Option<Said>) -> Said {
    let body = serde_json::from_slice::<Value>(received.body);
    let body = body.inspect_err(
        |error| tracing::warn!(topic = received.topic, category = ?error.classify(), "an unreadable call"),
    );
    parse_value(received, &body.unwrap_or_default(), read)
}

fn parse_value(
    received: &Received<'_>,
    body: &Value,
    read: impl FnOnce(&Received<'_>, &Object<'_>) -> Option<Said>,
) -> Said {
    let notes = Notes { now: received.now, ignored: RefCell::default(), is_unreadable: Cell::default() };
    let said = Object::new(body, &notes).and_then(|object| read(received, &object));
    let said = said.filter(|_| !notes.is_unreadable.get()).unwrap_or(Said::refused("unreadable"));
    Said { ignored: notes.ignored.into_inner().into_iter().collect(), ..said }
}

/// A number. Systems write it as a number or as a string.
pub(crate) struct Plain(String);

impl Plain {
    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(Self(text.clone())),
            Value::Number(number) => Some(Self(number.to_string())),
            _ => None,
        }
    }

    /// An id: letters, digits and hyphens, not 0.
    fn id(&self) -> Option<String> {
        let fits = (1..=64).contains(&self.0.len()) && self.0.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        (fits && self.0 != "0").then(|| self.0.clone())
    }

    /// A quantity, rounded up, because some plug-ins sell by weight. `None` if it is not a number.
    fn count(&self) -> Option<u32> {
        let count = self.0.trim().parse::<f64>().ok().filter(|count| count.is_finite())?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and in these bounds")]
        Some(count.ceil().clamp(0.0, f64::from(domain::order::Quantity::MAX)) as u32)
    }

    /// An amount in the currency's smallest unit, rounded; 0 if it is not a number.
    fn units(&self, exponent: u32) -> u64 {
        let Ok(amount) = self.0.trim().parse::<f64>() else { return 0 };
        let units = (amount * 10_f64.powi(i32::try_from(exponent).unwrap_or_default())).round();
        #[expect(clippy::cast_precision_loss, reason = "a bound")]
        let most = domain::values::Amount::MAX as f64;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and in these bounds")]
        if (0.0..=most).contains(&units) { units as u64 } else { 0 }
    }
}

/// A text without control characters, cut to [`TEXT_CHARACTERS_MAX`]; `None` if it is blank.
fn text(text: Option<&str>) -> Option<String> {
    let text = text?.trim();
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(TEXT_CHARACTERS_MAX).collect();
    (!text.trim().is_empty()).then_some(text)
}

fn title(title: Option<&str>) -> Option<Title> {
    Title::parse(&text(title)?).ok()
}

/// A product's description in HTML as plain text.
fn described(html: &str) -> Option<Description> {
    let (mut text, mut rest) = (String::new(), html);
    while let Some((before, tag)) = rest.split_once('<') {
        text.extend([before, " "]);
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    Description::parse(&decode_html_entities(&(text + rest)))
}

/// A product's number or brand; `None` if it is invalid.
fn name(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| Identifiers::is_name(text)).map(str::to_owned)
}

/// The valid barcodes without repetition. Hyphens and blanks are removed.
fn gtins(texts: impl Iterator<Item = impl AsRef<str>>) -> Vec<String> {
    let digits = |text: &str| text.chars().filter(|c| *c != '-' && !c.is_whitespace()).collect::<String>();
    let mut gtins: Vec<_> = texts.map(|text| digits(text.as_ref())).filter(|text| Identifiers::is_gtin(text)).collect();
    gtins.sort();
    gtins.dedup();
    gtins.truncate(Identifiers::GTINS_MAX);
    gtins
}

/// The address of a person whom the system names, even if nobody would be asked at it.
fn address(address: Option<&str>) -> Option<String> {
    domain::values::EmailAddress::parse(address?).ok().map(|address| address.as_typed().to_owned())
}

/// First and last name joined. Without a first name, the result is empty, because an email would greet the person by
/// the surname. Without a last name, the first field often contains both names.
fn full_name(first: Option<&str>, last: Option<&str>) -> Option<PersonName> {
    let name = |name| PersonName::parse(&text(name)?).ok();
    let (first, last) = (name(first)?, name(last));
    if last.is_some() { PersonName::join(Some(&first), last.as_ref()) } else { Some(first) }
}

/// The order's number as people write it.
fn number(number: Option<&str>) -> Option<OrderId> {
    OrderId::parse(number?).ok().flatten()
}

/// A URL as browsers write it, with non-ASCII characters percent-encoded.
fn page(url: &str) -> Option<HttpsUrl> {
    HttpsUrl::parse(url).or_else(|rule| HttpsUrl::parse(Url::parse(url).map_err(|_| rule)?.as_str())).ok()
}

fn picture(url: Option<&str>) -> Option<String> {
    page(url?).map(|url| url.as_str().to_owned()).filter(|url| url.len() <= IMAGE_LENGTH_MAX)
}

fn country(code: Option<&str>) -> Option<Country> {
    Country::parse(&code?.to_ascii_uppercase()).ok()
}

fn currency(code: Option<&str>) -> Option<Currency> {
    Currency::parse(code?).ok()
}

/// The decimals of a currency's prices; 2 if the currency is unknown.
fn decimals(currency: Option<&Currency>) -> u32 {
    currency.map_or(2, Currency::decimals)
}

/// A product's types and tags in lower case, which `products_excluded` may name.
fn labels<'a>(labels: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    labels.filter_map(|label| text(Some(label))).map(|label| label.to_lowercase()).take(TAGS_MAX).collect()
}

fn tags(tags: &str) -> BTreeSet<String> {
    let plain = |tag: &str| tag.chars().filter(|c| !c.is_control()).collect::<String>().trim().to_lowercase();
    tags.split(',').map(plain).filter(|tag| !tag.is_empty()).take(TAGS_MAX).collect()
}

const LINES_MAX: usize = Order::LINES_MAX;
