//! Compares a documented answer with a real one: ids, tokens, times and cursors by their shape, everything else
//! literally.

use crate::support::*;

use jiff::civil::Date;

/// The smallest integer that counts as a time or an id. No other number in the examples is as large.
const TIME_MIN: u64 = 1_000_000_000;
/// The smallest integer that counts as an id. Products have smaller numbers, and are compared literally.
const ID_MIN: u64 = 100_000_000_000_000;
/// The minimum length of a word of letters and digits that counts as a token or a cursor.
const TOKEN_MIN: usize = 32;
/// The hexadecimal digits of an API key's id.
const KEY_ID_LENGTH: usize = 12;
const WIDTH: usize = 100;

/// The pairs of documented and real ids in one document.
#[derive(Default)]
pub struct Ids {
    real: BTreeMap<String, String>,
    documented: BTreeMap<String, String>,
}

impl Ids {
    pub fn in_command(&self, command: &str) -> String {
        replaced(command, &self.real)
    }

    /// The differences between the documented answer and the real one, each with its place.
    pub fn differences(&mut self, documented: &Value, real: &Value) -> Vec<String> {
        let mut differences = Vec::new();
        self.compare(documented, real, "", &mut differences);
        differences
    }

    /// The real answer, but with the documented ids and times if nothing else differs.
    pub fn documented(&mut self, documented: &Value, real: &Value) -> Value {
        match real {
            Value::Object(real) => {
                let fields = real.iter().map(|(name, real)| (name.clone(), self.documented(&documented[name], real)));
                Value::Object(fields.collect())
            }
            Value::Array(real) => {
                let values = real.iter().enumerate();
                values.map(|(index, real)| self.documented(&documented[index], real)).collect()
            }
            real if self.same(documented, real) => documented.clone(),
            Value::String(real) => Value::String(replaced(real, &self.documented)),
            Value::Number(number) => {
                let known = self.documented.get(&number.to_string()).and_then(|known| known.parse::<u64>().ok());
                known.map_or_else(|| real.clone(), Value::from)
            }
            real => real.clone(),
        }
    }

    fn compare(&mut self, documented: &Value, real: &Value, place: &str, differences: &mut Vec<String>) {
        match (documented, real) {
            (Value::Object(ours), Value::Object(theirs)) => {
                for name in ours.keys().filter(|name| !theirs.contains_key(*name)) {
                    differences.push(format!("{place}/{name} is not answered"));
                }
                for (name, real) in theirs {
                    match ours.get(name) {
                        Some(documented) => self.compare(documented, real, &format!("{place}/{name}"), differences),
                        None => differences.push(format!("{place}/{name} is not documented: {real}")),
                    }
                }
            }
            (Value::Array(ours), Value::Array(theirs)) if ours.len() == theirs.len() => {
                for (index, (documented, real)) in ours.iter().zip(theirs).enumerate() {
                    self.compare(documented, real, &format!("{place}/{index}"), differences);
                }
            }
            (documented, real) if self.same(documented, real) => {}
            (documented, real) => differences.push(format!("{place} is {real}, documented as {documented}")),
        }
    }

    fn same(&mut self, documented: &Value, real: &Value) -> bool {
        match (documented, real) {
            (Value::String(documented), Value::String(real)) => self.same_text(documented, real),
            (Value::Number(ours), Value::Number(theirs)) if ours != theirs => {
                let (Some(ours), Some(theirs)) = (ours.as_u64(), theirs.as_u64()) else { return false };
                match (ours.min(theirs), ours.max(theirs)) {
                    (least, _) if least >= ID_MIN => self.stand_for(&ours.to_string(), &theirs.to_string()),
                    (least, most) => least >= TIME_MIN && most < ID_MIN,
                }
            }
            (Value::Number(id), Value::Number(_)) if id.as_u64().is_some_and(|id| id >= ID_MIN) => {
                self.stand_for(&id.to_string(), &id.to_string())
            }
            (documented, real) => documented == real,
        }
    }

    fn same_text(&mut self, documented: &str, real: &str) -> bool {
        let is_time = |text: &str| text.parse::<Timestamp>().is_ok();
        let is_date = |text: &str| text.len() == "2026-11-20".len() && text.parse::<Date>().is_ok();
        if documented.len() == real.len() && [is_time, is_date].iter().any(|is| is(documented) && is(real)) {
            return true;
        }
        let (ours, theirs) = (parts(documented), parts(real));
        ours.len() == theirs.len()
            && ours.iter().zip(theirs).all(|(ours, theirs)| match (kind(ours), kind(theirs)) {
                (Kind::Literal, _) | (_, Kind::Literal) => *ours == theirs,
                (one, other) => one == other && self.stand_for(ours, theirs),
            })
    }

