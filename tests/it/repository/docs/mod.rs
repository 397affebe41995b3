//! README.md, docs/ and local/calls are true: every `curl` gets the documented answer, and every link leads somewhere.
//!
//! `UPDATE_DOCS=1 cargo it docs::` rewrites the answers.

pub mod markdown;
mod replay;
pub mod shape;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use left_out::{Tool, left_out};
use markdown::Document;
use replay::{Local, Replay};

use crate::deployment::template::root;

#[tokio::test]
async fn every_command_answers_as_documented() {
    if left_out(Tool::Curl) {
        return;
    }
    let update = env::var_os("UPDATE_DOCS").is_some();
    let (mut problems, mut differences) = (Vec::new(), Vec::new());
    for document in &Document::all() {
        let mut local = Local::start(&document.path).await;
        let Replay { problems: found, differences: different, text } = replay::replay(document, &mut local).await;
        problems.extend(found);
        differences.extend(different);
        if document.path == "README.md" {
            // The reader continues with this document, on the same system.
            let next = replay::replay(&Document::read("docs/try.md"), &mut local).await;
            problems.extend(next.problems);
            problems.extend(next.differences);
        }
        if update {
            fs::write(root().join(&document.path), text).unwrap();
        }
    }
    if !update {
        problems.extend(differences);
    }
    assert!(problems.is_empty(), "`UPDATE_DOCS=1 cargo it docs::` writes today's answers:\n{}", problems.join("\n"));
}

/// The folders of the pictures have the functions to which their arrows point.
#[test]
fn each_arrow_of_a_picture_is_a_function() {
    let text = Document::read("docs/architecture.md").text;
    let mut arrows = 0;
    for picture in text.split("```mermaid\n").skip(1) {
        let lines = || picture.split("```").next().unwrap().lines().map(str::trim);
        let folders = lines().filter_map(|line| line.strip_prefix("participant ")?.split_once(" as "));
        let folders: BTreeMap<_, _> = folders.collect();
        for (path, function) in lines().filter_map(|line| line.split_once("->>")?.1.split_once(": ")) {
            let is_there = |source: &String| source.contains(&format!("fn {function}("));
            assert!(sources(&root().join(folders[path])).iter().any(is_there), "no {function} in {}", folders[path]);
            arrows += 1;
        }
    }
    assert!(arrows > 15, "{arrows}");
}

/// The contents of a folder's files.
fn sources(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let of = |path: PathBuf| if path.is_dir() { sources(&path) } else { vec![fs::read_to_string(path).unwrap()] };
    entries.flat_map(of).collect()
}

/// Wrapping a paragraph may swallow the heading after it.
#[test]
fn a_heading_has_a_line_of_its_own() {
    for document in &Document::all() {
        for line in document.prose() {
            let is_heading = line.starts_with('#') && line.trim_start_matches('#').starts_with(' ');
            assert!(is_heading || !line.contains("# "), "{}: {line}", document.path);
        }
    }
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
