//! The resources of `template.yaml` in the small AWS, with their names.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use anyhow::{Context as _, bail};
use jiff::SignedDuration;
use serde_json::Value;
use small_aws::{
    ACCOUNT, Bucket, EmailSettings, Function, KMS_KEY_ARN, QueueSpec, REGION, Rule, SmsEvents, Stack, Statement, Table,
    queue_arn, queue_url, table_arn, topic_arn,
};
use yaml_rust2::Yaml;

use crate::template;

pub const TABLE: &str = "afterword";
pub const MAIL_FROM: &str = "reviews@afterword.example";
pub const MAIL_DOMAIN: &str = "afterword.example";
pub const SES_CONFIGURATION_SET: &str = "afterword";
pub const SMS_CONFIGURATION_SET: &str = "afterword";
pub const METRICS_NAMESPACE: &str = "afterword";
/// The bucket for photos and for files of reviews.
pub const PHOTOS_BUCKET: &str = "afterword-photos";
pub const ALARM_TOPIC: &str = "afterword-alarms";
pub const SCHEDULE_GROUP: &str = "afterword";
/// The role in schedules; nobody assumes it here.
pub const SCHEDULE_ROLE_ARN: &str = "arn:aws:iam::000000000000:role/afterword-schedules";
/// How long a received message stays hidden, in seconds, as in `template.yaml`.
pub const VISIBILITY_S: i64 = 180;

/// The layout of rows and messages that this build writes. A change of the layout needs another number.
const LAYOUT: i64 = 6;
/// The prefixes of keys whose uploads cause an event, as in `template.yaml`.
const EVENTS_BELOW: [&str; 2] = ["uploads/", "imports/"];

/// A queue with the function that reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Wake-ups, for `send-request`.
    Sends,
    /// Reports about messages, for `mail-events`.
    Reports,
    /// Exports and erasures, for `privacy`.
    Privacy,
    /// Looks at all shops, for `privacy`.
    Nightly,
    /// Events to endpoints, for `deliver-webhooks`.
    Webhooks,
    /// Events to slow endpoints, for `deliver-webhooks`.
    SlowWebhooks,
    /// Files of reviews, for `import-reviews`; S3's events fill it, too.
    Imports,
    /// Calls of shops' own systems, for `take-orders`.
    Orders,
    /// S3's events about photos, for `take-photo`.
    Photos,
}

/// How Lambda reads a queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Polls {
    /// The maximum number of messages in an invocation.
    pub batch: usize,
    /// The maximum number of concurrent copies of the function; `None` if only the account's quota limits them.
    pub copies: Option<usize>,
}

impl Work {
    pub const ALL: [Self; 9] = [
        Self::Sends,
        Self::Reports,
        Self::Privacy,
        Self::Nightly,
        Self::Webhooks,
        Self::SlowWebhooks,
        Self::Imports,
        Self::Orders,
        Self::Photos,
    ];

    pub fn url(self) -> String {
        queue_url(self.as_ref())
    }

    pub fn arn(self) -> String {
        queue_arn(self.as_ref())
    }

    /// How Lambda reads the queue, with the default values of parameters.
    pub fn polls(self) -> Polls {
        POLLS.get(self.resource()).copied().unwrap_or(Polls { batch: 1, copies: Some(1) })
    }

    const fn resource(self) -> &'static str {
        self.names().0
    }

    /// Its resource in the template, and its own name.
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Sends => ("SendQueue", "afterword-sends"),
            Self::Reports => ("MailEventsQueue", "afterword-mail-events"),
            Self::Privacy => ("PrivacyQueue", "afterword-privacy"),
            Self::Nightly => ("NightlyQueue", "afterword-nightly"),
            Self::Webhooks => ("WebhooksQueue", "afterword-webhooks"),
            Self::SlowWebhooks => ("SlowWebhooksQueue", "afterword-slow-webhooks"),
            Self::Imports => ("ImportQueue", "afterword-imports"),
            Self::Orders => ("OrdersQueue", "afterword-orders"),
            Self::Photos => ("PhotoQueue", "afterword-photos"),
        }
    }
}

impl AsRef<str> for Work {
    fn as_ref(&self) -> &str {
        self.names().1
    }
}

/// The stack of every small AWS in this crate.
pub fn deployed() -> Arc<Stack> {
    STACK.clone()
}

#[expect(clippy::expect_used, reason = "the template is compiled in, and every test reads it")]
static STACK: LazyLock<Arc<Stack>> = LazyLock::new(|| Arc::new(read().expect("template.yaml is readable")));

