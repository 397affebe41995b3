//! A shop: its settings, keys and own words, what the law asks of it, its isolation from other shops, and its end.

mod closing;
mod isolation;
mod keys;
mod legal_duties;
mod own_words;
mod settings;
