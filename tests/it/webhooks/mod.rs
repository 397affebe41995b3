//! Webhooks: what is sent, to which endpoint, how often, and that nothing is lost. Every endpoint is on loopback.

mod calls;
pub mod receiver;
mod slow_endpoints;

use self::receiver::{Answer, Received, Receiver};
use crate::sending::reconcile::{calls, cost, run};
use crate::support::*;

const WEBHOOKS: &str = "/api/v1/webhooks";

pub struct Hook {
    path: String,
    secret: String,
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

fn ids(calls: &[Received]) -> BTreeSet<String> {
    let taken = calls.iter().filter(|call| matches!(call.status, Some(200..300)));
    taken.map(|call| call.header("webhook-id").to_owned()).collect()
}

#[tokio::test]
async fn a_call_is_signed_and_has_ids_alone() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    let hook = shop.hook(&receiver, json!({"events": ["review.submitted"]})).await;
    let (request, hub) = shop.created(json!({"order_id": "A", "product_ids": [MUG], "skip_email": true})).await;
    shop.review(&hub, 0).await;
    shop.settle().await;
    let [call] = &receiver.calls()[..] else { panic!("one call") };
    assert!(call.is_signed_with(&hook.secret), "{}", call.body);
    assert_eq!(call.header("content-type"), "application/json");
    assert!(call.header("webhook-id").starts_with("evt_"));
    assert_eq!(call.header("webhook-timestamp"), shop.now().as_second().to_string());
    let review = shop.newest_review().await;
    let data = json!({"review_id": review["id"], "uuid": review["uuid"], "request_id": request, "product_id": MUG,
        "status": "approved", "revision": 1});
    assert_eq!(call.json(), json!({"type": "review.submitted", "timestamp": "2026-11-20T06:00:00Z", "data": data}));
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
async fn a_redirect_and_an_endpoint_where_nobody_listens_are_failures() {
    let shop = Shop::new().await;
    let redirecting = Receiver::answering(|_| Answer::With(307, "location", "http://127.0.0.1:1/")).await;
    let mut gone = Receiver::new().await;
    "http://127.0.0.1:1/hooks".clone_into(&mut gone.url);
    let hooks = [&redirecting, &gone].map(|receiver| shop.hook(receiver, json!({"events": ["review.submitted"]})));
    let hooks = join_all(hooks).await;
    shop.reviewed("A").await;
    shop.settle().await;
    for (hook, status, error) in
        [(&hooks[0], json!(307), json!(null)), (&hooks[1], json!(null), json!("connection_failed"))]
    {
        let delivery = &shop.deliveries(hook).await[0];
        assert_eq!(delivery["status"], "pending");
        has(&delivery["attempts"][0], json!({"status_code": status, "error": error}));
    }
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
    tokio::join!(good.called(AT_ONCE), hanging.called(AT_ONCE));
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
    // One of these reads whom to tell of the new reviews.
    let mut cost = cost(EVENTS);
    *cost.entry("BatchGetItem".to_owned()).or_default() += 1;
    assert_eq!(calls(&shop), cost);
    let (one, other) = tokio::join!(run(&shop), run(&shop));
    assert_eq!((one.webhooks, other.webhooks), (0, 0), "they are on their way");
    shop.settle().await;
    assert_eq!((ids(&receiver.calls()).len(), receiver.calls().len()), (EVENTS, EVENTS));
}

#[tokio::test]
async fn reviews_by_more_good_reviews_names_have_the_lists_row() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    let hook = shop.hook(&receiver, json!({"events": ["review-created", "review-updated", "review-deleted"]})).await;
    let last = |name: &str| {
        let body = receiver.calls().iter().map(Received::json).rfind(|body| body["event"] == name).unwrap();
        assert_eq!(body["type"], body["event"]);
        body["data"].clone()
    };
    let row = async || shop.get("/beacon/reviews").await.json()["data"][0].clone();
    let id = shop.reviewed("A").await;
    shop.settle().await;
    assert_eq!([last("review-created"), last("review-updated")], [row().await, row().await]);
    assert!(receiver.calls().iter().all(|call| call.is_signed_with(&hook.secret)));
    shop.moderate(id, "PATCH", "/reject", json!({})).await;
    shop.settle().await;
    let row = row().await;
    assert_eq!((&row["is_hidden"], &last("review-updated")), (&json!(1), &row));
    shop.moderate(id, "DELETE", "", json!({})).await;
    shop.settle().await;
    let left = json!({"id": row["id"], "uuid": row["id"], "ask_id": row["ask_id"]});
    assert_eq!(last("review-deleted"), left, "its words are gone");
    assert!(shop.deliveries(&hook).await.iter().all(|delivery| delivery["type"].text().starts_with("review-")));
}
