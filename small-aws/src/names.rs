//! The names of the account itself. What is deployed in it is named by its [`Stack`](super::Stack).

/// The region all of it is in.
pub const REGION: &str = "eu-central-1";
/// The account all of it belongs to.
pub const ACCOUNT: &str = "000000000000";
/// The endpoint that the in-process connector stands for.
pub const ENDPOINT: &str = "http://aws.local";
/// The small AWS' own table: schedules, messages, emails, settings.
pub const LOCAL_TABLE: &str = "local-aws";
/// The operator's access key, and the secret of everybody's: good nowhere else.
pub const CREDENTIALS: (&str, &str) = ("local", "local");
/// The token of every function's session.
pub const SESSION_TOKEN: &str = "local";
/// SQS' operation as a target of Scheduler's.
pub const SEND_MESSAGE_ARN: &str = "arn:aws:scheduler:::aws-sdk:sqs:sendMessage";
/// The one KMS key.
pub const KMS_KEY_ID: &str = "11111111-2222-3333-4444-555555555555";
/// The one KMS key's ARN.
pub const KMS_KEY_ARN: &str = "arn:aws:kms:eu-central-1:000000000000:key/11111111-2222-3333-4444-555555555555";

/// The URL of the queue with this name.
#[must_use]
pub fn queue_url(name: &str) -> String {
    format!("{ENDPOINT}/{ACCOUNT}/{name}")
}

/// The ARN of the queue with this name.
#[must_use]
pub fn queue_arn(name: &str) -> String {
    format!("arn:aws:sqs:{REGION}:{ACCOUNT}:{name}")
}

/// The ARN of the table with this name.
#[must_use]
pub fn table_arn(name: &str) -> String {
    format!("arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/{name}")
}
