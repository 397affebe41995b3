//! Webhooks: what is sent, to which endpoint, how often, and that nothing is lost. Every endpoint is on loopback.

mod answers;
mod calls;
mod customers;
mod more_good_reviews;
pub mod receiver;
mod requests;
mod slow_endpoints;

use self::receiver::{Answer, Received, Receiver};
use crate::sending::reconcile::{calls, cost, run};
use crate::support::*;

const WEBHOOKS: &str = "/api/v1/webhooks";
const OF_REVIEWS: [&str; 6] =
    ["review.submitted", "review.updated", "review.published", "review.withheld", "review.replied", "review.deleted"];

pub struct Hook {
    path: String,
    secret: String,
}

impl Hook {
    pub fn path(&self) -> String {
        self.path.clone()
    }
}

impl Shop {
    pub async fn hook(&self, receiver: &Receiver, fields: Value) -> Hook {
        let mut body = json!({"url": receiver.url});
        body.as_object_mut().unwrap().extend(fields.object().clone());
        let created = self.post(WEBHOOKS, body).await.is(201).json();
        let secret = created["secret"].owned();
        Hook { path: format!("{WEBHOOKS}/{}", created["id"]), secret }
    }

    async fn reviewed(&self, order: &str) -> u64 {
        let (_, hub) = self.created(json!({"order_id": order, "product_ids": [MUG], "skip_email": true})).await;
        self.review(&hub, 0).await;
        self.get("/api/v1/reviews?limit=1").await.json()["reviews"][0]["id"].number()
    }

    async fn deliveries(&self, hook: &Hook) -> Vec<Value> {
        self.get(format!("{}/deliveries?limit=100", hook.path)).await.json()["deliveries"].list().clone()
    }

    async fn moderate(&self, review: u64, method: &str, action: &str, body: Value) {
        self.call(method, format!("/api/v1/reviews/{review}{action}")).json(&body).send().await.is(200);
    }
}

fn ids(calls: &[Received]) -> std::collections::BTreeSet<String> {
    let taken = calls.iter().filter(|call| matches!(call.status, Some(200..300)));
    taken.map(|call| call.header("webhook-id").to_owned()).collect()
}

#[tokio::test]
async fn each_thing_that_happens_to_a_review_is_an_event() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    let hook = shop.hook(&receiver, json!({"events": OF_REVIEWS})).await;
    let (request, hub) = shop.created(json!({"order_id": "A", "product_ids": [MUG], "skip_email": true})).await;
    shop.review(&hub, 0).await;
    shop.settle().await;
    let review = shop.get("/api/v1/reviews").await.json()["reviews"][0].clone();
    let id = review["id"].number();
    let edit = [("token", crate::support::token_of(&hub)), ("item", "0"), ("rating", "1"), ("text", "Broke.")];
    shop.submit("/review/hub/review", &edit).await.is(303);
    shop.settle().await;
    shop.moderate(id, "PATCH", "/reject", json!({"reason": "abusive"})).await;
    shop.moderate(id, "PUT", "/reply", json!({"text": "Sorry!"})).await;
    shop.moderate(id, "PATCH", "/approve", json!({})).await;
    shop.moderate(id, "DELETE", "", json!({})).await;
    shop.settle().await;
    let calls = receiver.calls();
    // They are sent one after the other, except events from the same change, which are sent at the same time.
    let mut types: Vec<_> = receiver.taken();
    types[..2].sort();
    types[2..4].sort();
    assert_eq!(
        types,
        words(
            "review.published review.submitted review.published review.updated review.withheld review.replied \
            review.published review.deleted",
        )
    );
    for call in &calls {
        assert!(call.is_signed_with(&hook.secret), "{}", call.body);
        assert_eq!(call.header("content-type"), "application/json");
        assert!(call.header("webhook-id").starts_with("evt_"));
        assert_eq!(call.header("webhook-timestamp"), shop.now().as_second().to_string());
        assert_eq!(keys(&call.json()), ["data", "timestamp", "type"]);
        call.body.lacks(["jane", "Lovely", "Broke", "Sorry", "rating", "abusive"]);
    }
    let first = calls.iter().find(|call| call.json()["type"] == "review.submitted").unwrap().json();
    assert_eq!(
        first,
        json!({
            "type": "review.submitted",
            "timestamp": "2026-11-20T06:00:00Z",
            "data": {
                "review_id": id, "uuid": review["uuid"], "request_id": request, "product_id": MUG,
                "status": "approved", "revision": 1,
            },
        })
    );
    let last = &calls.last().unwrap().json()["data"];
    assert_eq!((&last["cause"], &last["status"], &last["revision"]), (&json!("removed"), &json!("deleted"), &json!(6)));
}

