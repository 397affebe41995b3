//! The operator, for the audit logs.

use jiff::Timestamp;
use serde_json::Value;
use store::AuditEntry;

/// An operator, whose changes are recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Operator {
    /// The ARN; `None` if the call had no proof of it.
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
