//! The layers of this crate: `table/` below, one file per noun above, and no circle among them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What `table/` may know of the domain, apart from ids: what keys are made of, and the parsers' error.
const NAMES: [&str; 7] = ["Channel", "Guid", "Invalid", "Kind", "ReviewPlace", "Slug", "Tenant"];

#[test]
fn the_table_knows_no_noun() {
    let table = &sources()["table"];
    assert!(!table.contains("crate::") && !table.contains("super::super"), "`table/` imports from above");
    let nouns = imported(table, "domain::").into_iter().filter(|name| !name.ends_with("Id"));
    assert_eq!(nouns.collect::<BTreeSet<_>>(), set(&NAMES));
}

#[test]
fn no_file_imports_one_that_imports_it() {
    let imports: BTreeMap<_, _> = sources()
        .into_iter()
        .map(|(file, text)| {
            let others: BTreeSet<_> = imported(&text, "crate::").into_iter().filter(|other| *other != file).collect();
            (file, others)
        })
        .collect();
    // Files that import nothing that is left leave; a circle stays.
    let mut left: BTreeSet<_> = imports.keys().cloned().collect();
    while let Some(lowest) = left.iter().find(|file| imports[*file].is_disjoint(&left)).cloned() {
        left.remove(&lowest);
    }
    assert!(left.is_empty(), "import each other: {left:?}");
}

/// The source of every room by its name: a file, with those of the folder of the same name.
fn sources() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = BTreeMap::<String, String>::new();
    for entry in std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()) {
        let room = entry.file_stem().unwrap().to_str().unwrap().to_owned();
        let files = match entry.is_dir() {
            true => std::fs::read_dir(&entry).unwrap().map(|entry| entry.unwrap().path()).collect(),
            false => vec![entry],
        };
        // Below a room's files are their tests.
        let texts = files.iter().filter(|file| file.is_file()).map(|file| std::fs::read_to_string(file).unwrap());
        sources.entry(room).or_default().extend(texts);
    }
    // `lib` imports them all, and this file only names them.
    sources.retain(|room, _| room != "lib" && room != "layers");
    sources
}

/// The names directly behind a prefix, such as `crate::`, alone or in braces.
fn imported(text: &str, prefix: &str) -> BTreeSet<String> {
    let behind = text.split(prefix).skip(1).flat_map(|rest| match rest.strip_prefix('{') {
        Some(list) => list.split('}').next().unwrap().split(',').collect(),
        None => vec![rest],
    });
    let names = behind.map(|rest| rest.trim().split(|letter: char| !letter.is_alphanumeric() && letter != '_').next());
    names.flatten().filter(|name| !name.is_empty()).map(ToOwned::to_owned).collect()
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
