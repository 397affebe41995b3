//! Limits the links that people request in order to write a review for which the shop did not ask them.
//!
//! Receipts to readers of reviews, whose addresses somebody typed, too, count as links of the network and the mailbox.
//! Networks and mailboxes are given by their digests with the service's key, so that their limits hold for all shops together. Each has
//! rows and partitions of its own. Hours and days are those of UTC.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::Update;
use aws_sdk_dynamodb::types::builders::UpdateBuilder;
use domain::shop::too_many_bounced;
use domain::values::Tenant;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use crate::review::asked_link::AskedLink;
use crate::table::keys::COUNTER_SHARDS;
use crate::table::{Attributes, CommitError, Error, Key, Part, Store, Transaction, from_item, keys, number};

const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 86_400;
const WEEK_S: i64 = 7 * DAY_S;

/// The most links for one network in an hour and on a day. With fewer than four networks, nobody reaches [`STRANGERS_MAX`].
const OF_NETWORK_MAX: (u32, u32) = (20, 60);
/// The most links of a network that come back on a day. After that, it gets no more on the same day.
const BACK_OF_NETWORK_MAX: u64 = 3;
/// The most links for one mailbox in an hour and on a day.
const OF_MAILBOX_MAX: (u32, u32) = (3, 5);
/// How many links a mailbox may leave unopened before it gets none for a week.
const UNOPENED_MAX: u32 = 2;

/// The links that leave from a shop's pages on a day to people whom it does not know, until such links leave later.
const STRANGERS_AT_ONCE: u32 = 50;
/// The most links that leave from a shop's pages on a day to people whom it does not know.
const STRANGERS_MAX: u32 = 200;
/// The links of a shop that come back on a day until links to people whom it does not know leave later. Nobody chose these addresses
/// but who typed them, so they do not count among the shop's other emails.
const BACK_OF_SHOP: u64 = 5;
/// The links of all shops that come back on a day until links leave later on all pages, if that is
/// [too large a share](too_many_bounced). One network alone cannot cause as many: when its third comes back, at most the others of an
/// hour are on their way.
const BACK_OF_ALL: u64 = 30;

/// How long a link that leaves later waits, for each link that its network asked for in this hour. Most bounces are reported within this
/// time, so the third that comes back stops the network's others.
const TURN: SignedDuration = SignedDuration::from_mins(10);
/// The most of these times that a link waits, so that it arrives within the hour that the page names.
const TURNS_MAX: u64 = 5;

