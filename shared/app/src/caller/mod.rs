//! Who calls (an API key or a member), and how the audit log names them.

mod author;
mod call_limit;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::values::{Identity, MemberId, ShopSystem, Tenant, has_scope};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use store::shop::api_key::ApiKeyRecord;
use store::table::Store;
use vault::{ApiKey, TenantKeys, Vault};

use crate::caller::call_limit::{CallLimit, UNKNOWN};
use crate::error::Error;

pub use author::{Author, OURSELVES, differing};
pub use call_limit::{CallQuota, with_quota};

/// The number of digits in a key's id: enough to tell a shop's keys apart.
const KEY_ID_LEN: usize = 12;
/// For how many keys a process remembers that their use today is recorded. When there are more, it forgets all.
const REMEMBERED_MAX: usize = 1_000;

/// Authenticates API keys.
#[derive(Clone)]
pub struct Access {
    store: Store,
    vault: Arc<Vault>,
    used: Arc<Mutex<HashMap<String, Date>>>,
    limit: CallLimit,
}

pub struct Caller {
    /// The shop and mode whose data the call may read and change.
    pub tenant: Tenant,
    pub keys: Arc<TenantKeys>,
    pub who: Who,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    Key {
        /// The start of the key's digest, which names the key where the key itself must not be shown.
        id: String,
        /// The person or app for which the key acts.
        identity: Option<Identity>,
        scopes: Vec<String>,
    },
    Member(MemberId),
    /// A member who did not sign in, but has a link of an email about reviews.
    Mail(MemberId),
    /// A guest of the console, by the id of their link's sign-in; `None` in earlier sessions.
    Guest(Option<String>),
    /// The shop's own system, which reports orders.
    System(ShopSystem),
    /// A reader of public pages.
    Reader,
}

pub(crate) fn key_id(digest: &str) -> String {
    digest.chars().take(KEY_ID_LEN).collect()
}

impl Access {
    /// Finds keys' records in a table and unwraps their tenants' root keys.
    pub fn new(store: Store, vault: Arc<Vault>) -> Self {
        let limit = CallLimit::new(store.clone(), 0);
        Self { store, vault, used: Arc::default(), limit }
    }

    /// Sets how many calls a second each shop may make; 0 for any number.
    #[must_use]
    pub fn with_limit(self, a_second: u32) -> Self {
        Self { limit: CallLimit::new(self.store.clone(), a_second), ..self }
    }

    /// The caller with this key, if the key has one of the scopes, of which an error names the first. The call counts as `weight`
    /// calls, 1 to 10.
    pub async fn authenticate(
        &self,
        key: Option<&str>,
        scopes: [&'static str; 2],
        weight: u32,
        now: Timestamp,
    ) -> Result<Caller, Error> {
        let key = key.and_then(ApiKey::parse).ok_or(Error::Unauthenticated)?;
        let digest = key.digest();
        let record = self.record(&digest, now).await?;
        let works = |record: &ApiKeyRecord| record.active && record.expires_at.is_none_or(|at| now < at);
        let record = record.filter(works).ok_or(Error::Unauthenticated)?;
        self.limit.take(&record.tenant, weight, now).await?;
        if !scopes.iter().any(|scope| has_scope(&record.scopes, scope)) {
            return Err(Error::MissingScope(scopes[0]));
        }
        if let Ok(Some(name)) = UNKNOWN.try_with(Clone::clone) {
            return Err(Error::UnknownParameter(name));
        }
        let keys = self.vault.tenant(&record.tenant, &record.root, now).await?;
        let ApiKeyRecord { tenant, identity, scopes, .. } = record;
        Ok(Caller { tenant, keys, who: Who::Key { id: key_id(&digest), identity, scopes } })
    }

    /// Reads a key's record. A process' first read on a day also records in the row that the key was used on this day,
    /// unless another process has. So each API call costs one call to the table, and a row is written once a day.
    async fn record(&self, digest: &str, now: Timestamp) -> Result<Option<ApiKeyRecord>, Error> {
        let day = now.to_zoned_datetime(TimeZone::UTC).date();
        let is_known = |used: &HashMap<String, Date>| used.get(digest) == Some(&day);
        if is_known(&self.used.lock().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(self.store.api_key(digest).await?);
        }
        let record = self.store.use_api_key(digest, day).await?;
        if record.is_some() {
            let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
            if used.len() >= REMEMBERED_MAX {
                used.clear();
            }
            used.insert(digest.to_owned(), day);
        }
        Ok(record)
    }
}
