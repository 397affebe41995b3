//! Committed files agree with the code: documents, `openapi.json`, texts, and the top-level modules of a crate.

pub mod docs;
pub mod openapi;
mod tidy;
