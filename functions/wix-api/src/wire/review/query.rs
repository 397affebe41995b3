//! Queries and counts of reviews, and the answers to them.

use app::paging::SKIPPED_MAX;
use app::review::ShownReview;
use edge::field::Field;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::review::list::ListedReview;
use utoipa::ToSchema;

use super::body::ReviewShown;
use super::field::{ReviewField, ReviewSort};
use crate::error::violation::{Rule, Violation};
use crate::filter::Filter;
use crate::use_cases::search::{SearchPage, SearchStart};
use crate::wire::cursor::parse_limit;
use crate::wire::filter;
use crate::wire::query::{LIMIT, PagingInput, Query, not_an_object};
use crate::wire::sort::{self, SortInput};

/// The body of `queryReviews`.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WixReviewQuery)]
pub(crate) struct QueryInput {
    #[schema(value_type = Option<QueryPart>)]
    query: Field<QueryPart>,
    /// Whether to include unpublished reviews; `false` if omitted.
    #[schema(value_type = Option<bool>)]
    return_private_reviews: Field<bool>,
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WixReviewQueryPart)]
struct QueryPart {
    /// A value, or an operator, for each field to filter by, such as `{"content.rating": {"$gte": 4}}`.
    #[schema(value_type = Option<Object>)]
    filter: Field<Value>,
    /// If omitted, by creation, oldest first.
    #[schema(schema_with = sort::sorts::<ReviewSort>, required = false)]
    sort: Field<Vec<Field<SortInput>>>,
    #[schema(value_type = Option<PagingInput>)]
    cursor_paging: Field<PagingInput>,
    /// Instead of `cursorPaging`.
    #[schema(value_type = Option<OffsetInput>)]
    paging: Field<OffsetInput>,
}

#[derive(Deserialize, ToSchema)]
#[schema(as = WixReviewOffset)]
struct OffsetInput {
    /// Reviews on a page; 50 if omitted.
    #[schema(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Field<f64>,
    /// Reviews to skip; 0 if omitted.
    #[schema(value_type = Option<u32>, minimum = 0, maximum = 10_000)]
    offset: Field<f64>,
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
        let sees = parse_sees(&self.return_private_reviews, "returnPrivateReviews")?;
        let QueryPart { filter, sort, cursor_paging, paging } = match self.query {
            Field::Absent | Field::Null => QueryPart {
                filter: Field::Absent,
                sort: Field::Absent,
                cursor_paging: Field::Absent,
                paging: Field::Absent,
            },
            Field::Value(query) => query,
            Field::Invalid => return Err(not_an_object("query")),
        };
        let OffsetInput { limit, offset } = match paging {
            Field::Absent | Field::Null => return Ok((Query::parse(filter, &sort, cursor_paging)?, sees)),
            Field::Value(paging) => paging,
            Field::Invalid => return Err(not_an_object("query.paging")),
        };
        if !matches!(cursor_paging, Field::Absent | Field::Null) {
            let rule = "Send paging or cursorPaging, not both.";
            return Err(Violation::new("query.paging", Rule::Other, rule));
        }
        let limit = parse_limit(&limit, "query.paging.limit")?.unwrap_or(LIMIT);
        let start = SearchStart::Skip(parse_offset(&offset)?);
        Ok((Query::first_page(filter, &sort, start, limit)?, sees))
    }
}

fn parse_offset(offset: &Field<f64>) -> Result<u32, Violation> {
    let rule = match offset {
        Field::Absent | Field::Null => return Ok(0),
        Field::Value(number) if *number < 0.0 => Rule::Min,
        Field::Value(number) if *number > f64::from(SKIPPED_MAX) => Rule::Max,
        Field::Value(number) if number.fract() == 0.0 => {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 10,000, whole")]
            return Ok(*number as u32);
        }
        Field::Value(_) | Field::Invalid => Rule::Format,
    };
    let sentence = "An offset must be a whole number from 0 to 10,000; cursorPaging goes further.";
    Err(Violation::new("query.paging.offset", rule, sentence))
}

fn parse_sees(field: &Field<bool>, path: &str) -> Result<Sees, Violation> {
    match field {
        Field::Absent | Field::Null | Field::Value(false) => Ok(Sees::Published),
        Field::Value(true) => Ok(Sees::All),
        Field::Invalid => Err(Violation::new(path, Rule::Format, "Send true or false.")),
    }
}

/// As [`parse_sees`], from a query parameter.
pub(crate) fn parse_parameter(value: Option<&str>) -> Result<Sees, Violation> {
    match value {
        None | Some("false") => Ok(Sees::Published),
        Some("true") => Ok(Sees::All),
        Some(_) => Err(Violation::new("returnPrivateReviews", Rule::Format, "Send true or false.")),
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

/// The body of `countReviews`.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WixReviewCountCall)]
pub(crate) struct CountInput {
    /// As in a query; every review if omitted.
    #[schema(value_type = Option<Object>)]
    filter: Field<Value>,
    /// Whether to count unpublished reviews; `false` if omitted.
    #[schema(value_type = Option<bool>)]
    include_private_reviews: Field<bool>,
}

impl CountInput {
    pub(crate) fn parse(self) -> Result<(Filter<ReviewField>, Sees), Violation> {
        let sees = parse_sees(&self.include_private_reviews, "includePrivateReviews")?;
        Ok((filter::parse(&filter::sent(self.filter), "filter")?, sees))
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = WixReviewCount)]
pub(crate) struct CountBody {
    pub(crate) count: u64,
}
