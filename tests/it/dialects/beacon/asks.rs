//! `POST /beacon/asks`: the customer, the channels, the time, and the effect of an active ask.

use super::*;

const DAY_S: i64 = 86_400;

fn sent(shop: &Shop) -> Vec<(String, String)> {
    shop.inbox().into_iter().map(|Mail { channel, to, .. }| (channel, to)).collect()
}

fn pair(channel: &str, to: &str) -> (String, String) {
    (channel.to_owned(), to.to_owned())
}

fn token(link: &str) -> &str {
    link.rsplit(['=', '/']).next().unwrap()
}

async fn review(shop: &Shop, link: &str) {
    shop.review(&format!("/review/hub?token={}", token(link)), 0).await;
}

async fn with_jane() -> Shop {
    with_customer(json!({"email": "jane@example.com", "phone": PHONE, "last_name": "Doe"})).await.0
}

#[tokio::test]
async fn an_ask_by_every_channel_is_answered_and_sent_at_once() {
    let shop = with_jane().await;
    let ask = made(&shop, ASKS, json!({"email": "jane@example.com"})).await;
    assert_eq!(keys(&ask), ["channels", "email", "id", "phone", "reminders_count", "scheduled_at", "status"]);
    let own = json!({"email": "jane@example.com", "phone": PHONE, "channels": ["email", "sms"], "reminders_count": 0,
        "scheduled_at": shop.now().as_second(), "status": "scheduled"});
    assert_eq!(ask, with(own, json!({"id": ask["id"]})));
    shop.settle().await;
    assert_eq!(sent(&shop), [pair("email", "jane@example.com"), pair("sms", PHONE)]);
    let [mail, text] = &shop.inbox()[..] else { panic!() };
    mail.subject.shows(["Jane"]);
    // Two links lead to the same page.
    let own = format!("value=\"{}\"", token(&link_in(mail)));
    for link in [link_in(mail), link_in(text)] {
        let page = shop.browse(&link).await;
        assert!(page.status == 200 && page.body.contains(&own), "{link}: {}", page.body);
    }
}

#[tokio::test]
async fn channels_are_those_given_or_all_that_the_customer_has() {
    let (shop, _) = with_customer(json!({"email": "mail@example.com"})).await;
    customer(&shop, json!({"phone": PHONE})).await;
    customer(&shop, json!({"email": "both@example.com", "phone": OTHER_PHONE})).await;
    for (fields, channels) in [
        (json!({"email": "mail@example.com"}), json!(["email"])),
        (json!({"phone": PHONE, "channels": null}), json!(["sms"])),
        (json!({"email": "both@example.com", "channels": ["sms", "email", "sms"]}), json!(["sms", "email"])),
    ] {
        assert_eq!(made(&shop, ASKS, fields).await["channels"], channels);
    }
    shop.settle().await;
    let mut sent = sent(&shop);
    sent.sort();
    let (email, sms) = (|to| pair("email", to), |to| pair("sms", to));
    assert_eq!(sent, [email("both@example.com"), email("mail@example.com"), sms(OTHER_PHONE), sms(PHONE)]);
}

#[tokio::test]
async fn a_channel_that_does_not_reach_the_customer_is_422() {
    let (shop, _) = with_customer(json!({"email": "jane@example.com"})).await;
    customer(&shop, json!({"phone": PHONE})).await;
    for body in [
        json!({"email": "jane@example.com", "channels": ["sms"]}),
        json!({"email": "jane@example.com", "channels": ["email", "sms"]}),
        json!({"phone": PHONE, "channels": ["email"]}),
    ] {
        assert_eq!(wrong(&shop.post(ASKS, body).await), ["channels"]);
    }
    shop.settle().await;
    assert_eq!(sent(&shop), []);
}

