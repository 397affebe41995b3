//! The function's routes in OpenAPI.

use edge::openapi::{Dialect, Errors, describe};
use utoipa::OpenApi;

use crate::{asks, charges, customers, error, locations, messages, reviews};

/// Describes every route of the function.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(
        customers::upsert,
        customers::list,
        customers::reviews,
        customers::messages,
        reviews::list,
        messages::list,
        charges::create,
        asks::create,
        locations::create,
        locations::update
    ))]
    struct Document;
    let errors = Errors::json::<error::Envelope<'_>>();
    let dialect = Dialect {
        name: "Beacon",
        tag: "More Good Reviews",
        about: "More Good Reviews' customers, reviews, messages, charges, asks and locations.",
        wrong_field: Some(422),
        errors,
    };
    describe(Document::openapi(), &dialect)
}
