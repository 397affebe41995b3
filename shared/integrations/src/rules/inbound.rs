//! The calls from a shop's system, and the result of each.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use domain::order::{Order, ProductId, SystemProduct};
use domain::values::{InboundId, RequestId, ShopSystem, ms};
use domain::words;

use super::ShopifyDomain;

/// How long a shop can prevent the erasure of its orders. Shopify allows 30 days
/// (shopify.dev/docs/apps/build/compliance/privacy-law-compliance).
pub const SHOP_ERASED_AFTER: SignedDuration = SignedDuration::from_hours(48);
/// How many calls the API and the console show.
pub const INBOUND_SHOWN: u32 = 50;

words! {
    pub enum InboundResult {
        /// A request was made or changed. It leaves when it is due, unless something holds it back.
        Planned = "planned",
        /// A planned request was stopped.
        Stopped = "stopped",
        /// There is nothing to do.
        Ignored = "ignored",
        /// The call could not be read, or is not what it says.
        Refused = "refused",
    }
}

/// A call from a shop's system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inbound {
    /// The call's id, which grows with time.
    pub id: InboundId,
    /// The system's own word for the event.
    pub topic: String,
    /// The order's number as people know it or, if that is unknown, the system's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
    /// The system's id of the order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub system_id: Option<String>,
    /// The shop that the call says it is about, of Shopify.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<ShopifyDomain>,
    /// When an erasure of the shop's orders begins, after the shop was told.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<Timestamp>,
    /// The result; `None` while the call waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<InboundResult>,
    /// The reason for the result, as a code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestId>,
    /// The names of fields that were ignored, because their values had another type than the system documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ignored: Vec<String>,
}

/// The content of a call, in a form that is the same for all systems.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arrival {
    /// What the call says about an order.
    Order(Box<Order>),
    /// The call describes a product, as it was at an instant.
    Product(Box<SystemProduct>, Timestamp),
    /// The shop deleted a product at this instant.
    ProductDeleted(ProductId, Timestamp),
    /// A person wants a copy of their stored data.
    Export(NamedPerson),
    Erase(NamedPerson),
    /// Nothing: the rules changed, or the products about which customers are asked, so the orders are planned again.
    Rules,
    /// The shop uninstalled our app in its system.
    Uninstalled,
    /// Everything that came from the system must be erased, together with the buyers, [`SHOP_ERASED_AFTER`] later.
    EraseShop,
}

/// A person, as a system names them.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NamedPerson {
    pub email: Option<String>,
    pub phone: Option<String>,
    /// The system's ids of the person's orders.
    pub orders: Vec<String>,
    /// The system's id of the call. A repetition of the call has the same id.
    pub call: String,
}

impl std::fmt::Debug for NamedPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NamedPerson(…)")
    }
}

/// One day (UTC) of a shop's system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct DailyOrders {
    #[serde(skip)]
    pub day: Date,
    /// Orders that were first mentioned on this day.
    pub orders: u32,
    /// When the last of these orders was first mentioned.
    #[serde(with = "ms::optional")]
    pub last_order_at: Option<Timestamp>,
    #[serde(with = "ms::optional")]
    pub last_call_at: Option<Timestamp>,
    /// The number of calls that another secret signed.
    pub forged: u32,
    #[serde(with = "ms::optional")]
    pub last_forged_at: Option<Timestamp>,
}

/// The number of days before the last order over which the usual number of orders is computed.
pub const USUAL_DAYS: u32 = 28;
/// For how many days counts are remembered. A system that was busy can then be silent for at least two months and still
/// be noticed.
pub const REMEMBERED_DAYS: u32 = 3 * USUAL_DAYS + 7;
/// With fewer orders in these days, silence means nothing.
const USUAL_ORDERS_MIN: u32 = 20;
/// Silence is this many times the usual gap between two orders.
const GAPS: i32 = 5;
/// The shortest silence, and that of a system that calls daily.
pub const SILENCE_MIN: SignedDuration = SignedDuration::from_hours(72);
/// A system calls daily if at least one call came on each of so many days before the last one.
const CALLED_DAYS: u32 = 7;

/// Calls that were rejected because another secret than the connection's signed them, with the headers of the shop's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ForgedCalls {
    /// The number of calls in the [`FORGED_DAYS`] days before the last one.
    pub count: u32,
    pub last_at: Timestamp,
}

/// The number of days for which rejected calls are counted together.
const FORGED_DAYS: i64 = 7;
/// How long rejected calls count after an accepted one, because another webhook of the shop may still have the wrong
/// secret.
const FORGED_BESIDE: SignedDuration = SignedDuration::from_hours(24);

impl ForgedCalls {
    /// Whether the shop's secret is wrong, as far as one can tell: no call was accepted after the last of these and, with the secret
    /// that alone is accepted since `secret_alone_at`, none for a day. Beside accepted calls, these may be anybody's.
    pub(crate) fn mean_wrong_secret(
        &self,
        last_call_at: Option<Timestamp>,
        secret_alone_at: Timestamp,
        now: Timestamp,
    ) -> bool {
        last_call_at
            .is_none_or(|at| at < self.last_at && (at < secret_alone_at || now.duration_since(at) >= FORGED_BESIDE))
    }

