//! Use cases about requests.

mod asked;
mod create;
mod find;
mod new;
mod preview;
mod read;
mod rules;
mod send_now;
pub mod stats;
mod update;
pub mod why;

pub use asked::{AskedPerson, not_asked_before};
pub use create::CreateRequest;
pub use find::{ListOptions, find, find_in};
pub use new::{Created, FirstMessage, NewReviewRequest, Recipient};
pub use preview::Preview;
pub use read::{ReadRequests, RequestWithLink, SentMessage};
pub use rules::KnownCustomers;
pub use rules::RecentRules;
pub use send_now::{SendNow, SentSeveral};
pub use update::CancelRequest;
pub use update::{Observed, RequestUpdate, save};
