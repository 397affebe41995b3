//! The kinds of entry in a request's timeline.

use crate::values::words;

impl EntryKind {
    /// Whether such an event may occur any number of times, while a message waits or reviews are edited. The timeline
    /// folds repeated entries into one.
    pub(crate) const fn may_repeat(self) -> bool {
        matches!(
            self,
            Self::SendAsked | Self::Throttled | Self::Deferred | Self::Held | Self::Paused | Self::ReviewEdited
        )
    }

    /// Whether a long timeline may drop an entry of this kind. Other kinds always stay (created, opened, sent, bounced,
    /// reviewed, cancelled …).
    pub(crate) const fn may_go(self) -> bool {
        self.may_repeat() || matches!(self, Self::Claimed)
    }
}

macro_rules! entry_kinds {
    ($($kind:ident = $word:literal, $rule:literal;)+) => {
        words! {
            pub enum EntryKind {
                $($kind = $word,)+
            }
        }

        impl EntryKind {
            /// The rule behind the entry, as a slug.
            pub const fn rule(self) -> &'static str {
                match self {
                    $(Self::$kind => $rule,)+
                }
            }
        }
    };
}

entry_kinds! {
    Created = "created", "one-request-per-customer-and-order";
    Scheduled = "scheduled", "not-before-its-time";
    SendAsked = "send_asked", "shop-may-send-now";
    Claimed = "claimed", "claim-before-send";
    Sent = "sent", "provider-accepted";
    Captured = "captured", "test-mode-sends-nothing";
    Throttled = "throttled", "back-off-when-throttled";
    OutcomeUnknown = "outcome_unknown", "evidence-before-retry";
    Unconfirmed = "unconfirmed", "unknown-outcomes-are-bounded";
    Failed = "failed", "permanent-rejection";
    Skipped = "skipped", "stop-rules";
    Opened = "opened", "first-view-only";
    Engaged = "engaged", "first-input-only";
    Reviewed = "reviewed", "one-review-per-item";
    ReviewEdited = "review_edited", "editable-while-the-link-lives";
    Completed = "completed", "every-item-reviewed";
    Cancelled = "cancelled", "cancel-is-final";
    Expired = "expired", "link-lifetime";
    NewLinkAsked = "new_link_asked", "one-new-link-a-day-three-in-all";
    Postponed = "postponed", "postponed-once-by-a-week";
    Delivered = "delivered", "provider-reports";
    Delayed = "delayed", "provider-reports";
    SoftBounced = "soft_bounced", "soft-bounces-stop-nothing";
    Bounced = "bounced", "hard-bounces-stop";
    Complained = "complained", "complaints-stop";
    Rejected = "rejected", "provider-reports";
    SuppressedByProvider = "suppressed_by_provider", "provider-reports";
    Held = "held", "bounces-and-complaints-hold-the-shop";
    Paused = "paused", "nothing-leaves-during-a-pause";
    Deferred = "deferred", "shop-rules";
}
