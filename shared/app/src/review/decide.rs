//! The shop's decisions about a review: publish, withhold, answer, remove.
//!
//! Told by `tests/stories/reviews/moderation.story`.

use domain::message::{Notification, NotificationName, StepState};
use domain::review::{
    Actor, Kept, LedgerEntry, LedgerKind, NotDone, Photo, ReplyText, Review, ReviewPlace, ReviewState, WithholdReason,
    Withholding,
};
use domain::values::{Identity, ReviewId};
use futures_util::future::try_join;
use jiff::Timestamp;
use store::table::{Store, Transaction};

use crate::caller::{Caller, Who};
use crate::error::{Error, TryError, retry};
use crate::review::ended::record_end;
use crate::review::photos::{PhotoFiles, files_of};

#[derive(Clone)]
pub struct Moderate {
    pub store: Store,
    pub files: PhotoFiles,
}

/// What somebody decides about a review.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// Publishes the review and its waiting edit, perhaps with a note for its history.
    Publish(Option<String>),
    Withhold(Withholding),
    /// Drops the waiting edit. The published version stays.
    DropEdit(Withholding),
    /// A reported review stays public, for a reason that the readers get who left an address.
    Keep(String),
    Reply(ReplyText),
    RemoveReply,
    /// Undoes a member's last decision, as long as no notification about it has left.
    Undo,
}

impl Moderate {
    /// Carries a verdict out. A member's can be undone for a while.
    /// Errors: [`Error::NotFound`]; [`Error::RevisionConflict`] if the review's revision is not among `expected`, if no report
    /// waits for a decision, or if it is too late to undo; [`Error::NoPendingEdit`]; [`Error::OfInsider`].
    pub async fn decide(
        &self,
        caller: &Caller,
        id: ReviewId,
        verdict: &Verdict,
        expected: Option<&[u32]>,
        now: Timestamp,
    ) -> Result<Review, Error> {
        let decide = |review: &mut Review| {
            let (by, before) = (actor(caller), review.clone());
            let ledger = match verdict.clone() {
                Verdict::Publish(note) => review.approve(by, note, now)?,
                Verdict::Withhold(withholding) => review.withhold(by, withholding, now)?,
                Verdict::DropEdit(withholding) => review.drop_edit(by, withholding, now)?,
                Verdict::Reply(text) => review.reply(by, text, now)?,
                Verdict::RemoveReply => review.remove_reply(by, now)?,
                Verdict::Undo => return review.take_back(by, now).ok_or(Error::RevisionConflict),
                Verdict::Keep(_) => Vec::new(),
            };
            if matches!(caller.who, Who::Member(_) | Who::Mail(_) | Who::Guest(_)) && !ledger.is_empty() {
                review.remember(&before, now);
            }
            Ok(ledger)
        };
        match verdict {
            Verdict::Keep(reason) => self.keep(caller, id, reason, expected, now).await,
            _ => self.change(caller, id, expected, now, decide).await,
        }
    }

