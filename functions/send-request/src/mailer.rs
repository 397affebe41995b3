//! Amazon SES: one call per email, never retried by the SDK.

use app::message::mail::Mail;
use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::error::{BuildError, DisplayErrorContext, ProvideErrorMetadata, SdkError};
use aws_sdk_sesv2::operation::send_email::SendEmailError;
use aws_sdk_sesv2::types::{Body, Content, Destination, EmailContent, Message, MessageHeader, MessageTag, SendQuota};
use aws_smithy_types::retry::RetryConfig;
use aws_types::SdkConfig;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::values::is_bidi_control;

use crate::provider::{SendError, Tags, never_connected, timeouts};

/// The maximum length of the From field, in bytes as sent (SES).
const FROM_BYTES_MAX: usize = 320;

#[derive(Clone)]
pub struct Mailer {
    ses: Client,
    from: String,
    configuration_set: Option<String>,
}

impl Mailer {
    /// A mailer that sends from the bare address `from`, unless an email has the shop's own.
    ///
    /// The SDK does not retry: SES has no idempotency token, so a retry by the SDK, which knows nothing of our claim,
    /// could send an email twice.
    pub fn new(sdk: &SdkConfig, from: impl Into<String>, configuration_set: Option<String>) -> Self {
        let config = aws_sdk_sesv2::config::Builder::from(sdk)
            .retry_config(RetryConfig::disabled())
            .timeout_config(timeouts())
            .build();
        Self { ses: Client::from_conf(config), from: from.into(), configuration_set }
    }

    /// Sends one email and returns SES' message id.
    /// Errors: A [`SendError`] that says what is known about the email.
    pub async fn send(&self, mail: &Mail, tags: Tags<'_>) -> Result<String, SendError> {
        self.send_tagged(mail, tags.of_email()).await
    }

    /// Sends an email with other tags. Without a message's tags, SES' events about the email are ignored.
    pub async fn send_tagged(&self, mail: &Mail, tags: Vec<(&'static str, String)>) -> Result<String, SendError> {
        let content = content(mail).map_err(|error| SendError::Rejected(error.to_string()))?;
        let own = mail.sender.as_deref();
        let mut call = self
            .ses
            .send_email()
            .from_email_address(from_field(&mail.from_name, own.unwrap_or(&self.from)))
            .destination(Destination::builder().to_addresses(&mail.to).build())
            .set_reply_to_addresses(mail.reply_to.clone().map(|address| vec![address]))
            .content(content)
            .set_configuration_set_name(self.configuration_set.clone());
        for (name, value) in tags {
            let tag = MessageTag::builder().name(name).value(value).build();
            call = call.email_tags(tag.map_err(|error| SendError::Rejected(error.to_string()))?);
        }
        let answer = call.send().await.map_err(|error| fate(error, own))?;
        Ok(answer.message_id.unwrap_or_default())
    }

    /// The account's rate limit in emails per second; `None` if SES does not answer.
    pub async fn rate(&self) -> Option<f64> {
        let account = self.ses.get_account().send().await;
        let account =
            account.inspect_err(|error| tracing::warn!(code = error.code(), "cannot look up the sending rate"));
        account.ok()?.send_quota().map(SendQuota::max_send_rate).filter(|rate| *rate > 0.0)
    }
}

fn content(mail: &Mail) -> Result<EmailContent, BuildError> {
    let utf8 = |text: &str| Content::builder().data(text).charset("UTF-8").build();
    let header = |name: &str, value: String| MessageHeader::builder().name(name).value(value).build();
    let body = Body::builder().html(utf8(&mail.html)?).text(utf8(&mail.text)?).build();
    // RFC 3834: absence notices do not answer such an email.
    let automatic = header("Auto-Submitted", "auto-generated".to_owned())?;
    let mut message = Message::builder().subject(utf8(&mail.subject)?).body(body).headers(automatic);
    if let Some(url) = &mail.unsubscribe_url {
        message = message
            .headers(header("List-Unsubscribe", format!("<{url}>"))?)
            .headers(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned())?);
    }
    Ok(EmailContent::builder().simple(message.build()).build())
}

/// Parts of the codes of a rejection because of the rate or the daily quota; the message says which ("Daily message
/// quota exceeded"; "Maximum sending rate exceeded").
const TOO_MANY: [&str; 2] = ["Throttl", "TooManyRequests"];
/// The message of a rejection because of the rate, which has two codes. Other messages are not logged, because some
/// quote the address.
const RATE_EXCEEDED: &str = "Maximum sending rate exceeded";

