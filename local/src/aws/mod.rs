//! A small AWS: as much of DynamoDB, Scheduler, SQS, SES, SMS, KMS, S3 and Bedrock as the functions use, answering
//! in the services' own protocols, so that what runs here is what is deployed.

mod access;
mod bedrock;
mod capacity;
mod conflicts;
mod connector;
mod drawn;
mod dynamodb;
mod event_bridge;
mod faults;
mod iam;
mod inbox;
mod index;
mod kms;
mod lambda;
mod listen;
mod names;
mod pace;
mod queue;
mod s3;
mod schedule;
mod scheduler;
mod ses;
mod ses_events;
mod shelf;
mod simulation;
mod small_aws;
mod sms;
mod sqs;
#[cfg(test)]
mod tests;
mod waits;
mod wire;
mod work;

pub use self::{
    capacity::{PartitionUnits, Units},
    drawn::{Chance, DrawnFaults},
    faults::Fault,
    iam::access_key,
    inbox::Mail,
    names::*,
    queue::{Message, RECEIVES_MAX, VISIBILITY_S},
    s3::Upload,
    ses::MailStanding,
    ses_events::MailEvent,
    simulation::Invocation,
    small_aws::SmallAws,
    wire::{Call, Service},
    work::Work,
};
