//! What a review's life consists of: its states, the reasons for withholding one, and the ledger of what was done.

use jiff::Timestamp;

/// Where a review is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReviewState {
    /// It waits for the shop's decision.
    Submitted,
    /// Everybody may read it.
    Published,
    /// The shop decided that nobody may.
    Withheld,
    /// The shop removed it.
    Removed,
    /// Its author took it back.
    Withdrawn,
    /// Its author's personal data was erased.
    Erased,
}

impl ReviewState {
    /// Every value, each once.
    pub const ALL: [Self; 6] =
        [Self::Submitted, Self::Published, Self::Withheld, Self::Removed, Self::Withdrawn, Self::Erased];

    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Published => "published",
            Self::Withheld => "withheld",
            Self::Removed => "removed",
            Self::Withdrawn => "withdrawn",
            Self::Erased => "erased",
        }
    }

    /// The state with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// Whether nothing leads out of it: the words are deleted, and every read answers as if it were unknown.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Removed | Self::Withdrawn | Self::Erased)
    }
}

/// Why a shop withholds a review (after 16 CFR 465.7(b)). What somebody thinks of the product is no reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WithholdReason {
    /// It gives away a trade secret or something private.
    Confidential,
    /// It insults, harasses or is obscene.
    Abusive,
    /// It contains somebody's personal data.
    PersonalData,
    /// It discriminates against people.
    Discriminatory,
    /// It says something clearly false.
    Misleading,
    /// The shop has good grounds to think that it is fake.
    Fake,
    /// It is about something else than what the shop sells.
    Unrelated,
    /// The law forbids it.
    Unlawful,
    /// The call named no reason.
    Unspecified,
}

impl WithholdReason {
    /// Those that a call may name.
    pub const NAMED: [Self; 8] = [
        Self::Confidential,
        Self::Abusive,
        Self::PersonalData,
        Self::Discriminatory,
        Self::Misleading,
        Self::Fake,
        Self::Unrelated,
        Self::Unlawful,
    ];

    /// Every value, each once.
    pub const ALL: [Self; 9] = [
        Self::Confidential,
        Self::Abusive,
        Self::PersonalData,
        Self::Discriminatory,
        Self::Misleading,
        Self::Fake,
        Self::Unrelated,
        Self::Unlawful,
        Self::Unspecified,
    ];

    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Confidential => "confidential",
            Self::Abusive => "abusive",
            Self::PersonalData => "personal_data",
            Self::Discriminatory => "discriminatory",
            Self::Misleading => "misleading",
            Self::Fake => "fake",
            Self::Unrelated => "unrelated",
            Self::Unlawful => "unlawful",
            Self::Unspecified => "unspecified",
        }
    }

    /// The reason with this word, as a call names it.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|reason| reason.as_str() == word)
    }

    /// The reason with this word, as the table has it.
    #[must_use]
    pub fn stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == word)
    }
}

/// What the shop knew of the purchase when the review was submitted. It never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verification {
    /// The order is known, contains the item, and was neither cancelled nor refunded.
    Order,
    /// The request names an order that is not known.
    Request,
    /// Nothing: the request names no order, or the review was imported.
    None,
}

impl Verification {
    /// Every value, each once.
    pub const ALL: [Self; 3] = [Self::Order, Self::Request, Self::None];

    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Request => "request",
            Self::None => "none",
        }
    }

    /// The verification with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verification| verification.as_str() == word)
    }

    /// Whether the vendors' APIs call the review verified.
    #[must_use]
    pub const fn is_verified(self) -> bool {
        !matches!(self, Self::None)
    }
}

/// Whether reviews are published at once or wait (a shop's setting).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moderation {
    /// They are published when they are submitted, unless they contain contact data.
    Publish,
    /// Every review waits for a decision.
    Hold,
}

impl Moderation {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Publish, Self::Hold];

    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Hold => "hold",
        }
    }

    /// The setting with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|moderation| moderation.as_str() == word)
    }
}

/// The rule by which a review, or an edit of it, waits for the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HoldRule {
    /// Its words contain an email address, a phone number or an address of the web.
    ContactData,
    /// The shop decides about every review.
    Moderation,
    /// Its author changed it after it was withheld.
    EditOfWithheld,
}

impl HoldRule {
    /// Every value, each once.
    pub const ALL: [Self; 3] = [Self::ContactData, Self::Moderation, Self::EditOfWithheld];

    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ContactData => "contact_data",
            Self::Moderation => "moderation",
            Self::EditOfWithheld => "edit_of_withheld",
        }
    }

    /// The rules by which reviews wait, as the setting is.
    #[must_use]
    pub const fn under(moderation: Moderation) -> [Self; 2] {
        match moderation {
            Moderation::Publish => [Self::ContactData, Self::EditOfWithheld],
            Moderation::Hold => [Self::Moderation, Self::EditOfWithheld],
        }
    }

    /// The rule with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.as_str() == word)
    }
}

/// Who did something to a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Its author.
    Customer,
    /// The holder of an API key, by the key's digest.
    Key(String),
    /// A person who works for the shop, by the id that their key names.
    Member(String),
    /// A rule of the shop's settings.
    System,
}

impl Actor {
    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Key(_) => "key",
            Self::Member(_) => "member",
            Self::System => "system",
        }
    }

    /// Which key or person it was; `None` for the author and for rules.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Key(id) | Self::Member(id) => Some(id),
            Self::Customer | Self::System => None,
        }
    }

    /// The actor with this word and id.
    #[must_use]
    pub fn stored(word: &str, id: Option<String>) -> Option<Self> {
        match (word, id) {
            ("customer", None) => Some(Self::Customer),
            ("system", None) => Some(Self::System),
            ("key", Some(id)) => Some(Self::Key(id)),
            ("member", Some(id)) => Some(Self::Member(id)),
            _ => None,
        }
    }
}

/// What was done to a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words say it")]
pub enum LedgerKind {
    Submitted,
    Held,
    Edited,
    Published,
    Withheld,
    EditDropped,
    Replied,
    ReplyRemoved,
    Imported,
    Removed,
    Withdrawn,
    Erased,
}

impl LedgerKind {
    /// Every value, each once.
    pub const ALL: [Self; 12] = [
        Self::Submitted,
        Self::Held,
        Self::Edited,
        Self::Published,
        Self::Withheld,
        Self::EditDropped,
        Self::Replied,
        Self::ReplyRemoved,
        Self::Imported,
        Self::Removed,
        Self::Withdrawn,
        Self::Erased,
    ];

    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Held => "held",
            Self::Edited => "edited",
            Self::Published => "published",
            Self::Withheld => "withheld",
            Self::EditDropped => "edit_dropped",
            Self::Replied => "replied",
            Self::ReplyRemoved => "reply_removed",
            Self::Imported => "imported",
            Self::Removed => "removed",
            Self::Withdrawn => "withdrawn",
            Self::Erased => "erased",
        }
    }

    /// The kind with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// One line of a review's ledger, which is only ever added to. It holds nothing that anybody wrote but the shop's note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerEntry {
    /// When.
    pub at: Timestamp,
    /// What was done.
    pub what: LedgerKind,
    /// Who did it.
    pub by: Actor,
    /// Why a review was withheld.
    pub reason: Option<WithholdReason>,
    /// The rule by which it was held.
    pub rule: Option<HoldRule>,
    /// The shop's own words about its decision.
    pub note: Option<String>,
    /// The review's revision after it.
    pub revision: u32,
}
