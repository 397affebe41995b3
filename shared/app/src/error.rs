//! The one error of all use cases. Each dialect renders it with one exhaustive match. A customer's link
//! adds its own ways to fail.

use domain::{Channel, NotSendable, Quota, RequestId, Shop};

/// Why a use case did not do what was asked. Nothing acknowledged is lost by any of them.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No API key, or none that works.
    #[error("no working API key")]
    Unauthenticated,
    /// The key lacks this scope.
    #[error("the key lacks the scope {0}")]
    MissingScope(&'static str),
    /// Nothing of that id, or not the caller's.
    #[error("not found")]
    NotFound,
    /// A request for the same customer and order exists, and its link works.
    #[error("a duplicate request")]
    Duplicate {
        /// Which one.
        earlier: Option<RequestId>,
    },
    /// The dialect's rate limit is reached.
    #[error("the rate limit is reached")]
    RateLimited(Quota),
    /// The idempotency key was used for another body.
    #[error("the idempotency key was used for another body")]
    IdempotencyKeyReused,
    /// The request can't be sent now.
    #[error("not sendable: {0:?}")]
    NotSendable(NotSendable),
    /// A call that only the Wix dialect has is refused.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// Another location has the slug.
    #[error("the slug is taken")]
    SlugTaken,
    /// The customer can't be reached by this channel.
    #[error("the customer has no address for {0:?}")]
    Unreachable(Channel),
    /// A dependency is out: trying again later helps. The cause is for the log.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// A fault of ours. The cause is for the log.
    #[error("internal: {0}")]
    Internal(String),
}

/// Why a call of the Wix dialect is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The API key speaks for nobody in whose name customers are asked.
    Initiator,
    /// Nobody told of the order.
    OrderNotFound,
    /// The order leaves its buyer nothing to review.
    OrderIsEmpty,
    /// The item with this index is not of the order.
    NotOfOrder(usize),
    /// Only a cancelled request is removed.
    NotCancelled,
    /// More requests would have to be looked at than one call may.
    TooManyToCount {
        /// The most.
        most: u32,
    },
    /// More requests are meant than are put into another order than that of their creation.
    TooManyToSort {
        /// The most.
        most: u32,
    },
    /// More requests are meant than one call cancels.
    TooManyToCancel {
        /// The most.
        most: u32,
    },
}

/// Why a customer's link does not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// The token is unknown, damaged or forged, or its request has no such item.
    #[error("unknown link")]
    Unknown,
    /// The link has expired. The customer may request a new one from this shop.
    #[error("the link has expired")]
    Expired(Shop),
    /// This shop cancelled the request, so the link never works again.
    #[error("the request was cancelled")]
    Cancelled(Shop),
    /// The use case failed.
    #[error(transparent)]
    App(Error),
}

impl<E: Into<Error>> From<E> for LinkError {
    fn from(error: E) -> Self {
        Self::App(error.into())
    }
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        let told = error.to_string();
        match error {
            store::Error::Unavailable(_) => Self::Unavailable(told),
            store::Error::Refused(_) | store::Error::Unreadable(_) => Self::Internal(told),
        }
    }
}

impl From<vault::Error> for Error {
    fn from(error: vault::Error) -> Self {
        let told = error.to_string();
        match error {
            vault::Error::Unavailable(_) => Self::Unavailable(told),
            vault::Error::Refused(_) | vault::Error::NotAuthentic | vault::Error::Cipher => Self::Internal(told),
        }
    }
}

impl From<store::CommitError> for Error {
    fn from(error: store::CommitError) -> Self {
        match error {
            store::CommitError::Store(error) => error.into(),
            store::CommitError::Vault(error) => error.into(),
            // A use case answers the refusals it expects before it gets here; what is left is
            // somebody else's change, met again and again.
            store::CommitError::Refused(_) => Self::Unavailable("the request keeps changing".to_owned()),
        }
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self::Internal(error.to_string())
    }
}
