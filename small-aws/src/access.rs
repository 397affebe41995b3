//! The permissions that a call needs: actions, resources and condition keys of IAM.

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

/// The permissions that a call needs. All of them must be allowed.
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
        Service::Sqs => vec![sqs(operation, body)],
        Service::Scheduler => scheduler(operation, request, body),
        // The suppression list and the account have no ARN.
        Service::Ses if ["DeleteSuppressedDestination", "GetAccount"].contains(&operation) => {
            vec![Access::new(format!("ses:{operation}"), "*")]
        }
        Service::Ses => match wire::email_identity(request) {
            Some(identity) => vec![on_identity(mail, operation, &identity)],
            None if operation == "CreateEmailIdentity" => new_identity(body),
            None => ses(mail, operation, body),
        },
        Service::Sms => {
            // Without an identity in the call, the account chooses one of its numbers.
            let identity = body["OriginationIdentity"].as_str().unwrap_or("default").to_owned();
            let resource = format!("arn:aws:sms-voice:{REGION}:{ACCOUNT}:phone-number/{identity}");
            vec![Access::new(format!("sms-voice:{operation}"), resource)]
        }
        Service::Sns => {
            let topic = wire::form(request).remove("TopicArn").unwrap_or_default();
            vec![Access::new(format!("sns:{operation}"), topic)]
        }
        Service::Bedrock => {
            let model = request.uri().path().trim_start_matches("/model/").trim_end_matches("/converse");
            vec![Access::new("bedrock:InvokeModel", format!("arn:aws:bedrock:{REGION}::foundation-model/{model}"))]
        }
        Service::S3 => s3(operation, request),
        // For the only operation here, "Permissions are not required".
        Service::Sts => Vec::new(),
        Service::Unknown => vec![Access::new(operation, "*")],
    }
}

/// A batch needs the same action as a single call.
fn sqs(operation: &str, body: &Value) -> Access {
    let action = operation.strip_suffix("Batch").unwrap_or(operation);
    let name = text(&body["QueueUrl"]).rsplit('/').next().unwrap_or_default();
    Access::new(format!("sqs:{action}"), queue_arn(name))
}

/// Each part of a transaction is checked like a single call, because a transaction has no own action.
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

const LEADING_KEYS: &str = "dynamodb:LeadingKeys";

/// The partition that a query reads; its key condition comes first.
pub(super) fn queried(query: &Value) -> &str {
    let name = text(&query["KeyConditionExpression"]).split_whitespace().nth(2).unwrap_or_default();
    text(&query["ExpressionAttributeValues"][name]["S"])
}

/// Adds the condition key of the partition key for calls that name an item by its key.
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

/// A call that gives a role to a schedule also needs the permission to pass that role.
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

/// An email needs permission for three things: the identity that SES uses for its sender, even if that is an address'
/// own identity beside its domain's (<https://github.com/aws-samples/aws-serverless-batch-architecture/issues/1>); in
/// the sandbox, the identities of its recipients (<https://github.com/cloudposse/terraform-aws-ses/issues/40>,
/// <https://github.com/aws/aws-sdk-js/issues/3641>); and its configuration set.
fn ses(mail: &MailAccount, operation: &str, body: &Value) -> Vec<Access> {
    let sender = bare(text(&body["FromEmailAddress"]));
    let lists = ["ToAddresses", "CcAddresses", "BccAddresses"].map(|list| &body["Destination"][list]);
    let recipients = lists.into_iter().filter_map(Value::as_array).flatten().map(|recipient| bare(text(recipient)));
    let recipients = recipients.filter(|_| mail.standing == MailStanding::Sandbox);
    let identity =
        |address| on_identity(mail, operation, mail.identity_of(address).map_or(address, |(name, _)| name.as_str()));
    let set = body["ConfigurationSetName"].as_str().map(|name| ses_arn("configuration-set", name));
    let set = set.map(|set| Access::new(format!("ses:{operation}"), set));
    let accesses = std::iter::once(sender).chain(recipients).map(identity).chain(set);
    accesses.map(|access| access.with("ses:FromAddress", sender)).collect()
}

fn ses_arn(kind: &str, name: &str) -> String {
    format!("arn:aws:ses:{REGION}:{ACCOUNT}:{kind}/{name}")
}

/// A condition may name an identity's tags
/// (<https://docs.aws.amazon.com/service-authorization/latest/reference/list_sesv2.html>).
fn on_identity(mail: &MailAccount, operation: &str, name: &str) -> Access {
    let access = Access::new(format!("ses:{operation}"), ses_arn("identity", name));
    let tags = mail.identities.tags(name);
    tags.fold(access, |access, (key, value)| access.with(format!("aws:ResourceTag/{key}"), value))
}

/// Tags on a new identity need their own action.
fn new_identity(body: &Value) -> Vec<Access> {
    let tags = body["Tags"].as_array().map(Vec::as_slice).unwrap_or_default();
    let actions = ["ses:CreateEmailIdentity", "ses:TagResource"].into_iter().take(if tags.is_empty() { 1 } else { 2 });
    let access = |action| Access::new(action, ses_arn("identity", text(&body["EmailIdentity"])));
    let tagged = |access| {
        tags.iter().fold(access, |access: Access, tag| {
            access.with(format!("aws:RequestTag/{}", text(&tag["Key"])), text(&tag["Value"]))
        })
    };
    actions.map(access).map(tagged).collect()
}

/// Tags on an upload need their own action.
fn s3(operation: &str, request: &Request<Bytes>) -> Vec<Access> {
    if operation == "ListObjectsV2" {
        // A list needs the bucket's action and resource:
        // https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
        let bucket = format!("arn:aws:s3:::{}", request.uri().path().trim_matches('/'));
        let prefix = wire::query(request, "prefix").unwrap_or_default();
        return vec![Access::new("s3:ListBucket", bucket).with("s3:prefix", prefix)];
    }
    let object = format!("arn:aws:s3:::{}", request.uri().path().trim_start_matches('/'));
    // Uploads in parts have no actions of their own:
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
    let operation = match operation {
        "CreateMultipartUpload" | "UploadPart" | "CompleteMultipartUpload" => "PutObject",
        operation => operation,
    };
    let tagged = operation == "PutObject" && request.headers().contains_key("x-amz-tagging");
    let tagging = tagged.then(|| Access::new("s3:PutObjectTagging", &object));
    std::iter::once(Access::new(format!("s3:{operation}"), &object)).chain(tagging).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
