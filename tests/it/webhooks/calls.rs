//! The calls below `/api/v1/webhooks`: each field, bound and error.

use domain::values::Tenant;
use futures_util::future::BoxFuture;
use store::table::Outbox;
use store::webhook::delivery::DeliveryKey;

use super::WEBHOOKS;
use super::receiver::{Answer, Receiver};
use crate::support::*;

const URL: &str = "https://hooks.example/afterword";

#[tokio::test]
async fn a_new_webhook_shows_its_secret_once() {
    let shop = Shop::new().await;
    let created = shop.post(WEBHOOKS, json!({"url": URL, "events": ["review.published"]})).await.is(201).json();
    assert_eq!(
        keys(&created),
        ["created_at", "created_by", "events", "id", "include", "include_imports", "secret", "status", "url"]
    );
    has(&created, json!({"url": URL, "events": ["review.published"], "include": [], "status": "enabled"}));
    assert_eq!(created["created_at"], "2026-11-20T06:00:00Z");
    let secret = created["secret"].text();
    assert!(standardwebhooks::Webhook::new(secret).is_ok() && secret.starts_with("whsec_"));
    let mut shown = created.clone();
    shown.as_object_mut().unwrap().remove("secret");
    assert_eq!(shop.get(WEBHOOKS).await.json(), json!({"webhooks": [shown]}));
    assert_eq!(shop.get(format!("{WEBHOOKS}/{}", created["id"])).await.json(), shown);
    let everything = crate::support::table(&shop.world).await;
    assert!(!serde_json::to_string(&everything).unwrap().contains(&secret[6..20]), "the table has it sealed");
}

#[tokio::test]
async fn url_is_https_with_a_name() {
    let shop = Shop::new().await;
    let long = |length: usize| format!("https://hooks.example/{}", "a".repeat(length - 22));
    for good in [URL.to_owned(), "https://hooks.example:8443/a?b=c".to_owned(), long(2_048)] {
        assert_eq!(shop.post(WEBHOOKS, json!({"url": good})).await.status, 201, "{good}");
    }
    for bad in [
        json!(null),
        json!(7),
        json!(""),
        json!("http://hooks.example/"),
        json!("https://localhost/"),
        json!("https://127.0.0.1/"),
        json!("https://2130706433/"),
        json!("https://0x7f.0.0.1/"),
        json!("https://017700000001/"),
        json!("https://[::1]/"),
        json!("https://[::ffff:7f00:1]/"),
        json!("https://jane:secret@hooks.example/"),
        json!("ftp://hooks.example/"),
        json!(long(2_049)),
    ] {
        shop.post(WEBHOOKS, json!({"url": bad})).await.is_error(422, "invalid_url");
    }
    shop.post(WEBHOOKS, json!({})).await.is_error(422, "invalid_url");
}

#[tokio::test]
async fn events_are_of_the_closed_list() {
    let shop = Shop::new().await;
    let all = json!(words(
        "review.submitted review.updated review.published review.withheld review.replied review.deleted \
        request.scheduled request.completed request.expired request.cancelled message.sent message.delivered \
        message.failed message.skipped customer.suppressed customer.erased deliverability.held \
        deliverability.released",
    ));
    for (events, shown) in
        [(json!(null), &all), (all.clone(), &all), (json!(["review.deleted"]), &json!(["review.deleted"]))]
    {
        let reply = shop.post(WEBHOOKS, json!({"url": URL, "events": events})).await;
        assert_eq!(&reply.json()["events"], shown, "{}", reply.body);
    }
    for bad in [json!([]), json!("review.published"), json!(["review"]), json!(["webhook.test"]), json!([7])] {
        shop.post(WEBHOOKS, json!({"url": URL, "events": bad})).await.is_error(422, "invalid_events");
    }
}

