//! The documents' claims about the code in words and lists: counts, languages, statuses.

use std::collections::BTreeSet;
use std::fs;

use domain::{Dialect, Language};
use serde_json::Value;

use super::markdown::Document;
use crate::template::{functions, resources, root};

/// Counts as the documents write them.
const NUMBERS: [&str; 16] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen",
];

fn openapi() -> Value {
    serde_json::from_str(&fs::read_to_string(root().join("openapi.json")).unwrap()).unwrap()
}

/// The operations of `openapi.json`, each with its path.
fn operations(document: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let paths = document["paths"].as_object().unwrap().iter();
    paths.flat_map(|(path, methods)| {
        let operations = methods.as_object().unwrap().values().filter(|operation| operation["responses"].is_object());
        operations.map(move |operation| (path.as_str(), operation))
    })
}

#[test]
fn every_status_is_explained() {
    let document = Document::read("docs/design.md");
    let rows = document.table("Status codes");
    let explained: BTreeSet<_> = rows.iter().flat_map(|row| row[0].split(", ")).collect();
    let described = openapi();
    let answered = operations(&described)
        .flat_map(|(_, operation)| operation["responses"].as_object().unwrap().keys().map(String::as_str));
    // Preflights and other methods are no operations.
    let answered: BTreeSet<_> = answered.chain(["204", "405"]).collect();
    assert_eq!(explained, answered);
}

#[test]
fn every_language_is_named_with_its_tag() {
    let document = Document::read("docs/hub.md");
    for language in Language::ALL {
        let file = root().join(format!("shared/texts/languages/{}.ftl", language.as_str()));
        let text = fs::read_to_string(file).unwrap();
        let name = text.lines().next().unwrap().trim_start_matches('#').trim();
        let named = format!("{name} (`{}`", language.as_str());
        assert!(document.text.contains(&named), "docs/hub.md: {named}");
    }
}

#[test]
fn counts_in_words_are_right() {
    let described = openapi();
    let reviews = operations(&described).filter(|(path, _)| path.starts_with("/api/v1/reviews")).count();
    let settings = fs::read_to_string(root().join("samconfig.toml")).unwrap();
    let environments: BTreeSet<_> =
        settings.lines().filter_map(|line| line.strip_prefix('[')?.split(['.', ']']).next()).collect();
    let queues = resources("AWS::SQS::Queue");
    let dead = queues.iter().filter(|(name, _)| name.ends_with("DeadQueue")).count();
    for (path, claim, count) in [
        ("README.md", "**# APIs, one system.**", Dialect::ALL.len()),
        ("README.md", "what customers read, in # languages", Language::ALL.len()),
        ("docs/hub.md", "in # languages", Language::ALL.len()),
        ("docs/deploy.md", "# SQS queues", queues.len()),
        ("docs/deploy.md", "# of which hold messages that failed", dead),
        ("docs/deploy.md", "has # environments", environments.len()),
        ("docs/api/native.md", "[reviews](reviews.md), # routes", reviews),
    ] {
        let claim = claim.replace('#', NUMBERS[count]);
        let text = Document::read(path).text.to_lowercase();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(&claim.to_lowercase()), "{path} does not say “{claim}”");
    }
}

#[test]
fn the_picture_shows_every_function_and_queue() {
    let document = Document::read("docs/architecture.md");
    let picture = document.blocks().into_iter().find(|block| block.language == "mermaid").unwrap();
    let picture = &document.text[picture.content];
    let queues = resources("AWS::SQS::Queue").into_iter().map(|(name, _)| name);
    let drawn =
        queues.filter(|name| !name.ends_with("DeadQueue")).chain(functions().iter().map(|it| it.binary.clone()));
    for name in drawn {
        assert!(picture.contains(&name), "docs/architecture.md does not draw {name}");
    }
}
