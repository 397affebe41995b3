//! The shop's side of reviews: read them, decide about them, answer them.

use domain::{
    Actor, Identity, LedgerEntry, NotDone, ProductId, Rating, ReplyText, Review, ReviewId, ReviewState, WithholdReason,
    Withholding,
};
use jiff::Timestamp;
pub use store::ReviewCounts;
use store::{ReviewKind, ReviewList, ReviewRow, Store};

use crate::retry::{TryError, retry};
use crate::{Caller, Error};

/// Rows read by one query when a filter applies: about a tenth of what one call returns.
const FILTERED_ROWS: u32 = 1_000;
/// Queries for one filtered page. The next page continues where they end.
const FILTERED_READS_MAX: u32 = 20;

/// Rows that are counted one by one, where no counter says how many pass.
const COUNTED_ROWS: usize = 5_000;

/// Reads and moderates reviews.
///
/// # Errors
/// Methods fail on storage failures, and as each says. A review that has ended is as unknown as any other.
#[derive(Clone)]
pub struct Reviews {
    /// Where they are stored.
    pub store: Store,
}

/// Which reviews to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReviewFilter {
    /// Only those in this state.
    pub state: Option<ReviewState>,
    /// Only those with at least these stars.
    pub min_rating: Option<Rating>,
    /// Only those with at most these stars.
    pub max_rating: Option<Rating>,
    /// Only those that are verified, or those that are not.
    pub is_verified: Option<bool>,
    /// Only those about a product; `Some(None)` for those about the shop itself.
    pub product: Option<Option<ProductId>>,
    /// Only those that the shop answered, or did not.
    pub is_replied: Option<bool>,
    /// Only those that changed at this time or later.
    pub since: Option<Timestamp>,
}

impl ReviewFilter {
    /// The shortest list that has them all.
    fn list(&self) -> ReviewList {
        match (&self.product, self.state) {
            (Some(product), _) => ReviewList::OfProduct(product.clone()),
            (None, Some(state)) => ReviewList::InState(state),
            (None, None) => ReviewList::All,
        }
    }

    /// Whether the list has nothing else.
    fn is_whole_list(&self) -> bool {
        let Self { state, min_rating, max_rating, is_verified, product, is_replied, since } = self;
        (product.is_none() || state.is_none())
            && (min_rating, max_rating, is_verified, is_replied, since) == (&None, &None, &None, &None, &None)
    }

    fn passes(&self, row: &ReviewRow) -> bool {
        let kind = ReviewKind { state: row.state, rating: row.rating, verification: row.verification };
        self.passes_kind(&kind)
            && self.product.as_ref().is_none_or(|product| row.product == *product)
            && self.is_replied.is_none_or(|is_replied| row.is_replied == is_replied)
            && self.since.is_none_or(|since| row.updated_at >= since)
    }

    fn allows(&self, rating: Rating) -> bool {
        self.min_rating.is_none_or(|min| rating >= min) && self.max_rating.is_none_or(|max| rating <= max)
    }

    /// As far as reviews are counted by it.
    fn passes_kind(&self, kind: &ReviewKind) -> bool {
        let &ReviewKind { state, rating, verification } = kind;
        self.state.is_none_or(|wanted| state == wanted)
            && self.allows(rating)
            && self.is_verified.is_none_or(|verified| verification.is_verified() == verified)
    }
}

/// The order of a list of reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReviewSort {
    /// By submission, the latest first.
    #[default]
    Newest,
    /// By submission, the earliest first.
    Oldest,
    /// By stars, the most first; of the same stars the newest first.
    HighestRated,
    /// By stars, the fewest first; of the same stars the newest first.
    LowestRated,
}

/// Where a page of reviews starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewStart {
    /// After this review; only by submission.
    After(ReviewId),
    /// After so many reviews that pass.
    Skip(u32),
}

/// A page that is being read.
#[derive(Default)]
struct Rows {
    found: Vec<ReviewRow>,
    /// How many more there is room for.
    left: usize,
    /// How many that pass are still to be skipped.
    skip: usize,
    after: Option<ReviewId>,
    more: bool,
}

/// How many reviews pass a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// The number.
    pub count: u64,
    /// Whether there are no more.
    pub is_exact: bool,
}

impl Total {
    /// None pass.
    pub const NOTHING: Self = Self { count: 0, is_exact: true };
}

/// A page of reviews.
#[derive(Default)]
pub struct ReviewPage {
    /// The reviews.
    pub reviews: Vec<Review>,
    /// The last review that was looked at, when more may follow.
    pub next: Option<ReviewId>,
}

