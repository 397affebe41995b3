//! The shop's decisions about a review: publish, withhold, answer, remove.

use domain::message::{NotificationName, StepState};
use domain::review::{Actor, Kept, LedgerEntry, NotDone, ReplyText, Review, ReviewState, WithholdReason, Withholding};
use domain::values::{Identity, ReviewId};
use futures_util::future::try_join;
use jiff::Timestamp;
use store::table::{Store, Transaction};

use crate::caller::{Caller, Who};
use crate::error::{Error, TryError, retry};
use crate::review::photos::{PhotoFiles, files_of};

#[derive(Clone)]
pub struct Moderate {
    pub store: Store,
    pub files: PhotoFiles,
}

#[derive(Debug, Clone, Default)]
pub struct Decision {
    pub reason: Option<WithholdReason>,
    /// The shop's own note about the decision.
    pub note: Option<String>,
    /// Whether the decision is only about the waiting edit.
    pub is_about_edit: bool,
}

impl Decision {
    fn withholding(self) -> Withholding {
        Withholding { reason: self.reason.unwrap_or(WithholdReason::Unspecified), note: self.note }
    }
}

impl Moderate {
    /// Publishes a review and its waiting edit.
    /// Errors: [`Error::NotFound`]; [`Error::RevisionConflict`] if the review's revision is not among `expected`.
    pub async fn approve(
        &self,
        caller: &Caller,
        id: ReviewId,
        decision: &Decision,
        expected: Option<&[u32]>,
        now: Timestamp,
    ) -> Result<Review, Error> {
        let note = decision.note.clone();
        self.decide(caller, id, expected, now, |review| Ok(review.approve(actor(caller), note.clone(), now)?)).await
    }

    /// Withholds a review, or drops its waiting edit.
    pub async fn reject(
        &self,
        caller: &Caller,
        id: ReviewId,
        decision: &Decision,
        expected: Option<&[u32]>,
        now: Timestamp,
    ) -> Result<Review, Error> {
        self.decide(caller, id, expected, now, |review| {
            let withholding = decision.clone().withholding();
            Ok(match decision.is_about_edit {
                true => review.drop_edit(actor(caller), withholding, now),
                false => review.withhold(actor(caller), withholding, now),
            }?)
        })
        .await
    }

    pub async fn reply(
        &self,
        caller: &Caller,
        id: ReviewId,
        text: &ReplyText,
        expected: Option<&[u32]>,
        now: Timestamp,
    ) -> Result<Review, Error> {
        self.decide(caller, id, expected, now, |review| Ok(review.reply(actor(caller), text.clone(), now)?)).await
    }

    pub async fn remove_reply(
        &self,
        caller: &Caller,
        id: ReviewId,
        expected: Option<&[u32]>,
        now: Timestamp,
    ) -> Result<Review, Error> {
        self.decide(caller, id, expected, now, |review| Ok(review.remove_reply(actor(caller), now)?)).await
    }

    /// Decides that a reported review stays public, for a reason that the readers get who left an address.
    /// Errors: [`Error::NotFound`]; [`Error::RevisionConflict`] if the review changed since, or if no report waits for a decision.
    pub async fn keep(
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
            let told = self.store.notification(&caller.tenant, NotificationName::Reported(id)).await?;
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
        let told = self.store.notification(transaction.tenant(), NotificationName::Reported(review.id)).await?;
        transaction.look_at_reports(review.id, told.as_ref(), now);
        Ok(())
    }

    /// Undoes a member's last decision, as long as no notification about it has left.
    /// Errors: [`Error::NotFound`]; [`Error::RevisionConflict`] if the review changed since, or if it is too late.
    pub async fn take_back(
        &self,
        caller: &Caller,
        id: ReviewId,
        expected: Option<&[u32]>,
        now: Timestamp,
    ) -> Result<Review, Error> {
        self.change(caller, id, expected, now, |review| {
            review.take_back(actor(caller), now).ok_or(Error::RevisionConflict)
        })
        .await
    }

    /// Removes a review for good, with its photos. Removing it again is no error.
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
        retry!(self.store, {
            let Some((row, shop)) = self.store.review_row_with_tenant(&caller.tenant, id).await? else {
                let has_ended = !self.store.ledger(&caller.tenant, id, &caller.keys).await?.is_empty();
                return if has_ended { Ok(()) } else { Err(Error::NotFound.into()) };
            };
            let (found, slots) = try_join(
                self.store.reviews_of_rows(&caller.tenant, std::slice::from_ref(&row), &caller.keys),
                self.store.photo_slots(&caller.tenant, row.place),
            )
            .await?;
            // The review was removed or erased after its row was read.
            let Some(before) = found.into_iter().next() else { return Ok(()) };
            require(&before, expected)?;
            let mut review = before.clone();
            let ledger = review.remove(actor(caller), reason, now);
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.save_review(Some(&before), &review, &ledger, &caller.keys, &shop.webhooks);
            self.look_at_reports(&mut transaction, (&before, &review), now).await?;
            if let Some(request) = review.origin.request() {
                transaction.empty_slots(request, &slots);
            }
            let files = files_of(&caller.tenant, &before, &slots);
            self.files.prepare(&files, now).await;
            transaction.commit().await?;
            self.files.discard(&files, now).await;
            Ok(())
        })
    }

    /// Makes a decision. A member's decision can be undone for a while.
    async fn decide(
        &self,
        caller: &Caller,
        id: ReviewId,
        expected: Option<&[u32]>,
        now: Timestamp,
        decide: impl Fn(&mut Review) -> Result<Vec<LedgerEntry>, Error>,
    ) -> Result<Review, Error> {
        self.change(caller, id, expected, now, |review| {
            let before = review.clone();
            let ledger = decide(review)?;
            if matches!(caller.who, Who::Member(_) | Who::Guest(_)) && !ledger.is_empty() {
                review.remember(&before, now);
            }
            Ok(ledger)
        })
        .await
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
                let notification = self.store.notification(&caller.tenant, NotificationName::Withheld(id)).await?;
                review.remember_notification(
                    notification.is_some_and(|notification| notification.step.state == StepState::Pending),
                );
            }
            let dropped = review.dropped_photos(&before);
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.save_review(Some(&before), &review, &ledger, &caller.keys, &shop.webhooks);
            self.look_at_reports(&mut transaction, (&before, &review), now).await?;
            transaction.empty_slots_of(review.place(), &dropped);
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
        Who::Guest(_) => Actor::Member(caller.by()),
        Who::Key { identity: Some(Identity::User(guid)), .. } => Actor::Member(guid.to_string()),
        Who::Key { id, .. } => Actor::Key(id.clone()),
        Who::System(system) => Actor::Key(system.as_str().to_owned()),
        Who::Reader => Actor::System,
    }
}
