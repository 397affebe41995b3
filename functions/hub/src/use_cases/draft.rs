//! Drafts: unsubmitted input on the customer's page, stored as typed.
//!
//! Told by `tests/stories/hub/questions.story`.

use app::error::retry;
use domain::request::{Item, Subject};
use domain::review::{DraftChange, ReviewDraft};
use domain::values::{Fault, Language, Saves};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::context::ItemParts;

use crate::use_cases::link::LinkTarget;
use crate::use_cases::{Hub, LinkError, engage};

pub enum SaveOutcome {
    /// The whole draft, now saved.
    Saved(Box<ReviewDraft>),
    /// The input is invalid or was saved too often today, so nothing is saved.
    Invalid(Fault),
}

impl Hub {
    /// Adds a customer's input to an item's draft. The first input marks the request as engaged. `decide` makes the
    /// change; it gets the item's subject, the draft, and the page's language if the request or the shop has one.
    pub async fn save_draft(
        &self,
        token: &str,
        item: usize,
        decide: impl Fn(&Subject, &ReviewDraft, Option<Language>) -> Result<DraftChange, Fault>,
        now: Timestamp,
    ) -> Result<SaveOutcome, LinkError> {
        retry!(self.store, {
            let LinkTarget { tenant, keys, mut context } = self.find_live(token, now).await?;
            let Item { subject, .. } = context.request.items.get(item).ok_or(LinkError::Unknown)?;
            let mut draft = self.store.review_draft(&tenant, context.request.id, item, &keys).await?;
            let (today, items) = (now.to_zoned_datetime(TimeZone::UTC).date(), context.request.items.len());
            let language = context.request.options.language.or(context.tenant.shop.language);
            let decided = decide(subject, &draft, language);
            let allowed = decided.and_then(|change| Ok((change, Saves::next(draft.saves, today, items)?)));
            let (change, saves) = match allowed {
                Ok(allowed) => allowed,
                Err(fault) => return Ok(SaveOutcome::Invalid(fault)),
            };
            let request = &mut context.request;
            let mut transaction = self.store.transaction(&tenant);
            transaction.save_review_draft(request, item, &change, saves, &keys);
            // Only the first input is counted, and counting needs a transaction.
            engage(&mut transaction, request, now);
            transaction.commit_alone().await?;
            draft.apply(change);
            Ok(SaveOutcome::Saved(Box::new(draft)))
        })
    }

    /// Discards the unsubmitted changes to a submitted review. A draft without a review stays, because the input would
    /// be lost.
    pub async fn discard_changes(&self, token: &str, item: usize, now: Timestamp) -> Result<(), LinkError> {
        retry!(self.store, {
            let (found, ItemParts { review, draft, photos: _ /* each is a change by itself */ }) =
                self.find_live_item(token, item, now).await?;
            let LinkTarget { tenant, keys: _ /* nothing is read */, context } = found;
            let sent = review.map(|review| review.unopened()).filter(|review| !review.state.is_final());
            if draft.is_some() && sent.is_some() {
                let mut transaction = self.store.transaction(&tenant);
                transaction.remove_review_draft(context.request.id, item);
                transaction.commit().await?;
            }
            Ok(())
        })
    }
}
