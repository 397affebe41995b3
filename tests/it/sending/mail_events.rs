//! The providers' reports about messages: each report has its effects on the request, its address and its shop, in any
//! order and however often it is delivered.

use domain::values::RequestId;
use small_aws::MailEvent;

use crate::privacy::secrets::Log;
use crate::sending::claims::first;
use crate::support::*;

pub const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// Asks a customer now, and lets a minute pass.
pub async fn asked(shop: &Shop, email: &str) -> u64 {
    let (id, _) = shop.sent(json!({"email": email, "delay_days": 0})).await;
    shop.advance(MINUTE).await;
    id
}

/// The reason for which the next message to an address is skipped; `None` if it is sent.
async fn next_is_skipped(shop: &Shop, email: &str) -> Option<String> {
    let (mails, id) = (shop.inbox().len(), asked(shop, email).await);
    let last = entries(shop, id).await.into_iter().find(|entry| entry["what"] == "skipped");
    assert_eq!(shop.inbox().len(), mails + usize::from(last.is_none()));
    last.map(|entry| entry["detail"].owned())
}

async fn entries(shop: &Shop, id: u64) -> Vec<Value> {
    let timeline = shop.get(format!("/api/v1/review-requests/{id}/timeline")).await.json();
    timeline["timeline"].list().clone()
}

async fn message(shop: &Shop, id: u64) -> Value {
    shop.get(format!("/api/v1/review-requests/{id}/messages")).await.json()["messages"][0].clone()
}

fn mail_of(shop: &Shop, id: u64) -> Mail {
    shop.inbox().into_iter().find(|mail| local::request_of(mail) == Some(id)).unwrap()
}

fn publish(shop: &Shop, mail: &Mail, event: MailEvent) {
    shop.aws().publish_mail_event(mail, event).unwrap();
}

#[tokio::test]
async fn a_delivery_is_shown_wherever_a_message_is() {
    let shop = Shop::new().await;
    let id = asked(&shop, "jane@example.com").await;
    assert_eq!(shop.timeline(id).await, ["created", "claimed", "sent", "delivered"]);
    let message = message(&shop, id).await;
    assert_eq!((&message["delivered_at"], &message["failed_reason"]), (&json!("2026-11-20T06:00:03Z"), &Value::Null));
    let customers = shop.get("/beacon/customers").await.json();
    let customer = customers["data"][0]["id"].text();
    let messages = shop.get(format!("/beacon/customers/{customer}/messages")).await.json();
    assert_eq!(messages["data"][0]["delivered_at"].as_i64(), Some(mail_of(&shop, id).sent_at.as_second() + 3));
    assert_eq!(messages["pagination"]["total"], 1, "it is counted once");
}

#[tokio::test]
async fn a_hard_bounce_fails_its_request_and_suppresses_the_address() {
    let shop = Shop::new().await;
    for email in ["bounce@example.com", "bounce+label@example.com"] {
        let id = asked(&shop, email).await;
        assert_eq!(shop.status(id).await, "failed");
        assert_eq!(shop.timeline(id).await, ["created", "claimed", "sent", "bounced"]);
        assert_eq!(message(&shop, id).await["failed_reason"], "bounced");
        assert_eq!(next_is_skipped(&shop, email).await.as_deref(), Some("bounced"));
        shop.post("/beacon/asks", json!({"email": email, "channels": ["email"]})).await.is(200);
        shop.advance(MINUTE).await;
    }
    assert_eq!(shop.inbox().len(), 2, "no API writes to either again");
    let counters = shop.counters().await;
    assert_eq!((counters["sent"], counters["failed"]), (2, 6));
}

/// Checks what the APIs show of a message that SES did not send because its own list has the address.
async fn is_suppressed_by_provider(shop: &Shop, id: u64, email: &str) {
    assert_eq!(shop.status(id).await, "failed");
    assert_eq!(shop.timeline(id).await, ["created", "claimed", "sent", "suppressed_by_provider"]);
    assert_eq!(message(shop, id).await["failed_reason"], "suppressed_by_provider");
    shop.get(format!("/api/v1/suppressions/{email}")).await.is(404);
}

