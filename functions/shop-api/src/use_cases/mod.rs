//! The use cases behind the handlers.

mod catalog;
mod deliverability;
mod mail_identity;

pub use catalog::{Catalog, Connected, Outcome};
pub use deliverability::{Arrivals, Deliverability};
pub use mail_identity::{IdentityChecks, MailIdentity};
