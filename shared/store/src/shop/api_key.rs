//! API keys, by their digest: to whom they belong and what they may do.

use std::collections::HashMap;

use aws_sdk_dynamodb::error::ProvideErrorMetadata as _;
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{ReturnValue, ReturnValuesOnConditionCheckFailure};
use domain::values::{Identity, Tenant, ms};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::table::{Error, Part, Store, Transaction, change, from_item, keys, number, string};

/// An API key's permissions. The table has only the key's digest.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ApiKeyRecord {
    pub tenant: Tenant,
    /// The key's scopes, such as `requests:read`.
    pub scopes: Vec<String>,
    /// The person or app for which the key acts. Requests record it as their initiator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<Identity>,
    /// `false` once the key is revoked.
    pub active: bool,
    /// When the key stops working; `None` for never.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// The last day (UTC) on which a call used the key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_used_on: Option<Date>,
    /// A copy of the tenant's wrapped root key, so that a call reads one item.
    #[serde(with = "serde_bytes")]
    pub root: Vec<u8>,
}

impl Store {
    /// An API key's record. The read is strongly consistent, so a revocation is immediate.
    pub async fn api_key(&self, digest: &str) -> Result<Option<ApiKeyRecord>, Error> {
        self.read(&keys::api_key(digest)).await
    }

    /// An API key's record, after recording that the key was used on this day. One call, which writes nothing if the
    /// day is recorded already.
    pub async fn use_api_key(&self, digest: &str, day: Date) -> Result<Option<ApiKeyRecord>, Error> {
        let is_new = "attribute_exists(PK) AND (attribute_not_exists(last_used_on) OR last_used_on < :day)";
        let update = change("SET last_used_on = :day", is_new, [(":day", string(day))]);
        let update = self.update(&keys::api_key(digest), update)?.return_values(ReturnValue::AllNew);
        let update = update.return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        let item = match update.send().await {
            Ok(done) => done.attributes,
            Err(error) if error.code() == Some("TransactionConflictException") => return self.api_key(digest).await,
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(refused)) => refused.item.clone(),
                _ => return Err(error.into()),
            },
        };
        item.map(from_item).transpose()
    }

    /// The records of these API keys, at most 100, in one call; deleted keys are left out.
    pub async fn api_keys(&self, digests: &[String]) -> Result<HashMap<String, ApiKeyRecord>, Error> {
        if digests.is_empty() {
            return Ok(HashMap::new());
        }
        let mut items = self.batch(digests.iter().map(|digest| keys::api_key(digest)).collect()).await?;
        let found = digests.iter().filter_map(|digest| Some((digest, items.remove(&keys::api_key(digest))?)));
        found.map(|(digest, item)| Ok((digest.clone(), from_item(item)?))).collect()
    }
}

impl Transaction<'_> {
    /// Inserts an API key's record. Refused if the digest is taken.
    pub fn insert_api_key(&mut self, digest: &str, record: &ApiKeyRecord) {
        self.insert(Part::Keys, &keys::api_key(digest), record);
    }

    pub fn delete_api_key(&mut self, digest: &str) {
        self.forget(&keys::api_key(digest));
    }
}

/// For how many seconds after its window a count is stored, because clocks differ.
const STORED_S: i64 = 600;

impl Store {
    /// Adds calls to the window that ends at `until` (Unix seconds), and returns the new number. If an answer is lost,
    /// calls may count twice.
    pub async fn count_calls(&self, tenant: &Tenant, window: i64, calls: u32, until: i64) -> Result<u64, Error> {
        let values = [(":ttl", number(until + STORED_S)), (":calls", number(calls))];
        let count = change("SET #ttl = :ttl ADD counted :calls", "", values);
        let count = self.update(&keys::calls(tenant, window), count)?.return_values(ReturnValue::UpdatedNew);
        let counted = count.send().await?;
        let counted = counted.attributes.and_then(|item| item.get("counted")?.as_n().ok()?.parse().ok());
        counted.ok_or_else(|| Error::Unreadable("a count of calls".to_owned()))
    }
}
