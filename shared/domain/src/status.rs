//! Where a request stands, in words.

/// Where a request stands; a dialect renders it in its own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the contract's own words (§1)")]
pub enum Status {
    Manual,
    Scheduled,
    Sending,
    Sent,
    Completed,
    Cancelled,
    Expired,
    Failed,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Manual,
        Self::Scheduled,
        Self::Sending,
        Self::Sent,
        Self::Completed,
        Self::Cancelled,
        Self::Expired,
        Self::Failed,
    ];

    /// The domain's word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Manual => "manual",
            Self::Scheduled => "scheduled",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Completed => "completed",
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
            Self::Failed => "failed",
        }
    }

    /// The status with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }
}

/// Why a request can't be sent now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum NotSendable {
    Sent,
    Completed,
    Cancelled,
    Expired,
    Failed,
    Skipped,
    NoRecipient,
}
