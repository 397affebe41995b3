//! Processes the providers' reports about messages: accepted, delivered, bounced, marked as spam. SES' events arrive by
//! EventBridge, the SMS service's by an SNS topic, all through one queue.

mod reports;
mod wire;

use app::error::Error;
use app::message::suppressions::StoppedNumbers;
use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent, SqsMessage};
use edge::aws::StartError;
use edge::env::Env;
use edge::lambda::each_record;
use jiff::Timestamp;

use crate::reports::TakeReports;
use crate::wire::{About, Event, Task, Wish};

pub type Parts = TakeReports;

pub fn start(env: &Env) -> Result<Parts, StartError> {
    Ok(TakeReports {
        store: env.store()?,
        bucket: env.bucket()?,
        vault: env.vault()?,
        queue: env.queue()?,
        schedules: env.schedules()?,
        reports: env.report_queue()?,
        random: env.random.clone(),
        clock: env.clock.clone(),
    })
}

pub async fn handle(parts: Parts, event: SqsEvent) -> Result<SqsBatchResponse, lambda_runtime::Error> {
    Ok(each_record(event, |record| take(&parts, record)).await)
}

async fn take(parts: &Parts, SqsMessage { body, attributes, .. }: SqsMessage) -> Result<(), Error> {
    // The error may quote the event, so it is not logged.
    let body = body.unwrap_or_default();
    let event = serde_json::from_str::<Event>(&body);
    let event = event.map_err(|_| Error::Internal("a message is not an event".to_owned()))?;
    match event.parse()? {
        Some(Task::Report(About { tenant, of, report, recipient })) => {
            match parts.take(&tenant, of, &report, recipient.as_ref()).await {
                Err(Error::Busy(_)) => parts.put_back(&tenant, &body).await,
                done => done,
            }
        }
        Some(Task::Reply { number, wish }) => {
            let (TakeReports { store, bucket, vault, .. }, now) = (parts.clone(), parts.clock.now());
            let numbers = StoppedNumbers { store, bucket, vault };
            // A reply contains no time. The time at which the queue received it stays the same for every delivery.
            let queued =
                attributes.get("SentTimestamp").and_then(|ms| Timestamp::from_millisecond(ms.parse().ok()?).ok());
            let at = queued.unwrap_or(now);
            match wish {
                Wish::Stop => numbers.stop(&number, at, now).await,
                Wish::Start => numbers.lift(&number, at, now).await.map(drop),
            }
        }
        None => {
            tracing::debug!("ignored a provider's event that changes nothing");
            Ok(())
        }
    }
}
