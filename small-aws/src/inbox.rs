//! The inbox: every email and SMS that a provider accepted.

use std::collections::BTreeMap;

use dynoxide::Database;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{shelf::Shelf, wire::Refusal};

/// An email or SMS as its recipient gets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    pub id: String,
    /// `email` or `sms`.
    pub channel: String,
    /// The recipients, separated by commas; for an SMS, its number.
    pub to: String,
    /// The sender with its display name; for an SMS, its number, sender id or pool.
    pub from: String,
    /// The subject line; empty for an SMS.
    pub subject: String,
    pub html: Option<String>,
    /// The text part, or the whole SMS.
    pub text: Option<String>,
    /// Further headers, including `Reply-To`.
    pub headers: BTreeMap<String, String>,
    pub tags: BTreeMap<String, String>,
    /// When the provider accepted the message.
    pub sent_at: Timestamp,
}

pub(super) struct Inbox(pub(super) Shelf<Mail>);

impl Inbox {
    pub(super) fn open(db: &Database) -> anyhow::Result<Self> {
        Ok(Self(Shelf::open(db, "mail")?))
    }

    pub(super) fn add(&self, mail: Mail) -> Result<(), Refusal> {
        let id = mail.id.clone();
        Ok(self.0.lock().put(&id, mail)?)
    }
}
