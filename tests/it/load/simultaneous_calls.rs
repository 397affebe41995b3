//! Many calls at the same time.

use crate::support::*;

/// The number of simultaneous calls: 150, or `SIMULTANEOUS`.
pub fn many() -> usize {
    std::env::var("SIMULTANEOUS").map_or(150, |many| many.parse().unwrap())
}

async fn at_once(calls: impl Iterator<Item = impl Future<Output = Reply>>) -> BTreeMap<u16, usize> {
    let mut statuses = BTreeMap::new();
    for reply in join_all(calls).await {
        *statuses.entry(reply.status.as_u16()).or_default() += 1;
    }
    statuses
}

#[tokio::test]
async fn of_many_creates_with_one_email_and_order_one_is_201() {
    let shop = Shop::new().await;
    let statuses = at_once((0..many()).map(|_| shop.create(json!({"order_id": "A"})))).await;
    assert_eq!(statuses, BTreeMap::from([(201, 1), (409, many() - 1)]));
    let rows = table(&shop.world).await;
    assert_eq!(rows.iter().filter(|row| row["SK"]["S"].text().starts_with("REQ#")).count(), 1);
}

#[tokio::test]
async fn twenty_reviews_of_one_request_are_all_saved() {
    let shop = Shop::new().await;
    let products: Vec<_> = (0..20).map(|n| format!("shopify-{n}")).collect();
    let (id, hub) = shop.created(json!({"skip_email": true, "product_ids": products})).await;
    let forms: Vec<_> = (0..20).map(|item: usize| item.to_string()).collect();
    let review = async |item: &str| shop.writes(&hub, &[("item", item), ("rating", "4"), ("text", "Lovely.")]).await;
    assert_eq!(at_once(forms.iter().map(|item| review(item))).await, BTreeMap::from([(303, 20)]));
    assert_eq!(shop.status(id).await, "completed");
}

#[tokio::test]
async fn a_suppression_that_is_lifted_meanwhile_is_put_all_the_same() {
    let shop = Shop::new().await;
    let path = "/api/v1/suppressions/jane@example.com";
    let put = || async { shop.call("PUT", path).send().await };
    let lift = || async { shop.call("DELETE", path).send().await };
    let (puts, lifts) = tokio::join!(at_once((0..20).map(|_| put())), at_once((0..20).map(|_| lift())));
    assert_eq!(puts, BTreeMap::from([(200, 20)]));
    assert!(lifts.keys().all(|status| [200, 404].contains(status)), "{lifts:?}");
}

/// DynamoDB rejects a write to an item that a transaction is changing. The functions that read queues try again in the
/// same call.
#[tokio::test]
async fn a_write_that_meets_a_transaction_is_tried_again() {
    let shop = Shop::new().await;
    let created = shop.post("/api/v1/webhooks", json!({"url": "https://hooks.example/"})).await.json();
    let path = format!("/api/v1/webhooks/{}", created["id"]);
    let id = domain::values::WebhookId::new(created["id"].number()).unwrap();
    let (store, now) = (shop.store(), shop.now());
    for round in 0..30 {
        let change = shop.patch(&path, json!({"url": format!("https://hooks.example/{round}")}));
        let notes = async {
            for _ in 0..20 {
                store.note_endpoint(&shop.tenant, id, store::webhook::Noted::Failing(now)).await.unwrap();
                store.claim_probe(&shop.tenant, id, now).await.unwrap();
            }
        };
        tokio::join!(change, notes);
    }
}
