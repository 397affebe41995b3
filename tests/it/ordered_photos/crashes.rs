//! Every function between a call or a file and its photos may die at any of its awaits.

use std::pin::pin;
use std::time::Duration;

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::host::Host;
use super::{CONTACT, REVIEWS, media};
use crate::deaths::{self, Life};
use crate::importing::{file, post, reviews};
use crate::support::{MUG, Shop};

/// The ways in which photos are ordered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Wix,
    File,
}

/// A shop in a world in which functions die on request.
struct Scene {
    shop: Shop,
    host: Host,
    way: Way,
}

impl Life for Scene {
    fn shop(&self) -> &Shop {
        &self.shop
    }

    /// Gives the shop a review with two photos. Two runs of `take-photo` may wait for each other's changes: such waits end when
    /// nobody can go on.
    async fn act(&self) {
        let aws = self.shop.world.aws();
        let mut order = pin!(self.order());
        loop {
            tokio::select! {
                biased;
                () = &mut order => return,
                () = tokio::time::sleep(Duration::from_millis(100)) => {
                    if let Some(next) = aws.next_wait() {
                        aws.pass(next);
                    }
                }
            }
        }
    }

    /// One review has both photos, and nothing else is left.
    async fn check(&self, name: &str) {
        let [review] = &reviews(&self.shop).await[..] else { panic!("{name}: one review") };
        let widths: Vec<Value> =
            review["photos"].as_array().unwrap().iter().map(|photo| photo["width"].clone()).collect();
        assert_eq!(widths, [40, 60], "{name}");
        let objects = self.shop.world.aws().objects();
        assert_eq!(objects.len(), 2, "{name}: {objects:?}");
        assert!(objects.iter().all(|key| key.starts_with("photos/")), "{name}: {objects:?}");
        let are_kept = objects.iter().all(|key| self.shop.world.aws().tags(key).is_none());
        assert!(are_kept, "{name}: the bucket would delete one");
    }
}

impl Scene {
    async fn order(&self) {
        let urls = [self.host.photo(40), self.host.photo(60)];
        match self.way {
            Way::Wix => {
                let review = json!({"namespace": "stores", "entityId": MUG, "author": {"contactId": CONTACT},
                    "content": {"rating": 4, "media": media(&urls)}});
                let call = || {
                    let call = self.shop.call("POST", REVIEWS).header("idempotency-key", "once");
                    call.json(&json!({ "review": review }))
                };
                deaths::until(200, call).await;
            }
            Way::File => {
                let csv = file(&[&format!("r-1,{MUG},4,,One.,Jane,,{},,2025-03-02", urls.join(" "))]);
                assert_eq!(post(&self.shop, "format=afterword", "text/csv", &csv).await.status, 201);
            }
        }
        self.shop.advance(SignedDuration::from_mins(20)).await;
    }
}

async fn functions_may_die(way: Way, functions: &[&str]) {
    let new = async || Scene { shop: deaths::shop().await, host: Host::new().await, way };
    deaths::survives(new, |function| functions.contains(&function), 20).await;
}

#[tokio::test]
async fn a_crash_loses_and_leaves_no_photo_of_a_call() {
    functions_may_die(Way::Wix, &["wix-api", "take-photo"]).await;
}

#[tokio::test]
async fn a_crash_loses_and_leaves_no_photo_of_a_file() {
    functions_may_die(Way::File, &["import-reviews", "take-photo"]).await;
}
