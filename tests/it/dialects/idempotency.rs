//! Every POST with an API key honors the `Idempotency-Key`; `openapi.json` lists these calls.

use std::fs;

use crate::console::{Visitor, member};
use crate::deployment::template::root;
use crate::dialects::wix;
use crate::support::*;
use crate::webhooks::receiver::Receiver;

const IMPORTS: &str = "/api/v1/imports/";
const WEBHOOKS: &str = "/api/v1/webhooks";
/// Amino's errors have another shape, so Amino's call has its own test.
const AMINOS: &str = "/api/v1/invitations";
const RULE: &str = "An Idempotency-Key has 1 to 255 visible ASCII characters";

/// The POSTs whose repetition changes nothing: each row of two is a PUT, and what was sent is not sent again.
const OF_PUTS: [&str; 3] = ["/api/v1/asks/{id}", "/api/v1/orders", "/api/v1/products"];

/// The paths whose POST takes an API key. Calls of a shop's system are signed instead, and the platform repeats them.
fn posts() -> BTreeSet<String> {
    let document: Value = serde_json::from_str(&fs::read_to_string(root().join("openapi.json")).unwrap()).unwrap();
    let paths = document["paths"].object().iter();
    let is_key = |key: &Value| key.as_object().is_some_and(|key| !key.is_empty());
    let takes_key = |post: &Value| post["security"].as_array().is_some_and(|keys| keys.iter().any(is_key));
    let paths = paths.filter(|(path, methods)| takes_key(&methods["post"]) && !OF_PUTS.contains(&path.as_str()));
    paths.map(|(path, _)| path.clone()).collect()
}

struct Ids {
    webhook: String,
    event: String,
    request: String,
    import: String,
}

impl Ids {
    fn path(&self, path: &str) -> String {
        let id = match path {
            _ if path.starts_with(WEBHOOKS) => &self.webhook,
            _ if path.starts_with(IMPORTS) => &self.import,
            _ => &self.request,
        };
        let path = path.replace("{id}", id).replace("{event_id}", &self.event).replace("{platform}", "shopify");
        let path = path.replace("{language}", "en").replace("{occasion}", "request");
        if path.ends_with("/imports") { path + "?format=afterword" } else { path }
    }
}

/// A shop with a webhook, an event of the webhook, and a request that was not sent yet.
async fn scene() -> (Shop, Ids) {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    let webhook = shop.post(WEBHOOKS, json!({"url": receiver.url})).await.json()["id"].to_string();
    shop.post(format!("{WEBHOOKS}/{webhook}/test"), json!({})).await;
    let (request, _) = shop.sent(json!({"delay_days": 7})).await;
    member(&shop, "mara@fernandoak.example", "owner").await;
    Visitor::signed_in(&shop, "mara@fernandoak.example").await;
    shop.sets(json!({"owner_email": "mara@fernandoak.example"})).await;
    shop.put("/api/v1/integrations/shopify", json!({"secret": "lettersanddigits0"})).await.is(200);
    let log = shop.get(format!("{WEBHOOKS}/{webhook}/deliveries")).await.json();
    let event = log["deliveries"][0]["event_id"].owned();
    let row = crate::importing::file(&[&format!("r-1,{MUG},4,,Fine.,,,,,2025-03-02")]);
    let import = crate::importing::import(&shop, "format=afterword", &row).await["id"].owned();
    (shop, Ids { webhook, event, request: request.to_string(), import })
}

/// A body that the call accepts; `None` if the call has none.
fn body(path: &str) -> Option<Value> {
    let person = json!({"email": "jane@example.com"});
    Some(match path {
        "/api/v1/webhooks" => json!({"url": "https://hooks.example/"}),
        "/api/v1/webhooks/{id}/replay" => json!({"since": "2026-11-20T06:00:00Z"}),
        "/api/v1/keys" => json!({"name": "One"}),
        "/api/v1/members" => json!({"email": "jo@example.com", "role": "reader"}),
        "/api/v1/review-requests/send" | "/api/v1/privacy/export" | "/api/v1/privacy/erase" => person,
        "/api/v1/review-requests/{id}/send" | AMINOS => json!({}),
        _ if path.starts_with("/api/v1/") => return None,
        "/reviews/v2/bulk/review-requests/create" => json!({"reviewRequests": [wix::least(json!({}))]}),
        _ => json!({}),
    })
}

fn call<'a>(shop: &'a Shop, ids: &Ids, path: &str, key: &str) -> Call<'a> {
    let call = shop.call("POST", ids.path(path)).header("idempotency-key", key);
    match body(path) {
        Some(body) => call.json(&body),
        None => call,
    }
}

#[tokio::test]
async fn a_malformed_key_is_refused_by_every_post() {
    let (shop, ids) = scene().await;
    let posts = posts();
    assert!(posts.len() >= 25, "{posts:?}");
    for path in posts {
        let reply = call(&shop, &ids, &path, "a b").send().await;
        assert!(reply.status == 400 && reply.body.contains(RULE), "{path}: {} {}", reply.status, reply.body);
    }
}

#[tokio::test]
async fn a_post_of_ours_that_is_repeated_with_its_key_is_done_once() {
    for path in posts().into_iter().filter(|path| path.starts_with("/api/v1/") && path != AMINOS) {
        let (shop, ids) = scene().await;
        let rows = async || table(&shop.world).await.len();
        let first = call(&shop, &ids, &path, "k").send().await;
        assert!(first.status.is_success(), "{path}: {}", first.body);
        let before = rows().await;
        let again = call(&shop, &ids, &path, "k").send().await;
        assert_eq!((again.status, &again.body), (first.status, &first.body), "{path}");
        assert_eq!(again.header("idempotent-replayed"), "true", "{path}");
        assert_eq!(again.header("content-type"), first.header("content-type"), "{path}");
        assert_eq!(rows().await, before, "{path}");
        assert_eq!(call(&shop, &ids, &path, "l").send().await.header("idempotent-replayed"), "", "{path}");
        let mut other = body(&path).unwrap_or_else(|| json!({}));
        other["more"] = json!(1);
        let reused = match path.ends_with("/imports") {
            true => call(&shop, &ids, &path, "k").header("content-type", "text/csv").body("rating"),
            false => call(&shop, &ids, &path, "k").json(&other),
        };
        reused.send().await.is_error(422, "idempotency_key_reused");
    }
}
