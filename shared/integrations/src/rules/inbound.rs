//! The calls of a shop's system, and what became of each.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use domain::{InboundId, Product, RequestId, words};

use super::OrderState;

/// The calls that are shown.
pub const INBOUND_SHOWN: u32 = 50;

words! {
    /// The result of a call of a shop's system.
    pub enum InboundResult {
        /// A request was due at once.
        Asked = "asked",
        /// A request waits.
        Planned = "planned",
        /// A request that waited is stopped.
        Stopped = "stopped",
        /// Nothing is to be done.
        Ignored = "ignored",
        /// Unreadable.
        Refused = "refused",
    }
}

/// A call of a shop's system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inbound {
    /// Rises with time.
    pub id: InboundId,
    /// The platform's word for what happened.
    pub topic: String,
    /// The order, as people type it, or else the platform's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
    /// The result; `None` while it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<InboundResult>,
    /// Why, as a code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The request that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestId>,
}

/// The content of a call of a shop's system, independent of the system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arrival {
    /// Something about an order.
    Order {
        /// The system's id of the order.
        id: String,
        /// The content.
        state: Box<OrderState>,
    },
    /// A product as the system describes it from an instant on.
    Product(Box<Product>, Timestamp),
    /// A person wants what is stored of them.
    Export(NamedPerson),
    /// A person's data is to be erased.
    Erase(NamedPerson),
    /// The shop took our app out of its system.
    Uninstalled,
    /// Whatever came from the system is to be erased, with the buyers.
    EraseShop,
}

/// A person, as a system names them.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NamedPerson {
    /// The address.
    pub email: Option<String>,
    /// The number.
    pub phone: Option<String>,
    /// The system's ids of their orders.
    #[serde(default)]
    pub orders: Vec<String>,
    /// The system's id of the call, which it repeats when it calls again.
    pub call: String,
}

impl std::fmt::Debug for NamedPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NamedPerson(…)")
    }
}

/// A day (UTC) of a shop's system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrdersOfDay {
    /// The day.
    pub day: Date,
    /// Orders that were first heard of on it.
    pub orders: u32,
    /// When the last of them was.
    pub last_order_at: Option<Timestamp>,
    /// When the last call came.
    pub last_call_at: Option<Timestamp>,
}

/// The days before the last order from which the usual number of orders follows.
pub const USUAL_DAYS: u32 = 28;
/// How many days are remembered: a system that was busy is silent for two months at least.
pub const REMEMBERED_DAYS: u32 = 3 * USUAL_DAYS + 7;
/// The fewest orders of those days from which anything follows.
const USUAL_ORDERS_MIN: u32 = 20;
/// How many times the usual gap between two orders is silence.
const GAPS: i32 = 5;
/// The shortest silence.
pub const SILENCE_MIN: SignedDuration = SignedDuration::from_hours(48);

/// How often orders usually come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UsualOrders {
    /// Orders of the [`USUAL_DAYS`] days before the last one.
    pub orders: u32,
    /// When the last order came.
    pub last_order_at: Option<Timestamp>,
    /// When the last call came, about anything.
    pub last_call_at: Option<Timestamp>,
}

impl UsualOrders {
    /// What follows from the days that are remembered.
    #[must_use]
    pub fn of(days: &[OrdersOfDay]) -> Self {
        let last_order_at = days.iter().filter_map(|day| day.last_order_at).max();
        let last_day = days.iter().filter(|day| day.orders > 0).map(|day| day.day).max();
        let is_usual = |day: &&OrdersOfDay| {
            last_day.is_some_and(|last| {
                last.duration_since(day.day) < SignedDuration::from_hours(24 * i64::from(USUAL_DAYS))
            })
        };
        Self {
            orders: days.iter().filter(is_usual).fold(0, |sum, day| sum.saturating_add(day.orders)),
            last_order_at,
            last_call_at: days.iter().filter_map(|day| day.last_call_at).max(),
        }
    }

    /// Orders a day.
    #[must_use]
    pub fn a_day(&self) -> f64 {
        f64::from(self.orders) / f64::from(USUAL_DAYS)
    }

    /// Whether no order came for much longer than usual.
    #[must_use]
    pub fn is_silent(&self, now: Timestamp) -> bool {
        self.silent_from().is_some_and(|at| at <= now)
    }

    /// When that is so, unless an order comes before; `None` after too few to tell.
    #[must_use]
    pub fn silent_from(&self) -> Option<Timestamp> {
        let last = self.last_order_at.filter(|_| self.orders >= USUAL_ORDERS_MIN)?;
        let gap =
            SignedDuration::from_hours(24 * i64::from(USUAL_DAYS)) / i32::try_from(self.orders).unwrap_or(i32::MAX);
        last.checked_add(SILENCE_MIN.max(gap * GAPS)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_is_five_usual_gaps_and_two_days_at_least() {
        let last = Timestamp::from_second(0).unwrap();
        let hours = |hours: i64| last + SignedDuration::from_hours(hours);
        let usual = |orders| UsualOrders { orders, last_order_at: Some(last), last_call_at: None };
        assert!(!usual(19).is_silent(hours(10_000)), "too few to tell");
        // A gap of 33.6 hours.
        assert!(!usual(20).is_silent(hours(167)));
        assert!(usual(20).is_silent(hours(168)));
        assert!(!usual(1_000).is_silent(hours(47)));
        assert!(usual(1_000).is_silent(hours(48)));
        assert!(!UsualOrders::default().is_silent(hours(48)));
    }
}
