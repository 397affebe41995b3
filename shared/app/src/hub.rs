//! The customer's page: what a link opens, and what its forms do.

use std::sync::Arc;

use domain::{
    DisplayName, Item, Photo, Product, Rating, Request, RequestId, Review, ReviewDraft, ReviewText, Shop, Suppression,
    Tenant,
};
use jiff::{SignedDuration, Timestamp};
use store::{CommitError, DisplayContext, Part, RequestContext, RequestReviews, Sealed, Store, Transaction};
use vault::{Purpose, Random, TenantKeys, Token, Vault};

use crate::retry::CHANGES_MAX;
use crate::{Bucket, Error, Links, Model, Queue, Wake};

/// Serves the hub.
#[derive(Clone)]
pub struct Hub {
    /// Where everything is kept.
    pub store: Store,
    /// What opens the personal part.
    pub vault: Arc<Vault>,
    /// What makes and knows the links.
    pub links: Links,
    /// Wakes the sender for a new link's mail.
    pub queue: Queue,
    /// Draws ids, tokens and nonces.
    pub random: Random,
    /// Who asks in the chat, if not the guide alone.
    pub model: Option<Model>,
    /// Where the photos are.
    pub bucket: Bucket,
}

/// Who follows a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visitor {
    /// Somebody, as far as can be told.
    Person,
    /// A scanner, a prefetch, a HEAD: it leaves no mark.
    Machine,
}

/// What a link opens.
pub enum Opened {
    /// The page.
    Page(Box<Page>),
    /// Nothing any more; a new link can be asked for.
    Expired {
        /// The shop that asked.
        shop: Shop,
    },
    /// Nothing any more, for good.
    Cancelled {
        /// The shop that asked.
        shop: Shop,
    },
}

/// What the page shows.
pub struct Page {
    /// The shop that asks, in the language that it told.
    pub shop: Shop,
    /// The request.
    pub request: Request,
    /// The customer's name and address, while they are kept.
    pub sealed: Option<Sealed>,
    /// The reviews so far.
    pub reviews: Vec<Review>,
    /// What was begun and not sent.
    pub unsent: Vec<ReviewDraft>,
    /// The photos, each that is ready with where a browser loads it.
    pub photos: Vec<(Photo, Option<String>)>,
    /// What the shop told of the products.
    pub products: Vec<Product>,
    /// The token that stops the shop's messages.
    pub unsubscribe_token: Option<String>,
    /// Whether the customer may put the request off.
    pub may_be_postponed: bool,
}

/// What a form submits.
#[derive(Debug, Clone)]
pub struct Submission {
    /// The item's place in the request, from 0.
    pub item: usize,
    /// The stars clicked.
    pub rating: Rating,
    /// The words.
    pub text: ReviewText,
    /// The name to show.
    pub display_name: Option<DisplayName>,
}

/// What became of a submission.
pub enum Submitted {
    /// The review is kept.
    Saved,
    /// The link was dead by then.
    Refused(Opened),
}

/// A link's request with its keys.
pub(crate) struct LinkTarget {
    pub(crate) tenant: Tenant,
    pub(crate) keys: Arc<TenantKeys>,
    pub(crate) context: RequestContext,
}

impl Hub {
    /// What a hub link opens; `None` for a token that is unknown, damaged or forged. The first
    /// person to see the page marks the request opened.
    ///
    /// # Errors
    /// The dependencies' own trouble.
    pub async fn open(&self, token: &str, visitor: Visitor, now: Timestamp) -> Result<Option<Opened>, Error> {
        let Some(found) = self.find(token, Purpose::Hub, now).await? else { return Ok(None) };
        if let Some(dead) = dead(&found.context, now) {
            return Ok(Some(dead));
        }
        let LinkTarget { tenant, keys, mut context } = found;
        let id = context.request.id;
        let RequestReviews { reviews, unsent, photos } = self.store.request_reviews(&tenant, id).await?;
        let unsent = unsent.iter().map(|unsent| unsent.open(&keys)).collect::<Result<_, _>>()?;
        let reviews = reviews.into_iter().map(|review| review.open(&keys)).collect::<Result<_, _>>()?;
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
        let page =
            Page { shop, request, sealed, reviews, unsent, photos, products, unsubscribe_token, may_be_postponed };
        Ok(Some(Opened::Page(Box::new(page))))
    }

