//! The operator's pause, as rows store it, and the mark that makes reconcile look at a shop.

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
    /// Only for the pause of all shops, which is an item of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ttl: Option<i64>,
}

impl OperatorPausePart {
    pub(crate) fn read(self) -> Result<OperatorPause, Error> {
        let Self { since, until, ttl: _ } = self;
        Ok(OperatorPause { since: instant(since)?, until: until.map(instant).transpose()? })
    }

    /// The pause as an item of its own, which DynamoDB removes.
    pub(crate) fn with_ttl(self, ttl: Option<i64>) -> Self {
        Self { ttl, ..self }
    }
}

impl From<OperatorPause> for OperatorPausePart {
    fn from(OperatorPause { since, until }: OperatorPause) -> Self {
        Self { since: since.as_millisecond(), until: until.map(Timestamp::as_millisecond), ttl: None }
    }
}

/// The attributes that put a shop's item into the index, so that reconcile looks at it next. `nudged_at` is the last
/// time at which the shop was known to be paused or its pause changed.
pub(crate) fn look_at_shop(now: Timestamp) -> [(&'static str, AttributeValue); 3] {
    [
        ("due_shard", AttributeValue::S(DueKind::Shop.shard_name(0))),
        ("due_at", milliseconds(now)),
        ("nudged_at", milliseconds(now)),
    ]
}
