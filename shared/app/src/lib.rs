//! Use cases: load, let the domain decide, save, then cause effects.
//!
//! An operation that four dialects offer is one method here; a struct of clients is what the
//! operation may touch, to be compared with its function's statements in `template.yaml`. An operation of one function
//! alone is in that function's crate, made of what is public here.

mod clock;
mod error;
pub mod idempotency;
pub mod import;
mod links;
pub mod message;
pub mod order;
mod outbound;
pub mod paging;
pub mod privacy;
mod queue;
pub mod raw_call;
pub mod request;
pub mod retry;
pub mod review;
pub mod shop;
pub mod webhook;

pub use clock::Clock;
pub use domain::values::{
    SCOPE_AUDIT, SCOPE_CATALOG_READ, SCOPE_CATALOG_WRITE, SCOPE_CUSTOMERS_READ, SCOPE_CUSTOMERS_WRITE,
    SCOPE_INTEGRATIONS, SCOPE_KEYS_MANAGE, SCOPE_MEMBERS, SCOPE_PRIVACY, SCOPE_READ, SCOPE_REVIEWS_MODERATE,
    SCOPE_REVIEWS_READ, SCOPE_REVIEWS_WRITE, SCOPE_SETTINGS_READ, SCOPE_SETTINGS_WRITE, SCOPE_SUPPRESSIONS_READ,
    SCOPE_SUPPRESSIONS_WRITE, SCOPE_WEBHOOKS, SCOPE_WIX, SCOPE_WIX_REVIEWS, SCOPE_WRITE,
};
pub use error::{Error, FixedField, KeptBack, Refusal};
pub use idempotency::{IdempotencyKey, IdempotentCall, Reply, read_once};
pub use links::Links;
pub use message::TagsOf;
pub use message::wake::{LetterWake, Queue, QueuedWake, ScheduleGroup, Schedules, SignInWake, Wake};
pub use outbound::{CallError, Outbound};
pub use queue::{MessageQueue, OfShop, QUEUE_DELAY_MAX};
pub use review::photos::Bucket;
pub use shop::access::{Access, Caller};
pub use shop::audit::{Author, OURSELVES, differing};
pub use shop::keys::{ApiKeys, end_keys};
pub use shop::settings::ShopSettings;
pub use shop::texts::ShopTexts;
pub use store::{SettingsChange, SuppressedRecipient, TenantRecord, WebhookRecord};
pub use webhook::queue::{WebhookQueue, WebhookWake};
pub use webhook::{event_name, parse_event_name};
