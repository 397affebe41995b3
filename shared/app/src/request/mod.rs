//! The shops' use cases of requests.

mod cancel;
mod create;
mod invite;
mod known;
mod new;
mod order;
mod read;
mod remove;
mod rules;
mod search;
mod send_now;
pub mod stats;
mod update;

pub use cancel::CancelRequest;
pub use create::CreateRequest;
pub use known::KnownCustomers;
pub use new::{Created, FirstMessage, NewReviewRequest, Recipient};
pub use order::NewOrderRequest;
pub use read::{ListOptions, ReadRequests, RequestWithLink, SentMessage};
pub use remove::RemoveRequest;
pub use rules::RecentRules;
pub use search::SearchRequests;
pub use send_now::SendNow;
pub use update::{Observed, RequestUpdate, save};
