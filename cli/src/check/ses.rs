//! SES: what is read of it, and the account's state.

use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::operation::get_account::GetAccountOutput;
use aws_sdk_sesv2::operation::get_configuration_set::GetConfigurationSetOutput;
use aws_sdk_sesv2::operation::get_configuration_set_event_destinations::GetConfigurationSetEventDestinationsOutput;
use aws_sdk_sesv2::operation::get_email_identity::GetEmailIdentityOutput;
use aws_sdk_sesv2::types::ReviewStatus;

use super::finding::{Check, Finding};
use super::read::{Read, read};

/// The part of the day's quota beyond which somebody should raise it.
const DAY_NEARLY_FULL: f64 = 0.8;
/// The emails that a copy of `send-request` has under way at once, and so about those it sends in a second.
const A_COPY_SENDS: f64 = 10.0;
/// The least `SendConcurrency`.
const COPIES_MIN: f64 = 2.0;

/// The answers of SES about the account and the stack.
pub struct Ses {
    /// The account.
    pub account: Read<GetAccountOutput>,
    /// The identity of `MailDomain`, if that is known.
    pub identity: Option<Read<GetEmailIdentityOutput>>,
    /// The stack's configuration set.
    pub set: Read<GetConfigurationSetOutput>,
    /// The event destinations of that set.
    pub destinations: Read<GetConfigurationSetEventDestinationsOutput>,
}

/// Reads SES, one call after the other: it takes one a second.
pub async fn read_all(client: &Client, set: &str, domain: Option<&str>) -> Ses {
    let account = read("ses:GetAccount", client.get_account().send()).await;
    let identity = match domain {
        Some(domain) => {
            Some(read("ses:GetEmailIdentity", client.get_email_identity().email_identity(domain).send()).await)
        }
        None => None,
    };
    let call = client.get_configuration_set().configuration_set_name(set).send();
    let read_set = read("ses:GetConfigurationSet", call).await;
    let call = client.get_configuration_set_event_destinations().configuration_set_name(set).send();
    let destinations = read("ses:GetConfigurationSetEventDestinations", call).await;
    Ses { account, identity, set: read_set, destinations }
}

/// Sandbox, sending and quota.
pub fn findings(account: &Read<GetAccountOutput>, copies: Option<&str>) -> Vec<Finding> {
    match account {
        Err(unread) => Finding::unknown_all(&[Check::Sandbox, Check::Sending, Check::Quota], unread),
        Ok(account) => {
            vec![sandbox(account), sending(account), quota(account, copies.and_then(|copies| copies.parse().ok()))]
        }
    }
}

fn sandbox(account: &GetAccountOutput) -> Finding {
    let check = Check::Sandbox;
    if account.production_access_enabled() {
        return Finding::pass(check, "the account is outside the sandbox");
    }
    let in_it = "the account is in the sandbox: only verified addresses get email";
    let review = account.details().and_then(|details| details.review_details());
    let case = review.and_then(|review| review.case_id()).unwrap_or("no case is named");
    let support = "Answer in the case: https://console.aws.amazon.com/support/home";
    match review.and_then(|review| review.status()) {
        Some(ReviewStatus::Pending) => Finding::warn(
            check,
            format!("{in_it}; AWS is reviewing the request ({case})"),
            format!("Wait a day. {support}"),
        ),
        Some(ReviewStatus::Denied) => {
            Finding::fail(check, format!("{in_it}; AWS denied the request ({case})"), support)
        }
        Some(ReviewStatus::Failed) => Finding::fail(
            check,
            format!("{in_it}; the review failed ({case})"),
            "afterword production-access --request",
        ),
        _ => Finding::fail(
            check,
            format!("{in_it}; nobody asked AWS to leave it"),
            "afterword production-access --request",
        ),
    }
}

fn sending(account: &GetAccountOutput) -> Finding {
    let check = Check::Sending;
    let state = account.enforcement_status().unwrap_or("HEALTHY");
    let cases = "https://console.aws.amazon.com/support/home has AWS' reasons";
    match (state, account.sending_enabled()) {
        ("HEALTHY", true) => Finding::pass(check, "SES sends; the account is healthy"),
        ("HEALTHY", false) => Finding::fail(
            check,
            "sending is off for the whole account",
            "aws sesv2 put-account-sending-attributes --sending-enabled",
        ),
        ("PROBATION", true) => Finding::warn(check, "SES sends; AWS reviews the account (PROBATION)", cases),
        (state, _) => Finding::fail(check, format!("SES does not send for this account ({state})"), cases),
    }
}

