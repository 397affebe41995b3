//! Counters of requests: changed in the transaction that they count, read in one query, however many
//! requests there are. A change is counted once, on the day on which its request was created; all requests are all days.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use domain::{Counter, Dialect, Request, Tenant};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::table::keys::{self, COUNTER_SHARDS, FIRST_DAY_COUNTERS, LAST_DAY_COUNTERS, TOTALS};
use crate::table::{Attributes, Error, SK, Store, Transaction};

/// Counts by dialect and counter. The last row is of the dialects of other versions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts([[u64; Counter::ALL.len()]; Dialect::ALL.len() + 1]);

impl Counts {
    /// A counter, summed over all dialects.
    #[must_use]
    pub fn of(&self, counter: Counter) -> u64 {
        self.0.iter().map(|counts| counts[counter as usize]).sum()
    }

    /// A counter of one dialect.
    #[must_use]
    pub fn of_dialect(&self, dialect: Dialect, counter: Counter) -> u64 {
        self.0[row(dialect)][counter as usize]
    }

    fn add(&mut self, item: &Attributes) -> Result<(), Error> {
        for (name, value) in item {
            let counted = name
                .split_once('_')
                .and_then(|(dialect, counter)| Some((Dialect::parse(dialect)?, Counter::parse(counter)?)));
            let Some((dialect, counter)) = counted else { continue };
            let count: Option<u64> = value.as_n().ok().and_then(|number| number.parse().ok());
            self.0[row(dialect)][counter as usize] += count.ok_or_else(|| Error::Unreadable("a counter".to_owned()))?;
        }
        Ok(())
    }
}

/// The row of a dialect's counts.
fn row(dialect: Dialect) -> usize {
    Dialect::ALL.iter().position(|known| *known == dialect).unwrap_or(Dialect::ALL.len())
}

impl AddAssign<&Counts> for Counts {
    fn add_assign(&mut self, other: &Self) {
        let others = other.0.as_flattened();
        self.0.as_flattened_mut().iter_mut().zip(others).for_each(|(sum, count)| *sum += count);
    }
}

/// The counters of a tenant's requests.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statistics {
    /// All of these days together.
    pub all: Counts,
    /// By the day in UTC on which the requests were created; days without requests are absent.
    pub by_day: BTreeMap<Date, Counts>,
}

impl Store {
    /// The counters of all of a tenant's requests.
    pub async fn counted(&self, tenant: &Tenant) -> Result<Counts, Error> {
        Ok(self.statistics(tenant, FIRST_DAY_COUNTERS, LAST_DAY_COUNTERS).await?.all)
    }

    /// The same, and the counters of every day since `first`.
    pub async fn counted_since(&self, tenant: &Tenant, first: Date) -> Result<Statistics, Error> {
        let Statistics { all, mut by_day } = self.statistics(tenant, FIRST_DAY_COUNTERS, LAST_DAY_COUNTERS).await?;
        by_day.retain(|day, _| *day >= first);
        Ok(Statistics { all, by_day })
    }

    /// The counters of every day from `first` to `last`.
    pub async fn counted_between(&self, tenant: &Tenant, first: Date, last: Date) -> Result<Statistics, Error> {
        self.statistics(tenant, &keys::day_counters(first), &keys::day_counters(last)).await
    }

    /// One of a tenant's totals, by its name.
    pub(crate) async fn total_of(&self, tenant: &Tenant, name: &str) -> Result<u64, Error> {
        // One shard may be below zero: who is gone was counted in another.
        let count = |item: &Attributes| item.get(name)?.as_n().ok()?.parse::<i64>().ok();
        let total: i64 = self.starting(tenant, TOTALS).await?.iter().filter_map(count).sum();
        Ok(u64::try_from(total).unwrap_or_default())
    }

    async fn statistics(&self, tenant: &Tenant, first: &str, last: &str) -> Result<Statistics, Error> {
        let mut statistics = Statistics::default();
        for item in self.between(tenant, first, last).await? {
            let day = item.get(SK).and_then(|sk| keys::parse_counters(sk.as_s().ok()?));
            let day = day.ok_or_else(|| Error::Unreadable("the day of counters".to_owned()))?;
            statistics.by_day.entry(day).or_default().add(&item)?;
        }
        statistics.by_day.values().for_each(|counts| statistics.all += counts);
        Ok(statistics)
    }
}

impl Transaction<'_> {
    /// Adds one to each of these counters of the day on which the request was created. All of a request's are in one item,
    /// so a day with few requests has few.
    pub fn count(&mut self, request: &Request, counters: &[Counter]) {
        let mut sums = BTreeMap::<String, i64>::new();
        for counter in counters {
            *sums.entry(format!("{}_{}", request.dialect.as_str(), counter.as_str())).or_default() += 1;
        }
        if sums.is_empty() {
            return;
        }
        let day = request.created_at.to_zoned(TimeZone::UTC).date();
        self.add_to(&keys::counters_of_day(self.tenant, day, request.id.get() % COUNTER_SHARDS), &sums);
    }
}
