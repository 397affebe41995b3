//! The audit logs: who changed what. A shop's log is in one of the shop's partitions; the service's log has a partition
//! of its own.

use domain::values::Tenant;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use vault::TenantKeys;

use crate::table::{Attributes, End, Error, ListKey, Page, Store, Transaction, from_item, json, keys};

/// A change by an operator. Nothing in it is personal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AuditEntry {
    /// It is in the entry's key.
    #[serde(skip)]
    pub at: Timestamp,
    pub what: String,
    /// The operator's ARN; `None` if the call did not prove it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The id of what was changed (a shop, key or receipt), or a blind index.
    pub target: String,
    /// The state before the change; null for nothing.
    #[serde(with = "json")]
    pub before: Value,
    /// The state after the change; null for nothing.
    #[serde(with = "json")]
    pub after: Value,
}

const DAY_S: i64 = 86_400;

fn read(item: Attributes) -> Result<(ListKey, AuditEntry), Error> {
    let place: String = keys::behind(&item, keys::AUDIT)?;
    let at = keys::parse_audit(&place).ok_or_else(|| Error::Unreadable("an entry of an audit log".to_owned()))?;
    Ok((place.into(), AuditEntry { at, ..from_item(item)? }))
}

impl Store {
    /// Records a change that is about to be made outside a transaction, in a shop's log or, with `None`, in the
    /// service's.
    pub async fn record(&self, tenant: Option<&Tenant>, entry: &AuditEntry) -> Result<(), Error> {
        self.put(&keys::audit(tenant, entry.at, self.random.u64()), entry).await
    }

    /// Records what is done many times a day, such as downloading a file, once a UTC day for the same author and target.
    /// The entry's time is the start of the day.
    pub async fn record_daily(&self, tenant: &Tenant, entry: &AuditEntry, keys: &TenantKeys) -> Result<(), Error> {
        let AuditEntry { at, what, by, target, .. } = entry;
        let day = Timestamp::from_second(at.as_second().div_euclid(DAY_S) * DAY_S).unwrap_or(*at);
        let digest = keys.fingerprint(format!("{what} {} {target}", by.as_deref().unwrap_or_default()).as_bytes());
        let same = digest.get(..16).and_then(|part| u64::from_str_radix(part, 16).ok()).unwrap_or_default();
        self.insert(&keys::audit(Some(tenant), day, same), entry).await.map(drop)
    }

    /// A page of a log, newest first, with the entries that follow `after`.
    pub async fn audit_log(
        &self,
        tenant: Option<&Tenant>,
        after: Option<&ListKey>,
        limit: usize,
    ) -> Result<Page<(ListKey, AuditEntry)>, Error> {
        let before = format!("{}{}", keys::AUDIT, after.map_or("~", ListKey::as_str));
        self.beyond(keys::audit_log(tenant), before, End::Newest, limit).await?.try_map(read)
    }
}

impl Transaction<'_> {
    pub fn record(&mut self, entry: &AuditEntry) {
        let key = keys::audit(Some(self.tenant), entry.at, self.store.random.u64());
        self.set(&key, entry);
    }
}