/// The event source mappings, by the resource of their queue.
#[expect(clippy::expect_used, reason = "the template is compiled in, and every test reads it")]
static POLLS: LazyLock<BTreeMap<String, Polls>> = LazyLock::new(|| {
    let sources = template::resources("AWS::Lambda::EventSourceMapping").into_iter();
    let sources = sources.map(|(_, source)| polls(&source["Properties"]));
    sources.collect::<anyhow::Result<_>>().expect("template.yaml's event sources are readable")
});

fn read() -> anyhow::Result<Stack> {
    let tables = template::resources("AWS::DynamoDB::Table");
    let (_, table) = tables.first().context("the template has a table")?;
    let rules = template::resources("AWS::Events::Rule").into_iter().map(|(_, rule)| &rule["Properties"]);
    Ok(Stack {
        layout: LAYOUT,
        table: Table::new(TABLE, &json(&table["Properties"])?)?,
        bucket: Bucket {
            name: PHOTOS_BUCKET.to_owned(),
            folder: "photos".to_owned(),
            events_below: EVENTS_BELOW.map(str::to_owned).to_vec(),
            open_methods: open_methods()?,
        },
        queues: Work::ALL.into_iter().map(queue).collect::<anyhow::Result<_>>()?,
        schedule_group: SCHEDULE_GROUP.to_owned(),
        emails: EmailSettings {
            configuration_set: SES_CONFIGURATION_SET.to_owned(),
            suppressed_reasons: suppressed_reasons()?,
        },
        sms_events: SmsEvents {
            configuration_set: SMS_CONFIGURATION_SET.to_owned(),
            queue: Work::Reports.as_ref().to_owned(),
        },
        topic: topic_arn(ALARM_TOPIC),
        functions: template::functions().iter().map(function).collect::<anyhow::Result<_>>()?,
        rules: rules.map(rule).collect::<anyhow::Result<_>>()?,
        clients: edge::aws::configure,
    })
}

fn open_methods() -> anyhow::Result<Vec<String>> {
    let buckets = template::resources("AWS::S3::Bucket");
    let (_, bucket) = buckets.first().context("the template has a bucket")?;
    let rules = template::list(&bucket["Properties"]["CorsConfiguration"]["CorsRules"]).iter();
    let is_open =
        |rule: &&Yaml| template::list(&rule["AllowedOrigins"]).iter().any(|origin| origin.as_str() == Some("*"));
    let methods = rules.filter(is_open).flat_map(|rule| template::list(&rule["AllowedMethods"]));
    methods.map(|method| method.as_str().map(str::to_owned).context("a method is a string")).collect()
}

fn queue(work: Work) -> anyhow::Result<QueueSpec> {
    let queues = template::resources("AWS::SQS::Queue");
    let queue = queues.iter().find(|(name, _)| name == work.resource()).context("the template has each queue")?;
    let visibility = queue.1["Properties"]["VisibilityTimeout"].as_i64().context("a queue hides what is received")?;
    let visibility = SignedDuration::from_secs(visibility);
    let receives_max = queue.1["Properties"]["RedrivePolicy"]["maxReceiveCount"].as_i64();
    let receives_max = receives_max.and_then(|most| most.try_into().ok()).context("a queue has dead letters")?;
    Ok(QueueSpec { name: work.as_ref().to_owned(), visibility, receives_max })
}

fn polls(source: &Yaml) -> anyhow::Result<(String, Polls)> {
    let queue = source["EventSourceArn"].as_str().and_then(|arn| arn.strip_suffix(".Arn")).context("a queue's ARN")?;
    let count = |yaml: &Yaml| yaml.as_i64().and_then(|count| usize::try_from(count).ok());
    let parameters = template::section("Parameters");
    let copies = match &source["ScalingConfig"]["MaximumConcurrency"] {
        Yaml::String(name) => {
            let parameter =
                parameters.iter().find(|(known, _)| known == name).context("a parameter of the template")?;
            count(&parameter.1["Default"])
        }
        copies => count(copies),
    };
    let batch = count(&source["BatchSize"]).context("an event source has a batch")?;
    Ok((queue.to_owned(), Polls { batch, copies }))
}

fn suppressed_reasons() -> anyhow::Result<Vec<String>> {
    let sets = template::resources("AWS::SES::ConfigurationSet");
    let (_, set) = sets.first().context("the template has a configuration set")?;
    let reasons = template::list(&set["Properties"]["SuppressionOptions"]["SuppressedReasons"]);
    reasons.iter().map(|reason| reason.as_str().map(str::to_owned).context("a reason is a string")).collect()
}

fn function(known: &template::Function) -> anyhow::Result<(String, Function)> {
    let role = known.statements.iter().map(|yaml| Statement::parse(&json(yaml)?)).collect::<anyhow::Result<_>>();
    let role = role.with_context(|| format!("the policies of {}", known.binary))?;
    let (timeout, allows_loops) = (known.limits.timeout, known.allows_loops);
    Ok((known.binary.clone(), Function { timeout, allows_loops, role }))
}

