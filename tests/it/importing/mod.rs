//! Reviews from files: of this system and of four others.

mod answers;
mod calls;
mod death_at_each_await;
mod decided;
mod echoes;
mod field;
mod formats;
mod known;
mod layouts;
mod lists;
mod long;
mod products;
mod round_trip;
mod rows;
mod undo;
pub mod uploads;

use serde_json::{Value, json};

use crate::support::{Reply, Shop};

pub const IMPORTS: &str = "/api/v1/imports";

/// The columns of the format `afterword` that these tests fill.
pub const HEAD: &str = "external_review_id,product_id,rating,title,body,name,reply,photo_urls,language,created_at\r\n";

/// A CSV of the format `afterword` with these rows under [`HEAD`].
pub fn file(rows: &[&str]) -> String {
    format!("{HEAD}{}\r\n", rows.join("\r\n"))
}

pub async fn post(shop: &Shop, query: &str, content_type: &str, body: &str) -> Reply {
    shop.call("POST", format!("{IMPORTS}?{query}")).header("content-type", content_type).body(body).send().await
}

/// Imports a CSV and waits until it was read; what its record shows then.
pub async fn import(shop: &Shop, query: &str, csv: &str) -> Value {
    import_as(shop, query, "text/csv", csv).await
}

pub async fn import_as(shop: &Shop, query: &str, content_type: &str, body: &str) -> Value {
    let reply = post(shop, query, content_type, body).await;
    assert_eq!(reply.status, 201, "{}", reply.body);
    let asked = reply.json();
    assert_eq!((&asked["status"], &asked["upload"]), (&json!("running"), &Value::Null));
    shop.settle().await;
    shown(shop, &asked["id"]).await
}

pub async fn shown(shop: &Shop, id: &Value) -> Value {
    let reply = shop.get(format!("{IMPORTS}/{}", id.as_str().unwrap())).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    reply.json()
}

/// The shop's reviews, oldest first.
pub async fn reviews(shop: &Shop) -> Vec<Value> {
    let reply = shop.get("/api/v1/reviews?sort=oldest&limit=100").await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    reply.json()["reviews"].as_array().unwrap().clone()
}

/// How many rows, reviews and skipped rows an import has.
pub fn numbers(import: &Value) -> (u64, u64, u64) {
    let number = |name: &str| import[name].as_u64().unwrap();
    (number("rows"), number("imported"), number("skipped"))
}

/// The errors of an import, each as its line, column and code.
pub fn errors(import: &Value) -> Vec<(u64, Option<&str>, &str)> {
    let errors = import["errors"].as_array().unwrap().iter();
    errors
        .map(|error| (error["line"].as_u64().unwrap(), error["column"].as_str(), error["code"].as_str().unwrap()))
        .collect()
}
