//! Why a person gets an error page instead of the page they asked for.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use domain::shop::Shop;
use edge::error::Error;

use crate::use_cases::LinkError;

/// Why a person gets an error page.
///
/// A handler does not know which language to write it in, so the response that is made of a failure
/// only carries it, and [`crate::pages::errors::render`] writes the page.
pub(crate) enum Failure {
    /// No such page, or a token that is unknown, damaged or forged.
    Unknown,
    /// A short link with a method that it does not have, which nobody follows a link by.
    UnknownMethod {
        /// The methods that it has.
        allow: String,
    },
    /// The link has expired.
    Expired {
        /// The shop whose link it was.
        shop: Box<Shop>,
        /// The link's token: its owner may ask for a new link.
        token: String,
    },
    /// The shop cancelled the request.
    Cancelled {
        /// The shop whose request it was.
        shop: Box<Shop>,
    },
    /// The call failed.
    Failed(Error),
}

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
