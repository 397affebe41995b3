//! The rows of the release before, read and changed by today's code.

use std::{env, fs, path::PathBuf};

use serde_json::{Value, json};

use super::{Lead, Row, change_everything, is_sent, live, read_everything, row_json, row_of, sk, with_rows};
use crate::docs::items;
use crate::privacy::person::rows;
use crate::support::Shop;
use crate::template::root;

/// Kinds of rows that the release before does not know: the console's, and those of shops' own systems.
const NEWER: [&str; 10] = [
    "integration",
    "call of a shop's system",
    "orders of a day",
    "order's state",
    "members",
    "member's shop",
    "sign-in",
    "sign-ins of an hour",
    "shop's sign-ins of an hour",
    "session",
];

fn file() -> PathBuf {
    root().join("tests/rows/release-before.json")
}

/// Writes rows, each on a line of its own.
fn write(rows: &[Row], lead: &Lead) {
    let mut lines: Vec<_> = rows.iter().map(|row| (row["PK"].as_s().unwrap(), sk(row), row_json(row))).collect();
    lines.sort_by_key(|(pk, sk, _)| (pk.as_str(), *sk));
    let lines: Vec<_> = lines.into_iter().map(|(_, _, row)| row.to_string()).collect();
    let text = format!("{{\"lead\": {},\n\"rows\": [\n{}\n]}}\n", lead.0, lines.join(",\n"));
    fs::write(file(), text).unwrap();
}

fn read() -> (Vec<Row>, Lead) {
    let mut saved: Value = serde_json::from_str(&fs::read_to_string(file()).unwrap()).unwrap();
    let rows = saved["rows"].as_array().unwrap().iter().map(row_of).collect();
    (rows, Lead(saved["lead"].take()))
}

#[tokio::test]
async fn rows_of_every_kind_are_read_and_changed() {
    if env::var_os("UPDATE_ROWS").is_some() {
        let shop = Shop::new().await;
        let lead = live(&shop).await;
        write(&rows(&shop).await, &lead);
    }
    let (saved, lead) = read();
    let kinds = items::kinds();
    let is_there = |kind: &&items::Kind| saved.iter().any(|row| kind.has(row["PK"].as_s().unwrap(), sk(row)));
    let missing: Vec<_> = kinds.iter().filter(|kind| !is_there(kind)).map(|kind| kind.name.as_str()).collect();
    assert_eq!(missing, NEWER, "kinds of rows that the file lacks");
    let shop = with_rows(&saved, &lead).await;
    read_everything(&shop, &lead, "rows of the release before").await;
    change_everything(&shop, &lead, "rows of the release before").await;
    assert!(is_sent(&shop, &lead), "{}", json!(shop.inbox().len()));
    read_everything(&shop, &lead, "rows of the release before, changed").await;
}
