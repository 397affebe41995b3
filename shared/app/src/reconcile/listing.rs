//! Puts reviews from before reviews were listed into the lists, once: a walk through the table, a part of it a run.

use domain::{Origin, Photo, Request, Subject};
use jiff::{SignedDuration, Timestamp};
use store::{CommitError, ListingWalk, UnlistedReview};

use super::{Reconcile, Report};
use crate::Error;
use crate::retry::{TryError, retry};

/// How long after the first run the walk begins: by then no function runs any more that stores reviews without listing
/// them.
const BEGINS_AFTER: SignedDuration = SignedDuration::from_hours(1);
/// How much of a run may go to it.
const LIST_FOR: SignedDuration = SignedDuration::from_secs(10);
/// Items passed at once; after that the place is saved.
const PAGE: i32 = 500;

impl Reconcile {
    /// Goes on with the walk, unless it is finished. A run that dies repeats its last page, which changes nothing.
    pub(super) async fn list_earlier(&self, report: &mut Report) -> Result<(), Error> {
        let started = self.clock.now();
        let Some(mut walk) = self.store.listing_walk().await? else {
            let begins_at = started.saturating_add(BEGINS_AFTER).unwrap_or(started);
            let walk = ListingWalk { begins_at, after: None, is_done: false };
            return Ok(self.store.save_listing_walk(&walk).await?);
        };
        while !walk.is_done && walk.begins_at <= started && self.clock.now().duration_since(started) <= LIST_FOR {
            let (found, next) = self.store.unlisted_reviews(&walk, PAGE).await?;
            for unlisted in found {
                report.listed += usize::from(self.list(unlisted, started).await?);
            }
            self.store.save_listing_walk(&next).await?;
            walk = next;
        }
        Ok(())
    }

    /// Puts a review into the lists. Returns whether it did: its author may have changed it, or another run been first.
    async fn list(&self, UnlistedReview { tenant, mut review }: UnlistedReview, now: Timestamp) -> Result<bool, Error> {
        let (request, item) = match review.origin {
            Origin::Hub { request, item } => (self.store.request(&tenant, request).await?, item),
            Origin::Api { .. } | Origin::Import { .. } => return Ok(false),
        };
        // Of a request that was deleted, nobody knows any more what was reviewed.
        let subject = request.as_ref().and_then(|request| Some(&request.items.get(item)?.subject));
        let product = match subject {
            Some(Subject::Product(id)) => Some(id.clone()),
            Some(Subject::Shop) | None => None,
        };
        let author = request.as_ref().and_then(Request::contact);
        let language = request.as_ref().and_then(|request| request.language);
        let photos = self.store.photo_slots(&tenant, review.place()).await?;
        let ledger = review.take_in(product, author, language, photos.iter().filter_map(Photo::ready).collect(), now);
        retry!(self.store, {
            let mut transaction = self.store.transaction(&tenant);
            transaction.list_review(&review, &ledger);
            match transaction.commit().await {
                Err(CommitError::Refused(_)) => Ok(false),
                done => Ok::<_, TryError<Error>>(done.map(|()| true)?),
            }
        })
    }
}
