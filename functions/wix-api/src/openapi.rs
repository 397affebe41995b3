//! The function's routes in OpenAPI.

use edge::openapi::{Dialect, Errors, describe, with_header};
use utoipa::OpenApi;
use utoipa::openapi::OpenApi as Described;
use utoipa::openapi::path::PathItem;

use crate::{bulk, error, query, requests, reviews};

/// Describes every route of the function.
#[must_use]
pub fn openapi() -> Described {
    let mut document = requests();
    document.merge(at_both_prefixes(reviews()));
    with_header(document, "X-Wix-Request-Id", "The same as `X-Request-Id`.")
}

fn requests() -> Described {
    #[derive(OpenApi)]
    #[openapi(paths(
        requests::create,
        requests::show,
        requests::remove,
        query::query,
        query::count,
        bulk::create,
        bulk::cancel
    ))]
    struct Document;
    let dialect = Dialect {
        name: "ReviewRequestsV2",
        tag: "Review requests (Wix)",
        about: "Wix' `ReviewRequestsV2`. Nothing here sends anything.",
        wrong_field: Some(400),
        errors: Errors::json::<error::Envelope>(),
    };
    describe(Document::openapi(), &dialect)
}

fn reviews() -> Described {
    #[derive(OpenApi)]
    #[openapi(paths(
        reviews::read::show,
        reviews::read::query,
        reviews::read::count,
        reviews::write::create,
        reviews::write::update,
        reviews::decide::remove,
        reviews::decide::reply,
        reviews::decide::remove_reply,
        reviews::decide::moderate,
        reviews::bulk::create,
        reviews::bulk::delete,
        reviews::bulk::moderate
    ))]
    struct Document;
    let dialect = Dialect {
        name: "ReviewsV1",
        tag: "Reviews (Wix)",
        about: "Wix' `ReviewsV1`: what customers wrote, and what the shop does with it.",
        wrong_field: Some(400),
        errors: Errors::json::<error::Envelope>(),
    };
    describe(Document::openapi(), &dialect)
}

/// The vendor's SDK puts `/_api` in front of all but the bulk routes if it is given a site's own address.
fn at_both_prefixes(mut document: Described) -> Described {
    let paths = &mut document.paths.paths;
    let of_api: Vec<_> = paths
        .iter()
        .filter(|(path, _)| path.starts_with("/reviews/v1/reviews"))
        .map(|(path, item)| (format!("/_api{path}"), renamed(item.clone())))
        .collect();
    paths.extend(of_api);
    document
}

/// No two operations have the same id.
fn renamed(mut item: PathItem) -> PathItem {
    let PathItem { get, post, delete, patch, .. } = &mut item;
    for operation in [get, post, delete, patch].into_iter().flatten() {
        if let Some(id) = &mut operation.operation_id {
            id.push_str("OfSite");
        }
    }
    item
}