/// SES' own list belongs to the account, but an event at one shop must not affect another shop.
#[tokio::test]
async fn bounces_and_complaints_at_one_shop_neither_suppress_nor_count_at_another() {
    let shop = Shop::new().await;
    let other = shop.beside("oak").await;
    for email in ["bounce@example.com", "complaint@example.com"] {
        asked(&shop, email).await;
        shop.get(format!("/api/v1/suppressions/{email}")).await.is(200);
        for _ in 0..2 {
            is_suppressed_by_provider(&other, asked(&other, email).await, email).await;
        }
    }
    let found = other.post("/reviews/v2/review-requests/query", json!({})).await.json();
    assert_eq!(found["reviewRequests"][0]["failedOptions"]["reason"], "UNKNOWN_FAILURE_REASON");
    let last = deliverability(&other).await["last_1000"].clone();
    assert_eq!(last, json!({"sent": 4, "bounced": 0, "complained": 0}), "SES accepted them");
    assert_eq!(deliverability(&shop).await["last_1000"], json!({"sent": 2, "bounced": 1, "complained": 1}));
}

#[tokio::test]
async fn an_address_on_the_simulators_suppression_list_stays_in_use() {
    let shop = Shop::new().await;
    let email = "suppressionlist@example.com";
    for _ in 0..2 {
        is_suppressed_by_provider(&shop, asked(&shop, email).await, email).await;
    }
    assert_eq!(deliverability(&shop).await["last_1000"], json!({"sent": 2, "bounced": 0, "complained": 0}));
}

#[tokio::test]
async fn a_lifted_suppression_sends_again() {
    let shop = Shop::new().await;
    // The address as typed, and in another spelling by the same person.
    for (email, lifted) in [("Jane+a@example.com", "jane+a@example.com"), ("june@example.com", "June@example.com")] {
        publish(&shop, &mail_of(&shop, asked(&shop, email).await), MailEvent::PermanentBounce);
        shop.settle().await;
        assert_eq!(next_is_skipped(&shop, email).await.as_deref(), Some("bounced"));
        shop.delete(format!("/api/v1/suppressions/{lifted}")).await.is(200);
        let id = asked(&shop, email).await;
        assert_eq!(shop.timeline(id).await, ["created", "claimed", "sent", "delivered"], "{email}");
    }
    // If SES cannot be reached, we lift the suppression, but the address stays in SES' list.
    publish(&shop, &mail_of(&shop, asked(&shop, "jo@example.com").await), MailEvent::PermanentBounce);
    shop.settle().await;
    shop.fails(Service::Ses, Fault::ServerError);
    shop.delete("/api/v1/suppressions/jo@example.com").await.is(200);
    shop.heals();
    is_suppressed_by_provider(&shop, asked(&shop, "jo@example.com").await, "jo@example.com").await;
}

/// One of IANA's types is the opposite of a complaint. SES' field for the sub-type is null or missing, unless the email
/// was not sent.
#[tokio::test]
async fn every_kind_of_complaint_suppresses_but_not_spam() {
    let (first, mut complained) = (Shop::new().await, 0);
    for (kind, complains) in [
        ("complaint", true),
        ("complaint-abuse", true),
        ("complaint-auth-failure", true),
        ("complaint-fraud", true),
        ("complaint-other", true),
        ("complaint-virus", true),
        ("complaint-unreported", true),
        ("complaint-not-spam", false),
    ] {
        // Three complaints suspend a shop.
        let shop = first.beside(kind).await;
        let email = format!("{kind}@example.com");
        let id = asked(&shop, &email).await;
        assert_eq!(shop.timeline(id).await.contains(&"complained".to_owned()), complains, "{kind}");
        let status = if complains { 200 } else { 404 };
        assert_eq!(shop.get(format!("/api/v1/suppressions/{email}")).await.status, status, "{kind}");
        complained += deliverability(&shop).await["last_1000"]["complained"].number();
    }
    assert_eq!(complained, 7);
}

