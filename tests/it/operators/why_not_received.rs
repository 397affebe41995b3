//! "Why did she not get it?": what the operator can read about a request, whatever happened to it.

use domain::message::Cause;
use small_aws::{MailEvent, MailStanding};

use crate::operators::admin::run;
use crate::sending::claims::{first, is_mail};
use crate::sending::mail_events::{MINUTE, asked, deliverability, send};
use crate::support::*;

const LEAVES: &str = "The email will be sent, unless something stops it by then.";

pub async fn why(shop: &Shop, mut question: Value) -> Value {
    (question["tenant"], question["mode"]) = (json!(shop.tenant.id.as_str()), json!(shop.tenant.mode.as_str()));
    run(&shop.world, json!({ "why": question })).await.unwrap()
}

async fn explained(shop: &Shop, id: u64) -> Value {
    let answer = why(shop, json!({ "request": id })).await;
    let [request] = &answer["requests"].list()[..] else { panic!("{answer}") };
    assert_eq!((&request["request"], &answer["not_found"]), (&json!(id), &Value::Null), "{answer}");
    assert!(!answer.to_string().contains("example.com"), "no address: {answer}");
    request.clone()
}

#[track_caller]
fn check(request: &Value, cause: Cause, summary: &str, next: Value) {
    has(request, json!({"summary": summary, "cause": cause.as_str(), "next": next}));
}

fn next(at: impl Into<Value>, text: &str) -> Value {
    json!({"at": at.into(), "text": text})
}

/// A time from the API as a sentence shows it.
fn when(at: &Value) -> String {
    let at: Timestamp = at.text().parse().unwrap();
    at.strftime("%-d %B %Y at %H:%M UTC").to_string()
}

/// The time and the detail of a request's last entry of this kind.
async fn noted(shop: &Shop, id: u64, what: &str) -> (String, String) {
    let timeline = shop.get(format!("/api/v1/review-requests/{id}/timeline")).await.json();
    let entry = timeline["timeline"].list().iter().rfind(|entry| entry["what"] == what).cloned();
    let entry = entry.unwrap_or_else(|| panic!("no {what} in {timeline}"));
    (when(&entry["last_at"]), entry["detail"].as_str().unwrap_or_default().to_owned())
}

async fn set(shop: &Shop, settings: Value) {
    shop.sets(&settings).await;
    // Functions that create requests read settings once a minute.
    shop.jump(MINUTE);
}

async fn create(shop: &Shop, fields: Value) -> u64 {
    shop.sent(fields).await.0
}

async fn report(shop: &Shop, id: u64, event: MailEvent) {
    let mail = shop.inbox().into_iter().find(|mail| local::request_of(mail) == Some(id)).unwrap();
    shop.aws().publish_mail_event(&mail, event).unwrap();
    shop.settle().await;
}

#[tokio::test]
async fn an_email_that_arrived_was_delivered_and_what_came_after_is_said() {
    let (shop, id, hub) = Shop::asking(json!({"delay_days": 0})).await;
    let due = "The email has been due since 20 November 2026 at 06:00 UTC.";
    let soon = "The email is sent within minutes, or as fast as SES allows if more is due.";
    check(&explained(&shop, id).await, Cause::Due, due, next(Value::Null, soon));
    shop.settle().await;
    shop.advance(MINUTE).await;
    let delivered = "The email was accepted by SES on 20 November 2026 at 06:00 UTC and delivered 3 s later.";
    check(&explained(&shop, id).await, Cause::Delivered, delivered, Value::Null);
    shop.review(&hub, 0).await;
    let reviewed = format!("{delivered} Everything was reviewed on 20 November 2026 at 06:01 UTC.");
    let request = explained(&shop, id).await;
    check(&request, Cause::Delivered, &reviewed, Value::Null);
    assert_eq!(request["status"], "completed");
    let texts: Vec<_> = request["timeline"].list().iter().map(|line| line["text"].text()).collect();
    let expected = [
        "The shop asked for a review.",
        "A sender took the email.",
        "The provider accepted the email.",
        "The email was delivered.",
        "A person followed the link.",
        "The customer reviewed item 1.",
        "Everything was reviewed.",
    ];
    assert_eq!(texts, expected);
    assert_eq!(request["timeline"][3]["at"], "2026-11-20T06:00:03Z");
}

