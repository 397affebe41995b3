//! A request: its order and products, its link's lifetime, its reminders, and the search for it.

mod catalog;
mod expiry;
mod reminders;
mod search;
