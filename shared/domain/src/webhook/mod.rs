//! Webhooks: the events that shops are sent, their endpoints, and the calls.

mod delivery;
mod endpoint;
mod event;
mod kind;
mod kinds;

pub use delivery::{ATTEMPTS_LOGGED_MAX, Attempt, DeliveryStatus, RETRY_AFTER_MAX, TRIES_MAX, WebhookDelivery};
pub use endpoint::{
    EARLIER_SECRETS_MAX, FAILING_MAX, PROBE_EVERY, SECRET_ROTATION, Subscription, WEBHOOKS_MAX, Webhook,
};
pub use event::{
    About, ErasureEvent, Event, MessageEvent, RequestEvent, ReviewEvent, SuppressionEvent, SuspensionEvent,
};
pub use kind::EventKind;
pub use kind::MoreGoodEvent;
pub use kinds::EventKinds;
