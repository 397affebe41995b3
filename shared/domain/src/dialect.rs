//! Whose words a request was made in.

/// An API that requests are made through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dialect {
    /// The native API, and BetterReviews', which it extends.
    BetterReviews,
    /// Amino's invitations.
    Amino,
    /// More Good Reviews' asks.
    MoreGoodReviews,
    /// Wix' review requests.
    Wix,
}

impl Dialect {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::BetterReviews, Self::Amino, Self::MoreGoodReviews, Self::Wix];

    /// The word in the table and in the statistics.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BetterReviews => "betterreviews",
            Self::Amino => "amino",
            Self::MoreGoodReviews => "moregoodreviews",
            Self::Wix => "wix",
        }
    }

    /// The dialect with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dialect| dialect.as_str() == word)
    }
}
