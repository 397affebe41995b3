//! The JSON of review requests and reviews, one noun a file.

pub(crate) mod bulk;
mod cursor;
mod failed_options;
pub(crate) mod field;
pub(crate) mod filter;
pub(crate) mod new_request;
pub(crate) mod page;
mod parse;
pub(crate) mod query;
pub(crate) mod request;
pub(crate) mod review;
mod sort;

use domain::values::Guid;
use edge::shown::Uuid;

use crate::error::violation::Violation;
use crate::filter::Filter;
use crate::wire::field::RequestField;
use crate::wire::parse::AnyObject;

// Wix' call that cancels all review requests that match a filter. The answer contains a job, because the vendor's
// clients expect one.
edge::input! {
    /// The body of `bulkCancelReviewRequestsV2`.
    pub(crate) struct BulkCancelInput as ReviewRequestBulkCancellation refused Violation {
        /// As in a query. `{}` cancels every request.
        filter: AnyObject, or "Send a filter; {} matches every request.";
    }
}

impl BulkCancelInput {
    /// The filter, which is required, so that a call that forgot it does not cancel every request.
    pub(crate) fn parse(self) -> Result<Filter<RequestField>, Violation> {
        filter::parse(&self.filter?, "filter")
    }
}

edge::shown! {
    /// The job. It is always finished, because the call is answered after its work.
    pub(crate) struct JobBody as ReviewRequestJob (job: Guid) {
        job_id "jobId": Uuid = job;
    }
}