    /// Keeps a review, or changes an earlier one of the same item. `None` for an unknown token or
    /// an item that the request does not have.
    ///
    /// # Errors
    /// The dependencies' own trouble.
    pub async fn submit(
        &self,
        token: &str,
        submission: &Submission,
        now: Timestamp,
    ) -> Result<Option<Submitted>, Error> {
        let mut frees = true;
        for _ in 0..CHANGES_MAX {
            let Some((found, photos)) = self.find_with_photos(token, submission.item, now).await? else {
                return Ok(None);
            };
            if let Some(dead) = dead(&found.context, now) {
                return Ok(Some(Submitted::Refused(dead)));
            }
            let LinkTarget { tenant, keys, mut context } = found;
            let Submission { item, rating, text, display_name } = submission.clone();
            let Some(&Item { reviewed_at, .. }) = context.request.items.get(item) else { return Ok(None) };
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
            match transaction.commit().await {
                Ok(()) => return Ok(Some(Submitted::Saved)),
                // The guard was given back before, or went to a later request: it is not ours.
                Err(error) if error.refused(Part::Guard) => frees = false,
                Err(CommitError::Refused(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Unavailable("the request keeps changing".to_owned()))
    }

    /// Mails a new link for what is left to review, to the stored address only. What came of it
    /// is not told: the answer is the same for every token, known or not.
    ///
    /// # Errors
    /// The dependencies' own trouble.
    pub async fn renew(&self, token: &str, now: Timestamp) -> Result<(), Error> {
        for _ in 0..CHANGES_MAX {
            let Some(found) = self.find(token, Purpose::Hub, now).await? else { return Ok(()) };
            match self.try_renew(found, now).await {
                Ok(()) => return Ok(()),
                Err(Renewal::Changed) => {}
                Err(Renewal::Failed(error)) => return Err(error),
            }
        }
        Err(Error::Unavailable("the request keeps changing".to_owned()))
    }

    /// The shop whose mails an unsubscribe link stops; `None` for a token that is no such link's.
    ///
    /// # Errors
    /// The dependencies' own trouble.
    pub async fn unsubscribing(&self, token: &str, now: Timestamp) -> Result<Option<Shop>, Error> {
        let found = self.find(token, Purpose::Unsubscribe, now).await?;
        Ok(found.map(|found| face(&found.context)))
    }

    /// Stops all messages of the shop to the link's address and number. `None` for a token that is no such
    /// link's. Once the personal part has left the table there is no address left to mail.
    ///
    /// # Errors
    /// The dependencies' own trouble.
    pub async fn unsubscribe(&self, token: &str, now: Timestamp) -> Result<Option<Shop>, Error> {
        let Some(LinkTarget { tenant, keys, context }) = self.find(token, Purpose::Unsubscribe, now).await? else {
            return Ok(None);
        };
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
        Ok(Some(face(&context)))
    }

    pub(crate) async fn find(
        &self,
        token: &str,
        purpose: Purpose,
        now: Timestamp,
    ) -> Result<Option<LinkTarget>, Error> {
        let Some((tenant, id)) = self.named(token, purpose, now).await? else { return Ok(None) };
        let Some(context) = self.store.request_context(&tenant, id).await? else { return Ok(None) };
        let keys = self.vault.tenant(&tenant, &context.tenant.root, now).await?;
        Ok(Some(LinkTarget { tenant, keys, context }))
    }

    /// The same for the hub, with the photos of one item.
    pub(crate) async fn find_with_photos(
        &self,
        token: &str,
        item: usize,
        now: Timestamp,
    ) -> Result<Option<(LinkTarget, Vec<Photo>)>, Error> {
        let Some((tenant, id)) = self.named(token, Purpose::Hub, now).await? else { return Ok(None) };
        let Some((context, photos)) = self.store.context_with_photos(&tenant, id, item).await? else { return Ok(None) };
        let keys = self.vault.tenant(&tenant, &context.tenant.root, now).await?;
        Ok(Some((LinkTarget { tenant, keys, context }, photos)))
    }

    /// Whose request a token opens.
    async fn named(&self, token: &str, purpose: Purpose, now: Timestamp) -> Result<Option<(Tenant, RequestId)>, Error> {
        let service = self.links.keys(now).await?;
        let Some(token) = Token::parse(token, purpose, &service) else { return Ok(None) };
        Ok(self.store.token(&token).await?)
    }

    /// A mark that can't be set must not keep a customer from the page.
    async fn mark_opened(&self, tenant: &Tenant, request: &mut Request, now: Timestamp) {
        let counters = request.opened(now);
        if counters.is_empty() {
            return;
        }
        let mut transaction = self.store.transaction(tenant);
        transaction.save_request(Part::Request, request);
        transaction.count(request, &counters);
        if let Err(error) = transaction.commit().await {
            tracing::warn!(request = request.id.get(), %error, "opened not marked");
        }
    }

    async fn try_renew(&self, found: LinkTarget, now: Timestamp) -> Result<(), Renewal> {
        let LinkTarget { tenant, keys, context } = found;
        let RequestContext { request: asked, .. } = &context;
        let Some(sealed) = context.open(&keys).map_err(Error::from)? else { return Ok(()) };
        if asked.cancelled_at.is_some() || !asked.is_expired(now) {
            return Ok(());
        }
        // New links are counted on the request that the first link belonged to.
        let mut original = match asked.renewal_of {
            None => asked.clone(),
            Some(id) => match self.store.request(&tenant, id).await.map_err(Error::from)? {
                Some(original) => original,
                None => return Ok(()),
            },
        };
        let id = RequestId::mint(now, self.random.u16());
        let Some(channel) = sealed.channel() else { return Ok(()) };
        let Some(mut renewed) = original.renew(id, asked.left(), channel, now) else { return Ok(()) };
        // The expired request held it; what it guards is the same.
        renewed.guard.clone_from(&asked.guard);
        let token = Token::mint(&self.random);
        let text = token.text(Purpose::Hub, &*self.links.keys(now).await?);
        let sealed = Sealed { token: text, ..sealed };
        let mut done = self.write_renewal(&tenant, &keys, &mut original, &renewed, &sealed, &token, now).await;
        if done.as_ref().is_err_and(|error| error.refused(Part::Guard)) {
            // The shop made a new request for the same order meanwhile: that one keeps the guard.
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

enum Renewal {
    /// Somebody changed the request: load it and decide anew.
    Changed,
    Failed(Error),
}

impl From<Error> for Renewal {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<CommitError> for Renewal {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Refused(_) => Self::Changed,
            error => Self::Failed(error.into()),
        }
    }
}

/// Adds that a person gave an input, the first time that one did.
pub(crate) fn engage(transaction: &mut Transaction<'_>, request: &mut Request, now: Timestamp) {
    let counters = request.began(now);
    if !counters.is_empty() {
        transaction.save_request(Part::Request, request);
        transaction.count(request, &counters);
    }
}

/// Why a link opens nothing any more.
pub(crate) fn dead(context: &RequestContext, now: Timestamp) -> Option<Opened> {
    let request = &context.request;
    if request.cancelled_at.is_some() {
        return Some(Opened::Cancelled { shop: face(context) });
    }
    request.is_expired(now).then(|| Opened::Expired { shop: face(context) })
}

/// The shop as a request's customer knows it, the name of a location aside.
pub(crate) fn face(context: &RequestContext) -> Shop {
    context.tenant.shop.clone().speaking(context.request.language)
}
