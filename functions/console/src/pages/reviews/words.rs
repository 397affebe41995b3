//! The texts of what a review can be.

use domain::{HoldRule, ReviewState, WithholdReason};

/// The text of a state.
pub(crate) const fn state_text(state: ReviewState) -> &'static str {
    match state {
        ReviewState::Submitted => "review-is-waiting",
        ReviewState::Published => "review-is-published",
        ReviewState::Withheld => "review-is-withheld",
        ReviewState::Removed | ReviewState::Withdrawn | ReviewState::Erased => "review-is-other",
    }
}

/// The text of the rule by which something waits.
pub(super) const fn rule_text(rule: HoldRule) -> &'static str {
    match rule {
        HoldRule::ContactData => "review-rule-contact_data",
        HoldRule::Moderation => "review-rule-moderation",
        HoldRule::EditOfWithheld => "review-rule-edit_of_withheld",
    }
}

/// The text of a reason to withhold.
pub(super) const fn reason_text(reason: WithholdReason) -> &'static str {
    match reason {
        WithholdReason::Confidential => "review-reason-confidential",
        WithholdReason::Abusive => "review-reason-abusive",
        WithholdReason::PersonalData => "review-reason-personal_data",
        WithholdReason::Discriminatory => "review-reason-discriminatory",
        WithholdReason::Misleading => "review-reason-misleading",
        WithholdReason::Fake => "review-reason-fake",
        WithholdReason::Unrelated => "review-reason-unrelated",
        WithholdReason::Unlawful => "review-reason-unlawful",
        WithholdReason::Unspecified => "review-reason-unspecified",
    }
}
