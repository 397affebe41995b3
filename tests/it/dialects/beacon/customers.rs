//! `POST /beacon/customers`: which customer a call identifies, which fields stay, and which are cleared.

use super::*;

async fn led_to(shop: &Shop, key: Value) -> Value {
    customer(shop, key).await["id"].clone()
}

async fn count(shop: &Shop) -> u64 {
    shop.get(CUSTOMERS).await.json()["pagination"]["total"].number()
}

#[tokio::test]
async fn a_customer_is_answered_whole() {
    let shop = Shop::new().await;
    let sent = json!({"first_name": " Jane ", "last_name": "Doe", "email": "Jane@Example.com",
        "phone": "+49 171 1234567", "company": "Doe Ltd.", "signed_up_at": "2025-11-20", "has_subscription": true,
        "notes": "Likes mugs.\nAnd trays.", "address1": "1 Example Street", "address2": "Flat 2", "city": "Berlin",
        "state": "BE", "postal_code": "10115", "unknown": "ignored"});
    let answered = made(&shop, CUSTOMERS, sent.clone()).await;
    let id = answered["id"].text();
    assert!(domain::values::CustomerId::from_guid(Guid::parse(id).unwrap()).is_some());
    let mut expected = sent;
    expected.as_object_mut().unwrap().remove("unknown");
    let own = json!({"id": id, "first_name": "Jane", "phone": PHONE, "signed_up_at": 1_763_596_800, "location_id": null,
        "created_at": shop.now().as_second(), "updated_at": shop.now().as_second()});
    assert_eq!(answered, with(expected, own));
    assert_eq!(shop.get(CUSTOMERS).await.json()["data"], json!([answered]), "the list shows the same");
}

#[tokio::test]
async fn absent_fields_are_null() {
    let (_, jane) = with_customer(json!({"email": "jane@example.com"})).await;
    for field in ["last_name", "phone", "company", "signed_up_at", "has_subscription", "notes", "address1", "city"] {
        assert_eq!(jane[field], Value::Null, "{field}");
    }
    assert_eq!(jane.object().len(), 17);
}

#[tokio::test]
async fn an_absent_field_keeps_its_value_and_null_clears_it() {
    let shop = Shop::new().await;
    let sent = json!({"email": "jane@example.com", "phone": PHONE, "last_name": "Doe", "notes": "A", "city": "Berlin",
        "has_subscription": true, "signed_up_at": 1_700_000_000});
    let jane = customer(&shop, sent.clone()).await;
    shop.jump(SECOND * 60);
    let updated = customer(&shop, json!({"email": "jane@example.com", "first_name": "Janet"})).await;
    assert_eq!(updated, with(jane.clone(), json!({"first_name": "Janet", "updated_at": shop.now().as_second()})));
    let cleared = json!({"last_name": null, "notes": "", "city": " ", "has_subscription": null, "signed_up_at": null, "phone": null});
    let cleared = customer(&shop, with(json!({"email": "jane@example.com"}), cleared)).await;
    for field in ["last_name", "notes", "city", "has_subscription", "signed_up_at", "phone"] {
        assert_eq!(cleared[field], Value::Null, "{field}");
    }
    assert_eq!((&cleared["id"], &cleared["email"]), (&jane["id"], &json!("jane@example.com")));
    // The number is free again.
    assert_ne!(led_to(&shop, json!({"phone": PHONE})).await, jane["id"]);
}

#[tokio::test]
async fn fields_out_of_their_bounds_are_422_all_at_once() {
    let shop = Shop::new().await;
    for (fields, names) in [
        (json!({"first_name": null, "email": "jane@example.com"}), vec!["first_name"]),
        (json!({"first_name": " "}), vec!["email", "first_name", "phone"]),
        (json!({}), vec!["email", "phone"]),
        (json!({"email": null, "phone": ""}), vec!["email", "phone"]),
        (json!({"email": "jane"}), vec!["email"]),
        (json!({"phone": "0171 1234567"}), vec!["phone"]),
        (json!({"phone": "+49 171 123"}), vec!["phone"]),
        (json!({"email": 7, "phone": 7}), vec!["email", "phone"]),
        (json!({"email": "jane@example.com", "signed_up_at": "yesterday"}), vec!["signed_up_at"]),
        (json!({"email": "jane@example.com", "signed_up_at": 1_700_000_000_000u64}), vec!["signed_up_at"]),
        (json!({"email": "jane@example.com", "has_subscription": "yes"}), vec!["has_subscription"]),
        (json!({"email": "jane@example.com", "notes": "a".repeat(5_001)}), vec!["notes"]),
        (
            json!({"first_name": "a".repeat(201), "last_name": 7, "company": "a\nb", "address1": "a".repeat(256),
                "address2": [], "city": {}, "state": 1, "postal_code": true}),
            "address1 address2 city company email first_name last_name phone postal_code state".split(' ').collect(),
        ),
    ] {
        let reply = shop.post(CUSTOMERS, with(json!({"first_name": "Jane"}), fields)).await;
        assert_eq!(wrong(&reply), names, "{}", reply.body);
    }
    assert_eq!(count(&shop).await, 0);
}

