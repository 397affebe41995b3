//! Reviews that a shop's programs create and change. They belong to no request, and are never verified.

use app::caller::Caller;
use app::error::{Error, FixedField, Refusal};
use app::idempotency::{IdempotentCall, Reply, earlier};
use app::paging::{Bound, Listing, Scan, Until, walk};
use app::retry::{TryError, retry};
use app::review::photos::{PhotoFiles, PhotoUrl, order_photos};
use app::review::{Reviews, ShownReview, actor, require};
use domain::customer::Customer;
use domain::order::ProductId;
use domain::review::{
    Checks, DisplayName, Headline, LedgerEntry, NewReview, Origin, Rating, Review, ReviewPhoto, ReviewText, Version,
};
use domain::values::{CustomerId, Guid, Identity, Patch, ReviewId, Verification};
use jiff::Timestamp;
use members::Insiders;
use store::shop::TenantRecord;
use store::table::{CommitError, End, Part, Placed};
use vault::Random;

/// How a customer's reviews are read. All are read, because few customers have many.
const OF_CUSTOMER: Bound = Bound { first: 50, at_once: 50, most: u32::MAX };

/// Creates and changes reviews.
#[derive(Clone)]
pub struct ImportReviews {
    pub reviews: Reviews,
    /// Deletes the files of photos that a change removes.
    pub files: PhotoFiles,
    pub random: Random,
}

#[derive(Debug, Clone)]
pub struct ImportedReview {
    /// The author's contact: a customer's GUID, or a GUID from another system.
    pub author: Guid,
    /// The product; `None` for the shop itself.
    pub product: Option<ProductId>,
    pub version: Version,
    /// When the review was written in another system. Ignored unless the time is in the past.
    pub written_at: Option<Timestamp>,
    /// The URLs of the photos, at most [`domain::review::IMPORTED_PHOTOS_MAX`].
    pub photos: Vec<PhotoUrl>,
}

impl ImportedReview {
    /// When the review was written in another system, if that time is in the past.
    fn written_before(&self, now: Timestamp) -> Option<Timestamp> {
        self.written_at.filter(|at| *at < now)
    }

    /// The review without its photos, and the start of its history.
    fn begin(&self, caller: &Caller, id: ReviewId, checks: Checks<'_>, now: Timestamp) -> (Review, Vec<LedgerEntry>) {
        let app = match caller.identity() {
            Some(Identity::App(app)) => Some(app),
            Some(Identity::User(_) | Identity::Visitor(_)) | None => None,
        };
        let new = NewReview {
            id,
            origin: Origin::Api { app },
            author: Some(self.author),
            product: self.product.clone(),
            language: None,
            verification: Verification::None,
            incentivized: false,  // not in Wix' API
            experienced_at: None, // not in Wix' API
            visitor: false,
            version: self.version.clone(),
        };
        let (mut review, ledger) = Review::create(new, actor(caller), checks, now);
        if let Some(at) = self.written_before(now) {
            review.date_back(at);
        }
        (review, ledger)
    }
}

#[derive(Debug, Clone)]
pub struct ReviewChange {
    /// The product, which must be the review's present one; `None` if the call does not name a product.
    pub product: Option<Option<ProductId>>,
    /// The author's contact, which must be the review's present one.
    pub author: Option<Guid>,
    pub rating: Option<Rating>,
    pub headline: Patch<Headline>,
    pub text: Patch<ReviewText>,
    pub display_name: Patch<DisplayName>,
    /// The URLs of all photos, also those of photos that the review already has; `None` changes no photos.
    pub photos: Option<Vec<PhotoUrl>>,
}

impl ReviewChange {
    pub(crate) fn applied(&self, to: Version) -> Version {
        let Version { rating, mut words } = to;
        let mut text = Some(words.text);
        self.headline.clone().apply(&mut words.headline);
        self.text.clone().apply(&mut text);
        self.display_name.clone().apply(&mut words.display_name);
        words.text = text.unwrap_or_default();
        Version { rating: self.rating.unwrap_or(rating), words }
    }
}

