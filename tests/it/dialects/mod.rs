//! The APIs whose format shops' programs already use: their common rules, and each of them.

mod amino;
mod beacon;
mod every_call;
mod idempotency;
mod refusals;
pub mod wix;
