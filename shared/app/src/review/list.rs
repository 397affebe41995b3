//! Lists of reviews: filter, order, and number.
//!
//! Told by `tests/stories/reviews/lists.story`.

use std::collections::{BTreeSet, HashSet};

use domain::order::ProductId;
use domain::review::{HoldRule, Platform, Rating, Review, ReviewState};
use domain::values::ReviewId;
use jiff::Timestamp;
use store::review::counters::ReviewKind;
use store::review::list::ListedReview;
use store::review::list_pages::ReviewList;
use store::table::{End, Listed, Page, Reading};

use super::{Reviews, ShownReview};
use crate::caller::Caller;
use crate::error::Error;
use crate::paging::{Bound, Listing, Scan, Until, Walked, walk};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReviewFilter {
    pub state: Option<ReviewState>,
    pub min_rating: Option<Rating>,
    pub max_rating: Option<Rating>,
    pub is_verified: Option<bool>,
    /// Only reviews of a product; `Some(None)` for reviews of the shop itself.
    pub product: Option<Option<ProductId>>,
    pub is_replied: Option<bool>,
    /// Only reviews that changed at or after this time.
    pub since: Option<Timestamp>,
    pub platform: Option<Platform>,
    /// Only reviews and edits that wait.
    pub waits: bool,
    pub held_by: Option<HoldRule>,
    /// Only reviews with photos that can be shown, or only those without.
    pub has_photos: Option<bool>,
    /// Only reviews with a sentiment, which none has.
    pub has_sentiment: bool,
    /// Only reviews whose words contain this, in upper or lower case.
    pub words: Option<String>,
    /// The same, but a call looks at fewer reviews.
    pub keyword: Option<String>,
    /// Only reviews of products whose title contains this, in upper or lower case.
    pub title: Option<String>,
}

impl ReviewFilter {
    /// The shortest list that contains all reviews that may match.
    fn list(&self) -> ReviewList {
        let [fewest, .., most] = Rating::ALL;
        if self.waits {
            return ReviewList::Waiting;
        }
        match (&self.product, self.state, self.min_rating, self.max_rating) {
            (Some(product), state, ..) => ReviewList::OfProduct(product.clone(), state),
            (None, None, None, None) => ReviewList::All,
            (None, state, min, max) => {
                ReviewList::WithStars { state, min: min.unwrap_or(fewest), max: max.unwrap_or(most) }
            }
        }
    }

    /// Whether all reviews in that list match.
    fn is_whole_list(&self) -> bool {
        let Self { state, min_rating, max_rating, product, waits, .. } = self.clone();
        let listed = match (waits, product) {
            // What waits is in no list by anything else.
            (true, _) => Self { waits, ..Self::default() },
            (false, None) => Self { state, min_rating, max_rating, ..Self::default() },
            // There are lists by stars, but not for a single product.
            (false, product) => Self { state, product, ..Self::default() },
        };
        *self == listed
    }

    /// Whether counters say how many reviews match.
    fn is_counted(&self) -> bool {
        let Self { state, min_rating, max_rating, is_verified, product, .. } = self.clone();
        *self == Self { state, min_rating, max_rating, is_verified, product, ..Self::default() }
    }

    fn passes(&self, row: &ListedReview) -> bool {
        let kind = ReviewKind { state: row.state, rating: row.rating, verification: row.verification };
        self.passes_kind(&kind)
            && self.product.as_ref().is_none_or(|product| row.product == *product)
            && self.is_replied.is_none_or(|is_replied| row.is_replied == is_replied)
            && self.has_photos.is_none_or(|has_photos| row.has_photos == has_photos)
            && !self.has_sentiment
            && self.platform.is_none_or(|platform| row.platform == platform)
            && self.held_by.is_none_or(|rule| row.held_by.is_none_or(|stored| stored == rule))
            && self.since.is_none_or(|since| row.updated_at >= since)
    }

    fn allows(&self, rating: Rating) -> bool {
        self.min_rating.is_none_or(|min| rating >= min) && self.max_rating.is_none_or(|max| rating <= max)
    }

