//! People with so much data, and a table so slow, that one run is not enough.

use small_aws::Call;

use super::person::{EMAIL, Person, found};
use super::{ERASE, EXPORT, asked, shown};
use crate::support::*;

/// The time within which every export or erasure is done.
const WITHIN: SignedDuration = SignedDuration::from_mins(10);

/// Makes each call to the table take this long. The time counts for the functions' `Timeout`.
pub fn slow_down(shop: &Shop, call: Duration) {
    shop.aws().hurry(1_000_000);
    shop.aws().set_faults(move |of: &Call| match of.service {
        Service::DynamoDb => Fault::Delay(call),
        _ => Fault::None,
    });
}

/// Requests an export or erasure, waits until it is done, and returns its receipt.
async fn done(shop: &Shop, path: &str) -> Value {
    let receipt = asked(shop, path, json!({"email": EMAIL})).await;
    let until = shop.now() + WITHIN;
    while shop.now() < until {
        shop.advance(SECOND * 10).await;
        let shown = shown(shop, &receipt).await;
        if shown["status"] == "done" {
            return shown;
        }
    }
    let queue = shop.aws().queue(local::Work::Privacy).unwrap();
    panic!("{path} is not done: {} {:?} {:?}", shown(shop, &receipt).await, queue.bodies(), shop.aws().timed_out());
}

/// The numbers of a person's requests and reviews, and the time of a call. By default, a search whose calls follow one
/// another takes longer than a function may; with `ERASED=5000` there are as many requests, and a call takes 5 ms.
fn sizes() -> (u64, u64, Duration) {
    match std::env::var("ERASED") {
        Ok(count) => {
            let count: u64 = count.parse().unwrap();
            (count, count / 10, Duration::from_millis(5))
        }
        Err(_) => (120, 12, Duration::from_millis(100)),
    }
}

#[tokio::test]
async fn a_person_with_thousands_of_requests_is_exported_and_erased_within_ten_minutes_and_barred_first() {
    let (requests, reviews, call) = sizes();
    let shop = Shop::new().await;
    for number in 0..requests {
        let (order, has_review) = (number.to_string(), number < reviews);
        let fields = json!({"email": EMAIL, "order_id": order, "product_ids": [MUG], "delay_days": 0});
        let (_, hub) = shop.created(with(fields, json!({"skip_email": !has_review}))).await;
        if has_review {
            shop.post("/beacon/charges", json!({"email": EMAIL, "amount": 900})).await.is(200);
            crate::hub::photos::upload(&shop, &hub, &crate::hub::photos::jpeg(8, 8)).await;
            shop.settle().await;
            shop.review(&hub, 0).await;
        }
    }
    slow_down(&shop, call);
    let exported = done(&shop, EXPORT).await;

    // The writes of suppressions and the reads of requests' reviews, in order.
    let seen = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&seen);
    shop.aws().set_tampering(move |_, body: &mut Value| {
        let body = body.to_string();
        let is_bar = body.contains("SET erased =");
        if is_bar || body.contains("#REV#") {
            noted.lock().unwrap().push(is_bar);
        }
    });
    let erased = done(&shop, ERASE).await;
    let seen = seen.lock().unwrap().clone();
    assert!(seen[0] && seen.contains(&false), "barred before anything is counted: {seen:?}");
    assert_eq!(shop.aws().timed_out(), [""; 0], "no run is ended by Lambda");
    for shown in [&exported, &erased] {
        let counts = &shown["counts"];
        for kind in ["reviews", "photos", "charges", "messages"] {
            assert_eq!(counts[kind], reviews, "{kind}: {shown}");
        }
        assert_eq!((&counts["requests"], &counts["customers"]), (&json!(requests), &json!(1)), "{shown}");
    }
    shop.heals();
    shop.aws().set_tampering(|_, _| {});
    assert_eq!(found(&shop, &[EMAIL, "Lovely."]).await, Default::default());
    let files: Vec<_> = shop.aws().objects();
    assert!(files.iter().all(|key| key.starts_with("erasures/")), "{files:?}");
}

/// An export's document without the parts that differ between two exports: its receipt, its time, and signed links.
async fn document(shop: &Shop) -> Value {
    let done = done(shop, EXPORT).await;
    let file = crate::hub::photos::view(shop, done["download_url"].text()).into_body();
    let mut document: Value = serde_json::from_slice(&file).unwrap();
    for name in ["receipt", "requested_at"] {
        document.as_object_mut().unwrap().remove(name).unwrap();
    }
    for photo in document["photos"].as_array_mut().unwrap() {
        photo["url"] = Value::Null;
    }
    json!({"document": document, "counts": done["counts"]})
}

#[tokio::test]
async fn an_export_of_several_runs_holds_what_one_of_a_single_run_does() {
    let shop = Shop::new().await;
    Person::live(&shop).await;
    // The reports about sent messages arrive seconds later, and would be only in the second export.
    shop.advance(MINUTE * 5).await;
    let whole = document(&shop).await;
    let files = shop.aws().objects().len();
    slow_down(&shop, Duration::from_secs(1));
    shop.aws().take_calls();
    assert_eq!(document(&shop).await, whole);
    let runs = shop.aws().calls().iter().filter(|call| call.operation == "SendMessage").count();
    assert!(runs >= 3, "{runs} runs");
    assert_eq!(shop.aws().timed_out(), [""; 0]);
    assert_eq!(shop.aws().objects().len(), files + 1, "its parts are gone");
}

/// The erasure removes the rows that the export's runs have written, and the export finds no further data.
#[tokio::test]
async fn an_export_that_an_erasure_overtakes_holds_nothing() {
    let shop = Shop::new().await;
    Person::live(&shop).await;
    let clock = shop.aws().clock().clone();
    shop.aws().set_faults(move |call: &Call| {
        if call.operation == "Query" {
            clock.set(clock.now() + SECOND * 4);
        }
        Fault::None
    });
    let export = asked(&shop, EXPORT, json!({"email": EMAIL})).await;
    // One run of the export.
    for running in shop.world.due(1).unwrap() {
        running.await.unwrap();
    }
    let parts = || shop.aws().objects().into_iter().filter(|key| key.starts_with("exports/")).count();
    assert_eq!(parts(), 1, "it goes on later");
    shop.heals();
    // Its continuation comes three minutes later.
    assert_eq!(shop.aws().queue(local::Work::Privacy).unwrap().receive(1).unwrap().len(), 1);
    done(&shop, ERASE).await;
    shop.advance(WITHIN).await;
    let shown = shown(&shop, &export).await;
    assert_eq!(shown["status"], "done", "{shown}");
    assert!(shown["counts"].object().values().all(|count| *count == 0), "{shown}");
    assert_eq!(found(&shop, &super::person::canaries()).await, Default::default());
}
