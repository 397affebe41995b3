//! Queries and counts of reviews, and the answers to them.

use app::paging::SKIPPED_MAX;
use app::review::ShownReview;
use domain::reads;
use domain::values::Invalid;
use domain::values::value::Kind;
use edge::shown::Absent;
use store::review::list::ListedReview;

use super::body::ReviewShown;
use super::field::{ReviewField, ReviewSort};
use crate::error::violation::{Rule, Violation};
use crate::filter::Filter;
use crate::use_cases::search::{SearchPage, SearchStart};
use crate::wire::filter;
use crate::wire::parse::{AnyObject, FLAG_RULE, Limit, OBJECT_RULE, whole};
use crate::wire::query::{LIMIT, PagingInput, Query};
use crate::wire::sort::{self, Sorts};

edge::input! {
    /// The body of `queryReviews`.
    pub(crate) struct QueryInput as WixReviewQuery with QueryPart, PagingInput, OffsetInput refused Violation {
        query: Option<QueryPart>, or OBJECT_RULE;
        /// Whether to include unpublished reviews; `false` if omitted.
        return_private_reviews "returnPrivateReviews": Option<bool>, or FLAG_RULE;
    }
}

edge::input! {
    struct QueryPart as WixReviewQueryPart with PagingInput, OffsetInput refused Violation {
        /// A value, or an operator, for each field to filter by, such as `{"content.rating": {"$gte": 4}}`.
        filter: Option<AnyObject>;
        // If omitted, by creation, oldest first.
        sort: Option<Sorts>, shown sort::sorts::<ReviewSort>(), at "query.sort";
        cursor_paging "cursorPaging": Option<PagingInput>, at "query.cursorPaging", or OBJECT_RULE;
        /// Instead of `cursorPaging`.
        paging: Option<OffsetInput>, at "query.paging", or OBJECT_RULE;
    }
}

edge::input! {
    struct OffsetInput as WixReviewOffset refused Violation {
        /// Reviews on a page; 50 if omitted.
        limit: Option<Limit>, at "query.paging.limit";
        /// Reviews to skip; 0 if omitted.
        offset: Option<Offset>, at "query.paging.offset";
    }
}

enum Offset {}

reads! {
    Offset: u32 = |json| {
        let rule = Invalid("An offset must be a whole number from 0 to 10,000; cursorPaging goes further.");
        whole(json, 0, SKIPPED_MAX).ok_or(rule)
    }, Kind::Whole(0, SKIPPED_MAX.into());
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sees {
    Published,
    All,
}

pub(crate) type ReviewQuery = Query<ReviewField, ReviewSort>;

impl QueryInput {
    /// The query. An absent query matches every review.
    pub(crate) fn parse(self) -> Result<(ReviewQuery, Sees), Violation> {
        let sees = Sees::of(self.return_private_reviews?);
        let Some(QueryPart { filter, sort, cursor_paging, paging }) = self.query? else {
            return Ok((Query::parse(None, Ok(None), None)?, sees));
        };
        let Some(OffsetInput { limit, offset }) = paging? else {
            return Ok((Query::parse(filter?, sort, cursor_paging?)?, sees));
        };
        if !matches!(cursor_paging, Ok(None)) {
            let rule = "Send paging or cursorPaging, not both.";
            return Err(Violation::new("query.paging", Rule::Other, rule));
        }
        let limit = limit?.unwrap_or(LIMIT);
        let start = SearchStart::Skip(offset?.unwrap_or_default());
        Ok((Query::first_page(filter?, sort, start, limit)?, sees))
    }
}

impl Sees {
    fn of(private: Option<bool>) -> Self {
        if private.unwrap_or_default() { Self::All } else { Self::Published }
    }
}

/// What a query parameter lets see.
pub(crate) fn parse_parameter(value: Option<&str>) -> Result<Sees, Violation> {
    match value {
        None | Some("false") => Ok(Sees::Published),
        Some("true") => Ok(Sees::All),
        Some(_) => Err(Violation::new("returnPrivateReviews", Rule::Format, FLAG_RULE)),
    }
}

/// The number of matching reviews on all pages; `None` if there are too many to count.
pub(crate) type Total = Option<u64>;

/// A page of reviews, and what asked for it. The total is `None` if the call pages by cursors.
pub(crate) struct Found<'a> {
    pub page: &'a SearchPage<ListedReview>,
    pub shown: &'a [ShownReview],
    pub query: &'a ReviewQuery,
    pub total: Option<Total>,
}

edge::shown! {
    /// A page of reviews.
    pub(crate) struct QueryBody as WixReviewPage (found: &Found<'_>) {
        reviews: Vec<ReviewShown> = found.shown;
        metadata: PagingMetadata = found;
    }

    struct PagingMetadata as WixReviewPagingMetadata (found: &Found<'_>) {
        /// Reviews on this page.
        count: usize = found.shown.len();
        /// Absent if the query used `paging`.
        cursors: Absent<Cursors> = found.total.is_none().then_some(found);
        /// Present only if the query used `paging`.
        offset: Absent<u32> = found.query.offset();
        /// Reviews on all pages. Present only if the query used `paging`.
        total: Absent<u64> = found.total.flatten();
        /// `true`, and no `total`, if more than 5,000 reviews would have to be counted. Present only if the query used
        /// `paging`.
        too_many_to_count "tooManyToCount": Absent<bool> = (found.total == Some(None)).then_some(true);
    }

    /// The cursors of the next and the previous page, for `query.cursorPaging.cursor`.
    struct Cursors as WixReviewCursors (found: &Found<'_>) {
        next: Option<String> = found.page.next.as_ref().map(|rank| found.query.after(rank));
        prev: Option<String> = found.page.previous.as_ref().map(|rank| found.query.before(rank));
    }
}

impl ReviewQuery {
    pub(crate) fn rank(&self, review: &ListedReview) -> Vec<i64> {
        self.rank_by(|by| by.number(review))
    }

    /// How many reviews are skipped; `None` if the call pages by cursors.
    pub(crate) fn offset(&self) -> Option<u32> {
        match self.start {
            SearchStart::Skip(offset) => Some(offset),
            SearchStart::First | SearchStart::After(_) | SearchStart::Before(_) => None,
        }
    }
}

edge::input! {
    /// The body of `countReviews`.
    pub(crate) struct CountInput as WixReviewCountCall refused Violation {
        /// As in a query; every review if omitted.
        filter: Option<AnyObject>;
        /// Whether to count unpublished reviews; `false` if omitted.
        include_private_reviews "includePrivateReviews": Option<bool>, or FLAG_RULE;
    }
}

impl CountInput {
    pub(crate) fn parse(self) -> Result<(Filter<ReviewField>, Sees), Violation> {
        let sees = Sees::of(self.include_private_reviews?);
        Ok((filter::parse(&filter::sent(self.filter?), "filter")?, sees))
    }
}

edge::shown! {
    pub(crate) struct CountBody as WixReviewCount (count: u64) {
        count: u64 = count;
    }
}
