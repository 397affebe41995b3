//! The recent messages to a person, for shops with a cap. The key is a blind index, and the item has only times.

use domain::shop::RecentMessages;
use domain::values::Tenant;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::retention::recent_messages_ttl;
use crate::table::{Attributes, Error, Key, Part, Transaction, from_item, instant, keys, number};

#[derive(Debug, Clone)]
pub struct RecentMessagesRecord {
    pub messages: RecentMessages,
    /// The blind index of the address or number.
    index: String,
    /// 0 if there is no row yet.
    version: u64,
}

#[derive(Serialize, Deserialize)]
struct RecentMessagesItem {
    /// Oldest first.
    times: Vec<i64>,
    version: u64,
    ttl: i64,
}

impl RecentMessagesRecord {
    pub(crate) fn key(tenant: &Tenant, index: &str) -> Key {
        keys::recent_messages(tenant, index)
    }

    pub(crate) fn read(item: Option<Attributes>, index: &str) -> Result<Self, Error> {
        let index = index.to_owned();
        let Some(item) = item else { return Ok(Self { messages: RecentMessages::default(), index, version: 0 }) };
        let RecentMessagesItem { times, version, ttl: _ /* DynamoDB's */ } = from_item(item)?;
        let times = times.into_iter().map(instant).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { messages: RecentMessages::stored(times), index, version })
    }
}

impl Transaction<'_> {
    /// Saves the recent messages to a person. Refused if they changed since the read.
    pub fn save_recent_messages(&mut self, record: &RecentMessagesRecord, now: Timestamp) {
        let RecentMessagesRecord { messages, index, version } = record;
        let item = RecentMessagesItem {
            times: messages.times().iter().map(|at| at.as_millisecond()).collect(),
            version: version + 1,
            ttl: recent_messages_ttl(now),
        };
        let key = RecentMessagesRecord::key(self.tenant, index);
        self.put_next(Part::RecentMessages, &key, &item, *version);
    }
}

// The SMS segments that a tenant used in a month.
impl Transaction<'_> {
    /// Uses SMS segments of a month's allowance. Refused if fewer are left.
    pub fn spend_segments(&mut self, segments: u32, allowance: u32, month: Date) {
        let most = i64::from(allowance) - i64::from(segments);
        // If the allowance is too small for one SMS, the condition must refuse even the month's first SMS, for which
        // there is no item yet.
        let left = if most < 0 { "used <= :most" } else { "attribute_not_exists(used) OR used <= :most" };
        let values = [(":more", number(segments)), (":most", number(most))];
        self.change(Part::Spend, &keys::sms_segments(self.tenant, month), "ADD used :more", left, values);
    }
}
