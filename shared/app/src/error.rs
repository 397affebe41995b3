//! The one error of all use cases, and what callers are told about it.

use std::borrow::Cow;

use domain::request::{NotSendable, Quota};
use domain::values::{Channel, MemberRefusal, RequestId};
use jiff::Timestamp;
use store::table::CommitError;

/// Declares the errors: each a variant beside its text for logs and what a caller is told about it.
macro_rules! errors {
    (
        $(#[$about:meta])* $name:ident;
        $($(#[$doc:meta])* $variant:ident $(($value:ident: $type:ty))? $({ $field:ident: $field_type:ty })? => $told:expr;)+
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
                    $(Self::$variant $(($value))? $({ $field })? => $told,)+
                }
            }
        }
    };
}

errors! {
    /// Why a use case did nothing. An error loses nothing that was acknowledged.
    #[derive(Debug, thiserror::Error)]
    Error;

    #[error("missing or invalid API key")]
    Unauthenticated => told(401, "unauthorized", "Missing or invalid API key; send it as Authorization: Bearer <key>.");
    #[error("the key lacks the scope {0}")]
    MissingScope(scope: &'static str) => told(403, "forbidden", format!("Use an API key with the scope {scope}."));
    #[error("not found")]
    NotFound => told(404, "not_found", NOTHING);
    /// An earlier request, whose link still works, prevents this one by the dialect's rule. Its id may be unknown.
    #[error("duplicate request")]
    Duplicate { earlier: Option<RequestId> } => {
        let which = earlier.map_or_else(|| "An earlier request".to_owned(), |id| format!("Request {id}"));
        conflict(
            "duplicate_request",
            format!("{which} for the same email and order is still active; use it, or cancel it first."),
        )
    };
    #[error("the rate limit is reached")]
    RateLimited(quota: Quota) => told(
        429,
        "rate_limited",
        "Too many requests; wait as long as Retry-After says, then send the rest.",
    );
    /// The shop has used up its calls for now.
    #[error("the shop made too many calls")]
    TooManyCalls { wait_s: i64 } => told(
        429,
        "rate_limited",
        "Your shop makes too many calls; wait as long as Retry-After says, then make fewer a second.",
    );
    #[error("the idempotency key was used for another body")]
    IdempotencyKeyReused => told(
        422,
        "idempotency_key_reused",
        "This Idempotency-Key was used with another body; use a new key for a new call.",
    );
    #[error("not sendable: {0:?}")]
    NotSendable(why: NotSendable) => not_sendable(*why);
    /// A call that only the Wix dialect offers.
    #[error("refused: {0:?}")]
    Refused(refusal: Refusal) => refusal.told();
    /// Only the first rows, this many, can be reached by page numbers.
    #[error("the page is too far into the list")]
    PageTooFar { rows: u64 } => told(
        422,
        "invalid_page",
        format!("`page` reaches the first {rows} rows; follow `next_page_url` to go further."),
    );
    /// A GET has a parameter that its route lacks. A filter that is ignored would widen the answer.
    #[error("unknown parameter")]
    UnknownParameter(name: String) => told(
        422,
        "unknown_parameter",
        format!("This call has no parameter `{name}`; correct the name, or leave it out."),
    );
    #[error("the slug is taken")]
    SlugTaken => conflict(
        "slug_taken",
        "Another location has this slug; choose another, or omit it to have one generated.",
    );
    #[error("the link would expire before its message leaves")]
    LinkTooShort => told(
        422,
        "invalid_delay_days",
        "The link would expire before its message leaves; shorten the delay.",
    );
    #[error("the installation sends no SMS")]
    SmsOff => told(
        422,
        "sms_off",
        "No SMS leaves here, because the operator's SmsMonthlySegments is 0; ask by email, or ask the operator.",
    );
    #[error("not liftable")]
    NotLiftable => conflict(
        "not_liftable",
        "This person unsubscribed, replied STOP or complained. Only they can undo that.",
    );
    #[error("too many keys")]
    TooManyKeys => conflict(
        "too_many_keys",
        "The shop has 20 keys; delete one that is not used any more, then try again.",
    );
    #[error("the last key that manages keys")]
    LastKey => conflict("last_key", "No other key can make or delete keys; make one with the scope keys:manage first.");
    #[error("members: {0:?}")]
    Members(refusal: MemberRefusal) => match refusal {
        MemberRefusal::Twice => conflict("member_exists", "This address is a member already."),
        MemberRefusal::TooMany => conflict("too_many_members", "The shop has 50 members; remove one, then try again."),
        MemberRefusal::Unknown => told(404, "not_found", NOTHING),
        MemberRefusal::LastOwner => {
            conflict("last_owner", "The shop needs an owner; make another member an owner first.")
        }
    };
    #[error("the review has another revision")]
    RevisionConflict => told(
        412,
        "revision_conflict",
        "The review has changed since you read it; read it again, then decide.",
    );
    #[error("no edit of the review waits")]
    NoPendingEdit => conflict(
        "no_pending_edit",
        "No edit of this review waits; omit `edit` to withhold the review itself.",
    );
    #[error("the review is by somebody who works for the shop")]
    OfInsider => conflict(
        "of_insider",
        "The author of this review works for the shop, so nobody can publish it.",
    );
    #[error("a connected system's order or product")]
    OfConnection => conflict(
        "of_connection",
        "The shop's connected system reports this; change it there, or disconnect the system first.",
    );
    #[error("a product of itself")]
    OfItself => told(
        422,
        "of_itself",
        "`of` names this product, or one that belongs to it; name another product, or take those out first.",
    );
    #[error("the group is full")]
    GroupFull => told(422, "group_full", "A product and all that belong to it are at most 90; name another one.");
    #[error("too many webhooks")]
    TooManyWebhooks => conflict(
        "too_many_webhooks",
        "A shop has at most ten webhooks; delete one, or change its URL or events.",
    );
    #[error("released a short time ago")]
    ReleasedRecently(again_at: Timestamp) => conflict(
        "released_recently",
        format!(
            "You released your emails within the last 7 days; you can again from {again_at:.0}. Until then they leave \
             when `until` is over, or ask the operator."
        ),
    );
    #[error("the call must name the platform")]
    PlatformNeeded => told(
        422,
        "platform_needed",
        "Product ids in this file are numbers; say with `platform` whether they are shopify's or woocommerce's.",
    );
    #[error("nothing to undo")]
    NothingToUndo => conflict(
        "nothing_to_undo",
        "Nothing of this import can be undone: it was a dry run, waits for its file, or was undone.",
    );
    #[error("{0} reviews of the import were changed")]
    ImportTouched(count: u64) => conflict(
        "import_touched",
        format!(
            "{count} reviews of this import were decided about, answered or changed since; remove what is wrong one \
             by one."
        ),
    );
    /// Another rotation would end the oldest secret, which works until this time.
    #[error("rotated recently, again from {0}")]
    RotatedRecently(until: Timestamp) => conflict(
        "rotated_recently",
        format!("The secret was replaced, and a secret before it still works; it can be replaced again from {until:.0}."),
    );
    /// The code with which a shop's plug-in connects is wrong, used or too old, or is not this plug-in's.
    #[error("the code does not connect the shop")]
    InvalidGrant => told(
        400,
        "invalid_grant",
        "This code is wrong, was used, or is older than ten minutes; press Connect in your shop again.",
    );
    #[error("the shop's plug-in is not connected")]
    NotConnected => told(
        404,
        "not_found",
        "WooCommerce is not connected; install Afterword's plug-in in your shop, and press Connect there.",
    );
    /// The call has the key of a connection, but comes from a copy of its shop, or from its new address.
    #[error("the call comes from another shop")]
    OtherShop => conflict(
        "other_shop",
        "This shop is not the one that was connected; if it has moved, an owner takes its new address in the console, \
         under Connections.",
    );
    #[error("the customer has no address for {0:?}")]
    Unreachable(channel: Channel) => conflict("no_address", match channel {
        Channel::Email => "This customer has no email address. Add one, or use another channel.",
        Channel::Sms => "This customer has no phone number. Add one, or use another channel.",
    });
    /// Storage, KMS, a queue or S3 does not answer or refuses at the moment. The cause is for the log.
    #[error("unavailable: {0}")]
    Unavailable(cause: String) => told(503, "unavailable", TRY_AGAIN);
    /// A shop's rows were too busy: DynamoDB throttled a call, or each try met another change. The same work may succeed
    /// after seconds. The cause is for the log.
    #[error("unavailable: {0}")]
    Busy(cause: String) => told(503, "unavailable", TRY_AGAIN);
    /// A bug or a wrong configuration. The cause is for the log.
    #[error("internal: {0}")]
    Internal(cause: String) => told(
        500,
        "internal",
        "Something went wrong on our side; quote the X-Request-Id when you report it.",
    );
}

errors! {
    /// Why a call of the Wix dialect is refused. The codes are Wix', in lower case.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    Refusal;

    Initiator => told(
        428,
        "initiator_identity_not_supported",
        "Use an API key of an app or of a user: a visitor or a member can't ask for reviews.",
    );
    OrderNotFound => told(428, "order_not_found", "Unknown order. PUT it to /api/v1/orders/{id} first.");
    OrderIsEmpty => told(428, "order_is_empty", "The order has nothing to review: no line has a catalog item.");
    /// The item with this index.
    NotOfOrder(index: usize) => told(
        400,
        "invalid_argument",
        "This item is not in the order; choose items of the order, or omit the order.",
    );
    NotCancelled => told(
        428,
        "review_request_not_canceled",
        "Only a canceled review request can be deleted; cancel it first.",
    );
    TooManyToCount { most: u32 } => told(
        428,
        "too_many_to_count",
        format!("More than {most} would be searched; narrow createdDate or id."),
    );
    TooManyToSort { most: u32 } => told(
        400,
        "too_many_to_sort",
        format!("At most {most} can be sorted or skipped this way; narrow createdDate, or sort by it."),
    );
    TooManyToCancel { most: u32 } => told(
        428,
        "too_many_to_cancel",
        format!("One call cancels at most {most} review requests; narrow the filter."),
    );
}

fn not_sendable(why: NotSendable) -> Told {
    let (code, sentence) = match why {
        NotSendable::Sent => ("already_sent", "This request was already sent; create a new one to ask again."),
        NotSendable::Completed => {
            ("already_completed", "Everything in this request is reviewed; there is nothing to ask.")
        }
        NotSendable::Cancelled => ("request_cancelled", "This request was cancelled; create a new one."),
        NotSendable::Expired => ("request_expired", "This request's link has expired; create a new one."),
        NotSendable::Failed => (
            "request_failed",
            "The email provider rejected this request's email; create a new one with a working address.",
        ),
        NotSendable::Skipped => ("request_stopped", "This request must not be sent; its timeline says why."),
        NotSendable::NoRecipient => {
            ("no_recipient", "The recipient's address is unknown; make the contact a customer first.")
        }
    };
    conflict(code, sentence)
}

/// What a caller is told about an error. A dialect lists only what it says otherwise.
#[derive(Debug)]
pub struct Told {
    pub status: u16,
    /// The native API's code. Other APIs have their own spelling or codes.
    pub code: &'static str,
    /// One sentence that says what to do. It quotes neither the body nor a cause.
    pub sentence: Cow<'static, str>,
}

fn told(status: u16, code: &'static str, sentence: impl Into<Cow<'static, str>>) -> Told {
    Told { status, code, sentence: sentence.into() }
}

fn conflict(code: &'static str, sentence: impl Into<Cow<'static, str>>) -> Told {
    told(409, code, sentence)
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
