//! `cargo dev` as its own process: its pages, its demo shop, and its data after a kill.

mod demo_samples;
mod kills;
mod model;
mod pages;
pub mod process;