/// Parts of the codes of rejections that this email did not cause, whatever their status. The reason is the account,
/// which the operator must fix, or the credentials or the clock, and then the next call will be signed correctly.
const PAUSING: [&str; 12] = [
    "AccessDenied",
    "AccountSuspended",
    "ExpiredToken",
    "IncompleteSignature",
    "InvalidClientTokenId",
    "InvalidSignature",
    "LimitExceeded",
    "NotAuthorized",
    "OptInRequired",
    "RequestExpired",
    "SendingPaused",
    "UnrecognizedClient",
];

/// Parts of the message of a `MessageRejected` that is about the account. If SES paused the account because of its
/// bounces, only the message tells that: "Sending paused for this account. For more information, please check the inbox
/// of the email address associated with your AWS account." (<https://github.com/GoodDollar/GoodServer/issues/419>),
/// earlier "Sending suspended for this account". An unverified domain, or an unverified recipient in the sandbox, has
/// no code of its own either.
const OF_ACCOUNT: [&str; 4] = ["for this account", "not verified", "paused", "suspended"];
/// Parts of the message of a `MessageRejected` that is about the email or its recipient: "Address is on the suppression list",
/// "invalid content".
const OF_MESSAGE: [&str; 6] = ["address", "content", "domain", "header", "message", "recipient"];

fn is_full(status: u16, code: &str) -> bool {
    status == 429 || TOO_MANY.iter().any(|word| code.contains(word))
}

/// Whether an email was refused because SES may not send from the shop's own address. SES and IAM name the identity that
/// they refuse, so that another reason, such as a recipient in the sandbox, is not taken for this one: "Email address is
/// not verified. The following identities failed the check in region EU-CENTRAL-1: reviews@shop.example"; "User … is not
/// authorized to perform: ses:SendEmail on resource: arn:…:identity/shop.example".
fn is_about_sender(sender: &str, status: u16, code: &str, message: &str) -> bool {
    let domain = sender.rsplit_once('@').map_or(sender, |(_, domain)| domain);
    let message = message.to_lowercase();
    let names_it = || [": ", ", ", "@", "/"].iter().any(|before| message.contains(&format!("{before}{domain}")));
    match status {
        400 if code.contains("MailFromDomainNotVerified") => true,
        400 if code.contains("MessageRejected") => message.contains("not verified") && names_it(),
        403 | 404 => names_it(),
        _ => false,
    }
}

/// Whether an email was sent, according to its error. If the error does not tell, the sender waits for the provider's
/// report, because a wrong guess would send the email twice or never.
fn fate(error: SdkError<SendEmailError>, own_sender: Option<&str>) -> SendError {
    let code = error.code().map(ToOwned::to_owned);
    match &error {
        _ if never_connected(&error) => SendError::NotConnected,
        SdkError::ConstructionFailure(_) => SendError::Rejected(DisplayErrorContext(&error).to_string()),
        SdkError::ServiceError(answer) => {
            let status = answer.raw().status().as_u16();
            let code = code.unwrap_or_else(|| status.to_string());
            let is_full = is_full(status, &code);
            let message = error.message().unwrap_or_default();
            match status {
                _ if own_sender.is_some_and(|sender| is_about_sender(sender, status, &code, message)) => {
                    SendError::OwnSender(code)
                }
                _ if is_full && message.contains("Daily") => SendError::Throttled(format!("{code}: of the day")),
                _ if is_full && message.contains(RATE_EXCEEDED) => SendError::Full(RATE_EXCEEDED.to_owned()),
                _ if is_full => SendError::Full(code),
                503 => SendError::Throttled(code),
                _ if PAUSING.iter().any(|word| code.contains(word)) => SendError::Throttled(code),
                // Permissions or the identity are wrong, whatever the code.
                401 | 403 | 404 => SendError::Throttled(code),
                400..=499 if code.contains("MailFromDomainNotVerified") => SendError::Throttled(code),
                400 if code.contains("MessageRejected") => rejected(code, message),
                400..=499 => SendError::Rejected(code),
                _ => SendError::Unknown(code),
            }
        }
        _ => SendError::Unknown(DisplayErrorContext(&error).to_string()),
    }
}

