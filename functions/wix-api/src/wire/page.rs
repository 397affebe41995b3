//! The answers to a query and to a count.

use domain::request::Request;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::error::violation::Violation;
use crate::filter::Filter;
use crate::use_cases::search::SearchPage;
use crate::wire::field::RequestField;
use crate::wire::filter;
use crate::wire::parse::AnyObject;
use crate::wire::query::RequestQuery;
use crate::wire::request::ReviewRequest;

/// A page of review requests.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestPage)]
pub(crate) struct QueryBody {
    review_requests: Vec<ReviewRequest>,
    paging_metadata: PagingMetadata,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestPagingMetadata)]
struct PagingMetadata {
    /// Requests on this page.
    count: usize,
    cursors: Cursors,
    has_next: bool,
}

/// The cursors of the next and the previous page, for `query.cursorPaging.cursor`.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewRequestCursors)]
struct Cursors {
    #[schema(required)]
    next: Option<String>,
    #[schema(required)]
    prev: Option<String>,
}

impl QueryBody {
    pub(crate) fn new(page: &SearchPage<Request>, query: &RequestQuery, now: Timestamp) -> Self {
        let SearchPage { rows: requests, next, previous } = page;
        Self {
            paging_metadata: PagingMetadata {
                count: requests.len(),
                has_next: next.is_some(),
                cursors: Cursors {
                    next: next.as_ref().map(|rank| query.after(rank)),
                    prev: previous.as_ref().map(|rank| query.before(rank)),
                },
            },
            review_requests: requests.iter().map(|request| ReviewRequest::new(request, now)).collect(),
        }
    }
}

edge::input! {
    /// The body of `countReviewRequestsV2`.
    pub(crate) struct CountInput as ReviewRequestCountInput refused Violation {
        /// As in a query; every request if omitted.
        filter: Option<AnyObject>;
    }
}

impl CountInput {
    pub(crate) fn parse(self) -> Result<Filter<RequestField>, Violation> {
        filter::parse(&filter::sent(self.filter?), "filter")
    }
}

edge::shown! {
    pub(crate) struct CountBody as ReviewRequestCount (count: u32) {
        count: u32 = count;
    }
}
