//! EventBridge, as far as reports about emails and files of reviews need it: the rules of `template.yaml` that put events
//! into a queue. Each event is matched by its pattern and cut down by its input transformer.

use std::{collections::BTreeMap, sync::LazyLock};

use anyhow::Context as _;
use dynoxide::Database;
use jiff::Timestamp;
use serde_json::Value;
use yaml_rust2::Yaml;

use super::{iam::resolve, queue::Queue};
use crate::template;

/// The default bus and the queue that its rules fill.
pub(super) struct EventBridge {
    pub(super) queue: Queue,
}

struct Rule {
    /// The ARN of the queue that it fills.
    queue: String,
    pattern: Value,
    /// JSON paths by variable.
    paths: BTreeMap<String, String>,
    template: String,
}

/// The rules whose target is a queue.
#[expect(clippy::expect_used, reason = "the template is compiled in, and every test that sends an email reads it")]
static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| rules().expect("template.yaml's rules are readable"));

impl EventBridge {
    pub(super) fn open(db: &Database) -> anyhow::Result<Self> {
        Ok(Self { queue: Queue::open(db, "mail-event", "afterword-mail-events")? })
    }

    /// The inputs that an event is to its rules' queues, each with its queue's ARN.
    pub(super) fn inputs(event: &Value) -> impl Iterator<Item = (&'static str, String)> {
        RULES.iter().filter(|rule| matches(&rule.pattern, event)).map(|rule| (&*rule.queue, rule.transformed(event)))
    }

    /// Publishes an event about a message, which reaches the queue at `due_at`, once for each rule that matches it.
    pub(super) fn publish(&self, id: &str, event: &Value, now: Timestamp, due_at: Timestamp) -> dynoxide::Result<()> {
        for (number, (_, input)) in Self::inputs(event).enumerate() {
            self.queue.put(&format!("{id}-{number}"), input, now, due_at)?;
        }
        Ok(())
    }
}

impl Rule {
    /// The target's input: the template with each `<variable>` replaced by the JSON of its path. A path that the event
    /// lacks leaves nothing, so that the input is no JSON: as on AWS.
    fn transformed(&self, event: &Value) -> String {
        self.paths.iter().fold(self.template.clone(), |input, (variable, path)| {
            let value = at(event, path).map(Value::to_string).unwrap_or_default();
            input.replace(&format!("<{variable}>"), &value)
        })
    }
}

/// What is at a path such as `$.detail.mail.tags`.
fn at<'a>(event: &'a Value, path: &str) -> Option<&'a Value> {
    path.trim_start_matches("$.").split('.').try_fold(event, |value, field| value.get(field))
}

/// Whether an event has each field of the pattern with one of its values. Of a list any element may match.
fn matches(pattern: &Value, event: &Value) -> bool {
    match (pattern, event) {
        (Value::Object(fields), event) => {
            fields.iter().all(|(name, pattern)| event.get(name).is_some_and(|event| matches(pattern, event)))
        }
        (Value::Array(_), Value::Array(values)) => values.iter().any(|value| matches(pattern, value)),
        (Value::Array(allowed), value) => allowed.iter().any(|allowed| match &allowed["prefix"] {
            Value::String(prefix) => value.as_str().is_some_and(|value| value.starts_with(prefix)),
            _ => allowed == value,
        }),
        _ => false,
    }
}

fn rules() -> anyhow::Result<Vec<Rule>> {
    let mut rules = Vec::new();
    for (_, rule) in template::resources("AWS::Events::Rule") {
        let properties = &rule["Properties"];
        let target = &properties["Targets"][0];
        if target["InputTransformer"].is_badvalue() {
            continue;
        }
        let transformer = &target["InputTransformer"];
        let paths = transformer["InputPathsMap"].as_hash().context("a transformer has paths")?;
        let text = |yaml: &Yaml| yaml.as_str().map(str::to_owned).context("a transformer's paths are strings");
        rules.push(Rule {
            queue: resolve(&text(&target["Arn"])?)?,
            pattern: pattern(&properties["EventPattern"])?,
            paths: paths.iter().map(|(name, path)| Ok((text(name)?, text(path)?))).collect::<anyhow::Result<_>>()?,
            template: text(&transformer["InputTemplate"])?,
        });
    }
    Ok(rules)
}

fn pattern(yaml: &Yaml) -> anyhow::Result<Value> {
    Ok(match yaml {
        Yaml::Hash(fields) => {
            let field = |(name, value): (&Yaml, &Yaml)| {
                Ok((name.as_str().context("a pattern's field is a string")?.to_owned(), pattern(value)?))
            };
            Value::Object(fields.iter().map(field).collect::<anyhow::Result<_>>()?)
        }
        Yaml::Array(values) => Value::Array(values.iter().map(pattern).collect::<anyhow::Result<_>>()?),
        value => resolve(value.as_str().context("the small AWS knows patterns of strings alone")?)?.into(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn queued(event: &Value) -> Vec<String> {
        let matching = RULES.iter().filter(|rule| matches(&rule.pattern, event));
        matching.map(|rule| rule.transformed(event)).collect()
    }

    fn event(detail_type: &str, set: &str) -> Value {
        let mail = json!({"messageId": "7", "timestamp": "2026-01-01T12:00:00.512Z", "destination": ["jane@example.com"],
            "tags": {"ses:configuration-set": [set], "request": ["123"]}});
        let detail = json!({"mail": mail, "bounce": {"bounceType": "Permanent"}});
        json!({"source": "aws.ses", "detail-type": detail_type, "time": "2026-01-01T12:00:03Z", "detail": detail})
    }

    #[test]
    fn one_rule_matches_each_event_of_this_stack_and_cuts_it_down() {
        for (detail_type, bounce_type) in [("Email Sent", Value::Null), ("Email Bounced", json!("Permanent"))] {
            let [input] = &queued(&event(detail_type, "afterword"))[..] else { panic!("one rule for {detail_type}") };
            let mut expected = json!({"event": detail_type, "at": "2026-01-01T12:00:03Z", "message_id": "7",
                "accepted_at": "2026-01-01T12:00:00.512Z",
                "tags": {"ses:configuration-set": ["afterword"], "request": ["123"]}});
            if !bounce_type.is_null() {
                expected["bounce_type"] = bounce_type;
            }
            assert_eq!(serde_json::from_str::<Value>(input).unwrap(), expected);
        }
    }

    #[test]
    fn events_of_another_stack_or_kind_are_none_of_ours() {
        assert!(queued(&event("Email Sent", "another")).is_empty());
        assert!(queued(&event("Email Clicked", "afterword")).is_empty());
        let mut other = event("Email Sent", "afterword");
        other["source"] = "aws.s3".into();
        assert!(queued(&other).is_empty());
    }

    #[test]
    fn a_path_that_an_event_lacks_leaves_no_json() {
        let mut event = event("Email Bounced", "afterword");
        event["detail"]["bounce"] = json!({});
        assert!(serde_json::from_str::<Value>(&queued(&event)[0]).is_err());
    }
}