fn rule(properties: &Yaml) -> anyhow::Result<Rule> {
    let target = json(&properties["Targets"][0])?;
    let transformer = &target["InputTransformer"];
    let text = |value: &Value| value.as_str().map(str::to_owned).context("a rule's target is described by strings");
    let paths = transformer["InputPathsMap"].as_object().into_iter().flatten();
    Ok(Rule {
        queue: text(&target["Arn"])?,
        pattern: json(&properties["EventPattern"])?,
        paths: paths.map(|(name, path)| Ok((name.clone(), text(path)?))).collect::<anyhow::Result<_>>()?,
        template: transformer.get("InputTemplate").map(text).transpose()?,
        group: target["SqsParameters"].get("MessageGroupId").map(text).transpose()?,
    })
}

/// A part of the template as JSON, with CloudFormation's values in its strings.
fn json(yaml: &Yaml) -> anyhow::Result<Value> {
    Ok(match yaml {
        Yaml::Hash(fields) => {
            let field = |(name, value): (&Yaml, &Yaml)| {
                Ok((name.as_str().context("a field's name is a string")?.to_owned(), json(value)?))
            };
            fields.iter().map(field).collect::<anyhow::Result<_>>()?
        }
        // `!Sub [text, values]`, whose values are names here.
        Yaml::Array(values) if is_text_with_values(values) => json(&values[0])?,
        // `!If [condition, one, other]`: `one`, as if everything optional were deployed.
        Yaml::Array(values) if is_choice(values) => json(&values[1])?,
        Yaml::Array(values) => values.iter().map(json).collect::<anyhow::Result<_>>()?,
        Yaml::String(text) => resolve(text)?.into(),
        Yaml::Integer(number) => (*number).into(),
        Yaml::Boolean(is) => (*is).into(),
        other => bail!("{other:?} is not understood"),
    })
}

fn is_choice(values: &[Yaml]) -> bool {
    let is_condition = |name: &str| template::section("Conditions").iter().any(|(condition, _)| condition == name);
    values.len() == 3 && values[0].as_str().is_some_and(is_condition)
}

fn is_text_with_values(values: &[Yaml]) -> bool {
    matches!(values, [Yaml::String(text), Yaml::Hash(_)] if text.contains("${"))
}

/// A string of the template with CloudFormation's values. The parser drops tags, so a reference is the bare name of its
/// target.
fn resolve(text: &str) -> anyhow::Result<String> {
    if let Some(value) = value(text) {
        return Ok(value);
    }
    let (mut resolved, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once("${") {
        let (name, after) = after.split_once('}').context("a `${` has its `}`")?;
        resolved += before;
        resolved += &value(name).with_context(|| format!("the small AWS has no {name}"))?;
        rest = after;
    }
    Ok(resolved + rest)
}

/// The small AWS' name for a resource or a parameter of the template.
fn value(name: &str) -> Option<String> {
    if let Some(work) = Work::ALL.into_iter().find(|work| name.strip_suffix(".Arn") == Some(work.resource())) {
        return Some(work.arn());
    }
    Some(match name {
        "AWS::Partition" => "aws".to_owned(),
        "AWS::Region" => REGION.to_owned(),
        "AWS::AccountId" => ACCOUNT.to_owned(),
        // The stack's metrics have its name.
        "AWS::StackName" => METRICS_NAMESPACE.to_owned(),
        "Table.Arn" => table_arn(TABLE),
        "RootKey.Arn" => KMS_KEY_ARN.to_owned(),
        "PhotoBucket" => PHOTOS_BUCKET.to_owned(),
        "PhotoBucket.Arn" => format!("arn:aws:s3:::{PHOTOS_BUCKET}"),
        "AlarmTopic" => topic_arn(ALARM_TOPIC),
        "ScheduleGroup" => SCHEDULE_GROUP.to_owned(),
        "ScheduleRole.Arn" => SCHEDULE_ROLE_ARN.to_owned(),
        "MailFrom" => MAIL_FROM.to_owned(),
        "Domain" => MAIL_DOMAIN.to_owned(),
        "MailSettings" => SES_CONFIGURATION_SET.to_owned(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn queued(event: &Value) -> Vec<String> {
        deployed().rules.iter().filter_map(|rule| rule.input_of(event)).collect()
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
        let mut reminder = event("Email Sent", "afterword");
        reminder["detail"]["mail"]["tags"]["reminder"] = json!(["1"]);
        assert!(queued(&reminder).is_empty(), "a reminder is never tried again");
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
