//! The parts of a review's life: its states, the reasons for withholding, and the ledger of changes.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::values::value::UNSAID;
use crate::values::{ms, words};

words! {
    pub enum ReviewState {
        /// The review waits for the shop's decision.
        Submitted = "submitted",
        /// Everybody may read the review.
        Published = "published",
        /// The shop decided that nobody may read the review.
        Withheld = "withheld",
        Removed = "removed",
        /// The author withdrew the review.
        Withdrawn = "withdrawn",
        /// The author's personal data was erased.
        Erased = "erased",
    }
}

impl ReviewState {
    /// Whether the state is final: the words are deleted, and every read answers as if the review did not exist.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Removed | Self::Withdrawn | Self::Erased)
    }
}

words! {
    /// Why a shop withholds a review (after 16 CFR 465.7(b)). An opinion about the product is no reason.
    pub enum WithholdReason {
        /// The review gives away a trade secret or something private.
        Confidential = "confidential",
        /// The review insults, harasses or is obscene.
        Abusive = "abusive",
        PersonalData = "personal_data",
        Discriminatory = "discriminatory",
        /// The review says something clearly false.
        Misleading = "misleading",
        /// The shop has good grounds to think that the review is fake.
        Fake = "fake",
        /// The review is about something that the shop does not sell.
        Unrelated = "unrelated",
        Unlawful = "unlawful",
        /// The call named no reason.
        Unspecified = "unspecified",
        /// The review was imported, and the system that it came from did not show it.
        EarlierSystem = "earlier_system",
    }
}

impl WithholdReason {
    /// The reasons that a call may name.
    pub const NAMED: [Self; 8] = {
        let [named @ .., _unspecified, _earlier_system] = Self::ALL;
        named
    };
}

words! {
    /// A shop's setting: whether reviews are published at once or held.
    pub enum Moderation {
        /// Reviews are published when submitted, unless they contain contact data.
        Publish = "publish",
        /// Every review waits for a decision.
        Hold = "hold",
    }
}

// The setting's sentence names the field.
crate::reads_word! { Moderation, UNSAID; }

words! {
    /// Why a review, or an edit of it, waits for the shop, or is withheld without a decision.
    pub enum HoldRule {
        /// The words contain an email address, a phone number or a web address.
        ContactData = "contact_data",
        /// The shop decides about every review first.
        Moderation = "moderation",
        /// The author changed the review after it was withheld.
        EditOfWithheld = "edit_of_withheld",
        /// The shop did not ask its author.
        Visitor = "visitor",
        /// An imported review that its system showed is about a product that the shop has not published yet. It appears with the
        /// product, and counts nowhere before.
        ProductHidden = "product_hidden",
        /// The author works for the shop: the review is withheld, and nobody can publish it.
        Insider = "insider",
    }
}

impl HoldRule {
    /// The rules by which reviews are held under this setting.
    pub const fn under(moderation: Moderation) -> [Self; 3] {
        match moderation {
            Moderation::Publish => [Self::ContactData, Self::EditOfWithheld, Self::Visitor],
            Moderation::Hold => [Self::Moderation, Self::EditOfWithheld, Self::Visitor],
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "id", rename_all = "snake_case")]
pub enum Actor {
    /// The review's author.
    Customer,
    /// The holder of an API key, by the key's digest.
    Key(String),
    /// A person who works for the shop, by the id that their key names.
    Member(String),
    /// A member who did not sign in, but had a link of an email about reviews.
    Mail(String),
    /// A rule of the shop's settings, or the operator.
    System,
}

impl Actor {
    /// The word in the API.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Key(_) => "key",
            Self::Member(_) | Self::Mail(_) => "member",
            Self::System => "system",
        }
    }

    /// The id of the key or person; `None` for the author and for rules.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Key(id) | Self::Member(id) | Self::Mail(id) => Some(id),
            Self::Customer | Self::System => None,
        }
    }

    /// By which way a member decided without signing in.
    pub fn via(&self) -> Option<&'static str> {
        matches!(self, Self::Mail(_)).then_some("email")
    }
}

words! {
    pub enum LedgerKind {
        Submitted = "submitted",
        Held = "held",
        Edited = "edited",
        Published = "published",
        Withheld = "withheld",
        EditDropped = "edit_dropped",
        Replied = "replied",
        ReplyRemoved = "reply_removed",
        Undone = "undone",
        /// The review lost the mark of a verified purchase, because its order proves nothing any more.
        Unverified = "unverified",
        Imported = "imported",
        Removed = "removed",
        Withdrawn = "withdrawn",
        Erased = "erased",
    }
}

/// One entry of a review's ledger. Entries are only added, never changed. Of what people wrote, an entry has only the
/// shop's note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerEntry {
    #[serde(with = "ms::required")]
    pub at: Timestamp,
    pub what: LedgerKind,
    pub by: Actor,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<WithholdReason>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<HoldRule>,
    /// The shop's own note about its decision.
    #[serde(skip)]
    pub note: Option<String>,
    pub revision: u32,
}
