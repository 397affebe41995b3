//! Requests of a person about what is stored of them: a copy of it, or its erasure.

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum PrivacyKind {
    Export,
    Erase,
}

impl PrivacyKind {
    /// Every value, each once.
    pub const ALL: [Self; 2] = [Self::Export, Self::Erase];

    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Export => "export",
            Self::Erase => "erase",
        }
    }

    /// The kind with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrivacyStatus {
    /// Not done yet.
    Running,
    /// Done.
    Done,
    /// It met something that trying again does not repair. The log says what.
    Failed,
}

impl PrivacyStatus {
    /// Every value, each once.
    pub const ALL: [Self; 3] = [Self::Running, Self::Done, Self::Failed];

    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    /// The status with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }
}

/// What becomes of an erased person's reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewsChoice {
    /// They go.
    Delete,
    /// Stars and words stay, without a name.
    Anonymise,
}

impl ReviewsChoice {
    /// Every value, each once.
    pub const ALL: [Self; 2] = [Self::Delete, Self::Anonymise];

    /// The word in the table and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Delete => "delete",
            Self::Anonymise => "anonymise",
        }
    }

    /// The choice with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.as_str() == word)
    }
}

/// How much was found of a person when the work on their request began.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub struct PersonCounts {
    pub customers: u64,
    pub requests: u64,
    pub messages: u64,
    /// Drafts are not counted.
    pub reviews: u64,
    pub photos: u64,
    pub orders: u64,
    pub charges: u64,
    /// Addresses and numbers that must not be written to.
    pub suppressions: u64,
    /// Emails about their reviews.
    pub deliveries: u64,
}
