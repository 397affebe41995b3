//! The answers of SES about the account, and connections that are not opened, or no longer work. What else the providers
//! answer is in `tests/stories/sending/providers.story`.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;

use app::message::TaggedMessage;
use app::message::mail::Mail;
use aws_credential_types::Credentials;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use domain::values::RequestId;
use edge::env::{Env, Settings};
use local::MAIL_FROM;
use send_request::{SendError, Tags};
use small_aws::MailStanding;

use crate::support::*;

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

async fn mailed(shop: &Shop, order: &str, email: &str) -> u64 {
    let (id, _) = shop.sent(json!({"order_id": order, "email": email, "delay_days": 0})).await;
    id
}

#[tokio::test]
async fn refusals_of_everything_fail_hardly_anything() {
    // First for a new copy of the sender, then for a copy whose emails were accepted before.
    for was_accepted in [false, true] {
        let shop = Shop::new().await;
        if was_accepted {
            mailed(&shop, "first", "june@example.com").await;
        }
        // As if a version wrote a tag that SES does not accept.
        shop.aws().set_tampering(|call, body| {
            if call.operation == "SendEmail" {
                body["EmailTags"] = json!([{"Name": "no tag", "Value": "x"}]);
            }
        });
        for number in 0..12 {
            shop.created(json!({"email": format!("jane+{number}@example.com"), "delay_days": 0})).await;
        }
        shop.advance(MINUTE * 120).await;
        let failed = usize::try_from(shop.counters().await.get("failed").copied().unwrap_or_default()).unwrap();
        assert!(failed <= 2, "{failed} failed");
        shop.aws().set_tampering(|_, _| {});
        shop.advance(MINUTE * 60).await;
        assert_eq!(shop.inbox().len(), 12 - failed + usize::from(was_accepted), "the others leave, once each");
    }
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