/// What a decision says.
#[derive(Debug, Clone, Default)]
pub struct Decision {
    /// Why; `None` if the call named no reason.
    pub reason: Option<WithholdReason>,
    /// The shop's own words about it.
    pub note: Option<String>,
    /// Whether it is about the edit that waits alone.
    pub is_about_edit: bool,
}

impl Decision {
    fn withholding(self) -> Withholding {
        Withholding { reason: self.reason.unwrap_or(WithholdReason::Unspecified), note: self.note }
    }
}

impl Reviews {
    /// At most `limit` reviews that pass, in this order, from the one that follows `start`.
    pub async fn list(
        &self,
        caller: &Caller,
        filter: &ReviewFilter,
        sort: ReviewSort,
        start: ReviewStart,
        limit: u32,
    ) -> Result<ReviewPage, Error> {
        let mut page = Rows { left: usize::try_from(limit).unwrap_or(usize::MAX), ..Rows::default() };
        match start {
            ReviewStart::After(id) => page.after = Some(id),
            ReviewStart::Skip(rows) => page.skip = usize::try_from(rows).unwrap_or(usize::MAX),
        }
        match sort {
            ReviewSort::Newest | ReviewSort::Oldest => {
                self.read(caller, filter, sort == ReviewSort::Newest, &mut page).await?;
            }
            ReviewSort::HighestRated | ReviewSort::LowestRated => {
                let mut ratings = Rating::ALL.to_vec();
                if sort == ReviewSort::HighestRated {
                    ratings.reverse();
                }
                for rating in ratings.into_iter().filter(|rating| filter.allows(*rating)) {
                    page.after = None;
                    let filter = ReviewFilter { min_rating: Some(rating), max_rating: Some(rating), ..filter.clone() };
                    self.read(caller, &filter, true, &mut page).await?;
                }
            }
        }
        let reviews = self.store.reviews_of_rows(&caller.tenant, &page.found, &caller.keys).await?;
        Ok(ReviewPage { reviews, next: page.after.filter(|_| page.more) })
    }

    /// Reads rows that pass until the page is full or the list ends.
    async fn read(
        &self,
        caller: &Caller,
        filter: &ReviewFilter,
        is_newest_first: bool,
        page: &mut Rows,
    ) -> Result<(), Error> {
        let list = filter.list();
        for _ in 0..FILTERED_READS_MAX {
            if page.left == 0 {
                page.more = true;
                return Ok(());
            }
            let needed = u32::try_from(page.left + page.skip).unwrap_or(FILTERED_ROWS);
            let at_once = if filter.is_whole_list() { needed } else { FILTERED_ROWS };
            let read = self.store.review_rows(&caller.tenant, &list, is_newest_first, page.after, at_once).await?;
            for row in read.rows {
                if page.left == 0 {
                    page.more = true;
                    return Ok(());
                }
                page.after = Some(row.id);
                match filter.passes(&row) {
                    true if page.skip > 0 => page.skip -= 1,
                    true => {
                        page.left -= 1;
                        page.found.push(row);
                    }
                    false => {}
                }
            }
            page.more = read.more;
            if !read.more {
                return Ok(());
            }
        }
        Ok(())
    }

    /// How many reviews pass. Exact, unless more than 5,000 rows would have to be read for it.
    pub async fn total(&self, caller: &Caller, filter: &ReviewFilter) -> Result<Total, Error> {
        if filter.is_replied.is_some() || filter.since.is_some() {
            let mut page = Rows { left: COUNTED_ROWS, ..Rows::default() };
            self.read(caller, filter, true, &mut page).await?;
            let count = u64::try_from(page.found.len()).unwrap_or(u64::MAX);
            return Ok(Total { count, is_exact: !page.more });
        }
        let counts = match &filter.product {
            Some(product) => self.store.product_review_counts(&caller.tenant, product.as_ref()).await?,
            None => self.store.review_counts(&caller.tenant).await?,
        };
        Ok(Total { count: counts.total(|kind| filter.passes_kind(kind)), is_exact: true })
    }

    /// The counters of all reviews.
    pub async fn counts(&self, caller: &Caller) -> Result<ReviewCounts, Error> {
        Ok(self.store.review_counts(&caller.tenant).await?)
    }

    /// One review.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn get(&self, caller: &Caller, id: ReviewId) -> Result<Review, Error> {
        let row = self.store.review_row(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
        let review = self.store.review(&caller.tenant, row.request, row.item, &caller.keys).await?;
        review.filter(|review| review.id == id && !review.state.is_final()).ok_or(Error::NotFound)
    }

