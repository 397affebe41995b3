//! Schedules, the queue, and how schedules fill it.

use aws_sdk_scheduler::{
    operation::create_schedule::builders::CreateScheduleFluentBuilder,
    types::{ActionAfterCompletion, FlexibleTimeWindow, FlexibleTimeWindowMode, Target},
};
use aws_sdk_sqs::error::ProvideErrorMetadata;
use aws_sdk_sqs::operation::send_message_batch::builders::SendMessageBatchFluentBuilder;
use aws_sdk_sqs::types::SendMessageBatchRequestEntry;

use super::*;

const BODY: &str = r#"{"job":123}"#;

fn schedule(aws: &SmallAws, name: &str, at: &str) -> CreateScheduleFluentBuilder {
    let window = FlexibleTimeWindow::builder().mode(FlexibleTimeWindowMode::Off).build().unwrap();
    let target = Target::builder().arn(queue_arn(QUEUE)).role_arn(SCHEDULE_ROLE_ARN).input(BODY);
    aws_sdk_scheduler::Client::new(&aws.sdk_config())
        .create_schedule()
        .name(name)
        .group_name(SCHEDULE_GROUP)
        .schedule_expression(at)
        .flexible_time_window(window)
        .target(target.build().unwrap())
        .action_after_completion(ActionAfterCompletion::Delete)
}

#[tokio::test]
async fn a_schedule_is_refused_as_aws_refuses_it() {
    let aws = small_aws();
    let good = "at(2026-01-08T12:00:00)";
    for (name, at) in [
        ("", good),
        ("a/b", good),
        ("ö", good),
        (&*"x".repeat(65), good),
        ("past", "at(2026-01-01T11:59:59)"),
        ("zone", "at(2026-01-08T12:00:00Z)"),
        ("short", "at(2026-1-8T12:00:00)"),
        ("month", "at(2026-13-08T12:00:00)"),
        ("rate", "rate(5 minutes)"),
    ] {
        let error = schedule(&aws, name, at).send().await.unwrap_err();
        // The SDK itself rejects an empty name before the call.
        if let Some(error) = error.as_service_error() {
            assert!(error.is_validation_exception(), "{name} {at}: {error:?}");
        }
    }
    assert_eq!(aws.next_due(), None);
    let group = schedule(&aws, "group", good).group_name("other").send().await.unwrap_err();
    assert!(group.into_service_error().is_resource_not_found_exception());
}

fn batch(sdk: &SdkConfig, entries: &[(&str, &str, i32)]) -> SendMessageBatchFluentBuilder {
    let batch = aws_sdk_sqs::Client::new(sdk).send_message_batch().queue_url(queue_url(QUEUE));
    entries.iter().fold(batch, |batch, (id, body, delay_s)| {
        let entry = SendMessageBatchRequestEntry::builder().id(*id).message_body(*body).delay_seconds(*delay_s);
        batch.entries(entry.build().unwrap())
    })
}

#[tokio::test]
async fn each_entry_of_a_batch_is_sent_or_refused_by_itself() {
    let aws = small_aws();
    let entries = [("now", BODY, 0), ("empty", "", 0), ("later", "{}", 60), ("late", BODY, 901), ("nul", "\u{1}", 0)];
    let sent = batch(&aws.sdk_config(), &entries).send().await.unwrap();
    let successful: Vec<_> = sent.successful().iter().map(|entry| entry.id()).collect();
    assert_eq!(successful, ["now", "later"]);
    let failed: Vec<_> = sent.failed().iter().map(|one| (one.id(), one.code(), one.sender_fault())).collect();
    assert_eq!(
        failed,
        [
            ("empty", "InvalidParameterValue", true),
            ("late", "InvalidParameterValue", true),
            ("nul", "InvalidMessageContents", true)
        ]
    );
    let [now] = &aws.queue(QUEUE).unwrap().receive(10).unwrap()[..] else { panic!("one is due") };
    assert_eq!((now.body.as_str(), now.id.as_str()), (BODY, sent.successful()[0].message_id()));
    assert_eq!(aws.queue(QUEUE).unwrap().waiting().len(), 2);
    aws.move_clock(NOON + seconds(60)).unwrap();
    assert_eq!(aws.queue(QUEUE).unwrap().receive(10).unwrap()[0].body, "{}");
}

