//! One email to SES' mailbox simulator, and its delivery on the way back through every hop.
//!
//! `mail-events` writes a line of its log for each report about such an email. CloudWatch's metrics would be minutes late, and
//! a queue or rule of our own would change the account.

use std::time::{Duration, Instant, SystemTime};

use aws_sdk_cloudwatchlogs::Client;
use aws_sdk_sesv2::types::{Body, Content, Destination, EmailContent, Message, MessageTag};
use aws_smithy_types::DateTime;
use aws_smithy_types::error::operation::BuildError;
use aws_types::SdkConfig;
use tokio::time::sleep;

use super::account::Place;
use super::finding::{Check, Finding, Status};
use super::read::{Read, Unread, read};

/// The address of SES that takes everything; it counts neither for the day's quota nor for any rate.
const SIMULATOR: &str = "success@simulator.amazonses.com";
/// The tag by which `mail-events` knows the email.
const TAG: &str = "probe";
/// Clocks that differ by more make no signature that AWS accepts.
const CLOCKS_APART: Duration = Duration::from_mins(5);
/// Between two looks at the log.
const PAUSE: Duration = Duration::from_secs(2);
/// The checks that have to be good before an email is worth sending. Not the sandbox, where the simulator takes email all the same.
const BEFORE: [Check; 10] = [
    Check::Functions,
    Check::Mappings,
    Check::Sending,
    Check::Identity,
    Check::ConfigurationSet,
    Check::EventDestination,
    Check::Rules,
    Check::Targets,
    Check::Queue,
    Check::QueuePolicy,
];

/// The events that came back, in the words of SES, and after how long the last of them.
#[derive(Debug, Default)]
pub struct Back {
    events: Vec<String>,
    seconds: u64,
}

/// The check that has failed and comes first, if there is one.
pub fn first_to_fix(findings: &[Finding]) -> Option<Check> {
    let failed = |check: &Check| findings.iter().any(|one| one.check == *check && one.status == Status::Fail);
    BEFORE.into_iter().find(|check| failed(check))
}

/// Sends the email from this address and waits for its delivery.
///
/// # Errors
/// Why it was not sent, or the log cannot be read.
#[expect(clippy::disallowed_methods, reason = "a program for the terminal: nothing replays it")]
pub async fn probe(
    config: &SdkConfig,
    ses: &aws_sdk_sesv2::Client,
    place: &Place,
    from: &str,
    wait: Duration,
) -> Read<Back> {
    // The log's clock may be another than this machine's.
    let (began, since) = (Instant::now(), DateTime::from(SystemTime::now() - CLOCKS_APART).to_millis().ok());
    let built = |error: BuildError| Unread::new("ses:SendEmail", None, error.to_string());
    let text = |text: &str| Content::builder().data(text).charset("UTF-8").build().map_err(built);
    let body =
        Body::builder().text(text("Sent by afterword check to see that reports about emails come back.")?).build();
    let message = Message::builder().subject(text("afterword check")?).body(body).build();
    let call = ses
        .send_email()
        .from_email_address(from)
        .destination(Destination::builder().to_addresses(SIMULATOR).build())
        .content(EmailContent::builder().simple(message).build())
        .configuration_set_name(&place.stack)
        .email_tags(MessageTag::builder().name(TAG).value("check").build().map_err(built)?)
        .send();
    let id = read("ses:SendEmail", call).await?.message_id.unwrap_or_default();
    let logs = Client::new(config);
    let group = format!("/aws/lambda/{}", place.name("mail-events"));
    loop {
        let events = reported(&logs, &group, since, &id).await?;
        let is_over = events.iter().any(|event| event != "Email Sent" && event != "Email Delivery Delayed");
        if is_over || began.elapsed() + PAUSE > wait {
            return Ok(Back { events, seconds: began.elapsed().as_secs() });
        }
        sleep(PAUSE).await;
    }
}

