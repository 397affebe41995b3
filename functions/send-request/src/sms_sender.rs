//! AWS End User Messaging: one call per SMS, never repeated. It has no SDK client, which would be the largest of all.

use std::collections::HashMap;

use app::message::sms::Text;
use app::raw_call::{RawCall, Refused, endpoint, signed};
use aws_sigv4::http_request::SigningSettings;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::display::DisplayErrorContext;
use aws_types::SdkConfig;
use bytes::Bytes;
use http::Request;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;

use crate::provider::{ANSWER_WITHIN, SendError, Tags, never_connected};

/// The service's name in its address and in signatures, and the call's target ("SendTextMessage" in the API reference of AWS End User
/// Messaging SMS, v2).
const SERVICE: &str = "sms-voice";
const TARGET: &str = "PinpointSMSVoiceV2.SendTextMessage";

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
    pub sdk: SdkConfig,
    /// The phone number, sender id or pool that sends; `None` lets the account choose.
    pub origination_identity: Option<String>,
    /// The configuration set whose event destination reports about SMS; `None` means no reports.
    pub configuration_set: Option<String>,
    /// The highest price of a message, in US dollars with a decimal point: `0.20`.
    pub max_price: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Sent {
    message_id: String,
}

/// What an error says beside its code.
#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Details {
    reason: Option<String>,
    fields: Vec<Field>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Field {
    name: String,
}

impl SmsSender {
    /// Sends one SMS and returns the service's message id.
    /// Errors: A [`SendError`] that says what is known about the SMS.
    pub async fn send(&self, text: &Text, tags: Tags<'_>, now: Timestamp) -> Result<String, SendError> {
        let origin = endpoint(&self.sdk, SERVICE);
        let request = Request::post(format!("{origin}/"))
            .header("content-type", "application/x-amz-json-1.0")
            .header("x-amz-target", TARGET)
            .body(Bytes::from(self.body(text, tags)))
            .map_err(|error| SendError::Rejected(error.to_string()))?;
        let signed = signed(&self.sdk, SERVICE, SigningSettings::default(), request, now);
        let request = signed.await.map_err(SendError::Throttled)?;
        // The service has no idempotency token, so a second attempt could send and bill an SMS twice.
        let call = RawCall {
            service: SERVICE,
            operation: TARGET,
            origin: &origin,
            attempt_timeout: ANSWER_WITHIN,
            timeout: ANSWER_WITHIN,
            attempts_max: 1,
        };
        let answer = call.send(&self.sdk, request).await.map_err(fate)?;
        Ok(serde_json::from_slice(&answer.bytes).map_or_else(|_| String::new(), |sent: Sent| sent.message_id))
    }

    fn body(&self, text: &Text, tags: Tags<'_>) -> String {
        let mut body = json!({
            "DestinationPhoneNumber": text.to,
            "MessageBody": text.body,
            // Transactional, because the SMS follows from one order or visit and is not advertising.
            "MessageType": "TRANSACTIONAL",
            "TimeToLive": TIME_TO_LIVE_S,
            "Context": tags.pairs().into_iter().collect::<HashMap<_, _>>(),
        });
        let optional = [
            ("OriginationIdentity", &self.origination_identity),
            ("ConfigurationSetName", &self.configuration_set),
            ("MaxPrice", &self.max_price),
        ];
        for (name, value) in optional {
            if let Some(value) = value {
                body[name] = value.as_str().into();
            }
        }
        body.to_string()
    }
}

