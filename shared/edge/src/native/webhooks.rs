//! The JSON of webhooks.

use app::idempotency::Reply;
use app::webhook::{NewWebhook, WebhookChange};
use domain::values::value::{Kept, Kind, Lenient, Raw, Text, strings, text};
use domain::values::{HttpsUrl, Invalid, Patch, Reach, RemoteUrl, WebhookId};
use domain::webhook::{EventKinds, Webhook};
use store::webhook::WebhookRecord;

use crate::error::Error;
use crate::shown::{Flat, Time, Url, pattern};
use crate::{input, shown};

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
    }, include();
    Enabled: bool = |json| match text(json) {
        ENABLED => Ok(true),
        DISABLED => Ok(false),
        _ => Err(Invalid("`status` must be enabled or disabled; omit it to keep it.")),
    }, statuses();
}

fn include() -> Kind {
    Kind::Word(vec![REVIEW]).list(None, None)
}

fn statuses() -> Kind {
    Kind::Word(vec![ENABLED, DISABLED])
}

fn events() -> Kind {
    Kind::Word(EventKinds::every_word()).list(None, None)
}

fn secret() -> Kind {
    pattern("^whsec_[A-Za-z0-9+/]{43}=$")
}

shown! {
    /// A webhook.
    pub struct WebhookBody as Webhook (webhook: &Webhook) {
        id: u64 = webhook.id.get();
        url: Url = webhook.url.as_str();
        events: Vec<String> = webhook.events.words(), as events();
        include: Vec<String> = webhook.includes_review.then_some(REVIEW), as include();
        /// Whether the endpoint is also called about imported reviews.
        include_imports: bool = webhook.includes_imports;
        status: String = if webhook.is_enabled { ENABLED } else { DISABLED }, as statuses();
        created_at: Time = webhook.created_at;
        /// Who created the webhook, in the words of the audit log, such as `key:3f9a1c0b7d2e`. That key may be deleted by
        /// now.
        created_by: String = &webhook.created_by;
    }

    /// A new webhook with its secret.
    pub struct WebhookCreated(record: &WebhookRecord) {
        webhook: Flat<WebhookBody> = &record.webhook;
        /// `whsec_` and 32 bytes in base64. Store it: it is not shown again.
        secret: String = record.secret.reveal(), as secret();
    }

    /// All webhooks of a shop.
    pub struct WebhooksBody as Webhooks (records: &[WebhookRecord]) {
        webhooks: Vec<WebhookBody> = records.iter().map(|record| &record.webhook);
    }

    /// A new secret.
    pub struct SecretBody as WebhookSecret (record: &WebhookRecord) {
        /// Always `true`.
        ok: bool = true;
        /// `whsec_` and 32 bytes in base64. Store it: it is not shown again.
        secret: String = record.secret.reveal(), as secret();
    }

    /// The answer to a deletion.
    pub struct DeletedWebhook(_deleted: ()) {
        /// Always `true`.
        ok: bool = true;
    }

    /// The answer to a call that queued events.
    pub struct QueuedBody as WebhookQueued (count: usize) {
        /// Always `true`.
        ok: bool = true;
        /// The number of events to be sent.
        count: usize = count;
    }
}

pub fn created(record: &WebhookRecord) -> Result<Reply, app::error::Error> {
    Reply::json(201, &WebhookCreated::new(record))
}

/// The reply with a new secret.
pub fn rotated(record: &WebhookRecord) -> Result<Reply, app::error::Error> {
    Reply::json(200, &SecretBody::new(record))
}

pub fn queued(count: usize) -> Result<Reply, app::error::Error> {
    Reply::json(202, &QueuedBody::new(count))
}
