//! How many orders and calls came each day.

use aws_sdk_dynamodb::types::builders::UpdateBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, Update};
use domain::values::{ShopSystem, Tenant};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use store::retention::days_after;
use store::table::{Attributes, DueKind, Error, SK, from_item, keys, milliseconds, number};

use super::integration::Rows;
use crate::rules::{DailyOrders, REMEMBERED_DAYS, SILENCE_MIN};

const KEPT_DAYS: i64 = 92;

impl Rows<'_> {
    /// Counts a call from a system and, if it is new, its order. Reconcile later checks whether others followed.
    pub async fn count_call(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        is_new_order: bool,
        now: Timestamp,
    ) -> Result<(), Error> {
        let set = "SET #ttl = :ttl, last_call_at = :now, due_shard = :shard, due_at = if_not_exists(due_at, :due)";
        let look_at = now.saturating_add(SILENCE_MIN).unwrap_or(now);
        let update = Update::builder()
            .expression_attribute_values(":shard", AttributeValue::S(DueKind::Orders.shard_name(0)))
            .expression_attribute_values(":due", milliseconds(look_at));
        let update = match is_new_order {
            true => update
                .update_expression(format!("ADD orders :one {set}, last_order_at = :now"))
                .expression_attribute_values(":one", number(1)),
            false => update.update_expression(set),
        };
        self.count_in_day(tenant, system, update, now).await
    }

    /// Updates the row of today with counts.
    async fn count_in_day(
        &self,
        tenant: &Tenant,
        system: ShopSystem,
        update: UpdateBuilder,
        now: Timestamp,
    ) -> Result<(), Error> {
        let day = now.to_zoned_datetime(TimeZone::UTC).date();
        let update = update
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_values(":ttl", number(days_after(now, KEPT_DAYS)))
            .expression_attribute_values(":now", milliseconds(now));
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
        let update = Update::builder()
            .update_expression("ADD forged :calls SET last_forged_at = :now, #ttl = :ttl")
            .expression_attribute_values(":calls", number(calls));
        self.count_in_day(tenant, system, update, now).await
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
            Ok(DailyOrders { day, ..from_item(item)? })
        };
        let items = self.0.between(tenant, &first, &keys::days_of_orders(system)).await?;
        items.into_iter().map(row).collect()
    }
}
