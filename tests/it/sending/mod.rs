//! When a message leaves, when it waits or is skipped, what it holds, and what providers answer and report about it.

mod backlog;
mod caps;
pub mod claims;
pub mod mail_events;
mod mail_links;
mod mail_templates;
mod new_shop_limit;
mod pauses;
mod providers;
pub mod reconcile;
mod send_window;
mod suspension;
mod unsubscribing;
