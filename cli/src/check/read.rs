//! Reads the account: each call has a time limit, and an error says why it failed.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::time::Duration;

use aws_sdk_sts::error::{ProvideErrorMetadata, SdkError};
use tokio::time::timeout;

use crate::failure::reasons;

/// The time limit of a call, with the SDK's retries.
const LIMIT: Duration = Duration::from_secs(20);

pub type Read<T> = Result<T, Unread>;

#[derive(Debug, Clone)]
pub struct Unread {
    /// The call's IAM action.
    action: &'static str,
    code: Option<String>,
    words: String,
}

impl Unread {
    pub fn new(action: &'static str, code: Option<&str>, words: impl Into<String>) -> Self {
        Self { action, code: code.map(str::to_owned), words: words.into() }
    }

    /// Whether the error has this code, or one that ends with it.
    pub fn is(&self, code: &str) -> bool {
        self.code.as_ref().is_some_and(|own| own.ends_with(code))
    }

    pub const fn was_answered(&self) -> bool {
        self.code.is_some()
    }

    /// Whether AWS did not answer, but something that does not know the call, as `cargo dev`.
    pub fn is_elsewhere(&self) -> bool {
        ["InvalidAction", "UnknownOperationException"].iter().any(|code| self.is(code))
    }

    /// The command or permission with which the call would succeed.
    pub fn fix(&self) -> String {
        let denied = ["AccessDenied", "AccessDeniedException", "AuthorizationError", "UnauthorizedOperation"];
        if denied.iter().any(|code| self.is(code)) {
            format!("Allow {} to these credentials, or use others.", self.action)
        } else {
            "Run it once more. If it stays, see https://health.aws.amazon.com/health/status".to_owned()
        }
    }
}

impl Display for Unread {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { action, code, words } = self;
        match code {
            Some(code) => write!(f, "{action}: {code}: {words}"),
            None => write!(f, "{action}: {words}"),
        }
    }
}

pub async fn read<T, E>(action: &'static str, call: impl Future<Output = Result<T, SdkError<E>>>) -> Read<T>
where
    E: ProvideErrorMetadata + Error + 'static,
{
    match timeout(LIMIT, call).await {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(error)) => match error.code() {
            Some(code) => Err(Unread::new(action, Some(code), error.message().unwrap_or("no reason is given"))),
            None => Err(Unread::new(action, None, reasons(&error))),
        },
        Err(_) => Err(Unread::new(action, None, format!("no answer within {} seconds", LIMIT.as_secs()))),
    }
}
