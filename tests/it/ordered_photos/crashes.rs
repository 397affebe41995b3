//! Every function between a call or a file and its photos may die at any of its awaits.

use domain::Mode;
use jiff::SignedDuration;
use local::World;
use local::clock::MovableClock;
use serde_json::{Value, json};

use super::host::Host;
use super::{CONTACT, REVIEWS, media};
use crate::importing::{file, post, reviews};
use crate::support::{BASE_URL, MUG, START, Shop};

/// Where the photos come from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Wix,
    File,
}

/// A shop in a world in which functions die on request.
struct Scene {
    shop: Shop,
    host: Host,
}

impl Scene {
    async fn new() -> Self {
        let clock = MovableClock::frozen(START.parse().unwrap());
        let world = World::simulated(BASE_URL.to_owned(), clock, local::seeded_random(1)).unwrap();
        Self { shop: Shop::in_world(world, "fern", Mode::Live).await, host: Host::new().await }
    }

    /// Gives the shop a review with two photos. Who calls and gets no answer calls again.
    async fn act(&self, way: Way) {
        let urls = [self.host.photo(40), self.host.photo(60)];
        match way {
            Way::Wix => {
                let review = json!({"namespace": "stores", "entityId": MUG, "author": {"contactId": CONTACT},
                    "content": {"rating": 4, "media": media(&urls)}});
                for _ in 0..2 {
                    let call = self.shop.call("POST", REVIEWS).header("idempotency-key", "once");
                    let reply = call.json(&json!({ "review": review })).send().await;
                    if reply.status == 200 {
                        break;
                    }
                    assert_eq!(reply.status, 500, "{}", reply.body);
                }
            }
            Way::File => {
                let csv = file(&[&format!("r-1,{MUG},4,,One.,Jane,,{},,2025-03-02", urls.join(" "))]);
                assert_eq!(post(&self.shop, "format=afterword", "text/csv", &csv).await.status, 201);
            }
        }
        self.shop.advance(SignedDuration::from_mins(20)).await;
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

async fn functions_may_die(way: Way, functions: &[&str]) {
    let calm = Scene::new().await;
    let first = calm.shop.world.aws().invocations().len();
    calm.act(way).await;
    let lived = calm.shop.world.aws().invocations();
    calm.check("nobody dies").await;
    let dying = lived.iter().enumerate().skip(first).filter(|(_, run)| functions.contains(&run.function.as_str()));
    let mut crashes = 0;
    for (number, invocation) in dying {
        for at in 1..=invocation.awaits {
            let scene = Scene::new().await;
            scene.shop.world.aws().set_crashes(move |begun| (begun == number).then_some(at));
            scene.act(way).await;
            crashes += scene.shop.world.aws().invocations().iter().filter(|invocation| invocation.died).count();
            scene.check(&format!("{} dies at await {at}", invocation.function)).await;
        }
    }
    assert!(crashes > 20, "{crashes}");
}

#[tokio::test]
async fn a_crash_loses_and_leaves_no_photo_of_a_call() {
    functions_may_die(Way::Wix, &["wix-api", "take-photo"]).await;
}

#[tokio::test]
async fn a_crash_loses_and_leaves_no_photo_of_a_file() {
    functions_may_die(Way::File, &["import-reviews", "take-photo"]).await;
}
