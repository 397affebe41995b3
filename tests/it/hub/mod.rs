//! The page on which a customer writes: its forms, photos, questions, languages and links.

pub mod interview;
mod languages;
mod page;
pub mod photos;
mod photos_of_renewed_links;
mod problems;
mod prompt_injections;
mod questions;
mod scanners;
mod short_links;
mod write;
