//! The answers of SES and the SMS service about the account, and connections that are not opened, or no longer work.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;

use app::message::TaggedMessage;
use app::message::mail::Mail;
use aws_credential_types::Credentials;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use domain::values::{Channel, RequestId};
use edge::env::{Env, Settings};
use local::MAIL_FROM;
use send_request::{SendError, Tags};
use small_aws::{Call, MailStanding};
use store::message::evidence::is_noted;

use crate::failures::email_outages::ENFORCED;
use crate::sending::claims::first;
use crate::support::*;

/// Whether sending by this channel is paused, because the provider refused several recipients.
async fn is_paused(shop: &Shop, channel: Channel) -> bool {
    shop.store().pauses().await.unwrap().of(channel).is_some()
}

/// A shop's only email is sent once, after `fix` has removed the reason why it waits.
async fn waits_for(shop: &Shop, fix: impl FnOnce(&Shop)) {
    let (id, _) = shop.created(json!({"delay_days": 0})).await;
    shop.advance(MINUTE * 60).await;
    assert_eq!((shop.inbox().len(), shop.status(id).await.as_str()), (0, "scheduled"));
    fix(shop);
    shop.advance(MINUTE * 30).await;
    assert_eq!((shop.inbox().len(), shop.status(id).await.as_str()), (1, "sent"));
    let timeline = shop.timeline(id).await;
    assert!(timeline.contains(&"throttled".to_owned()) && !timeline.contains(&"outcome_unknown".to_owned()));
}

#[tokio::test]
async fn in_a_new_account_emails_leave_from_a_verified_address_to_a_verified_address() {
    let shop = Shop::new().await;
    // An address that is verified beside its domain.
    shop.aws().verify_identities([MAIL_FROM, "afterword.example"]);
    assert_eq!(shop.status(mailed(&shop, "0", "june@example.com").await).await, "sent");
    shop.aws().set_mail_standing(MailStanding::Sandbox);
    shop.aws().verify_identities([MAIL_FROM, "jane@example.com"]);
    assert_eq!(shop.status(mailed(&shop, "A", "jane@example.com").await).await, "sent");
    let john = mailed(&shop, "B", "john@example.com").await;
    shop.aws().verify_identities([MAIL_FROM, "example.com"]);
    assert_eq!(shop.status(john).await, "scheduled", "nobody had verified it");
    shop.advance(MINUTE * 30).await;
    assert_eq!((shop.inbox().len(), shop.status(john).await.as_str()), (3, "sent"));
}

#[tokio::test]
async fn a_domain_that_is_not_verified_a_sandbox_a_pause_and_a_used_up_quota_make_mails_wait() {
    let shop = Shop::new().await;
    shop.aws().verify_identities([]);
    waits_for(&shop, |shop| shop.world.verify_mail_domain()).await;
    let standings = [MailStanding::Sandbox, MailStanding::Paused, MailStanding::OutOfQuota];
    for standing in standings.into_iter().chain(ENFORCED) {
        let shop = Shop::new().await;
        shop.aws().set_mail_standing(standing);
        waits_for(&shop, |shop| shop.aws().set_mail_standing(MailStanding::Production)).await;
    }
    // A connection that is not opened, and a missing permission.
    for fault in [Fault::RefuseConnection, Fault::NeverConnect, Fault::Deny] {
        let shop = Shop::new().await;
        shop.aws().hurry(100);
        shop.fails(Service::Ses, fault);
        waits_for(&shop, |shop| shop.heals()).await;
    }
}

#[tokio::test]
async fn a_clock_that_is_wrong_and_credentials_that_are_unknown_make_mails_wait() {
    for fault in [Fault::WrongClock, Fault::UnknownCredentials] {
        let shop = Shop::new().await;
        // The SDK corrects its clock after the first answer, so the next call succeeds.
        shop.aws().set_faults(first(1, |call| call.service == Service::Ses, fault));
        let (id, _) = shop.created(json!({"delay_days": 0})).await;
        shop.advance(MINUTE * 30).await;
        assert_eq!((shop.inbox().len(), shop.status(id).await.as_str()), (1, "sent"), "{fault:?}");
        assert!(shop.timeline(id).await.contains(&"throttled".to_owned()));
    }
}

async fn texted(shop: &Shop, phone: &str) -> u64 {
    // Requests from the same moment are listed in any order.
    shop.jump(SignedDuration::from_millis(50));
    let email = format!("a{}@example.com", &phone[1..]);
    shop.post("/beacon/customers", json!({"first_name": "Jane", "email": email, "phone": phone})).await.is(200);
    shop.post("/beacon/asks", json!({"email": email, "channels": ["sms"]})).await.is(200);
    shop.settle().await;
    shop.newest_request().await
}

