//! Causes in words, for the operator. The `match` has no default, so that every new cause gets words.

use domain::message::Cause;

pub const fn meaning(cause: Cause) -> &'static str {
    match cause {
        Cause::Delivered => "The recipient's server took the message.",
        Cause::Complained => {
            "The message was delivered, and the customer marked it as spam: nothing more is sent to them."
        }
        Cause::Sent => "The provider accepted the message, and reported nothing about it yet.",
        Cause::Delayed => "The recipient's server does not take the message yet; the provider keeps trying.",
        Cause::SoftBounced => {
            "The message came back for a reason that may pass, such as a full mailbox; the address stays in use."
        }
        Cause::TestMode => "The shop is in test mode: the message was captured and sent to nobody.",
        Cause::Sending => "A sender has the message at this moment.",
        Cause::OutcomeUnknown => "The provider's answer was lost; its report decides, or one more attempt.",
        Cause::Scheduled => "The message is due later.",
        Cause::Postponed => "The customer has not received the order yet, and asked to be asked a week later.",
        Cause::WaitingForWindow => "The message leaves when the shop's send window opens.",
        Cause::WaitingForCap => {
            "The customer got as many messages as the shop's cap allows; the message leaves when it allows another."
        }
        Cause::FirstDays => {
            "The shop is new, and as many of its emails left today as may until reports about them have come, which \
             `afterword lift-cap` lifts; or neither it nor you gave the postal address that its emails need."
        }
        Cause::Due => "The message is due, and leaves within minutes, or at its provider's rate if more are due.",
        Cause::Paused => "Sending is paused by the shop or by you.",
        Cause::Held => "The shop's emails are suspended: too many of the last ones bounced or were marked as spam.",
        Cause::ProviderRefuses => {
            "The provider refuses everybody, or cannot be connected to; the message is tried again."
        }
        Cause::Bounced => "The message came back for good: the address or number does not exist, or takes none.",
        Cause::Rejected => {
            "The provider or the carrier refused to deliver what it had accepted, mostly for its content."
        }
        Cause::SuppressedByProvider => {
            "The provider did not send the message: its own list has the address, after a bounce or a complaint at any shop."
        }
        Cause::Refused => "The provider refused the message for good when it was handed over.",
        Cause::Unconfirmed => {
            "The provider's answer was lost and no report came; the message is not tried again, and may have arrived."
        }
        Cause::SuppressedBounce => "An earlier message to the address or number bounced for good.",
        Cause::SuppressedComplaint => "The customer marked an earlier message as spam.",
        Cause::SuppressedByShop => "The shop suppressed the address or number itself.",
        Cause::Unsubscribed => "The customer unsubscribed.",
        Cause::Stopped => "The number replied `STOP`, whichever shop's SMS it was.",
        Cause::Erased => "The customer's data was erased, or is too old to be stored.",
        Cause::OrderCancelled => "The order was cancelled before the message was due.",
        Cause::OrderRefunded => "The order, or everything that the message asks about, was refunded before it was due.",
        Cause::SpendCap => "The shop's SMS for the month are used up.",
        Cause::AskedBefore => {
            "The customer was asked about all of it before, or has reviewed it, and the shop asks once (`ask_once`)."
        }
        Cause::Capped => {
            "The customer got as many messages as the shop's cap allows, and the link ends before it allows another."
        }
        Cause::WindowClosed => "The link ends before the shop's send window opens again.",
        Cause::Cancelled => "The shop cancelled the request.",
        Cause::Expired => "The link expired before the message was sent.",
        Cause::Reviewed => "The customer wrote the review before the message was due.",
        Cause::NoChannel => "The request has no message: the shop shares its link itself.",
        Cause::NotFound => "No request was found.",
    }
}