    /// What was done to a review, oldest first, whether it has ended or not.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn history(&self, caller: &Caller, id: ReviewId) -> Result<Vec<LedgerEntry>, Error> {
        let ledger = self.store.ledger(&caller.tenant, id).await?;
        if ledger.is_empty() { Err(Error::NotFound) } else { Ok(ledger) }
    }

    /// Publishes a review, the edit that waits included.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::RevisionConflict`] if it is not the revision that `expected` names.
    pub async fn approve(
        &self,
        caller: &Caller,
        id: ReviewId,
        decision: &Decision,
        expected: Option<u32>,
        now: Timestamp,
    ) -> Result<Review, Error> {
        let note = decision.note.clone();
        self.change(caller, id, expected, |review| review.approve(actor(caller), note.clone(), now)).await
    }

    /// Withholds a review, or drops the edit that waits.
    ///
    /// # Errors
    /// Those of [`approve`](Self::approve); [`Error::ReasonRequired`] if the shop requires one and the decision has
    /// none; [`Error::NoPendingEdit`].
    pub async fn reject(
        &self,
        caller: &Caller,
        id: ReviewId,
        decision: &Decision,
        expected: Option<u32>,
        now: Timestamp,
    ) -> Result<Review, Error> {
        if decision.reason.is_none() {
            let record = self.store.tenant(&caller.tenant).await?.ok_or(Error::NotFound)?;
            if record.review_settings.reason_required {
                return Err(Error::ReasonRequired);
            }
        }
        self.change(caller, id, expected, |review| {
            let withholding = decision.clone().withholding();
            match decision.is_about_edit {
                true => review.drop_edit(actor(caller), withholding, now),
                false => review.withhold(actor(caller), withholding, now),
            }
        })
        .await
    }

    /// Answers a review in public.
    ///
    /// # Errors
    /// Those of [`approve`](Self::approve).
    pub async fn reply(
        &self,
        caller: &Caller,
        id: ReviewId,
        text: &ReplyText,
        expected: Option<u32>,
        now: Timestamp,
    ) -> Result<Review, Error> {
        self.change(caller, id, expected, |review| review.reply(actor(caller), text.clone(), now)).await
    }

    /// Takes the answer to a review away.
    ///
    /// # Errors
    /// Those of [`approve`](Self::approve).
    pub async fn remove_reply(
        &self,
        caller: &Caller,
        id: ReviewId,
        expected: Option<u32>,
        now: Timestamp,
    ) -> Result<Review, Error> {
        self.change(caller, id, expected, |review| review.remove_reply(actor(caller), now)).await
    }

    /// Removes a review for good. One that was removed before is no error.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there never was one; [`Error::RevisionConflict`].
    pub async fn remove(
        &self,
        caller: &Caller,
        id: ReviewId,
        reason: Option<WithholdReason>,
        expected: Option<u32>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let reason = reason.unwrap_or(WithholdReason::Unspecified);
        match self.change(caller, id, expected, |review| Ok(review.remove(actor(caller), reason, now))).await {
            Ok(_) => Ok(()),
            Err(Error::NotFound) => self.history(caller, id).await.map(drop),
            Err(error) => Err(error),
        }
    }

    /// Changes a review and stores it with its ledger, unless nothing changes.
    async fn change(
        &self,
        caller: &Caller,
        id: ReviewId,
        expected: Option<u32>,
        decide: impl Fn(&mut Review) -> Result<Vec<LedgerEntry>, NotDone>,
    ) -> Result<Review, Error> {
        retry!(self.store, {
            let before = self.get(caller, id).await?;
            if expected.is_some_and(|expected| expected != before.revision) {
                return Err(Error::RevisionConflict.into());
            }
            let mut review = before.clone();
            let ledger = decide(&mut review).map_err(Error::from)?;
            if ledger.is_empty() {
                return Ok(review);
            }
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.save_review(Some(&before), &review, &ledger, &caller.keys);
            transaction.commit().await?;
            Ok::<_, TryError<Error>>(review)
        })
    }
}

impl From<NotDone> for Error {
    fn from(error: NotDone) -> Self {
        match error {
            NotDone::Gone => Self::NotFound,
            NotDone::NoPendingEdit => Self::NoPendingEdit,
        }
    }
}

/// Who decides: a person whose key names them, or a key.
fn actor(caller: &Caller) -> Actor {
    match caller.identity {
        Some(Identity::User(guid)) => Actor::Member(guid.to_string()),
        _ => Actor::Key(caller.key_id.clone()),
    }
}
