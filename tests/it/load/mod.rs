//! What calls cost, and what many calls at once do to a shop and to other shops.

mod answer_sizes;
mod call_limit;
mod capacity;
mod concurrency;
mod cost_in_large_shops;
mod noisy_neighbor;
mod review_calls;
pub mod simultaneous_calls;
mod wire_calls;
