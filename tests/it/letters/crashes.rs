//! Whatever dies between a decision and its letter, the letter leaves, and it leaves once.

use jiff::SignedDuration;
use serde_json::json;

use super::REVIEWS;
use crate::deaths::{self, Life};
use crate::support::Shop;

/// A review that is to be withheld and answered, in a world in which functions die on request.
struct Scene {
    shop: Shop,
    review: u64,
}

impl Scene {
    async fn new() -> Self {
        let shop = deaths::shop().await;
        let (review, _) = shop.written(json!({})).await;
        Self { shop, review }
    }
}

impl Life for Scene {
    fn shop(&self) -> &Shop {
        &self.shop
    }

    async fn act(&self) {
        let path = format!("{REVIEWS}/{}/reject", self.review);
        let call = || self.shop.call("PATCH", path.as_str()).json(&json!({"reason": "fake"}));
        deaths::until(200, call).await;
        self.shop.advance(SignedDuration::from_hours(2)).await;
    }

    async fn check(&self, name: &str) {
        assert_eq!(self.shop.letters().len(), 1, "{name}");
    }
}

#[tokio::test]
async fn a_letter_survives_a_death_at_any_await_and_leaves_once() {
    let functions = deaths::survives(Scene::new, |_| true, 10).await;
    for function in ["reviews-api", "reconcile", "send-request", "mail-events"] {
        assert!(functions.contains(function), "{functions:?}");
    }
}
