//! The parts of Markdown that the documents use: fenced blocks, headings, links, code spans and tables.

use std::{collections::HashMap, fs, ops::Range, path::Path};

use crate::deployment::template::root;

pub struct Document {
    /// From the repository's root.
    pub path: String,
    pub text: String,
}

#[derive(Clone)]
pub struct Block {
    pub language: String,
    /// The line of the opening fence, from 1.
    pub line: usize,
    /// The range of its content in the document's text.
    pub content: Range<usize>,
}

impl Document {
    /// README.md, everything below docs/, and the calls that are examples in `openapi.json` alone, by path.
    pub fn all() -> Vec<Self> {
        let mut paths = vec!["README.md".to_owned()];
        find(Path::new("docs"), &mut paths);
        find(Path::new("local/calls"), &mut paths);
        paths.sort();
        paths.into_iter().map(|path| Self::read(&path)).collect()
    }

    pub fn read(path: &str) -> Self {
        let text = fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        Self { path: path.to_owned(), text }
    }

    pub fn blocks(&self) -> Vec<Block> {
        let (mut blocks, mut open, mut at) = (Vec::new(), None::<Block>, 0);
        for (number, line) in self.text.split_inclusive('\n').enumerate() {
            let end = at + line.len();
            match (&mut open, line.strip_prefix("```")) {
                (None, Some(language)) => {
                    let language = language.trim().to_owned();
                    open = Some(Block { language, line: number + 1, content: end..end });
                }
                (Some(_), Some(_)) => blocks.extend(open.take()),
                (Some(block), None) => block.content.end = end,
                (None, None) => {
                    assert!(!line.trim_start().starts_with("```"), "{}:{}: an indented fence", self.path, number + 1);
                }
            }
            at = end;
        }
        assert!(open.is_none(), "{}: a fence is left open", self.path);
        blocks
    }

    pub fn prose(&self) -> Vec<&str> {
        let mut fenced = false;
        let outside = |line: &&str| {
            let fence = line.starts_with("```");
            fenced ^= fence;
            !fenced && !fence
        };
        self.text.lines().filter(outside).collect()
    }

    pub fn links(&self) -> Vec<&str> {
        let prose = self.prose().into_iter();
        prose
            .flat_map(|line| [("](", ')'), ("src=\"", '"'), ("href=\"", '"')].map(|ends| (line, ends)))
            .flat_map(|(line, (before, after))| {
                line.split(before).skip(1).filter_map(move |rest| rest.split(after).next())
            })
            .collect()
    }

    /// The anchors of its headings, as GitHub names them, and those that it sets itself: `<a id="…">`.
    pub fn anchors(&self) -> Vec<String> {
        let mut seen: HashMap<String, usize> = HashMap::new();
        let headings = self.prose().into_iter().filter(|line| line.starts_with('#'));
        let anchor = |heading: &str| {
            let heading = heading.trim_start_matches('#').trim().to_lowercase();
            let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
            let name = kept.map(|c| if c == ' ' { '-' } else { c }).collect::<String>();
            let again = seen.entry(name.clone()).and_modify(|count| *count += 1).or_default();
            if *again == 0 { name } else { format!("{name}-{again}") }
        };
        let set = self.prose().into_iter().flat_map(|line| line.split("<a id=\"").skip(1));
        let set = set.filter_map(|rest| rest.split('"').next()).map(str::to_owned);
        headings.map(anchor).chain(set).collect()
    }
}

fn find(folder: &Path, paths: &mut Vec<String>) {
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = folder.join(entry.file_name());
        if entry.path().is_dir() {
            find(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "md" || extension == "calls") {
            paths.push(path.display().to_string());
        }
    }
}
