//! Use cases: load, let the domain decide, save, then cause effects.
//!
//! An operation that four dialects offer is one method here; a struct of clients is what the
//! operation may touch, to be compared with its function's statements in `template.yaml`.

mod access;
mod catalog;
mod clock;
mod error;
pub mod hub;
mod links;
pub mod mail;
mod reconcile;
pub mod requests;
mod retry;
mod send;
pub mod stats;
pub mod tenants;
mod wake;

pub use access::{Access, Caller, SCOPE_CATALOG_READ, SCOPE_CATALOG_WRITE, SCOPE_READ, SCOPE_WRITE};
pub use catalog::Catalog;
pub use clock::Clock;
pub use error::Error;
pub use links::Links;
pub use mail::Mailer;
pub use reconcile::{Reconcile, Report};
pub use send::Send;
pub use wake::{Queue, ScheduleGroup, Schedules, Wake};
