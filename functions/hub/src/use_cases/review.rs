//! Submits a review.
//!
//! Told by `tests/stories/hub/page.story`.

use app::error::{Error, retry};
use app::review::photos::files_of;
use app::review::record_end;
use domain::review::{
    Actor, Checks, Fact, LedgerEntry, NewReview, Origin, Photo, Review, ReviewPhoto, TypedTap, Version, tapped,
};
use domain::values::{Language, RequestOrigin, ReviewId, Tenant};
use jiff::Timestamp;
use members::Insiders;
use store::context::{ItemParts, RequestContext};
use store::table::Part;
use vault::TenantKeys;

use crate::use_cases::link::LinkTarget;
use crate::use_cases::{Hub, LinkError};

#[derive(Debug, Clone)]
pub struct Submission {
    /// The item's place in the request, from 0.
    pub item: usize,
    /// The rating and the words. The words may be empty, and the answers are in `taps`.
    pub version: Version,
    pub taps: Vec<TypedTap>,
    /// Whether the form has no field for the headline, so that the headline stays.
    pub keeps_headline: bool,
}

impl Submission {
    /// The version that replaces the earlier one.
    fn version_after(&self, before: Option<&Review>, facts: &[Fact]) -> Version {
        let (mut version, newest) = (self.version.clone(), before.and_then(Review::newest));
        let before = newest.as_ref().map_or(&[][..], |newest| &newest.taps);
        version.taps = tapped(before, facts, &self.taps);
        if self.keeps_headline {
            version.words.headline = newest.and_then(|newest| newest.words.headline);
        }
        version
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubmitOutcome {
    Saved,
    /// The review was changed too often today; nothing was saved.
    TooOften,
}

impl Hub {
    /// Saves a review, or changes the item's earlier one. `preferred` is the browser's language.
    pub async fn submit(
        &self,
        token: &str,
        submission: &Submission,
        preferred: Language,
        now: Timestamp,
    ) -> Result<SubmitOutcome, LinkError> {
        let item = submission.item;
        let mut frees = true;
        retry!(self.store, {
            let (found, ItemParts { review: before, photos, draft }) = self.find_live_item(token, item, now).await?;
            if found.context.request.options.trial {
                return self.submit_trial(found, submission, now).await;
            }
            let LinkTarget { tenant, keys, mut context } = found;
            let before = before.map(|review| review.open(&keys)).transpose()?;
            let facts = self.facts_of(&tenant, &context, item).await?;
            let version = submission.version_after(before.as_ref(), &facts);
            let kept = before.as_ref().filter(|before| !before.state.is_final());
            let photos = self.keep_files(&tenant, &context.request, photos, kept, now).await;
            let shown = photos.iter().filter_map(Photo::ready).collect();
            let form = (version, shown, preferred);
            let written = self.written(&tenant, &context, before.clone(), item, form, &keys, now).await?;
            let Some((review, ledger)) = written else { return Ok(SubmitOutcome::TooOften) };
            if ledger.is_empty() && draft.is_none() && kept.is_some() {
                return Ok(SubmitOutcome::Saved);
            }
            let unreviewed = context.request.clone();
            let is_first = unreviewed.items.get(item).is_some_and(|item| item.reviewed_at.is_none());
            let request = &mut context.request;
            let counters = request.reviewed(item, review.id, now);
            let mut transaction = self.store.transaction(&tenant);
            transaction.save_request(Part::Request, request);
            let webhooks = &context.tenant.webhooks;
            transaction.save_review(before.as_ref(), &review, &ledger, &keys, webhooks);
            transaction.announce_request(Some(&unreviewed), request, now, webhooks);
            if draft.is_some() {
                transaction.remove_review_draft(request.id, item);
            }
            transaction.keep_photos(request.id, &photos);
            transaction.count(request, &counters);
            if let (Some(customer), true) = (request.customer, is_first) {
                transaction.note_review(customer, review.place());
            }
            if let (Some(uniqueness_key), true) = (&request.uniqueness_key, frees && request.is_answered_ask()) {
                transaction.release_uniqueness_key(uniqueness_key, request.id);
            }
            let done = transaction.commit().await;
            // The uniqueness key was already released, or belongs to a later request, so the next try does not touch
            // it.
            frees &= !done.as_ref().is_err_and(|error| error.refused(Part::UniquenessKey));
            done?;
            Ok(SubmitOutcome::Saved)
        })
    }

    /// The item's new review and the new entries of its ledger; `None` if the review was changed too often today.
    #[expect(clippy::too_many_arguments, reason = "what a review is made of")]
    async fn written(
        &self,
        tenant: &Tenant,
        context: &RequestContext,
        before: Option<Review>,
        item: usize,
        (version, photos, preferred): (Version, Vec<ReviewPhoto>, Language),
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<Option<(Review, Vec<LedgerEntry>)>, Error> {
        let is_insider = match context.open(keys)?.and_then(|sealed| sealed.email) {
            Some(email) => Insiders::read(&self.store, tenant, &context.tenant, keys, now).await?.has(&email),
            None => false,
        };
        let checks = Checks { is_insider, ..context.tenant.checks(Some(&context.request.order)) };
        let ended = match before {
            Some(mut review) if !review.state.is_final() => {
                let ledger = review.edit(Actor::Customer, version, photos, checks, now);
                let ledger = ledger?;
                let may = ledger.is_empty() || review.count_change(now).is_ok();
                return Ok(may.then_some((review, ledger)));
            }
            ended => ended,
        };
        let new = self.new_review(tenant, context, item, (version, preferred), keys, now).await?;
        let (mut review, ledger) = match &ended {
            Some(ended) => Review::submit_again(new, ended, checks, now),
            None => Review::submit(new, checks, now),
        };
        review.set_photos(photos);
        let may = ended.is_none() || review.count_change(now).is_ok();
        Ok(may.then_some((review, ledger)))
    }

    /// A new review for an item that has none, or whose review has ended.
    async fn new_review(
        &self,
        tenant: &Tenant,
        context: &RequestContext,
        item: usize,
        (version, preferred): (Version, Language),
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<NewReview, Error> {
        let request = &context.request;
        let product = request.items.get(item).and_then(|item| item.subject.product()).cloned();
        let order = self.store.order_of(tenant, request, keys).await?;
        Ok(NewReview {
            id: ReviewId::mint(now, self.random.u16()),
            origin: Origin::Hub { request: request.id, item },
            author: request.contact(),
            verification: request.verification(product.as_ref(), order.as_ref()),
            incentivized: request.options.incentivized,
            experienced_at: request.experienced_at(product.as_ref(), order.as_ref(), now),
            visitor: request.origin == RequestOrigin::Visitor,
            product,
            // The language is chosen as the page's is.
            language: Some(request.options.language.or(context.tenant.shop.language).unwrap_or(preferred)),
            version,
        })
    }
}

// A customer withdraws a review.
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
            let Some(before) = before else { return Ok(()) };
            if !before.state.is_final() {
                let (mut review, request) = (before.clone(), context.request.id);
                let ledger = review.withdraw(now);
                let mut transaction = self.store.transaction(&tenant);
                let webhooks = &context.tenant.webhooks;
                transaction.save_review(Some(&before), &review, &ledger, &keys, webhooks);
                if draft.is_some() {
                    transaction.remove_review_draft(request, item);
                }
                transaction.empty_slots(request, photos.iter().map(Photo::held));
                let files = files_of(&tenant, &before, &photos);
                self.files.prepare(&files, now).await;
                transaction.commit().await?;
                self.files.discard(&files, now).await;
            }
            // Also if an earlier call died before it wrote the record.
            Ok(record_end(&self.bucket, (&tenant, before.id), None, now).await?)
        })
    }
}
