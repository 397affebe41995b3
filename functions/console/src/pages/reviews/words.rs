//! The texts of a review's properties.

use domain::review::{HoldRule, Rating, Review, ReviewState, WithholdReason};
use domain::values::{ContactData, NumberPlans, contact_data_places};

/// The most characters of a review in a list.
const WORDS: usize = 240;

pub(crate) const fn state_text(state: ReviewState) -> &'static str {
    match state {
        ReviewState::Submitted => "review-is-waiting",
        ReviewState::Published => "review-is-published",
        ReviewState::Withheld => "review-is-withheld",
        ReviewState::Removed | ReviewState::Withdrawn | ReviewState::Erased => "review-is-other",
    }
}

pub(crate) const fn rule_text(rule: HoldRule) -> &'static str {
    match rule {
        HoldRule::ContactData => "review-rule-contact_data",
        HoldRule::Moderation => "review-rule-moderation",
        HoldRule::EditOfWithheld => "review-rule-edit_of_withheld",
        HoldRule::Visitor => "review-rule-visitor",
        HoldRule::ProductHidden => "review-rule-product_hidden",
        HoldRule::Insider => "review-rule-insider",
    }
}

/// Why a review or its edit waits. For contact data, the text names the kind.
pub(super) fn waits_for(review: &Review, plans: NumberPlans<'_>) -> Option<&'static str> {
    let rule = review.held_by()?;
    Some(review.contact_data_held(plans).map_or(rule_text(rule), contact_text))
}

/// Why a review waits; `None` if it waits only because the shop decides about every review.
pub(super) fn waits_unlike_others(review: &Review, plans: NumberPlans<'_>) -> Option<&'static str> {
    let rule = review.held_by()?;
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

/// What a list shows of a review's newest version: its stars, its headline and its words, which are cut.
pub(crate) fn newest_words(review: &Review) -> (Rating, Option<String>, String) {
    let newest = review.newest();
    let (rating, words) = newest.map_or((review.rating, None), |version| (version.rating, Some(version.words)));
    let headline = words.as_ref().and_then(|words| words.headline.as_ref()).map(|line| line.as_str().to_owned());
    let text = words.as_ref().map_or("", |words| words.text.as_str());
    let cut: String = text.chars().take(WORDS).collect();
    let shown = if cut.len() < text.len() { format!("{}…", cut.trim_end()) } else { cut };
    (rating, headline, shown)
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

pub(crate) const fn reason_text(reason: WithholdReason) -> &'static str {
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
        WithholdReason::EarlierSystem => "review-reason-earlier_system",
    }
}
