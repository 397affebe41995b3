//! A review after it was submitted: moderation, lists, statistics, export, and photos that are fetched for it.

mod contact_data;
pub mod export;
pub mod fetched_photos;
mod lists;
mod moderation_histories;
mod statistics;