#[tokio::test]
async fn a_country_that_no_number_may_send_to_fails_alone_and_pauses_nobody() {
    let shop = Shop::new().await;
    for (foreign, other) in [("+16715550123", "+491711234567"), ("+17875550123", "+491711234568")] {
        let id = texted(&shop, foreign).await;
        shop.advance(MINUTE).await;
        assert_eq!(shop.status(id).await, "failed", "{foreign}");
        // It was sent immediately, so there was no pause.
        let id = texted(&shop, other).await;
        assert_eq!((shop.inbox().pop().unwrap().to, shop.status(id).await.as_str()), (other.to_owned(), "sent"));
    }
    assert_eq!(shop.inbox().len(), 2);
}

/// The reason for the rejection could be the account.
#[tokio::test]
async fn an_sms_that_is_refused_while_others_leave_fails_alone_and_pauses_nobody() {
    let shop = Shop::new().await;
    let refused = texted(&shop, "+19075550123").await;
    for number in 0..60 {
        let other = format!("+4917112345{number:02}");
        let id = texted(&shop, &other).await;
        assert_eq!((shop.inbox().pop().unwrap().to, shop.status(id).await.as_str()), (other, "sent"));
        shop.advance(MINUTE).await;
    }
    assert_eq!(shop.status(refused).await, "failed");
    assert_eq!(shop.timeline(refused).await.pop().as_deref(), Some("failed"));
    let tries = shop.aws().take_calls();
    let tries = tries.iter().filter(|call| call.service == Service::Sms).count();
    assert!((65..=70).contains(&tries), "{tries}: five tries of it or a few more, and one of each other");
}

#[tokio::test]
async fn refusals_of_two_recipients_pause_sms_until_one_is_accepted() {
    let shop = Shop::new().await;
    let paused = async || is_paused(&shop, Channel::Sms).await;
    let first = texted(&shop, "+19075550101").await;
    assert!(!paused().await, "one recipient shows nothing");
    shop.advance(MINUTE * 5).await;
    assert!(!paused().await, "nor does the same one again");
    let second = texted(&shop, "+19075550102").await;
    assert!(paused().await);
    for id in [first, second] {
        assert_eq!(shop.status(id).await, "scheduled");
    }
    let fine = texted(&shop, "+491711234567").await;
    shop.advance(MINUTE * 240).await;
    assert_eq!(shop.status(fine).await, "sent");
}

async fn mailed(shop: &Shop, order: &str, email: &str) -> u64 {
    let (id, _) = shop.sent(json!({"order_id": order, "email": email, "delay_days": 0})).await;
    id
}

#[tokio::test]
async fn refusals_of_two_recipients_pause_emails_until_one_is_accepted_and_then_fail_alone() {
    let shop = Shop::new().await;
    let paused = async || is_paused(&shop, Channel::Email).await;
    let first = mailed(&shop, "A", "refuse@example.com").await;
    assert!(!paused().await, "one recipient shows nothing");
    let second = mailed(&shop, "B", "refuse@example.org").await;
    assert!(paused().await);
    for number in 0..60 {
        mailed(&shop, &format!("C{number}"), "jane@example.com").await;
        shop.advance(MINUTE).await;
    }
    for id in [first, second] {
        assert_eq!(shop.status(id).await, "failed");
    }
    assert_eq!(shop.inbox().len(), 60);
    assert!(!paused().await);
}

/// Makes SES reject each email for the same reason, as if a version wrote a tag that SES does not accept.
fn refuse_every_email(shop: &Shop) {
    shop.aws().set_tampering(|call, body| {
        if call.operation == "SendEmail" {
            body["EmailTags"] = json!([{"Name": "no tag", "Value": "x"}]);
        }
    });
}

#[tokio::test]
async fn refusals_of_everything_fail_hardly_anything() {
    // First for a new copy of the sender, then for a copy whose emails were accepted before.
    for was_accepted in [false, true] {
        let shop = Shop::new().await;
        if was_accepted {
            mailed(&shop, "first", "june@example.com").await;
        }
        refuse_every_email(&shop);
        let mut ids = Vec::new();
        for number in 0..12 {
            let asked =
                json!({"order_id": number.to_string(), "email": format!("jane+{number}@example.com"), "delay_days": 0});
            ids.push(shop.created(asked).await.0);
        }
        shop.advance(MINUTE * 120).await;
        let mut failed = 0;
        for id in &ids {
            failed += usize::from(shop.status(*id).await == "failed");
        }
        assert!(failed <= 2, "{failed} failed");
        shop.aws().set_tampering(|_, _| {});
        shop.advance(MINUTE * 60).await;
        assert_eq!(shop.inbox().len(), 12 - failed + usize::from(was_accepted), "the others leave, once each");
    }
}

