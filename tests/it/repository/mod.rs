//! What is committed beside the code agrees with it: documents, `openapi.json`, texts, and the rooms of a crate.

pub mod docs;
pub mod openapi;
mod tidy;
