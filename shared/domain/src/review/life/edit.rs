//! Changes of a review by its author: stars, words, photos. One rule decides for all of them whether a change is
//! published or waits.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{NotDone, Review, rule_against, rule_against_all};
use crate::review::{
    Actor, Checks, HoldRule, LedgerEntry, LedgerKind, Moderation, PhotoId, ReviewPhoto, ReviewState, Version,
};
use crate::values::{Fault, Saves};

impl Review {
    /// Changes the review for its author. The change replaces a waiting review. It replaces a withheld review, which then
    /// waits again. It replaces and withholds any review if the author works for the shop. It replaces a published review at
    /// once if the setting and
    /// the new words allow that; otherwise the change waits, and the published version stays public.
    pub fn edit(
        &mut self,
        by: Actor,
        version: Version,
        photos: Vec<ReviewPhoto>,
        checks: Checks<'_>,
        now: Timestamp,
    ) -> Result<Vec<LedgerEntry>, NotDone> {
        self.require_alive()?;
        if self.newest().as_ref() == Some(&version) && self.newest_photos() == photos {
            return Ok(Vec::new());
        }
        self.touch(now);
        self.note_edit(&version, now);
        let mut ledger = vec![self.line(LedgerKind::Edited, by, now)];
        let rule = match (self.state, self.held_by) {
            _ if checks.is_insider => Some(HoldRule::Insider),
            (ReviewState::Withheld, _) => Some(HoldRule::EditOfWithheld),
            // A review that waits for the shop's decision keeps waiting.
            (ReviewState::Submitted, Some(rule @ (HoldRule::EditOfWithheld | HoldRule::Moderation))) => Some(rule),
            _ => rule_against(self.visitor, &version.words, self.language, checks),
        };
        if self.state == ReviewState::Published && rule.is_some_and(|rule| rule != HoldRule::Insider) {
            self.0.content.pending_edit = Some(version);
            self.hold_photos(photos);
        } else {
            self.replace(version, photos);
            self.submit_once_more();
        }
        ledger.push(self.pass(rule, now));
        Ok(ledger)
    }

    /// Adds a photo for the author. The words are not checked and may be missing. The photo waits if the shop decides
    /// about every review, or if a version already waits.
    pub fn add_photo(
        &mut self,
        photo: ReviewPhoto,
        moderation: Moderation,
        now: Timestamp,
    ) -> Result<Vec<LedgerEntry>, NotDone> {
        self.require_alive()?;
        let mut photos = [self.newest_photos(), &[photo]].concat();
        photos.sort_by_key(|photo| photo.slot);
        self.touch(now);
        let mut ledger = vec![self.line(LedgerKind::Edited, Actor::Customer, now)];
        let rule = match (self.state, self.held_by) {
            (ReviewState::Withheld, _) => Some(self.rule_of_withheld()),
            (_, Some(rule)) => Some(rule),
            (_, None) => rule_against_all(self.visitor, moderation),
        };
        if let (ReviewState::Published, Some(_)) = (self.state, rule) {
            self.hold_photos(photos);
        } else {
            match &mut self.0.pending_photos {
                Some(pending) => *pending = photos,
                None => self.0.photos = photos,
            }
            self.submit_once_more();
        }
        ledger.push(self.pass(rule, now));
        Ok(ledger)
    }

    /// Removes a photo for the author, at once, from the public and the waiting version. Nothing happens if the review
    /// does not have the photo.
    pub fn remove_photo(&mut self, id: PhotoId, now: Timestamp) -> Result<Vec<LedgerEntry>, NotDone> {
        self.require_alive()?;
        if self.photos.iter().chain(self.newest_photos()).all(|photo| photo.id != id) {
            return Ok(Vec::new());
        }
        self.touch(now);
        let mut ledger = vec![self.line(LedgerKind::Edited, Actor::Customer, now)];
        self.0.photos.retain(|photo| photo.id != id);
        if let Some(mut pending) = self.0.pending_photos.take() {
            pending.retain(|photo| photo.id != id);
            self.0.pending_photos = Some(pending).filter(|pending| *pending != self.photos);
        }
        match self.state {
            ReviewState::Published => {
                if self.held_by.is_some() && !self.has_pending_edit() {
                    self.hold(None, now);
                    ledger.push(self.line(LedgerKind::EditDropped, Actor::Customer, now));
                }
            }
            ReviewState::Withheld => {
                self.submit_once_more();
                ledger.push(self.pass(Some(self.rule_of_withheld()), now));
            }
            _ => ledger.push(self.pass(self.held_by, now)),
        }
        Ok(ledger)
    }

    /// Replaces the photos; the caller records the change.
    pub fn set_photos(&mut self, photos: Vec<ReviewPhoto>) {
        self.0.photos = photos;
    }

    /// Whether it has photos that can be shown.
    pub fn has_photos(&self) -> bool {
        self.photos.iter().any(|photo| photo.size.is_some())
    }

    /// Whether a later version waits while the current one stays public.
    pub fn has_pending_edit(&self) -> bool {
        self.content.pending_edit.is_some() || self.pending_photos.is_some()
    }

