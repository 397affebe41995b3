//! What a query and a count are answered with.

use app::requests::SearchPage;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Query, ReviewRequest};

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
    /// The requests on this page.
    count: usize,
    cursors: Cursors,
    has_next: bool,
}

/// What to send as `query.cursorPaging.cursor`.
#[derive(Serialize, ToSchema)]
#[schema(as = ReviewRequestCursors)]
struct Cursors {
    #[schema(required)]
    next: Option<String>,
    #[schema(required)]
    prev: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = ReviewRequestCount)]
pub(crate) struct CountBody {
    pub(crate) count: u32,
}

impl QueryBody {
    pub(crate) fn new(found: &SearchPage, query: &Query, now: Timestamp) -> Self {
        let SearchPage { requests, next, previous } = found;
        Self {
            paging_metadata: PagingMetadata {
                count: requests.len(),
                has_next: next.is_some(),
                cursors: Cursors {
                    next: next.as_ref().map(|place| query.after(place)),
                    prev: previous.as_ref().map(|place| query.before(place)),
                },
            },
            review_requests: requests.iter().map(|request| ReviewRequest::new(request, now)).collect(),
        }
    }
}
