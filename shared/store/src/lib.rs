//! The one table: keys, items, conditions, transactions. Domain types go in and come out.
//!
//! The table is the truth; schedules and queue messages are only hints. Reads are strongly
//! consistent, but for the `due` index, which DynamoDB keeps eventually consistent.
//!
//! # Items
//!
//! [`table::kinds::KINDS`] lists them all. A condition in a transaction is not counted as a read.
//!
//! The sparse index `due` (partition key `due_shard`, `D#00` to `D#03` for messages, `E#00` to `E#03`
//! for expiries, `W#00` to `W#03` for webhooks, `L#00` to `L#03` for notifications, `R#00` to `R#03` for reviews that wait,
//! `H#00` for holds, `H#<tenant>` for what waits for the end of one, `T#00` for shops that are or were paused or were held, `A#00` for shops that keep what has ended for some months, `P#00` and
//! `P#<tenant>` for what waits for the end of a pause;
//! sort key `due_at`) has every request whose next message or expiry, every event whose next try, every notification, every
//! decision about a review and every end of a hold that is still to come. Only reconcile reads it, and moves
//! `due_at` to when it looks at the row again; a review that waits stays where it is until the shop decides.
//!
//! # Layers
//!
//! `table/` keys, encodes, reads, lists and writes items without knowing what they are about. Above it is one room for each
//! noun, with the noun's items, reads and parts of transactions; `list` names the lists that are read page by page. A new
//! item is a key in a file of `table/keys`, a file in its noun's room, and a row in `table/kinds.rs`. The rooms of shops' systems and of members
//! are in the crates `integrations` and `members`, on this crate's public face.

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
