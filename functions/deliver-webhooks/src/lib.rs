//! Calls shops' endpoints about events. Calls are signed, and repeated until the endpoint accepts the event or three
//! days are over.

mod deliver;
mod description;
mod more_good;
mod wire;

use app::error::Error;
use app::review::Reviews;
use app::webhook::WebhookWake;
use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use edge::aws::StartError;
use edge::env::Env;
use edge::lambda::each_message;

use crate::deliver::DeliverWebhooks;

pub use crate::description::api;

pub type Parts = DeliverWebhooks;

pub fn start(env: &Env) -> Result<Parts, StartError> {
    let store = env.store()?;
    Ok(DeliverWebhooks {
        reviews: Reviews { store: store.clone(), bucket: env.bucket()? },
        store,
        vault: env.vault()?,
        outbound: env.outbound(),
        reach: env.reach(),
        queue: env.webhook_queue()?,
        slow: env.slow_webhook_queue()?,
        random: env.random.clone(),
        clock: env.clock.clone(),
    })
}

pub async fn handle(parts: Parts, event: SqsEvent) -> Result<SqsBatchResponse, lambda_runtime::Error> {
    Ok(each_message(event, |body| serve(&parts, body)).await)
}

async fn serve(parts: &Parts, body: String) -> Result<(), Error> {
    let wake = serde_json::from_str::<WebhookWake>(&body);
    let wake = wake.map_err(|_| Error::Internal("a message is not a wake-up".to_owned()))?;
    parts.wake(&wake, wire::body).await
}
