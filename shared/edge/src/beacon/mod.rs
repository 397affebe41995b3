//! More Good Reviews' rows, for the answers of that API and for webhooks that use its names.

mod message;
mod review;

pub use message::{CustomersById, MessageRow};
pub use review::ReviewRow;
