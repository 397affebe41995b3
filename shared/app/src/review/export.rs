//! All reviews that match a filter, oldest first. A page is as long as one answer may be.
//!
//! Told by `tests/stories/reviews/lists.story`.

use std::collections::HashMap;

use domain::order::ProductId;
use domain::values::ReviewId;
use jiff::{SignedDuration, Timestamp};
use store::table::Store;

use super::{ReviewFilter, ReviewSort, ReviewStart, Reviews, ShownReview};
use crate::caller::Caller;
use crate::clock::Clock;
use crate::error::Error;

pub const EXPORT_ROWS_MAX: usize = 5_000;
/// The most bytes of a page. Lambda accepts 6 MB with headers and envelope; text counts as a JSON string, other bodies
/// as base64.
const PAGE_BYTES_MAX: usize = 5_500_000;
/// How long reviews are read for one page. A function may take 28 seconds in all.
const READ_FOR: SignedDuration = SignedDuration::from_secs(10);
/// How many rows are read at once: ten calls at the same time.
const STEP_ROWS: u32 = 160;

#[derive(Debug, Default)]
pub struct ExportPage {
    /// The rows, joined.
    pub body: String,
    /// The last review that was looked at, if more may follow.
    pub next: Option<ReviewId>,
}

struct Budget {
    rows: usize,
    json_bytes: usize,
    plain_bytes: usize,
}

impl Budget {
    /// Whether another row fits. If so, it counts.
    fn takes(&mut self, row: &str) -> Result<bool, Error> {
        let as_json = serde_json::to_string(row).map_err(|error| Error::Internal(error.to_string()))?.len();
        let (json_bytes, plain_bytes) = (self.json_bytes + as_json, self.plain_bytes + row.len());
        let in_base64 = plain_bytes.div_ceil(3) * 4;
        if self.rows == EXPORT_ROWS_MAX || json_bytes.max(in_base64) > PAGE_BYTES_MAX {
            return Ok(false);
        }
        *self = Self { rows: self.rows + 1, json_bytes, plain_bytes };
        Ok(true)
    }
}

/// A page of matching reviews, oldest first, after `after`: 5,000, or as many as fit into one answer and can be read in
/// ten seconds. The page begins with `head`. `write` makes a row from a review and its product's title, if the shop
/// gave one.
/// Errors: Storage failures, and those of `write`.
pub async fn export(
    reviews: &Reviews,
    caller: &Caller,
    filter: &ReviewFilter,
    mut after: Option<ReviewId>,
    clock: &Clock,
    head: String,
    write: impl Fn(&ShownReview, Option<&str>) -> Result<String, Error>,
) -> Result<ExportPage, Error> {
    let now = clock.now();
    let until = now.saturating_add(READ_FOR).unwrap_or(Timestamp::MAX);
    let mut budget = Budget { rows: 0, json_bytes: head.len() * 2, plain_bytes: head.len() };
    let (mut body, mut titles) = (head, HashMap::new());
    loop {
        let start = after.map_or(ReviewStart::Skip(0), ReviewStart::After);
        let read = reviews.list(caller, filter, ReviewSort::Oldest, start, STEP_ROWS, now).await?;
        add_titles(&reviews.store, caller, &read.reviews, &mut titles).await?;
        for shown in &read.reviews {
            let title = shown.review.product.as_ref().and_then(|id| titles.get(id)?.as_deref());
            let row = write(shown, title)?;
            if !budget.takes(&row)? {
                return Ok(ExportPage { body, next: after });
            }
            body += &row;
            after = Some(shown.review.id);
        }
        after = read.next;
        if after.is_none() || clock.now() >= until {
            return Ok(ExportPage { body, next: after });
        }
    }
}

/// Adds the titles of the reviews' products that `titles` lacks; `None` for a product that the shop did not provide.
async fn add_titles(
    store: &Store,
    caller: &Caller,
    reviews: &[ShownReview],
    titles: &mut HashMap<ProductId, Option<String>>,
) -> Result<(), Error> {
    let mut new: Vec<ProductId> = Vec::new();
    for product in reviews.iter().filter_map(|shown| shown.review.product.as_ref()) {
        if !titles.contains_key(product) {
            titles.insert(product.clone(), None);
            new.push(product.clone());
        }
    }
    for ids in new.chunks(100) {
        for product in store.products(&caller.tenant, ids).await? {
            titles.insert(product.id.clone(), Some(product.title.as_str().to_owned()));
        }
    }
    Ok(())
}
