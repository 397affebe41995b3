//! Decisions about a review: publish, withhold, answer and undo. Each form contains the revision that its page showed,
//! so that another person's decision is shown and not overwritten.

use app::error::Error;
use app::review::Verdict;
use axum::response::Response;
use domain::review::{Kept, ReplyText, Review, WithholdReason, Withholding};
use domain::values::ReviewId;
use edge::body::Fields;
use jiff::Timestamp;

use super::query::ListQuery;
use super::show::{Refused, Wrong, is_reachable, render};
use super::{QUEUE, address, author, to_answer};
use crate::click::Click;
use crate::form::{Flash, Served};

/// The maximum length of a note, in characters, as in the API.
const NOTE_MAX: usize = 500;

impl Click<ReviewId> {
    /// Decides, if the review has the revision that the page showed. A form without a revision is not ours, and matches none.
    async fn decide(&self, verdict: &Verdict, text: impl FnOnce(&Review) -> &'static str) -> Served {
        let Self { parts, viewer, id, fields } = self;
        let shown = fields.text("revision").parse().unwrap_or_default();
        match parts.moderate.decide(&viewer.caller(), *id, verdict, Some(&[shown]), viewer.now).await {
            Ok(review) => {
                // What was decided before and can still be undone is not this.
                let undo = review.undo.as_ref().filter(|_| !matches!(verdict, Verdict::Keep(_)));
                Ok(self.done(&review, text(&review), undo.map(|undo| undo.until)))
            }
            Err(Error::RevisionConflict | Error::NoPendingEdit | Error::OfInsider) => self.refuse(Wrong::Changed).await,
            Err(error) => Err(error.into()),
        }
    }

    /// The review's page with the form's input, because nothing was done.
    async fn refuse(&self, wrong: Wrong) -> Served {
        let Self { parts, viewer, id, fields } = self;
        render(parts, viewer, *id, fields.find(QUEUE).is_some(), Some(Refused { wrong, fields })).await
    }

    /// Redirects to the list with its filters, else to the next review that waits for a decision or for an answer, else to the
    /// review's page. The message offers to undo the decision while that is possible.
    fn done(&self, review: &Review, text: &'static str, undo_until: Option<Timestamp>) -> Response {
        let author = author(self.viewer.texts, review);
        let mut flash = Flash::new(self.viewer.texts.say(text).with("author", &author));
        let list = self.fields.find("list").map(|list| ListQuery::read(&Fields::of_query(Some(list))));
        if let Some(until) = undo_until {
            let (revision, list) = (review.revision.to_string(), list.as_ref().map(ListQuery::write));
            let mut fields = vec![("revision", revision.as_str())];
            fields.extend(list.as_deref().map(|list| ("list", list)));
            flash = flash.with_undo(format!("{}/undo", address(self.id)), &fields, Some(until));
        }
        let next = self.fields.find("next").and_then(|next| ReviewId::parse(next).ok());
        let to = match (list, next, self.fields.find(QUEUE)) {
            (Some(list), ..) => list.path(),
            (None, Some(next), Some(_)) => to_answer(next),
            (None, None, Some(_)) => ListQuery::unanswered().path(),
            (None, next, None) => address(next.unwrap_or(self.id)),
        };
        flash.then(&to)
    }
}

/// The reason and the note of a form that withholds.
pub(crate) fn withholding(fields: &Fields) -> Result<Withholding, Wrong> {
    let word = fields.text("reason");
    let reason = WithholdReason::NAMED.into_iter().find(|reason| reason.as_str() == word).ok_or(Wrong::Reason)?;
    let note = fields.text("note").trim();
    if note.chars().count() > NOTE_MAX || note.chars().any(char::is_control) {
        return Err(Wrong::Note);
    }
    let note = Some(note.to_owned()).filter(|note| !note.is_empty());
    Ok(Withholding { reason, note })
}

pub(crate) async fn publish(click: Click<ReviewId>) -> Served {
    click.decide(&Verdict::Publish(None), |_| "review-done-published").await
}

pub(crate) async fn withhold(click: Click<ReviewId>) -> Served {
    match withholding(&click.fields) {
        Ok(why) => {
            let told = |review: &Review| match is_reachable(review) {
                true => "review-done-withheld-notification",
                false => "review-done-withheld",
            };
            click.decide(&Verdict::Withhold(why), told).await
        }
        Err(wrong) => click.refuse(wrong).await,
    }
}

/// Drops an edit. The published version stays.
pub(crate) async fn drop_edit(click: Click<ReviewId>) -> Served {
    match withholding(&click.fields) {
        Ok(why) => click.decide(&Verdict::DropEdit(why), |_| "review-done-edit-dropped").await,
        Err(wrong) => click.refuse(wrong).await,
    }
}

/// Decides that a reported review stays. The reason is sent to the readers who left an address.
pub(crate) async fn keep(click: Click<ReviewId>) -> Served {
    let reason = click.fields.text("kept").trim();
    if reason.is_empty() || reason.chars().count() > Kept::REASON_MAX || reason.chars().any(char::is_control) {
        return click.refuse(Wrong::Kept).await;
    }
    click.decide(&Verdict::Keep(reason.to_owned()), |_| "review-done-kept").await
}

pub(crate) async fn reply(click: Click<ReviewId>) -> Served {
    let Ok(text) = ReplyText::parse(click.fields.text("text")) else { return click.refuse(Wrong::Reply).await };
    let is_first = click.fields.text("first") == "true";
    let told = |review: &Review| match is_first && is_reachable(review) {
        true => "review-done-replied-notification",
        false => "review-done-replied",
    };
    click.decide(&Verdict::Reply(text), told).await
}

pub(crate) async fn remove_reply(click: Click<ReviewId>) -> Served {
    click.decide(&Verdict::RemoveReply, |_| "review-done-reply-removed").await
}

pub(crate) async fn undo(click: Click<ReviewId>) -> Served {
    click.decide(&Verdict::Undo, |_| "review-done-undone").await
}
