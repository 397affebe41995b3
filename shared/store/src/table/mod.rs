//! How items are keyed, encoded, read, listed and written. This code does not know what an item is about; the modules
//! for the nouns do, and the crates that have rows of their own.

mod codec;
mod error;
pub mod keys;
pub mod kinds;
mod pages;
mod read;
mod row;
mod store;
mod transaction;
mod write;

pub use crate::versioned;
pub use codec::{Attributes, from_item, instant, json, known, milliseconds, number, packed, unpacked};
pub(crate) use codec::{NoFields, counted, document, string};
pub use codec::{open, seal};
pub use error::{CommitError, Error, Part, Refused};
pub(crate) use keys::PK;
pub use keys::{DueKind, Key, SK};
pub(crate) use pages::counted_by;
pub use pages::{End, IdRange, ListKey, Listed, Page, Placed, Reading, Span};
pub use row::{Row, read_row};
pub use store::{Outbox, Store};
pub use transaction::Transaction;
pub(crate) use write::change;
