//! The parts that all functions share: start-up, authorized calls, JSON bodies, errors, headers, the native envelope.

mod asset;
mod aws;
mod batch;
pub mod beacon;
mod body;
mod call;
mod compress;
mod contents;
pub mod csv;
mod described;
mod env;
mod error;
mod field;
mod http;
mod json;
pub mod lambda;
mod language;
pub mod metrics;
pub mod native;
pub mod openapi;
pub mod page;
pub mod public;
mod respond;
pub mod review;
mod routes;
mod tree;

pub use asset::Asset;
pub use aws::{StartError, configure, sdk_config, unpooled_client};
pub use batch::{each_message, each_record};
pub use body::{Fields, JSON_BYTES_MAX, form, whole};
pub use call::{Call, Calls, bearer};
pub use contents::{Api, Handlers};
pub use described::{Described, described};
pub use env::{Env, Settings};
pub use error::Error;
pub use field::{Field, read};
pub use http::{CallId, Network, REQUEST_ID, Segment, finish};
pub use json::{Problem, object};
pub use language::Preferred;
#[doc(hidden)]
pub use pastey::paste;
pub use respond::{attachment, json, linked, refusal, reply};
pub use routes::{ROUTES, Route, find, unserved};
