//! Who imports whom inside a crate: the modules directly below `lib.rs`, tests aside.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use syn::{Attribute, File, ItemMod, ItemUse, Path as SynPath, UseTree, visit::Visit};

/// For each module the modules that it imports from.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// A circle of imports, such as `a -> b -> a`; `None` where there is none. An item that `lib.rs` re-exports counts as
/// imported from the module that defines it.
pub(crate) fn circle(src: &Path) -> Option<String> {
    let graph = graph(src);
    find(&graph)
}

fn find(graph: &Graph) -> Option<String> {
    graph.keys().find_map(|start| {
        let mut way = vec![start.clone()];
        leads_back(graph, &mut way, &mut BTreeSet::new()).then(|| format!("{} -> {start}", way.join(" -> ")))
    })
}

/// Whether the last module of `way` leads back to its first; if so, `way` is how.
fn leads_back(graph: &Graph, way: &mut Vec<String>, seen: &mut BTreeSet<String>) -> bool {
    for next in graph.get(&way[way.len() - 1]).into_iter().flatten() {
        if *next == way[0] {
            return true;
        }
        if seen.insert(next.clone()) {
            way.push(next.clone());
            if leads_back(graph, way, seen) {
                return true;
            }
            way.pop();
        }
    }
    false
}

fn graph(src: &Path) -> Graph {
    let modules = modules(src);
    let names: BTreeSet<_> = modules.iter().map(|(path, _)| path[0].clone()).collect();
    // `pub use text::Name` in `lib.rs`: to import `crate::Name` is to import from `text`.
    let lib = src.join("lib.rs");
    let exported = if lib.exists() { imports(&[], &parse(&lib)) } else { Vec::new() };
    let exported = exported.into_iter().filter(|path| path.len() > 1 && names.contains(&path[0]));
    let home: BTreeMap<_, _> = exported.map(|path| (path[path.len() - 1].clone(), path[0].clone())).collect();
    let mut graph = Graph::new();
    for (path, file) in &modules {
        let module = &path[0];
        for import in imports(path, file) {
            let Some(first) = import.first() else { continue };
            let from = if names.contains(first) { Some(first) } else { home.get(first) };
            if let Some(from) = from.filter(|from| *from != module) {
                graph.entry(module.clone()).or_default().insert(from.clone());
            }
        }
    }
    graph
}

/// Each module below `src` by its path, `a/b.rs` as `[a, b]`, with its syntax. Binaries and tests are left out.
fn modules(src: &Path) -> Vec<(Vec<String>, File)> {
    let paths = rust_files(src).into_iter().filter_map(|file| {
        let relative = file.strip_prefix(src).unwrap().with_extension("");
        let mut path: Vec<_> = relative.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
        path.pop_if(|last| last == "mod");
        let outside = ["lib", "main", "bin"].contains(&path[0].as_str());
        let test = path.iter().any(|part| part == "tests" || part.ends_with("_tests"));
        (!outside && !test).then(|| (path, parse(&file)))
    });
    paths.collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let below = entries.flat_map(|path| if path.is_dir() { rust_files(&path) } else { vec![path] });
    below.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect()
}

fn parse(file: &Path) -> File {
    let text = fs::read_to_string(file).unwrap();
    syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// What a module imports from its own crate, as paths from the crate's root.
fn imports(module: &[String], file: &File) -> Vec<Vec<String>> {
    let mut collector = Collector { module, found: Vec::new() };
    collector.visit_file(file);
    collector.found
}

struct Collector<'a> {
    module: &'a [String],
    found: Vec<Vec<String>>,
}

impl Collector<'_> {
    fn add(&mut self, path: Vec<String>) {
        let supers = path.iter().take_while(|part| *part == "super").count();
        let absolute = match path.first().map(String::as_str) {
            Some("crate") => path[1..].to_vec(),
            Some("self") => [self.module, &path[1..]].concat(),
            Some("super") if supers <= self.module.len() => {
                [&self.module[..self.module.len() - supers], &path[supers..]].concat()
            }
            // A `use` in lib.rs names a module of its own without `crate`.
            _ if self.module.is_empty() => path,
            _ => return,
        };
        self.found.push(absolute);
    }

    fn add_tree(&mut self, before: Vec<String>, tree: &UseTree) {
        match tree {
            UseTree::Path(path) => self.add_tree([before, vec![path.ident.to_string()]].concat(), &path.tree),
            UseTree::Name(name) => self.add([before, vec![name.ident.to_string()]].concat()),
            UseTree::Rename(rename) => self.add([before, vec![rename.ident.to_string()]].concat()),
            UseTree::Glob(_) => self.add(before),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_tree(before.clone(), tree)),
        }
    }
}

impl<'ast> Visit<'ast> for Collector<'_> {
    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        if !module.attrs.iter().any(is_test) {
            syn::visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.add_tree(Vec::new(), &item.tree);
    }

    fn visit_path(&mut self, path: &'ast SynPath) {
        let parts: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if matches!(parts[0].as_str(), "crate" | "super") {
            self.add(parts);
        }
        syn::visit::visit_path(self, path);
    }
}

/// `#[cfg(test)]`
pub(crate) fn is_test(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg") && attribute.parse_args::<SynPath>().is_ok_and(|path| path.is_ident("test"))
}

#[test]
fn a_circle_is_found_and_a_line_is_not() {
    let graph = |edges: &[(&str, &str)]| {
        let mut graph = Graph::new();
        for (from, to) in edges {
            graph.entry((*from).to_owned()).or_default().insert((*to).to_owned());
        }
        graph
    };
    assert_eq!(find(&graph(&[("a", "b"), ("b", "c"), ("a", "c")])), None);
    assert_eq!(find(&graph(&[("a", "b"), ("b", "c"), ("c", "b")])), Some("b -> c -> b".to_owned()));
    let module = ["error".to_owned()];
    let file = syn::parse_file(
        "use super::wire::{self, X}; fn f() { crate::text::g() } #[cfg(test)] mod t { use crate::no; }",
    );
    let expected: [&[&str]; 3] = [&["wire", "self"], &["wire", "X"], &["text", "g"]];
    assert_eq!(imports(&module, &file.unwrap()), expected);
}
