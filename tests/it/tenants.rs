//! Two shops never meet: every route with every id and token of the other.

use domain::Mode;
use serde_json::json;

use crate::support::{Shop, table};

#[tokio::test]
async fn another_tenants_id_is_404_as_an_unknown_one_is() {
    let shop = Shop::new().await;
    let (id, _) = shop.created(json!({"order_id": "A"})).await;
    for (other, mode) in [("moss", Mode::Live), ("fern", Mode::Test)] {
        let other = Shop::in_world(shop.world.clone(), other, mode).await;
        // A key's first call of a day is noted with the key.
        assert_eq!(other.get("/api/v1/stats").await.status, 200);
        let before = table(&shop.world).await;
        for (method, path) in [
            ("GET", "/api/v1/review-requests/{id}"),
            ("GET", "/api/v1/review-requests/{id}/timeline"),
            ("GET", "/api/v1/review-requests/{id}/messages"),
            ("POST", "/api/v1/review-requests/{id}/send"),
            ("DELETE", "/api/v1/review-requests/{id}"),
        ] {
            let mut answers = Vec::new();
            // The first call unwraps the tenant's keys.
            for id in [2, id, 1] {
                shop.world.aws().take_calls();
                let reply = other.call(method, path.replace("{id}", &id.to_string())).send().await;
                reply.is_error(404, "not_found");
                answers.push((reply.body, shop.world.aws().take_calls().len()));
            }
            assert_eq!(answers[1], answers[2], "the same body and the same work: {method} {path}");
        }
        assert_eq!(other.get("/api/v1/review-requests").await.json(), json!({"requests": []}));
        assert_eq!(table(&shop.world).await, before, "nothing was written");
        other.created(json!({"order_id": "A"})).await;
    }
    assert_eq!(shop.status(id).await, "scheduled");
}

#[tokio::test]
async fn another_tenants_order_or_product_is_404_as_an_unknown_one_is() {
    let shop = Shop::new().await;
    let order = json!({"status": "placed", "currency": "EUR", "lines": [], "buyer": {"email": "jane@example.com"}});
    let product = json!({"title": "Linen apron"});
    for (path, own, unknown, body) in
        [("/api/v1/orders", "A", "B", &order), ("/api/v1/products", "shopify-1", "shopify-2", &product)]
    {
        let own_path = format!("{path}/{own}");
        assert_eq!(shop.call("PUT", &own_path).json(body).send().await.status, 200);
        for (other, mode) in [("moss", Mode::Live), ("fern", Mode::Test)] {
            let other = Shop::in_world(shop.world.clone(), other, mode).await;
            let mut answers = Vec::new();
            // The first call unwraps the tenant's keys.
            for id in [unknown, own, unknown] {
                shop.world.aws().take_calls();
                let reply = other.get(format!("{path}/{id}")).await;
                reply.is_error(404, "not_found");
                answers.push((reply.body, shop.world.aws().take_calls().len()));
            }
            assert_eq!(answers[1], answers[2], "the same body and the same work: {path}");
            // What the other tells of the same id is its own.
            let mut others = body.clone();
            if path.ends_with("orders") {
                others["status"] = json!("cancelled");
            } else {
                others["title"] = json!("Another apron");
            }
            let before = shop.get(&own_path).await.body;
            assert_eq!(other.call("PUT", &own_path).json(&others).send().await.status, 200);
            assert_eq!(shop.get(&own_path).await.body, before);
            assert_ne!(other.get(&own_path).await.body, before);
        }
    }
}

#[tokio::test]
async fn one_shops_order_does_not_stop_another_shops_mail() {
    let shop = Shop::new().await;
    let other = Shop::in_world(shop.world.clone(), "moss", Mode::Live).await;
    let refunded = json!({"status": "refunded", "currency": "EUR", "lines": []});
    assert_eq!(other.call("PUT", "/api/v1/orders/A").json(&refunded).send().await.status, 200);
    let (id, _) = shop.created(json!({"order_id": "A", "delay_days": 0})).await;
    shop.settle().await;
    assert_eq!(shop.status(id).await, "sent");
}

#[tokio::test]
async fn one_shops_unsubscribers_still_hear_from_another() {
    let shop = Shop::new().await;
    let other = Shop::in_world(shop.world.clone(), "moss", Mode::Live).await;
    shop.created(json!({"delay_days": 0})).await;
    shop.settle().await;
    let link = crate::support::path_of(shop.inbox()[0].headers["List-Unsubscribe"].trim_matches(['<', '>']));
    shop.submit(&link, &[]).await;
    other.created(json!({"delay_days": 0})).await;
    shop.settle().await;
    assert_eq!(shop.inbox().len(), 2);
}
