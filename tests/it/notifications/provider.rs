//! Notifications in the queue: copies of their messages, and many at once.

use crate::sending::reconcile::{calls, cost, run};
use crate::support::*;

async fn withheld(shop: &Shop, email: &str) -> u64 {
    let (id, _) = shop.written(json!({"email": email})).await;
    shop.withhold(id, "fake").await;
    id
}

#[tokio::test]
async fn copies_of_the_queues_message_send_nothing_twice() {
    let shop = Shop::new().await;
    let id = withheld(&shop, "jane@example.com").await;
    shop.jump(MINUTE * 7);
    let reconciled = reconcile::start(&shop.world.env_of("reconcile")).unwrap();
    assert_eq!(reconcile::handle(reconciled, json!({})).await.unwrap().notifications, 1);
    let messages = shop.aws().queue(local::Work::Sends).unwrap().receive(usize::MAX).unwrap();
    let bodies: Vec<_> =
        messages.iter().map(|message| message.body.clone()).filter(|body| body.contains("letter")).collect();
    let [body] = &bodies[..] else { panic!("{bodies:?}") };
    let expected = json!({"tenant": "fern", "mode": "live", "letter": format!("withheld-{id}")});
    assert_eq!(serde_json::from_str::<Value>(body).unwrap(), expected, "ids only");
    let event = || {
        let record = |number| json!({"messageId": format!("{number}"), "body": body, "eventSource": "aws:sqs"});
        serde_json::from_value(json!({"Records": (0..10).map(record).collect::<Vec<_>>()})).unwrap()
    };
    let parts = send_request::start(&shop.world.env_of("send-request")).unwrap();
    let (one, other) =
        tokio::join!(send_request::handle(parts.clone(), event()), send_request::handle(parts.clone(), event()));
    for response in [one.unwrap(), other.unwrap(), send_request::handle(parts, event()).await.unwrap()] {
        assert!(response.batch_item_failures.is_empty(), "{response:?}");
    }
    shop.advance(DAY).await;
    assert_eq!(shop.notifications().len(), 1);
}

#[tokio::test]
async fn notifications_that_are_due_together_are_queued_ten_in_a_call() {
    const NOTIFICATIONS: usize = 25;
    let shop = Shop::new().await;
    for number in 0..NOTIFICATIONS {
        withheld(&shop, &format!("customer-{number}@example.com")).await;
    }
    // In the first minutes of an hour, a run also reads SES' quota.
    shop.jump(MINUTE * 5);
    calls(&shop);
    let report = run(&shop).await;
    assert_eq!((report.notifications, report.failed), (NOTIFICATIONS, 0));
    assert_eq!(calls(&shop), cost(NOTIFICATIONS));
    let (one, other) = tokio::join!(run(&shop), run(&shop));
    assert_eq!((one.notifications, other.notifications), (0, 0), "they wait for their sender");
    shop.settle().await;
    assert_eq!(shop.notifications().len(), NOTIFICATIONS);
}
