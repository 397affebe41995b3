//! How many orders and calls came each day.

use aws_sdk_dynamodb::types::{AttributeValue, Update};
use domain::values::{ShopSystem, Tenant};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use store::retention::days_after;
use store::table::{Attributes, DueKind, Error, SK, from_item, instant, keys, milliseconds, number};

use super::Rows;
use crate::rules::{CALLS_SILENCE_HOURS, DailyOrders, REMEMBERED_DAYS};

const KEPT_DAYS: i64 = 92;

#[derive(Deserialize)]
struct DailyOrdersItem {
    #[serde(default)]
    orders: u32,
    #[serde(default)]
    last_order_at: Option<i64>,
    #[serde(default)]
    last_call_at: Option<i64>,
    #[serde(default)]
    forged: u32,
    #[serde(default)]
    last_forged_at: Option<i64>,
}

fn calls_of(hour: i8) -> String {
    format!("calls_{hour}")
}

impl Rows<'_> {
    /// Counts a call from a system and, if it is new, its order. Reconcile later checks whether others followed.
    pub async fn count_call(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        is_new_order: bool,
        now: Timestamp,
    ) -> Result<(), Error> {
        let day = now.to_zoned_datetime(TimeZone::UTC).date();
        let set = "SET #ttl = :ttl, last_call_at = :now, due_shard = :shard, due_at = if_not_exists(due_at, :due)";
        let expression = match is_new_order {
            true => format!("ADD #hour :one, orders :one {set}, last_order_at = :now"),
            false => format!("ADD #hour :one {set}"),
        };
        let look_at = now.saturating_add(SignedDuration::from_hours(i64::from(CALLS_SILENCE_HOURS))).unwrap_or(now);
        let update = Update::builder()
            .update_expression(expression)
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_names("#hour", calls_of(now.to_zoned_datetime(TimeZone::UTC).hour()))
            .expression_attribute_values(":ttl", number(days_after(now, KEPT_DAYS)))
            .expression_attribute_values(":now", milliseconds(now))
            .expression_attribute_values(":one", number(1))
            .expression_attribute_values(":shard", AttributeValue::S(DueKind::Orders.shard_name(0)))
            .expression_attribute_values(":due", milliseconds(look_at));
        let update = self.0.update(&keys::day_of_orders(tenant, system, day), update)?;
        Ok(self.0.uncontended(|| update.clone().send()).await.map(drop)?)
    }

    /// Counts calls that another secret signed. This does not wake reconcile, because nobody knows who called.
    pub async fn count_forged_calls(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        calls: u32,
        now: Timestamp,
    ) -> Result<(), Error> {
        let day = now.to_zoned_datetime(TimeZone::UTC).date();
        let update = Update::builder()
            .update_expression("ADD forged :calls SET last_forged_at = :now, #ttl = :ttl")
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_values(":ttl", number(days_after(now, KEPT_DAYS)))
            .expression_attribute_values(":now", milliseconds(now))
            .expression_attribute_values(":calls", number(calls));
        let update = self.0.update(&keys::day_of_orders(tenant, system, day), update)?;
        Ok(self.0.uncontended(|| update.clone().send()).await.map(drop)?)
    }

    /// The remembered days, oldest first.
    pub async fn orders_of_days(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        now: Timestamp,
    ) -> Result<Vec<DailyOrders>, Error> {
        let first = now.saturating_sub(SignedDuration::from_hours(24 * i64::from(REMEMBERED_DAYS))).unwrap_or(now);
        let first = keys::day_of_orders(tenant, system, first.to_zoned_datetime(TimeZone::UTC).date()).sk;
        let row = |item: Attributes| {
            let day = item.get(SK).and_then(|sk| keys::parse_day_of_orders(system, sk.as_s().ok()?));
            let day = day.ok_or_else(|| Error::Unreadable("a day of orders".to_owned()))?;
            let calls = (0..24).map(|hour| item.get(&calls_of(hour)).and_then(|calls| calls.as_n().ok()?.parse().ok()));
            let calls = calls.map(Option::unwrap_or_default).collect::<Vec<u32>>().try_into().unwrap_or_default();
            let DailyOrdersItem { orders, last_order_at, last_call_at, forged, last_forged_at } = from_item(item)?;
            Ok(DailyOrders {
                day,
                orders,
                calls,
                last_order_at: last_order_at.map(instant).transpose()?,
                last_call_at: last_call_at.map(instant).transpose()?,
                forged,
                last_forged_at: last_forged_at.map(instant).transpose()?,
            })
        };
        let items = self.0.between(tenant, &first, &keys::days_of_orders(system)).await?;
        items.into_iter().map(row).collect()
    }
}
