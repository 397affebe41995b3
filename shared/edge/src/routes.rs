//! Every route of the system, and the answer to a call that matches none.
//!
//! API Gateway sends a call that no route key matches to `list-requests`, and the local process uses the
//! same fallback. A known path with another method is answered with 405, and `Allow` lists all its methods,
//! whichever functions serve them.

use axum::http::{Method, Uri};

use crate::Error;
use crate::native::Failure;

/// One route key of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// Its method, or `ANY`.
    pub method: &'static str,
    /// Its path, `{…}` for one segment, `{…+}` for one or more.
    pub path: &'static str,
    /// The folder of `functions/` that serves it.
    pub function: &'static str,
}

/// All routes.
pub const ROUTES: &[Route] = &[
    route("GET", "/openapi.json", "list-requests"),
    route("POST", "/api/v1/review-requests/send", "create-request"),
    route("POST", "/api/v1/review-requests/{id}/send", "create-request"),
    route("GET", "/api/v1/review-requests", "list-requests"),
    route("GET", "/api/v1/review-requests/{id}", "list-requests"),
    route("GET", "/api/v1/review-requests/{id}/timeline", "list-requests"),
    route("GET", "/api/v1/review-requests/{id}/messages", "list-requests"),
    route("DELETE", "/api/v1/review-requests/{id}", "cancel-request"),
    route("PUT", "/api/v1/orders/{id}", "catalog-api"),
    route("GET", "/api/v1/orders/{id}", "catalog-api"),
    route("PUT", "/api/v1/products/{id}", "catalog-api"),
    route("GET", "/api/v1/products/{id}", "catalog-api"),
    route("GET", "/api/v1/settings", "catalog-api"),
    route("PUT", "/api/v1/settings", "catalog-api"),
    route("GET", "/api/v1/deliverability", "catalog-api"),
    route("POST", "/api/v1/deliverability/release", "catalog-api"),
    route("GET", "/api/v1/suppressions", "catalog-api"),
    route("GET", "/api/v1/suppressions/{address}", "catalog-api"),
    route("PUT", "/api/v1/suppressions/{address}", "catalog-api"),
    route("DELETE", "/api/v1/suppressions/{address}", "catalog-api"),
    route("GET", "/api/v1/webhooks", "catalog-api"),
    route("POST", "/api/v1/webhooks", "catalog-api"),
    route("GET", "/api/v1/webhooks/{id}", "catalog-api"),
    route("PATCH", "/api/v1/webhooks/{id}", "catalog-api"),
    route("DELETE", "/api/v1/webhooks/{id}", "catalog-api"),
    route("POST", "/api/v1/webhooks/{id}/rotate", "catalog-api"),
    route("POST", "/api/v1/webhooks/{id}/test", "catalog-api"),
    route("POST", "/api/v1/webhooks/{id}/replay", "catalog-api"),
    route("GET", "/api/v1/webhooks/{id}/deliveries", "catalog-api"),
    route("POST", "/api/v1/webhooks/{id}/deliveries/{event_id}/replay", "catalog-api"),
    route("GET", "/api/v1/keys", "catalog-api"),
    route("POST", "/api/v1/keys", "catalog-api"),
    route("DELETE", "/api/v1/keys/{id}", "catalog-api"),
    route("GET", "/api/v1/reviews", "reviews-api"),
    route("GET", "/api/v1/reviews.csv", "reviews-api"),
    route("GET", "/api/v1/reviews.jsonl", "reviews-api"),
    route("GET", "/api/v1/reviews/stats", "reviews-api"),
    route("GET", "/api/v1/reviews/{id}", "reviews-api"),
    route("DELETE", "/api/v1/reviews/{id}", "reviews-api"),
    route("GET", "/api/v1/reviews/{id}/history", "reviews-api"),
    route("PATCH", "/api/v1/reviews/{id}/approve", "reviews-api"),
    route("PATCH", "/api/v1/reviews/{id}/reject", "reviews-api"),
    route("PUT", "/api/v1/reviews/{id}/reply", "reviews-api"),
    route("DELETE", "/api/v1/reviews/{id}/reply", "reviews-api"),
    route("POST", "/api/v1/privacy/export", "reviews-api"),
    route("POST", "/api/v1/privacy/erase", "reviews-api"),
    route("GET", "/api/v1/privacy/{receipt}", "reviews-api"),
    route("POST", "/api/v1/imports", "reviews-api"),
    route("GET", "/api/v1/imports/{id}", "reviews-api"),
    route("GET", "/review/hub", "hub"),
    route("GET", "/review/{token}", "hub"),
    route("POST", "/review/hub/review", "hub"),
    route("GET", "/review/hub/chat", "hub"),
    route("POST", "/review/hub/chat", "hub"),
    route("POST", "/review/hub/draft", "hub"),
    route("GET", "/review/hub/photo", "hub"),
    route("POST", "/review/hub/photo", "hub"),
    route("POST", "/review/hub/photo/remove", "hub"),
    route("POST", "/review/hub/renew", "hub"),
    route("POST", "/review/hub/withdraw", "hub"),
    route("POST", "/review/hub/postpone", "hub"),
    route("GET", "/review/unsubscribe", "hub"),
    route("POST", "/review/unsubscribe", "hub"),
    route("GET", "/review/assets/{file}", "hub"),
    route("POST", "/api/v1/invitations", "invitations-api"),
    route("GET", "/api/v1/vendors/{slug}/reviews", "invitations-api"),
    route("OPTIONS", "/api/v1/vendors/{slug}/reviews", "invitations-api"),
    route("GET", "/api/v1/widget/{slug}", "invitations-api"),
    route("OPTIONS", "/api/v1/widget/{slug}", "invitations-api"),
    route("GET", "/p/{shop}/{file}", "public-pages"),
    route("OPTIONS", "/p/{shop}/{file}", "public-pages"),
    route("GET", "/p/{shop}/{product}/{file}", "public-pages"),
    route("OPTIONS", "/p/{shop}/{product}/{file}", "public-pages"),
    route("GET", "/trust/{file}", "public-pages"),
    route("OPTIONS", "/trust/{file}", "public-pages"),
    route("GET", "/api/v1/invitations/stats", "invitations-api"),
    // So that unknown paths and methods are answered in the dialect's shape, too.
    route("ANY", "/api/v1/invitations", "invitations-api"),
    route("ANY", "/api/v1/invitations/{proxy+}", "invitations-api"),
    route("GET", "/api/v1/stats", "stats"),
    route("POST", "/reviews/v2/review-requests", "wix-api"),
    route("POST", "/reviews/v2/review-requests/query", "wix-api"),
    route("POST", "/reviews/v2/review-requests/count", "wix-api"),
    route("GET", "/reviews/v2/review-requests/{id}", "wix-api"),
    route("DELETE", "/reviews/v2/review-requests/{id}", "wix-api"),
    route("POST", "/reviews/v2/bulk/review-requests/create", "wix-api"),
    route("PUT", "/reviews/v2/bulk/review-requests/cancel-by-filter", "wix-api"),
    route("POST", "/reviews/v1/reviews", "wix-api"),
    route("POST", "/reviews/v1/reviews/query", "wix-api"),
    route("POST", "/reviews/v1/reviews/count", "wix-api"),
    route("GET", "/reviews/v1/reviews/{id}", "wix-api"),
    route("PATCH", "/reviews/v1/reviews/{id}", "wix-api"),
    route("DELETE", "/reviews/v1/reviews/{id}", "wix-api"),
    route("PATCH", "/reviews/v1/reviews/{id}/reply", "wix-api"),
    route("DELETE", "/reviews/v1/reviews/{id}/reply", "wix-api"),
    route("PATCH", "/reviews/v1/reviews/{id}/moderate", "wix-api"),
    route("POST", "/_api/reviews/v1/reviews", "wix-api"),
    route("POST", "/_api/reviews/v1/reviews/query", "wix-api"),
    route("POST", "/_api/reviews/v1/reviews/count", "wix-api"),
    route("GET", "/_api/reviews/v1/reviews/{id}", "wix-api"),
    route("PATCH", "/_api/reviews/v1/reviews/{id}", "wix-api"),
    route("DELETE", "/_api/reviews/v1/reviews/{id}", "wix-api"),
    route("PATCH", "/_api/reviews/v1/reviews/{id}/reply", "wix-api"),
    route("DELETE", "/_api/reviews/v1/reviews/{id}/reply", "wix-api"),
    route("PATCH", "/_api/reviews/v1/reviews/{id}/moderate", "wix-api"),
    route("POST", "/reviews/v1/bulk/reviews/create", "wix-api"),
    route("POST", "/reviews/v1/bulk/reviews/delete", "wix-api"),
    route("POST", "/reviews/v1/bulk/reviews/moderate", "wix-api"),
    route("ANY", "/reviews/{proxy+}", "wix-api"),
    route("ANY", "/_api/{proxy+}", "wix-api"),
    route("GET", "/beacon/customers", "beacon-api"),
    route("POST", "/beacon/customers", "beacon-api"),
    route("GET", "/beacon/customers/{id}/reviews", "beacon-api"),
    route("GET", "/beacon/customers/{id}/messages", "beacon-api"),
    route("GET", "/beacon/reviews", "beacon-api"),
    route("GET", "/beacon/messages", "beacon-api"),
    route("POST", "/beacon/charges", "beacon-api"),
    route("POST", "/beacon/asks", "beacon-api"),
    route("POST", "/beacon/locations", "beacon-api"),
    route("PUT", "/beacon/locations/{id}", "beacon-api"),
    // So that unknown paths and methods are answered in the dialect's shape, too.
    route("ANY", "/beacon/{proxy+}", "beacon-api"),
    // Damaged links: the hub answers them with a page.
    route("ANY", "/review", "hub"),
    route("ANY", "/review/{proxy+}", "hub"),
];

