//! The use cases behind the handlers.

mod export;
mod imports;
mod privacy;

pub use export::{ExportPage, export};
pub use imports::{Imports, NewImport};
pub use privacy::{DataSubject, Privacy, PrivacyRequest};
