//! The function that erases may die at any of its awaits: the next delivery goes on.

use domain::Mode;
use jiff::SignedDuration;
use local::Work;
use local::World;
use local::seeded_random;
use serde_json::{Value, json};
use small_aws::MovableClock;

use super::person::{EMAIL, PHONE, SHOWN, WORDS, found};
use super::{ERASE, asked, shown};
use crate::simulator::executor::Executor;
use crate::support::{BASE_URL, MUG, START, Shop, TRAY, table, token_of};

/// A person of every kind, in a world whose time is moved by hand.
struct Scene {
    shop: Shop,
    executor: Executor,
    hub: String,
}

impl Scene {
    fn new() -> Self {
        fastrand::seed(7);
        let clock = MovableClock::frozen(START.parse().unwrap());
        let world = World::simulated(BASE_URL.to_owned(), clock, seeded_random(7)).unwrap();
        let mut executor = Executor::new(world.clone(), 7);
        let (shop, hub) = executor.run(async move {
            let shop = Shop::in_world(world, "fern", Mode::Live).await;
            // What is announced is looked up in the outbox: this executor has no sockets.
            shop.world.aws().queue(Work::Webhooks).unwrap().set_copies(Vec::new);
            let hook = json!({"url": "http://127.0.0.1:1/", "events": ["customer.erased"]});
            assert_eq!(shop.post("/api/v1/webhooks", hook).await.status, 201);
            let customer = json!({"first_name": "Willa", "email": EMAIL, "phone": PHONE});
            let charge = json!({"email": EMAIL, "amount": 900});
            for (path, body) in [("/beacon/customers", customer), ("/beacon/charges", charge)] {
                let reply = shop.call("POST", path).header("idempotency-key", path).json(&body).send().await;
                assert_eq!(reply.status, 200, "{}", reply.body);
            }
            let order = json!({"status": "placed", "currency": "EUR", "buyer": {"email": EMAIL}, "lines": []});
            shop.call("PUT", "/api/v1/orders/A").json(&order).send().await;
            let (_, hub) = shop
                .created(json!({"email": EMAIL, "order_id": "A", "product_ids": [MUG, TRAY], "delay_days": 0}))
                .await;
            shop.call("PUT", format!("/api/v1/suppressions/{EMAIL}")).send().await;
            (shop, hub)
        });
        let later = shop.now() + SignedDuration::from_mins(5);
        executor.until(later);
        executor.run(async {
            let token = token_of(&hub);
            let wants = shop.call("POST", "/review/hub/photo").form(&[("token", token), ("item", "0")]);
            let form = wants.header("accept", "application/json").send().await.json();
            let fields = form["fields"].as_array().unwrap();
            let key = fields.iter().find(|field| field[0] == "key").unwrap()[1].as_str().unwrap().to_owned();
            // A simulated world has a region of its own, for which no browser signs.
            let bucket = shop.world.env().bucket().unwrap();
            bucket.put_jpeg(&key, crate::photos::jpeg(8, 8).into(), shop.now()).await.unwrap();
            let draft = [("token", token), ("item", "1"), ("text", "Begun"), ("display_name", "")];
            assert_eq!(shop.submit("/review/hub/draft", &draft).await.status, 303);
            let form = [("token", token), ("item", "0"), ("rating", "4"), ("text", WORDS), ("display_name", SHOWN)];
            assert_eq!(shop.submit("/review/hub/review", &form).await.status, 303);
        });
        executor.until(later + SignedDuration::from_mins(5));
        Self { shop, executor, hub }
    }

    /// Asks for the erasure and lets invocations die: the number of each after the call, and its await. How many awaits
    /// each of those of `privacy` had.
    fn erase(mut self, dies: impl Fn(usize, &str) -> Option<u32> + Send + Sync + 'static) -> Vec<u32> {
        let Self { shop, executor, hub } = &mut self;
        let aws = shop.world.aws().clone();
        let receipt = executor.run(asked(shop, ERASE, json!({"email": EMAIL})));
        let first = aws.invocations().len();
        aws.set_crashes(move |number| dies(number - first, "privacy"));
        let until = shop.now() + SignedDuration::from_mins(20);
        executor.until(until);
        aws.set_crashes(|_| None);
        let invocations = aws.invocations();
        let of: Vec<_> = invocations[first..].iter().filter(|invocation| invocation.function == "privacy").collect();
        let status = executor.run(shown(shop, &receipt));
        assert_eq!(status["status"], "done", "{of:?}");
        let left = executor.run(found(shop, &[EMAIL, PHONE, "Willa", WORDS, SHOWN, "Begun"]));
        assert!(left.is_empty(), "{left:?}");
        assert_eq!(executor.run(shop.browse(hub.as_str())).status, 404);
        let is_event = |item: &Value| item["SK"]["S"].as_str().is_some_and(|sk| sk.starts_with("WHD#"));
        let events = executor.run(table(&shop.world)).iter().filter(|item| is_event(item)).count();
        assert_eq!(events, 1, "the customer is announced as erased, once");
        let files = aws.objects();
        assert!(files.iter().all(|key| key.starts_with("erasures/")), "{files:?}");
        of.iter().map(|invocation| invocation.awaits).collect()
    }
}

/// One await in twelve; `AWAITS=1` tries each.
#[test]
fn an_erasure_may_die_at_any_await() {
    let one_in = if std::env::var_os("AWAITS").is_some() { 1 } else { 12 };
    let awaits = Scene::new().erase(|_, _| None);
    assert_eq!(awaits.len(), 2, "all, and what calls under way left behind");
    let deaths = awaits.iter().enumerate().flat_map(|(number, &awaits)| (1..=awaits).map(move |at| (number, at)));
    let mut died = 0;
    for (number, at) in deaths.step_by(one_in) {
        let runs = Scene::new().erase(move |invocation, _| (invocation == number).then_some(at));
        assert!(runs.len() >= awaits.len(), "{number} {at}");
        died += 1;
    }
    println!("{died} crashes");
    assert!(died > 10, "{died}");
}
