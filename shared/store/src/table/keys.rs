//! Builds every key of the table. No other code uses `#` as a separator. Keys of rows that other crates own are public.

/// Declares functions that build keys, a row each: the form of a sort key in the partitions of a tenant (`shop`), of a key without a
/// tenant, in a partition of its own (`alone`), or of a text (`start`): the prefix of a list, or a sort key to which fields are bound.
macro_rules! keys {
    ($($(#[$doc:meta])* $vis:vis $of:ident $name:ident($($arg:ident: $type:ty),*) = $($form:expr),+;)+) => {
        $(keys! { @$of $(#[$doc])* $vis $name($($arg: $type),*) = $($form),+ })+
    };
    (@shop $(#[$doc:meta])* $vis:vis $name:ident($($arg:ident: $type:ty),*) = $($form:expr),+) => {
        $(#[$doc])*
        $vis fn $name(tenant: &Tenant, $($arg: $type),*) -> Key {
            Key::new(tenant, format!($($form),+))
        }
    };
    (@alone $(#[$doc:meta])* $vis:vis $name:ident($($arg:ident: $type:ty),*) = $($form:expr),+) => {
        $(#[$doc])*
        $vis fn $name($($arg: $type),*) -> Key {
            Key::alone(format!($($form),+))
        }
    };
    (@start $(#[$doc:meta])* $vis:vis $name:ident($($arg:ident: $type:ty),*) = $($form:expr),+) => {
        $(#[$doc])*
        $vis fn $name($($arg: $type),*) -> String {
            format!($($form),+)
        }
    };
}

mod due;
mod integrations;
mod operator;
mod person;
mod reviews;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::fmt::Display;
use std::str::FromStr;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::customer::Slug;
use domain::order::ProductId;
use domain::values::{Channel, CustomerId, EventId, Id, Kind, Language, LocationId, RequestId, Tenant, WebhookId};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::table::kinds::partition;
use crate::table::{Attributes, Error};

pub use due::*;
pub use integrations::*;
pub use operator::*;
pub use person::*;
pub use reviews::*;

pub(crate) const PK: &str = "PK";
pub const SK: &str = "SK";

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    pub(crate) pk: String,
    /// The sort key, to which sealed fields are bound.
    pub sk: String,
}

impl Key {
    pub(crate) fn new(tenant: &Tenant, sk: String) -> Self {
        Self { pk: partition(tenant, &sk), sk }
    }

    /// An item with a partition to itself.
    pub(super) fn alone(key: String) -> Self {
        Self { pk: key.clone(), sk: key }
    }

    pub fn attributes(&self) -> HashMap<String, AttributeValue> {
        let Self { pk, sk } = self;
        HashMap::from([(PK.to_owned(), AttributeValue::S(pk.clone())), (SK.to_owned(), AttributeValue::S(sk.clone()))])
    }
}

/// An item's sort key; empty if it was not read.
pub(crate) fn sk(item: &Attributes) -> &str {
    item.get(SK).and_then(|sk| sk.as_s().ok()).map_or("", String::as_str)
}

/// What an item's sort key has behind the prefix of its list.
pub(crate) fn behind<T: FromStr>(item: &Attributes, prefix: &str) -> Result<T, Error> {
    let rest = sk(item).strip_prefix(prefix).and_then(|rest| rest.parse().ok());
    rest.ok_or_else(|| Error::Unreadable("a list's key".to_owned()))
}

/// The same for an id.
pub(crate) fn id_behind<K: Kind>(item: &Attributes, prefix: &str) -> Result<Id<K>, Error> {
    Id::new(behind(item, prefix)?).ok_or_else(|| Error::Unreadable("an id in a list's key".to_owned()))
}

/// The day in the key of a day's counts.
pub(crate) fn day_of(item: &Attributes, prefix: &str) -> Result<Date, Error> {
    let day = sk(item).strip_prefix(prefix).and_then(|rest| rest.split('#').next()?.parse().ok());
    day.ok_or_else(|| Error::Unreadable("the day of counters".to_owned()))
}

/// How many items each of a tenant's counters is spread over, for its totals and for each day. A transaction locks one
/// of them, so concurrent transactions rarely collide.
pub const COUNTER_SHARDS: u64 = 16;

pub(crate) const REQUESTS: &str = "REQ#";
pub(crate) const SENDERS: &str = "SENDER#";
pub(crate) const SUPPRESSIONS: &str = "SUP#";
pub(crate) const CUSTOMERS: &str = "CUST#";
pub const LOCATIONS: &str = "LOC#";
pub(crate) const SLUGS: &str = "LSLUG#";
pub(crate) const SLOTS: &str = "RATE#";
pub(crate) const WEBHOOKS: &str = "WH#";
/// Products are written when they change, and not in the order of their ids, so DynamoDB can split their partition.
pub(crate) const PRODUCTS: &str = "PRD#";

/// The prefix of the places of products in groups.
pub(crate) const GROUPED: &str = "GRP#";
/// All of a tenant's messages, sorted by the time at which they were settled.
pub(crate) const MESSAGES: &str = "MSGS#";
/// A tenant's totals: the numbers of customers, of messages and of emails that left.
pub(crate) const TOTALS: &str = "CNT#all#";
pub(crate) const DAY_COUNTERS: &str = "CNT#";
pub(crate) const LAST_DAY_COUNTERS: &str = "CNT#9";
pub(crate) const FAILURES: &str = "FAIL#";
/// The marks among a tenant's emails.
pub(crate) const MAIL_MARKS: &str = "MAILS#";

keys! {
    pub shop tenant() = "TENANT";
    pub(crate) shop key_ring() = "KEYS";
    pub(crate) alone api_key(digest: &str) = "AK#{digest}";
    /// The number of a tenant's calls in a numbered window. In a partition of its own, because every function may count at
    /// the same time.
    pub(crate) alone calls(tenant: &Tenant, window: i64) = "CALLS#{tenant}#{window}";
    pub(crate) shop own_words(language: Language) = "WORDS#{}", language.as_str();
    pub(crate) alone service() = "SERVICE";
    pub(crate) shop sender(domain: &str) = "{SENDERS}{domain}";

    // Ids have 16 digits, which fit every id below 2^53, so that keys sort as ids do.
    pub(crate) shop request(id: RequestId) = "{REQUESTS}{id:016}";
    pub(crate) shop sealed(id: RequestId) = "PII#{id:016}";
    pub(crate) start sealed_sk(id: RequestId) = "PII#{id:016}";
    /// What a customer wrote about problems with a request's order, oldest first.
    pub(crate) start problems(id: RequestId) = "PRB#{id:016}#";
    pub(crate) start problem_sk(id: RequestId, number: u32) = "{}{number:06}", problems(id);
    pub(crate) shop problem(id: RequestId, number: u32) = "{}{number:06}", problems(id);
    pub(crate) alone short_link(digest: &str) = "SL#{digest}";
    pub(crate) shop uniqueness_key(order_index: &str) = "DUP#{order_index}";
    pub(crate) shop idempotency(fingerprint: &str) = "IDEM#{fingerprint}";
    pub(crate) start idempotency_sk(fingerprint: &str) = "IDEM#{fingerprint}";
    pub(crate) shop slot(index: usize) = "{SLOTS}{index:02}";
    pub(crate) shop totals(shard: u64) = "{TOTALS}{shard:02}";
    pub(crate) start day_counters(day: Date) = "{DAY_COUNTERS}{day}#";
    pub(crate) shop counters_of_day(day: Date, shard: u64) = "{}{shard:02}", day_counters(day);

    pub(crate) shop customer(id: CustomerId) = "{CUSTOMERS}{id:016}";
    pub(crate) start customer_sk(id: CustomerId) = "{CUSTOMERS}{id:016}";
    pub(crate) shop location(id: LocationId) = "{LOCATIONS}{id:016}";
    pub(crate) shop location_slug(slug: &Slug) = "{SLUGS}{}", slug.as_str();
    pub(crate) shop product(id: &ProductId) = "{PRODUCTS}{}", id.as_str();
    pub(crate) shop grouped(id: &ProductId) = "{GROUPED}{}", id.as_str();
    /// What readers see of the group with this main product.
    pub(crate) shop group_summary(main: &ProductId) = "GRS#{}", main.as_str();
    /// The requests about an order, oldest first, by the blind index of the order's id.
    pub(crate) start order_requests(index: &str) = "ORQ#{index}#";
    pub(crate) shop order_request(index: &str, request: RequestId) = "{}{request:016}", order_requests(index);

    /// Without a tenant, because the pause holds for the whole account.
    pub(crate) alone pause(channel: Channel) = "PAUSE#{}", channel.as_str();
    /// The last message of a channel that was rejected for a reason that may concern only its recipient.
    pub(crate) alone refusal(channel: Channel) = "REFUSED#{}", channel.as_str();
    pub(crate) shop suppression(index: &str) = "{SUPPRESSIONS}{index}";
    /// A number that replied `STOP`. Without a tenant, because this holds for every shop.
    pub(crate) alone stopped(index: &str) = "STOP#{index}";
    /// How often, on a numbered day, the unsubscription of the address or number with this blind index was undone.
    pub(crate) shop undone(index: &str, day: i64) = "UNDONE#{index}#{day}";
    pub(crate) shop recent_messages(index: &str) = "GOT#{index}";
    pub(crate) shop sms_segments(month: Date) = "SMS#{}", month.strftime("%Y-%m");
    /// A message in the list of all messages; `at` is when it was settled, in Unix milliseconds.
    pub(crate) shop listed_message(at: i64, request: RequestId, step: usize) =
        "{MESSAGES}{at:016}#{request:016}#{step:02}";
    pub(crate) shop notification(name: impl Display) = "LET#{name}";
    /// The start of the keys of marks that were made after `sent` emails.
    pub(crate) start mail_marks(sent: u64) = "{MAIL_MARKS}{sent:016}";
    pub(crate) shop mail_mark(sent: u64, at: Timestamp, random: u64) =
        "{}#{:016}#{random:016x}", mail_marks(sent), at.as_millisecond();
    pub(crate) shop suspension() = "HOLD";
    /// Failed messages of one day (UTC).
    pub(crate) start failures_of(day: Date) = "{FAILURES}{day}#";
    pub(crate) shop failures(day: Date, shard: u64) = "{}{shard:02}", failures_of(day);
    /// A new shop's emails on one day.
    pub(crate) shop mail_day(date: Date) = "MAILDAY#{date}";
    /// The newest email with a report, of all shops.
    pub(crate) alone reported() = "REPORTED";
    /// What happened in the week of this Monday, of all shops.
    pub(crate) alone week(monday: Date) = "WEEK#{monday}";

    pub(crate) shop webhook(id: WebhookId) = "{WEBHOOKS}{id:016}";
    pub(crate) start webhook_sk(id: WebhookId) = "{WEBHOOKS}{id:016}";
    /// The deliveries to an endpoint, oldest first.
    pub(crate) start deliveries(webhook: WebhookId) = "WHD#{webhook:016}#";
    pub(crate) shop delivery(webhook: WebhookId, event: EventId) = "{}{event:016}", deliveries(webhook);
}

/// The partition of all domains with the same last two parts, thus also of those above a domain and below it.
pub(crate) fn sender_domains(domain: &str) -> String {
    let parts = domain.rmatch_indices('.').nth(1).map_or(domain, |(dot, _)| &domain[dot + 1..]);
    format!("DOMAIN#{parts}")
}

/// Whose emails leave from a domain. Without a tenant, because only one shop can have it.
pub(crate) fn sender_domain(domain: &str) -> Key {
    let pk = sender_domains(domain);
    Key { sk: format!("{pk}#{domain}"), pk }
}

/// Where the address or number with this blind index leads to its customer.
pub(crate) fn customer_pointer(tenant: &Tenant, channel: Channel, index: &str) -> Key {
    let kind = match channel {
        Channel::Email => "CE",
        Channel::Sms => "CP",
    };
    Key::new(tenant, format!("{kind}#{index}"))
}

pub(crate) fn parse_failures(sk: &str) -> Option<Date> {
    sk.strip_prefix(FAILURES)?.split('#').next()?.parse().ok()
}

pub(crate) fn parse_mail_mark(sk: &str) -> Option<(u64, Timestamp)> {
    let (sent, rest) = sk.strip_prefix(MAIL_MARKS)?.split_once('#')?;
    let (at, _) = rest.split_once('#')?;
    Some((sent.parse().ok()?, Timestamp::from_millisecond(at.parse().ok()?).ok()?))
}