#[tokio::test]
async fn a_reminder_that_follows_is_next() {
    let shop = Shop::new().await;
    let id = create(&shop, json!({"delay_days": 0, "reminders": 1})).await;
    let sent = "The email was accepted by SES on 20 November 2026 at 06:00 UTC; no report about it has come yet.";
    let reminder = "Reminder 1 by email will be sent, unless something stops it by then.";
    check(&explained(&shop, id).await, Cause::Sent, sent, next("2026-11-23T06:00:00Z", reminder));
    shop.advance(MINUTE).await;
    shop.suppresses("jane@example.com").await;
    let stopped = "Reminder 1 by email will not be sent: the shop suppressed the address or number itself.";
    let request = explained(&shop, id).await;
    assert_eq!((&request["cause"], &request["next"]), (&json!("delivered"), &next("2026-11-23T06:00:00Z", stopped)));
}

#[tokio::test]
async fn a_bounce_says_why_that_email_and_the_next_one_did_not_arrive() {
    let shop = Shop::new().await;
    let email = "bounce@example.com";
    let first = asked(&shop, email).await;
    let summary = "The email was accepted by SES on 20 November 2026 at 06:00 UTC; it bounced on 20 November 2026 at 06:00 \
                   UTC: the address or number does not exist, or accepts no messages.";
    check(&explained(&shop, first).await, Cause::Bounced, summary, Value::Null);
    let second = create(&shop, json!({"email": email, "delay_days": 7})).await;
    let why_not =
        "an earlier message to the same address or number bounced for good (on 20 November 2026 at 06:00 UTC)";
    let summary = format!("The email is due on 27 November 2026 at 06:01 UTC but will not be sent: {why_not}.");
    let request = explained(&shop, second).await;
    check(&request, Cause::SuppressedBounce, &summary, next(request["next"]["at"].clone(), "The email is skipped."));
    assert_eq!(when(&request["next"]["at"]), "27 November 2026 at 06:01 UTC");
    shop.advance_days(8).await;
    let summary = format!("The email was not sent on 27 November 2026 at 06:01 UTC: {why_not}.");
    check(&explained(&shop, second).await, Cause::SuppressedBounce, &summary, Value::Null);
    // The address is found in upper and lower case.
    let answer = why(&shop, json!({"email": "Bounce@Example.com"})).await;
    let found: Vec<_> = answer["requests"].list().iter().map(|it| it["request"].number()).collect();
    assert_eq!((found, &answer["more"]), (vec![second, first], &json!(false)));
}

#[tokio::test]
async fn a_complaint_an_unsubscription_and_the_shop_itself_stop_the_next_email() {
    let shop = Shop::new().await;
    let first = asked(&shop, "complaint@example.com").await;
    let complained = "The email was accepted by SES on 20 November 2026 at 06:00 UTC; the customer marked it as spam on 20 \
                      November 2026 at 06:00 UTC, so nothing more is sent to them.";
    check(&explained(&shop, first).await, Cause::Complained, complained, Value::Null);
    let second = create(&shop, json!({"email": "complaint@example.com", "delay_days": 0})).await;
    let summary = "The email was not sent on 20 November 2026 at 06:01 UTC: the customer marked an earlier message as spam \
                   (on 20 November 2026 at 06:00 UTC).";
    check(&explained(&shop, second).await, Cause::SuppressedComplaint, summary, Value::Null);

    asked(&shop, "jane@example.com").await;
    let link = path_of(shop.inbox().last().unwrap().headers["List-Unsubscribe"].trim_matches(['<', '>']));
    shop.submit(&link, &[("List-Unsubscribe", "One-Click")]).await.is(200);
    let unsubscribed = create(&shop, json!({"email": "jane@example.com", "delay_days": 0})).await;
    let summary = "The email was not sent on 20 November 2026 at 06:02 UTC: the customer unsubscribed (on 20 November 2026 at \
                   06:02 UTC).";
    check(&explained(&shop, unsubscribed).await, Cause::Unsubscribed, summary, Value::Null);

    shop.suppresses("june@example.com").await;
    let manual = create(&shop, json!({"email": "june@example.com", "delay_days": 0})).await;
    let summary = "The email was not sent on 20 November 2026 at 06:02 UTC: the shop suppressed the address or number itself \
                   (on 20 November 2026 at 06:02 UTC).";
    check(&explained(&shop, manual).await, Cause::SuppressedByShop, summary, Value::Null);
}

