//! The events' JSON. An event of SES has two forms: cut down by the template's rules, so that the queue contains no
//! addresses, or whole, as EventBridge puts it into a dead-letter queue. The SMS service's events are as its topic
//! delivers them.

use std::collections::BTreeMap;

use app::error::Error;
use app::message::TaggedMessage;
use domain::message::{MessageReport, NotificationName, ReportKind};
use domain::values::{Phone, RequestId, Tenant};
use jiff::Timestamp;
use serde::Deserialize;

use crate::reports::ReportedRecipient;

#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Event {
    Mail(MailEvent),
    /// An event that EventBridge could not deliver and put into the dead-letter queue, from which the operator moved it here.
    Whole(WholeEvent),
    Sms(SmsEvent),
    Reply(SmsReply),
}

/// An event of SES, as the template's input transformers write it.
#[derive(Deserialize)]
pub(crate) struct MailEvent {
    /// EventBridge's detail type, such as `Email Bounced`, or `Email Suppressed`.
    event: String,
    message_id: String,
    /// When SES accepted the message.
    accepted_at: String,
    /// When the event happened, to the second.
    at: String,
    /// Each tag has a list of values.
    tags: BTreeMap<String, Vec<String>>,
    /// `Permanent`, `Transient` or `Undetermined`. Only bounces have it.
    bounce_type: Option<String>,
}

/// An event of SES as EventBridge has it. It also contains an address, a subject and headers, which are not read here.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct WholeEvent {
    detail_type: String,
    time: String,
    detail: Detail,
}

#[derive(Deserialize)]
struct Detail {
    mail: ReportedMail,
    #[serde(default)]
    bounce: Bounce,
    #[serde(default)]
    complaint: Complaint,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ReportedMail {
    message_id: String,
    timestamp: String,
    tags: BTreeMap<String, Vec<String>>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bounce {
    bounce_type: Option<String>,
    bounce_sub_type: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Complaint {
    complaint_sub_type: Option<String>,
}

/// Cuts the event down as the template's rules do.
impl From<WholeEvent> for MailEvent {
    fn from(event: WholeEvent) -> Self {
        let WholeEvent { detail_type, time, detail: Detail { mail, bounce, complaint } } = event;
        let ReportedMail { message_id, timestamp, tags } = mail;
        let ends = |word: &Option<String>, ends: &[&str]| {
            word.as_ref().is_some_and(|word| ends.iter().any(|end| word.ends_with(end)))
        };
        let is_suppressed = ends(&bounce.bounce_sub_type, &["SuppressionList", "Suppressed"])
            || ends(&complaint.complaint_sub_type, &["SuppressionList"]);
        let event = if is_suppressed { "Email Suppressed".to_owned() } else { detail_type };
        Self { event, message_id, accepted_at: timestamp, at: time, tags, bounce_type: bounce.bounce_type }
    }
}

/// An event of AWS End User Messaging SMS.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SmsEvent {
    event_type: String,
    message_id: String,
    /// In milliseconds since 1970, like `event_timestamp`.
    message_request_timestamp: i64,
    event_timestamp: i64,
    /// Whether this is the last event about the message.
    #[serde(default)]
    is_final: bool,
    destination_phone_number: Option<String>,
    #[serde(default)]
    context: BTreeMap<String, String>,
}

/// An SMS that somebody sent to our number.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SmsReply {
    origination_number: String,
    message_body: String,
}

pub(crate) enum Task {
    Report(About),
    Reply { number: Phone, wish: Wish },
}

/// What the sender of a reply wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    /// No more SMS.
    Stop,
    /// SMS again, after a `STOP`.
    Start,
}

/// Words that stop all SMS if a reply begins with one of them. AWS and the carriers also react to such replies.
const STOP_FIRST_WORDS: [&str; 5] = ["arret", "arrêt", "stop", "stopall", "unsubscribe"];
/// More words that stop all SMS (AWS End User Messaging's required opt-out keywords), but only if the reply is nothing
/// else: "end of last week it arrived" is an answer.
const STOP_WORDS: [&str; 7] = ["cancel", "end", "opt-out", "optout", "quit", "remove", "td"];
/// Words that end the `STOP`, if the reply is nothing else (the carriers' opt-in keywords).
const START_WORDS: [&str; 2] = ["start", "unstop"];

