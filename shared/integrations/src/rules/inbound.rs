//! The calls of a shop's system, and what became of each.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use domain::order::Product;
use domain::values::{InboundId, RequestId};
use domain::words;

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
    /// The names of the fields whose values had another type than the system documents, and were ignored.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ignored: Vec<String>,
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
pub struct DailyOrders {
    /// The day.
    pub day: Date,
    /// Orders that were first heard of on it.
    pub orders: u32,
    /// Calls about anything in each hour (UTC).
    pub calls: [u32; 24],
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

/// How many calls a day make their absence tell something.
const CALLS_A_DAY_MIN: f64 = 50.0;
/// The shortest time without calls that tells something, in hours.
pub const CALLS_SILENCE_HOURS: u8 = 6;
/// How many calls must be missing: those of six hours, if they come evenly. At night, it takes longer.
const CALLS_MISSED_MIN: f64 = CALLS_A_DAY_MIN / 4.0;
/// How long calls are waited for until only orders count, in hours.
const CALLS_WAITED_HOURS: u8 = 7 * 24;
/// The fewest days by which calls are averaged.
const CALLS_DAYS_MIN: u32 = 7;

/// How often orders usually come.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct UsualOrders {
    /// Orders of the [`USUAL_DAYS`] days before the last one.
    pub orders: u32,
    /// When the last order came.
    pub last_order_at: Option<Timestamp>,
    /// When the last call came, about anything.
    pub last_call_at: Option<Timestamp>,
    /// How many calls usually come in each hour (UTC).
    pub calls: [f64; 24],
}

impl UsualOrders {
    /// What follows from the days that are remembered.
    #[must_use]
    pub fn of(days: &[DailyOrders]) -> Self {
        let last_order_at = days.iter().filter_map(|day| day.last_order_at).max();
        let last_day = days.iter().filter(|day| day.orders > 0).map(|day| day.day).max();
        let is_usual = |day: &&DailyOrders| {
            last_day.is_some_and(|last| {
                last.duration_since(day.day) < SignedDuration::from_hours(24 * i64::from(USUAL_DAYS))
            })
        };
        let last_call_at = days.iter().filter_map(|day| day.last_call_at).max();
        let last_called = days.iter().filter(|day| day.last_call_at.is_some()).map(|day| day.day).max();
        let days_before = |day: &DailyOrders| {
            let hours = last_called.map_or(0, |last| last.duration_since(day.day).as_hours());
            u32::try_from(hours / 24).unwrap_or_default()
        };
        let called = || days.iter().filter(|day| days_before(day) < USUAL_DAYS);
        // A day on which the system was silent is no usual one.
        let over =
            f64::from(called().map(|day| u32::from(day.last_call_at.is_some())).sum::<u32>().max(CALLS_DAYS_MIN));
        let of_hour = |hour: usize| called().filter_map(move |day| day.calls.get(hour)).copied().map(f64::from);
        let calls = std::array::from_fn(|hour| of_hour(hour).sum::<f64>() / over);
        Self {
            calls,
            orders: days.iter().filter(is_usual).fold(0, |sum, day| sum.saturating_add(day.orders)),
            last_order_at,
            last_call_at,
        }
    }

    /// Orders a day.
    #[must_use]
    pub fn a_day(&self) -> f64 {
        f64::from(self.orders) / f64::from(USUAL_DAYS)
    }

    /// Whether no order, or no call at all, came for much longer than usual.
    #[must_use]
    pub fn is_silent(&self, now: Timestamp) -> bool {
        self.silence(now).is_some()
    }

    /// What came last before a silence.
    #[must_use]
    pub fn silence(&self, now: Timestamp) -> Option<Timestamp> {
        let is_past = |from: Option<Timestamp>| from.is_some_and(|at| at <= now);
        let called = self.last_call_at.filter(|_| is_past(self.without_calls_from()));
        called.or(self.last_order_at.filter(|_| is_past(self.without_orders_from())))
    }

    /// When that is so, unless something comes before; `None` after too little to tell.
    #[must_use]
    pub fn silent_from(&self) -> Option<Timestamp> {
        [self.without_calls_from(), self.without_orders_from()].into_iter().flatten().min()
    }

    fn without_calls_from(&self) -> Option<Timestamp> {
        let last = self.last_call_at.filter(|_| self.calls.iter().sum::<f64>() >= CALLS_A_DAY_MIN)?;
        let mut missed = 0.0;
        let hour = |hours: u8| last.saturating_add(SignedDuration::from_hours(i64::from(hours))).unwrap_or(last);
        (1..=CALLS_WAITED_HOURS).map(hour).enumerate().find_map(|(place, at)| {
            let of_day = at.to_zoned(TimeZone::UTC).hour();
            missed += usize::try_from(of_day).ok().and_then(|hour| self.calls.get(hour)).copied().unwrap_or_default();
            (place + 1 >= usize::from(CALLS_SILENCE_HOURS) && missed >= CALLS_MISSED_MIN).then_some(at)
        })
    }

    fn without_orders_from(&self) -> Option<Timestamp> {
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
        let usual = |orders| UsualOrders { orders, last_order_at: Some(last), ..UsualOrders::default() };
        assert!(!usual(19).is_silent(hours(10_000)), "too few to tell");
        // A gap of 33.6 hours.
        assert!(!usual(20).is_silent(hours(167)));
        assert!(usual(20).is_silent(hours(168)));
        assert!(!usual(1_000).is_silent(hours(47)));
        assert!(usual(1_000).is_silent(hours(48)));
        assert!(!UsualOrders::default().is_silent(hours(48)));
    }

    #[test]
    fn calls_that_stop_are_silence_after_six_hours_but_not_at_night() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let from = |by_hour: [u32; 24], last: &str| {
            let last_call_at = Some(at(last));
            let day = |of_month| DailyOrders {
                day: Date::constant(2026, 3, of_month),
                orders: 0,
                calls: by_hour,
                last_order_at: None,
                last_call_at,
            };
            UsualOrders::of(&(1..=28).map(day).collect::<Vec<_>>()).silent_from()
        };
        assert_eq!(from([3; 24], "2026-03-28T12:10:00Z"), Some(at("2026-03-28T18:10:00Z")));
        assert_eq!(from([2; 24], "2026-03-28T12:10:00Z"), None, "too few to tell");
        let by_day = std::array::from_fn(|hour| if (8..20).contains(&hour) { 5 } else { 0 });
        assert_eq!(from(by_day, "2026-03-28T19:50:00Z"), Some(at("2026-03-29T10:50:00Z")));
    }
}
