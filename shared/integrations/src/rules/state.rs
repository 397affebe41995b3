//! The state of an order, as a shop's system has described it so far.
//!
//! Calls come repeatedly, late and in any order. So a state is a set of values, each with the instant at which the
//! system reported it. To merge two states, the later of each pair of values is kept. Merging is commutative,
//! associative and idempotent, so any sequence of calls about an order leads to the same state.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use domain::values::{is_default, ms};
use domain::words;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stamped<T> {
    /// When the system reported it. If two values have the same instant, the greater counts, unless fewer customers are
    /// asked because of the other one.
    #[serde(with = "ms::required")]
    pub at: Timestamp,
    pub value: T,
}

/// The latest value; `None` before the first.
pub type Latest<T> = Option<Stamped<T>>;

words! {
    /// The status of an order. If two statuses have the same instant, the one that is later in this list counts.
    pub enum SystemStatus {
        Placed = "placed",
        Fulfilled = "fulfilled",
        Refunded = "refunded",
        Cancelled = "cancelled",
    }
}

words! {
    /// The status of a shipment. If two statuses have the same instant, the one that is later in this list counts.
    pub enum ShipmentStatus {
        Waiting = "waiting",
        Left = "left",
        TakenBack = "taken_back",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StateLine {
    /// The system's id of the line.
    pub id: String,
    /// The product's id in our catalog; `None` for something that is in no catalog.
    pub product: Option<String>,
    /// The name on the order; empty if unknown.
    pub title: String,
    /// The product's name, if the name on the order is that of one of its variants or parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub catalog_title: Option<String>,
    /// How many items were bought.
    pub quantity: u32,
    /// How many items remain after removals and refunds, if the system says so.
    pub current: Option<u32>,
    /// The price of one item, in the currency's smallest unit.
    pub unit_price: u64,
    pub image_url: Option<String>,
    pub is_gift_card: bool,
    /// Whether the line needs no shipping, if the system says so.
    #[serde(default, skip_serializing_if = "is_default")]
    pub needs_no_shipping: bool,
    /// Whether the line is a part of a kit that has a line of its own.
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_part: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gtin: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ShipmentState {
    /// When the shipment was sent; `None` if only its delivery is known.
    #[serde(with = "ms::optional", skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    pub status: Latest<ShipmentStatus>,
    /// The lines in the shipment, with their quantities.
    pub lines: Latest<BTreeMap<String, u32>>,
    #[serde(with = "ms::optional", skip_serializing_if = "Option::is_none")]
    pub delivered_at: Option<Timestamp>,
    /// When the shipment was first seen as delivered.
    #[serde(with = "ms::optional", skip_serializing_if = "Option::is_none")]
    pub seen_delivered_at: Option<Timestamp>,
}

/// What is known about an order, or what one call says about it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OrderState {
    /// The order's number, as people know it.
    pub number: Latest<String>,
    pub status: Latest<SystemStatus>,
    pub email: Latest<String>,
    /// The buyer's name.
    pub name: Latest<String>,
    /// The buyer's language tag.
    pub locale: Latest<String>,
    /// The country to which the order is shipped.
    pub country: Latest<String>,
    pub currency: Latest<String>,
    /// The tags, in lower case.
    pub tags: Latest<BTreeSet<String>>,
    /// Whether the buyer agreed to marketing.
    pub agrees: Latest<bool>,
    pub is_test: Latest<bool>,
    pub is_in_store: Latest<bool>,
    /// Whether the shop's system has removed the buyer.
    pub is_anonymised: bool,
    pub is_paid: Latest<bool>,
    pub placed_at: Latest<Timestamp>,
    /// When the whole order was completed, for a system without shipments.
    pub completed_at: Latest<Option<Timestamp>>,
    pub lines: Latest<Vec<StateLine>>,
    /// Whether the order was deleted, with the time at which the system told us.
    pub is_deleted: Latest<bool>,
    /// The shipments, by their id in the system. WooCommerce's only one has no id.
    pub shipments: BTreeMap<String, ShipmentState>,
    /// For each refund, by its id in the system, the lines and quantities that it names.
    pub refunds: BTreeMap<String, BTreeMap<String, u32>>,
}

impl OrderState {
    /// Merges what another call said, as far as it fits.
    pub fn merge(&mut self, other: Self) {
        let Self {
            number,
            status,
            email,
            name,
            locale,
            country,
            currency,
            tags,
            agrees,
            is_test,
            is_in_store,
            is_anonymised,
            is_paid,
            placed_at,
            completed_at,
            lines,
            is_deleted,
            shipments,
            refunds,
        } = other;
        later(&mut self.number, number);
        later(&mut self.status, status);
        later(&mut self.email, email);
        later(&mut self.name, name);
        later(&mut self.locale, locale);
        later(&mut self.country, country);
        later(&mut self.currency, currency);
        self.tags = later_by(self.tags.take(), tags, |one, other| Some(one | other));
        self.agrees = later_by(self.agrees.take(), agrees, |one, other| Some(*one && *other));
        later(&mut self.is_test, is_test);
        later(&mut self.is_in_store, is_in_store);
        self.is_anonymised |= is_anonymised;
        later(&mut self.is_paid, is_paid);
        later(&mut self.placed_at, placed_at);
        later(&mut self.completed_at, completed_at);
        self.lines = later_by(self.lines.take(), lines, |one, other| fewer_items(one, other));
        later(&mut self.is_deleted, is_deleted);
        for (id, shipment) in shipments {
            self.shipments.entry(id).or_default().merge(shipment);
        }
        self.merge_refunds(refunds);
        self.bound();
    }

    /// When the system last called the order open, if it did not complete it later.
    pub fn open_at(&self) -> Option<Timestamp> {
        self.completed_at.as_ref().filter(|completed| completed.value.is_none()).map(|open| open.at)
    }

    /// The shipments but those of an order that was open again later: WooCommerce does not say that it takes them back.
    pub fn live_shipments(&self) -> impl Iterator<Item = &ShipmentState> {
        let open_at = self.open_at();
        self.shipments.values().filter(move |shipment| open_at <= shipment.status.as_ref().map(|status| status.at))
    }

    fn merge_refunds(&mut self, refunds: BTreeMap<String, BTreeMap<String, u32>>) {
        for (id, refund) in refunds {
            let known = self.refunds.entry(id).or_default();
            for (line, quantity) in refund {
                let most = known.entry(line).or_default();
                *most = quantity.max(*most);
            }
        }
    }

    /// How many items of a line were refunded or removed.
    pub fn refunded(&self, line: &StateLine) -> u32 {
        let named = self
            .refunds
            .values()
            .filter_map(|refund| refund.get(&line.id))
            .fold(0, |sum: u32, refunded| sum.saturating_add(*refunded));
        let removed = line.current.map_or(0, |current| line.quantity.saturating_sub(current));
        named.max(removed).min(line.quantity)
    }

    /// The lines that are about a product. What needs no shipping, and what is a part of a kit, counts only if the order
    /// has nothing else.
    pub fn product_lines(&self) -> impl Iterator<Item = &StateLine> {
        let lines = || self.lines.iter().flat_map(|lines| &lines.value);
        let products = move || lines().filter(|line| line.product.is_some() && !line.is_gift_card);
        let is_beside = |line: &StateLine| line.needs_no_shipping || line.is_part;
        let has_goods = products().any(|line| !is_beside(line));
        products().filter(move |line| !(has_goods && is_beside(line)))
    }

    /// The lines that are about a product and still have items.
    pub fn lines_left(&self) -> impl Iterator<Item = &StateLine> {
        self.product_lines().filter(|line| self.refunded(line) < line.quantity)
    }
}

impl ShipmentState {
    /// A shipment of the whole order, which the system reported at `said_at`.
    pub fn whole(created_at: Timestamp, said_at: Timestamp) -> Self {
        let status = Some(Stamped { at: said_at, value: ShipmentStatus::Left });
        Self { created_at: Some(created_at), status, ..Self::default() }
    }

    fn merge(&mut self, other: Self) {
        let Self { created_at, status, lines, delivered_at, seen_delivered_at } = other;
        earlier(&mut self.created_at, created_at);
        later(&mut self.status, status);
        later(&mut self.lines, lines);
        earlier(&mut self.delivered_at, delivered_at);
        earlier(&mut self.seen_delivered_at, seen_delivered_at);
    }

    /// Whether the shipment has the line. A shipment that names no lines has all of them.
    pub fn has(&self, line: &StateLine) -> bool {
        self.lines.as_ref().is_none_or(|lines| lines.value.contains_key(&line.id))
    }

    /// When the shipment was sent; `None` if it was not sent, or was cancelled.
    pub fn left_at(&self) -> Option<Timestamp> {
        self.created_at.filter(|_| self.is(ShipmentStatus::Left))
    }

    pub fn is(&self, status: ShipmentStatus) -> bool {
        self.status.as_ref().is_some_and(|known| known.value == status)
    }

    pub fn arrived_at(&self) -> Option<Timestamp> {
        self.delivered_at.or(self.seen_delivered_at)
    }
}

fn later<T: Ord>(known: &mut Latest<T>, said: Latest<T>) {
    if said > *known {
        *known = said;
    }
}

/// The later of two values. Shopify's instants are whole seconds, so two values may have the same one: then the one counts
/// because of which fewer customers are asked, which `less` makes of both; `None` if the greater one does.
fn later_by<T: Ord>(known: Latest<T>, said: Latest<T>, less: impl Fn(&T, &T) -> Option<T>) -> Latest<T> {
    match (known, said) {
        (Some(known), Some(said)) if known.at == said.at => {
            let value = less(&known.value, &said.value);
            Some(Stamped { at: known.at, value: value.unwrap_or_else(|| known.value.max(said.value)) })
        }
        (known, said) => known.max(said),
    }
}

/// The lines with fewer items left; `None` if both have as many.
fn fewer_items(one: &[StateLine], other: &[StateLine]) -> Option<Vec<StateLine>> {
    let left = |lines: &[StateLine]| -> u64 {
        lines.iter().map(|line| u64::from(line.current.unwrap_or(line.quantity).min(line.quantity))).sum()
    };
    match left(one).cmp(&left(other)) {
        Ordering::Less => Some(one.to_vec()),
        Ordering::Greater => Some(other.to_vec()),
        Ordering::Equal => None,
    }
}

fn earlier(known: &mut Option<Timestamp>, said: Option<Timestamp>) {
    *known = match (*known, said) {
        (Some(known), Some(said)) => Some(known.min(said)),
        (known, said) => known.or(said),
    };
}
