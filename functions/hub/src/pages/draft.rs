//! `POST /review/hub/draft`: saves one item's form without submitting it.

use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::Response;
use domain::request::Subject;
use domain::review::{Answer, DraftChange, ReviewDraft, questions};
use domain::values::{Fault, Language};
use jiff::Timestamp;

use crate::pages::answer::{self, Pressed};
use crate::pages::hub::{Visit, show};
use crate::pages::item_form::{DraftForm, RejectedForm};
use crate::respond::{Failure, Form, Preferred, Served, number, see_other, text};
use crate::use_cases::{SaveOutcome, Visitor};
use crate::{Parts, SharedParts, links};

const DAY_S: i64 = 24 * 60 * 60;

/// Save a form without sending it
///
/// Saves the form and redirects to the questions; with `begin`, to the first, with this answer. With `then`, redirects to
/// the form with the suggested text added, or to the submitted review.
#[utoipa::path(
    post, path = "/review/hub/draft", operation_id = "keepDraft",
    request_body(content = DraftForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "Saved.", headers(("Location" = String, description = "The questions, or the form."))),
        (status = 404), (status = 410),
        (status = 422, description = "The text or the name is too long. The page shows the form as it was typed."),
        (status = 429, description = "The page with the form as typed, because the form was saved too often today."),
    ),
)]
pub(crate) async fn save(parts: SharedParts, preferred: Preferred, Form(form): Form<DraftForm>) -> Served {
    let (token, item) = (text(&form.token), number(&form.item)?);
    if text(&form.then) == "cancel" {
        let now = parts.clock.now();
        parts.hub.discard_changes(token, item, now).await.map_err(Failure::of_link(token))?;
        return Ok(see_other(&links::sent(token, item)));
    }
    let draft = match form.save(&parts, item).await? {
        SavedForm::Saved(draft) => draft,
        SavedForm::Rejected(rejected) => return rejected.page(&parts, token, preferred).await,
    };
    if let Some(chip) = &form.begin {
        // The customer began to answer, and goes on beside the question.
        let begun = draft.turns.iter().find(|turn| turn.number == 0).and_then(|turn| turn.answer.as_ref());
        let typed = begun.map_or("", Answer::as_str);
        answer::save(&parts, token, (item, 0), preferred, typed, Pressed::Chip(chip)).await?;
        return Ok(see_other(&links::question(token, item, Some(0))));
    }
    if form.adds_suggestion() {
        return Ok(see_other(&links::form(token, item)));
    }
    // Every question is answered, so the customer wants to change answers, beginning with the first.
    let number = questions::next(&draft.turns).is_none().then_some(0);
    Ok(see_other(&links::question(token, item, number)))
}

pub(crate) enum SavedForm {
    Saved(Box<ReviewDraft>),
    /// The form was not saved. Its page must be shown, because otherwise the input is lost.
    Rejected(Box<RejectedForm>),
}

impl DraftForm {
    pub(crate) async fn save(&self, parts: &Parts, item: usize) -> Result<SavedForm, Failure> {
        let saved = parts.hub.save_draft(text(&self.token), item, self.decide(), parts.clock.now()).await;
        Ok(match saved.map_err(Failure::of_link(text(&self.token)))? {
            SaveOutcome::Saved(draft) => SavedForm::Saved(draft),
            SaveOutcome::Invalid(fault) => SavedForm::Rejected(Box::new(self.rejected(item, fault))),
        })
    }

    fn adds_suggestion(&self) -> bool {
        text(&self.then) == "add"
    }

    fn decide(&self) -> impl Fn(&Subject, &ReviewDraft, Option<Language>) -> Result<DraftChange, Fault> {
        let (adds, taken) = (self.adds_suggestion(), text(&self.taken) == "1");
        move |_, draft, _| {
            let suggested = Some(draft.suggested_text(texts::phrases)).filter(|text| !text.is_empty());
            let typed = text(&self.text).replace("\r\n", "\n");
            let text = match &suggested {
                Some(suggested) if adds => format!("{}\n\n{suggested}", typed.trim_end()).trim_start().to_owned(),
                Some(_) | None => typed,
            };
            self.change(text, suggested.filter(|_| adds || taken))
        }
    }

    fn rejected(&self, item: usize, fault: Fault) -> RejectedForm {
        RejectedForm { item, form: self.content(), errors: self.errors(fault), status: status(fault) }
    }
}

pub(crate) const fn status(fault: Fault) -> StatusCode {
    match fault {
        Fault::TooOften => StatusCode::TOO_MANY_REQUESTS,
        Fault::Missing | Fault::TooLong => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// The page with `Retry-After`: the seconds until midnight in UTC. From then on, drafts can be saved, reviews changed
/// and photos added again.
pub(crate) fn until_tomorrow(mut page: Response, now: Timestamp) -> Response {
    let left = DAY_S - now.as_second().rem_euclid(DAY_S);
    page.headers_mut().insert(RETRY_AFTER, left.into());
    page
}

impl RejectedForm {
    /// The page with the form. The person has already seen the page, so it does not count as another visit.
    pub(crate) async fn page(self, parts: &Parts, token: &str, preferred: Preferred) -> Served {
        let status = self.status;
        let visit = Visit { rejected: Some(self), ..Visit::default() };
        let page = show(parts, token, Visitor::Machine, preferred, visit).await?;
        Ok(if status == StatusCode::TOO_MANY_REQUESTS { until_tomorrow(page, parts.clock.now()) } else { page })
    }
}
