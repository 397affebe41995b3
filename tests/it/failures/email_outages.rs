//! An hour in which emails cannot be sent, with the movable clock: nothing is lost or doubled, few tries are made, a
//! metric shows the outage, and everything is sent within the hour after it. The test [`backlog`](crate::sending::backlog)
//! is about more emails than the provider accepts in a second.

use small_aws::MailStanding;

use crate::operators::admin::run;
use crate::privacy::secrets::Log;
use crate::support::*;

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

/// A test for each outage: the fault of each call to SES, and what else is wrong and set right again.
macro_rules! outages {
    ($($name:ident: $fault:expr, $begin:expr, $end:expr;)+) => {
        $(#[tokio::test]
        async fn $name() {
            survives(stringify!($name), $fault, $begin, $end).await;
        })+
    };
}

outages! {
    ses_is_down: Fault::ServerError, |_| {}, |_| {};
    ses_hangs: Fault::Hang, |_| {}, |_| {};
    ses_refuses_connections: Fault::RefuseConnection, |_| {}, |_| {};
    no_connection_is_opened: Fault::NeverConnect, |_| {}, |_| {};
    the_permission_is_missing: Fault::Deny, |_| {}, |_| {};
    the_domain_is_not_verified: Fault::None, |aws| aws.verify_identities([]), verify;
    the_account_is_new: Fault::None, standing(MailStanding::Sandbox), standing(MailStanding::Production);
    the_account_is_paused: Fault::None, standing(MailStanding::Paused), standing(MailStanding::Production);
    aws_has_paused_the_account: Fault::None, standing(ENFORCED[0]), standing(MailStanding::Production);
    aws_has_suspended_the_account: Fault::None, standing(ENFORCED[1]), standing(MailStanding::Production);
    the_account_is_out_of_quota: Fault::None, standing(MailStanding::OutOfQuota), standing(MailStanding::Production);
}

fn verify(aws: &SmallAws) {
    aws.verify_identities(["afterword.example"]);
}

fn standing(standing: MailStanding) -> impl FnOnce(&SmallAws) {
    move |aws| aws.set_mail_standing(standing)
}

/// A shop whose emails are all due in a minute.
async fn due_in_a_minute() -> Shop {
    let shop = Shop::new().await;
    for n in 0..MAILS {
        shop.created(json!({"email": format!("customer-{n}@example.com"), "delay_days": 1})).await;
    }
    shop.advance(DAY - MINUTE).await;
    shop
}

/// Checks the promises about an outage; SES has this fault while it lasts.
async fn survives(name: &str, fault: Fault, begin: impl FnOnce(&SmallAws), end: impl FnOnce(&SmallAws)) {
    let shop = due_in_a_minute().await;
    let aws = shop.aws();
    aws.hurry(1_000);
    begin(aws);
    shop.fails(Service::Ses, fault);
    shop.operations();
    shop.advance(MINUTE * 61).await;
    let tries = shop.operations().iter().filter(|call| *call == "SendEmail").count();
    assert!(shop.inbox().is_empty() && (1..=TRIES_MAX).contains(&tries), "{name}: {tries} tries");
    let late_s = shop.world.reconcile().await.unwrap().oldest_late_s;
    assert!((1_800..=3_700).contains(&late_s), "{name}: the metric says {late_s} s");
    aws.hurry(1);
    end(aws);
    shop.heals();
    drain(&shop, name).await;
}

/// Lets an hour pass, and checks that every email was sent once.
async fn drain(shop: &Shop, name: &str) {
    shop.advance(HOUR).await;
    let left: BTreeSet<_> = shop.inbox().iter().map(local::request_of).collect();
    assert_eq!((left.len(), shop.inbox().len()), (MAILS, MAILS), "{name}: each email once");
    assert_eq!(shop.counters().await["sent"], MAILS as u64, "{name}");
    let queue = shop.aws().queue(Work::Sends).unwrap();
    assert!(queue.dead().is_empty() && queue.waiting().is_empty(), "{name}: no wake-up is left over");
    assert_eq!(shop.world.reconcile().await.unwrap().oldest_late_s, 0, "{name}");
}

