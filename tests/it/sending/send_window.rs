//! The shop's send window: first messages and reminders are sent inside it, and `scheduled_at` says when.

use crate::support::*;

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// A shop whose window is from nine to six in Berlin. It is 07:01 there, on Friday, 20 November 2026.
async fn nine_to_six() -> Shop {
    let shop = Shop::new().await;
    set(&shop, json!({"from": "09:00", "to": "18:00", "time_zone": "Europe/Berlin"})).await;
    shop
}

/// Sets the window, and waits a minute until functions that create requests read it.
async fn set(shop: &Shop, window: Value) {
    shop.sets(json!({"send_window": window})).await;
    shop.jump(MINUTE);
}

/// Moves the clock to a time. Nothing happens, because the queue is down.
fn sleep_until(shop: &Shop, at: &str) {
    shop.jump(at.parse::<Timestamp>().unwrap().duration_since(shop.now()));
}

async fn request(shop: &Shop, id: u64) -> Value {
    shop.get(format!("/api/v1/review-requests/{id}")).await.json()
}

/// The details of the entries `deferred` and `skipped` in the timeline.
async fn reasons(shop: &Shop, id: u64) -> Vec<(String, String)> {
    let timeline = shop.get(format!("/api/v1/review-requests/{id}/timeline")).await.json();
    let entries = timeline["timeline"].list().iter();
    let of = |entry: &Value, field: &str| entry[field].as_str().unwrap_or_default().to_owned();
    let reasons = entries.filter(|entry| ["deferred", "skipped"].contains(&entry["what"].text()));
    reasons.map(|entry| (of(entry, "what"), of(entry, "detail"))).collect()
}

fn pair(what: &str, detail: &str) -> (String, String) {
    (what.to_owned(), detail.to_owned())
}

async fn create(shop: &Shop, fields: Value) -> (u64, Value) {
    let reply: Reply = shop.create(fields).await;
    assert_eq!(reply.status, 201, "{}", reply.body);
    let body = reply.json();
    (body["request_id"].number(), body["scheduled_at"].clone())
}

#[tokio::test]
async fn a_request_is_answered_with_the_instant_at_which_its_message_leaves() {
    let shop = nine_to_six().await;
    for (fields, scheduled_at) in [
        (json!({"delay_days": 0}), "2026-11-20T08:00:00Z"),
        (json!({"delay_days": 0, "time_zone": "America/New_York"}), "2026-11-20T14:00:00Z"),
        (json!({"delay_days": 0, "time_zone": "Pacific/Kiritimati"}), "2026-11-20T19:00:00Z"),
        (json!({"delay_days": 0, "time_zone": "asia/kathmandu"}), "2026-11-20T06:01:00Z"),
        (json!({"delay_days": 1, "time_zone": null}), "2026-11-21T08:00:00Z"),
        (json!({"delay_days": 89, "time_zone": "Pacific/Niue"}), "2027-02-17T20:00:00Z"),
    ] {
        let (id, answered) = create(&shop, fields.clone()).await;
        let shown = request(&shop, id).await;
        assert_eq!((&answered, &shown["scheduled_at"]), (&json!(scheduled_at), &json!(scheduled_at)), "{fields}");
    }
    shop.until("2026-11-22T00:00:00Z").await;
    let expected = words(
        "2026-11-20T06:01:00Z 2026-11-20T08:00:00Z 2026-11-20T14:00:00Z 2026-11-20T19:00:00Z 2026-11-21T08:00:00Z",
    );
    assert_eq!(shop.left_at(), expected);
}

#[tokio::test]
async fn a_requests_time_zone_is_shown_and_a_wrong_one_refused() {
    let (shop, id, _) = Shop::asking(json!({"time_zone": "america/new_york"})).await;
    assert_eq!(request(&shop, id).await["time_zone"], "America/New_York");
    for none in [json!({}), json!({"time_zone": " "})] {
        let (id, _) = shop.created(none).await;
        assert_eq!(request(&shop, id).await["time_zone"], Value::Null);
    }
    for bad in [json!("Berlin"), json!("+01:00"), json!("Etc/Unknown"), json!(1), json!("a".repeat(65))] {
        shop.create(json!({"time_zone": bad})).await.is_error(422, "invalid_time_zone");
    }
}

#[tokio::test]
async fn every_dialects_messages_and_reminders_wait() {
    let shop = Shop::new().await;
    // In Kiritimati it is 20:01, so this Friday's window is over.
    set(&shop, json!({"from": "09:00", "to": "10:00", "days": ["friday"], "time_zone": "Pacific/Kiritimati"})).await;
    shop.post("/beacon/customers", json!({"first_name": "June", "email": "june@example.com"})).await;
    let ask = shop.post("/beacon/asks", json!({"email": "june@example.com", "reminders_count": 2})).await.json();
    let friday: Timestamp = "2026-11-26T19:00:00Z".parse().unwrap();
    assert_eq!(ask["data"]["scheduled_at"], friday.as_second(), "{ask}");
    shop.post("/api/v1/invitations", json!({"email": "jo@example.com", "name": "Jo"})).await.is(200);
    shop.until("2026-11-26T18:59:59Z").await;
    assert!(shop.inbox().is_empty());
    shop.until("2027-01-31T00:00:00Z").await;
    // The reminder for the 3rd day is sent on the following Friday, and the reminder for the 7th day keeps its distance
    // from it.
    let expected = ["2026-11-26T19:00:00Z", "2026-11-26T19:00:00Z", "2026-12-03T19:00:00Z", "2026-12-10T19:00:00Z"];
    assert_eq!(shop.left_at(), expected);
}