#[tokio::test]
async fn wix_says_that_a_message_bounced() {
    let shop = Shop::new().await;
    asked(&shop, "bounce@example.com").await;
    let found = shop.post("/reviews/v2/review-requests/query", json!({})).await.json();
    let request = &found["reviewRequests"][0];
    assert_eq!((&request["status"], &request["failedOptions"]["reason"]), (&json!("FAILED"), &json!("BOUNCED")));
}

#[tokio::test]
async fn a_complaint_suppresses_the_address_of_a_request_that_stays_sent() {
    let shop = Shop::new().await;
    let id = asked(&shop, "complaint@example.com").await;
    assert_eq!(shop.status(id).await, "sent");
    assert_eq!(shop.timeline(id).await, ["created", "claimed", "sent", "delivered", "complained"]);
    assert_eq!(next_is_skipped(&shop, "complaint@example.com").await.as_deref(), Some("complained"));
}

/// The request is deleted with its address before the event arrives, for an email and for an SMS.
#[tokio::test]
async fn bounces_and_complaints_suppress_although_the_request_was_deleted() {
    let shop = Shop::new().await;
    for (recipient, event) in [
        ("jane@example.com", MailEvent::Complaint),
        ("june@example.com", MailEvent::PermanentBounce),
        ("jo@example.com", MailEvent::TransientBounce),
    ] {
        let id = asked(&shop, recipient).await;
        let mail = mail_of(&shop, id);
        delete(&shop, id).await;
        publish(&shop, &mail, event);
        shop.settle().await;
    }
    let sms = texted(&shop, "+491711234567").await;
    let sms = mail_of(&shop, sms);
    delete(&shop, local::request_of(&sms).unwrap()).await;
    shop.aws().publish_sms_event(&sms, "TEXT_INVALID").unwrap();
    shop.settle().await;
    for (email, reason) in
        [("jane@example.com", Some("complained")), ("june@example.com", Some("bounced")), ("jo@example.com", None)]
    {
        assert_eq!(next_is_skipped(&shop, email).await.as_deref(), reason, "{email}");
    }
    let row = shop.get("/api/v1/suppressions/+491711234567").await.json();
    assert_eq!((&row["reason"], &row["channel"]), (&json!("bounced"), &json!("sms")));
}

/// Wix' delete, after which nothing of a request is left.
async fn delete(shop: &Shop, id: u64) {
    shop.delete(format!("/api/v1/review-requests/{id}")).await.is(200);
    let guid = RequestId::new(id).unwrap().guid();
    shop.delete(format!("/reviews/v2/review-requests/{guid}")).await.is(200);
}

#[tokio::test]
async fn a_soft_bounce_a_delay_or_an_absence_suppresses_nobody() {
    let shop = Shop::new().await;
    for (email, event) in [
        ("jane@example.com", Some(MailEvent::TransientBounce)),
        ("john@example.com", Some(MailEvent::DeliveryDelay)),
        ("ooto@example.com", None),
    ] {
        let id = asked(&shop, email).await;
        event.into_iter().for_each(|event| publish(&shop, &mail_of(&shop, id), event));
        shop.settle().await;
        assert_eq!(shop.status(id).await, "sent");
        assert_eq!(next_is_skipped(&shop, email).await, None, "{email}");
    }
}

#[tokio::test]
async fn a_rejected_email_has_failed_and_its_address_is_fine() {
    let shop = Shop::new().await;
    let id = asked(&shop, "jane@example.com").await;
    publish(&shop, &mail_of(&shop, id), MailEvent::Reject);
    shop.settle().await;
    assert_eq!(
        (shop.status(id).await.as_str(), &message(&shop, id).await["failed_reason"]),
        ("failed", &json!("rejected"))
    );
    assert_eq!(next_is_skipped(&shop, "jane@example.com").await, None);
}

