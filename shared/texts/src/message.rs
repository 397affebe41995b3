//! One message with its values, shown as plain text or as HTML.

use std::fmt;

use domain::values::Language;
use fluent_bundle::{FluentArgs, FluentValue};

use crate::{Texts, bundle};

#[derive(Debug, Clone)]
enum Value<'a> {
    /// A person's words, in any script.
    Foreign(&'a str),
    /// Our own text, in the message's language.
    Own(&'a str),
    /// A number, which may select a plural form.
    Count(u64),
}

/// A whole number, or a reference to one, as templates pass it.
pub trait Count {
    fn whole(self) -> u64;
}

macro_rules! counts {
    ($($kind:ty)+) => { $(
        impl Count for $kind {
            fn whole(self) -> u64 {
                self as u64
            }
        }
    )+ };
}

counts!(u8 u16 u32 u64 usize);

impl<C: Count + Copy> Count for &C {
    fn whole(self) -> u64 {
        (*self).whole()
    }
}

/// A message by its id. `{}` shows it as plain text, which a template escapes; [`Wording::html`] as HTML.
#[derive(Debug, Clone)]
pub struct Wording<'a> {
    texts: Texts,
    id: &'a str,
    values: Vec<(&'a str, Value<'a>)>,
}

impl<'a> Wording<'a> {
    pub(crate) const fn new(texts: Texts, id: &'a str) -> Self {
        Self { texts, id, values: Vec::new() }
    }

    /// Sets a variable to something that a person wrote. In HTML, the value is isolated, so that its direction and that
    /// of the sentence do not affect each other.
    #[must_use]
    pub fn with(mut self, name: &'a str, value: &'a str) -> Self {
        self.values.push((name, Value::Foreign(value)));
        self
    }

    /// Sets a variable to our own text in the same language, such as a date.
    #[must_use]
    pub fn words(mut self, name: &'a str, value: &'a str) -> Self {
        self.values.push((name, Value::Own(value)));
        self
    }

    #[must_use]
    pub fn count(mut self, name: &'a str, number: impl Count) -> Self {
        self.values.push((name, Value::Count(number.whole())));
        self
    }

    /// The message as HTML. Values are escaped, and a person's words are in `bdi` elements; messages contain no markup.
    pub fn html(&self) -> String {
        self.format(|value| match value {
            Value::Foreign(text) => format!("<bdi>{}</bdi>", escaped(text)).into(),
            Value::Own(text) => escaped(text).into(),
            Value::Count(number) => (*number).into(),
        })
    }

    fn format<'v>(&'v self, convert: impl Fn(&'v Value<'a>) -> FluentValue<'v>) -> String {
        let args: FluentArgs<'_> = self.values.iter().map(|(name, value)| (*name, convert(value))).collect();
        let Self { texts: Texts { language, part }, id, values: _ } = self;
        let languages = [*language, Language::English];
        let found = languages.into_iter().find_map(|language| bundle::format(bundle::of(language, *part), id, &args));
        // The tests check every id. If they miss one, an empty string is still better than no page.
        found.unwrap_or_default()
    }
}

impl fmt::Display for Wording<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.format(|value| match value {
            Value::Foreign(text) | Value::Own(text) => (*text).into(),
            Value::Count(number) => (*number).into(),
        }))
    }
}

/// Escapes for HTML, as askama does.
pub fn escaped(text: &str) -> String {
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
