//! The words we don't use: in plain English each has a better one, which the lists give.
//!
//! One list holds everywhere in the code, the template and the scripts of CI, names and comments too; the other only for
//! what users read: the API's answers and descriptions, the template's descriptions, pages, the log, README and docs.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use regex_lite::Regex;
use serde_json::Value;
use syn::{ItemFn, ItemMod, LitStr, visit::Visit};
use yaml_rust2::{Yaml, YamlLoader};

use crate::{imports::is_test, template::root, tidy::files};

/// Nowhere in the code: the word, and what to write instead.
const NOWHERE: [(&str, &str); 6] = [
    (r"tolds?|untold", "given, provided, recorded"),
    (r"mend(s|ed|ing)?", "fix"),
    (r"anew", "again"),
    (r"who(so)?ever", "anyone who, the customer"),
    (r"troubles?", "failure, error"),
    (r"dearer|dearest", "more expensive, most expensive"),
];

/// Not where a user reads it.
const NOT_SHOWN: [(&str, &str); 12] = [
    (r"tells?( of)?", "gives, records, reports"),
    (r"beside", "in addition to, next to"),
    (r"is none|are none|what is none", "is missing, is invalid"),
    (r"nobody (told|tells|knows)", "unknown"),
    (r"is a text|as a text|given as texts?", "must be a string"),
    (r"stands (here|there|in|at|below|above|before)", "is"),
    (r"wears?", "has, uses the theme"),
    (r"to be had|can't be had|cannot be had", "available"),
    (r"(is|are) meant", "matches"),
    (r"kept", "stored, saved"),
    (r"hearing|news", "an event"),
    (r"mails?|mailed|mailing", "email, emailed"),
];

/// Text that is no prose of ours: code, addresses, names as others write them, and the names of a function and a check.
const QUOTED: &str = r"mail-events|mail-from|`[^`\n]*`|https?://\S+|\S+@\S+|\{[^}\n]*\}";

#[test]
fn the_code_is_in_plain_english() {
    let mut findings = Findings::default();
    for folder in ["bench", "functions", "local", "shared", "small-aws", "tests"] {
        for path in files(&root().join(folder), "rs") {
            // The lists themselves.
            if !path.ends_with("it/words.rs") {
                findings.check(&path.display().to_string(), &spaced(&fs::read_to_string(&path).unwrap()), &NOWHERE);
            }
        }
    }
    let folders = [
        ".ci",
        ".github",
        ".cargo",
        "events",
        "functions/console/assets",
        "functions/hub/assets",
        "local/assets",
        "shared/texts/console",
        "shared/texts/languages",
        "stack",
    ];
    let mut others = folders.map(|folder| every_file(&root().join(folder))).concat();
    // Of the languages, the one that is in English.
    others.retain(|path| {
        path.extension().is_none_or(|extension| extension != "ftl")
            || path.ends_with("en.ftl")
            || path.parent().is_some_and(|folder| folder.ends_with("en"))
    });
    others.extend(["template.yaml", "samconfig.toml", "Cargo.toml", "clippy.toml"].map(|name| root().join(name)));
    for path in others {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        text.lines().for_each(|line| findings.check(&path.display().to_string(), &spaced(line), &NOWHERE));
    }
    findings.done();
}

/// Words that begin a doc comment without its subject: a relative clause, or a pronoun whose noun is elsewhere.
const NO_SUBJECT: [&str; 12] =
    ["What", "Who", "Whom", "Whose", "Where", "Which", "Its", "Their", "They", "Those", "That", "It"];

#[test]
fn a_doc_comment_names_its_subject() {
    let mut found = Vec::new();
    for folder in ["bench", "functions", "local", "shared", "small-aws", "tests"] {
        for path in files(&root().join(folder), "rs") {
            let text = fs::read_to_string(&path).unwrap();
            for (index, line) in text.lines().enumerate() {
                let comment = ["/// ", "//! "].iter().find_map(|mark| line.trim_start().strip_prefix(mark));
                if comment.is_some_and(|comment| NO_SUBJECT.iter().any(|word| comment.split(' ').next() == Some(word)))
                {
                    found.push(format!("{}:{}: {}", path.display(), index + 1, line.trim()));
                }
            }
        }
    }
    assert!(found.is_empty(), "say first what the comment is about:\n{}", found.join("\n"));
}