#[tokio::test]
async fn an_email_whose_answer_was_lost_is_settled_by_its_event_and_leaves_once() {
    let shop = Shop::new().await;
    shop.aws().set_faults(first(1, |call| call.service == Service::Ses, Fault::LoseAnswer));
    let ask = json!({"email": "jane@example.com", "channels": ["email"], "reminders_count": 1});
    shop.post("/beacon/customers", json!({"first_name": "Jane", "email": "jane@example.com"})).await.is(200);
    shop.post("/beacon/asks", ask).await.is(200);
    shop.settle().await;
    let id = shop.newest_request().await;
    shop.advance(MINUTE).await;
    assert_eq!(shop.status(id).await, "sent");
    assert_eq!(shop.counters().await["sent"], 1);
    shop.advance(MINUTE * 60).await;
    assert_eq!(shop.inbox().len(), 1, "nobody tries again");
    shop.advance_days(4).await;
    assert_eq!(shop.inbox().len(), 2, "its reminder leaves");
    let words = ["created", "claimed", "outcome_unknown", "sent", "scheduled", "delivered"];
    assert_eq!(shop.timeline(id).await[..6], words);
}

#[tokio::test]
async fn the_queue_of_events_holds_no_address_and_no_link() {
    let shop = Shop::new().await;
    shop.sent(json!({"email": "jane@example.com", "delay_days": 0})).await;
    let events = shop.aws().queue(local::Work::Reports).unwrap().bodies();
    assert_eq!(events.len(), 2);
    for event in events {
        for secret in ["jane", "@", "unsubscribe", "Fern", "http"] {
            assert!(!event.contains(secret), "{secret} in {event}");
        }
    }
}

