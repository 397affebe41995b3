//! AWS End User Messaging SMS: accepts an SMS if the service would, and adds it to the inbox.
//!
//! Three of the numbers that North America gives to no line, but to films and tests (555-0100 to
//! 555-0199), behave as a call can:
//!
//! | number | answer |
//! |---|---|
//! | `+12125550102` | the month's spend limit is reached |
//! | `+12125550110` | its owner has answered `STOP` |
//! | `+12125550129` | too many calls |
//!
//! And all of these behave as countries do, by the reports of others:
//!
//! | number | answer |
//! |---|---|
//! | `+1671555…`, Guam | the pool has no number that may send there |
//! | `+1787555…`, Puerto Rico | the number that is named may not send there |
//! | `+1907555…`, Alaska | a reason that says nothing about the number |

use std::collections::BTreeMap;

use bytes::Bytes;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    inbox::{Inbox, Mail},
    queue::Queue,
    wire::{self, Call, Refusal, Service},
};

/// The service's limits ("SendTextMessage" in its API reference). E.164 has at most 15 digits.
const DIGITS_MAX: usize = 15;
const BODY_CHARACTERS_MAX: usize = 1600;
const NAME_MAX: usize = 256;
const CONTEXT_MAX: usize = 5;
const CONTEXT_NAME_MAX: usize = 100;
const CONTEXT_VALUE_MAX: usize = 800;
const TIME_TO_LIVE_S: std::ops::RangeInclusive<u32> = 5..=259_200;

const SENDER: &str = "NOTICE";

/// The events of an SMS that arrives, with their delays.
const LIFE: [(&str, SignedDuration); 2] =
    [("TEXT_SUCCESSFUL", SignedDuration::from_secs(1)), ("TEXT_DELIVERED", SignedDuration::from_secs(3))];

/// An event about an SMS in the raw form of its topic.
pub(super) fn event_about(sms: &Mail, event: &str, at: Timestamp) -> Value {
    json!({
        "eventType": event,
        "eventVersion": "1.0",
        "eventTimestamp": at.as_millisecond(),
        "isFinal": event != "TEXT_SUCCESSFUL",
        "originationPhoneNumber": sms.from,
        "destinationPhoneNumber": sms.to,
        "isoCountryCode": "DE",
        "messageId": sms.id,
        "messageRequestTimestamp": sms.sent_at.as_millisecond(),
        "messageEncoding": "GSM",
        "messageType": "TRANSACTIONAL",
        "messageStatus": event.trim_start_matches("TEXT_"),
        "messageStatusDescription": "as the carrier reports it",
        "context": sms.tags,
        "totalMessageParts": 1,
        "totalMessagePrice": 0.09582,
        "totalCarrierFee": 0.0,
    })
}

