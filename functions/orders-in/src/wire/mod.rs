//! The bodies of shops' systems, as these document them. Unknown fields are ignored, and what is missing is unknown.

mod object;
pub(crate) mod shopify;
pub(crate) mod woocommerce;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use axum::http::HeaderMap;
use domain::order::{Identifiers, Order};
use domain::values::{HttpsUrl, PersonName, Title};
use integrations::{Arrival, Latest, OrderState, Stamped};
use jiff::Timestamp;
use serde_json::Value;
use url::Url;

use self::object::{Notes, Object};

/// The longest topic that is listed, in characters.
const TOPIC_CHARACTERS_MAX: usize = 100;
/// The longest name or title that is remembered, in characters.
const TEXT_CHARACTERS_MAX: usize = 200;
/// The longest address of a picture that is remembered.
const IMAGE_LENGTH_MAX: usize = 500;
/// The most tags of an order that are remembered.
const TAGS_MAX: usize = 250;
/// The most shipments and refunds of an order that are remembered.
const PARTS_MAX: usize = 100;

/// A call as it came.
pub(crate) struct Received<'a> {
    pub topic: &'a str,
    pub headers: &'a HeaderMap,
    pub body: &'a [u8],
    pub now: Timestamp,
    /// The key in WooCommerce's `meta_data` that says whether the buyer agreed to marketing.
    pub consent_key: Option<&'a str>,
}

/// The content of a call.
pub(crate) struct Said {
    /// The order, as people type it if the call says that.
    pub order: Option<String>,
    /// The fields that had another type than expected, and are unknown.
    pub ignored: Vec<String>,
    /// The work.
    pub what: What,
}

/// The work after a call.
pub(crate) enum What {
    /// Something, later.
    Arrives(Box<Arrival>),
    /// Nothing, for this reason.
    Ignored(&'static str),
    /// Unreadable.
    Unreadable,
}

impl Said {
    /// Something about an order, of which as much is kept as fits into a row.
    fn about_order(order: String, id: String, said: OrderState) -> Self {
        let mut state = Box::<OrderState>::default();
        state.merge(said);
        Self::arrives(Some(order), Arrival::Order { id, state })
    }

    fn arrives(order: Option<String>, arrival: Arrival) -> Self {
        Self { order, ignored: Vec::new(), what: What::Arrives(Box::new(arrival)) }
    }

    /// Whether it is about a person's data, or that of all of the shop's buyers.
    pub fn is_about_privacy(&self) -> bool {
        let What::Arrives(arrival) = &self.what else { return false };
        matches!(**arrival, Arrival::Export(_) | Arrival::Erase(_) | Arrival::EraseShop)
    }

    fn ignored(order: Option<String>, reason: &'static str) -> Self {
        Self { order, ignored: Vec::new(), what: What::Ignored(reason) }
    }

    fn unreadable() -> Self {
        Self { order: None, ignored: Vec::new(), what: What::Unreadable }
    }

    /// A deletion says which order, and nothing else: when it came is when it was.
    fn deleted(object: &Object<'_>) -> Option<Self> {
        let id = object.key("id")?;
        let state = OrderState { is_deleted: said(object.now(), Some(true)), ..OrderState::default() };
        Some(Self::about_order(id.clone(), id, state))
    }
}

/// A header's value, by the first of its names that was sent.
pub(crate) fn header<'a>(headers: &'a HeaderMap, names: &[&str]) -> Option<&'a str> {
    names.iter().find_map(|name| headers.get(*name)?.to_str().ok())
}

/// The topic as it is listed: anybody's text, once the call is signed.
pub(crate) fn topic(headers: &HeaderMap, names: &[&str]) -> String {
    let topic = header(headers, names).unwrap_or("none");
    topic.chars().filter(|c| !c.is_control()).take(TOPIC_CHARACTERS_MAX).collect()
}

/// Reads a body's object.
fn parse(received: &Received<'_>, read: impl FnOnce(&Received<'_>, &Object<'_>) -> Option<Said>) -> Said {
    let notes = Notes { now: received.now, ignored: RefCell::default(), is_unreadable: Cell::default() };
    let body = serde_json::from_slice::<Value>(received.body);
    let body = body.inspect_err(
        |error| tracing::warn!(topic = received.topic, category = ?error.classify(), "an unreadable call"),
    );
    let said = body.ok().and_then(|body| read(received, &Object::new(&body, &notes)?));
    let said = said.filter(|_| !notes.is_unreadable.get()).unwrap_or(Said::unreadable());
    Said { ignored: notes.ignored.into_inner().into_iter().collect(), ..said }
}

