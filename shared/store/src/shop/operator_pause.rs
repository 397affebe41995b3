//! The operator's pause in rows, and reconcile's look at a shop because of a pause.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::message::OperatorPause;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::table::keys::DueKind;
use crate::table::{Error, instant, milliseconds};

#[derive(Serialize, Deserialize)]
pub(crate) struct OperatorPausePart {
    since: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<i64>,
    /// Only in the pause of all, which is an item of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ttl: Option<i64>,
}

impl OperatorPausePart {
    pub(crate) fn read(self) -> Result<OperatorPause, Error> {
        let Self { since, until, ttl: _ } = self;
        Ok(OperatorPause { since: instant(since)?, until: until.map(instant).transpose()? })
    }

    /// The same as an item of its own, which DynamoDB removes.
    pub(crate) fn with_ttl(self, ttl: Option<i64>) -> Self {
        Self { ttl, ..self }
    }
}

impl From<OperatorPause> for OperatorPausePart {
    fn from(OperatorPause { since, until }: OperatorPause) -> Self {
        Self { since: since.as_millisecond(), until: until.map(Timestamp::as_millisecond), ttl: None }
    }
}

/// The attributes that bring a shop's item into the index, so that reconcile looks at it next. `nudged_at` is when the shop
/// was last known to be paused, or its pause changed.
pub(crate) fn look_at_shop(now: Timestamp) -> [(&'static str, AttributeValue); 3] {
    [
        ("due_shard", AttributeValue::S(DueKind::Shop.shard_name(0))),
        ("due_at", milliseconds(now)),
        ("nudged_at", milliseconds(now)),
    ]
}
