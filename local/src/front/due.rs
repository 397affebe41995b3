//! The list of events to come.

use axum::{Json, extract::State};
use jiff::Timestamp;
use serde::Serialize;
use store::DueKind;

use super::{error::FrontError, page, state::Front};
use crate::{Work, World};

/// Rows shown.
const ROWS_MAX: usize = 100;
/// Rows read of each shard: all that are shown could be of one.
const SHARD_ROWS_MAX: i32 = 100;

/// Something due.
#[derive(Serialize)]
pub(super) struct Due {
    /// When, in RFC 3339.
    pub(super) at: String,
    /// `schedule`, `message`, or what a row of the index is about.
    pub(super) kind: &'static str,
    /// The schedule's name, the message's body, or the tenant and the sort key of the row's item.
    pub(super) name: String,
    #[serde(skip)]
    pub(super) instant: Timestamp,
}

impl Due {
    fn new(kind: &'static str, instant: Timestamp, name: String) -> Self {
        Self { at: page::rfc3339(instant), kind, name, instant }
    }

    /// How long until then.
    pub(super) fn wait(&self, now: &Timestamp) -> String {
        page::wait(self.instant, *now)
    }

    pub(super) fn words(&self) -> String {
        page::words(self.instant)
    }
}

/// The events to come, earliest first.
pub(super) async fn due(world: &World) -> Result<Vec<Due>, FrontError> {
    let (aws, store) = (world.aws(), world.store()?);
    let schedules = aws.due_schedules().into_iter().map(|(at, name)| Due::new("schedule", at, name));
    let messages = aws.queue(Work::Sends)?.waiting().into_iter().map(|(at, body)| Due::new("message", at, body));
    let mut due: Vec<_> = schedules.chain(messages).collect();
    for (kind, shard) in DueKind::shards() {
        let rows = store.due(kind, shard, Timestamp::MAX, SHARD_ROWS_MAX, None).await?;
        due.extend(rows.iter().map(|row| Due::new(word(kind), row.due_at, format!("{} {}", row.tenant, row.name()))));
    }
    due.sort_by_key(|due| due.instant);
    due.truncate(ROWS_MAX);
    Ok(due)
}

const fn word(kind: DueKind) -> &'static str {
    match kind {
        DueKind::Message | DueKind::Waiting(_) | DueKind::Expiry => "step",
        DueKind::Delivery => "webhook",
        DueKind::Letter => "letter",
        DueKind::Review => "review",
        DueKind::Hold => "hold",
    }
}

pub(super) async fn json(State(front): State<Front>) -> Result<Json<Vec<Due>>, FrontError> {
    Ok(Json(due(&front.world).await?))
}
