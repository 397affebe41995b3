//! The shops' use cases of requests.

mod cancel;
mod create;
mod find;
mod known;
mod new;
mod rules;
pub mod stats;
mod update;

pub use cancel::CancelRequest;
pub use create::CreateRequest;
pub use find::{ListOptions, find};
pub use known::KnownCustomers;
pub use new::{Created, FirstMessage, NewReviewRequest, Recipient};
pub use rules::RecentRules;
pub use update::{Observed, RequestUpdate, save};
