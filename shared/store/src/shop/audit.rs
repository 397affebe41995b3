//! The audit logs: who changed what. A shop's log is in one of the shop's partitions; the service's log has a partition
//! of its own.

use domain::values::Tenant;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use vault::TenantKeys;

use crate::table::{Attributes, End, Error, ListKey, Page, Part, SK, Store, Transaction, from_item, keys};

/// A change by an operator. Nothing in it is personal.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditEntry {
    pub at: Timestamp,
    pub what: String,
    /// The operator's ARN; `None` if the call did not prove it.
    pub by: Option<String>,
    /// The id of what was changed (a shop, key or receipt), or a blind index.
    pub target: String,
    /// The state before the change; null for nothing.
    pub before: Value,
    /// The state after the change; null for nothing.
    pub after: Value,
}

const DAY_S: i64 = 86_400;

#[derive(Serialize, Deserialize)]
struct EntryItem {
    what: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    target: String,
    /// JSON, like `after`.
    before: String,
    after: String,
}

impl From<&AuditEntry> for EntryItem {
    fn from(AuditEntry { at: _, what, by, target, before, after }: &AuditEntry) -> Self {
        let (what, by, target) = (what.clone(), by.clone(), target.clone());
        Self { what, by, target, before: before.to_string(), after: after.to_string() }
    }
}

impl EntryItem {
    fn read(item: Attributes) -> Result<(ListKey, AuditEntry), Error> {
        let unreadable = || Error::Unreadable("an entry of an audit log".to_owned());
        let sk = item.get(SK).and_then(|sk| sk.as_s().ok()).cloned().ok_or_else(unreadable)?;
        let at = keys::parse_audit(&sk).ok_or_else(unreadable)?;
        let Self { what, by, target, before, after } = from_item(item)?;
        let json = |text: &str| serde_json::from_str(text).map_err(|_| unreadable());
        let (before, after) = (json(&before)?, json(&after)?);
        let place = sk.trim_start_matches(keys::AUDIT).to_owned();
        Ok((place.into(), AuditEntry { at, what, by, target, before, after }))
    }
}

impl Store {
    /// Records a change that is about to be made outside a transaction, in a shop's log or, with `None`, in the
    /// service's.
    pub async fn record(&self, tenant: Option<&Tenant>, entry: &AuditEntry) -> Result<(), Error> {
        self.put(&keys::audit(tenant, entry.at, self.random.u64()), &EntryItem::from(entry)).await
    }

    /// Records what is done many times a day, such as downloading a file, once a UTC day for the same author and target.
    /// The entry's time is the start of the day.
    pub async fn record_daily(&self, tenant: &Tenant, entry: &AuditEntry, keys: &TenantKeys) -> Result<(), Error> {
        let AuditEntry { at, what, by, target, .. } = entry;
        let day = Timestamp::from_second(at.as_second().div_euclid(DAY_S) * DAY_S).unwrap_or(*at);
        let digest = keys.fingerprint(format!("{what} {} {target}", by.as_deref().unwrap_or_default()).as_bytes());
        let same = digest.get(..16).and_then(|part| u64::from_str_radix(part, 16).ok()).unwrap_or_default();
        self.insert(&keys::audit(Some(tenant), day, same), &EntryItem::from(entry)).await.map(drop)
    }

    /// A page of a log, newest first, with the entries that follow `after`.
    pub async fn audit_log(
        &self,
        tenant: Option<&Tenant>,
        after: Option<&ListKey>,
        limit: usize,
    ) -> Result<Page<(ListKey, AuditEntry)>, Error> {
        let before = format!("{}{}", keys::AUDIT, after.map_or("~", ListKey::as_str));
        self.beyond(keys::audit_log(tenant), before, End::Newest, limit).await?.try_map(EntryItem::read)
    }
}

impl Transaction<'_> {
    pub fn record(&mut self, entry: &AuditEntry) {
        let key = keys::audit(Some(self.tenant), entry.at, self.store.random.u64());
        self.put(Part::Other, &key, &EntryItem::from(entry), "", []);
    }
}
