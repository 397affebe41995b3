//! DynamoDB's operations, performed by the embedded engine.

use bytes::Bytes;
use dynoxide::{Database, DynoxideError};
use http::{Response, StatusCode};
use serde_json::{Value, json};

use super::{
    names::LOCAL_TABLE,
    stack::Table,
    wire::{self, Call, Refusal, Service},
};

/// Each operation needs only one line, because the engine's request types deserialize from the wire's JSON, and its
/// errors contain their status and body, with the items of cancellation reasons.
macro_rules! operations {
    ($call:expr, $db:expr, $body:expr, {$($name:literal => $method:ident,)+}) => {
        match $call.operation.as_str() {
            $($name => run($body, |request| $db.$method(request)),)+
            _ => Refusal::unknown($call).into_response(Service::DynamoDb),
        }
    };
}

/// Answers the programs' calls, and the calls with which `aws dynamodb` and NoSQL Workbench inspect a table. Only
/// [`create_tables`] makes tables.
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
        "TransactWriteItems" => transact_write_items,
        "UpdateItem" => update_item,
    })
}

pub(super) fn written(table: &Table, call: &Call, body: &Value) -> Vec<Value> {
    match call.service {
        Service::DynamoDb => writes(table, &call.operation, body).into_iter().map(|(key, _)| key).collect(),
        _ => Vec::new(),
    }
}

/// The writes and checks of a call to the stack's table, each with its key.
pub(super) fn writes<'a>(table: &Table, operation: &str, body: &'a Value) -> Vec<(Value, &'a Value)> {
    match operation {
        "PutItem" | "UpdateItem" | "DeleteItem" => write(table, body).into_iter().collect(),
        "TransactWriteItems" => {
            let parts = body["TransactItems"].as_array().into_iter().flatten().filter_map(Value::as_object).flatten();
            parts.filter_map(|(_, part)| write(table, part)).collect()
        }
        _ => Vec::new(),
    }
}

/// A write to the stack's table, by its `Key` or its `Item`.
fn write<'a>(table: &Table, write: &'a Value) -> Option<(Value, &'a Value)> {
    let key = write.get("Key").or_else(|| write.get("Item"))?;
    (write["TableName"] == *table.name).then(|| (table.key_of(key), write))
}

fn run<I, O>(body: &Value, operation: impl FnOnce(I) -> dynoxide::Result<O>) -> Response<Bytes>
where
    I: serde::de::DeserializeOwned,
    O: serde::Serialize,
{
    let unreadable = |error: serde_json::Error| DynoxideError::SerializationException(error.to_string());
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

/// An item of the stack's table; null if it does not exist.
pub(super) fn find(db: &Database, table: &Table, key: &Value) -> Value {
    let get = serde_json::from_value(json!({"TableName": table.name, "Key": key, "ConsistentRead": true}));
    let found = get.ok().and_then(|get| db.get_item(get).ok()).and_then(|found| serde_json::to_value(found).ok());
    found.map(|mut found| found["Item"].take()).unwrap_or_default()
}

pub(super) fn rows(db: &Database, table: &Table, index: Option<&str>) -> anyhow::Result<Vec<Value>> {
    let (mut rows, mut start) = (Vec::new(), Value::Null);
    loop {
        let scan = json!({"TableName": table.name, "IndexName": index, "ExclusiveStartKey": start});
        let mut page = serde_json::to_value(db.scan(serde_json::from_value(scan)?)?)?;
        rows.extend(page["Items"].as_array_mut().into_iter().flat_map(std::mem::take));
        start = page["LastEvaluatedKey"].take();
        if start.is_null() {
            return Ok(rows);
        }
    }
}

/// Creates the stack's table unless it exists.
pub(super) fn create_table(db: &Database, table: &Table) -> anyhow::Result<()> {
    create(db, table.definition.clone())
}

/// Creates the stack's table and the small AWS' own table unless they exist.
pub(super) fn create_tables(db: &Database, table: &Table) -> anyhow::Result<()> {
    create_table(db, table)?;
    let string = |name: &str| json!({"AttributeName": name, "AttributeType": "S"});
    let own = json!({
        "TableName": LOCAL_TABLE,
        "AttributeDefinitions": [string("PK"), string("SK")],
        "KeySchema": [{"AttributeName": "PK", "KeyType": "HASH"}, {"AttributeName": "SK", "KeyType": "RANGE"}],
        "BillingMode": "PAY_PER_REQUEST",
    });
    create(db, own)?;
    let described = db.describe_time_to_live(serde_json::from_value(json!({"TableName": table.name}))?)?;
    if let (None, Some(attribute)) = (described.time_to_live_description.attribute_name, &table.time_to_live) {
        db.update_time_to_live(serde_json::from_value(json!({
            "TableName": table.name,
            "TimeToLiveSpecification": {"AttributeName": attribute, "Enabled": true},
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