#[tokio::test]
async fn a_late_message_waits_for_the_opening_and_says_so() {
    let shop = nine_to_six().await;
    sleep_until(&shop, "2026-11-20T16:30:00Z");
    let (id, scheduled_at) = create(&shop, json!({"delay_days": 0})).await;
    assert_eq!(scheduled_at, "2026-11-20T16:30:00Z");
    sleep_until(&shop, "2026-11-20T19:00:00Z");
    shop.settle().await;
    assert!(shop.inbox().is_empty());
    assert_eq!(reasons(&shop, id).await, [pair("deferred", "send_window until 2026-11-21T08:00:00Z")]);
    let shown = request(&shop, id).await;
    assert_eq!((&shown["scheduled_at"], &shown["status"]), (&json!("2026-11-21T08:00:00Z"), &json!("scheduled")));
    shop.until("2026-11-21T07:59:59Z").await;
    assert!(shop.inbox().is_empty());
    shop.until("2026-11-21T12:00:00Z").await;
    assert_eq!(shop.left_at(), ["2026-11-21T08:00:00Z"]);
    assert_eq!(reasons(&shop, id).await.len(), 1, "it waited once");
}

#[tokio::test]
async fn a_message_that_waits_for_the_opening_needs_no_schedule() {
    let shop = nine_to_six().await;
    sleep_until(&shop, "2026-11-20T16:30:00Z");
    create(&shop, json!({"delay_days": 0})).await;
    sleep_until(&shop, "2026-11-20T19:00:00Z");
    shop.fails(Service::Scheduler, Fault::Throttle);
    shop.until("2026-11-21T08:30:00Z").await;
    assert_eq!(shop.inbox().len(), 1);
    assert!(shop.aws().queue(local::Work::Sends).unwrap().dead().is_empty());
}

#[tokio::test]
async fn a_message_that_is_throttled_until_the_window_closes_leaves_when_it_opens() {
    let shop = nine_to_six().await;
    sleep_until(&shop, "2026-11-20T16:59:30Z");
    let (id, _) = create(&shop, json!({"delay_days": 0})).await;
    shop.fails(Service::Ses, Fault::Throttle);
    shop.until("2026-11-20T17:30:00Z").await;
    shop.heals();
    shop.until("2026-11-21T07:59:00Z").await;
    assert!(shop.inbox().is_empty());
    assert_eq!(request(&shop, id).await["scheduled_at"], "2026-11-21T08:00:00Z");
    shop.until("2026-11-21T08:30:00Z").await;
    let left = &shop.left_at()[..];
    assert!(matches!(left, [at] if at.starts_with("2026-11-21T08:")), "{left:?}");
}

#[tokio::test]
async fn a_second_try_after_a_lost_answer_waits_too() {
    let shop = nine_to_six().await;
    sleep_until(&shop, "2026-11-20T16:55:00Z");
    shop.fails(Service::Ses, Fault::LoseRequest);
    let (id, _) = create(&shop, json!({"delay_days": 0})).await;
    shop.until("2026-11-20T16:56:00Z").await;
    shop.heals();
    shop.until("2026-11-21T07:59:00Z").await;
    assert!(shop.inbox().is_empty());
    assert_eq!(reasons(&shop, id).await, [pair("deferred", "send_window until 2026-11-21T08:00:00Z")]);
    shop.until("2026-11-21T09:00:00Z").await;
    assert_eq!((shop.inbox().len(), shop.status(id).await.as_str()), (1, "sent"));
}

#[tokio::test]
async fn a_scheduled_time_stays_when_the_window_changes() {
    let shop = nine_to_six().await;
    let (early, _) = create(&shop, json!({"delay_days": 0})).await;
    set(&shop, json!({"from": "12:00", "to": "13:00", "time_zone": "Europe/Berlin"})).await;
    let (later, scheduled_at) = create(&shop, json!({"delay_days": 0})).await;
    assert_eq!(scheduled_at, "2026-11-20T11:00:00Z");
    shop.until("2026-11-20T12:00:00Z").await;
    assert_eq!(shop.left_at(), ["2026-11-20T08:00:00Z", "2026-11-20T11:00:00Z"]);
    for id in [early, later] {
        assert_eq!(reasons(&shop, id).await, []);
    }
    set(&shop, Value::Null).await;
    let (_, scheduled_at) = create(&shop, json!({"delay_days": 0})).await;
    assert_eq!(scheduled_at, "2026-11-20T12:01:00Z");
}

