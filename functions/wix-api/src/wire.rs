//! The JSON of review requests and reviews, one noun a file.

pub(crate) mod bulk;
mod cursor;
mod failed_options;
pub(crate) mod field;
pub(crate) mod filter;
pub(crate) mod job;
pub(crate) mod new_request;
pub(crate) mod page;
mod parse;
pub(crate) mod query;
pub(crate) mod request;
pub(crate) mod review;
mod sort;
