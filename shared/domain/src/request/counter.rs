//! The counters of requests: a counter changes in the transaction of the change that it counts.

use crate::values::word::words;

words! {
    /// One of a tenant's counters, per dialect.
    pub enum Counter {
        /// Requests created.
        Created = "created",
        /// Requests of which a message was sent; never a manual one.
        Sent = "sent",
        /// Requests whose messages were all rejected, skipped or returned.
        Failed = "failed",
        /// Requests whose link was followed, so all that were reviewed, too.
        Opened = "opened",
        /// Requests on whose page a person did something.
        Engaged = "engaged",
        /// Requests with at least one review.
        Completed = "completed",
        /// Requests cancelled.
        Cancelled = "cancelled",
        /// Requests that expired without a review.
        Expired = "expired",
    }
}
