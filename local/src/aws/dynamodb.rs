//! DynamoDB's operations, handed to the embedded engine.

use bytes::Bytes;
use dynoxide::{Database, DynoxideError};
use http::{Response, StatusCode};
use serde_json::{Value, json};

use super::{
    LOCAL_TABLE, TABLE,
    wire::{self, Call, Refusal, Service},
};

/// The engine's request types deserialise from the wire's JSON, and its errors know their status
/// and body (cancellation reasons with their items included), so an operation is one line.
macro_rules! operations {
    ($call:expr, $db:expr, $body:expr, {$($name:literal => $method:ident,)+}) => {
        match $call.operation.as_str() {
            $($name => run($body, |request| $db.$method(request)),)+
            _ => Refusal::unknown($call).into_response(Service::DynamoDb),
        }
    };
}

/// What the product calls, and what `aws dynamodb` and NoSQL Workbench need to look at a table.
/// Tables themselves are fixed: [`create_tables`] makes them.
pub(super) fn answer(db: &Database, call: &Call, body: &Value) -> Response<Bytes> {
    operations!(call, db, body, {
        "BatchGetItem" => batch_get_item,
        "BatchWriteItem" => batch_write_item,
        "DeleteItem" => delete_item,
        "DescribeTable" => describe_table,
        "DescribeTimeToLive" => describe_time_to_live,
        "ExecuteStatement" => execute_statement,
        "GetItem" => get_item,
        "ListTables" => list_tables,
        "PutItem" => put_item,
        "Query" => query,
        "Scan" => scan,
        "TransactGetItems" => transact_get_items,
        "TransactWriteItems" => transact_write_items,
        "UpdateItem" => update_item,
    })
}

/// The keys in the product's table that a call writes.
pub(super) fn written(call: &Call, body: &Value) -> Vec<Value> {
    match call.service {
        Service::DynamoDb => parts(&call.operation, body).into_iter().map(|(key, _)| key).collect(),
        _ => Vec::new(),
    }
}

/// The writes and checks of a call to the product's table: the key of each, and the item that it puts.
pub(super) fn parts<'a>(operation: &str, body: &'a Value) -> Vec<(Value, &'a Value)> {
    match operation {
        "PutItem" | "UpdateItem" | "DeleteItem" => part(body).into_iter().collect(),
        "TransactWriteItems" => {
            let parts = body["TransactItems"].as_array().into_iter().flatten().filter_map(Value::as_object).flatten();
            parts.filter_map(|(_, write)| part(write)).collect()
        }
        _ => Vec::new(),
    }
}

/// One write to the product's table, by its `Key` or its `Item`.
fn part(write: &Value) -> Option<(Value, &Value)> {
    let key = write.get("Key").or_else(|| write.get("Item"))?;
    (write["TableName"] == TABLE).then(|| (json!({"PK": key["PK"], "SK": key["SK"]}), &write["Item"]))
}

fn run<I, O>(body: &Value, operation: impl FnOnce(I) -> dynoxide::Result<O>) -> Response<Bytes>
where
    I: serde::de::DeserializeOwned,
    O: serde::Serialize,
{
    let result = I::deserialize(body).map_err(unreadable).and_then(operation);
    match result.and_then(|output| serde_json::to_vec(&output).map_err(unreadable)) {
        Ok(output) => wire::answer(Service::DynamoDb, output.into()),
        Err(error) => {
            let mut response = wire::answer(Service::DynamoDb, error.to_json().into());
            *response.status_mut() = StatusCode::from_u16(error.status_code()).unwrap_or(StatusCode::BAD_REQUEST);
            response
        }
    }
}

/// The engine's own parsers mark, before the message, which of DynamoDB's two kinds of error an
/// unreadable request is; serde puts the place behind it.
fn unreadable(error: serde_json::Error) -> DynoxideError {
    let message = error.to_string();
    let message = message.split_once(" at line ").map_or(message.as_str(), |(text, _)| text);
    match message.split_once(':') {
        Some((marker, text)) if marker.starts_with("VALIDATION") => DynoxideError::ValidationException(text.to_owned()),
        Some((marker, text)) if marker.starts_with("SERIALIZATION") => {
            DynoxideError::SerializationException(text.to_owned())
        }
        _ => DynoxideError::SerializationException(message.to_owned()),
    }
}

fn string(name: &str) -> Value {
    json!({"AttributeName": name, "AttributeType": "S"})
}

fn keys(hash: &str, range: &str) -> Value {
    json!([
        {"AttributeName": hash, "KeyType": "HASH"},
        {"AttributeName": range, "KeyType": "RANGE"},
    ])
}

/// Makes the product's table, where an earlier run has not.
pub(super) fn create_product_table(db: &Database) -> anyhow::Result<()> {
    let product = json!({
        "TableName": TABLE,
        "AttributeDefinitions": [
            string("PK"),
            string("SK"),
            string("due_shard"),
            {"AttributeName": "due_at", "AttributeType": "N"},
        ],
        "KeySchema": keys("PK", "SK"),
        "GlobalSecondaryIndexes": [{
            "IndexName": "due",
            "KeySchema": keys("due_shard", "due_at"),
            "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["nudged_at"]},
        }],
        "BillingMode": "PAY_PER_REQUEST",
    });
    create(db, product)
}

/// Makes the product's table and the small AWS' own, where an earlier run has not.
pub(super) fn create_tables(db: &Database) -> anyhow::Result<()> {
    create_product_table(db)?;
    let local = json!({
        "TableName": LOCAL_TABLE,
        "AttributeDefinitions": [string("PK"), string("SK")],
        "KeySchema": keys("PK", "SK"),
        "BillingMode": "PAY_PER_REQUEST",
    });
    create(db, local)?;
    let ttl = db.describe_time_to_live(serde_json::from_value(json!({"TableName": TABLE}))?)?;
    if ttl.time_to_live_description.attribute_name.is_none() {
        db.update_time_to_live(serde_json::from_value(json!({
            "TableName": TABLE,
            "TimeToLiveSpecification": {"AttributeName": "ttl", "Enabled": true},
        }))?)?;
    }
    Ok(())
}

fn create(db: &Database, table: Value) -> anyhow::Result<()> {
    match db.create_table(serde_json::from_value(table)?) {
        Ok(_) | Err(DynoxideError::ResourceInUseException(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
