//! A walk through the shards of the index `due`.

use std::collections::VecDeque;

use app::error::Error;
use domain::values::Tenant;
use jiff::{SignedDuration, Timestamp};
use store::message::due::Due;
use store::message::sending_pause::WaitsFor;
use store::table::Store;
use store::table::keys::DueKind;
use vault::Random;

/// Rows read from a shard before it is the next one's turn.
const PAGE: i32 = 100;
/// Rows handled together: DynamoDB reads and writes as many in one call.
pub(super) const TOGETHER: usize = 100;

/// All rows of one kind. The shards take turns, a page each, so that none waits for the backlog of another.
pub(super) struct Walk {
    pub(super) kind: DueKind,
    /// The shop whose own partition it is, and which; `None` for those of the kind.
    shop: Option<(Tenant, WaitsFor)>,
    /// How long the senders of rows that leave in their order wait: each longer than the one before it.
    pub(super) wait: SignedDuration,
    /// Rows that are due later are left for a later run.
    until: Timestamp,
    /// The shards that may have more rows, each with the last row that was read.
    shards: Vec<(u64, Option<Due>)>,
    /// Rows that were read, and not handed out yet.
    read: VecDeque<Due>,
}

impl Walk {
    /// Begins at a random shard: runs that end by the clock do not leave out the same ones.
    pub(super) fn new(kind: DueKind, until: Timestamp, random: &Random) -> Self {
        let first = random.below(kind.shard_count());
        let shards = (first..kind.shard_count()).chain(0..first).map(|shard| (shard, None)).collect();
        Self { kind, shop: None, wait: SignedDuration::ZERO, until, shards, read: VecDeque::new() }
    }

    /// All of a shop that waits for this.
    pub(super) fn of_shop(shop: &Tenant, waits_for: WaitsFor, until: Timestamp, random: &Random) -> Self {
        Self { shop: Some((shop.clone(), waits_for)), ..Self::new(DueKind::Paused, until, random) }
    }

    /// Leaves the rest for a later run.
    pub(super) fn stop(&mut self) {
        (self.shards, self.read) = (Vec::new(), VecDeque::new());
    }

    /// The next rows; none at the end.
    pub(super) async fn next(&mut self, store: &Store) -> Result<Vec<Due>, Error> {
        if self.read.is_empty() {
            for (shard, after) in std::mem::take(&mut self.shards) {
                let page = match &self.shop {
                    Some((shop, waits_for)) => {
                        store.waiting(shop, *waits_for, self.until, PAGE, after.as_ref()).await?
                    }
                    None => {
                        let span = Timestamp::UNIX_EPOCH..=self.until;
                        store.due(self.kind, shard, span, PAGE, after.as_ref()).await?
                    }
                };
                if i32::try_from(page.len()).is_ok_and(|rows| rows == PAGE) {
                    self.shards.push((shard, page.last().cloned()));
                }
                self.read.extend(page);
            }
        }
        Ok(self.read.drain(..self.read.len().min(TOGETHER)).collect())
    }
}
