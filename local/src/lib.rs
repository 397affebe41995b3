//! The whole system in one process: every function over the small AWS, and the developer's pages.

// The layout of a function's future is computed through all futures that it holds: 130 deep for `send-request`.
#![recursion_limit = "256"]

pub mod demo;
mod deployed;
pub mod dev;
mod examples;
pub mod front;
pub mod functions;
mod gateway;
mod model;
pub mod openapi;
mod pump;
mod random;
pub mod runtime_api;
pub mod stack;
pub mod template;
mod world;

pub use deployed::{MAIL_FROM, METRICS_NAMESPACE, PHOTOS_BUCKET, Polls, TABLE, VISIBILITY_S, Work, deployed};
pub use domain::values::SCOPES;
pub use random::seeded_random;
pub use world::{Options, Running, S3_PATH, World, deployed_name, request_of, settings};
