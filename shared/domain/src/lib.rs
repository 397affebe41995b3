//! Afterword's nouns and rules: pure, synchronous, no clock, no AWS. Serialized with serde, these types are also the
//! stored form.
//!
//! Values are parsed once, at the edge, and are valid everywhere below it. Times, ids and random numbers are arguments.

pub mod customer;
pub mod import;
pub mod message;
pub mod order;
pub mod privacy;
pub mod request;
pub mod review;
pub mod shop;
pub mod values;
pub mod webhook;

#[doc(hidden)]
pub use serde;
