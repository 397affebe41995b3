//! YAML with CloudFormation's tags (`!Ref`, `!Sub`), which other readers drop: how it is read, merged, filled in and
//! written.

use anyhow::{Context as _, bail, ensure};
use yaml_rust2::{
    Yaml,
    parser::{Event, MarkedEventReceiver, Parser, Tag},
    scanner::{Marker, TScalarStyle},
};

/// The maximum length of a written line, in columns. A text that cannot be broken may be longer.
const COLUMNS_MAX: usize = 130;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Text(String),
    /// A number or a boolean, as it is written.
    Plain(String),
    Tagged(String, Box<Node>),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl Node {
    /// Reads a file with one document.
    pub(super) fn read(text: &str) -> anyhow::Result<Self> {
        let mut reader = Reader::default();
        Parser::new_from_str(text).load(&mut reader, false)?;
        reader.failure.map_or(Ok(()), Err)?;
        reader.root.context("the document is empty")
    }

    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        self.entries().iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    pub(super) fn need(&self, name: &str) -> anyhow::Result<&Self> {
        self.get(name).with_context(|| format!("{name} is missing"))
    }

    pub(super) fn text(&self) -> anyhow::Result<&str> {
        match self {
            Self::Text(text) | Self::Plain(text) => Ok(text),
            other => bail!("{} is no string", other.inline()),
        }
    }

    /// The entries of a map; empty for anything else.
    pub(super) fn entries(&self) -> &[(String, Self)] {
        if let Self::Map(entries) = self { entries } else { &[] }
    }

    /// The elements of a list; empty for anything else.
    pub(super) fn elements(&self) -> &[Self] {
        if let Self::List(elements) = self { elements } else { &[] }
    }

    pub(super) fn refers_to(&self, names: &[&str]) -> bool {
        match self {
            Self::Text(_) | Self::Plain(_) => false,
            Self::Tagged(tag, value) => match (tag.as_str(), &**value) {
                ("Ref", Self::Text(name)) => names.contains(&name.as_str()),
                ("Sub", Self::Text(text)) => names.iter().any(|name| text.contains(&format!("${{{name}}}"))),
                (_, value) => value.refers_to(names),
            },
            Self::List(elements) => elements.iter().any(|element| element.refers_to(names)),
            Self::Map(entries) => entries.iter().any(|(_, value)| value.refers_to(names)),
        }
    }

    /// Merges another value into this one: maps by their keys, lists one after the other; anything else is replaced.
    pub(super) fn merge(&mut self, over: Self) {
        match (self, over) {
            (Self::Map(entries), Self::Map(over)) => {
                for (key, value) in over {
                    match entries.iter_mut().find(|(name, _)| *name == key) {
                        Some((_, entry)) => entry.merge(value),
                        None => entries.push((key, value)),
                    }
                }
            }
            (Self::List(elements), Self::List(over)) => elements.extend(over),
            (this, over) => *this = over,
        }
    }

    /// A copy in which the `<words>` are replaced by values. If a word is a whole string, its value may be of any kind.
    pub(super) fn filled(&self, words: &[(&str, &Self)]) -> anyhow::Result<Self> {
        Ok(match self {
            Self::Text(text) => match words.iter().find(|(word, _)| word == text) {
                Some((_, value)) => (*value).clone(),
                None => Self::Text(filled(text, words)?),
            },
            Self::Plain(text) => Self::Plain(text.clone()),
            Self::Tagged(tag, value) => Self::Tagged(tag.clone(), Box::new(value.filled(words)?)),
            Self::List(elements) => Self::List(elements.iter().map(|one| one.filled(words)).collect::<Result<_, _>>()?),
            Self::Map(entries) => {
                let entry = |(key, value): &(String, Self)| Ok((filled(key, words)?, value.filled(words)?));
                Self::Map(entries.iter().map(entry).collect::<anyhow::Result<_>>()?)
            }
        })
    }

    /// Writes the value after its key, on the same line if it fits.
    pub(super) fn write(&self, out: &mut String, indent: usize) {
        let column = out.len() - out.rfind('\n').map_or(0, |line| line + 1);
        let inline = self.inline();
        // A resource begins with its type on a line of its own.
        let is_short = column + 1 + inline.len() <= COLUMNS_MAX && indent > 4;
        match self {
            Self::Map(entries) if !is_short && !entries.is_empty() => {
                for (key, value) in entries {
                    if indent == 2 && matches!(value, Self::Map(_)) && !out.ends_with(":") {
                        out.push('\n');
                    }
                    *out += &format!("\n{:indent$}{}:", "", scalar(key));
                    value.write(out, indent + 2);
                }
            }
            Self::List(elements) if !is_short && !elements.is_empty() => {
                for element in elements {
                    *out += &format!("\n{:indent$}-", "");
                    // After the hyphen, where a map's first key is, too.
                    let mut block = " ".repeat(indent + 1);
                    element.write(&mut block, indent + 2);
                    *out += &format!(" {}", block.trim_start());
                }
            }
            Self::Text(text) if column + 1 + inline.len() > COLUMNS_MAX && is_prose(text) => {
                out.push_str(" >-");
                fold(text, out, indent);
            }
            Self::Tagged(tag, value) if column + 1 + inline.len() > COLUMNS_MAX && is_long_text(value) => {
                *out += &format!(" !{tag} >-");
                fold(value.text().unwrap_or_default(), out, indent);
            }
            _ => *out += &format!(" {inline}"),
        }
    }

    fn inline(&self) -> String {
        match self {
            Self::Text(text) => scalar(text),
            Self::Plain(text) => text.clone(),
            Self::Tagged(tag, value) => format!("!{tag} {}", value.inline()),
            Self::List(elements) => format!("[{}]", elements.iter().map(Self::inline).collect::<Vec<_>>().join(", ")),
            Self::Map(entries) => {
                let entry = |(key, value): &(String, Self)| format!("{}: {}", scalar(key), value.inline());
                format!("{{ {} }}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
            }
        }
    }
}

fn filled(text: &str, words: &[(&str, &Node)]) -> anyhow::Result<String> {
    let mut filled = text.to_owned();
    for (word, value) in words.iter().filter(|(word, _)| text.contains(word)) {
        filled = filled.replace(word, value.text()?);
    }
    Ok(filled)
}

/// A string that means the same in every context. It is quoted if YAML would read it as something else.
fn scalar(text: &str) -> String {
    let is_bare = text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '/' || first == '$')
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_./$*+()%;=': ".contains(letter))
        && !text.contains(": ")
        && !text.ends_with([' ', ':'])
        && matches!(Yaml::from_str(text), Yaml::String(_))
        // YAML 1.1 reads these as booleans.
        && !["yes", "no", "on", "off", "y", "n"].contains(&text.to_ascii_lowercase().as_str());
    match text {
        _ if is_bare => text.to_owned(),
        _ if text.contains('"') => format!("'{}'", text.replace('\'', "''")),
        _ => format!("\"{}\"", text.replace('\\', "\\\\")),
    }
}

