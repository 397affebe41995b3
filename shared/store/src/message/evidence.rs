//! The newest email with a report. It shows a sender whether a missing report is lost or all reports are late.

use aws_sdk_dynamodb::types::Update;
use jiff::Timestamp;
use serde::Deserialize;

use crate::retention::pause_ttl;
use crate::table::{Error, Store, from_item, instant, keys, milliseconds, number};

#[derive(Deserialize)]
struct ReportedItem {
    accepted_at: i64,
}

impl Store {
    /// When the provider accepted the newest email that was reported; `None` if no report came for a day.
    pub async fn newest_reported(&self) -> Result<Option<Timestamp>, Error> {
        let Some(item) = self.get(&keys::reported()).await? else { return Ok(None) };
        let ReportedItem { accepted_at } = from_item(item)?;
        Ok(Some(instant(accepted_at)?))
    }

    pub async fn note_reported(&self, accepted_at: Timestamp, now: Timestamp) -> Result<(), Error> {
        let update = Update::builder()
            .update_expression("SET accepted_at = :at, #ttl = :ttl")
            .condition_expression("attribute_not_exists(PK) OR accepted_at < :at")
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_values(":at", milliseconds(accepted_at))
            .expression_attribute_values(":ttl", number(pause_ttl(now)));
        self.update_if_met(self.update(&keys::reported(), update)?).await.map(drop)
    }
}
