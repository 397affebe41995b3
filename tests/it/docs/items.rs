//! The kinds of items, from the table in the store's own documentation.

use std::fs;

use super::markdown::Document;
use crate::template::root;

const SOURCE: &str = "shared/store/src/lib.rs";
const HEADING: &str = "Items";

/// The names of all kinds.
pub fn kinds() -> Vec<String> {
    let text = fs::read_to_string(root().join(SOURCE)).unwrap();
    let lines: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("//! ")).collect();
    let table = Document { path: SOURCE.to_owned(), text: lines.join("\n") };
    table.table(HEADING).into_iter().map(|row| row[0].to_owned()).collect()
}
