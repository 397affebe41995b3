//! A request from its creation to its deletion, as `GET` and the other dialects show it.

use super::*;

#[tokio::test]
async fn only_a_canceled_request_is_deleted_and_its_link_with_it() {
    let shop = shop().await;
    let request = asked(&shop, json!({"order": {"id": ORDER}})).await;
    let path = format!("{REQUESTS}/{}", request["id"].text());
    is_error(&shop.delete(&path).await, 428, "REVIEW_REQUEST_NOT_CANCELED");
    let id = native_id(&shop).await;
    let shown = shop.get(format!("/api/v1/review-requests/{id}")).await.json();
    let hub = shown["hub_url"].text().strip_prefix(BASE_URL).unwrap().to_owned();
    shop.review(&token_form(&hub), 0).await;
    shop.delete(format!("/api/v1/review-requests/{id}")).await;
    assert_eq!(got(&shop, &request["id"]).await["status"], "CANCELED");
    shop.browse(&hub).await.is(410);
    let reply = shop.delete(&path).await;
    assert_eq!((reply.status.as_u16(), reply.body.as_str()), (200, "{}"));
    has_request_id(&reply);
    is_error(&shop.delete(&path).await, 404, "NOT_FOUND");
    is_error(&shop.get(&path).await, 404, "NOT_FOUND");
    shop.browse(&hub).await.is(404);
    let rows = table(&shop.world).await;
    let starting = |start: &str| rows.iter().filter(|row| row["SK"]["S"].text().starts_with(start)).count();
    assert_eq!([starting("REQ#"), starting("PII#"), starting("REV#")], [0, 0, 1]);
}

#[tokio::test]
async fn a_deleted_requests_email_still_unsubscribes() {
    let shop = shop().await;
    asked(&shop, json!({"order": {"id": ORDER}})).await;
    let id = native_id(&shop).await;
    shop.post(format!("/api/v1/review-requests/{id}/send"), json!({})).await.is(200);
    shop.settle().await;
    let mail = shop.inbox()[0].clone();
    shop.delete(format!("/api/v1/review-requests/{id}")).await;
    shop.delete(format!("{REQUESTS}/{}", domain::values::RequestId::new(id).unwrap().guid())).await.is(200);
    let link = unsubscribe_link(&mail);
    assert!(shop.browse(&link).await.body.contains("Fern &#38; Oak"), "it says whose emails stop");
    shop.submit(&link, &[("List-Unsubscribe", "One-Click")]).await.is(200);
    shop.sent(json!({"email": mail.to, "delay_days": 0})).await;
    assert_eq!(shop.inbox().len(), 1);
}

#[tokio::test]
async fn a_page_without_a_recipient_has_nothing_to_stop() {
    let shop = shop().await;
    asked(&shop, json!({"items": [{"catalogItemId": "cup"}]})).await;
    let shown = shop.get(format!("/api/v1/review-requests/{}", native_id(&shop).await)).await.json();
    let page = shop.browse(&shown["hub_url"].text().strip_prefix(BASE_URL).unwrap().to_owned()).await.body;
    let (_, footer) = page.split_once("action=\"/review/unsubscribe\"").unwrap();
    let (token, _) = footer.split_once("value=\"").unwrap().1.split_once('"').unwrap();
    shop.submit("/review/unsubscribe", &[("token", token)]).await.is(200);
}

#[tokio::test]
async fn a_request_of_another_dialect_is_shown_correctly() {
    let shop = Shop::new().await;
    shop.created(json!({"order_id": "ORD-1", "product_ids": [MUG, TRAY], "delay_days": 7})).await;
    // Ids from the same millisecond are in any order.
    shop.jump(SignedDuration::from_millis(1));
    shop.post("/api/v1/invitations", json!({"email": "jane@example.com", "name": "Jane Doe"})).await;
    shop.settle().await;
    let listed = shop.post(format!("{REQUESTS}/query"), json!({})).await.json();
    let [native, invitation] = &listed["reviewRequests"].list()[..] else { panic!("{listed}") };
    assert_eq!(native["order"]["id"], "ORD-1");
    assert_eq!(items(native), [MUG, TRAY]);
    assert_eq!((&native["status"], &native["sendDate"]), (&json!("SCHEDULED"), &json!("2026-11-27T06:00:00.000Z")));
    assert_eq!(native["requestedBy"]["identityType"], "APP");
    assert_eq!(native["recipient"], invitation["recipient"], "one customer, whichever dialect asked");
    has(invitation, json!({"status": "SENT", "items": [], "sentOptions": {"opened": false}}));
    assert_eq!(got(&shop, &native["id"]).await, *native);
}

