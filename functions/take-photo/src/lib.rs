//! Turns customers' uploads into photos, and fetches those that a shop names by their addresses. S3 sends EventBridge an
//! event for each upload and each order, which invokes this function.

mod picture;
mod take;

use domain::PhotoPlace;
use edge::{Env, StartError};
use serde::Deserialize;

use crate::take::{Incoming, TakePhoto};

/// The handler's dependencies.
pub type Parts = TakePhoto;

/// S3's event "Object Created", as EventBridge delivers it.
#[derive(Deserialize)]
pub struct Event {
    /// In UTC, to the second.
    time: String,
    detail: Detail,
}

#[derive(Deserialize)]
struct Detail {
    object: Object,
}

#[derive(Deserialize)]
struct Object {
    key: String,
    size: u64,
}

/// Builds what the handler uses.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn start(env: &Env) -> Result<Parts, StartError> {
    // It opens nothing that anybody wrote, and nobody waits for it.
    env.leave_unprimed();
    Ok(TakePhoto {
        store: env.store()?,
        bucket: env.bucket()?,
        webhooks: env.webhook_queue()?,
        outbound: env.outbound(),
        reach: env.reach(),
        clock: env.clock.clone(),
    })
}

/// Makes a photo of one uploaded or ordered file, or records why it can't.
///
/// # Errors
/// Storage failures, a key that is neither an upload's nor an order's, or an order that came before its review: Lambda tries twice more, then moves the event to the
/// dead-letter queue.
pub async fn handle(parts: Parts, event: Event) -> Result<(), lambda_runtime::Error> {
    let Event { time, detail: Detail { object: Object { key, size } } } = event;
    let incoming = Incoming { place: PhotoPlace::parse(&key)?, bytes: size, came_at: time.parse()? };
    Ok(parts.take(&incoming, picture::develop).await?)
}
