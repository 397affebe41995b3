//! The texts of a review's properties.

use domain::review::{HoldRule, Review, ReviewState, WithholdReason};
use domain::values::{ContactData, NumberPlans, contact_data_places};

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
        HoldRule::HiddenBefore => "review-rule-hidden_before",
        HoldRule::Visitor => "review-rule-visitor",
    }
}

/// Why a review or its edit waits. For contact data, the text names the kind.
pub(super) fn waits_for(review: &Review, plans: NumberPlans<'_>) -> Option<&'static str> {
    let rule = review.held_by?;
    Some(review.contact_data_held(plans).map_or(rule_text(rule), contact_text))
}

/// Why a review waits; `None` if it waits only because the shop decides about every review.
pub(super) fn waits_unlike_others(review: &Review, plans: NumberPlans<'_>) -> Option<&'static str> {
    let rule = review.held_by?;
    let is_usual = rule == HoldRule::Moderation;
    review.contact_data_held(plans).map(contact_text).or_else(|| (!is_usual).then(|| rule_text(rule)))
}

const fn contact_text(found: ContactData) -> &'static str {
    match found {
        ContactData::PhoneNumber => "review-names-phone",
        ContactData::EmailAddress => "review-names-email",
        ContactData::WebAddress => "review-names-website",
        ContactData::Account => "review-names-account",
    }
}

/// A text in parts, each with whether it is contact data.
pub(super) fn marked(text: &str, plans: &NumberPlans<'_>) -> Vec<(String, bool)> {
    let (mut parts, mut read) = (Vec::new(), 0);
    for place in contact_data_places(text, plans) {
        parts.extend([(text[read..place.start].to_owned(), false), (text[place.clone()].to_owned(), true)]);
        read = place.end;
    }
    parts.push((text[read..].to_owned(), false));
    parts
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
