//! Shops' own systems: their calls, what these calls said about each order, and the requests that follow.

mod rows;
mod rules;
mod use_cases;
pub mod wire;

pub use rows::{InboundRecord, IntegrationRecord, ReadingRecord, Rows, SealedIntegration, StarsRecord};
pub use rules::*;
pub use use_cases::*;
