//! The authors of changes, for the audit logs.

use jiff::Timestamp;
use serde_json::{Map, Value};
use store::AuditEntry;

use super::access::Caller;

/// What differs between two objects, before and after.
#[must_use]
pub fn differing(before: &Value, after: &Value) -> [Value; 2] {
    let (Value::Object(one), Value::Object(other)) = (before, after) else { return [before.clone(), after.clone()] };
    let part = |of: &Map<String, Value>| {
        let differs = of.iter().filter(|(name, _)| one.get(*name) != other.get(*name));
        Value::Object(differs.map(|(name, value)| (name.clone(), value.clone())).collect())
    };
    [part(one), part(other)]
}

/// An operator, whose changes are recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Operator {
    /// The ARN; `None` if the call had no proof of it. Of somebody else whose change is recorded it is who they are.
    pub arn: Option<String>,
}

impl Operator {
    /// The entry of a change by the operator: its name, what it changes, and what was and is there.
    #[must_use]
    pub fn entry(&self, what: &str, target: impl ToString, [before, after]: [Value; 2], now: Timestamp) -> AuditEntry {
        let (what, target) = (what.to_owned(), target.to_string());
        AuditEntry { at: now, what, by: self.arn.clone(), target, before, after }
    }
}

impl Caller {
    /// The caller in the audit logs: `member:<id>`, `guest:<id of the link's sign-in>` or `key:<id>`.
    #[must_use]
    pub fn by(&self) -> String {
        match &self.member {
            None => format!("key:{}", self.key_id),
            Some(guest) if guest.starts_with("guest") => guest.clone(),
            Some(id) => format!("member:{id}"),
        }
    }

    /// The entry of a change by the caller, as [`Operator::entry`].
    #[must_use]
    pub fn entry(&self, what: &str, target: impl ToString, change: [Value; 2], now: Timestamp) -> AuditEntry {
        Operator { arn: Some(self.by()) }.entry(what, target, change, now)
    }
}
