//! The exact calls to AWS for each warm call.

use small_aws::MailEvent;

use crate::support::*;

/// A shop whose keys are unwrapped already.
async fn warm() -> Shop {
    let (shop, _, hub) = Shop::asking(json!({"delay_days": 0})).await;
    shop.settle().await;
    shop.browse(&hub).await;
    shop.get("/api/v1/review-requests/1").await;
    shop.delete("/api/v1/review-requests/1").await;
    shop.get("/api/v1/orders/A").await;
    shop.operations();
    shop
}

#[tokio::test]
async fn create_is_one_read_one_transaction_and_one_hint() {
    let shop = warm().await;
    shop.created(json!({"order_id": "A", "delay_days": 7, "product_ids": [MUG]})).await;
    assert_eq!(shop.operations(), ["GetItem", "TransactWriteItems", "CreateSchedule"]);
    shop.created(json!({"order_id": "B", "delay_days": 0, "product_ids": [MUG]})).await;
    assert_eq!(shop.operations(), ["GetItem", "TransactWriteItems", "SendMessage"]);
    shop.created(json!({"order_id": "C", "skip_email": true, "product_ids": [MUG]})).await;
    assert_eq!(shop.operations(), ["GetItem", "TransactWriteItems"]);
}

#[tokio::test]
async fn the_shops_rules_are_read_once_a_minute() {
    let shop = warm().await;
    let new = || json!({"skip_email": true});
    shop.jump(SECOND * 60);
    shop.operations();
    for expected in [&["GetItem", "GetItem", "TransactWriteItems"][..], &["GetItem", "TransactWriteItems"]] {
        shop.created(new()).await;
        assert_eq!(shop.operations(), expected);
    }
}

#[tokio::test]
async fn a_customer_whom_this_process_did_not_ask_lately_is_one_transaction_more_and_then_none() {
    let shop = warm().await;
    // Another process created the customer.
    let june = domain::values::EmailAddress::parse("june@example.com").unwrap();
    let record = shop.store().tenant(&shop.tenant).await.unwrap().unwrap();
    let keys = shop.world.env().vault().unwrap().tenant(&shop.tenant, &record.root, shop.now()).await.unwrap();
    let customer =
        domain::customer::Customer::from_email(domain::values::CustomerId::new(7).unwrap(), june, None, shop.now());
    let store = shop.store();
    let mut transaction = store.transaction(&shop.tenant);
    transaction.insert_customer(&customer, &keys);
    transaction.commit().await.unwrap();
    let new = json!({"email": "june@example.com", "skip_email": true});
    shop.operations();
    shop.created(new.clone()).await;
    assert_eq!(shop.operations(), ["GetItem", "TransactWriteItems", "TransactWriteItems"]);
    shop.created(new).await;
    assert_eq!(shop.operations(), ["GetItem", "TransactWriteItems"]);
}

#[tokio::test]
async fn create_for_an_order_without_products_is_one_read_more() {
    let shop = warm().await;
    shop.created(json!({"order_id": "A", "skip_email": true})).await;
    assert_eq!(shop.operations(), ["GetItem", "GetItem", "TransactWriteItems"]);
    shop.created(json!({"skip_email": true})).await;
    assert_eq!(shop.operations(), ["GetItem", "TransactWriteItems"]);
}

#[tokio::test]
async fn an_order_or_product_is_two_reads_or_a_read_and_a_write() {
    let shop = warm().await;
    let order = json!({"status": "placed", "currency": "EUR", "lines": []});
    let product = json!({"title": "Oak tray"});
    for (path, body, write) in
        [("/api/v1/orders/A", order, "TransactWriteItems"), ("/api/v1/products/shopify-1", product, "UpdateItem")]
    {
        shop.put(path, &body).await;
        assert_eq!(shop.operations(), ["GetItem", write]);
        shop.get(path).await;
        assert_eq!(shop.operations(), ["GetItem", "GetItem"]);
    }
}

