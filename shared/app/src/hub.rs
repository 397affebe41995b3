//! The hub: the customer's page that a link opens, and what its forms do.

use std::sync::Arc;

use domain::{
    DisplayName, Photo, Product, Rating, Request, RequestId, Review, ReviewDraft, ReviewText, Shop, Suppression, Tenant,
};
use jiff::{SignedDuration, Timestamp};
use store::{CommitError, DisplayContext, Part, RequestContext, RequestReviews, Sealed, Store, Transaction};
use vault::{Purpose, Random, TenantKeys, Token, Vault};

use crate::retry::{TRIES_MAX, TryError, retry};
use crate::{Bucket, Error, LinkError, Links, Model, Queue, Wake};

/// Serves the hub.
///
/// # Errors
/// Methods fail with [`LinkError::App`] on storage, KMS or queue failures, and as each says.
#[derive(Clone)]
pub struct Hub {
    /// Where everything is stored.
    pub store: Store,
    /// Unseals the personal part.
    pub vault: Arc<Vault>,
    /// Makes and reads the links.
    pub links: Links,
    /// Wakes the sender for a new link's email.
    pub queue: Queue,
    /// Draws ids, tokens and nonces.
    pub random: Random,
    /// Writes questions; `None` where only the fixed ones are used.
    pub model: Option<Model>,
    /// Where the photos are stored.
    pub bucket: Bucket,
}

/// Who follows a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visitor {
    /// A person, as far as the request shows.
    Person,
    /// A scanner, a prefetch or a HEAD request, which does not mark the request opened.
    Machine,
}

/// What the page shows.
pub struct Page {
    /// The shop that asks, with the request's language if that has one.
    pub shop: Shop,
    /// The request.
    pub request: Request,
    /// The customer's name and address; `None` once they have left the table.
    pub sealed: Option<Sealed>,
    /// The reviews so far.
    pub reviews: Vec<Review>,
    /// The drafts: what was saved and not sent.
    pub unsent: Vec<ReviewDraft>,
    /// The photos, each with its URL if it is ready.
    pub photos: Vec<(Photo, Option<String>)>,
    /// The products that the shop described.
    pub products: Vec<Product>,
    /// The token that unsubscribes from the shop's messages.
    pub unsubscribe_token: Option<String>,
    /// Whether the customer may postpone the request.
    pub may_be_postponed: bool,
}

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

/// The request that a link belongs to, with its tenant's keys.
pub(crate) struct LinkTarget {
    pub(crate) tenant: Tenant,
    pub(crate) keys: Arc<TenantKeys>,
    pub(crate) context: RequestContext,
}

impl Hub {
    /// The page that a link opens. The first person to see it marks the request opened.
    ///
    /// # Errors
    /// Every [`LinkError`].
    pub async fn open(&self, token: &str, visitor: Visitor, now: Timestamp) -> Result<Page, LinkError> {
        let LinkTarget { tenant, keys, mut context } = self.find_live(token, now).await?;
        let id = context.request.id;
        let RequestReviews { reviews, unsent, photos } = self.store.request_reviews(&tenant, id).await?;
        let unsent = unsent.iter().map(|unsent| unsent.open(&keys)).collect::<Result<_, store::Error>>()?;
        let reviews = reviews.into_iter().map(|review| review.open(&keys)).collect::<Result<_, store::Error>>()?;
        let photos = self.viewable(&tenant, id, photos, now).await?;
        let DisplayContext { products, location } = self.store.display_context(&tenant, &context.request).await?;
        let sealed = context.open(&keys)?;
        if visitor == Visitor::Person {
            self.mark_opened(&tenant, &mut context.request, now).await;
        }
        let RequestContext { request, tenant: record, .. } = context;
        let shop = record.shop.at(location.as_ref()).speaking(request.language);
        let unsubscribe_token = Links::unsubscribe_token(token, &*self.links.keys(now).await?);
        let may_be_postponed = request.may_be_postponed(now);
        Ok(Page { shop, request, sealed, reviews, unsent, photos, products, unsubscribe_token, may_be_postponed })
    }

