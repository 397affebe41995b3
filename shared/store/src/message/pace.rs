//! Paces: the line for a provider that is full, in the item of its channel's pause, which every sender reads anyway. Old code,
//! which knows pauses alone, takes it for one that is over.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use domain::{Channel, PACE_KEPT, Pace, Place};
use jiff::{SignedDuration, Timestamp};

use crate::privacy::retention::pause_ttl;
use crate::table::{Attributes, Error, Store, done_if_met, keys, number};

/// The start of the attributes of lanes, before their numbers.
const LANE: &str = "lane";

/// Reads the line in a channel's item, if there ever was one. Its instants are microseconds since 1970: a provider may take
/// thousands of messages a second.
pub(super) fn take_pace(item: &Attributes) -> Result<Option<Pace>, Error> {
    let (Some(free_at), Some(interval)) = (item.get("free_us"), item.get("interval_us")) else { return Ok(None) };
    let mut lanes = BTreeMap::new();
    for (name, value) in item {
        if let Some(lane) = name.strip_prefix(LANE).and_then(|lane| lane.parse().ok()) {
            lanes.insert(lane, instant(value)?);
        }
    }
    let interval = SignedDuration::from_micros(micros(interval)?);
    Ok(Some(Pace { free_at: instant(free_at)?, interval, lanes }))
}

impl Store {
    /// Takes a place in a channel's line, as it was seen; the message's instant. `None` if the lane is taken by now, or the
    /// line is gone.
    pub async fn line_up(
        &self,
        channel: Channel,
        pace: &Pace,
        place: Place,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, Error> {
        let line = self.line(channel);
        match place {
            Place::Last => {
                let update = line
                    .update_expression("SET free_us = free_us + :interval, #ttl = :ttl")
                    .condition_expression("attribute_exists(free_us)")
                    .expression_attribute_names("#ttl", "ttl")
                    .expression_attribute_values(":interval", number(pace.interval.as_micros()))
                    .expression_attribute_values(":ttl", number(pause_ttl(pace.free_at.max(now))))
                    .return_values(ReturnValue::UpdatedNew);
                let updated = update.send().await;
                let free_at = updated.as_ref().ok().and_then(|updated| updated.attributes()?.get("free_us"));
                let at = free_at.map(instant).transpose()?.and_then(|at| at.saturating_sub(pace.interval).ok());
                Ok(done_if_met(updated)?.then_some(at).flatten())
            }
            Place::InLane { lane, seen, at, free_at } => {
                let condition = match seen {
                    None => "attribute_exists(free_us) AND attribute_not_exists(#lane)",
                    // One that is free from the same microsecond on was taken by this call, whose first answer was lost.
                    Some(_) => "attribute_exists(free_us) AND (#lane = :seen OR #lane = :free)",
                };
                let mut update = line
                    .update_expression("SET #lane = :free")
                    .condition_expression(condition)
                    .expression_attribute_names("#lane", format!("{LANE}{lane}"))
                    .expression_attribute_values(":free", microseconds(free_at));
                if let Some(seen) = seen {
                    update = update.expression_attribute_values(":seen", microseconds(seen));
                }
                Ok(self.update_if_met(update).await?.then_some(at))
            }
        }
    }

    /// Begins a channel's line, or goes on with one that was there within the hour: until `free_at` nobody is tried who does
    /// not stand in it. Returns whether it is new.
    pub async fn begin_line(
        &self,
        channel: Channel,
        interval: SignedDuration,
        free_at: Timestamp,
    ) -> Result<bool, Error> {
        let is_old = "attribute_not_exists(free_us) OR free_us < :old OR (free_us = :free AND interval_us = :interval)";
        let begin = self
            .line(channel)
            .update_expression(
                "SET free_us = :free, interval_us = :interval, #ttl = :ttl, since = if_not_exists(since, :never), \
                 #until = if_not_exists(#until, :never), tries = if_not_exists(tries, :never) REMOVE is_known",
            )
            .condition_expression(is_old)
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_names("#until", "until")
            .expression_attribute_values(":old", microseconds(free_at.saturating_sub(PACE_KEPT).unwrap_or(free_at)))
            .expression_attribute_values(":free", microseconds(free_at))
            .expression_attribute_values(":interval", number(interval.as_micros()))
            .expression_attribute_values(":never", number(0))
            .expression_attribute_values(":ttl", number(pause_ttl(free_at)));
        if self.update_if_met(begin).await? {
            return Ok(true);
        }
        let go_on = self
            .line(channel)
            .update_expression("SET free_us = :free")
            .condition_expression("free_us < :free")
            .expression_attribute_values(":free", microseconds(free_at));
        self.update_if_met(go_on).await?;
        Ok(false)
    }

    /// Sets the time between two instants of a channel's line.
    pub async fn set_interval(&self, channel: Channel, interval: SignedDuration) -> Result<(), Error> {
        let update = self
            .line(channel)
            .update_expression("SET interval_us = :interval, is_known = :known")
            .condition_expression("attribute_exists(free_us)")
            .expression_attribute_values(":known", AttributeValue::Bool(true))
            .expression_attribute_values(":interval", number(interval.as_micros()));
        self.update_if_met(update).await.map(drop)
    }

    /// Whether the interval is the provider's, and not a guess.
    pub async fn is_interval_known(&self, channel: Channel) -> Result<bool, Error> {
        Ok(self.get(&keys::pause(channel)).await?.is_some_and(|item| item.contains_key("is_known")))
    }

    fn line(&self, channel: Channel) -> UpdateItemFluentBuilder {
        self.client.update_item().table_name(&self.table).set_key(Some(keys::pause(channel).attributes()))
    }
}

fn microseconds(at: Timestamp) -> AttributeValue {
    number(at.as_microsecond())
}

fn micros(value: &AttributeValue) -> Result<i64, Error> {
    let number = value.as_n().ok().and_then(|number| number.parse().ok());
    number.ok_or_else(|| Error::Unreadable("a pace".to_owned()))
}

fn instant(value: &AttributeValue) -> Result<Timestamp, Error> {
    Timestamp::from_microsecond(micros(value)?).map_err(|_| Error::Unreadable("a pace".to_owned()))
}
