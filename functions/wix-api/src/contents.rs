//! The function's routes and their OpenAPI descriptions.

use std::sync::Arc;

use axum::Router;
use edge::contents::Api;
use edge::openapi::{ApiDescription, Errors, with_header};
use utoipa::openapi::OpenApi;
use utoipa::openapi::path::PathItem;

use crate::Parts;
use crate::reviews::{decide, read};
use crate::{bulk, error, query, requests};

/// The prefix that the vendor's SDK puts before the paths of all calls for reviews when it uses a site's own URL.
const OF_SITE: &str = "/_api";

edge::contents! {
    pub(crate) struct Requests(Arc<Parts>);
    dialect: dialect("ReviewRequestsV2", "Review requests (Wix)", "Wix' `ReviewRequestsV2`. These routes send no messages."),
    handlers: [
        requests::create,
        query::query,
        query::count,
        requests::show,
        requests::remove,
        bulk::create,
        bulk::cancel,
    ],
    // Unknown paths and methods are also answered in the dialect's error shape.
    any: ["/reviews/{proxy+}", "/_api/{proxy+}"],
}

edge::contents! {
    pub(crate) struct Reviews(Arc<Parts>);
    dialect: dialect("ReviewsV1", "Reviews (Wix)", "Of Wix' `ReviewsV1`: to find, decide about and answer reviews."),
    handlers: [read::query, read::count, read::show, decide::reply, decide::remove_reply, decide::moderate],
}

fn dialect(name: &'static str, tag: &'static str, about: &'static str) -> ApiDescription {
    ApiDescription { name, tag, about, wrong_field: Some(400), errors: Errors::json::<error::Envelope>() }
}

/// All routes of the function.
pub struct Contents;

impl Contents {
    pub(crate) fn serve(router: Router<Arc<Parts>>) -> Router<Arc<Parts>> {
        ["", OF_SITE].into_iter().fold(Requests::serve(router, ""), Reviews::serve)
    }

    /// Describes all handlers.
    pub fn api() -> Api {
        let reviews = Reviews::api();
        let of_site = Api::new(of_site(reviews.document.clone()));
        let mut api = Requests::api().and(reviews).and(of_site);
        api.document = with_header(api.document, "X-Wix-Request-Id", "The same as `X-Request-Id`.");
        api
    }
}

/// The same routes under [`OF_SITE`].
fn of_site(mut document: OpenApi) -> OpenApi {
    let paths = std::mem::take(&mut document.paths.paths);
    document.paths.paths = paths.into_iter().map(|(path, item)| (format!("{OF_SITE}{path}"), renamed(item))).collect();
    document
}

/// Changes the operation ids, because they must be unique.
fn renamed(mut item: PathItem) -> PathItem {
    let PathItem { get, post, delete, patch, .. } = &mut item;
    for operation in [get, post, delete, patch].into_iter().flatten() {
        if let Some(id) = &mut operation.operation_id {
            id.push_str("OfSite");
        }
    }
    item
}
