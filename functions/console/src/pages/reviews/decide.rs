//! Decisions about a review: published, withheld, answered, and taken back. Each form carries the revision that its page
//! showed: what somebody else decided since is shown, and not overwritten.

use std::sync::Arc;

use app::review::Decision;
use axum::extract::State;
use axum::response::Response;
use domain::{Origin, ReplyText, Review, ReviewId, WithholdReason};
use edge::{Fields, Segment};

use super::query::ListQuery;
use super::show::{Wrong, render};
use super::{HERE, address};
use crate::failure::Failure;
use crate::flash::Flash;
use crate::form::Form;
use crate::member::Member;
use crate::parts::Parts;

/// The longest note, in characters, as in the API.
const NOTE_MAX: usize = 500;

/// A form about a review.
struct Click<'a> {
    parts: &'a Parts,
    member: &'a Member,
    id: ReviewId,
    fields: &'a Fields,
}

impl<'a> Click<'a> {
    fn new(parts: &'a Parts, member: &'a Member, id: &str, fields: &'a Fields) -> Result<Self, Failure> {
        let id = ReviewId::parse(id).map_err(|_| Failure::NotFound)?;
        Ok(Self { parts, member, id, fields })
    }

    /// The revision that the page showed. A form without one was not made by a page of ours, and expects none.
    fn expected(&self) -> [u32; 1] {
        [self.fields.text("revision").parse().unwrap_or_default()]
    }

    /// The reason that was chosen, and the note.
    fn decision(&self, is_about_edit: bool) -> Option<Decision> {
        let word = self.fields.text("reason");
        let reason = WithholdReason::NAMED.into_iter().find(|reason| reason.as_str() == word)?;
        let note: String = self.fields.text("note").trim().chars().take(NOTE_MAX).collect();
        let note = note.replace('\r', "");
        let is_plain = !note.chars().any(|c| c.is_control() && c != '\n' && c != '\t');
        Some(Decision {
            reason: Some(reason),
            note: Some(note).filter(|note| is_plain && !note.is_empty()),
            is_about_edit,
        })
    }

    /// Back to the list with its filters, or to the review's page; with the way back, while there is one.
    async fn done(
        &self,
        result: Result<Review, app::Error>,
        text: impl FnOnce(&Review) -> &'static str,
    ) -> Result<Response, Failure> {
        let review = match result {
            Ok(review) => review,
            Err(app::Error::RevisionConflict | app::Error::NoPendingEdit) => {
                return render(self.parts, self.member, self.id, Some(Wrong::Changed), None).await;
            }
            Err(error) => return Err(error.into()),
        };
        let mut flash = Flash::new(self.member.texts.say(text(&review)));
        let list = self.fields.find("list").map(|list| ListQuery::read(Some(list)).write());
        if review.can_be_taken_back(self.member.now) {
            let revision = review.revision.to_string();
            let mut fields = vec![("revision", revision.as_str())];
            fields.extend(list.as_deref().map(|list| ("list", list)));
            flash = flash.with_undo(format!("{}/undo", address(self.id)), &fields);
        }
        Ok(flash.then(&list.map_or_else(|| address(self.id), |list| format!("{HERE}?{list}"))))
    }
}

/// Whether the author gets an email about what is decided: who was asked left an address.
const fn is_reachable(review: &Review) -> bool {
    matches!(review.fields().origin, Origin::Hub { .. })
}

pub(crate) async fn publish(
    State(parts): State<Arc<Parts>>,
    member: Member,
    Segment(id): Segment,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let click = Click::new(&parts, &member, &id, &fields)?;
    let (caller, decision) = (member.caller(), Decision::default());
    let done = parts.moderate.approve(&caller, click.id, &decision, Some(&click.expected()), member.now).await;
    click.done(done, |_| "review-done-published").await
}

pub(crate) async fn withhold(
    State(parts): State<Arc<Parts>>,
    member: Member,
    Segment(id): Segment,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let click = Click::new(&parts, &member, &id, &fields)?;
    let Some(decision) = click.decision(false) else {
        return render(&parts, &member, click.id, Some(Wrong::Reason), None).await;
    };
    let done = parts.moderate.reject(&member.caller(), click.id, &decision, Some(&click.expected()), member.now).await;
    let text =
        |review: &Review| if is_reachable(review) { "review-done-withheld-letter" } else { "review-done-withheld" };
    click.done(done, text).await
}

/// Drops a later version; what is public stays so.
pub(crate) async fn drop_edit(
    State(parts): State<Arc<Parts>>,
    member: Member,
    Segment(id): Segment,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let click = Click::new(&parts, &member, &id, &fields)?;
    let Some(decision) = click.decision(true) else {
        return render(&parts, &member, click.id, Some(Wrong::Reason), None).await;
    };
    let done = parts.moderate.reject(&member.caller(), click.id, &decision, Some(&click.expected()), member.now).await;
    click.done(done, |_| "review-done-edit-dropped").await
}

pub(crate) async fn reply(
    State(parts): State<Arc<Parts>>,
    member: Member,
    Segment(id): Segment,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let click = Click::new(&parts, &member, &id, &fields)?;
    let typed = fields.text("text");
    let Ok(text) = ReplyText::parse(typed) else {
        return render(&parts, &member, click.id, Some(Wrong::Reply), Some(typed)).await;
    };
    let is_first = fields.text("first") == "true";
    let done = parts.moderate.reply(&member.caller(), click.id, &text, Some(&click.expected()), member.now).await;
    if let Err(app::Error::RevisionConflict) = done {
        // What was typed is not lost.
        return render(&parts, &member, click.id, Some(Wrong::Changed), Some(typed)).await;
    }
    let text = |review: &Review| match is_first && is_reachable(review) {
        true => "review-done-replied-letter",
        false => "review-done-replied",
    };
    click.done(done, text).await
}

pub(crate) async fn remove_reply(
    State(parts): State<Arc<Parts>>,
    member: Member,
    Segment(id): Segment,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let click = Click::new(&parts, &member, &id, &fields)?;
    let done = parts.moderate.remove_reply(&member.caller(), click.id, Some(&click.expected()), member.now).await;
    click.done(done, |_| "review-done-reply-removed").await
}

pub(crate) async fn undo(
    State(parts): State<Arc<Parts>>,
    member: Member,
    Segment(id): Segment,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let click = Click::new(&parts, &member, &id, &fields)?;
    let done = parts.moderate.take_back(&member.caller(), click.id, Some(&click.expected()), member.now).await;
    click.done(done, |_| "review-done-undone").await
}
