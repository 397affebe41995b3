//! The system's tests, a folder for each subject: each drives the real functions over the
//! real SDK clients and the small AWS of `small-aws/`.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where something is wrong")]

mod console;
mod deployment;
mod dev;
mod dialects;
mod failures;
mod feeds;
mod hub;
mod importing;
mod load;
mod notifications;
mod operators;
mod orders_in;
mod privacy;
mod public;
mod repository;
mod requests;
mod reviews;
mod sending;
mod shops;
mod simulator;
mod stories;
mod support;
mod webhooks;
mod words;
