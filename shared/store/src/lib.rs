//! The one table: keys, items, conditions, transactions. Domain types go in and come out.
//!
//! The table alone decides; schedules and queue messages are only hints. Reads are strongly consistent, except those of
//! the `due` index, which DynamoDB keeps eventually consistent, and those of a store that is
//! [`eventually_consistent`](table::Store::eventually_consistent).
//!
//! # Items
//!
//! [`table::kinds::KINDS`] lists all kinds. In these comments, a condition in a transaction does not count as a read.
//!
//! The sparse index `due` (partition key `due_shard`, sort key `due_at`) has every item with which something will still
//! happen; [`table::keys::DueKind`] lists the kinds and their partitions. Shops have partitions of their own:
//! `P#<tenant>` for what waits for the end of the shop's pause, `H#<tenant>` for what waits for the end of a
//! suspension. Only reconcile reads the index. It moves `due_at` to the time at which it will look at the row again;
//! only a waiting review keeps its time until the shop decides.
//!
//! # Layers
//!
//! `table/` has keys, encoding, reads, lists and writes for items of any kind. Above it is one module for each noun,
//! with the noun's items, reads and parts of transactions; `list` names the lists that are read page by page. A new
//! kind of item needs a key in `table/keys.rs` or a file of `table/keys`, a line in `table/kinds.rs`, and a struct that is a
//! [`table::Row`], which is then read and written like all others, or functions of its own in its noun's module. The items of shops' systems and of members are in the crates `integrations` and `members`, which
//! use this crate's public interface.

pub mod context;
pub mod customer;
pub mod import;
pub mod list;
pub mod message;
pub mod order;
pub mod privacy;
pub mod request;
pub mod retention;
pub mod review;
pub mod shop;
pub mod table;
pub mod today;
pub mod webhook;
