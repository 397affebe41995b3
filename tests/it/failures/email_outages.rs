//! An hour in which emails cannot be sent, with the movable clock: nothing is lost or doubled, few tries are made, a
//! metric shows the outage, and everything is sent within the hour after it.
//!
//! `OUTAGE_MAILS=5000` sets how many emails are due. By default there are fewer, so that all outages together take
//! seconds.

use std::time::Instant;

use small_aws::{Call, MailStanding};

use crate::support::*;

/// How many emails are due, unless `OUTAGE_MAILS` is set.
const MAILS: usize = 50;
/// SES' message when AWS has paused an account, as it is now and as it was earlier.
pub const ENFORCED: [MailStanding; 2] = [
    MailStanding::Enforced(
        "Sending paused for this account. For more information, please check the inbox of the email address associated with \
         your AWS account.",
    ),
    MailStanding::Enforced("Sending suspended for this account."),
];
/// The maximum number of tries in an hour in which none succeeds: the batch that was running when the outage began, and
/// one try after each pause, which lasts ten minutes at most.
const TRIES_MAX: usize = 60;

#[tokio::test]
async fn ses_is_down() {
    survives("down", |_| Fault::ServerError, |_| {}, |_| {}).await;
}

#[tokio::test]
async fn ses_hangs() {
    survives("hanging", |_| Fault::Hang, |_| {}, |_| {}).await;
}

#[tokio::test]
async fn ses_refuses_connections() {
    survives("refusing", |_| Fault::RefuseConnection, |_| {}, |_| {}).await;
}

#[tokio::test]
async fn the_domain_is_not_verified() {
    let verify = |aws: &SmallAws| aws.verify_identities(["afterword.example"]);
    survives("unverified", |_| Fault::None, |aws| aws.verify_identities([]), verify).await;
}

#[tokio::test]
async fn the_account_is_paused() {
    survives("paused", |_| Fault::None, standing(MailStanding::Paused), standing(MailStanding::Production)).await;
}

#[tokio::test]
async fn aws_has_paused_the_account_for_its_bounces() {
    survives("enforced", |_| Fault::None, standing(ENFORCED[0]), standing(MailStanding::Production)).await;
}

#[tokio::test]
async fn the_account_is_out_of_quota() {
    survives("out of quota", |_| Fault::None, standing(MailStanding::OutOfQuota), standing(MailStanding::Production))
        .await;
}

#[tokio::test]
async fn the_permission_is_missing() {
    survives("without permission", |_| Fault::Deny, |_| {}, |_| {}).await;
}

#[tokio::test]
async fn emails_that_wait_for_hours_leave_and_no_wake_up_becomes_a_dead_letter() {
    let shop = Shop::new().await;
    let aws = shop.aws();
    create(&shop, 1).await;
    aws.set_mail_standing(MailStanding::Paused);
    shop.advance(SignedDuration::from_hours(24 + 8)).await;
    assert!(shop.inbox().is_empty());
    assert!(aws.queue(Work::Sends).unwrap().dead().is_empty());
    aws.set_mail_standing(MailStanding::Production);
    shop.advance(MINUTE * 60).await;
    assert_eq!(shop.inbox().len(), 1);
}

#[tokio::test]
async fn ses_throttles_nine_calls_in_ten() {
    let (shop, mails, tries) = (Shop::new().await, mails(), Arc::new(AtomicUsize::new(0)));
    create(&shop, mails).await;
    shop.advance(DAY - MINUTE).await;
    break_ses(shop.aws(), &tries, |call| if call % 10 == 9 { Fault::None } else { Fault::Throttle });
    shop.advance(MINUTE * 61).await;
    let left = shop.inbox().len();
    break_ses(shop.aws(), &tries, |_| Fault::None);
    let drained = drain(&shop, mails, "throttling").await;
    println!("throttling: {mails} mails, {left} left in the hour, drained {drained} min after");
}

fn standing(standing: MailStanding) -> impl FnOnce(&SmallAws) {
    move |aws| aws.set_mail_standing(standing)
}

/// Checks the promises about an outage; `fault` is injected into the calls to SES while it lasts.
#[expect(clippy::print_stdout, reason = "the figures, for those who run it with --nocapture")]
async fn survives(name: &str, fault: fn(usize) -> Fault, begin: impl FnOnce(&SmallAws), end: impl FnOnce(&SmallAws)) {
    let (shop, mails, tries) = (Shop::new().await, mails(), Arc::new(AtomicUsize::new(0)));
    let started = Instant::now();
    create(&shop, mails).await;
    shop.advance(DAY - MINUTE).await;
    assert!(shop.inbox().is_empty());

    let aws = shop.aws();
    aws.hurry(1_000);
    begin(aws);
    break_ses(aws, &tries, fault);
    shop.advance(MINUTE * 61).await;
    let tried = tries.load(Ordering::SeqCst);
    assert!(shop.inbox().is_empty() && (1..=TRIES_MAX).contains(&tried), "{name}: {tried} tries");
    let late_s = shop.world.reconcile().await.unwrap().oldest_late_s;
    assert!((1_800..=3_700).contains(&late_s), "{name}: the metric says {late_s} s");

    aws.hurry(1);
    end(aws);
    break_ses(aws, &tries, |_| Fault::None);
    let drained = drain(&shop, mails, name).await;
    let took_s = started.elapsed().as_secs();
    println!(
        "{name}: {mails} mails, {tried} tries in the hour, late {late_s} s, drained {drained} min after; took {took_s} s"
    );
}

/// Lets up to an hour pass, and checks that every email was sent once. Returns the minutes until then.
async fn drain(shop: &Shop, mails: usize, name: &str) -> i32 {
    let mut minutes = 0;
    while shop.inbox().len() < mails && minutes < 60 {
        shop.advance(MINUTE).await;
        minutes += 1;
    }
    shop.advance(MINUTE * (60 - minutes)).await;
    let mut left = BTreeMap::<_, usize>::new();
    shop.inbox().iter().for_each(|mail| *left.entry(local::request_of(mail)).or_default() += 1);
    assert_eq!((left.len(), shop.inbox().len()), (mails, mails), "{name}: each email once");
    assert_eq!(shop.counters().await["sent"], u64::try_from(mails).unwrap(), "{name}");
    assert!(shop.aws().queue(Work::Sends).unwrap().dead().is_empty(), "{name}");
    assert_eq!(shop.aws().queue(Work::Sends).unwrap().waiting(), [], "{name}: no wake-up is left over");
    assert_eq!(shop.world.reconcile().await.unwrap().oldest_late_s, 0, "{name}");
    minutes
}

fn mails() -> usize {
    std::env::var("OUTAGE_MAILS").map_or(MAILS, |mails| mails.parse().unwrap())
}

/// Creates requests whose emails are all due in a day.
async fn create(shop: &Shop, mails: usize) {
    for some in (0..mails).collect::<Vec<_>>().chunks(50) {
        let creates = some.iter().map(|n| {
            shop.created(
                json!({"email": format!("customer-{n}@example.com"), "order_id": n.to_string(), "delay_days": 1}),
            )
        });
        join_all(creates).await;
        // A millisecond has 4,096 ids, so the clock must move.
        shop.jump(SignedDuration::from_millis(50));
    }
}

fn break_ses(aws: &SmallAws, tries: &Arc<AtomicUsize>, fault: fn(usize) -> Fault) {
    let tries = Arc::clone(tries);
    aws.set_faults(move |call: &Call| match call.service {
        Service::Ses => fault(tries.fetch_add(1, Ordering::SeqCst)),
        _ => Fault::None,
    });
}