/// A reply to an SMS in the raw form of the topic of a number with two-way SMS.
pub(super) fn reply_to(sms: &Mail, text: &str, id: &str) -> Value {
    json!({
        "originationNumber": sms.to,
        "destinationNumber": sms.from,
        "messageKeyword": "KEYWORD_000000000000",
        "messageBody": text,
        "inboundMessageId": id,
        "previousPublishedMessageId": sms.id,
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SendTextMessage {
    #[serde(default)]
    destination_phone_number: String,
    #[serde(default)]
    message_body: String,
    message_type: Option<String>,
    origination_identity: Option<String>,
    configuration_set_name: Option<String>,
    max_price: Option<String>,
    time_to_live: Option<u32>,
    #[serde(default)]
    context: BTreeMap<String, String>,
}

/// Answers a call: adds the SMS to the inbox, and its events to the queue that subscribes to their topic. Without a
/// queue the events are lost.
pub(super) fn answer(
    inbox: &Inbox,
    configuration_set: &str,
    events: Option<&Queue>,
    call: &Call,
    body: &Bytes,
    now: Timestamp,
    id: String,
) -> Result<Value, Refusal> {
    if call.operation != "SendTextMessage" {
        return Err(Refusal::unknown(call));
    }
    let input: SendTextMessage = wire::parse(body)?;
    check(&input)?;
    // An event destination belongs to its configuration set.
    let is_reported = input.configuration_set_name.as_deref() == Some(configuration_set);
    let sms = into_mail(input, &id, now);
    inbox.add(sms.clone())?;
    for queue in events.into_iter().filter(|_| is_reported) {
        for (event, after) in LIFE {
            let at = now + after;
            queue.put(&format!("{id}-{event}"), event_about(&sms, event, at).to_string(), now, at)?;
        }
    }
    Ok(json!({"MessageId": id}))
}

/// An SMS in the inbox: without subject and HTML, and with its time to live as the only header.
fn into_mail(input: SendTextMessage, id: &str, sent_at: Timestamp) -> Mail {
    Mail {
        id: id.to_owned(),
        channel: "sms".to_owned(),
        to: input.destination_phone_number,
        from: input.origination_identity.unwrap_or_else(|| SENDER.to_owned()),
        subject: String::new(),
        html: None,
        text: Some(input.message_body),
        headers: input.time_to_live.map(|s| ("TimeToLive".to_owned(), s.to_string())).into_iter().collect(),
        tags: input.context,
        sent_at,
    }
}

fn check(input: &SendTextMessage) -> Result<(), Refusal> {
    check_number(&input.destination_phone_number)?;
    let body = &input.message_body;
    if body.trim().is_empty() || body.chars().count() > BODY_CHARACTERS_MAX {
        return Err(invalid("messageBody", format!("an SMS has 1 to {BODY_CHARACTERS_MAX} characters, not all blank")));
    }
    if input.message_type.as_deref().is_some_and(|kind| !["TRANSACTIONAL", "PROMOTIONAL"].contains(&kind)) {
        return Err(invalid("messageType", "TRANSACTIONAL or PROMOTIONAL"));
    }
    if input.max_price.as_deref().is_some_and(|price| !is_price(price)) {
        return Err(invalid("maxPrice", "at most two digits, a point, and one to five digits"));
    }
    if input.time_to_live.is_some_and(|seconds| !TIME_TO_LIVE_S.contains(&seconds)) {
        return Err(invalid("timeToLive", "5 to 259200 seconds"));
    }
    for (field, name) in
        [("originationIdentity", &input.origination_identity), ("configurationSetName", &input.configuration_set_name)]
    {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"_:/+-".contains(&byte);
        if name.as_ref().is_some_and(|name| !(1..=NAME_MAX).contains(&name.len()) || !name.bytes().all(allowed)) {
            return Err(invalid(field, "a name, an id or an ARN"));
        }
    }
    check_context(&input.context)
}

/// Rejects numbers that are not E.164, and plays the numbers above.
fn check_number(number: &str) -> Result<(), Refusal> {
    let digits = number.strip_prefix('+').unwrap_or_default();
    let dialled = (2..=DIGITS_MAX).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.starts_with('0');
    match number {
        "+12125550102" => Err(Refusal::bad("ServiceQuotaExceededException", "The month's spend limit is reached.")
            .with("Reason", "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT".into())),
        "+12125550110" => Err(Refusal::bad("ConflictException", format!("{number} has opted out."))
            .with("Reason", "DESTINATION_PHONE_NUMBER_OPTED_OUT".into())
            .with("ResourceType", "opt-out-list".into())
            .with("ResourceId", "Default".into())),
        "+12125550129" => Err(Refusal::throttled(Service::Sms)),
        _ if number.starts_with("+1671555") => Err(Refusal::bad("ConflictException", "No identity can send there.")
            .with("Reason", "NO_ORIGINATION_IDENTITIES_FOUND".into())),
        _ if number.starts_with("+1787555") => {
            Err(Refusal::bad("ValidationException", "The identity cannot send there.")
                .with("Reason", "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY".into()))
        }
        _ if number.starts_with("+1907555") => Err(Refusal::bad("ConflictException", "The identity cannot do that.")
            .with("Reason", "NUMBER_CAPABILITIES_MISMATCH".into())),
        _ if dialled => Ok(()),
        _ => Err(invalid("destinationPhoneNumber", "a number in E.164")),
    }
}

fn is_price(price: &str) -> bool {
    price.split_once('.').is_some_and(|(dollars, parts)| {
        dollars.len() <= 2
            && (1..=5).contains(&parts.len())
            && [dollars, parts].concat().bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn check_context(context: &BTreeMap<String, String>) -> Result<(), Refusal> {
    let good = |(name, value): (&String, &String)| {
        (1..=CONTEXT_NAME_MAX).contains(&name.len())
            && !name.contains(char::is_whitespace)
            && (1..=CONTEXT_VALUE_MAX).contains(&value.len())
            && value.trim() == value
    };
    match context.len() <= CONTEXT_MAX && context.iter().all(good) {
        true => Ok(()),
        false => Err(invalid("context", format!("at most {CONTEXT_MAX} words with values"))),
    }
}

/// An error that names a field in lower camel case, as the service's messages do.
fn invalid(field: &'static str, rule: impl Into<String>) -> Refusal {
    let rule = rule.into();
    Refusal::bad("ValidationException", format!("{field}: {rule}"))
        .with("Reason", "FIELD_VALIDATION_FAILED".into())
        .with("Fields", json!([{"Name": field, "Message": rule}]))
}
