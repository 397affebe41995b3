//! What each function's role may do: the statements of `template.yaml`, evaluated on every call.
//!
//! A function signs with an access key of its own ([`access_key`]), and its role is found by that key, as AWS finds it.
//! The operator's key may do everything.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{LazyLock, Mutex, PoisonError},
};

use anyhow::{Context as _, bail};
use yaml_rust2::Yaml;

use super::{
    ACCOUNT, CREDENTIALS, KMS_KEY_ARN, MAIL_DOMAIN, MAIL_EVENTS_QUEUE_ARN, MAIL_FROM, PHOTOS_BUCKET, QUEUE_ARN, REGION,
    SCHEDULE_GROUP, SCHEDULE_ROLE_ARN, SES_CONFIGURATION_SET, TABLE, Work,
};
use crate::template::{self, Function, list};

/// One question to IAM: may this be done to that?
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Access {
    /// Such as `dynamodb:GetItem`.
    pub(super) action: String,
    /// The resource's ARN.
    pub(super) resource: String,
    /// Condition keys and their values.
    pub(super) context: Vec<(String, String)>,
}

impl Access {
    pub(super) fn new(action: impl Into<String>, resource: impl Into<String>) -> Self {
        Self { action: action.into(), resource: resource.into(), context: Vec::new() }
    }

    /// The same, with a condition key.
    pub(super) fn with(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.context.push((key.into(), value.into()));
        self
    }
}

/// Who may do what, and what was done.
#[derive(Default)]
pub(super) struct Iam {
    used: Mutex<BTreeMap<String, BTreeSet<String>>>,
}

/// Who made a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Principal<'a> {
    /// The operator who set the account up: everything is allowed.
    Operator,
    /// A function, by its name.
    Function(&'a str),
}

/// The access key id of a function's credentials; their secret is the operator's.
#[must_use]
pub fn access_key(function: &str) -> String {
    format!("{}-{function}", CREDENTIALS.0)
}

impl<'a> Principal<'a> {
    /// Whose access key this is; `None` if nobody's.
    pub(super) fn of_key(key: &'a str) -> Option<Self> {
        if key == CREDENTIALS.0 {
            return Some(Self::Operator);
        }
        let function = key.strip_prefix(CREDENTIALS.0)?.strip_prefix('-')?;
        ROLES.contains_key(function).then_some(Self::Function(function))
    }
}

impl Iam {
    /// What of these accesses the principal is denied, in IAM's words; `None` if all are allowed.
    pub(super) fn denial(&self, principal: Principal<'_>, accesses: &[Access]) -> Option<String> {
        let Principal::Function(function) = principal else { return None };
        let role = ROLES.get(function).map_or(&[][..], Vec::as_slice);
        let denied = accesses.iter().find(|access| !is_allowed(role, access));
        if let Some(Access { action, resource, context: _ }) = denied {
            return Some(format!(
                "User: arn:aws:sts::{ACCOUNT}:assumed-role/afterword-{function}/session is not authorized to perform: \
                 {action} on resource: {resource} because no identity-based policy allows the {action} action"
            ));
        }
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.entry(function.to_owned()).or_default().extend(accesses.iter().map(|access| access.action.clone()));
        None
    }

    /// The actions that a function's calls have needed so far.
    pub(super) fn used(&self, function: &str) -> BTreeSet<String> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).get(function).cloned().unwrap_or_default()
    }
}

/// Every function's statements.
#[expect(clippy::expect_used, reason = "the template is compiled in, and a test reads it")]
static ROLES: LazyLock<BTreeMap<String, Vec<Statement>>> =
    LazyLock::new(|| roles().expect("template.yaml's policies are readable"));

/// One statement of a policy.
struct Statement {
    is_allow: bool,
    actions: Vec<String>,
    resources: Vec<String>,
    conditions: Vec<Condition>,
}

/// One condition: the key must be there and equal, or be like, one of the values.
struct Condition {
    key: String,
    values: Vec<String>,
    is_pattern: bool,
    /// Whether a call without the key passes, as with `ForAllValues`.
    is_for_all: bool,
}

