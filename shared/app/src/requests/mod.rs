//! What a shop does with requests.

mod ask;
mod cancel;
mod create;
mod idempotency;
mod known;
mod order;
mod read;
mod remove;
mod search;
mod send_now;

pub use ask::{AskCustomer, NewAsk};
pub use cancel::CancelRequest;
pub use create::{CreateRequest, Created, NewReviewRequest, Recipient};
pub(crate) use idempotency::earlier;
pub use idempotency::{IdempotencyKey, IdempotentCall, Reply};
pub use known::KnownCustomers;
pub use order::NewOrderRequest;
pub use read::{ListOptions, Listing, Message, ReadRequests, RequestWithLink};
pub use remove::RemoveRequest;
pub use search::{CANCELS_MAX, ROWS_MAX, Rank, Ranking, Search, SearchPage, SearchRequests, SearchStart};
pub use send_now::SendNow;
