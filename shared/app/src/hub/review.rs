//! A review that a form submits.

use domain::{DisplayName, Rating, Review, ReviewText};
use jiff::Timestamp;
use store::Part;

use crate::LinkError;
use crate::hub::Hub;
use crate::hub::link::LinkTarget;
use crate::retry::retry;

/// What a form submits.
#[derive(Debug, Clone)]
pub struct Submission {
    /// The item's index in the request, from 0.
    pub item: usize,
    /// The stars clicked.
    pub rating: Rating,
    /// What the customer wrote.
    pub text: ReviewText,
    /// The name to show; `None` is anonymous.
    pub display_name: Option<DisplayName>,
}

impl Hub {
    /// Saves a review, or changes an earlier one of the same item.
    ///
    /// # Errors
    /// Every [`LinkError`].
    pub async fn submit(&self, token: &str, submission: &Submission, now: Timestamp) -> Result<(), LinkError> {
        let mut frees = true;
        retry!(self.store, {
            let Submission { item, rating, text, display_name } = submission.clone();
            let (LinkTarget { tenant, keys, mut context }, photos) = self.find_live_item(token, item, now).await?;
            let reviewed_at = context.request.items.get(item).and_then(|item| item.reviewed_at);
            let created_at = reviewed_at.unwrap_or(now);
            let review = Review { item, rating, text, display_name, created_at, updated_at: now };
            let photos = self.keep_files(&tenant, &context.request, photos, now).await;
            let counters = context.request.reviewed(item, now);
            let mut transaction = self.store.transaction(&tenant);
            let request = &mut context.request;
            transaction.save_request(Part::Request, request);
            transaction.put_review(request.id, &review, &keys);
            transaction.remove_review_draft(request.id, item);
            transaction.keep_photos(request.id, &photos);
            transaction.count(request, &counters);
            if reviewed_at.is_none() {
                transaction.note_review(request, item);
            }
            if let (Some(guard), true) = (&request.guard, frees && request.is_answered_ask()) {
                transaction.release_guard(guard, request.id);
            }
            let done = transaction.commit().await;
            // The guard was released before, or a later request has it: the next try leaves it alone.
            frees &= !done.as_ref().is_err_and(|error| error.refused(Part::Guard));
            Ok(done?)
        })
    }
}