#[tokio::test]
async fn fields_out_of_their_bounds_are_422_all_at_once() {
    let shop = with_jane().await;
    let late = shop.now().as_second() + 366 * DAY_S + 1;
    for (fields, names) in [
        (json!({"email": null}), vec!["email", "phone"]),
        (json!({"email": "jane"}), vec!["email"]),
        (json!({"phone": "171"}), vec!["phone"]),
        (json!({"channels": []}), vec!["channels"]),
        (json!({"channels": ["fax"]}), vec!["channels"]),
        (json!({"channels": "email"}), vec!["channels"]),
        (json!({"reminders_count": 4}), vec!["reminders_count"]),
        (json!({"reminders_count": -1}), vec!["reminders_count"]),
        (
            json!({"reminders_count": "1", "asked_at": "soon", "channels": [1]}),
            vec!["asked_at", "channels", "reminders_count"],
        ),
        (json!({"asked_at": late}), vec!["asked_at"]),
    ] {
        let reply = shop.post(ASKS, with(json!({"email": "jane@example.com"}), fields)).await;
        assert_eq!(wrong(&reply), names, "{}", reply.body);
    }
    assert_eq!(
        made(&shop, ASKS, json!({"email": "jane@example.com", "asked_at": late - 1})).await["scheduled_at"],
        late - 1
    );
}

#[tokio::test]
async fn an_unknown_customer_is_404() {
    let shop = Shop::new().await;
    let other = shop.beside("acme").await;
    customer(&other, json!({"email": "jane@example.com", "phone": PHONE, "last_name": "Doe"})).await;
    for body in [json!({"email": "jane@example.com"}), json!({"phone": PHONE})] {
        is_error(&shop.post(ASKS, body).await, 404);
    }
}

#[tokio::test]
async fn an_ask_waits_until_its_time() {
    let shop = with_jane().await;
    let at = shop.now().as_second() + 3 * DAY_S;
    let ask =
        made(&shop, ASKS, json!({"phone": PHONE, "channels": ["email"], "asked_at": "2026-11-23T06:00:00Z"})).await;
    assert_eq!((&ask["scheduled_at"], &ask["status"]), (&json!(at), &json!("scheduled")));
    shop.advance(SignedDuration::from_secs(3 * DAY_S - 60)).await;
    assert_eq!(sent(&shop), []);
    shop.advance(SECOND * 60).await;
    assert_eq!(sent(&shop).len(), 1);
}

#[tokio::test]
async fn a_time_in_the_past_is_now() {
    let shop = with_jane().await;
    let ask = made(&shop, ASKS, json!({"email": "jane@example.com", "asked_at": "2026-11-20"})).await;
    assert_eq!(ask["scheduled_at"], shop.now().as_second());
    shop.settle().await;
    assert_eq!(sent(&shop).len(), 2);
}

#[tokio::test]
async fn a_second_ask_while_one_is_open_is_the_open_one_and_sends_nothing() {
    let shop = with_jane().await;
    let first = made(&shop, ASKS, json!({"email": "jane@example.com", "reminders_count": 1})).await;
    shop.settle().await;
    let second = made(&shop, ASKS, json!({"phone": PHONE, "channels": ["sms"], "reminders_count": 3})).await;
    assert_eq!(second, with(first.clone(), json!({"status": "sent"})));
    shop.settle().await;
    assert_eq!(sent(&shop).len(), 2);
    let calls = (0..20).map(|_| made(&shop, ASKS, json!({"email": "jane@example.com"})));
    assert!(join_all(calls).await.iter().all(|ask| ask["id"] == first["id"]));
}

#[tokio::test]
async fn of_simultaneous_asks_one_is_created() {
    let shop = with_jane().await;
    let asks =
        join_all((0..20).map(|_| made(&shop, ASKS, json!({"email": "jane@example.com", "channels": ["email"]})))).await;
    assert!(asks.iter().all(|ask| ask["id"] == asks[0]["id"]));
    shop.settle().await;
    assert_eq!(sent(&shop).len(), 1);
}

#[tokio::test]
async fn once_an_ask_is_completed_cancelled_or_expired_a_new_one_is_created() {
    let shop = with_jane().await;
    let ask =
        async || made(&shop, ASKS, json!({"email": "jane@example.com", "channels": ["email"]})).await["id"].clone();
    let first = ask().await;
    shop.settle().await;
    review(&shop, &link_in(&shop.inbox()[0])).await;
    shop.jump(SECOND);
    let second = ask().await;
    assert_ne!(second, first, "completed");
    let id = shop.get("/api/v1/review-requests").await.json()["requests"][0]["id"].clone();
    shop.delete(format!("/api/v1/review-requests/{id}")).await;
    let third = ask().await;
    assert_ne!(third, second, "cancelled");
    shop.advance_days(90).await;
    assert_ne!(ask().await, third, "expired");
}

