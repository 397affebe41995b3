//! What is counted: a counter changes in the transaction of the change that it counts.

/// One of a tenant's counters, per dialect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counter {
    /// Requests created.
    Created,
    /// Requests of which a message was sent; never a manual one.
    Sent,
    /// Requests whose messages were all rejected, skipped or returned.
    Failed,
    /// Requests whose link was followed, so all that were reviewed, too.
    Opened,
    /// Requests on whose page a person did something.
    Engaged,
    /// Requests with at least one review.
    Completed,
    /// Requests cancelled.
    Cancelled,
    /// Requests that expired without a review.
    Expired,
}

impl Counter {
    /// All counters, in the order of a request's life.
    pub const ALL: [Self; 8] = [
        Self::Created,
        Self::Sent,
        Self::Failed,
        Self::Opened,
        Self::Engaged,
        Self::Completed,
        Self::Cancelled,
        Self::Expired,
    ];

    /// The word in the table and in the statistics.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Opened => "opened",
            Self::Engaged => "engaged",
            Self::Completed => "completed",
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
        }
    }

    /// The counter with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|counter| counter.as_str() == word)
    }
}
