//! Sending: claims, stop rules, lost answers, slow providers, lost wake-ups.

use aws_credential_types::Credentials;
use small_aws::Call;

use crate::privacy::secrets::Log;
use crate::support::*;

/// Injects `fault` into the first `times` calls that `which` selects.
pub(crate) fn first(
    times: usize,
    which: impl Fn(&Call) -> bool + Send + Sync,
    fault: Fault,
) -> impl Fn(&Call) -> Fault + Send + Sync {
    let left = Arc::new(AtomicUsize::new(times));
    move |call| {
        let take = |left: usize| left.checked_sub(1);
        if which(call) && left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, take).is_ok() {
            return fault;
        }
        Fault::None
    }
}

pub(crate) fn is_mail(call: &Call) -> bool {
    call.operation == "SendEmail"
}

fn is_hint(call: &Call) -> bool {
    matches!(call.service, Service::Sqs | Service::Scheduler)
}

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

#[test]
fn a_world_differs_from_lambda_in_endpoint_credentials_and_http_client_alone() {
    let clock = MovableClock::frozen(START.parse().unwrap());
    let world = small_aws::SmallAws::open(None, local::deployed(), clock).unwrap().sdk_config();
    let credentials = Credentials::new("key", "secret", None, None, "test");
    let region = world.region().unwrap().clone();
    let lambda = edge::aws::configure(region, credentials, world.http_client().unwrap()).build();
    assert_eq!(world.timeout_config().unwrap().operation_attempt_timeout(), Some(Duration::from_secs(3)));
    assert_eq!(world.timeout_config(), lambda.timeout_config());
    assert_eq!(world.retry_config(), lambda.retry_config());
    assert_eq!(format!("{:?}", world.behavior_version()), format!("{:?}", lambda.behavior_version()));
}

#[tokio::test]
async fn a_provider_that_answers_after_five_seconds_is_believed() {
    let shop = Shop::new().await;
    shop.aws().hurry(10);
    for slow in [Service::Ses, Service::Sms] {
        let delay = move |call: &Call| match call.service == slow {
            true => Fault::Delay(Duration::from_secs(5)),
            false => Fault::None,
        };
        shop.aws().set_faults(delay);
        let channel = if slow == Service::Ses { "email" } else { "sms" };
        let customer = json!({"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"});
        shop.post("/beacon/customers", customer).await.is(200);
        shop.post("/beacon/asks", json!({"email": "jane@example.com", "channels": [channel]})).await.is(200);
        shop.settle().await;
        shop.heals();
        shop.advance_days(1).await;
        assert_eq!(shop.inbox().iter().filter(|message| message.channel == channel).count(), 1, "{channel}");
        let newest = shop.newest_request().await;
        assert!(!shop.timeline(newest).await.contains(&"outcome_unknown".to_owned()), "{channel}");
        shop.delete(format!("/api/v1/review-requests/{newest}")).await;
    }
}

#[tokio::test]
async fn a_mail_shows_the_products_and_one_way_out() {
    let fields = json!({"delay_days": 0, "customer_name": "Jane Doe", "product_ids": [MUG, TRAY]});
    let (shop, id, hub) = Shop::asking(fields).await;
    shop.settle().await;
    let mail = &shop.inbox()[0];
    assert_eq!(local::request_of(mail), Some(id));
    assert!(mail.from.starts_with("\"Fern & Oak\" <"));
    assert_eq!(link_in(mail), hub);
    for part in [mail.html.as_ref().unwrap(), mail.text.as_ref().unwrap()] {
        part.shows([
            "Jane",
            "Stoneware mug",
            "Oak tray",
            "18 February 2027",
            "1 Example Street",
            "/review/unsubscribe?token=",
        ]);
    }
    let tags = ["tenant", "mode", "request", "step", "attempt"];
    assert!(tags.iter().all(|tag| mail.tags.contains_key(*tag)));
}

