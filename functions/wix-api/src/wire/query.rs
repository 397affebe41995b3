//! A query of requests: its filter, its order and its page.

use domain::request::Request;
use domain::values::Id;
use edge::field::Field;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;
use store::table::End;
use utoipa::ToSchema;

use crate::error::violation::{Rule, Violation};
use crate::filter::Filter;
use crate::use_cases::search::{Rank, SearchStart};
use crate::wire::cursor::{self, Cursor, Side, parse_limit};
use crate::wire::field::RequestField;
use crate::wire::filter::{self, FilterField};
use crate::wire::sort::{self, RequestSort, Sort, SortField, SortInput};

pub(super) const LIMIT: u32 = 50;
/// The maximum length of a filter, in bytes. A cursor contains the filter, and a body may contain the cursor.
const FILTER_BYTES_MAX: usize = 16 * 1024;

const CURSOR: &str = "query.cursorPaging.cursor";

/// The body of `queryReviewRequestsV2`.
#[derive(Deserialize, ToSchema)]
#[schema(as = ReviewRequestQuery)]
pub(crate) struct QueryInput {
    #[schema(value_type = Option<QueryPart>)]
    query: Field<QueryPart>,
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestQueryPart)]
struct QueryPart {
    /// A value, or an operator, for each field to filter by, such as `{"status": {"$in": ["SENT", "FAILED"]}}`.
    #[schema(value_type = Option<Object>)]
    filter: Field<Value>,
    /// If omitted, by creation, oldest first.
    #[schema(schema_with = sort::sorts::<RequestSort>, required = false)]
    sort: Field<Vec<Field<SortInput>>>,
    #[schema(value_type = Option<PagingInput>)]
    cursor_paging: Field<PagingInput>,
}

#[derive(Deserialize, ToSchema)]
#[schema(as = ReviewRequestPaging)]
pub(super) struct PagingInput {
    /// Rows on a page; 50 if omitted.
    #[schema(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Field<f64>,
    /// The cursor from an earlier answer. Send no filter and no sorting with it, because the cursor contains both.
    #[schema(value_type = Option<String>)]
    cursor: Field<String>,
}

pub(crate) struct Query<F: FilterField, S> {
    pub(crate) filter: Filter<F>,
    pub(crate) limit: u32,
    pub(crate) start: SearchStart<Id<F::Kind>>,
    sort: Vec<Sort<S>>,
    /// The filter as sent, for the cursors.
    sent: Value,
}

impl QueryInput {
    /// The query. An absent one matches every request.
    pub(crate) fn parse(self) -> Result<RequestQuery, Violation> {
        let QueryPart { filter, sort, cursor_paging } = match self.query {
            Field::Absent | Field::Null => {
                QueryPart { filter: Field::Absent, sort: Field::Absent, cursor_paging: Field::Absent }
            }
            Field::Value(query) => query,
            Field::Invalid => return Err(not_an_object("query")),
        };
        Query::parse(filter, &sort, cursor_paging)
    }
}

pub(crate) type RequestQuery = Query<RequestField, RequestSort>;

impl RequestQuery {
    pub(crate) fn rank(&self, request: &Request, now: Timestamp) -> Vec<i64> {
        self.rank_by(|by| by.number(request, now))
    }
}

impl<F: FilterField, S: SortField> Query<F, S> {
    pub(super) fn parse(
        filter: Field<Value>,
        sort: &Field<Vec<Field<SortInput>>>,
        cursor_paging: Field<PagingInput>,
    ) -> Result<Self, Violation> {
        let PagingInput { limit, cursor } = match cursor_paging {
            Field::Absent | Field::Null => PagingInput { limit: Field::Absent, cursor: Field::Absent },
            Field::Value(paging) => paging,
            Field::Invalid => return Err(not_an_object("query.cursorPaging")),
        };
        let limit = parse_limit(&limit, "query.cursorPaging.limit")?;
        match cursor {
            Field::Absent | Field::Null => Self::first_page(filter, sort, SearchStart::First, limit.unwrap_or(LIMIT)),
            Field::Value(_) | Field::Invalid if !(is_blank_filter(&filter) && is_blank_sort(sort)) => {
                let rule = "A cursor contains the filter and the sorting; send cursorPaging alone.";
                Err(Violation::new(CURSOR, Rule::Other, rule))
            }
            cursor => {
                let query = Cursor::decode(cursor.as_str()).and_then(Self::next_page);
                let query = query.ok_or_else(|| {
                    Violation::new(CURSOR, Rule::Format, "Send a cursor of an earlier answer, unchanged.")
                })?;
                Ok(Self { limit: limit.unwrap_or(query.limit), ..query })
            }
        }
    }

    pub(super) fn first_page(
        filter: Field<Value>,
        sort: &Field<Vec<Field<SortInput>>>,
        start: SearchStart<Id<F::Kind>>,
        limit: u32,
    ) -> Result<Self, Violation> {
        let sent = filter::sent(filter);
        let filter = filter::parse(&sent, "query.filter")?;
        if sent.to_string().len() > FILTER_BYTES_MAX {
            return Err(Violation::new("query.filter", Rule::MaxSize, "A filter may have at most 16 KiB."));
        }
        Ok(Self { filter, limit, start, sort: sort::parse(sort)?, sent })
    }

    fn next_page(cursor: Cursor<S, F::Kind>) -> Option<Self> {
        let Cursor { filter: sent, sort, limit, start } = cursor;
        Some(Self { filter: filter::parse(&sent, CURSOR).ok()?, limit, start, sort, sent })
    }

    /// The end to start from, if the query is sorted only by creation, which is the table's order.
    pub(crate) fn by_creation(&self) -> Option<End> {
        Sort::by_creation(&self.sort)
    }

    /// A row's numbers in the query's order; see [`Sort::rank`].
    pub(super) fn rank_by(&self, number: impl Fn(S) -> i64) -> Vec<i64> {
        Sort::rank(&self.sort, number)
    }

    /// The cursor of the page after a row.
    pub(super) fn after(&self, rank: &Rank<Id<F::Kind>>) -> String {
        cursor::encode(Side::After, &self.sent, &self.sort, self.limit, rank)
    }

    /// The cursor of the page before a row.
    pub(super) fn before(&self, rank: &Rank<Id<F::Kind>>) -> String {
        cursor::encode(Side::Before, &self.sent, &self.sort, self.limit, rank)
    }
}

pub(super) fn not_an_object(path: &str) -> Violation {
    Violation::new(path, Rule::Format, "Send an object, or omit it.")
}

fn is_blank_filter(filter: &Field<Value>) -> bool {
    match filter {
        Field::Absent | Field::Null => true,
        Field::Value(Value::Object(parts)) => parts.is_empty(),
        Field::Value(Value::Array(list)) => list.is_empty(),
        Field::Value(_) | Field::Invalid => false,
    }
}

fn is_blank_sort(sort: &Field<Vec<Field<SortInput>>>) -> bool {
    match sort {
        Field::Absent | Field::Null => true,
        Field::Value(sorts) => sorts.is_empty(),
        Field::Invalid => false,
    }
}
