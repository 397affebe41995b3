//! Anonymises a review: the author is erased, and the words stay.

use jiff::Timestamp;

use super::Review;
use crate::review::{Actor, LedgerEntry, LedgerKind, ReviewState};
use crate::values::NumberPlans;

impl Review {
    /// Removes the author's name, photos, contact and id elsewhere, and also the shop's reply, which often names the
    /// author. Stars and words stay. If the words contain contact data, the whole review is erased.
    pub fn anonymise(&mut self, by: Actor, plans: NumberPlans<'_>, now: Timestamp) -> Vec<LedgerEntry> {
        let edit = self.content.pending_edit.as_ref().map(|edit| &edit.words);
        let plans = plans.in_language(self.language);
        if self.content.words.iter().chain(edit).any(|words| words.contact_data(&plans).is_some()) {
            return self.erase(by, now);
        }
        let Self(fields) = self;
        let edit = fields.content.pending_edit.as_mut().map(|edit| &mut edit.words);
        let names = fields.content.words.iter_mut().chain(edit).filter_map(|words| words.display_name.take()).count();
        let answers = fields.content.reply.take().into_iter().count();
        let authors = fields.author.take().into_iter().count() + fields.content.external_id.take().into_iter().count();
        let waiting = fields.pending_photos.take().into_iter().flatten();
        let photos = fields.photos.drain(..).chain(waiting).count();
        let replaced = fields.undo.take().into_iter().count();
        if names + answers + authors + photos + replaced == 0 {
            return Vec::new();
        }
        self.touch(now);
        if self.state == ReviewState::Published && !self.has_pending_edit() {
            self.hold(None, now);
        }
        vec![self.line(LedgerKind::Erased, by, now)]
    }
}
