//! Asks.

use std::borrow::Cow;

use app::idempotency::Reply;
use domain::customer::Customer;
use domain::request::{Request, Status};
use domain::values::{Channel, Country, Dialect, EmailAddress, Invalid, Language, Phone, Reminders};
use edge::field::Field;
use edge::openapi::{language_tag, words};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::openapi::{Object, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::error::Failure;
use crate::use_cases::NewAsk;
use crate::wire::time;
use crate::wire::violations::{Violations, lacks_country};

#[derive(Deserialize, ToSchema)]
#[schema(as = BeaconAskInput)]
pub(crate) struct AskInput {
    /// Required without `phone`.
    #[schema(value_type = Option<String>, format = "idn-email", max_length = 254)]
    email: Field<String>,
    /// Required without `email`.
    #[schema(value_type = Option<String>, pattern = r"^\s*\+?[0-9 .\-/()\u00a0\u202f\u2010\u2011\u2013]+\s*$")]
    phone: Field<String>,
    /// The channels in the order of use. If omitted: every channel for which the customer has an address.
    #[schema(value_type = Option<Vec<ChannelInput>>, min_items = 1)]
    channels: Field<Vec<ChannelInput>>,
    #[schema(value_type = Option<u8>, maximum = 3)]
    reminders_count: Field<f64>,
    /// Unix seconds, RFC 3339, or a date, at most 366 days ahead. If omitted or past, the first message leaves now.
    #[schema(schema_with = time::schema, required = false)]
    asked_at: Field<Value>,
    #[schema(schema_with = language_tag, required = false)]
    language: Field<String>,
}

impl AskInput {
    pub(crate) fn needs_country(&self) -> bool {
        lacks_country(&self.phone)
    }

    /// The ask. Without a time, or with a past one, it is due at `now`.
    pub(crate) fn parse(self, country: Option<Country>, now: Timestamp) -> Result<NewAsk, Failure> {
        let Self { email, phone, channels, reminders_count, asked_at, language } = self;
        let mut violations = Violations::default();
        let email = violations.patch("email", email, EmailAddress::parse);
        let phone = violations.patch("phone", phone, |phone| Phone::parse_in(phone, country));
        let key = violations.key(&email, &phone);
        let channels = violations.check("channels", parse_channels(channels)).flatten();
        let reminders = violations.check("reminders_count", reminders_count.parse(Reminders::new)).flatten();
        let asked_at = violations.check("asked_at", time::optional(asked_at)).flatten();
        let language = violations.optional("language", language, Language::of_tag).flatten();
        let delay_max = SignedDuration::from_hours(24 * i64::from(Dialect::MoreGoodReviews.policy().delay_days_max));
        if asked_at.is_some_and(|at| at.duration_since(now) > delay_max) {
            violations.add("asked_at", Invalid("`asked_at` must be at most 366 days ahead."));
        }
        violations.finish(key.map(|key| NewAsk {
            key,
            channels,
            reminders: reminders.unwrap_or(Reminders::NONE),
            scheduled_at: asked_at.map_or(now, |at| at.max(now)),
            language,
        }))
    }
}

#[derive(Deserialize)]
struct ChannelInput(String);

impl PartialSchema for ChannelInput {
    fn schema() -> RefOr<Schema> {
        words(Channel::WORDS).into()
    }
}

impl ToSchema for ChannelInput {
    fn name() -> Cow<'static, str> {
        "BeaconChannel".into()
    }
}

/// The channels in the given order, without repetition; `None` if the field is absent or null.
fn parse_channels(channels: Field<Vec<ChannelInput>>) -> Result<Option<Vec<Channel>>, Invalid> {
    const RULE: Invalid = Invalid(
        "`channels` must be a list of \"email\", \"sms\" or both; if omitted, every channel that reaches the customer \
         is used.",
    );
    let Some(words) = channels.optional(RULE)? else { return Ok(None) };
    let mut channels = Vec::new();
    for ChannelInput(word) in words {
        let channel = Channel::parse(&word).ok_or(RULE)?;
        if !channels.contains(&channel) {
            channels.push(channel);
        }
    }
    if channels.is_empty() { Err(RULE) } else { Ok(Some(channels)) }
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
    /// The channels in the order of use.
    channels: Vec<&'static str>,
    reminders_count: u8,
    /// When the first message is or was due, in Unix seconds.
    scheduled_at: i64,
    #[schema(schema_with = statuses)]
    status: &'static str,
}

fn statuses() -> Object {
    words(Status::WORDS)
}

#[derive(Serialize, ToSchema)]
#[schema(as = BeaconAskBody)]
pub(crate) struct AskBody<'a> {
    /// Always `true`.
    success: bool,
    data: AskData<'a>,
}

/// The answer with a new or an open ask.
pub(crate) fn created(request: &Request, customer: &Customer, now: Timestamp) -> Result<Reply, app::error::Error> {
    let body = AskBody {
        success: true,
        data: AskData {
            id: request.id.guid().to_string(),
            email: customer.email.as_ref().map(EmailAddress::as_typed),
            phone: customer.phone.as_ref().map(Phone::as_str),
            channels: request.delivery.channels.iter().map(|channel| channel.as_str()).collect(),
            reminders_count: request.delivery.reminders.get(),
            scheduled_at: request.scheduled_at.as_second(),
            status: request.status(now).as_str(),
        },
    };
    Reply::json(200, &body)
}
