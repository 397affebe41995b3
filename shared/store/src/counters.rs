//! Counters of requests: changed in the transaction that they count, read in one query, however many
//! requests there are.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::Update;
use domain::{Counter, Dialect, Request, Tenant};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::table::keys::{self, COUNTER_SHARDS, COUNTERS_OF_ALL};
use crate::table::{Attributes, Error, Key, Part, SK, Store, Transaction, number};

/// Counts by dialect and counter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts(BTreeMap<(Dialect, Counter), u64>);

impl Counts {
    /// A counter, summed over all dialects.
    #[must_use]
    pub fn of(&self, counter: Counter) -> u64 {
        Dialect::ALL.into_iter().map(|dialect| self.of_dialect(dialect, counter)).sum()
    }

    /// A counter of one dialect.
    #[must_use]
    pub fn of_dialect(&self, dialect: Dialect, counter: Counter) -> u64 {
        self.0.get(&(dialect, counter)).copied().unwrap_or(0)
    }

    fn add(&mut self, item: &Attributes) -> Result<(), Error> {
        for dialect in Dialect::ALL {
            for counter in Counter::ALL {
                let Some(value) = item.get(&format!("{}_{}", dialect.as_str(), counter.as_str())) else { continue };
                let count: Option<u64> = value.as_n().ok().and_then(|number| number.parse().ok());
                let count = count.ok_or_else(|| Error::Unreadable("a counter".to_owned()))?;
                *self.0.entry((dialect, counter)).or_default() += count;
            }
        }
        Ok(())
    }
}

/// The counters of a tenant's requests.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statistics {
    /// All requests; zero if only days were queried.
    pub all: Counts,
    /// By the day in UTC on which the requests were created; days without requests are absent.
    pub by_day: BTreeMap<Date, Counts>,
}

impl Store {
    /// The counters of all of a tenant's requests.
    pub async fn counted(&self, tenant: &Tenant) -> Result<Counts, Error> {
        Ok(self.statistics(tenant, COUNTERS_OF_ALL, COUNTERS_OF_ALL).await?.all)
    }

    /// The same, and the counters of every day since `first`.
    pub async fn counted_since(&self, tenant: &Tenant, first: Date) -> Result<Statistics, Error> {
        let days = keys::day_counters(first);
        let (all, days) =
            tokio::try_join!(self.counted(tenant), self.statistics(tenant, &days, keys::LAST_DAY_COUNTERS))?;
        Ok(Statistics { all, ..days })
    }

    /// The counters of every day from `first` to `last`.
    pub async fn counted_between(&self, tenant: &Tenant, first: Date, last: Date) -> Result<Statistics, Error> {
        self.statistics(tenant, &keys::day_counters(first), &keys::day_counters(last)).await
    }

    async fn statistics(&self, tenant: &Tenant, first: &str, last: &str) -> Result<Statistics, Error> {
        let mut statistics = Statistics::default();
        for item in self.between(tenant, first, last).await? {
            let day = item.get(SK).and_then(|sk| keys::parse_counters(sk.as_s().ok()?));
            let counts = match day {
                Some(day) => statistics.by_day.entry(day).or_default(),
                None => &mut statistics.all,
            };
            counts.add(&item)?;
        }
        Ok(statistics)
    }
}

impl Transaction<'_> {
    /// Adds one to each of these counters: of all requests, and of the day on which the request was
    /// created.
    pub fn count(&mut self, request: &Request, counters: &[Counter]) {
        if counters.is_empty() {
            return;
        }
        let random = &self.store.random;
        let day = request.created_at.to_zoned(TimeZone::UTC).date();
        self.add_to(&keys::counters(self.tenant, random.below(COUNTER_SHARDS)), request.dialect, counters);
        let shard = self.store.random.below(COUNTER_SHARDS);
        self.add_to(&keys::counters_of_day(self.tenant, day, shard), request.dialect, counters);
    }

    fn add_to(&mut self, key: &Key, dialect: Dialect, counters: &[Counter]) {
        let mut adds = counters.iter().map(|counter| counter.as_str()).collect::<Vec<_>>();
        adds.sort_unstable();
        let (mut update, mut expression) = (Update::builder(), Vec::new());
        for same in adds.chunk_by(|a, b| a == b) {
            let name = format!("{}_{}", dialect.as_str(), same[0]);
            expression.push(format!("{name} :{name}"));
            update = update.expression_attribute_values(format!(":{name}"), number(same.len()));
        }
        self.update(Part::Other, key, update.update_expression(format!("ADD {}", expression.join(", "))));
    }
}