const fn route(method: &'static str, path: &'static str, function: &'static str) -> Route {
    Route { method, path, function }
}

impl Route {
    /// Whether the route's pattern matches this path.
    #[must_use]
    pub fn matches(&self, path: &str) -> bool {
        let (mut ours, mut theirs) = (self.path.split('/'), path.split('/'));
        loop {
            match (ours.next(), theirs.next()) {
                (None, None) => return true,
                (Some(ours), Some(_)) if ours.ends_with("+}") => return true,
                (Some(ours), Some(theirs)) if ours == theirs || ours.starts_with('{') && !theirs.is_empty() => {}
                _ => return false,
            }
        }
    }
}

/// The methods of a path, as `Allow` lists them; `None` for an unknown path.
#[must_use]
pub fn allowed(path: &str) -> Option<String> {
    let mut methods: Vec<&str> = known(path).map(|route| route.method).filter(|&method| method != "ANY").collect();
    if methods.contains(&"GET") {
        methods.push("HEAD");
    }
    methods.sort_unstable();
    methods.dedup();
    (!methods.is_empty()).then(|| methods.join(", "))
}

/// The routes whose pattern matches a path.
fn known(path: &str) -> impl Iterator<Item = &'static Route> {
    // `/send` is a word, not an id: a literal route hides the one with a variable segment.
    let literal = ROUTES.iter().any(|route| route.path == path);
    ROUTES.iter().filter(move |route| if literal { route.path == path } else { route.matches(path) })
}

