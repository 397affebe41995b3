//! Replaces a root key, a tenant's or the service's: the stored state, and the rows that are sealed again. This reads
//! the whole table, because a tenant's rows are in many partitions.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::{AttributeValue, Update};
use domain::values::{Tenant, ms};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::{RootOwner, TenantKeys};

use crate::table::{Attributes, Error, Key, PK, SK, Store, change, from_item, keys};

const ROWS_A_CALL: i32 = 500;
/// The most attempts at a row that others keep changing.
const ROW_TRIES: u32 = 10;
/// The attribute with root keys, which is not sealed.
const ROOT: &str = "root";

/// Root keys as they are stored, and the state of their replacement.
#[derive(Debug, Clone)]
pub struct StoredRoots {
    pub roots: Vec<u8>,
    /// The replacement; `None` if none is running.
    pub rotation: Option<Rotation>,
}

/// How far a step of a replacement is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rotation {
    /// When the records of all API keys had these root keys; `None` if some may not have them yet.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub copied_at: Option<Timestamp>,
    /// The last row of the table that was sealed again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<RowPlace>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowPlace {
    #[serde(rename = "PK")]
    pk: String,
    #[serde(rename = "SK")]
    sk: String,
}

impl RowPlace {
    pub(crate) fn key(&self) -> Key {
        Key { pk: self.pk.clone(), sk: self.sk.clone() }
    }
}

#[derive(Deserialize)]
struct RootsItem {
    root: ByteBuf,
    #[serde(default)]
    rotation: Option<Rotation>,
}

impl Store {
    /// An owner's root keys; `None` for an unknown tenant.
    pub async fn root_keys(&self, owner: RootOwner<'_>) -> Result<Option<StoredRoots>, Error> {
        let item: Option<RootsItem> = self.read(&key_of_roots(owner)).await?;
        let roots = |RootsItem { root, rotation }| StoredRoots { roots: root.into_vec(), rotation };
        Ok(item.filter(|item| !item.root.is_empty()).map(roots))
    }

    /// Replaces root keys and stores the state of the replacement. Does nothing if the keys changed since they were
    /// read.
    pub async fn save_root_keys(
        &self,
        owner: RootOwner<'_>,
        read: &StoredRoots,
        now: &StoredRoots,
    ) -> Result<(), Error> {
        let values = [(":read", &read.roots), (":now", &now.roots)];
        let values = values.map(|(name, roots)| (name, AttributeValue::B(roots.clone().into())));
        let update = match &now.rotation {
            Some(rotation) => change("SET #root = :now, rotation = :rotation", "#root = :read", values)
                .expression_attribute_values(":rotation", serde_dynamo::to_attribute_value(rotation)?),
            None => change("SET #root = :now REMOVE rotation", "#root = :read", values),
        };
        self.update_if_met(self.update(&key_of_roots(owner), update)?).await.map(drop)
    }

    /// Copies a tenant's root keys into the record of one of its API keys. `false` if the record had these already, or
    /// is gone.
    pub async fn copy_root_keys(&self, digest: &str, roots: &[u8]) -> Result<bool, Error> {
        let has_others = "attribute_exists(PK) AND #root <> :roots";
        let values = [(":roots", AttributeValue::B(roots.to_vec().into()))];
        self.change(&keys::api_key(digest), "SET #root = :roots", has_others, values).await
    }

    /// Reads a part of the table in one call, after `after`, and seals the tenant's rows in it again. Returns the last
    /// row that was read; `None` at the table's end.
    /// Errors: [`Error::Unreadable`] if a field is sealed in an unknown way. The earlier root key must then stay.
    pub async fn seal_rows_again(
        &self,
        tenant: &Tenant,
        keys: &TenantKeys,
        after: Option<&RowPlace>,
    ) -> Result<Option<RowPlace>, Error> {
        let start = after.map(|place| place.key().attributes());
        let scan = self.client.scan().table_name(&self.table).consistent_read(true).limit(ROWS_A_CALL);
        let answer = scan.set_exclusive_start_key(start).send().await?;
        for item in answer.items.unwrap_or_default() {
            if keys::parse_tenant(&key_of(&item)?).as_ref() == Some(tenant) {
                self.seal_row_again(item, keys).await?;
            }
        }
        answer.last_evaluated_key.map(from_item).transpose()
    }

