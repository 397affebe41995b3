//! An order's shipments.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::OrderLine;
use crate::values::{is_default, ms};
use crate::words;

words! {
    /// The status of a shipment. Of two with the same instant, the one that is later in this list counts.
    pub enum ShipmentStatus {
        Waiting = "waiting",
        Left = "left",
        TakenBack = "taken_back",
    }
}

/// A shipment as it was when its system read it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Shipment {
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

impl Shipment {
    /// A shipment of the whole order that left and arrived at the same time.
    pub const fn arrived(at: Timestamp) -> Self {
        let (left_at, arrived_at) = (Some(at), Some(at));
        Self { as_of: at, status: ShipmentStatus::Left, lines: BTreeMap::new(), left_at, arrived_at }
    }

    /// The later of two reports about a shipment. An arrival stays, whatever is said later; so does the departure of a shipment
    /// that is not taken back, because WooCommerce's orders may say only that they are fulfilled, and not since when.
    pub(super) fn or_later(self, known: Option<Self>) -> Self {
        let Some(known) = known else { return self };
        let arrived_at = self.arrived_at.into_iter().chain(known.arrived_at).min();
        let first_left_at = self.left_at().zip(known.left_at()).map(|(one, other)| one.min(other));
        let later = self.max(known);
        Self { arrived_at, left_at: first_left_at.or(later.left_at), ..later }
    }

    /// Whether the shipment has the line. A shipment that names no lines has all of them.
    pub fn has(&self, line: &OrderLine) -> bool {
        self.lines.is_empty() || self.lines.contains_key(&line.id)
    }

    /// When the shipment was sent; `None` if it was not sent, or was taken back.
    pub fn left_at(&self) -> Option<Timestamp> {
        self.left_at.filter(|_| self.status == ShipmentStatus::Left)
    }
}
