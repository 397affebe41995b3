//! Committed files agree with the code: documents, `openapi.json`, texts, and the rooms of a crate.

pub mod docs;
pub mod openapi;
mod tidy;
