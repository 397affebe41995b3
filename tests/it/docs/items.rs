//! The kinds of items, from the table in the store's own documentation.

use std::fs;

use super::markdown::{Document, code};
use crate::template::root;

const SOURCE: &str = "shared/store/src/lib.rs";
const HEADING: &str = "Items";

/// A kind of item.
pub struct Kind {
    pub name: String,
    /// One kind of item may have several forms; the sort key of each.
    sks: Vec<String>,
    pks: Vec<String>,
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
        Kind { name: row[0].to_owned(), pks: pks.collect(), sks }
    };
    let text = fs::read_to_string(root().join(SOURCE)).unwrap();
    let lines: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("//! ")).collect();
    let table = Document { path: SOURCE.to_owned(), text: lines.join("\n") };
    table.table(HEADING).into_iter().map(kind).collect()
}

impl Kind {
    /// Whether an item with these keys is of this kind.
    pub fn has(&self, pk: &str, sk: &str) -> bool {
        self.pks.iter().zip(&self.sks).any(|forms| fits(pk, forms.0) && fits(sk, forms.1))
    }
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
