//! Use cases: load, let the domain decide, save, then cause effects.
//!
//! An operation that four dialects offer is one method here; a struct of clients is what the
//! operation may touch, to be compared with its function's statements in `template.yaml`.

mod access;
mod bulk;
mod catalog;
mod clock;
mod customers;
mod deliverability;
mod error;
pub mod hub;
mod idempotency;
pub mod imports;
mod keys;
mod links;
mod locations;
pub mod mail;
mod message;
mod outbound;
pub mod paging;
pub mod photos;
pub mod privacy;
mod provider;
mod queue;
mod reconcile;
mod reports;
pub mod requests;
mod retry;
pub mod reviews;
mod send;
mod settings;
pub mod sms;
pub mod stats;
mod suppress;
mod suppressions;
pub mod tenants;
mod wake;
mod webhook_queue;
mod webhooks;

pub use access::{Access, Caller};
pub use bulk::{BULK_FOR, BULK_MAX, change_all};
pub use catalog::Catalog;
pub use clock::Clock;
pub use customers::{AddressChanges, CustomerChanges, Customers, CustomersById, NewCharge};
pub use deliverability::{Arrivals, Deliverability};
pub use domain::{
    SCOPE_CATALOG_READ, SCOPE_CATALOG_WRITE, SCOPE_CUSTOMERS_READ, SCOPE_CUSTOMERS_WRITE, SCOPE_KEYS_MANAGE,
    SCOPE_PRIVACY, SCOPE_READ, SCOPE_REVIEWS_MODERATE, SCOPE_REVIEWS_READ, SCOPE_REVIEWS_WRITE, SCOPE_SETTINGS_READ,
    SCOPE_SETTINGS_WRITE, SCOPE_SUPPRESSIONS_READ, SCOPE_SUPPRESSIONS_WRITE, SCOPE_WEBHOOKS, SCOPE_WIX,
    SCOPE_WIX_REVIEWS, SCOPE_WRITE,
};
pub use error::{Error, FixedField, LinkError, Refusal};
pub use hub::{Model, Postponed, QuestionAnswer};
pub use idempotency::{IdempotencyKey, IdempotentCall, Reply, read_once};
pub use keys::ApiKeys;
pub use links::Links;
pub use locations::{LocationChanges, Locations};
pub use mail::Mailer;
pub use outbound::{CallError, Outbound};
pub use paging::{PageAsked, PageOf};
pub use photos::{Bucket, TakePhoto};
pub use provider::TagsOf;
pub use queue::MessageQueue;
pub use reconcile::{Reconcile, Report};
pub use reports::{Recipient, TakeReports};
pub use send::Send;
pub use settings::ShopSettings;
pub use sms::SmsSender;
pub use store::SuppressedRecipient;
pub use store::{SettingsChange, TenantRecord, WebhookRecord};
pub use suppressions::Suppressions;
pub use wake::{LetterWake, Queue, QueuedWake, ScheduleGroup, Schedules, Wake};
pub use webhook_queue::{WebhookQueue, WebhookWake};
pub use webhooks::{
    DeliverWebhooks, DeliveryLog, NewWebhook, ShownInWebhook, WebhookChange, Webhooks, event_name, parse_event_name,
};
