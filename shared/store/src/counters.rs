//! Reading what is counted, and the slots of the rate limit: one query each, however many requests.

use std::collections::BTreeMap;

use domain::{Counter, Dialect, Slots, Tenant};
use jiff::civil::Date;

use crate::item::{Attributes, SlotItem, from_item, instant};
use crate::keys::{self, COUNTERS_OF_ALL, SK};
use crate::{Error, Store};

/// Counts, by counter and dialect; what is absent is 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts(BTreeMap<(Dialect, Counter), u64>);

impl Counts {
    /// A counter, whatever the dialect.
    #[must_use]
    pub fn of(&self, counter: Counter) -> u64 {
        Dialect::ALL.into_iter().map(|dialect| self.of_dialect(dialect, counter)).sum()
    }

    /// A dialect's counter.
    #[must_use]
    pub fn of_dialect(&self, dialect: Dialect, counter: Counter) -> u64 {
        self.0.get(&(dialect, counter)).copied().unwrap_or(0)
    }

    fn add(&mut self, item: &Attributes) -> Result<(), Error> {
        for dialect in Dialect::ALL {
            for counter in Counter::ALL {
                let Some(value) = item.get(&format!("{}_{}", dialect.as_str(), counter.name())) else { continue };
                let count: Option<u64> = value.as_n().ok().and_then(|number| number.parse().ok());
                let count = count.ok_or_else(|| Error::Unreadable("a counter".to_owned()))?;
                *self.0.entry((dialect, counter)).or_default() += count;
            }
        }
        Ok(())
    }
}

/// What is counted of a tenant's requests.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Of all of them; empty when only days were asked for.
    pub all: Counts,
    /// By the day, in UTC, on which they were made; days without any are absent.
    pub by_day: BTreeMap<Date, Counts>,
}

impl Store {
    /// The counters of all of a tenant's requests.
    ///
    /// # Errors
    /// As the table says.
    pub async fn counted(&self, tenant: &Tenant) -> Result<Counts, Error> {
        Ok(self.statistics(tenant, COUNTERS_OF_ALL, COUNTERS_OF_ALL).await?.all)
    }

    /// The same, and by day from `first` on.
    ///
    /// # Errors
    /// As the table says.
    pub async fn counted_since(&self, tenant: &Tenant, first: Date) -> Result<Statistics, Error> {
        self.statistics(tenant, &keys::day_counters(first), COUNTERS_OF_ALL).await
    }

    /// The counters of the requests made from the `first` to the `last` day.
    ///
    /// # Errors
    /// As the table says.
    pub async fn counted_between(&self, tenant: &Tenant, first: Date, last: Date) -> Result<Statistics, Error> {
        self.statistics(tenant, &keys::day_counters(first), &keys::day_counters(last)).await
    }

    /// The slots of the rate limit.
    ///
    /// # Errors
    /// As the table says.
    pub async fn slots(&self, tenant: &Tenant) -> Result<Slots, Error> {
        let mut slots = Slots::default();
        for item in self.starting(tenant, keys::SLOTS).await? {
            let index = item.get(SK).and_then(|sk| keys::parse_slot(sk.as_s().ok()?));
            let index = index.ok_or_else(|| Error::Unreadable("a slot's key".to_owned()))?;
            slots.set(index, instant(from_item::<SlotItem>(item)?.taken_at)?);
        }
        Ok(slots)
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
