//! `docs/aws.md`: each row has a number of its own, a source, and tests that exist, or says that there is none yet.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::markdown::Document;
use crate::{template::root, tidy::files};

/// Rows that the register has at least.
const ROWS_MIN: usize = 170;
/// Rows without a test, or with a fault of ours; their number only falls.
const OPEN_MAX: usize = 24;
/// How a row says that it is one of them.
const OPEN: &str = "*none yet*";

/// The cells of the document's rows.
fn rows(document: &Document) -> Vec<Vec<&str>> {
    let lines = document.text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| No."));
    lines.map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect()).collect()
}

/// The names of all tests of a folder.
fn tests(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for path in files(folder, "rs") {
        let text = fs::read_to_string(path).unwrap();
        let names = text.split("test]").skip(1).filter_map(|rest| rest.split_once("fn ")?.1.split('(').next());
        found.extend(names.map(str::to_owned));
    }
    found
}

#[test]
fn every_row_has_a_source_and_tests_that_exist() {
    let document = Document::read("docs/aws.md");
    let rows = rows(&document);
    let numbers: BTreeSet<_> = rows.iter().map(|row| row[0]).collect();
    assert_eq!(numbers.len(), rows.len(), "each number once");
    assert!(rows.len() >= ROWS_MIN, "{} rows", rows.len());

    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut open = 0;
    for row in &rows {
        let [number, _, source, _, held] = row[..] else { panic!("{row:?}") };
        assert!(source.contains("](https://"), "{number} has no source");
        let mut is_held = held.contains(OPEN);
        open += usize::from(is_held);
        for test in held.split('`').skip(1).step_by(2).filter(|code| code.contains("::")) {
            // `module::name` or `crate module::name`.
            let (folder, path) = match test.split_once(' ') {
                Some((name, path)) => {
                    let name = name.replace('_', "-");
                    let places = ["", "shared/", "functions/"].map(|parent| format!("{parent}{name}/src"));
                    let folder = places.into_iter().find(|place| root().join(place).exists());
                    (folder.unwrap_or_else(|| panic!("{number}: no crate {name}")), path)
                }
                None => ("tests/it".to_owned(), test),
            };
            let names = known.entry(folder.clone()).or_insert_with(|| tests(&root().join(folder)));
            assert!(names.contains(path.rsplit("::").next().unwrap()), "{number}: there is no test `{test}`");
            is_held = true;
        }
        // What only the independent AWS shows.
        for story in held.split('`').skip(1).step_by(2).filter(|code| code.ends_with(".py")) {
            assert!(root().join(story).exists(), "{number}: there is no `{story}`");
            is_held = true;
        }
        assert!(is_held, "{number} has no test and does not say so");
    }
    assert!(open <= OPEN_MAX, "{open} rows are open");
}
