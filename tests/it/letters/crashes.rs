//! Whatever dies between a decision and its letter, the letter leaves, and it leaves once.

use domain::Mode;
use jiff::SignedDuration;
use local::World;
use local::clock::MovableClock;
use serde_json::json;

use super::REVIEWS;
use crate::support::{BASE_URL, START, Shop};

/// A review that is to be withheld and answered, in a world in which functions die on request.
struct Scene {
    shop: Shop,
    review: u64,
}

impl Scene {
    async fn new() -> Self {
        let clock = MovableClock::frozen(START.parse().unwrap());
        let world = World::simulated(BASE_URL.to_owned(), clock, local::seeded_random(1)).unwrap();
        let shop = Shop::in_world(world, "fern", Mode::Live).await;
        let (review, _) = shop.written(json!({})).await;
        Self { shop, review }
    }

    /// The shop calls again if it gets no answer.
    async fn act(&self) {
        for _ in 0..2 {
            let path = format!("{REVIEWS}/{}/reject", self.review);
            let reply = self.shop.call("PATCH", path).json(&json!({"reason": "fake"})).send().await;
            if reply.status == 200 {
                return;
            }
            assert_eq!(reply.status, 500, "{}", reply.body);
        }
        panic!("it died twice");
    }

    async fn check(&self, name: &str) {
        self.shop.advance(SignedDuration::from_hours(2)).await;
        assert_eq!(self.shop.letters().len(), 1, "{name}");
    }
}

#[tokio::test]
async fn a_letter_survives_a_death_at_any_await_and_leaves_once() {
    let calm = Scene::new().await;
    let first = calm.shop.world.aws().invocations().len();
    calm.act().await;
    calm.check("nobody dies").await;
    let lived = calm.shop.world.aws().invocations();
    let functions: Vec<_> = lived[first..].iter().map(|invocation| invocation.function.as_str()).collect();
    for function in ["reviews-api", "reconcile", "send-request", "mail-events"] {
        assert!(functions.contains(&function), "{functions:?}");
    }
    let mut crashes = 0;
    for (number, invocation) in lived.iter().enumerate().skip(first) {
        for at in 1..=invocation.awaits {
            let scene = Scene::new().await;
            scene.shop.world.aws().set_crashes(move |begun| (begun == number).then_some(at));
            scene.act().await;
            scene.check(&format!("{} dies at await {at}", invocation.function)).await;
            crashes += scene.shop.world.aws().invocations().iter().filter(|invocation| invocation.died).count();
        }
    }
    assert!(crashes > 10, "{crashes}");
}