/// What the shop has to do with whoever asks for a link.
#[derive(Debug, Clone, Copy, Default)]
pub struct Acquaintance {
    /// Whether the shop itself told an order of theirs or asked them for a review.
    pub is_known: bool,
    /// Whether they ever opened the request to which the link leads, or within a week another one of the shop.
    pub has_opened: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkVerdict {
    Leaves,
    /// More links to people whom the shop does not know were asked for at one instant than may leave at once.
    Waits(Timestamp),
    Never,
}

#[derive(Deserialize)]
struct Counted {
    count: u64,
}

/// The rows that decide whether links leave later.
pub(crate) struct PaceKeys {
    strangers: Key,
    back: Key,
    back_of_all: Key,
    of_all: Vec<Key>,
}

impl PaceKeys {
    pub(crate) fn of(tenant: &Tenant, now: Timestamp) -> Self {
        let day = now.as_second() / DAY_S;
        Self {
            strangers: keys::links_counted(tenant, &day.to_string()),
            back: keys::links_counted(tenant, &format!("{day}#back")),
            back_of_all: keys::links_of_all_counted(&format!("{day}#back")),
            of_all: (0..COUNTER_SHARDS).map(|shard| of_all(day, shard)).collect(),
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Key> {
        [&self.strangers, &self.back, &self.back_of_all].into_iter().chain(&self.of_all)
    }

    /// Whether links to people whom the shop does not know leave later.
    pub(crate) fn is_slow(&self, rows: &HashMap<Key, Attributes>) -> Result<bool, Error> {
        let (back, mut left) = (counted(rows, &self.back_of_all)?, 0);
        for key in &self.of_all {
            left += counted(rows, key)?;
        }
        let too_many = too_many_bounced(usize::try_from(back).unwrap_or(usize::MAX), left);
        Ok(counted(rows, &self.strangers)? >= u64::from(STRANGERS_AT_ONCE)
            || counted(rows, &self.back)? >= BACK_OF_SHOP
            || back >= BACK_OF_ALL && too_many)
    }
}

fn of_all(day: i64, shard: u64) -> Key {
    keys::links_of_all_counted(&format!("{day}#{shard:02}"))
}

fn of_hour(digest: &str, now: Timestamp) -> Key {
    keys::links_of_all_counted(&format!("{digest}#{}", now.as_second() / HOUR_S))
}

fn back_of_network(network: &str) -> Key {
    keys::links_of_all_counted(&format!("{network}#back"))
}

fn unopened(mailbox: &str) -> Key {
    keys::links_of_all_counted(&format!("{mailbox}#unopened"))
}

/// The counters of a digest's links in this hour and on this day, and until when they last.
fn counters(digest: &str, now: Timestamp) -> [(Key, i64); 2] {
    let second = now.as_second();
    let of_day = keys::links_of_all_counted(&format!("{digest}#d{}", second / DAY_S));
    [(of_hour(digest, now), second + 2 * HOUR_S), (of_day, second + 2 * DAY_S)]
}

/// Adds one to a count that lasts until `ttl`, in seconds since 1970.
fn counting(ttl: i64) -> UpdateBuilder {
    // Names, because `count` and `ttl` are reserved words of DynamoDB.
    Update::builder()
        .update_expression("ADD #count :one SET #ttl = :ttl")
        .expression_attribute_names("#count", "count")
        .expression_attribute_names("#ttl", "ttl")
        .expression_attribute_values(":one", number(1))
        .expression_attribute_values(":ttl", number(ttl))
}

fn counted(rows: &HashMap<Key, Attributes>, key: &Key) -> Result<u64, Error> {
    let count = rows.get(key).cloned().map(from_item::<Counted>).transpose()?;
    Ok(count.map_or(0, |counted| counted.count))
}

impl Store {
    /// Counts a link for which a network asks on a page of the shop. Returns how long it waits if the shop does not know its recipient;
    /// `None` if the network gets no more.
    pub async fn count_link_of_network(
        &self,
        tenant: &Tenant,
        network: &str,
        now: Timestamp,
    ) -> Result<Option<SignedDuration>, Error> {
        let pace = PaceKeys::of(tenant, now);
        let (of_hour, back) = (of_hour(network, now), back_of_network(network));
        let rows = self.batch(pace.iter().chain([&of_hour, &back]).cloned().collect()).await?;
        if counted(&rows, &back)? >= BACK_OF_NETWORK_MAX {
            return Ok(None);
        }
        let [(hour, hour_ttl), (day, day_ttl)] = counters(network, now);
        if !self.count_below(&hour, OF_NETWORK_MAX.0, hour_ttl).await?
            || !self.count_below(&day, OF_NETWORK_MAX.1, day_ttl).await?
        {
            return Ok(None);
        }
        let turns = i32::try_from((counted(&rows, &of_hour)? + 1).min(TURNS_MAX)).unwrap_or_default();
        Ok(Some(if pace.is_slow(&rows)? { TURN * turns } else { SignedDuration::ZERO }))
    }

    /// Whether a network gets no more links today, because too many came back.
    pub async fn is_network_out(&self, network: &str) -> Result<bool, Error> {
        let row = self.get(&back_of_network(network)).await?.map(from_item::<Counted>).transpose()?;
        Ok(row.is_some_and(|back| back.count >= BACK_OF_NETWORK_MAX))
    }

    /// Counts a link that leaves, once: of its mailbox, of all shops and, if the shop does not know the recipient, of the shop. It never
    /// leaves if one of these gets no more links now, or if the mailbox opened none of the last ones and the last one left within a week.
    /// Errors: [`CommitError::Refused`] if the link was counted meanwhile.
    pub async fn count_asked_link(
        &self,
        tenant: &Tenant,
        link: &AskedLink,
        mailbox: &str,
        of: Acquaintance,
        now: Timestamp,
    ) -> Result<LinkVerdict, CommitError> {
        let (second, day) = (now.as_second(), now.as_second() / DAY_S);
        let below = |ttl: i64, most: u32| {
            let update = counting(ttl).condition_expression("attribute_not_exists(#count) OR #count < :most");
            update.expression_attribute_values(":most", number(most))
        };
        let mut transaction = self.transaction(tenant);
        transaction.note_counted(link);
        for ((key, ttl), most) in counters(mailbox, now).into_iter().zip([OF_MAILBOX_MAX.0, OF_MAILBOX_MAX.1]) {
            transaction.update(Part::Slot, &key, below(ttl, most));
        }
        if !of.has_opened {
            // DynamoDB may keep the row for days after its end.
            let update = below(second + WEEK_S, UNOPENED_MAX)
                .condition_expression("attribute_not_exists(#count) OR #count < :most OR #ttl <= :now")
                .expression_attribute_values(":now", number(second));
            transaction.update(Part::Slot, &unopened(mailbox), update);
        }
        let ttl = second + 2 * DAY_S;
        transaction.update(Part::Other, &of_all(day, link.request.get() % COUNTER_SHARDS), counting(ttl));
        let later = link.asked_at.saturating_add(TURN).unwrap_or(now);
        if !of.is_known {
            let strangers = keys::links_counted(tenant, &day.to_string());
            let most = if now < later { STRANGERS_AT_ONCE } else { STRANGERS_MAX };
            transaction.update(Part::Strangers, &strangers, below(ttl, most));
        }
        match transaction.commit().await {
            Ok(()) => Ok(LinkVerdict::Leaves),
            Err(error) if error.refused(Part::Request) => Err(error),
            Err(error) if error.refused(Part::Slot) => Ok(LinkVerdict::Never),
            Err(error) if error.refused(Part::Strangers) && now < later => Ok(LinkVerdict::Waits(later)),
            Err(error) if error.refused(Part::Strangers) => Ok(LinkVerdict::Never),
            Err(error) => Err(error),
        }
    }

    /// Forgets which links to a mailbox were not opened, because its owner opened one.
    pub async fn forget_unopened_links(&self, mailbox: &str) -> Result<(), Error> {
        let update = Update::builder()
            .update_expression("SET #count = :none")
            .condition_expression("attribute_exists(PK)")
            .expression_attribute_names("#count", "count")
            .expression_attribute_values(":none", number(0));
        self.update_if_met(self.update(&unopened(mailbox), update)?).await.map(drop)
    }

    /// Counts an email for which somebody asks on a page and that no link depends on, of its mailbox and of all shops. `false` if the
    /// mailbox gets no more. The caller must not show this, because it would reveal something about the address. `number` spreads the
    /// counts of all shops.
    pub async fn count_link_of_mailbox(&self, mailbox: &str, number: u64, now: Timestamp) -> Result<bool, Error> {
        for ((key, ttl), most) in counters(mailbox, now).into_iter().zip([OF_MAILBOX_MAX.0, OF_MAILBOX_MAX.1]) {
            if !self.count_below(&key, most, ttl).await? {
                return Ok(false);
            }
        }
        let day = now.as_second() / DAY_S;
        self.count_below(&of_all(day, number % COUNTER_SHARDS), u32::MAX, now.as_second() + 2 * DAY_S).await?;
        Ok(true)
    }
}

impl Transaction<'_> {
    /// Counts a link that bounced or was marked as spam: for the shop, for all shops, and for the network that asked for it.
    pub fn count_returned_link(&mut self, network: Option<&str>, now: Timestamp) {
        let PaceKeys { back, back_of_all, .. } = PaceKeys::of(self.tenant, now);
        for key in [back, back_of_all].into_iter().chain(network.map(back_of_network)) {
            self.update(Part::Other, &key, counting(now.as_second() + 2 * DAY_S));
        }
    }
}
