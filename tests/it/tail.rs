//! "What happens now?": the events of a shop, as an operator sees them one after the other.

use domain::{Hold, HoldReason};
use jiff::SignedDuration;
use serde_json::{Value, json};
use small_aws::{MailEvent, PartitionUnits};

use crate::admin::run;
use crate::mail_events::{MINUTE, asked};
use crate::support::{START, Shop};
use crate::webhooks::receiver::{Answer, Receiver};

/// The answer about the shop, of events since then.
async fn recent(shop: &Shop, since: &str) -> Value {
    let look = json!({"tenant": shop.tenant.id.as_str(), "mode": shop.tenant.mode.as_str(), "since": since});
    run(&shop.world, json!({ "recent": look })).await.unwrap()
}

fn events(answer: &Value) -> &[Value] {
    answer["events"].as_array().unwrap()
}

fn words(answer: &Value) -> Vec<&str> {
    events(answer).iter().map(|event| event["what"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn what_happens_is_listed_in_its_order_and_nothing_of_it_is_personal() {
    let shop = Shop::new().await;
    let (id, hub) = shop.created(json!({"email": "jane@example.com", "delay_days": 0})).await;
    shop.settle().await;
    shop.advance(MINUTE).await;
    shop.browse(&hub).await;
    shop.advance(MINUTE).await;
    shop.review(&hub, 0).await;
    let answer = recent(&shop, START).await;
    let expected = ["created", "sent", "delivered", "opened", "completed", "review_submitted", "review_published"];
    assert_eq!(words(&answer), expected, "{answer}");
    assert_eq!(answer["complete"], true);
    let sent = json!({"at": START, "what": "sent", "request": id, "text": "The provider accepted the email."});
    assert_eq!(events(&answer)[1], sent);
    assert_eq!(events(&answer)[2]["at"], "2026-11-20T06:00:03Z");
    assert_eq!(events(&answer)[5]["text"], "A review was submitted: 5 of 5 stars.");
    assert!(events(&answer)[5]["review"].is_u64(), "{answer}");
    for personal in ["jane", "Jane", "example.com", "Lovely"] {
        assert!(!answer.to_string().contains(personal), "{personal}: {answer}");
    }
    // Later looks begin ten minutes back, because a report may come late.
    assert_eq!(answer["next"], START);
    shop.advance(SignedDuration::from_mins(30)).await;
    let later = recent(&shop, answer["next"].as_str().unwrap()).await;
    assert_eq!((words(&later), &later["next"]), (expected.to_vec(), &json!("2026-11-20T06:22:00Z")));
    assert_eq!(words(&recent(&shop, later["next"].as_str().unwrap()).await), [""; 0]);
    assert_eq!(words(&recent(&shop, "30m30s").await), expected[4..], "how far back");

    let review = events(&answer)[5]["review"].as_u64().unwrap();
    let rejected = shop.call("PATCH", format!("/api/v1/reviews/{review}/reject")).json(&json!({"reason": "abusive"}));
    assert_eq!(rejected.send().await.status, 200);
    let changed = recent(&shop, "1m").await;
    assert_eq!(words(&changed), ["review_changed"]);
    assert_eq!(events(&changed)[0]["text"], "The review changed; it is withheld.");
}

#[tokio::test]
async fn calls_that_fail_changes_by_operators_and_holds_are_events() {
    let (shop, receiver) = (Shop::new().await, Receiver::answering(|_| Answer::Status(500)).await);
    let fern = json!({"tenant": "fern", "mode": "live"});
    shop.hook(&receiver, json!({})).await;
    asked(&shop, "jane@example.com").await;
    run(&shop.world, json!({ "pause": fern })).await.unwrap();
    let (store, since) = (shop.world.store().unwrap(), shop.now());
    let mut transaction = store.transaction(&shop.tenant);
    transaction.hold_mails(Hold { since, reason: HoldReason::Bounces }, since + SignedDuration::from_hours(24));
    transaction.commit().await.unwrap();
    let answer = recent(&shop, START).await;
    let of =
        |what: &str| events(&answer).iter().find(|event| event["what"] == what).unwrap_or_else(|| panic!("{answer}"));
    let failed = of("webhook_failed");
    assert!(failed["webhook"].is_u64(), "{failed}");
    let text = failed["text"].as_str().unwrap();
    assert!(text.starts_with("The endpoint answered 500 when it was called about `"), "{text}");
    assert_eq!(of("webhook_failing")["webhook"], failed["webhook"]);
    assert_eq!(of("operator")["text"], "An unknown operator ran `pause`.");
    assert_eq!(of("shop_held")["text"], "The shop's emails are held, because too many of its last emails bounced.");
}

#[tokio::test]
async fn a_bounce_of_a_request_that_many_others_followed_is_listed() {
    let shop = Shop::new().await;
    shop.world.aws().lose_mail_events(true);
    let old = asked(&shop, "jane@example.com").await;
    for number in 0..60 {
        shop.created(json!({"email": format!("june+{number}@example.com"), "delay_days": 0})).await;
    }
    shop.settle().await;
    shop.advance(SignedDuration::from_hours(2)).await;
    shop.world.aws().lose_mail_events(false);
    let mail = shop.inbox().into_iter().find(|mail| local::request_of(mail) == Some(old)).unwrap();
    let since = format!("{:.0}", shop.now());
    shop.world.aws().publish_mail_event(&mail, MailEvent::PermanentBounce).unwrap();
    shop.settle().await;
    shop.advance(MINUTE).await;
    let answer = recent(&shop, &since).await;
    let found: Vec<_> =
        events(&answer).iter().map(|event| (event["what"].as_str().unwrap(), &event["request"])).collect();
    assert_eq!((found, &answer["complete"]), (vec![("bounced", &json!(old))], &json!(true)), "{answer}");
    assert_eq!(recent(&shop, "3h").await["complete"], false, "60 requests are more than one look reads");
}

/// A look costs so many calls and read units at most, however much a shop has, and none of the calls is a scan.
#[tokio::test]
async fn a_look_costs_the_same_however_much_there_is() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    for _ in 0..2 {
        shop.hook(&receiver, json!({})).await;
    }
    for number in 0..120 {
        let fields = json!({"email": format!("june+{number}@example.com"), "delay_days": 0});
        let (_, hub) = shop.created(fields).await;
        if number % 2 == 0 {
            shop.review(&hub, 0).await;
        }
    }
    shop.settle().await;
    shop.advance(MINUTE).await;
    let aws = shop.world.aws();
    aws.throttle(Some(PartitionUnits::UNLIMITED));
    aws.take_calls();
    aws.take_units();
    assert_eq!(recent(&shop, START).await["complete"], false);
    let mut calls: Vec<_> = aws.take_calls().into_iter().map(|call| call.operation).collect();
    calls.sort_unstable();
    calls.dedup_by(|one, other| one == other && one == "BatchGetItem");
    let queries = calls.iter().filter(|call| *call == "Query").count();
    assert_eq!(queries, 5 + 1 + 2, "five lists, the endpoints, and the log of each: {calls:?}");
    calls.retain(|call| call != "Query" && call != "BatchGetItem");
    assert_eq!(calls, ["GetItem", "GetItem"], "the shop and its hold; no key is opened, and nothing is written");
    let units = aws.take_units().read;
    assert!((1.0..=60.0).contains(&units), "a look took {units} read units");
    println!("a look: {units} read units");
}

#[tokio::test]
async fn a_look_names_a_shop_and_goes_back_a_day_at_most() {
    let shop = Shop::new().await;
    for (look, kind, part) in [
        (json!({"tenant": "fern", "mode": "live", "since": "soon"}), "invalid", "10m"),
        (json!({"tenant": "fern", "mode": "live", "since": "2026-11-20T06:00:01Z"}), "invalid", "24 hours"),
        (json!({"tenant": "fern", "mode": "live", "since": "25h"}), "invalid", "24 hours"),
        (json!({"tenant": "fern", "mode": "live", "limit": 5}), "invalid", "limit"),
        (json!({"tenant": "moss", "mode": "live"}), "not_found", "create_shop"),
        (json!({"tenant": "fern"}), "invalid", "mode"),
    ] {
        let failure = run(&shop.world, json!({ "recent": look })).await.unwrap_err();
        assert_eq!(failure.kind(), kind, "{look}: {failure}");
        assert!(failure.to_string().contains(part), "{look}: {failure}");
    }
    let now = run(&shop.world, json!({"recent": {"tenant": "fern", "mode": "live"}})).await.unwrap();
    assert_eq!(now, json!({"events": [], "next": START, "complete": true}));
}
