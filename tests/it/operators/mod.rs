//! The operator's calls, the alarms, and what holds for the whole table.

pub mod admin;
pub mod alarms;
mod caller;
mod cli;
mod dialect_keys;
mod digest;
mod failure_counts;
pub mod versions;
