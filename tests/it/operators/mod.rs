//! The operator's calls, the alarms, and what holds for the whole table.

pub mod admin;
pub mod alarms;
mod cli;
mod dialect_keys;
mod digest;
pub mod versions;
