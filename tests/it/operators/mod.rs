//! The operator's calls, the alarms, and the change from one release to the next.

pub mod admin;
pub mod alarms;
mod caller;
mod cli;
mod dialect_keys;
mod digest;
mod failure_counts;
pub mod versions;
mod why_not_received;