#[tokio::test]
async fn include_is_review_or_nothing() {
    let shop = Shop::new().await;
    for (include, shown) in [(json!(null), json!([])), (json!([]), json!([])), (json!(["review"]), json!(["review"]))] {
        let reply = shop.post(WEBHOOKS, json!({"url": URL, "include": include})).await;
        assert_eq!(reply.json()["include"], shown, "{}", reply.body);
    }
    for bad in [json!("review"), json!(["customer"]), json!([["review"]])] {
        shop.post(WEBHOOKS, json!({"url": URL, "include": bad})).await.is_error(422, "invalid_include");
    }
}

#[tokio::test]
async fn a_shop_has_ten_webhooks_at_most_also_if_they_are_made_at_once() {
    let shop = Shop::new().await;
    let mut last = Value::Null;
    for reply in futures_util::future::join_all((0..10).map(|_| shop.post(WEBHOOKS, json!({"url": URL})))).await {
        last = reply.is(201).json()["id"].clone();
    }
    let listed = async || shop.get(WEBHOOKS).await.json()["webhooks"].list().len();
    shop.post(WEBHOOKS, json!({"url": URL})).await.is_error(409, "too_many_webhooks");
    assert_eq!(listed().await, 10);
    assert_eq!(shop.delete(format!("{WEBHOOKS}/{last}")).await.json(), json!({"ok": true}));
    shop.post(WEBHOOKS, json!({"url": URL})).await.is(201);
    assert_eq!(listed().await, 10);
}

#[tokio::test]
async fn a_change_changes_what_it_names() {
    let shop = Shop::new().await;
    let created = shop.post(WEBHOOKS, json!({"url": URL, "events": ["review.deleted"]})).await.json();
    let path = format!("{WEBHOOKS}/{}", created["id"]);
    let change = async |body: Value| shop.patch(&path, &body).await;
    let mut expected = shop.get(&path).await.json();
    for (field, value) in [
        ("url", json!("https://other.example/")),
        ("events", json!(["review.published"])),
        ("include", json!(["review"])),
        ("include", json!([])),
        ("status", json!("disabled")),
        ("status", json!("enabled")),
    ] {
        expected[field] = value.clone();
        let reply = change(json!({ field: value })).await;
        assert_eq!((reply.status.as_u16(), reply.json()), (200, expected.clone()));
        assert_eq!(shop.get(&path).await.json(), expected);
    }
    assert_eq!(change(json!({"events": null})).await.json()["events"].list().len(), 18);
    for (field, bad) in [
        ("url", json!(null)),
        ("url", json!("http://hooks.example/")),
        ("events", json!([])),
        ("include", json!(["stars"])),
        ("status", json!(null)),
        ("status", json!("paused")),
    ] {
        change(json!({ field: bad })).await.is_error(422, &format!("invalid_{field}"));
    }
}

#[tokio::test]
async fn an_unknown_event_is_not_found() {
    let shop = Shop::new().await;
    let own = shop.post(WEBHOOKS, json!({"url": URL})).await.json()["id"].to_string();
    for id in ["7", "x", own.as_str()] {
        for event in ["evt_7", "7", "evt_x"] {
            let path = format!("{WEBHOOKS}/{id}/deliveries/{event}/replay");
            shop.post(path, json!({})).await.is_error(404, "not_found");
        }
    }
}

