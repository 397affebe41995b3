//! The authors of changes, for the audit logs.
//!
//! Told by `tests/stories/console/audit.story`.

use domain::values::Identity;
use jiff::Timestamp;
use serde_json::{Map, Value};
use store::shop::audit::AuditEntry;
use store::table::Store;

use crate::caller::{Caller, Who};
use crate::error::Error;

/// The differences between two objects, before and after.
pub fn differing(before: &Value, after: &Value) -> [Value; 2] {
    let (Value::Object(one), Value::Object(other)) = (before, after) else { return [before.clone(), after.clone()] };
    let part = |of: &Map<String, Value>| {
        let differs = of.iter().filter(|(name, _)| one.get(*name) != other.get(*name));
        Value::Object(differs.map(|(name, value)| (name.clone(), value.clone())).collect())
    };
    [part(one), part(other)]
}

/// The author of a recorded change: an operator, a caller of the API, a member, a shop's system.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Author {
    /// The author's name in the audit log, an operator's ARN for example; `None` if the call did not prove who made it.
    pub by: Option<String>,
}

/// The author of automatic changes, in the audit logs.
pub const OURSELVES: &str = "afterword";

impl Author {
    pub fn ourselves() -> Self {
        Self { by: Some(OURSELVES.to_owned()) }
    }

    /// The audit log's entry of a change: its name, its target, and the state before and after.
    pub fn entry(&self, what: &str, target: impl ToString, [before, after]: [Value; 2], now: Timestamp) -> AuditEntry {
        let (what, target) = (what.to_owned(), target.to_string());
        AuditEntry { at: now, what, by: self.by.clone(), target, before, after }
    }
}

impl Who {
    /// The caller in the audit logs: `member:<id>`, `guest:<id of the link's sign-in>`, `key:<id>`, or a shop's system by its name.
    pub fn by(&self) -> String {
        match self {
            Self::Key { id, .. } => format!("key:{id}"),
            Self::Member(id) | Self::Mail(id) => format!("member:{id}"),
            Self::Guest(Some(link)) => format!("guest:{link}"),
            Self::Guest(None) => "guest".to_owned(),
            Self::System(system) => system.as_str().to_owned(),
            Self::Reader => "reader".to_owned(),
        }
    }
}

impl Caller {
    /// The caller in the audit logs, as in [`Who::by`].
    pub fn by(&self) -> String {
        self.who.by()
    }

    pub fn key_id(&self) -> Option<&str> {
        if let Who::Key { id, .. } = &self.who { Some(id) } else { None }
    }

    /// The person or app for which the caller acts.
    pub fn identity(&self) -> Option<Identity> {
        match &self.who {
            Who::Key { identity, .. } => *identity,
            Who::System(_) | Who::Member(_) | Who::Mail(_) | Who::Guest(_) | Who::Reader => None,
        }
    }

    pub fn author(&self) -> Author {
        Author { by: Some(self.by()) }
    }

    /// The entry of a change by the caller, as in [`Author::entry`].
    pub fn entry(&self, what: &str, target: impl ToString, change: [Value; 2], now: Timestamp) -> AuditEntry {
        self.author().entry(what, target, change, now)
    }

    /// Records that a program downloads a file: once a day, because programs download the same file often.
    pub async fn record_download(
        &self,
        store: &Store,
        what: &str,
        target: impl ToString,
        now: Timestamp,
    ) -> Result<(), Error> {
        let entry = self.entry(what, target, [Value::Null, Value::Null], now);
        Ok(store.record_daily(&self.tenant, &entry, &self.keys).await?)
    }
}
