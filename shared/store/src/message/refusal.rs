//! The last message that a provider rejected for a reason that may concern only the recipient. Only the next messages
//! show whether the provider rejects everybody.

use domain::values::Channel;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::retention::refusal_ttl;
use crate::table::{Error, Store, from_item, instant, keys};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The blind index of the message's address or number.
    pub recipient: String,
    pub at: Timestamp,
}

#[derive(Serialize, Deserialize)]
struct RefusalItem {
    recipient: String,
    at: i64,
    ttl: i64,
}

impl Store {
    /// The last rejection by a channel's provider, which is stored for a day.
    pub async fn refusal(&self, channel: Channel) -> Result<Option<Refusal>, Error> {
        let Some(item) = self.get(&keys::refusal(channel)).await? else { return Ok(None) };
        let RefusalItem { recipient, at, ttl: _ } = from_item(item)?;
        Ok(Some(Refusal { recipient, at: instant(at)? }))
    }

    /// Records that a message to the address or number with this blind index was rejected.
    pub async fn note_refusal(&self, channel: Channel, recipient: &str, now: Timestamp) -> Result<(), Error> {
        let (recipient, at, ttl) = (recipient.to_owned(), now.as_millisecond(), refusal_ttl(now));
        self.put(&keys::refusal(channel), &RefusalItem { recipient, at, ttl }).await
    }
}
