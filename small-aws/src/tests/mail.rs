//! SES.

use aws_sdk_sesv2::{
    Client,
    config::{Builder, retry::RetryConfig},
    error::SdkError,
    operation::send_email::{SendEmailError, builders::SendEmailFluentBuilder},
    types::{Body, Content, Destination, EmailContent, Message, MessageHeader, MessageTag},
};

use super::*;

const FROM: &str = "Demo Shop <hello@shop.example>";

fn utf8(data: &str) -> Content {
    Content::builder().data(data).charset("UTF-8").build().unwrap()
}

fn header(name: &str, value: &str) -> MessageHeader {
    MessageHeader::builder().name(name).value(value).build().unwrap()
}

fn tag(name: &str, value: &str) -> MessageTag {
    MessageTag::builder().name(name).value(value).build().unwrap()
}

fn message(headers: &[MessageHeader]) -> EmailContent {
    let body = Body::builder().html(utf8("<p>Grüße</p>")).text(utf8("Grüße")).build();
    let message = Message::builder().subject(utf8("Wie war’s?")).body(body);
    EmailContent::builder().simple(message.set_headers(Some(headers.into())).build()).build()
}

fn mail(aws: &SmallAws, to: &str) -> SendEmailFluentBuilder {
    Client::new(&aws.sdk_config())
        .send_email()
        .from_email_address(FROM)
        .destination(Destination::builder().to_addresses(to).build())
        .content(message(&[header("List-Unsubscribe", "<https://shop.example/u>")]))
        .email_tags(tag("request", "123"))
        .email_tags(tag("step", "0"))
}

#[tokio::test]
async fn a_mail_larger_than_a_table_item_is_kept() {
    let aws = small_aws();
    let body = Body::builder().text(utf8(&"x".repeat(500_000))).build();
    let message = Message::builder().subject(utf8("Long")).body(body).build();
    let content = EmailContent::builder().simple(message).build();
    mail(&aws, "anna@example.com").content(content).send().await.unwrap();
    assert_eq!(aws.inbox()[0].text.as_ref().unwrap().len(), 500_000);
}

#[tokio::test]
async fn what_ses_refuses_is_refused() {
    let aws = small_aws();
    let to = "anna@example.com";
    let bad = |result: Result<_, SdkError<SendEmailError>>, what: &str| {
        let error = result.unwrap_err().into_service_error();
        assert!(error.is_bad_request_exception(), "{what}: {error:?}");
    };
    for to in [
        "",
        "anna",
        "anna@",
        "@example.com",
        "anna@localhost",
        "a b@example.com",
        "änna@example.com",
        "anna@exämple.com",
        "Änna <anna@example.com>",
        "anna@example.com, b@c.de",
    ] {
        bad(mail(&aws, to).send().await, to);
    }
    bad(mail(&aws, to).destination(Destination::builder().build()).send().await, "nobody");
    for (name, value) in [("A:b", "x"), ("", "x"), ("To", "x"), ("X-A", "a\r\nb"), ("X-A", "ä")] {
        bad(mail(&aws, to).content(message(&[header(name, value)])).send().await, name);
    }
    bad(mail(&aws, to).email_tags(tag("shop", "a b")).send().await, "tag");
    let text = Content::builder().data("Grüße").build().unwrap();
    let body = Body::builder().text(text).build();
    let ascii = Message::builder().subject(utf8("Hi")).body(body).build();
    let ascii = EmailContent::builder().simple(ascii).build();
    bad(mail(&aws, to).content(ascii).send().await, "charset");

    let address = "hello@shop.example";
    let longest = format!("{} <{address}>", "x".repeat(320 - 3 - address.len()));
    mail(&aws, to).from_email_address(&longest).send().await.unwrap();
    bad(mail(&aws, to).from_email_address(format!("x{longest}")).send().await, "321 bytes");
    assert_eq!(aws.inbox().len(), 1);
}