#[tokio::test]
async fn a_wix_request_is_shown_correctly_by_the_native_reads() {
    let shop = shop().await;
    let request = asked(&shop, json!({"order": {"id": ORDER}, "sendDate": "2026-11-19T00:00:00Z"})).await;
    let listed = shop.get("/api/v1/review-requests").await.json();
    let shown = &listed["requests"][0];
    has(shown, json!({"order_id": ORDER, "product_ids": ["cup", "plate"], "status": "sent", "sent_at": null}));
    assert_eq!(shown["inserted_at"], "2026-11-20T06:00:00Z");
    let id = native_id(&shop).await;
    assert_eq!(shop.timeline(id).await, ["created"]);
    shop.delete(format!("/api/v1/review-requests/{id}")).await;
    assert_eq!(got(&shop, &request["id"]).await["status"], "CANCELED");
    has(&shop.get("/api/v1/stats").await.json()["total"], json!({"created": 1, "cancelled": 1}));
}

#[tokio::test]
async fn revision_and_updated_date_follow_every_change_and_review_id_the_review() {
    let shop = shop().await;
    let request = asked(&shop, json!({"order": {"id": ORDER}})).await;
    let id = native_id(&shop).await;
    shop.advance_days(1).await;
    let hub = shop.get(format!("/api/v1/review-requests/{id}")).await.json()["hub_url"].owned();
    let hub = hub.strip_prefix(BASE_URL).unwrap().to_owned();
    shop.browse(&hub).await;
    let opened = got(&shop, &request["id"]).await;
    assert_eq!((&opened["revision"], &opened["updatedDate"]), (&json!("2"), &json!(format!("{:.3}", shop.now()))));
    assert_eq!(opened["createdDate"], request["createdDate"]);
    shop.review(&token_form(&hub), 1).await;
    let reviewed = got(&shop, &request["id"]).await;
    assert_eq!(reviewed["revision"], "3");
    assert!(reviewed["items"][0].get("reviewId").is_none());
    assert!(Guid::parse(reviewed["items"][1]["reviewId"].text()).is_ok());
}

#[tokio::test]
async fn a_contact_that_is_a_customer_is_the_recipient() {
    let shop = shop().await;
    shop.created(json!({"email": "june@example.com", "skip_email": true})).await;
    let listed = shop.post(format!("{REQUESTS}/query"), json!({})).await.json();
    let june = listed["reviewRequests"][0]["recipient"]["contactId"].clone();
    shop.jump(SignedDuration::from_millis(1));
    let request = asked(&shop, json!({"order": {"id": ORDER}, "recipient": {"contactId": june}})).await;
    assert_eq!(request["recipient"]["contactId"], june);
    let id = native_id(&shop).await;
    shop.call("POST", format!("/api/v1/review-requests/{id}/send")).send().await.is(200);
    shop.settle().await;
    let [mail] = &shop.inbox()[..] else { panic!("one mail") };
    assert!(mail.to.contains("june@example.com"));
    let sent = got(&shop, &request["id"]).await;
    has(&sent, json!({"status": "SENT", "sendDate": "2026-11-20T06:00:00.001Z", "sentOptions": {"opened": false}}));
}

#[tokio::test]
async fn without_a_contact_the_orders_buyer_is_asked_and_without_a_buyer_no_one() {
    let shop = shop().await;
    asked(&shop, json!({"order": {"id": ORDER}})).await;
    let send =
        async || shop.call("POST", format!("/api/v1/review-requests/{}/send", native_id(&shop).await)).send().await;
    send().await.is(200);
    shop.settle().await;
    assert!(shop.inbox()[0].to.contains("jane@example.com"));
    shop.jump(SignedDuration::from_millis(1));
    asked(&shop, json!({"items": [{"catalogItemId": "cup"}], "recipient": {"contactId": STRANGER}})).await;
    assert_eq!(send().await.status, 409, "an unknown contact has no email address");
    assert_eq!(shop.inbox().len(), 1);
}

