//! The account's concurrent executions, which all functions share.

use aws_sdk_lambda::Client;
use aws_types::SdkConfig;

use super::finding::{Check, Finding};
use super::read::{Read, read};

/// The quota that `docs/deploy.md` requires. All accounts except new ones have it:
/// <https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html>.
const ENOUGH: i32 = 1_000;
/// "Concurrent executions": `aws service-quotas list-service-quotas --service-code lambda`.
const QUOTA: &str = "L-B99A9384";

pub async fn read_it(config: &SdkConfig) -> Read<Option<i32>> {
    let settings = read("lambda:GetAccountSettings", Client::new(config).get_account_settings().send()).await?;
    Ok(settings.account_limit().map(|limit| limit.concurrent_executions()))
}

/// The queues whose functions may run as many copies as each parameter says, and the other copies: two each for imports,
/// privacy's work and its work at night (`MaximumConcurrency` in the template).
const QUEUES: [(&str, i32); 2] = [("SendConcurrency", 3), ("OutboundConcurrency", 3)];
const OTHERS: i32 = 6;

/// The executions that queues may use at the same time, and those that are reserved; `None` without a stack.
pub fn promised<'a>(parameter: impl Fn(&str) -> Option<&'a str>) -> Option<i32> {
    let number = |name| parameter(name).and_then(|value| value.parse::<i32>().ok());
    let mut sum = OTHERS + number("OrdersInConcurrency").unwrap_or(0);
    for (name, queues) in QUEUES {
        sum += queues * number(name)?;
    }
    Some(sum)
}

/// Whether the quota is large enough for calls and background work at the same time, and whether forged calls of shops'
/// systems leave some of it, if `reserved` is the parameter `OrdersInConcurrency`.
pub fn finding(limit: &Read<Option<i32>>, promised: Option<i32>, reserved: Option<&str>) -> Finding {
    let check = Check::Concurrency;
    match (limit, promised) {
        (Err(unread), _) => Finding::unknown(check, unread),
        (Ok(None), _) => Finding::skip(check, "Lambda names no limit"),
        (Ok(Some(limit)), Some(promised)) if *limit >= ENOUGH && promised > *limit => Finding::warn(
            check,
            format!("queues may use {promised} of the account's {limit} concurrent executions: calls fail meanwhile"),
            "lower SendConcurrency and OutboundConcurrency, or raise the account's quota",
        ),
        (Ok(Some(limit)), _) if *limit >= ENOUGH && reserved == Some("0") => Finding::warn(
            check,
            format!("forged calls of shops' systems may use all of the account's {limit} concurrent executions"),
            "Deploy with OrdersInConcurrency=50",
        ),
        (Ok(Some(limit)), _) if *limit >= ENOUGH => {
            Finding::pass(check, format!("{limit} concurrent executions in the account"))
        }
        (Ok(Some(limit)), _) => Finding::warn(
            check,
            format!("{limit} concurrent executions in the account: calls fail while many messages are handled"),
            format!(
                "aws service-quotas request-service-quota-increase --service-code lambda --quota-code {QUOTA} \
                 --desired-value {ENOUGH}"
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::finding::Status;

    #[test]
    fn a_new_accounts_ten_are_few() {
        for (limit, verdict) in [(10, Status::Warn), (999, Status::Warn), (1_000, Status::Pass), (5_000, Status::Pass)]
        {
            assert_eq!(finding(&Ok(Some(limit)), None, Some("50")).status, verdict, "{limit}");
        }
    }

    #[test]
    fn copies_that_the_account_has_not_are_a_warning() {
        for (send, outbound, reserved, verdict) in [
            ("200", "200", "0", Status::Warn),
            ("200", "50", "50", Status::Pass),
            ("200", "50", "245", Status::Warn),
            ("2", "2", "0", Status::Warn),
        ] {
            let parameter = |name: &str| match name {
                "SendConcurrency" => Some(send),
                "OutboundConcurrency" => Some(outbound),
                _ => Some(reserved),
            };
            let found = finding(&Ok(Some(1_000)), promised(parameter), Some(reserved));
            assert_eq!(found.status, verdict, "{send}, {outbound} and {reserved}");
        }
        assert_eq!(promised(|_| None), None);
    }
}
