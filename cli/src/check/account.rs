//! Credentials, region, and the names that follow from both.

use aws_sdk_sts::operation::get_caller_identity::GetCallerIdentityOutput;
use aws_types::SdkConfig;

use super::finding::{Check, Finding};
use super::read::{Read, read};
use crate::failure::Failure;

const SIGN_IN: &str = "Sign in, set AWS_PROFILE, or add --profile. `aws sts get-caller-identity` shows who you are.";

#[derive(Debug, Clone)]
pub struct Place {
    pub stack: String,
    pub region: String,
    partition: String,
    pub account: String,
}

impl Place {
    pub fn new(stack: &str, region: &str, who: &GetCallerIdentityOutput) -> Self {
        let partition = who.arn().unwrap_or_default().split(':').nth(1).unwrap_or("aws");
        Self {
            stack: stack.to_owned(),
            region: region.to_owned(),
            partition: partition.to_owned(),
            account: who.account().unwrap_or_default().to_owned(),
        }
    }

    pub fn name(&self, of: &str) -> String {
        format!("{}-{of}", self.stack)
    }

    /// An ARN in the stack's region and account.
    pub fn arn(&self, service: &str, resource: &str) -> String {
        let Self { partition, region, account, .. } = self;
        format!("arn:{partition}:{service}:{region}:{account}:{resource}")
    }
}

/// The command that repairs what somebody changed or deleted by hand. A deployment would not repair it, because
/// CloudFormation only compares templates.
pub fn repair(stack: &str) -> String {
    format!("aws cloudformation create-change-set --stack-name {stack} --deployment-mode REVERT_DRIFT …")
}

pub async fn who(config: &SdkConfig) -> Read<GetCallerIdentityOutput> {
    read("sts:GetCallerIdentity", aws_sdk_sts::Client::new(config).get_caller_identity().send()).await
}

/// The finding for missing credentials or a missing region.
pub fn nobody(failure: &Failure) -> Finding {
    Finding::fail(Check::Credentials, &failure.message, SIGN_IN)
}

pub fn finding(who: &Read<GetCallerIdentityOutput>, region: &str) -> Finding {
    match who {
        Ok(who) => Finding::pass(
            Check::Credentials,
            format!("{} in {region}", who.arn().unwrap_or("an identity without an ARN")),
        ),
        // STS answers everybody whose signature is valid.
        Err(unread) if unread.was_answered() => Finding::fail(Check::Credentials, unread.to_string(), SIGN_IN),
        Err(unread) => Finding::unknown(Check::Credentials, unread),
    }
}
