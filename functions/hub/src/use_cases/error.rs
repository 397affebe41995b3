//! Why a customer's link fails.

use app::error::Error;
use app::retry::TryError;
use domain::shop::Shop;

#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// The token is unknown, damaged or forged, or its request has no such item.
    #[error("unknown link")]
    Unknown,
    /// The link has expired. The customer may request a new link from this shop.
    #[error("the link has expired")]
    Expired(Box<Shop>),
    /// This shop cancelled the request; the link never works again.
    #[error("the request was cancelled")]
    Cancelled(Box<Shop>),
    #[error(transparent)]
    App(Error),
}

impl<E: Into<Error>> From<E> for LinkError {
    fn from(error: E) -> Self {
        Self::App(error.into())
    }
}

impl From<LinkError> for TryError<LinkError> {
    fn from(error: LinkError) -> Self {
        Self::Failed(error)
    }
}