/// A number, which systems write as a number or as a string.
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

    /// How many, rounded up: plug-ins sell by weight, too. `None` if it is no number.
    fn count(&self) -> Option<u32> {
        let count = self.0.trim().parse::<f64>().ok().filter(|count| count.is_finite())?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and in these bounds")]
        Some(count.ceil().clamp(0.0, f64::from(domain::order::Quantity::MAX)) as u32)
    }

    /// An amount in the currency's smallest unit, rounded; 0 for what is none.
    fn units(&self, exponent: u32) -> u64 {
        let Ok(amount) = self.0.trim().parse::<f64>() else { return 0 };
        let units = (amount * 10_f64.powi(i32::try_from(exponent).unwrap_or_default())).round();
        #[expect(clippy::cast_precision_loss, reason = "a bound")]
        let most = domain::values::Amount::MAX as f64;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and in these bounds")]
        if (0.0..=most).contains(&units) { units as u64 } else { 0 }
    }
}

/// A value that the system said at an instant; `None` if it did not say it.
fn said<T>(at: Timestamp, value: Option<T>) -> Latest<T> {
    value.map(|value| Stamped { at, value })
}

/// A text without control characters, cut to what is remembered; `None` for none.
fn text(text: Option<&str>) -> Option<String> {
    let text = text?.trim();
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(TEXT_CHARACTERS_MAX).collect();
    (!text.trim().is_empty()).then_some(text)
}

/// A product's title; `None` for what is none.
fn title(title: Option<&str>) -> Option<Title> {
    Title::parse(&text(title)?).ok()
}

/// A number or brand of a product; `None` for what is none.
fn name(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| Identifiers::is_name(text)).map(str::to_owned)
}

/// The barcodes among some texts, each once, without the hyphens and blanks with which people write them.
fn gtins(texts: impl Iterator<Item = impl AsRef<str>>) -> Vec<String> {
    let digits = |text: &str| text.chars().filter(|c| *c != '-' && !c.is_whitespace()).collect::<String>();
    let mut gtins: Vec<_> = texts.map(|text| digits(text.as_ref())).filter(|text| Identifiers::is_gtin(text)).collect();
    gtins.sort();
    gtins.dedup();
    gtins.truncate(Identifiers::GTINS_MAX);
    gtins
}

/// An email address that can be written to; `None` for anything else.
fn address(address: Option<&str>) -> Option<String> {
    domain::values::EmailAddress::parse(address?).ok().map(|address| address.as_typed().to_owned())
}

/// First and last name as one. Without a first name there is none to greet by, and a surname alone would be taken for one. Without
/// a last name, people typed both into the first field.
fn full_name(first: Option<&str>, last: Option<&str>) -> Option<String> {
    let name = |name| PersonName::parse(&text(name)?).ok();
    let (first, last) = (name(first)?, name(last));
    Some(if last.is_some() { PersonName::join(Some(&first), last.as_ref())? } else { first }.stored())
}

/// The order's number as people type it.
fn number(number: Option<&str>) -> Option<String> {
    domain::order::OrderId::parse(number?).ok().flatten().map(|id| id.as_str().to_owned())
}

/// An address as browsers call it: what is not ASCII is percent-encoded.
fn page(url: &str) -> Option<HttpsUrl> {
    HttpsUrl::parse(url).or_else(|rule| HttpsUrl::parse(Url::parse(url).map_err(|_| rule)?.as_str())).ok()
}

fn picture(url: Option<&str>) -> Option<String> {
    page(url?).map(|url| url.as_str().to_owned()).filter(|url| url.len() <= IMAGE_LENGTH_MAX)
}

fn country(code: Option<&str>) -> Option<String> {
    domain::values::Country::parse(&code?.to_ascii_uppercase()).ok().map(|country| country.as_str().to_owned())
}

fn currency(code: Option<&str>) -> Option<String> {
    domain::values::Currency::parse(code?).ok().map(|currency| currency.as_str().to_owned())
}

/// How many decimals prices have; two in an unknown currency.
fn decimals(currency: Option<&str>) -> u32 {
    currency.and_then(|code| domain::values::Currency::parse(code).ok()).map_or(2, |currency| currency.decimals())
}

/// A word of the system, to be compared with a shop's list.
fn word(word: Option<&str>) -> Option<String> {
    text(word).map(|word| word.to_lowercase())
}

/// Tags in one string, with commas between them.
fn tags(tags: &str) -> BTreeSet<String> {
    let plain = |tag: &str| tag.chars().filter(|c| !c.is_control()).collect::<String>().trim().to_lowercase();
    tags.split(',').map(plain).filter(|tag| !tag.is_empty()).take(TAGS_MAX).collect()
}

const LINES_MAX: usize = Order::LINES_MAX;
