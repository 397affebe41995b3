//! Pauses: an item for each channel whose provider rejects everybody, and the operator's pause of all sending. Usually
//! there are none.

use std::collections::HashMap;

use domain::message::{BACK_OFF_MAX, OperatorPause, Pause, Restored};
use domain::values::Channel;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::message::evidence::take_reports_missing;
use crate::retention::{PAUSE_DAYS, days_after};
use crate::shop::service::{OperatorPausePart, require_known_layout};
use crate::table::{Attributes, Error, Key, Store, from_item, instant, keys, milliseconds, number};

/// The pauses of all channels, and the operator's pause.
#[derive(Debug, Clone, Default)]
pub struct Pauses {
    /// The operator's pause of all sending.
    pub all: Option<OperatorPause>,
    /// The operator's postal address, which [`Store::pauses`] reads in the same call.
    pub postal_address: Option<String>,
    /// Since when reports about accepted emails are missing, read in the same call.
    pub reports_missing_since: Option<Timestamp>,
    /// The last restore of the table, which every sender has to know.
    pub restored: Option<Restored>,
    pauses: Vec<(Channel, Pause)>,
}

#[derive(Deserialize)]
struct PauseItem {
    since: i64,
    until: i64,
    tries: u32,
}

impl Pauses {
    /// The pause of a channel; `None` if it is not paused.
    pub fn of(&self, channel: Channel) -> Option<Pause> {
        self.iter().find_map(|(paused, pause)| (paused == channel).then_some(pause))
    }

    pub fn iter(&self) -> impl Iterator<Item = (Channel, Pause)> + '_ {
        self.pauses.iter().copied()
    }

    pub(crate) fn keys() -> [Key; 4] {
        let [email, sms] = Channel::ALL.map(keys::pause);
        [email, sms, keys::pause_of_all(), keys::restored()]
    }

    pub(crate) fn take(items: &mut HashMap<Key, Attributes>) -> Result<Self, Error> {
        let all = items.remove(&keys::pause_of_all()).map(from_item::<OperatorPausePart>).transpose()?;
        let restored = items.remove(&keys::restored()).map(from_item).transpose()?;
        let mut read = Self { all: all.map(OperatorPausePart::read).transpose()?, restored, ..Self::default() };
        for channel in Channel::ALL {
            if let Some(item) = items.remove(&keys::pause(channel)) {
                let PauseItem { since, until, tries } = from_item(item)?;
                read.pauses.push((channel, Pause { since: instant(since)?, until: instant(until)?, tries }));
            }
        }
        Ok(read)
    }
}

impl Store {
    /// The pauses of all channels, read together with the service's item.
    /// Errors: [`Error::Layout`] if the table has another layout.
    pub async fn pauses(&self) -> Result<Pauses, Error> {
        let mut items = self.batch([&Pauses::keys()[..], &[keys::service(), keys::reported()]].concat()).await?;
        let postal_address = require_known_layout(&mut items)?;
        let reports_missing_since = take_reports_missing(&mut items)?;
        Ok(Pauses { postal_address, reports_missing_since, ..Pauses::take(&mut items)? })
    }

    /// The last restore of the table from a backup; `None` if there was none.
    pub async fn restored(&self) -> Result<Option<Restored>, Error> {
        self.get(&keys::restored()).await?.map(from_item).transpose()
    }

    pub async fn put_restored(&self, restored: Restored) -> Result<(), Error> {
        self.put(&keys::restored(), &restored).await
    }

    /// Begins a pause, or prolongs the pause `seen`. `false` if another sender was first; then this sender must not try
    /// its message.
    pub async fn set_pause(&self, channel: Channel, seen: Option<Pause>, pause: Pause) -> Result<bool, Error> {
        // An expired pause may still be in the table.
        let (condition, at) = match seen {
            None => (
                "attribute_not_exists(PK) OR #until <= :at",
                pause.since.saturating_sub(BACK_OFF_MAX).unwrap_or(Timestamp::MIN),
            ),
            Some(seen) => ("#until = :at", seen.until),
        };
        let values = [
            (":since", milliseconds(pause.since)),
            (":until", milliseconds(pause.until)),
            (":tries", number(pause.tries)),
            (":ttl", number(days_after(pause.until, PAUSE_DAYS))),
            (":at", milliseconds(at)),
        ];
        let set = "SET since = :since, #until = :until, tries = :tries, #ttl = :ttl";
        self.change(&keys::pause(channel), set, condition, values).await
    }

    /// Ends a pause, unless it was prolonged since.
    pub async fn resume(&self, channel: Channel, pause: Pause) -> Result<(), Error> {
        let values = [(":seen", milliseconds(pause.until))];
        self.delete_if(&keys::pause(channel), "#until = :seen", values).await.map(drop)
    }
}

/// The last message that a provider rejected for a reason that may concern only the recipient. Only the next messages
/// show whether the provider rejects everybody.
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
        let (recipient, at, ttl) = (recipient.to_owned(), now.as_millisecond(), days_after(now, PAUSE_DAYS));
        self.put(&keys::refusal(channel), &RefusalItem { recipient, at, ttl }).await
    }
}
