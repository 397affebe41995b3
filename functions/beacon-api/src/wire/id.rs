//! The GUID in a path.

use domain::values::{Guid, Id, Kind};

/// The id in a path's GUID. A malformed GUID becomes an id that no item has, so that its lookup fails after the same
/// work as the lookup of an unknown id.
pub(crate) fn parse<K: Kind>(guid: &str) -> Result<Id<K>, app::error::Error> {
    /// Ids begin with the year 2025, and no id was made in that year's first millisecond.
    const UNUSED: u64 = 1;
    let id = Guid::parse(guid).ok().and_then(Id::from_guid);
    id.or(Id::new(UNUSED)).ok_or(app::error::Error::NotFound)
}
