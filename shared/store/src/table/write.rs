//! Writes of one item, outside any transaction.

use aws_sdk_dynamodb::operation::put_item::PutItemError;
use serde::Serialize;

use super::codec::to_item;
use super::error::Error;
use super::keys::Key;
use super::store::Store;

impl Store {
    pub(crate) async fn put(&self, key: &Key, fields: &impl Serialize) -> Result<(), Error> {
        let item = to_item(key, fields)?;
        self.client.put_item().table_name(&self.table).set_item(Some(item)).send().await?;
        Ok(())
    }

    /// Writes an item unless its key is taken. Returns whether it did.
    pub(crate) async fn insert(&self, key: &Key, fields: &impl Serialize) -> Result<bool, Error> {
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
