//! How much one call searches and cancels.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::{PutRequest, WriteRequest};

use super::*;

#[tokio::test]
async fn more_than_a_call_searches_is_refused_and_a_narrower_call_is_answered() {
    let shop = with_requests(1).await;
    copy_request(&shop, 5_001).await;
    is_error(&count(&shop, json!({})).await, 428, "TOO_MANY_TO_COUNT");
    let sorted = json!({"query": {"sort": [{"fieldName": "status"}]}});
    is_error(&shop.post(format!("{REQUESTS}/query"), sorted).await, 400, "TOO_MANY_TO_SORT");
    is_error(&cancel(&shop, json!({"filter": {}})).await, 428, "TOO_MANY_TO_CANCEL");
    let one = query(&shop, json!({"cursorPaging": {"limit": 1}})).await["reviewRequests"][0]["id"].clone();
    assert_eq!(count(&shop, json!({"id": one, "status": "SCHEDULED"})).await.json(), json!({"count": 1}));
    // If few requests match, a page ends where the call may search no further, and the next page continues there.
    let rare = query(&shop, json!({"filter": {"status": "SENT"}})).await;
    assert_eq!((&rare["pagingMetadata"]["count"], &rare["pagingMetadata"]["hasNext"]), (&json!(0), &json!(true)));
    let rest = query(&shop, cursor(&rare, "next")).await;
    assert_eq!((&rest["pagingMetadata"]["count"], &rest["pagingMetadata"]["hasNext"]), (&json!(0), &json!(false)));
}

#[tokio::test]
async fn bulk_cancel_of_more_than_1000_cancels_nothing() {
    let shop = with_requests(1).await;
    copy_request(&shop, 1_000).await;
    is_error(&cancel(&shop, json!({"filter": {}})).await, 428, "TOO_MANY_TO_CANCEL");
    assert_eq!(count(&shop, json!({"status": "CANCELED"})).await.json(), json!({"count": 0}));
    let one = query(&shop, json!({"cursorPaging": {"limit": 1}})).await["reviewRequests"][0]["id"].clone();
    cancel(&shop, json!({"filter": {"id": one}})).await.is(200);
    cancel(&shop, json!({"filter": {}})).await.is(200);
    assert_eq!(count(&shop, json!({"status": "CANCELED"})).await.json(), json!({"count": 1_001}));
}

pub async fn copy_request(shop: &Shop, copies: u64) {
    copy_row(shop, "REQ#", copies, |item, from, to| {
        let document = item["doc"].as_s().unwrap().replace(&from.to_string(), &to.to_string());
        item.insert("doc".to_owned(), AttributeValue::S(document));
    })
    .await;
}

/// Copies the first row whose sort key is this prefix and an id, each copy with a later id and changed.
pub async fn copy_row(
    shop: &Shop,
    prefix: &str,
    copies: u64,
    change: impl Fn(&mut HashMap<String, AttributeValue>, u64, u64),
) {
    let (rows, client) = (table(&shop.world).await, shop.dynamodb());
    let Some(row) = rows.iter().find(|row| row["SK"]["S"].text().starts_with(prefix)) else { return };
    let id: u64 = row["SK"]["S"].text().strip_prefix(prefix).unwrap().parse().unwrap();
    let key = |name: &str| AttributeValue::S(row[name]["S"].owned());
    let read = client.get_item().table_name(local::TABLE).key("PK", key("PK")).key("SK", key("SK"));
    let item = read.send().await.unwrap().item.unwrap();
    let copy = |copy: u64| {
        let mut item = item.clone();
        item.insert("SK".to_owned(), AttributeValue::S(format!("{prefix}{copy:016}")));
        change(&mut item, id, copy);
        WriteRequest::builder().put_request(PutRequest::builder().set_item(Some(item)).build().unwrap()).build()
    };
    for some in (id + 1..=id + copies).collect::<Vec<_>>().chunks(25) {
        let writes = some.iter().map(|&number| copy(number)).collect();
        client.batch_write_item().request_items(local::TABLE, writes).send().await.unwrap();
    }
}
