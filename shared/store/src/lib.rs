//! The one table: keys, items, conditions, transactions. Domain types go in and come out.
//!
//! The table is the truth; schedules and queue messages are only hints. Reads are strongly consistent, except those of the
//! `due` index, which DynamoDB keeps eventually consistent, and those of a store that is
//! [`eventually_consistent`](table::Store::eventually_consistent).
//!
//! # Items
//!
//! [`table::kinds::KINDS`] lists them all. A condition in a transaction does not count as a read.
//!
//! The sparse index `due` (partition key `due_shard`, sort key `due_at`) has every item with something still to happen;
//! [`table::keys::DueKind`] lists the kinds and their partitions. Shops have partitions of their own: `P#<tenant>` for what
//! waits for the end of the shop's pause, `H#<tenant>` for what waits for the end of a suspension. Only reconcile reads the
//! index, and moves `due_at` to when it looks at the row again; a review that waits stays where it is until the shop decides.
//!
//! # Layers
//!
//! `table/` keys, encodes, reads, lists and writes items without knowing what they are about. Above it is one module for each
//! noun, with the noun's items, reads and parts of transactions; `list` names the lists that are read page by page. A new
//! kind of item needs a key in `table/keys.rs` or a file of `table/keys`, a file in its noun's module, and a row in
//! `table/kinds.rs`. The items of shops' systems and of members are in the crates `integrations` and `members`, which use
//! this crate's public interface.

pub mod context;
pub mod customer;
pub mod import;
pub mod list;
pub mod message;
pub mod order;
pub mod privacy;
pub mod request;
mod retention;
pub mod review;
pub mod shop;
pub mod table;
pub mod today;
pub mod webhook;
