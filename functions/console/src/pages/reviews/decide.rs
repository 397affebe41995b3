//! Decisions about a review: publish, withhold, answer and undo. Each form contains the revision that its page showed,
//! so that another person's decision is shown and not overwritten.

use app::review::Decision;
use domain::review::{Kept, Origin, ReplyText, Review, WithholdReason};
use domain::values::ReviewId;
use edge::body::Fields;
use edge::http::Segment;

use super::query::ListQuery;
use super::show::{Refused, Wrong, render};
use super::{address, author};
use crate::form::{Failure, Flash, Form, Served};
use crate::parts::{Parts, SharedParts, Viewer};

/// The maximum length of a note, in characters, as in the API.
const NOTE_MAX: usize = 500;

struct Click<'a> {
    parts: &'a Parts,
    viewer: &'a Viewer,
    id: ReviewId,
    fields: &'a Fields,
}

impl<'a> Click<'a> {
    fn new(parts: &'a Parts, viewer: &'a Viewer, id: &str, fields: &'a Fields) -> Result<Self, Failure> {
        let id = ReviewId::parse(id).map_err(|_| Failure::NotFound)?;
        Ok(Self { parts, viewer, id, fields })
    }

    /// The revision that the page showed. A form without a revision is not ours, and matches no revision.
    fn expected(&self) -> [u32; 1] {
        [self.fields.text("revision").parse().unwrap_or_default()]
    }

    /// Withholds the review, or drops its edit, for the chosen reason.
    async fn reject(&self, is_about_edit: bool, text: impl FnOnce(&Review) -> &'static str) -> Served {
        let decision = match withholding(self.fields) {
            Ok(decision) => Decision { is_about_edit, ..decision },
            Err(wrong) => return self.refuse(wrong).await,
        };
        let (moderate, caller) = (&self.parts.moderate, self.viewer.caller());
        let done = moderate.reject(&caller, self.id, &decision, Some(&self.expected()), self.viewer.now).await;
        self.done(done, text).await
    }

    /// The review's page with the form's input, because nothing was done.
    async fn refuse(&self, wrong: Wrong) -> Served {
        render(self.parts, self.viewer, self.id, Some(Refused { wrong, fields: self.fields })).await
    }

    /// Redirects to the list with its filters, else to the next waiting review, else to the review's page. The message
    /// offers to undo the decision while that is possible.
    async fn done(
        &self,
        result: Result<Review, app::error::Error>,
        text: impl FnOnce(&Review) -> &'static str,
    ) -> Served {
        let review = match result {
            Ok(review) => review,
            Err(
                app::error::Error::RevisionConflict | app::error::Error::NoPendingEdit | app::error::Error::OfInsider,
            ) => {
                return self.refuse(Wrong::Changed).await;
            }
            Err(error) => return Err(error.into()),
        };
        let author = author(self.viewer.texts, &review);
        let mut flash = Flash::new(self.viewer.texts.say(text(&review)).with("author", &author));
        let list = self.fields.find("list").map(|list| ListQuery::read(Some(list)));
        if let Some(undo) = &review.undo {
            let (revision, list) = (review.revision.to_string(), list.as_ref().map(ListQuery::write));
            let mut fields = vec![("revision", revision.as_str())];
            fields.extend(list.as_deref().map(|list| ("list", list)));
            flash = flash.with_undo(format!("{}/undo", address(self.id)), &fields).until(undo.until);
        }
        let next = self.fields.find("next").and_then(|next| ReviewId::parse(next).ok());
        Ok(flash.then(&list.map_or_else(|| address(next.unwrap_or(self.id)), |list| list.path())))
    }
}

/// The reason and the note of a form that withholds.
pub(super) fn withholding(fields: &Fields) -> Result<Decision, Wrong> {
    let word = fields.text("reason");
    let reason = WithholdReason::NAMED.into_iter().find(|reason| reason.as_str() == word).ok_or(Wrong::Reason)?;
    let note = fields.text("note").trim();
    if note.chars().count() > NOTE_MAX || note.chars().any(char::is_control) {
        return Err(Wrong::Note);
    }
    let note = Some(note.to_owned()).filter(|note| !note.is_empty());
    Ok(Decision { reason: Some(reason), note, is_about_edit: false })
}

