//! A function that runs longer than its `Timeout` is ended as on Lambda, and an HTTP function may not run longer than
//! API Gateway waits.

use axum::http::Request;
use local::{VISIBILITY_S, functions, template::limits};

use crate::dialects::wix;
use crate::support::*;

/// How long API Gateway waits for a function ("Quotas for configuring and running an HTTP API").
const GATEWAY_WAITS_S: u64 = 30;
/// A client still waits for an answer that takes this long, because an attempt has three seconds.
const SLOW: Duration = Duration::from_millis(2_500);

#[test]
fn every_http_function_ends_before_api_gateway_gives_up() {
    for function in functions::http() {
        assert!(limits(&function.name()).unwrap().timeout.as_secs() < GATEWAY_WAITS_S, "{}", function.name());
    }
}

#[tokio::test]
async fn a_call_whose_function_is_ended_gets_the_gateways_answer() {
    let shop = Shop::new().await;
    shop.slows(Service::DynamoDb, SECOND * 29);
    let call = Request::post("/api/v1/review-requests/send")
        .header("authorization", format!("Bearer {}", shop.key))
        .header("content-type", "application/json")
        .body(Body::from(json!({"email": "jane@example.com"}).to_string()));
    let (head, body) = shop.world.router().oneshot(call.unwrap()).await.unwrap().into_parts();
    let body: Value = serde_json::from_slice(&body.collect().await.unwrap().to_bytes()).unwrap();
    assert_eq!((head.status.as_u16(), body), (500, json!({"message": "Internal Server Error"})));
    assert!(!head.headers.contains_key("x-request-id"), "it is not the function's answer");
    assert_eq!(shop.aws().timed_out(), ["create-request"]);
}

#[tokio::test]
async fn messages_of_a_sender_that_is_ended_come_back() {
    let (shop, id, _) = Shop::asking(json!({"delay_days": 0})).await;
    let began = shop.now();
    shop.slows(Service::Ses, SECOND * 31);
    shop.settle().await;
    shop.heals();
    assert_eq!((shop.aws().timed_out(), shop.inbox().len()), (vec!["send-request".to_owned()], 0));
    let [(visible, _)] = shop.aws().queue(Work::Sends).unwrap().waiting()[..] else { panic!("one message") };
    assert_eq!(visible, began + SignedDuration::from_secs(VISIBILITY_S));
    // Nobody knows whether the email was sent. It waits for evidence, then it is tried once more.
    shop.advance(MINUTE * 20).await;
    assert_eq!((shop.inbox().len(), shop.status(id).await.as_str()), (1, "sent"));
}

#[tokio::test]
async fn a_bulk_create_answers_in_time_while_the_table_is_slow_and_its_repetition_does_the_rest() {
    const ITEMS: usize = 50;
    let shop = Shop::new().await;
    let item = |n| wix::least(json!({"items": [{"catalogItemId": format!("item-{n}")}]}));
    let requests: Vec<_> = (0..ITEMS).map(item).collect();
    let create = async || {
        let call = shop.call("POST", wix::BULK_CREATE).json(&json!({"reviewRequests": requests}));
        let reply = call.header("idempotency-key", "all").send().await.is(200);
        reply.json()["bulkActionMetadata"]["totalSuccesses"].number()
    };
    outage(&shop, Service::DynamoDb, Fault::Delay(SLOW));
    let made = create().await;
    assert!((1..ITEMS as u64).contains(&made), "{made}");
    shop.heals();
    assert_eq!(create().await, ITEMS as u64);
    assert_eq!(wix::count(&shop, json!({})).await.json(), json!({"count": ITEMS}), "each once");
}

#[tokio::test]
async fn a_bulk_cancel_answers_in_time_while_a_service_does_not_and_its_repetition_does_the_rest() {
    for (service, fault) in [(Service::Scheduler, Fault::Hang), (Service::DynamoDb, Fault::Delay(SLOW))] {
        let shop = Shop::new().await;
        for order in 0..80 {
            shop.created(json!({"order_id": order.to_string(), "delay_days": 7})).await;
        }
        let cancel = async || wix::cancel(&shop, json!({"filter": {}})).await.status.as_u16();
        outage(&shop, service, fault);
        assert_eq!(cancel().await, 503);
        shop.heals();
        assert_eq!(cancel().await, 200);
        shop.advance_days(8).await;
        assert!(shop.inbox().is_empty());
    }
}

fn outage(shop: &Shop, service: Service, fault: Fault) {
    shop.aws().hurry(1_000);
    shop.fails(service, fault);
}
