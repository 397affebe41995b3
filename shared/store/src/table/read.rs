//! Strongly consistent reads: by key, by several keys, by a range of sort keys.

use std::collections::HashMap;

use aws_sdk_dynamodb::operation::query::builders::QueryFluentBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes};
use domain::Tenant;

use super::codec::Attributes;
use super::error::Error;
use super::keys::{self, Key, PK, SK};
use super::store::Store;

/// Attempts at a batch read whose answer leaves keys unprocessed.
const BATCH_TRIES: u32 = 6;

impl Store {
    pub(crate) async fn get(&self, key: &Key) -> Result<Option<Attributes>, Error> {
        let get = self.client.get_item().table_name(&self.table).consistent_read(true);
        Ok(get.set_key(Some(key.attributes())).send().await?.item)
    }

    /// All of the tenant's items whose sort keys start with `prefix`.
    pub(crate) async fn starting(&self, tenant: &Tenant, prefix: &str) -> Result<Vec<Attributes>, Error> {
        self.between(tenant, prefix, prefix).await
    }

    /// All of the tenant's items from the first whose sort key starts with `first` to the last that
    /// starts with `last`, both in one partition. One call returns at most 1 MB, so there may be several.
    pub(crate) async fn between(&self, tenant: &Tenant, first: &str, last: &str) -> Result<Vec<Attributes>, Error> {
        let (mut items, mut start) = (Vec::new(), None);
        loop {
            let query = self.range(tenant, first.to_owned(), format!("{last}~"));
            let answer = query.set_exclusive_start_key(start).send().await?;
            items.extend(answer.items.unwrap_or_default());
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(items);
            }
        }
    }

    /// A query of the tenant's items whose sort keys are from `first` to `last`, both included and in one partition.
    pub(crate) fn range(&self, tenant: &Tenant, first: String, last: String) -> QueryFluentBuilder {
        self.client
            .query()
            .table_name(&self.table)
            .consistent_read(true)
            .key_condition_expression("PK = :pk AND SK BETWEEN :first AND :last")
            .expression_attribute_values(":pk", AttributeValue::S(keys::partition(tenant, &first)))
            .expression_attribute_values(":first", AttributeValue::S(first))
            .expression_attribute_values(":last", AttributeValue::S(last))
    }

    /// Up to 100 items in one call; keys that DynamoDB leaves unprocessed are read again.
    pub(crate) async fn batch(&self, keys: Vec<Key>) -> Result<HashMap<Key, Attributes>, Error> {
        let mut keys: Vec<_> = keys.iter().map(Key::attributes).collect();
        let mut items = HashMap::new();
        for attempt in 0..BATCH_TRIES {
            let request = KeysAndAttributes::builder()
                .set_keys(Some(keys))
                .consistent_read(true)
                .build()
                .map_err(|error| Error::Refused(error.to_string()))?;
            let answer = self.client.batch_get_item().request_items(&self.table, request).send().await?;
            for item in answer.responses.unwrap_or_default().into_values().flatten() {
                if let Some(key) = key_of(&item) {
                    items.insert(key, item);
                }
            }
            keys = answer.unprocessed_keys.unwrap_or_default().into_values().flat_map(|rest| rest.keys).collect();
            if keys.is_empty() {
                return Ok(items);
            }
            self.pause(attempt + 1).await;
        }
        Err(Error::Unavailable("keys left unprocessed".to_owned()))
    }
}

fn key_of(item: &Attributes) -> Option<Key> {
    let string = |name| item.get(name)?.as_s().ok().cloned();
    Some(Key { pk: string(PK)?, sk: string(SK)? })
}
