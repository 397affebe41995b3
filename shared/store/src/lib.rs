//! The one table: keys, items, conditions, transactions. Domain types out, items in.
//!
//! The table is the truth; schedules and queue messages are only hints. Reads are strongly
//! consistent but for the `due` index, which DynamoDB keeps eventually consistent.

mod address;
mod api_key;
mod charge;
mod context;
mod counters;
mod customer;
mod customer_review;
mod draft;
mod due;
mod guard;
mod idempotency;
mod identity;
#[cfg(test)]
mod layers;
mod list;
mod location;
mod message;
mod order;
mod personal;
mod photo;
mod product;
mod request;
mod retention;
mod review;
mod service;
mod slot;
mod sms_segments;
mod suppression;
mod table;
mod tenant;
mod token;

pub use api_key::ApiKeyRecord;
pub use context::{DisplayContext, RequestContext, SendContext};
pub use counters::{Counts, Statistics};
pub use customer::Owners;
pub use customer_review::CustomerReview;
pub use draft::SealedReviewDraft;
pub use due::Due;
pub use idempotency::StoredReply;
pub use list::List;
pub use message::CustomerMessage;
pub use personal::Sealed;
pub use request::{End, IdRange, Page};
pub use review::{RequestReviews, SealedReview};
pub use table::keys::DUE_SHARDS;
pub use table::{CommitError, Error, ListKey, ListStart, Part, Refused, Slice, Store, Transaction};
pub use tenant::TenantRecord;
