//! What a shop hears of its reviews: those that wait for its decision, and new ones. Imported reviews are left out, because
//! they were written long ago.
//!
//! Told by `tests/stories/console/review_emails.story`.

use std::ops::RangeInclusive;

use domain::review::{DECIDED_WITHIN, HoldRule, Review, ReviewState};
use domain::values::{ReviewId, Tenant};
use futures_util::future::try_join;
use jiff::Timestamp;
use store::review::list::ListedReview;
use store::review::list_pages::ReviewList;
use store::table::{End, Error, Reading, Store};
use texts::Texts;

use crate::paging::PUBLIC_ROWS_MAX;

/// How many rows each call reads in search of the oldest waiting review. Usually the first call finds it. The limit is
/// low, because public pages call this.
const WAITING_ROWS: [u32; 2] = [1, PUBLIC_ROWS_MAX];
/// The most waiting and the most new reviews that are read.
const NEWS_ROWS: u32 = 500;

/// The news at the end of a span.
pub struct News {
    /// What waits, longest first, then what is new and public, oldest first.
    pub rows: Vec<ListedReview>,
    /// Whether something happened in the span that is still true: a review was written, or one began to wait or has
    /// waited too long.
    pub is_new: bool,
}

impl News {
    pub async fn read(store: &Store, tenant: &Tenant, span: RangeInclusive<Timestamp>) -> Result<Self, Error> {
        let oldest = Reading::first(End::Oldest, NEWS_ROWS);
        let new = Reading { after: Some(ReviewId::mint(*span.start(), u16::MAX)), ..oldest.clone() };
        let (waiting, new) = try_join(
            store.review_rows(tenant, &ReviewList::Waiting, oldest),
            store.review_rows(tenant, &ReviewList::All, new),
        )
        .await?;
        let (mut rows, mut new) = (waiting.rows, new.rows);
        rows.retain(|row| row.waits_since <= *span.end() && !row.is_from_file());
        rows.sort_by_key(|row| row.waits_since);
        new.retain(|row| {
            let is_public = row.state == ReviewState::Published && row.held_by.is_none();
            is_public && row.created_at <= *span.end() && !row.is_from_file()
        });
        let is_in = |at: Timestamp| *span.start() < at && at <= *span.end();
        let has_waited = |row: &ListedReview| row.waits_since.checked_add(DECIDED_WITHIN).is_ok_and(is_in);
        let is_new = !new.is_empty() || rows.iter().any(|row| is_in(row.waits_since) || has_waited(row));
        rows.extend(new);
        Ok(Self { rows, is_new })
    }

    /// The reviews that still wait for the shop: for its decision, or for its answer.
    pub fn open(&self) -> impl Iterator<Item = &ListedReview> {
        self.rows.iter().filter(|row| row.held_by.is_some() || !row.is_replied)
    }
}

/// What the shop is told of a review, in the console's texts: it is public or answered, or why it or its edit waits.
pub fn standing(texts: Texts, review: &Review) -> String {
    let public = if review.content.reply.is_some() { "email-reviews-answered" } else { "email-reviews-public" };
    let Some(rule) = review.held_by() else { return texts.say(public).to_string() };
    let what = if review.state == ReviewState::Published { "email-reviews-edit-waits" } else { "email-reviews-waits" };
    let why = texts.say(&format!("review-rule-{}", rule.as_str())).to_string();
    texts.say(what).words("why", &why).to_string()
}

/// Since when the oldest waiting review of a list has waited; edits, and what waits for its product, are left out. Rows
/// are sorted by the time at which reviews were written, so an imported review may come before one that has waited
/// longer. The search ends at a review that has waited since its id was made, because no later review has waited
/// longer. If hundreds of imported reviews come before that one, the result is the longest wait among the rows that
/// were read.
pub(crate) async fn oldest_waiting_since(
    store: &Store,
    tenant: &Tenant,
    waiting: &ReviewList,
) -> Result<Option<Timestamp>, Error> {
    let (mut oldest, mut after) = (None, None);
    for limit in WAITING_ROWS {
        let reading = Reading { after, ..Reading::first(End::Oldest, limit) };
        let page = store.review_rows(tenant, waiting, reading).await?;
        let waits =
            |row: &&ListedReview| row.state == ReviewState::Submitted && row.held_by != Some(HoldRule::ProductHidden);
        for row in page.rows.iter().filter(waits) {
            let since = oldest.map_or(row.waits_since, |oldest| row.waits_since.min(oldest));
            if since <= row.id.minted_at() {
                return Ok(Some(since));
            }
            oldest = Some(since);
        }
        if !page.more {
            break;
        }
        after = page.rows.last().map(|row| row.id);
    }
    Ok(oldest)
}
