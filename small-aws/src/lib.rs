//! A small AWS: the parts of DynamoDB, Scheduler, SQS, SES, SMS, KMS, S3, SNS, STS and Bedrock that an application of Lambda
//! functions uses. It answers in the services' own protocols, and its clock can be moved.
//!
//! [`SmallAws`] is the account. Its [`Stack`] contains what CloudFormation would deploy: a table, queues, a bucket,
//! rules, and the roles of functions. Functions get an [`SdkConfig`](aws_types::SdkConfig) whose calls end here.

mod access;
mod bedrock;
mod capacity;
mod clock;
mod conflicts;
mod connector;
mod drawn;
mod dynamodb;
mod event_bridge;
mod expiry;
mod faults;
mod hosts;
mod iam;
mod inbox;
mod index;
mod kms;
mod lambda;
mod lineage;
mod listen;
mod names;
mod outside;
mod pace;
mod policy;
mod queue;
mod rule;
mod s3;
mod scheduler;
mod ses;
mod shelf;
mod signature;
mod simulation;
mod small_aws;
mod sms;
mod sns;
mod stack;
mod sts;
#[cfg(test)]
mod tests;
mod waits;
mod wire;

pub use self::{
    bedrock::{ModelAnswer, ModelError},
    capacity::{PartitionUnits, Units},
    clock::MovableClock,
    drawn::{Chance, DrawnFaults},
    faults::Fault,
    hosts::Answer,
    iam::{access_key, observe_actions},
    inbox::Mail,
    lambda::Ended,
    lineage::Lineage,
    names::*,
    policy::Statement,
    queue::{Message, Queue},
    rule::Rule,
    ses::{MailEvent, MailStanding},
    simulation::Invocation,
    small_aws::SmallAws,
    sns::Notice,
    stack::{Bucket, EmailSettings, Function, QueueSpec, SmsEvents, Stack, Table},
    wire::{Call, Service},
};
