//! The prices of AWS in us-east-1 (N. Virginia), in US dollars: the first tier of each, without free tiers and
//! discounts. Looked up on 2026-11-22 in copies of the pages that are named, and in guides of 2026 that quote them.

/// A million write units of an on-demand table ("Pricing for On-Demand Capacity", aws.amazon.com/dynamodb/pricing/on-demand).
pub(crate) const WRITES: f64 = 0.625;
/// A million read units (the same page).
pub(crate) const READS: f64 = 0.125;
/// A million files that S3 Standard hands out (aws.amazon.com/s3/pricing, "GET, SELECT, and all other requests").
pub(crate) const FILES: f64 = 0.40;
/// A GB of a table or index for a month (the same page).
pub(crate) const STORAGE: f64 = 0.25;
/// A GB of a table for a month with point-in-time recovery, in addition (the same page).
pub(crate) const RECOVERY: f64 = 0.20;
/// A million requests (aws.amazon.com/lambda/pricing).
pub(crate) const INVOCATIONS: f64 = 0.20;
/// A million GB-seconds on arm64 (the same page).
pub(crate) const GB_SECONDS: f64 = 13.3334;
/// A million calls of an HTTP API, each of up to 512 KB (aws.amazon.com/api-gateway/pricing).
pub(crate) const HTTP_CALLS: f64 = 1.00;
/// A million requests to a standard queue, each of up to 64 KB (aws.amazon.com/sqs/pricing).
pub(crate) const QUEUE_REQUESTS: f64 = 0.40;
/// A million invocations by Scheduler (aws.amazon.com/eventbridge/pricing).
pub(crate) const SCHEDULES: f64 = 1.00;
/// A million data events that a service publishes only on demand, as SES does those about emails (the same page: "AWS
/// opt-in data events").
pub(crate) const EVENTS: f64 = 1.00;
/// A key of KMS for a month, in the first year (aws.amazon.com/kms/pricing).
pub(crate) const KEY: f64 = 1.00;
/// A million requests to KMS that decrypt with a symmetric key: 0.03 for 10,000 (the same page).
pub(crate) const KEY_REQUESTS: f64 = 3.00;
/// A GB of logs, a function's or API Gateway's ("vended logs" cost the same up to 10 TB a month), with a month's storage at
/// 0.03 as if nothing were compressed (aws.amazon.com/cloudwatch/pricing).
pub(crate) const LOGS: f64 = 0.50 + 0.03;
/// A metric that an alarm reads, for a month (the same page).
pub(crate) const ALARM_METRIC: f64 = 0.10;
/// A dashboard for a month; the first three are free, up to 50 metrics each (the same page).
pub(crate) const DASHBOARD: f64 = 3.00;
/// A metric of our own for a month, by the hours in which it is published (the same page).
pub(crate) const METRIC: f64 = 0.30;
/// A GB to the internet, up to 10 TB a month (aws.amazon.com/ec2/pricing/on-demand, "Data Transfer").
pub(crate) const TRAFFIC: f64 = 0.09;
/// A thousand emails (aws.amazon.com/ses/pricing).
pub(crate) const EMAILS: f64 = 0.10;
