//! The JSON of reviews, one noun a file.

pub(crate) mod body;
pub(crate) mod decision;
pub(crate) mod field;
pub(crate) mod query;

use domain::review::{ReviewPlace, ReviewState};

const APPROVED: &str = "APPROVED";
const REJECTED: &str = "REJECTED";

/// The vendor's word for a state. Reviews that have ended are never shown.
const fn status(state: ReviewState) -> &'static str {
    match state {
        ReviewState::Submitted => "IN_MODERATION",
        ReviewState::Published => APPROVED,
        ReviewState::Withheld | ReviewState::Removed | ReviewState::Withdrawn | ReviewState::Erased => REJECTED,
    }
}

/// The vendor's words for a review's source.
const ORGANIC: &str = "ORGANIC";
const APP: &str = "APP";

const fn origin(place: ReviewPlace) -> &'static str {
    match place {
        ReviewPlace::Item(..) => ORGANIC,
        ReviewPlace::Own(_) => APP,
    }
}
