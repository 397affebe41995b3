//! The use cases behind the handlers, and the search of lists.

mod bulk;
mod order;
mod remove;
pub mod search;
mod search_requests;
mod search_reviews;

pub use bulk::{BULK_FOR, BULK_MAX, change_all};
pub use order::{NewOrderRequest, create_for_order};
pub use remove::RemoveRequest;
pub use search_requests::SearchRequests;
pub use search_reviews::SearchReviews;
