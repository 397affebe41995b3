//! The JSON of webhooks.

use app::idempotency::Reply;
use app::webhook::{NewWebhook, WebhookChange};
use domain::values::{Invalid, Reach, RemoteUrl, WebhookId};
use domain::webhook::{EventKind, EventKinds, MoreGoodEvent, Webhook};
use serde::{Deserialize, Serialize};
use store::webhook::WebhookRecord;
use utoipa::ToSchema;
use utoipa::openapi::schema::{ArrayBuilder, SchemaType};
use utoipa::openapi::{Array, Object, Type};

use super::seconds;
use crate::error::Error;
use crate::field::Field;
use crate::openapi::words;

/// The only value of `include`.
const REVIEW: &str = "review";
const ENABLED: &str = "enabled";
const DISABLED: &str = "disabled";

const URL_RULE: Invalid =
    Invalid("`url` must start with https:// and the name of a host, and have at most 2,048 characters.");
const EVENTS_RULE: Invalid = Invalid(
    "`events` must be a list of events such as review.published, or of More Good Reviews' names alone; omit it for all.",
);
const IMPORTS_RULE: Invalid = Invalid("`include_imports` must be true or false.");
const INCLUDE_RULE: Invalid = Invalid("`include` must be [\"review\"] or [].");
const STATUS_RULE: Invalid = Invalid("`status` must be enabled or disabled; omit it to keep it.");

/// The webhook in a path. A malformed id counts as unknown.
pub fn webhook_id(segment: &str) -> Result<WebhookId, app::error::Error> {
    WebhookId::parse(segment).map_err(|_| app::error::Error::NotFound)
}

/// A new webhook.
#[derive(Deserialize, ToSchema)]
#[schema(as = NewWebhook)]
pub struct NewWebhookInput {
    /// An https URL. The host must be a name, not an IP address, and resolve to public addresses.
    #[schema(value_type = String, format = "uri", max_length = 2048)]
    url: Field<String>,
    /// The events to send. If omitted or null: all events, including those of later versions. With More Good Reviews'
    /// names, which have a hyphen, the webhook gets that vendor's rows; these names cannot be mixed with ours.
    #[schema(schema_with = events_or_omitted, required = false)]
    events: Field<Vec<String>>,
    /// With `review`, the events of reviews contain the whole review, including the author's name.
    #[schema(schema_with = include_or_omitted, required = false)]
    include: Field<Vec<String>>,
    /// Whether the endpoint is also called about imported reviews.
    #[schema(value_type = bool, required = false)]
    include_imports: Field<bool>,
}

impl NewWebhookInput {
    pub fn parse(self, reach: Reach) -> Result<NewWebhook, Error> {
        let Self { url: given, events: kinds, include: included, include_imports: imports } = self;
        Ok(NewWebhook {
            url: url(&given, reach).map_err(Error::field("url"))?,
            events: events(kinds).map_err(Error::field("events"))?.unwrap_or(EventKinds::All),
            includes_review: include(included).map_err(Error::field("include"))?.unwrap_or(false),
            includes_imports: imports.optional(IMPORTS_RULE).map_err(Error::field("include_imports"))?.unwrap_or(false),
        })
    }
}

/// A change of a webhook. Omitted fields keep their value.
#[derive(Deserialize, ToSchema)]
#[schema(as = WebhookChange)]
pub struct WebhookChangeInput {
    /// An https URL. The host must be a name, not an IP address, and resolve to public addresses.
    #[schema(value_type = String, required = false, format = "uri", max_length = 2048)]
    url: Field<String>,
    /// The events to send; null for all events, including those of later versions.
    #[schema(schema_with = events_or_omitted, required = false)]
    events: Field<Vec<String>>,
    /// With `review`, the events of reviews contain the whole review, including the author's name.
    #[schema(schema_with = include_or_omitted, required = false)]
    include: Field<Vec<String>>,
    /// Whether the endpoint is also called about imported reviews.
    #[schema(value_type = bool, required = false)]
    include_imports: Field<bool>,
    /// Whether the webhook gets events. A webhook that failed for three days, or answered 410, is disabled until you
    /// enable it here.
    #[schema(schema_with = statuses, required = false)]
    status: Field<String>,
}

impl WebhookChangeInput {
    pub fn parse(self, reach: Reach) -> Result<WebhookChange, Error> {
        let Self { url: given, events: kinds, include: included, include_imports: imports, status } = self;
        let url = match &given {
            Field::Absent => None,
            given => Some(url(given, reach).map_err(Error::field("url"))?),
        };
        let events = match kinds {
            Field::Null => Some(EventKinds::All),
            kinds => events(kinds).map_err(Error::field("events"))?,
        };
        let is_enabled = match &status {
            Field::Absent => None,
            status => Some(is_enabled(status.as_str()).map_err(Error::field("status"))?),
        };
        let includes_review = include(included).map_err(Error::field("include"))?;
        let includes_imports = imports.optional(IMPORTS_RULE).map_err(Error::field("include_imports"))?;
        Ok(WebhookChange { url, events, includes_review, includes_imports, is_enabled })
    }
}

fn url(given: &Field<String>, reach: Reach) -> Result<RemoteUrl, Invalid> {
    RemoteUrl::parse(given.as_str(), reach).map_err(|_| URL_RULE)
}

fn events(given: Field<Vec<String>>) -> Result<Option<EventKinds>, Invalid> {
    let kinds = |words: Vec<String>| EventKinds::parse(words.iter().map(String::as_str)).map_err(|_| EVENTS_RULE);
    given.optional(EVENTS_RULE)?.map(kinds).transpose()
}

