//! The function's routes in OpenAPI.

use edge::openapi::{Dialect, Errors, describe, with_header};
use utoipa::OpenApi;

use crate::{bulk, error, query, requests};

/// Describes every route of the function.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(
        requests::create,
        requests::show,
        requests::remove,
        query::query,
        query::count,
        bulk::create,
        bulk::cancel
    ))]
    struct Document;
    let errors = Errors::json::<error::Envelope>();
    let dialect = Dialect {
        name: "ReviewRequestsV2",
        tag: "Review requests (Wix)",
        about: "Wix' `ReviewRequestsV2`. Nothing here sends anything.",
        wrong_field: Some(400),
        errors,
    };
    let document = describe(Document::openapi(), &dialect);
    with_header(document, "X-Wix-Request-Id", "The same as `X-Request-Id`.")
}
