//! Writes of single items, outside any transaction.

use std::collections::HashMap;

use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_dynamodb::operation::delete_item::DeleteItemError;
use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::operation::put_item::builders::PutItemFluentBuilder;
use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use aws_sdk_dynamodb::operation::update_item::{UpdateItemError, UpdateItemOutput};
use aws_sdk_dynamodb::types::builders::UpdateBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, Put, ReturnValuesOnConditionCheckFailure, Update};
use serde::Serialize;

use super::codec::{number, to_item};
use super::error::Error;
use super::keys::Key;
use super::store::Store;

/// The most attempts at a write that collides with transactions. After that, the caller reads again.
pub(super) const CONTENDED_TRIES: u32 = 5;

impl Store {
    pub(crate) async fn put(&self, key: &Key, fields: &impl Serialize) -> Result<(), Error> {
        let put = self.client.put_item().table_name(&self.table).set_item(Some(to_item(key, fields)?));
        Ok(self.uncontended(|| put.clone().send()).await.map(drop)?)
    }

    /// Deletes an item, if there is one.
    pub async fn remove(&self, key: &Key) -> Result<(), Error> {
        let delete = self.client.delete_item().table_name(&self.table).set_key(Some(key.attributes()));
        Ok(self.uncontended(|| delete.clone().send()).await.map(drop)?)
    }

    /// Writes an item unless its key is taken. Returns whether it was written.
    pub async fn insert(&self, key: &Key, fields: &impl Serialize) -> Result<bool, Error> {
        let put = self.client.put_item().table_name(&self.table).set_item(Some(to_item(key, fields)?));
        self.done_if_met(put.condition_expression("attribute_not_exists(PK)")).await
    }

    /// Deletes an item if it meets a condition. Returns whether it did.
    pub(crate) async fn delete_if<const N: usize>(
        &self,
        key: &Key,
        condition: &str,
        values: [(&str, AttributeValue); N],
    ) -> Result<bool, Error> {
        let delete = self.client.delete_item().table_name(&self.table).set_key(Some(key.attributes()));
        let delete = delete.condition_expression(condition).set_expression_attribute_names(names(&[condition]));
        let deleted = delete.set_expression_attribute_values(named(values)).send().await;
        match deleted.as_ref().err().and_then(SdkError::as_service_error) {
            Some(DeleteItemError::ConditionalCheckFailedException(_)) => Ok(false),
            _ => Ok(deleted.map(|_| true)?),
        }
    }

    /// Replaces an item if it has this `version`. Returns whether it was replaced.
    pub async fn replace(&self, key: &Key, fields: &impl Serialize, version: impl ToString) -> Result<bool, Error> {
        let put = self.client.put_item().table_name(&self.table).set_item(Some(to_item(key, fields)?));
        let put = put.condition_expression("version = :version");
        self.done_if_met(put.expression_attribute_values(":version", number(version))).await
    }

    /// Sends a put. If the answer is lost, the client repeats the put and meets its own write, so an equal item counts
    /// as written.
    async fn done_if_met(&self, put: PutItemFluentBuilder) -> Result<bool, Error> {
        let put = put.return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        match self.uncontended(|| put.clone().send()).await {
            Ok(_) => Ok(true),
            Err(error) => match error.as_service_error() {
                Some(PutItemError::ConditionalCheckFailedException(refused)) => Ok(refused.item == *put.get_item()),
                _ => Err(error.into()),
            },
        }
    }

    /// A put that was built for a transaction, as an ordinary call.
    pub(crate) fn put_item(&self, put: Put) -> PutItemFluentBuilder {
        self.client
            .put_item()
            .table_name(put.table_name)
            .set_item(Some(put.item))
            .set_condition_expression(put.condition_expression)
            .set_expression_attribute_names(put.expression_attribute_names)
            .set_expression_attribute_values(put.expression_attribute_values)
    }

