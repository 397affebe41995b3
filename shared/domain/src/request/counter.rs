//! The counters of requests. A counter changes in the same transaction as the requests that it counts.

use crate::values::word::words;

words! {
    /// One of a tenant's counters, per dialect.
    pub enum Counter {
        Created = "created",
        /// Requests with at least one message that Afterword sent.
        Sent = "sent",
        /// Requests whose messages were all rejected, skipped or returned.
        Failed = "failed",
        /// Requests whose link was followed. They include all that were reviewed.
        Opened = "opened",
        /// Requests on whose page a person did something.
        Engaged = "engaged",
        /// Requests with at least one review.
        Completed = "completed",
        Cancelled = "cancelled",
        /// Requests that expired without a review.
        Expired = "expired",
    }
}
