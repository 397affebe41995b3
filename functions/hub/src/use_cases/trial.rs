//! Trials: a member of the shop goes through the customer's page. The member's review stays a draft, so no list, page
//! or count ever contains it.

use app::retry::TryError;
use domain::request::Request;
use domain::review::{DisplayName, DraftChange, Headline, ReviewDraft, ReviewText, TypedForm, Version, Words};
use domain::values::Saves;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::table::Part;

use crate::use_cases::link::LinkTarget;
use crate::use_cases::{Hub, LinkError, Submission, SubmitOutcome, WrittenReview};

impl Hub {
    /// Saves the submitted form as the item's draft, and marks the item as reviewed.
    pub(super) async fn submit_trial(
        &self,
        LinkTarget { tenant, keys, mut context }: LinkTarget,
        Submission { item, version: Version { rating, words }, keeps_headline, is_taken: _ /* not counted */ }: &Submission,
        now: Timestamp,
    ) -> Result<SubmitOutcome, TryError<LinkError>> {
        let request = &mut context.request;
        let draft = self.store.review_draft(&tenant, request.id, *item, &keys).await?;
        let today = now.to_zoned_datetime(TimeZone::UTC).date();
        let Ok(saves) = Saves::next(draft.saves, today, request.items.len()) else {
            return Ok(SubmitOutcome::TooOften);
        };
        let headline = words.headline.as_ref().map_or("", Headline::as_str);
        let form = TypedForm {
            headline: (!keeps_headline).then(|| headline.to_owned()),
            text: Some(words.text.as_str().to_owned()),
            rating: Some(*rating),
            display_name: Some(words.display_name.as_ref().map_or("", DisplayName::as_str).to_owned()),
            ..TypedForm::default()
        };
        request.reviewed(*item, None, now);
        let mut transaction = self.store.transaction(&tenant);
        transaction.save_review_draft(request, *item, &DraftChange::Form(form), saves, &keys);
        transaction.save_request(Part::Request, request);
        if !context.tenant.was_tried {
            transaction.note_trial();
        }
        transaction.commit().await?;
        Ok(SubmitOutcome::Saved)
    }

    /// Deletes the submitted form of an item of a trial. The item may be reviewed again.
    pub(super) async fn withdraw_trial(
        &self,
        LinkTarget { tenant, keys: _ /* nothing is read */, mut context }: LinkTarget,
        item: usize,
    ) -> Result<(), TryError<LinkError>> {
        let request = &mut context.request;
        request.withdrawn_in_trial(item);
        let mut transaction = self.store.transaction(&tenant);
        transaction.remove_review_draft(request.id, item);
        transaction.save_request(Part::Request, request);
        Ok(transaction.commit().await?)
    }
}

impl WrittenReview {
    /// A trial's review, from its draft; `None` if it was not sent.
    pub(super) fn of_trial(ReviewDraft { item, form, .. }: &ReviewDraft, request: &Request) -> Option<Self> {
        let updated_at = request.items.get(*item)?.reviewed_at?;
        let rating = form.rating?;
        let words = Words {
            headline: form.headline.as_deref().and_then(|headline| Headline::parse(headline).ok()?),
            text: form.text.as_deref().and_then(|text| ReviewText::parse(text).ok()).unwrap_or_default(),
            display_name: form.display_name.as_deref().and_then(|name| DisplayName::parse(name).ok()?),
        };
        Some(Self {
            item: *item,
            version: Version { rating, words },
            reply: None,
            edited_on: None,
            updated_at,
            is_public: false,
            is_held: false,
            contact_data: None,
        })
    }
}
