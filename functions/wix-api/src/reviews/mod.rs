//! The vendor's reviews, `ReviewsV1`, at two prefixes: the SDK puts `/_api` in front of a site's own address.

pub(crate) mod bulk;
pub(crate) mod decide;
pub(crate) mod read;
pub(crate) mod write;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, patch, post};
use domain::{Guid, ReviewId};

use crate::error;
use crate::parts::Parts;

/// The prefixes of all routes but the bulk ones.
const PREFIXES: [&str; 2] = ["/reviews/v1/reviews", "/_api/reviews/v1/reviews"];

/// The routes of reviews.
pub(crate) fn routes() -> Router<Arc<Parts>> {
    let bulk = Router::new()
        .route("/reviews/v1/bulk/reviews/create", post(bulk::create).fallback(error::only_post))
        .route("/reviews/v1/bulk/reviews/delete", post(bulk::delete).fallback(error::only_post))
        .route("/reviews/v1/bulk/reviews/moderate", post(bulk::moderate).fallback(error::only_post));
    PREFIXES.into_iter().fold(bulk, |router, prefix| {
        router
            .route(prefix, post(write::create).fallback(error::only_post))
            .route(&format!("{prefix}/query"), post(read::query).fallback(error::only_post))
            .route(&format!("{prefix}/count"), post(read::count).fallback(error::only_post))
            .route(
                &format!("{prefix}/{{id}}"),
                get(read::show).patch(write::update).delete(decide::remove).fallback(error::only_delete_get_and_patch),
            )
            .route(
                &format!("{prefix}/{{id}}/reply"),
                patch(decide::reply).delete(decide::remove_reply).fallback(error::only_delete_and_patch),
            )
            .route(&format!("{prefix}/{{id}}/moderate"), patch(decide::moderate).fallback(error::only_patch))
    })
}

/// The review that a path's GUID stands for. Anything else becomes an id that no review has, so that it is looked up,
/// and not found, with the same work as an unknown one.
fn review_id(guid: &str) -> Result<ReviewId, app::Error> {
    /// Ids begin with the year 2025, and nothing was created in its first millisecond.
    const UNUSED: u64 = 1;
    let id = Guid::parse(guid).ok().and_then(ReviewId::from_guid);
    id.or_else(|| ReviewId::new(UNUSED)).ok_or(app::Error::NotFound)
}
