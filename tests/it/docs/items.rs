//! The table of items in docs/design.md, and what of it an item of the real table contradicts.

use serde_json::Value;

use super::markdown::{Document, code};

/// A kind of item.
pub struct Kind {
    pk: String,
    /// One kind of item may have several forms.
    sks: Vec<String>,
    ttl: String,
}

pub fn kinds() -> Vec<Kind> {
    let document = Document::read("docs/design.md");
    let kind = |row: Vec<&str>| Kind {
        pk: code(row[1]).to_owned(),
        sks: row[2].split(", ").map(|sk| code(sk).to_owned()).collect(),
        ttl: row[4].to_owned(),
    };
    document.table("The table").into_iter().map(kind).collect()
}

impl Kind {
    /// What comes before the first `#` of its sort key.
    pub fn prefix(&self) -> &str {
        prefix(&self.sks[0])
    }
}

pub fn prefix(key: &str) -> &str {
    key.split('#').next().unwrap()
}

/// What is wrong with an item, in DynamoDB's JSON, by these kinds.
pub fn problem(item: &Value, kinds: &[Kind]) -> Option<String> {
    let [pk, sk] = ["PK", "SK"].map(|name| item[name]["S"].as_str().unwrap());
    let is_of = |kind: &&Kind| fits(pk, &kind.pk) && kind.sks.iter().any(|form| fits(sk, form));
    let Some(kind) = kinds.iter().find(is_of) else { return Some(format!("no row for PK {pk}, SK {sk}")) };
    let (leaves, documented) = (item.get("ttl").is_some(), kind.ttl.as_str());
    let right = if leaves { documented != "none" } else { documented.contains("none") };
    (!right).then(|| format!("{sk} {} a TTL, documented as {documented:?}", if leaves { "has" } else { "lacks" }))
}

/// Whether a key has a documented form, in which `<…>` stands for anything.
fn fits(key: &str, form: &str) -> bool {
    let (keys, forms): (Vec<_>, Vec<_>) = (key.split('#').collect(), form.split('#').collect());
    keys.len() == forms.len() && keys.iter().zip(forms).all(|(key, form)| *key == form || form.starts_with('<'))
}
