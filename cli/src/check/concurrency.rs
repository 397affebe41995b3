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

/// Whether the quota is large enough for calls and background work at the same time, and whether forged calls of shops'
/// systems leave some of it, if `reserved` is the parameter `OrdersInConcurrency`.
pub fn finding(limit: &Read<Option<i32>>, reserved: Option<&str>) -> Finding {
    let check = Check::Concurrency;
    let limit = match limit {
        Err(unread) => return Finding::unknown(check, unread),
        Ok(None) => return Finding::skip(check, "Lambda names no limit"),
        Ok(Some(limit)) => *limit,
    };
    if limit < ENOUGH {
        let seen = format!("{limit} concurrent executions in the account: calls fail while many messages are handled");
        let ask = "aws service-quotas request-service-quota-increase --service-code lambda --quota-code";
        return Finding::warn(check, seen, format!("{ask} {QUOTA} --desired-value {ENOUGH}"));
    }
    if reserved == Some("0") {
        let seen = format!("forged calls of shops' systems may use all of the account's {limit} concurrent executions");
        return Finding::warn(
            check,
            seen,
            "sam deploy --parameter-overrides OrdersInConcurrency=50 OutboundConcurrency=50",
        );
    }
    Finding::pass(check, format!("{limit} concurrent executions in the account"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::finding::Status::{Pass, Warn};

    #[test]
    fn a_new_accounts_ten_are_few_and_a_thousand_need_a_reserve() {
        for (limit, reserved, verdict) in
            [(10, "0", Warn), (999, "50", Warn), (1_000, "0", Warn), (1_000, "50", Pass), (5_000, "50", Pass)]
        {
            assert_eq!(finding(&Ok(Some(limit)), Some(reserved)).status, verdict, "{limit} {reserved}");
        }
    }
}
