//! SQS' operations on a queue and its dead letters.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};

use super::{DEAD, Queue, Queues, Row};
use crate::{
    lineage::Lineage,
    names::queue_arn,
    wire::{Call, Refusal},
};

/// SQS' limits: the bytes of a body and of a batch's bodies together, a delay in seconds, the entries of a batch, the
/// characters of an entry's id.
const BODY_BYTES_MAX: usize = 1024 * 1024;
const DELAY_MAX_S: i64 = 900;
const BATCH_MAX: usize = 10;
const ENTRY_ID_CHARACTERS_MAX: usize = 80;
const GROUP_CHARACTERS_MAX: usize = 128;

impl Queues {
    pub(crate) fn answer(&self, call: &Call, body: Value, now: Timestamp, new_id: &str) -> Result<Value, Refusal> {
        if call.operation == "StartMessageMoveTask" {
            return self.move_dead(&input(body)?, now, new_id);
        }
        let Some(url) = body["QueueUrl"].as_str() else { return Err(Refusal::unknown(call)) };
        let (queue, dead) = self.at(url)?;
        match call.operation.as_str() {
            "SendMessage" | "SendMessageBatch" if dead => {
                Err(Refusal::bad("UnsupportedOperation", "only the queue fills its DLQ"))
            }
            "SendMessage" => queue.send(&input(body)?, &Lineage::own(), now, new_id),
            "SendMessageBatch" => queue.send_batch(input(body)?, now, new_id),
            "GetQueueAttributes" => Ok(queue.attributes(dead, now)),
            _ => Err(Refusal::unknown(call)),
        }
    }

    /// Moves dead letters to the destination or, without one, to the queue from which they came. Dead letters from
    /// another service came from no queue, and stay. Each moved dead letter becomes a new message.
    fn move_dead(&self, input: &MessageMove, now: Timestamp, new_id: &str) -> Result<Value, Refusal> {
        let is_source = |queue: &&Queue| queue_arn(&format!("{}{DEAD}", queue.spec.name)) == input.source_arn;
        let source = self.0.iter().find(is_source).ok_or_else(|| missing(&input.source_arn))?;
        let destination = match &input.destination_arn {
            Some(arn) => self.with_arn(arn).ok_or_else(|| missing(arn))?,
            None => source,
        };
        let goes = |row: &Row| row.dead && (input.destination_arn.is_some() || !row.set_aside);
        let moved: Vec<_> = {
            let rows = source.rows.lock();
            let found = rows.iter().filter(|(_, row)| goes(row));
            found.map(|(id, row)| (id.clone(), row.body.clone(), row.group.clone())).collect()
        };
        for (number, (id, body, group)) in moved.into_iter().enumerate() {
            source.rows.lock().remove(&id)?;
            destination.put_of(&Lineage::default(), &format!("{new_id}_{number}"), body, group, now, now)?;
        }
        Ok(json!({"TaskHandle": new_id}))
    }

    /// Performs `SendMessage` for a service that passes on no lineage.
    pub(crate) fn send(&self, body: Value, now: Timestamp, new_id: &str) -> Result<(), Refusal> {
        let (queue, _) = self.at(body["QueueUrl"].as_str().unwrap_or_default())?;
        queue.send(&input(body)?, &Lineage::default(), now, new_id).map(drop)
    }
}

impl Queue {
    /// Rejects the batch as a whole, or sends or rejects each entry alone.
    fn send_batch(&self, input: SendMessageBatch, now: Timestamp, id: &str) -> Result<Value, Refusal> {
        let SendMessageBatch { entries } = input;
        check_batch(&entries)?;
        let (mut successful, mut failed) = (Vec::new(), Vec::new());
        for (number, BatchEntry { id: entry, message }) in entries.into_iter().enumerate() {
            match self.send(&message, &Lineage::own(), now, &format!("{id}_{number}")) {
                Ok(mut sent) => {
                    sent["Id"] = entry.into();
                    successful.push(sent);
                }
                Err(refusal) => failed.push(refusal.of_entry(&entry)),
            }
        }
        Ok(json!({"Successful": successful, "Failed": failed}))
    }

    fn send(&self, input: &SendMessage, lineage: &Lineage, now: Timestamp, id: &str) -> Result<Value, Refusal> {
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
        if let Some(group) = &input.message_group_id {
            let is_valid = |c: char| c.is_ascii_graphic();
            if group.is_empty() || group.len() > GROUP_CHARACTERS_MAX || !group.chars().all(is_valid) {
                return Err(invalid(format!("MessageGroupId must have 1 to {GROUP_CHARACTERS_MAX} characters")));
            }
        }
        self.put_of(lineage, id, body.clone(), input.message_group_id.clone(), now, now + delay)?;
        // No MD5OfMessageBody: neither the Rust SDK nor the AWS command line checks it.
        Ok(json!({"MessageId": id}))
    }

    fn attributes(&self, dead: bool, now: Timestamp) -> Value {
        let name = &self.spec.name;
        let dead_arn = queue_arn(&format!("{name}{DEAD}"));
        let rows = self.rows.lock();
        let count = |wanted: fn(&Row, Timestamp) -> bool| {
            let rows = rows.values().filter(|row| row.dead == dead);
            rows.filter(|row| wanted(row, now)).count().to_string()
        };
        let mut attributes = json!({
            "QueueArn": if dead { dead_arn.clone() } else { queue_arn(name) },
            "ApproximateNumberOfMessages": count(|row, now| row.visible_at <= now),
            "ApproximateNumberOfMessagesDelayed":
                count(|row, now| row.visible_at > now && row.receives == 0),
            "ApproximateNumberOfMessagesNotVisible":
                count(|row, now| row.visible_at > now && row.receives > 0),
            "VisibilityTimeout": self.spec.visibility.as_secs().to_string(),
        });
        if !dead {
            let policy = json!({"deadLetterTargetArn": dead_arn, "maxReceiveCount": self.spec.receives_max});
            attributes["RedrivePolicy"] = policy.to_string().into();
        }
        json!({"Attributes": attributes})
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct MessageMove {
    source_arn: String,
    destination_arn: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SendMessageBatch {
    #[serde(default)]
    entries: Vec<BatchEntry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct BatchEntry {
    id: String,
    #[serde(flatten)]
    message: SendMessage,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SendMessage {
    message_body: String,
    delay_seconds: Option<i64>,
    message_group_id: Option<String>,
}

fn input<T: DeserializeOwned>(body: Value) -> Result<T, Refusal> {
    serde_json::from_value(body).map_err(|error| Refusal::bad("ValidationException", error.to_string()))
}

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

fn seconds(name: &str, value: i64, max: i64) -> Result<SignedDuration, Refusal> {
    if (0..=max).contains(&value) {
        return Ok(SignedDuration::from_secs(value));
    }
    Err(invalid(format!("{name} must be 0 to {max}")))
}

fn invalid(message: String) -> Refusal {
    Refusal::bad("InvalidParameterValue", message)
}

fn missing(arn: &str) -> Refusal {
    Refusal::bad("ResourceNotFoundException", format!("{arn} is no queue of dead letters, or no queue"))
}
