//! The events that SES publishes about an email, in their documented form, and the behavior of the recipients in its
//! mailbox simulator. Here these local parts behave in this way at any domain:
//!
//! | recipient | events |
//! |---|---|
//! | `bounce@` | Send, Bounce: the mailbox does not exist |
//! | `suppressionlist@` | Send, Bounce: the address is on the suppression list of SES itself |
//! | `complaint@` | Send, Delivery, Complaint: `abuse`, without a `complaintSubType` |
//! | `complaint-abuse@`, `complaint-not-spam@` and so on | the same of this feedback type; the `complaintSubType` is `null` |
//! | `complaint-unreported@` | the same without the fields of a provider's report |
//! | an address that bounced or complained before | Send, then Bounce or Complaint: it is on the account's suppression list |
//! | anyone else, so `ooto@`, too, whose reply is an email and no event | Send, Delivery |

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};

use crate::{
    inbox::Mail,
    names::{ACCOUNT, REGION},
};

/// How long after SES accepted the email an event happens.
const SENT_AFTER: SignedDuration = SignedDuration::from_secs(1);
const DELIVERED_AFTER: SignedDuration = SignedDuration::from_secs(3);
const COMPLAINED_AFTER: SignedDuration = SignedDuration::from_secs(20);

/// IANA's types of a complaint's report.
const FEEDBACK_TYPES: [&str; 6] = ["abuse", "auth-failure", "fraud", "not-spam", "other", "virus"];

/// The sub-type of a bounce or a complaint about an email that was not sent.
const ON_LIST: &str = "OnAccountSuppressionList";

/// The events that an event destination can request, except opens, clicks and those of templates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailEvent {
    Send,
    Delivery,
    DeliveryDelay,
    Reject,
    PermanentBounce,
    TransientBounce,
    Complaint,
    SuppressedBounce,
    SuppressedComplaint,
}

impl MailEvent {
    pub const ALL: [Self; 9] = [
        Self::Send,
        Self::Delivery,
        Self::DeliveryDelay,
        Self::Reject,
        Self::PermanentBounce,
        Self::TransientBounce,
        Self::Complaint,
        Self::SuppressedBounce,
        Self::SuppressedComplaint,
    ];

    /// The event about an email that was sent with this configuration set, in EventBridge's form.
    pub(crate) fn about(self, mail: &Mail, at: Timestamp, configuration_set: &str) -> Value {
        let address = mail.to.as_str();
        let (detail_type, event_type, name, details) = match self {
            Self::Send => ("Email Sent", "Send", "send", json!({})),
            Self::Delivery => {
                let smtp = "250 2.6.0 Message received";
                let details = json!({"timestamp": millis(at), "processingTimeMillis": 546, "recipients": [address],
                    "smtpResponse": smtp, "reportingMTA": "mta.example.com"});
                ("Email Delivered", "Delivery", "delivery", details)
            }
            Self::DeliveryDelay => {
                let delayed = json!([{"emailAddress": address, "status": "4.4.1", "diagnosticCode": "smtp; 421 4.4.1 try again"}]);
                let details = json!({"timestamp": millis(at), "delayType": "TransientCommunicationFailure",
                    "expirationTime": millis(at + SignedDuration::from_hours(14)), "delayedRecipients": delayed});
                ("Email Delivery Delayed", "DeliveryDelay", "deliveryDelay", details)
            }
            Self::Reject => ("Email Rejected", "Reject", "reject", json!({"reason": "Bad content"})),
            Self::PermanentBounce => {
                let kind = if local_part(address) == "suppressionlist" { "Suppressed" } else { "General" };
                ("Email Bounced", "Bounce", "bounce", bounce(address, at, "Permanent", kind, "5.1.1"))
            }
            Self::TransientBounce => {
                ("Email Bounced", "Bounce", "bounce", bounce(address, at, "Transient", "MailboxFull", "4.2.2"))
            }
            Self::Complaint => {
                ("Email Complaint Received", "Complaint", "complaint", complaint(mail, at, reported_by(address, at)))
            }
            Self::SuppressedBounce => {
                ("Email Bounced", "Bounce", "bounce", bounce(address, at, "Permanent", ON_LIST, "5.1.1"))
            }
            Self::SuppressedComplaint => {
                let sub_type = json!({"complaintSubType": ON_LIST});
                ("Email Complaint Received", "Complaint", "complaint", complaint(mail, at, sub_type))
            }
        };
        let mut detail = json!({"eventType": event_type, "mail": mail_object(mail, configuration_set)});
        detail[name] = details;
        json!({
            "version": "0",
            "id": format!("{}-{name}", mail.id),
            "detail-type": detail_type,
            "source": "aws.ses",
            "account": ACCOUNT,
            // The time has no milliseconds.
            "time": format!("{at:.0}"),
            "region": REGION,
            "resources": [format!("arn:aws:ses:{REGION}:{ACCOUNT}:configuration-set/{configuration_set}")],
            "detail": detail,
        })
    }
}

