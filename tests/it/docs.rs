//! README.md and docs/ are true: every `curl` answers as they show it, every link and path leads
//! somewhere, and their tables have what the code and `template.yaml` have.
//!
//! `UPDATE_DOCS=1 cargo it docs::` rewrites the answers.

mod aws;
mod claims;
pub mod items;
pub mod markdown;
mod replay;
pub mod shape;

use std::{collections::BTreeSet, env, fs, path::Path};

use items::{Kind, prefix};
use left_out::{Tool, left_out};
use markdown::{Document, code};
use replay::Replay;

use crate::template::{parameters, root};
use crate::tidy::files;

const README_BYTES_MAX: usize = 8_192;
const PICTURES_BYTES_MAX: u64 = 150_000;
/// Folders whose files the documents name by their path from the root.
const FOLDERS: [&str; 10] =
    ["functions/", "shared/", "small-aws/", "local/", "tests/", "bench/", "events/", "docs/", ".ci/", ".cargo/"];
/// Subcommands of cargo that need no alias of ours.
const SUBCOMMANDS: [&str; 3] = ["build", "fmt", "test"];

#[tokio::test]
async fn every_command_answers_as_documented() {
    if left_out(Tool::Curl) {
        return;
    }
    let (mut documents, kinds) = (Document::all(), items::kinds());
    let update = env::var_os("UPDATE_DOCS").is_some();
    let (mut problems, mut differences) = (replay::not_run_for_nothing(&documents), Vec::new());
    for document in &mut documents {
        let table = items::copied(document);
        if table != document.text {
            differences.push(format!("{}: the table of items is another one than the store's", document.path));
            document.text = table;
        }
        let Replay { problems: found, differences: different, text, items } = replay::replay(document).await;
        problems.extend(found);
        problems.extend(items.iter().filter_map(|item| items::problem(item, &kinds)));
        differences.extend(different);
        if update {
            fs::write(root().join(&document.path), text).unwrap();
        }
    }
    if !update {
        problems.extend(differences);
    }
    assert!(problems.is_empty(), "`UPDATE_DOCS=1 cargo it docs::` writes today's answers:\n{}", problems.join("\n"));
}

