//! Lists of reviews: what passes, in which order, and how many.

use std::collections::HashSet;

use domain::{Platform, ProductId, Rating, Review, ReviewId, ReviewPlace, ReviewState};
use jiff::Timestamp;
use store::{ReviewKind, ReviewList, ReviewRow};

use super::{Reviews, ShownReview};
use crate::{Caller, Error};

/// Rows read by one query when a filter applies: about a tenth of what one call returns.
const FILTERED_ROWS: u32 = 1_000;
/// The same if their reviews' words are searched, too.
const SEARCHED_ROWS: u32 = 250;
/// Queries for one filtered page. The next page continues where they end.
const FILTERED_READS_MAX: u32 = 20;

/// Rows that are counted one by one, where no counter says how many pass.
const COUNTED_ROWS: usize = 5_000;

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
    /// Only those that were not written here, or that were.
    pub is_imported: Option<bool>,
    /// Only those that were written there.
    pub platform: Option<Platform>,
    /// Only those whose words contain this, in any case.
    pub words: Option<String>,
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
        let Self {
            state,
            min_rating,
            max_rating,
            is_verified,
            product,
            is_replied,
            since,
            is_imported,
            platform,
            words,
        } = self;
        (product.is_none() || state.is_none())
            && (min_rating, max_rating, is_verified, is_replied) == (&None, &None, &None, &None)
            && (since, is_imported, platform, words) == (&None, &None, &None, &None)
    }

    /// Whether counters say how many pass.
    fn is_counted(&self) -> bool {
        let Self { is_replied, since, is_imported, platform, words, .. } = self;
        (is_replied, since, is_imported, platform, words) == (&None, &None, &None, &None, &None)
    }

    fn passes(&self, row: &ReviewRow) -> bool {
        let kind = ReviewKind { state: row.state, rating: row.rating, verification: row.verification };
        self.passes_kind(&kind)
            && self.product.as_ref().is_none_or(|product| row.product == *product)
            && self.is_replied.is_none_or(|is_replied| row.is_replied == is_replied)
            && self.is_imported.is_none_or(|is_imported| matches!(row.place, ReviewPlace::Own(_)) == is_imported)
            && self.platform.is_none_or(|platform| row.platform == platform)
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
    pub reviews: Vec<ShownReview>,
    /// The last review that was looked at, when more may follow.
    pub next: Option<ReviewId>,
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
        now: Timestamp,
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
        let found = self.store.reviews_of_rows(&caller.tenant, &page.found, &caller.keys).await?;
        let reviews = self.shown(&caller.tenant, found, now).await?;
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
            let at_once = match filter.words {
                _ if filter.is_whole_list() => needed,
                Some(_) => SEARCHED_ROWS,
                None => FILTERED_ROWS,
            };
            let read = self.store.review_rows(&caller.tenant, &list, is_newest_first, page.after, at_once).await?;
            let found = self.search(caller, filter, &read.rows).await?;
            for row in read.rows {
                if page.left == 0 {
                    page.more = true;
                    return Ok(());
                }
                page.after = Some(row.id);
                match filter.passes(&row) && found.as_ref().is_none_or(|found| found.contains(&row.id)) {
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

    /// Which of these rows' reviews have the words that the filter looks for; `None` if it looks for none.
    async fn search(
        &self,
        caller: &Caller,
        filter: &ReviewFilter,
        rows: &[ReviewRow],
    ) -> Result<Option<HashSet<ReviewId>>, Error> {
        let Some(words) = filter.words.as_ref().map(|words| words.to_lowercase()) else { return Ok(None) };
        let rows: Vec<_> = rows.iter().filter(|row| filter.passes(row)).cloned().collect();
        let read = self.store.reviews_of_rows(&caller.tenant, &rows, &caller.keys).await?;
        let found = read.iter().filter(|review| contains(review, &words));
        Ok(Some(found.map(|review| review.id).collect()))
    }

    /// How many reviews pass. Exact, unless more than 5,000 rows would have to be read for it.
    pub async fn total(&self, caller: &Caller, filter: &ReviewFilter) -> Result<Total, Error> {
        if !filter.is_counted() {
            let mut page = Rows { left: COUNTED_ROWS, ..Rows::default() };
            self.read(caller, filter, true, &mut page).await?;
            let count = u64::try_from(page.found.len()).unwrap_or(u64::MAX);
            return Ok(Total { count, is_exact: !page.more });
        }
        let counts = match &filter.product {
            Some(product) => self.store.product_review_counts(&caller.tenant, product.as_ref()).await?.counts,
            None => self.store.review_counts(&caller.tenant).await?,
        };
        Ok(Total { count: counts.total(|kind| filter.passes_kind(kind)), is_exact: true })
    }
}

/// Whether a review's headline, text or name contains these lower-case words.
fn contains(review: &Review, lower: &str) -> bool {
    [Some(review.text()), review.headline(), review.shown_name()]
        .into_iter()
        .flatten()
        .any(|text| text.to_lowercase().contains(lower))
}
