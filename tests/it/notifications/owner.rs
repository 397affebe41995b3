//! The owner's address, and the notification about a webhook that is disabled.

use super::{html, text};
use crate::support::*;
use crate::webhooks::receiver::{Answer, Receiver};

const OWNER: &str = "owner@fern-and-oak.example";
const SETTINGS: &str = "/api/v1/settings";

impl Shop {
    pub async fn owned_by(&self, email: Value) {
        let reply = self.put(SETTINGS, json!({"owner_email": email})).await;
        assert_eq!((reply.status.as_u16(), &reply.json()["owner_email"]), (200, &email), "{}", reply.body);
    }
}

/// A shop with one event and a webhook whose endpoint answers with this status.
async fn with_webhook(status: u16) -> (Shop, u64, Receiver) {
    let (shop, receiver) = (Shop::new().await, Receiver::answering(move |_| Answer::Status(status)).await);
    let hook = shop.post("/api/v1/webhooks", json!({"url": receiver.url, "events": ["review.published"]})).await;
    assert_eq!(hook.status, 201, "{}", hook.body);
    let id = hook.json()["id"].number();
    (shop, id, receiver)
}

#[tokio::test]
async fn owner_email_is_a_setting_that_nobody_else_sees() {
    let shop = Shop::new().await;
    assert_eq!(shop.get(SETTINGS).await.json()["owner_email"], Value::Null);
    shop.owned_by(json!(OWNER)).await;
    let kept = shop.put(SETTINGS, json!({"shop_name": "Fern"})).await;
    assert_eq!(kept.json()["owner_email"], OWNER, "an omitted field keeps its value");
    for bad in [json!(""), json!("owner"), json!("a@b"), json!("a@b.example, c@d.example"), json!(7)] {
        shop.put(SETTINGS, json!({"owner_email": bad})).await.is_error(422, "invalid_owner_email");
    }
    let (_, hub) = shop.written(json!({})).await;
    for path in [hub.as_str(), "/p/fern/shopify-7125386199075.html", "/trust/fern", "/trust/fern.json"] {
        assert!(!shop.browse(path).await.body.contains("owner@"), "{path}");
    }
    assert!(!serde_json::to_string(&table(&shop.world).await).unwrap().contains("owner@"), "it is sealed");
    shop.owned_by(Value::Null).await;
}

#[tokio::test]
async fn the_owner_is_emailed_once_when_a_webhook_has_failed_for_three_days() {
    let (shop, id, receiver) = with_webhook(500).await;
    shop.owned_by(json!(OWNER)).await;
    shop.put(SETTINGS, json!({"reply_to": "help@fern.example"})).await;
    shop.written(json!({})).await;
    shop.advance_days(2).await;
    shop.written(json!({"order_id": "B"})).await;
    shop.advance_days(4).await;
    let [mail] = &shop.notifications()[..] else { panic!("{:?}", shop.notifications()) };
    assert_eq!((mail.to.as_str(), mail.subject.as_str()), (OWNER, "A webhook of Fern & Oak is switched off"));
    assert!(!mail.headers.contains_key("Reply-To"), "nobody answers themselves");
    let page = format!("to=%2Fconsole%2Fwebhooks%2F{id}");
    for part in [text(mail), &html(mail)] {
        for fact in ["since 20 November 2026", &receiver.url, "switch the webhook on again", &page] {
            assert!(part.contains(fact), "{fact} is missing in {part}");
        }
    }
    assert!(mail.headers.keys().all(|name| !name.starts_with("List-")), "{:?}", mail.headers);
    assert_eq!(shop.get(format!("/api/v1/webhooks/{id}")).await.json()["status"], "disabled");
}

#[tokio::test]
async fn the_owner_is_emailed_of_a_webhook_that_is_gone_at_once_and_in_their_language() {
    let (shop, _, receiver) = with_webhook(410).await;
    shop.owned_by(json!(OWNER)).await;
    shop.put(SETTINGS, json!({"language": "de"})).await.is(200);
    shop.written(json!({})).await;
    shop.written(json!({"order_id": "B"})).await;
    shop.advance_days(1).await;
    let [mail] = &shop.notifications()[..] else { panic!("{:?}", shop.notifications()) };
    assert!(text(mail).contains("(410)") && text(mail).contains(&receiver.url), "{}", text(mail));
    assert!(text(mail).starts_with("Ein Webhook ist abgeschaltet\n"), "{}", text(mail));
}

#[tokio::test]
async fn without_an_address_or_once_it_is_enabled_again_there_is_no_notification() {
    let (shop, id, _receiver) = with_webhook(410).await;
    shop.written(json!({})).await;
    shop.later().await;
    assert_eq!(shop.notifications().len(), 0, "no address");
    shop.owned_by(json!(OWNER)).await;
    shop.later().await;
    assert_eq!(shop.notifications().len(), 0, "nothing waits for an address");
    let enable = json!({"status": "enabled"});
    shop.patch(format!("/api/v1/webhooks/{id}"), &enable).await.is(200);
    shop.written(json!({"order_id": "B", "product_ids": [MUG]})).await;
    shop.settle().await;
    assert_eq!(shop.get(format!("/api/v1/webhooks/{id}")).await.json()["status"], "disabled");
    shop.patch(format!("/api/v1/webhooks/{id}"), &enable).await.is(200);
    shop.later().await;
    assert_eq!(shop.notifications().len(), 0, "somebody was faster");
    shop.patch(format!("/api/v1/webhooks/{id}"), json!({"status": "disabled"})).await.is(200);
    shop.later().await;
    assert_eq!(shop.notifications().len(), 0, "the shop did it itself");
}
