//! What is expected beside what happened.

use crate::support::*;

/// What was found under a name.
#[derive(Default)]
pub struct Known(BTreeMap<String, Value>);

impl Known {
    pub fn set(&mut self, name: &str, value: impl Into<Value>) {
        self.0.insert(name.to_owned(), value.into());
    }

    #[track_caller]
    pub fn get(&self, name: &str) -> &Value {
        self.0.get(name).unwrap_or_else(|| panic!("nothing is known as ${name}"))
    }

    /// A text with what stands for its names and repetitions.
    pub fn filled(&self, text: &str) -> String {
        let (mut filled, mut rest) = (String::new(), text);
        while let Some(at) = rest.find(['$', '{']) {
            let (before, after) = rest.split_at(at);
            filled.push_str(before);
            let name = name_at(after);
            rest = if let Some((repeated, rest)) = after.strip_prefix("{{").and_then(|text| text.split_once("}}")) {
                let (text, times) = repeated.rsplit_once('*').unwrap();
                filled.push_str(&text.repeat(times.parse().unwrap()));
                rest
            } else if name.is_empty() || ["absent", "any"].contains(&name) {
                filled.push_str(&after[..1]);
                &after[1..]
            } else {
                filled.push_str(&plain(self.get(name)));
                &after[1 + name.len()..]
            };
        }
        filled + rest
    }

    /// JSON with what stands for its names.
    pub fn filled_json(&self, value: &Value) -> Value {
        match value {
            Value::String(text) if is_name(text) => self.get(&text[1..]).clone(),
            Value::String(text) => Value::String(self.filled(text)),
            Value::Array(values) => values.iter().map(|value| self.filled_json(value)).collect(),
            Value::Object(fields) => fields
                .iter()
                .map(|(name, value)| (self.filled(name), self.filled_json(value)))
                .collect::<serde_json::Map<_, _>>()
                .into(),
            other => other.clone(),
        }
    }

    /// Whether a value is as expected. Names that are expected for the first time are found here.
    pub fn is_like(&mut self, expected: &Value, real: Option<&Value>, exactly: bool) -> bool {
        match (expected, real) {
            (Value::String(text), real) if text == "$absent" => real.is_none(),
            (Value::String(text), Some(real)) if text == "$any" => !real.is_null(),
            (Value::String(text), Some(real)) if is_name(text) && !self.0.contains_key(&text[1..]) => {
                self.set(&text[1..], real.clone());
                true
            }
            (Value::String(text), Some(real)) if is_name(text) => self.get(&text[1..]) == real,
            (Value::String(text), Some(Value::String(real))) => is_text(&self.filled(text), real),
            (Value::Object(ours), Some(Value::Object(theirs))) => {
                ours.iter().all(|(name, value)| self.is_like(value, theirs.get(&self.filled(name)), exactly))
                    && (!exactly || theirs.len() == ours.values().filter(|value| *value != "$absent").count())
            }
            (Value::Array(ours), Some(Value::Array(theirs))) => {
                let first = ours.strip_suffix(&[json!("…")]);
                first.map_or(ours.len() == theirs.len(), |first| first.len() <= theirs.len())
                    && first
                        .unwrap_or(ours)
                        .iter()
                        .zip(theirs)
                        .all(|(ours, theirs)| self.is_like(ours, Some(theirs), exactly))
            }
            (expected, real) => Some(expected) == real,
        }
    }

    /// What happened, in the expectation's fields: what is as expected stays as it is written.
    pub fn shown(&mut self, expected: &Value, real: Option<&Value>, exactly: bool) -> Value {
        match (expected, real) {
            (expected, real) if self.is_like(expected, real, exactly) => expected.clone(),
            (_, None) => json!("$absent"),
            (Value::Object(ours), Some(Value::Object(theirs))) => {
                let names = theirs.keys().filter(|name| exactly || ours.contains_key(*name));
                let missing = ours.keys().filter(|name| !exactly && !theirs.contains_key(*name));
                let fields = names.chain(missing).map(|name| {
                    let expected = ours.get(name).unwrap_or(&Value::Null);
                    (name.clone(), self.shown(expected, theirs.get(name), exactly))
                });
                fields.collect::<serde_json::Map<_, _>>().into()
            }
            (Value::Array(ours), Some(Value::Array(theirs))) if ours.len() == theirs.len() => {
                ours.iter().zip(theirs).map(|(ours, theirs)| self.shown(ours, Some(theirs), exactly)).collect()
            }
            (_, Some(real)) => real.clone(),
        }
    }
}

fn name_at(text: &str) -> &str {
    let Some(rest) = text.strip_prefix('$').filter(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase())) else {
        return "";
    };
    let end = rest.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'));
    &rest[..end.unwrap_or(rest.len())]
}

fn is_name(text: &str) -> bool {
    let name = name_at(text);
    !name.is_empty() && text.len() == 1 + name.len()
}

pub fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Whether a text is as expected, with `…` for any text.
pub fn is_text(expected: &str, real: &str) -> bool {
    let mut parts = expected.split('…');
    let Some(mut rest) = real.strip_prefix(parts.next().unwrap()) else { return false };
    let mut parts: Vec<_> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    parts.into_iter().all(|part| match rest.find(part) {
        Some(at) => {
            rest = &rest[at + part.len()..];
            true
        }
        None => false,
    }) && rest.ends_with(last)
}
