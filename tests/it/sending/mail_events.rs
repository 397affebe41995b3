//! The providers' reports about messages: each report has its effects on the request, its address and its shop, in any
//! order and however often it is delivered.

use domain::values::RequestId;
use small_aws::MailEvent;

use crate::deployment::template;
use crate::operators::admin::run;
use crate::privacy::secrets::Log;
use crate::support::*;

pub const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// Asks a customer now, and lets a minute pass.
pub async fn asked(shop: &Shop, email: &str) -> u64 {
    let (id, _) = shop.sent(json!({"email": email, "delay_days": 0})).await;
    shop.advance(MINUTE).await;
    id
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

/// SES accepts one such call a second, from all shops together.
#[tokio::test]
async fn a_shop_sees_whether_its_domain_has_dkim_spf_and_dmarc_which_is_asked_once_in_ten_minutes_for_all_shops() {
    let shop = Shop::new().await;
    let (aws, other) = (shop.aws().clone(), shop.beside("oak").await);
    let asked = || aws.take_calls().iter().filter(|call| call.service == Service::Ses).count();
    let shows = async |shop: &Shop, [verified, dkim, spf, dmarc]: [Option<bool>; 4]| {
        let shown = deliverability(shop).await;
        let fields = json!({"verified": verified, "dkim": dkim, "spf": spf, "dmarc": dmarc});
        assert_eq!(shown["identity"], with(json!({"domain": "afterword.example"}), fields));
        assert_eq!(shown["last_1000"]["sent"], 0, "which hides nothing else");
    };
    asked();
    for shop in [&shop, &other].repeat(5) {
        shows(shop, [Some(true), Some(true), Some(false), Some(true)]).await;
    }
    assert_eq!(asked(), 1);
    aws.verify_identities([]);
    shop.jump(MINUTE * 10);
    shows(&other, [Some(false); 4]).await;
    assert_eq!(asked(), 1);
    shop.jump(MINUTE * 10);
    shop.fails(Service::Ses, Fault::ServerError);
    shows(&shop, [None; 4]).await;
    asked();
    // A call that SES throttles is not repeated.
    shop.jump(MINUTE * 10);
    shop.fails(Service::Ses, Fault::Throttle);
    shows(&shop, [None; 4]).await;
    assert_eq!(asked(), 1);
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

async fn texted(shop: &Shop, phone: &str) -> u64 {
    let email = format!("a{}@example.com", &phone[1..]);
    shop.post("/beacon/customers", json!({"first_name": "Jane", "email": email, "phone": phone})).await.is(200);
    shop.post("/beacon/asks", json!({"email": email, "channels": ["sms"], "reminders_count": 1})).await.is(200);
    shop.settle().await;
    shop.advance(MINUTE).await;
    shop.newest_request().await
}

#[tokio::test]
async fn an_sms_that_cannot_arrive_fails_and_suppresses_its_number_although_its_request_was_deleted() {
    let shop = Shop::new().await;
    for (phone, is_deleted) in [("+491711234567", false), ("+491711234568", true)] {
        let id = texted(&shop, phone).await;
        let sms = mail_of(&shop, id);
        if is_deleted {
            shop.delete(format!("/api/v1/review-requests/{id}")).await.is(200);
            // Wix' delete, after which nothing of a request is left.
            let guid = RequestId::new(id).unwrap().guid();
            shop.delete(format!("/reviews/v2/review-requests/{guid}")).await.is(200);
        }
        shop.aws().publish_sms_event(&sms, "TEXT_INVALID").unwrap();
        shop.settle().await;
        if !is_deleted {
            assert_eq!(shop.status(id).await, "failed");
            assert_eq!(message(&shop, id).await["failed_reason"], "bounced");
        }
        let row = shop.get(format!("/api/v1/suppressions/{phone}")).await.json();
        has(&row, json!({"reason": "bounced", "channel": "sms"}));
        let sent = shop.inbox().len();
        assert_ne!(texted(&shop, phone).await, id);
        assert_eq!(shop.inbox().len(), sent, "the number is not written to again");
    }
}

#[tokio::test]
async fn a_reply_of_stop_ends_reminders_and_sms_of_every_shop_until_the_operator_lifts_it() {
    const PHONE: &str = "+491711234567";
    let shop = Shop::new().await;
    let other = shop.beside("oak").await;
    let lift = async |number: &str| {
        let lifted = run(&shop.world, json!({"lift_stop": {"number": number}})).await;
        lifted.map(|answer| answer["lifted"] == true).map_err(|error| error.kind().to_owned())
    };
    assert_eq!(lift(PHONE).await, Ok(false), "it was not stopped");
    let id = texted(&shop, PHONE).await;
    reply(&shop, PHONE, "STOP").await;
    let elsewhere = texted(&other, PHONE).await;
    shop.advance_days(4).await;
    assert_eq!(shop.details(id, "skipped").await, ["reminder 1 by sms: stopped"]);
    assert_eq!(other.details(elsewhere, "skipped").await, ["sms: stopped"]);
    assert_eq!(shop.inbox().len(), 1);
    assert_eq!(lift(PHONE).await, Ok(true));
    assert!(is_texted(&shop, PHONE).await);
    assert_eq!(lift("0171").await, Err("invalid".to_owned()));
}

/// Whether the shop can send an SMS to a number to which it has not sent before.
async fn is_texted(shop: &Shop, phone: &str) -> bool {
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
        ("Stop.", true),
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
        ("Thanks!", false),
        ("", false),
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
#[test]
fn an_email_is_delivered_within_six_hours_or_not_at_all() {
    let sets = template::resources("AWS::SES::ConfigurationSet");
    let [(_, set)] = &sets[..] else { panic!("one configuration set") };
    assert_eq!(set["Properties"]["DeliveryOptions"]["MaxDeliverySeconds"].as_i64(), Some(21_600));
}

/// SES reviews an account at 5 % bounces and 0.1 % complaints, and publishes both rates as numbers from 0 to 1.
#[test]
fn the_accounts_own_rates_are_watched_below_what_ses_reviews() {
    let alarms = template::resources("AWS::CloudWatch::Alarm");
    for (metric, threshold) in [("Reputation.BounceRate", 0.04), ("Reputation.ComplaintRate", 0.0008)] {
        let of = |name: &str| alarms.iter().find(|(_, alarm)| alarm["Properties"]["MetricName"].as_str() == Some(name));
        let (name, alarm) = of(metric).unwrap_or_else(|| panic!("nothing watches {metric}"));
        let properties = &alarm["Properties"];
        assert_eq!(properties["Namespace"].as_str(), Some("AWS/SES"), "{name}");
        assert!(properties["Dimensions"].is_badvalue(), "{name} is about the account");
        assert_eq!(properties["Threshold"].as_f64(), Some(threshold), "{name}");
    }
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
