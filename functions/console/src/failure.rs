//! Why somebody gets an error page, or the page to sign in, instead of the page they asked for.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use edge::error::Error;

/// Why somebody gets an error page. The response only carries it, and `pages::failure` writes the page in the browser's language.
#[derive(Debug)]
pub(crate) enum Failure {
    /// No such page, or nothing with that id among the shop's data.
    NotFound,
    /// The page does not have the method.
    Method,
    /// Nobody is signed in, or not any more. What the person wrote in a form is shown again, so that it is not lost.
    SignedOut { written: Option<String> },
    /// The member's role does not allow it.
    Forbidden,
    /// The form did not come from a page of the console.
    Origin,
    /// Too many tries.
    TooMany,
    /// The call failed.
    Failed(Error),
}

impl<E: Into<Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = Response::default();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}
