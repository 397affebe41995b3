//! The use cases behind the handlers.

mod export;
mod imports;

pub use export::{ExportPage, export};
pub use imports::{Imports, NewImport};