    /// Whether one string can replace the other: the same string is always replaced by the same one.
    fn stand_for(&mut self, documented: &str, real: &str) -> bool {
        let known = self.real.get(documented).map(String::as_str);
        let taken = self.documented.get(real).map(String::as_str);
        if known.is_some_and(|known| known != real) || taken.is_some_and(|taken| taken != documented) {
            return false;
        }
        self.real.insert(documented.to_owned(), real.to_owned());
        self.documented.insert(real.to_owned(), documented.to_owned());
        true
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Literal,
    Id,
    Guid,
    Token,
}

fn kind(word: &str) -> Kind {
    let is_guid = word.len() == 36
        && word.char_indices().all(|(index, c)| match index {
            8 | 13 | 18 | 23 => c == '-',
            _ => c.is_ascii_hexdigit(),
        });
    let is_key_id = word.len() == KEY_ID_LENGTH
        && word.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        && word.bytes().any(|b| b.is_ascii_digit());
    if is_guid {
        Kind::Guid
    } else if is_key_id || word.parse::<u64>().is_ok_and(|number| number >= ID_MIN) {
        Kind::Id
    } else if word.len() >= TOKEN_MIN
        && word.bytes().any(|b| b.is_ascii_digit())
        && word.bytes().any(|b| b.is_ascii_uppercase())
    {
        Kind::Token
    } else {
        Kind::Literal
    }
}

/// A text's words of letters, digits, `-` and `_`, and the characters between them. If a word contains an id between
/// hyphens or underscores, as a schedule's or an event's name does, it is split there.
fn parts(text: &str) -> Vec<&str> {
    let in_word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let words = runs(text, in_word).into_iter();
    words
        .flat_map(|word| if kind(word) == Kind::Literal { runs(word, |c| !matches!(c, '-' | '_')) } else { vec![word] })
        .collect()
}

/// The longest pieces whose characters all satisfy `alike`, or all do not.
fn runs(text: &str, alike: impl Fn(char) -> bool) -> Vec<&str> {
    let (mut runs, mut rest) = (Vec::new(), text);
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| alike(c) != alike(first)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        runs.push(run);
        rest = after;
    }
    runs
}

fn replaced(text: &str, by: &BTreeMap<String, String>) -> String {
    parts(text).into_iter().map(|part| by.get(part).map_or(part, String::as_str)).collect()
}

/// An answer as the documents show it: an object or a list on one line if it fits.
pub fn render(value: &Value) -> String {
    let mut text = String::new();
    write(value, 0, 0, &mut text);
    text.push('\n');
    text
}

fn write(value: &Value, indent: usize, used: usize, text: &mut String) {
    let line = one_line(value);
    let children: Vec<(String, &Value)> = match value {
        Value::Object(fields) => {
            fields.iter().map(|(name, value)| (format!("{}: ", Value::from(name.as_str())), value)).collect()
        }
        Value::Array(values) => values.iter().map(|value| (String::new(), value)).collect(),
        _ => Vec::new(),
    };
    if children.is_empty() || indent + used + line.chars().count() < WIDTH {
        return text.push_str(&line);
    }
    let (open, close) = if value.is_object() { ('{', '}') } else { ('[', ']') };
    text.push(open);
    for (index, (name, child)) in children.iter().enumerate() {
        text.push_str(if index == 0 { "\n" } else { ",\n" });
        text.push_str(&" ".repeat(indent + 2));
        text.push_str(name);
        write(child, indent + 2, name.chars().count() + 1, text);
    }
    text.push('\n');
    text.push_str(&" ".repeat(indent));
    text.push(close);
}

pub fn one_line(value: &Value) -> String {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            let fields =
                fields.iter().map(|(name, value)| format!("{}: {}", Value::from(name.as_str()), one_line(value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
        Value::Array(values) => format!("[{}]", values.iter().map(one_line).collect::<Vec<_>>().join(", ")),
        value => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn ids_and_times_match_by_shape_and_nothing_else_does() {
        let documented = json!({"id": 243_592_850_013_801_u64, "at": "2026-11-20T07:41:50Z", "created_at": 1_795_171_759,
            "guid": "01a1f893-349a-7ed4-86a3-af232907ea1b", "amount": 4900, "name": "Jane",
            "url": "http://127.0.0.1:3000/review/AS-9DRmVPbUbIZ1jJ2IiyAMPIbiA827QuIwSCtQOx7re",
            "product": "shopify-7125386199075", "schedule": "demo.live-243592850013801-0"});
        let real = json!({"id": 243_592_850_777_777_u64, "at": "2027-01-20T07:41:50Z", "created_at": 1_800_171_759,
            "guid": "01b1f893-349a-7ed4-86a3-af232907ea1c", "amount": 4900, "name": "Jane",
            "url": "http://127.0.0.1:3000/review/BS-9DRmVPbUbIZ1jJ2IiyAMPIbiA827QuIwSCtQOx7rX",
            "product": "shopify-7125386199075", "schedule": "demo.live-243592850777777-0"});
        let mut ids = Ids::default();
        assert_eq!(ids.differences(&documented, &real), [""; 0]);
        assert_eq!(ids.documented(&documented, &real), documented);
        assert_eq!(ids.in_command("curl …/243592850013801/send"), "curl …/243592850777777/send");
        for (field, other) in [
            ("id", json!(7)),
            ("at", json!("2027-01-20T07:41:50.123Z")),
            ("created_at", json!("2027-01-20")),
            ("guid", json!("01b1f893")),
            ("amount", json!(4901)),
            ("name", json!("Joan")),
            ("url", json!("http://127.0.0.1:3000/BS-9DRmVPbUbIZ1jJ2IiyAMPIbiA827QuIwSCtQOx7rX")),
            ("product", json!("shopify-7125386199076")),
            ("schedule", json!("demo.live-243592850777777-1")),
            ("schedule", json!("demo.live-243592850777778-0")),
            ("more", json!(true)),
        ] {
            let mut other_answer = real.clone();
            other_answer[field] = other;
            assert_eq!(ids.differences(&documented, &other_answer).len(), 1, "{field}");
        }
    }
}