#[test]
fn what_users_read_is_in_plain_english() {
    let mut findings = Findings::default();
    for folder in ["functions", "local", "shared", "small-aws"] {
        for path in files(&root().join(folder), "rs") {
            let mut sentences = Sentences::default();
            sentences.visit_file(&syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap());
            for sentence in sentences.0 {
                findings.check(&path.display().to_string(), &sentence, &NOT_SHOWN);
            }
        }
    }
    let document: Value = serde_json::from_str(&fs::read_to_string(root().join("openapi.json")).unwrap()).unwrap();
    let mut described = Vec::new();
    descriptions(&document, &mut described);
    assert!(described.len() > 300, "the document describes little: {}", described.len());
    for text in described {
        findings.check("openapi.json", &text, &NOWHERE);
        findings.check("openapi.json", &text, &NOT_SHOWN);
    }
    let template = fs::read_to_string(root().join("template.yaml")).unwrap();
    let mut described = Vec::new();
    YamlLoader::load_from_str(&template).unwrap().iter().for_each(|yaml| template_descriptions(yaml, &mut described));
    assert!(described.len() > 30, "the template describes little: {}", described.len());
    described.iter().for_each(|text| findings.check("template.yaml", text, &NOT_SHOWN));
    let mut pages = Vec::new();
    for folder in ["local/templates", "functions", "shared/app"] {
        pages.extend(["html", "txt", "mjml"].into_iter().flat_map(|extension| files(&root().join(folder), extension)));
    }
    pages.extend(files(&root().join("docs"), "md"));
    pages.extend(["README.md", "CHANGELOG.md", "SECURITY.md"].map(|name| root().join(name)));
    for page in pages {
        let text = prose(&fs::read_to_string(&page).unwrap());
        findings.check(&page.display().to_string(), &text, &NOWHERE);
        findings.check(&page.display().to_string(), &text, &NOT_SHOWN);
    }
    findings.done();
}

#[test]
fn a_word_of_the_lists_is_found() {
    let found = |text: &str| word(text, &NOT_SHOWN).map(|(found, _)| found);
    assert_eq!(found("The order is kept."), Some("kept".to_owned()));
    assert_eq!(found("Nobody knows the address."), Some("Nobody knows".to_owned()));
    assert_eq!(found("`mail.from` of an email to mail@example.com"), None);
    assert_eq!(word(&spaced("fn toldBefore() { was_told }"), &NOWHERE).map(|(_, better)| better), Some(NOWHERE[0].1));
}

/// The findings, a line each.
#[derive(Default)]
struct Findings(Vec<String>);

impl Findings {
    fn check(&mut self, place: &str, text: &str, list: &[(&str, &'static str)]) {
        if let Some((found, better)) = word(text, list) {
            let place = place.split("/../").last().unwrap_or(place);
            self.0.push(format!("{place}: “{found}” in “{}”; write: {better}", around(text, &found)));
        }
    }

    fn done(self) {
        assert!(self.0.is_empty(), "{} findings:\n{}", self.0.len(), self.0.join("\n"));
    }
}

/// The first word of the list in a text, and what to write instead.
fn word(text: &str, list: &[(&str, &'static str)]) -> Option<(String, &'static str)> {
    let text = Regex::new(QUOTED).unwrap().replace_all(text, "");
    list.iter().find_map(|(word, better)| {
        let word = Regex::new(&format!(r"(?i)\b({word})\b")).unwrap();
        word.find(&text).map(|found| (found.as_str().to_owned(), *better))
    })
}

fn around(text: &str, found: &str) -> String {
    let at = text.find(found).unwrap_or_default();
    let start = text[..at].char_indices().rev().nth(60).map_or(0, |(index, _)| index);
    text[start..].chars().take(140).collect()
}

/// Names of code as words: `was_told` and `WasTold` are two words each.
fn spaced(code: &str) -> String {
    let humps = Regex::new("([a-z])([A-Z])").unwrap();
    humps.replace_all(&code.replace('_', " "), "$1 $2").into_owned()
}

/// The text that a reader of Markdown or of a page sees: no code blocks, tags or template expressions.
fn prose(text: &str) -> String {
    Regex::new(r"(?s)```.*?```|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>").unwrap().replace_all(text, "").into_owned()
}

/// Every file below a folder, compiled Python aside.
fn every_file(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let below = paths.flat_map(|path| if path.is_dir() { every_file(&path) } else { vec![path] });
    below.filter(|path| path.extension().is_none_or(|extension| extension != "pyc")).collect()
}

/// The template's descriptions: parameters, outputs, alarms.
fn template_descriptions(yaml: &Yaml, found: &mut Vec<String>) {
    for (name, value) in yaml.as_hash().into_iter().flatten() {
        match value.as_str().filter(|_| name.as_str().is_some_and(|name| name.ends_with("Description"))) {
            Some(text) => found.push(text.to_owned()),
            None => template_descriptions(value, found),
        }
    }
}

/// The document's descriptions.
fn descriptions(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                match value.as_str().filter(|_| name == "description" || name == "summary") {
                    Some(text) => found.push(text.to_owned()),
                    None => descriptions(value, found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| descriptions(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The strings of code that are sentences: those with a space, tests aside.
#[derive(Default)]
struct Sentences(Vec<String>);

impl Sentences {
    /// The strings among a macro's tokens.
    fn add_tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.add_tokens(group.stream()),
                token => {
                    if let Ok(string) = syn::parse2::<LitStr>(token.into()) {
                        self.visit_lit_str(&string);
                    }
                }
            }
        }
    }
}

impl<'ast> Visit<'ast> for Sentences {
    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        if !module.attrs.iter().any(is_test) {
            syn::visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        if !function.attrs.iter().any(|attribute| attribute.path().segments.last().unwrap().ident == "test") {
            syn::visit::visit_item_fn(self, function);
        }
    }

    // Comments are the other list's.
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_macro(&mut self, found: &'ast syn::Macro) {
        self.add_tokens(found.tokens.clone());
    }

    fn visit_lit_str(&mut self, string: &'ast LitStr) {
        if string.value().contains(' ') {
            self.0.push(string.value());
        }
    }
}
