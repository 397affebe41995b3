//! Failures outside the code, for minutes or for days, and deaths of functions.

mod days_without_email;
pub mod death_at_each_await;
pub mod email_outages;
mod failing_services;
mod undelivered_events;
