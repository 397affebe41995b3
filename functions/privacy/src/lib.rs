//! Exports and erases a person's data, writes shops' files of published reviews for Google, and ends shops. `reviews-api`
//! receives the calls and queues them; after the table was restored, an operator queues the erasures again.
//!
//! Exports and erasures process the same list, [`DataKind`](domain::privacy::DataKind). The work may stop anywhere and
//! be repeated.

mod aging;
mod archive;
mod end;
mod feeds;
mod found;
mod kinds;
mod person;
mod remove;
mod whole;
mod work;

use app::error::Error;
use app::privacy::PrivacyTask;
use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use edge::aws::StartError;
use edge::env::Env;
use edge::lambda::each_message;

pub use crate::work::PrivacyWork;

pub type Parts = PrivacyWork;

pub fn start(env: &Env) -> Result<Parts, StartError> {
    Ok(PrivacyWork {
        store: env.store()?,
        vault: env.vault()?,
        bucket: env.bucket()?,
        queue: env.privacy_queue()?,
        nightly: env.nightly_queue()?,
        base_url: env.settings.get("BASE_URL")?.trim_end_matches('/').to_owned(),
        random: env.random.clone(),
        clock: env.clock.clone(),
    })
}

pub async fn handle(parts: Parts, event: SqsEvent) -> Result<SqsBatchResponse, lambda_runtime::Error> {
    Ok(each_message(event, |body| run(&parts, body)).await)
}

async fn run(parts: &Parts, body: String) -> Result<(), Error> {
    let task: Result<PrivacyTask, _> = serde_json::from_str(&body);
    parts.run(&task.map_err(|_| Error::Internal("a message is not a task".to_owned()))?).await
}