#[tokio::test]
async fn a_review_that_its_author_withdraws_is_an_event() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    shop.hook(&receiver, json!({"events": ["review.deleted"]})).await;
    let (_, hub) = shop.created(json!({"order_id": "A", "product_ids": [MUG], "skip_email": true})).await;
    shop.review(&hub, 0).await;
    let sure = [("token", crate::support::token_of(&hub)), ("item", "0"), ("sure", "yes")];
    let reply = shop.submit("/review/hub/withdraw", &sure).await;
    assert!(reply.status.as_u16() < 400, "{}", reply.body);
    shop.settle().await;
    assert_eq!(receiver.taken(), ["review.deleted"]);
    assert_eq!(receiver.calls()[0].json()["data"]["cause"], "withdrawn");
}

#[tokio::test]
async fn include_review_adds_its_row() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    shop.hook(&receiver, json!({"include": ["review"], "events": ["review.published", "review.deleted"]})).await;
    let id = shop.reviewed("A").await;
    shop.settle().await;
    let row = shop.get(format!("/api/v1/reviews/{id}")).await.json();
    assert_eq!(receiver.calls()[0].json()["data"]["review"], row);
    shop.moderate(id, "DELETE", "", json!({})).await;
    shop.settle().await;
    assert_eq!(receiver.calls()[1].json()["data"].get("review"), None, "its words are gone");
}

#[tokio::test]
async fn only_subscribed_events_are_sent_and_none_to_a_disabled_webhook() {
    let (shop, receiver, other) = (Shop::new().await, Receiver::new().await, Receiver::new().await);
    let hook = shop.hook(&receiver, json!({"events": ["review.withheld"]})).await;
    let off = shop.hook(&other, json!({})).await;
    shop.patch(&off.path, json!({"status": "disabled"})).await.is(200);
    shop.moderate(shop.reviewed("A").await, "PATCH", "/reject", json!({})).await;
    shop.settle().await;
    assert_eq!((receiver.taken(), other.calls().len()), (vec!["review.withheld".to_owned()], 0));
    assert_eq!((shop.deliveries(&hook).await.len(), shop.deliveries(&off).await.len()), (1, 0));
    // Another shop has its own webhooks.
    let acme = shop.beside("acme").await;
    acme.moderate(acme.reviewed("A").await, "PATCH", "/reject", json!({})).await;
    acme.settle().await;
    assert_eq!(receiver.calls().len(), 1);
}

#[tokio::test]
async fn a_receiver_that_verifies_by_the_clock_takes_them() {
    let shop = Shop::in_world(crate::support::machines_world(), "fern", domain::values::Mode::Live).await;
    let receiver = Receiver::new().await;
    let hook = shop.hook(&receiver, json!({})).await;
    shop.post(format!("{}/test", hook.path), json!({})).await.is(202);
    shop.settle().await;
    let call = &receiver.calls()[0];
    let verifier = standardwebhooks::Webhook::new(&hook.secret).unwrap();
    verifier.verify(call.body.as_bytes(), &call.headers).unwrap();
    assert!(verifier.verify(call.body.replace('{', "{ ").as_bytes(), &call.headers).is_err());
}

/// The waits between tries, in seconds.
const WAITS_S: [i64; 9] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

#[tokio::test]
async fn an_endpoint_that_fails_is_tried_ten_times_then_disabled() {
    let (shop, receiver) = (Shop::new().await, Receiver::answering(|_| Answer::Status(500)).await);
    let hook = shop.hook(&receiver, json!({"events": ["review.submitted"]})).await;
    shop.reviewed("A").await;
    shop.advance_days(5).await;
    let delivery = &shop.deliveries(&hook).await[0];
    assert_eq!((&delivery["status"], &delivery["next_attempt_at"]), (&json!("failed"), &Value::Null));
    let attempts = delivery["attempts"].list();
    assert!(attempts.iter().all(|attempt| attempt["status_code"] == 500 && attempt["error"].is_null()));
    let times: Vec<Timestamp> = attempts.iter().map(|attempt| attempt["at"].text().parse().unwrap()).collect();
    let waits: Vec<_> = times.windows(2).map(|pair| pair[1].duration_since(pair[0]).as_secs()).collect();
    assert_eq!(waits.len(), WAITS_S.len());
    for (wait, expected) in waits.iter().zip(WAITS_S) {
        // One second more, because queues and the log count in whole seconds.
        assert!((expected * 9 / 10 - 1..=expected * 11 / 10 + 2).contains(wait), "{waits:?}");
    }
    assert_eq!(shop.get(&hook.path).await.json()["status"], "disabled", "it failed for three days");
    // From now on, no events are written for this endpoint.
    shop.reviewed("B").await;
    shop.settle().await;
    assert_eq!((shop.deliveries(&hook).await.len(), receiver.calls().len()), (1, 10));
}

