//! A shop: its settings, keys and own words, its legal duties, its isolation from other shops, and its end.

mod closing;
mod isolation;
mod keys;
mod legal_duties;
pub mod own_sender;