#[tokio::test]
async fn webhooks_with_rows_need_the_scope_that_reads_them() {
    const ELSEWHERE: &str = "https://other.example/";
    let shop = Shop::new().await;
    for (sent, scope) in [
        (json!({"include": ["review"]}), domain::values::SCOPE_REVIEWS_READ),
        (json!({"events": ["review-created", "review-updated"]}), domain::values::SCOPE_REVIEWS_READ),
        (json!({"events": ["message-updated"]}), domain::values::SCOPE_CUSTOMERS_READ),
    ] {
        let less = shop.world.api_key(&shop.tenant, &[domain::values::SCOPE_WEBHOOKS]).await.unwrap();
        let enough = shop.world.api_key(&shop.tenant, &[domain::values::SCOPE_WEBHOOKS, scope]).await.unwrap();
        let call = async |key: &vault::ApiKey, method: &str, path: &str, body: &Value| {
            let key = format!("Bearer {}", key.reveal());
            shop.call(method, path).header("authorization", key).json(body).send().await
        };
        let refuses = async |method: &str, path: &str, body: &Value| {
            let refused = call(&less, method, path, body).await;
            refused.is_error(403, "forbidden");
            refused.shows([scope]);
        };
        let mut body = json!({"url": URL});
        body.as_object_mut().unwrap().extend(sent.object().clone());
        refuses("POST", WEBHOOKS, &body).await;
        let created = call(&enough, "POST", WEBHOOKS, &body).await.is(201);
        let path = format!("{WEBHOOKS}/{}", created.json()["id"]);
        let patch = async |body: Value| call(&less, "PATCH", &path, &body).await.status.as_u16();
        refuses("PATCH", &path, &json!({"url": ELSEWHERE})).await;
        assert_eq!(shop.get(&path).await.json()["url"], URL);
        for same in [json!({"status": "disabled"}), json!({"status": "enabled"}), body] {
            assert_eq!(patch(same).await, 200);
        }
        assert_eq!(patch(json!({"url": ELSEWHERE, "include": [], "events": ["review.deleted"]})).await, 200);
        refuses("PATCH", &path, &sent).await;
        call(&enough, "PATCH", &path, &sent).await.is(200);
    }
}

#[tokio::test]
async fn a_rotated_secret_works_for_24_hours_more() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    let hook = shop.hook(&receiver, json!({})).await;
    let rotated = shop.post(format!("{}/rotate", hook.path), json!({})).await;
    let body = rotated.json();
    assert_eq!((rotated.status.as_u16(), keys(&body), &body["ok"]), (200, vec!["ok", "secret"], &json!(true)));
    let new = body["secret"].text();
    assert_ne!(new, hook.secret);
    let test = async || {
        shop.post(format!("{}/test", hook.path), json!({})).await.is(202);
        shop.settle().await;
        receiver.calls().last().unwrap().clone()
    };
    let call = test().await;
    assert!(call.is_signed_with(new) && call.is_signed_with(&hook.secret));
    assert_eq!(call.header("webhook-signature").split(' ').count(), 2);
    shop.jump(DAY - SECOND);
    assert!(test().await.is_signed_with(&hook.secret));
    shop.jump(SECOND);
    let call = test().await;
    assert!(call.is_signed_with(new) && !call.is_signed_with(&hook.secret));
}

#[tokio::test]
async fn a_secret_is_rotated_three_times_in_a_day_and_each_works_on() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    let hook = shop.hook(&receiver, json!({})).await;
    let mut secrets = vec![hook.secret.clone()];
    for _ in 0..3 {
        shop.jump(HOUR);
        secrets.push(shop.post(format!("{}/rotate", hook.path), json!({})).await.json()["secret"].owned());
    }
    let working = async || {
        shop.post(format!("{}/test", hook.path), json!({})).await;
        shop.settle().await;
        let call = receiver.calls().last().unwrap().clone();
        secrets.iter().map(|secret| call.is_signed_with(secret)).collect::<Vec<_>>()
    };
    let fourth = shop.post(format!("{}/rotate", hook.path), json!({})).await;
    fourth.is_error(409, "rotated_recently");
    fourth.shows(["2026-11-21T07:00:00Z"]);
    assert_eq!(working().await, [true, true, true, true]);
    // Each secret works for 24 hours after the call that replaced it.
    shop.jump(HOUR * 22);
    assert_eq!(working().await, [false, true, true, true]);
    shop.post(format!("{}/rotate", hook.path), json!({})).await.is(200);
}

#[tokio::test]
async fn a_test_is_an_event_whatever_is_subscribed() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    let hook = shop.hook(&receiver, json!({"events": ["review.deleted"]})).await;
    let reply = shop.post(format!("{}/test", hook.path), json!({})).await;
    assert_eq!((reply.status.as_u16(), reply.json()), (202, json!({"ok": true, "count": 1})));
    shop.settle().await;
    let call = &receiver.calls()[0];
    assert!(call.is_signed_with(&hook.secret));
    assert_eq!(call.json(), json!({"type": "webhook.test", "timestamp": "2026-11-20T06:00:00Z", "data": {}}));
    shop.patch(&hook.path, json!({"status": "disabled"})).await.is(200);
    assert_eq!(shop.post(format!("{}/test", hook.path), json!({})).await.json(), json!({"ok": true, "count": 0}));
}

