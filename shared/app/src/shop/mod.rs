//! Shops: their API keys, settings, and who calls for them.

pub(crate) mod access;
pub(crate) mod audit;
mod call_limit;
pub mod end;
pub(crate) mod keys;
pub(crate) mod settings;
pub mod tenants;
pub(crate) mod texts;