#[tokio::test]
async fn a_success_ends_the_three_days() {
    let shop = Shop::new().await;
    // The first event fails for two days, one in between succeeds, and then all fail again.
    let receiver = Receiver::answering(|number| Answer::Status(if number == 8 { 200 } else { 500 })).await;
    let hook = shop.hook(&receiver, json!({"events": ["review.submitted"]})).await;
    shop.reviewed("A").await;
    shop.advance_days(2).await;
    assert_eq!(receiver.calls().len(), 8);
    shop.reviewed("B").await;
    shop.settle().await;
    assert_eq!(receiver.taken().len(), 1);
    shop.advance_days(2).await;
    assert_eq!(shop.get(&hook.path).await.json()["status"], "enabled", "it has not failed for three days in a row");
}

#[tokio::test]
async fn gone_disables_at_once() {
    let (shop, receiver) = (Shop::new().await, Receiver::answering(|_| Answer::Status(410)).await);
    let hook = shop.hook(&receiver, json!({"events": ["review.submitted"]})).await;
    shop.reviewed("A").await;
    shop.advance_days(1).await;
    assert_eq!(receiver.calls().len(), 1);
    assert_eq!(shop.deliveries(&hook).await[0]["status"], "failed");
    assert_eq!(shop.get(&hook.path).await.json()["status"], "disabled");
    let entry = &shop.get("/api/v1/audit").await.json()["entries"][0];
    assert_eq!((&entry["what"], &entry["by"]), (&json!("disable_webhook"), &json!("afterword")));
}

#[tokio::test]
async fn retry_after_puts_the_next_try_off() {
    let answer = |number| match number {
        0 => Answer::With(503, "retry-after", "600"),
        _ => Answer::Status(204),
    };
    let (shop, receiver) = (Shop::new().await, Receiver::answering(answer).await);
    let hook = shop.hook(&receiver, json!({"events": ["review.submitted"]})).await;
    shop.reviewed("A").await;
    shop.advance(SECOND * 590).await;
    assert_eq!(receiver.calls().len(), 1);
    shop.advance(SECOND * 15).await;
    assert_eq!(receiver.calls().len(), 2);
    assert_eq!(shop.deliveries(&hook).await[0]["status"], "delivered");
}

#[tokio::test]
async fn a_redirect_is_a_failure() {
    let shop = Shop::new().await;
    let elsewhere = Receiver::new().await;
    let receiver = Receiver::answering(|_| Answer::With(307, "location", "http://127.0.0.1:1/")).await;
    let hook = shop.hook(&receiver, json!({"events": ["review.submitted"]})).await;
    shop.reviewed("A").await;
    shop.settle().await;
    assert_eq!(elsewhere.calls().len(), 0);
    let delivery = &shop.deliveries(&hook).await[0];
    assert_eq!((&delivery["status"], &delivery["attempts"][0]["status_code"]), (&json!("pending"), &json!(307)));
}

#[tokio::test]
async fn nobody_listening_is_logged() {
    let (shop, mut gone) = (Shop::new().await, Receiver::new().await);
    "http://127.0.0.1:1/hooks".clone_into(&mut gone.url);
    let hook = shop.hook(&gone, json!({"events": ["review.submitted"]})).await;
    shop.reviewed("A").await;
    shop.settle().await;
    let attempt = &shop.deliveries(&hook).await[0]["attempts"][0];
    assert_eq!((&attempt["status_code"], &attempt["error"]), (&Value::Null, &json!("connection_failed")));
}

