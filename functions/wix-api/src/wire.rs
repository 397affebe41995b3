//! The JSON of review requests, one noun a file: what a body may hold, and what an answer shows.

pub(crate) mod bulk;
mod cursor;
mod failed_options;
pub(crate) mod field;
pub(crate) mod filter;
pub(crate) mod job;
pub(crate) mod new_request;
pub(crate) mod page;
pub(crate) mod query;
pub(crate) mod request;
mod sort;
