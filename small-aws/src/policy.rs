//! The statements of a role, and what they allow.

use anyhow::{Context as _, bail};
use serde_json::Value;

/// A question to IAM: may this action be done on this resource?
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Access {
    pub(super) action: String,
    pub(super) resource: String,
    pub(super) context: Vec<(String, String)>,
}

impl Access {
    pub(super) fn new(action: impl Into<String>, resource: impl Into<String>) -> Self {
        Self { action: action.into(), resource: resource.into(), context: Vec::new() }
    }

    pub(super) fn with(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.context.push((key.into(), value.into()));
        self
    }
}

#[derive(Clone, Debug)]
pub struct Statement {
    is_allow: bool,
    actions: Vec<String>,
    resources: Vec<String>,
    conditions: Vec<Condition>,
}

/// A condition: the key exists and equals, or is like, one of the values.
#[derive(Clone, Debug)]
struct Condition {
    key: String,
    values: Vec<String>,
    is_pattern: bool,
    /// `ForAllValues`: all values of the call must match, and a call without the key passes.
    is_for_all: bool,
}

/// As in IAM, an explicit denial takes precedence, and everything that is not allowed is denied.
pub(super) fn is_allowed(role: &[Statement], access: &Access) -> bool {
    let applies = |statement: &&Statement| {
        let any = |patterns: &[String], text: &str| patterns.iter().any(|pattern| is_like(pattern, text));
        any(&statement.actions, &access.action)
            && any(&statement.resources, &access.resource)
            && statement.conditions.iter().all(|condition| condition.holds(&access.context))
    };
    let mut applying = role.iter().filter(applies).peekable();
    applying.peek().is_some() && applying.all(|statement| statement.is_allow)
}

impl Condition {
    fn holds(&self, context: &[(String, String)]) -> bool {
        let mut values = context.iter().filter(|(key, _)| *key == self.key).map(|(_, value)| value);
        let is_one = |value: &String| {
            self.values
                .iter()
                .any(|expected| if self.is_pattern { is_like(expected, value) } else { expected == value })
        };
        if self.is_for_all { values.all(is_one) } else { values.any(is_one) }
    }
}

/// IAM's patterns: `*` matches any text, `?` any character.
fn is_like(pattern: &str, text: &str) -> bool {
    let Some(first) = pattern.chars().next() else { return text.is_empty() };
    let rest = &pattern[first.len_utf8()..];
    match first {
        '*' => {
            is_like(rest, text) || {
                let mut characters = text.chars();
                characters.next().is_some() && is_like(pattern, characters.as_str())
            }
        }
        '?' => {
            let mut characters = text.chars();
            characters.next().is_some() && is_like(rest, characters.as_str())
        }
        first => text.strip_prefix(first).is_some_and(|text| is_like(rest, text)),
    }
}

impl Statement {
    /// Parses a statement of a policy in IAM's JSON.
    /// Errors: If it contains something that the small AWS does not support.
    pub fn parse(statement: &Value) -> anyhow::Result<Self> {
        Ok(Self {
            is_allow: match statement["Effect"].as_str() {
                Some("Allow") => true,
                Some("Deny") => false,
                other => bail!("an effect is {other:?}"),
            },
            actions: texts(&statement["Action"])?,
            resources: texts(&statement["Resource"])?,
            conditions: conditions(&statement["Condition"])?,
        })
    }
}

fn conditions(operators: &Value) -> anyhow::Result<Vec<Condition>> {
    let mut conditions = Vec::new();
    for (operator, keys) in operators.as_object().into_iter().flatten() {
        let (is_for_all, operator) = match operator.strip_prefix("ForAllValues:") {
            Some(operator) => (true, operator),
            None => (false, &**operator),
        };
        let is_pattern = match operator {
            "StringEquals" | "ArnEquals" => false,
            "StringLike" | "ArnLike" => true,
            other => bail!("the small AWS does not know the operator {other:?}"),
        };
        for (key, values) in keys.as_object().context("values by key")? {
            conditions.push(Condition { key: key.clone(), values: texts(values)?, is_pattern, is_for_all });
        }
    }
    Ok(conditions)
}

