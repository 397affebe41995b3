//! API keys, by their digest: to whom they belong and what they may do.

use std::collections::HashMap;

use aws_sdk_dynamodb::error::ProvideErrorMetadata as _;
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{AttributeValue, Delete, ReturnValue, ReturnValuesOnConditionCheckFailure};
use domain::values::{Identity, Tenant};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::table::{Error, Part, Store, Transaction, from_item, instant, keys, number};

/// An API key's permissions. The table has only the key's digest.
#[derive(Debug, Clone)]
pub struct ApiKeyRecord {
    pub tenant: Tenant,
    /// The key's scopes, such as `requests:read`.
    pub scopes: Vec<String>,
    /// The person or app for which the key acts. Requests record it as their initiator.
    pub identity: Option<Identity>,
    /// `false` once the key is revoked.
    pub active: bool,
    /// When the key stops working; `None` for never.
    pub expires_at: Option<Timestamp>,
    /// The last day (UTC) on which a call used the key.
    pub last_used_on: Option<Date>,
    /// A copy of the tenant's wrapped root key, so that a call reads one item.
    pub root: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct ApiKeyItem {
    tenant: String,
    mode: String,
    scopes: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    identity: Option<Identity>,
    active: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    expires_at: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last_used_on: Option<String>,
    root: ByteBuf,
}

impl From<&ApiKeyRecord> for ApiKeyItem {
    fn from(record: &ApiKeyRecord) -> Self {
        let ApiKeyRecord { tenant: Tenant { id, mode }, scopes, identity, active, expires_at, last_used_on, root } =
            record;
        Self {
            tenant: id.as_str().to_owned(),
            mode: mode.as_str().to_owned(),
            scopes: scopes.clone(),
            identity: *identity,
            active: *active,
            expires_at: expires_at.map(Timestamp::as_millisecond),
            last_used_on: last_used_on.map(|day| day.to_string()),
            root: ByteBuf::from(root.clone()),
        }
    }
}

impl TryFrom<ApiKeyItem> for ApiKeyRecord {
    type Error = Error;

    fn try_from(item: ApiKeyItem) -> Result<Self, Error> {
        let ApiKeyItem { tenant, mode, scopes, identity, active, expires_at, last_used_on, root } = item;
        let tenant = Tenant::parse(&tenant, &mode)?;
        let expires_at = expires_at.map(instant).transpose()?;
        let last_used_on = last_used_on.and_then(|day| day.parse().ok());
        Ok(Self { tenant, scopes, identity, active, expires_at, last_used_on, root: root.into_vec() })
    }
}

impl Store {
    /// An API key's record. The read is strongly consistent, so a revocation is immediate.
    pub async fn api_key(&self, digest: &str) -> Result<Option<ApiKeyRecord>, Error> {
        let item = self.get(&keys::api_key(digest)).await?;
        item.map(|item| from_item::<ApiKeyItem>(item)?.try_into()).transpose()
    }

    /// An API key's record, after recording that the key was used on this day. One call, which writes nothing if the
    /// day is recorded already.
    pub async fn use_api_key(&self, digest: &str, day: Date) -> Result<Option<ApiKeyRecord>, Error> {
        let sent = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::api_key(digest).attributes()))
            .update_expression("SET last_used_on = :day")
            .condition_expression(
                "attribute_exists(PK) AND (attribute_not_exists(last_used_on) OR last_used_on < :day)",
            )
            .expression_attribute_values(":day", AttributeValue::S(day.to_string()))
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        let item = match sent {
            Ok(done) => done.attributes,
            Err(error) if error.code() == Some("TransactionConflictException") => return self.api_key(digest).await,
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(refused)) => refused.item.clone(),
                _ => return Err(error.into()),
            },
        };
        item.map(|item| from_item::<ApiKeyItem>(item)?.try_into()).transpose()
    }

    /// The records of these API keys, at most 100, in one call; deleted keys are left out.
    pub async fn api_keys(&self, digests: &[String]) -> Result<HashMap<String, ApiKeyRecord>, Error> {
        if digests.is_empty() {
            return Ok(HashMap::new());
        }
        let mut items = self.batch(digests.iter().map(|digest| keys::api_key(digest)).collect()).await?;
        let found = digests.iter().filter_map(|digest| Some((digest, items.remove(&keys::api_key(digest))?)));
        found.map(|(digest, item)| Ok((digest.clone(), from_item::<ApiKeyItem>(item)?.try_into()?))).collect()
    }
}

impl Transaction<'_> {
    /// Inserts an API key's record. Refused if the digest is taken.
    pub fn insert_api_key(&mut self, digest: &str, record: &ApiKeyRecord) {
        self.insert(Part::Keys, &keys::api_key(digest), &ApiKeyItem::from(record));
    }

    pub fn delete_api_key(&mut self, digest: &str) {
        self.delete(Part::Keys, &keys::api_key(digest), Delete::builder());
    }
}

/// For how many seconds after its window a count is stored, because clocks differ.
const STORED_S: i64 = 600;

impl Store {
    /// Adds calls to the window that ends at `until` (Unix seconds), and returns the new number. If an answer is lost,
    /// calls may count twice.
    pub async fn count_calls(&self, tenant: &Tenant, window: i64, calls: u32, until: i64) -> Result<u64, Error> {
        let counted = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::calls(tenant, window).attributes()))
            .update_expression("SET #ttl = :ttl ADD counted :calls")
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_values(":ttl", number(until + STORED_S))
            .expression_attribute_values(":calls", number(calls))
            .return_values(ReturnValue::UpdatedNew)
            .send()
            .await?;
        let counted = counted.attributes.and_then(|item| item.get("counted")?.as_n().ok()?.parse().ok());
        counted.ok_or_else(|| Error::Unreadable("a count of calls".to_owned()))
    }
}
