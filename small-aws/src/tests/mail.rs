//! SES.

use aws_sdk_sesv2::{
    Client,
    config::{Builder, retry::RetryConfig},
    error::SdkError,
    operation::send_email::{SendEmailError, builders::SendEmailFluentBuilder},
    types::{Body, Content, Destination, EmailContent, IdentityType, Message, MessageHeader, MessageTag},
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
async fn what_ses_refuses_is_refused() {
    let aws = small_aws();
    let to = "anna@example.com";
    let bad = |result: Result<_, SdkError<SendEmailError>>, what: &str| {
        let error = result.unwrap_err().into_service_error();
        assert!(error.is_bad_request_exception(), "{what}: {error:?}");
    };
    let addresses = "|anna|anna@|@example.com|anna@localhost|a b@example.com|änna@example.com|anna@exämple.com|\
        Änna <anna@example.com>|anna@example.com, b@c.de";
    for to in addresses.split('|') {
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
async fn an_addresses_own_identity_counts_before_that_of_its_domain() {
    let aws = small_aws();
    let (from, to) = ("hello@shop.example", "anna@example.com");
    mail(&aws, to).from_email_address("hello@mail.shop.example").send().await.unwrap();
    aws.mail_account().identities.add_unverified(from);
    let refused = mail(&aws, to).send().await.unwrap_err().into_service_error();
    assert!(refused.is_message_rejected(), "it is not verified: {refused:?}");
    aws.verify_identities([from]);
    let identity = Client::new(&aws.sdk_config()).get_email_identity().email_identity(from).send().await.unwrap();
    assert_eq!(identity.identity_type(), Some(&IdentityType::EmailAddress));
    assert!(!identity.dkim_attributes().unwrap().signing_enabled(), "its domain is not verified, and signs nothing");
    mail(&aws, to).send().await.unwrap();

    aws.set_mail_standing(MailStanding::Sandbox);
    assert!(mail(&aws, to).send().await.unwrap_err().into_service_error().is_message_rejected());
    aws.verify_identities([from, to]);
    mail(&aws, to).send().await.unwrap();
}
