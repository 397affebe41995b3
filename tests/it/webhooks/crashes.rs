//! Whatever dies between a review and its webhook, the webhook arrives.

use jiff::SignedDuration;
use local::World;
use local::aws::Work;
use local::clock::MovableClock;
use serde_json::json;

use super::receiver::Receiver;
use super::{Hook, ids};
use crate::support::{BASE_URL, MUG, START, Shop, token_of};

/// A shop in a world in which functions die on request, with a webhook and a hub that nobody used yet.
struct Scene {
    shop: Shop,
    receiver: Receiver,
    hook: Hook,
    hub: String,
}

impl Scene {
    async fn new() -> Self {
        let clock = MovableClock::frozen(START.parse().unwrap());
        let world = World::simulated(BASE_URL.to_owned(), clock, local::seeded_random(1)).unwrap();
        let shop = Shop::in_world(world, "fern", domain::Mode::Live).await;
        let receiver = Receiver::new().await;
        let hook = shop.hook(&receiver, json!({"events": ["review.submitted"]})).await;
        let (_, hub) = shop.created(json!({"order_id": "A", "product_ids": [MUG], "skip_email": true})).await;
        Self { shop, receiver, hook, hub }
    }

    /// The customer sends the review, again if there was no answer.
    async fn review(&self) {
        let fields =
            [("token", token_of(&self.hub)), ("item", "0"), ("rating", "5"), ("text", "Lovely."), ("display_name", "")];
        for _ in 0..2 {
            let reply = self.shop.submit("/review/hub/review", &fields).await;
            if reply.status == 303 {
                return;
            }
            assert_eq!(reply.status, 500, "{}", reply.body);
        }
        panic!("it died twice");
    }

    /// Lets an hour pass: messages come again, and reconcile looks for what is lost.
    async fn pass(&self) {
        self.shop.advance(SignedDuration::from_hours(1)).await;
    }

    /// The one event has arrived, verified, and nothing is owed.
    async fn check(&self, name: &str) {
        let calls = self.receiver.calls();
        assert_eq!(ids(&calls).len(), 1, "{name}: {} calls", calls.len());
        assert!(calls.iter().all(|call| call.is_signed_with(&self.hook.secret)), "{name}");
        let deliveries = self.shop.deliveries(&self.hook).await;
        assert_eq!((deliveries.len(), &deliveries[0]["status"]), (1, &json!("delivered")), "{name}");
    }
}

#[tokio::test]
async fn functions_may_die_at_any_await_between_a_review_and_its_webhook() {
    let calm = Scene::new().await;
    let first = calm.shop.world.aws().invocations().len();
    calm.review().await;
    calm.pass().await;
    calm.check("nobody dies").await;
    let lived = calm.shop.world.aws().invocations();
    // Reading the log is the test's own doing.
    let dying = lived.iter().enumerate().skip(first);
    let dying: Vec<_> = dying.filter(|(_, invocation)| invocation.function != "catalog-api").collect();
    let functions: Vec<_> = dying.iter().map(|(_, invocation)| invocation.function.as_str()).collect();
    assert!(functions.contains(&"hub") && functions.contains(&"deliver-webhooks"), "{functions:?}");
    let mut crashes = 0;
    for (number, invocation) in dying {
        for at in 1..=invocation.awaits {
            let scene = Scene::new().await;
            scene.shop.world.aws().set_crashes(move |begun| (begun == number).then_some(at));
            scene.review().await;
            scene.pass().await;
            let name = format!("{} dies at await {at}", invocation.function);
            crashes += scene.shop.world.aws().invocations().iter().filter(|invocation| invocation.died).count();
            scene.check(&name).await;
        }
    }
    println!("{crashes} crashes");
    assert!(crashes > 20, "{crashes}");
}

#[tokio::test]
async fn a_lost_message_only_delays_an_event() {
    let scene = Scene::new().await;
    scene.shop.world.aws().set_work_copies(Work::Webhooks, Vec::new);
    scene.review().await;
    assert_eq!(scene.shop.world.aws().work_messages(Work::Webhooks), Vec::<String>::new(), "it is lost");
    scene.shop.world.aws().set_work_copies(Work::Webhooks, || vec![SignedDuration::ZERO]);
    scene.shop.advance(SignedDuration::from_mins(8)).await;
    scene.check("the message is lost").await;
}

#[tokio::test]
async fn a_message_that_comes_twice_calls_once() {
    let scene = Scene::new().await;
    let late = SignedDuration::from_secs(40);
    scene.shop.world.aws().set_work_copies(Work::Webhooks, move || vec![SignedDuration::ZERO, late]);
    scene.review().await;
    scene.pass().await;
    assert_eq!(scene.receiver.calls().len(), 1);
    scene.check("the message comes twice").await;
}
