//! AWS End User Messaging: one call per SMS, never retried by the SDK.

use app::message::sms::Text;
use aws_sdk_pinpointsmsvoicev2::Client;
use aws_sdk_pinpointsmsvoicev2::config::Builder;
use aws_sdk_pinpointsmsvoicev2::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use aws_sdk_pinpointsmsvoicev2::operation::send_text_message::SendTextMessageError;
use aws_sdk_pinpointsmsvoicev2::types::{
    AccessDeniedExceptionReason, ConflictExceptionReason, MessageType, ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
};
use aws_smithy_types::retry::RetryConfig;
use aws_types::SdkConfig;
use vault::LazyClient;

use crate::provider::{SendError, Tags, never_connected, timeouts};

/// How long the service tries to deliver an SMS, in seconds. For emails, the template's `MaxDeliverySeconds` is the
/// same. The default is three days, and then a phone that was off on Tuesday could show the request on Friday night.
const TIME_TO_LIVE_S: i32 = 6 * 60 * 60;

/// Conflicts that concern one recipient: a `STOP`, the account's list of blocked numbers or countries, a country to
/// which no number in the pool may send, and an unverified number in the sandbox.
const RECEIVER_REFUSED: [&str; 5] = [
    "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION",
    "DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE",
    "DESTINATION_PHONE_NUMBER_NOT_VERIFIED",
    "DESTINATION_PHONE_NUMBER_OPTED_OUT",
    "NO_ORIGINATION_IDENTITIES_FOUND",
];

/// Faults of the account's sender, whatever the recipient.
const SENDER_FAULTS: [&str; 4] =
    ["CHANNEL_NOT_ENABLED", "INVALID_ARN", "RESOURCE_NOT_ACCESSIBLE", "SENDER_ID_NOT_REGISTERED"];
/// A reason that says nothing without the names of the invalid fields, and the fields that belong to the sender.
/// Whether these names begin with a capital is not documented.
const FIELD_INVALID: &str = "FIELD_VALIDATION_FAILED";
const SENDER_FIELDS: [&str; 3] = ["OriginationIdentity", "ConfigurationSetName", "MaxPrice"];

/// Sends SMS by AWS End User Messaging.
#[derive(Clone)]
pub struct SmsSender {
    /// The client, made by [`SmsSender::client`].
    pub sms: LazyClient<Client>,
    /// The phone number, sender id or pool that sends; `None` lets the account choose.
    pub origination_identity: Option<String>,
    /// The configuration set whose event destination reports about SMS; `None` means no reports.
    pub configuration_set: Option<String>,
    /// The highest price of a message, in US dollars with a decimal point: `0.20`.
    pub max_price: Option<String>,
}

impl SmsSender {
    /// A client that does not retry. The service has no idempotency token, so a retry by the SDK, which knows nothing
    /// of our claim, could send and bill an SMS twice.
    pub fn client(sdk: &SdkConfig) -> Client {
        let config = Builder::from(sdk).retry_config(RetryConfig::disabled()).timeout_config(timeouts()).build();
        Client::from_conf(config)
    }

    /// Sends one SMS and returns the service's message id.
    /// Errors: A [`SendError`] that says what is known about the SMS.
    pub async fn send(&self, text: &Text, tags: Tags<'_>) -> Result<String, SendError> {
        let context = tags.pairs().into_iter().map(|(name, value)| (name.to_owned(), value));
        let answer = self
            .sms
            .send_text_message()
            .destination_phone_number(&text.to)
            .message_body(&text.body)
            // Transactional, because the SMS follows from one order or visit and is not advertising.
            .message_type(MessageType::Transactional)
            .set_origination_identity(self.origination_identity.clone())
            .set_configuration_set_name(self.configuration_set.clone())
            .set_max_price(self.max_price.clone())
            .time_to_live(TIME_TO_LIVE_S)
            .set_context(Some(context.collect()))
            .send()
            .await
            .map_err(fate)?;
        Ok(answer.message_id.unwrap_or_default())
    }
}

fn fate(error: SdkError<SendTextMessageError>) -> SendError {
    match &error {
        SdkError::ServiceError(answer) => refusal(answer.raw().status().as_u16(), answer.err()),
        _ if never_connected(&error) => SendError::NotConnected,
        SdkError::ConstructionFailure(_) => SendError::Rejected(DisplayErrorContext(&error).to_string()),
        _ => SendError::Unknown(DisplayErrorContext(&error).to_string()),
    }
}

/// Whether an SMS was sent, according to its error. Only a problem of this recipient or this SMS is final: the operator
/// can fix the account's limits, permissions and numbers, and messages wait for that. What looks like a fault of the
/// account's numbers may concern only this recipient, as it was with the reasons in [`RECEIVER_REFUSED`]. If the error
/// does not tell whether the SMS was sent, the sender waits for the provider's report.
///
/// Nearly every error of this service has status 400, so the code and the reason decide. Nothing else is logged,
/// because the service's messages may quote the number.
fn refusal(status: u16, error: &SendTextMessageError) -> SendError {
    use SendTextMessageError as E;
    let reason = match error {
        E::AccessDeniedException(error) => error.reason.as_ref().map(AccessDeniedExceptionReason::as_str),
        E::ConflictException(error) => error.reason.as_ref().map(ConflictExceptionReason::as_str),
        E::ServiceQuotaExceededException(error) => {
            error.reason.as_ref().map(ServiceQuotaExceededExceptionReason::as_str)
        }
        E::ValidationException(error) => error.reason.as_ref().map(ValidationExceptionReason::as_str),
        _ => None,
    };
    let code = error.code().map_or_else(|| status.to_string(), ToOwned::to_owned);
    let why = reason.map_or_else(|| code.clone(), |reason| format!("{code}: {reason}"));
    let is = |reasons: &[&str]| reason.is_some_and(|reason| reasons.contains(&reason));
    match error {
        _ if status >= 500 && status != 503 => SendError::Unknown(why),
        E::ConflictException(_) if is(&RECEIVER_REFUSED) => SendError::Rejected(why),
        E::ConflictException(_) => SendError::Ambiguous(why),
        E::ValidationException(error) => {
            let is_of_sender = |name: &str| SENDER_FIELDS.iter().any(|field| field.eq_ignore_ascii_case(name));
            match is(&[FIELD_INVALID]) {
                true if error.fields().iter().any(|field| is_of_sender(field.name())) => SendError::Ambiguous(why),
                false if is(&SENDER_FAULTS) => SendError::Ambiguous(why),
                // These include a price above the limit, which is the operator's decision like a blocked country, and
                // faults that depend on the country, such as a sender id that the country does not allow.
                _ => SendError::Rejected(why),
            }
        }
        E::ThrottlingException(_) => SendError::Full(why),
        _ => SendError::Throttled(why),
    }
}