/// The events that the log has about an email.
async fn reported(logs: &Client, group: &str, since: Option<i64>, id: &str) -> Read<Vec<String>> {
    let pages =
        logs.filter_log_events().log_group_name(group).set_start_time(since).filter_pattern(format!("\"{id}\""));
    match read("logs:FilterLogEvents", pages.into_paginator().send().try_collect()).await {
        // A log group begins with its first line.
        Err(unread) if unread.is("ResourceNotFoundException") => Ok(Vec::new()),
        Err(unread) => Err(unread),
        Ok(pages) => {
            Ok(pages.iter().flat_map(|page| page.events()).filter_map(|line| event(line.message()?)).collect())
        }
    }
}

/// The event of SES that a line of the log names.
fn event(line: &str) -> Option<String> {
    let line: serde_json::Value = serde_json::from_str(line).ok()?;
    line["event"].as_str().map(str::to_owned)
}

/// The verdict on what came back.
pub fn finding(back: &Read<Back>, place: &Place) -> Finding {
    let check = Check::Email;
    let Back { events, seconds } = match back {
        Err(unread) => return Finding::unknown(check, unread),
        Ok(back) => back,
    };
    let came = |event: &str| events.iter().any(|own| own == event);
    if came("Email Delivered") {
        return Finding::pass(
            check,
            format!("an email was delivered to SES' simulator and reported back within {seconds} s"),
        );
    }
    if let Some(event) = events.iter().find(|event| *event != "Email Sent" && *event != "Email Delivery Delayed") {
        let fix = "https://console.aws.amazon.com/ses/home: the identity's and the account's state";
        return Finding::fail(check, format!("an email to SES' simulator was reported as {event}"), fix);
    }
    let log = format!("aws logs tail /aws/lambda/{} --since 10m", place.name("mail-events"));
    if came("Email Sent") {
        let seen = format!("SES accepted an email to its simulator, and reported no delivery within {seconds} s");
        return Finding::warn(check, seen, format!("Run it again in some minutes; {log}"));
    }
    let seen = format!("SES accepted an email to its simulator, and no report came back within {seconds} s");
    Finding::fail(check, seen, format!("See the dead letters of mail-events (docs/operate.md#dead-letters), and {log}"))
}

#[cfg(test)]
mod tests {
    use aws_sdk_sts::operation::get_caller_identity::GetCallerIdentityOutput;

    use super::*;

    fn status(events: &[&str]) -> Status {
        let who =
            GetCallerIdentityOutput::builder().arn("arn:aws:iam::000000000001:user/jo").account("000000000001").build();
        let events = events.iter().map(|event| (*event).to_owned()).collect();
        finding(&Ok(Back { events, seconds: 7 }), &Place::new("afterword", "eu-central-1", &who)).status
    }

    #[test]
    fn a_delivery_comes_back() {
        assert_eq!(status(&["Email Sent", "Email Delivered"]), Status::Pass);
        assert_eq!(status(&["Email Delivered"]), Status::Pass);
        assert_eq!(status(&["Email Sent"]), Status::Warn);
        assert_eq!(status(&["Email Sent", "Email Rejected"]), Status::Fail);
        assert_eq!(status(&[]), Status::Fail);
    }

    #[test]
    fn a_line_of_the_log_names_its_event() {
        assert_eq!(event(r#"{"level":"INFO","message":"m","event":"Email Sent"}"#).as_deref(), Some("Email Sent"));
        assert_eq!(event("START RequestId"), None);
    }

    #[test]
    fn no_email_leaves_before_the_path_is_good() {
        let fail = |check| Finding::fail(check, "seen", "fix");
        assert_eq!(first_to_fix(&[Finding::pass(Check::Rules, "on")]), None);
        assert_eq!(first_to_fix(&[fail(Check::Dmarc), fail(Check::Sandbox)]), None);
        assert_eq!(first_to_fix(&[fail(Check::Targets), fail(Check::Rules)]), Some(Check::Rules));
    }
}
