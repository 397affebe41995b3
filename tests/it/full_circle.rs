//! The system's main job, end to end: create, wait, mail, review, list, cancel, expire, renew.

use serde_json::json;

use crate::support::{MUG, Shop, TRAY, link_in};

#[tokio::test]
async fn a_request_goes_from_creation_to_review() {
    let shop = Shop::new().await;
    let fields =
        json!({"customer_name": "Jane Doe", "product_ids": [MUG, TRAY], "order_id": "ORD-1234", "delay_days": 7});
    let created = shop.create(fields).await;
    assert_eq!(created.status, 201);
    let body = created.json();
    assert_eq!(body["status"], "scheduled");
    assert_eq!(body["scheduled_at"], "2026-11-27T06:00:00Z");
    let id = body["request_id"].as_u64().unwrap();

    let listed = shop.get("/api/v1/review-requests").await.json();
    assert_eq!(
        listed,
        json!({"requests": [{
            "id": id, "order_id": "ORD-1234", "product_ids": [MUG, TRAY], "status": "scheduled",
            "sent_at": null, "inserted_at": "2026-11-20T06:00:00Z",
        }]})
    );

    shop.advance_days(6).await;
    assert!(shop.inbox().is_empty());
    shop.advance_days(1).await;
    let [mail] = &shop.inbox()[..] else { panic!("{} mails", shop.inbox().len()) };
    assert_eq!(mail.to, "jane@example.com");
    assert!(mail.subject.contains("Jane"));
    let listed = shop.get("/api/v1/review-requests").await.json();
    assert_eq!(listed["requests"][0]["status"], "sent");
    assert_eq!(listed["requests"][0]["sent_at"], "2026-11-27T06:00:00Z");

    let hub = link_in(mail);
    assert_eq!(body["hub_url"].as_str().unwrap(), format!("{}{hub}", crate::support::BASE_URL));
    let page = shop.browse(&hub).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Stoneware mug") && page.body.contains("Oak tray"));

    shop.review(&hub, 0).await;
    assert_eq!(shop.status(id).await, "sent");
    shop.review(&hub, 1).await;
    assert_eq!(shop.status(id).await, "completed");
    let counters = shop.counters().await;
    for counter in ["created", "sent", "opened", "engaged", "completed"] {
        assert_eq!(counters[counter], 1, "{counter}");
    }

    let deleted = shop.delete(format!("/api/v1/review-requests/{id}")).await;
    assert_eq!((deleted.status.as_u16(), deleted.body.as_str()), (200, r#"{"ok":true}"#));
    let page = shop.browse(&hub).await;
    assert_eq!(page.status, 410);
    assert!(page.body.contains("This link is no longer available"));
    let again = shop.delete(format!("/api/v1/review-requests/{id}")).await;
    assert_eq!((again.status.as_u16(), again.body.as_str()), (200, r#"{"ok":true}"#));
    assert_eq!(shop.inbox().len(), 1);
}

#[tokio::test]
async fn an_expired_link_is_replaced_by_a_mailed_one() {
    let shop = Shop::new().await;
    let (id, hub) = shop.created(json!({"product_ids": [MUG, TRAY], "order_id": "A", "delay_days": 0})).await;
    shop.settle().await;
    assert_eq!(shop.inbox().len(), 1);
    shop.review(&hub, 0).await;

    shop.advance_days(91).await;
    let page = shop.browse(&hub).await;
    assert_eq!(page.status, 410);
    assert!(page.body.contains("<h1>Link Expired</h1>"), "{}", page.body);
    assert_eq!(shop.status(id).await, "expired");

    let token = crate::support::token_of(&hub);
    let answer = shop.submit("/review/hub/renew", &[("token", token)]).await;
    assert_eq!(answer.status, 200);
    assert!(!answer.body.contains("token="), "the new link is only mailed");
    shop.settle().await;
    let inbox = shop.inbox();
    assert_eq!(inbox.len(), 2);
    assert_eq!(inbox[1].to, "jane@example.com");

    let renewed = link_in(&inbox[1]);
    assert_ne!(renewed, hub);
    let page = shop.browse(&renewed).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Oak tray") && !page.body.contains("Stoneware mug"), "only what is left");
    assert_eq!(shop.browse(&hub).await.status, 410);
    shop.review(&renewed, 0).await;

    let listed = shop.get("/api/v1/review-requests").await.json();
    let of = |index: usize, name: &str| listed["requests"][index][name].clone();
    assert_eq!((of(0, "status"), of(0, "order_id")), (json!("completed"), json!("A")));
    assert_eq!((of(1, "status"), of(1, "id")), (json!("expired"), json!(id)));
}
