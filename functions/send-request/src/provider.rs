//! What the email and the SMS provider have in common: a message's tags, and the ways in which sending fails.

use std::error::Error as _;
use std::time::Duration;

use app::message::TaggedMessage;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::timeout::TimeoutConfig;
use domain::values::Tenant;
use hyper_util::client::legacy;

/// How long a provider may take to answer.
pub const ANSWER_WITHIN: Duration = Duration::from_secs(8);

/// The timeouts of a provider's client: one attempt has the time of the whole call.
///
/// Both are set, because otherwise the functions' setting would apply to the attempt: it would end after three seconds,
/// and an email that SES accepts after five would be sent again.
pub fn timeouts() -> TimeoutConfig {
    TimeoutConfig::builder().operation_attempt_timeout(ANSWER_WITHIN).operation_timeout(ANSWER_WITHIN).build()
}

/// The reason for a message that was certainly not sent, because no connection was opened.
pub const NOT_CONNECTED: &str = "not connected";

/// Whether no connection was opened (refused, timed out, no address), so that nothing reached the provider.
pub fn never_connected<E, R>(error: &SdkError<E, R>) -> bool {
    let SdkError::DispatchFailure(failure) = error else { return false };
    let mut cause = failure.as_connector_error().and_then(|error| error.source());
    while let Some(error) = cause {
        if let Some(error) = error.downcast_ref::<legacy::Error>() {
            return error.is_connect();
        }
        cause = error.source();
    }
    false
}

/// The tags that identify a message in its provider's events.
#[derive(Debug, Clone, Copy)]
pub struct Tags<'a> {
    pub tenant: &'a Tenant,
    /// The kind of message, with its id.
    pub of: TaggedMessage,
    /// The number of earlier attempts with an unknown outcome.
    pub attempt: u32,
    /// The blind index of the recipient's address or number. An SMS does not have this tag, because its events name the
    /// number, and an SMS has at most five tags.
    pub recipient: &'a str,
    /// The number of the reminder; 0 for any other message. An SMS does not have this tag either.
    pub reminder: u8,
}

impl Tags<'_> {
    /// An email's tags as names and values. The template's rule `MailSent` matches `reminder`.
    pub fn of_email(self) -> Vec<(&'static str, String)> {
        let mut pairs = self.pairs();
        pairs.push(("recipient", self.recipient.to_owned()));
        // SES writes it into the header `Feedback-ID`, so that mailbox providers count each shop's complaints apart.
        pairs.push(("ses:feedback-id-a", self.tenant.id.as_str().to_owned()));
        if self.reminder > 0 {
            pairs.push(("reminder", self.reminder.to_string()));
        }
        pairs
    }

    /// The tags as names and values, except those that only emails have.
    pub fn pairs(self) -> Vec<(&'static str, String)> {
        let Self { tenant, of, attempt, recipient: _, reminder: _ } = self;
        let mut pairs = vec![
            ("tenant", tenant.id.as_str().to_owned()),
            ("mode", tenant.mode.as_str().to_owned()),
            ("attempt", attempt.to_string()),
        ];
        match of {
            TaggedMessage::Step { request, step } => {
                pairs.extend([("request", request.to_string()), ("step", step.to_string())]);
            }
            TaggedMessage::Notification(name) => pairs.push(("letter", name.to_string())),
        }
        pairs
    }
}

/// Why a message was not accepted, as far as is known.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// No connection was opened. The message was not accepted, and this is not counted as an attempt.
    #[error("not connected")]
    NotConnected,
    /// The provider does not send at present. The message was not accepted, and this is not counted as an attempt.
    #[error("throttled: {0}")]
    Throttled(String),
    /// A rejection whose reason may be the account or the recipient. The message was not accepted.
    #[error("refused: {0}")]
    Ambiguous(String),
    /// The provider is at its rate limit, and accepts messages later. The message was not accepted, and this is not
    /// counted as an attempt.
    #[error("full: {0}")]
    Full(String),
    /// The provider rejected the message with words about this message. It was not accepted.
    #[error("rejected: {0}")]
    Rejected(String),
    /// SES may not send from the shop's own address, for this reason. The message was not accepted.
    #[error("not from the shop's address: {0}")]
    OwnSender(String),
    /// The provider did not answer, so the message may have been accepted.
    #[error("unknown: {0}")]
    Unknown(String),
}