#[tokio::test]
async fn an_endpoint_that_hangs_delays_no_other() {
    // The number of events that the copies of `deliver-webhooks` receive at the same time.
    const AT_ONCE: usize = 20;
    let shop = Shop::new().await;
    let hanging = Receiver::answering(|_| Answer::Nothing).await;
    let good = Receiver::new().await;
    let slow = shop.hook(&hanging, json!({"events": ["review.submitted"]})).await;
    shop.hook(&good, json!({"events": ["review.submitted"]})).await;
    for order in 0..50 {
        shop.reviewed(&order.to_string()).await;
    }
    shop.aws().hurry(10);
    let (world, began) = (shop.world.clone(), shop.now());
    let serving = tokio::spawn(async move { world.settle().await.unwrap() });
    for _ in 0..500 {
        if good.calls().len() == AT_ONCE {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    assert!(!serving.is_finished(), "the endpoint still hangs");
    assert_eq!((good.calls().len(), hanging.calls().len()), (AT_ONCE, AT_ONCE));
    serving.await.unwrap();
    // An event whose call was aborted is delivered again in the slow queue. An endpoint that is known to fail gets one
    // event a minute.
    let took = shop.now().duration_since(began);
    assert!(took < MINUTE, "{took:#}");
    assert_eq!(ids(&good.calls()).len(), 50);
    assert_eq!(hanging.calls().len(), 2 * AT_ONCE + 1);
    let deliveries = shop.deliveries(&slow).await;
    assert_eq!(deliveries.len(), 50);
    for delivery in deliveries {
        assert_eq!(delivery["status"], "pending");
        for attempt in delivery["attempts"].list() {
            assert_eq!(attempt["error"], "timeout");
            assert!((15_000..20_000).contains(&attempt["ms"].number()), "{attempt}");
        }
    }
}

/// `WEBHOOK_EVENTS` events, 40 by default, to an endpoint that fails nine times of ten.
#[tokio::test]
async fn everything_reaches_an_endpoint_that_fails_nine_times_of_ten() {
    let events = std::env::var("WEBHOOK_EVENTS").map_or(40, |events| events.parse().unwrap());
    let shop = Shop::new().await;
    let receiver = Receiver::answering(|number| Answer::Status(if number % 10 == 9 { 200 } else { 500 })).await;
    let hook = shop.hook(&receiver, json!({"events": ["review.submitted"]})).await;
    for order in 0..events {
        let fields = json!({"order_id": order.to_string(), "product_ids": [MUG], "skip_email": true});
        let (_, hub) = shop.created(fields).await;
        shop.review(&hub, 0).await;
    }
    // A receiver that fails so often is disabled after three days. Failed events are then sent again.
    let mut rounds = 0;
    while ids(&receiver.calls()).len() < events {
        shop.advance_days(4).await;
        rounds += 1;
        assert!(rounds < 10, "{} of {events}", ids(&receiver.calls()).len());
        let failed = shop.get(format!("{}/deliveries?status=failed&limit=1", hook.path)).await.json();
        if failed["deliveries"] != json!([]) {
            shop.patch(&hook.path, json!({"status": "enabled"})).await.is(200);
            replay_failed(&shop, &hook).await;
        }
    }
    let calls = receiver.calls();
    println!("{events} events, {} calls, {rounds} rounds of four days", calls.len());
    assert!(calls.iter().all(|call| call.is_signed_with(&hook.secret)));
    assert_eq!(calls.iter().filter(|call| call.status == Some(200)).count(), events, "each is taken once");
}

#[tokio::test]
async fn lost_deliveries_are_queued_ten_in_a_call() {
    const EVENTS: usize = 25;
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    shop.hook(&receiver, json!({"events": ["review.submitted"]})).await;
    for number in 0..EVENTS {
        shop.reviewed(&number.to_string()).await;
    }
    let aws = shop.aws();
    for message in aws.queue(Work::Webhooks).unwrap().receive(usize::MAX).unwrap() {
        aws.queue(Work::Webhooks).unwrap().finish(&message.id).unwrap();
    }
    shop.jump(MINUTE * 3);
    calls(&shop);
    let report = run(&shop).await;
    assert_eq!((report.webhooks, report.failed), (EVENTS, 0));
    assert_eq!(calls(&shop), cost(EVENTS));
    let (one, other) = tokio::join!(run(&shop), run(&shop));
    assert_eq!((one.webhooks, other.webhooks), (0, 0), "they are on their way");
    shop.settle().await;
    assert_eq!((ids(&receiver.calls()).len(), receiver.calls().len()), (EVENTS, EVENTS));
}

async fn replay_failed(shop: &Shop, hook: &Hook) {
    let mut cursor = String::new();
    let mut failed = Vec::new();
    loop {
        let page = shop.get(format!("{}/deliveries?status=failed&limit=100{cursor}", hook.path)).await.json();
        failed.extend(page["deliveries"].list().iter().map(|delivery| delivery["event_id"].clone()));
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    for event in failed {
        let path = format!("{}/deliveries/{}/replay", hook.path, event.text());
        assert_eq!(shop.post(path, json!({})).await.json(), json!({"ok": true, "count": 1}));
    }
}
