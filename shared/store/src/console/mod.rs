//! The console: who may use it, and who does.

pub(crate) mod member;
pub(crate) mod session;
pub(crate) mod sign_in;
pub(crate) mod today;
