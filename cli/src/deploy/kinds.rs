//! The kinds of resources in words.

/// The types of the template's resources, with what one and several of them are called.
const KINDS: [(&str, &str, &str); 37] = [
    ("AWS::ApiGatewayV2::Api", "API", "APIs"),
    ("AWS::ApiGatewayV2::ApiMapping", "use of a domain", "uses of domains"),
    ("AWS::ApiGatewayV2::DomainName", "domain", "domains"),
    ("AWS::ApiGatewayV2::Integration", "integration", "integrations"),
    ("AWS::ApiGatewayV2::Route", "route", "routes"),
    ("AWS::ApiGatewayV2::Stage", "API stage", "API stages"),
    ("AWS::CloudWatch::Alarm", "alarm", "alarms"),
    ("AWS::CloudWatch::Dashboard", "dashboard", "dashboards"),
    ("AWS::CodeDeploy::Application", "list of functions for CodeDeploy", "lists of functions for CodeDeploy"),
    ("AWS::CodeDeploy::DeploymentGroup", "deployment in steps", "deployments in steps"),
    ("AWS::DynamoDB::Table", "table", "tables"),
    ("AWS::Events::Rule", "event rule", "event rules"),
    ("AWS::IAM::Role", "role", "roles"),
    ("AWS::KMS::Alias", "name of a key", "names of keys"),
    ("AWS::KMS::Key", "key", "keys"),
    ("AWS::Lambda::Alias", "alias of a function", "aliases of functions"),
    ("AWS::Lambda::EventInvokeConfig", "retry setting", "retry settings"),
    ("AWS::Lambda::EventSourceMapping", "queue reader", "queue readers"),
    ("AWS::Lambda::Function", "function", "functions"),
    ("AWS::Lambda::Permission", "permission", "permissions"),
    ("AWS::Lambda::Version", "version of a function", "versions of functions"),
    ("AWS::Logs::LogGroup", "log group", "log groups"),
    ("AWS::Logs::MetricFilter", "log metric", "log metrics"),
    ("AWS::Logs::QueryDefinition", "saved query", "saved queries"),
    ("AWS::Route53::RecordSet", "DNS record", "DNS records"),
    ("AWS::S3::Bucket", "bucket", "buckets"),
    ("AWS::S3::BucketPolicy", "bucket policy", "bucket policies"),
    ("AWS::Scheduler::Schedule", "schedule", "schedules"),
    ("AWS::Scheduler::ScheduleGroup", "schedule group", "schedule groups"),
    ("AWS::SES::ConfigurationSet", "email configuration set", "email configuration sets"),
    ("AWS::SES::ConfigurationSetEventDestination", "email event destination", "email event destinations"),
    ("AWS::SMSVOICE::ConfigurationSet", "SMS configuration set", "SMS configuration sets"),
    ("AWS::SNS::Subscription", "subscription", "subscriptions"),
    ("AWS::SNS::TopicPolicy", "topic policy", "topic policies"),
    ("AWS::SNS::Topic", "topic", "topics"),
    ("AWS::SQS::Queue", "queue", "queues"),
    ("AWS::SQS::QueuePolicy", "queue policy", "queue policies"),
];

/// A resource with its kind, such as `function Hub`.
pub fn named(kind: &str, name: &str) -> String {
    format!("{} {name}", words(kind).0)
}

/// So many of a kind, such as `20 functions`.
pub fn counted(kind: &str, count: usize) -> String {
    let (one, several) = words(kind);
    format!("{count} {}", if count == 1 { one } else { several })
}

/// A type that has no words yet is called as CloudFormation calls it.
fn words(kind: &str) -> (&str, &str) {
    KINDS.iter().find(|(known, ..)| *known == kind).map_or((kind, kind), |(_, one, several)| (one, several))
}
