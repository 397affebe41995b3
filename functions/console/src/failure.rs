//! Why somebody gets an error page, or the page to sign in, instead of the requested page.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use edge::error::Error;

/// Why somebody gets an error page. The response only carries the reason; `pages::failure` writes the page in the
/// browser's language.
#[derive(Debug)]
pub(crate) enum Failure {
    /// There is no such page, or the shop has no data with this id.
    NotFound,
    Method,
    /// Nobody is signed in, or not any more. The input of a form is shown again, so that it is not lost.
    SignedOut {
        written: Option<String>,
    },
    Forbidden,
    /// A guest wants to see other shops, but has none, because only an address leads to them.
    Guest,
    /// A guest whom an API key let in wants to end the shop.
    KeyEnds,
    /// The form does not come from a page of the console.
    Origin,
    TooMany,
    Failed(Error),
}

/// What a handler answers.
pub(crate) type Served = Result<Response, Failure>;

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
