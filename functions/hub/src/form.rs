//! Forms: bodies of `application/x-www-form-urlencoded`, read into the structs that OpenAPI describes.

use axum::extract::{FromRequest, Request};
use edge::field::Field;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

use crate::failure::Failure;

/// A form's body as a struct of [`Field`]s. If a name comes twice, the first field counts.
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
    #[schema(value_type = Option<String>)]
    pub token: Field<String>,
}

pub(crate) fn sent(field: &Field<String>) -> Option<&str> {
    match field {
        Field::Value(value) => Some(value),
        Field::Absent | Field::Null | Field::Invalid => None,
    }
}

/// A field's value as a whole number from 0. Our own pages always send a valid one.
/// Errors: [`Failure::Unknown`] for anything else.
pub(crate) fn number(field: &Field<String>) -> Result<usize, Failure> {
    field.as_str().parse().map_err(|_| Failure::Unknown)
}
