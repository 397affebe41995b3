//! Replaces an expired link.
//!
//! Told by `tests/stories/hub/page.story`.

use app::error::{Error, TryError, retry};
use app::message::wake::Wake;
use app::review::photos::PhotoCopy;
use domain::request::Request;
use domain::review::{Photo, PhotoId, PhotoState};
use domain::values::{Channel, RequestId, Tenant};
use domain::webhook::Subscription;
use jiff::{SignedDuration, Timestamp};
use store::context::RequestContext;
use store::request::personal::{LinkCode, RequestRecipient};
use store::review::RequestReviews;
use store::review::draft::SealedReviewDraft;
use store::table::{CommitError, Part};
use vault::{ShortCode, TenantKeys};

use crate::use_cases::link::LinkTarget;
use crate::use_cases::{Hub, LinkError};

/// The maximum number of photos that move to the new link. With the rows of 50 drafts and 10 webhooks they fit into a
/// transaction, which has at most 100 rows.
const PHOTOS_ALONG_MAX: usize = 25;

impl Hub {
    /// Emails a new link for the items without a review, only to the stored address. The result is the same for every
    /// token, valid or not, so that it reveals nothing.
    pub async fn renew(&self, token: &str, now: Timestamp) -> Result<(), Error> {
        match retry!(self.store, { self.try_renew(token, now).await }) {
            Ok(()) | Err(LinkError::Unknown | LinkError::Expired(_) | LinkError::Cancelled(_)) => Ok(()),
            Err(LinkError::App(error)) => Err(error),
        }
    }

    async fn try_renew(&self, token: &str, now: Timestamp) -> Result<(), TryError<LinkError>> {
        let LinkTarget { tenant, keys, context } = self.find(token, now).await?;
        let RequestContext { request: expired, .. } = &context;
        let Some(sealed) = context.open(&keys)? else { return Ok(()) };
        if expired.cancelled_at.is_some() || !expired.is_expired(now) {
            return Ok(());
        }
        let Some(mut original) = self.original(&tenant, expired).await? else { return Ok(()) };
        let mut earlier = Vec::new();
        for id in &original.renewals {
            earlier.extend(self.store.request(&tenant, *id).await?);
        }
        let id = RequestId::mint(now, self.random.u16());
        let Some(channel) = sealed.channel() else { return Ok(()) };
        let Some(mut renewed) = original.renew(id, expired, &earlier, channel, &context.tenant.rules, now) else {
            return Ok(());
        };
        // The new page has the drafts and photos from the expired one.
        let RequestReviews { reviews: _, drafts, photos } = self.store.request_reviews(&tenant, expired.id).await?;
        let item_of = |item: usize| {
            let subject = &expired.items.get(item)?.subject;
            renewed.items.iter().position(|item| item.subject == *subject)
        };
        let drafts: Vec<_> = drafts.into_iter().filter_map(|draft| Some((item_of(draft.item())?, draft))).collect();
        let along = photos.iter().filter(|photo| photo.ready().is_some()).filter_map(|photo| {
            let id = PhotoId::new(u128::from_le_bytes(self.random.bytes()));
            let new = Photo { item: item_of(photo.item)?, id, state: PhotoState::Expected, created_at: now, ..*photo };
            Some((PhotoCopy { from: photo.place(&tenant, expired.id), to: new.place(&tenant, renewed.id) }, new))
        });
        let (copies, photos): (Vec<_>, Vec<_>) = along.take(PHOTOS_ALONG_MAX).unzip();
        let service = self.links.keys(now).await?;
        let code = (channel == Channel::Sms).then(|| LinkCode::new(&ShortCode::mint(&self.random), &service));
        let sealed = RequestRecipient { code, ..sealed };
        let shop = LinkedShop { tenant: &tenant, keys: &keys, webhooks: &context.tenant.webhooks };
        let new = NewLink { sealed: &sealed, drafts: &drafts, photos: &photos };
        self.files.copy(&copies, now).await;
        let mut done = self.write_renewal(&shop, &mut original, &renewed, &new, now).await;
        if done.as_ref().is_err_and(|error| error.refused(Part::UniquenessKey)) {
            // The shop has meanwhile created a new request for the same order, so the uniqueness key belongs to that
            // request.
            renewed.give_up_uniqueness_key();
            original.revert_version();
            done = self.write_renewal(&shop, &mut original, &renewed, &new, now).await;
        }
        done?;
        self.queue.wake(&Wake::new(&tenant, &renewed), SignedDuration::ZERO).await;
        Ok(())
    }

    /// The request of the first link. It counts the new links.
    async fn original(&self, tenant: &Tenant, expired: &Request) -> Result<Option<Request>, store::table::Error> {
        match expired.renewal_of {
            None => Ok(Some(expired.clone())),
            Some(id) => self.store.request(tenant, id).await,
        }
    }

    async fn write_renewal(
        &self,
        shop: &LinkedShop<'_>,
        original: &mut Request,
        renewed: &Request,
        new: &NewLink<'_>,
        now: Timestamp,
    ) -> Result<(), CommitError> {
        let NewLink { sealed, drafts, photos } = new;
        let mut transaction = self.store.transaction(shop.tenant);
        transaction.save_request(Part::Original, original);
        transaction.insert_new(renewed, sealed, shop.keys, now);
        if let Some(customer) = renewed.customer {
            transaction.note_request(customer, renewed);
        }
        for (item, draft) in *drafts {
            transaction.copy_review_draft(draft, renewed, *item, shop.keys);
        }
        for photo in *photos {
            transaction.expect_photo(renewed, photo, None);
        }
        transaction.announce_request(None, renewed, now, shop.webhooks);
        transaction.commit().await
    }
}

struct NewLink<'a> {
    sealed: &'a RequestRecipient,
    /// The drafts from the expired request, each with its item's place in the new request.
    drafts: &'a [(usize, SealedReviewDraft)],
    photos: &'a [Photo],
}

struct LinkedShop<'a> {
    tenant: &'a Tenant,
    keys: &'a TenantKeys,
    webhooks: &'a [Subscription],
}