/// Whether a `MessageRejected` is about the account or the message, according to its text. The text may quote the
/// address, so it is not logged.
fn rejected(code: String, message: &str) -> SendError {
    let message = message.to_lowercase();
    match OF_ACCOUNT.iter().find(|words| message.contains(**words)) {
        Some(words) => SendError::Throttled(format!("{code}: {words}")),
        None if OF_MESSAGE.iter().any(|word| message.contains(word)) => SendError::Rejected(code),
        None => SendError::Ambiguous(code),
    }
}

/// A From field: the name, shortened if the field is too long, and the address.
fn from_field(name: &str, address: &str) -> String {
    let mut name: String = name.chars().filter(|&c| !c.is_control() && !is_bidi_control(c)).collect();
    loop {
        let field = format!("{} <{address}>", display_name(&name));
        if field.len() <= FROM_BYTES_MAX || name.pop().is_none() {
            return field;
        }
    }
}

/// A name in the form of a From field: quoted (RFC 5322), or as encoded words (RFC 2047).
fn display_name(name: &str) -> String {
    if name.is_ascii() {
        return format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""));
    }
    // An encoded word has at most 75 characters. 12 are its frame, which leaves 45 bytes in base64.
    let mut words = vec![String::new()];
    for character in name.chars() {
        match words.last_mut() {
            Some(word) if word.len() + character.len_utf8() <= 45 => word.push(character),
            _ => words.push(character.to_string()),
        }
    }
    let encoded = words.iter().map(|word| format!("=?UTF-8?B?{}?=", STANDARD.encode(word)));
    encoded.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
    use aws_smithy_runtime_api::http::StatusCode;
    use aws_smithy_types::{body::SdkBody, error::ErrorMetadata};

    use super::*;

    #[test]
    fn a_display_name_cannot_become_another_header() {
        let from = |name| from_field(name, "a@b.example");
        assert_eq!(from("Fern & Oak"), "\"Fern & Oak\" <a@b.example>");
        assert_eq!(from("a\"b\\c\r\nBcc: x"), "\"a\\\"b\\\\cBcc: x\" <a@b.example>");
        assert_eq!(from("Café"), "=?UTF-8?B?Q2Fmw6k=?= <a@b.example>");
        assert_eq!(from("\u{202e}Fern\u{2069}\u{200f}"), "\"Fern\" <a@b.example>");
    }

    #[test]
    fn a_long_name_is_shortened_between_characters_until_the_field_fits() {
        let address = "reviews@afterword.example";
        let as_long_as_fits = ["م", "é", "𝄞", "\"", "a"].map(|character| {
            let field = from_field(&character.repeat(100), address);
            assert!(field.len() <= FROM_BYTES_MAX, "{} bytes of {character}", field.len());
            let (name, _) = field.rsplit_once(' ').unwrap();
            let words = name.split(' ').filter_map(|word| word.strip_prefix("=?UTF-8?B?")?.strip_suffix("?="));
            let decoded: Vec<u8> = words
                .inspect(|word| assert!(word.len() <= 63))
                .flat_map(|word| STANDARD.decode(word).unwrap())
                .collect();
            match decoded.is_empty() {
                true => name.matches(character).count(),
                false => String::from_utf8(decoded).unwrap().chars().filter(|c| character.starts_with(*c)).count(),
            }
        });
        assert_eq!(as_long_as_fits, [88, 88, 44, 102, 100]);
        let longest = format!("reviews@{}.example", "a".repeat(300));
        assert_eq!(from_field("Fern", &longest), format!("\"\" <{longest}>"), "SES decides about the address");
    }

    #[test]
    fn what_the_account_may_not_do_waits_and_what_is_wrong_with_the_email_does_not() {
        let fate_of = |status: u16, code: &str| {
            let meta = ErrorMetadata::builder().code(code).build();
            let raw = HttpResponse::new(StatusCode::try_from(status).unwrap(), SdkBody::empty());
            fate(SdkError::service_error(SendEmailError::generic(meta), raw), None)
        };
        for code in ["SendingPausedException", "AccountSuspendedException", "MailFromDomainNotVerifiedException"] {
            assert!(matches!(fate_of(400, code), SendError::Throttled(_)), "{code}");
        }
        assert!(matches!(fate_of(400, "BadRequestException"), SendError::Rejected(_)));
        assert!(matches!(fate_of(500, "InternalFailure"), SendError::Unknown(_)));
    }
}