    async fn keep(
        &self,
        caller: &Caller,
        id: ReviewId,
        reason: &str,
        expected: Option<&[u32]>,
        now: Timestamp,
    ) -> Result<Review, Error> {
        retry!(self.store, {
            let row = self.store.review_row(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
            let review = self.store.review(&caller.tenant, row.place, &caller.keys).await?;
            let review = review.filter(|review| review.id == id).ok_or(Error::NotFound)?;
            require(&review, expected)?;
            if review.state != ReviewState::Published || !self.store.owes_decision(&caller.tenant, id).await? {
                return Err(Error::RevisionConflict.into());
            }
            let kept = Kept { at: now, by: actor(caller), reason: Some(reason.to_owned()) };
            let told = self.store.one::<Notification>(&caller.tenant, NotificationName::Reported(id)).await?;
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.keep(&review, &kept, &caller.keys);
            transaction.look_at_reports(id, told.as_ref(), now);
            transaction.commit().await?;
            Ok::<_, TryError<Error>>(review)
        })
    }

    /// Adds the look at a review's reports to a change after which the shop's decision about them is another one.
    async fn look_at_reports(
        &self,
        transaction: &mut Transaction<'_>,
        (before, review): (&Review, &Review),
        now: Timestamp,
    ) -> Result<(), Error> {
        let [was_public, is_public] = [before, review].map(|review| review.state == ReviewState::Published);
        // An undone decision was about reports, too, if there are any.
        let is_undone = is_public && before.undo.is_some() && review.undo.is_none();
        if was_public == is_public || !is_undone && !self.store.owes_decision(transaction.tenant(), review.id).await? {
            return Ok(());
        }
        let told = self.store.one::<Notification>(transaction.tenant(), NotificationName::Reported(review.id)).await?;
        transaction.look_at_reports(review.id, told.as_ref(), now);
        Ok(())
    }

    /// Removes a review for good, with its photos, also if the table is restored later. Removing it again is no error.
    /// Errors: [`Error::NotFound`] if there never was one; [`Error::RevisionConflict`].
    pub async fn remove(
        &self,
        caller: &Caller,
        id: ReviewId,
        reason: Option<WithholdReason>,
        expected: Option<&[u32]>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let reason = reason.unwrap_or(WithholdReason::Unspecified);
        let removed = retry!(self.store, {
            let Some((row, shop)) = self.store.review_row_with_tenant(&caller.tenant, id).await? else {
                // An earlier call may have died before it wrote the record.
                let ledger = self.store.ledger(&caller.tenant, id, &caller.keys).await?;
                let removed = ledger.iter().find(|line| line.what == LedgerKind::Removed).cloned();
                return if ledger.is_empty() { Err(Error::NotFound.into()) } else { Ok(removed) };
            };
            let (found, slots) = try_join(
                self.store.reviews_of_rows(&caller.tenant, std::slice::from_ref(&row), &caller.keys),
                self.store.photo_slots(&caller.tenant, row.place),
            )
            .await?;
            // The review was removed or erased after its row was read.
            let before = found.into_iter().next().ok_or(TryError::Conflict)?;
            require(&before, expected)?;
            let mut review = before.clone();
            let mut ledger = review.remove(actor(caller), reason, now);
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.save_review(Some(&before), &review, &ledger, &caller.keys, &shop.webhooks);
            self.look_at_reports(&mut transaction, (&before, &review), now).await?;
            if let Some(request) = review.origin.request() {
                transaction.empty_slots(request, slots.iter().map(Photo::held));
            }
            let files = files_of(&caller.tenant, &before, &slots);
            self.files.prepare(&files, now).await;
            transaction.commit().await?;
            self.files.discard(&files, now).await;
            Ok::<_, TryError<Error>>(ledger.pop())
        })?;
        match removed {
            Some(line) => record_end(&self.files.bucket, (&caller.tenant, id), Some(&line), now).await,
            None => Ok(()),
        }
    }

    /// Changes a review, if anything changes. Photos that it loses are deleted, because they do not come back with the
    /// author's next edit.
    async fn change(
        &self,
        caller: &Caller,
        id: ReviewId,
        expected: Option<&[u32]>,
        now: Timestamp,
        decide: impl Fn(&mut Review) -> Result<Vec<LedgerEntry>, Error>,
    ) -> Result<Review, Error> {
        retry!(self.store, {
            let found = self.store.review_row_with_tenant(&caller.tenant, id).await?;
            let (row, shop) = found.ok_or(Error::NotFound)?;
            let before = self.store.review(&caller.tenant, row.place, &caller.keys).await?;
            let before = before.filter(|review| review.id == id && !review.state.is_final()).ok_or(Error::NotFound)?;
            require(&before, expected)?;
            let mut review = before.clone();
            let ledger = decide(&mut review)?;
            if ledger.is_empty() {
                return Ok(review);
            }
            if review.undo.is_some() && review.replaces_a_notification(&before) {
                let notification =
                    self.store.one::<Notification>(&caller.tenant, NotificationName::Withheld(id)).await?;
                review.remember_notification(
                    notification.is_some_and(|notification| notification.step.state == StepState::Pending),
                );
            }
            let dropped = review.dropped_photos(&before);
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.save_review(Some(&before), &review, &ledger, &caller.keys, &shop.webhooks);
            self.look_at_reports(&mut transaction, (&before, &review), now).await?;
            if let ReviewPlace::Item(request, item) = review.place() {
                transaction.empty_slots(request, dropped.iter().map(|photo| (item, photo.slot, photo.id)));
            }
            let dropped: Vec<_> = dropped.iter().map(|photo| photo.place(&caller.tenant, review.place())).collect();
            self.files.prepare(&dropped, now).await;
            transaction.commit().await?;
            self.files.discard(&dropped, now).await;
            Ok::<_, TryError<Error>>(review)
        })
    }
}

/// Refuses a decision if the caller has read another revision.
pub fn require(review: &Review, expected: Option<&[u32]>) -> Result<(), Error> {
    let is_stale = expected.is_some_and(|expected| !expected.contains(&review.revision));
    if is_stale { Err(Error::RevisionConflict) } else { Ok(()) }
}

impl From<NotDone> for Error {
    fn from(error: NotDone) -> Self {
        match error {
            NotDone::Gone => Self::NotFound,
            NotDone::NoPendingEdit => Self::NoPendingEdit,
            NotDone::OfInsider => Self::OfInsider,
        }
    }
}

/// The author of a decision: a member, a person whom the key names, or a key.
pub fn actor(caller: &Caller) -> Actor {
    match &caller.who {
        Who::Member(id) => Actor::Member(id.to_string()),
        Who::Mail(id) => Actor::Mail(id.to_string()),
        Who::Guest(_) => Actor::Member(caller.by()),
        Who::Key { identity: Some(Identity::User(guid)), .. } => Actor::Member(guid.to_string()),
        Who::Key { id, .. } => Actor::Key(id.clone()),
        Who::System(system) => Actor::Key(system.as_str().to_owned()),
        Who::Reader => Actor::System,
    }
}
