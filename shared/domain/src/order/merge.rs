//! How the reports about an order become one.
//!
//! Reports come repeatedly, late and in any order. So the whole order is what was read last; and each of Shopify's shipments,
//! which have calls of their own, is the one that was read last. Any sequence of reports about an order leads to the same order.
//!
//! What is stored is bounded, because an order's item must stay below 400 KB, whatever a system sends and however often
//! (<https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html>). Each list may use a share of this size,
//! and keeps its first elements in its own order. So it does not matter whether two orders are first cut and then merged, or
//! first merged and then cut.

use std::cmp::Ordering;
use std::mem::take;

use jiff::Timestamp;
use serde::Serialize;

use super::{Order, OrderStatus};

/// The longest tag, in characters (Shopify's own bound).
const TAG_CHARACTERS_MAX: usize = 255;
// The bytes of each list's JSON.
const TAGS_BYTES: usize = 40_000;
/// The most bytes of an order's lines; 250 usual lines have 100,000.
const LINES_BYTES: usize = 280_000;
const SHIPMENTS_BYTES: usize = 60_000;
const SHIPMENTS_MAX: usize = 100;

impl Order {
    /// Merges what another report says, as far as it fits. A whole order of a system that does not call about shipments replaces
    /// all of these.
    pub fn merge(&mut self, mut said: Self) {
        let shipments = take(&mut said.shipments);
        let mut known = take(&mut self.shipments);
        let deleted_at = take(&mut self.deleted_at).max(take(&mut said.deleted_at));
        let is_anonymised = take(&mut self.is_anonymised) | take(&mut said.is_anonymised);
        if said.counts_over(self) == Ordering::Greater {
            *self = said;
        }
        for (id, shipment) in shipments {
            let before = known.remove(&id);
            known.insert(id, shipment.or_later(before));
        }
        let (calls_about_shipments, as_of) = (self.place.system.calls_about_shipments(), self.as_of);
        known.retain(|_, shipment| calls_about_shipments || as_of <= Some(shipment.as_of));
        (self.shipments, self.deleted_at, self.is_anonymised) = (known, deleted_at, is_anonymised);
        self.bound();
    }

    /// Which of two whole orders counts: the later one. Of the same instant, the one that ends the order, or else the one because
    /// of which fewer customers are asked, or else the one that names a buyer; of two that are alike in this, always the same
    /// one.
    fn counts_over(&self, other: &Self) -> Ordering {
        let weight = |order: &Self| {
            let refunded = order.lines.iter().fold(0, |sum: u32, line| sum.saturating_add(line.quantity.refunded()));
            (order.as_of, ending(order.reported), refunded, order.agrees.map(|agrees| !agrees), order.buyer.is_some())
        };
        let json = |order: &Self| serde_json::to_string(order).unwrap_or_default();
        weight(self)
            .cmp(&weight(other))
            .then_with(|| if self == other { Ordering::Equal } else { json(self).cmp(&json(other)) })
    }

    /// Dates what a report says: it was read then.
    pub fn dated(&mut self, at: Timestamp) {
        match self.as_of {
            Some(_) => self.as_of = Some(at),
            None => self.deleted_at = self.deleted_at.map(|_| at),
        }
        self.shipments.values_mut().for_each(|shipment| shipment.as_of = at);
    }

    /// When the order was last read, as far as it is known, or deleted.
    pub fn said_at(&self) -> Option<Timestamp> {
        self.as_of.max(self.deleted_at)
    }

    /// Cuts the lists to what fits into a row.
    pub fn bound(&mut self) {
        let mut left = TAGS_BYTES;
        self.tags.retain(|tag| tag.chars().count() <= TAG_CHARACTERS_MAX && fits(&mut left, tag));
        let mut left = LINES_BYTES;
        self.lines.retain(|line| fits(&mut left, line));
        let (mut left, mut count) = (SHIPMENTS_BYTES, 0);
        self.shipments.retain(|id, shipment| {
            count += 1;
            count <= SHIPMENTS_MAX && fits(&mut left, &(id, &*shipment))
        });
    }
}

/// How surely a status ends an order.
const fn ending(status: OrderStatus) -> u8 {
    match status {
        OrderStatus::Pending => 0,
        OrderStatus::Placed => 1,
        OrderStatus::Fulfilled => 2,
        OrderStatus::Delivered => 3,
        OrderStatus::Failed => 4,
        OrderStatus::Refunded => 5,
        OrderStatus::Cancelled => 6,
        OrderStatus::Deleted => 7,
    }
}

/// Uses the room that is left. Once something did not fit, nothing else does.
fn fits(left: &mut usize, value: &impl Serialize) -> bool {
    *left = left.saturating_sub(serde_json::to_vec(value).map_or(usize::MAX, |json| json.len()));
    *left > 0
}
