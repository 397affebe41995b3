//! One message on its way to the customer: filled, then shown as plain text or as HTML.

use std::borrow::Borrow;
use std::fmt;

use domain::Language;
use fluent_bundle::{FluentArgs, FluentValue};

use crate::{Part, Texts, bundle};

/// What a message is filled with.
#[derive(Debug, Clone)]
enum Filling<'a> {
    /// What a person wrote, in whatever script.
    Theirs(&'a str),
    /// Words of ours, in the message's own language.
    Ours(&'a str),
    /// A number, by which a language may choose its words.
    Count(usize),
}

/// A message by its id. It is shown by `{}` as plain text, which a template escapes, or by
/// [`Message::html`].
#[derive(Debug, Clone)]
pub struct Message<'a> {
    texts: Texts,
    id: &'a str,
    fillings: Vec<(&'a str, Filling<'a>)>,
}

impl<'a> Message<'a> {
    pub(crate) const fn new(texts: Texts, id: &'a str) -> Self {
        Self { texts, id, fillings: Vec::new() }
    }

    /// Fills in what a person wrote: a name, a title, an address. In HTML it stands apart from the
    /// sentence around it, so that neither changes the other's direction.
    #[must_use]
    pub fn with(mut self, name: &'a str, value: &'a str) -> Self {
        self.fillings.push((name, Filling::Theirs(value)));
        self
    }

    /// Fills in words of ours, such as a day.
    #[must_use]
    pub fn words(mut self, name: &'a str, value: &'a str) -> Self {
        self.fillings.push((name, Filling::Ours(value)));
        self
    }

    /// Fills in a number.
    #[must_use]
    pub fn count(mut self, name: &'a str, number: impl Borrow<usize>) -> Self {
        self.fillings.push((name, Filling::Count(*number.borrow())));
        self
    }

    /// The message as HTML: its values escaped, and each that a person wrote in a `bdi` element. The
    /// messages themselves hold no markup.
    #[must_use]
    pub fn html(&self) -> String {
        self.say(|filling| match filling {
            Filling::Theirs(text) => format!("<bdi>{}</bdi>", escaped(text)).into(),
            Filling::Ours(text) => escaped(text).into(),
            Filling::Count(number) => (*number).into(),
        })
    }

    fn say<'f>(&'f self, value: impl Fn(&'f Filling<'a>) -> FluentValue<'f>) -> String {
        let args: FluentArgs<'_> = self.fillings.iter().map(|(name, filling)| (*name, value(filling))).collect();
        let Self { texts: Texts { language, part }, id, fillings: _ } = self;
        first(&[*language, Language::English], *part, id, &args)
    }
}

/// What the first of these languages that has the message says.
fn first(languages: &[Language], part: Part, id: &str, args: &FluentArgs<'_>) -> String {
    let said = languages.iter().find_map(|&language| bundle::say(bundle::of(language, part), id, args));
    // The tests know every id: this is for what they missed, and better than no page.
    said.unwrap_or_default()
}

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(|filling| match filling {
            Filling::Theirs(text) | Filling::Ours(text) => (*text).into(),
            Filling::Count(number) => (*number).into(),
        }))
    }
}

/// As askama escapes.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '"' => escaped.push_str("&#34;"),
            '&' => escaped.push_str("&#38;"),
            '\'' => escaped.push_str("&#39;"),
            '<' => escaped.push_str("&#60;"),
            '>' => escaped.push_str("&#62;"),
            _ => escaped.push(character),
        }
    }
    escaped
}
