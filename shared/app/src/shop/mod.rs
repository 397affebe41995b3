//! Shops: their API keys, and who calls for them.

pub(crate) mod access;
pub(crate) mod keys;
pub mod tenants;