#[tokio::test]
async fn reports_about_no_request_are_dropped_and_malformed_ones_become_dead_letters() {
    let shop = Shop::new().await;
    let id = asked(&shop, "jane@example.com").await;
    let mut mail = mail_of(&shop, id);
    mail.tags.clear();
    publish(&shop, &mail, MailEvent::PermanentBounce);
    shop.settle().await;
    assert_eq!(
        (shop.aws().queue(local::Work::Reports).unwrap().bodies().len(), shop.status(id).await.as_str()),
        (0, "sent")
    );
    mail.tags = [("tenant", "fern"), ("mode", "live"), ("request", "x"), ("step", "0")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
    publish(&shop, &mail, MailEvent::PermanentBounce);
    shop.advance_days(1).await;
    assert_eq!(shop.aws().queue(local::Work::Reports).unwrap().bodies().len(), 1, "a dead letter");
}

/// Sends emails that bounce, that are marked as spam, and that arrive.
pub async fn send(shop: &Shop, bounces: usize, complaints: usize, fine: usize) {
    let kinds = [("bounce", bounces), ("complaint", complaints), ("fine", fine)];
    for (kind, number) in kinds.into_iter().flat_map(|(kind, count)| (0..count).map(move |number| (kind, number))) {
        let email = format!("{kind}+{}-{number}@example.com", shop.now().as_second());
        shop.created(json!({"email": email, "delay_days": 0})).await;
    }
    shop.settle().await;
    shop.advance(MINUTE).await;
}

pub async fn deliverability(shop: &Shop) -> Value {
    shop.get("/api/v1/deliverability").await.json()
}

#[tokio::test]
async fn a_shop_sees_whether_its_domain_has_dkim_spf_and_dmarc() {
    let shop = Shop::new().await;
    let aws = shop.aws().clone();
    let identity = |verified: Value, dkim: Value, spf: Value, dmarc: Value| json!({"domain": "afterword.example", "verified": verified, "dkim": dkim, "spf": spf, "dmarc": dmarc});
    let (yes, no) = (json!(true), json!(false));
    let signed = identity(yes.clone(), yes.clone(), no.clone(), yes.clone());
    assert_eq!(deliverability(&shop).await["identity"], signed);
    aws.verify_identities([]);
    shop.jump(MINUTE * 10);
    assert_eq!(deliverability(&shop).await["identity"], identity(no.clone(), no.clone(), no.clone(), no.clone()));
    shop.jump(MINUTE * 10);
    aws.set_faults(|call| if call.service == Service::Ses { Fault::ServerError } else { Fault::None });
    let unknown = deliverability(&shop).await;
    let null = || Value::Null;
    assert_eq!(unknown["identity"], identity(null(), null(), null(), null()), "SES cannot be asked");
    assert_eq!(unknown["last_1000"]["sent"], 0, "which hides nothing else");
}

#[tokio::test]
async fn a_shop_whose_emails_bounce_is_suspended_until_it_is_released() {
    let shop = Shop::new().await;
    send(&shop, 4, 0, 45).await;
    let (later, _) = shop.created(json!({"email": "later@example.com", "delay_days": 1})).await;
    assert_eq!(
        deliverability(&shop).await["brake"],
        json!({"held": false, "since": null, "reason": null, "until": null})
    );
    send(&shop, 1, 0, 0).await;
    let held = deliverability(&shop).await;
    assert_eq!(held["last_1000"], json!({"sent": 50, "bounced": 5, "complained": 0}));
    assert_eq!((&held["brake"]["held"], &held["brake"]["reason"]), (&json!(true), &json!("bounces")));

    let waits = asked(&shop, "jane@example.com").await;
    // `later` was created before the suspension began, so it becomes due within this time.
    shop.advance(DAY - MINUTE).await;
    assert!(deliverability(&shop).await["brake"]["held"] == true);
    assert_eq!(shop.inbox().len(), 50, "nothing leaves");
    for id in [waits, later] {
        assert_eq!(shop.status(id).await, "scheduled");
        let held: Vec<_> = entries(&shop, id).await.into_iter().filter(|entry| entry["what"] == "held").collect();
        let [held] = &held[..] else { panic!("said once: {held:?}") };
        assert_eq!(held["detail"], "bounces");
    }
    asked(&shop.beside("oak").await, "jane@example.com").await;
    assert_eq!(shop.inbox().len(), 51, "another shop is not suspended");

    let released = shop.post("/api/v1/deliverability/release", json!({})).await;
    assert_eq!((released.status.as_u16(), released.json()), (200, deliverability(&shop).await));
    assert_eq!(released.json()["last_1000"], json!({"sent": 50, "bounced": 5, "complained": 0}), "it shows what was");
    shop.advance(MINUTE * 61).await;
    assert_eq!(shop.inbox().len(), 53, "both leave within the hour");
    send(&shop, 1, 0, 0).await;
    assert_eq!(deliverability(&shop).await["brake"]["held"], false, "one bounce does not suspend it again");
}

/// Suspends a shop while the answer to one of the writes is lost that reports cause. `lost` is the number of this write
/// from 0. Returns the number of writes.
async fn suspend_without_answer(lost: usize) -> usize {
    let shop = Shop::new().await;
    send(&shop, 4, 0, 45).await;
    for number in 0..2 {
        shop.created(json!({"email": format!("bounce+{number}@example.com"), "delay_days": 0})).await;
    }
    shop.settle().await;
    let (log, puts) = (Log::default(), Arc::new(AtomicUsize::new(0)));
    let (logging, counted) = (log.listen(), Arc::clone(&puts));
    shop.aws().hurry(1_000);
    shop.aws().set_faults(move |call| {
        let writes = ["PutItem", "TransactWriteItems"].contains(&call.operation.as_str());
        let is_lost = writes && counted.fetch_add(1, Ordering::SeqCst) == lost;
        if is_lost { Fault::LoseAnswer } else { Fault::None }
    });
    shop.advance(MINUTE).await;
    assert_eq!(deliverability(&shop).await["brake"]["held"], true);
    assert_eq!(log.lines_with("held_shop"), 1, "without answer {lost}");
    drop(logging);
    puts.load(Ordering::SeqCst)
}

#[tokio::test]
async fn a_suspension_is_logged_once_whichever_answer_is_lost() {
    for lost in 0..suspend_without_answer(usize::MAX).await {
        suspend_without_answer(lost).await;
    }
}

#[tokio::test]
async fn a_shop_whose_emails_are_marked_as_spam_is_suspended() {
    let shop = Shop::new().await;
    send(&shop, 0, 2, 99).await;
    assert_eq!(deliverability(&shop).await["brake"]["held"], false, "one person can complain twice");
    send(&shop, 0, 1, 0).await;
    let held = deliverability(&shop).await;
    assert_eq!((&held["brake"]["held"], &held["brake"]["reason"]), (&json!(true), &json!("complaints")));
    let sms = json!({"email": "jane@example.com", "channels": ["sms"]});
    let jane = json!({"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"});
    shop.post("/beacon/customers", jane).await.is(200);
    shop.post("/beacon/asks", sms).await.is(200);
    shop.settle().await;
    assert_eq!(shop.inbox().last().unwrap().channel, "sms", "only emails are suspended");
}

async fn texted(shop: &Shop, phone: &str) -> u64 {
    let email = format!("a{}@example.com", &phone[1..]);
    shop.post("/beacon/customers", json!({"first_name": "Jane", "email": email, "phone": phone})).await.is(200);
    shop.post("/beacon/asks", json!({"email": email, "channels": ["sms"], "reminders_count": 1})).await.is(200);
    shop.settle().await;
    shop.advance(MINUTE).await;
    shop.newest_request().await
}

#[tokio::test]
async fn an_sms_is_reported_as_an_email_is() {
    let shop = Shop::new().await;
    let id = texted(&shop, "+491711234567").await;
    assert_eq!(shop.timeline(id).await, ["created", "claimed", "sent", "scheduled", "delivered"]);
    assert_eq!(message(&shop, id).await["delivered_at"], "2026-11-20T06:00:03Z");
    assert_eq!(deliverability(&shop).await["last_1000"]["sent"], 0, "only emails count");

    let id = texted(&shop, "+491711234568").await;
    shop.aws().publish_sms_event(&mail_of(&shop, id), "TEXT_INVALID").unwrap();
    shop.settle().await;
    assert_eq!(
        (shop.status(id).await.as_str(), &message(&shop, id).await["failed_reason"]),
        ("failed", &json!("bounced"))
    );
    let again = texted(&shop, "+491711234568").await;
    assert_eq!((again != id, shop.inbox().len()), (true, 2), "the number is not written to again");

    shop.aws().set_faults(first(1, |call| call.service == Service::Sms, Fault::LoseAnswer));
    assert_eq!(shop.status(texted(&shop, "+491711234569").await).await, "sent", "not unconfirmed");
}

#[tokio::test]
async fn a_reply_of_stop_ends_sms_of_every_shop() {
    let shop = Shop::new().await;
    let other = shop.beside("oak").await;
    for (number, (reply, stops)) in
        [("STOP", true), ("Stop.", true), (" unsubscribe me", true), ("Thanks!", false), ("", false)].iter().enumerate()
    {
        let phone = format!("+49171123456{number}");
        let id = texted(&shop, &phone).await;
        shop.aws().reply_to_sms(&mail_of(&shop, id), reply).unwrap();
        shop.settle().await;
        let elsewhere = texted(&other, &phone).await;
        shop.advance_days(4).await;
        for (shop, id, detail) in [(&shop, id, "reminder 1 by sms: stopped"), (&other, elsewhere, "sms: stopped")] {
            let skipped = entries(shop, id).await.into_iter().find(|entry| entry["what"] == "skipped");
            assert_eq!(skipped.map(|entry| entry["detail"].clone()), stops.then(|| json!(detail)), "{reply}");
        }
    }
    let mut sent: Vec<_> = shop.inbox().into_iter().map(|sms| sms.to).collect();
    sent.sort();
    let once = [0, 1, 2].map(|number| format!("+49171123456{number}")).to_vec();
    assert_eq!(sent, [once, [3, 4].map(|number| vec![format!("+49171123456{number}"); 4]).concat()].concat());
}

/// Whether the shop can send an SMS to a number to which it has not sent before.
pub async fn is_texted(shop: &Shop, phone: &str) -> bool {
    let (before, id) = (shop.inbox().len(), format!("shop-{}", shop.now().as_second()));
    texted(&shop.beside(&id).await, phone).await;
    shop.inbox().len() > before
}

/// A reply to the last SMS to a number. It is read immediately.
async fn reply(shop: &Shop, phone: &str, words: &str) {
    shop.aws().reply_to_sms(&shop.inbox().into_iter().rfind(|sms| sms.to == phone).unwrap(), words).unwrap();
    shop.settle().await;
    shop.advance(MINUTE).await;
}

#[tokio::test]
async fn a_reply_stops_by_its_first_word_or_as_a_whole_and_starts_as_a_whole() {
    let shop = Shop::new().await;
    for (number, (words, stops)) in [
        ("STOP", true),
        (" stop sending this", true),
        ("StopAll", true),
        ("unsubscribe me", true),
        ("ARRÊT !", true),
        ("arret", true),
        ("End", true),
        ("opt-out", true),
        ("TD", true),
        ("Quit!", true),
        ("End of last week it arrived, lovely", false),
        ("Cancel that, I love it", false),
        ("Remove the lid first", false),
        ("TD Bank called", false),
        ("Please stop", false),
        ("START", false),
        ("👍", false),
    ]
    .into_iter()
    .enumerate()
    {
        let phone = format!("+4917112345{number:02}");
        assert!(is_texted(&shop, &phone).await);
        reply(&shop, &phone, words).await;
        assert_eq!(is_texted(&shop, &phone).await, !stops, "{words:?}");
        if !stops {
            continue;
        }
        for (words, starts) in [("Start again please", false), ("unstop.", true)] {
            reply(&shop, &phone, words).await;
            assert_eq!(is_texted(&shop, &phone).await, starts, "{words:?}");
        }
    }
}

/// The queue delivers messages in any order, and some of them again.
#[tokio::test]
async fn of_several_replies_the_latest_counts() {
    let shop = Shop::new().await;
    let phone = "+491711234567";
    let parts = mail_events::start(&shop.world.env_of("mail-events")).unwrap();
    let take = async |words: &str, second: i64| {
        let body = json!({"originationNumber": phone, "destinationNumber": "+12125550100", "messageBody": words});
        let sent = (shop.now().as_second() - 100 + second) * 1_000;
        let attributes = json!({"SentTimestamp": sent.to_string()});
        let record = json!({"messageId": "1", "body": body.to_string(), "attributes": attributes});
        let event = serde_json::from_value(json!({"Records": [record]})).unwrap();
        assert!(mail_events::handle(parts.clone(), event).await.unwrap().batch_item_failures.is_empty());
    };
    assert!(is_texted(&shop, phone).await);
    for (replies, leaves) in [
        (&[("STOP", 1), ("START", 2)][..], true),
        (&[("STOP", 3), ("STOP", 5), ("START", 4)], false),
        (&[("START", 6), ("STOP", 5)], false),
        (&[("START", 7), ("START", 6)], true),
    ] {
        for (words, second) in replies {
            take(words, *second).await;
        }
        assert_eq!(is_texted(&shop, phone).await, leaves, "{replies:?}");
    }
}

/// A reply about something else contains a person's words.
#[tokio::test]
async fn replies_are_not_set_aside_with_their_words() {
    let shop = Shop::new().await;
    assert!(is_texted(&shop, "+491711234567").await);
    let sms = shop.inbox().pop().unwrap();
    for (from, words) in [("12345", "STOP this secret"), ("+491711234567", "a secret")] {
        shop.aws().reply_to_sms(&Mail { to: from.to_owned(), ..sms.clone() }, words).unwrap();
    }
    shop.settle().await;
    shop.advance_days(1).await;
    assert_eq!(shop.aws().queue(local::Work::Reports).unwrap().bodies(), [""; 0]);
}

/// A message from the morning does not arrive at night, or days later.
#[tokio::test]
async fn an_sms_and_an_email_are_delivered_within_six_hours_or_not_at_all() {
    let shop = Shop::new().await;
    texted(&shop, "+491711234567").await;
    assert_eq!(shop.inbox()[0].headers["TimeToLive"], "21600");
    let sets = crate::deployment::template::resources("AWS::SES::ConfigurationSet");
    let [(_, set)] = &sets[..] else { panic!("one configuration set") };
    assert_eq!(set["Properties"]["DeliveryOptions"]["MaxDeliverySeconds"].as_i64(), Some(21_600));
}

/// Figure R16: events about one email, each twice and in a random order, a second apart. In any order, the address is
/// suppressed within a minute, and everything that can be read about the request is the same at the end.
#[tokio::test]
async fn in_any_order_and_number_events_end_in_one_state_within_a_minute() {
    let (mut ends, mut slowest) = (Vec::new(), SignedDuration::ZERO);
    for seed in 0..orders() {
        let shop = Shop::new().await;
        shop.aws().lose_mail_events(true);
        let ask = json!({"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"});
        shop.post("/beacon/customers", ask).await.is(200);
        let ask = json!({"email": "jane@example.com", "channels": ["email"], "reminders_count": 3});
        shop.post("/beacon/asks", ask).await.is(200);
        shop.settle().await;
        let id = local::request_of(&shop.inbox()[0]).unwrap();
        let mail = mail_of(&shop, id);
        shop.advance(MINUTE).await;

        let events = shuffled(seed);
        // Each event happened at its own time, however late it arrives.
        for event in events {
            let number = MailEvent::ALL.iter().position(|other| *other == event).unwrap();
            let at = mail.sent_at + SignedDuration::from_secs(i64::try_from(number).unwrap() + 1);
            shop.aws().publish_mail_event_of(&mail, event, at).unwrap();
            let published = shop.now();
            shop.settle().await;
            let stops = matches!(event, MailEvent::PermanentBounce | MailEvent::Complaint);
            if stops {
                slowest = slowest.max(suppressed_at(&shop).await.duration_since(published));
            }
        }
        let request = domain::values::RequestId::new(id).unwrap();
        let request = shop.store().request(&shop.tenant, request).await.unwrap().unwrap();
        let suppression = crate::support::table(&shop.world).await.into_iter().find(is_suppression).unwrap();
        ends.push(json!({
            "steps": format!("{:?}", request.steps),
            "timeline": entries(&shop, id).await,
            "message": message(&shop, id).await["failed_reason"],
            // The address is encrypted with a nonce that differs each time.
            "suppression": [suppression["PK"], suppression["bounced"], suppression["complained"]],
            "counters": shop.counters().await,
            "deliverability": deliverability(&shop).await,
        }));
    }
    assert!(ends.iter().all(|end| *end == ends[0]), "{:#}", json!(ends));
    assert!(ends[0]["suppression"].list().iter().all(|reason| !reason.is_null()), "both reasons are there");
    assert!(slowest <= MINUTE);
    println!("{} orders of {} events, one state; suppressed after {slowest:#} at most", ends.len(), shuffled(0).len());
}

fn orders() -> u64 {
    std::env::var("MAIL_EVENT_ORDERS").ok().map_or(20, |orders| orders.parse().unwrap())
}

/// Every kind of event twice, in an order that the seed determines.
fn shuffled(seed: u64) -> Vec<MailEvent> {
    let mut events = [MailEvent::ALL, MailEvent::ALL].concat();
    let random = local::seeded_random(seed);
    for index in (1..events.len()).rev() {
        events.swap(index, usize::try_from(random.below(u64::try_from(index + 1).unwrap())).unwrap());
    }
    events
}

fn is_suppression(item: &Value) -> bool {
    item["SK"]["S"].text().starts_with("SUP#")
}

async fn suppressed_at(shop: &Shop) -> jiff::Timestamp {
    for _ in 0..600 {
        let rows = crate::support::table(&shop.world).await;
        match rows.iter().filter(|item| is_suppression(item)).count() {
            0 => shop.advance(SECOND).await,
            1 => return shop.now(),
            more => panic!("{more} suppressions of one address"),
        }
    }
    panic!("never suppressed");
}
