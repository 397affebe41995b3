//! Writes of one item, outside any transaction.

use aws_sdk_dynamodb::error::{ProvideErrorMetadata as _, SdkError};
use aws_sdk_dynamodb::operation::put_item::builders::PutItemFluentBuilder;
use aws_sdk_dynamodb::operation::put_item::{PutItemError, PutItemOutput};
use serde::Serialize;

use super::codec::{number, to_item};
use super::error::Error;
use super::keys::Key;
use super::store::Store;
use super::transaction::CONTENDED_TRIES;

impl Store {
    pub(crate) async fn put(&self, key: &Key, fields: &impl Serialize) -> Result<(), Error> {
        let put = self.client.put_item().table_name(&self.table).set_item(Some(to_item(key, fields)?));
        Ok(self.send(&put).await.map(drop)?)
    }

    /// Deletes an item, if there is one.
    pub(crate) async fn remove(&self, key: &Key) -> Result<(), Error> {
        let delete = self.client.delete_item().table_name(&self.table).set_key(Some(key.attributes()));
        for tried in 0..CONTENDED_TRIES {
            match delete.clone().send().await {
                Err(error) if error.code() == Some("TransactionConflictException") => self.pause(tried).await,
                done => return Ok(done.map(drop)?),
            }
        }
        Ok(delete.send().await.map(drop)?)
    }

    /// Writes an item unless its key is taken. Returns whether it did.
    pub(crate) async fn insert(&self, key: &Key, fields: &impl Serialize) -> Result<bool, Error> {
        let put = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(to_item(key, fields)?))
            .condition_expression("attribute_not_exists(PK)");
        self.done_if_met(&put).await
    }

    /// Replaces an item if it is this `version`. Returns whether it did.
    pub(crate) async fn replace(
        &self,
        key: &Key,
        fields: &impl Serialize,
        version: impl ToString,
    ) -> Result<bool, Error> {
        let put = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(to_item(key, fields)?))
            .condition_expression("version = :version")
            .expression_attribute_values(":version", number(version));
        self.done_if_met(&put).await
    }

    async fn done_if_met(&self, put: &PutItemFluentBuilder) -> Result<bool, Error> {
        match self.send(put).await {
            Ok(_) => Ok(true),
            Err(error) => match error.as_service_error() {
                Some(PutItemError::ConditionalCheckFailedException(_)) => Ok(false),
                _ => Err(error.into()),
            },
        }
    }

    /// Sends a write again while a transaction is changing the item.
    async fn send(&self, put: &PutItemFluentBuilder) -> Result<PutItemOutput, SdkError<PutItemError>> {
        for tried in 0..CONTENDED_TRIES {
            match put.clone().send().await {
                Err(error) if error.code() == Some("TransactionConflictException") => self.pause(tried).await,
                done => return done,
            }
        }
        put.clone().send().await
    }
}