#[tokio::test]
async fn the_email_is_the_key_however_it_is_typed() {
    let (shop, jane) = with_customer(json!({"email": "jane@example.com"})).await;
    let again = customer(&shop, json!({"email": "JANE@Example.com", "phone": PHONE})).await;
    assert_eq!((&again["id"], &again["email"]), (&jane["id"], &json!("JANE@Example.com")));
    assert_eq!(led_to(&shop, json!({"phone": PHONE})).await, jane["id"], "a new number leads to her, too");
    assert_ne!(led_to(&shop, json!({"email": "jane+1@example.com"})).await, jane["id"]);
    assert_eq!(count(&shop).await, 2);
}

#[tokio::test]
async fn without_an_email_the_phone_is_the_key() {
    let (shop, jane) = with_customer(json!({"phone": "+49 171 1234567"})).await;
    assert_eq!((&jane["email"], &jane["phone"]), (&Value::Null, &json!(PHONE)));
    let again = customer(&shop, json!({"phone": "+49 (0)171 123 45 67", "city": "Berlin"})).await;
    assert_eq!((&again["id"], &again["city"]), (&jane["id"], &json!("Berlin")));
    assert_eq!(count(&shop).await, 1);
}

#[tokio::test]
async fn a_customer_with_a_phone_only_is_completed_by_a_new_email() {
    let (shop, jane) = with_customer(json!({"phone": PHONE, "city": "Berlin"})).await;
    let complete = customer(&shop, json!({"phone": PHONE, "email": "jane@example.com"})).await;
    assert_eq!((&complete["id"], &complete["city"]), (&jane["id"], &json!("Berlin")));
    assert_eq!(led_to(&shop, json!({"email": "jane@example.com"})).await, jane["id"]);
    // She has an email now, so another email belongs to another customer who shares her number.
    let other = customer(&shop, json!({"phone": PHONE, "email": "june@example.com"})).await;
    assert_ne!(other["id"], jane["id"]);
    assert_eq!(other["phone"], PHONE);
    assert_eq!(led_to(&shop, json!({"phone": PHONE})).await, jane["id"]);
}

#[tokio::test]
async fn two_customers_are_never_merged() {
    let (shop, jane) = with_customer(json!({"email": "jane@example.com"})).await;
    let john = customer(&shop, json!({"phone": PHONE, "first_name": "John"})).await;
    let answered = customer(&shop, json!({"email": "jane@example.com", "phone": PHONE})).await;
    assert_eq!((&answered["id"], &answered["phone"]), (&jane["id"], &json!(PHONE)), "stored as hers");
    assert_eq!(
        led_to(&shop, json!({"phone": PHONE, "first_name": "John"})).await,
        john["id"],
        "and still identifies him"
    );
    assert_eq!(count(&shop).await, 2);
    // After he got another number, the next call with his old number assigns it to her.
    assert_eq!(led_to(&shop, json!({"phone": PHONE, "email": "john@example.com"})).await, john["id"]);
    assert_eq!(led_to(&shop, json!({"email": "john@example.com", "phone": OTHER_PHONE})).await, john["id"]);
    assert_eq!(led_to(&shop, json!({"email": "jane@example.com", "phone": PHONE})).await, jane["id"]);
    assert_eq!(led_to(&shop, json!({"phone": PHONE})).await, jane["id"]);
    assert_eq!(led_to(&shop, json!({"phone": OTHER_PHONE})).await, john["id"]);
}

#[tokio::test]
async fn pointers_follow_a_changed_phone_and_a_cleared_email() {
    let (shop, jane) = with_customer(json!({"email": "jane@example.com", "phone": PHONE})).await;
    customer(&shop, json!({"email": "jane@example.com", "phone": OTHER_PHONE})).await;
    assert_eq!(led_to(&shop, json!({"phone": OTHER_PHONE})).await, jane["id"]);
    let cleared = customer(&shop, json!({"phone": OTHER_PHONE, "email": null})).await;
    assert_eq!((&cleared["id"], &cleared["email"]), (&jane["id"], &Value::Null));
    assert_ne!(led_to(&shop, json!({"email": "jane@example.com"})).await, jane["id"]);
    assert_ne!(led_to(&shop, json!({"phone": PHONE})).await, jane["id"]);
    assert_eq!(count(&shop).await, 3);
}

