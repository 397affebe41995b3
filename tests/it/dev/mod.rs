//! `cargo dev` as a process of its own: its pages, its demo shop, and its data after a kill.

mod demo_samples;
mod kills;
mod pages;
pub mod process;
