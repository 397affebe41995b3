//! Forms.

use axum::extract::{FromRequest, Request};
use edge::body::Fields;

use crate::failure::Failure;

/// A form's fields by name. If a name comes twice, the first field counts.
pub(crate) struct Form(pub Fields);

impl<S: Sync> FromRequest<S> for Form {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &S) -> Result<Self, Failure> {
        Ok(Self(edge::body::form(request.into_body()).await?))
    }
}