fn include(given: Field<Vec<String>>) -> Result<Option<bool>, Invalid> {
    let includes = |words: Vec<String>| {
        let is_known = words.iter().all(|word| word == REVIEW);
        is_known.then_some(!words.is_empty()).ok_or(INCLUDE_RULE)
    };
    given.optional(INCLUDE_RULE)?.map(includes).transpose()
}

fn is_enabled(word: &str) -> Result<bool, Invalid> {
    match word {
        ENABLED => Ok(true),
        DISABLED => Ok(false),
        _ => Err(STATUS_RULE),
    }
}

fn statuses() -> Object {
    words([ENABLED, DISABLED])
}

fn events_or_omitted() -> Array {
    ArrayBuilder::new().schema_type(list_or_null()).items(event_words()).min_items(Some(1)).build()
}

fn event_words() -> Object {
    let ours = EventKind::SUBSCRIBED.map(EventKind::as_str);
    words(ours.into_iter().chain(MoreGoodEvent::WORDS))
}

fn include_or_omitted() -> Array {
    ArrayBuilder::new().schema_type(list_or_null()).items(words([REVIEW])).build()
}

fn list_or_null() -> SchemaType {
    SchemaType::from_iter([Type::Array, Type::Null])
}

/// A webhook.
#[derive(Serialize, ToSchema)]
#[schema(as = Webhook)]
pub struct WebhookBody<'a> {
    id: u64,
    #[schema(format = "uri")]
    url: &'a str,
    #[schema(schema_with = listed_events)]
    events: Vec<&'static str>,
    #[schema(schema_with = listed_include)]
    include: Vec<&'static str>,
    /// Whether the endpoint is also called about imported reviews.
    include_imports: bool,
    #[schema(schema_with = statuses)]
    status: &'static str,
    #[schema(format = DateTime)]
    created_at: String,
    /// Who created the webhook, in the words of the audit log, such as `key:3f9a1c0b7d2e`. That key may be deleted by
    /// now. `null` if an earlier version of Afterword created the webhook.
    #[schema(required)]
    created_by: Option<&'a str>,
}

fn listed_events() -> Array {
    ArrayBuilder::new().items(event_words()).build()
}

fn listed_include() -> Array {
    ArrayBuilder::new().items(words([REVIEW])).build()
}

impl<'a> WebhookBody<'a> {
    pub fn new(webhook: &'a Webhook) -> Self {
        let Webhook {
            id,
            url,
            events,
            includes_review,
            includes_imports,
            is_enabled,
            created_at,
            created_by,
            failing_since: _,
            probed_at: _,
            silent_until: _,
            slow_since: _,
        } = webhook;
        Self {
            id: id.get(),
            url: url.as_str(),
            events: events.words(),
            include: if *includes_review { vec![REVIEW] } else { Vec::new() },
            include_imports: *includes_imports,
            status: if *is_enabled { ENABLED } else { DISABLED },
            created_at: seconds(*created_at),
            created_by: created_by.as_deref(),
        }
    }
}

/// A new webhook with its secret.
#[derive(Serialize, ToSchema)]
pub struct WebhookCreated<'a> {
    #[serde(flatten)]
    webhook: WebhookBody<'a>,
    /// `whsec_` and 32 bytes in base64. Store it: it is not shown again.
    #[schema(pattern = "^whsec_[A-Za-z0-9+/]{43}=$")]
    secret: String,
}

impl<'a> WebhookCreated<'a> {
    fn new(record: &'a WebhookRecord) -> Self {
        Self { webhook: WebhookBody::new(&record.webhook), secret: record.secret.reveal() }
    }
}

/// All webhooks of a shop.
#[derive(Serialize, ToSchema)]
#[schema(as = Webhooks)]
pub struct WebhooksBody<'a> {
    webhooks: Vec<WebhookBody<'a>>,
}

impl<'a> WebhooksBody<'a> {
    pub fn new(records: &'a [WebhookRecord]) -> Self {
        Self { webhooks: records.iter().map(|record| WebhookBody::new(&record.webhook)).collect() }
    }
}

/// A new secret.
#[derive(Serialize, ToSchema)]
#[schema(as = WebhookSecret)]
pub struct SecretBody {
    /// Always `true`.
    ok: bool,
    /// `whsec_` and 32 bytes in base64. Store it: it is not shown again.
    #[schema(pattern = "^whsec_[A-Za-z0-9+/]{43}=$")]
    secret: String,
}

impl SecretBody {
    fn new(record: &WebhookRecord) -> Self {
        Self { ok: true, secret: record.secret.reveal() }
    }
}

/// The answer to a deletion.
#[derive(Serialize, ToSchema)]
pub struct DeletedWebhook {
    /// Always `true`.
    pub ok: bool,
}

/// The answer to a call that queued events.
#[derive(Serialize, ToSchema)]
#[schema(as = WebhookQueued)]
pub struct QueuedBody {
    /// Always `true`.
    ok: bool,
    /// The number of events to be sent.
    count: usize,
}

pub fn created(record: &WebhookRecord) -> Result<Reply, app::error::Error> {
    Reply::json(201, &WebhookCreated::new(record))
}

/// The reply with a new secret.
pub fn rotated(record: &WebhookRecord) -> Result<Reply, app::error::Error> {
    Reply::json(200, &SecretBody::new(record))
}

pub fn queued(count: usize) -> Result<Reply, app::error::Error> {
    Reply::json(202, &QueuedBody { ok: true, count })
}
