//! A request: the order and products that it is about, its link's life, its reminders, and how it is found.

mod catalog;
mod expiry;
mod native_reminders;
mod postponing;
mod reminders;
mod search;
