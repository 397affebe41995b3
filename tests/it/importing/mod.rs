//! Reviews from files: of this system and of others.

mod death_at_each_await;
mod files;
mod lists;
mod long;
mod photos;
mod round_trip;
mod undo;
pub mod uploads;

use crate::support::*;

pub const IMPORTS: &str = "/api/v1/imports";

/// Asks two facts, which files may answer.
pub async fn ask_facts(shop: &Shop) {
    let fact = |question: &str, answers: &[&str]| {
        let answers: Vec<_> = answers.iter().map(|text| json!({"text": text})).collect();
        json!({"question": question, "answers": answers})
    };
    let fit = fact("How does it fit?", &["Runs small", "True to size", "Runs large"]);
    shop.put("/api/v1/settings", json!({"facts": [fit, fact("Good value?", &["Yes", "No"])]})).await.is(200);
}

/// The columns of the format `afterword` that these tests fill.
pub const HEAD: &str = "external_review_id,product_id,rating,title,body,name,reply,photo_urls,language,created_at\r\n";

/// A CSV of the format `afterword` with these rows under [`HEAD`].
pub fn file(rows: &[&str]) -> String {
    format!("{HEAD}{}\r\n", rows.join("\r\n"))
}

/// Rows with these numbers, each with five stars.
fn rows(numbers: std::ops::Range<usize>) -> String {
    numbers.map(|n| format!("r-{n},{MUG},5,,Text {n}.,,,,,2025-03-02\r\n")).collect()
}

pub async fn post(shop: &Shop, query: &str, content_type: &str, body: &str) -> Reply {
    shop.call("POST", format!("{IMPORTS}?{query}")).header("content-type", content_type).body(body).send().await
}

/// Imports a CSV and waits until it was read; what its record shows then.
pub async fn import(shop: &Shop, query: &str, csv: &str) -> Value {
    import_as(shop, query, "text/csv", csv).await
}

pub async fn import_as(shop: &Shop, query: &str, content_type: &str, body: &str) -> Value {
    let asked = post(shop, query, content_type, body).await.is(201).json();
    assert_eq!((&asked["status"], &asked["upload"]), (&json!("running"), &Value::Null));
    shop.settle().await;
    shown(shop, &asked["id"]).await
}

pub async fn shown(shop: &Shop, id: &Value) -> Value {
    shop.get(format!("{IMPORTS}/{}", id.text())).await.is(200).json()
}

pub async fn reviews(shop: &Shop) -> Vec<Value> {
    shop.get("/api/v1/reviews?sort=oldest&limit=100").await.is(200).json()["reviews"].list().clone()
}

/// How many rows, reviews and skipped rows an import has.
pub fn numbers(import: &Value) -> (u64, u64, u64) {
    let number = |name: &str| import[name].number();
    (number("rows"), number("imported"), number("skipped"))
}

/// The errors of an import, each as its line, column and code.
pub fn errors(import: &Value) -> Vec<(u64, Option<&str>, &str)> {
    let errors = import["errors"].list().iter();
    errors.map(|error| (error["line"].number(), error["column"].as_str(), error["code"].text())).collect()
}
