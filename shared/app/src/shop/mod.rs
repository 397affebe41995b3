//! Shops: their API keys, and who calls for them.

pub(crate) mod access;
mod call_limit;
pub(crate) mod keys;
pub mod tenants;