#[tokio::test]
async fn a_suspension_says_since_when_why_and_when_it_may_end() {
    let shop = Shop::new().await;
    send(&shop, 5, 0, 0).await;
    let suspension = deliverability(&shop).await["brake"].clone();
    let id = asked(&shop, "jane@example.com").await;
    let summary = format!(
        "Not sent yet: the shop's emails have been suspended since {}, because too many of its last emails bounced.",
        when(&suspension["since"])
    );
    let ends =
        next(suspension["until"].clone(), "Sending may resume by itself; the email is then sent within the hour.");
    check(&explained(&shop, id).await, Cause::Held, &summary, ends.clone());
    // The same is true for a request that is due before the suspension may end, but for no other one.
    let soon = create(&shop, json!({"email": "june@example.com", "delay_days": 0})).await;
    check(&explained(&shop, soon).await, Cause::Held, &summary, ends);
    let later = create(&shop, json!({"email": "jo@example.com", "delay_days": 7})).await;
    let summary = "The email will be sent on 27 November 2026 at 06:02 UTC.";
    let request = explained(&shop, later).await;
    check(&request, Cause::Scheduled, summary, next(request["next"]["at"].clone(), LEAVES));
    let held = explained(&shop, id).await;
    let texts: Vec<_> = held["timeline"].list().iter().map(|line| line["text"].text()).collect();
    assert_eq!(
        texts[1],
        "The email waited: the shop's emails were suspended, because too many of its last emails bounced."
    );
}

#[tokio::test]
async fn a_pause_of_the_shop_says_until_when() {
    let shop = Shop::new().await;
    set(&shop, json!({"paused_until": "2026-11-21T06:00:00Z"})).await;
    let id = create(&shop, json!({"delay_days": 0})).await;
    let summary = "Not sent yet: the shop paused sending until 21 November 2026 at 06:00 UTC.";
    let ends = next("2026-11-21T06:00:00Z", "The pause ends by itself, and the email is sent after it.");
    let request = explained(&shop, id).await;
    check(&request, Cause::Paused, summary, ends);
    let line = request["timeline"][1]["text"].text();
    assert_eq!(line, "The email waited: the shop had paused sending, until 21 November 2026 at 06:00 UTC.");
}

#[tokio::test]
async fn a_provider_that_refuses_everybody_is_named_with_its_words() {
    let shop = Shop::new().await;
    shop.aws().set_mail_standing(MailStanding::Paused);
    let id = create(&shop, json!({"delay_days": 0})).await;
    let (_, words) = noted(&shop, id, "throttled").await;
    assert!(!words.is_empty());
    let request = explained(&shop, id).await;
    let summary =
        format!("Not sent yet: SES has been refusing all messages since 20 November 2026 at 06:00 UTC: {words}.");
    let again = "The email is tried again until SES accepts it.";
    check(&request, Cause::ProviderRefuses, &summary, next(request["next"]["at"].clone(), again));
    assert!(request["next"]["at"].text() >= START, "{request}");
    shop.aws().set_mail_standing(MailStanding::Production);
    shop.advance(MINUTE * 30).await;
    assert_eq!(explained(&shop, id).await["cause"], "delivered");
}

#[tokio::test]
async fn a_message_throttled_a_hundred_times_is_one_line() {
    let shop = Shop::new().await;
    shop.aws().set_faults(first(100, is_mail, Fault::Throttle));
    let id = create(&shop, json!({"delay_days": 0})).await;
    shop.advance_days(2).await;
    let (last, words) = noted(&shop, id, "throttled").await;
    let line = explained(&shop, id).await["timeline"][2].clone();
    assert_eq!(line["text"], format!("The email was throttled 100 times, last on {last}: {words}."));
}

