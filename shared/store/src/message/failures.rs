//! Failed messages, counted by day, hour and cause, in the transaction that records the failure. So a message that
//! arrives costs no write.

use std::collections::{BTreeMap, BTreeSet};

use aws_sdk_dynamodb::types::Update;
use domain::message::Cause;
use domain::request::Request;
use domain::values::{RequestId, Tenant};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

pub use crate::retention::FAILURES_DAYS;
use crate::retention::days_after;
use crate::table::keys::{COUNTER_SHARDS, FAILURES};
use crate::table::{Attributes, Error, Part, SK, Store, Transaction, keys, known, number};

/// The prefix of the attribute with the last request of a cause. Counts are in attributes by cause and hour, such as
/// `bounced_14`.
const LAST: &str = "last_";
/// Stands in place of a cause where whole requests that failed are counted, such as `requests_14`.
const REQUESTS: &str = "requests";

/// A shop's messages that failed for one cause.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Failures {
    pub count: u64,
    /// The requests of some of these messages, newest first: from each day's row, only the last.
    pub requests: Vec<RequestId>,
}

impl Store {
    /// A tenant's messages that failed from the beginning of this hour to the end of this day, by cause.
    pub async fn failures(
        &self,
        tenant: &Tenant,
        since: Timestamp,
        last: Date,
    ) -> Result<BTreeMap<Cause, Failures>, Error> {
        let mut failures = BTreeMap::<Cause, Failures>::new();
        let first = since.to_zoned_datetime(TimeZone::UTC).date();
        for row in self.between(tenant, &keys::failures_of(first), FAILURES).await? {
            let day = row.get(SK).and_then(|sk| keys::parse_failures(sk.as_s().ok()?)).ok_or_else(unreadable)?;
            if day <= last {
                add(&mut failures, day, &row, since)?;
            }
        }
        failures.values_mut().for_each(|failed| failed.requests.sort_unstable_by(|one, other| other.cmp(one)));
        Ok(failures)
    }
}

impl Transaction<'_> {
    /// Counts the messages of a request that failed now, and the request itself if it failed with them.
    pub fn count_failures(&mut self, before: &Request, request: &Request, now: Timestamp) {
        let (at, causes) = (now.to_zoned_datetime(TimeZone::UTC), request.failed_since(before));
        let failed = (request.is_failed() && !before.is_failed()).then_some(REQUESTS);
        let mut adds = BTreeMap::<String, i64>::new();
        for counted in causes.iter().map(|cause| cause.as_str()).chain(failed) {
            *adds.entry(format!("{counted}_{:02}", at.hour())).or_default() += 1;
        }
        if adds.is_empty() {
            return;
        }
        let added: Vec<_> = adds.keys().enumerate().map(|(place, name)| format!("{name} :{place}")).collect();
        let last: BTreeSet<_> = causes.iter().map(|cause| format!("{LAST}{} = :request", cause.as_str())).collect();
        let set: Vec<_> = [String::from("#ttl = :ttl")].into_iter().chain(last).collect();
        let mut update = Update::builder()
            .update_expression(format!("ADD {} SET {}", added.join(", "), set.join(", ")))
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_values(":ttl", number(days_after(now, FAILURES_DAYS)));
        // DynamoDB rejects a value that no expression uses.
        if !causes.is_empty() {
            update = update.expression_attribute_values(":request", number(request.id.get()));
        }
        for (place, count) in adds.values().enumerate() {
            update = update.expression_attribute_values(format!(":{place}"), number(count));
        }
        let shard = request.id.get() % COUNTER_SHARDS;
        self.update(Part::Other, &keys::failures(self.tenant, at.date(), shard), update);
    }
}

/// How many requests failed as a whole in the hours that began at `since` or later, from a day's row.
pub(crate) fn requests(day: Date, row: &Attributes, since: Timestamp) -> Result<u64, Error> {
    let counts = counts(row, day, since)?;
    Ok(counts.into_iter().filter(|(counted, _)| *counted == REQUESTS).map(|(_, count)| count).sum())
}

/// Adds the counts in a day's row for the hours that began at `since` or later.
fn add(failures: &mut BTreeMap<Cause, Failures>, day: Date, row: &Attributes, since: Timestamp) -> Result<(), Error> {
    let mut causes = BTreeMap::<Cause, u64>::new();
    for (counted, count) in counts(row, day, since)? {
        if counted != REQUESTS {
            *causes.entry(known(counted)?).or_default() += count;
        }
    }
    for (cause, count) in causes {
        let last = row.get(&format!("{LAST}{}", cause.as_str()));
        let last = last.and_then(|id| RequestId::new(id.as_n().ok()?.parse().ok()?));
        let failed = failures.entry(cause).or_default();
        failed.count += count;
        failed.requests.extend(last);
    }
    Ok(())
}

/// The counts in a day's row for the hours that began at `since` or later, each with its cause or [`REQUESTS`].
fn counts(row: &Attributes, day: Date, since: Timestamp) -> Result<Vec<(&str, u64)>, Error> {
    let mut counts = Vec::new();
    for (name, value) in row {
        let hour = |hour: &str| Time::new(hour.parse().ok()?, 0, 0, 0).ok();
        let parts = name.rsplit_once('_').and_then(|(counted, digits)| Some((counted, hour(digits)?)));
        let Some((counted, hour)) = parts else { continue };
        let began = day.to_datetime(hour).to_zoned_datetime(TimeZone::UTC).map_err(|_| unreadable())?;
        if began.timestamp() >= since {
            let count: u64 = value.as_n().ok().and_then(|count| count.parse().ok()).ok_or_else(unreadable)?;
            counts.push((counted, count));
        }
    }
    Ok(counts)
}

fn unreadable() -> Error {
    Error::Unreadable("a count of failed messages".to_owned())
}
