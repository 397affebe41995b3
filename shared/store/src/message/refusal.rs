//! The last SMS that was refused for a reason that may be its recipient's alone: whether the provider refuses everybody, only
//! the next ones show.

use aws_sdk_dynamodb::types::AttributeValue;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::privacy::retention::refusal_ttl;
use crate::table::{Attributes, Error, Store, done_if_met, from_item, instant, keys, milliseconds};

/// An SMS that was refused, and whether others leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The blind index of its number.
    pub recipient: String,
    /// Whether the provider accepted another one since.
    pub others_leave: bool,
    /// When it was refused.
    pub at: Timestamp,
}

#[derive(Serialize, Deserialize)]
struct RefusalItem {
    recipient: String,
    at: i64,
    #[serde(default)]
    others_leave: bool,
    ttl: i64,
}

impl Refusal {
    pub(crate) fn read(item: Attributes) -> Result<Self, Error> {
        let RefusalItem { recipient, at, others_leave, ttl: _ } = from_item(item)?;
        Ok(Self { recipient, others_leave, at: instant(at)? })
    }
}

impl Store {
    /// An SMS to the number with this blind index was refused.
    pub async fn note_refusal(&self, recipient: &str, now: Timestamp) -> Result<(), Error> {
        let (recipient, at, ttl) = (recipient.to_owned(), now.as_millisecond(), refusal_ttl(now));
        self.put(&keys::refusal(), &RefusalItem { recipient, at, others_leave: false, ttl }).await
    }

    /// An SMS to another number was accepted since.
    pub async fn note_others_leave(&self, refusal: &Refusal) -> Result<(), Error> {
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::refusal().attributes()))
            .update_expression("SET others_leave = :yes")
            .condition_expression("#at = :at AND recipient = :recipient")
            .expression_attribute_names("#at", "at")
            .expression_attribute_values(":yes", AttributeValue::Bool(true))
            .expression_attribute_values(":at", milliseconds(refusal.at))
            .expression_attribute_values(":recipient", AttributeValue::S(refusal.recipient.clone()));
        done_if_met(update.send().await).map(drop)
    }
}
