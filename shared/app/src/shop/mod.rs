//! Shops: their API keys, and who calls for them.

pub(crate) mod access;
pub(crate) mod audit;
mod call_limit;
pub(crate) mod keys;
pub mod tenants;
