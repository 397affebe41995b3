//! The texts of a review's properties.

use domain::review::{HoldRule, Rating, Review, Tap};
use domain::values::{NumberPlans, contact_data_places};

use crate::parts::Viewer;

/// The most characters of a review in a list.
const WORDS: usize = 240;

/// Why a review or its edit waits. For contact data, the text names the kind.
pub(super) fn waits_for(viewer: &Viewer, review: &Review, plans: NumberPlans<'_>) -> Option<String> {
    let rule = review.held_by()?;
    Some(match review.contact_data_held(plans) {
        Some(found) => viewer.word("review-names", found.as_str()),
        None => viewer.word("review-rule", rule.as_str()),
    })
}

/// Why a review waits; `None` if it waits only because the shop decides about every review.
pub(super) fn waits_unlike_others(viewer: &Viewer, review: &Review, plans: NumberPlans<'_>) -> Option<String> {
    let is_usual = review.held_by() == Some(HoldRule::Moderation) && review.contact_data_held(plans).is_none();
    waits_for(viewer, review, plans).filter(|_| !is_usual)
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

/// What the author tapped in a review's newest version, in the words of then.
pub(super) fn newest_taps(review: &Review) -> Vec<Tap> {
    review.newest().map(|version| version.taps).unwrap_or_default()
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