/// How often a message may be tried in an hour while the provider throttles it: after the first minutes, the pauses are five minutes long
/// on average.
const TRIES_OF_MESSAGE_MAX: usize = 25;

#[tokio::test]
async fn a_message_is_never_tried_more_often_however_long_it_is_throttled_and_the_status_names_it() {
    // A hundred that are throttled alone make 1,250 tries an hour.
    for (messages, hours) in [(1, 20), (100, 1)] {
        stays_calm(messages, hours, MailStanding::Production, TRIES_OF_MESSAGE_MAX * messages).await;
        stays_calm(messages, 10, MailStanding::OutOfQuota, TRIES_MAX).await;
    }
}

/// The provider takes nothing for so many hours. In none of them it is asked more often than this, no wake-up multiplies, and the operator
/// sees at any time what waits.
async fn stays_calm(messages: usize, hours: usize, standing: MailStanding, tries_max: usize) {
    let (shop, is_throttled) = (Shop::new().await, standing == MailStanding::Production);
    shop.aws().hurry(1_000);
    shop.aws().set_mail_standing(standing);
    if is_throttled {
        shop.fails(Service::Ses, Fault::Throttle);
    }
    for n in 0..messages {
        shop.created(json!({"email": format!("customer-{n}@example.com"), "delay_days": 0})).await;
    }
    let mut tries = Vec::new();
    for hour in 0..hours {
        shop.operations();
        shop.advance(HOUR).await;
        tries.push(shop.operations().iter().filter(|call| *call == "SendEmail").count());
        let status = run(&shop.world, json!({"status": {}})).await.unwrap()["service"].clone();
        let worst = &status["late_shops"]["worst"][0];
        has(&status, json!({"late_messages": messages}));
        has(worst, json!({"tenant": "fern", "messages": messages, "since": START}));
        let refused = status["refused_by_provider"].as_array().unwrap();
        match is_throttled {
            true => has(worst, json!({"throttled": ["email"]})),
            false => has(&refused[0], json!({"channel": "email", "since": START})),
        }
        let queue = shop.aws().queue(Work::Sends).unwrap();
        let (waiting, dead) = (queue.waiting().len(), queue.dead().len());
        assert!(waiting <= messages && dead == 0, "hour {hour}: {waiting} wake-ups of {messages} messages");
        // At most three messages test whether the outage is over, and two of them wait for the first.
        let wait_in_table = waiting <= 3 && shop.aws().due_schedules().is_empty();
        assert!(is_throttled || hour == 0 || wait_in_table, "hour {hour}: {waiting} wait elsewhere than in the table");
    }
    assert!(tries.iter().all(|tries| (1..=tries_max).contains(tries)), "{messages} messages: {tries:?}");
}

/// Messages that are tried again and again are late, although reconcile never handles them.
#[tokio::test]
async fn a_sender_says_how_late_a_message_is_that_waits_again() {
    let shop = Shop::new().await;
    for n in 0..3 {
        shop.created(json!({"email": format!("customer-{n}@example.com"), "delay_days": 0})).await;
    }
    shop.fails("SendEmail", Fault::Throttle);
    let log = Log::default();
    let _logging = log.listen();
    // In the first half an hour, they are not late.
    for (least, most) in [(0, 0), (3, 600)] {
        shop.advance(MINUTE * 30).await;
        let lines = log.lines_with("late_s");
        assert!((least..=most).contains(&lines), "{lines} lines about 3 emails in half an hour");
    }
}

/// A sender that has too little time to call the provider claims nothing.
#[tokio::test]
async fn a_message_for_which_no_time_is_left_is_not_claimed() {
    let shop = Shop::new().await;
    shop.slows("BatchGetItem", SignedDuration::from_secs(7));
    let (id, _) = shop.sent(json!({"delay_days": 0})).await;
    shop.heals();
    assert_eq!(shop.timeline(id).await, ["created"]);
    shop.advance(MINUTE * 5).await;
    assert_eq!(shop.timeline(id).await, ["created", "claimed", "sent", "delivered"]);
}