#[tokio::test]
async fn a_message_that_is_refused_for_good_is_named_with_the_providers_code() {
    let shop = Shop::new().await;
    shop.aws().lose_mail_events(true);
    let customer = json!({"first_name": "Jane", "email": "jane@example.com", "phone": "+16715550123"});
    shop.post("/beacon/customers", customer).await.is(200);
    shop.post("/beacon/asks", json!({"email": "jane@example.com", "channels": ["email", "sms"]})).await.is(200);
    shop.advance(MINUTE).await;
    let id = shop.newest_request().await;
    let (at, detail) = noted(&shop, id, "failed").await;
    let code = detail.strip_prefix("sms: ").unwrap();
    let sent = "The email was accepted by SES on 20 November 2026 at 06:00 UTC; no report about it has come yet.";
    let both = format!("{sent} The SMS was refused by the SMS service for good on {at}: {code}.");
    check(&explained(&shop, id).await, Cause::Sent, &both, Value::Null);
    // It is the request's only message, so its outcome is the request's.
    let ask = json!({"email": "jane@example.com", "channels": ["sms"]});
    shop.jump(SignedDuration::from_millis(50));
    assert!(shop.delete(format!("/api/v1/review-requests/{id}")).await.status.is_success());
    shop.post("/beacon/asks", ask).await.is(200);
    shop.advance(MINUTE).await;
    let id = shop.newest_request().await;
    let (at, _) = noted(&shop, id, "failed").await;
    let alone = format!("The SMS was refused by the SMS service for good on {at}: {code}.");
    check(&explained(&shop, id).await, Cause::Refused, &alone, Value::Null);
}

#[tokio::test]
async fn an_order_that_is_cancelled_or_refunded_and_a_shop_that_cancels_stop_the_email() {
    let shop = Shop::new().await;
    for (status, cause, because) in [
        ("cancelled", Cause::OrderCancelled, "the order was cancelled"),
        ("refunded", Cause::OrderRefunded, "the order, or everything that the message asks about, was refunded"),
    ] {
        let id = create(&shop, json!({"order_id": status, "delay_days": 7})).await;
        let order = json!({"status": status, "currency": "EUR", "lines": []});
        shop.put(format!("/api/v1/orders/{status}"), &order).await.is(200);
        let answer = why(&shop, json!({ "order_id": status })).await;
        let request = &answer["requests"][0];
        assert_eq!(request["request"], id);
        let summary = format!("The email is due on 27 November 2026 at 06:00 UTC but will not be sent: {because}.");
        check(request, cause, &summary, next(request["next"]["at"].clone(), "The email is skipped."));
    }
    let id = create(&shop, json!({"delay_days": 7})).await;
    shop.delete(format!("/api/v1/review-requests/{id}")).await.is(200);
    let summary = "The email was not sent on 20 November 2026 at 06:00 UTC: the shop cancelled the request.";
    check(&explained(&shop, id).await, Cause::Cancelled, summary, Value::Null);
}

#[tokio::test]
async fn a_link_that_the_shop_shares_has_no_message_and_expires() {
    let shop = Shop::new().await;
    let id = create(&shop, json!({"skip_email": true})).await;
    let summary = "No message was planned: the shop shares the link itself.";
    check(&explained(&shop, id).await, Cause::NoChannel, summary, Value::Null);
    shop.advance_days(91).await;
    let summary =
        "No message was planned: the shop shares the link itself; it expired on 18 February 2027 at 06:00 UTC.";
    check(&explained(&shop, id).await, Cause::Expired, summary, Value::Null);
}

#[tokio::test]
async fn a_send_window_says_when_it_opens() {
    let shop = Shop::new().await;
    set(&shop, json!({"send_window": {"from": "09:00", "to": "18:00", "time_zone": "Europe/Berlin"}})).await;
    let id = create(&shop, json!({"delay_days": 0})).await;
    let summary = "The email will be sent on 20 November 2026 at 08:00 UTC, when the shop's sending hours begin.";
    check(&explained(&shop, id).await, Cause::WaitingForWindow, summary, next("2026-11-20T08:00:00Z", LEAVES));
    // Inside the window it is only late.
    shop.advance(HOUR * 3).await;
    assert_eq!(explained(&shop, id).await["cause"], "delivered");
    let later = create(&shop, json!({"delay_days": 1})).await;
    let summary = "The email will be sent on 21 November 2026 at 09:01 UTC.";
    let request = explained(&shop, later).await;
    check(&request, Cause::Scheduled, summary, next(request["next"]["at"].clone(), LEAVES));
}