#[cfg(test)]
mod tests {
    use aws_sdk_pinpointsmsvoicev2::error::ErrorMetadata;
    use aws_sdk_pinpointsmsvoicev2::types::ValidationExceptionField;
    use aws_sdk_pinpointsmsvoicev2::types::error::{
        AccessDeniedException, ConflictException, InternalServerException, ServiceQuotaExceededException,
        ThrottlingException, ValidationException,
    };

    use super::SendTextMessageError as E;
    use super::*;

    #[track_caller]
    fn check(status: u16, error: E, expected: &str) {
        assert_eq!(refusal(status, &error).to_string(), expected);
    }

    fn meta(code: &str) -> ErrorMetadata {
        ErrorMetadata::builder().code(code).message("+491711234567 is private").build()
    }

    fn conflict(reason: &str) -> E {
        let error = ConflictException::builder().reason(reason.into()).meta(meta("ConflictException"));
        E::ConflictException(error.build())
    }

    fn invalid(reason: &str, field: &str) -> E {
        let field = ValidationExceptionField::builder().name(field).message("bad").build().unwrap();
        let error = ValidationException::builder().reason(reason.into()).fields(field);
        E::ValidationException(error.meta(meta("ValidationException")).build())
    }

    #[test]
    fn what_concerns_the_recipient_or_the_message_is_final() {
        for reason in RECEIVER_REFUSED {
            check(400, conflict(reason), &format!("rejected: ConflictException: {reason}"));
        }
        for field in ["destinationPhoneNumber", "MessageBody"] {
            check(400, invalid(FIELD_INVALID, field), "rejected: ValidationException: FIELD_VALIDATION_FAILED");
        }
        for reason in [
            "COUNTRY_CODE_MISMATCH",
            "COUNTRY_NOT_ENABLED",
            "DESTINATION_COUNTRY_BLOCKED",
            "INTERNATIONAL_SENDING_NOT_SUPPORTED",
            "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY",
            "MAXIMUM_SIZE_EXCEEDED",
            "PRICE_OVER_THRESHOLD",
            "SENDER_ID_NOT_SUPPORTED",
            "SENDER_ID_REQUIRES_REGISTRATION",
        ] {
            // The reason decides, whatever field it is about.
            let error = invalid(reason, "originationIdentity");
            check(400, error, &format!("rejected: ValidationException: {reason}"));
        }
    }

    #[test]
    fn what_the_operator_can_fix_is_waited_for() {
        for reason in ["MESSAGE_TYPE_MISMATCH", "NUMBER_CAPABILITIES_MISMATCH", "RESOURCE_NOT_ACTIVE"] {
            check(400, conflict(reason), &format!("refused: ConflictException: {reason}"));
        }
        let spent = ServiceQuotaExceededException::builder()
            .reason(ServiceQuotaExceededExceptionReason::MonthlySpendLimitReachedForText)
            .meta(meta("ServiceQuotaExceededException"));
        check(
            400,
            E::ServiceQuotaExceededException(spent.build()),
            "throttled: ServiceQuotaExceededException: MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT",
        );
        let disabled = AccessDeniedException::builder().reason(AccessDeniedExceptionReason::AccountDisabled);
        check(
            400,
            E::AccessDeniedException(disabled.meta(meta("AccessDeniedException")).build()),
            "throttled: AccessDeniedException: ACCOUNT_DISABLED",
        );
        for field in SENDER_FIELDS.into_iter().chain(["originationIdentity", "configurationSetName", "maxPrice"]) {
            let error = invalid(FIELD_INVALID, field);
            check(400, error, "refused: ValidationException: FIELD_VALIDATION_FAILED");
        }
        for reason in SENDER_FAULTS {
            check(400, invalid(reason, "destinationPhoneNumber"), &format!("refused: ValidationException: {reason}"));
        }
        let slow = ThrottlingException::builder().meta(meta("ThrottlingException")).build();
        check(400, E::ThrottlingException(slow), "full: ThrottlingException");
        check(400, E::generic(meta("ExpiredTokenException")), "throttled: ExpiredTokenException");
        check(503, E::generic(ErrorMetadata::builder().build()), "throttled: 503");
    }

    #[test]
    fn a_fault_of_the_service_has_an_unknown_outcome() {
        let broken = InternalServerException::builder().meta(meta("InternalServerException")).build();
        check(500, E::InternalServerException(broken), "unknown: InternalServerException");
        check(504, E::generic(ErrorMetadata::builder().build()), "unknown: 504");
    }
}