/// Refuses a method that a path does not allow, whichever function the call reached.
///
/// API Gateway sends `GET …/send` to the function of `GET …/{id}`, which would read the word as an id.
/// A function with an `ANY` route answers for its paths itself, in its own shape.
pub(crate) fn check(method: &Method, path: &str) -> Result<(), Error> {
    let whole = ROUTES.iter().any(|route| route.method == "ANY" && route.matches(path));
    let takes = |route: &Route| route.method == method.as_str() || route.method == "GET" && method == Method::HEAD;
    if whole || known(path).any(takes) {
        return Ok(());
    }
    allowed(path).map_or(Ok(()), |allow| Err(Error::Method { allow }))
}

/// Answers a call that matches no route.
pub(crate) async fn fallback(uri: Uri) -> Failure {
    Failure(allowed(uri.path()).map_or(Error::NoRoute, |allow| Error::Method { allow }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_its_methods() {
        let allow = |path| allowed(path);
        assert_eq!(allow("/api/v1/review-requests").as_deref(), Some("GET, HEAD"));
        assert_eq!(allow("/api/v1/review-requests/7").as_deref(), Some("DELETE, GET, HEAD"));
        assert_eq!(allow("/api/v1/review-requests/send").as_deref(), Some("POST"));
        assert_eq!(allow("/api/v1/review-requests/"), None);
        assert_eq!(allow("/"), None);
        assert!(check(&Method::GET, "/api/v1/review-requests/send").is_err());
        assert!(check(&Method::GET, "/api/v1/review-requests/7").is_ok());
    }
}
