//! Failed messages, counted by day, hour and cause. A failure is counted in its own transaction, so a message that
//! arrives costs nothing.

use std::collections::{BTreeMap, BTreeSet};

use aws_sdk_dynamodb::types::Update;
use domain::message::Cause;
use domain::values::{RequestId, Tenant};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use crate::retention::failures_ttl;
use crate::table::keys::{COUNTER_SHARDS, FAILURES};
use crate::table::{Attributes, Error, Part, SK, Store, Transaction, keys, known, number};

/// The prefix of the attribute with the last request of a cause. Counts are in attributes by cause and hour, such as
/// `bounced_14`.
const LAST: &str = "last_";

/// A shop's messages that failed for one cause.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Failures {
    /// The number of messages.
    pub count: u64,
    /// The requests of some of these messages, newest first: the last of each row.
    pub requests: Vec<RequestId>,
}

impl Store {
    /// A tenant's messages that failed since the beginning of this hour, by cause.
    pub async fn failures(&self, tenant: &Tenant, since: Timestamp) -> Result<BTreeMap<Cause, Failures>, Error> {
        let mut failures = BTreeMap::<Cause, Failures>::new();
        let first = since.to_zoned(TimeZone::UTC).date();
        for row in self.between(tenant, &keys::failures_of(first), FAILURES).await? {
            let day = row.get(SK).and_then(|sk| keys::parse_failures(sk.as_s().ok()?)).ok_or_else(unreadable)?;
            add(&mut failures, day, &row, since)?;
        }
        failures.values_mut().for_each(|failed| failed.requests.sort_unstable_by(|one, other| other.cmp(one)));
        Ok(failures)
    }
}

impl Transaction<'_> {
    /// Counts messages of a request that failed now.
    pub fn count_failures(&mut self, request: RequestId, causes: &[Cause], now: Timestamp) {
        let at = now.to_zoned(TimeZone::UTC);
        let (mut adds, mut sets) = (BTreeMap::<String, i64>::new(), BTreeSet::new());
        for cause in causes {
            *adds.entry(format!("{}_{:02}", cause.as_str(), at.hour())).or_default() += 1;
            sets.insert(format!("{LAST}{} = :request", cause.as_str()));
        }
        if adds.is_empty() {
            return;
        }
        let added: Vec<_> = adds.keys().enumerate().map(|(place, name)| format!("{name} :{place}")).collect();
        let set: Vec<_> = sets.into_iter().collect();
        let expression = format!("ADD {} SET #ttl = :ttl, {}", added.join(", "), set.join(", "));
        let mut update = Update::builder()
            .update_expression(expression)
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_values(":ttl", number(failures_ttl(now)))
            .expression_attribute_values(":request", number(request.get()));
        for (place, count) in adds.values().enumerate() {
            update = update.expression_attribute_values(format!(":{place}"), number(count));
        }
        self.update(Part::Other, &keys::failures(self.tenant, at.date(), request.get() % COUNTER_SHARDS), update);
    }
}

/// Adds the counts from a day's row for the hours that began at `since` or later.
pub(crate) fn add(
    failures: &mut BTreeMap<Cause, Failures>,
    day: Date,
    row: &Attributes,
    since: Timestamp,
) -> Result<(), Error> {
    for (cause, count) in counts(row, day, since)? {
        let last = row.get(&format!("{LAST}{}", cause.as_str()));
        let last = last.and_then(|id| RequestId::new(id.as_n().ok()?.parse().ok()?));
        let failed = failures.entry(cause).or_default();
        failed.count += count;
        failed.requests.extend(last);
    }
    Ok(())
}

fn counts(row: &Attributes, day: Date, since: Timestamp) -> Result<BTreeMap<Cause, u64>, Error> {
    let mut counts = BTreeMap::new();
    for (name, value) in row {
        let hour = |hour: &str| Time::new(hour.parse().ok()?, 0, 0, 0).ok();
        let counted = name.rsplit_once('_').and_then(|(cause, digits)| Some((cause, hour(digits)?)));
        let Some((cause, hour)) = counted else { continue };
        let began = day.to_datetime(hour).to_zoned(TimeZone::UTC).map_err(|_| unreadable())?;
        if began.timestamp() >= since {
            let count: u64 = value.as_n().ok().and_then(|count| count.parse().ok()).ok_or_else(unreadable)?;
            *counts.entry(known(cause)?).or_default() += count;
        }
    }
    Ok(counts)
}

fn unreadable() -> Error {
    Error::Unreadable("a count of failed messages".to_owned())
}
