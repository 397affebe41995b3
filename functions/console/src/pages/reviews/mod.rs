//! Reviews: the list, one review, and its decisions.

mod decide;
mod history;
mod list;
mod marked;
mod query;
mod show;
mod words;

pub(crate) use decide::withholding;
pub(crate) use show::{Wrong, saved_replies};
pub(crate) use words::newest_words;

crate::page::page! {
    get Reader "/console/reviews" => list::list;
    get Reader "/console/reviews/{id}" => show::show;
    post Moderator "/console/reviews/{id}/publish" => decide::publish;
    post Moderator "/console/reviews/{id}/withhold" => decide::withhold;
    post Moderator "/console/reviews/{id}/drop-edit" => decide::drop_edit;
    post Moderator "/console/reviews/{id}/keep" => decide::keep;
    post Moderator "/console/reviews/{id}/reply" => decide::reply;
    post Moderator "/console/reviews/{id}/reply/remove" => decide::remove_reply;
    post Moderator "/console/reviews/{id}/undo" => decide::undo;
    post Moderator "/console/reviews/marked/publish" => marked::publish;
    post Moderator "/console/reviews/marked/withhold" => marked::withhold;
    post Moderator "/console/reviews/marked/undo" => marked::undo;
}

pub(crate) const HERE: &str = "/console/reviews";
const NAME: &str = "reviews";

pub(crate) fn author(texts: texts::Texts, review: &domain::review::Review) -> String {
    review.shown_name().map_or_else(|| texts.say("review-anonymous").to_string(), ToOwned::to_owned)
}

pub(crate) fn address(id: domain::values::ReviewId) -> String {
    format!("{HERE}/{id}")
}

/// A review's page in the queue of those without a reply.
fn to_answer(id: domain::values::ReviewId) -> String {
    format!("{HERE}/{id}?{QUEUE}={UNANSWERED}")
}

/// The name and the value of the filter by replies, and of the queue that it makes.
pub(crate) const QUEUE: &str = "reply";
const UNANSWERED: &str = "none";
