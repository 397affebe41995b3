//! More Good Reviews: customers, charges, asks, locations, lists.

use crate::support::*;

mod asks;
mod charges;
mod customers;
mod errors;
mod lists;
mod locations;
mod messages;
mod random_upserts;

const CUSTOMERS: &str = "/beacon/customers";
const CHARGES: &str = "/beacon/charges";
const ASKS: &str = "/beacon/asks";
const LOCATIONS: &str = "/beacon/locations";

const PHONE: &str = "+491711234567";
const OTHER_PHONE: &str = "+12125550123";

/// Posts a body that must be accepted, and returns the answer's `data`.
async fn made(shop: &Shop, path: &str, body: Value) -> Value {
    data(shop.post(path, body).await)
}

#[track_caller]
fn data(reply: Reply) -> Value {
    assert_eq!(reply.status, 200, "{}", reply.body);
    let mut body = reply.json();
    assert!(
        ["data success", "data pagination success"].contains(&&*keys(&body).join(" ")) && body["success"] == true,
        "{}",
        reply.body
    );
    body["data"].take()
}

/// Upserts Jane; the fields may replace her name.
async fn customer(shop: &Shop, fields: Value) -> Value {
    made(shop, CUSTOMERS, with(json!({"first_name": "Jane"}), fields)).await
}

async fn with_customer(fields: Value) -> (Shop, Value) {
    let shop = Shop::new().await;
    let jane = customer(&shop, fields).await;
    (shop, jane)
}

/// Asserts an error in the dialect's shape: a sentence, and no other keys.
#[track_caller]
fn is_error(reply: &Reply, status: u16) {
    assert_eq!(reply.status, status, "{}", reply.body);
    assert_eq!(keys(&reply.json()), ["message", "success"], "{}", reply.body);
    assert_eq!(reply.json()["success"], false);
    assert!(reply.json()["message"].text().ends_with('.'), "{}", reply.body);
    assert_eq!(reply.header("content-type"), "application/json");
    assert!(!reply.header("x-request-id").is_empty());
}

/// The sorted fields of a 422; each has a list of sentences.
#[track_caller]
fn wrong(reply: &Reply) -> Vec<String> {
    assert_eq!(reply.status, 422, "{}", reply.body);
    let body = reply.json();
    assert_eq!(keys(&body), ["errors", "message", "success"]);
    assert!(body["message"].text().ends_with('.'), "{}", reply.body);
    for (field, rules) in body["errors"].object() {
        let rules = rules.list();
        assert!(!rules.is_empty() && rules.iter().all(|rule| rule.text().ends_with('.')), "{field}");
    }
    keys(&body["errors"]).into_iter().map(str::to_owned).collect()
}
