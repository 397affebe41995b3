//! Credentials, region, and the names that follow from both.

use aws_sdk_sts::operation::get_caller_identity::GetCallerIdentityOutput;
use aws_types::SdkConfig;

use super::finding::{Check, Finding};
use super::read::{Read, read};
use crate::failure::Failure;

const SIGN_IN: &str = "Sign in, set AWS_PROFILE, or add --profile. `aws sts get-caller-identity` shows who you are.";

/// The stack's place, from which its resources' names follow.
#[derive(Debug, Clone)]
pub struct Place {
    /// The name of the stack.
    pub stack: String,
    /// The region.
    pub region: String,
    partition: String,
    /// The account's number.
    pub account: String,
}

impl Place {
    /// The stack's place in the caller's account.
    pub fn new(stack: &str, region: &str, who: &GetCallerIdentityOutput) -> Self {
        let partition = who.arn().unwrap_or_default().split(':').nth(1).unwrap_or("aws");
        Self {
            stack: stack.to_owned(),
            region: region.to_owned(),
            partition: partition.to_owned(),
            account: who.account().unwrap_or_default().to_owned(),
        }
    }

    /// The name of one of the stack's resources.
    pub fn name(&self, of: &str) -> String {
        format!("{}-{of}", self.stack)
    }

    /// An ARN of the region.
    pub fn arn(&self, service: &str, resource: &str) -> String {
        let Self { partition, region, account, .. } = self;
        format!("arn:{partition}:{service}:{region}:{account}:{resource}")
    }
}

/// The command for what somebody changed or deleted by hand: CloudFormation itself compares templates only.
pub fn repair(stack: &str) -> String {
    format!(
        "aws cloudformation create-change-set --stack-name {stack} --deployment-mode REVERT_DRIFT …: docs/check.md#repair"
    )
}

/// The owner of the credentials.
///
/// # Errors
/// Why STS does not say so.
pub async fn who(config: &SdkConfig) -> Read<GetCallerIdentityOutput> {
    read("sts:GetCallerIdentity", aws_sdk_sts::Client::new(config).get_caller_identity().send()).await
}

/// The finding of a program without credentials.
pub fn no_credentials(failure: &Failure) -> Finding {
    Finding::fail(Check::Credentials, &failure.message, SIGN_IN)
}

/// The finding of a program without a region.
pub fn no_region(failure: &Failure) -> Finding {
    Finding::fail(Check::Region, &failure.message, "Add --region, or set AWS_REGION.")
}

/// Credentials and region.
pub fn findings(who: &Read<GetCallerIdentityOutput>, region: &str) -> Vec<Finding> {
    let credentials = match who {
        Ok(who) => Finding::pass(Check::Credentials, who.arn().unwrap_or("an identity without an ARN")),
        // STS answers everybody whose signature is valid.
        Err(unread) if unread.was_answered() => Finding::fail(Check::Credentials, unread.to_string(), SIGN_IN),
        Err(unread) => Finding::unknown(Check::Credentials, unread),
    };
    vec![credentials, Finding::pass(Check::Region, region)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::finding::Status;
    use crate::check::read::Unread;

    #[test]
    fn what_was_changed_by_hand_is_put_back_by_a_change_set_that_sees_it() {
        assert!(repair("afterword").contains("--stack-name afterword --deployment-mode REVERT_DRIFT"));
        let document = include_str!("../../../docs/check.md");
        let (_, paragraph) = document.split_once("\n## Repair\n").unwrap();
        for part in ["--deployment-mode REVERT_DRIFT", "UsePreviousValue=true", "CAPABILITY_AUTO_EXPAND"] {
            assert!(paragraph.contains(part), "{part}");
        }
    }

    #[test]
    fn credentials_are_good_bad_or_unknown() {
        let arn = "arn:aws-cn:sts::000000000001:assumed-role/ops/jo";
        let who = GetCallerIdentityOutput::builder().arn(arn).account("000000000001").build();
        let place = Place::new("afterword", "cn-north-1", &who);
        assert_eq!(place.arn("sns", "x"), "arn:aws-cn:sns:cn-north-1:000000000001:x");
        assert_eq!(place.name("admin"), "afterword-admin");
        let status = |who| findings(&who, "cn-north-1").first().map(|finding| finding.status);
        assert_eq!(status(Ok(who)), Some(Status::Pass));
        let action = "sts:GetCallerIdentity";
        assert_eq!(status(Err(Unread::new(action, Some("ExpiredToken"), "it is over"))), Some(Status::Fail));
        assert_eq!(status(Err(Unread::new(action, None, "no route to host"))), Some(Status::Unknown));
    }
}