/// As IAM does: an explicit denial wins, and what nothing allows is denied.
fn is_allowed(role: &[Statement], access: &Access) -> bool {
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
        let Some((_, value)) = context.iter().find(|(key, _)| *key == self.key) else { return self.is_for_all };
        self.values.iter().any(|expected| if self.is_pattern { is_like(expected, value) } else { expected == value })
    }
}

/// IAM's patterns: `*` is any text, `?` any one character.
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

/// Each function's statements, by its name.
fn roles() -> anyhow::Result<BTreeMap<String, Vec<Statement>>> {
    let role = |function: &Function| {
        let statements = function.statements.iter().map(|yaml| statement(yaml)).collect::<anyhow::Result<_>>();
        Ok((function.binary.clone(), statements.with_context(|| format!("the policies of {}", function.binary))?))
    };
    template::functions().iter().map(role).collect()
}

fn statement(yaml: &Yaml) -> anyhow::Result<Statement> {
    let effect = match &yaml["Effect"] {
        // `!If [condition, one, other]`: as deployed with everything that is optional.
        Yaml::Array(choice) => choice.get(1).and_then(Yaml::as_str),
        effect => effect.as_str(),
    };
    Ok(Statement {
        is_allow: match effect {
            Some("Allow") => true,
            Some("Deny") => false,
            other => bail!("an effect is {other:?}"),
        },
        actions: texts(&yaml["Action"])?,
        resources: texts(&yaml["Resource"])?,
        conditions: match &yaml["Condition"] {
            Yaml::BadValue => Vec::new(),
            conditions => self::conditions(conditions)?,
        },
    })
}

fn conditions(yaml: &Yaml) -> anyhow::Result<Vec<Condition>> {
    let mut conditions = Vec::new();
    for (operator, keys) in yaml.as_hash().context("conditions by operator")? {
        let operator = operator.as_str().context("an operator is a string")?;
        let (is_for_all, operator) = match operator.strip_prefix("ForAllValues:") {
            Some(operator) => (true, operator),
            None => (false, operator),
        };
        let is_pattern = match operator {
            "StringEquals" | "ArnEquals" => false,
            "StringLike" | "ArnLike" => true,
            other => bail!("the small AWS does not know the operator {other:?}"),
        };
        for (key, values) in keys.as_hash().context("values by key")? {
            let key = key.as_str().context("a condition key is a string")?.to_owned();
            conditions.push(Condition { key, values: texts(values)?, is_pattern, is_for_all });
        }
    }
    Ok(conditions)
}

fn texts(yaml: &Yaml) -> anyhow::Result<Vec<String>> {
    list(yaml).iter().map(|yaml| resolve(yaml.as_str().with_context(|| format!("{yaml:?} is no string"))?)).collect()
}

