//! Asks.

use app::requests::{NewAsk, Reply};
use domain::{Channel, Customer, EmailAddress, Invalid, Language, Phone, Reminders, Request, Status};
use edge::openapi::words;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use utoipa::openapi::Object as Schema;

use super::answer;
use super::fields::{Fields, Object, set};
use crate::error::Failure;

/// The latest that an ask may leave, in days: its link dies after 90.
const ASKED_IN_DAYS_MAX: i64 = 89;

/// Reads an ask. A time that is over, or none, is now.
pub(crate) fn ask(object: &Object, now: Timestamp) -> Result<NewAsk, Failure> {
    let mut fields = Fields::of(object);
    let key = fields.key();
    let channels = set(fields.value("channels", channels));
    let reminders = fields.value("reminders_count", |value| Reminders::new(value.as_f64().unwrap_or(f64::NAN)));
    let asked_at = set(fields.time("asked_at"));
    let language = set(fields.text("language", Language::parse)).flatten();
    if asked_at.is_some_and(|at| at.duration_since(now) > SignedDuration::from_hours(24 * ASKED_IN_DAYS_MAX)) {
        fields.refuse("asked_at", Invalid("Ask within 89 days: the link dies after 90."));
    }
    let ask = key.map(|key| NewAsk {
        key,
        channels,
        reminders: set(reminders).unwrap_or(Reminders::NONE),
        scheduled_at: asked_at.map_or(now, |at| at.max(now)),
        language,
    });
    fields.finish(ask)
}

/// Reads the channels, each once, in the order given.
fn channels(value: &Value) -> Result<Vec<Channel>, Invalid> {
    const RULE: Invalid =
        Invalid("Name the channels in a list: \"email\", \"sms\" or both; left out, all that reach the customer.");
    let named = |value: &Value| value.as_str().and_then(Channel::parse);
    let named: Option<Vec<_>> = value.as_array().ok_or(RULE)?.iter().map(named).collect();
    let mut channels = Vec::new();
    for channel in named.ok_or(RULE)? {
        if !channels.contains(&channel) {
            channels.push(channel);
        }
    }
    if channels.is_empty() { Err(RULE) } else { Ok(channels) }
}

/// An ask.
#[derive(Serialize, ToSchema)]
#[schema(as = BeaconAsk)]
struct AskData<'a> {
    #[schema(format = "uuid")]
    id: String,
    #[schema(required)]
    email: Option<&'a str>,
    #[schema(required)]
    phone: Option<&'a str>,
    /// In the order in which they are used.
    channels: Vec<&'static str>,
    reminders_count: u8,
    /// When the first message leaves, or left, in Unix seconds.
    scheduled_at: i64,
    #[schema(schema_with = statuses)]
    status: &'static str,
}

fn statuses() -> Schema {
    words(Status::ALL.map(Status::as_str))
}

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconAskBody)]
pub(crate) struct AskBody<'a> {
    data: AskData<'a>,
}

/// The answer that shows an ask, new or open.
pub(crate) fn asked(request: &Request, customer: &Customer, now: Timestamp) -> Reply {
    answer(&AskBody {
        data: AskData {
            id: request.id.guid().to_string(),
            email: customer.email.as_ref().map(EmailAddress::as_typed),
            phone: customer.phone.as_ref().map(Phone::as_str),
            channels: request.delivery.channels.iter().map(|channel| channel.as_str()).collect(),
            reminders_count: request.delivery.reminders.get(),
            scheduled_at: request.scheduled_at.as_second(),
            status: request.status(now).as_str(),
        },
    })
}
