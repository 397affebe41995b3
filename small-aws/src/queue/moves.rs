//! Moves of dead letters.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{DEAD, Queue, Queues};
use crate::{lineage::Lineage, names::queue_arn, wire::Refusal};

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct MessageMove {
    source_arn: String,
    destination_arn: Option<String>,
}

impl Queues {
    /// Moves dead letters to the destination or, without one, to the queue from which they came. Dead letters from
    /// another service came from no queue, and stay. Each moved dead letter becomes a new message.
    pub(super) fn move_dead(&self, input: &MessageMove, now: Timestamp, new_id: &str) -> Result<Value, Refusal> {
        let is_source = |queue: &&Queue| queue_arn(&format!("{}{DEAD}", queue.spec.name)) == input.source_arn;
        let source = self.0.iter().find(is_source).ok_or_else(|| missing(&input.source_arn))?;
        let destination = match &input.destination_arn {
            Some(arn) => self.with_arn(arn).ok_or_else(|| missing(arn))?,
            None => source,
        };
        let goes = |row: &super::Row| row.dead && (input.destination_arn.is_some() || !row.set_aside);
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
}

fn missing(arn: &str) -> Refusal {
    Refusal::bad("ResourceNotFoundException", format!("{arn} is no queue of dead letters, or no queue"))
}
