//! Queries: cursors; and who asked. `tests/stories/dialects/wix_requests.story` tells of filters.

use domain::values::Identity;

use super::*;

#[tokio::test]
async fn a_walk_in_any_order_and_by_any_page_meets_each_request_once_forth_and_back() {
    let shop = Shop::new().await;
    let random = local::seeded_random(7);
    for index in 0..23 {
        let day = 10 + random.below(20);
        let send_date = if day < 14 { Value::Null } else { json!(format!("2026-11-{day}T00:00:00Z")) };
        let items = json!([{"catalogItemId": format!("item-{index}")}]);
        let request = if send_date.is_null() {
            json!({ "items": items })
        } else {
            json!({"items": items, "sendDate": send_date})
        };
        let id = asked(&shop, request).await["id"].clone();
        if index % 5 == 0 {
            cancel(&shop, json!({"filter": {"id": id}})).await;
        }
        // Some are created in the same millisecond.
        shop.jump(SignedDuration::from_millis(i64::try_from(random.below(2)).unwrap()));
    }
    let by = |name: &str, order: &str| json!({"fieldName": name, "order": order});
    for sort in [
        json!([]),
        json!([by("createdDate", "DESC")]),
        json!([by("sendDate", "ASC")]),
        json!([by("status", "DESC"), by("sendDate", "DESC")]),
        json!([by("sendDate", "DESC"), by("createdDate", "DESC"), by("status", "ASC")]),
    ] {
        for filter in [json!({}), json!({"status": {"$ne": "CANCELED"}})] {
            let asked = |limit: u64| json!({"sort": sort, "filter": filter, "cursorPaging": {"limit": limit}});
            let whole = listed(&query(&shop, asked(100)).await);
            assert_eq!(whole.len(), if filter == json!({}) { 23 } else { 18 });
            let limit = 1 + random.below(6);
            let mut page = query(&shop, asked(limit)).await;
            let mut forth = listed(&page);
            while page["pagingMetadata"]["hasNext"] == true {
                page = query(&shop, cursor(&page, "next")).await;
                forth.extend(listed(&page));
            }
            assert_eq!(forth, whole, "{sort} {filter} by {limit}");
            let mut back = listed(&page);
            while !page["pagingMetadata"]["cursors"]["prev"].is_null() {
                page = query(&shop, cursor(&page, "prev")).await;
                back.splice(0..0, listed(&page));
            }
            assert_eq!(back, whole, "{sort} {filter} by {limit}, back");
        }
    }
}

#[tokio::test]
async fn a_page_too_long_to_be_stored_is_read_again() {
    let shop = Shop::new().await;
    let products: Vec<_> = (0..50).map(|n| format!("shopify-{n:064}")).collect();
    for order in 0..100 {
        shop.created(json!({"product_ids": products, "order_id": format!("{order}"), "skip_email": true})).await;
    }
    let call = || {
        let body = json!({"query": {"cursorPaging": {"limit": 100}}});
        shop.call("POST", format!("{REQUESTS}/query")).header("idempotency-key", "k").json(&body).send()
    };
    let (first, again) = (call().await, call().await);
    assert!(first.body.len() > 400 * 1024, "{}", first.body.len());
    assert_eq!((again.status.as_u16(), &again.body, again.header("idempotent-replayed")), (200, &first.body, ""));
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
    let of_user = json!({"requestedBy.identityType": "WIX_USER", "requestedBy.wixUserId": STRANGER});
    assert_eq!(found(&shop, of_user).await.len(), 1);
    shop.key = shop.world.api_key_of(&shop.tenant, Identity::Visitor(guid)).await.unwrap().reveal().to_owned();
    for order in [ORDER, STRANGER] {
        is_error(&ask(&shop, json!({"order": {"id": order}})).await, 428, "INITIATOR_IDENTITY_NOT_SUPPORTED");
    }
    is_error(&ask(&shop, json!({})).await, 400, "EITHER_ORDER_OR_ITEMS_REQUIRED");
}
