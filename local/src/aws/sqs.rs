//! SQS' operations on a queue and its dead letters.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};

use super::{
    ACCOUNT, RECEIVES_MAX, REGION, VISIBILITY_S,
    queue::{Message, Queue, Row},
    wire::{Call, Refusal},
};

/// SQS' bounds: the bytes of a body and of a batch's bodies together, a delay, a visibility timeout (both in seconds), a
/// batch, the characters of an entry's id.
const BODY_BYTES_MAX: usize = 1024 * 1024;
const DELAY_MAX_S: i64 = 900;
const VISIBILITY_MAX_S: i64 = 43_200;
const BATCH_MAX: usize = 10;
const ENTRY_ID_CHARACTERS_MAX: usize = 80;

impl Queue {
    pub(super) fn answer(&self, call: &Call, body: Value, now: Timestamp, new_id: &str) -> Result<Value, Refusal> {
        match call.operation.as_str() {
            "SendMessage" => self.send(&input(body)?, now, new_id),
            "SendMessageBatch" => self.send_batch(input(body)?, now, new_id),
            "ReceiveMessage" => self.receive(&input(body)?, now),
            "ChangeMessageVisibility" => self.change_visibility(&input(body)?, now),
            "DeleteMessage" => self.delete(&input(body)?),
            "GetQueueAttributes" => self.attributes(&input(body)?, now),
            _ => Err(Refusal::unknown(call)),
        }
    }

    fn send(&self, input: &SendMessage, now: Timestamp, id: &str) -> Result<Value, Refusal> {
        self.takes_messages(&input.queue_url)?;
        self.send_one(&input.message, now, id)
    }

    /// A batch is refused as a whole, or each of its entries is sent or refused by itself.
    fn send_batch(&self, input: SendMessageBatch, now: Timestamp, id: &str) -> Result<Value, Refusal> {
        let SendMessageBatch { queue_url, entries } = input;
        self.takes_messages(&queue_url)?;
        check_batch(&entries)?;
        let (mut successful, mut failed) = (Vec::new(), Vec::new());
        for (number, BatchEntry { id: entry, message }) in entries.into_iter().enumerate() {
            match self.send_one(&message, now, &format!("{id}_{number}")) {
                Ok(mut sent) => {
                    sent["Id"] = entry.into();
                    successful.push(sent);
                }
                Err(refusal) => failed.push(refusal.of_entry(&entry)),
            }
        }
        Ok(json!({"Successful": successful, "Failed": failed}))
    }

    fn takes_messages(&self, queue_url: &str) -> Result<(), Refusal> {
        match self.is_dlq(queue_url)? {
            true => Err(Refusal::bad("UnsupportedOperation", "only the queue fills its DLQ")),
            false => Ok(()),
        }
    }

    fn send_one(&self, input: &NewMessage, now: Timestamp, id: &str) -> Result<Value, Refusal> {
        let body = &input.message_body;
        if body.is_empty() || body.len() > BODY_BYTES_MAX {
            return Err(invalid(format!("MessageBody must have 1 to {BODY_BYTES_MAX} bytes")));
        }
        if body
            .chars()
            .any(|c| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}'))
        {
            return Err(Refusal::bad("InvalidMessageContents", "a character outside XML's set"));
        }
        let delay = seconds("DelaySeconds", input.delay_seconds.unwrap_or(0), DELAY_MAX_S)?;
        self.put(id, body.clone(), now, now + delay)?;
        // No MD5OfMessageBody: neither the Rust SDK nor the AWS command line checks it.
        Ok(json!({"MessageId": id}))
    }

    fn receive(&self, input: &ReceiveMessage, now: Timestamp) -> Result<Value, Refusal> {
        let dead = self.is_dlq(&input.queue_url)?;
        let max = input.max_number_of_messages.unwrap_or(1);
        if !(1..=BATCH_MAX).contains(&max) {
            return Err(invalid(format!("MaxNumberOfMessages must be 1 to {BATCH_MAX}")));
        }
        let timeout = input.visibility_timeout.unwrap_or(VISIBILITY_S);
        let visibility = seconds("VisibilityTimeout", timeout, VISIBILITY_MAX_S)?;
        let messages: Vec<_> = self
            .take(max, visibility, dead, now)?
            .into_iter()
            .map(|Message { id, receipt, body, receives }| {
                let attributes = json!({"ApproximateReceiveCount": receives.to_string()});
                json!({"MessageId": id, "ReceiptHandle": receipt, "Body": body, "Attributes": attributes})
            })
            .collect();
        Ok(json!({"Messages": messages}))
    }

    fn change_visibility(&self, input: &ChangeVisibility, now: Timestamp) -> Result<Value, Refusal> {
        self.is_dlq(&input.queue_url)?;
        let timeout = seconds("VisibilityTimeout", input.visibility_timeout, VISIBILITY_MAX_S)?;
        let id = message_id(&input.receipt_handle)?;
        let mut rows = self.lock();
        let mut row = rows
            .get(id)
            .filter(|row| row.visible_at > now)
            .cloned()
            .ok_or_else(|| Refusal::bad("MessageNotInflight", "nobody holds that message"))?;
        row.visible_at = now + timeout;
        rows.put(id, row)?;
        Ok(json!({}))
    }

