//! Trials: a member of the shop goes through the customer's page. The member's review stays a draft, so no list, page
//! or count ever contains it.
//!
//! Told by `tests/stories/console/trial.story`.

use app::error::TryError;
use domain::review::{
    DisplayName, DraftChange, Headline, NewReview, Origin, Photo, Review, ReviewDraft, ReviewText, TypedForm, Version,
    Words, tapped,
};
use domain::values::{ReviewId, Saves, Verification};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::context::RequestContext;
use store::table::Part;

use crate::use_cases::facts::facts_about;
use crate::use_cases::link::LinkTarget;
use crate::use_cases::{AskedFacts, Hub, LinkError, Submission, SubmitOutcome, WrittenReview};

impl Hub {
    /// Saves the submitted form as the item's draft, and marks the item as reviewed.
    pub(super) async fn submit_trial(
        &self,
        LinkTarget { tenant, keys, mut context }: LinkTarget,
        Submission { item, version: Version { rating, taps: _, words }, taps, keeps_headline }: &Submission,
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
            taps: taps.clone(),
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
    /// A trial's review, from its draft, as it would be by a customer whom the shop asks after an order; `None` if it was not
    /// sent.
    pub(super) fn of_trial(
        ReviewDraft { item, form, .. }: &ReviewDraft,
        RequestContext { request, tenant, .. }: &RequestContext,
        asked: &AskedFacts,
        photos: &[Photo],
    ) -> Option<Self> {
        let sent = request.items.get(*item)?;
        let now = sent.reviewed_at?;
        let words = Words {
            headline: form.headline.as_deref().and_then(|headline| Headline::parse(headline).ok()?),
            text: form.text.as_deref().and_then(|text| ReviewText::parse(text).ok()).unwrap_or_default(),
            display_name: form.display_name.as_deref().and_then(|name| DisplayName::parse(name).ok()?),
        };
        let new = NewReview {
            id: ReviewId::mint(now, 0),
            origin: Origin::Hub { request: request.id, item: *item },
            author: None,
            verification: Verification::Request,
            incentivized: request.options.incentivized,
            experienced_at: None,
            visitor: false,
            product: sent.subject.product().cloned(),
            language: None,
            version: Version {
                rating: form.rating?,
                taps: tapped(&[], facts_about(asked, &sent.subject), &form.taps),
                words,
            },
        };
        let checks = tenant.checks(None);
        let (mut review, _) = Review::submit(new, checks, now);
        let own = photos.iter().filter(|photo| photo.item == *item);
        review.set_photos(own.filter_map(Photo::ready).collect());
        let written = Self::of(&review, checks.plans)?;
        Some(Self { is_public: false, is_held: false, contact_data: None, ..written })
    }
}
