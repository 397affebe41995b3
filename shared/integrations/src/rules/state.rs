//! The state of an order, as a shop's system has described it so far.
//!
//! Calls come repeatedly, late and in any order. So the whole order, its head, is what was read last; and each of Shopify's
//! shipments, which have calls of their own, is the one that was read last. Any sequence of calls about an order leads to the
//! same state.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use domain::values::{ShopSystem, is_default, ms};
use domain::words;

words! {
    /// The status of an order. Of two with the same instant, the one that is later in this list counts.
    pub enum SystemStatus {
        /// Not paid, or not yet.
        Pending = "pending",
        Placed = "placed",
        Fulfilled = "fulfilled",
        Failed = "failed",
        Refunded = "refunded",
        Cancelled = "cancelled",
    }
}

words! {
    /// The status of a shipment. Of two with the same instant, the one that is later in this list counts.
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
    /// How many of them were refunded or removed; at most `quantity`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub refunded: u32,
    /// The price of one item, in the currency's smallest unit.
    pub unit_price: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_url: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_gift_card: bool,
    /// Whether the line needs no shipping.
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

/// The order as it was when its system read it. What the system leaves out is empty. Two heads are ordered by their fields: of
/// the same instant, the one that ends the order counts, or else the one because of which fewer customers are asked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Head {
    /// When it was read.
    #[serde(with = "ms::required")]
    pub as_of: Timestamp,
    pub status: SystemStatus,
    /// How many items were refunded or removed.
    pub refunded: u32,
    /// Whether the buyer did not agree to marketing; `None` if the system does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lacks_consent: Option<bool>,
    /// The tags, in lower case.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tags: BTreeSet<String>,
    /// The order's number, as people know it.
    pub number: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The buyer's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The buyer's language tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// The country to which the order is shipped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_test: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_in_store: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_unpaid: bool,
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub placed_at: Option<Timestamp>,
    /// When the whole order was completed, for a system without shipments.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub completed_at: Option<Timestamp>,
    pub lines: Vec<StateLine>,
}

/// A shipment as it was when its system read it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ShipmentState {
    /// When it was read.
    #[serde(with = "ms::required")]
    pub as_of: Timestamp,
    pub status: ShipmentStatus,
    /// The lines in the shipment, with their quantities; all lines if there are none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lines: BTreeMap<String, u32>,
    /// When it was sent, if it was.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub left_at: Option<Timestamp>,
    /// When it arrived, or was first seen to have arrived.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub arrived_at: Option<Timestamp>,
}

/// What is known about an order, or what one call says about it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OrderState {
    /// `None` as long as only shipments, or the deletion, are known.
    pub head: Option<Head>,
    /// When the system last said that the order is deleted. A head of a later instant restores it.
    #[serde(with = "ms::optional", skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<Timestamp>,
    /// The shipments, by their id in the system.
    #[serde(skip_serializing_if = "is_default")]
    pub shipments: BTreeMap<String, ShipmentState>,
    /// Whether the shop's system has removed the buyer.
    #[serde(skip_serializing_if = "is_default")]
    pub is_anonymised: bool,
}

impl OrderState {
    /// Merges what another call said, as far as it fits. A head with the shipments of a system that does not call about
    /// them replaces all of these.
    pub fn merge(&mut self, system: ShopSystem, other: Self) {
        let Self { head, deleted_at, shipments, is_anonymised } = other;
        self.head = self.head.take().max(head);
        self.deleted_at = self.deleted_at.max(deleted_at);
        self.is_anonymised |= is_anonymised;
        for (id, shipment) in shipments {
            let known = self.shipments.remove(&id);
            self.shipments.insert(id, shipment.or_later(known));
        }
        let as_of = self.head.as_ref().map(|head| head.as_of);
        self.shipments.retain(|_, shipment| system.calls_about_shipments() || as_of <= Some(shipment.as_of));
        self.bound();
    }

