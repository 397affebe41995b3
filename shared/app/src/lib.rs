//! Use cases: load, let the domain decide, save, then cause effects.
//!
//! An operation that four dialects offer is one method here; a struct of clients is what the
//! operation may touch, to be compared with its function's statements in `template.yaml`.

mod access;
mod catalog;
mod channel;
pub mod chat;
mod clock;
mod customers;
mod error;
pub mod hub;
mod links;
mod locations;
pub mod mail;
mod model;
mod paging;
pub mod photos;
mod postpone;
mod reconcile;
pub mod requests;
mod retry;
mod send;
mod settings;
pub mod sms;
pub mod stats;
pub mod tenants;
mod wake;

pub use access::{
    Access, Caller, SCOPE_CATALOG_READ, SCOPE_CATALOG_WRITE, SCOPE_CUSTOMERS_READ, SCOPE_CUSTOMERS_WRITE, SCOPE_READ,
    SCOPE_SETTINGS_READ, SCOPE_SETTINGS_WRITE, SCOPE_WIX, SCOPE_WRITE,
};
pub use catalog::Catalog;
pub use clock::Clock;
pub use customers::{AddressChanges, CustomerChanges, Customers, NewCharge};
pub use error::{Error, Refusal};
pub use links::Links;
pub use locations::{LocationChanges, Locations};
pub use mail::Mailer;
pub use model::{Model, QuestionAnswer};
pub use paging::{PageAsked, PageOf};
pub use photos::{Bucket, TakePhoto};
pub use postpone::Postponed;
pub use reconcile::{Reconcile, Report};
pub use send::Send;
pub use settings::ShopSettings;
pub use sms::SmsSender;
pub use store::TenantRecord;
pub use wake::{Queue, ScheduleGroup, Schedules, Wake};
