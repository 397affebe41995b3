//! The use cases behind the handlers.

mod catalog;
mod deliverability;
mod mail_identity;
mod provider_list;
mod suppressions;

pub use catalog::Catalog;
pub use deliverability::{Arrivals, Deliverability};
pub use mail_identity::{IdentityChecks, MailIdentity};
pub use provider_list::ProviderList;
pub use suppressions::Suppressions;
