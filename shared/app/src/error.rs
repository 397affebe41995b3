//! The one error of all use cases. Each dialect renders it with one exhaustive match.

use domain::request::{NotSendable, Quota};
use domain::values::{Channel, MemberRefusal, RequestId};
use jiff::Timestamp;

/// Why a use case did nothing. An error loses nothing that was acknowledged.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The API key is missing or invalid.
    #[error("missing or invalid API key")]
    Unauthenticated,
    /// The key lacks this scope.
    #[error("the key lacks the scope {0}")]
    MissingScope(&'static str),
    /// Nothing with that id exists among the caller's data.
    #[error("not found")]
    NotFound,
    /// An earlier request, whose link still works, prevents this one by the dialect's rule.
    #[error("duplicate request")]
    Duplicate {
        /// The earlier request, if its id is known.
        earlier: Option<RequestId>,
    },
    /// The dialect's rate limit is reached.
    #[error("the rate limit is reached")]
    RateLimited(Quota),
    /// The shop has used up its calls for now.
    #[error("the shop made too many calls")]
    TooManyCalls {
        /// Seconds until the shop may call again.
        wait_s: i64,
    },
    /// The idempotency key was used with another body.
    #[error("the idempotency key was used for another body")]
    IdempotencyKeyReused,
    /// The request cannot be sent now.
    #[error("not sendable: {0:?}")]
    NotSendable(NotSendable),
    /// A call that only the Wix dialect offers is refused.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// A page this far into a list can only be reached by following a link.
    #[error("the page is too far into the list")]
    PageTooFar {
        /// How many rows can be reached by page numbers.
        rows: u64,
    },
    /// Another location has the slug.
    #[error("the slug is taken")]
    SlugTaken,
    /// The link would expire before the first message leaves.
    #[error("the link would expire before its message leaves")]
    LinkTooShort,
    /// The person decided not to get messages, and only the person can undo that.
    #[error("not liftable")]
    NotLiftable,
    /// The shop has as many API keys as it may make.
    #[error("too many keys")]
    TooManyKeys,
    /// No other working API key can make and delete keys.
    #[error("the last key that manages keys")]
    LastKey,
    /// The change of the console's members is refused.
    #[error("members: {0:?}")]
    Members(MemberRefusal),
    /// The review has changed since the caller read it.
    #[error("the review has another revision")]
    RevisionConflict,
    /// No edit of the review waits.
    #[error("no edit of the review waits")]
    NoPendingEdit,
    /// The shop's settings demand a reason for withholding a review.
    #[error("a reason is required")]
    ReasonRequired,
    /// No member who has signed in to the console has the owner's address, or the shop gave none.
    #[error("no member with the owner's address")]
    NoOwnerEmail,
    /// An email from the shop may not leave now.
    #[error("kept back: {0:?}")]
    KeptBack(KeptBack),
    /// The shop has as many webhooks as it may have.
    #[error("too many webhooks")]
    TooManyWebhooks,
    /// The shop released its emails a short time ago, and may do so again at this time.
    #[error("released a short time ago")]
    ReleasedRecently(Timestamp),
    /// Neither the file's format nor the call says whose products the numbers in the file are.
    #[error("the call must name the platform")]
    PlatformNeeded,
    /// Nothing can be undone: the import was a dry run, waits for its file, or was undone.
    #[error("nothing to undo")]
    NothingToUndo,
    /// This many of the imported reviews were decided about, answered or changed since.
    #[error("{0} reviews of the import were changed")]
    ImportTouched(u64),
    /// As many earlier secrets still work as may work at once. Another rotation would end the oldest, which works until
    /// this time.
    #[error("rotated recently, again from {0}")]
    RotatedRecently(Timestamp),
    /// The customer has no address for this channel.
    #[error("the customer has no address for {0:?}")]
    Unreachable(Channel),
    /// Storage, KMS, a queue or S3 does not answer or refuses at the moment; trying again later helps. The cause is for
    /// the log.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// A bug or a wrong configuration. The cause is for the log.
    #[error("internal: {0}")]
    Internal(String),
}

/// Why an email from a shop may not leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptBack {
    /// The recipient is suppressed.
    Suppressed,
    /// Too many of the shop's emails bounced or were marked as spam.
    Held,
    /// The operator paused sending.
    Paused,
}

/// Why a call of the Wix dialect is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The API key acts for neither a user nor an app.
    Initiator,
    /// The order is unknown.
    OrderNotFound,
    /// The order has no items that the buyer could review.
    OrderIsEmpty,
    /// The item with this index is not part of the order.
    NotOfOrder(usize),
    /// Only a cancelled request can be removed.
    NotCancelled,
    /// More requests would have to be read than one call may read.
    TooManyToCount {
        /// The limit.
        most: u32,
    },
    /// More requests match than one call can sort by anything but creation.
    TooManyToSort {
        /// The limit.
        most: u32,
    },
    /// More requests match than one call may cancel.
    TooManyToCancel {
        /// The limit.
        most: u32,
    },
    /// More reviews match than one call may change.
    TooManyToChange {
        /// The limit.
        most: u32,
    },
    /// The contact has reviewed the product.
    AlreadyReviewed,
    /// Only the author may change what a review says.
    OfAuthor,
    /// A review's product and author never change.
    Fixed(FixedField),
}

/// A field of a review that never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FixedField {
    /// The product.
    Product,
    /// The author's contact.
    Author,
}

impl From<store::table::Error> for Error {
    fn from(error: store::table::Error) -> Self {
        let cause = error.to_string();
        match error {
            store::table::Error::Unavailable(_) => Self::Unavailable(cause),
            store::table::Error::Refused(_) | store::table::Error::Layout(_) | store::table::Error::Unreadable(_) => {
                Self::Internal(cause)
            }
        }
    }
}

impl From<vault::Error> for Error {
    fn from(error: vault::Error) -> Self {
        let cause = error.to_string();
        match error {
            vault::Error::Unavailable(_) => Self::Unavailable(cause),
            vault::Error::Refused(_) | vault::Error::NotAuthentic | vault::Error::Cipher => Self::Internal(cause),
        }
    }
}

impl From<store::table::CommitError> for Error {
    fn from(error: store::table::CommitError) -> Self {
        match error {
            store::table::CommitError::Store(error) => error.into(),
            store::table::CommitError::Vault(error) => error.into(),
            // A use case handles the refusals that it expects. Any other refusal is a conflict with another change.
            store::table::CommitError::Refused(_) | store::table::CommitError::Conflict(_) => {
                Self::Unavailable("a conflicting change".to_owned())
            }
        }
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self::Internal(error.to_string())
    }
}