#[tokio::test]
async fn a_cap_says_when_it_allows_another_message_or_that_none_follows() {
    let shop = Shop::new().await;
    set(&shop, json!({"messages_a_month": 1})).await;
    asked(&shop, "jane@example.com").await;
    let id = asked(&shop, "jane@example.com").await;
    let summary = "The email will be sent on 20 December 2026 at 06:01 UTC, when the shop's limits allow the customer another message.";
    let request = explained(&shop, id).await;
    check(&request, Cause::WaitingForCap, summary, next(request["next"]["at"].clone(), LEAVES));
    let waits = request["timeline"][1]["text"].text();
    let expected = "The email waits because the customer got as many messages as the shop's limits allow, until 20 December 2026 \
                    at 06:01 UTC.";
    assert_eq!(waits, expected);

    let shop = Shop::new().await;
    set(&shop, json!({"messages_a_month": 1})).await;
    let id = create(&shop, json!({"delay_days": 85})).await;
    shop.advance_days(84).await;
    asked(&shop, "jane@example.com").await;
    shop.advance_days(2).await;
    let summary = "The email was not sent on 13 February 2027 at 06:01 UTC: the customer got as many messages as the shop's limits \
                   allow, and the link expires before they allow another.";
    check(&explained(&shop, id).await, Cause::Capped, summary, Value::Null);
}

#[tokio::test]
async fn the_providers_list_and_each_report_have_their_words() {
    let shop = Shop::new().await;
    let accepted = "The email was accepted by SES on 20 November 2026 at 06:00 UTC";
    let listed = asked(&shop, "suppressionlist@example.com").await;
    let summary = format!("{accepted} but not sent: the address is on the provider's own blocklist.");
    check(&explained(&shop, listed).await, Cause::SuppressedByProvider, &summary, Value::Null);
    shop.aws().lose_mail_events(true);
    for (email, event, cause, words) in [
        ("rejected@example.com", MailEvent::Reject, Cause::Rejected, "; it was rejected on "),
        ("soft@example.com", MailEvent::TransientBounce, Cause::SoftBounced, "; it came back on "),
        ("late@example.com", MailEvent::DeliveryDelay, Cause::Delayed, "; since "),
    ] {
        let id = asked(&shop, email).await;
        shop.aws().lose_mail_events(false);
        report(&shop, id, event).await;
        shop.aws().lose_mail_events(true);
        let request = explained(&shop, id).await;
        assert_eq!(request["cause"], cause.as_str(), "{request}");
        assert!(request["summary"].text().contains(words), "{request}");
        let keeps_trying = "The provider keeps trying for some hours and then reports the result.";
        let expected = if cause == Cause::Delayed { next(Value::Null, keeps_trying) } else { Value::Null };
        assert_eq!(request["next"], expected, "{request}");
    }
}

#[tokio::test]
async fn an_answer_that_was_lost_is_unknown_and_then_unconfirmed() {
    let shop = Shop::new().await;
    shop.aws().lose_mail_events(true);
    shop.aws().set_faults(first(9, is_mail, Fault::LoseAnswer));
    let id = create(&shop, json!({"delay_days": 0})).await;
    let request = explained(&shop, id).await;
    let summary = "The email was handed to SES on 20 November 2026 at 06:00 UTC, and the answer was lost.";
    let then = "If SES reports nothing about the email by then, it is tried once more.";
    check(&request, Cause::OutcomeUnknown, summary, next(request["next"]["at"].clone(), then));
    assert_eq!(when(&request["next"]["at"]), "20 November 2026 at 06:15 UTC");
    shop.advance_days(2).await;
    let (claimed, _) = noted(&shop, id, "claimed").await;
    let summary =
        format!("The email was handed to SES on {claimed}; no answer and no report came, so it may have arrived.");
    check(&explained(&shop, id).await, Cause::Unconfirmed, &summary, Value::Null);
}

