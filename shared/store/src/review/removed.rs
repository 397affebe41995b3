//! What left the public pages, for the CDN, which would show it for up to a year.

use aws_sdk_dynamodb::operation::delete_item::DeleteItemError;
use domain::review::{Review, ReviewState};
use domain::values::Mode;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::message::due::Due;
use crate::retention::removed_ttl;
use crate::table::keys::{self, DueKind};
use crate::table::{Error, Part, Store, Transaction, milliseconds};

/// How long the CDN is not told. A copy of a function answers from its memory for up to a minute, and reads what DynamoDB says a
/// moment late: a CDN that forgets at once could get the old answer again.
const SHOWN_FOR: SignedDuration = SignedDuration::from_secs(90);
/// The name of everything that a shop showed.
const ALL: &str = "@all";

#[derive(Serialize)]
struct RemovedItem {
    due_shard: String,
    due_at: i64,
    ttl: i64,
}

impl Transaction<'_> {
    /// Plans that the CDN is told if a published review, its name or a photo of it is no longer public.
    pub(crate) fn note_removed(&mut self, before: Option<&Review>, review: &Review) {
        let Some(before) = before.filter(|before| before.state == ReviewState::Published) else { return };
        let name = |review: &Review| review.content.words.as_ref().and_then(|words| words.display_name.clone());
        let loses_photo = before.photos.iter().any(|photo| !review.photos.contains(photo));
        let loses_name = name(before).is_some() && name(review).is_none();
        if review.state != ReviewState::Published || loses_photo || loses_name {
            self.note_gone(&review.id.get().to_string(), review.updated_at);
        }
    }

    /// Plans that the CDN is told that nothing of the shop is public.
    pub(crate) fn note_all_removed(&mut self, now: Timestamp) {
        self.note_gone(ALL, now);
    }

    /// Shops in test mode have no public pages.
    pub(crate) fn note_gone(&mut self, what: &str, now: Timestamp) {
        if self.store.has_cdn && self.tenant.mode == Mode::Live {
            let due_at = now.saturating_add(SHOWN_FOR).unwrap_or(now).as_millisecond();
            let item = RemovedItem { due_shard: DueKind::Removed.shard_name(0), due_at, ttl: removed_ttl(now) };
            self.put(Part::Other, &keys::removed(self.tenant, what), &item, "", []);
        }
    }
}

impl Store {
    /// Forgets what the CDN was told, unless more was removed meanwhile.
    pub async fn forget_removed(&self, due: &Due) -> Result<(), Error> {
        let delete = self.client.delete_item().table_name(&self.table).set_key(Some(due.key().attributes()));
        let delete = delete.condition_expression("due_at = :due");
        let delete = delete.expression_attribute_values(":due", milliseconds(due.due_at));
        match self.uncontended(|| delete.clone().send()).await {
            Ok(_) => Ok(()),
            Err(error) => match error.as_service_error() {
                Some(DeleteItemError::ConditionalCheckFailedException(_)) => Ok(()),
                _ => Err(error.into()),
            },
        }
    }
}
