//! Names in the account. A [`Stack`](super::Stack) names what is deployed there.

pub const REGION: &str = "eu-central-1";
pub const ACCOUNT: &str = "000000000000";
/// The endpoint that the in-process connector stands for.
pub const ENDPOINT: &str = "http://aws.local";
/// The small AWS' own table: schedules, messages, emails, settings.
pub const LOCAL_TABLE: &str = "local-aws";
/// The operator's access key, and the secret of all keys; both work nowhere else.
pub const CREDENTIALS: (&str, &str) = ("local", "local");
pub const SESSION_TOKEN: &str = "local";
/// The ARN of SQS' `SendMessage` as a target of Scheduler.
pub const SEND_MESSAGE_ARN: &str = "arn:aws:scheduler:::aws-sdk:sqs:sendMessage";
/// The id of the only KMS key.
pub const KMS_KEY_ID: &str = "11111111-2222-3333-4444-555555555555";
/// The ARN of the only KMS key.
pub const KMS_KEY_ARN: &str = "arn:aws:kms:eu-central-1:000000000000:key/11111111-2222-3333-4444-555555555555";

pub fn queue_url(name: &str) -> String {
    format!("{ENDPOINT}/{ACCOUNT}/{name}")
}

pub fn queue_arn(name: &str) -> String {
    format!("arn:aws:sqs:{REGION}:{ACCOUNT}:{name}")
}

pub fn topic_arn(name: &str) -> String {
    format!("arn:aws:sns:{REGION}:{ACCOUNT}:{name}")
}

pub fn table_arn(name: &str) -> String {
    format!("arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/{name}")
}
