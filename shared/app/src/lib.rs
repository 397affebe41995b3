//! Use cases: load, let the domain decide, save, then cause effects.
//!
//! An operation that several dialects offer is one function here. A struct of clients is what the operation may touch, to be
//! compared with its function's statements in `template.yaml`. An operation of one function alone is in that function's
//! crate, made of what is public here.

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
pub mod retry;
pub mod review;
pub mod shop;
pub mod waiting;
pub mod webhook;
