//! A review and everything that can happen to it; and the rule by which an author's words wait instead of being public.

mod begin;
mod edit;
mod undo;

use std::ops::Deref;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::order::ProductId;
use crate::review::decision::{Actor, HoldRule, LedgerEntry, LedgerKind, Moderation, ReviewState, WithholdReason};
use crate::review::decision_hours::DecisionHours;
use crate::review::words::{ReviewContent, ShopReply, Version, Words};
use crate::review::{Checks, DisplayName, Headline, Origin, PhotoId, Rating, ReplyText, ReviewPhoto, ReviewPlace, Tap};
use crate::values::{Guid, Language, NumberPlans, ReviewId, Saves, Verification, is_default, ms};

pub use begin::{DECIDED_WITHIN, NEW_FOR, NewReview};
pub use undo::Undo;

/// Why and since when a review, or its edit, waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    pub by: HoldRule,
    /// Editing what waits does not restart this time.
    #[serde(with = "ms::required")]
    pub since: Timestamp,
}

/// When an author last changed what readers had seen. As with a review's `created_at`, it is the time of writing, even if the
/// change had to wait. A change of the name or of photos does not count, nor does one before the review was first published.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edited {
    /// The change that readers see.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
    /// The change that they do not see yet.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub unpublished_at: Option<Timestamp>,
}

/// How often a review was published, and when last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publications {
    pub count: u32,
    #[serde(with = "ms::required")]
    pub last_at: Timestamp,
}

/// The stored fields of a review. Only [`Review`]'s methods change them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewFields {
    pub id: ReviewId,
    pub origin: Origin,
    /// The author's contact, which is a customer's GUID; `None` for an imported review.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<Guid>,
    /// The product; `None` for the shop itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<ProductId>,
    /// The language of the page on which it was written; `None` if nobody chose one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// How far the purchase is verified.
    pub verification: Verification,
    /// Whether the author got something for the review, whatever the stars.
    #[serde(default, skip_serializing_if = "is_default")]
    pub incentivized: bool,
    /// The UTC day on which the author got what the review is about; `None` if nobody knows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub experienced_at: Option<Date>,
    /// Whether the shop did not ask its author.
    #[serde(default, skip_serializing_if = "is_default")]
    pub visitor: bool,
    pub state: ReviewState,
    /// The stars, which stay when the words are deleted.
    pub rating: Rating,
    /// What the author tapped about facts, in the order of their ids. Empty in a final state.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taps: Vec<Tap>,
    #[serde(skip)]
    pub content: ReviewContent,
    /// The photos, in the order in which they are shown. For a review written on the customer's page, only photos that
    /// are ready.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<ReviewPhoto>,
    /// The photos of the waiting edit, if they differ from `photos`. New photos may wait without new words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pending_photos: Option<Vec<ReviewPhoto>>,
    /// Whether the shop ever replied, because the author is notified only of the first reply.
    #[serde(default, skip_serializing_if = "is_default")]
    pub was_replied: bool,
    /// Why and since when the review, or its edit, waits; `None` if nothing waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held: Option<Held>,
    /// Whether the author worked for the shop when they last wrote the review: it is withheld until it ends, for no reason.
    #[serde(rename = "insider", default, skip_serializing_if = "is_default")]
    pub is_insiders: bool,
    /// Why the review is withheld, if not by who wrote it; `None` in every other state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<WithholdReason>,
    /// Whether a person or an API key made the last decision, rather than a rule.
    #[serde(rename = "by_hand", default, skip_serializing_if = "is_default")]
    pub is_decided_by_hand: bool,
    /// Whether the next review in this place must wait, because this one, or one before it, was withheld, removed or
    /// waiting.
    #[serde(default, skip_serializing_if = "is_default")]
    pub returns_held: bool,
    /// Whether the last change was that its product appeared, about which nobody decided.
    #[serde(default, skip_serializing_if = "is_default")]
    pub has_appeared: bool,
    /// How often the author changed the review, or an earlier review in its place, on the last day with such a change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<Saves>,
    /// When the review was first submitted; for an imported review, when it was written.
    #[serde(with = "ms::required")]
    pub created_at: Timestamp,
    /// When the author last changed the stars, the answers about facts, the headline or the text of a review that readers had seen.
    #[serde(default, skip_serializing_if = "is_default")]
    pub edited: Edited,
    /// When the review was first published, withheld or removed, by a rule or by hand; `None` before that.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub first_decided_at: Option<Timestamp>,
    /// `None` if the review was never published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Publications>,
    #[serde(with = "ms::required")]
    pub updated_at: Timestamp,
    /// Starts at 1 and grows by 1 with every change.
    pub revision: u32,
    /// The state that the last decision replaced, while the decision can be undone.
    #[serde(skip)]
    pub undo: Option<Undo>,
    /// How often the review was written to the table; changes of photos count, too. The table rejects a write of an
    /// older version.
    #[serde(skip)]
    pub version: u64,
}

