//! Shops: their settings and API keys, and who calls for them.

pub(crate) mod access;
pub(crate) mod keys;
pub(crate) mod settings;
pub mod tenants;
