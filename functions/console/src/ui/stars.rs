//! Stars, as characters and in words.

use domain::review::Rating;
use texts::Texts;

/// The stars of a review: `★★★★☆`, and what a screen reader says.
pub(crate) struct Stars {
    pub shown: String,
    pub label: String,
}

impl Stars {
    pub(crate) fn new(texts: Texts, rating: Rating) -> Self {
        let given = usize::from(rating.stars());
        let shown = (1..=5).map(|star| if star <= given { '★' } else { '☆' }).collect();
        Self { shown, label: texts.say("stars").count("count", given).to_string() }
    }
}
