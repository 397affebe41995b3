//! Shops: their API keys, settings, and who calls for them.

pub mod end;
pub mod keys;
pub mod sender;
pub mod settings;
pub mod tenants;
pub mod texts;