#[test]
fn every_link_leads_somewhere() {
    let mut problems = Vec::new();
    let documents: Vec<_> = Document::all().into_iter().chain([Document::read("CHANGELOG.md")]).collect();
    for document in &documents {
        for link in document.links().into_iter().filter(|link| !link.contains("://")) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let path = if file.is_empty() { document.path.clone() } else { joined(&document.path, file) };
            let leads = match anchor {
                "" => root().join(&path).exists(),
                anchor => Document::read(&path).anchors().iter().any(|found| found == anchor),
            };
            if !leads {
                problems.push(format!("{}: {link}", document.path));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    let readme = Document::read("README.md");
    for document in documents.iter().filter(|document| document.path.starts_with("docs/")) {
        assert!(readme.links().contains(&document.path.as_str()), "README.md does not link {}", document.path);
    }
}

#[test]
fn every_path_and_cargo_command_exists() {
    let config = fs::read_to_string(root().join(".cargo/config.toml")).unwrap();
    for document in Document::all() {
        for span in document.spans() {
            let path = span.split([' ', ':', '#']).next().unwrap();
            let is_path = FOLDERS.iter().any(|folder| path.starts_with(folder)) && !path.contains(['<', '{', '*', '…']);
            assert!(!is_path || root().join(path).exists(), "{}: {path}", document.path);
            let mut words = span.split(' ').skip_while(|word| word.contains('='));
            if words.next() == Some("cargo") {
                let word = words.next().unwrap();
                let known = SUBCOMMANDS.contains(&word) || config.contains(&format!("\n{word} = "));
                assert!(known, "{}: {span}", document.path);
            }
        }
    }
}

#[test]
fn the_readme_is_short_and_its_pictures_are_small() {
    let bytes = Document::read("README.md").text.len();
    assert!(bytes <= README_BYTES_MAX, "README.md has {bytes} bytes");
    let pictures = fs::read_dir(root().join("docs/images")).unwrap();
    let bytes: u64 = pictures.map(|picture| picture.unwrap().metadata().unwrap().len()).sum();
    assert!(bytes <= PICTURES_BYTES_MAX, "docs/images has {bytes} bytes");
}

#[test]
fn the_map_shows_every_folder() {
    let readme = Document::read("README.md");
    let map = readme.blocks().into_iter().find(|block| block.language == "text").unwrap();
    let mut parent = "";
    let mut mapped = BTreeSet::new();
    for line in readme.text[map.content].lines() {
        let name = line.split_whitespace().next().unwrap();
        if !line.starts_with(' ') {
            parent = name;
        }
        let path = if parent == name { name.to_owned() } else { format!("{parent}{name}") };
        assert!(root().join(&path).exists(), "{path}");
        mapped.insert(path);
    }
    for parent in ["functions/", "shared/"] {
        for folder in fs::read_dir(root().join(parent)).unwrap() {
            let path = format!("{parent}{}/", folder.unwrap().file_name().display());
            assert!(mapped.contains(&path), "{path} is not on the map");
        }
    }
}

#[test]
fn every_route_is_documented() {
    let documents = Document::all();
    let is_route = |span: &&str| {
        let (method, path) = span.split_once(' ').unwrap_or_default();
        ["GET", "POST", "PUT", "PATCH", "DELETE"].contains(&method)
            && !path.starts_with("/local")
            && !path.contains('…')
    };
    let documented: BTreeSet<_> = documents.iter().flat_map(Document::spans).filter(is_route).collect();
    let routes = edge::ROUTES.iter().filter(|route| !["ANY", "OPTIONS"].contains(&route.method));
    let routes: Vec<_> = routes.map(|route| format!("{} {}", route.method, route.path)).collect();
    assert_eq!(documented, routes.iter().map(String::as_str).collect());
}

#[test]
fn every_parameter_is_documented_with_its_default() {
    let document = Document::read("docs/deploy.md");
    let rows = document.table("Parameters");
    let documented: BTreeSet<_> = rows.iter().map(|row| (code(row[0]).to_owned(), code(row[1]).to_owned())).collect();
    let shown = |default: Option<String>| match default.as_deref() {
        None => "required".to_owned(),
        Some("") => "empty".to_owned(),
        Some(default) => default.to_owned(),
    };
    let declared = parameters().into_iter().map(|(name, default)| (name, shown(default)));
    assert_eq!(documented, declared.collect());
}

#[test]
fn every_option_of_cargo_dev_is_documented() {
    let document = Document::read("docs/try.md");
    let rows = document.table("Options");
    let documented: BTreeSet<_> = rows.iter().map(|row| code(row[0]).split(' ').next().unwrap().to_owned()).collect();
    let text = fs::read_to_string(root().join("local/src/dev.rs")).unwrap();
    let (_, fields) = text.split_once("pub struct Args {\n").unwrap();
    let fields = fields.lines().take_while(|line| *line != "}").filter_map(|line| line.trim().split_once(": "));
    let options = fields.filter(|(name, _)| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
    assert_eq!(documented, options.map(|(name, _)| format!("--{}", name.replace('_', "-"))).collect());
}

#[test]
fn every_kind_of_item_is_documented() {
    let kinds = items::kinds();
    let documented: BTreeSet<_> = kinds.iter().map(Kind::prefix).collect();
    let tables = root().join("shared/store/src/table");
    let sources = files(&tables.join("keys"), "rs").into_iter().filter(|path| !path.ends_with("tests.rs"));
    let sources = sources.chain([tables.join("keys.rs")]);
    let text = sources.map(|source| fs::read_to_string(source).unwrap()).collect::<Vec<_>>().join("\n");
    let literals = text.split("#[cfg(test)]").next().unwrap().split('"').skip(1).step_by(2);
    let is_of_an_item = |literal: &&str| {
        let prefix = prefix(literal);
        let named = prefix.len() > 1 && prefix.bytes().all(|b| b.is_ascii_uppercase());
        named && (literal.contains('#') || prefix.len() > "PK".len())
    };
    assert_eq!(documented, literals.filter(is_of_an_item).map(prefix).collect());
}

/// A relative link's path from the root.
fn joined(document: &str, link: &str) -> String {
    let mut parts: Vec<_> = Path::new(document).parent().unwrap().iter().map(|part| part.to_str().unwrap()).collect();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}