impl Wish {
    /// What the sender of a reply wants; `None` for any other reply.
    fn of(reply: &str) -> Option<Self> {
        let reply = reply.to_lowercase();
        let words =
            reply.split_whitespace().map(|word| word.trim_matches(|character: char| !character.is_alphanumeric()));
        let mut words = words.filter(|word| !word.is_empty());
        let (first, is_whole) = (words.next()?, words.next().is_none());
        match first {
            _ if STOP_FIRST_WORDS.contains(&first) => Some(Self::Stop),
            _ if is_whole && STOP_WORDS.contains(&first) => Some(Self::Stop),
            _ if is_whole && START_WORDS.contains(&first) => Some(Self::Start),
            _ => None,
        }
    }
}

pub(crate) struct About {
    pub(crate) tenant: Tenant,
    pub(crate) of: TaggedMessage,
    pub(crate) report: MessageReport,
    pub(crate) recipient: Option<ReportedRecipient>,
}

impl Event {
    /// The event's task; `None` if the event is not about one of our messages or reports nothing.
    pub(crate) fn parse(self) -> Result<Option<Task>, Error> {
        let about = match self {
            Self::Whole(event) => return Self::Mail(event.into()).parse(),
            Self::Reply(SmsReply { origination_number, message_body }) => {
                // A sender without a phone number, such as a short code, never got an SMS from us. This is no error,
                // because otherwise the reply's text would get into the dead-letter queue.
                let number = Phone::parse(&origination_number).ok();
                return Ok(number.zip(Wish::of(&message_body)).map(|(number, wish)| Task::Reply { number, wish }));
            }
            Self::Mail(MailEvent { event, message_id, accepted_at, at, tags, bounce_type }) => {
                let tags = tags.into_iter().filter_map(|(name, values)| Some((name, values.into_iter().next()?)));
                let Some(kind) = mail_kind(&event, bounce_type.as_deref()) else { return Ok(None) };
                let (accepted_at, at) = (time(&accepted_at)?, time(&at)?);
                let tags = tags.collect::<BTreeMap<_, _>>();
                let recipient = tags.get("recipient").cloned().map(ReportedRecipient::Email);
                about(&tags, recipient, |step| MessageReport { step, message_id, accepted_at, kind, at })
            }
            Self::Sms(event) => {
                let Some(kind) = sms_kind(&event.event_type, event.is_final) else { return Ok(None) };
                let SmsEvent { message_id, message_request_timestamp, event_timestamp, context, .. } = event;
                let recipient = event.destination_phone_number.and_then(|number| Phone::parse(&number).ok());
                let (accepted_at, at) = (instant(message_request_timestamp)?, instant(event_timestamp)?);
                about(&context, recipient.map(ReportedRecipient::Sms), |step| MessageReport {
                    step,
                    message_id,
                    accepted_at,
                    kind,
                    at,
                })
            }
        };
        Ok(about?.map(Task::Report))
    }
}

/// The request or notification in the message's tags, which `app` set.
fn about(
    tags: &BTreeMap<String, String>,
    recipient: Option<ReportedRecipient>,
    report: impl FnOnce(usize) -> MessageReport,
) -> Result<Option<About>, Error> {
    let tag = |name| tags.get(name).map(String::as_str);
    let (Some(tenant), Some(mode)) = (tag("tenant"), tag("mode")) else { return Ok(None) };
    let malformed = |_| Error::Internal("an event's tags are malformed".to_owned());
    let tenant = Tenant::parse(tenant, mode).map_err(malformed)?;
    let (of, step) = match (tag("letter"), tag("request"), tag("step")) {
        (Some(notification), ..) => {
            (TaggedMessage::Notification(NotificationName::parse(notification).map_err(malformed)?), 0)
        }
        (None, Some(request), Some(step)) => {
            let step = step.parse().map_err(|_| Error::Internal("an event's step is no number".to_owned()))?;
            (TaggedMessage::Step { request: RequestId::parse(request).map_err(malformed)?, step }, step)
        }
        (None, ..) => return Ok(None),
    };
    Ok(Some(About { tenant, of, report: report(step), recipient }))
}

/// The report in an event of SES. A bounce with an undetermined reason counts as a soft bounce.
fn mail_kind(event: &str, bounce_type: Option<&str>) -> Option<ReportKind> {
    Some(match (event, bounce_type) {
        ("Email Sent", _) => ReportKind::Accepted,
        ("Email Delivery Delayed", _) => ReportKind::Delayed,
        ("Email Delivered", _) => ReportKind::Delivered,
        ("Email Rejected", _) => ReportKind::Rejected,
        ("Email Bounced", Some("Permanent")) => ReportKind::Bounced,
        ("Email Bounced", _) => ReportKind::SoftBounced,
        ("Email Complaint Received", _) => ReportKind::Complained,
        // This name is not from SES but from the rule MailSuppressed.
        ("Email Suppressed", _) => ReportKind::SuppressedByProvider,
        _ => return None,
    })
}