#[tokio::test]
async fn a_request_whose_mail_fails_shows_why() {
    let shop = Shop::new().await;
    for (email, reason) in [("reject@example.com", "ACTIVATION_FAILED"), ("jane@example.com", "UNKNOWN_FAILURE_REASON")]
    {
        shop.created(json!({"email": email, "order_id": "A", "product_ids": [MUG], "delay_days": 0})).await;
        let cancelled = json!({"status": "cancelled", "currency": "EUR", "lines": []});
        if email == "jane@example.com" {
            shop.put("/api/v1/orders/A", &cancelled).await;
        }
        shop.advance(MINUTE).await;
        let listed = shop
            .post(
                format!("{REQUESTS}/query"),
                json!({"query": {"sort": [{"fieldName": "createdDate", "order": "DESC"}]}}),
            )
            .await
            .json();
        let request = &listed["reviewRequests"][0];
        assert_eq!((&request["status"], &request["failedOptions"]["reason"]), (&json!("FAILED"), &json!(reason)));
        assert!(request["failedOptions"]["message"].text().ends_with('.'));
        assert!(request.get("sentOptions").is_none());
        shop.advance_days(1).await;
    }
}

#[tokio::test]
async fn send_date_says_what_is_scheduled_and_what_was_sent_and_sends_nothing() {
    for (send_date, status) in [
        (Value::Null, "SCHEDULED"),
        (json!("2026-11-20T06:00:00.001Z"), "SCHEDULED"),
        (json!("2026-11-20T06:00:00Z"), "SCHEDULED"),
        (json!("2026-11-20T05:59:59.999Z"), "SENT"),
        (json!("2026-11-20T06:59:59+02:00"), "SENT"),
    ] {
        let shop = shop().await;
        let request = asked(&shop, json!({"order": {"id": ORDER}, "sendDate": send_date})).await;
        assert_eq!(request["status"], status, "{send_date}");
        assert_eq!(request["sentOptions"], if status == "SENT" { json!({"opened": false}) } else { Value::Null });
        shop.advance_days(1).await;
        assert_eq!(got(&shop, &request["id"]).await["status"], status, "only an event changes it");
        assert!(shop.inbox().is_empty());
    }
}

#[tokio::test]
async fn a_customer_of_more_good_reviews_is_a_contact_and_their_ask_is_shown() {
    let shop = Shop::new().await;
    let jane = json!({"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"});
    let jane = shop.post("/beacon/customers", jane).await.json()["data"]["id"].clone();
    shop.post("/beacon/asks", json!({"email": "jane@example.com", "channels": ["sms"]})).await.is(200);
    shop.settle().await;
    let asked_by_sms = &query(&shop, json!({})).await["reviewRequests"][0];
    assert_eq!((&asked_by_sms["recipient"]["contactId"], &asked_by_sms["status"]), (&jane, &json!("SENT")));
    assert!(asked_by_sms.get("communicationChannel").is_none(), "the vendor has no SMS channel");
    shop.jump(SignedDuration::from_millis(1));
    let request = json!({"items": [{"catalogItemId": MUG}], "recipient": {"contactId": jane}});
    assert_eq!(asked(&shop, request).await["recipient"]["contactId"], jane);
    shop.call("POST", format!("/api/v1/review-requests/{}/send", native_id(&shop).await)).send().await.is(200);
    shop.settle().await;
    assert!(shop.inbox().iter().any(|mail| mail.to.contains("jane@example.com")));
    assert_eq!(found_contact(&shop, &jane).await, 2);
    let other = shop.beside("moss").await;
    let strange = json!({"items": [{"catalogItemId": MUG}], "recipient": {"contactId": jane}});
    assert_eq!(asked(&other, strange).await["recipient"]["contactId"], jane, "stored, although it is not a customer");
    let path = format!("/api/v1/review-requests/{}/send", native_id(&other).await);
    other.call("POST", path).send().await.is(409);
}

async fn found_contact(shop: &Shop, contact: &Value) -> u64 {
    count(shop, json!({ "recipient.contactId": contact })).await.json()["count"].number()
}
