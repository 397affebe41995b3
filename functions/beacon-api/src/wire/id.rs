//! The GUID of a path.

use domain::values::{Guid, Id, Kind};

/// Reads the id that a path's GUID stands for. Anything else becomes an id that no item has, so that
/// it is looked up, and not found, with the same work as an unknown one.
///
/// # Errors
/// None that a caller can cause.
pub(crate) fn parse<K: Kind>(guid: &str) -> Result<Id<K>, app::error::Error> {
    /// Ids begin with the year 2025, and nothing was created in its first millisecond.
    const UNUSED: u64 = 1;
    let id = Guid::parse(guid).ok().and_then(Id::from_guid);
    id.or(Id::new(UNUSED)).ok_or(app::error::Error::NotFound)
}
