//! The imports inside each crate, file by file, nested files too: no circles, and the table's layer knows no noun. A
//! file may import from those that it is nested in, as they do from it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use syn::{Attribute, File, Ident, Item, ItemMod, ItemUse, Path as SynPath, UseTree, Visibility, visit::Visit};

use crate::{template::root, tidy::packages};

/// The domain's names that `shared/store/src/table` may use, apart from ids: what keys are made of, and the parsers' error.
const NAMES_OF_KEYS: [&str; 8] = ["Channel", "Guid", "Invalid", "Kind", "ReviewPlace", "ShopSystem", "Slug", "Tenant"];

/// A module's path from its crate's root, `a/b.rs` as `[a, b]` and `lib.rs` as `[]`.
type Module = Vec<String>;
/// For each file the files that it imports from.
type Graph = BTreeMap<Module, BTreeSet<Module>>;

/// A file's imports.
#[derive(Default)]
struct Imports {
    /// Paths from the crate's root.
    own: Vec<Vec<String>>,
    /// Paths that begin with another crate.
    others: Vec<Vec<String>>,
    /// The names that `use` brings, re-exports too: each with the path of the item.
    aliases: Vec<(String, Vec<String>)>,
}

#[test]
fn no_file_imports_one_that_imports_it() {
    let circles = packages().into_iter().filter_map(|package| {
        let circle = circle(&graph(&files(&root().join(&package.folder).join("src"))))?;
        Some(format!("{}: {}", package.folder, circle.join(" -> ")))
    });
    assert_eq!(circles.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn the_table_knows_no_noun() {
    let files = files(&root().join("shared/store/src"));
    let table: Vec<_> = files.iter().filter(|(module, _)| module.first().is_some_and(|room| room == "table")).collect();
    let above = table
        .iter()
        .flat_map(|(_, imports)| &imports.own)
        .filter(|path| path.first().is_none_or(|room| room != "table"));
    assert_eq!(above.collect::<Vec<_>>(), [&[""; 0]; 0]);
    let domain = table.iter().flat_map(|(_, imports)| &imports.others).filter(|path| path[0] == "domain");
    let names: BTreeSet<_> = domain.map(|path| &*path[1]).filter(|name| !name.ends_with("Id")).collect();
    assert_eq!(names, NAMES_OF_KEYS.into());
}

/// A circle of files, such as `[a, b::c, a]`.
fn circle(graph: &Graph) -> Option<Vec<String>> {
    graph.keys().find_map(|start| {
        let mut way = vec![start];
        leads_back(graph, &mut way, &mut BTreeSet::new()).then(|| {
            let name = |module: &Module| if module.is_empty() { "lib".to_owned() } else { module.join("::") };
            way.iter().chain([&start]).map(|module| name(module)).collect()
        })
    })
}

/// Whether the last file of `way` leads back to its first; if so, `way` is how.
fn leads_back<'a>(graph: &'a Graph, way: &mut Vec<&'a Module>, seen: &mut BTreeSet<&'a Module>) -> bool {
    for next in graph.get(way[way.len() - 1]).into_iter().flatten() {
        if next == way[0] {
            return true;
        }
        if seen.insert(next) {
            way.push(next);
            if leads_back(graph, way, seen) {
                return true;
            }
            way.pop();
        }
    }
    false
}

fn graph(files: &BTreeMap<Module, Imports>) -> Graph {
    let edges = files.iter().map(|(file, imports)| {
        let from = imports.own.iter().map(|path| home(files, path, 0)).filter(|from| !from.starts_with(file));
        (file.clone(), from.collect())
    });
    edges.collect()
}

/// The file that defines what a path names, through the files that re-export it.
fn home(files: &BTreeMap<Module, Imports>, path: &[String], steps: usize) -> Module {
    let length = (0..=path.len()).rev().find(|length| files.contains_key(&path[..*length])).unwrap_or_default();
    let (file, rest) = path.split_at(length);
    let named = files.get(file).zip(rest.first()).and_then(|(imports, name)| {
        let (_, path) = imports.aliases.iter().find(|(alias, _)| alias == name)?;
        Some([&path[..], &rest[1..]].concat())
    });
    match named {
        Some(path) if steps < 10 => home(files, &path, steps + 1),
        _ => file.to_vec(),
    }
}

/// The imports of each file below `src`, without binaries and tests.
fn files(src: &Path) -> BTreeMap<Module, Imports> {
    let paths = rust_files(src);
    let parsed = paths.iter().filter_map(|file| {
        let mut module: Module = file
            .strip_prefix(src)
            .unwrap()
            .with_extension("")
            .iter()
            .map(|part| part.to_str().unwrap().to_owned())
            .collect();
        module.pop_if(|last| last == "mod" || last == "lib");
        let outside = module.first().is_some_and(|first| first == "main" || first == "bin");
        let test = module.iter().any(|part| part == "tests" || part.ends_with("_tests"));
        (!outside && !test).then(|| (module, parse(file)))
    });
    let parsed: BTreeMap<_, _> = parsed.collect();
    parsed.iter().map(|(module, file)| (module.clone(), imports(module, file))).collect()
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

fn imports(module: &Module, file: &File) -> Imports {
    let mut collector =
        Collector { module: module.clone(), modules: Vec::new(), used: BTreeSet::new(), found: Imports::default() };
    collector.modules = file.items.iter().filter_map(module_of).collect();
    collector.visit_file(file);
    let Collector { used, found: Imports { mut own, others, aliases }, .. } = collector;
    // What a file re-exports and names itself it imports, too.
    own.extend(aliases.iter().filter(|(name, _)| used.contains(name)).map(|(_, path)| path.clone()));
    Imports { own, others, aliases }
}

fn module_of(item: &Item) -> Option<String> {
    match item {
        Item::Mod(module) => Some(module.ident.to_string()),
        _ => None,
    }
}

struct Collector {
    /// The item's module: the file's, or one written inside it.
    module: Module,
    /// The modules that the file declares.
    modules: Vec<String>,
    /// Names that the code begins a path with.
    used: BTreeSet<String>,
    found: Imports,
}

impl Collector {
    /// The path from the crate's root; `None` if another crate's, or a name of the file itself.
    fn absolute(&self, path: &[String]) -> Option<Vec<String>> {
        let supers = path.iter().take_while(|part| *part == "super").count();
        match path[0].as_str() {
            "crate" => Some(path[1..].to_vec()),
            "self" => Some([&self.module[..], &path[1..]].concat()),
            "super" => Some([&self.module[..self.module.len() - supers], &path[supers..]].concat()),
            first => self.modules.iter().any(|module| module == first).then(|| [&self.module[..], path].concat()),
        }
    }

    fn add_tree(&mut self, before: &[String], tree: &UseTree, is_exported: bool) {
        let after = |name: &Ident| [before, &[name.to_string()]].concat();
        let (path, alias) = match tree {
            UseTree::Path(path) => return self.add_tree(&after(&path.ident), &path.tree, is_exported),
            UseTree::Group(group) => {
                return group.items.iter().for_each(|tree| self.add_tree(before, tree, is_exported));
            }
            UseTree::Glob(_) => (before.to_vec(), "*".to_owned()),
            UseTree::Name(name) if name.ident == "self" => (before.to_vec(), before[before.len() - 1].clone()),
            UseTree::Name(name) => (after(&name.ident), name.ident.to_string()),
            UseTree::Rename(rename) => (after(&rename.ident), rename.rename.to_string()),
        };
        match self.absolute(&path) {
            Some(path) => {
                self.found.aliases.push((alias, path.clone()));
                if !is_exported {
                    self.found.own.push(path);
                }
            }
            None => self.found.others.push(path),
        }
    }
}

impl<'ast> Visit<'ast> for Collector {
    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        if module.attrs.iter().any(is_test) || module.content.is_none() {
            return;
        }
        self.module.push(module.ident.to_string());
        syn::visit::visit_item_mod(self, module);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.add_tree(&[], &item.tree, !matches!(item.vis, Visibility::Inherited));
    }

    fn visit_path(&mut self, path: &'ast SynPath) {
        let parts: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.used.insert(parts[0].clone());
        if parts.len() > 1 {
            match self.absolute(&parts) {
                Some(path) => self.found.own.push(path),
                None => self.found.others.push(parts),
            }
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
    let graph = |files: &[(&str, &str)]| {
        let path =
            |name: &str| name.split("::").filter(|part| *part != "lib").map(ToOwned::to_owned).collect::<Vec<_>>();
        let files =
            files.iter().map(|(name, text)| (path(name), imports(&path(name), &syn::parse_file(text).unwrap())));
        circle(&graph(&files.collect())).unwrap_or_default().join(" ")
    };
    let (uses_b, uses_c) = ("use crate::b::B;", "fn f(_: super::c::C) {}");
    assert_eq!(graph(&[("lib", "mod a; mod b; mod c; pub use a::A;"), ("a", uses_b), ("b", uses_c), ("c", "")]), "");
    assert_eq!(graph(&[("a", uses_b), ("b", uses_c), ("c", "use super::b::{self, B};")]), "b c b");
    // Through a re-export, and in nested files.
    assert_eq!(graph(&[("lib", "mod a; pub use a::A;"), ("a", uses_b), ("b", "use crate::A;")]), "a b a");
    assert_eq!(graph(&[("a", "mod b; use b::B; pub struct A;"), ("a::b", "use super::A;")]), "");
    let nested = ("a::b", "use super::c::C;");
    assert_eq!(graph(&[("a", "mod b; mod c; pub use b::B;"), nested, ("a::c", "use super::B;")]), "a::b a::c a::b");
    assert_eq!(graph(&[("a", uses_b), ("b", "#[cfg(test)] mod t { use crate::a::A; }")]), "");
}
