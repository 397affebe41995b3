//! The JSON of webhooks.

use app::idempotency::Reply;
use app::webhook::{NewWebhook, WebhookChange};
use domain::values::value::{Kept, Kind, Lenient, Raw, Text, strings, text};
use domain::values::{HttpsUrl, Invalid, Patch, Reach, RemoteUrl, WebhookId};
use domain::webhook::{EventKinds, Webhook};
use serde::Serialize;
use store::webhook::WebhookRecord;
use utoipa::ToSchema;
use utoipa::openapi::schema::ArrayBuilder;
use utoipa::openapi::{Array, Object};

use super::seconds;
use crate::error::Error;
use crate::input;
use crate::openapi::words;

/// The only value of `include`.
const REVIEW: &str = "review";
const ENABLED: &str = "enabled";
const DISABLED: &str = "disabled";

const URL_RULE: Invalid =
    Invalid("`url` must start with https:// and the name of a host, and have at most 2,048 characters.");
const IMPORTS_RULE: &str = "`include_imports` must be true or false.";

/// The webhook in a path. A malformed id counts as unknown.
pub fn webhook_id(segment: &str) -> Result<WebhookId, app::error::Error> {
    WebhookId::parse(segment).map_err(|_| app::error::Error::NotFound)
}

input! {
    /// A new webhook.
    pub struct NewWebhookInput as NewWebhook {
        /// An https URL. The host must be a name, not an IP address, and resolve to public addresses.
        url: Raw, as endpoint();
        // The events to send. If omitted or null: all events, including those of later versions. With More Good Reviews'
        // names, which have a hyphen, the webhook gets that vendor's rows; these names cannot be mixed with ours.
        events: Option<EventKinds>;
        // With `review`, the events of reviews contain the whole review, including the author's name.
        include: Option<Include>;
        /// Whether the endpoint is also called about imported reviews.
        include_imports: Lenient<Option<bool>>, or IMPORTS_RULE;
    }
}

impl NewWebhookInput {
    pub fn parse(self, reach: Reach) -> Result<NewWebhook, Error> {
        Ok(NewWebhook {
            url: url(&self.url?, reach)?,
            events: self.events?.unwrap_or(EventKinds::All),
            includes_review: self.include?.unwrap_or(false),
            includes_imports: self.include_imports?.unwrap_or(false),
        })
    }
}

input! {
    /// A change of a webhook. Omitted fields keep their value.
    pub struct WebhookChangeInput as WebhookChange {
        /// An https URL. The host must be a name, not an IP address, and resolve to public addresses.
        url: Kept<Raw>, as endpoint();
        // The events to send; null for all events, including those of later versions.
        events: Patch<EventKinds>;
        // With `review`, the events of reviews contain the whole review, including the author's name.
        include: Option<Include>;
        /// Whether the endpoint is also called about imported reviews.
        include_imports: Lenient<Option<bool>>, or IMPORTS_RULE;
        // Whether the webhook gets events. A webhook that failed for three days, or answered 410, is disabled until you
        // enable it here.
        status: Kept<Enabled>;
    }
}

impl WebhookChangeInput {
    pub fn parse(self, reach: Reach) -> Result<WebhookChange, Error> {
        let url = self.url?.map(|given| url(&given, reach)).transpose()?;
        let events = match self.events? {
            Patch::Keep => None,
            Patch::Clear => Some(EventKinds::All),
            Patch::Set(events) => Some(events),
        };
        let (is_enabled, includes_review) = (self.status?, self.include?);
        Ok(WebhookChange { url, events, includes_review, includes_imports: self.include_imports?, is_enabled })
    }
}

fn endpoint() -> Kind {
    Kind::Text(Text { format: Some("uri"), ..Text::at_most(HttpsUrl::CHARACTERS_MAX) })
}

fn url(given: &str, reach: Reach) -> Result<RemoteUrl, Error> {
    RemoteUrl::parse(given, reach).map_err(|_| Error::field("url")(URL_RULE))
}

/// Whether events contain the whole review.
enum Include {}
/// Whether the webhook gets events.
enum Enabled {}

domain::reads! {
    Include: bool = |json| {
        let words = strings(json).filter(|words| words.iter().all(|word| *word == REVIEW));
        words.map(|words| !words.is_empty()).ok_or(Invalid("`include` must be [\"review\"] or []."))
    }, Kind::Word(vec![REVIEW]).list(None, None);
    Enabled: bool = |json| match text(json) {
        ENABLED => Ok(true),
        DISABLED => Ok(false),
        _ => Err(Invalid("`status` must be enabled or disabled; omit it to keep it.")),
    }, Kind::Word(vec![ENABLED, DISABLED]);
}

fn statuses() -> Object {
    words([ENABLED, DISABLED])
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
    /// now.
    created_by: &'a str,
}

fn listed_events() -> Array {
    ArrayBuilder::new().items(words(EventKinds::every_word())).build()
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
            created_by,
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
