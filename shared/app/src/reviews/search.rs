//! Searching a shop's reviews by what their rows hold and whether they have photos, and changing all that match.

use std::collections::HashSet;

use domain::{OfReview, ReviewId};
use futures_util::future::join_all;
use jiff::Timestamp;
use store::{End, IdRange, Page, ReviewList, ReviewRow};

use super::{Reviews, ShownReview, has_photos};
use crate::search::{self, Matching, Search, SearchPage, Searched};
use crate::{BULK_FOR, Caller, Clock, Error, Refusal};

/// The most reviews that one call changes.
pub const CHANGES_MAX: u32 = 1_000;
/// How many are changed concurrently.
const AT_ONCE: usize = 16;
/// Rows whose photos are read at once: 16 calls at the same time.
const WITH_PHOTOS: u32 = 250;

/// Searches a list of reviews.
pub struct SearchReviews<'a> {
    /// Reads them.
    pub reviews: &'a Reviews,
    /// The list to search.
    pub list: ReviewList,
    /// What the search looks at.
    pub looks_at: LooksAt,
}

/// What a search looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LooksAt {
    /// The rows of the list alone.
    Rows,
    /// Photos, too, which costs more reads.
    Photos,
}

/// What a search knows of a review.
pub struct SearchedReview {
    /// Its row in the list.
    pub row: ReviewRow,
    /// Whether it has photos to show; `false` if the search does not look at them.
    pub has_photos: bool,
}

impl Searched for SearchReviews<'_> {
    type Kind = OfReview;
    type Row = SearchedReview;

    fn id(review: &SearchedReview) -> ReviewId {
        review.row.id
    }

    async fn rows(
        &self,
        caller: &Caller,
        range: IdRange<OfReview>,
        end: End,
        limit: u32,
    ) -> Result<Page<SearchedReview>, Error> {
        let limit = if self.looks_at == LooksAt::Photos { limit.min(WITH_PHOTOS) } else { limit };
        let store = &self.reviews.store;
        let Page { rows, more } = store.review_rows_of(&caller.tenant, &self.list, range, end, limit).await?;
        let with_photos: HashSet<_> = match self.looks_at {
            LooksAt::Rows => HashSet::new(),
            LooksAt::Photos => {
                let read = store.reviews_of_rows(&caller.tenant, &rows, &caller.keys).await?;
                read.iter().filter(|read| has_photos(read)).map(|read| read.review.id).collect()
            }
        };
        let row = |row: ReviewRow| SearchedReview { has_photos: with_photos.contains(&row.id), row };
        Ok(Page { rows: rows.into_iter().map(row).collect(), more })
    }
}

impl SearchReviews<'_> {
    /// A page of the matching reviews, and what is shown of them. One that ends meanwhile is left out.
    ///
    /// # Errors
    /// Those of [`search::page`].
    pub async fn page(
        &self,
        caller: &Caller,
        search: Search<'_, Self>,
        now: Timestamp,
    ) -> Result<(SearchPage<Self>, Vec<ShownReview>), Error> {
        let page = search::page(self, caller, search).await?;
        let rows: Vec<_> = page.rows.iter().map(|review| review.row.clone()).collect();
        let read = self.reviews.store.reviews_of_rows(&caller.tenant, &rows, &caller.keys).await?;
        Ok((page, self.reviews.shown(&caller.tenant, read, now).await?))
    }

    /// The ids of the matching reviews, oldest first.
    ///
    /// # Errors
    /// [`Error::Refused`] when more than [`CHANGES_MAX`] match, or more would have to be read than one call may.
    pub async fn to_change(
        &self,
        caller: &Caller,
        span: Option<IdRange<OfReview>>,
        matching: Matching<'_, Self>,
    ) -> Result<Vec<ReviewId>, Error> {
        let too_many = Refusal::TooManyToChange { most: CHANGES_MAX };
        let mut ids = Vec::new();
        search::each(self, caller, span, Some(matching), too_many, |review| ids.push(review.row.id)).await?;
        if ids.len() > usize::try_from(CHANGES_MAX).unwrap_or(usize::MAX) {
            return Err(Error::Refused(too_many));
        }
        Ok(ids)
    }
}

/// Changes all of these reviews, several concurrently. If it fails, what was changed before stays so.
///
/// # Errors
/// [`Error::Unavailable`] if it takes too long; those of `change`, but that a review has ended meanwhile.
pub async fn change_all<F: Future<Output = Result<(), Error>>>(
    ids: &[ReviewId],
    clock: &Clock,
    change: impl Fn(ReviewId) -> F,
) -> Result<(), Error> {
    let began_at = clock.now();
    for some in ids.chunks(AT_ONCE) {
        if clock.now().duration_since(began_at) > BULK_FOR {
            return Err(Error::Unavailable("changing the reviews takes too long".to_owned()));
        }
        let changed = join_all(some.iter().map(|&id| change(id))).await;
        let failed = changed.into_iter().filter_map(Result::err).find(|error| !matches!(error, Error::NotFound));
        if let Some(error) = failed {
            return Err(error);
        }
    }
    Ok(())
}
