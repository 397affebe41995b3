//! Forms: bodies of `application/x-www-form-urlencoded`, read into the structs that OpenAPI describes.

use axum::extract::{FromRequest, Request};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

use crate::failure::Failure;

/// A form's body as a struct of optional strings. If a name comes twice, the first field counts.
pub(crate) struct Form<T>(pub T);

impl<S: Sync, T: DeserializeOwned> FromRequest<S> for Form<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &S) -> Result<Self, Failure> {
        Ok(Self(edge::body::form(request.into_body()).await?.read()?))
    }
}

/// A form with only a token.
#[derive(Deserialize, ToSchema)]
pub(crate) struct TokenForm {
    /// The token in the link. Whoever has the token has access.
    pub token: Option<String>,
}

/// A field's value; empty if it was not sent.
pub(crate) fn text(field: &Option<String>) -> &str {
    field.as_deref().unwrap_or_default()
}

/// A field's value as a whole number from 0. Our own pages always send a valid one.
/// Errors: [`Failure::Unknown`] for anything else.
pub(crate) fn number(field: &Option<String>) -> Result<usize, Failure> {
    text(field).parse().map_err(|_| Failure::Unknown)
}
