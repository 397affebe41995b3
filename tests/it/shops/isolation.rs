//! No shop can read or change another's data: every route is called with every id and token from the other shop.

use crate::importing::{file, import};
use crate::support::*;

/// The smallest body for which the id in a call's path is looked up, if it has one.
const BODIES: [(&str, &str); 10] = [
    ("PATCH /api/v1/reviews/{id}/approve", "{}"),
    ("PATCH /api/v1/reviews/{id}/reject", "{}"),
    ("PUT /api/v1/reviews/{id}/reply", r#"{"text": "Thank you."}"#),
    ("PATCH /reviews/v1/reviews/{id}/moderate", r#"{"status": "REJECTED"}"#),
    ("PATCH /reviews/v1/reviews/{id}/reply", r#"{"message": "Thank you."}"#),
    ("PATCH /_api/reviews/v1/reviews/{id}/moderate", r#"{"status": "REJECTED"}"#),
    ("PATCH /_api/reviews/v1/reviews/{id}/reply", r#"{"message": "Thank you."}"#),
    ("PUT /beacon/locations/{id}", r#"{"name": "Main Street"}"#),
    ("PATCH /api/v1/webhooks/{id}", r#"{"status": "disabled"}"#),
    ("POST /api/v1/webhooks/{id}/replay", r#"{"since": "2026-11-20T00:00:00Z"}"#),
];

/// Calls whose path contains an id that shops choose: each shop has its own object with the same name. One call has two ids.
const BY_OWN_NAME: [&str; 13] = [
    "GET /api/v1/integrations/{platform}",
    "PUT /api/v1/integrations/{platform}",
    "DELETE /api/v1/integrations/{platform}",
    "GET /api/v1/integrations/{platform}/deliveries",
    "PUT /api/v1/orders/{id}",
    "PUT /api/v1/products/{id}",
    "GET /api/v1/suppressions/{address}",
    "PUT /api/v1/suppressions/{address}",
    "DELETE /api/v1/suppressions/{address}",
    "GET /api/v1/texts/{language}/{occasion}",
    "PUT /api/v1/texts/{language}/{occasion}",
    "POST /api/v1/texts/{language}/{occasion}/preview",
    "POST /api/v1/webhooks/{id}/deliveries/{event_id}/replay",
];

/// All other calls whose path contains an id, each with its body.
fn by_id() -> Vec<(&'static str, &'static str, &'static str)> {
    let of_shops =
        |path: &str| path.starts_with("/api/") || path.contains("/reviews/v") || path.starts_with("/beacon/");
    let routes = edge::routes::ROUTES.iter().filter(|route| route.path.contains('{') && of_shops(route.path));
    let calls = routes.filter(|route| !["ANY", "OPTIONS", "HEAD"].contains(&route.method));
    let named = calls.map(|route| (format!("{} {}", route.method, route.path), route));
    let by_id = named.filter(|(call, _)| !BY_OWN_NAME.contains(&call.as_str()));
    let body = |call: &str| BODIES.iter().find(|(of, _)| *of == call).map_or("", |(_, body)| body);
    by_id.map(|(call, route)| (route.method, route.path, body(&call))).collect()
}

struct Ids(BTreeMap<&'static str, String>);

impl Ids {
    async fn of(shop: &Shop) -> Self {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let made = async |path: &str, body: Value| {
            let reply = shop.post(path, body).await;
            assert!(reply.status.is_success(), "{path}: {}", reply.body);
            reply.json()
        };
        let hook = made("/api/v1/webhooks", json!({"url": "http://127.0.0.1:9/"})).await;
        let (request, _) = shop.created(json!({"order_id": "A"})).await;
        let customer = json!({"email": "jane@example.com", "first_name": "Jane"});
        let customer = made("/beacon/customers", customer).await;
        let location = made("/beacon/locations", json!({"name": "Main Street"})).await;
        let wix = made("/reviews/v2/review-requests/query", json!({})).await;
        // The review's id follows from its id in the file.
        let row = format!("{request},shopify-1,5,,Lovely.,Jane,,,en,2026-11-01T10:00:00Z");
        let import = import(shop, "format=afterword", &file(&[&row])).await;
        let review = shop.newest_review().await["uuid"].owned();
        let receipt = made("/api/v1/privacy/export", json!({"email": "nobody@example.com"})).await;
        let order = json!({"status": "placed", "currency": "EUR", "lines": []});
        shop.put(format!("/api/v1/orders/{request}"), order).await.is(200);
        shop.put(format!("/api/v1/products/{request}"), json!({"title": "Linen apron"})).await.is(200);
        let key = made("/api/v1/keys", json!({"name": "Till"})).await;
        let member = made("/api/v1/members", json!({"email": "jo@example.com", "role": "reader"})).await;
        Self(BTreeMap::from([
            ("/api/v1/review-requests/", request.to_string()),
            ("/api/v1/asks/", request.to_string()),
            ("/api/v1/orders/", request.to_string()),
            ("/api/v1/products/", request.to_string()),
            ("/reviews/v2/review-requests/", text(&wix["reviewRequests"][0]["id"])),
            ("/api/v1/reviews/", review.clone()),
            ("/reviews/v1/reviews/", review.clone()),
            ("/_api/reviews/v1/reviews/", review),
            ("/beacon/customers/", text(&customer["data"]["id"])),
            ("/beacon/locations/", text(&location["data"]["id"])),
            ("/api/v1/webhooks/", text(&hook["id"])),
            ("/api/v1/imports/", text(&import["id"])),
            ("/api/v1/privacy/", text(&receipt["receipt"])),
            ("/api/v1/keys/", text(&key["id"])),
            ("/api/v1/members/", text(&member["id"])),
        ]))
    }

    fn path(&self, path: &str) -> String {
        let (before, after) = path.split_once('{').unwrap();
        format!("{before}{}{}", self.0[before], after.split_once('}').unwrap().1)
    }
}

#[tokio::test]
async fn another_tenants_id_is_404_as_an_unknown_one_is() {
    let shop = Shop::new().await;
    let (ids, unknown) = (Ids::of(&shop).await, Ids::of(&Shop::with_seed(2).await).await);
    for (other, mode) in [("moss", Mode::Live), ("fern", Mode::Test)] {
        let other = Shop::in_world(shop.world.clone(), other, mode).await;
        // A key's first call of a day is recorded with the key.
        other.get("/api/v1/stats").await.is(200);
        let before = table(&shop.world).await;
        for (method, path, body) in by_id() {
            let (own, unknown) = (ids.path(path), unknown.path(path));
            assert_ne!(own, unknown);
            let mut answers = Vec::new();
            // The first call unwraps the tenant's keys.
            for path in [&unknown, &own, &unknown] {
                shop.aws().take_calls();
                let call = other.call(method, path);
                let call = if body.is_empty() { call } else { call.raw_json(body) };
                let reply = call.send().await;
                assert_eq!(reply.status, 404, "{method} {path}: {}", reply.body);
                answers.push((reply.body, shop.aws().take_calls().len()));
            }
            assert_eq!(answers[1], answers[2], "the same body and the same work: {method} {path}");
        }
        for (path, rows) in
            [("/api/v1/review-requests", "requests"), ("/api/v1/reviews", "reviews"), ("/api/v1/webhooks", "webhooks")]
        {
            assert_eq!(other.get(path).await.json()[rows], json!([]), "{path}");
        }
        assert_eq!(table(&shop.world).await, before, "nothing was written");
        other.created(json!({"order_id": "A"})).await;
    }
    for (method, path, _) in by_id() {
        if method == "GET" {
            let own = ids.path(path);
            assert_eq!(shop.get(&own).await.status, 200, "{own}");
        }
    }
}