    /// Whether reviews of this kind can match; the rest of the filter is not looked at.
    fn passes_kind(&self, kind: &ReviewKind) -> bool {
        let &ReviewKind { state, rating, verification } = kind;
        self.state.is_none_or(|wanted| state == wanted)
            && self.allows(rating)
            && self.is_verified.is_none_or(|verified| verification.is_verified() == verified)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReviewSort {
    /// By time of submission, the latest first.
    #[default]
    Newest,
    /// By time of submission, the earliest first.
    Oldest,
    /// By stars, most first; with the same stars, the newest first.
    HighestRated,
    /// By stars, fewest first; with the same stars, the newest first.
    LowestRated,
}

/// Where a page of reviews begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewStart {
    /// After this review; only for orders by submission.
    After(ReviewId),
    /// After this many matching reviews.
    Skip(u32),
}

struct Candidate {
    row: ListedReview,
    passes: bool,
}

impl Listed for Candidate {
    type Place = ReviewId;

    fn place(&self) -> ReviewId {
        self.row.id
    }
}

/// How many reviews match a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    pub count: u64,
    /// Whether the number is exact. Otherwise, there may be more.
    pub is_exact: bool,
}

#[derive(Default)]
pub struct ReviewPage {
    pub reviews: Vec<ShownReview>,
    /// The last review that was looked at, if more may follow.
    pub next: Option<ReviewId>,
    /// Whether the bound was reached before all reviews of the page, or all those to skip, were found.
    pub is_cut: bool,
}

/// The lists of which a sorted list consists, each read from the same end: sorted by stars, one for each rating.
fn lists(filter: &ReviewFilter, sort: ReviewSort) -> (End, Vec<ReviewFilter>) {
    let of_stars = |ratings: &mut dyn Iterator<Item = Rating>| {
        let of = |stars| ReviewFilter { min_rating: Some(stars), max_rating: Some(stars), ..filter.clone() };
        ratings.filter(|stars| filter.allows(*stars)).map(of).collect()
    };
    match sort {
        ReviewSort::Newest => (End::Newest, vec![filter.clone()]),
        ReviewSort::Oldest => (End::Oldest, vec![filter.clone()]),
        ReviewSort::HighestRated => (End::Newest, of_stars(&mut Rating::ALL.into_iter().rev())),
        ReviewSort::LowestRated => (End::Newest, of_stars(&mut Rating::ALL.into_iter())),
    }
}

impl Reviews {
    /// At most `limit` matching reviews in this order, beginning at `start`.
    pub async fn list(
        &self,
        caller: &Caller,
        filter: &ReviewFilter,
        sort: ReviewSort,
        start: ReviewStart,
        limit: u32,
        now: Timestamp,
    ) -> Result<ReviewPage, Error> {
        let (after, skip) = match start {
            ReviewStart::After(id) => (Some(id), 0),
            ReviewStart::Skip(rows) => (None, rows),
        };
        let (end, filters) = lists(filter, sort);
        let mut page = Walked { rows: Vec::new(), next: None, skip };
        let mut is_cut = false;
        for filter in filters {
            let left = limit.saturating_sub(u32::try_from(page.rows.len()).unwrap_or(u32::MAX));
            if left == 0 || is_cut {
                break;
            }
            let listing = Listing { skip: page.skip, ..Listing::new(end, after, left) };
            let found = self.walk(caller, &filter, listing).await?;
            is_cut = found.next.is_some() && found.rows.len() < usize::try_from(left).unwrap_or(usize::MAX);
            page.rows.extend(found.rows);
            (page.next, page.skip) = (found.next, found.skip);
        }
        // A list sorted by stars has no cursors.
        let next = page.next.filter(|_| matches!(sort, ReviewSort::Newest | ReviewSort::Oldest));
        let rows: Vec<_> = page.rows.into_iter().map(|candidate| candidate.row).collect();
        let mut found = self.store.reviews_of_rows(&caller.tenant, &rows, &caller.keys).await?;
        // The review may have been decided about since its row was read.
        found.retain(|review| filter.held_by.is_none_or(|rule| review.held_by() == Some(rule)));
        found.retain(|review| !filter.waits || review.held.is_some());
        Ok(ReviewPage { reviews: self.shown(&caller.tenant, found, now).await?, next, is_cut })
    }

