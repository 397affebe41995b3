//! Bulk create and bulk cancel, and how much one call searches.

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
async fn bulk_cancel_cancels_every_match_before_it_answers() {
    let shop = with_requests(40).await;
    let mailed = shop.created(json!({"product_ids": [MUG], "delay_days": 7})).await.0;
    let spared = json!({"items.catalogItemId": {"$ne": "item-0"}});
    for _ in 0..2 {
        let reply = cancel(&shop, json!({ "filter": spared })).await;
        assert_eq!((reply.status.as_u16(), keys(&reply.json())), (200, vec!["jobId"]));
        assert!(Guid::parse(reply.json()["jobId"].text()).is_ok());
        has_request_id(&reply);
        assert_eq!(count(&shop, json!({"status": "CANCELED"})).await.json(), json!({"count": 40}));
    }
    assert_eq!(found(&shop, json!({"status": "SCHEDULED"})).await, ["0"]);
    assert_eq!(shop.counters().await["cancelled"], 40, "each once");
    shop.advance_days(8).await;
    assert!(shop.inbox().is_empty());
    assert_eq!(shop.status(mailed).await, "cancelled");
}

#[tokio::test]
async fn bulk_cancel_needs_a_filter() {
    let shop = with_requests(1).await;
    for (body, path, rule) in [
        (json!({}), "filter", "REQUIRED_FIELD"),
        (json!({"filter": null}), "filter", "REQUIRED_FIELD"),
        (json!({"filter": []}), "filter", "FORMAT"),
        (json!({"filter": {"colour": "red"}}), "filter", "OTHER"),
    ] {
        assert_eq!(violations(&cancel(&shop, body).await), [(path.to_owned(), rule.to_owned())]);
    }
    assert_eq!(count(&shop, json!({"status": "CANCELED"})).await.json(), json!({"count": 0}));
    cancel(&shop, json!({"filter": {}})).await.is(200);
    assert_eq!(count(&shop, json!({"status": "CANCELED"})).await.json(), json!({"count": 1}));
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

#[tokio::test]
async fn bulk_create_answers_with_each_items_result() {
    let shop = shop().await;
    let requests = json!([
        least(json!({"order": {"id": ORDER}})),
        least(json!({"order": {"id": STRANGER}})),
        least(json!({})),
        least(json!({"namespace": "bookings", "order": {"id": ORDER}, "items": [{"catalogItemId": "sofa"}]})),
        least(json!({"order": {"id": ORDER}, "items": [{"catalogItemId": "sofa"}]})),
        least(json!({"items": [{"catalogItemId": "cup"}]}))
    ]);
    let reply = shop.post(BULK_CREATE, json!({"reviewRequests": requests, "returnEntity": true})).await.is(200);
    has_request_id(&reply);
    let body = reply.json();
    assert_eq!(keys(&body), ["bulkActionMetadata", "results"]);
    assert_eq!(body["bulkActionMetadata"], json!({"totalSuccesses": 2, "totalFailures": 4, "undetailedFailures": 0}));
    let results = body["results"].list();
    for (index, code) in [
        (0, None),
        (1, Some("ORDER_NOT_FOUND")),
        (2, Some("EITHER_ORDER_OR_ITEMS_REQUIRED")),
        (3, Some("INVALID_ARGUMENT")),
        (4, Some("INVALID_ARGUMENT")),
        (5, None),
    ] {
        let (result, metadata) = (&results[index], &results[index]["itemMetadata"]);
        assert_eq!((&metadata["originalIndex"], &metadata["success"]), (&json!(index), &json!(code.is_none())));
        match code {
            None => {
                assert_eq!(keys(result), ["item", "itemMetadata"]);
                assert_eq!(keys(metadata), ["id", "originalIndex", "success"]);
                assert_eq!(metadata["id"], result["item"]["id"]);
                assert_eq!(got(&shop, &metadata["id"]).await, result["item"]);
            }
            Some(code) => {
                assert_eq!(keys(result), ["itemMetadata"]);
                assert_eq!(keys(metadata), ["error", "originalIndex", "success"]);
                assert_eq!(metadata["error"]["code"], code);
                assert_eq!(keys(&metadata["error"]), ["code", "data", "description"]);
            }
        }
    }
    assert_eq!(
        results[3]["itemMetadata"]["error"]["data"]["fieldViolations"][0]["field"],
        "reviewRequests[3].namespace"
    );
    let of_order = &results[4]["itemMetadata"]["error"]["data"]["fieldViolations"][0];
    assert_eq!(of_order["field"], "reviewRequests[4].items[0].catalogItemId");
    let bare = shop.post(BULK_CREATE, json!({"reviewRequests": [least(json!({"order": {"id": ORDER}}))]})).await.json();
    assert_eq!(keys(&bare["results"][0]), ["itemMetadata"], "returnEntity is false by default");
}

#[tokio::test]
async fn bulk_create_takes_1_to_50() {
    let shop = shop().await;
    let many = |count: usize| json!({"reviewRequests": vec![least(json!({"order": {"id": ORDER}})); count]});
    let made = shop.post(BULK_CREATE, many(50)).await;
    assert_eq!(made.json()["bulkActionMetadata"]["totalSuccesses"], 50, "{}", made.body);
    assert_eq!(count(&shop, json!({})).await.json(), json!({"count": 50}));
    for (body, path, rule) in [
        (many(51), "reviewRequests", "MAX_SIZE"),
        (many(0), "reviewRequests", "REQUIRED_FIELD"),
        (json!({}), "reviewRequests", "REQUIRED_FIELD"),
        (json!({"reviewRequests": {}}), "reviewRequests", "FORMAT"),
        (json!({"reviewRequests": [{}], "returnEntity": "yes"}), "returnEntity", "FORMAT"),
    ] {
        assert_eq!(violations(&shop.post(BULK_CREATE, body).await), [(path.to_owned(), rule.to_owned())]);
    }
    assert_eq!(count(&shop, json!({})).await.json(), json!({"count": 50}), "nothing was created");
}

#[tokio::test]
async fn a_bulk_create_repeated_with_its_key_is_replayed_to_the_byte() {
    let shop = shop().await;
    put_order(&shop, STRANGER, vec![line("cup", 900, 2)]).await;
    let requests = json!([least(json!({"order": {"id": ORDER}})), least(json!({"order": {"id": STRANGER}}))]);
    let call = |entity: bool| {
        let body = json!({"reviewRequests": requests, "returnEntity": entity});
        shop.call("POST", BULK_CREATE).header("idempotency-key", "k").json(&body).send()
    };
    let replies = join_all((0..8).map(|_| call(true))).await;
    assert_eq!(replies.iter().filter(|reply| reply.header("idempotent-replayed").is_empty()).count(), 1);
    shop.advance_days(0).await;
    let again = call(true).await;
    assert!(replies.iter().all(|reply| reply.body == again.body), "{}", again.body);
    is_error(&call(false).await, 422, "idempotency_key_reused");
    assert_eq!(count(&shop, json!({})).await.json(), json!({"count": 1}));
}

pub async fn copy_request(shop: &Shop, copies: u64) {
    copy_row(shop, "REQ#", copies, |item, from, to| {
        let document = item["request"].as_s().unwrap().replace(&from.to_string(), &to.to_string());
        item.insert("request".to_owned(), AttributeValue::S(document));
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
