//! For how long caches may use answers.

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

    /// Of a photo's small copy. Browsers keep it for a year, because a photo never changes. The CDN, only for a month: it forgets a removed
    /// photo at once only at the address that it is told, and keeps others, such as `/p/%66ern/…`, as answers of their own ("Do not
    /// URL-encode any other characters in the path, or CloudFront will not invalidate the old version":
    /// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html>). Functions cannot refuse
    /// those, because API Gateway decodes the path before they see it.
    pub(crate) const fn photo(self) -> &'static str {
        match self {
            Self::Short => "public, max-age=31536000, s-maxage=60, immutable",
            Self::Purged => "public, max-age=31536000, s-maxage=2592000, immutable",
        }
    }
}