#[tokio::test]
async fn what_the_account_may_not_do_is_refused() {
    let aws = small_aws();
    let refused = async |to: &str| mail(&aws, to).send().await.unwrap_err().into_service_error();
    let failed = "Email address is not verified. The following identities failed the check in region EU-CENTRAL-1";
    aws.set_mail_standing(MailStanding::Sandbox);
    let sandbox = refused("anna@example.com").await;
    assert!(sandbox.is_message_rejected());
    assert_eq!(sandbox.meta().message(), Some(&*format!("{failed}: anna@example.com")));
    mail(&aws, "anna@shop.example").send().await.unwrap();
    aws.set_mail_standing(MailStanding::Paused);
    assert!(refused("anna@example.com").await.is_sending_paused_exception());
    aws.set_mail_standing(MailStanding::OutOfQuota);
    assert!(refused("anna@example.com").await.is_too_many_requests_exception());
    aws.set_mail_standing(MailStanding::Production);
    aws.verify_domains(["another.example".to_owned()]);
    let unverified = refused("anna@example.com").await;
    assert!(unverified.is_message_rejected());
    assert_eq!(unverified.meta().message(), Some(&*format!("{failed}: hello@shop.example")));
    assert_eq!(aws.inbox().len(), 1);
}

#[tokio::test]
async fn an_address_that_bounced_is_on_the_accounts_list_until_it_is_deleted() {
    let aws = small_aws();
    let ses = Client::new(&aws.sdk_config());
    let delete = async |address: &str| ses.delete_suppressed_destination().email_address(address).send().await;
    let missing = delete("bounce+a@example.com").await.unwrap_err().into_service_error();
    assert!(missing.is_not_found_exception());
    mail(&aws, "bounce+a@example.com").send().await.unwrap();
    assert!(delete("Bounce+a@example.com").await.is_err(), "the case matters");
    delete("bounce+a@example.com").await.unwrap();
    mail(&aws, "bounce@simulator.amazonses.com").send().await.unwrap();
    assert!(delete("bounce@simulator.amazonses.com").await.is_err(), "the simulator's are never listed");

    // The configuration set suppresses after bounces alone, the account after complaints, too.
    let complaint = "complaint@example.com";
    mail(&aws, complaint).configuration_set_name("emails").send().await.unwrap();
    assert!(delete(complaint).await.is_err());
    mail(&aws, complaint).send().await.unwrap();
    delete(complaint).await.unwrap();
}

#[tokio::test]
async fn the_identity_is_read_once_a_second() {
    let aws = small_aws();
    let ses = Client::new(&aws.sdk_config());
    let read = async || {
        let once = Builder::new().retry_config(RetryConfig::disabled());
        ses.get_email_identity().email_identity("shop.example").customize().config_override(once).send().await
    };
    assert!(read().await.unwrap().verified_for_sending_status());
    assert!(read().await.unwrap_err().into_service_error().is_too_many_requests_exception());
    aws.clock().set(NOON + seconds(1));
    read().await.unwrap();
}

#[tokio::test]
async fn ses_throttles_by_a_bucket_of_tokens_and_says_its_rate() {
    let aws = small_aws();
    aws.limit_mails(Some((2.0, 3)));
    let account = Client::new(&aws.sdk_config()).get_account().send().await.unwrap();
    assert!((account.send_quota().unwrap().max_send_rate() - 2.0).abs() < f64::EPSILON);
    // The SDK would wait and try again, and its wait moves the clock.
    let once = || aws_sdk_sesv2::Config::builder().retry_config(RetryConfig::disabled());
    let mut codes = Vec::new();
    for _ in 0..6 {
        let sent = mail(&aws, "anna@example.com").customize().config_override(once()).send().await;
        codes.push(sent.err().and_then(|error| error.into_service_error().meta().code().map(ToOwned::to_owned)));
    }
    let refused = |name: &str| Some(name.to_owned());
    let (one, other) = (refused("TooManyRequestsException"), refused("ThrottlingException"));
    assert_eq!(codes, [None, None, None, one.clone(), other, one]);
    aws.move_clock(NOON + seconds(1)).unwrap();
    for expected in [true, true, false] {
        let sent = mail(&aws, "anna@example.com").customize().config_override(once()).send().await;
        assert_eq!(sent.is_ok(), expected, "two tokens in a second");
    }
    aws.limit_mails(None);
    mail(&aws, "anna@example.com").send().await.unwrap();
}
