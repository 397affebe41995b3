//! Rows of JSON: one object a line, or one list of objects, which may be inside an object.

use std::sync::Arc;

use domain::import::ImportFault;
use domain::order::ProductId;
use serde_json::Value;

use crate::headings::{Cells, Column, Known};
use crate::layouts::Field;

/// The members of a picture's object that may hold its address, the best first.
const ADDRESSES: [&str; 4] = ["url", "fullSizeUrl", "largeUrl", "src"];
/// How many lists are looked at in search of the reviews.
const LISTS_LOOKED_AT: usize = 100;

pub(crate) fn cells(known: &Known, object: &[u8]) -> Result<Cells, ImportFault> {
    if object.iter().all(u8::is_ascii_whitespace) {
        return Ok(Cells::default());
    }
    if std::str::from_utf8(object).is_err() {
        return Err(ImportFault::NotUtf8);
    }
    let object = edge::json::object(object).map_err(|_| ImportFault::Json)?;
    let mut cells = Cells::default();
    for (key, value) in &object {
        add(known, &mut cells, key, value);
    }
    Ok(cells)
}

/// The keys of an object and of its inner objects, whose keys follow the outer key; empty if the bytes are no object.
pub(crate) fn keys(object: &[u8]) -> Vec<String> {
    fn collect(keys: &mut Vec<String>, key: &str, value: &Value) {
        match value {
            Value::Object(members) => {
                members.iter().for_each(|(name, member)| collect(keys, &format!("{key}_{name}"), member));
            }
            _ => keys.push(key.to_owned()),
        }
    }
    let mut keys = Vec::new();
    for (key, value) in edge::json::object(object).iter().flatten() {
        collect(&mut keys, key, value);
    }
    keys
}

/// The length of the object at the start of these bytes; `None` if the object does not end here. Braces in strings do not count.
pub(crate) fn object_length(bytes: &[u8]) -> Option<usize> {
    let (mut depth, mut in_string, mut is_escaped) = (0_u32, false, false);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_string => is_escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => depth += 1,
            b'}' | b']' if !in_string => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// The place of the first list whose first object is a review.
pub(crate) fn list_of(is_review: impl Fn(&[u8]) -> bool, bytes: &[u8]) -> Option<usize> {
    let object = |at: usize| bytes[at + 1..].trim_ascii_start();
    let lists = (0..bytes.len()).filter(|at| bytes[*at] == b'[' && object(*at).starts_with(b"{"));
    let first = |at: usize| &object(at)[..object_length(object(at)).unwrap_or_default()];
    lists.take(LISTS_LOOKED_AT).find(|at| is_review(first(*at)))
}

/// Adds the cells of a member: a list becomes one cell with spaces between its elements, an object one cell for each of its
/// members, whose keys follow this key. Questions of the shop's own become one cell each, with the question as heading.
fn add(known: &Known, cells: &mut Cells, key: &str, value: &Value) {
    let found = known.find(key);
    if let Some(column) = found.as_ref().filter(|column| column.field == Field::Facts) {
        let answers = answers(value);
        if !answers.is_empty() {
            cells.read.extend(answers.into_iter().map(|(question, answer)| {
                (Column { heading: Arc::from(question), ..column.clone() }, joined(answer, ", "))
            }));
            return;
        }
    }
    if let Value::Object(members) = value {
        members.iter().for_each(|(name, member)| add(known, cells, &format!("{key}_{name}"), member));
        return;
    }
    let text = joined(value, " ");
    let Some(column) = found else {
        if !text.trim().is_empty() {
            cells.unread.push(key.to_owned());
        }
        return;
    };
    // In Afterword's export, a review of the shop itself has no product.
    let is_of_shop = known.layout.is_ours && column.field == Field::Product && value.is_null();
    let text = if is_of_shop { ProductId::SHOP.to_owned() } else { text };
    cells.read.push((column, text));
}

/// The questions and answers that are an object's members, or the `title` and `value` of a list's objects.
fn answers(value: &Value) -> Vec<(&str, &Value)> {
    match value {
        Value::Object(members) => members.iter().map(|(question, answer)| (question.as_str(), answer)).collect(),
        Value::Array(elements) => {
            elements.iter().filter_map(|it| Some((it.get("title")?.as_str()?, it.get("value")?))).collect()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    }
}

fn joined(value: &Value, between: &str) -> String {
    match value {
        Value::Array(elements) => elements.iter().map(element).collect::<Vec<_>>().join(between),
        value => element(value),
    }
}

fn element(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(picture) => ADDRESSES.iter().find_map(|name| picture.get(*name)).map(element).unwrap_or_default(),
        Value::Number(_) | Value::Bool(_) => value.to_string(),
        Value::Null | Value::Array(_) => String::new(),
    }
}
