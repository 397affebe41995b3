//! Failures outside the code, for minutes or for days, and deaths of functions.

pub mod death_at_each_await;
pub mod email_outages;
mod failing_services;
mod undelivered_events;