/// One item's review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review(ReviewFields);

impl Deref for Review {
    type Target = ReviewFields;

    fn deref(&self) -> &ReviewFields {
        &self.0
    }
}

/// Why a call changed nothing about a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotDone {
    /// The review is in a final state and treated as unknown.
    #[error("the review is gone")]
    Gone,
    /// No edit waits.
    #[error("no edit waits")]
    NoPendingEdit,
    /// The author works for the shop.
    #[error("the review is by somebody who works for the shop")]
    OfInsider,
}

/// Why a review is withheld, or its edit dropped.
#[derive(Debug, Clone)]
pub struct Withholding {
    pub reason: WithholdReason,
    /// The shop's own note about it.
    pub note: Option<String>,
}

impl Withholding {
    pub const UNSPECIFIED: Self = Self { reason: WithholdReason::Unspecified, note: None };
}

impl Review {
    pub const fn restore(fields: ReviewFields) -> Self {
        Self(fields)
    }

    pub const fn fields(&self) -> &ReviewFields {
        &self.0
    }

    pub const fn place(&self) -> ReviewPlace {
        match self.0.origin {
            Origin::Hub { request, item } => ReviewPlace::Item(request, item),
            Origin::Import { .. } => ReviewPlace::Own(self.0.id),
        }
    }

    /// Publishes the review and its waiting edit. Nothing happens if everything is public.
    pub fn approve(&mut self, by: Actor, note: Option<String>, now: Timestamp) -> Result<Vec<LedgerEntry>, NotDone> {
        self.require_alive()?;
        if self.is_insiders {
            return Err(NotDone::OfInsider);
        }
        if self.state == ReviewState::Published && !self.has_pending_edit() {
            return Ok(Vec::new());
        }
        self.touch(now);
        if let Some(newest) = self.newest() {
            self.replace(newest, self.newest_photos().to_vec());
        }
        self.0.is_decided_by_hand = true;
        Ok(vec![LedgerEntry { note, ..self.publish(by, now) }])
    }

    /// Withholds the review and its waiting edit. Nothing happens if the review is already withheld for this reason, or because
    /// its author works for the shop.
    pub fn withhold(
        &mut self,
        by: Actor,
        withholding: Withholding,
        now: Timestamp,
    ) -> Result<Vec<LedgerEntry>, NotDone> {
        self.require_alive()?;
        let Withholding { reason, note } = withholding;
        if self.state == ReviewState::Withheld && (self.is_insiders || self.reason == Some(reason)) {
            return Ok(Vec::new());
        }
        self.touch(now);
        self.0.state = ReviewState::Withheld;
        self.0.reason = Some(reason);
        self.hold(None, now);
        self.0.is_decided_by_hand = true;
        self.0.first_decided_at.get_or_insert(now);
        let line = self.line(LedgerKind::Withheld, by, now);
        Ok(vec![LedgerEntry { reason: Some(reason), note, ..line }])
    }

    /// Drops the waiting edit. The public version stays public.
    pub fn drop_edit(
        &mut self,
        by: Actor,
        withholding: Withholding,
        now: Timestamp,
    ) -> Result<Vec<LedgerEntry>, NotDone> {
        self.require_alive()?;
        if !self.has_pending_edit() {
            return Err(NotDone::NoPendingEdit);
        }
        (self.0.content.pending_edit, self.0.pending_photos) = (None, None);
        self.0.edited.unpublished_at = None;
        // If the review is not public, the rest of it still waits.
        if self.state == ReviewState::Published {
            self.hold(None, now);
        }
        self.touch(now);
        let Withholding { reason, note } = withholding;
        let line = self.line(LedgerKind::EditDropped, by, now);
        Ok(vec![LedgerEntry { reason: Some(reason), note, ..line }])
    }

    /// Replies to the review, or changes the reply. Nothing happens if the reply already has this text.
    pub fn reply(&mut self, by: Actor, text: ReplyText, now: Timestamp) -> Result<Vec<LedgerEntry>, NotDone> {
        self.require_alive()?;
        let created_at = match &self.content.reply {
            Some(reply) if reply.text == text => return Ok(Vec::new()),
            Some(reply) => reply.created_at,
            None => now,
        };
        self.touch(now);
        self.0.content.reply = Some(ShopReply { text, created_at, updated_at: now });
        self.0.was_replied = true;
        Ok(vec![self.line(LedgerKind::Replied, by, now)])
    }

