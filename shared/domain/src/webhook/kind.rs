//! The kinds of events.

use crate::review::LedgerKind;
use crate::values::word::words;

words! {
    /// The kinds of events.
    pub enum EventKind {
        /// A customer wrote a review.
        ReviewSubmitted = "review.submitted",
        /// The author changed a review, whether the new words are public or wait.
        ReviewUpdated = "review.updated",
        /// A review is public, or its new words are.
        ReviewPublished = "review.published",
        /// The shop withheld a review.
        ReviewWithheld = "review.withheld",
        /// The shop answered a review, or changed the answer.
        ReviewReplied = "review.replied",
        /// A review was removed, withdrawn or erased.
        ReviewDeleted = "review.deleted",
        /// A request has a message that is to be sent.
        RequestScheduled = "request.scheduled",
        /// Every item of a request is reviewed.
        RequestCompleted = "request.completed",
        /// A request's link expired.
        RequestExpired = "request.expired",
        /// The shop cancelled a request.
        RequestCancelled = "request.cancelled",
        /// The provider accepted a message, or a test key's was captured.
        MessageSent = "message.sent",
        /// The provider delivered a message.
        MessageDelivered = "message.delivered",
        /// The provider rejected a message, or it came back for good.
        MessageFailed = "message.failed",
        /// A stop rule applied to a message.
        MessageSkipped = "message.skipped",
        /// An address or number of a customer must not be written to.
        CustomerSuppressed = "customer.suppressed",
        /// A customer was erased.
        CustomerErased = "customer.erased",
        /// The shop's emails are held.
        DeliverabilityHeld = "deliverability.held",
        /// The shop's emails leave again.
        DeliverabilityReleased = "deliverability.released",
        /// The shop tries its endpoint out.
        WebhookTest = "webhook.test",
    }
}

impl EventKind {
    /// The kinds that a shop subscribes to. A test comes whatever it subscribed to.
    pub const SUBSCRIBED: [Self; 18] = {
        let [subscribed @ .., _test] = Self::ALL;
        subscribed
    };

    /// The event of a line of a review's ledger; `None` if webhooks do not report it.
    pub(super) const fn of_ledger(what: LedgerKind) -> Option<Self> {
        match what {
            LedgerKind::Submitted => Some(Self::ReviewSubmitted),
            LedgerKind::Edited | LedgerKind::Undone => Some(Self::ReviewUpdated),
            LedgerKind::Published => Some(Self::ReviewPublished),
            LedgerKind::Withheld => Some(Self::ReviewWithheld),
            LedgerKind::Replied => Some(Self::ReviewReplied),
            LedgerKind::Removed | LedgerKind::Withdrawn | LedgerKind::Erased => Some(Self::ReviewDeleted),
            // An import is the shop's own doing.
            LedgerKind::Held | LedgerKind::EditDropped | LedgerKind::ReplyRemoved | LedgerKind::Imported => None,
        }
    }
}
