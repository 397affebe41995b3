//! Looks at what customers uploaded: S3 tells EventBridge, EventBridge wakes this function.

mod picture;

use app::TakePhoto;
use domain::PhotoPlace;
use edge::{Env, StartError};
use serde::Deserialize;

/// What the function uses.
pub type Parts = TakePhoto;

/// S3's event "Object Created", as EventBridge hands it over.
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

/// The function's parts.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn start(env: &Env) -> Result<Parts, StartError> {
    Ok(TakePhoto { store: env.store()?, bucket: env.bucket()?, clock: env.clock.clone() })
}

/// Makes a photo of one uploaded file, or says in its place why there is none.
///
/// # Errors
/// The dependencies' own trouble, and a path that is no upload's: Lambda tries twice more, then sets the event
/// aside.
pub async fn handle(parts: Parts, event: Event) -> Result<(), lambda_runtime::Error> {
    let Object { key, size } = event.detail.object;
    let place = PhotoPlace::parse(&key)?;
    Ok(parts.take(&place, size, picture::develop).await?)
}