#[tokio::test]
async fn any_number_of_wake_ups_sends_one_message() {
    let (shop, id, _) = Shop::asking(json!({"delay_days": 0})).await;
    let sender = send_request::start(shop.world.env()).unwrap();
    let wake = shop.wake(id).await;
    join_all((0..50).map(|_| sender.wake(&wake))).await;
    shop.settle().await;
    assert_eq!(shop.inbox().len(), 1);
    assert_eq!(shop.counters().await["sent"], 1);
}

#[tokio::test]
async fn a_lost_hint_is_found_by_the_reconciler() {
    let shop = Shop::new().await;
    for delay in [0, 1] {
        shop.aws().set_faults(|call| if is_hint(call) { Fault::LoseRequest } else { Fault::None });
        shop.created(json!({"delay_days": delay})).await;
        shop.heals();
    }
    shop.settle().await;
    assert!(shop.inbox().is_empty());
    shop.advance(MINUTE * 8).await;
    assert_eq!(shop.inbox().len(), 1);
    shop.advance(DAY).await;
    assert_eq!(shop.inbox().len(), 2);
}

#[tokio::test]
async fn an_outage_does_not_multiply_the_queue() {
    let shop = Shop::new().await;
    shop.aws().set_faults(|call| if is_hint(call) { Fault::LoseRequest } else { Fault::None });
    shop.created(json!({"delay_days": 0})).await;
    shop.heals();
    shop.jump(MINUTE * 3);
    let reconcile = reconcile::start(shop.world.env()).unwrap();
    let mut woken = 0;
    for _ in 0..10 {
        woken += reconcile::handle(reconcile.clone(), json!({})).await.unwrap().woken;
    }
    assert_eq!(woken, 1);
}

#[tokio::test]
async fn a_lost_answer_waits_for_evidence_and_is_tried_once_more() {
    let shop = Shop::new().await;
    shop.aws().set_faults(first(1, is_mail, Fault::LoseRequest));
    let (id, _) = shop.sent(json!({"delay_days": 0})).await;
    assert_eq!(shop.status(id).await, "sending");
    shop.advance(MINUTE * 14).await;
    assert!(shop.inbox().is_empty(), "nobody decides before the evidence's time");
    shop.advance(MINUTE * 2).await;
    assert_eq!(shop.inbox().len(), 1);
    assert_eq!(shop.status(id).await, "sent");
    assert!(shop.timeline(id).await.contains(&"outcome_unknown".to_owned()));
}

/// Then nobody knows whether the message is claimed, but the provider was not called.
#[tokio::test]
async fn a_claim_whose_answer_never_comes_costs_a_message_no_try() {
    let (shop, id, _) = Shop::asking(json!({"delay_days": 0})).await;
    let puts = Arc::new(AtomicUsize::new(0));
    shop.aws().set_faults(move |call| match call.operation == "PutItem" {
        true => match puts.fetch_add(1, Ordering::SeqCst) {
            0 => Fault::LoseAnswer,
            1..9 => Fault::ServerError,
            _ => Fault::None,
        },
        false => Fault::None,
    });
    shop.advance(MINUTE * 5).await;
    assert_eq!((shop.inbox().len(), shop.status(id).await.as_str()), (1, "sent"));
}

#[tokio::test]
async fn an_outcome_that_stays_unknown_is_not_tried_a_third_time() {
    let shop = Shop::new().await;
    shop.aws().lose_mail_events(true);
    shop.aws().set_faults(first(9, is_mail, Fault::LoseAnswer));
    let (id, _) = shop.created(json!({"delay_days": 0})).await;
    let log = Log::default();
    let logging = log.listen();
    shop.advance_days(2).await;
    drop(logging);
    assert_eq!(log.lines_with("unconfirmed"), 1, "which is an alarm");
    assert_eq!(shop.inbox().len(), 2);
    assert_eq!(shop.timeline(id).await.last().unwrap(), "unconfirmed");
    let read = shop.get(format!("/api/v1/review-requests/{id}")).await.json();
    assert_eq!(
        (&read["status"], &read["sent_at"]),
        (&json!("sending"), &json!(null)),
        "nobody knows whether it was sent"
    );
    assert_eq!(shop.counters().await.get("sent"), None);
    assert_eq!(shop.get("/api/v1/stats").await.json()["total"]["sent"], 0);
}