#[tokio::test]
async fn an_orders_buyer_is_one_read_more_and_a_transaction() {
    let shop = warm().await;
    let order = |email: &str| json!({"status": "placed", "currency": "EUR", "lines": [], "buyer": {"email": email}});
    shop.put("/api/v1/orders/A", order("jane@example.com")).await;
    assert_eq!(shop.operations(), ["GetItem", "GetItem", "TransactWriteItems"]);
    shop.put("/api/v1/orders/B", order("june@example.com")).await;
    assert_eq!(shop.operations(), ["GetItem", "GetItem", "TransactWriteItems"]);
}

#[tokio::test]
async fn more_good_reviews_calls_cost_these_calls() {
    let shop = warm().await;
    shop.post("/beacon/asks", json!({"email": "jane@example.com"})).await;
    shop.operations();
    let body = json!({"first_name": "June", "email": "june@example.com", "phone": "+491711234567"});
    shop.post("/beacon/customers", body.clone()).await;
    assert_eq!(shop.operations(), ["GetItem", "BatchGetItem", "TransactWriteItems"]);
    shop.post("/beacon/customers", body).await;
    assert_eq!(shop.operations(), ["GetItem", "BatchGetItem", "GetItem", "TransactWriteItems"]);
    let june = json!({"email": "june@example.com"});
    shop.post("/beacon/asks", june.clone()).await;
    assert_eq!(shop.operations(), ["GetItem", "GetItem", "GetItem", "TransactWriteItems", "SendMessage"]);
    shop.post("/beacon/asks", june.clone()).await;
    assert_eq!(shop.operations(), ["GetItem", "GetItem", "GetItem", "TransactWriteItems", "GetItem"], "the open one");
    shop.post("/beacon/charges", june).await;
    assert_eq!(shop.operations(), ["GetItem", "GetItem", "GetItem", "TransactWriteItems"]);
    shop.get("/beacon/customers").await;
    assert_eq!(shop.operations(), ["GetItem", "Query"]);
}

#[tokio::test]
async fn create_with_an_idempotency_key_is_one_read_more_and_a_replay_two_reads() {
    let shop = warm().await;
    let call = || {
        shop.call("POST", "/api/v1/review-requests/send")
            .header("idempotency-key", "k")
            .json(&json!({"email": "jane@example.com"}))
    };
    call().send().await;
    assert_eq!(shop.operations(), ["GetItem", "GetItem", "TransactWriteItems", "CreateSchedule"]);
    call().send().await;
    assert_eq!(shop.operations(), ["GetItem", "GetItem"]);
}

#[tokio::test]
async fn list_is_two_reads() {
    let shop = warm().await;
    shop.get("/api/v1/review-requests").await;
    assert_eq!(shop.operations(), ["GetItem", "Query"]);
}

#[tokio::test]
async fn cancel_is_two_reads_one_transaction_and_one_delete() {
    let shop = warm().await;
    let (id, _) = shop.created(json!({"order_id": "A"})).await;
    shop.operations();
    shop.delete(format!("/api/v1/review-requests/{id}")).await;
    assert_eq!(shop.operations(), ["GetItem", "BatchGetItem", "TransactWriteItems", "DeleteSchedule"]);
    shop.delete(format!("/api/v1/review-requests/{id}")).await;
    assert_eq!(shop.operations(), ["GetItem", "BatchGetItem"]);
}

#[tokio::test]
async fn a_hub_view_is_two_reads_three_with_products_and_one_transaction_the_first_time() {
    let shop = warm().await;
    let (_, plain) = shop.created(json!({"skip_email": true})).await;
    let (_, with_products) = shop.created(json!({"skip_email": true, "product_ids": [MUG]})).await;
    shop.operations();
    shop.browse(&plain).await;
    assert_eq!(shop.operations(), ["BatchGetItem", "Query", "TransactWriteItems"]);
    shop.browse(&plain).await;
    assert_eq!(shop.operations(), ["BatchGetItem", "Query"]);
    shop.browse(&with_products).await;
    shop.operations();
    shop.browse(&with_products).await;
    assert_eq!(shop.operations(), ["BatchGetItem", "Query", "BatchGetItem"]);
}

