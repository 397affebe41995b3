//! The function that exports and erases may die at any of its awaits, and the next delivery continues.

use super::person::{EMAIL, PHONE, SHOWN, WORDS, found};
use super::{ERASE, EXPORT, asked, shown};
use crate::simulator::executor::Executor;
use crate::support::*;

/// The time for a call to the table, so that a run makes only 25 of them.
const SLOW: Duration = Duration::from_millis(600);

/// A person with data of every kind, in a world whose time the test moves.
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
            // Events stay in the outbox, because this executor supports no sockets.
            shop.aws().queue(Work::Webhooks).unwrap().set_copies(Vec::new);
            let hook = json!({"url": "http://127.0.0.1:1/", "events": ["customer.erased"]});
            shop.post("/api/v1/webhooks", hook).await.is(201);
            let customer = json!({"first_name": "Willa", "email": EMAIL, "phone": PHONE});
            let charge = json!({"email": EMAIL, "amount": 900});
            for (path, body) in [("/beacon/customers", customer), ("/beacon/charges", charge)] {
                shop.call("POST", path).header("idempotency-key", path).json(&body).send().await.is(200);
            }
            let order = json!({"status": "placed", "currency": "EUR", "buyer": {"email": EMAIL}, "lines": []});
            shop.put("/api/v1/orders/A", &order).await;
            let (_, hub) = shop
                .created(json!({"email": EMAIL, "order_id": "A", "product_ids": [MUG, TRAY], "delay_days": 0}))
                .await;
            shop.call("PUT", format!("/api/v1/suppressions/{EMAIL}")).send().await;
            (shop, hub)
        });
        let later = shop.now() + MINUTE * 5;
        executor.until(later);
        executor.run(async {
            let form = crate::hub::photos::wants(&shop, &hub, "0").await.json();
            let key = form["fields"].list().iter().find(|field| field[0] == "key").unwrap()[1].owned();
            // A simulated world has a region of its own, for which no browser signs.
            let bucket = shop.world.env().bucket().unwrap();
            bucket.put_jpeg(&key, crate::hub::photos::jpeg(8, 8).into(), 180, shop.now()).await.unwrap();
            shop.sends("draft", &hub, &[("item", "1"), ("text", "Begun"), ("display_name", "")]).await.is(303);
            shop.writes(&hub, &[("rating", "4"), ("text", WORDS), ("display_name", SHOWN)]).await.is(303);
        });
        executor.until(later + MINUTE * 5);
        Self { shop, executor, hub }
    }

    /// Requests an export or erasure, and lets invocations die. Each is named by its number after the call, and by the
    /// await at which it dies. Each call to the table takes the time `call`. Returns the number of awaits of each
    /// invocation of `privacy`.
    fn ask(
        mut self,
        path: &str,
        call: Duration,
        dies: impl Fn(usize) -> Option<u32> + Send + Sync + 'static,
    ) -> Vec<u32> {
        let Self { shop, executor, hub } = &mut self;
        let aws = shop.aws().clone();
        let receipt = executor.run(asked(shop, path, json!({"email": EMAIL})));
        aws.set_faults(move |of| if of.service == Service::DynamoDb { Fault::Delay(call) } else { Fault::None });
        let first = aws.invocations().len();
        aws.set_crashes(move |number| dies(number - first));
        executor.until(shop.now() + MINUTE * 20);
        aws.set_crashes(|_| None);
        aws.set_faults(|_| Fault::None);
        let invocations = aws.invocations();
        let of: Vec<_> = invocations[first..].iter().filter(|invocation| invocation.function == "privacy").collect();
        let status = executor.run(shown(shop, &receipt));
        assert_eq!(status["status"], "done", "{of:?}");
        assert_eq!(
            (&status["counts"]["requests"], &status["counts"]["suppressions"]),
            (&json!(1), &json!(1)),
            "{of:?}"
        );
        assert_eq!(aws.timed_out(), [""; 0], "{of:?}");
        match path {
            ERASE => Self::check_erased(shop, executor, hub),
            _ => Self::check_exported(shop),
        }
        of.iter().map(|invocation| invocation.awaits).collect()
    }

    fn check_erased(shop: &Shop, executor: &mut Executor, hub: &str) {
        let left = executor.run(found(shop, &[EMAIL, PHONE, "Willa", WORDS, SHOWN, "Begun"]));
        assert!(left.is_empty(), "{left:?}");
        assert_eq!(executor.run(shop.browse(hub)).status, 404);
        let is_event = |item: &Value| item["SK"]["S"].as_str().is_some_and(|sk| sk.starts_with("WHD#"));
        let events = executor.run(table(&shop.world)).iter().filter(|item| is_event(item)).count();
        assert_eq!(events, 1, "the customer is announced as erased, once");
        let files = shop.aws().objects();
        assert!(files.iter().all(|key| key.starts_with("erasures/")), "{files:?}");
    }

    /// One file contains everything once, and nothing else is left from the runs.
    fn check_exported(shop: &Shop) {
        let aws = shop.aws();
        let files: Vec<_> = aws.objects().into_iter().filter(|key| key.starts_with("exports/")).collect();
        let [file] = &files[..] else { panic!("{files:?}") };
        let document: Value = serde_json::from_slice(&aws.object(file).unwrap()).unwrap();
        let lists = ["customers", "requests", "reviews", "drafts", "photos", "orders", "charges", "suppressions"];
        assert_eq!(lists.map(|list| document[list].list().len()), [1; 8], "{document}");
    }
}

/// One death in this many is tried; `AWAITS=1` tries each.
fn one_in(many: usize) -> usize {
    if std::env::var_os("AWAITS").is_some() { 1 } else { many }
}

/// Lets each run die at one of this many of its awaits.
fn die(path: &'static str, call: Duration, runs: std::ops::RangeInclusive<usize>, one_in: usize) {
    let awaits = Scene::new().ask(path, call, |_| None);
    assert!(runs.contains(&awaits.len()), "{} runs", awaits.len());
    let deaths = awaits.iter().enumerate().flat_map(|(number, &awaits)| (1..=awaits).map(move |at| (number, at)));
    let mut died = 0;
    for (number, at) in deaths.step_by(one_in) {
        let runs = Scene::new().ask(path, call, move |invocation| (invocation == number).then_some(at));
        assert!(runs.len() >= awaits.len(), "{number} {at}");
        died += 1;
    }
    assert!(died > 10, "{died}");
}

#[test]
fn an_erasure_may_die_at_any_await() {
    // The main run, and the run that removes what running calls wrote.
    die(ERASE, Duration::ZERO, 2..=2, one_in(12));
}

#[test]
fn an_erasure_of_many_runs_may_die_at_any_await() {
    die(ERASE, SLOW, 3..=20, one_in(25));
}

#[test]
fn an_export_of_many_runs_may_die_at_any_await() {
    die(EXPORT, SLOW, 2..=20, one_in(12));
}

/// Each task is delivered twice, a moment apart. Two runs do the same work at the same time, and one of them saves it.
#[test]
fn runs_that_come_twice_do_the_work_once() {
    for path in [EXPORT, ERASE] {
        for late in [0, 700, 3_000] {
            let scene = Scene::new();
            let copies = vec![SignedDuration::ZERO, SignedDuration::from_millis(late)];
            scene.shop.aws().queue(Work::Privacy).unwrap().set_copies(move || copies.clone());
            let runs = scene.ask(path, SLOW, |_| None).len();
            assert!(runs <= 80, "{path} {late}: {runs} runs");
        }
    }
}
