//! What becomes of each file: `files.txt` has a row for each of `files/`, and for short files the text itself, with the query
//! of its import. Below it stand the import's record, each review and each fault, a line each.
//!
//! `UPDATE_FILES=1` writes the table anew, which somebody has to read. A file that has no row gets one.

use std::fs;

use super::{ask_facts, import_as};
use crate::support::*;

const HERE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/it/importing");
/// The product ids of the shop into which each file comes, with their titles, and what else leads to them.
const PRODUCTS: [(&str, &str, &str, &str); 6] = [
    ("shopify-7", "Board", "https://shop.example/products/wooden-board?a=1", "WB-1"),
    ("woo-9", "Board", "https://old.example/product/wooden-board/", "WB-9"),
    ("shopify-8", "木の皿", "https://shop.example/products/%E6%9C%A8%E3%81%AE%E7%9A%BF", ""),
    ("shopify-21", "Twin", "https://shop.example/products/twin", "TWIN"),
    ("shopify-22", "Twin", "https://shop.example/products/twin", "TWIN"),
    (MUG, "Walnut board", "https://shop.example/products/walnut-board", ""),
];

/// A row's file as the body of a call: its name's ending or its first word is its type.
fn body_of(file: &str) -> (&'static str, String) {
    let (ending, text) = match file.split_once(' ') {
        Some((ending, text)) => (ending, serde_json::from_str(text).unwrap()),
        None => (file.rsplit_once('.').unwrap().1, fs::read_to_string(format!("{HERE}/files/{file}")).unwrap()),
    };
    let content_type = match ending {
        "csv" => "text/csv",
        "jsonl" => "application/x-ndjson",
        "json" => "application/json",
        other => panic!("{other}"),
    };
    (content_type, text)
}

/// A review in a line; what is usual is left out.
fn review(review: &Value) -> String {
    let product = review["external_product_id"].as_str().unwrap_or("@shop");
    let mut line =
        format!("  {} {product} {} {}", review["content"], review["rating"], review["review_created_at"].text());
    for (name, usual) in [
        ("title", Value::Null),
        ("reviewer_name", Value::Null),
        ("status", json!("approved")),
        ("reason", Value::Null),
        ("verification", json!("none")),
        ("incentivized", json!(false)),
        ("language", Value::Null),
        ("edited_at", Value::Null),
        ("experienced_at", Value::Null),
        ("facts", json!({})),
    ] {
        if review[name] != usual {
            line += &format!(" {name}={}", review[name]);
        }
    }
    if review["external_review_id"] != review["uuid"] {
        line += &format!(" id={}", review["external_review_id"]);
    }
    if let Value::Object(reply) = &review["reply"] {
        let (created, updated) = (reply["created_at"].text(), reply["updated_at"].text());
        line += &format!(" reply={} {created}", reply["text"]);
        if updated != created {
            line += &format!(" {updated}");
        }
    }
    line
}

/// An import's record in a line, with the systems of its reviews.
fn record(import: &Value, platforms: &BTreeSet<&str>) -> String {
    let mut line = format!("  {}", import["status"].text());
    for name in ["format", "platform"] {
        if let Some(word) = import[name].as_str() {
            line += &format!(" {name}={word}");
        }
    }
    for name in ["rows", "imported", "skipped", "published", "waiting", "contact_data", "earlier_system", "answers"] {
        if import[name] != 0 {
            line += &format!(" {name}={}", import[name]);
        }
    }
    for name in ["skipped_for", "notes"] {
        for (code, count) in import[name].object().iter().collect::<BTreeMap<_, _>>() {
            line += &format!(" {name}.{code}={count}");
        }
    }
    for column in import["unread_columns"].list() {
        line += &format!(" unread={column}");
    }
    if !platforms.is_empty() {
        line += &format!(" of={}", platforms.iter().copied().collect::<Vec<_>>().join(","));
    }
    line
}

fn fault(error: &Value) -> String {
    assert!(error["message"].text().ends_with('.'), "{error}");
    let row = error["row"].as_u64().map_or_else(|| "-".to_owned(), |row| row.to_string());
    let (column, note) =
        (error["column"].as_str().unwrap_or("-"), if error["is_note"] == true { " (note)" } else { "" });
    format!("  line {} row {row}: {column} {}{note}", error["line"], error["code"].text())
}

/// Tries a row's file, imports it and imports it again; the row and what became of it.
async fn told(row: &str) -> String {
    let (file, query) = row.rsplit_once(" ?").unwrap();
    let (query, (content_type, text)) = (query.trim().replace(' ', "%20"), body_of(file));
    let shop = Shop::new().await;
    ask_facts(&shop).await;
    for (id, title, url, sku) in PRODUCTS {
        let mut product = json!({"title": title, "url": url});
        if !sku.is_empty() {
            product["sku"] = json!(sku);
        }
        shop.put(format!("/api/v1/products/{id}"), product).await.is(200);
    }
    let mut dry = import_as(&shop, &format!("dry_run=true&{query}"), content_type, &text).await;
    let done = import_as(&shop, &query, content_type, &text).await;
    let again = import_as(&shop, &query, content_type, &text).await;
    assert_eq!(again["imported"], 0, "{row}");
    for name in ["id", "dry_run"] {
        dry[name] = done[name].clone();
    }
    // A dry run knows nothing of the rows before.
    if done["skipped_for"]["duplicate"].is_null() {
        assert_eq!(dry, done, "{row}");
    }
    let lines = shop.get("/api/v1/reviews.jsonl").await.is(200).body;
    let reviews: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let platforms = reviews.iter().map(|review| review["platform"].text()).collect();
    let mut told = vec![row.to_owned(), record(&done, &platforms)];
    told.extend(reviews.iter().map(review));
    told[2..].sort();
    told.extend(done["errors"].list().iter().map(fault));
    told.join("\n") + "\n"
}

#[tokio::test]
async fn each_file_becomes_its_reviews() {
    let path = format!("{HERE}/files.txt");
    let (table, update) = (fs::read_to_string(&path).unwrap(), std::env::var_os("UPDATE_FILES").is_some());
    let mut rows: Vec<_> = table.lines().filter(|line| !line.starts_with(' ')).map(ToOwned::to_owned).collect();
    for file in fs::read_dir(format!("{HERE}/files")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        if !rows.iter().any(|row| row.starts_with(&format!("{name} ?"))) {
            assert!(update, "{name} has no row");
            rows.push(format!("{name} ?"));
        }
    }
    let mut now = String::new();
    for row in &rows {
        now += &if row.starts_with('#') { format!("{row}\n") } else { told(row).await };
    }
    if update {
        fs::write(&path, &now).unwrap();
    }
    for (said, now) in fs::read_to_string(&path).unwrap().lines().zip(now.lines()) {
        assert_eq!(said, now);
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), now);
}
