//! A customer takes a review back.

use app::retry::retry;
use app::review::photos::files_of;
use domain::Shop;
use jiff::Timestamp;
use store::ItemParts;

use crate::use_cases::link::{LinkTarget, shop_of};
use crate::use_cases::{Hub, LinkError};

/// The result of taking a review back.
pub enum Withdrawal {
    /// The customer has to say that they are sure.
    Asked {
        /// The shop whose page asks.
        shop: Shop,
    },
    /// There is no review any more.
    Done,
}

impl Hub {
    /// Deletes a review's words, name and photos for good, if the customer `is_sure`. The item may be reviewed again.
    ///
    /// # Errors
    /// Every [`LinkError`].
    pub async fn withdraw(
        &self,
        token: &str,
        item: usize,
        is_sure: bool,
        now: Timestamp,
    ) -> Result<Withdrawal, LinkError> {
        retry!(self.store, {
            let (found, ItemParts { review, photos, has_draft }) = self.find_live_item(token, item, now).await?;
            let LinkTarget { tenant, keys, context } = found;
            let before = review.map(|review| review.open(&keys)).transpose()?;
            let Some(before) = before.filter(|review| !review.state.is_final()) else { return Ok(Withdrawal::Done) };
            if !is_sure {
                return Ok(Withdrawal::Asked { shop: shop_of(&context) });
            }
            let (mut review, request) = (before.clone(), context.request.id);
            let ledger = review.withdraw(now);
            let mut transaction = self.store.transaction(&tenant);
            let webhooks = &context.tenant.webhooks;
            let events = transaction.save_review(Some(&before), &review, &ledger, &keys, webhooks);
            if has_draft {
                transaction.remove_review_draft(request, item);
            }
            transaction.empty_slots(request, &photos);
            let files = files_of(&tenant, &before, &photos);
            self.files.prepare(&files, now).await;
            transaction.commit().await?;
            self.webhooks.wake(&tenant, &events).await;
            self.files.discard(&files, now).await;
            Ok(Withdrawal::Done)
        })
    }
}
