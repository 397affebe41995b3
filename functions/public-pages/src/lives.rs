//! For how long caches may use answers.

use edge::asset::FOR_GOOD;

/// `Cache-Control` of answers that change. Browsers keep lists for a minute. While a cache gets a new answer, or gets none, it may use the
/// old one for at most ten minutes more, because the answer may show what was withheld meanwhile.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lives {
    /// Shared caches keep answers as long as browsers do, because nobody tells them what was removed.
    Short,
    /// The stack's CDN is told what was removed, so it may keep everything else. A new review appears after a quarter of an hour.
    Purged,
}

impl Lives {
    pub(crate) const fn json(self) -> &'static str {
        match self {
            Self::Short => "public, max-age=60, stale-while-revalidate=60, stale-if-error=600",
            Self::Purged => "public, max-age=60, s-maxage=900, stale-while-revalidate=60, stale-if-error=600",
        }
    }

    /// Of HTML and JSON-LD.
    pub(crate) const fn html(self) -> &'static str {
        match self {
            Self::Short => "public, max-age=60",
            Self::Purged => "public, max-age=60, s-maxage=900",
        }
    }

    pub(crate) const fn ratings(self) -> &'static str {
        match self {
            Self::Short => "public, max-age=300, stale-while-revalidate=60, stale-if-error=600",
            Self::Purged => "public, max-age=300, s-maxage=900, stale-while-revalidate=60, stale-if-error=600",
        }
    }

    /// Of a photo's small copy. Browsers keep it for a year, because a photo never changes.
    pub(crate) const fn photo(self) -> &'static str {
        match self {
            Self::Short => "public, max-age=31536000, s-maxage=60, immutable",
            Self::Purged => FOR_GOOD,
        }
    }
}
