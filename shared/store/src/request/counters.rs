//! Counters of requests. They change in the transaction that changes the request, and are read in one query, however
//! many requests there are. A change counts on the day on which its request was created; the sum of all days counts all
//! requests.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use domain::request::{Counter, Request};
use domain::values::{Channel, Tenant};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::table::keys::{self, COUNTER_SHARDS, DAY_COUNTERS, LAST_DAY_COUNTERS, TOTALS};
use crate::table::{Attributes, Error, Store, Transaction, counted};

/// The prefix of the counters of all requests.
pub(super) const ALL: &str = "all";

/// Counts of all requests, and by the channel of the first message.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    all: [u64; Counter::ALL.len()],
    by_channel: [[u64; Counter::ALL.len()]; Channel::ALL.len()],
}

impl Counts {
    pub const fn of(&self, counter: Counter) -> u64 {
        self.all[counter as usize]
    }

    /// A counter of the requests whose first message was sent by this channel before anything was reviewed. Created,
    /// failed, cancelled and expired requests are not counted by channel.
    pub const fn of_channel(&self, channel: Channel, counter: Counter) -> u64 {
        self.by_channel[channel as usize][counter as usize]
    }

    /// A counter that includes only requests whose first message was sent, by any channel, before anything was
    /// reviewed. It shows how far the sent requests came, without reviews through a link that the shop shared itself.
    pub fn of_sent(&self, counter: Counter) -> u64 {
        self.by_channel.iter().map(|counts| counts[counter as usize]).sum()
    }

    fn add(&mut self, item: &Attributes) -> Result<(), Error> {
        for (name, value) in item {
            let Some((of, counter)) = name.split_once('_') else { continue };
            let Some(counter) = Counter::parse(counter) else { continue };
            let counts = match Channel::parse(of) {
                Some(channel) => &mut self.by_channel[channel as usize],
                None if of == ALL => &mut self.all,
                None => continue,
            };
            counts[counter as usize] += counted(value)?.unsigned_abs();
        }
        Ok(())
    }
}

impl AddAssign<&Counts> for Counts {
    fn add_assign(&mut self, other: &Self) {
        let others = other.all.iter().chain(other.by_channel.as_flattened());
        let sums = self.all.iter_mut().chain(self.by_channel.as_flattened_mut());
        sums.zip(others).for_each(|(sum, count)| *sum += count);
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statistics {
    pub all: Counts,
    /// By the UTC day on which the requests were created. Days without requests are absent.
    pub by_day: BTreeMap<Date, Counts>,
}

impl Store {
    /// The counters of all of a tenant's requests, or of those of these days, the last included.
    pub async fn counted(&self, tenant: &Tenant, days: Option<(Date, Date)>) -> Result<Statistics, Error> {
        let [first, last] = match days {
            Some((first, last)) => [first, last].map(keys::day_counters),
            None => [DAY_COUNTERS, LAST_DAY_COUNTERS].map(ToOwned::to_owned),
        };
        let mut statistics = Statistics::default();
        for item in self.between(tenant, &first, &last).await? {
            statistics.by_day.entry(keys::day_of(&item, DAY_COUNTERS)?).or_default().add(&item)?;
        }
        statistics.by_day.values().for_each(|counts| statistics.all += counts);
        Ok(statistics)
    }

    pub(crate) async fn total_of(&self, tenant: &Tenant, name: &str) -> Result<u64, Error> {
        let [total] = self.totals_of(tenant, [name]).await?;
        Ok(total)
    }

    pub(crate) async fn totals_of<const N: usize>(&self, tenant: &Tenant, names: [&str; N]) -> Result<[u64; N], Error> {
        let shards = self.starting(tenant, TOTALS).await?;
        // A shard may be below zero, if what it subtracts was counted in another shard.
        let count = |item: &Attributes, name| item.get(name)?.as_n().ok()?.parse::<i64>().ok();
        Ok(names.map(|name| {
            let total: i64 = shards.iter().filter_map(|shard| count(shard, name)).sum();
            u64::try_from(total).unwrap_or_default()
        }))
    }
}

impl Transaction<'_> {
    /// Adds one to each of these counters, on the day on which the request was created. All counters of a request are
    /// in one item, so a day with few requests has few items.
    pub fn count(&mut self, request: &Request, counters: &[Counter]) {
        if counters.is_empty() || !request.is_counted() {
            return;
        }
        let mut sums = BTreeMap::<String, i64>::new();
        let mut add = |name: String| *sums.entry(name).or_default() += 1;
        let first = request.first_channel();
        for counter in counters {
            add(format!("{ALL}_{}", counter.as_str()));
            // If the message is known to be sent only after the review was counted, neither number counts the request.
            let is_of_channel = match counter {
                Counter::Sent => !request.is_reviewed(),
                Counter::Opened | Counter::Engaged | Counter::Completed => true,
                Counter::Created | Counter::Failed | Counter::Cancelled | Counter::Expired => false,
            };
            if let (Some(channel), true) = (first, is_of_channel) {
                add(format!("{}_{}", channel.as_str(), counter.as_str()));
            }
        }
        let day = request.created_at.to_zoned_datetime(TimeZone::UTC).date();
        self.add_to(&keys::counters_of_day(self.tenant, day, request.id.get() % COUNTER_SHARDS), &sums);
    }
}