/// Between the provider's answer and the commit no other call is made, because it could hang until Lambda ends the
/// sender.
#[tokio::test]
async fn a_refused_email_is_put_back_before_anything_else_is_read() {
    let shop = Shop::new().await;
    shop.created(json!({"email": "refuse@example.com", "delay_days": 0})).await;
    shop.aws().take_calls();
    shop.settle().await;
    let calls = shop.aws().take_calls();
    let after = calls.iter().skip_while(|call| call.operation != "SendEmail").skip(1);
    let after: Vec<_> = after.map(|call| &*call.operation).take(2).collect();
    assert_eq!(after, ["TransactWriteItems", "GetItem"], "the request, then the refusal before");
}

/// A first email whose answer was lost is sent again after 15 minutes without a report, but not while no reports arrive
/// at all.
#[tokio::test]
async fn an_email_without_an_answer_waits_while_others_leave_and_no_reports_come() {
    let shop = Shop::new().await;
    let aws = shop.aws().clone();
    let lost = |shop: &Shop| shop.inbox().into_iter().filter(|mail| mail.to == "june@example.com").count();
    aws.lose_mail_events(true);
    aws.set_faults(|call| if call.operation == "SendEmail" { Fault::LoseAnswer } else { Fault::None });
    mailed(&shop, "lost", "june@example.com").await;
    aws.set_faults(|_| Fault::None);
    shop.advance(MINUTE).await;
    for number in 0..20 {
        mailed(&shop, &number.to_string(), &format!("jane+{number}@example.com")).await;
    }
    shop.advance(MINUTE * 50).await;
    assert_eq!((shop.inbox().len(), lost(&shop)), (21, 1));
    // Reports about other emails arrive again, but none about this one.
    aws.lose_mail_events(false);
    let mut sent = 21;
    loop {
        let id = mailed(&shop, &sent.to_string(), &format!("jane+{sent}@example.com")).await;
        sent += 1;
        if is_noted(RequestId::new(id).unwrap()) {
            break;
        }
    }
    shop.advance(MINUTE * 40).await;
    assert_eq!((shop.inbox().len(), lost(&shop)), (sent + 1, 2), "once more, as documented");
}

/// A rejected connection after successful ones concerns only its message; the next one that is rejected concerns the
/// provider.
#[tokio::test]
async fn one_connection_that_fails_pauses_nobody() {
    let shop = Shop::new().await;
    let paused = async || is_paused(&shop, Channel::Email).await;
    mailed(&shop, "A", "jane@example.com").await;
    let refuse = |call: &Call| if call.operation == "SendEmail" { Fault::RefuseConnection } else { Fault::None };
    shop.aws().set_faults(refuse);
    mailed(&shop, "B", "june@example.com").await;
    assert!(!paused().await);
    mailed(&shop, "C", "july@example.com").await;
    assert!(paused().await);
    shop.heals();
    shop.advance(MINUTE * 30).await;
    assert_eq!(shop.inbox().len(), 3);
}

#[tokio::test]
async fn an_email_that_is_rejected_does_not_end_a_pause() {
    let shop = Shop::new().await;
    shop.aws().set_mail_standing(MailStanding::Paused);
    let refused = mailed(&shop, "A", "jane@example.com").await;
    shop.call("DELETE", format!("/api/v1/review-requests/{refused}")).send().await.is(200);
    shop.aws().set_mail_standing(MailStanding::Production);
    let before = shop.store().pauses().await.unwrap().of(Channel::Email);
    // This is the first email that is tried in the pause.
    shop.jump(SECOND * 6);
    let rejected = mailed(&shop, "B", "reject@example.com").await;
    let after = shop.store().pauses().await.unwrap().of(Channel::Email);
    assert!(before.is_some() && after.is_some_and(|after| Some(after) != before), "{before:?}, then {after:?}");
    assert_eq!(shop.status(rejected).await, "scheduled", "the provider may still refuse everybody");
    mailed(&shop, "C", "june@example.com").await;
    shop.advance(MINUTE * 30).await;
    assert_eq!(shop.status(rejected).await, "failed");
}

/// SES on loopback. It answers only the first request on each connection. This is like a connection that a network
/// device dropped while the function was frozen.
struct ForgetfulSes {
    address: String,
    /// The number of answered requests, and of closed connections.
    requests: Arc<AtomicUsize>,
    closed: Arc<AtomicUsize>,
}