    /// The photos of the author's latest version, public or not.
    pub fn newest_photos(&self) -> &[ReviewPhoto] {
        self.pending_photos.as_ref().unwrap_or(&self.photos)
    }

    /// The photos of `before` that are in no version any more.
    pub fn dropped_photos(&self, before: &Self) -> Vec<ReviewPhoto> {
        let stays =
            |photo: &ReviewPhoto| self.photos.iter().chain(self.newest_photos()).any(|kept| kept.id == photo.id);
        before.newest_photos().iter().filter(|photo| !stays(photo)).copied().collect()
    }

    /// Notes the time of an edit of what readers have seen. Going back to what they see is no edit.
    fn note_edit(&mut self, version: &Version, now: Timestamp) {
        let says_the_same = |other: Option<Version>| other.is_some_and(|other| other.says_the_same(version));
        let is_public = self.state == ReviewState::Published;
        self.0.unpublished_edit_at = match self.unpublished_edit_at {
            _ if self.publish_count == 0 || is_public && says_the_same(self.shown()) => None,
            earlier if says_the_same(self.newest()) => earlier,
            _ => Some(now),
        };
    }

    /// Makes the new photos of a published review wait. Photos that the author removed disappear at once.
    fn hold_photos(&mut self, photos: Vec<ReviewPhoto>) {
        self.0.photos.retain(|shown| photos.contains(shown));
        self.0.pending_photos = Some(photos).filter(|photos| *photos != self.photos);
    }

    /// The rule that applies to a withheld review whose photos the author changes.
    const fn rule_of_withheld(&self) -> HoldRule {
        if self.0.is_insiders { HoldRule::Insider } else { HoldRule::EditOfWithheld }
    }

    /// Forgets the decision, because it was about the version that the author has replaced.
    fn submit_once_more(&mut self) {
        (self.0.state, self.0.reason, self.0.is_decided_by_hand) = (ReviewState::Submitted, None, false);
    }
}

// How often an author may change a review. There is a limit, because each change is kept in the history and reported
// by webhooks.

/// The most changes of a review by its author in a day, in UTC.
const CHANGES_MAX: u32 = 20;

impl Review {
    /// Counts a change by the author. Submitting a withdrawn review again is a change, too.
    /// Errors: [`Fault::TooOften`] beyond 20 on a day.
    pub fn count_change(&mut self, now: Timestamp) -> Result<(), Fault> {
        let today = now.to_zoned_datetime(TimeZone::UTC).date();
        self.0.changes = Some(Saves::within(CHANGES_MAX, self.changes, today)?);
        Ok(())
    }

