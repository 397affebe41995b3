//! The whole system in one process: a small AWS, a clock that can be moved, and what shows them.

pub mod aws;
pub mod clock;
pub mod demo;
pub mod dev;
mod examples;
pub mod front;
pub mod functions;
mod gateway;
pub mod openapi;
mod pump;
mod random;
pub mod runtime_api;
pub mod stack;
pub mod template;
mod world;
#[cfg(test)]
mod world_tests;

pub use domain::SCOPES;
pub use random::seeded_random;
pub use world::{Options, Running, S3_PATH, World, settings};
