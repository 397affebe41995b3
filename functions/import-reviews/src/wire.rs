//! The queue's messages: tasks, and events of S3 as EventBridge sets them aside.

use app::error::Error;
use app::import::ImportTask;
use serde::Deserialize;

/// A message of the queue.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum ImportMessage {
    /// A task: of our own, or what the template's rule makes of an event.
    Task(ImportTask),
    /// The event itself. EventBridge puts it into the dead-letter queue when it cannot reach the queue, and the operator moves
    /// it from there.
    Event(UploadEvent),
}

/// S3's event "Object Created".
#[derive(Deserialize)]
pub(crate) struct UploadEvent {
    detail: UploadDetail,
}

#[derive(Deserialize)]
struct UploadDetail {
    object: UploadedObject,
}

#[derive(Deserialize)]
struct UploadedObject {
    key: String,
}

impl ImportMessage {
    /// The task that a message's body holds.
    ///
    /// # Errors
    /// [`Error::Internal`] for anything else.
    pub(crate) fn parse(body: &str) -> Result<ImportTask, Error> {
        match serde_json::from_str(body) {
            Ok(Self::Task(task)) => Ok(task),
            Ok(Self::Event(UploadEvent { detail })) => Ok(ImportTask { file: detail.object.key }),
            Err(_) => Err(Error::Internal("a message is not a task".to_owned())),
        }
    }
}
