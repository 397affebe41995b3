//! The table of items: that of the store's own documentation, which docs/design.md repeats, and what of
//! it an item of the real table contradicts.

use std::fs;

use serde_json::Value;

use super::markdown::{Document, code};
use crate::template::root;

/// The file in which the table is written; the other is its copy.
const SOURCE: &str = "shared/store/src/lib.rs";
const COPY: &str = "docs/design.md";
const HEADING: &str = "The table";

/// A kind of item.
pub struct Kind {
    pub name: String,
    /// One kind of item may have several forms; the sort key of each.
    sks: Vec<String>,
    pks: Vec<String>,
    ttl: String,
}

pub fn kinds() -> Vec<Kind> {
    let kind = |row: Vec<&str>| {
        let pk = code(row[1]).to_owned();
        let sks: Vec<_> = if row[2] == "as PK" {
            row[1].split(" or ").map(|pk| code(pk).to_owned()).collect()
        } else {
            row[2].split(" or ").map(|sk| code(sk).to_owned()).collect()
        };
        // `T` and what follows it; `SK` is the item's own.
        let pks = sks.iter().map(|sk| match pk.strip_prefix('T') {
            Some("") => "T#<tenant>".to_owned(),
            Some("#SK") => format!("T#<tenant>#{sk}"),
            Some(rest) if rest.starts_with('#') => format!("T#<tenant>{rest}"),
            _ if row[2] == "as PK" => sk.clone(),
            _ => pk.clone(),
        });
        Kind { name: row[0].to_owned(), pks: pks.collect(), sks, ttl: row[4].to_owned() }
    };
    Document::read(COPY).table(HEADING).into_iter().map(kind).collect()
}

impl Kind {
    /// The part of its sort key before the first `#`.
    pub fn prefix(&self) -> &str {
        prefix(&self.sks[0])
    }

    /// Whether an item with these keys is of this kind.
    pub fn has(&self, pk: &str, sk: &str) -> bool {
        self.pks.iter().zip(&self.sks).any(|forms| fits(pk, forms.0) && fits(sk, forms.1))
    }
}

pub fn prefix(key: &str) -> &str {
    key.split('#').next().unwrap()
}

/// The document's text with the source's table, if it is the document that repeats it.
pub fn copied(document: &Document) -> String {
    if document.path != COPY {
        return document.text.clone();
    }
    let (before, after) = document.text.split_once(&format!("## {HEADING}\n")).unwrap();
    let (intro, rest) = after.split_once("\n|").unwrap();
    let (_, rest) = rest.split_once("|\n\n").unwrap();
    let source = fs::read_to_string(root().join(SOURCE)).unwrap();
    let table: Vec<_> =
        source.lines().filter_map(|line| line.strip_prefix("//! ")).filter(|line| line.starts_with('|')).collect();
    format!("{before}## {HEADING}\n{intro}\n{}\n\n{rest}", table.join("\n"))
}

/// The problem of an item, in DynamoDB's JSON, by these kinds.
pub fn problem(item: &Value, kinds: &[Kind]) -> Option<String> {
    let [pk, sk] = ["PK", "SK"].map(|name| item[name]["S"].as_str().unwrap());
    let Some(kind) = kinds.iter().find(|kind| kind.has(pk, sk)) else {
        return Some(format!("no row for PK {pk}, SK {sk}"));
    };
    let (expires, documented) = (item.get("ttl").is_some(), kind.ttl.as_str());
    let right = if expires { documented != "none" } else { documented.contains("none") };
    (!right).then(|| format!("{sk} {} a TTL, documented as {documented:?}", if expires { "has" } else { "lacks" }))
}

/// Whether a key has a documented form, in which `<…>` stands for anything. A client's id can begin with `#`, as Shopify's
/// order names do.
fn fits(key: &str, form: &str) -> bool {
    let key = key.replace("##", "#");
    let (keys, forms): (Vec<_>, Vec<_>) = (key.split('#').collect(), form.split('#').collect());
    let fits = |(key, form): (&&str, &&str)| match form.split_once('<') {
        Some((start, _)) => key.starts_with(start),
        None => key == form,
    };
    keys.len() == forms.len() && keys.iter().zip(&forms).all(fits)
}
