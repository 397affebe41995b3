//! How items are keyed, encoded, read, listed and written. Nothing here knows what an item is
//! about: the files above, one per noun, do.

mod codec;
mod error;
pub(crate) mod keys;
mod pages;
mod read;
mod store;
mod transaction;
mod write;

pub(crate) use codec::{Attributes, from_item, instant, json, known, milliseconds, number, stored_id};
pub use error::Error;
pub(crate) use keys::{Key, PK, SK};
pub use pages::{End, IdRange, ListKey, Listed, Page, Placed, Reading, Span};
pub use store::Store;
pub use transaction::{CommitError, Part, Refused, Transaction};
pub(crate) use write::done_if_met;