/// The report in an event of the SMS service. Some carriers report only that they accepted the SMS: then `TEXT_SUCCESSFUL` is
/// the last event.
fn sms_kind(event_type: &str, is_final: bool) -> Option<ReportKind> {
    Some(match event_type {
        "TEXT_QUEUED" | "TEXT_PENDING" | "TEXT_SENT" => ReportKind::Accepted,
        "TEXT_SUCCESSFUL" if is_final => ReportKind::Delivered,
        "TEXT_SUCCESSFUL" => ReportKind::Accepted,
        "TEXT_DELIVERED" => ReportKind::Delivered,
        // The number does not exist.
        "TEXT_INVALID" => ReportKind::Bounced,
        "TEXT_BLOCKED" | "TEXT_CARRIER_BLOCKED" | "TEXT_SPAM" | "TEXT_INVALID_MESSAGE" | "TEXT_PROTECT_BLOCKED" => {
            ReportKind::Rejected
        }
        "TEXT_UNREACHABLE" | "TEXT_CARRIER_UNREACHABLE" | "TEXT_TTL_EXPIRED" => ReportKind::SoftBounced,
        // A pool may have an RCS agent, which tries to send first.
        "RCS_QUEUED" | "RCS_SENT" | "RCS_FALLEN_BACK_TO_SMS" => ReportKind::Accepted,
        // Afterword does not store whether the message was read. It was delivered in any case.
        "RCS_DELIVERED" | "RCS_READ" => ReportKind::Delivered,
        "RCS_PROTECT_BLOCKED" => ReportKind::Rejected,
        "RCS_FAILED" | "RCS_TTL_EXPIRED" if is_final => ReportKind::SoftBounced,
        // TEXT_UNKNOWN means that the service stopped waiting for the carrier after 72 hours. A failed RCS message is
        // sent again as an SMS.
        _ => return None,
    })
}

fn time(rfc3339: &str) -> Result<Timestamp, Error> {
    rfc3339.parse().map_err(|_| Error::Internal("an event's time is malformed".to_owned()))
}

fn instant(ms: i64) -> Result<Timestamp, Error> {
    Timestamp::from_millisecond(ms).map_err(|_| Error::Internal("an event's time is malformed".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every event of a text in the SDK (`EventType`).
    #[test]
    fn each_word_of_the_sms_service_is_a_report_or_says_nothing() {
        for (kind, words) in [
            (Some(ReportKind::Accepted), &["TEXT_QUEUED", "TEXT_PENDING", "TEXT_SENT", "RCS_QUEUED", "RCS_SENT"][..]),
            (Some(ReportKind::Accepted), &["RCS_FALLEN_BACK_TO_SMS"]),
            (Some(ReportKind::Delivered), &["TEXT_SUCCESSFUL", "TEXT_DELIVERED", "RCS_DELIVERED", "RCS_READ"]),
            (Some(ReportKind::Bounced), &["TEXT_INVALID"]),
            (
                Some(ReportKind::Rejected),
                &["TEXT_BLOCKED", "TEXT_CARRIER_BLOCKED", "TEXT_SPAM", "TEXT_INVALID_MESSAGE"],
            ),
            (Some(ReportKind::Rejected), &["TEXT_PROTECT_BLOCKED", "RCS_PROTECT_BLOCKED"]),
            (Some(ReportKind::SoftBounced), &["TEXT_UNREACHABLE", "TEXT_CARRIER_UNREACHABLE", "TEXT_TTL_EXPIRED"]),
            (Some(ReportKind::SoftBounced), &["RCS_FAILED", "RCS_TTL_EXPIRED"]),
            (None, &["TEXT_UNKNOWN", "MEDIA_DELIVERED", "VOICE_COMPLETED", "A_LATER_WORD"]),
        ] {
            for word in words {
                assert_eq!(sms_kind(word, true), kind, "{word}");
            }
        }
        assert_eq!(sms_kind("TEXT_SUCCESSFUL", false), Some(ReportKind::Accepted));
        for word in ["RCS_FAILED", "RCS_TTL_EXPIRED"] {
            assert_eq!(sms_kind(word, false), None, "the SMS follows");
        }
    }
}
