//! How a review begins, submitted by its author or imported: public, waiting or withheld.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::{Edited, Held, Review, ReviewContent, ReviewFields, rule_against};
use crate::order::ProductId;
use crate::review::decision::{Actor, HoldRule, LedgerEntry, LedgerKind, Moderation, ReviewState, WithholdReason};
use crate::review::words::Version;
use crate::review::{Brought, Checks, Origin};
use crate::values::{ContactData, Guid, Language, NumberPlans, ReviewId, Verification};

#[derive(Debug, Clone)]
pub struct NewReview {
    pub id: ReviewId,
    pub origin: Origin,
    /// The author's contact, if known.
    pub author: Option<Guid>,
    /// The product; `None` for the shop itself.
    pub product: Option<ProductId>,
    /// The language of the page on which it is written; `None` if nobody chose one.
    pub language: Option<Language>,
    /// How far the purchase is verified.
    pub verification: Verification,
    /// Whether the author got something for the review.
    pub incentivized: bool,
    /// The UTC day on which the author got what it is about, if known.
    pub experienced_at: Option<Date>,
    /// Whether the shop did not ask its author: then the shop decides about it and all its edits.
    pub visitor: bool,
    /// The customer's stars and words.
    pub version: Version,
}

impl Review {
    /// Submits a review. The shop's setting decides whether it is published at once or held.
    pub fn submit(new: NewReview, checks: Checks<'_>, now: Timestamp) -> (Self, Vec<LedgerEntry>) {
        let rule = rule_against(new.visitor, &new.version.words, new.language, checks);
        Self::begin(new, LedgerKind::Submitted, Actor::Customer, |review| review.pass(rule, now), now)
    }

    /// Submits a review in the place of one that has ended. Withdrawing and submitting again must not publish what the
    /// shop withheld, removed or had not decided about: in that case the new review is held, and so are all later ones
    /// in this place.
    pub fn submit_again(new: NewReview, ended: &Self, checks: Checks<'_>, now: Timestamp) -> (Self, Vec<LedgerEntry>) {
        // Reviews removed before `returns_held` was stored do not have it.
        let returns_held = ended.returns_held || ended.state == ReviewState::Removed;
        let moderation = if returns_held { Moderation::Hold } else { checks.moderation };
        let (mut review, ledger) = Self::submit(new, Checks { moderation, ..checks }, now);
        (review.0.returns_held, review.0.changes) = (returns_held, ended.changes);
        (review, ledger)
    }

    /// Imports a review from another system. The review keeps its date, and its reply becomes public with it. If the
    /// review was not public there, it is withheld; if its product is not public here, it waits. Only an order that the
    /// shop itself described verifies it.
    pub fn import(
        new: NewReview,
        brought: Brought,
        by: Actor,
        checks: Checks<'_>,
        now: Timestamp,
    ) -> (Self, Vec<LedgerEntry>) {
        let Brought { external_id, written_at, edited_at, was_hidden, is_product_hidden, reply } = brought;
        let rule = rule_against(new.visitor, &new.version.words, new.language, checks);
        let rule = rule.or(is_product_hidden.then_some(HoldRule::ProductHidden));
        let decide = |review: &mut Self| match was_hidden && !checks.is_insider {
            true => review.keep_hidden(now),
            false => review.pass(rule, now),
        };
        let (mut review, mut ledger) = Self::begin(new, LedgerKind::Imported, by.clone(), decide, now);
        (review.0.created_at, review.0.edited.at) = (written_at, edited_at);
        review.0.content.external_id = external_id;
        if let Some(reply) = reply {
            review.0.content.reply = Some(reply);
            review.0.was_replied = true;
            ledger.push(review.line(LedgerKind::Replied, by, now));
        }
        (review, ledger)
    }

    fn keep_hidden(&mut self, now: Timestamp) -> LedgerEntry {
        let reason = Some(WithholdReason::EarlierSystem);
        (self.0.state, self.0.reason, self.0.first_decided_at) = (ReviewState::Withheld, reason, Some(now));
        LedgerEntry { reason, ..self.line(LedgerKind::Withheld, Actor::System, now) }
    }

    /// The shop published the product. Nothing happens to a review that does not wait for that. It waits on if the shop's
    /// settings hold it now.
    pub fn appear(&mut self, checks: Checks<'_>, now: Timestamp) -> Vec<LedgerEntry> {
        let waits = self.held_by() == Some(HoldRule::ProductHidden);
        let Some(words) = self.content.words.as_ref().filter(|_| waits) else { return Vec::new() };
        let rule = rule_against(self.visitor, words, self.language, checks);
        self.touch(now);
        self.0.has_appeared = true;
        self.hold(None, now);
        vec![self.pass(rule, now)]
    }

