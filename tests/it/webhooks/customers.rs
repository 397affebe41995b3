//! Events about customers: each with its name and its body.

use super::receiver::Receiver;
use crate::support::*;

const SUPPRESSED: &str = "customer.suppressed";

async fn watched() -> (Shop, Receiver) {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    shop.hook(&receiver, json!({"events": [SUPPRESSED]})).await;
    (shop, receiver)
}

/// A request whose email is sent immediately; returns its id and its customer's.
async fn mailed(shop: &Shop, email: &str) -> (u64, Value) {
    let (id, _) = shop.created(json!({"email": email, "delay_days": 0})).await;
    shop.advance(MINUTE * 10).await;
    let id_of = domain::values::RequestId::new(id).unwrap();
    let request = shop.store().request(&shop.tenant, id_of).await.unwrap().unwrap();
    (id, json!(request.customer.unwrap().get()))
}

#[tokio::test]
async fn customer_suppressed_after_a_bounce_or_a_complaint() {
    for (email, reason) in [("bounce@example.com", "bounced"), ("complaint@example.com", "complained")] {
        let (shop, receiver) = watched().await;
        let (id, customer) = mailed(&shop, email).await;
        assert_eq!(receiver.taken(), [SUPPRESSED]);
        assert_eq!(
            receiver.only(SUPPRESSED),
            json!({"customer_id": customer, "request_id": id, "channel": "email", "reason": reason})
        );
        let mail = shop.inbox().pop().unwrap();
        let event = match reason {
            "bounced" => small_aws::MailEvent::PermanentBounce,
            _ => small_aws::MailEvent::Complaint,
        };
        shop.aws().publish_mail_event(&mail, event).unwrap();
        shop.advance(MINUTE * 10).await;
        assert_eq!(receiver.calls().len(), 1, "a copy");
    }
}

#[tokio::test]
async fn customer_suppressed_by_unsubscribing_each_time() {
    let (shop, receiver) = watched().await;
    let (id, customer) = mailed(&shop, "jane@example.com").await;
    let link = path_of(shop.inbox().last().unwrap().headers["List-Unsubscribe"].trim_matches(['<', '>']));
    let one_click = async || {
        shop.submit(&link, &[("List-Unsubscribe", "One-Click")]).await.is(200);
        shop.settle().await;
    };
    one_click().await;
    one_click().await;
    assert_eq!(
        receiver.only(SUPPRESSED),
        json!({"customer_id": customer, "request_id": id, "channel": "email", "reason": "unsubscribed"})
    );
    let token = link.split_once("token=").unwrap().1.to_owned();
    let undo = [("token", token.as_str()), ("undo", "1")];
    shop.submit("/review/unsubscribe", &undo).await.is(200);
    one_click().await;
    assert_eq!(receiver.taken(), [SUPPRESSED, SUPPRESSED], "it was taken back in between");
    // The number of undos is limited, because the link works for ever for everybody who has it.
    for _ in 1..20 {
        shop.submit("/review/unsubscribe", &undo).await.is(200);
        one_click().await;
    }
    assert_eq!(receiver.calls().len(), 21);
    let refused = shop.submit("/review/unsubscribe", &undo).await;
    assert_eq!((refused.status.as_u16(), refused.header("retry-after")), (429, "64200"));
    refused.shows(["will not ask you"]);
    one_click().await;
    assert_eq!(receiver.calls().len(), 21, "it stayed");
    shop.advance_days(1).await;
    shop.submit("/review/unsubscribe", &undo).await.is(200);
}

#[tokio::test]
async fn customer_suppressed_by_the_shop() {
    let (shop, receiver) = watched().await;
    let (_, customer) = mailed(&shop, "jane@example.com").await;
    let put = async |address: &str| {
        let reply = shop.call("PUT", format!("/api/v1/suppressions/{address}")).send().await.is(200);
        let shown = shop.get(format!("/api/v1/suppressions/{address}")).await;
        assert_eq!(reply.json(), shown.json(), "it answers what is stored");
        shop.settle().await;
    };
    put("jane@example.com").await;
    put("jane@example.com").await;
    assert_eq!(
        receiver.only(SUPPRESSED),
        json!({"customer_id": customer, "request_id": null, "channel": "email", "reason": "manual"})
    );
    put("+491711234567").await;
    let data = receiver.calls()[1].json()["data"].clone();
    assert_eq!(data, json!({"customer_id": null, "request_id": null, "channel": "sms", "reason": "manual"}));
    assert!(!receiver.calls().iter().any(|call| call.body.contains("jane") || call.body.contains("49171")));
}

#[tokio::test]
async fn customer_erased_carries_ids_alone() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    let hook = shop.hook(&receiver, json!({"events": ["customer.erased"]})).await;
    let (_, customer) = mailed(&shop, "jane@example.com").await;
    let erase = async |email: &str| {
        let reply = shop.post("/api/v1/privacy/erase", json!({"email": email})).await.is(202);
        shop.advance(MINUTE * 10).await;
        reply.json()["receipt"].clone()
    };
    let receipt = erase("jane@example.com").await;
    assert_eq!(receiver.only("customer.erased"), json!({"customer_id": customer, "receipt": receipt}));
    erase("jane@example.com").await;
    erase("nobody@example.com").await;
    assert_eq!((receiver.calls().len(), shop.deliveries(&hook).await.len()), (1, 1), "nobody else was a customer");
}

#[tokio::test]
async fn a_shop_without_webhooks_suppresses_without_another_call() {
    let shop = Shop::new().await;
    let operations = |shop: &Shop| -> Vec<_> { shop.operations() };
    let put = async || {
        shop.suppresses("jane@example.com").await;
    };
    put().await;
    operations(&shop);
    put().await;
    assert_eq!(operations(&shop), ["GetItem", "BatchGetItem", "UpdateItem"]);
    shop.hook(&Receiver::new().await, json!({"events": ["review.published"]})).await;
    operations(&shop);
    put().await;
    assert_eq!(operations(&shop), ["GetItem", "BatchGetItem", "UpdateItem"], "nor does one that wants other events");
}
