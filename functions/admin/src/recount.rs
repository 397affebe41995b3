//! Corrects what an earlier release counted: it did not know that insiders' reviews do not count, and counted no rewarded ones.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use store::shop::rotation::RowPlace;

use crate::call::Call;
use crate::failure::Failure;

/// How long one call reads. The function may run for 28 seconds, and each of its requests for 8.
const READ_FOR: SignedDuration = SignedDuration::from_secs(15);

/// A call changes no review and no decision, so the audit log has no entry of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Recount {
    /// The `next` of the previous answer.
    after: Option<RowPlace>,
}

#[derive(Serialize)]
pub(crate) struct Corrected {
    /// Reviews that were counted wrongly, among the rows that this call read.
    corrected: usize,
    /// The `after` of the next call; `null` at the table's end.
    next: Option<RowPlace>,
}

impl Recount {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Corrected, Failure> {
        let Self { after: mut next } = self;
        let mut corrected = 0;
        loop {
            let part = call.parts.store.recount(next.as_ref()).await?;
            corrected += part.corrected;
            next = part.next;
            if next.is_none() || call.parts.clock.now().duration_since(call.now) > READ_FOR {
                return Ok(Corrected { corrected, next });
            }
        }
    }
}
