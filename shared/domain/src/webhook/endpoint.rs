//! A shop's webhook endpoint, which is called with events.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::values::{RemoteUrl, SCOPE_REVIEWS_READ, WebhookId, has_scope, is_default, ms};
use crate::webhook::{Event, EventKind, EventKinds};

pub const WEBHOOKS_MAX: usize = 10;
/// How long an endpoint may fail before it is disabled.
pub const FAILING_MAX: SignedDuration = SignedDuration::from_hours(72);
/// How often a failing endpoint is called, with one event; the other events wait.
pub const PROBE_EVERY: SignedDuration = SignedDuration::from_mins(1);
/// How long a replaced secret still works.
pub const SECRET_ROTATION: SignedDuration = SignedDuration::from_hours(24);
/// The most replaced secrets that still work. There can be several, because a client repeats a rotation whose answer
/// was lost.
pub const EARLIER_SECRETS_MAX: usize = 3;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Webhook {
    pub id: WebhookId,
    #[serde(skip)]
    pub url: RemoteUrl,
    pub events: EventKinds,
    /// Whether the review itself, with its personal data, is sent with its events.
    pub includes_review: bool,
    /// Whether the endpoint is also called about imported reviews.
    #[serde(default, skip_serializing_if = "is_default")]
    pub includes_imports: bool,
    /// Whether the endpoint is called at all.
    pub is_enabled: bool,
    #[serde(with = "ms::required")]
    pub created_at: Timestamp,
    /// Who created the endpoint, in the words of the audit log, because an endpoint outlives the key that made it.
    pub created_by: String,
    /// Since when no call has succeeded; `None` if the last call succeeded.
    #[serde(skip)]
    pub failing_since: Option<Timestamp>,
    /// When the endpoint was last probed since it began to fail.
    #[serde(skip)]
    pub probed_at: Option<Timestamp>,
    /// Until when a slow call may still be waiting for its answer.
    #[serde(skip)]
    pub silent_until: Option<Timestamp>,
    /// Since when the endpoint has answered slowly; `None` if its last answer was quick.
    #[serde(skip)]
    pub slow_since: Option<Timestamp>,
}

/// The part of an endpoint that decides whether an event is sent to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subscription {
    pub webhook: WebhookId,
    pub events: EventKinds,
    /// Whether the endpoint is also called about imported reviews.
    #[serde(default, skip_serializing_if = "is_default")]
    pub includes_imports: bool,
    /// Whether the endpoint is called at all.
    pub is_enabled: bool,
}

impl Webhook {
    pub fn subscription(&self) -> Subscription {
        let Self { id, events, includes_imports, is_enabled, .. } = self;
        Subscription {
            webhook: *id,
            events: events.clone(),
            includes_imports: *includes_imports,
            is_enabled: *is_enabled,
        }
    }

    /// The scope that a key needs, and lacks, to send events to this endpoint. `None` if the key lacks none, or if the
    /// endpoint sent the same to the same URL `before`. Without this check, a key that may manage webhooks could use
    /// one to read data that it may not read itself.
    pub fn lacks(&self, before: Option<&Self>, scopes: &[String]) -> Option<&'static str> {
        let Self { url, events, includes_review, .. } = self;
        if before.is_some_and(|it| (&it.url, &it.events, &it.includes_review) == (url, events, includes_review)) {
            return None;
        }
        let mut needed = events.scopes();
        needed.extend(includes_review.then_some(SCOPE_REVIEWS_READ));
        needed.into_iter().find(|needed| !has_scope(scopes, needed))
    }

    /// Whether the endpoint fails and was probed within the last minute; then it is not called.
    pub fn is_resting(&self, now: Timestamp) -> bool {
        let is_probed = self.probed_at.is_some_and(|at| now.duration_since(at) < PROBE_EVERY);
        self.failing_since.is_some() && is_probed
    }

    /// Whether the last call failed or was slow; then its events use the queue for slow
    /// endpoints, so that quick endpoints do not wait.
    pub const fn is_slow(&self) -> bool {
        self.failing_since.is_some() || self.slow_since.is_some()
    }

    /// Whether the endpoint has failed for so long that it must be disabled.
    pub fn is_given_up(&self, now: Timestamp) -> bool {
        self.failing_since.is_some_and(|since| now.duration_since(since) >= FAILING_MAX)
    }
}

impl Subscription {
    pub fn wants_kind(&self, kind: EventKind) -> bool {
        self.is_enabled && self.events.contains(kind)
    }

    /// Whether an event is sent to the endpoint. More Good Reviews' rows are about messages to customers, so events of
    /// requests without a message are left out. Events of imports go only to endpoints that ask for them.
    pub fn wants(&self, event: &Event) -> bool {
        let is_import_wanted = self.includes_imports || !event.is_of_import();
        self.wants_kind(event.kind) && is_import_wanted && (!self.events.is_more_good() || event.has_row())
    }
}
