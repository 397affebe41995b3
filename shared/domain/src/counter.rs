//! What is counted, and nothing else: a counter changes only with the transition it counts.

/// One of a tenant's counters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counter {
    /// Requests made.
    Created,
    /// First messages handed to the provider; manual requests never count.
    Sent,
    /// First messages that can never be sent.
    Failed,
    /// Requests whose link was followed; a reviewed one was opened too.
    Opened,
    /// Requests on whose page a person did something.
    Engaged,
    /// Requests with at least one review.
    Completed,
    /// Requests cancelled.
    Cancelled,
    /// Requests past their expiry without a review.
    Expired,
}

impl Counter {
    /// All of them, in the order in which they come about.
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

    /// The name in the table.
    #[must_use]
    pub const fn name(self) -> &'static str {
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
}