/// Whether the author gets an email about a decision. Authors who got a request have an address.
pub(super) const fn is_reachable(review: &Review) -> bool {
    matches!(review.fields().origin, Origin::Hub { .. })
}

pub(crate) async fn publish(parts: SharedParts, viewer: Viewer, Segment(id): Segment, Form(fields): Form) -> Served {
    let click = Click::new(&parts, &viewer, &id, &fields)?;
    let (caller, decision) = (viewer.caller(), Decision::default());
    let done = parts.moderate.approve(&caller, click.id, &decision, Some(&click.expected()), viewer.now).await;
    click.done(done, |_| "review-done-published").await
}

pub(crate) async fn withhold(parts: SharedParts, viewer: Viewer, Segment(id): Segment, Form(fields): Form) -> Served {
    let click = Click::new(&parts, &viewer, &id, &fields)?;
    let text = |review: &Review| {
        if is_reachable(review) { "review-done-withheld-notification" } else { "review-done-withheld" }
    };
    click.reject(false, text).await
}

/// Drops an edit. The published version stays.
pub(crate) async fn drop_edit(parts: SharedParts, viewer: Viewer, Segment(id): Segment, Form(fields): Form) -> Served {
    let click = Click::new(&parts, &viewer, &id, &fields)?;
    click.reject(true, |_| "review-done-edit-dropped").await
}

/// Decides that a reported review stays. The reason is sent to the readers who left an address.
pub(crate) async fn keep(parts: SharedParts, viewer: Viewer, Segment(id): Segment, Form(fields): Form) -> Served {
    let click = Click::new(&parts, &viewer, &id, &fields)?;
    let reason = fields.text("kept").trim();
    if reason.is_empty() || reason.chars().count() > Kept::REASON_MAX || reason.chars().any(char::is_control) {
        return click.refuse(Wrong::Kept).await;
    }
    let done = parts.moderate.keep(&viewer.caller(), click.id, reason, Some(&click.expected()), viewer.now).await;
    let review = match done {
        Ok(review) => review,
        Err(app::error::Error::RevisionConflict) => return click.refuse(Wrong::Changed).await,
        Err(error) => return Err(error.into()),
    };
    let author = author(viewer.texts, &review);
    Ok(Flash::new(viewer.texts.say("review-done-kept").with("author", &author)).then(&address(click.id)))
}

pub(crate) async fn reply(parts: SharedParts, viewer: Viewer, Segment(id): Segment, Form(fields): Form) -> Served {
    let click = Click::new(&parts, &viewer, &id, &fields)?;
    let Ok(text) = ReplyText::parse(fields.text("text")) else { return click.refuse(Wrong::Reply).await };
    let is_first = fields.text("first") == "true";
    let done = parts.moderate.reply(&viewer.caller(), click.id, &text, Some(&click.expected()), viewer.now).await;
    let text = |review: &Review| match is_first && is_reachable(review) {
        true => "review-done-replied-notification",
        false => "review-done-replied",
    };
    click.done(done, text).await
}

pub(crate) async fn remove_reply(
    parts: SharedParts,
    viewer: Viewer,
    Segment(id): Segment,
    Form(fields): Form,
) -> Served {
    let click = Click::new(&parts, &viewer, &id, &fields)?;
    let done = parts.moderate.remove_reply(&viewer.caller(), click.id, Some(&click.expected()), viewer.now).await;
    click.done(done, |_| "review-done-reply-removed").await
}

pub(crate) async fn undo(parts: SharedParts, viewer: Viewer, Segment(id): Segment, Form(fields): Form) -> Served {
    let click = Click::new(&parts, &viewer, &id, &fields)?;
    let done = parts.moderate.take_back(&viewer.caller(), click.id, Some(&click.expected()), viewer.now).await;
    click.done(done, |_| "review-done-undone").await
}
