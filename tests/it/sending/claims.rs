//! Sending: claims, stop rules, lost answers, slow providers, lost wake-ups.

use aws_credential_types::Credentials;
use small_aws::Call;

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

/// Delays the first call that `which` selects, or gives it another fault, and lets `change` happen meanwhile.
async fn meanwhile<T>(
    shop: &Shop,
    which: fn(&Call) -> bool,
    fault: Fault,
    work: impl Future,
    change: impl Future<Output = T>,
) -> T {
    let is_there = Arc::new(AtomicBool::new(false));
    let comes = Arc::clone(&is_there);
    shop.aws().set_faults(move |call| match which(call) && !comes.swap(true, Ordering::SeqCst) {
        true => fault,
        false => Fault::None,
    });
    let change = async {
        while !is_there.load(Ordering::SeqCst) {
            tokio::task::yield_now().await;
        }
        change.await
    };
    tokio::join!(work, change).1
}

const DELAY: Fault = Fault::Delay(Duration::from_millis(200));

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

/// The simulator's seed 10767: a review between a claim and its release, because SES could not be reached.
#[tokio::test]
async fn an_order_that_was_reviewed_while_its_mail_was_refused_is_not_asked_about_again() {
    let shop = Shop::new().await;
    shop.aws().hurry(1_000);
    let order = json!({"order_id": "A", "delay_days": 0});
    let (id, hub) = shop.created(order.clone()).await;
    meanwhile(&shop, is_mail, Fault::NeverConnect, shop.settle(), shop.review(&hub, 0)).await;
    shop.advance(MINUTE * 20).await;
    assert_eq!((shop.status(id).await.as_str(), shop.inbox().len()), ("completed", 0));
    assert_eq!(shop.timeline(id).await.last().unwrap(), "skipped");
    shop.create(order).await.is_error(409, "duplicate_request");
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
async fn an_opening_survives_another_change_at_the_same_time() {
    let (shop, id, hub) = Shop::asking(json!({"delay_days": 7})).await;
    let change = shop.post(format!("/api/v1/review-requests/{id}/send"), json!({}));
    let is_save = |call: &Call| call.operation == "TransactWriteItems";
    meanwhile(&shop, is_save, DELAY, shop.browse(&hub), change).await.is(200);
    assert!(shop.timeline(id).await.contains(&"opened".to_owned()));
    assert_eq!(shop.counters().await["opened"], 1);
}

#[tokio::test]
async fn a_cancel_after_the_claim_mails_a_dead_link() {
    let (shop, after, _) = Shop::asking(json!({"delay_days": 0})).await;
    let cancel = async {
        assert_eq!(shop.status(after).await, "sending");
        shop.delete(format!("/api/v1/review-requests/{after}")).await
    };
    meanwhile(&shop, is_mail, DELAY, shop.settle(), cancel).await.is(200);
    let [mail] = &shop.inbox()[..] else { panic!() };
    shop.browse(link_in(mail)).await.is(410);
    assert_eq!(shop.status(after).await, "cancelled");
    assert_eq!(shop.timeline(after).await, ["created", "claimed", "cancelled", "sent"]);
}

#[tokio::test]
async fn an_unsubscribe_between_decision_and_claim_holds() {
    let shop = Shop::new().await;
    shop.sent(json!({"delay_days": 0})).await;
    let link = unsubscribe_link(&shop.inbox()[0]);
    let (id, _) = shop.created(json!({"delay_days": 0})).await;
    // The claim is the sender's first write. It is delayed until the address is suppressed.
    let is_claim = |call: &Call| call.operation == "PutItem";
    let stop = shop.submit(&link, &[("List-Unsubscribe", "One-Click")]);
    meanwhile(&shop, is_claim, DELAY, shop.settle(), stop).await.is(200);
    assert_eq!(shop.inbox().len(), 1);
    assert_eq!(shop.timeline(id).await.last().unwrap(), "skipped");
}
