//! The vendor's reviews, `ReviewsV1`.

pub(crate) mod bulk;
pub(crate) mod decide;
pub(crate) mod read;
pub(crate) mod write;

use domain::values::{Guid, ReviewId};

/// The review that a path's GUID stands for. Anything else becomes an id that no review has, so that it is looked up,
/// and not found, with the same work as an unknown one.
fn review_id(guid: &str) -> Result<ReviewId, app::error::Error> {
    /// Ids begin with the year 2025, and nothing was created in its first millisecond.
    const UNUSED: u64 = 1;
    let id = Guid::parse(guid).ok().and_then(ReviewId::from_guid);
    id.or_else(|| ReviewId::new(UNUSED)).ok_or(app::error::Error::NotFound)
}
