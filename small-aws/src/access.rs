//! The permissions that a call needs of IAM: actions, resources and condition keys.

use bytes::Bytes;
use http::Request;
use serde_json::Value;

use super::{
    names::{ACCOUNT, KMS_KEY_ARN, REGION, queue_arn, table_arn},
    policy::Access,
    scheduler::default_group,
    ses::{MailAccount, MailStanding},
    stack::Table,
    wire::{self, Call, Service, bare},
};

/// The accesses that a call needs, all of them.
pub(super) fn accesses(
    table: &Table,
    mail: &MailAccount,
    call: &Call,
    request: &Request<Bytes>,
    body: &Value,
) -> Vec<Access> {
    let operation = call.operation.as_str();
    match call.service {
        Service::DynamoDb => dynamodb(table, operation, body),
        Service::Kms => vec![kms(operation, body)],
        Service::Sqs => {
            // A batch has no action of its own.
            let action = operation.strip_suffix("Batch").unwrap_or(operation);
            let name = text(&body["QueueUrl"]).rsplit('/').next().unwrap_or_default();
            vec![Access::new(format!("sqs:{action}"), queue_arn(name))]
        }
        Service::Scheduler => scheduler(operation, request, body),
        // The suppression list has no ARN, and neither has the account.
        Service::Ses if ["DeleteSuppressedDestination", "GetAccount"].contains(&operation) => {
            vec![Access::new(format!("ses:{operation}"), "*")]
        }
        Service::Ses => match wire::email_identity(request) {
            Some(identity) => vec![Access::new(format!("ses:{operation}"), ses_arn("identity", &identity))],
            None => ses(mail, operation, body),
        },
        Service::Sms => {
            // Without an identity the account chooses one of its numbers.
            let identity = body["OriginationIdentity"].as_str().unwrap_or("default").to_owned();
            let resource = format!("arn:aws:sms-voice:{REGION}:{ACCOUNT}:phone-number/{identity}");
            vec![Access::new(format!("sms-voice:{operation}"), resource)]
        }
        Service::Bedrock => {
            let model = request.uri().path().trim_start_matches("/model/").trim_end_matches("/converse");
            vec![Access::new("bedrock:InvokeModel", format!("arn:aws:bedrock:{REGION}::foundation-model/{model}"))]
        }
        Service::S3 => s3(operation, request),
        // "Permissions are not required" for the one operation that is there.
        Service::Sts => Vec::new(),
        Service::Unknown => vec![Access::new(operation, "*")],
    }
}

/// A transaction has no action of its own: each of its parts is checked as a call alone would be.
fn dynamodb(table: &Table, operation: &str, body: &Value) -> Vec<Access> {
    let arn = |value: &Value| table_arn(text(value));
    match operation {
        "TransactWriteItems" => {
            let parts = body["TransactItems"].as_array().into_iter().flatten().filter_map(Value::as_object).flatten();
            parts
                .map(|(kind, part)| {
                    let kind = if kind == "ConditionCheck" { "ConditionCheckItem" } else { &format!("{kind}Item") };
                    with_leading_key(table, Access::new(format!("dynamodb:{kind}"), arn(&part["TableName"])), part)
                })
                .collect()
        }
        "BatchGetItem" | "BatchWriteItem" => {
            let tables = body["RequestItems"].as_object().into_iter().flatten();
            let access = |(name, request): (&String, &Value)| {
                let keys = request["Keys"].as_array().into_iter().flatten().filter_map(|key| table.partition_of(key));
                keys.fold(Access::new(format!("dynamodb:{operation}"), table_arn(name)), |access, key| {
                    access.with(LEADING_KEYS, key)
                })
            };
            tables.map(access).collect()
        }
        operation => {
            let index = body["IndexName"].as_str().map(|index| format!("/index/{index}")).unwrap_or_default();
            let access = Access::new(format!("dynamodb:{operation}"), arn(&body["TableName"]) + &index);
            let is_query = operation == "Query";
            vec![if is_query {
                access.with(LEADING_KEYS, queried(body))
            } else {
                with_leading_key(table, access, body)
            }]
        }
    }
}

