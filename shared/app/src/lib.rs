//! Use cases: they load, let the domain decide, save, and then wake other functions.
//!
//! An operation that several dialects offer is one function here. Its struct has the clients that the operation needs,
//! which shows what the function's statements in `template.yaml` must allow. An operation of only one function is in
//! that function's crate, and uses the public parts of this crate.

pub mod bucket;
pub mod caller;
pub mod clock;
pub mod error;
pub mod idempotency;
pub mod import;
pub mod links;
pub mod message;
pub mod order;
pub mod outbound;
pub mod paging;
pub mod privacy;
pub mod queue;
pub mod raw_call;
pub mod request;
pub mod review;
pub mod shop;
pub mod webhook;
