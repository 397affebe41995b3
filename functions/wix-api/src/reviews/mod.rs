//! The vendor's reviews, `ReviewsV1`.

pub(crate) mod decide;
pub(crate) mod read;

use domain::values::{Guid, ReviewId};

/// The review with the GUID from a path. A malformed GUID becomes an id that no review has, so that its lookup fails
/// after the same work as the lookup of an unknown id.
fn review_id(guid: &str) -> Result<ReviewId, app::error::Error> {
    /// Ids begin with the year 2025, and no id was made in that year's first millisecond.
    const UNUSED: u64 = 1;
    let id = Guid::parse(guid).ok().and_then(ReviewId::from_guid);
    id.or_else(|| ReviewId::new(UNUSED)).ok_or(app::error::Error::NotFound)
}