#[tokio::test]
async fn a_review_is_two_reads_and_one_transaction() {
    let shop = warm().await;
    let (_, hub) = shop.created(json!({"skip_email": true})).await;
    shop.operations();
    shop.review(&hub, 0).await;
    // The second read is for the members, because their own reviews are withheld.
    assert_eq!(shop.operations(), ["BatchGetItem", "GetItem", "TransactWriteItems"]);
    shop.review(&hub, 0).await;
    assert_eq!(shop.operations(), ["BatchGetItem", "GetItem"], "the same again");
}

#[tokio::test]
async fn telling_the_shop_of_a_problem_is_three_reads_a_transaction_and_a_hint_and_costs_no_view_a_call() {
    let shop = warm().await;
    shop.sets(json!({"reply_to": "help@example.com"})).await;
    let (_, hub) = shop.created(json!({"skip_email": true})).await;
    shop.browse(&hub).await;
    shop.operations();
    let fields = [("token", token_of(&hub)), ("words", "The handle came off.")];
    shop.submit("/review/hub/problem", &fields).await.is(303);
    assert_eq!(shop.operations(), ["BatchGetItem", "GetItem", "Query", "TransactWriteItems", "SendMessage"]);
    shop.browse(&hub).await;
    assert_eq!(shop.operations(), ["BatchGetItem", "Query"]);
}

#[tokio::test]
async fn a_photo_is_one_read_and_a_transaction_and_costs_no_view_a_call() {
    let shop = warm().await;
    let (_, hub) = shop.created(json!({"skip_email": true})).await;
    shop.browse(&hub).await;
    let fields = [("token", token_of(&hub)), ("item", "0"), ("photo", "0")];
    shop.operations();
    shop.submit("/review/hub/photo", &fields).await.is(200);
    assert_eq!(shop.operations(), ["BatchGetItem", "TransactWriteItems"]);
    shop.browse(&hub).await;
    assert_eq!(shop.operations(), ["BatchGetItem", "Query"]);
    shop.review(&hub, 0).await;
    assert_eq!(shop.operations(), ["BatchGetItem", "GetItem", "TransactWriteItems"]);
    shop.submit("/review/hub/photo/remove", &fields).await;
    // The queued message deletes the file later, in case S3 fails now.
    let removed = ["BatchGetItem", "SendMessageBatch", "TransactWriteItems", "DeleteObject", "DeleteObject"];
    assert_eq!(shop.operations(), removed, "a photo has two files");
}

#[tokio::test]
async fn a_forged_token_costs_no_read() {
    let shop = warm().await;
    let (_, hub) = shop.created(json!({"skip_email": true})).await;
    let token = token_of(&hub);
    let forged = format!("{}{}", &token[..token.len() - 1], if token.ends_with('A') { 'B' } else { 'A' });
    shop.operations();
    shop.browse(format!("/review/{forged}")).await;
    assert_eq!(shop.operations(), [""; 0]);
}

#[tokio::test]
async fn a_send_is_two_reads_claim_a_last_look_ses_and_commit() {
    let shop = warm().await;
    let (id, _) = shop.created(json!({"delay_days": 0, "product_ids": [MUG]})).await;
    let sender = send_request::start(shop.world.env()).unwrap();
    let wake = shop.wake(id).await;
    // A new sender unwraps the keys once; the second send is the warm one.
    sender.wake(&wake).await.unwrap();
    shop.put("/api/v1/orders/A", json!({"status": "placed", "currency": "EUR", "lines": []})).await.is(200);
    let (id, _) = shop.created(json!({"order_id": "A", "delay_days": 0, "product_ids": [MUG]})).await;
    let wake = shop.wake(id).await;
    shop.operations();
    sender.wake(&wake).await.unwrap();
    let reads = ["BatchGetItem", "BatchGetItem"];
    // The second call checks whether the address was suppressed meanwhile, which is cheaper than a condition in a
    // transaction.
    let claim = ["PutItem", "GetItem"];
    assert_eq!(shop.operations(), [&reads[..], &claim, &["SendEmail", "TransactWriteItems"]].concat());
    sender.wake(&wake).await.unwrap();
    assert_eq!(shop.operations(), ["BatchGetItem"]);
}

