//! Reviews: the list, one review, and what is decided about it.

mod decide;
mod history;
mod list;
mod query;
mod show;
mod words;

pub(crate) use decide::{drop_edit, publish, remove_reply, reply, undo, withhold};
pub(crate) use list::list;
pub(crate) use show::show;
pub(crate) use words::state_text;

/// The list's address.
pub(crate) const HERE: &str = "/console/reviews";
/// The name in the navigation.
const NAME: &str = "reviews";

/// The name under a review.
pub(crate) fn author(texts: texts::Texts, review: &domain::review::Review) -> String {
    review.shown_name().map_or_else(|| texts.say("review-anonymous").to_string(), ToOwned::to_owned)
}

/// The address of a review's page.
fn address(id: domain::values::ReviewId) -> String {
    format!("{HERE}/{id}")
}
