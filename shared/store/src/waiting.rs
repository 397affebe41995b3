//! Reviews that have waited too long for their shop, from the index `due`: their own item is in it from when they wait
//! until the shop decides.

use domain::Tenant;
use jiff::Timestamp;
use serde::Deserialize;

use crate::table::keys::{self, Key, waiting_shard_name};
use crate::table::{Attributes, Error, Store, from_item, instant};

/// A review that has waited too long.
#[derive(Debug, Clone)]
pub struct OverdueReview {
    /// The review's shop.
    pub tenant: Tenant,
    /// When it should have been decided about.
    pub due_at: Timestamp,
    key: Key,
}

impl Store {
    /// At most `limit` reviews of one shard of the index that should have been decided about before `now`, oldest first,
    /// from the one that follows `after`.
    pub async fn overdue_reviews(
        &self,
        shard: u64,
        now: Timestamp,
        limit: i32,
        after: Option<&OverdueReview>,
    ) -> Result<Vec<OverdueReview>, Error> {
        let start = after.map(|review| (review.key.clone(), review.due_at));
        let items = self.query_due(waiting_shard_name(shard), now, limit, start).await?;
        items.into_iter().map(overdue).collect()
    }
}

fn overdue(item: Attributes) -> Result<OverdueReview, Error> {
    #[derive(Deserialize)]
    struct Row {
        #[serde(rename = "PK")]
        pk: String,
        #[serde(rename = "SK")]
        sk: String,
        due_at: i64,
    }
    let Row { pk, sk, due_at } = from_item(item)?;
    let tenant = keys::parse_review(&pk, &sk).ok_or_else(|| Error::Unreadable("a waiting review's key".to_owned()))?;
    Ok(OverdueReview { tenant, due_at: instant(due_at)?, key: Key { pk, sk } })
}