    async fn walk(
        &self,
        caller: &Caller,
        filter: &ReviewFilter,
        listing: Listing<'_, Candidate>,
    ) -> Result<Walked<Candidate>, Error> {
        let (list, passes) = (filter.list(), |candidate: &Candidate| candidate.passes);
        let bound = match filter {
            ReviewFilter { has_sentiment: true, .. } => return Ok(Walked { rows: Vec::new(), next: None, skip: 0 }),
            ReviewFilter { keyword: Some(_), .. } | ReviewFilter { title: Some(_), .. } => Bound::NAMES,
            ReviewFilter { words: Some(_), .. } => Bound::OPENED,
            _ => Bound::REVIEWS,
        };
        let scan = (!filter.is_whole_list()).then_some(Scan { passes: &passes, bound, until: Until::Row });
        let listing = Listing { scan, ..listing };
        walk(listing, |reading| self.candidates(caller, filter, &list, reading)).await
    }

    /// A page of a list's rows, and which of them match.
    async fn candidates(
        &self,
        caller: &Caller,
        filter: &ReviewFilter,
        list: &ReviewList,
        reading: Reading<ReviewId>,
    ) -> Result<Page<Candidate>, Error> {
        let Page { rows, more } = self.store.review_rows(&caller.tenant, list, reading).await?;
        let mut rows: Vec<_> = rows.into_iter().map(|row| Candidate { passes: filter.passes(&row), row }).collect();
        if let Some(title) = filter.title.as_ref().map(|title| title.to_lowercase()) {
            let ids: BTreeSet<_> =
                rows.iter().filter(|row| row.passes).filter_map(|row| row.row.product.as_ref()).collect();
            let read = self.store.products(&caller.tenant, ids).await?;
            let named = read.iter().filter(|product| product.title.as_str().to_lowercase().contains(&title));
            let named: HashSet<_> = named.map(|product| &product.id).collect();
            rows.iter_mut().for_each(|row| row.passes &= row.row.product.as_ref().is_some_and(|id| named.contains(id)));
        }
        let words: Vec<_> =
            [&filter.words, &filter.keyword].into_iter().flatten().map(|it| it.to_lowercase()).collect();
        if !words.is_empty() {
            let searched: Vec<_> = rows.iter().filter(|row| row.passes).map(|row| row.row.clone()).collect();
            let read = self.store.reviews_of_rows(&caller.tenant, &searched, &caller.keys).await?;
            let found = read.iter().filter(|review| words.iter().all(|words| contains(review, words)));
            let found: HashSet<_> = found.map(|review| review.id).collect();
            rows.iter_mut().for_each(|row| row.passes &= found.contains(&row.row.id));
        }
        Ok(Page { rows, more })
    }

    /// How many reviews match. The number is exact, unless more than 5,000 would have to be counted one by one, or more
    /// rows read than one call may read.
    pub async fn total(&self, caller: &Caller, filter: &ReviewFilter) -> Result<Total, Error> {
        if !filter.is_counted() {
            let listing = Listing::new(End::Newest, None, Bound::SEARCH.most);
            let page = self.walk(caller, filter, listing).await?;
            let count = u64::try_from(page.rows.len()).unwrap_or(u64::MAX);
            return Ok(Total { count, is_exact: page.next.is_none() });
        }
        let counts = match &filter.product {
            Some(product) => self.store.product_review_counts(&caller.tenant, product.as_ref()).await?,
            None => self.store.review_counts(&caller.tenant).await?,
        };
        Ok(Total { count: counts.listed(|kind| filter.passes_kind(kind)), is_exact: true })
    }
}

/// Whether a review's headline, text or name contains these words, which are in lower case.
fn contains(review: &Review, lower: &str) -> bool {
    [Some(review.text()), review.headline(), review.shown_name()]
        .into_iter()
        .flatten()
        .any(|text| text.to_lowercase().contains(lower))
}
