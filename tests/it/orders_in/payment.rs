//! A review loses the mark of a verified purchase with its order, wherever a function dies.

use super::System;
use super::payloads::{at, of};
use crate::failures::death_at_each_await::{self, Life, survives, until};
use crate::support::*;

/// A reviewed order ends, by a call of a program or of a shop's system.
struct Ending {
    shop: Shop,
    /// The shop's system, if it ends the order.
    by: Option<System>,
}

impl Ending {
    async fn new(is_of_system: bool) -> Self {
        let shop = death_at_each_await::shop().await;
        let by = if is_of_system { Some(shop.connect("woocommerce", json!({})).await) } else { None };
        match &by {
            Some(woo) => woo.says("order", &of("order", "", &at(&shop, 0), json!({"status": "placed"}))).await,
            None => drop(shop.put("/api/v1/orders/723", Self::of_program("placed")).await.is(200)),
        }
        let june =
            json!({"email": "june@example.com", "order_id": "723", "product_ids": ["woo-93"], "skip_email": true});
        let (_, hub) = shop.created(june).await;
        shop.review(&hub, 0).await;
        shop.jump(SECOND);
        assert_eq!(shop.newest_review().await["verification"], "order");
        Self { shop, by }
    }

    fn of_program(status: &str) -> Value {
        let line = json!({"catalog_item_id": "woo-93", "title": "Mug", "unit_price": 2400});
        json!({"status": status, "currency": "EUR", "lines": [line]})
    }
}

impl Life for Ending {
    fn shop(&self) -> &Shop {
        &self.shop
    }

    async fn act(&self) {
        if let Some(woo) = &self.by {
            woo.says("order", &of("order", "", &at(&self.shop, 0), json!({"status": "refunded"}))).await;
            self.shop.advance(MINUTE * 20).await;
        } else {
            let refunded = Self::of_program("refunded");
            until(200, || self.shop.call("PUT", "/api/v1/orders/723").json(&refunded)).await;
        }
    }

    async fn check(&self, name: &str) {
        let review = self.shop.newest_review().await;
        assert_eq!(review["verification"], "none", "{name}");
        let history = self.shop.get(format!("/api/v1/reviews/{}/history", review["id"])).await.json();
        assert_eq!(history["history"].list().len(), 3, "{name}: once");
        // Public answers are up to a minute old.
        self.shop.jump(MINUTE);
        let trust = self.shop.reads("/trust/fern.json").await.json();
        assert_eq!(trust["verified"], json!({"order": 0, "request": 0, "claimed": 0, "none": 1}), "{name}");
        assert_eq!(self.shop.get("/api/v1/reviews/stats").await.json()["verified_reviews"], 0, "{name}");
        assert_eq!(self.shop.reads("/p/fern/woo-93.json").await.json()["reviews"][0]["verified"], false, "{name}");
    }
}

#[tokio::test]
async fn the_mark_is_lost_wherever_a_function_died() {
    for (is_of_system, function) in [(false, "shop-api"), (true, "take-orders")] {
        survives(async || Ending::new(is_of_system).await, |dies| dies == function, 5).await;
    }
}