/// Whether the text has several sentences and stays the same if its lines are broken at spaces.
fn is_prose(text: &str) -> bool {
    is_foldable(text) && text.contains(". ")
}

fn is_foldable(text: &str) -> bool {
    !text.contains('\n') && !text.contains("  ") && text.trim() == text && text.contains(' ')
}

/// Whether a tag's value is a text that stays the same if its lines are broken at spaces.
fn is_long_text(value: &Node) -> bool {
    matches!(value, Node::Text(text) if is_foldable(text))
}

fn fold(text: &str, out: &mut String, indent: usize) {
    let mut column = COLUMNS_MAX;
    for word in text.split(' ') {
        if column + 1 + word.chars().count() > COLUMNS_MAX {
            *out += &format!("\n{:indent$}{word}", "");
            column = indent + word.chars().count();
        } else {
            *out += &format!(" {word}");
            column += 1 + word.chars().count();
        }
    }
}

#[derive(Default)]
struct Reader {
    /// The open collections: the tag, anchor and elements of each; a map's keys and values alternate.
    open: Vec<(Option<String>, usize, Vec<Node>)>,
    anchors: Vec<(usize, Node)>,
    root: Option<Node>,
    failure: Option<anyhow::Error>,
}

impl Reader {
    fn take(&mut self, event: Event) -> anyhow::Result<()> {
        match event {
            Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => {
                self.open.push((tag_name(tag), anchor, Vec::new()));
            }
            Event::SequenceEnd => {
                let (tag, anchor, elements) = self.open.pop().context("a list that was not begun")?;
                self.add(tag, anchor, Node::List(elements));
            }
            Event::MappingEnd => {
                let (tag, anchor, elements) = self.open.pop().context("a map that was not begun")?;
                let map = map(elements)?;
                self.add(tag, anchor, map);
            }
            Event::Scalar(text, style, anchor, tag) => {
                let is_plain = style == TScalarStyle::Plain && tag.is_none();
                let is_text = !is_plain || matches!(Yaml::from_str(&text), Yaml::String(_));
                self.add(tag_name(tag), anchor, if is_text { Node::Text(text) } else { Node::Plain(text) });
            }
            Event::Alias(anchor) => {
                let (_, node) = self.anchors.iter().find(|(id, _)| *id == anchor).context("an unknown anchor")?;
                self.add(None, 0, node.clone());
            }
            _ => {}
        }
        Ok(())
    }