impl ForgetfulSes {
    /// Closes each connection after its answer, or does not.
    fn start(closes: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let (requests, closed) = <(Arc<AtomicUsize>, Arc<AtomicUsize>)>::default();
        let (answered, ended) = (Arc::clone(&requests), Arc::clone(&closed));
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let (answered, ended) = (Arc::clone(&answered), Arc::clone(&ended));
                thread::spawn(move || {
                    answer_once(connection, &answered, closes);
                    ended.fetch_add(1, Ordering::SeqCst);
                });
            }
        });
        Self { address, requests, closed }
    }
}

fn answer_once(mut connection: TcpStream, answered: &AtomicUsize, closes: bool) {
    let (mut request, mut some) = (Vec::new(), [0; 4096]);
    // The body is one JSON object, and nothing follows it.
    while !request.ends_with(b"}") {
        match connection.read(&mut some) {
            Ok(0) | Err(_) => return,
            Ok(read) => request.extend(&some[..read]),
        }
    }
    answered.fetch_add(1, Ordering::SeqCst);
    let body = r#"{"MessageId": "1"}"#;
    let length = body.len();
    write!(connection, "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}")
        .unwrap();
    // The connection stays open without another answer, until the other side closes it.
    while !closes && connection.read(&mut some).is_ok_and(|read| read > 0) {}
}

fn sdk_at(address: &str, client: SharedHttpClient) -> aws_types::SdkConfig {
    let region = aws_types::region::Region::from_static("eu-central-1");
    let credentials = Credentials::new("key", "secret", None, None, "test");
    edge::aws::configure(region, credentials, client).endpoint_url(address).build()
}

fn pooled() -> SharedHttpClient {
    aws_smithy_http_client::Builder::new().build_http()
}

#[tokio::test]
async fn a_connection_that_died_while_the_function_was_frozen_loses_no_mail() {
    for closes in [false, true] {
        let (ses, shop) = (ForgetfulSes::start(closes), Shop::new().await);
        let settings = Settings::from_pairs([("MAIL_FROM", MAIL_FROM)]);
        let (clock, random) = (shop.world.env().clock.clone(), shop.world.env().random.clone());
        let env = Env::new(sdk_at(&ses.address, pooled()), settings, clock, random);
        let mailer = send_request::mailer(&env.with_provider_client(edge::aws::unpooled_client().unwrap())).unwrap();
        for sent in 1..=3 {
            assert_eq!(mailer.send(&mail(), tags(&shop)).await.unwrap(), "1");
            assert_eq!(ses.requests.load(Ordering::SeqCst), sent);
            // The function is frozen: nothing runs here, so nothing notices the end of the connection.
            while closes && ses.closed.load(Ordering::SeqCst) < sent {
                thread::yield_now();
            }
        }
    }
}

#[tokio::test]
async fn a_pooled_dead_connection_loses_an_email() {
    let (ses, shop) = (ForgetfulSes::start(false), Shop::new().await);
    let mailer = send_request::Mailer::new(&sdk_at(&ses.address, pooled()), MAIL_FROM, None);
    mailer.send(&mail(), tags(&shop)).await.unwrap();
    let second = mailer.send(&mail(), tags(&shop)).await;
    assert!(matches!(second, Err(SendError::Unknown(_))), "after the {second:?}");
}

#[tokio::test]
async fn a_port_without_a_listener_is_no_attempt() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let shop = Shop::new().await;
    for endpoint in [format!("http://{free}"), "http://no-such-host.invalid".to_owned()] {
        let sdk = sdk_at(&endpoint, edge::aws::unpooled_client().unwrap());
        let fate = send_request::Mailer::new(&sdk, MAIL_FROM, None).send(&mail(), tags(&shop)).await.unwrap_err();
        assert_eq!(fate.to_string(), "not connected", "{endpoint}");
    }
}

fn mail() -> Mail {
    Mail {
        from_name: "Fern & Oak".to_owned(),
        sender: None,
        to: "jane@example.com".to_owned(),
        reply_to: None,
        subject: "How was it?".to_owned(),
        html: "<p>How was it?</p>".to_owned(),
        text: "How was it?".to_owned(),
        unsubscribe_url: Some("https://shop.example/u".to_owned()),
    }
}

fn tags(shop: &Shop) -> Tags<'_> {
    let of = TaggedMessage::Step { request: RequestId::new(1).unwrap(), step: 0 };
    Tags { tenant: &shop.tenant, of, attempt: 0, recipient: "0a1b", reminder: 0 }
}
