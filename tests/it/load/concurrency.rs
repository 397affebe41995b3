//! All of an account's functions together may run a limited number of invocations at the same time. Functions that wait
//! for foreign servers must not use all of them, because then no call would be answered.

use axum::http::Request;

use crate::reviews::fetched_photos::{host::Host, ordered};
use crate::support::*;
use crate::webhooks::receiver::{Answer, Receiver};

/// A new account's quota.
const QUOTA: usize = 10;
/// Two batches of events.
const REVIEWS: usize = 20;

#[tokio::test]
async fn hosts_and_endpoints_that_hang_leave_a_new_account_to_the_calls() {
    let (shop, host) = (Shop::new().await, Host::new().await);
    let endpoint = Receiver::answering(|_| Answer::Nothing).await;
    shop.post("/api/v1/webhooks", json!({"url": endpoint.url, "events": ["review.submitted"]})).await.is(201);
    ordered(&shop, &(0..10).map(|photo| host.at(&format!("/hangs?{photo}"))).collect::<Vec<_>>()).await;
    for order in 0..REVIEWS {
        let fields = json!({"order_id": order.to_string(), "product_ids": [MUG], "skip_email": true});
        let (_, hub) = shop.created(fields).await;
        shop.review(&hub, 0).await;
    }
    shop.aws().set_concurrency(QUOTA);
    let world = shop.world.clone();
    let serving = tokio::spawn(async move { world.settle().await.unwrap() });
    endpoint.called(1).await;
    while host.asked().is_empty() {
        tokio::task::yield_now().await;
    }
    let calls = (0..QUOTA / 2).map(|_| shop.get("/api/v1/reviews"));
    for reply in join_all(calls).await {
        assert_eq!(reply.status, 200, "{}", reply.body);
    }
    assert!(!serving.is_finished(), "they still hang");
    assert_eq!(host.asked().len(), 2, "as many as the template allows");
    serving.abort();
}

#[tokio::test]
async fn throttled_messages_come_back() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true})).await;
    let key = crate::hub::photos::upload(&shop, &hub, &crate::hub::photos::jpeg(40, 20)).await;
    shop.aws().set_concurrency(0);
    shop.settle().await;
    let call = Request::get("/api/v1/reviews").header("authorization", format!("Bearer {}", shop.key));
    let refused = shop.world.router().oneshot(call.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(refused.status(), 500, "the gateway's own answer");
    assert_eq!(shop.aws().queue(Work::Photos).unwrap().waiting().len(), 1, "the poller has received it");
    shop.aws().set_concurrency(QUOTA);
    shop.advance(MINUTE * 6).await;
    assert!(!shop.aws().objects().contains(&key), "it became a photo");
}
