//! What can go wrong between a function and its table.

use aws_sdk_dynamodb::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};

/// Why the table could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No answer, throttled, or a fault of the service: trying again may help.
    #[error("DynamoDB is out of reach: {0}")]
    Unavailable(String),
    /// DynamoDB refused the call itself: permissions, a missing table, a fault of ours.
    #[error("DynamoDB refused the call: {0}")]
    Refused(String),
    /// An item that this version cannot read.
    #[error("an item of the table cannot be read: {0}")]
    Unreadable(String),
}

impl<E> From<SdkError<E>> for Error
where
    E: std::error::Error + ProvideErrorMetadata + 'static,
{
    fn from(error: SdkError<E>) -> Self {
        // The code alone: messages and request dumps can quote keys and values.
        let code = error.code().map(ToOwned::to_owned);
        match &error {
            SdkError::ServiceError(answer) if answer.raw().status().is_client_error() => {
                let code = code.unwrap_or_default();
                let passing = ["Throttl", "ProvisionedThroughput", "RequestLimit", "InProgress", "Conflict"];
                if passing.iter().any(|word| code.contains(word)) {
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

impl From<domain::Invalid> for Error {
    fn from(domain::Invalid(rule): domain::Invalid) -> Self {
        Self::Unreadable(rule.to_owned())
    }
}
