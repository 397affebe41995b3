//! Makes photos from customers' uploads, fetches photos from the URLs in a shop's files of reviews, and copies photos to another
//! request. For each upload, S3 sends an event to EventBridge. A queue delivers the whole event, so that an event in
//! the dead-letter queue can be moved back unchanged. Orders for photos are our own messages in the same form.

mod picture;
mod take;

use app::error::Error;
use app::review::photos::{PhotoDetail, PhotoEvent, PhotoObject};
use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use domain::review::PhotoPlace;
use edge::aws::StartError;
use edge::env::Env;
use edge::lambda::each_message;

use crate::take::{Incoming, Source, TakePhoto};

pub type Parts = TakePhoto;

pub fn start(env: &Env) -> Result<Parts, StartError> {
    // Priming would not help, because this function decrypts nothing, and nobody waits for it.
    env.leave_unprimed();
    Ok(TakePhoto {
        store: env.store()?,
        bucket: env.bucket()?,
        outbound: env.outbound(),
        reach: env.reach(),
        clock: env.clock.clone(),
    })
}

/// Makes a photo from each uploaded or ordered file, or records why it cannot.
pub async fn handle(parts: Parts, event: SqsEvent) -> Result<SqsBatchResponse, lambda_runtime::Error> {
    Ok(each_message(event, |body| take(&parts, body)).await)
}

/// Fails on storage failures, for a key of another kind of file, and for an order that arrives before its photo's row.
async fn take(parts: &Parts, body: String) -> Result<(), Error> {
    let unknown = |_| Error::Internal("a message is not S3's event about a photo".to_owned());
    let PhotoEvent { time, detail: PhotoDetail { object: PhotoObject { key, size } }, url, copy_of } =
        serde_json::from_str(&body).map_err(unknown)?;
    let place = PhotoPlace::parse(&key).map_err(|rule| Error::Internal(rule.to_string()))?;
    let came_at = time.parse().map_err(|_| Error::Internal("S3's event has no time".to_owned()))?;
    let source = match (url, copy_of) {
        (Some(url), _) => Source::Address(url),
        (None, Some(key)) => Source::Photo(key),
        (None, None) => Source::Upload { bytes: size },
    };
    parts.take(&Incoming { place, came_at, source }, picture::develop).await
}
