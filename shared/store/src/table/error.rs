//! The errors of reads, writes and transactions of the table.

use aws_sdk_dynamodb::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use domain::values::{Id, Kind};

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A partition or the table has no units left. A retry after seconds may help.
    #[error("DynamoDB throttles: {0}")]
    Throttled(String),
    /// DynamoDB did not answer, or failed. A retry may help.
    #[error("DynamoDB is unavailable: {0}")]
    Unavailable(String),
    /// DynamoDB rejected the call, because of a missing permission, a missing table or a bug of ours.
    #[error("DynamoDB rejected the call: {0}")]
    Refused(String),
    /// The table has another layout than this version of the code.
    #[error("the table has layout {0}, which this version of the code cannot read: deploy it into a new stack")]
    Layout(u32),
    /// An item could not be decoded, or a sealed field of it could not be opened.
    #[error("an item cannot be decoded: {0}")]
    Unreadable(String),
}

impl<E> From<SdkError<E>> for Error
where
    E: std::error::Error + ProvideErrorMetadata + 'static,
{
    fn from(error: SdkError<E>) -> Self {
        // Only the error's code, because messages and dumps of requests can quote keys and values.
        let code = error.code().map(ToOwned::to_owned);
        match &error {
            SdkError::ServiceError(answer) if answer.raw().status().is_client_error() => {
                let code = code.unwrap_or_default();
                let is_one_of = |names: &[&str]| names.iter().any(|name| code.contains(name));
                if is_one_of(&["Throttl", "ProvisionedThroughput", "RequestLimit"]) {
                    Self::Throttled(code)
                } else if is_one_of(&["InProgress", "Conflict"]) {
                    Self::Unavailable(code)
                } else {
                    Self::Refused(code)
                }
            }
            SdkError::ServiceError(_) => Self::Unavailable(code.unwrap_or_default()),
            _ => Self::Unavailable(DisplayErrorContext(&error).to_string()),
        }
    }
}

impl From<serde_dynamo::Error> for Error {
    fn from(error: serde_dynamo::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}

impl From<domain::values::Invalid> for Error {
    fn from(domain::values::Invalid(rule): domain::values::Invalid) -> Self {
        Self::Unreadable(rule.to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The request's id is taken, or the request changed since it was read.
    Request,
    /// The request that is being renewed changed since it was read.
    Original,
    /// Another request of the same customer and order has the uniqueness key.
    UniquenessKey,
    /// Another request of a customer who is asked once was made meanwhile.
    CustomerUniquenessKey,
    /// A reply is already stored under the idempotency key.
    Idempotency,
    /// Another call took the slot of the rate limit.
    Slot,
    Suppression,
    /// The address or number belongs to another customer.
    Customer,
    /// The slug belongs to another location.
    Slug,
    /// The month's SMS segments are used up.
    Spend,
    /// The photo's slot is taken, or its photo changed since it was read.
    Photo,
    /// The review changed since it was read.
    Review,
    /// The tenant's endpoints changed since they were read.
    Webhooks,
    /// The id of the event is taken.
    Event,
    /// The review was imported before.
    Imported,
    /// The import was saved by another run, or undone, since it was read.
    Import,
    /// The tenant's API keys changed since they were read.
    Keys,
    /// The shop's own words changed since they were read.
    OwnWords,
    /// The tenant's settings changed since they were read.
    Settings,
    /// The recent messages to the person changed since they were read.
    RecentMessages,
    /// The connection to the shop's system changed since it was read.
    Integration,
    /// Another run did the step of the reading of a shop.
    Reading,
    /// Another run wrote the stars of a shop, or the shop switched them off.
    Stars,
    /// The notification changed since it was read, or another has taken its place.
    Notification,
    /// The shop's emails are suspended already, or were released since the suspension was read.
    Suspension,
    /// The shop's members changed since they were read.
    Members,
    /// The sign-in was used, or has ended.
    SignIn,
    /// The shop's own sender changed since it was read, or another shop has the domain.
    Sender,
    /// The stored order is later, or of a connected system.
    Order,
    /// A product's place in a group changed since it was read.
    Group,
    Other,
}

impl Part {
    /// The attribute that names the owner in the item that made the condition fail.
    pub(super) fn owner(self) -> Option<&'static str> {
        match self {
            Self::UniquenessKey => Some("request_id"),
            Self::Customer => Some("customer"),
            _ => None,
        }
    }
}

/// A condition that was not met; nothing was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused {
    pub part: Part,
    /// The id of the owner: the request that has the uniqueness key, or the customer who has the address or number.
    pub owner: Option<u64>,
}

#[derive(Debug, thiserror::Error)]
pub enum CommitError {
    /// Conditions were not met; nothing was written.
    #[error("conditions did not hold: {0:?}")]
    Refused(Vec<Refused>),
    /// Other transactions were changing these parts at that moment; nothing was written. The caller must read again,
    /// because the right change depends on whether those transactions succeed.
    #[error("{0:?} being changed by other transactions")]
    Conflict(Vec<Part>),
    #[error(transparent)]
    Store(#[from] Error),
    #[error(transparent)]
    Vault(#[from] vault::Error),
}

impl CommitError {
    pub fn refused(&self, part: Part) -> bool {
        matches!(self, Self::Refused(refused) if refused.iter().any(|refused| refused.part == part))
    }
}

impl Refused {
    /// The id of the request or customer that has the uniqueness key, the address or the number.
    pub fn owned_by<K: Kind>(&self) -> Option<Id<K>> {
        self.owner.and_then(Id::new)
    }
}