fn fate<R: std::fmt::Debug>(error: SdkError<Refused, R>) -> SendError {
    match &error {
        SdkError::ServiceError(answer) => refusal(answer.err()),
        _ if never_connected(&error) => SendError::NotConnected,
        SdkError::ConstructionFailure(_) => SendError::Throttled(DisplayErrorContext(&error).to_string()),
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
fn refusal(Refused { status, code, body }: &Refused) -> SendError {
    let Details { reason, fields } = serde_json::from_slice(body).unwrap_or_default();
    let named = if code.is_empty() { status.to_string() } else { code.clone() };
    let why = reason.as_ref().map_or_else(|| named.clone(), |reason| format!("{named}: {reason}"));
    let is = |reasons: &[&str]| reason.as_ref().is_some_and(|reason| reasons.contains(&reason.as_str()));
    match code.as_str() {
        _ if *status >= 500 && *status != 503 => SendError::Unknown(why),
        "ConflictException" if is(&RECEIVER_REFUSED) => SendError::Rejected(why),
        "ConflictException" => SendError::Ambiguous(why),
        "ValidationException" => {
            let is_of_sender = |name: &str| SENDER_FIELDS.iter().any(|field| field.eq_ignore_ascii_case(name));
            match is(&[FIELD_INVALID]) {
                true if fields.iter().any(|field| is_of_sender(&field.name)) => SendError::Ambiguous(why),
                false if is(&SENDER_FAULTS) => SendError::Ambiguous(why),
                // These include a price above the limit, which is the operator's decision like a blocked country, and
                // faults that depend on the country, such as a sender id that the country does not allow.
                _ => SendError::Rejected(why),
            }
        }
        "ThrottlingException" => SendError::Full(why),
        _ => SendError::Throttled(why),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// Checks what an error means that comes with this status, code and details.
    #[track_caller]
    fn check(status: u16, code: &str, mut body: Value, expected: &str) {
        body["__type"] = format!("com.amazonaws.pinpointsmsvoicev2#{code}").into();
        body["Message"] = "+491711234567 is private".into();
        let refused = Refused { status, code: code.to_owned(), body: body.to_string().into() };
        assert_eq!(refusal(&refused).to_string(), expected);
    }

    #[track_caller]
    fn conflict(reason: &str, expected: &str) {
        check(400, "ConflictException", json!({"Reason": reason}), &format!("{expected}: ConflictException: {reason}"));
    }

    #[track_caller]
    fn invalid(reason: &str, field: &str, expected: &str) {
        let body = json!({"Reason": reason, "Fields": [{"Name": field, "Message": "bad"}]});
        check(400, "ValidationException", body, &format!("{expected}: ValidationException: {reason}"));
    }

    #[test]
    fn what_concerns_the_recipient_or_the_message_is_final() {
        for reason in RECEIVER_REFUSED {
            conflict(reason, "rejected");
        }
        for field in ["destinationPhoneNumber", "MessageBody"] {
            invalid(FIELD_INVALID, field, "rejected");
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
            invalid(reason, "originationIdentity", "rejected");
        }
    }

    #[test]
    fn what_the_operator_can_fix_is_waited_for() {
        for reason in ["MESSAGE_TYPE_MISMATCH", "NUMBER_CAPABILITIES_MISMATCH", "RESOURCE_NOT_ACTIVE"] {
            conflict(reason, "refused");
        }
        for (code, reason) in [
            ("ServiceQuotaExceededException", "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT"),
            ("AccessDeniedException", "ACCOUNT_DISABLED"),
        ] {
            check(400, code, json!({"Reason": reason}), &format!("throttled: {code}: {reason}"));
        }
        for field in SENDER_FIELDS.into_iter().chain(["originationIdentity", "configurationSetName", "maxPrice"]) {
            invalid(FIELD_INVALID, field, "refused");
        }
        for reason in SENDER_FAULTS {
            invalid(reason, "destinationPhoneNumber", "refused");
        }
        check(400, "ThrottlingException", json!({}), "full: ThrottlingException");
        check(400, "ExpiredTokenException", json!({}), "throttled: ExpiredTokenException");
        check(503, "", json!({}), "throttled: 503");
    }

    #[test]
    fn a_fault_of_the_service_has_an_unknown_outcome() {
        check(500, "InternalServerException", json!({}), "unknown: InternalServerException");
        check(504, "", json!({}), "unknown: 504");
    }
}
