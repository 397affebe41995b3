//! The writes that stand alone: setting a shop up, its catalog, and the reconciler's stamp.

use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Order, Product, Tenant};
use jiff::Timestamp;
use serde::Serialize;
use serde_bytes::ByteBuf;
use vault::TenantKeys;

use crate::item::{ApiKeyItem, ProductItem, ServiceItem, to_item};
use crate::keys::{self, Key};
use crate::order_item::OrderItem;
use crate::tenant_item::TenantItem;
use crate::{ApiKeyRecord, CommitError, Due, Error, Store, TenantRecord};

impl Store {
    /// Writes the service's wrapped root key, unless there is one. Says whether it did.
    ///
    /// # Errors
    /// As the table says.
    pub async fn insert_service(&self, root: &[u8]) -> Result<bool, Error> {
        self.insert(&keys::service(), &ServiceItem { root: ByteBuf::from(root.to_vec()) }).await
    }

    /// Writes a tenant's record, unless there is one. Says whether it did.
    ///
    /// # Errors
    /// As the table says.
    pub async fn insert_tenant(&self, tenant: &Tenant, record: &TenantRecord) -> Result<bool, Error> {
        self.insert(&keys::tenant(tenant), &TenantItem::from(record)).await
    }

    /// Writes an API key's record under the key's digest.
    ///
    /// # Errors
    /// As the table says.
    pub async fn insert_api_key(&self, digest: &str, record: &ApiKeyRecord) -> Result<bool, Error> {
        self.insert(&keys::api_key(digest), &ApiKeyItem::from(record)).await
    }

    /// Writes what the shop tells of a product, over what it told before.
    ///
    /// # Errors
    /// As the table says.
    pub async fn put_product(&self, tenant: &Tenant, product: &Product) -> Result<(), Error> {
        self.put(&keys::product(tenant, &product.id), &ProductItem::new(product)).await
    }

    /// Writes what the shop tells of an order, over what it told before.
    ///
    /// # Errors
    /// As the table says; [`CommitError::Vault`] when the buyer could not be sealed.
    pub async fn put_order(&self, tenant: &Tenant, order: &Order, keys: &TenantKeys) -> Result<(), CommitError> {
        let item = OrderItem::seal(order, keys, &self.random)?;
        Ok(self.put(&keys::order(tenant, &order.id), &item).await?)
    }

    /// Stamps a step owed with the time of its wake-up, if nobody changed or stamped it since it
    /// was read. Says whether it did: then the wake-up is the caller's to send.
    ///
    /// # Errors
    /// As the table says.
    pub async fn nudge(&self, due: &Due, now: Timestamp) -> Result<bool, Error> {
        let number = |at: Timestamp| AttributeValue::N(at.as_millisecond().to_string());
        let mut update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::request(&due.tenant, due.id).attributes()))
            .update_expression("SET nudged_at = :now")
            .expression_attribute_values(":now", number(now))
            .expression_attribute_values(":due", number(due.due_at));
        update = match due.nudged_at {
            None => update.condition_expression("due_at = :due AND attribute_not_exists(nudged_at)"),
            Some(before) => update
                .condition_expression("due_at = :due AND nudged_at = :before")
                .expression_attribute_values(":before", number(before)),
        };
        match update.send().await {
            Ok(_) => Ok(true),
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(_)) => Ok(false),
                _ => Err(error.into()),
            },
        }
    }

    async fn put(&self, key: &Key, fields: &impl Serialize) -> Result<(), Error> {
        let item = to_item(key, fields)?;
        self.client.put_item().table_name(&self.table).set_item(Some(item)).send().await?;
        Ok(())
    }

    async fn insert(&self, key: &Key, fields: &impl Serialize) -> Result<bool, Error> {
        let put = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(to_item(key, fields)?))
            .condition_expression("attribute_not_exists(PK)");
        match put.send().await {
            Ok(_) => Ok(true),
            Err(error) => match error.as_service_error() {
                Some(PutItemError::ConditionalCheckFailedException(_)) => Ok(false),
                _ => Err(error.into()),
            },
        }
    }
}
