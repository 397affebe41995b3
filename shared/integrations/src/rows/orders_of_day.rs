//! How many orders a day brought.

use aws_sdk_dynamodb::types::{AttributeValue, Update};
use domain::{ShopSystem, Tenant};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use store::table::{Attributes, SK, from_item, instant, keys, milliseconds, number};
use store::{DueKind, Error};

use super::{Rows, days_after};
use crate::rules::{OrdersOfDay, REMEMBERED_DAYS, SILENCE_MIN};

/// Days for which the orders of a day count as usual.
const KEPT_DAYS: i64 = 92;

#[derive(Deserialize)]
struct OrdersOfDayItem {
    #[serde(default)]
    orders: u32,
    #[serde(default)]
    last_order_at: Option<i64>,
    #[serde(default)]
    last_call_at: Option<i64>,
}

impl Rows<'_> {
    /// Counts a call of a system, and the order that it is about if that is new: then reconcile looks whether others follow.
    pub async fn count_call(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        is_new_order: bool,
        now: Timestamp,
    ) -> Result<(), Error> {
        let day = now.to_zoned(TimeZone::UTC).date();
        let set = "SET #ttl = :ttl, last_call_at = :now";
        let expression = match is_new_order {
            true => format!(
                "ADD orders :one {set}, last_order_at = :now, due_shard = :shard, due_at = if_not_exists(due_at, :due)"
            ),
            false => set.to_owned(),
        };
        let mut update = Update::builder()
            .update_expression(expression)
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_values(":ttl", number(days_after(now, KEPT_DAYS)))
            .expression_attribute_values(":now", milliseconds(now));
        if is_new_order {
            update = update
                .expression_attribute_values(":one", number(1))
                .expression_attribute_values(":shard", AttributeValue::S(DueKind::Orders.shard_name(0)))
                .expression_attribute_values(":due", milliseconds(now.saturating_add(SILENCE_MIN).unwrap_or(now)));
        }
        let update = self.0.update(&keys::day_of_orders(tenant, system, day), update)?;
        Ok(self.0.uncontended(|| update.clone().send()).await.map(drop)?)
    }

    /// The days that are remembered, oldest first.
    pub async fn orders_of_days(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        now: Timestamp,
    ) -> Result<Vec<OrdersOfDay>, Error> {
        let first = now.saturating_sub(SignedDuration::from_hours(24 * i64::from(REMEMBERED_DAYS))).unwrap_or(now);
        let first = keys::day_of_orders(tenant, system, first.to_zoned(TimeZone::UTC).date()).sk;
        let row = |item: Attributes| {
            let day = item.get(SK).and_then(|sk| keys::parse_day_of_orders(system, sk.as_s().ok()?));
            let day = day.ok_or_else(|| Error::Unreadable("a day of orders".to_owned()))?;
            let OrdersOfDayItem { orders, last_order_at, last_call_at } = from_item(item)?;
            Ok(OrdersOfDay {
                day,
                orders,
                last_order_at: last_order_at.map(instant).transpose()?,
                last_call_at: last_call_at.map(instant).transpose()?,
            })
        };
        let items = self.0.between(tenant, &first, &keys::days_of_orders(system)).await?;
        items.into_iter().map(row).collect()
    }
}
