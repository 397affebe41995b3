//! URLs of the customer's page and of the questions, to which a form redirects.

use domain::review::{ReviewDraft, questions};

pub(crate) fn form(token: &str, item: usize) -> String {
    format!("/review/hub?token={token}&item={item}#item-{item}")
}

pub(crate) fn thanks(token: &str, item: usize) -> String {
    format!("/review/hub?token={token}&saved={item}")
}

/// The page with the form of an item whose review was withdrawn.
pub(crate) fn withdrawn(token: &str, item: usize) -> String {
    format!("/review/hub?token={token}&withdrawn={item}")
}

/// The page with an item's review as submitted.
pub(crate) fn sent(token: &str, item: usize) -> String {
    format!("/review/hub?token={token}#item-{item}")
}

/// The page of a question about an item: the question with this number, else the first unanswered one.
pub(crate) fn question(token: &str, item: usize, number: Option<usize>) -> String {
    let turn = number.map(|number| format!("&turn={number}")).unwrap_or_default();
    format!("/review/hub/chat?token={token}&item={item}{turn}#question")
}

/// The page of the next unanswered question about an item, or the item's form if there is none.
pub(crate) fn next_question(token: &str, item: usize, draft: &ReviewDraft) -> String {
    match questions::next(&draft.turns) {
        Some(_) => question(token, item, None),
        None => form(token, item),
    }
}
