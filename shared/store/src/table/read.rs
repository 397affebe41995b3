//! Reads by key, by several keys, by a range of sort keys. They are strongly consistent, unless the store is eventually consistent.

use std::collections::{HashMap, HashSet};

use aws_sdk_dynamodb::operation::query::builders::QueryFluentBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes};
use domain::values::Tenant;
use serde::de::DeserializeOwned;

use super::codec::{Attributes, from_item};
use super::error::Error;
use super::keys::{Key, PK, SK};
use super::kinds;
use super::store::Store;

/// The most keys of a call
/// (<https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html>).
const BATCH_MAX: usize = 100;
/// The most attempts at a batch read whose answer leaves keys unprocessed.
const BATCH_TRIES: u32 = 6;

impl Store {
    /// An item; `None` if there is none with this key.
    pub async fn get(&self, key: &Key) -> Result<Option<Attributes>, Error> {
        let get = self.client.get_item().table_name(&self.table).consistent_read(self.consistent);
        Ok(get.set_key(Some(key.attributes())).send().await?.item)
    }

    /// An item that is known to have these fields; `None` if there is none.
    pub(crate) async fn read<T: DeserializeOwned>(&self, key: &Key) -> Result<Option<T>, Error> {
        self.get(key).await?.map(from_item).transpose()
    }

    pub async fn starting(&self, tenant: &Tenant, prefix: &str) -> Result<Vec<Attributes>, Error> {
        self.between(tenant, prefix, prefix).await
    }

    /// All of the tenant's items from the prefix `first` to the prefix `last`, both included. They must be in one
    /// partition.
    pub async fn between(&self, tenant: &Tenant, first: &str, last: &str) -> Result<Vec<Attributes>, Error> {
        Ok(read(self.range(tenant, first.to_owned(), format!("{last}~")), None, usize::MAX).await?.items)
    }

    pub fn list(&self, tenant: &Tenant, prefix: &str) -> QueryFluentBuilder {
        self.range(tenant, prefix.to_owned(), format!("{prefix}~"))
    }

    /// A query of the tenant's items whose sort keys are from `first` to `last`, both included. They must be in one
    /// partition.
    pub(crate) fn range(&self, tenant: &Tenant, first: String, last: String) -> QueryFluentBuilder {
        self.client
            .query()
            .table_name(&self.table)
            .consistent_read(self.consistent)
            .key_condition_expression("PK = :pk AND SK BETWEEN :first AND :last")
            .expression_attribute_values(":pk", AttributeValue::S(kinds::partition(tenant, &first)))
            .expression_attribute_values(":first", AttributeValue::S(first))
            .expression_attribute_values(":last", AttributeValue::S(last))
    }

    /// The items with these keys, in a call for each hundred; keys that DynamoDB leaves unprocessed are read again.
    pub async fn batch(&self, keys: Vec<Key>) -> Result<HashMap<Key, Attributes>, Error> {
        // DynamoDB refuses a call that names a key twice.
        let mut named = HashSet::new();
        let keys: Vec<_> = keys.iter().filter(|key| named.insert(*key)).map(Key::attributes).collect();
        let mut items = HashMap::new();
        for some in keys.chunks(BATCH_MAX) {
            self.read_batch(some.to_vec(), &mut items).await?;
        }
        Ok(items)
    }

    /// Adds the items with these keys, at most [`BATCH_MAX`].
    async fn read_batch(&self, mut keys: Vec<Attributes>, items: &mut HashMap<Key, Attributes>) -> Result<(), Error> {
        for attempt in 0..BATCH_TRIES {
            let request = KeysAndAttributes::builder()
                .set_keys(Some(keys))
                .consistent_read(self.consistent)
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
                return Ok(());
            }
            self.pause(attempt + 1).await;
        }
        Err(Error::Unavailable("keys left unprocessed".to_owned()))
    }
}

pub(super) struct Read {
    /// The items; none if the query counts.
    pub(super) items: Vec<Attributes>,
    pub(super) count: usize,
    /// The key of the last item; `None` at the end of the range.
    pub(super) next: Option<Attributes>,
}

/// Repeats a query from `start` until it has read `most` items or there are no more, because one call returns at most 1
/// MB.
pub(super) async fn read(query: QueryFluentBuilder, start: Option<Attributes>, most: usize) -> Result<Read, Error> {
    let mut read = Read { items: Vec::new(), count: 0, next: start };
    while read.count < most {
        let limit = i32::try_from(most - read.count).ok();
        let answer = query.clone().set_limit(limit).set_exclusive_start_key(read.next).send().await?;
        read.items.extend(answer.items.unwrap_or_default());
        read.count += usize::try_from(answer.count).unwrap_or_default();
        read.next = answer.last_evaluated_key;
        if read.next.is_none() {
            break;
        }
    }
    Ok(read)
}

fn key_of(item: &Attributes) -> Option<Key> {
    let string = |name| item.get(name)?.as_s().ok().cloned();
    Some(Key { pk: string(PK)?, sk: string(SK)? })
}
