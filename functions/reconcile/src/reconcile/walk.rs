//! A walk through the shards of the index `due`, and how what it finds is woken.

use std::collections::VecDeque;

use app::error::Error;
use domain::values::Tenant;
use jiff::{SignedDuration, Timestamp};
use store::message::due::{Due, DueAfter, DueItem};
use store::message::pause::Pauses;
use store::message::sending_pause::WaitsFor;
use store::table::{DueKind, Store};
use vault::Random;

/// How many rows are read from a shard before the next shard's turn.
const PAGE: i32 = 100;
/// How many rows are handled together: as many as one call of DynamoDB allows.
pub(super) const TOGETHER: usize = 100;

/// All rows of one kind. The shards take turns after each page, so that no shard waits for another's backlog.
pub(super) struct Walk {
    pub(super) kind: DueKind,
    /// A shop's own partition, and the reason why its rows wait; `None` for the kind's own partitions.
    shop: Option<(Tenant, WaitsFor)>,
    /// The delay of the next row, if rows are sent in order. It grows with each row.
    pub(super) wait: SignedDuration,
    /// How many rows [`next`](Self::next) has returned.
    pub(super) handed_out: usize,
    /// How many rows of the last pages have a key that cannot be read.
    pub(super) unreadable: usize,
    /// Rows that are due after this time are left for a later run.
    until: Timestamp,
    /// The shards that may have more rows, each with the place after which to continue.
    shards: Vec<(u64, Option<DueAfter>)>,
    read: VecDeque<Due>,
}

impl Walk {
    /// Begins at a random shard, because runs that stop when their time is over would always leave out the same shards. Only
    /// those of senders have an order.
    pub(super) fn new(kind: DueKind, until: Timestamp, random: &Random) -> Self {
        let first = random.below(if kind == DueKind::Sender { 1 } else { kind.shard_count() });
        let shards = (first..kind.shard_count()).chain(0..first).map(|shard| (shard, None)).collect();
        let (wait, handed_out, unreadable) = (SignedDuration::ZERO, 0, 0);
        Self { kind, shop: None, wait, handed_out, unreadable, until, shards, read: VecDeque::new() }
    }

    pub(super) fn of_shop(shop: &Tenant, waits_for: WaitsFor, until: Timestamp, random: &Random) -> Self {
        Self { shop: Some((shop.clone(), waits_for)), ..Self::new(DueKind::Paused, until, random) }
    }

    /// Leaves the remaining rows for a later run.
    pub(super) fn stop(&mut self) {
        (self.shards, self.read) = (Vec::new(), VecDeque::new());
    }

    /// The next rows; empty at the end.
    pub(super) async fn next(&mut self, store: &Store) -> Result<Vec<Due>, Error> {
        while self.read.is_empty() && !self.shards.is_empty() {
            for (shard, after) in std::mem::take(&mut self.shards) {
                let page = match &self.shop {
                    Some((shop, waits_for)) => store.waiting(shop, *waits_for, self.until, PAGE, after).await?,
                    None => {
                        let span = Timestamp::UNIX_EPOCH..=self.until;
                        store.due(self.kind, shard, span, PAGE, after).await?
                    }
                };
                if page.after.is_some() {
                    self.shards.push((shard, page.after));
                }
                if page.unreadable > 0 {
                    tracing::error!(kind = ?self.kind, rows = page.unreadable, "the keys of some rows cannot be read");
                    self.unreadable += page.unreadable;
                }
                self.read.extend(page.rows);
            }
        }
        let rows: Vec<_> = self.read.drain(..self.read.len().min(TOGETHER)).collect();
        self.handed_out += rows.len();
        Ok(rows)
    }
}

/// How the wake-ups of messages are spread over time.
#[derive(Clone, Copy)]
pub(super) enum Spread {
    /// All at the same time.
    None,
    /// At random times within this time.
    Over(SignedDuration),
    /// In the order in which they were due: the first one after the first time, and each further one later by the
    /// second time.
    InOrder(SignedDuration, SignedDuration),
}

pub(super) fn is_paused(pauses: &Pauses, now: Timestamp) -> bool {
    pauses.all.is_some_and(|pause| !pause.is_over(now))
}

/// When a waiting message was due. Notifications come first.
pub(super) fn was_due_at(item: &Result<DueItem, store::table::Error>) -> Option<Timestamp> {
    match item {
        Ok(DueItem::Request(request, _)) => request.step().map(|step| step.due_at),
        Ok(
            DueItem::Notification(_)
            | DueItem::Call(..)
            | DueItem::Reading(..)
            | DueItem::Stars(_)
            | DueItem::Delivery(_)
            | DueItem::Look,
        )
        | Err(_) => None,
    }
}
