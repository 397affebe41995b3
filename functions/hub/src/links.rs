//! URLs of the customer's page and of the questions, to which a form redirects.

use domain::review::{ReviewDraft, questions};

pub(crate) fn hub(token: &str) -> String {
    format!("/review/hub?token={token}")
}

/// The page on which the customer writes to the shop about an item, or about all of them.
pub(crate) fn problem(token: &str, item: Option<usize>) -> String {
    let item = item.map(|item| format!("&item={item}")).unwrap_or_default();
    format!("/review/hub/problem?token={token}{item}")
}

/// The page from which the customer wrote to the shop, with a receipt.
pub(crate) fn told(token: &str, item: Option<usize>) -> String {
    match item {
        Some(item) => format!("/review/hub/chat?token={token}&item={item}&told=1#question"),
        None => format!("/review/hub?token={token}&told=1"),
    }
}

pub(crate) fn form(token: &str, item: usize) -> String {
    format!("/review/hub?token={token}&item={item}#item-{item}")
}

/// The page with a photo's button: a question's, or the item's form.
pub(crate) fn of_photos(token: &str, item: usize, turn: Option<usize>) -> String {
    turn.map_or_else(|| form(token, item), |number| question(token, item, Some(number)))
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