    /// Whether nobody has decided about the review, answered it or changed it since the import.
    pub fn is_as_imported(&self) -> bool {
        matches!(self.origin, Origin::Import { .. }) && (self.revision == 1 || self.has_appeared)
    }

    /// The ledger of a review that was submitted here and has not changed since. The ledger is not stored, because it
    /// follows from the review. `None` after the first change, and for an imported review, because only a stored ledger
    /// says who created it.
    pub fn first_lines(&self) -> Option<Vec<LedgerEntry>> {
        let is_as_submitted = self.revision == 1 && matches!(self.origin, Origin::Hub { .. });
        is_as_submitted.then(|| {
            let (decided, rule) = match self.held_by() {
                _ if self.is_insiders => (LedgerKind::Withheld, Some(HoldRule::Insider)),
                rule @ Some(_) => (LedgerKind::Held, rule),
                None => (LedgerKind::Published, None),
            };
            let line = |what, by| self.line(what, by, self.created_at);
            let passed = LedgerEntry { rule, ..line(decided, Actor::System) };
            vec![line(LedgerKind::Submitted, Actor::Customer), passed]
        })
    }

    fn begin(
        new: NewReview,
        what: LedgerKind,
        by: Actor,
        decide: impl FnOnce(&mut Self) -> LedgerEntry,
        now: Timestamp,
    ) -> (Self, Vec<LedgerEntry>) {
        let NewReview {
            id,
            origin,
            author,
            product,
            language,
            verification,
            incentivized,
            experienced_at,
            visitor,
            version,
        } = new;
        let Version { rating, taps, words } = version;
        let mut review = Self(ReviewFields {
            id,
            origin,
            author,
            product,
            language,
            verification,
            incentivized,
            experienced_at,
            visitor,
            state: ReviewState::Submitted,
            rating,
            taps,
            content: ReviewContent { words: Some(words), ..ReviewContent::default() },
            photos: Vec::new(),
            pending_photos: None,
            was_replied: false,
            held: None,
            is_insiders: false,
            reason: None,
            is_decided_by_hand: false,
            returns_held: false,
            has_appeared: false,
            changes: None,
            created_at: now,
            edited: Edited::default(),
            first_decided_at: None,
            published: None,
            updated_at: now,
            revision: 1,
            undo: None,
            version: 0,
        });
        let mut ledger = vec![review.line(what, by, now)];
        ledger.push(decide(&mut review));
        (review, ledger)
    }
}

/// If a review, or its edit, waits longer than this for the shop, the week's digest counts it.
pub const DECIDED_WITHIN: SignedDuration = SignedDuration::from_hours(10 * 24);

/// How long a review that waits for nobody can be found as a new one.
pub const NEW_FOR: SignedDuration = SignedDuration::from_hours(24);

impl Review {
    /// The contact data in the waiting words. A shop that decides about every review also wants to see it.
    pub fn contact_data_held(&self, plans: NumberPlans<'_>) -> Option<ContactData> {
        match self.held_by()? {
            HoldRule::ContactData | HoldRule::Moderation | HoldRule::Visitor => {
                self.newest()?.words.contact_data(&plans.in_language(self.language))
            }
            HoldRule::EditOfWithheld | HoldRule::ProductHidden | HoldRule::Insider => None,
        }
    }

    /// When the review will have waited too long for the shop; `None` if nothing waits for it.
    pub fn decision_due_at(&self) -> Option<Timestamp> {
        let held = self.held.filter(|held| held.by != HoldRule::ProductHidden)?;
        held.since.checked_add(DECIDED_WITHIN).ok()
    }

    /// Until when the review can be found as a new one; `None` if it waits, came in a file, or somebody decided about it.
    pub fn new_until(&self) -> Option<Timestamp> {
        let is_public = self.state == ReviewState::Published && self.held.is_none();
        let is_new = is_public && !self.origin.is_imported() && !self.is_decided_by_hand;
        self.created_at.checked_add(NEW_FOR).ok().filter(|until| is_new && self.updated_at < *until)
    }

    /// The review as readers see it once all of it is published; `None` in a final state.
    pub fn once_published(&self) -> Option<Self> {
        let mut published = self.clone();
        published.0.is_insiders = false;
        published.approve(Actor::System, None, self.updated_at).ok()?;
        Some(published)
    }

    /// Sets the rule by which the review waits; `None` ends the waiting.
    pub(super) fn hold(&mut self, rule: Option<HoldRule>, now: Timestamp) {
        self.0.held = rule.map(|by| Held { by, since: self.held.map_or(now, |held| held.since) });
    }
}
