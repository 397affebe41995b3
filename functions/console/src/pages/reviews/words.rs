//! The texts of a review's properties.

use domain::review::{HoldRule, Review, ReviewState, WithholdReason};
use domain::values::ContactData;

pub(crate) const fn state_text(state: ReviewState) -> &'static str {
    match state {
        ReviewState::Submitted => "review-is-waiting",
        ReviewState::Published => "review-is-published",
        ReviewState::Withheld => "review-is-withheld",
        ReviewState::Removed | ReviewState::Withdrawn | ReviewState::Erased => "review-is-other",
    }
}

pub(super) const fn rule_text(rule: HoldRule) -> &'static str {
    match rule {
        HoldRule::ContactData => "review-rule-contact_data",
        HoldRule::Moderation => "review-rule-moderation",
        HoldRule::EditOfWithheld => "review-rule-edit_of_withheld",
        HoldRule::Visitor => "review-rule-visitor",
    }
}

/// Why a review or its edit waits; with contact data, what kind it names.
pub(super) fn waits_for(review: &Review) -> Option<&'static str> {
    let rule = review.held_by?;
    let newest = review.newest().filter(|_| rule == HoldRule::ContactData);
    Some(match newest.and_then(|newest| newest.words.contact_data()) {
        Some(ContactData::PhoneNumber) => "review-names-phone",
        Some(ContactData::EmailAddress) => "review-names-email",
        Some(ContactData::WebAddress) => "review-names-website",
        Some(ContactData::Account) => "review-names-account",
        None => rule_text(rule),
    })
}

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
