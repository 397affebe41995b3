//! What calls cost, and how many calls at the same time affect a shop and other shops.

mod answer_sizes;
mod call_limit;
mod capacity;
mod concurrency;
mod cost_in_large_shops;
mod noisy_neighbor;
pub mod simultaneous_calls;
mod wire_calls;
