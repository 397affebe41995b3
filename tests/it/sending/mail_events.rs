//! The providers' reports about messages: each report has its effects on the request, its address and its shop, in any
//! order and however often it is delivered.

use domain::values::RequestId;
use small_aws::MailEvent;

use crate::support::*;

/// Asks a customer now, and lets a minute pass.
pub async fn asked(shop: &Shop, email: &str) -> u64 {
    let (id, _) = shop.sent(json!({"email": email, "delay_days": 0})).await;
    shop.advance(MINUTE).await;
    id
}

fn mail_of(shop: &Shop, id: u64) -> Mail {
    shop.inbox().into_iter().find(|mail| local::request_of(mail) == Some(id)).unwrap()
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
async fn a_report_about_no_request_is_dropped() {
    let shop = Shop::new().await;
    let id = asked(&shop, "jane@example.com").await;
    let mail = Mail { tags: BTreeMap::new(), ..mail_of(&shop, id) };
    shop.aws().publish_mail_event(&mail, MailEvent::PermanentBounce).unwrap();
    shop.advance_days(1).await;
    assert_eq!(shop.aws().queue(local::Work::Reports).unwrap().bodies(), [""; 0]);
    assert_eq!(shop.status(id).await, "sent");
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
    let other = shop.beside("oak").await;
    let sees = async |shop: &Shop, [verified, dkim, spf, dmarc]: [Option<bool>; 4], asked: usize| {
        shop.aws().take_calls();
        let shown = deliverability(shop).await;
        let fields = json!({"verified": verified, "dkim": dkim, "spf": spf, "dmarc": dmarc});
        assert_eq!(shown["identity"], with(json!({"domain": "afterword.example"}), fields));
        assert_eq!(shown["last_1000"]["sent"], 0, "which hides nothing else");
        let calls = shop.aws().take_calls();
        assert_eq!(calls.iter().filter(|call| call.service == Service::Ses).count(), asked);
    };
    let verified = [Some(true), Some(true), Some(false), Some(true)];
    sees(&shop, verified, 1).await;
    for shop in [&other, &shop].repeat(4) {
        sees(shop, verified, 0).await;
    }
    shop.aws().verify_identities([]);
    shop.jump(MINUTE * 10);
    sees(&other, [Some(false); 4], 1).await;
    // A call that SES throttles is not repeated.
    shop.jump(MINUTE * 10);
    shop.fails(Service::Ses, Fault::Throttle);
    sees(&shop, [None; 4], 1).await;
}

/// Whether the shop can send an SMS to a number to which it has not sent before.
async fn is_texted(shop: &Shop, phone: &str) -> bool {
    let (before, id) = (shop.inbox().len(), format!("shop-{}", shop.now().as_second()));
    let other = shop.beside(&id).await;
    other.post("/beacon/customers", json!({"first_name": "Jane", "phone": phone})).await.is(200);
    other.post("/beacon/asks", json!({"phone": phone})).await.is(200);
    shop.settle().await;
    shop.advance(MINUTE).await;
    shop.inbox().len() > before
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

/// Events about one email, each twice and in a random order. In any order, the address is suppressed at once, and
/// everything that can be read about the request is the same at the end.
#[tokio::test]
async fn in_any_order_and_number_events_end_in_one_state() {
    let mut ends = Vec::new();
    for seed in 0..20 {
        let shop = Shop::new().await;
        shop.aws().lose_mail_events(true);
        let (id, _) = shop.sent(json!({"delay_days": 0, "reminders": 3})).await;
        let mail = mail_of(&shop, id);
        let suppressions = async || {
            let rows = table(&shop.world).await.into_iter();
            rows.filter(|row| row["SK"]["S"].text().starts_with("SUP#")).collect::<Vec<_>>()
        };
        // Each event happened at its own time, however late it arrives.
        for event in shuffled(seed) {
            let number = MailEvent::ALL.iter().position(|other| *other == event).unwrap();
            let at = mail.sent_at + SignedDuration::from_secs(i64::try_from(number).unwrap() + 1);
            shop.aws().publish_mail_event_of(&mail, event, at).unwrap();
            shop.settle().await;
            if matches!(event, MailEvent::PermanentBounce | MailEvent::Complaint) {
                assert_eq!(suppressions().await.len(), 1);
            }
        }
        let request = shop.store().request(&shop.tenant, RequestId::new(id).unwrap()).await.unwrap().unwrap();
        let read = |what: &str| shop.get(format!("/api/v1/review-requests/{id}/{what}"));
        let suppression = &suppressions().await[0];
        ends.push(json!({
            "steps": format!("{:?}", request.steps),
            "timeline": read("timeline").await.json()["timeline"],
            "message": read("messages").await.json()["messages"][0]["failed_reason"],
            // The address is encrypted with a nonce that differs each time.
            "suppression": [suppression["PK"], suppression["bounced"], suppression["complained"]],
            "counters": shop.counters().await,
            "deliverability": deliverability(&shop).await,
        }));
    }
    assert!(ends.iter().all(|end| *end == ends[0]), "{:#}", json!(ends));
    assert!(ends[0]["suppression"].list().iter().all(|reason| !reason.is_null()), "both reasons are there");
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