    /// Removes the reply. Nothing happens if there is none.
    pub fn remove_reply(&mut self, by: Actor, now: Timestamp) -> Result<Vec<LedgerEntry>, NotDone> {
        self.require_alive()?;
        if self.0.content.reply.take().is_none() {
            return Ok(Vec::new());
        }
        self.touch(now);
        Ok(vec![self.line(LedgerKind::ReplyRemoved, by, now)])
    }

    /// The shop removes the review for good.
    pub fn remove(&mut self, by: Actor, reason: WithholdReason, now: Timestamp) -> Vec<LedgerEntry> {
        let mut ledger = self.end(ReviewState::Removed, LedgerKind::Removed, by, now);
        if !ledger.is_empty() {
            self.0.first_decided_at.get_or_insert(now);
        }
        ledger.iter_mut().for_each(|line| line.reason = Some(reason));
        ledger
    }

    /// The table was restored and has forgotten that the shop removed the review, which this line of its history said.
    pub fn remove_again(&mut self, removed: &LedgerEntry, now: Timestamp) -> Vec<LedgerEntry> {
        let reason = removed.reason.unwrap_or(WithholdReason::Unspecified);
        let mut ledger = self.remove(removed.by.clone(), reason, now);
        ledger.iter_mut().for_each(|line| line.at = removed.at);
        ledger
    }

    /// The import that brought the review is undone. Nothing of the review is left; the returned entries are only for
    /// webhooks.
    pub fn take_out(&mut self, now: Timestamp) -> Vec<LedgerEntry> {
        self.end(ReviewState::Removed, LedgerKind::Removed, Actor::System, now)
    }

    /// The author withdraws the review for good. The item may be reviewed again: see [`Review::submit_again`].
    pub fn withdraw(&mut self, now: Timestamp) -> Vec<LedgerEntry> {
        self.end(ReviewState::Withdrawn, LedgerKind::Withdrawn, Actor::Customer, now)
    }

    /// Erases the review with its author's other personal data.
    pub fn erase(&mut self, by: Actor, now: Timestamp) -> Vec<LedgerEntry> {
        let ledger = self.end(ReviewState::Erased, LedgerKind::Erased, by, now);
        (self.0.author, self.0.content.external_id) = (None, None);
        ledger
    }

    /// The order that proved the purchase was cancelled, refunded or called unpaid. Nothing happens to a review that has no
    /// mark.
    pub fn unverify(&mut self, now: Timestamp) -> Vec<LedgerEntry> {
        if self.state.is_final() || self.verification != Verification::Order {
            return Vec::new();
        }
        self.touch(now);
        // The order also said when the author got the product.
        (self.0.verification, self.0.experienced_at) = (Verification::None, None);
        vec![self.line(LedgerKind::Unverified, Actor::System, now)]
    }

    /// The headline above the text, if the author wrote one.
    pub fn headline(&self) -> Option<&str> {
        self.content.words.as_ref()?.headline.as_ref().map(Headline::as_str)
    }

    /// The review's text; empty in a final state.
    pub fn text(&self) -> &str {
        self.content.words.as_ref().map_or("", |words| words.text.as_str())
    }

    /// The name shown with the review; `None` for an anonymous review.
    pub fn shown_name(&self) -> Option<&str> {
        self.content.words.as_ref()?.display_name.as_ref().map(DisplayName::as_str)
    }

    /// Whether the shop last wrote its answer before the author's last published edit, so that the answer may be about other
    /// stars or words.
    pub fn is_reply_before_edit(&self) -> bool {
        let times = self.content.reply.as_ref().zip(self.edited.at);
        times.is_some_and(|(reply, edited_at)| reply.updated_at < edited_at)
    }

    /// How long the first decision took. `None` before the decision, and for a review from elsewhere, which may be
    /// years older than the shop's first chance to decide.
    pub fn decision_hours(&self) -> Option<DecisionHours> {
        let decided_at = self.first_decided_at.filter(|_| !self.origin.is_imported())?;
        Some(DecisionHours::between(self.created_at, decided_at))
    }

    /// The rule by which the review, or its edit, waits.
    pub fn held_by(&self) -> Option<HoldRule> {
        self.held.map(|held| held.by)
    }

    pub fn publish_count(&self) -> u32 {
        self.published.map_or(0, |published| published.count)
    }