/// The strings of a list, which may be written as a single string.
fn texts(value: &Value) -> anyhow::Result<Vec<String>> {
    let list = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    list.iter().map(|text| text.as_str().map(str::to_owned).with_context(|| format!("{text} is no string"))).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn role(statements: &Value) -> Vec<Statement> {
        statements.as_array().unwrap().iter().map(|statement| Statement::parse(statement).unwrap()).collect()
    }

    #[test]
    fn patterns_match_as_iam_says() {
        for (pattern, text) in
            [("*", ""), ("a*c", "abbc"), ("a?c", "abc"), ("?*", "x"), ("arn:*:table/t", "arn:x:table/t")]
        {
            assert!(is_like(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in [("?*", ""), ("a*c", "abcd"), ("a?c", "ac"), ("table/t", "table/t/index/due")] {
            assert!(!is_like(pattern, text), "{pattern} {text}");
        }
    }

    #[test]
    fn what_nothing_allows_is_denied_and_a_denial_wins() {
        let role = role(&json!([
            {"Effect": "Allow", "Action": ["s3:Get*", "s3:PutObject"], "Resource": "arn:aws:s3:::things/*"},
            {"Effect": "Deny", "Action": "s3:PutObject", "Resource": "*"},
        ]));
        let thing = "arn:aws:s3:::things/1";
        assert!(is_allowed(&role, &Access::new("s3:GetObject", thing)));
        assert!(!is_allowed(&role, &Access::new("s3:PutObject", thing)));
        assert!(!is_allowed(&role, &Access::new("s3:DeleteObject", thing)));
        assert!(!is_allowed(&role, &Access::new("s3:GetObject", "arn:aws:s3:::another/1")));
    }

    #[test]
    fn a_condition_needs_its_key_and_one_of_its_values() {
        let role = role(&json!([{
            "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "key",
            "Condition": {
                "StringLike": {"kms:EncryptionContext:tenant": "?*"},
                "StringEquals": {"kms:EncryptionContext:purpose": ["one", "other"]},
            },
        }]));
        let decrypt = || Access::new("kms:Decrypt", "key");
        let tenant = || decrypt().with("kms:EncryptionContext:tenant", "fern");
        assert!(is_allowed(&role, &tenant().with("kms:EncryptionContext:purpose", "other")));
        assert!(!is_allowed(&role, &tenant().with("kms:EncryptionContext:purpose", "another")));
        assert!(!is_allowed(&role, &tenant()));
        assert!(!is_allowed(&role, &decrypt().with("kms:EncryptionContext:purpose", "one")));
    }

    #[test]
    fn an_items_partition_key_may_be_a_condition() {
        let role = role(&json!([{
            "Effect": "Allow", "Action": "dynamodb:UpdateItem", "Resource": "table",
            "Condition": {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["AK#*"]}},
        }]));
        let update = |key: &str| Access::new("dynamodb:UpdateItem", "table").with("dynamodb:LeadingKeys", key);
        assert!(is_allowed(&role, &update("AK#7")));
        assert!(!is_allowed(&role, &update("T#fern")));
        assert!(!is_allowed(&role, &update("AK#7").with("dynamodb:LeadingKeys", "T#fern")), "one of a batch");
    }

    #[test]
    fn what_a_policy_must_not_have_is_named() {
        let statement =
            json!({"Effect": "Allow", "Action": "a", "Resource": "r", "Condition": {"IpAddress": {"k": "v"}}});
        let error = Statement::parse(&statement).unwrap_err().to_string();
        assert_eq!(error, "the small AWS does not know the operator \"IpAddress\"");
        assert!(Statement::parse(&json!({"Effect": "Allow", "Action": "a"})).is_err(), "no resource");
    }
}
