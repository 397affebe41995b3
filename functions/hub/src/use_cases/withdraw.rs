//! A customer withdraws a review.

use app::retry::retry;
use app::review::photos::files_of;
use jiff::Timestamp;
use store::context::ItemParts;

use crate::use_cases::link::LinkTarget;
use crate::use_cases::{Hub, LinkError};

impl Hub {
    /// Deletes a review's words, name and photos for good, if there is one. The item may be reviewed again.
    pub async fn withdraw(&self, token: &str, item: usize, now: Timestamp) -> Result<(), LinkError> {
        retry!(self.store, {
            let (found, ItemParts { review, photos, draft }) = self.find_live_item(token, item, now).await?;
            if found.context.request.options.trial {
                return self.withdraw_trial(found, item).await;
            }
            let LinkTarget { tenant, keys, context } = found;
            let before = review.map(|review| review.open(&keys)).transpose()?;
            let Some(before) = before.filter(|review| !review.state.is_final()) else { return Ok(()) };
            let (mut review, request) = (before.clone(), context.request.id);
            let ledger = review.withdraw(now);
            let mut transaction = self.store.transaction(&tenant);
            let webhooks = &context.tenant.webhooks;
            transaction.save_review(Some(&before), &review, &ledger, &keys, webhooks);
            if draft.is_some() {
                transaction.remove_review_draft(request, item);
            }
            transaction.empty_slots(request, &photos);
            let files = files_of(&tenant, &before, &photos);
            self.files.prepare(&files, now).await;
            transaction.commit().await?;
            self.files.discard(&files, now).await;
            Ok(())
        })
    }
}
