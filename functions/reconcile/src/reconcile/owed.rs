//! The number of owed messages. The backlog may have any length, and no run handles most of it.

use jiff::Timestamp;
use store::message::pause::Pauses;
use store::table::keys::DueKind;

use super::{NUDGED_FOR_MAX, RUN_FOR, Reconcile};

impl Reconcile {
    /// Counts the messages whose sender was woken but which are not sent, and those that wait for the end of a
    /// channel's pause. A read that fails counts as zero, because the number is not worth an error.
    pub(super) async fn owed(&self, pauses: &Pauses, started: Timestamp) -> usize {
        let woken_again = started.saturating_add(NUDGED_FOR_MAX).unwrap_or(started);
        let waiting = pauses.iter().map(|(channel, _)| (DueKind::Waiting(channel), started));
        let mut owed = 0;
        for (kind, until) in [(DueKind::Message, woken_again)].into_iter().chain(waiting) {
            for shard in 0..kind.shard_count() {
                if self.clock.now().duration_since(started) > RUN_FOR {
                    return owed;
                }
                let counted = self.store.count_owed(kind, shard, until).await;
                owed += counted.inspect_err(|error| tracing::warn!(%error, "cannot count what is owed")).unwrap_or(0);
            }
        }
        owed
    }
}
