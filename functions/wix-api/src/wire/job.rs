//! Wix' call that cancels all review requests that match a filter. The answer contains a job, because the vendor's
//! clients expect one.

use domain::values::Guid;
use edge::field::Field;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::error::violation::{Rule, Violation};
use crate::filter::Filter;
use crate::wire::field::RequestField;
use crate::wire::filter;

/// The body of `bulkCancelReviewRequestsV2`.
#[derive(Deserialize, ToSchema)]
#[schema(as = ReviewRequestBulkCancellation)]
pub(crate) struct BulkCancelInput {
    /// As in a query. `{}` cancels every request.
    #[schema(value_type = Object)]
    filter: Field<Value>,
}

impl BulkCancelInput {
    pub(crate) fn parse(self) -> Result<Filter<RequestField>, Violation> {
        match self.filter {
            Field::Value(json) => filter::parse(&json, "filter"),
            // Without this check, a call that forgot its filter would cancel every request.
            Field::Absent | Field::Null | Field::Invalid => {
                Err(Violation::new("filter", Rule::RequiredField, "Send a filter; {} matches every request."))
            }
        }
    }
}

/// The job. It is always finished, because the call is answered after its work.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestJob)]
pub(crate) struct JobBody {
    #[schema(format = "uuid")]
    job_id: String,
}

impl JobBody {
    pub(crate) fn new(job: Guid) -> Self {
        Self { job_id: job.to_string() }
    }
}
