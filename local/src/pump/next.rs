//! When `reconcile` next finds something, by the rows of the index `due`.

use bytes::Bytes;
use domain::message::SEEN_AFTER;
use domain::review::{DECIDED_WITHIN, NEW_FOR};
use http::Request;
use jiff::Timestamp;
use reconcile::Reconcile;
use serde_json::{Value, json};
use store::table::DueKind;

use super::Pump;
use crate::deployed::TABLE;

/// How many rows of the index are read together, to find the next one that is due. Most tests have fewer.
const FEW: usize = 100;

impl Pump {
    /// The earliest instant at which `reconcile` handles a row of the index `due`. A row that `reconcile` only counts
    /// and does not change is handled for the first time after it is due. This reads the table directly and not through
    /// the connector, so that the functions' faults and the log of their calls are not affected.
    pub(super) async fn earliest_looked_at(&self, ticked: Timestamp) -> anyhow::Result<Option<Timestamp>> {
        let rows = self.few_due_rows().await?;
        let mut earliest = None;
        for (kind, shard) in DueKind::shards() {
            let partition = kind.shard_name(shard);
            let first_due = async |first: Timestamp| match &rows {
                Some(rows) => {
                    Ok(rows.iter().filter(|(of, at)| *of == partition && *at >= first).map(|(_, at)| *at).min())
                }
                None => self.first_due(&partition, first).await,
            };
            let is_counted = matches!(kind, DueKind::Review | DueKind::Suspension);
            let first = if is_counted { ticked } else { Timestamp::UNIX_EPOCH };
            let due = first_due(first).await?;
            // The operator may end a pause at any time, and the next run sees it.
            let due = due.map(|due| if kind == DueKind::Paused { ticked } else { due });
            let looked_at = due.map(|due| due.saturating_add(Reconcile::late(kind)).unwrap_or(due));
            earliest = earliest.into_iter().chain(looked_at).min();
            // Members are told long before a review has waited too long, or is no longer new; and again once it has.
            let told = match kind {
                DueKind::Review => vec![SEEN_AFTER - DECIDED_WITHIN, SEEN_AFTER],
                DueKind::Written => vec![SEEN_AFTER - NEW_FOR],
                _ => Vec::new(),
            };
            for seen_at in told {
                let happened =
                    first_due(ticked.saturating_sub(seen_at).unwrap_or(ticked)).await?.map(|due| due + seen_at);
                earliest = earliest.into_iter().chain(happened).min();
            }
        }
        Ok(earliest)
    }

    /// The rows of the index, each with its partition, if they are few: one call instead of one for each partition.
    async fn few_due_rows(&self) -> anyhow::Result<Option<Vec<(String, Timestamp)>>> {
        let answer = self.table("Scan", &json!({"TableName": TABLE, "IndexName": "due", "Limit": FEW})).await?;
        if answer.get("LastEvaluatedKey").is_some() {
            return Ok(None);
        }
        let rows = answer["Items"].as_array().into_iter().flatten();
        Ok(Some(rows.filter_map(|row| Some((row["due_shard"]["S"].as_str()?.to_owned(), due_at(row)?))).collect()))
    }

    /// The first instant at or after `first` at which a row of a partition of the index is due.
    async fn first_due(&self, partition: &str, first: Timestamp) -> anyhow::Result<Option<Timestamp>> {
        let query = json!({
            "TableName": TABLE,
            "IndexName": "due",
            "Limit": 1,
            "KeyConditionExpression": "due_shard = :shard AND due_at >= :first",
            "ExpressionAttributeValues":
                {":shard": {"S": partition}, ":first": {"N": first.as_millisecond().to_string()}},
        });
        Ok(due_at(&self.table("Query", &query).await?["Items"][0]))
    }

    async fn table(&self, operation: &str, body: &Value) -> anyhow::Result<Value> {
        let request = Request::post("/")
            .header("x-amz-target", format!("DynamoDB_20120810.{operation}"))
            .body(Bytes::from(body.to_string()))?;
        Ok(serde_json::from_slice(self.aws.call(request).await.body())?)
    }
}

fn due_at(row: &Value) -> Option<Timestamp> {
    Timestamp::from_millisecond(row["due_at"]["N"].as_str()?.parse().ok()?).ok()
}