#[tokio::test]
async fn the_timeline_explains_both_emails_of_a_sender_that_died_before_its_commit() {
    let shop = Shop::new().await;
    shop.aws().lose_mail_events(true);
    let (id, _) = shop.created(json!({"delay_days": 0})).await;
    let called = AtomicUsize::new(0);
    // After SES has accepted the email, all calls of its sender fail.
    shop.aws().set_faults(move |call| match called.fetch_add(usize::from(is_mail(call)), Ordering::SeqCst) {
        0 => Fault::None,
        _ => Fault::LoseRequest,
    });
    shop.settle().await;
    shop.heals();
    shop.advance(MINUTE * 20).await;
    assert_eq!(shop.inbox().len(), 2);
    assert_eq!(shop.timeline(id).await, ["created", "claimed", "outcome_unknown", "claimed", "sent"]);
}

#[tokio::test]
async fn a_throttled_mail_backs_off_and_leaves_once() {
    let shop = Shop::new().await;
    shop.aws().set_faults(first(6, is_mail, Fault::Throttle));
    let (id, _) = shop.created(json!({"delay_days": 0})).await;
    shop.advance(MINUTE * 60).await;
    assert_eq!(shop.inbox().len(), 1);
    assert_eq!(shop.timeline(id).await, ["created", "claimed", "throttled", "claimed", "sent", "delivered"]);
    let timeline = shop.get(format!("/api/v1/review-requests/{id}/timeline")).await.json();
    assert_eq!(timeline["timeline"][2]["count"], 6, "{timeline}");
    assert!(shop.aws().queue(local::Work::Sends).unwrap().dead().is_empty());
}

#[tokio::test]
async fn a_permanent_rejection_is_failed_with_its_reason() {
    let (shop, id, hub) = Shop::asking(json!({"email": "reject@example.com", "delay_days": 0})).await;
    shop.advance(MINUTE).await;
    assert_eq!(shop.status(id).await, "failed");
    let timeline = shop.get(format!("/api/v1/review-requests/{id}/timeline")).await.json();
    assert_eq!(timeline["timeline"].list().last().unwrap()["detail"], "MessageRejected");
    assert_eq!(shop.browse(&hub).await.status, 200, "the link works, however it travels");
    assert_eq!(shop.counters().await["failed"], 1);
}

/// The simulator's seed 10767: a review between a claim and its release, because SES could not be reached.
#[tokio::test]
async fn an_order_that_was_reviewed_while_its_mail_was_refused_is_not_asked_about_again() {
    let shop = Shop::new().await;
    shop.aws().hurry(1_000);
    let tried = Arc::new(AtomicBool::new(false));
    let is_tried = Arc::clone(&tried);
    shop.aws().set_faults(move |call: &Call| match is_mail(call) && !is_tried.swap(true, Ordering::SeqCst) {
        true => Fault::NeverConnect,
        false => Fault::None,
    });
    let order = json!({"order_id": "A", "delay_days": 0});
    let (id, hub) = shop.created(order.clone()).await;
    let review = async {
        while !tried.load(Ordering::SeqCst) {
            tokio::task::yield_now().await;
        }
        shop.review(&hub, 0).await;
    };
    tokio::join!(shop.settle(), review);
    shop.advance(MINUTE * 20).await;
    assert_eq!((shop.status(id).await.as_str(), shop.inbox().len()), ("completed", 0));
    assert_eq!(shop.timeline(id).await.last().unwrap(), "skipped");
    shop.create(order).await.is_error(409, "duplicate_request");
}

