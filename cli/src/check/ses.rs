//! SES: the settings that are read from it, and the account's state.

use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::operation::get_account::GetAccountOutput;
use aws_sdk_sesv2::operation::get_configuration_set::GetConfigurationSetOutput;
use aws_sdk_sesv2::operation::get_configuration_set_event_destinations::GetConfigurationSetEventDestinationsOutput;
use aws_sdk_sesv2::types::ReviewStatus;

use super::finding::{Check, Finding};
use super::identity::{Identities, Identity, Sender};
use super::read::{Read, read};

/// Requests production access, so that SES lifts the sandbox; its description of the emails is optional and deprecated.
const ASK: &str = "aws sesv2 put-account-details --production-access-enabled --mail-type TRANSACTIONAL --website-url";
/// Verifies a recipient, so that a first email can be sent in the sandbox.
const VERIFY: &str = "To try it meanwhile, verify the recipient: aws sesv2 create-email-identity --email-identity";
/// The share of the daily quota from which the operator should raise it.
const DAY_NEARLY_FULL: f64 = 0.8;

/// How many copies of `send-request` there should be for each email that SES accepts in a second, because more wait for
/// each other; and how few and how many there can be (`SendConcurrency` in the template).
const COPIES_PER_EMAIL: f64 = 0.4;
const COPIES: (f64, f64) = (2.0, 1_000.0);

pub struct Ses {
    pub account: Read<GetAccountOutput>,
    pub identities: Identities,
    pub set: Read<GetConfigurationSetOutput>,
    pub destinations: Read<GetConfigurationSetEventDestinationsOutput>,
}

/// Reads from SES, one call after the other, because SES allows one a second.
pub async fn read_all(client: &Client, set: &str, Sender { address, domain }: Sender<'_>) -> Ses {
    let account = read("ses:GetAccount", client.get_account().send()).await;
    let identities = Identities { domain: identity(client, domain).await, address: identity(client, address).await };
    let call = client.get_configuration_set().configuration_set_name(set).send();
    let read_set = read("ses:GetConfigurationSet", call).await;
    let call = client.get_configuration_set_event_destinations().configuration_set_name(set).send();
    let destinations = read("ses:GetConfigurationSetEventDestinations", call).await;
    Ses { account, identities, set: read_set, destinations }
}

async fn identity(client: &Client, name: &str) -> Identity {
    read("ses:GetEmailIdentity", client.get_email_identity().email_identity(name).send()).await
}

/// The parameters that the account's state is read beside.
pub struct Own<'a> {
    /// `SendConcurrency`
    pub copies: Option<f64>,
    pub domain: &'a str,
    /// `AlarmEmail`
    pub operator: Option<&'a str>,
}

pub fn findings(account: &Read<GetAccountOutput>, own: &Own) -> Vec<Finding> {
    match account {
        Err(unread) => {
            [Check::Sandbox, Check::Sending, Check::Quota].map(|check| Finding::unknown(check, unread)).into()
        }
        Ok(account) => vec![sandbox(account, own), sending(account), quota(account, own.copies)],
    }
}

fn sandbox(account: &GetAccountOutput, own: &Own) -> Finding {
    let check = Check::Sandbox;
    if account.production_access_enabled() {
        return Finding::pass(check, "the account is outside the sandbox");
    }
    let in_it = "the account is in the sandbox: an email leaves only to a verified address or domain";
    let verify = format!("{VERIFY} {}", own.operator.unwrap_or("you@example.com"));
    let review = account.details().and_then(|details| details.review_details());
    let state = match review.and_then(|review| review.status()) {
        Some(state @ (ReviewStatus::Pending | ReviewStatus::Denied)) => state,
        _ => {
            let fix = format!("{ASK} https://{}\n{verify}", own.domain);
            return Finding::fail(check, format!("{in_it}; nobody asked AWS to leave it, or the review failed"), fix);
        }
    };
    let case = review.and_then(|review| review.case_id()).unwrap_or("no case is named");
    let seen = format!("{in_it}; your request to leave it is {state} ({case})");
    let fix = format!("Answer in the case: https://console.aws.amazon.com/support/home\n{verify}");
    if *state == ReviewStatus::Pending { Finding::warn(check, seen, fix) } else { Finding::fail(check, seen, fix) }
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
    // -1 means that there is no quota.
    let of_day = if day < 0.0 { "of any number".to_owned() } else { format!("of {day}") };
    let best = (rate * COPIES_PER_EMAIL).floor().clamp(COPIES.0, COPIES.1);
    let seen = format!("{rate} emails a second, best with SendConcurrency={best}; {sent} {of_day} within 24 hours");
    if (0.0..=sent).contains(&day) {
        return Finding::fail(check, format!("{seen}: the day's quota is used up"), raise);
    }
    if day > 0.0 && sent > day * DAY_NEARLY_FULL {
        return Finding::warn(check, format!("{seen}: the day's quota is nearly used up"), raise);
    }
    match copies {
        Some(copies) if copies > best => Finding::warn(
            check,
            format!("{seen}: {copies} copies of send-request wait for each other, and fewer emails leave"),
            format!("sam deploy --parameter-overrides SendConcurrency={best}"),
        ),
        _ => Finding::pass(check, seen),
    }
}

#[cfg(test)]
mod tests {
    use aws_sdk_sesv2::types::{AccountDetails, ReviewDetails, SendQuota};

    use super::*;
    use crate::check::finding::Status;

    #[test]
    fn the_best_number_of_copies_follows_from_the_rate() {
        for (rate, copies, status, best) in [
            (1.0, 2.0, Status::Pass, "=2;"),
            (14.0, 5.0, Status::Pass, "=5;"),
            (14.0, 200.0, Status::Warn, "=5"),
            (500.0, 2.0, Status::Pass, "=200;"),
            (9_000.0, 1_000.0, Status::Pass, "=1000;"),
        ] {
            let quota = SendQuota::builder().max24_hour_send(50_000.0).max_send_rate(rate).build();
            let finding = super::quota(&GetAccountOutput::builder().send_quota(quota).build(), Some(copies));
            assert_eq!(finding.status, status, "{rate} {copies}");
            assert!(finding.fix.unwrap_or(finding.seen).contains(&format!("SendConcurrency{best}")), "{rate}");
        }
    }

    #[test]
    fn a_request_to_leave_the_sandbox_that_waits_is_no_fault() {
        for (review, status) in [(ReviewStatus::Pending, Status::Warn), (ReviewStatus::Denied, Status::Fail)] {
            let review = ReviewDetails::builder().status(review).case_id("case 7").build();
            let account = GetAccountOutput::builder().details(AccountDetails::builder().review_details(review).build());
            let own = Own { copies: None, domain: "example.com", operator: None };
            assert_eq!(sandbox(&account.build(), &own).status, status);
        }
    }
}
