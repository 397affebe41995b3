//! The answers to a query and to a count.

use domain::request::Request;
use jiff::Timestamp;

use crate::error::violation::Violation;
use crate::filter::Filter;
use crate::use_cases::search::SearchPage;
use crate::wire::field::RequestField;
use crate::wire::filter;
use crate::wire::parse::AnyObject;
use crate::wire::query::RequestQuery;
use crate::wire::request::ReviewRequest;

edge::shown! {
    /// A page of review requests.
    pub(crate) struct QueryBody as ReviewRequestPage ((page, query, now): (&SearchPage<Request>, &RequestQuery, Timestamp)) {
        review_requests "reviewRequests": Vec<ReviewRequest> = page.rows.iter().map(|request| (request, now));
        paging_metadata "pagingMetadata": PagingMetadata = (page, query);
    }

    struct PagingMetadata as ReviewRequestPagingMetadata ((page, query): (&SearchPage<Request>, &RequestQuery)) {
        /// Requests on this page.
        count: usize = page.rows.len();
        cursors: Cursors = (page, query);
        has_next "hasNext": bool = page.next.is_some();
    }

    /// The cursors of the next and the previous page, for `query.cursorPaging.cursor`.
    struct Cursors as ReviewRequestCursors ((page, query): (&SearchPage<Request>, &RequestQuery)) {
        next: Option<String> = page.next.as_ref().map(|rank| query.after(rank));
        prev: Option<String> = page.previous.as_ref().map(|rank| query.before(rank));
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