#[tokio::test]
async fn a_mail_with_nothing_left_to_review_is_not_sent() {
    let (shop, id, hub) = Shop::asking(json!({"delay_days": 1})).await;
    shop.review(&hub, 0).await;
    shop.advance_days(2).await;
    assert!(shop.inbox().is_empty());
    assert_eq!(shop.status(id).await, "completed");
    assert!(shop.timeline(id).await.contains(&"skipped".to_owned()));
}

#[tokio::test]
async fn a_throttled_mail_whose_release_cannot_be_saved_is_not_an_unknown_one() {
    let (shop, id, _) = Shop::asking(json!({"delay_days": 0})).await;
    // SES throttles once. Then the table fails until the wake-up is back in the queue.
    let (throttled, queued) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let unsaved = Arc::new(AtomicUsize::new(0));
    let failed = unsaved.clone();
    shop.aws().hurry(100);
    shop.aws().set_faults(move |call| match call.service {
        Service::Ses if throttled.fetch_add(1, Ordering::SeqCst) == 0 => Fault::Throttle,
        Service::DynamoDb if throttled.load(Ordering::SeqCst) == 1 && queued.load(Ordering::SeqCst) == 0 => {
            failed.fetch_add(1, Ordering::SeqCst);
            Fault::ServerError
        }
        Service::Sqs => {
            queued.fetch_add(1, Ordering::SeqCst);
            Fault::None
        }
        _ => Fault::None,
    });
    shop.settle().await;
    assert!(unsaved.load(Ordering::SeqCst) > 0, "the table still has the claim");
    shop.advance(MINUTE * 2).await;
    assert_eq!((shop.inbox().len(), shop.status(id).await.as_str()), (1, "sent"), "long before the 15 minutes");
    assert_eq!(shop.timeline(id).await, ["created", "claimed", "throttled", "claimed", "sent", "delivered"]);
}

#[tokio::test]
async fn a_panic_in_one_message_of_a_batch_is_its_failure_alone() {
    let shop = Shop::new().await;
    let mut records = Vec::new();
    for name in ["A", "B", "C"] {
        let (id, _) = shop.created(json!({"delay_days": 0, "order_id": name})).await;
        records.push(json!({"messageId": name, "body": serde_json::to_string(&shop.wake(id).await).unwrap()}));
    }
    // The first reading of the clock is message A's.
    let (world, looks) = (shop.world.env().clone(), Arc::new(AtomicUsize::new(0)));
    let clock = world.clock.clone();
    let clock = app::clock::Clock::new(move || match looks.fetch_add(1, Ordering::SeqCst) {
        0 => panic!("a fault of ours"),
        _ => clock.now(),
    });
    let env = edge::env::Env::new(world.sdk, world.settings, clock, world.random);
    let event = serde_json::from_value(json!({"Records": records})).unwrap();
    let answer = send_request::handle(send_request::start(&env).unwrap(), event).await.unwrap();
    let failed: Vec<_> = answer.batch_item_failures.iter().map(|item| item.item_identifier.as_str()).collect();
    assert_eq!((failed, shop.inbox().len()), (vec!["A"], 2));
    shop.advance(MINUTE * 10).await;
    assert_eq!(shop.inbox().len(), 3);
}

#[tokio::test]
async fn a_mail_whose_time_was_moved_leaves_at_the_new_one() {
    let (shop, _, hub) = Shop::asking(json!({"delay_days": 5})).await;
    shop.advance_days(1).await;
    shop.submit("/review/hub/postpone", &[("token", token_of(&hub))]).await.is(200);
    // The schedule for day 5 fires, and finds that the email is due on day 8. It still exists when the sender creates
    // another one.
    shop.advance_days(20).await;
    let [mail] = &shop.inbox()[..] else { panic!("one mail") };
    let start: jiff::Timestamp = START.parse().unwrap();
    assert_eq!(mail.sent_at, start + SignedDuration::from_hours(8 * 24), "not five minutes later, by reconcile");
}

