//! A query of requests: its filter, its order and its page.

use domain::request::Request;
use domain::values::Id;
use jiff::Timestamp;
use serde_json::Value;
use store::table::End;

use crate::error::violation::{Rule, Violation};
use crate::filter::Filter;
use crate::use_cases::search::{Rank, SearchStart};
use crate::wire::cursor::{self, Cursor, Side};
use crate::wire::field::RequestField;
use crate::wire::filter::{self, FilterField};
use crate::wire::parse::{AnyObject, Limit, OBJECT_RULE};
use crate::wire::sort::{self, RequestSort, Sent, Sort, SortField, Sorts};

pub(super) const LIMIT: u32 = 50;
/// The maximum length of a filter, in bytes. A cursor contains the filter, and a body may contain the cursor.
const FILTER_BYTES_MAX: usize = 16 * 1024;

const CURSOR: &str = "query.cursorPaging.cursor";

edge::input! {
    /// The body of `queryReviewRequestsV2`.
    pub(crate) struct QueryInput as ReviewRequestQuery with QueryPart, PagingInput refused Violation {
        query: Option<QueryPart>, or OBJECT_RULE;
    }
}

edge::input! {
    struct QueryPart as ReviewRequestQueryPart with PagingInput refused Violation {
        /// A value, or an operator, for each field to filter by, such as `{"status": {"$in": ["SENT", "FAILED"]}}`.
        filter: Option<AnyObject>;
        // If omitted, by creation, oldest first.
        sort: Option<Sorts>, shown sort::sorts::<RequestSort>(), at "query.sort";
        cursor_paging "cursorPaging": Option<PagingInput>, at "query.cursorPaging", or OBJECT_RULE;
    }
}

edge::input! {
    pub(super) struct PagingInput as ReviewRequestPaging refused Violation {
        /// Rows on a page; 50 if omitted.
        limit: Option<Limit>, at "query.cursorPaging.limit";
        /// The cursor from an earlier answer. Send no filter and no sorting with it, because the cursor contains both.
        cursor: Option<String>;
    }
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
        match self.query? {
            Some(QueryPart { filter, sort, cursor_paging }) => Query::parse(filter?, sort, cursor_paging?),
            None => Query::parse(None, Ok(None), None),
        }
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
        filter: Option<Value>,
        sort: Result<Sent, Violation>,
        paging: Option<PagingInput>,
    ) -> Result<Self, Violation> {
        let PagingInput { limit, cursor } = paging.unwrap_or(PagingInput { limit: Ok(None), cursor: Ok(None) });
        let limit = limit?;
        match cursor {
            Ok(None) => Self::first_page(filter, sort, SearchStart::First, limit.unwrap_or(LIMIT)),
            _ if !(is_blank(filter.as_ref())
                && matches!(&sort, Ok(sorts) if sorts.iter().flatten().next().is_none())) =>
            {
                let rule = "A cursor contains the filter and the sorting; send cursorPaging alone.";
                Err(Violation::new(CURSOR, Rule::Other, rule))
            }
            cursor => {
                let cursor = cursor.ok().flatten().unwrap_or_default();
                let query = Cursor::decode(&cursor).and_then(Self::next_page).ok_or_else(|| {
                    Violation::new(CURSOR, Rule::Format, "Send a cursor of an earlier answer, unchanged.")
                })?;
                Ok(Self { limit: limit.unwrap_or(query.limit), ..query })
            }
        }
    }

    pub(super) fn first_page(
        filter: Option<Value>,
        sort: Result<Sent, Violation>,
        start: SearchStart<Id<F::Kind>>,
        limit: u32,
    ) -> Result<Self, Violation> {
        let sent = filter::sent(filter);
        let filter = filter::parse(&sent, "query.filter")?;
        if sent.to_string().len() > FILTER_BYTES_MAX {
            return Err(Violation::new("query.filter", Rule::MaxSize, "A filter may have at most 16 KiB."));
        }
        Ok(Self { filter, limit, start, sort: sort::parse(&sort?)?, sent })
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

fn is_blank(filter: Option<&Value>) -> bool {
    match filter {
        None => true,
        Some(Value::Object(parts)) => parts.is_empty(),
        Some(Value::Array(list)) => list.is_empty(),
        Some(_) => false,
    }
}
