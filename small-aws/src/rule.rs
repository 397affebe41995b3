//! A rule of EventBridge: its pattern matches an event, and its input transformer reduces it.

use std::collections::BTreeMap;

use serde_json::Value;

#[derive(Clone, Debug)]
pub struct Rule {
    /// The ARN of the queue into which the rule puts events.
    pub queue: String,
    /// The pattern: the values that match each field, which are strings, or `prefix`, `suffix`, `anything-but` or
    /// `exists` with their operands; and `$or` with a list of patterns.
    pub pattern: Value,
    /// The input transformer's JSON paths, by variable.
    pub paths: BTreeMap<String, String>,
    /// The input transformer's template; `None` if the queue gets the event unchanged.
    pub template: Option<String>,
    /// The JSON path to the message group.
    pub group: Option<String>,
}

impl Rule {
    /// The message group of an event, if the rule sets one.
    /// Errors: If the event has no group, or one that is too long.
    pub(super) fn group_of(&self, event: &Value) -> Result<Option<String>, ()> {
        let group = |path: &String| at(event, path)?.as_str().filter(|group| group.len() <= GROUP_CHARACTERS_MAX);
        self.group.as_ref().map(|path| group(path).map(str::to_owned).ok_or(())).transpose()
    }

    /// The input for the rule's queue; `None` if the event does not match. Each `<variable>` in the template is
    /// replaced by the JSON at its path. If the event has nothing at a path, the variable is replaced by nothing, so
    /// that the input is invalid JSON, as on AWS.
    pub fn input_of(&self, event: &Value) -> Option<String> {
        let whole = || event.to_string();
        matches(&self.pattern, event).then(|| {
            self.template.clone().map_or_else(whole, |template| {
                self.paths.iter().fold(template, |input, (variable, path)| {
                    let value = at(event, path).map(Value::to_string).unwrap_or_default();
                    input.replace(&format!("<{variable}>"), &value)
                })
            })
        })
    }
}

/// The maximum number of characters in a message group that EventBridge sets:
/// <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_SqsParameters.html>.
const GROUP_CHARACTERS_MAX: usize = 100;

/// The value at a path such as `$.detail.mail.tags`.
fn at<'a>(event: &'a Value, path: &str) -> Option<&'a Value> {
    path.trim_start_matches("$.").split('.').try_fold(event, |value, field| value.get(field))
}

/// Whether an event matches each of the pattern's fields and one pattern of each `$or`. In a list, one matching element
/// is enough.
fn matches(pattern: &Value, event: &Value) -> bool {
    match (pattern, event) {
        (Value::Object(fields), event) => fields.iter().all(|(name, pattern)| match event.get(name) {
            _ if name == "$or" => pattern.as_array().is_some_and(|any| any.iter().any(|one| matches(one, event))),
            Some(event) => matches(pattern, event),
            None => allows_none(pattern),
        }),
        (Value::Array(_), Value::Array(values)) => values.iter().any(|value| matches(pattern, value)),
        (Value::Array(allowed), value) => allowed.iter().any(|allowed| is_allowed(allowed, value)),
        _ => false,
    }
}

/// Whether a pattern matches a missing field.
fn allows_none(pattern: &Value) -> bool {
    match pattern {
        Value::Object(fields) => fields.values().all(allows_none),
        pattern => pattern.as_array().into_iter().flatten().any(|allowed| allowed["exists"] == false),
    }
}

/// Whether an element of a pattern's list matches a value. `anything-but` matches all values that it does not name,
/// also `null`, but not a missing field.
fn is_allowed(allowed: &Value, value: &Value) -> bool {
    let Some((operator, operand)) = allowed.as_object().and_then(|allowed| allowed.iter().next()) else {
        return allowed == value;
    };
    let text = value.as_str().unwrap_or_default();
    match operator.as_str() {
        "prefix" => one_or_many(operand).any(|prefix| text.starts_with(prefix)),
        "suffix" => one_or_many(operand).any(|suffix| text.ends_with(suffix)),
        "anything-but" if operand.is_object() => !is_allowed(operand, value),
        "anything-but" => one_or_many(operand).all(|other| text != other),
        "exists" => operand == true,
        _ => false,
    }
}

fn one_or_many(operand: &Value) -> impl Iterator<Item = &str> {
    operand.as_array().map_or(std::slice::from_ref(operand), Vec::as_slice).iter().filter_map(Value::as_str)
}