/// A string of the template with what CloudFormation puts into it. The parser drops the tags, so that a reference is
/// the bare name of what it refers to.
pub(super) fn resolve(text: &str) -> anyhow::Result<String> {
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

/// What the small AWS calls a resource or a parameter of the template.
fn value(name: &str) -> Option<String> {
    Some(match name {
        "AWS::Partition" => "aws".to_owned(),
        "AWS::Region" => REGION.to_owned(),
        "AWS::AccountId" => ACCOUNT.to_owned(),
        "Table.Arn" => table_arn(TABLE),
        "RootKey.Arn" => KMS_KEY_ARN.to_owned(),
        "SendQueue.Arn" => QUEUE_ARN.to_owned(),
        "WebhooksQueue.Arn" => Work::Webhooks.arn(),
        "MailEventsQueue.Arn" => MAIL_EVENTS_QUEUE_ARN.to_owned(),
        "PrivacyQueue.Arn" => Work::Privacy.arn(),
        "ImportQueue.Arn" => Work::Imports.arn(),
        "PhotoBucket" => PHOTOS_BUCKET.to_owned(),
        "PhotoDeadQueue.Arn" => format!("arn:aws:sqs:{REGION}:{ACCOUNT}:afterword-photo-dead"),
        "ScheduleGroup" => SCHEDULE_GROUP.to_owned(),
        "ScheduleRole.Arn" => SCHEDULE_ROLE_ARN.to_owned(),
        "PhotoBucket.Arn" => format!("arn:aws:s3:::{PHOTOS_BUCKET}"),
        "MailFrom" => MAIL_FROM.to_owned(),
        "MailDomain" => MAIL_DOMAIN.to_owned(),
        "MailSettings" => SES_CONFIGURATION_SET.to_owned(),
        _ => return None,
    })
}

/// A table's ARN.
pub(super) fn table_arn(table: &str) -> String {
    format!("arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/{table}")
}

#[cfg(test)]
mod tests {
    use yaml_rust2::YamlLoader;

    use super::*;

    fn role(statements: &str) -> Vec<Statement> {
        let yaml = YamlLoader::load_from_str(statements).unwrap();
        list(&yaml[0]).iter().map(|yaml| statement(yaml).unwrap()).collect()
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
        let role = role(
            "- { Effect: Allow, Action: [\"s3:Get*\", \"s3:PutObject\"], Resource: !Sub \"${PhotoBucket.Arn}/*\" }\n\
             - { Effect: Deny, Action: \"s3:PutObject\", Resource: \"*\" }",
        );
        let photo = format!("arn:aws:s3:::{PHOTOS_BUCKET}/photos/1");
        assert!(is_allowed(&role, &Access::new("s3:GetObject", &photo)));
        assert!(!is_allowed(&role, &Access::new("s3:PutObject", &photo)));
        assert!(!is_allowed(&role, &Access::new("s3:DeleteObject", &photo)));
        assert!(!is_allowed(&role, &Access::new("s3:GetObject", "arn:aws:s3:::another/photos/1")));
    }

    #[test]
    fn a_condition_needs_its_key_and_one_of_its_values() {
        let role = role(
            "- { Effect: Allow, Action: \"kms:Decrypt\", Resource: !GetAtt RootKey.Arn, Condition: { \
               StringLike: { \"kms:EncryptionContext:tenant\": \"?*\" }, \
               StringEquals: { \"kms:EncryptionContext:purpose\": [one, other] } } }",
        );
        let decrypt = || Access::new("kms:Decrypt", KMS_KEY_ARN);
        let tenant = || decrypt().with("kms:EncryptionContext:tenant", "fern.live");
        assert!(is_allowed(&role, &tenant().with("kms:EncryptionContext:purpose", "other")));
        assert!(!is_allowed(&role, &tenant().with("kms:EncryptionContext:purpose", "another")));
        assert!(!is_allowed(&role, &tenant()));
        assert!(!is_allowed(&role, &decrypt().with("kms:EncryptionContext:purpose", "one")));
    }

    #[test]
    fn an_items_partition_key_may_be_a_condition() {
        let role = role(
            "- { Effect: Allow, Action: \"dynamodb:UpdateItem\", Resource: !GetAtt Table.Arn, Condition: { \
               \"ForAllValues:StringLike\": { \"dynamodb:LeadingKeys\": [\"AK#*\"] } } }",
        );
        let update = |key: &str| Access::new("dynamodb:UpdateItem", table_arn(TABLE)).with("dynamodb:LeadingKeys", key);
        assert!(is_allowed(&role, &update("AK#7")));
        assert!(!is_allowed(&role, &update("T#fern.live")));
    }

    #[test]
    fn every_function_of_the_template_has_a_role_and_a_key() {
        assert!(ROLES.len() > 10 && ROLES.values().all(|role| !role.is_empty()));
        assert_eq!(Principal::of_key(&access_key("hub")), Some(Principal::Function("hub")));
        assert_eq!(Principal::of_key(CREDENTIALS.0), Some(Principal::Operator));
        assert_eq!(Principal::of_key(&access_key("another")), None);
        assert_eq!(Principal::of_key("AKIA"), None);
    }
}