    /// Whether the author may change the review once more today.
    pub fn may_change(&self, now: Timestamp) -> bool {
        self.clone().count_change(now).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{self, at, under, words};
    use super::*;
    use crate::review::{Size, WithholdReason, Withholding};
    use proptest::prelude::*;
    use proptest::sample::select;

    const NONE: &[ReviewPhoto] = &[];

    fn version(text: &str) -> Version {
        tests::version(4, text)
    }

    fn photo(slot: usize) -> ReviewPhoto {
        let id = PhotoId::new(u128::try_from(slot).unwrap());
        ReviewPhoto { slot, id, size: Some(Size { width: 1, height: 1 }) }
    }

    fn submit(text: &str, moderation: Moderation) -> Review {
        tests::submit(text, moderation).0
    }

    fn approved(text: &str) -> Review {
        let mut review = submit(text, Moderation::Hold);
        review.approve(Actor::System, None, at(1)).unwrap();
        review
    }

    fn because() -> Withholding {
        Withholding { reason: WithholdReason::Abusive, note: None }
    }

    #[test]
    fn a_new_photo_of_a_published_review_waits_where_the_shop_decides() {
        let mut review = approved("Lovely.");
        let ledger = review.add_photo(photo(0), Moderation::Hold, at(2)).unwrap();
        assert_eq!((words(&ledger), review.revision), (vec!["edited", "held"], 3));
        assert_eq!((review.state, review.held_by), (ReviewState::Published, Some(HoldRule::Moderation)));
        assert_eq!((&*review.photos, review.newest_photos()), (NONE, &[photo(0)][..]));
        let mut dropped = review.clone();
        dropped.drop_edit(Actor::System, because(), at(3)).unwrap();
        assert_eq!((dropped.has_pending_edit(), dropped.held_by), (false, None));
        assert_eq!(dropped.dropped_photos(&review), [photo(0)]);
        review.approve(Actor::System, None, at(3)).unwrap();
        assert_eq!((&*review.photos, review.has_pending_edit(), review.held_by), (&[photo(0)][..], false, None));
    }

    #[test]
    fn a_new_photo_is_public_at_once_where_reviews_are_unless_its_version_waits() {
        let mut review = submit("Lovely.", Moderation::Publish);
        let ledger = review.add_photo(photo(1), Moderation::Publish, at(2)).unwrap();
        assert_eq!((words(&ledger), &*review.photos), (vec!["edited", "published"], &[photo(1)][..]));
        let contact = version("Write to jane@example.com.");
        review.edit(Actor::Customer, contact, vec![photo(1)], under(Moderation::Publish), at(3)).unwrap();
        review.add_photo(photo(0), Moderation::Publish, at(4)).unwrap();
        assert_eq!((&*review.photos, review.newest_photos()), (&[photo(1)][..], &[photo(0), photo(1)][..]));
        assert_eq!(review.held_by, Some(HoldRule::ContactData));
    }

    #[test]
    fn a_photo_goes_at_once_and_what_waited_for_it_alone_waits_no_more() {
        let mut review = approved("Lovely.");
        review.add_photo(photo(0), Moderation::Publish, at(2)).unwrap();
        review.add_photo(photo(1), Moderation::Hold, at(3)).unwrap();
        let ledger = review.remove_photo(photo(0).id, at(4)).unwrap();
        assert_eq!((words(&ledger), review.newest_photos()), (vec!["edited"], &[photo(1)][..]));
        assert_eq!((&*review.photos, review.held_by), (NONE, Some(HoldRule::Moderation)));
        let ledger = review.remove_photo(photo(1).id, at(5)).unwrap();
        assert_eq!((words(&ledger), review.held_by), (vec!["edited", "edit_dropped"], None));
        assert_eq!((review.has_pending_edit(), review.decision_due_at()), (false, None));
        assert_eq!(review.remove_photo(photo(1).id, at(6)), Ok(vec![]), "it is gone");
    }

    #[test]
    fn a_withheld_review_waits_again_after_every_change_of_its_photos() {
        let mut review = approved("Lovely.");
        review.withhold(Actor::System, because(), at(2)).unwrap();
        let ledger = review.add_photo(photo(0), Moderation::Publish, at(3)).unwrap();
        assert_eq!((words(&ledger), review.state), (vec!["edited", "held"], ReviewState::Submitted));
        review.withhold(Actor::System, because(), at(4)).unwrap();
        review.remove_photo(photo(0).id, at(5)).unwrap();
        assert_eq!((review.state, review.held_by), (ReviewState::Submitted, Some(HoldRule::EditOfWithheld)));
    }

    #[derive(Debug, Clone)]
    enum Act {
        Edit(&'static str, Vec<usize>, Moderation),
        Add(usize, Moderation),
        Remove(usize),
        Approve,
        Withhold,
        DropEdit,
    }

    fn act() -> impl Strategy<Value = Act> {
        let moderation = || select(Moderation::ALL.to_vec());
        let texts = select(vec!["Fine.", "Better.", "See https://example.com"]);
        let slots = prop::sample::subsequence((0..5_usize).collect::<Vec<_>>(), 0..5);
        prop_oneof![
            3 => (texts, slots, moderation()).prop_map(|(text, slots, m)| Act::Edit(text, slots, m)),
            4 => (0..5_usize, moderation()).prop_map(|(slot, m)| Act::Add(slot, m)),
            3 => (0..5_usize).prop_map(Act::Remove),
            3 => Just(Act::Approve),
            2 => Just(Act::Withhold),
            2 => Just(Act::DropEdit),
        ]
    }

    proptest! {
        #[test]
        fn no_photo_is_public_that_the_shop_did_not_let_through(acts in prop::collection::vec(act(), 0..40)) {
            let mut review = submit("Fine.", Moderation::Hold);
            // Photos that the shop approved, or that were added while the shop publishes at once.
            let mut passed: Vec<ReviewPhoto> = Vec::new();
            for (second, act) in (1..).zip(acts) {
                let (now, before) = (at(second), review.clone());
                let done = match act {
                    Act::Edit(text, slots, m) => {
                        let photos = slots.into_iter().map(photo).collect();
                        review.edit(Actor::Customer, version(text), photos, under(m), now)
                    }
                    Act::Add(slot, _) if review.newest_photos().contains(&photo(slot)) => continue,
                    Act::Add(slot, m) => review.add_photo(photo(slot), m, now),
                    Act::Remove(slot) => review.remove_photo(photo(slot).id, now),
                    Act::Approve => review.approve(Actor::System, None, now),
                    Act::Withhold => review.withhold(Actor::System, because(), now),
                    Act::DropEdit => review.drop_edit(Actor::System, because(), now),
                };
                let is_published = done.iter().flatten().any(|line| line.what == LedgerKind::Published);
                if is_published {
                    passed = review.photos.clone();
                }
                if review.state == ReviewState::Published {
                    prop_assert!(review.photos.iter().all(|shown| passed.contains(shown)));
                }
                let edit_waits = review.state == ReviewState::Published && review.has_pending_edit();
                prop_assert_eq!(review.held_by.is_some(), review.state == ReviewState::Submitted || edit_waits);
                let has_changed = done.iter().any(|lines| !lines.is_empty());
                prop_assert_eq!(review.revision, before.revision + u32::from(has_changed));
                prop_assert_eq!(has_changed, review != before);
            }
        }
    }
}