    async fn seal_row_again(&self, item: Attributes, keys: &TenantKeys) -> Result<(), Error> {
        let key = key_of(&item)?;
        let mut item = Some(item);
        for tried in 0..ROW_TRIES {
            let Some(row) = item else { return Ok(()) };
            let mut update = Update::builder();
            let (mut sets, mut conditions) = (Vec::new(), Vec::new());
            for (name, value) in row {
                let Some(new) = self.sealed_again(&key.sk, &[name.as_str()], &value, keys)? else { continue };
                let place = sets.len();
                sets.push(format!("#{place} = :new{place}"));
                conditions.push(format!("#{place} = :old{place}"));
                update = update
                    .expression_attribute_names(format!("#{place}"), name)
                    .expression_attribute_values(format!(":new{place}"), new)
                    .expression_attribute_values(format!(":old{place}"), value);
            }
            if sets.is_empty() {
                return Ok(());
            }
            let update = update
                .update_expression(format!("SET {}", sets.join(", ")))
                .condition_expression(conditions.join(" AND "));
            if self.update_if_met(self.update(&key, update)?).await? {
                return Ok(());
            }
            self.pause(tried).await;
            item = self.get(&key).await?;
        }
        Err(Error::Unavailable("a row changes all the time".to_owned()))
    }

    /// The same value with its fields sealed again; `None` if no field needs that. A field is sealed under its path, or
    /// under the first or last name in its path.
    fn sealed_again(
        &self,
        sk: &str,
        path: &[&str],
        value: &AttributeValue,
        keys: &TenantKeys,
    ) -> Result<Option<AttributeValue>, Error> {
        match value {
            AttributeValue::B(sealed) if path != [ROOT] && keys.is_outdated(sealed.as_ref()) => {
                let names = [path.join("_"), path.first().copied().unwrap_or_default().to_owned()];
                let names = names.into_iter().chain(path.last().map(|last| (*last).to_owned()));
                let opened = |name: String| keys.open(sk, &name, sealed.as_ref()).ok().map(|plain| (name, plain));
                let unknown = || Error::Unreadable("a field that is sealed in an unknown way".to_owned());
                let (name, plain) = names.into_iter().find_map(opened).ok_or_else(unknown)?;
                let again = keys.seal(sk, &name, &plain, &self.random);
                let again = again.map_err(|error| Error::Refused(error.to_string()))?;
                Ok(Some(AttributeValue::B(again.into())))
            }
            AttributeValue::M(fields) => {
                let mut again = HashMap::new();
                for (name, value) in fields {
                    let inner = [path, &[name.as_str()]].concat();
                    again.extend(self.sealed_again(sk, &inner, value, keys)?.map(|value| (name.clone(), value)));
                }
                let changed = || fields.clone().into_iter().chain(again.clone()).collect();
                Ok((!again.is_empty()).then(|| AttributeValue::M(changed())))
            }
            AttributeValue::L(values) => {
                let (mut all, mut is_changed) = (Vec::with_capacity(values.len()), false);
                for value in values {
                    let again = self.sealed_again(sk, path, value, keys)?;
                    is_changed |= again.is_some();
                    all.push(again.unwrap_or_else(|| value.clone()));
                }
                Ok(is_changed.then_some(AttributeValue::L(all)))
            }
            _ => Ok(None),
        }
    }
}

fn key_of_roots(owner: RootOwner<'_>) -> Key {
    match owner {
        RootOwner::Tenant(tenant) => keys::tenant(tenant),
        RootOwner::Service => keys::service(),
    }
}

pub(crate) fn key_of(item: &Attributes) -> Result<Key, Error> {
    let string = |name| item.get(name).and_then(|value: &AttributeValue| value.as_s().ok()).cloned();
    string(PK).zip(string(SK)).map(|(pk, sk)| Key { pk, sk }).ok_or_else(|| Error::Unreadable("a key".to_owned()))
}