    /// Saves a review, or changes an earlier one of the same item.
    ///
    /// # Errors
    /// Every [`LinkError`].
    pub async fn submit(&self, token: &str, submission: &Submission, now: Timestamp) -> Result<(), LinkError> {
        let mut frees = true;
        retry!(TRIES_MAX, {
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

    /// Mails a new link for what is left to review, to the stored address only. The result is the same for
    /// every token, known or not, so that it reveals nothing.
    ///
    /// # Errors
    /// Storage, KMS or queue failures.
    pub async fn renew(&self, token: &str, now: Timestamp) -> Result<(), Error> {
        match retry!(TRIES_MAX, { self.try_renew(token, now).await }) {
            Ok(()) | Err(LinkError::Unknown | LinkError::Expired(_) | LinkError::Cancelled(_)) => Ok(()),
            Err(LinkError::App(error)) => Err(error),
        }
    }

    /// The shop whose messages an unsubscribe link stops.
    ///
    /// # Errors
    /// [`LinkError::Unknown`], [`LinkError::App`].
    pub async fn unsubscribing(&self, token: &str, now: Timestamp) -> Result<Shop, LinkError> {
        let found = self.find(token, Purpose::Unsubscribe, now).await?;
        Ok(shop_of(&found.context))
    }

    /// Stops all messages of the shop to the link's address and number. Once the personal part has left the
    /// table there is no address left to write to.
    ///
    /// # Errors
    /// [`LinkError::Unknown`], [`LinkError::App`].
    pub async fn unsubscribe(&self, token: &str, now: Timestamp) -> Result<Shop, LinkError> {
        let LinkTarget { tenant, keys, context } = self.find(token, Purpose::Unsubscribe, now).await?;
        if let Some(sealed) = context.open(&keys)? {
            let mut transaction = self.store.transaction(&tenant);
            let Sealed { email, phone, name: _, token: _ } = sealed;
            let email = email.map(|email| keys.email_index(&email));
            let phone = phone.map(|phone| keys.phone_index(&phone));
            for index in email.into_iter().chain(phone) {
                transaction.suppress(&index, Suppression::Unsubscribed, now);
            }
            transaction.commit().await?;
        }
        Ok(shop_of(&context))
    }

    /// The request of a link, whether the link still works or not.
    async fn find(&self, token: &str, purpose: Purpose, now: Timestamp) -> Result<LinkTarget, LinkError> {
        let (tenant, id) = self.resolve(token, purpose, now).await?;
        let context = self.store.request_context(&tenant, id).await?.ok_or(LinkError::Unknown)?;
        let keys = self.vault.tenant(&tenant, &context.tenant.root, now).await?;
        Ok(LinkTarget { tenant, keys, context })
    }

    /// The request of a hub link that works.
    pub(crate) async fn find_live(&self, token: &str, now: Timestamp) -> Result<LinkTarget, LinkError> {
        let found = self.find(token, Purpose::Hub, now).await?;
        require_live(&found.context, now)?;
        Ok(found)
    }

    /// The request of a hub link that works, if it has this item, with the item's photos.
    pub(crate) async fn find_live_item(
        &self,
        token: &str,
        item: usize,
        now: Timestamp,
    ) -> Result<(LinkTarget, Vec<Photo>), LinkError> {
        let (tenant, id) = self.resolve(token, Purpose::Hub, now).await?;
        let (context, photos) = self.store.context_with_photos(&tenant, id, item).await?.ok_or(LinkError::Unknown)?;
        let keys = self.vault.tenant(&tenant, &context.tenant.root, now).await?;
        require_live(&context, now)?;
        if item >= context.request.items.len() {
            return Err(LinkError::Unknown);
        }
        Ok((LinkTarget { tenant, keys, context }, photos))
    }

    /// The request that a token opens.
    async fn resolve(&self, token: &str, purpose: Purpose, now: Timestamp) -> Result<(Tenant, RequestId), LinkError> {
        let service = self.links.keys(now).await?;
        let token = Token::parse(token, purpose, &service).ok_or(LinkError::Unknown)?;
        self.store.token(&token).await?.ok_or(LinkError::Unknown)
    }

    /// A mark that cannot be saved must not keep a customer from the page.
    async fn mark_opened(&self, tenant: &Tenant, request: &mut Request, now: Timestamp) {
        let counters = request.opened(now);
        if counters.is_empty() {
            return;
        }
        let mut transaction = self.store.transaction(tenant);
        transaction.save_request(Part::Request, request);
        transaction.count(request, &counters);
        if let Err(error) = transaction.commit().await {
            tracing::warn!(request = request.id.get(), %error, "cannot mark the request opened");
        }
    }

    async fn try_renew(&self, token: &str, now: Timestamp) -> Result<(), TryError<LinkError>> {
        let LinkTarget { tenant, keys, context } = self.find(token, Purpose::Hub, now).await?;
        let RequestContext { request: expired, .. } = &context;
        let Some(sealed) = context.open(&keys)? else { return Ok(()) };
        if expired.cancelled_at.is_some() || !expired.is_expired(now) {
            return Ok(());
        }
        // New links are counted on the request that the first link belonged to.
        let mut original = match expired.renewal_of {
            None => expired.clone(),
            Some(id) => match self.store.request(&tenant, id).await? {
                Some(original) => original,
                None => return Ok(()),
            },
        };
        let id = RequestId::mint(now, self.random.u16());
        let Some(channel) = sealed.channel() else { return Ok(()) };
        let Some(mut renewed) = original.renew(id, expired.left(), channel, now) else { return Ok(()) };
        // The expired request held the guard; the new one is about the same order.
        renewed.guard.clone_from(&expired.guard);
        let token = Token::mint(&self.random);
        let token_text = token.text(Purpose::Hub, &*self.links.keys(now).await?);
        let sealed = Sealed { token: token_text, ..sealed };
        let mut done = self.write_renewal(&tenant, &keys, &mut original, &renewed, &sealed, &token, now).await;
        if done.as_ref().is_err_and(|error| error.refused(Part::Guard)) {
            // The shop created a new request for the same order meanwhile: that one keeps the guard.
            renewed.guard = None;
            original.version -= 1;
            done = self.write_renewal(&tenant, &keys, &mut original, &renewed, &sealed, &token, now).await;
        }
        done?;
        self.queue.wake(&Wake::new(&tenant, &renewed), SignedDuration::ZERO).await;
        Ok(())
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one transaction")]
    async fn write_renewal(
        &self,
        tenant: &Tenant,
        keys: &TenantKeys,
        original: &mut Request,
        renewed: &Request,
        sealed: &Sealed,
        token: &Token,
        now: Timestamp,
    ) -> Result<(), CommitError> {
        let mut transaction = self.store.transaction(tenant);
        transaction.save_request(Part::Original, original);
        transaction.insert_new(renewed, sealed, token, keys, now);
        transaction.commit().await
    }
}

/// Marks the request engaged by a person's input, the first time.
pub(crate) fn engage(transaction: &mut Transaction<'_>, request: &mut Request, now: Timestamp) {
    let counters = request.began(now);
    if !counters.is_empty() {
        transaction.save_request(Part::Request, request);
        transaction.count(request, &counters);
    }
}

/// Refuses a link that no longer works.
fn require_live(context: &RequestContext, now: Timestamp) -> Result<(), LinkError> {
    match &context.request {
        request if request.cancelled_at.is_some() => Err(LinkError::Cancelled(shop_of(context))),
        request if request.is_expired(now) => Err(LinkError::Expired(shop_of(context))),
        _ => Ok(()),
    }
}

/// The shop as a request's customer knows it, except for a location's name.
pub(crate) fn shop_of(context: &RequestContext) -> Shop {
    context.tenant.shop.clone().speaking(context.request.language)
}
