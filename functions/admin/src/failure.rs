//! A failure as Lambda returns it to the caller.

use domain::values::Invalid;
use lambda_runtime::Diagnostic;

/// Why an operation failed. Lambda returns the sentence as `errorMessage` and the kind as `errorType`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    #[error("{0}")]
    Invalid(String),
    #[error("{0}")]
    NotFound(String),
    /// The present state does not allow the operation.
    #[error("{0}")]
    Conflict(String),
    /// A dependency does not answer; the caller should retry later.
    #[error("{0}")]
    Unavailable(String),
    /// A bug or a wrong configuration.
    #[error("{0}")]
    Internal(String),
}

impl Failure {
    /// The kind, in one word.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "invalid",
            Self::NotFound(_) => "not_found",
            Self::Conflict(_) => "conflict",
            Self::Unavailable(_) => "unavailable",
            Self::Internal(_) => "internal",
        }
    }
}

impl From<Failure> for Diagnostic {
    fn from(failure: Failure) -> Self {
        Self { error_type: failure.kind().to_owned(), error_message: failure.to_string() }
    }
}

impl From<Invalid> for Failure {
    fn from(Invalid(rule): Invalid) -> Self {
        Self::Invalid(rule.to_owned())
    }
}

impl From<app::error::Error> for Failure {
    fn from(error: app::error::Error) -> Self {
        match error {
            app::error::Error::NotFound => {
                Self::NotFound("There is no such shop: `afterword shops create` creates it.".to_owned())
            }
            app::error::Error::Unavailable(cause) | app::error::Error::Busy(cause) => {
                Self::Unavailable(format!("The table, KMS or a queue does not answer; try again later: {cause}."))
            }
            error => Self::Internal(format!("This is a bug or a wrong configuration: {error}.")),
        }
    }
}

impl From<vault::Error> for Failure {
    fn from(error: vault::Error) -> Self {
        app::error::Error::from(error).into()
    }
}

impl From<store::table::Error> for Failure {
    fn from(error: store::table::Error) -> Self {
        app::error::Error::from(error).into()
    }
}