    fn delete(&self, input: &DeleteMessage) -> Result<Value, Refusal> {
        self.is_dlq(&input.queue_url)?;
        self.finish(message_id(&input.receipt_handle)?)?;
        Ok(json!({}))
    }

    fn attributes(&self, input: &QueueAttributes, now: Timestamp) -> Result<Value, Refusal> {
        let dead = self.is_dlq(&input.queue_url)?;
        let rows = self.lock();
        let count = |wanted: fn(&Row, Timestamp) -> bool| {
            let rows = rows.values().filter(|row| row.dead == dead);
            rows.filter(|row| wanted(row, now)).count().to_string()
        };
        let mut attributes = json!({
            "QueueArn": self.arn(dead),
            "ApproximateNumberOfMessages": count(|row, now| row.visible_at <= now),
            "ApproximateNumberOfMessagesDelayed":
                count(|row, now| row.visible_at > now && row.receives == 0),
            "ApproximateNumberOfMessagesNotVisible":
                count(|row, now| row.visible_at > now && row.receives > 0),
            "VisibilityTimeout": VISIBILITY_S.to_string(),
        });
        if !dead {
            let policy = json!({"deadLetterTargetArn": self.arn(true), "maxReceiveCount": RECEIVES_MAX});
            attributes["RedrivePolicy"] = policy.to_string().into();
        }
        Ok(json!({"Attributes": attributes}))
    }
}

impl Queue {
    /// Whether a URL is this queue's or its dead letters'. Only its end counts, as it does to SQS: the host differs between
    /// callers in process and over loopback.
    pub(super) fn has(&self, url: &str) -> bool {
        self.is_dlq(url).is_ok()
    }

    /// Whether a URL is the dead letters'; one that is neither queue's is refused.
    fn is_dlq(&self, url: &str) -> Result<bool, Refusal> {
        let name = url.rsplit_once(ACCOUNT).and_then(|(_, name)| name.strip_prefix('/')).unwrap_or_default();
        match name.strip_prefix(self.name) {
            Some("") => Ok(false),
            Some("-dead") => Ok(true),
            _ => Err(Refusal::bad("QueueDoesNotExist", "The specified queue does not exist.")),
        }
    }

    fn arn(&self, is_dead: bool) -> String {
        let Self { name, .. } = self;
        format!("arn:aws:sqs:{REGION}:{ACCOUNT}:{name}{}", if is_dead { "-dead" } else { "" })
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SendMessage {
    queue_url: String,
    #[serde(flatten)]
    message: NewMessage,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SendMessageBatch {
    queue_url: String,
    #[serde(default)]
    entries: Vec<BatchEntry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct BatchEntry {
    id: String,
    #[serde(flatten)]
    message: NewMessage,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct NewMessage {
    message_body: String,
    delay_seconds: Option<i64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ReceiveMessage {
    queue_url: String,
    max_number_of_messages: Option<usize>,
    visibility_timeout: Option<i64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ChangeVisibility {
    queue_url: String,
    receipt_handle: String,
    visibility_timeout: i64,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct DeleteMessage {
    queue_url: String,
    receipt_handle: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct QueueAttributes {
    queue_url: String,
}

/// An operation's input from its JSON.
fn input<T: DeserializeOwned>(body: Value) -> Result<T, Refusal> {
    serde_json::from_value(body).map_err(|error| Refusal::bad("ValidationException", error.to_string()))
}

/// What SQS refuses of a batch as a whole.
fn check_batch(entries: &[BatchEntry]) -> Result<(), Refusal> {
    if entries.is_empty() {
        return Err(Refusal::bad("EmptyBatchRequest", "There should be at least one entry in the request."));
    }
    if entries.len() > BATCH_MAX {
        let message =
            format!("Maximum number of entries per request are {BATCH_MAX}. You have sent {}.", entries.len());
        return Err(Refusal::bad("TooManyEntriesInBatchRequest", message));
    }
    let mut ids = BTreeSet::new();
    for BatchEntry { id, message: _ } in entries {
        let is_valid = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if id.is_empty() || id.len() > ENTRY_ID_CHARACTERS_MAX || !id.chars().all(is_valid) {
            let message = "A batch entry id has 1 to 80 letters, digits, hyphens and underscores.";
            return Err(Refusal::bad("InvalidBatchEntryId", message));
        }
        if !ids.insert(id) {
            return Err(Refusal::bad("BatchEntryIdsNotDistinct", format!("Id {id} repeated.")));
        }
    }
    let bytes: usize = entries.iter().map(|entry| entry.message.message_body.len()).sum();
    if bytes > BODY_BYTES_MAX {
        let message = format!("A batch has at most {BODY_BYTES_MAX} bytes. You have sent {bytes}.");
        return Err(Refusal::bad("BatchRequestTooLong", message));
    }
    Ok(())
}

fn message_id(receipt: &str) -> Result<&str, Refusal> {
    receipt
        .split_once('.')
        .map(|(id, _)| id)
        .ok_or_else(|| Refusal::bad("ReceiptHandleIsInvalid", "The input receipt handle is invalid."))
}

fn seconds(name: &str, value: i64, max: i64) -> Result<SignedDuration, Refusal> {
    if (0..=max).contains(&value) {
        return Ok(SignedDuration::from_secs(value));
    }
    Err(invalid(format!("{name} must be 0 to {max}")))
}

fn invalid(message: String) -> Refusal {
    Refusal::bad("InvalidParameterValue", message)
}