/// The condition key of the partition keys of a call.
const LEADING_KEYS: &str = "dynamodb:LeadingKeys";

/// The partition that a query reads: its condition comes first.
pub(super) fn queried(query: &Value) -> &str {
    let name = text(&query["KeyConditionExpression"]).split_whitespace().nth(2).unwrap_or_default();
    text(&query["ExpressionAttributeValues"][name]["S"])
}

/// Adds the condition key of the partition key, for calls that name one item by its key.
fn with_leading_key(table: &Table, access: Access, call: &Value) -> Access {
    let key = ["Key", "Item"].into_iter().find_map(|name| table.partition_of(&call[name]));
    key.map_or(access.clone(), |key| access.with(LEADING_KEYS, key))
}

fn kms(operation: &str, body: &Value) -> Access {
    let context = body["EncryptionContext"].as_object().into_iter().flatten();
    context.fold(Access::new(format!("kms:{operation}"), KMS_KEY_ARN), |access, (key, value)| {
        access.with(format!("kms:EncryptionContext:{key}"), text(value))
    })
}

/// A call that gives a schedule its role passes the role on.
fn scheduler(operation: &str, request: &Request<Bytes>, body: &Value) -> Vec<Access> {
    let in_query = wire::query(request, "groupName");
    let group = body["GroupName"].as_str().map(str::to_owned).or(in_query).unwrap_or_else(default_group);
    let name = wire::schedule_name(request);
    let schedule = format!("arn:aws:scheduler:{REGION}:{ACCOUNT}:schedule/{group}/{name}");
    let mut accesses = vec![Access::new(format!("scheduler:{operation}"), schedule)];
    if let Some(role) = body["Target"]["RoleArn"].as_str() {
        accesses.push(Access::new("iam:PassRole", role).with("iam:PassedToService", "scheduler.amazonaws.com"));
    }
    accesses
}

/// An email is authorised against the identity that SES takes for its sender, also if that is the address' own beside a domain's
/// (<https://github.com/aws-samples/aws-serverless-batch-architecture/issues/1>); in the sandbox against those of its recipients
/// (<https://github.com/cloudposse/terraform-aws-ses/issues/40>, <https://github.com/aws/aws-sdk-js/issues/3641>); and against its
/// configuration set.
fn ses(mail: &MailAccount, operation: &str, body: &Value) -> Vec<Access> {
    let sender = bare(text(&body["FromEmailAddress"]));
    let lists = ["ToAddresses", "CcAddresses", "BccAddresses"].map(|list| &body["Destination"][list]);
    let recipients = lists.into_iter().filter_map(Value::as_array).flatten().map(|recipient| bare(text(recipient)));
    let recipients = recipients.filter(|_| mail.standing == MailStanding::Sandbox);
    let identity = |address| ses_arn("identity", mail.identity_of(address).map_or(address, |(name, _)| name));
    let set = body["ConfigurationSetName"].as_str().map(|name| ses_arn("configuration-set", name));
    let resources = std::iter::once(sender).chain(recipients).map(identity).chain(set);
    let access = |resource| Access::new(format!("ses:{operation}"), resource).with("ses:FromAddress", sender);
    resources.map(access).collect()
}

fn ses_arn(kind: &str, name: &str) -> String {
    format!("arn:aws:ses:{REGION}:{ACCOUNT}:{kind}/{name}")
}

/// Tags that travel with an object need an action of their own.
fn s3(operation: &str, request: &Request<Bytes>) -> Vec<Access> {
    if operation == "ListObjectsV2" {
        // A list has the action and the resource of the bucket: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
        let bucket = format!("arn:aws:s3:::{}", request.uri().path().trim_matches('/'));
        let prefix = wire::query(request, "prefix").unwrap_or_default();
        return vec![Access::new("s3:ListBucket", bucket).with("s3:prefix", prefix)];
    }
    let object = format!("arn:aws:s3:::{}", request.uri().path().trim_start_matches('/'));
    let tagged = operation == "PutObject" && request.headers().contains_key("x-amz-tagging");
    let tagging = tagged.then(|| Access::new("s3:PutObjectTagging", &object));
    std::iter::once(Access::new(format!("s3:{operation}"), &object)).chain(tagging).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