#[tokio::test]
async fn in_test_mode_nothing_leaves_and_a_months_sms_may_be_used_up() {
    let shop = Shop::new().await;
    let test = shop.in_test_mode().await;
    let id = create(&test, json!({"delay_days": 0})).await;
    let summary = "The email was captured on 20 November 2026 at 06:00 UTC: in test mode nothing leaves.";
    check(&explained(&test, id).await, Cause::TestMode, summary, Value::Null);

    let mut sender = send_request::start(shop.world.env()).unwrap();
    sender.sms_segments_a_month = 0;
    shop.post("/beacon/customers", json!({"first_name": "Jane", "phone": "+491711234567"})).await.is(200);
    shop.post("/beacon/asks", json!({"phone": "+491711234567"})).await.is(200);
    let id = shop.newest_request().await;
    sender.wake(&shop.wake(id).await).await.unwrap();
    let summary = "The SMS was not sent on 20 November 2026 at 06:00 UTC: the shop has used up its SMS for the month.";
    check(&explained(&shop, id).await, Cause::SpendCap, summary, Value::Null);
}

#[tokio::test]
async fn where_nothing_is_found_the_answer_says_what_was_looked_at() {
    let shop = Shop::new().await;
    let not_found = async |question: Value| {
        let answer = why(&shop, question).await;
        assert_eq!((&answer["requests"], &answer["more"]), (&json!([]), &json!(false)), "{answer}");
        let text = |name: &str| answer["not_found"][name].owned();
        (text("cause"), text("summary"))
    };
    let (cause, summary) = not_found(json!({"email": "nobody@example.com"})).await;
    assert_eq!(cause, "not_found");
    let expected = "No request to this address was found, and nothing stops messages to it: the shop has not asked there, or did \
                    so more than a year ago.";
    assert_eq!(summary, expected);
    shop.suppresses("june@example.com").await;
    let (cause, summary) = not_found(json!({"email": "june@example.com"})).await;
    assert_eq!(cause, "suppressed_by_shop");
    let expected = "No request to this address was found. No message would reach it: since 20 November 2026 at 06:00 UTC, the shop \
                    suppressed the address or number itself.";
    assert_eq!(summary, expected);
    let (_, summary) = not_found(json!({"order_id": "A"})).await;
    assert_eq!(summary, "No request about this order was found, and the shop has not told us about the order.");
    let order = json!({"status": "delivered", "currency": "EUR", "lines": []});
    shop.put("/api/v1/orders/A", &order).await.is(200);
    let (cause, summary) = not_found(json!({"order_id": "A"})).await;
    let expected = "No request about this order was found. The shop reported the order as delivered: an order alone asks nobody, so \
                    it waits for a call that asks for a review.";
    assert_eq!((cause.as_str(), summary.as_str()), ("not_found", expected));
    assert_eq!(not_found(json!({"request": 7})).await.0, "not_found");
    for bad in [
        json!({}),
        json!({"email": "jane"}),
        json!({"email": "jane@example.com", "request": 7}),
        json!({"order_id": " "}),
        json!({"request": "7"}),
        json!({"request": 7, "verbose": true}),
    ] {
        let mut question = bad.clone();
        (question["tenant"], question["mode"]) = (json!("fern"), json!("live"));
        assert_eq!(run(&shop.world, json!({"why": question })).await.unwrap_err().kind(), "invalid", "{bad}");
    }
    let unknown = json!({"tenant": "nobody", "mode": "live", "request": 7});
    assert_eq!(run(&shop.world, json!({ "why": unknown })).await.unwrap_err().kind(), "not_found");
}

#[tokio::test]
async fn of_many_requests_the_ten_newest_are_explained() {
    let shop = Shop::new().await;
    for number in 0..12 {
        shop.jump(SignedDuration::from_millis(50));
        shop.created(json!({"skip_email": true, "order_id": number.to_string()})).await;
    }
    let answer = why(&shop, json!({"email": "jane@example.com"})).await;
    let orders: Vec<_> = answer["requests"].list().iter().map(|it| it["order_id"].text()).collect();
    assert_eq!(orders, ["11", "10", "9", "8", "7", "6", "5", "4", "3", "2"]);
    assert_eq!(answer["more"], true);
}
