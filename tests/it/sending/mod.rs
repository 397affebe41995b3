//! When a message is sent, waits or is skipped; its content; and the answers and reports from providers.

pub mod backlog;
pub mod claims;
pub mod mail_events;
mod mail_links;
mod mail_templates;
mod new_shop_limit;
mod providers;
pub mod reconcile;
