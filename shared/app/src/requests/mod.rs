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
pub use idempotency::{Answer, IdempotencyKey, Repeatable};
pub use known::KnownCustomers;
pub use order::Wanted;
pub use read::{Filter, Listing, Message, ReadRequests, Shown};
pub use remove::RemoveRequest;
pub use search::{CANCELS_MAX, Found, Place, ROWS_MAX, Ranking, Search, SearchRequests, Start};
pub use send_now::SendNow;
