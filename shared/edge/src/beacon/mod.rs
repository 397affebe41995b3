//! More Good Reviews' rows: in the answers of their API, and in webhooks that have their names.

mod message;
mod review;

pub use message::{CustomersById, MessageRow};
pub use review::ReviewRow;