#[tokio::test]
async fn a_batch_is_refused_as_a_whole_as_sqs_refuses_it() {
    let aws = small_aws();
    let half = "x".repeat(512 * 1024);
    let (id, longer_id) = ("i".repeat(80), "i".repeat(81));
    let eleven: Vec<_> = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"].map(|id| (id, BODY, 0)).into();
    for (entries, code) in [
        (&[][..], "EmptyBatchRequest"),
        (&eleven[..], "TooManyEntriesInBatchRequest"),
        (&[("a", BODY, 0), ("a", BODY, 0)], "BatchEntryIdsNotDistinct"),
        (&[("a b", BODY, 0)], "InvalidBatchEntryId"),
        (&[("", BODY, 0)], "InvalidBatchEntryId"),
        (&[(&*longer_id, BODY, 0)], "InvalidBatchEntryId"),
        (&[("a", &*half, 0), ("b", &*half, 0), ("c", "x", 0)], "BatchRequestTooLong"),
    ] {
        let error = batch(&aws.sdk_config(), entries).send().await.unwrap_err();
        assert_eq!(error.code(), Some(&*format!("AWS.SimpleQueueService.{code}")));
    }
    let elsewhere = batch(&aws.sdk_config(), &eleven[..1]).queue_url("http://aws.local/000000000000/other");
    assert!(elsewhere.send().await.unwrap_err().into_service_error().is_queue_does_not_exist());
    let dead = batch(&aws.sdk_config(), &eleven[..1]).queue_url(queue_url("jobs-dead"));
    assert!(dead.send().await.unwrap_err().into_service_error().is_unsupported_operation());
    assert_eq!(aws.queue(QUEUE).unwrap().waiting(), [], "nothing of them is sent");
    for entries in [&eleven[..10], &[(&*id, &*half, 0), ("b", &*half, 0)]] {
        let sent = batch(&aws.sdk_config(), entries).send().await.unwrap();
        assert_eq!((sent.successful().len(), sent.failed()), (entries.len(), &[][..]));
    }
}

/// How often a function is invoked that sends another message for each message, 40 times at most.
async fn rounds(function: &str) -> usize {
    let aws = small_aws();
    send_of(&aws, None, BODY).await;
    for round in 0..40 {
        let queue = aws.queue(QUEUE).unwrap();
        let batch = queue.receive(10).unwrap();
        assert_eq!(batch.len(), 1);
        if aws.invoke_for(function, &batch, send_of(&aws, None, BODY)).await == Err(Ended::Looped) {
            return round;
        }
        queue.finish(&batch[0].id).unwrap();
    }
    40
}

#[tokio::test]
async fn what_comes_round_ends_after_16_invocations_of_a_function_that_does_not_allow_it() {
    assert_eq!((rounds("worker").await, rounds("reader").await), (16, 40));
}

async fn send_of(aws: &SmallAws, group: Option<&str>, body: &str) {
    let sqs = aws_sdk_sqs::Client::new(&aws.sdk_config());
    let message = sqs.send_message().queue_url(queue_url(QUEUE)).message_body(body);
    message.set_message_group_id(group.map(ToOwned::to_owned)).send().await.unwrap();
}

#[tokio::test]
async fn a_noisy_group_does_not_delay_a_quiet_one() {
    for (group, is_fair) in [(Some("noisy"), true), (None, false)] {
        let aws = small_aws();
        let queue = aws.queue(QUEUE).unwrap();
        for _ in 0..100 {
            send_of(&aws, group, "one of many").await;
        }
        for message in queue.receive(40).unwrap() {
            queue.finish(&message.id).unwrap();
        }
        aws.move_clock(NOON + seconds(1)).unwrap();
        send_of(&aws, Some("quiet"), "the only one").await;
        let next = queue.receive(1).unwrap().remove(0).body;
        assert_eq!(next == "the only one", is_fair, "what has no group is never noisy");
        aws.move_clock(NOON + seconds(400)).unwrap();
        send_of(&aws, Some("quiet"), "another").await;
        assert_eq!(queue.receive(1).unwrap()[0].body, "one of many", "nobody is noisy for ever");
    }
}

#[tokio::test]
async fn a_group_is_noisy_by_the_time_that_it_takes() {
    let aws = small_aws();
    let queue = aws.queue(QUEUE).unwrap();
    for _ in 0..3 {
        send_of(&aws, Some("slow"), "one of three").await;
    }
    let first = queue.receive(1).unwrap().remove(0);
    aws.move_clock(NOON + seconds(20)).unwrap();
    send_of(&aws, Some("quick"), "another").await;
    assert_eq!(queue.receive(1).unwrap()[0].body, "another", "the first one is still in flight");
    queue.finish(&first.id).unwrap();
    send_of(&aws, None, "of nobody").await;
    assert_eq!(queue.receive(1).unwrap()[0].body, "of nobody");
}
