//! What happened to shops in a week, of which the operator's digest tells, and whether the digest was published. A week
//! is from Monday to Sunday (UTC), and has the name of its Monday.

use aws_sdk_dynamodb::types::AttributeValue;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use serde::Deserialize;

use crate::retention::{WEEK_DAYS, days_after};
use crate::table::{Error, Store, from_item, keys, milliseconds, number};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfWeek {
    Suspension,
    DisabledWebhook,
}

/// How often it happened in a week.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub struct WeekCounts {
    #[serde(default)]
    pub suspensions: u64,
    #[serde(default)]
    pub disabled_webhooks: u64,
}

/// The Monday of the week.
pub fn week_of(at: Timestamp) -> Date {
    let date = at.to_zoned_datetime(TimeZone::UTC).date();
    date.saturating_sub(date.weekday().since(Weekday::Monday).days())
}

impl Store {
    /// Counts what just happened to a shop.
    pub async fn count_of_week(&self, what: OfWeek, now: Timestamp) -> Result<(), Error> {
        let name = match what {
            OfWeek::Suspension => "suspensions",
            OfWeek::DisabledWebhook => "disabled_webhooks",
        };
        let (set, values) = (format!("ADD {name} :one SET #ttl = :ttl"), [(":one", number(1)), (":ttl", ttl(now))]);
        self.change(&keys::week(week_of(now)), &set, "", values).await.map(drop)
    }

    pub async fn counts_of_week(&self, week: Date) -> Result<WeekCounts, Error> {
        self.get(&keys::week(week)).await?.map_or(Ok(WeekCounts::default()), from_item)
    }

    /// Takes a week's digest, to publish it before a time. `false` if it was published, or if another run has it.
    pub async fn take_digest(&self, week: Date, until: Timestamp, now: Timestamp) -> Result<bool, Error> {
        let values = [(":until", milliseconds(until)), (":ttl", ttl(now)), (":now", milliseconds(now))];
        self.change(&keys::week(week), TOLD, "attribute_not_exists(told_until) OR told_until < :now", values).await
    }

    /// Notes that a week's digest was published.
    pub async fn finish_digest(&self, week: Date, now: Timestamp) -> Result<(), Error> {
        let values = [(":until", milliseconds(Timestamp::MAX)), (":ttl", ttl(now))];
        self.change(&keys::week(week), TOLD, "", values).await.map(drop)
    }
}

const TOLD: &str = "SET told_until = :until, #ttl = :ttl";

fn ttl(now: Timestamp) -> AttributeValue {
    number(days_after(now, WEEK_DAYS))
}