    /// When the system last read the order, as far as it is known.
    pub fn as_of(&self) -> Option<Timestamp> {
        self.head.as_ref().map(|head| head.as_of).max(self.deleted_at)
    }

    /// Whether the order is deleted, and was not restored.
    pub fn is_deleted(&self) -> bool {
        self.deleted_at.is_some() && self.as_of() == self.deleted_at
    }

    pub fn number(&self) -> Option<&str> {
        self.head.as_ref().map(|head| head.number.as_str())
    }

    pub fn lines(&self) -> &[StateLine] {
        self.head.as_ref().map_or(&[], |head| &head.lines)
    }

    /// The lines that are about a product. What needs no shipping, and what is a part of a kit, counts only if the order
    /// has nothing else.
    pub fn product_lines(&self) -> impl Iterator<Item = &StateLine> {
        let products = || self.lines().iter().filter(|line| line.product.is_some() && !line.is_gift_card);
        let is_beside = |line: &StateLine| line.needs_no_shipping || line.is_part;
        let has_goods = products().any(|line| !is_beside(line));
        products().filter(move |line| !(has_goods && is_beside(line)))
    }

    /// The lines that are about a product and still have items.
    pub fn lines_left(&self) -> impl Iterator<Item = &StateLine> {
        self.product_lines().filter(|line| line.refunded < line.quantity)
    }

    /// The shipments that left. A system that does not call about shipments knows of no arrival: there, everything arrived
    /// when the order was completed, or else each shipment when it left. What needs no shipping arrives when it leaves.
    pub fn sent(&self, system: ShopSystem) -> Vec<ShipmentState> {
        let completed_at = self.head.as_ref().and_then(|head| head.completed_at);
        if let Some(at) = completed_at {
            return vec![ShipmentState::arrived(at)];
        }
        let goods: Vec<_> = self.lines().iter().filter(|line| !line.needs_no_shipping).collect();
        let sent = self.shipments.values().filter(|shipment| shipment.left_at().is_some());
        let sent = sent.map(|shipment| {
            let has_goods = self.lines().is_empty() || goods.iter().any(|line| shipment.has(line));
            let arrives_itself = !system.calls_about_shipments() || !has_goods;
            let arrived_at = shipment.arrived_at.or(shipment.left_at.filter(|_| arrives_itself));
            ShipmentState { arrived_at, ..shipment.clone() }
        });
        sent.collect()
    }
}

impl Head {
    /// The head with the number of refunded items.
    pub fn counted(self) -> Self {
        let refunded = self.lines.iter().fold(0, |sum: u32, line| sum.saturating_add(line.refunded));
        Self { refunded, ..self }
    }
}

impl ShipmentState {
    /// A shipment of the whole order that left and arrived at the same time.
    pub const fn arrived(at: Timestamp) -> Self {
        let (left_at, arrived_at) = (Some(at), Some(at));
        Self { as_of: at, status: ShipmentStatus::Left, lines: BTreeMap::new(), left_at, arrived_at }
    }

    /// The later of two reports about a shipment. An arrival stays, whatever is said later; so does the departure of a shipment
    /// that is not taken back, because WooCommerce's orders may say only that they are fulfilled, and not since when.
    fn or_later(self, known: Option<Self>) -> Self {
        let Some(known) = known else { return self };
        let arrived_at = self.arrived_at.into_iter().chain(known.arrived_at).min();
        let first_left_at = self.left_at().zip(known.left_at()).map(|(one, other)| one.min(other));
        let later = self.max(known);
        Self { arrived_at, left_at: first_left_at.or(later.left_at), ..later }
    }

    /// Whether the shipment has the line. A shipment that names no lines has all of them.
    pub fn has(&self, line: &StateLine) -> bool {
        self.lines.is_empty() || self.lines.contains_key(&line.id)
    }

    /// When the shipment was sent; `None` if it was not sent, or was taken back.
    pub fn left_at(&self) -> Option<Timestamp> {
        self.left_at.filter(|_| self.status == ShipmentStatus::Left)
    }
}