#[tokio::test]
async fn a_cap_costs_a_send_no_call() {
    let shop = warm().await;
    shop.put("/api/v1/settings", json!({"messages_a_month": 10})).await;
    let sender = send_request::start(shop.world.env()).unwrap();
    for sent in ["the keys are unwrapped", "warm"] {
        let (id, _) = shop.created(json!({"delay_days": 0, "product_ids": [MUG]})).await;
        let wake = shop.wake(id).await;
        shop.operations();
        sender.wake(&wake).await.unwrap();
        let calls: Vec<_> =
            shop.operations().into_iter().filter(|call| call != "Decrypt" && call != "GetItem").collect();
        let expected = ["BatchGetItem", "BatchGetItem", "TransactWriteItems", "SendEmail", "TransactWriteItems"];
        assert_eq!(calls, expected, "{sent}");
    }
}

#[tokio::test]
async fn a_report_is_one_read_and_two_writes_and_a_copy_one() {
    let shop = warm().await;
    let aws = shop.aws();
    aws.lose_mail_events(true);
    shop.sent(json!({"email": "june@example.com", "delay_days": 0})).await;
    let mail = shop.inbox().pop().unwrap();
    for (event, expected) in [
        // The message's sender has already recorded that it was accepted.
        (MailEvent::Send, &["BatchGetItem"][..]),
        // The request and its message in the customer's list are written one by one, for half the price of a
        // transaction.
        (MailEvent::Delivery, &["BatchGetItem", "PutItem", "UpdateItem"]),
        // The run for the first delivery of the report may have ended before it updated the message.
        (MailEvent::Delivery, &["BatchGetItem", "UpdateItem"]),
        // The first one unwraps the shop's key, and marks the bounce with the number of emails sent. The last reads add
        // up the shop's last emails.
        (
            MailEvent::PermanentBounce,
            &[
                "BatchGetItem",
                "Decrypt",
                "UpdateItem",
                "Query",
                "TransactWriteItems",
                "UpdateItem",
                "Query",
                "GetItem",
                "Query",
            ],
        ),
        (MailEvent::PermanentBounce, &["BatchGetItem", "UpdateItem", "UpdateItem", "Query", "GetItem", "Query"]),
    ] {
        shop.operations();
        aws.publish_mail_event(&mail, event).unwrap();
        shop.settle().await;
        assert_eq!(shop.operations(), expected, "{event:?}");
    }
}

#[tokio::test]
async fn an_order_of_the_shops_system_is_recorded_by_one_write_and_one_message() {
    let shop = warm().await;
    crate::orders_in::live(&shop).await;
    let body = json!({"id": 900, "number": "900", "status": "processing", "currency": "EUR"}).to_string();
    let sent = async || {
        let call =
            shop.call("POST", "/in/woocommerce/fern").without_key().header("x-wc-webhook-topic", "order.updated");
        let signature = crate::orders_in::signed("lettersanddigits0", body.as_bytes());
        call.header("x-wc-webhook-signature", signature).body(body.as_bytes()).send().await.is(200);
    };
    sent().await;
    shop.settle().await;
    shop.operations();
    sent().await;
    // The shop and its connection are read, then the call is recorded and queued.
    assert_eq!(shop.operations(), ["GetItem", "GetItem", "PutItem", "SendMessage"]);
}
