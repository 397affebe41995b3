//! The shops' use cases of requests.

mod cancel;
mod create;
mod invite;
mod known;
mod new;
mod read;
mod rules;
mod send_now;
pub mod stats;
mod update;

pub use cancel::CancelRequest;
pub use create::CreateRequest;
pub use known::KnownCustomers;
pub use new::{Created, FirstMessage, NewReviewRequest, Recipient};
pub use read::{ListOptions, ReadRequests, RequestWithLink, SentMessage};
pub use rules::RecentRules;
pub use send_now::SendNow;
pub use update::{Observed, RequestUpdate, save};
