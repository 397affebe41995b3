//! The partitions of the index `due`.

use domain::values::{Channel, RequestId, Tenant};

use super::{Key, REQUESTS};

/// The number of partitions of the index `due` for each [`DueKind`] with many rows. A partition accepts 1,000 write units
/// a second (<https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html>), so four
/// accept 4,000. An email and a reminder take eight as [`Message`](DueKind::Message): one to enter, two for each of three
/// changes of the time, because the index deletes the row and puts it anew, and one to leave. That is 500 requests a
/// second, at about the load at which the table itself is full (`docs/aws.md`). Reconcile queries all partitions every
/// five minutes.
pub const DUE_SHARDS: u64 = 4;

/// The kinds of rows in the index `due`. Each kind has partitions of its own, so that, for example, a backlog of
/// messages does not delay the expiry of links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueKind {
    Delivery,
    /// A notification that is not settled.
    Notification,
    /// A call from a shop's system that has no result yet.
    Call,
    /// The reading of a shop's products and orders, or a look at what it changed. It is due when its next step did not come,
    /// and the next look when it begins.
    Reading,
    /// A shop whose stars are written to Shopify. It is always due, so that reconcile looks whether the public numbers have changed,
    /// or when its next step did not come.
    Stars,
    /// A day of orders from a shop's system. It is due when no order has come since for suspiciously long.
    Orders,
    /// A review that waits for the shop's decision. It is due when it has waited too long.
    Review,
    /// A new review that waits for nobody, which is in the index so that `reconcile` finds it until it is due; or the row of
    /// a review whose last decision replaced words, which are deleted when it is due. Then the row leaves the index.
    Written,
    /// A suspension of a shop's emails. It is due when it may end by itself.
    Suspension,
    /// A request without a message to send, whose link will expire.
    Expiry,
    /// A request with a message to send.
    Message,
    /// A request whose message waits for the end of its channel's pause. The row's time is when the message was due.
    Waiting(Channel),
    /// A request whose message waits, or a notification that waits, for the end of a suspension or of a pause of
    /// sending, by the shop or by the operator. Rows that wait for a shop have partitions of their own. The row's time
    /// is when the wait ends at the latest.
    Paused,
    /// A shop whose messages wait, or may wait, for the end of a pause, or waited for the end of a suspension. The
    /// row's time is that of the next look at these messages.
    Shop,
    /// A shop that keeps data only for some months, or did. The row's time is that of the next search for old data.
    Aging,
    /// A shop with files of its published reviews. The row's time is that of the next check whether the files are outdated.
    Feeds,
    /// A shop's own sender. The row's time is that of the next check. Those that wait for their records are in the first
    /// partition, those that stand in the second.
    Sender,
}

impl DueKind {
    pub const ALL: [Self; 18] = [
        Self::Delivery,
        Self::Notification,
        Self::Call,
        Self::Reading,
        Self::Stars,
        Self::Orders,
        Self::Review,
        Self::Written,
        Self::Suspension,
        Self::Expiry,
        Self::Message,
        Self::Waiting(Channel::Email),
        Self::Waiting(Channel::Sms),
        Self::Paused,
        Self::Shop,
        Self::Aging,
        Self::Feeds,
        Self::Sender,
    ];

    /// Every partition of the index except those of single shops: each kind with each of its shards.
    pub fn shards() -> impl Iterator<Item = (Self, u64)> {
        Self::ALL.into_iter().flat_map(|kind| (0..kind.shard_count()).map(move |shard| (kind, shard)))
    }

    /// The number of partitions: one for kinds with few rows, and for [`Paused`](Self::Paused), because it is read in
    /// order. 1,000 messages a second may meet the operator's pause; those beyond fail, and their queue repeats them.
    pub const fn shard_count(self) -> u64 {
        match self {
            Self::Reading
            | Self::Stars
            | Self::Orders
            | Self::Written
            | Self::Suspension
            | Self::Paused
            | Self::Shop
            | Self::Aging
            | Self::Feeds => 1,
            Self::Sender => 2,
            Self::Delivery
            | Self::Notification
            | Self::Call
            | Self::Review
            | Self::Expiry
            | Self::Message
            | Self::Waiting(_) => DUE_SHARDS,
        }
    }

    pub fn shard_name(self, number: u64) -> String {
        let kind = match self {
            Self::Delivery => 'W',
            Self::Notification => 'L',
            Self::Call => 'C',
            Self::Reading => 'G',
            Self::Stars => 'Y',
            Self::Orders => 'O',
            Self::Review => 'R',
            Self::Written => 'N',
            Self::Suspension => 'H',
            Self::Expiry => 'E',
            Self::Message => 'D',
            Self::Waiting(Channel::Email) => 'M',
            Self::Waiting(Channel::Sms) => 'S',
            Self::Paused => 'P',
            Self::Shop => 'T',
            Self::Aging => 'A',
            Self::Feeds => 'F',
            Self::Sender => 'I',
        };
        format!("{kind}#{:02}", number % self.shard_count())
    }
}

pub(crate) fn paused_of(tenant: &Tenant) -> String {
    format!("P#{tenant}")
}

pub(crate) fn held_of(tenant: &Tenant) -> String {
    format!("H#{tenant}")
}

/// Whether a request's partition of the index has messages that wait for the end of their channel's pause or of a
/// suspension.
pub(crate) fn is_of_waiting(shard: &str) -> bool {
    shard.starts_with(['M', 'S', 'H'])
}

pub(crate) fn parse_tenant(Key { pk, sk: _ }: &Key) -> Option<Tenant> {
    pk.strip_prefix("T#")?.split('#').next()?.parse().ok()
}

pub(crate) fn parse_request(Key { pk: _, sk }: &Key) -> Option<RequestId> {
    RequestId::parse(sk.strip_prefix(REQUESTS)?.trim_start_matches('0')).ok()
}
