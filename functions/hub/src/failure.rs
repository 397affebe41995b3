//! Why a person gets an error page instead of the requested page.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use domain::shop::Shop;
use edge::error::Error;

use crate::use_cases::LinkError;

/// Why a person gets an error page.
///
/// A handler does not know the page's language. The response only carries the failure, and [`crate::pages::errors::render`]
/// writes the page.
pub(crate) enum Failure {
    /// There is no such page, or the token is unknown, damaged or forged.
    Unknown,
    /// A short link was called with an unsupported method. A browser that follows a link never does that.
    UnknownMethod {
        allow: String,
    },
    Expired {
        shop: Box<Shop>,
        /// The link's token, with which its owner may request a new link.
        token: String,
    },
    Cancelled {
        shop: Box<Shop>,
    },
    Failed(Error),
}

/// What a handler answers.
pub(crate) type Served = Result<Response, Failure>;

impl Failure {
    /// For `map_err`: why the link with this token did not work.
    pub(crate) fn of_link(token: &str) -> impl Fn(LinkError) -> Self {
        move |error| match error {
            LinkError::Unknown => Self::Unknown,
            LinkError::Expired(shop) => Self::Expired { shop, token: token.to_owned() },
            LinkError::Cancelled(shop) => Self::Cancelled { shop },
            LinkError::App(error) => error.into(),
        }
    }
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
