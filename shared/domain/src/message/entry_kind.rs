//! The kinds of entry in a request's timeline.

use crate::values::word::words;

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
    ($($kind:ident = $word:literal, $why:literal, $rule:literal;)+) => {
        words! {
            pub enum EntryKind {
                $(#[doc = $why] $kind = $word,)+
            }
        }

        impl EntryKind {
            /// The meaning in one sentence for the shop.
            pub const fn why(self) -> &'static str {
                match self {
                    $(Self::$kind => $why,)+
                }
            }

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
    Created = "created", "The shop asked for a review.", "one-request-per-customer-and-order";
    Scheduled = "scheduled", "The message is scheduled for later.", "not-before-its-time";
    SendAsked = "send_asked", "The shop asked to send the message now.", "shop-may-send-now";
    Claimed = "claimed", "One sender claimed the step, so that no other sends it.", "claim-before-send";
    Sent = "sent", "The provider accepted the message.", "provider-accepted";
    Captured = "captured", "A test key's message was captured and sent to nobody.", "test-mode-sends-nothing";
    Throttled = "throttled", "The provider throttled the message; it will be tried again.", "back-off-when-throttled";
    OutcomeUnknown = "outcome_unknown", "The provider's answer was lost; its report decides, or one more attempt.", "evidence-before-retry";
    Unconfirmed = "unconfirmed", "The provider's answer was lost; the message is not tried again.", "unknown-outcomes-are-bounded";
    Failed = "failed", "The provider rejected the message permanently.", "permanent-rejection";
    Skipped = "skipped", "A stop rule applied; the message is not sent.", "stop-rules";
    Opened = "opened", "A person followed the link.", "first-view-only";
    Engaged = "engaged", "The customer began a review and has not submitted it.", "first-input-only";
    Reviewed = "reviewed", "The customer reviewed an item.", "one-review-per-item";
    ReviewEdited = "review_edited", "The customer changed a review.", "editable-while-the-link-lives";
    Completed = "completed", "Every item is reviewed.", "every-item-reviewed";
    Cancelled = "cancelled", "The shop cancelled the request; its link no longer works.", "cancel-is-final";
    Expired = "expired", "The link expired.", "link-lifetime";
    NewLinkAsked = "new_link_asked", "The customer asked for a new link.", "one-new-link-a-day-three-in-all";
    Postponed = "postponed", "The customer has not received the order yet; no message is sent for a week.", "postponed-once-by-a-week";
    Delivered = "delivered", "The provider delivered the message.", "provider-reports";
    Delayed = "delayed", "The recipient's server is not taking the message yet; the provider keeps trying.", "provider-reports";
    SoftBounced = "soft_bounced", "The message came back for a reason that may pass; the address stays in use.", "soft-bounces-stop-nothing";
    Bounced = "bounced", "The message can never be delivered; nothing more is sent to this address or number.", "hard-bounces-stop";
    Complained = "complained", "The customer marked the message as spam; nothing more is sent to them.", "complaints-stop";
    Rejected = "rejected", "The provider or the carrier refused to deliver the message.", "provider-reports";
    SuppressedByProvider = "suppressed_by_provider", "The provider did not send the message: its own list has the address, after a bounce or a complaint about any shop.", "provider-reports";
    Held = "held", "Too many of the shop's emails bounced or were marked as spam; no email leaves until the suspension ends.", "bounces-and-complaints-hold-the-shop";
    Paused = "paused", "Sending is paused by the shop or the operator; the message leaves afterwards.", "nothing-leaves-during-a-pause";
    Deferred = "deferred", "The message has to wait; `detail` says for what, and until when.", "shop-rules";
}