    /// The author's latest version, public or not; `None` in a final state.
    pub fn newest(&self) -> Option<Version> {
        self.content.pending_edit.clone().or_else(|| self.shown())
    }

    /// Whether the review has this photo, public or not.
    pub fn has_photo(&self, id: PhotoId) -> bool {
        self.photos.iter().chain(self.pending_photos.iter().flatten()).any(|photo| photo.id == id)
    }

    /// The version that readers see, or would see if the review were published; `None` in a final state.
    fn shown(&self) -> Option<Version> {
        Some(Version { rating: self.rating, taps: self.taps.clone(), words: self.content.words.clone()? })
    }

    fn end(&mut self, state: ReviewState, what: LedgerKind, by: Actor, now: Timestamp) -> Vec<LedgerEntry> {
        if self.state.is_final() {
            return Vec::new();
        }
        self.touch(now);
        self.0.returns_held |=
            state == ReviewState::Removed || self.state == ReviewState::Withheld || self.held.is_some();
        self.0.state = state;
        self.0.content = ReviewContent { external_id: self.0.content.external_id.take(), ..ReviewContent::default() };
        (self.0.taps, self.0.photos, self.0.pending_photos) = (Vec::new(), Vec::new(), None);
        (self.0.experienced_at, self.0.edited.unpublished_at) = (None, None);
        self.0.reason = None;
        self.hold(None, now);
        vec![self.line(what, by, now)]
    }

    /// Publishes the author's latest version, or holds or withholds it by this rule.
    fn pass(&mut self, rule: Option<HoldRule>, now: Timestamp) -> LedgerEntry {
        self.0.is_insiders = rule == Some(HoldRule::Insider);
        self.hold(rule.filter(|_| !self.is_insiders), now);
        match rule {
            Some(HoldRule::Insider) => {
                self.0.state = ReviewState::Withheld;
                LedgerEntry { rule, ..self.line(LedgerKind::Withheld, Actor::System, now) }
            }
            Some(_) => LedgerEntry { rule, ..self.line(LedgerKind::Held, Actor::System, now) },
            None => self.publish(Actor::System, now),
        }
    }

    fn publish(&mut self, by: Actor, now: Timestamp) -> LedgerEntry {
        self.0.state = ReviewState::Published;
        self.0.reason = None;
        self.hold(None, now);
        self.0.published = Some(Publications { count: self.publish_count() + 1, last_at: now });
        self.0.first_decided_at.get_or_insert(now);
        let Edited { unpublished_at, at } = self.edited;
        self.0.edited = Edited { at: unpublished_at.or(at), unpublished_at: None };
        self.line(LedgerKind::Published, by, now)
    }

    fn replace(&mut self, Version { rating, taps, words }: Version, photos: Vec<ReviewPhoto>) {
        (self.0.rating, self.0.taps, self.0.content.words, self.0.photos) = (rating, taps, Some(words), photos);
        (self.0.content.pending_edit, self.0.pending_photos) = (None, None);
    }

    fn touch(&mut self, now: Timestamp) {
        self.0.updated_at = now;
        self.0.revision += 1;
        self.0.undo = None;
        self.0.has_appeared = false;
    }

    fn require_alive(&self) -> Result<(), NotDone> {
        match self.state {
            state if state.is_final() => Err(NotDone::Gone),
            _ => Ok(()),
        }
    }

    fn line(&self, what: LedgerKind, by: Actor, at: Timestamp) -> LedgerEntry {
        LedgerEntry { at, what, by, reason: None, rule: None, note: None, revision: self.revision }
    }
}

/// The rule by which an author's words are held or withheld; `None` if they are published.
fn rule_against(is_visitor: bool, words: &Words, language: Option<Language>, checks: Checks<'_>) -> Option<HoldRule> {
    let contact_data = || words.contact_data(&checks.plans.in_language(language)).map(|_| HoldRule::ContactData);
    let of_insider = checks.is_insider.then_some(HoldRule::Insider);
    of_insider.or_else(|| rule_against_all(is_visitor, checks.moderation)).or_else(contact_data)
}

/// The rule by which everything of an author is held, whatever it is.
const fn rule_against_all(is_visitor: bool, moderation: Moderation) -> Option<HoldRule> {
    match moderation {
        _ if is_visitor => Some(HoldRule::Visitor),
        Moderation::Hold => Some(HoldRule::Moderation),
        Moderation::Publish => None,
    }
}

#[cfg(test)]
mod tests;

// Anonymises a review: the author is erased, and the words stay.
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