/// The events of an email from its acceptance to the end, with their instants. An email that SES does not send has only
/// `suppressed`.
pub(super) fn life_of(mail: &Mail, suppressed: Option<MailEvent>) -> Vec<(Timestamp, MailEvent)> {
    use MailEvent::{Complaint, Delivery, PermanentBounce, Send};
    let events: &[_] = match (suppressed, local_part(&mail.to)) {
        (Some(suppressed), _) => &[(SENT_AFTER, Send), (SENT_AFTER, suppressed)],
        (None, "bounce" | "suppressionlist") => &[(SENT_AFTER, Send), (DELIVERED_AFTER, PermanentBounce)],
        (None, local) if local == "complaint" || local.starts_with("complaint-") => {
            &[(SENT_AFTER, Send), (DELIVERED_AFTER, Delivery), (COMPLAINED_AFTER, Complaint)]
        }
        _ => &[(SENT_AFTER, Send), (DELIVERED_AFTER, Delivery)],
    };
    events.iter().map(|&(after, event)| (mail.sent_at + after, event)).collect()
}

/// An address' local part without a label.
pub(super) fn local_part(address: &str) -> &str {
    address.split(['+', '@']).next().unwrap_or_default()
}

fn bounce(address: &str, at: Timestamp, kind: &str, sub_kind: &str, status: &str) -> Value {
    let recipient = json!({"emailAddress": address, "action": "failed", "status": status,
        "diagnosticCode": format!("smtp; 550 {status}")});
    json!({"bounceType": kind, "bounceSubType": sub_kind, "bouncedRecipients": [recipient], "timestamp": millis(at),
        "feedbackId": "0100017e-bounce", "reportingMTA": "dsn; mta.example.com"})
}

fn complaint(mail: &Mail, at: Timestamp, more: Value) -> Value {
    let mut complaint = json!({"complainedRecipients": [{"emailAddress": mail.to}], "timestamp": millis(at),
        "feedbackId": format!("{}-feedback", mail.id)});
    if let (Some(fields), Value::Object(more)) = (complaint.as_object_mut(), more) {
        fields.extend(more);
    }
    complaint
}

/// The fields of a complaint that the recipient's mail provider has reported.
fn reported_by(address: &str, at: Timestamp) -> Value {
    let word = local_part(address).strip_prefix("complaint-");
    if word == Some("unreported") {
        return json!({});
    }
    let kind = FEEDBACK_TYPES.into_iter().find(|kind| Some(*kind) == word).unwrap_or("abuse");
    let mut fields = json!({"userAgent": "ExampleCorp Feedback Loop (V0.01)", "complaintFeedbackType": kind,
        "arrivalDate": millis(at)});
    // This field is in AWS' list of fields, but not in AWS' example.
    if word.is_some() {
        fields["complaintSubType"] = Value::Null;
    }
    fields
}

fn mail_object(mail: &Mail, configuration_set: &str) -> Value {
    let mut tags: Map<String, Value> = mail.tags.iter().map(|(name, value)| (name.clone(), json!([value]))).collect();
    for (name, value) in [
        ("ses:operation", "SendEmail"),
        ("ses:configuration-set", configuration_set),
        ("ses:source-ip", "192.0.2.1"),
        ("ses:from-domain", mail.from.rsplit('@').next().unwrap_or_default().trim_end_matches('>')),
        ("ses:caller-identity", "sender"),
    ] {
        tags.insert(name.to_owned(), json!([value]));
    }
    let headers = mail.headers.iter().map(|(name, value)| json!({"name": name, "value": value}));
    json!({
        "timestamp": millis(mail.sent_at),
        "source": mail.from,
        "sendingAccountId": ACCOUNT,
        "messageId": mail.id,
        "destination": [mail.to],
        "headersTruncated": false,
        "headers": headers.collect::<Vec<_>>(),
        "commonHeaders": {"from": [mail.from], "to": [mail.to], "messageId": mail.id, "subject": mail.subject},
        "tags": tags,
    })
}

fn millis(at: Timestamp) -> String {
    format!("{at:.3}")
}
