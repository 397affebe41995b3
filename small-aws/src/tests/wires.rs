//! The connector's log and faults.

use std::{net::Ipv4Addr, sync::atomic::AtomicUsize, sync::atomic::Ordering, time::Duration};

use aws_smithy_types::timeout::TimeoutConfig;

use super::*;

async fn send(config: &SdkConfig) -> Result<(), aws_sdk_sqs::Error> {
    let sqs = aws_sdk_sqs::Client::new(config);
    sqs.send_message().queue_url(queue_url(QUEUE)).message_body("{}").send().await?;
    Ok(())
}

/// Injects `fault` into the first call.
fn first(fault: Fault) -> impl Fn(&Call) -> Fault + Send + Sync {
    let calls = AtomicUsize::new(0);
    move |_| {
        if calls.fetch_add(1, Ordering::Relaxed) == 0 { fault } else { Fault::None }
    }
}

#[tokio::test]
async fn the_sdk_repeats_what_was_lost_and_the_log_shows_it() {
    for (fault, messages) in [
        (Fault::None, 1),
        (Fault::LoseRequest, 1),
        (Fault::LoseAnswer, 2),
        (Fault::Throttle, 1),
        (Fault::ServerError, 1),
    ] {
        let aws = small_aws();
        aws.set_faults(first(fault));
        send(&aws.sdk_config()).await.unwrap();
        assert_eq!(aws.queue(QUEUE).unwrap().waiting().len(), messages, "{fault:?}");
        let attempts = if fault == Fault::None { 1 } else { 2 };
        let call = Call { service: Service::Sqs, operation: "SendMessage".to_owned() };
        assert_eq!(aws.take_calls(), vec![call; attempts], "{fault:?}");
        assert_eq!(aws.calls(), []);
    }
}

#[tokio::test]
async fn a_call_that_hangs_ends_with_the_clients_timeout() {
    let aws = small_aws();
    aws.set_faults(first(Fault::Hang));
    aws.hurry(1_000);
    let timeouts = TimeoutConfig::builder().read_timeout(Duration::from_secs(2)).build();
    let config = aws.sdk_config().into_builder().timeout_config(timeouts).build();
    send(&config).await.unwrap();
    assert_eq!(aws.calls().len(), 2);
    aws.set_faults(|_| Fault::Delay(Duration::from_millis(1)));
    send(&config).await.unwrap();
}

#[tokio::test]
async fn nothing_meant_for_the_real_aws_passes_and_it_listens_on_loopback_only() {
    let aws = small_aws();
    let https = aws.sdk_config().into_builder().endpoint_url("https://sqs.example").build();
    assert!(send(&https).await.is_err());
    assert_eq!(aws.calls(), []);
    assert!(aws.listen((Ipv4Addr::UNSPECIFIED, 0).into()).await.is_err());
}