#[tokio::test]
async fn an_opening_survives_another_change_at_the_same_time() {
    let (shop, id, hub) = Shop::asking(json!({"delay_days": 7})).await;
    let is_save = |call: &Call| call.operation == "TransactWriteItems";
    shop.aws().set_faults(first(1, is_save, Fault::Delay(Duration::from_millis(200))));
    let change = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        shop.post(format!("/api/v1/review-requests/{id}/send"), json!({})).await.is(200);
    };
    futures_util::future::join(shop.browse(&hub), change).await;
    assert!(shop.timeline(id).await.contains(&"opened".to_owned()));
    assert_eq!(shop.counters().await["opened"], 1);
}

#[tokio::test]
async fn a_cancel_before_the_claim_never_mails_and_after_it_mails_a_dead_link() {
    let (shop, before, _) = Shop::asking(json!({"delay_days": 0})).await;
    shop.delete(format!("/api/v1/review-requests/{before}")).await;
    shop.settle().await;
    assert!(shop.inbox().is_empty());

    let (after, _) = shop.created(json!({"delay_days": 0})).await;
    shop.aws().set_faults(first(1, is_mail, Fault::Delay(std::time::Duration::from_millis(200))));
    let cancel = async {
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        assert_eq!(shop.status(after).await, "sending");
        shop.delete(format!("/api/v1/review-requests/{after}")).await
    };
    futures_util::future::join(shop.settle(), cancel).await;
    let [mail] = &shop.inbox()[..] else { panic!() };
    shop.browse(link_in(mail)).await.is(410);
    assert_eq!(shop.status(after).await, "cancelled");
    assert_eq!(shop.timeline(after).await, ["created", "claimed", "cancelled", "sent"]);
}

#[tokio::test]
async fn an_unsubscribe_between_decision_and_claim_holds() {
    let shop = Shop::new().await;
    shop.sent(json!({"delay_days": 0})).await;
    let link = path_of(shop.inbox()[0].headers["List-Unsubscribe"].trim_matches(['<', '>']));
    let (id, _) = shop.created(json!({"delay_days": 0})).await;
    // The claim is the sender's first write. It is delayed until the address is suppressed.
    let is_claim = |call: &Call| call.operation == "PutItem";
    shop.aws().set_faults(first(1, is_claim, Fault::Delay(std::time::Duration::from_millis(200))));
    let stop = async {
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        shop.submit(&link, &[("List-Unsubscribe", "One-Click")]).await
    };
    futures_util::future::join(shop.settle(), stop).await;
    assert_eq!(shop.inbox().len(), 1);
    assert_eq!(shop.timeline(id).await.last().unwrap(), "skipped");
}

#[tokio::test]
async fn a_message_that_is_no_wake_up_ends_in_the_dead_letter_queue() {
    let shop = Shop::new().await;
    let sqs = aws_sdk_sqs::Client::new(&shop.world.env().sdk);
    for body in ["nonsense", r#"{"tenant":"fern","mode":"live","request":0,"step":0}"#] {
        sqs.send_message().queue_url(local::Work::Sends.url()).message_body(body).send().await.unwrap();
    }
    shop.advance_days(1).await;
    assert_eq!(shop.aws().queue(local::Work::Sends).unwrap().dead().len(), 2);
}

#[tokio::test]
async fn expiry_is_counted_within_five_minutes_and_without_a_review_only() {
    let (shop, untouched, _) = Shop::asking(json!({"skip_email": true})).await;
    let (_, hub) = shop.created(json!({"skip_email": true, "product_ids": [MUG, TRAY]})).await;
    shop.review(&hub, 0).await;
    shop.advance_days(90).await;
    shop.advance(MINUTE * 8).await;
    assert_eq!(shop.counters().await["expired"], 1);
    assert!(shop.timeline(untouched).await.contains(&"expired".to_owned()));
    shop.advance_days(10).await;
    assert_eq!(shop.counters().await["expired"], 1);
}
