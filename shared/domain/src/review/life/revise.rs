//! Changes of a review by an API client, and changes of only its photos.

use jiff::Timestamp;

use super::{NotDone, Review};
use crate::review::{Actor, Checks, LedgerEntry, LedgerKind, Origin, ReviewPhoto, Version};

impl Review {
    /// Changes the review for the shop, if the shop created it. A version that equals the latest or the shown version
    /// changes nothing. A change of only photos does not change whether the review is public.
    pub fn revise(
        &mut self,
        by: Actor,
        version: Version,
        photos: Vec<ReviewPhoto>,
        checks: Checks<'_>,
        now: Timestamp,
    ) -> Result<Vec<LedgerEntry>, NotDone> {
        self.require_alive()?;
        let has_same_photos = self.photos == photos;
        if let Origin::Hub { .. } = self.origin {
            let is_same = has_same_photos && [self.newest(), self.shown()].contains(&Some(version));
            return if is_same { Ok(Vec::new()) } else { Err(NotDone::OfAuthor) };
        }
        let mut ledger = self.edit(by.clone(), version, self.newest_photos().to_vec(), checks, now)?;
        if ledger.is_empty() && !has_same_photos {
            self.touch(now);
            ledger.push(self.line(LedgerKind::Edited, by, now));
        }
        self.set_photos(photos);
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
}
