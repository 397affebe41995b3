//! The APIs that shops' programs already speak: what all of them have in common, and each of them.

mod across_dialects;
mod amino;
mod beacon;
mod better_reviews;
mod every_call;
mod idempotency;
pub mod wix;