    fn add(&mut self, tag: Option<String>, anchor: usize, node: Node) {
        let node = match tag {
            Some(tag) => Node::Tagged(tag, Box::new(node)),
            None => node,
        };
        if anchor > 0 {
            self.anchors.push((anchor, node.clone()));
        }
        match self.open.last_mut() {
            Some((_, _, elements)) => elements.push(node),
            None => self.root = Some(node),
        }
    }
}

impl MarkedEventReceiver for Reader {
    fn on_event(&mut self, event: Event, mark: Marker) {
        if self.failure.is_none() {
            self.failure = self.take(event).with_context(|| format!("line {}", mark.line())).err();
        }
    }
}

fn tag_name(tag: Option<Tag>) -> Option<String> {
    tag.map(|tag| tag.suffix)
}

/// A map from alternating keys and values. `<<` is replaced by the entries of its value.
fn map(elements: Vec<Node>) -> anyhow::Result<Node> {
    let mut entries: Vec<(String, Node)> = Vec::new();
    let mut elements = elements.into_iter();
    while let (Some(key), Some(value)) = (elements.next(), elements.next()) {
        match (key.text()?, value) {
            ("<<", Node::Map(others)) => entries.extend(others),
            (key, value) => {
                ensure!(entries.iter().all(|(name, _)| name != key), "{key} is there twice");
                entries.push((key.to_owned(), value));
            }
        }
    }
    Ok(Node::Map(entries))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_written_as_it_was_read() {
        for value in [
            "{ a: !Sub \"${b}-c\", d: [1, true, \"1\", \"true\", \"off\", \"2012-10-17\"] }",
            "!If [Own, !Ref Base, !GetAtt Table.Arn]",
            "'{\"it''s\": \"$context\"}'",
            "\"^[a-z]+\\\\.$\"",
            "[\"*\", \"a: b\", \"a, b\", \"\", a b, a:b, AWS::C, /d]",
        ] {
            assert_eq!(Node::read(value).unwrap().inline(), value);
        }
    }

    #[test]
    fn what_contradicts_itself_is_refused() {
        assert!(Node::read("{ a: 1, a: 2 }").is_err());
        let list = Node::read("[3]").unwrap();
        assert!(Node::read("<d>-<e>").unwrap().filled(&[("<e>", &list)]).is_err());
    }
}
