//! What the hub answers, in OpenAPI, and the schemas of its forms: they are read field by field.

use edge::openapi::{Dialect, Errors, describe};
use utoipa::{OpenApi, ToSchema};

#[derive(ToSchema)]
#[expect(dead_code, reason = "a schema only")]
pub(crate) struct ReviewForm {
    token: String,
    /// The item's place in the request, from 0.
    item: usize,
    #[schema(minimum = 1, maximum = 5)]
    rating: u8,
    #[schema(min_length = 1, max_length = 5000)]
    text: String,
    /// The name shown in public.
    #[schema(max_length = 60)]
    display_name: String,
}

#[derive(ToSchema)]
#[expect(dead_code, reason = "a schema only")]
pub(crate) struct TokenForm {
    token: Option<String>,
}

/// What the function answers, in OpenAPI.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(
        crate::view::by_query,
        crate::view::by_path,
        crate::form::submit,
        crate::renew::renew,
        crate::unsubscribe::ask,
        crate::unsubscribe::stop,
        crate::page::asset,
    ))]
    struct Document;
    let dialect = Dialect { name: "Page", tag: "The customer's page", wrong_field: None, errors: Errors::Pages };
    describe(Document::openapi(), &dialect)
}
