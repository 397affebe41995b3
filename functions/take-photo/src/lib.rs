//! Turns customers' uploads into photos. S3 sends EventBridge an event for each, which invokes this function.

mod picture;

use app::TakePhoto;
use domain::PhotoPlace;
use edge::{Env, StartError};
use serde::Deserialize;

/// What the handler uses.
pub type Parts = TakePhoto;

/// S3's event "Object Created", as EventBridge delivers it.
#[derive(Deserialize)]
pub struct Event {
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
    // It reads photos alone, and nobody waits for it.
    env.leave_unprimed();
    Ok(TakePhoto { store: env.store()?, bucket: env.bucket()?, clock: env.clock.clone() })
}

/// Makes a photo of one uploaded file, or records why it can't.
///
/// # Errors
/// Storage failures, or a key that is not an upload's: Lambda tries twice more, then moves the event to the
/// dead-letter queue.
pub async fn handle(parts: Parts, event: Event) -> Result<(), lambda_runtime::Error> {
    let Object { key, size } = event.detail.object;
    let place = PhotoPlace::parse(&key)?;
    Ok(parts.take(&place, size, picture::develop).await?)
}
