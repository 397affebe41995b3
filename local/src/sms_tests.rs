//! The product's sender of SMS over the small AWS.

use std::sync::{Arc, LazyLock};

use jiff::Timestamp;
use small_aws::{Call, Fault, MovableClock, Service, SmallAws};

use crate::{deployed, request_of};

const NUMBER: &str = "+491711234567";

/// One call of the sender, which makes each call to AWS once.
async fn texted(aws: &SmallAws, to: &str) -> Result<String, send_request::SendError> {
    let sdk = aws.sdk_config();
    let sms_sender = send_request::SmsSender {
        sms: Arc::new(LazyLock::new(Box::new(move || send_request::SmsSender::client(&sdk)))),
        origination_identity: Some("FERN".to_owned()),
        configuration_set: None,
        max_price: Some("0.20".to_owned()),
    };
    let tenant = domain::Tenant { id: domain::TenantId::parse("fern").unwrap(), mode: domain::Mode::Live };
    let request = domain::RequestId::new(123).unwrap();
    let of = app::TagsOf::Step { request, step: 1 };
    let tags = send_request::Tags { tenant: &tenant, of, attempt: 0, recipient: "0a1b", reminder: 0 };
    let to = domain::Phone::parse(to).unwrap().as_str().to_owned();
    sms_sender.send(&app::message::sms::Text { to, body: "How was it?".to_owned() }, tags).await
}

#[tokio::test]
async fn the_texter_calls_once_and_says_what_became_of_the_text() {
    let aws = SmallAws::open(None, deployed(), MovableClock::frozen(Timestamp::UNIX_EPOCH)).unwrap();
    let id = texted(&aws, NUMBER).await.unwrap();
    let [text] = &aws.inbox()[..] else { panic!("one text") };
    assert_eq!((&text.id, &*text.from, request_of(text)), (&id, "FERN", Some(123)));
    let tags: Vec<_> = text.tags.iter().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(tags, ["attempt=0", "mode=live", "request=123", "step=1", "tenant=fern"]);
    aws.take_calls();

    for (to, fate) in [
        ("+12125550102", "throttled: ServiceQuotaExceededException: MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT"),
        ("+12125550110", "rejected: ConflictException: DESTINATION_PHONE_NUMBER_OPTED_OUT"),
        ("+12125550129", "full: ThrottlingException"),
        ("+16715550123", "rejected: ConflictException: NO_ORIGINATION_IDENTITIES_FOUND"),
        ("+17875550123", "rejected: ValidationException: INVALID_IDENTITY_FOR_DESTINATION_COUNTRY"),
        ("+19075550123", "refused: ConflictException: NUMBER_CAPABILITIES_MISMATCH"),
    ] {
        assert_eq!(texted(&aws, to).await.unwrap_err().to_string(), fate);
        assert_eq!(aws.take_calls(), [Call { service: Service::Sms, operation: "SendTextMessage".to_owned() }]);
    }
    for (fault, unknown) in [(Fault::ServerError, true), (Fault::LoseAnswer, true), (Fault::Throttle, false)] {
        aws.set_faults(move |_| fault);
        let failed = texted(&aws, NUMBER).await.unwrap_err();
        assert_eq!(matches!(failed, send_request::SendError::Unknown(_)), unknown, "{failed}");
        assert_eq!(aws.take_calls().len(), 1);
    }
}
