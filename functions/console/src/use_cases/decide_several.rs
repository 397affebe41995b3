//! One decision about several reviews that a member marked. Each of them is decided about by the use case of a single
//! decision, with its own history, notification, events and time to undo.

use app::caller::Caller;
use app::error::Error;
use app::review::{Moderate, Verdict, actor};
use domain::review::{LedgerKind, Review};
use domain::values::ReviewId;
use jiff::Timestamp;

/// The most reviews in one call. A page of the list shows at most 20. One after the other they take a few seconds,
/// which is much less than API Gateway's 30 s; at the same time, they would collide at their product's counters.
pub(crate) const MARKED_MAX: usize = 100;

#[derive(Default)]
pub(crate) struct DecidedSeveral {
    /// The reviews about which the decision was made now, or by the same form before.
    pub done: Vec<Review>,
    /// How many stayed as they were, because they changed since they were shown or no longer exist, or because it is too late
    /// to undo.
    pub left: usize,
    /// Whether a failure stopped the call before it came to all of them.
    pub is_stopped: bool,
}

/// Decides about these reviews, each as long as it has the revision that was shown.
/// Errors: Failures before anything was decided.
pub(crate) async fn decide_several(
    moderate: &Moderate,
    caller: &Caller,
    marked: &[(ReviewId, u32)],
    verdict: &Verdict,
    now: Timestamp,
) -> Result<DecidedSeveral, Error> {
    let mut several = DecidedSeveral::default();
    for shown in marked {
        match decide(moderate, caller, *shown, verdict, now).await {
            Ok(Some(review)) => several.done.push(review),
            Ok(None) => several.left += 1,
            Err(error) if several.done.is_empty() => return Err(error),
            // Reviews that were decided about stay so.
            Err(error) => {
                tracing::error!(review = shown.0.get(), %error, "a decision about several reviews stopped");
                return Ok(DecidedSeveral { is_stopped: true, ..several });
            }
        }
    }
    Ok(several)
}

/// `None` if the review stays as it is.
async fn decide(
    moderate: &Moderate,
    caller: &Caller,
    (id, revision): (ReviewId, u32),
    verdict: &Verdict,
    now: Timestamp,
) -> Result<Option<Review>, Error> {
    match moderate.decide(caller, id, verdict, Some(&[revision]), now).await {
        Ok(review) => Ok(Some(review)),
        Err(Error::RevisionConflict) => repeated(moderate, caller, (id, revision), verdict).await,
        Err(Error::NotFound | Error::OfInsider) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The review, if the only change since it was shown is this decision of this person: the form came twice.
async fn repeated(
    moderate: &Moderate,
    caller: &Caller,
    (id, revision): (ReviewId, u32),
    verdict: &Verdict,
) -> Result<Option<Review>, Error> {
    let (store, tenant) = (&moderate.store, &caller.tenant);
    let ledger = store.ledger(tenant, id, &caller.keys).await?;
    let is_same = ledger.last().is_some_and(|last| {
        let what = match verdict {
            Verdict::Publish(_) => last.what == LedgerKind::Published,
            Verdict::Withhold(why) => last.what == LedgerKind::Withheld && last.reason == Some(why.reason),
            Verdict::Undo => last.what == LedgerKind::Undone,
            _ => false,
        };
        what && last.by == actor(caller) && Some(last.revision) == revision.checked_add(1)
    });
    let Some(row) = store.review_row(tenant, id).await?.filter(|_| is_same) else { return Ok(None) };
    let review = store.review(tenant, row.place, &caller.keys).await?;
    Ok(review.filter(|review| review.id == id && Some(review.revision) == revision.checked_add(1)))
}