impl ImportReviews {
    /// Creates a review and returns what `render` makes from it. A repeated call gets the first reply.
    /// Errors: [`Refusal::AlreadyReviewed`] if the contact already has a review of the product;
    /// [`Error::IdempotencyKeyReused`].
    pub async fn create(
        &self,
        caller: &Caller,
        new: &ImportedReview,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&ShownReview) -> Result<Reply, Error>,
    ) -> Result<Reply, Error> {
        let store = &self.reviews.store;
        // The next try uses the same id, because the photos are ordered under it.
        let mut drawn: Option<(ReviewId, Vec<ReviewPhoto>)> = None;
        retry!(store, {
            if let Some(answer) = earlier(idempotency, store, caller, now).await? {
                return Ok(answer);
            }
            let record = store.tenant(&caller.tenant).await?.ok_or(Error::NotFound)?;
            let customer = self.customer(caller, new.author).await?;
            let checks = self.checks(caller, &record, customer.as_ref(), now).await?;
            let customer = customer.map(|customer| customer.id);
            self.refuse_second(caller, new, customer).await?;
            let id = drawn.as_ref().map_or_else(|| self.draw_id(new, now), |(id, _)| *id);
            let (mut review, ledger) = new.begin(caller, id, checks, now);
            let photos = match drawn.take() {
                Some((_, photos)) => photos,
                None => self.order_photos(caller, &review, &new.photos, now).await?,
            };
            review.set_photos(photos.clone());
            let mut transaction = store.transaction(&caller.tenant);
            transaction.save_review(None, &review, &ledger, &caller.keys, &record.webhooks);
            if let Some(customer) = customer {
                transaction.note_review(customer, review.place());
            }
            let answer = render(&ShownReview { review, photos: Vec::new(), pending_photos: Vec::new() })?;
            if let Some(idempotency) = idempotency {
                idempotency.remember(&mut transaction, &answer, customer, &caller.keys, now);
            }
            match transaction.commit().await {
                Ok(()) => Ok(answer),
                Err(error) => {
                    drawn = Some((id, photos)).filter(|_| !error.refused(Part::Review));
                    Err(not_created(error))
                }
            }
        })
    }

    /// Changes a review that a program created. As after an author's edit, the published version stays public while the
    /// changed words wait.
    /// Errors: [`Error::NotFound`]; [`Error::RevisionConflict`] if the review has another revision than `expected`;
    /// [`Refusal::OfAuthor`] if a customer wrote the review and something would change; [`Refusal::Fixed`].
    pub async fn update(
        &self,
        caller: &Caller,
        id: ReviewId,
        change: &ReviewChange,
        expected: u32,
        now: Timestamp,
    ) -> Result<Review, Error> {
        let store = &self.reviews.store;
        retry!(store, {
            let found = self.reviews.find(&caller.tenant, &caller.keys, id).await?.ok_or(Error::NotFound)?;
            let before = &found;
            require(before, Some(&[expected]))?;
            refuse_to_move(before, change)?;
            let version = change.applied(before.newest().ok_or(Error::NotFound)?);
            let record = store.tenant(&caller.tenant).await?.ok_or(Error::NotFound)?;
            let customer = match before.author {
                Some(author) => self.customer(caller, author).await?,
                None => None,
            };
            let checks = self.checks(caller, &record, customer.as_ref(), now).await?;
            let mut review = before.clone();
            let photos = match &change.photos {
                None => before.photos.clone(),
                Some(urls) => self.replaced_photos(caller, before, urls, now).await?,
            };
            let ledger = review.revise(actor(caller), version, photos, checks, now).map_err(Error::from)?;
            if ledger.is_empty() {
                return Ok(review);
            }
            let mut transaction = store.transaction(&caller.tenant);
            transaction.save_review(Some(before), &review, &ledger, &caller.keys, &record.webhooks);
            let dropped = before.photos.iter().filter(|photo| review.photos.iter().all(|stays| stays.id != photo.id));
            let dropped: Vec<_> = dropped.map(|photo| photo.place(&caller.tenant, review.place())).collect();
            self.files.prepare(&dropped, now).await;
            transaction.commit().await?;
            self.files.discard(&dropped, now).await;
            Ok(review)
        })
    }

    /// The review's photos after the change, for these `urls`.
    async fn replaced_photos(
        &self,
        caller: &Caller,
        review: &Review,
        urls: &[PhotoUrl],
        now: Timestamp,
    ) -> Result<Vec<ReviewPhoto>, Error> {
        match review.origin {
            // For a customer's review nothing is fetched: it already has these photos, or the call would change
            // something that belongs to its author.
            Origin::Hub { .. } => {
                let photos = urls.iter().map(|url| url.find_in(review).copied()).collect::<Option<_>>();
                photos.ok_or(Error::Refused(Refusal::OfAuthor))
            }
            Origin::Api { .. } | Origin::Import { .. } => self.order_photos(caller, review, urls, now).await,
        }
    }

    async fn order_photos(
        &self,
        caller: &Caller,
        review: &Review,
        urls: &[PhotoUrl],
        now: Timestamp,
    ) -> Result<Vec<ReviewPhoto>, Error> {
        order_photos(&self.files.queue, &caller.tenant, &caller.keys, review, urls, now).await
    }

    /// The customer with this GUID; `None` if the contact belongs to another system.
    async fn customer(&self, caller: &Caller, contact: Guid) -> Result<Option<Customer>, Error> {
        let Some(id) = CustomerId::from_guid(contact) else { return Ok(None) };
        Ok(self.reviews.store.customer(&caller.tenant, id, &caller.keys).await?)
    }

    /// What decides about words of this customer.
    async fn checks(
        &self,
        caller: &Caller,
        record: &TenantRecord,
        customer: Option<&Customer>,
        now: Timestamp,
    ) -> Result<Checks<'static>, Error> {
        let checks = record.checks(None);
        let Some(email) = customer.and_then(|customer| customer.email.as_ref()) else { return Ok(checks) };
        let Caller { tenant, keys, .. } = caller;
        let is_insider = Insiders::read(&self.reviews.store, tenant, record, keys, now).await?.has(email);
        Ok(Checks { is_insider, ..checks })
    }

    async fn refuse_second(
        &self,
        caller: &Caller,
        new: &ImportedReview,
        customer: Option<CustomerId>,
    ) -> Result<(), Error> {
        let product = new.product.as_ref();
        if let Some(customer) = customer
            && self.has_reviewed(caller, customer, product).await?
        {
            return Err(Error::Refused(Refusal::AlreadyReviewed));
        }
        // This check comes early, because the photos are ordered before the review is written. Writing it would fail if
        // there is already a review.
        if !new.photos.is_empty() && self.reviews.store.is_authored(&caller.tenant, new.author, product).await? {
            return Err(Error::Refused(Refusal::AlreadyReviewed));
        }
        Ok(())
    }

    fn draw_id(&self, new: &ImportedReview, now: Timestamp) -> ReviewId {
        match new.written_before(now) {
            Some(at) => ReviewId::written(at, self.random.u64()),
            None => ReviewId::mint(now, self.random.u16()),
        }
    }

    /// Whether a customer has a review of a product, from any source.
    async fn has_reviewed(
        &self,
        caller: &Caller,
        customer: CustomerId,
        product: Option<&ProductId>,
    ) -> Result<bool, Error> {
        let is_of_it =
            |listed: &Placed<Review>| listed.row.as_ref().is_some_and(|review| review.product.as_ref() == product);
        let scan = Scan { passes: &is_of_it, bound: OF_CUSTOMER, until: Until::Row };
        let listing = Listing { scan: Some(scan), ..Listing::new(End::Oldest, None, 1) };
        let Caller { tenant, keys, .. } = caller;
        let read = |reading| self.reviews.store.customer_reviews(tenant, customer, reading, keys);
        Ok(!walk(listing, read).await?.rows.is_empty())
    }
}

fn not_created(error: CommitError) -> TryError<Error> {
    match error {
        // Another call with the same key arrived at the same time and was first. The next try finds its reply.
        error if error.refused(Part::Idempotency) => TryError::Conflict,
        error if error.refused(Part::Author) => Error::Refused(Refusal::AlreadyReviewed).into(),
        // Another review has this id, so the next try makes another.
        error if error.refused(Part::Review) => TryError::Conflict,
        error => error.into(),
    }
}

/// Fails if the change names another product or author than the review has.
fn refuse_to_move(review: &Review, change: &ReviewChange) -> Result<(), Error> {
    if change.product.as_ref().is_some_and(|product| *product != review.product) {
        return Err(Error::Refused(Refusal::Fixed(FixedField::Product)));
    }
    if change.author.is_some_and(|author| Some(author) != review.author) {
        return Err(Error::Refused(Refusal::Fixed(FixedField::Author)));
    }
    Ok(())
}