#[tokio::test]
async fn reminders_leave_after_3_7_and_14_days_until_a_review() {
    let shop = with_jane().await;
    made(&shop, ASKS, json!({"email": "jane@example.com", "reminders_count": 3, "channels": ["email"]})).await;
    shop.settle().await;
    for (days, mails) in [(2, 1), (1, 2), (3, 2), (1, 3), (6, 3), (1, 4), (30, 4)] {
        shop.advance_days(days).await;
        assert_eq!(sent(&shop).len(), mails);
    }
    customer(&shop, json!({"email": "june@example.com", "first_name": "June"})).await;
    made(&shop, ASKS, json!({"email": "june@example.com", "reminders_count": 3})).await;
    shop.settle().await;
    shop.advance_days(3).await;
    assert_eq!(sent(&shop).len(), 6);
    review(&shop, &link_in(&shop.inbox()[4])).await;
    shop.advance_days(30).await;
    assert_eq!(sent(&shop).len(), 6, "a review stops them");
}

#[tokio::test]
async fn an_ask_repeated_with_its_key_is_replayed() {
    let shop = with_jane().await;
    let body = json!({"email": "jane@example.com", "channels": ["sms"]});
    let call = || shop.call("POST", ASKS).header("idempotency-key", "k").json(&body).send();
    let first = call().await;
    shop.settle().await;
    customer(&shop, json!({"email": "jane@example.com", "phone": null})).await;
    let again = call().await;
    assert_eq!((again.status.as_u16(), &again.body), (200, &first.body), "although no SMS reaches her any more");
    assert_eq!(again.header("idempotent-replayed"), "true");
    assert_eq!(sent(&shop).len(), 1);
}

#[tokio::test]
async fn an_open_ask_that_was_answered_is_replayed_once_it_is_over() {
    let shop = with_jane().await;
    let body = json!({"email": "jane@example.com", "channels": ["email"]});
    made(&shop, ASKS, body.clone()).await;
    shop.settle().await;
    let call = || shop.call("POST", ASKS).header("idempotency-key", "k").json(&body).send();
    let first = call().await;
    review(&shop, &link_in(&shop.inbox()[0])).await;
    let again = call().await;
    assert_eq!((&again.body, again.header("idempotent-replayed")), (&first.body, "true"));
    shop.settle().await;
    assert_eq!(sent(&shop).len(), 1, "nothing is sent again");
}

#[tokio::test]
async fn an_ask_is_shown_by_the_other_dialects() {
    let shop = with_jane().await;
    let ask = made(&shop, ASKS, json!({"email": "jane@example.com"})).await;
    let listed = shop.get("/api/v1/review-requests").await.json()["requests"].clone();
    let id = domain::values::RequestId::new(listed[0]["id"].number()).unwrap();
    assert_eq!(ask["id"], id.guid().to_string());
    assert_eq!(listed[0]["product_ids"], json!([]));
    assert_eq!(shop.status(id.get()).await, "scheduled");
}

#[tokio::test]
async fn a_location_asks_under_its_own_name() {
    let shop = with_jane().await;
    let place = json!({"name": "B-01", "display_name": "Fern & Oak Harbour"});
    let place = made(&shop, LOCATIONS, place).await;
    made(&shop, CHARGES, json!({"email": "jane@example.com", "location_slug": place["slug"]})).await;
    made(&shop, ASKS, json!({"email": "jane@example.com"})).await;
    shop.settle().await;
    let [mail, text] = &shop.inbox()[..] else { panic!() };
    assert!(
        mail.subject.contains("Fern & Oak Harbour") || mail.from.contains("Fern & Oak Harbour"),
        "{}",
        mail.subject
    );
    assert!(mail.text.as_ref().unwrap().contains("Fern & Oak Harbour"));
    assert!(text.text.as_ref().unwrap().contains("Fern & Oak Harbour"), "{:?}", text.text);
    let page = shop.browse(link_in(mail)).await;
    assert!(page.body.replace("&#38;", "&amp;").contains("Fern &amp; Oak Harbour"), "{}", page.body);
}
