//! The error of reads and writes of the table.

use aws_sdk_dynamodb::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};

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