#[tokio::test]
async fn the_log_has_every_attempt() {
    let answer = |number| Answer::Status(if number == 0 { 500 } else { 200 });
    let (shop, receiver) = (Shop::new().await, Receiver::answering(answer).await);
    let hook = shop.hook(&receiver, json!({"events": ["review.submitted"]})).await;
    shop.reviewed("A").await;
    shop.settle().await;
    let log = async |query: &str| shop.get(format!("{}/deliveries{query}", hook.path)).await;
    let page = log("").await.json();
    assert_eq!(keys(&page), ["deliveries", "next_cursor"]);
    let delivery = &page["deliveries"][0];
    assert_eq!(keys(delivery), ["attempts", "event_id", "next_attempt_at", "status", "type"]);
    assert_eq!((&delivery["type"], &delivery["status"]), (&json!("review.submitted"), &json!("pending")));
    assert_eq!(delivery["event_id"], receiver.calls()[0].header("webhook-id"));
    let next = delivery["next_attempt_at"].text();
    assert!(("2026-11-20T06:00:04Z"..="2026-11-20T06:00:06Z").contains(&next), "{next}");
    let attempt = &delivery["attempts"][0];
    assert_eq!(keys(attempt), ["at", "error", "ms", "status_code"]);
    assert_eq!((&attempt["at"], &attempt["status_code"]), (&json!("2026-11-20T06:00:00Z"), &json!(500)));
    shop.advance(SECOND * 10).await;
    let delivery = &log("").await.json()["deliveries"][0];
    assert_eq!((&delivery["status"], &delivery["next_attempt_at"]), (&json!("delivered"), &Value::Null));
    assert_eq!(delivery["attempts"].list().len(), 2);

    shop.reviewed("B").await;
    shop.reviewed("C").await;
    let all = log("").await.json()["deliveries"].clone();
    let mut walked = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = log(&format!("?limit=1{cursor}")).await.json();
        walked.extend(page["deliveries"].list().clone());
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(json!(walked), all, "newest first, page by page");
    assert_eq!(log("?status=pending").await.json()["deliveries"].list().len(), 2);
    assert_eq!(log("?status=delivered").await.json()["deliveries"].list().len(), 1);
    assert_eq!(log("?status=failed").await.json()["deliveries"], json!([]));
    for (query, code) in [
        ("?status=lost", "invalid_status"),
        ("?limit=0", "invalid_limit"),
        ("?limit=101", "invalid_limit"),
        ("?cursor=7", "invalid_cursor"),
    ] {
        log(query).await.is_error(422, code);
    }
}

#[tokio::test]
async fn an_event_stays_in_the_log_for_30_days() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    shop.hook(&receiver, json!({"events": ["review.submitted"]})).await;
    shop.reviewed("A").await;
    shop.settle().await;
    let items = crate::support::table(&shop.world).await;
    let item = items.iter().find(|item| item["SK"]["S"].text().starts_with("WHD#")).unwrap();
    let expected = shop.now().as_second() + 30 * 86_400;
    assert_eq!(item["ttl"]["N"], expected.to_string());
    assert_eq!((item.get("due_shard"), item.get("due_at")), (None, None), "nothing is owed");
}

#[tokio::test]
async fn an_event_is_replayed_under_its_id() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    let hook = shop.hook(&receiver, json!({"events": ["review.submitted"]})).await;
    shop.reviewed("A").await;
    shop.settle().await;
    let event = shop.deliveries(&hook).await[0]["event_id"].owned();
    let reply = shop.post(&format!("{}/deliveries/{event}/replay", hook.path), json!({})).await;
    assert_eq!((reply.status.as_u16(), reply.json()), (202, json!({"ok": true, "count": 1})));
    shop.settle().await;
    let calls = receiver.calls();
    assert_eq!((calls.len(), calls[0].header("webhook-id")), (2, calls[1].header("webhook-id")));
    assert_eq!(shop.deliveries(&hook).await[0]["attempts"].list().len(), 2);
}