    /// An update of an item, as an ordinary call.
    /// Errors: [`Error::Refused`] if it lacks an expression.
    pub fn update(&self, key: &Key, update: UpdateBuilder) -> Result<UpdateItemFluentBuilder, Error> {
        let update = update.table_name(&self.table).set_key(Some(key.attributes())).build();
        Ok(self.update_item(update.map_err(|error| Error::Refused(error.to_string()))?))
    }

    /// Adds one to the count in an item that lasts until `ttl`, in seconds since 1970. `false` if the count was already
    /// `most`.
    pub async fn count_below(&self, key: &Key, most: u32, ttl: i64) -> Result<bool, Error> {
        let values = [(":one", number(1)), (":most", number(most)), (":ttl", number(ttl))];
        let is_below = "attribute_not_exists(#count) OR #count < :most";
        self.change(key, "ADD #count :one SET #ttl = :ttl", is_below, values).await
    }

    /// Sends a [`change`] of an item. Returns whether its condition was met.
    pub async fn change<const N: usize>(
        &self,
        key: &Key,
        set: &str,
        condition: &str,
        values: [(&str, AttributeValue); N],
    ) -> Result<bool, Error> {
        self.update_if_met(self.update(key, change(set, condition, values))?).await
    }

    /// Sends an update, and repeats it while a transaction is changing the item. Returns whether its condition was met.
    /// Errors: Every other reason why the update failed.
    pub async fn update_if_met(&self, update: UpdateItemFluentBuilder) -> Result<bool, Error> {
        done_if_met(self.uncontended(|| update.clone().send()).await)
    }

    pub(crate) fn update_item(&self, update: Update) -> UpdateItemFluentBuilder {
        self.client
            .update_item()
            .table_name(update.table_name)
            .set_key(Some(update.key))
            .update_expression(update.update_expression)
            .set_condition_expression(update.condition_expression)
            .set_expression_attribute_names(update.expression_attribute_names)
            .set_expression_attribute_values(update.expression_attribute_values)
    }

    /// Sends a write, and repeats it while a transaction is changing the item.
    pub async fn uncontended<T, E, F>(&self, send: impl Fn() -> F) -> Result<T, SdkError<E>>
    where
        E: ProvideErrorMetadata,
        F: Future<Output = Result<T, SdkError<E>>>,
    {
        for tried in 0..CONTENDED_TRIES {
            match send().await {
                Err(error) if error.code() == Some("TransactionConflictException") => self.pause(tried).await,
                done => return done,
            }
        }
        send().await
    }
}

/// An update of an item: what it sets, on which condition (`""` for none), and their values. `#name` is the attribute of this
/// name, if DynamoDB reserves the word.
pub(crate) fn change<const N: usize>(set: &str, condition: &str, values: [(&str, AttributeValue); N]) -> UpdateBuilder {
    Update::builder()
        .update_expression(set)
        .set_condition_expression(Some(condition).filter(|condition| !condition.is_empty()).map(ToOwned::to_owned))
        .set_expression_attribute_names(names(&[set, condition]))
        .set_expression_attribute_values(named(values))
}

/// The names in these expressions, as DynamoDB takes them.
pub(super) fn names(expressions: &[&str]) -> Option<HashMap<String, String>> {
    let names = expressions.iter().flat_map(|expression| expression.split('#').skip(1));
    let names = names.filter_map(|name| name.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next());
    let names: HashMap<_, _> = names.map(|name| (format!("#{name}"), name.to_owned())).collect();
    (!names.is_empty()).then_some(names)
}

pub(super) fn named<const N: usize>(values: [(&str, AttributeValue); N]) -> Option<HashMap<String, AttributeValue>> {
    (N > 0).then(|| values.map(|(name, value)| (name.to_owned(), value)).into())
}

pub(crate) fn done_if_met(updated: Result<UpdateItemOutput, SdkError<UpdateItemError>>) -> Result<bool, Error> {
    match updated {
        Ok(_) => Ok(true),
        Err(error) => match error.as_service_error() {
            Some(UpdateItemError::ConditionalCheckFailedException(_)) => Ok(false),
            _ => Err(error.into()),
        },
    }
}
