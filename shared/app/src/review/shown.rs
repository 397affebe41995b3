//! A review as readers see it. Public pages and its author's page draw the same.
//!
//! Told by `tests/stories/hub/preview.story`.

use domain::review::{Facts, PhotoId, Rating, Review, Size};
use domain::values::Verification;
use texts::Texts;

use super::ReviewCounts;
use crate::message::mail::day;

/// What is shown beside a review's author: the end of a class, and the text.
pub type Mark = (&'static str, String);

/// What readers see of a published review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewAsShown {
    pub rating: Rating,
    pub headline: Option<String>,
    /// Empty if the author wrote no words.
    pub text: String,
    /// The author's name, or the words for an anonymous author.
    pub name: String,
    pub day: String,
    /// The mark of a verified purchase comes first.
    pub marks: Vec<Mark>,
    pub photos: Vec<(PhotoId, Size)>,
    /// What the author tapped, in the shop's present words: question and answer.
    pub facts: Vec<(String, String)>,
}

impl ReviewAsShown {
    pub fn new(review: &Review, facts: Option<&Facts>, texts: Texts) -> Self {
        Self {
            rating: review.rating,
            headline: review.headline().map(str::to_owned),
            text: review.text().to_owned(),
            name: review.shown_name().map_or_else(|| texts.say("name-anonymous").to_string(), str::to_owned),
            day: day(texts, review.created_at),
            marks: marks(review, texts).collect(),
            photos: photos(review).collect(),
            facts: said(review, facts),
        }
    }
}

/// The system that claims to know of the purchase.
pub fn claimed_by(review: &Review) -> Option<&'static str> {
    let is_claimed = review.verification == Verification::Claimed;
    review.origin.platform().name().filter(|_| is_claimed)
}

/// What is shown beside a review's author. The mark of a verified purchase comes first.
pub fn marks(review: &Review, texts: Texts) -> impl Iterator<Item = Mark> {
    let say = |id: &'static str| texts.say(id).to_string();
    let system = claimed_by(review);
    let purchase = match review.verification {
        Verification::Order | Verification::Request => ground(review.verification, texts),
        Verification::Claimed => {
            system.map(|system| ("claimed", texts.say("published-claimed").words("system", system).to_string()))
        }
        Verification::None if review.origin.is_imported() => None,
        Verification::None => Some(("unknown", say("published-unknown"))),
    };
    let experienced = review.experienced_at.map(|day| {
        let month = texts.month(day.year(), day.month());
        // The day that a file gives need not be a delivery's.
        let id = if review.origin.is_imported() { "published-experience" } else { "published-experienced" };
        ("experienced", texts.say(id).words("month", &month).to_string())
    });
    let marked = |is: bool, class, id| is.then(|| (class, say(id)));
    let incentivized = marked(review.incentivized, "incentivized", "published-incentivized");
    let is_from_elsewhere = review.origin.is_imported() && !review.origin.is_from_shop();
    let imported = marked(is_from_elsewhere, "imported", "published-imported");
    let edited = review.edited.at.map(|at| {
        let date = day(texts, at);
        ("edited", texts.say("published-edited").words("date", &date).to_string())
    });
    [purchase, experienced, incentivized, imported, edited].into_iter().flatten()
}

pub fn photos(review: &Review) -> impl Iterator<Item = (PhotoId, Size)> {
    review.photos.iter().filter_map(|photo| Some((photo.id, photo.size?)))
}

/// What the author of a review tapped, in the shop's present words.
pub fn said(review: &Review, facts: Option<&Facts>) -> Vec<(String, String)> {
    let said = facts.map(|facts| facts.said(&review.taps)).unwrap_or_default();
    said.into_iter().map(|(question, answer)| (question.to_owned(), answer.to_owned())).collect()
}

/// The mark of what this installation itself knows of a purchase.
fn ground(verification: Verification, texts: Texts) -> Option<Mark> {
    let (class, id) = match verification {
        Verification::Order => ("verified", "published-order"),
        Verification::Request => ("asked", "published-request"),
        Verification::Claimed | Verification::None => return None,
    };
    Some((class, texts.say(id).to_string()))
}

/// The ground that all reviews of a list have.
pub fn common_ground(counts: &ReviewCounts, texts: Texts) -> Option<Mark> {
    ground(counts.common_verification()?, texts)
}
