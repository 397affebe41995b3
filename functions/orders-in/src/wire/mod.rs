//! The bodies of shops' systems, as these document them. Unknown fields are ignored, and what is missing is unknown.

pub(crate) mod shopify;
pub(crate) mod woocommerce;

use std::collections::BTreeSet;

use axum::http::HeaderMap;
use domain::{Identifiers, Order};
use integrations::{Arrival, Latest, OrderState, Stamped};
use jiff::Timestamp;
use serde::{Deserialize, Deserializer};

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
}

/// The content of a call.
pub(crate) struct Said {
    /// The order, as people type it if the call says that.
    pub order: Option<String>,
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
    /// Whether it is a platform's call for people's rights, which outlives the shop.
    pub fn is_about_people(&self) -> bool {
        let What::Arrives(arrival) = &self.what else { return false };
        matches!(**arrival, Arrival::Export(_) | Arrival::Erase(_) | Arrival::EraseShop)
    }

    /// Something about an order, of which as much is kept as fits into a row.
    fn about_order(order: String, id: String, said: OrderState) -> Self {
        let mut state = Box::<OrderState>::default();
        state.merge(said);
        Self::arrives(Some(order), Arrival::Order { id, state })
    }

    fn arrives(order: Option<String>, arrival: Arrival) -> Self {
        Self { order, what: What::Arrives(Box::new(arrival)) }
    }

    fn ignored(order: Option<String>, reason: &'static str) -> Self {
        Self { order, what: What::Ignored(reason) }
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

/// Reads a body's object. An array is none, though serde takes its places for fields.
fn parse<'a, T: Deserialize<'a>>(
    received: &Received<'a>,
    read: impl FnOnce(&Received<'_>, T) -> Option<Said>,
) -> Option<Said> {
    if !received.body.trim_ascii_start().starts_with(b"{") {
        return None;
    }
    let object = serde_json::from_slice(received.body);
    let object = object.inspect_err(
        |error| tracing::warn!(topic = received.topic, category = ?error.classify(), "an unreadable call"),
    );
    read(received, object.ok()?)
}

/// An id or amount, which systems write as a number or as a string.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Plain(pub String);

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Text(String),
            Number(serde_json::Number),
        }
        Ok(Self(match Written::deserialize(deserializer)? {
            Written::Text(text) => text,
            Written::Number(number) => number.to_string(),
        }))
    }
}

impl Plain {
    /// An id: letters, digits and hyphens, not 0.
    fn id(&self) -> Option<String> {
        let fits = (1..=64).contains(&self.0.len()) && self.0.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        (fits && self.0 != "0").then(|| self.0.clone())
    }

    /// How many, rounded up: plug-ins sell by weight, too. `None` for nothing.
    fn count(&self) -> Option<u32> {
        let count = self.0.trim().parse::<f64>().ok()?.ceil();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and in these bounds")]
        (1.0..=f64::from(domain::Quantity::MAX)).contains(&count).then_some(count as u32)
    }

    /// An amount in the currency's smallest unit, rounded; 0 for what is none.
    fn units(&self, exponent: u32) -> u64 {
        let Ok(amount) = self.0.trim().parse::<f64>() else { return 0 };
        let units = (amount * 10_f64.powi(i32::try_from(exponent).unwrap_or_default())).round();
        #[expect(clippy::cast_precision_loss, reason = "a bound")]
        let most = domain::Amount::MAX as f64;
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

/// A number or brand of a product; `None` for what is none.
fn name(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| Identifiers::is_name(text)).map(str::to_owned)
}

/// The barcodes among some texts, each once.
fn gtins<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut gtins: Vec<_> = texts.map(str::trim).filter(|text| Identifiers::is_gtin(text)).map(str::to_owned).collect();
    gtins.sort();
    gtins.dedup();
    gtins.truncate(Identifiers::GTINS_MAX);
    gtins
}

/// An email address that can be written to; `None` for anything else.
fn address(address: Option<&str>) -> Option<String> {
    domain::EmailAddress::parse(address?).ok().map(|address| address.as_typed().to_owned())
}

/// First and last name as one.
fn full_name(first: Option<&str>, last: Option<&str>) -> Option<String> {
    text(Some(&[first.unwrap_or_default(), last.unwrap_or_default()].join(" ")))
}

/// The order's number as people type it.
fn number(number: Option<&str>) -> Option<String> {
    domain::OrderId::parse(number?).ok().flatten().map(|id| id.as_str().to_owned())
}

fn picture(url: Option<&str>) -> Option<String> {
    url.filter(|url| url.len() <= IMAGE_LENGTH_MAX && url.starts_with("https://")).map(str::to_owned)
}

fn country(code: Option<&str>) -> Option<String> {
    domain::Country::parse(&code?.to_ascii_uppercase()).ok().map(|country| country.as_str().to_owned())
}

fn currency(code: Option<&str>) -> Option<String> {
    domain::Currency::parse(code?).ok().map(|currency| currency.as_str().to_owned())
}

/// Tags in one string, with commas between them.
fn tags(tags: &str) -> BTreeSet<String> {
    let plain = |tag: &str| tag.chars().filter(|c| !c.is_control()).collect::<String>().trim().to_lowercase();
    tags.split(',').map(plain).filter(|tag| !tag.is_empty()).take(TAGS_MAX).collect()
}

const LINES_MAX: usize = Order::LINES_MAX;
