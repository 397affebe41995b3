//! Lists, page by page.

pub(crate) mod numbered;
pub mod search;

pub use numbered::{PageAsked, PageOf};
