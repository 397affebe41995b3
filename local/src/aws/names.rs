//! What the small AWS calls everything in it; the functions here are set to these.

/// The region all of it is in.
pub const REGION: &str = "eu-central-1";
/// The account all of it belongs to.
pub const ACCOUNT: &str = "000000000000";
/// The endpoint that the in-process connector stands for.
pub const ENDPOINT: &str = "http://aws.local";
/// The product's table.
pub const TABLE: &str = "afterword";
/// The small AWS' own table: schedules, messages, mails, settings.
pub const LOCAL_TABLE: &str = "local-aws";
/// The queue of sends.
pub const QUEUE_URL: &str = "http://aws.local/000000000000/afterword-sends";
/// The queue of sends, for a schedule's target.
pub const QUEUE_ARN: &str = "arn:aws:sqs:eu-central-1:000000000000:afterword-sends";
/// Where the queue's dead letters go.
pub const DLQ_URL: &str = "http://aws.local/000000000000/afterword-sends-dead";
/// The dead letters' queue.
pub const DLQ_ARN: &str = "arn:aws:sqs:eu-central-1:000000000000:afterword-sends-dead";
/// The queue of reports about emails.
pub const MAIL_EVENTS_QUEUE_ARN: &str = "arn:aws:sqs:eu-central-1:000000000000:afterword-mail-events";
/// The address that emails come from.
pub const MAIL_FROM: &str = "reviews@afterword.example";

/// Its domain.
pub const MAIL_DOMAIN: &str = "afterword.example";
/// What SES groups our emails by.
pub const SES_CONFIGURATION_SET: &str = "afterword";
/// What the SMS service groups our SMS by.
pub const SMS_CONFIGURATION_SET: &str = "afterword";
/// The bucket of the photos.
pub const PHOTOS_BUCKET: &str = "afterword-photos";
/// The operator's access key, and the secret of everybody's: good nowhere else.
pub const CREDENTIALS: (&str, &str) = ("local", "local");
/// The token of every function's session.
pub const SESSION_TOKEN: &str = "local";
/// The one group of schedules.
pub const SCHEDULE_GROUP: &str = "afterword";
/// The role that schedules name; nobody assumes it here.
pub const SCHEDULE_ROLE_ARN: &str = "arn:aws:iam::000000000000:role/afterword-schedules";
/// The one KMS key.
pub const KMS_KEY_ID: &str = "11111111-2222-3333-4444-555555555555";
pub(super) const KMS_KEY_ARN: &str = "arn:aws:kms:eu-central-1:000000000000:key/11111111-2222-3333-4444-555555555555";
