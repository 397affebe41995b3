//! The kinds of events.

use crate::review::LedgerKind;
use crate::values::{SCOPE_CUSTOMERS_READ, SCOPE_REVIEWS_READ, words};

words! {
    pub enum EventKind {
        /// A customer wrote a review.
        ReviewSubmitted = "review.submitted",
        /// The author changed a review, and the new words are public or wait; or a decision was undone; or the review is no
        /// longer of a verified purchase.
        ReviewUpdated = "review.updated",
        /// A review, or its new words, became public.
        ReviewPublished = "review.published",
        ReviewWithheld = "review.withheld",
        /// The shop replied to a review, or changed the reply.
        ReviewReplied = "review.replied",
        /// A review was removed, withdrawn or erased.
        ReviewDeleted = "review.deleted",
        /// A request has a message to be sent.
        RequestScheduled = "request.scheduled",
        /// Every item of a request was reviewed.
        RequestCompleted = "request.completed",
        RequestExpired = "request.expired",
        RequestCancelled = "request.cancelled",
        /// The provider accepted a message; in test mode, it was captured.
        MessageSent = "message.sent",
        MessageDelivered = "message.delivered",
        /// The provider rejected a message, or it bounced for good.
        MessageFailed = "message.failed",
        /// A stop rule applied to a message.
        MessageSkipped = "message.skipped",
        /// A customer's address or number must not be written to.
        CustomerSuppressed = "customer.suppressed",
        CustomerErased = "customer.erased",
        /// The shop's emails are suspended.
        DeliverabilityHeld = "deliverability.held",
        /// The suspension of the shop's emails ended.
        DeliverabilityReleased = "deliverability.released",
        /// The shop tests its endpoint.
        WebhookTest = "webhook.test",
    }
}

impl EventKind {
    /// The kinds to which a shop can subscribe. A test is sent whatever the subscription.
    pub const SUBSCRIBED: [Self; 18] = {
        let [subscribed @ .., _test] = Self::ALL;
        subscribed
    };

    /// The event of a line of a review's ledger; `None` if webhooks do not report it.
    pub(super) const fn of_ledger(what: LedgerKind) -> Option<Self> {
        match what {
            LedgerKind::Submitted => Some(Self::ReviewSubmitted),
            LedgerKind::Edited | LedgerKind::Undone | LedgerKind::Unverified => Some(Self::ReviewUpdated),
            LedgerKind::Published => Some(Self::ReviewPublished),
            LedgerKind::Withheld => Some(Self::ReviewWithheld),
            LedgerKind::Replied => Some(Self::ReviewReplied),
            LedgerKind::Removed | LedgerKind::Withdrawn | LedgerKind::Erased => Some(Self::ReviewDeleted),
            // No events for these: the shop itself imports reviews, and knows.
            LedgerKind::Held | LedgerKind::EditDropped | LedgerKind::ReplyRemoved | LedgerKind::Imported => None,
        }
    }
}

// More Good Reviews' names of events.
words! {
    /// An event with the name that More Good Reviews uses. An endpoint with such names gets that vendor's rows.
    pub enum MoreGoodEvent {
        ReviewCreated = "review-created",
        ReviewUpdated = "review-updated",
        ReviewDeleted = "review-deleted",
        MessageCreated = "message-created",
        MessageUpdated = "message-updated",
        MessageDeleted = "message-deleted",
    }
}

impl MoreGoodEvent {
    /// More Good Reviews' event for one of ours; `None` if that API has none.
    pub const fn of(kind: EventKind) -> Option<Self> {
        match kind {
            EventKind::ReviewSubmitted => Some(Self::ReviewCreated),
            EventKind::ReviewUpdated
            | EventKind::ReviewPublished
            | EventKind::ReviewWithheld
            | EventKind::ReviewReplied => Some(Self::ReviewUpdated),
            EventKind::ReviewDeleted => Some(Self::ReviewDeleted),
            EventKind::RequestScheduled => Some(Self::MessageCreated),
            EventKind::RequestCancelled => Some(Self::MessageDeleted),
            EventKind::RequestCompleted
            | EventKind::RequestExpired
            | EventKind::MessageSent
            | EventKind::MessageDelivered
            | EventKind::MessageFailed
            | EventKind::MessageSkipped => Some(Self::MessageUpdated),
            EventKind::CustomerSuppressed
            | EventKind::CustomerErased
            | EventKind::DeliverabilityHeld
            | EventKind::DeliverabilityReleased
            | EventKind::WebhookTest => None,
        }
    }
    /// The scope for reading the rows that are sent with the event.
    pub(super) const fn scope(self) -> &'static str {
        match self {
            Self::ReviewCreated | Self::ReviewUpdated | Self::ReviewDeleted => SCOPE_REVIEWS_READ,
            Self::MessageCreated | Self::MessageUpdated | Self::MessageDeleted => SCOPE_CUSTOMERS_READ,
        }
    }
}
