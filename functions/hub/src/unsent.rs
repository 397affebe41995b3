//! What was begun and not sent, on the card of its item.

use domain::{Mark, Review, ReviewDraft, ReviewText, TextField, chat};

use crate::pages::{Answers, ItemCard};

/// Shows a form as its customer left it, and what the answers to the questions are good for in it.
pub(crate) fn resume(card: &mut ItemCard, unsent: &ReviewDraft, review: Option<&Review>) {
    let TextField { text, offer, taken } = unsent.text_field(review.map(|review| &review.text));
    // A form sent on to the questions as it was, or kept as it was sent, begins nothing.
    let sent = ReviewText::parse(&text).is_ok_and(|text| text.as_str() == card.text);
    card.unsent =
        !text.trim().is_empty() && !sent || unsent.rating.is_some_and(|rating| card.rating != Some(rating.stars()));
    card.text = text;
    (card.offer, card.taken) = (offer, taken);
    if let Some(rating) = unsent.rating {
        card.rating = Some(rating.stars());
    }
    if let Some(name) = &unsent.display_name {
        card.display_name.clone_from(name);
    }
    if let Some(name) = &unsent.other_name {
        card.other_name.clone_from(name);
    }
    card.answers = match chat::next(&unsent.turns) {
        None => Answers::All,
        Some(_) if unsent.turns.iter().any(|turn| turn.mark != Mark::Open) => Answers::Some,
        Some(_) => Answers::None,
    };
}
