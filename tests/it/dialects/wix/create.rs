//! Creating a request: its items, its recipient, its requester.

use domain::values::Identity;

use super::*;

#[tokio::test]
async fn a_request_is_answered_with_every_documented_field() {
    let shop = shop().await;
    let reply = ask(
        &shop,
        json!({"sendDate": "2026-11-27T06:44:38.231Z", "namespace": "stores", "order": {"id": ORDER, "number": "10049"},
            "items": [{"catalogItemId": "plate", "reviewId": STRANGER}], "recipient": {"contactId": STRANGER},
            "automationActivationId": "73FFF183-acf3-4770-b527-f65f9f10d5f6", "revision": "7", "status": "SENT"}),
    )
    .await
    .is(200);
    has_request_id(&reply);
    let mut request = reply.json()["reviewRequest"].clone();
    for guid in [request["id"].take(), request["requestedBy"]["appId"].take()] {
        assert!(Guid::parse(guid.text()).is_ok());
    }
    let expected = json!({"id": null, "revision": "1", "createdDate": "2026-11-20T06:00:00.000Z",
        "updatedDate": "2026-11-20T06:00:00.000Z", "sendDate": "2026-11-27T06:44:38.231Z", "namespace": "stores",
        "order": {"id": ORDER}, "items": [{"catalogItemId": "plate"}], "recipient": {"contactId": STRANGER},
        "communicationChannel": "EMAIL", "status": "SCHEDULED",
        "automationActivationId": "73fff183-acf3-4770-b527-f65f9f10d5f6",
        "requestedBy": {"appId": null, "identityType": "APP"}});
    assert_eq!(request, expected);
    let shown = reply.json()["reviewRequest"].clone();
    assert_eq!(got(&shop, &shown["id"]).await, shown);
}

#[tokio::test]
async fn the_same_order_is_always_a_new_request_and_nothing_is_sent() {
    let shop = shop().await;
    let (one, other) =
        (asked(&shop, json!({"order": {"id": ORDER}})).await, asked(&shop, json!({"order": {"id": ORDER}})).await);
    assert_ne!(one["id"], other["id"]);
    assert_eq!(one["recipient"], other["recipient"], "both times the order's buyer");
    shop.advance_days(30).await;
    assert!(shop.inbox().is_empty());
}

#[tokio::test]
async fn an_order_alone_is_asked_about_by_its_five_most_expensive_items() {
    let shop = Shop::new().await;
    let lines =
        [("a", 1, 0), ("b", 9, 0), ("c", 5, 0), ("d", 9, 0), ("b", 20, 2), ("e", 5, 0), ("f", 5, 0), ("", 90, 0)];
    put_order(&shop, ORDER, lines.iter().map(|&(item, price, refunded)| line(item, price, refunded)).collect()).await;
    let asked = asked(&shop, json!({"order": {"id": ORDER}, "items": []})).await;
    assert_eq!(items(&asked), ["b", "d", "c", "e", "f"]);
}

#[tokio::test]
async fn items_alone_are_taken_as_they_are() {
    let shop = Shop::new().await;
    let longest = "x".repeat(36);
    let sent = json!([{"catalogItemId": MUG}, {"catalogItemId": longest}, {"catalogItemId": MUG}, {}]);
    let request = asked(&shop, json!({"items": sent, "order": {}})).await;
    assert_eq!(items(&request), [MUG, &longest]);
    assert!(request.get("order").is_none() && request.get("recipient").is_none());
}

#[tokio::test]
async fn items_with_an_order_must_be_in_it() {
    let shop = shop().await;
    let both = |items: Value| json!({"order": {"id": ORDER}, "items": items});
    assert_eq!(items(&asked(&shop, both(json!([{"catalogItemId": "cup"}]))).await), ["cup"]);
    let reply = ask(&shop, both(json!([{"catalogItemId": "cup"}, {"catalogItemId": "sofa"}]))).await;
    assert_eq!(violations(&reply), [("reviewRequest.items[1].catalogItemId".to_owned(), "OTHER".to_owned())]);
}

#[tokio::test]
async fn requested_by_is_the_keys_identity() {
    let mut shop = shop().await;
    let guid = Guid::parse(STRANGER).unwrap();
    for (identity, expected) in [
        (Identity::User(guid), json!({"wixUserId": STRANGER, "identityType": "WIX_USER"})),
        (Identity::App(guid), json!({"appId": STRANGER, "identityType": "APP"})),
    ] {
        shop.key = shop.world.api_key_of(&shop.tenant, identity).await.unwrap().reveal().to_owned();
        assert_eq!(asked(&shop, json!({"order": {"id": ORDER}})).await["requestedBy"], expected);
    }
    shop.key = shop.world.api_key_of(&shop.tenant, Identity::Visitor(guid)).await.unwrap().reveal().to_owned();
    for order in [ORDER, STRANGER] {
        is_error(&ask(&shop, json!({"order": {"id": order}})).await, 428, "INITIATOR_IDENTITY_NOT_SUPPORTED");
    }
    is_error(&ask(&shop, json!({})).await, 400, "EITHER_ORDER_OR_ITEMS_REQUIRED");
}

#[tokio::test]
async fn a_create_repeated_with_its_key_is_replayed() {
    let shop = shop().await;
    let call = |order: &str| {
        let body = json!({ "reviewRequest": least(json!({"order": {"id": order}})) });
        shop.call("POST", REQUESTS).header("idempotency-key", "k").json(&body)
    };
    let first = call(ORDER).send().await;
    // Without the key, the same call would fail now, because the order is empty.
    put_order(&shop, ORDER, vec![]).await;
    let again = call(ORDER).send().await;
    assert_eq!((first.status, &first.body), (again.status, &again.body));
    assert_eq!((first.header("idempotent-replayed"), again.header("idempotent-replayed")), ("", "true"));
    is_error(&call(STRANGER).send().await, 422, "idempotency_key_reused");
    assert_eq!(shop.get("/api/v1/review-requests").await.json()["requests"].list().len(), 1);
}

#[tokio::test]
async fn a_create_reads_the_key_the_order_its_products_and_the_contact_and_writes_once() {
    let shop = shop().await;
    let calls = || shop.operations();
    let request = asked(&shop, json!({"order": {"id": ORDER}})).await;
    calls();
    asked(&shop, json!({"order": {"id": ORDER}})).await;
    assert_eq!(calls(), ["GetItem", "GetItem", "BatchGetItem", "TransactWriteItems"]);
    asked(&shop, json!({"order": {"id": ORDER}, "recipient": request["recipient"]})).await;
    assert_eq!(calls(), ["GetItem", "GetItem", "BatchGetItem", "GetItem", "TransactWriteItems"]);
    asked(&shop, json!({"items": [{"catalogItemId": "cup"}], "recipient": {"contactId": STRANGER}})).await;
    assert_eq!(calls(), ["GetItem", "TransactWriteItems"]);
}
