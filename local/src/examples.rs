//! The examples of the OpenAPI document: calls of `docs/api` with their answers, which a test replays.

use std::collections::HashMap;
use std::fs;

use anyhow::Context as _;
use edge::openapi::{bodies, operations};
use serde_json::Value;
use utoipa::openapi::{Content, OpenApi, RefOr};

const DOCUMENTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/api");
const BASE_URL: &str = "http://127.0.0.1:3000";

/// A documented call with its answer.
struct Call<'a> {
    method: &'a str,
    path: &'a str,
    /// `None` if the call has no body of JSON.
    body: Option<Value>,
    /// `None` if the call is refused.
    answer: Option<Value>,
}

/// Gives each operation its first call in the documents as an example. Where they have none, a body's example is that of
/// another body with the same schema.
///
/// # Errors
/// If a document cannot be read.
pub(crate) fn add(api: &mut OpenApi) -> anyhow::Result<()> {
    let files = fs::read_dir(DOCUMENTS).context(DOCUMENTS)?.collect::<Result<Vec<_>, _>>()?;
    let mut paths: Vec<_> = files.iter().map(fs::DirEntry::path).collect();
    paths.sort();
    let mut examples = HashMap::new();
    for path in paths {
        let text = fs::read_to_string(path)?;
        for Call { method, path, body, answer } in calls(&text) {
            let Some(route) = edge::find(method, path) else { continue };
            let item = api.paths.paths.get_mut(route.path).context(route.path)?;
            for (_, operation) in operations(item).filter(|(of, _)| *of == method) {
                let (takes, answers) = bodies(operation);
                give(takes, body.as_ref(), &mut examples);
                give(answers, answer.as_ref(), &mut examples);
            }
        }
    }
    for (_, operation) in api.paths.paths.values_mut().flat_map(operations) {
        let (takes, answers) = bodies(operation);
        for content in [takes, answers].into_iter().flatten() {
            let example = schema(content).and_then(|schema| examples.get(schema)).cloned();
            content.example = content.example.take().or(example);
        }
    }
    Ok(())
}

/// Gives a body an example, unless it has one.
fn give(content: Option<&mut Content>, example: Option<&Value>, examples: &mut HashMap<String, Value>) {
    let (Some(content), Some(example)) = (content, example) else { return };
    if let Some(schema) = schema(content) {
        examples.entry(schema.to_owned()).or_insert_with(|| example.clone());
    }
    content.example.get_or_insert_with(|| example.clone());
}

/// The name of a body's schema.
fn schema(content: &Content) -> Option<&str> {
    match &content.schema {
        Some(RefOr::Ref(schema)) => Some(&schema.ref_location),
        _ => None,
    }
}

/// The calls in a document: each block of `sh` with a block of `json` behind it.
fn calls(document: &str) -> impl Iterator<Item = Call<'_>> {
    let blocks = document.split("```sh\n").skip(1);
    blocks.filter_map(|block| {
        let (command, rest) = block.split_once("```\n")?;
        let (answer, _) = rest.trim_start().strip_prefix("```json\n")?.split_once("```")?;
        // What it prints is not the answer.
        let is_cut = command.contains(" -w ");
        let (_, address) = command.split_once(BASE_URL).filter(|_| !is_cut)?;
        let path = address.split(['?', '"', '\'', ' ', '\n']).next()?;
        let body = command.split_once("-d '").and_then(|(_, body)| body.split_once('\''));
        let body = body.and_then(|(body, _)| serde_json::from_str(body).ok());
        let method = match command.split_once("-X ") {
            Some((_, method)) => method.split_whitespace().next()?,
            None if body.is_some() => "POST",
            None => "GET",
        };
        let answer: Value = serde_json::from_str(answer).ok()?;
        let refused = ["ok", "success"].iter().any(|word| answer[word] == false) || !answer["details"].is_null();
        Some(Call { method, path, body, answer: (!refused).then_some(answer) })
    })
}