#[tokio::test]
async fn events_since_a_time_are_replayed() {
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    let hook = shop.hook(&receiver, json!({"events": ["review.submitted"]})).await;
    for order in ["A", "B", "C"] {
        shop.reviewed(order).await;
        shop.advance(MINUTE).await;
    }
    let replay = async |body: Value| shop.post(format!("{}/replay", hook.path), body).await;
    let reply = replay(json!({"since": "2026-11-20T06:01:00Z"})).await;
    assert_eq!((reply.status.as_u16(), reply.json()), (202, json!({"ok": true, "count": 2, "next_since": null})));
    // An event that is being delivered is not sent twice.
    assert_eq!(replay(json!({"since": "2026-11-20T06:01:00Z"})).await.json()["count"], 2);
    shop.settle().await;
    assert_eq!(receiver.calls().len(), 5);
    assert_eq!(replay(json!({"since": "2026-11-20T07:00:00Z"})).await.json()["count"], 0);
    for bad in [json!({}), json!({"since": null}), json!({"since": "yesterday"}), json!({"since": 7})] {
        replay(bad).await.is_error(422, "invalid_since");
    }
}

/// An outbox that wakes no sender.
struct Nobody;

impl Outbox for Nobody {
    fn wake<'a>(&'a self, _: &'a Tenant, _: &'a [DeliveryKey]) -> BoxFuture<'a, ()> {
        Box::pin(async {})
    }
}

/// A query of DynamoDB ends after a megabyte.
#[tokio::test]
async fn a_long_log_is_replayed_as_a_whole_and_more_than_a_thousand_events_in_parts() {
    const EVENTS: usize = 1_050;
    let (shop, receiver) = (Shop::new().await, Receiver::new().await);
    let hook = shop.hook(&receiver, json!({"events": ["review.deleted"]})).await;
    let webhook = domain::values::WebhookId::parse(hook.path.rsplit('/').next().unwrap()).unwrap();
    let (store, began) = (shop.store().with_outbox(Arc::new(Nobody)), shop.now());
    for number in 0..EVENTS {
        let at = began + SignedDuration::from_millis(i64::try_from(number).unwrap());
        let mut transaction = store.transaction(&shop.tenant);
        let event = domain::webhook::Event::test(at, 1);
        let id = event.id;
        transaction.send_event(webhook, event);
        transaction.commit().await.unwrap();
        let mut delivery = store.delivery(&shop.tenant, (webhook, id)).await.unwrap().unwrap();
        let attempt =
            domain::webhook::Attempt { at, status_code: None, error: Some("connection_broken".repeat(8)), ms: 7 };
        for _ in 0..domain::webhook::TRIES_MAX {
            delivery.record(attempt.clone(), None, 0, at);
        }
        assert!(store.save_delivery(&shop.tenant, &delivery, at).await.unwrap());
    }
    shop.jump(MINUTE);
    shop.aws().take_calls();
    let replay = async |since: &str| {
        let reply = shop.post(format!("{}/replay", hook.path), json!({"since": since})).await.is(202);
        (reply.json()["count"].number(), reply.json()["next_since"].clone())
    };
    let (count, next) = replay("2026-11-20T06:00:00Z").await;
    let queries = shop.aws().calls().iter().filter(|call| call.operation == "Query").count();
    assert!(queries > 1, "one query has a megabyte");
    assert_eq!((count, &next), (1_000, &json!("2026-11-20T06:00:00.999Z")));
    // The event at that time is being delivered.
    assert_eq!(replay(next.text()).await, (51, Value::Null));
    shop.settle().await;
    assert_eq!(receiver.calls().len(), EVENTS, "each once");
}
