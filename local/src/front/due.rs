//! The list of events to come.

use axum::{Json, extract::State};
use jiff::Timestamp;
use serde::Serialize;
use store::DueKind;

use super::{error::FrontError, page, state::Front};
use crate::{Work, World};

/// Rows that a script gets.
const ROWS_MAX: usize = 100;
/// Rows read of each shard: all that a script gets could be of one.
const SHARD_ROWS_MAX: i32 = 100;
/// Groups that a page shows at once. The others are folded.
const SHOWN: usize = 5;

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
    instant: Timestamp,
    /// How one and several of these are called.
    #[serde(skip)]
    words: Words,
}

/// The words for one event and for several.
type Words = (&'static str, &'static str);

impl Due {
    fn new(kind: &'static str, words: Words, instant: Timestamp, name: String) -> Self {
        Self { at: page::rfc3339(instant), kind, name, instant, words }
    }
}

/// The events to come, for people.
pub(super) struct Agenda(Vec<Group>);

/// Events of one kind at about the same time.
pub(super) struct Group {
    /// How far away they are: `in 89 days`.
    pub(super) wait: String,
    /// When the first is due.
    pub(super) at: String,
    /// The name of one, which says little of several.
    pub(super) name: Option<String>,
    words: Words,
    count: usize,
}

impl Agenda {
    /// The events to come, the earliest group first.
    pub(super) async fn read(world: &World) -> Result<Self, FrontError> {
        let now = world.aws().clock().now();
        let mut groups: Vec<Group> = Vec::new();
        for Due { name, instant, words, .. } in due(world).await? {
            let wait = page::about(instant, now);
            match groups.iter_mut().find(|group| group.words == words && group.wait == wait) {
                Some(group) => (group.count, group.name) = (group.count + 1, None),
                None => groups.push(Group { wait, at: page::words(instant), name: Some(name), words, count: 1 }),
            }
        }
        Ok(Self(groups))
    }

    pub(super) fn first(&self) -> Option<&Group> {
        self.0.first()
    }

    pub(super) fn shown(&self) -> &[Group] {
        &self.0[..self.0.len().min(SHOWN)]
    }

    pub(super) fn folded(&self) -> &[Group] {
        &self.0[self.shown().len()..]
    }
}

impl Group {
    /// Such as `25 links end`.
    pub(super) fn what(&self) -> String {
        let (one, several) = self.words;
        format!("{} {}", self.count, if self.count == 1 { one } else { several })
    }
}

/// The events to come, earliest first.
async fn due(world: &World) -> Result<Vec<Due>, FrontError> {
    let (aws, store) = (world.aws(), world.store()?);
    let fires = ("schedule fires", "schedules fire");
    let schedules = aws.due_schedules().into_iter().map(|(at, name)| Due::new("schedule", fires, at, name));
    let waits = ("wake-up is on the queue", "wake-ups are on the queue");
    let messages = aws.queue(Work::Sends)?.waiting().into_iter().map(|(at, body)| Due::new("message", waits, at, body));
    let mut due: Vec<_> = schedules.chain(messages).collect();
    for (kind, shard) in DueKind::shards() {
        let rows = store.due(kind, shard, Timestamp::MAX, SHARD_ROWS_MAX, None).await?;
        let (word, words) = words(kind);
        let name = |row: &store::Due| format!("{} {}", row.tenant, row.name());
        due.extend(rows.iter().map(|row| Due::new(word, words, row.due_at, name(row))));
    }
    // Within a second, what happens comes before the schedule that sees to it.
    due.sort_by_key(|due| (due.instant.as_second(), due.kind == "schedule", due.instant));
    Ok(due)
}

/// The word for scripts, and the words for people.
const fn words(kind: DueKind) -> (&'static str, Words) {
    match kind {
        DueKind::Message => ("step", ("message leaves", "messages leave")),
        DueKind::Waiting(_) => ("step", ("message waits for its channel", "messages wait for their channel")),
        DueKind::Expiry => ("step", ("link ends", "links end")),
        DueKind::Delivery => ("webhook", ("webhook is tried", "webhooks are tried")),
        DueKind::Call => {
            ("call", ("call of a shop’s system is queued again", "calls of shops’ systems are queued again"))
        }
        DueKind::Orders => ("orders", ("system may be silent", "systems may be silent")),
        DueKind::Letter => ("letter", ("letter leaves", "letters leave")),
        DueKind::Review => ("review", ("review has waited too long", "reviews have waited too long")),
        DueKind::Paused => ("paused", ("paused message’s wait ends anyway", "paused messages’ waits end anyway")),
        DueKind::Shop => ("pause", ("shop’s pause is looked at", "shops’ pauses are looked at")),
        DueKind::Hold => ("hold", ("hold on a shop’s emails may end", "holds on shops’ emails may end")),
    }
}

pub(super) async fn json(State(front): State<Front>) -> Result<Json<Vec<Due>>, FrontError> {
    let mut due = due(&front.world).await?;
    due.truncate(ROWS_MAX);
    Ok(Json(due))
}