#[tokio::test]
async fn simultaneous_upserts_of_one_email_make_one_customer() {
    let shop = Shop::new().await;
    let calls = (0..20).map(|number| customer(&shop, json!({"email": "jane@example.com", "city": number.to_string()})));
    let ids: BTreeSet<_> = join_all(calls).await.iter().map(|jane| jane["id"].owned()).collect();
    assert_eq!(ids.len(), 1);
    assert_eq!(count(&shop).await, 1);
}

#[tokio::test]
async fn a_customer_repeated_with_its_key_is_replayed() {
    let shop = Shop::new().await;
    let body = json!({"first_name": "Jane", "email": "jane@example.com"});
    let call = || shop.call("POST", CUSTOMERS).header("idempotency-key", "k").json(&body).send();
    let first = call().await;
    customer(&shop, json!({"email": "jane@example.com", "first_name": "Janet"})).await;
    let again = call().await;
    assert_eq!((&again.body, again.header("idempotent-replayed")), (&first.body, "true"));
    assert_eq!(shop.get(CUSTOMERS).await.json()["data"][0]["first_name"], "Janet", "nothing was done again");
    let other = json!({"first_name": "June", "email": "june@example.com"});
    let reused = shop.call("POST", CUSTOMERS).header("idempotency-key", "k").json(&other).send().await;
    assert_eq!(wrong(&reused), ["idempotency_key"]);
    let calls = (0..10).map(|_| shop.call("POST", CUSTOMERS).header("idempotency-key", "l").json(&other).send());
    let bodies: BTreeSet<_> = join_all(calls).await.into_iter().map(|reply| reply.body).collect();
    assert_eq!(bodies.len(), 1);
}

#[tokio::test]
async fn customers_are_their_shops_own() {
    let shop = Shop::new().await;
    let other = shop.beside("acme").await;
    let test = shop.in_test_mode().await;
    let jane = customer(&shop, json!({"email": "jane@example.com"})).await;
    for stranger in [&other, &test] {
        assert_eq!(count(stranger).await, 0);
        is_error(&stranger.get(format!("{CUSTOMERS}/{}/messages", jane["id"].text())).await, 404);
        assert_ne!(customer(stranger, json!({"email": "jane@example.com"})).await["id"], jane["id"]);
    }
    assert_eq!(count(&shop).await, 1);
}

#[tokio::test]
async fn an_orders_buyer_becomes_a_customer() {
    let shop = Shop::new().await;
    let order = |buyer: Value| json!({"status": "placed", "currency": "EUR", "lines": [], "buyer": buyer});
    for _ in 0..2 {
        let sent = order(json!({"email": "kim@example.com", "name": "Kim Lee"}));
        shop.put("/api/v1/orders/A", &sent).await.is(200);
    }
    shop.put("/api/v1/orders/B", order(Value::Null)).await.is(200);
    let listed = shop.get(CUSTOMERS).await.json();
    assert_eq!(listed["pagination"]["total"], 1);
    let kim = &listed["data"][0];
    assert_eq!([&kim["first_name"], &kim["last_name"], &kim["email"]], ["Kim", "Lee", "kim@example.com"]);
    let orders = (0..20).map(|number| {
        let sent = order(json!({"email": "lou@example.com"}));
        let shop = &shop;
        async move { shop.put(format!("/api/v1/orders/{number}"), &sent).await.status }
    });
    assert!(join_all(orders).await.iter().all(|status| *status == 200));
    assert_eq!(count(&shop).await, 2);
}

#[tokio::test]
async fn personal_fields_are_sealed_in_the_table() {
    let shop = Shop::new().await;
    let sent = json!({"email": "jane@example.com", "phone": PHONE, "last_name": "Doeish", "company": "Doe Ltd.",
        "notes": "Likes mugs", "city": "Springfield", "postal_code": "10115-x"});
    customer(&shop, sent).await;
    let items = table(&shop.world).await;
    for personal in ["jane@example.com", "1711234567", "Doeish", "Doe Ltd.", "Likes mugs", "Springfield", "10115-x"] {
        assert!(items.iter().all(|item| !item.to_string().contains(personal)), "{personal}");
    }
    assert!(items.iter().any(|item| keys(item).contains(&"personal")));
}
