//! End User Messaging SMS.

use aws_sdk_pinpointsmsvoicev2::{
    Client,
    error::{ProvideErrorMetadata as _, SdkError},
    operation::send_text_message::{SendTextMessageError, builders::SendTextMessageFluentBuilder},
    types::MessageType,
};

use super::*;

const NUMBER: &str = "+491711234567";

fn text(aws: &SmallAws, to: &str) -> SendTextMessageFluentBuilder {
    Client::new(&aws.sdk_config())
        .send_text_message()
        .destination_phone_number(to)
        .message_body("Wie war’s? https://shop.example/r")
        .message_type(MessageType::Transactional)
        .max_price("0.20")
        .context("request", "123")
        .context("step", "1")
}

fn refused(result: Result<impl std::fmt::Debug, SdkError<SendTextMessageError>>) -> SendTextMessageError {
    result.unwrap_err().into_service_error()
}

#[tokio::test]
async fn what_the_service_refuses_is_refused() {
    let aws = small_aws();
    let invalid = |result: Result<_, _>, field: &str| match refused(result) {
        SendTextMessageError::ValidationException(error) => {
            assert_eq!(error.reason().unwrap().as_str(), "FIELD_VALIDATION_FAILED");
            assert_eq!(error.fields()[0].name(), field);
            assert!(error.message().unwrap().starts_with(field));
        }
        error => panic!("{field}: {error:?}"),
    };
    for number in ["", "491711234567", "+0491711234567", "+49 171 1234567", "+4917112345678901", "+49171x234567", "+4"]
    {
        invalid(text(&aws, number).send().await, "destinationPhoneNumber");
    }
    for body in [String::new(), " \n".to_owned(), "ü".repeat(1601)] {
        invalid(text(&aws, NUMBER).message_body(body).send().await, "messageBody");
    }
    text(&aws, NUMBER).message_body("ü".repeat(1600)).send().await.unwrap();
    for price in ["1", "0,20", "100.0", "0.", "0.123456", "-0.1", "1e.1"] {
        invalid(text(&aws, NUMBER).max_price(price).send().await, "maxPrice");
    }
    text(&aws, NUMBER).max_price(".5").send().await.unwrap();
    invalid(text(&aws, NUMBER).message_type("ADVERTISEMENT".into()).send().await, "messageType");
    invalid(text(&aws, NUMBER).origination_identity("Fern & Oak").send().await, "originationIdentity");
    for seconds in [4, 259_201] {
        invalid(text(&aws, NUMBER).time_to_live(seconds).send().await, "timeToLive");
    }
    invalid(text(&aws, NUMBER).configuration_set_name("").send().await, "configurationSetName");
    invalid(text(&aws, NUMBER).context("two words", "x").send().await, "context");
    invalid(text(&aws, NUMBER).context("a", " x").send().await, "context");
    let six = text(&aws, NUMBER).context("a", "x").context("b", "x").context("c", "x").context("d", "x");
    invalid(six.send().await, "context");
    assert_eq!(aws.inbox().len(), 2);

    let other = Client::new(&aws.sdk_config()).describe_pools().send().await.unwrap_err().into_service_error();
    assert_eq!(other.code(), Some("UnknownOperationException"));
}
