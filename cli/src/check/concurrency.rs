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

/// Whether the quota is large enough for calls and background work at the same time.
pub fn finding(limit: &Read<Option<i32>>) -> Finding {
    let check = Check::Concurrency;
    match limit {
        Err(unread) => Finding::unknown(check, unread),
        Ok(None) => Finding::skip(check, "Lambda names no limit"),
        Ok(Some(limit)) if *limit >= ENOUGH => {
            Finding::pass(check, format!("{limit} concurrent executions in the account"))
        }
        Ok(Some(limit)) => Finding::warn(
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
            assert_eq!(finding(&Ok(Some(limit))).status, verdict, "{limit}");
        }
    }
}
