//! What a shop does with requests.

mod cancel;
mod create;
mod idempotency;
mod read;
mod send_now;

pub use cancel::CancelRequest;
pub use create::{CreateRequest, Created, NewReviewRequest};
pub use idempotency::{Answer, IdempotencyKey, Repeatable};
pub use read::{Filter, Listing, Message, ReadRequests, Shown};
pub use send_now::SendNow;