fn quota(account: &GetAccountOutput, copies: Option<f64>) -> Finding {
    let check = Check::Quota;
    let Some(quota) = account.send_quota() else {
        return Finding::skip(check, "SES names no quota");
    };
    let (day, rate, sent) = (quota.max24_hour_send(), quota.max_send_rate(), quota.sent_last24_hours());
    let raise = "https://console.aws.amazon.com/servicequotas/home/services/ses/quotas";
    // -1 is a quota without a limit.
    let of_day = if day < 0.0 { "of any number".to_owned() } else { format!("of {day}") };
    let seen = format!("{rate} emails a second; {sent} {of_day} within 24 hours");
    if (0.0..=sent).contains(&day) {
        return Finding::fail(check, format!("{seen}: the day's quota is used up"), raise);
    }
    if day > 0.0 && sent > day * DAY_NEARLY_FULL {
        return Finding::warn(check, format!("{seen}: the day's quota is nearly used up"), raise);
    }
    let Some(copies) = copies else { return Finding::pass(check, seen) };
    let seen = format!("{seen}; SendConcurrency is {copies}");
    if copies * A_COPY_SENDS < rate {
        let fix = format!("Deploy with SendConcurrency={}", (rate / A_COPY_SENDS).ceil());
        return Finding::warn(check, format!("{seen}: less leaves than SES would take"), fix);
    }
    if copies > rate.max(COPIES_MIN) {
        let fix = format!("Raise the rate ({raise}), or deploy with SendConcurrency={}", rate.max(COPIES_MIN).floor());
        return Finding::warn(
            check,
            format!("{seen}: SES refuses most of what so many copies send, and it waits"),
            fix,
        );
    }
    Finding::pass(check, seen)
}

#[cfg(test)]
mod tests {
    use aws_sdk_sesv2::types::{AccountDetails, ReviewDetails, SendQuota};

    use super::*;
    use crate::check::finding::Status;
    use crate::check::read::Unread;

    #[test]
    fn the_sandbox_and_each_state_of_a_review() {
        let of = |out: bool, review: Option<ReviewStatus>| {
            let review = review.map(|status| ReviewDetails::builder().status(status).case_id("case-7").build());
            let details = AccountDetails::builder().set_review_details(review).build();
            sandbox(&GetAccountOutput::builder().production_access_enabled(out).details(details).build())
        };
        assert_eq!(of(true, None).status, Status::Pass);
        let asked = of(false, None);
        assert_eq!((asked.status, asked.fix.as_deref()), (Status::Fail, Some("afterword production-access --request")));
        let pending = of(false, Some(ReviewStatus::Pending));
        assert_eq!(pending.status, Status::Warn);
        assert!(pending.seen.contains("case-7"), "{}", pending.seen);
        assert!(of(false, Some(ReviewStatus::Denied)).seen.contains("denied"));
        assert_eq!(of(false, Some(ReviewStatus::Failed)).status, Status::Fail);
        // A review that was granted for another region.
        assert_eq!(of(false, Some(ReviewStatus::Granted)).status, Status::Fail);
    }

    #[test]
    fn an_account_sends_is_watched_or_is_off() {
        let of = |state: &str, on: bool| {
            sending(&GetAccountOutput::builder().enforcement_status(state).sending_enabled(on).build()).status
        };
        assert_eq!(of("HEALTHY", true), Status::Pass);
        assert_eq!(of("HEALTHY", false), Status::Fail);
        assert_eq!(of("PROBATION", true), Status::Warn);
        assert_eq!(of("PROBATION", false), Status::Fail);
        assert_eq!(of("SHUTDOWN", true), Status::Fail);
    }

    #[test]
    fn the_quota_fits_what_the_stack_sends() {
        let of = |day: f64, rate: f64, sent: f64, copies: Option<&str>| {
            let quota = SendQuota::builder().max24_hour_send(day).max_send_rate(rate).sent_last24_hours(sent).build();
            let account = GetAccountOutput::builder().send_quota(quota).build();
            let copies = copies.map(|copies| copies.parse().unwrap());
            let Finding { status, fix, .. } = super::quota(&account, copies);
            (status, fix.unwrap_or_default())
        };
        assert_eq!(of(50_000.0, 14.0, 3.0, Some("2")).0, Status::Pass);
        assert_eq!(of(200.0, 1.0, 3.0, Some("2")).0, Status::Pass, "the least SendConcurrency fits every account");
        assert_eq!(of(-1.0, 14.0, 3.0, None).0, Status::Pass, "no limit");
        assert_eq!(of(200.0, 14.0, 200.0, None).0, Status::Fail);
        assert_eq!(of(200.0, 14.0, 161.0, None).0, Status::Warn);
        assert_eq!(of(50_000.0, 55.0, 3.0, Some("2")), (Status::Warn, "Deploy with SendConcurrency=6".to_owned()));
        let (status, fix) = of(50_000.0, 14.0, 3.0, Some("50"));
        assert_eq!(status, Status::Warn);
        assert!(fix.ends_with("SendConcurrency=14"), "{fix}");
    }

    #[test]
    fn an_account_that_cannot_be_read_is_unknown() {
        let denied = Unread::new("ses:GetAccount", Some("AccessDeniedException"), "no");
        let statuses: Vec<Status> = findings(&Err(denied), None).iter().map(|finding| finding.status).collect();
        assert_eq!(statuses, [Status::Unknown; 3]);
    }
}
