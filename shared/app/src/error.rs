//! The one error of all use cases, and what callers are told about it.

use std::borrow::Cow;
use std::fmt;

use domain::request::{NotSendable, Quota};
use domain::values::{Channel, MemberRefusal, RequestId};
use jiff::Timestamp;
use store::table::CommitError;

/// Declares errors: each a variant with the status, the code and the sentence that a caller gets.
macro_rules! errors {
    (
        $(#[$about:meta])* $name:ident;
        $($(#[$doc:meta])* $variant:ident $(($value:ident: $type:ty))? $({ $field:ident: $field_type:ty })?
            = $told:expr;)+
    ) => {
        $(#[$about])*
        pub enum $name {
            $($(#[$doc])* $variant $(($type))? $({ $field: $field_type })?,)+
        }

        impl $name {
            /// What a caller is told.
            #[expect(unused_variables, reason = "most sentences name no value")]
            pub fn told(&self) -> Told {
                match self {
                    $(Self::$variant $(($value))? $({ $field })? => $told.into(),)+
                }
            }
        }
    };
}

errors! {
    /// Why a use case did nothing. An error loses nothing that was acknowledged.
    #[derive(Debug)]
    Error;

    Unauthenticated = (401, "unauthorized", "Missing or invalid API key; send it as Authorization: Bearer <key>.");
    MissingScope(scope: &'static str) = (403, "forbidden", format!("Use an API key with the scope {scope}."));
    NotFound = (404, "not_found", NOTHING);
    /// An earlier request, whose link still works, prevents this one by the dialect's rule. Its id may be unknown.
    Duplicate { earlier: Option<RequestId> } = (409, "duplicate_request", format!(
        "{} for the same email and order is still active; use it, or cancel it first.",
        earlier.map_or_else(|| "An earlier request".to_owned(), |id| format!("Request {id}"))));
    RateLimited(quota: Quota) = (429, "rate_limited",
        "Too many requests; wait as long as Retry-After says, then send the rest.");
    /// The shop has used up its calls for now.
    TooManyCalls { wait_s: i64 } = (429, "rate_limited",
        "Your shop makes too many calls; wait as long as Retry-After says, then make fewer a second.");
    IdempotencyKeyReused = (422, "idempotency_key_reused",
        "This Idempotency-Key was used with another body; use a new key for a new call.");
    NotSendable(why: NotSendable) = match why {
        NotSendable::Sent => (409, "already_sent", "This request was already sent; create a new one to ask again."),
        NotSendable::Completed => (409, "already_completed",
            "Everything in this request is reviewed; there is nothing to ask."),
        NotSendable::Cancelled => (409, "request_cancelled", "This request was cancelled; create a new one."),
        NotSendable::Expired => (409, "request_expired", "This request's link has expired; create a new one."),
        NotSendable::Failed => (409, "request_failed",
            "The email provider rejected this request's email; create a new one with a working address."),
        NotSendable::Skipped => (409, "request_stopped", "This request must not be sent; its timeline says why."),
        NotSendable::NoRecipient => (409, "no_recipient",
            "The recipient's address is unknown; make the contact a customer first."),
    };
    /// A call that only the Wix dialect offers.
    Refused(refusal: Refusal) = refusal.told();
    /// Only the first rows, this many, can be reached by page numbers.
    PageTooFar { rows: u64 } = (422, "invalid_page",
        format!("`page` reaches the first {rows} rows; follow `next_page_url` to go further."));
    /// A GET has a parameter that its route lacks. A filter that is ignored would widen the answer.
    UnknownParameter(name: String) = (422, "unknown_parameter",
        format!("This call has no parameter `{name}`; correct the name, or leave it out."));
    SlugTaken = (409, "slug_taken",
        "Another location has this slug; choose another, or omit it to have one generated.");
    LinkTooShort = (422, "invalid_delay_days", "The link would expire before its message leaves; shorten the delay.");
    SmsOff = (422, "sms_off",
        "No SMS leaves here, because the operator's SmsMonthlySegments is 0; ask by email, or ask the operator.");
    NotLiftable = (409, "not_liftable",
        "This person unsubscribed, replied STOP or complained. Only they can undo that.");
    TooManyKeys = (409, "too_many_keys", "The shop has 20 keys; delete one that is not used any more, then try again.");
    LastKey = (409, "last_key", "No other key can make or delete keys; make one with the scope keys:manage first.");
    Members(refusal: MemberRefusal) = match refusal {
        MemberRefusal::Twice => (409, "member_exists", "This address is a member already."),
        MemberRefusal::TooMany => (409, "too_many_members", "The shop has 50 members; remove one, then try again."),
        MemberRefusal::Unknown => (404, "not_found", NOTHING),
        MemberRefusal::LastOwner => (409, "last_owner",
            "The shop needs an owner; make another member an owner first."),
    };
    RevisionConflict = (412, "revision_conflict",
        "The review has changed since you read it; read it again, then decide.");
    NoPendingEdit = (409, "no_pending_edit",
        "No edit of this review waits; omit `edit` to withhold the review itself.");
    OfInsider = (409, "of_insider", "The author of this review works for the shop, so nobody can publish it.");
    OfConnection = (409, "of_connection",
        "The shop's connected system reports this; change it there, or disconnect the system first.");
    /// A product is named as its own main product, or one of its members is.
    OfItself = (422, "of_itself",
        "`of` names this product, or one that belongs to it; name another product, or take those out first.");
    GroupFull = (422, "group_full", "A product and all that belong to it are at most 90; name another one.");
    TooManyWebhooks = (409, "too_many_webhooks",
        "A shop has at most ten webhooks; delete one, or change its URL or events.");
    ReleasedRecently(again_at: Timestamp) = (409, "released_recently", format!(
        "You released your emails within the last 7 days; you can again from {again_at:.0}. Until then they leave when \
         `until` is over, or ask the operator."));
    PlatformNeeded = (422, "platform_needed",
        "Product ids in this file are numbers; say with `platform` whether they are shopify's or woocommerce's.");
    NothingToUndo = (409, "nothing_to_undo",
        "Nothing of this import can be undone: it was a dry run, waits for its file, or was undone.");
    ImportTouched(count: u64) = (409, "import_touched", format!(
        "{count} reviews of this import were decided about, answered or changed since; remove what is wrong one by \
         one."));
    /// Another rotation would end the oldest secret, which works until this time.
    RotatedRecently(until: Timestamp) = (409, "rotated_recently",
        format!("The secret was replaced, and a secret before it still works; it can be replaced again from \
            {until:.0}."));
    /// The code with which a shop's plug-in connects is wrong, used or too old, or is not this plug-in's.
    InvalidGrant = (400, "invalid_grant",
        "This code is wrong, was used, or is older than ten minutes; press Connect in your shop again.");
    NotConnected = (404, "not_found",
        "WooCommerce is not connected; install Afterword's plug-in in your shop, and press Connect there.");
    /// The call has the key of a connection, but comes from a copy of its shop, or from its new address.
    OtherShop = (409, "other_shop",
        "This shop is not the one that was connected; if it has moved, an owner takes its new address in the console, \
         under Settings, Orders.");
    /// The customer has no address for this channel.
    Unreachable(channel: Channel) = (409, "no_address", match channel {
        Channel::Email => "This customer has no email address. Add one, or use another channel.",
        Channel::Sms => "This customer has no phone number. Add one, or use another channel.",
    });
    /// Storage, KMS, a queue or S3 does not answer or refuses at the moment. The cause is for the log.
    Unavailable(cause: String) = (503, "unavailable", TRY_AGAIN);
    /// A shop's rows were too busy: DynamoDB throttled a call, or each try met another change. The same work may succeed
    /// after seconds. The cause is for the log.
    Busy(cause: String) = (503, "unavailable", TRY_AGAIN);
    /// A bug or a wrong configuration. The cause is for the log.
    Internal(cause: String) = (500, "internal",
        "Something went wrong on our side; quote the X-Request-Id when you report it.");
}

errors! {
    /// Why a call of the Wix dialect is refused. The codes are Wix', in lower case.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    Refusal;

    Initiator = (428, "initiator_identity_not_supported",
        "Use an API key of an app or of a user: a visitor or a member can't ask for reviews.");
    OrderNotFound = (428, "order_not_found", "Unknown order. PUT it to /api/v1/orders/{id} first.");
    OrderIsEmpty = (428, "order_is_empty", "The order has nothing to review: no line has a catalog item.");
    /// The item with this index.
    NotOfOrder(index: usize) = (400, "invalid_argument",
        "This item is not in the order; choose items of the order, or omit the order.");
    NotCancelled = (428, "review_request_not_canceled",
        "Only a canceled review request can be deleted; cancel it first.");
    TooManyToCount { most: u32 } = (428, "too_many_to_count",
        format!("More than {most} would be searched; narrow createdDate or id."));
    TooManyToSort { most: u32 } = (400, "too_many_to_sort",
        format!("At most {most} can be sorted or skipped this way; narrow createdDate, or sort by it."));
    TooManyToCancel { most: u32 } = (428, "too_many_to_cancel",
        format!("One call cancels at most {most} review requests; narrow the filter."));
}

impl fmt::Display for Error {
    /// For logs: the code, and the cause if there is one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.told().code;
        match self {
            Self::Unavailable(cause) | Self::Busy(cause) | Self::Internal(cause) => write!(f, "{code}: {cause}"),
            _ => f.write_str(code),
        }
    }
}

impl std::error::Error for Error {}

/// What a caller is told about an error. A dialect lists only what it says otherwise.
#[derive(Debug)]
pub struct Told {
    pub status: u16,
    /// The native API's code. Other APIs have their own spelling or codes.
    pub code: &'static str,
    /// One sentence that says what to do. It quotes neither the body nor a cause.
    pub sentence: Cow<'static, str>,
}

impl<S: Into<Cow<'static, str>>> From<(u16, &'static str, S)> for Told {
    fn from((status, code, sentence): (u16, &'static str, S)) -> Self {
        Self { status, code, sentence: sentence.into() }
    }
}

const NOTHING: &str = "Nothing has this id.";
const TRY_AGAIN: &str = "Try again in a few seconds, with the same Idempotency-Key.";

impl From<store::table::Error> for Error {
    fn from(error: store::table::Error) -> Self {
        let cause = error.to_string();
        match error {
            store::table::Error::Throttled(_) => Self::Busy(cause),
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

/// The most tries. With forty, forty callers can change one item at the same moment, although each has to wait for the
/// others. The pauses add up to 12 seconds at most; API Gateway waits for 30.
pub const TRIES_MAX: u32 = 40;

pub enum TryError<E> {
    /// Another change came first and nothing was written: load and decide again.
    Conflict,
    /// Another try would not help.
    Failed(E),
}

/// Runs a block again until it ends without a conflict, at most [`TRIES_MAX`] times, with random pauses that grow. The
/// block is async and returns a `Result<T, TryError<E>>`. The macro returns a `Result<T, E>`, with
/// [`Error::Busy`] if every try met a conflict.
///
/// This is a macro and not a function, because axum's handlers must be `Send`, and the compiler cannot prove that for
/// async closures that borrow.
#[macro_export]
macro_rules! retry {
    ($store:expr, { $($attempt:tt)* }) => {
        'tries: {
            for tried in 0..$crate::error::TRIES_MAX {
                match $crate::error::attempt(async { $($attempt)* }).await {
                    Ok(done) => break 'tries Ok(done),
                    Err($crate::error::TryError::Failed(error)) => break 'tries Err(error),
                    Err($crate::error::TryError::Conflict) => $store.pause(tried).await,
                }
            }
            Err($crate::error::exhausted().into())
        }
    };
}
pub use retry;

/// Gives the block of [`retry!`] its type.
pub fn attempt<T, E, F: Future<Output = Result<T, TryError<E>>>>(attempt: F) -> F {
    attempt
}

/// The error if every try met a conflict.
pub fn exhausted() -> Error {
    Error::Busy(format!("{TRIES_MAX} conflicts in a row"))
}

impl<E: From<Error>> From<CommitError> for TryError<E> {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Refused(_) | CommitError::Conflict(_) => Self::Conflict,
            CommitError::Store(error) => error.into(),
            CommitError::Vault(error) => error.into(),
        }
    }
}

impl<E: From<Error>> From<Error> for TryError<E> {
    fn from(error: Error) -> Self {
        Self::Failed(error.into())
    }
}

impl<E: From<Error>> From<store::table::Error> for TryError<E> {
    fn from(error: store::table::Error) -> Self {
        Error::from(error).into()
    }
}

impl<E: From<Error>> From<vault::Error> for TryError<E> {
    fn from(error: vault::Error) -> Self {
        Error::from(error).into()
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    /// Stands for the store: it counts pauses instead of making them.
    struct Pauses(u32);

    impl Pauses {
        async fn pause(&mut self, tried: u32) {
            assert_eq!(tried, self.0);
            self.0 += 1;
        }
    }

    /// Runs an attempt that first meets this many conflicts. Also returns the number of tries.
    fn run(conflicts: u32, then: fn() -> Result<(), TryError<Error>>) -> (Result<(), Error>, u32) {
        let mut pauses = Pauses(0);
        let retried = async {
            let mut tries = 0;
            let result = retry!(pauses, {
                tries += 1;
                if tries > conflicts { then() } else { Err(TryError::Conflict) }
            });
            (result, tries)
        };
        let run = match pin!(retried).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(run) => run,
            Poll::Pending => panic!("nothing in it waits"),
        };
        assert_eq!(pauses.0, conflicts.min(TRIES_MAX), "a pause after each conflict");
        run
    }

    #[test]
    fn conflicts_alone_are_tried_again_as_often_as_allowed() {
        assert!(matches!(run(0, || Ok(())), (Ok(()), 1)));
        assert!(matches!(run(2, || Ok(())), (Ok(()), 3)));
        assert!(matches!(run(TRIES_MAX, || Ok(())), (Err(Error::Busy(_)), TRIES_MAX)));
        assert!(matches!(run(1, || Err(Error::NotFound.into())), (Err(Error::NotFound), 2)));
    }
}
