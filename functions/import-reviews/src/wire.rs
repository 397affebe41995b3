//! The queue's messages: tasks, and S3's events from the dead-letter queue of EventBridge.

use app::error::Error;
use app::import::ImportTask;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum ImportMessage {
    /// A task, from our own functions or from the input transformer of the template's rule.
    Task(ImportTask),
    /// S3's event as EventBridge received it. EventBridge puts the event into its dead-letter queue if it cannot reach our queue,
    /// and an operator moves it to our queue.
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
    /// The task in a message's body.
    /// Errors: [`Error::Internal`] for any other body.
    pub(crate) fn parse(body: &str) -> Result<ImportTask, Error> {
        match serde_json::from_str(body) {
            Ok(Self::Task(task)) => Ok(task),
            Ok(Self::Event(UploadEvent { detail })) => Ok(ImportTask::of(detail.object.key)),
            Err(_) => Err(Error::Internal("a message is not a task".to_owned())),
        }
    }
}
