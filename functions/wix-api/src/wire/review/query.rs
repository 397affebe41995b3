//! Queries and counts of reviews, and the answers to them.

use app::paging::SKIPPED_MAX;
use app::review::ShownReview;
use domain::reads;
use domain::values::Invalid;
use domain::values::value::Kind;
use serde::Serialize;
use store::review::list::ListedReview;
use utoipa::ToSchema;

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

/// A page of reviews.
#[derive(Serialize, ToSchema)]
#[schema(as = WixReviewPage)]
pub(crate) struct QueryBody {
    reviews: Vec<ReviewShown>,
    metadata: PagingMetadata,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WixReviewPagingMetadata)]
struct PagingMetadata {
    /// Reviews on this page.
    count: usize,
    /// Absent if the query used `paging`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    cursors: Option<Cursors>,
    /// Present only if the query used `paging`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    offset: Option<u32>,
    /// Reviews on all pages. Present only if the query used `paging`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    total: Option<u64>,
    /// `true`, and no `total`, if more than 5,000 reviews would have to be counted. Present only if the query used
    /// `paging`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    too_many_to_count: Option<bool>,
}

/// The cursors of the next and the previous page, for `query.cursorPaging.cursor`.
#[derive(Serialize, ToSchema)]
#[schema(as = WixReviewCursors)]
struct Cursors {
    #[schema(required)]
    next: Option<String>,
    #[schema(required)]
    prev: Option<String>,
}

impl QueryBody {
    /// A page of reviews. `total` is `None` if the call pages by cursors.
    pub(crate) fn new(
        page: &SearchPage<ListedReview>,
        shown: &[ShownReview],
        query: &ReviewQuery,
        total: Option<Total>,
    ) -> Self {
        let cursors = Cursors {
            next: page.next.as_ref().map(|rank| query.after(rank)),
            prev: page.previous.as_ref().map(|rank| query.before(rank)),
        };
        let metadata = PagingMetadata {
            count: shown.len(),
            cursors: total.is_none().then_some(cursors),
            offset: query.offset(),
            total: total.flatten(),
            too_many_to_count: (total == Some(None)).then_some(true),
        };
        Self { reviews: shown.iter().map(ReviewShown::new).collect(), metadata }
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

#[derive(Serialize, ToSchema)]
#[schema(as = WixReviewCount)]
pub(crate) struct CountBody {
    pub(crate) count: u64,
}