#[tokio::test]
async fn messages_sent_by_hand_leave_outside_the_window() {
    let shop = nine_to_six().await;
    let (id, hub) = shop.created(json!({"product_ids": [MUG]})).await;
    let reply = shop.post(format!("/api/v1/review-requests/{id}/send"), json!({})).await;
    assert_eq!(reply.json()["scheduled_at"], "2026-11-20T06:01:00Z");
    shop.settle().await;
    assert_eq!(shop.left_at(), ["2026-11-20T06:01:00Z"]);
    let (manual, _) = shop.created(json!({"skip_email": true})).await;
    shop.post(format!("/api/v1/review-requests/{manual}/send"), json!({})).await;
    // It is late, but does not wait until the morning.
    sleep_until(&shop, "2026-11-20T19:00:00Z");
    shop.settle().await;
    assert_eq!(shop.inbox().len(), 2);
    // The same is true for the link that a customer requests at night.
    shop.advance_days(90).await;
    shop.submit("/review/hub/renew", &[("token", token_of(&hub))]).await.is(200);
    shop.settle().await;
    assert_eq!(shop.inbox().len(), 3);
    shop.browse(link_in(&shop.inbox()[2])).await.is(200);
}

#[tokio::test]
async fn an_invitation_for_a_manual_request_waits_as_any_other() {
    let shop = nine_to_six().await;
    let (id, _) = shop.created(json!({"skip_email": true, "order_id": "A"})).await;
    let invitation = json!({"email": "jane@example.com", "name": "Jane", "order_ref": "A"});
    shop.post("/api/v1/invitations", invitation).await.is(200);
    assert_eq!(request(&shop, id).await["scheduled_at"], "2026-11-20T08:00:00Z");
    shop.until("2026-11-20T09:00:00Z").await;
    assert_eq!(shop.left_at(), ["2026-11-20T08:00:00Z"]);
}

#[tokio::test]
async fn a_postponed_request_asks_again_when_the_window_is_open() {
    let shop = nine_to_six().await;
    let (id, hub) = shop.created(json!({"delay_days": 0})).await;
    shop.until("2026-11-20T20:00:00Z").await;
    let page = shop.submit("/review/hub/postpone", &[("token", token_of(&hub))]).await;
    page.shows(["We will ask you again on 28 November 2026."]);
    shop.until("2026-12-01T00:00:00Z").await;
    assert_eq!(shop.left_at(), ["2026-11-20T08:00:00Z", "2026-11-28T08:00:00Z"]);
    assert_eq!(reasons(&shop, id).await, []);
}

#[tokio::test]
async fn the_page_names_the_customers_own_day() {
    let shop = nine_to_six().await;
    let (_, hub) = shop.created(json!({"delay_days": 0, "time_zone": "Pacific/Kiritimati"})).await;
    shop.until("2026-11-20T20:00:00Z").await;
    assert_eq!(shop.left_at(), ["2026-11-20T19:00:00Z"]);
    let page = shop.submit("/review/hub/postpone", &[("token", token_of(&hub))]).await;
    // A week later it is 10:00 in Kiritimati, on the day after UTC's.
    page.shows(["We will ask you again on 28 November 2026."]);
    shop.until("2026-11-27T21:00:00Z").await;
    assert_eq!(shop.left_at()[1..], ["2026-11-27T20:00:00Z"]);
}

#[tokio::test]
async fn a_window_that_stays_closed_until_the_links_end_stops_the_message() {
    let shop = Shop::new().await;
    set(&shop, json!({"from": "09:00", "to": "10:00", "days": ["friday"], "time_zone": "UTC"})).await;
    shop.create(json!({"delay_days": 89, "order_id": "A"})).await.is_error(422, "invalid_delay_days");
    set(&shop, json!({"from": "09:00", "to": "10:00", "days": ["wednesday"], "time_zone": "UTC"})).await;
    let (id, scheduled_at) = create(&shop, json!({"delay_days": 85, "order_id": "A"})).await;
    assert_eq!(scheduled_at, "2027-02-17T09:00:00Z");
    sleep_until(&shop, "2027-02-17T10:00:00Z");
    shop.settle().await;
    assert_eq!(reasons(&shop, id).await, [pair("skipped", "send_window")]);
    assert_eq!((shop.status(id).await.as_str(), shop.counters().await["failed"]), ("failed", 1));
    assert!(shop.inbox().is_empty());
    // The shop may ask again.
    shop.created(json!({"delay_days": 0, "order_id": "A"})).await;
}

#[tokio::test]
async fn a_test_shops_window_is_as_real() {
    let test = Shop::new().await.in_test_mode().await;
    set(&test, json!({"from": "22:00", "to": "06:00", "time_zone": "Asia/Kathmandu"})).await;
    let (id, scheduled_at) = create(&test, json!({"delay_days": 0})).await;
    assert_eq!(scheduled_at, "2026-11-20T16:15:00Z");
    test.until("2026-11-20T16:15:30Z").await;
    assert_eq!(test.timeline(id).await, ["created", "scheduled", "claimed", "captured"]);
}