    /// The rejected calls in the stored days; `None` if a call was accepted well after the last of them.
    fn of(days: &[DailyOrders], last_call_at: Option<Timestamp>) -> Option<Self> {
        let last_at = days.iter().filter_map(|day| day.last_forged_at).max()?;
        let is_mended = last_call_at.is_some_and(|at| at.duration_since(last_at) > FORGED_BESIDE);
        let last_day = last_at.to_zoned_datetime(TimeZone::UTC).date();
        let is_near =
            |day: &&DailyOrders| last_day.duration_since(day.day) < SignedDuration::from_hours(24 * FORGED_DAYS);
        let count = days.iter().filter(is_near).fold(0, |sum: u32, day| sum.saturating_add(day.forged));
        (!is_mended).then_some(Self { count, last_at })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct UsualOrders {
    /// The rejected calls, if the shop has to do something about them.
    pub forged: Option<ForgedCalls>,
    /// How many orders came in the [`USUAL_DAYS`] days before the last one.
    pub orders: u32,
    pub last_order_at: Option<Timestamp>,
    /// When the last call came, whatever it was about.
    pub last_call_at: Option<Timestamp>,
    /// Whether calls came on each of the [`CALLED_DAYS`] days up to the last one.
    pub is_called_daily: bool,
    /// Whether a program of the shop calls, whose silence means nothing.
    pub is_program: bool,
}

impl UsualOrders {
    pub fn of_system(system: ShopSystem, days: &[DailyOrders]) -> Self {
        Self { is_program: system == ShopSystem::Own, ..Self::of(days) }
    }

    fn of(days: &[DailyOrders]) -> Self {
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
        let is_called = |day: &&DailyOrders| day.last_call_at.is_some() && days_before(day) < CALLED_DAYS;
        let called_days = days.iter().filter(is_called).count();
        Self {
            forged: ForgedCalls::of(days, last_call_at),
            is_called_daily: called_days == CALLED_DAYS as usize,
            orders: days.iter().filter(is_usual).fold(0, |sum, day| sum.saturating_add(day.orders)),
            last_order_at,
            last_call_at,
            is_program: false,
        }
    }

    pub fn a_day(&self) -> f64 {
        f64::from(self.orders) / f64::from(USUAL_DAYS)
    }

    /// Whether no order, or no call at all, has come for much longer than usual.
    pub fn is_silent(&self, now: Timestamp) -> bool {
        self.silence(now).is_some()
    }

    /// When the last order or call before a silence came; `None` if there is no silence.
    pub fn silence(&self, now: Timestamp) -> Option<Timestamp> {
        let is_past = |from: Option<Timestamp>| from.is_some_and(|at| at <= now);
        let called = self.last_call_at.filter(|_| is_past(self.without_calls_from()));
        called.or(self.last_order_at.filter(|_| is_past(self.without_orders_from())))
    }

    /// From when the system will count as silent, unless something comes before; `None` if there were too few orders
    /// and calls to tell.
    pub fn silent_from(&self) -> Option<Timestamp> {
        [self.without_calls_from(), self.without_orders_from()].into_iter().flatten().min()
    }

    fn without_calls_from(&self) -> Option<Timestamp> {
        self.last_call_at.filter(|_| self.is_called_daily && !self.is_program)?.checked_add(SILENCE_MIN).ok()
    }

    fn without_orders_from(&self) -> Option<Timestamp> {
        let last = self.last_order_at.filter(|_| !self.is_program && self.orders >= USUAL_ORDERS_MIN)?;
        let gap =
            SignedDuration::from_hours(24 * i64::from(USUAL_DAYS)) / i32::try_from(self.orders).unwrap_or(i32::MAX);
        last.checked_add(SILENCE_MIN.max(gap * GAPS)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_is_five_usual_gaps_and_three_days_at_least() {
        let last = Timestamp::from_second(0).unwrap();
        let hours = |hours: i64| last + SignedDuration::from_hours(hours);
        let usual = |orders| UsualOrders { orders, last_order_at: Some(last), ..UsualOrders::default() };
        assert!(!usual(19).is_silent(hours(10_000)), "too few to tell");
        // The gap is 33.6 hours.
        assert!(!usual(20).is_silent(hours(167)));
        assert!(usual(20).is_silent(hours(168)));
        assert!(!usual(1_000).is_silent(hours(71)));
        assert!(usual(1_000).is_silent(hours(72)));
        let program = UsualOrders { is_program: true, ..usual(1_000) };
        assert!(![program, UsualOrders::default()].iter().any(|usual| usual.is_silent(hours(1_000))));
    }

    #[test]
    fn a_system_that_calls_daily_is_silent_after_three_days_without_a_call() {
        let at = |text: &str| Some(text.parse::<Timestamp>().unwrap());
        let silent_from = |days: &[i8]| {
            let day = |day: &i8| DailyOrders {
                day: Date::constant(2026, 3, *day),
                last_call_at: at("2026-03-28T12:10:00Z"),
                ..DailyOrders::default()
            };
            UsualOrders::of(&days.iter().map(day).collect::<Vec<_>>()).silent_from()
        };
        assert_eq!(silent_from(&[22, 23, 24, 25, 26, 27, 28]), at("2026-03-31T12:10:00Z"));
        assert_eq!(silent_from(&[21, 22, 24, 25, 26, 27, 28]), None, "not daily");
    }
}
