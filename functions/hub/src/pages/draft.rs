//! `POST /review/hub/draft`: saves one item's form without sending it.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::Response;
use domain::{DraftChange, Fault, Language, Rating, ReviewDraft, Subject, questions};
use edge::Field;
use jiff::Timestamp;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::failure::Failure;
use crate::form::{Form, number};
use crate::language::Preferred;
use crate::links;
use crate::pages::card::{ItemErrors, RejectedForm};
use crate::pages::hub::{Visit, show};
use crate::pages::review::{NameFields, fault_message};
use crate::parts::Parts;
use crate::respond::see_other;
use crate::use_cases::{SaveOutcome, Visitor};

const DAY_S: i64 = 24 * 60 * 60;

/// An item's form as typed: but for their length, rules apply only when it is sent.
#[derive(Deserialize, ToSchema)]
pub(crate) struct DraftForm {
    #[schema(value_type = String)]
    pub token: Field<String>,
    /// The item's place in the request, from 0.
    #[schema(value_type = usize)]
    pub item: Field<String>,
    #[schema(value_type = Option<String>)]
    pub rating: Field<String>,
    /// The line above the text as typed. Without the field, it is left as it is.
    #[schema(value_type = Option<String>, max_length = 400)]
    pub headline: Field<String>,
    /// The text as typed.
    #[schema(value_type = Option<String>, max_length = 10000)]
    pub text: Field<String>,
    /// The name to show in public: `name:` and the name, `anonymous`, or `other` for `display_name`. Defaults to
    /// `other`.
    #[schema(value_type = Option<String>)]
    pub shown_as: Field<String>,
    /// Another name to show; blank is anonymous.
    #[schema(value_type = Option<String>, max_length = 200)]
    pub display_name: Field<String>,
    /// `1`: the text was filled with the suggested text.
    #[schema(value_type = Option<String>)]
    pub taken: Field<String>,
    /// `add`: add the suggested text to the text.
    #[schema(value_type = Option<String>)]
    pub then: Field<String>,
}

/// Save a form without sending it
///
/// Redirects to the questions or, with `then`, back to the form with the suggested text added.
#[utoipa::path(
    post, path = "/review/hub/draft", operation_id = "keepDraft",
    request_body(content = DraftForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "Saved.", headers(("Location" = String, description = "The questions, or the form."))),
        (status = 404), (status = 410),
        (status = 422, description = "The page with the form as typed: its text or its name is too long."),
        (status = 429, description = "The page with the form as typed: it was saved too often today."),
    ),
)]
pub(crate) async fn save(
    State(parts): State<Arc<Parts>>,
    preferred: Preferred,
    Form(form): Form<DraftForm>,
) -> Result<Response, Failure> {
    let (token, item) = (form.token.as_str(), number(&form.item)?);
    let draft = match form.save(&parts, item).await? {
        SavedForm::Saved(draft) => draft,
        SavedForm::Rejected(rejected) => return rejected.page(&parts, token, preferred).await,
    };
    if form.adds_suggestion() {
        return Ok(see_other(&links::form(token, item)));
    }
    // A customer who answered every question comes to change the answers, from the first.
    let number = questions::next(&draft.turns).is_none().then_some(0);
    Ok(see_other(&links::question(token, item, number)))
}

/// The result of saving a form.
pub(crate) enum SavedForm {
    /// The item's whole draft.
    Saved(Box<ReviewDraft>),
    /// The form was not saved. Its page has to be shown, or the typed text is lost.
    Rejected(Box<RejectedForm>),
}

impl DraftForm {
    /// Saves the form of this item.
    pub(crate) async fn save(&self, parts: &Parts, item: usize) -> Result<SavedForm, Failure> {
        let saved = parts.hub.save_draft(self.token.as_str(), item, self.change(), parts.clock.now()).await;
        Ok(match saved.map_err(Failure::of_link(self.token.as_str()))? {
            SaveOutcome::Saved(draft) => SavedForm::Saved(draft),
            SaveOutcome::Invalid(fault) => SavedForm::Rejected(Box::new(self.rejected(item, fault))),
        })
    }

    fn adds_suggestion(&self) -> bool {
        self.then.as_str() == "add"
    }

    fn change(&self) -> impl Fn(&Subject, &ReviewDraft, Option<Language>) -> Result<DraftChange, Fault> {
        let (adds, taken) = (self.adds_suggestion(), self.taken.as_str() == "1");
        let name = NameFields::new(&self.shown_as, &self.display_name);
        move |_, draft, _| {
            let suggested =
                Some(draft.suggested_text(texts::phrases).text().to_owned()).filter(|text| !text.is_empty());
            let typed = self.text.as_str().replace("\r\n", "\n");
            let text = match &suggested {
                Some(suggested) if adds => format!("{}\n\n{suggested}", typed.trim_end()).trim_start().to_owned(),
                Some(_) | None => typed,
            };
            if is_longer(&text, ReviewDraft::TEXT_CHARACTERS_MAX) || self.has_long_headline() || self.has_long_name() {
                return Err(Fault::TooLong);
            }
            let headline = (self.headline != Field::Absent).then(|| self.headline.as_str().to_owned());
            Ok(DraftChange::Form {
                headline,
                text,
                rating: Rating::parse(self.rating.as_str()).ok(),
                display_name: name.chosen.to_owned(),
                other_name: name.typed.to_owned(),
                filled_with: suggested.filter(|_| adds || taken),
            })
        }
    }

    fn has_long_headline(&self) -> bool {
        is_longer(self.headline.as_str(), ReviewDraft::HEADLINE_CHARACTERS_MAX)
    }

    fn has_long_name(&self) -> bool {
        let NameFields { chosen, typed, is_lacking: _ } = NameFields::new(&self.shown_as, &self.display_name);
        [chosen, typed].iter().any(|name| is_longer(name, ReviewDraft::NAME_CHARACTERS_MAX))
    }

    /// The form as typed, with what is wrong with it.
    fn rejected(&self, item: usize, fault: Fault) -> RejectedForm {
        let name = NameFields::new(&self.shown_as, &self.display_name);
        let of_name = fault == Fault::TooLong && self.has_long_name();
        let of_headline = fault == Fault::TooLong && self.has_long_headline();
        RejectedForm {
            item,
            rating: Rating::parse(self.rating.as_str()).ok().map(Rating::stars),
            headline: self.headline.as_str().to_owned(),
            text: self.text.as_str().to_owned(),
            display_name: name.chosen.to_owned(),
            lacks_name: name.is_lacking,
            other_name: name.typed.to_owned(),
            errors: ItemErrors {
                rating: None,
                headline: of_headline.then_some("fault-headline"),
                text: (!of_name && !of_headline).then(|| fault_message(fault)),
                display_name: of_name.then_some("fault-name"),
            },
            status: status(fault),
        }
    }
}

/// The status of a page with a form that was not saved.
pub(crate) const fn status(fault: Fault) -> StatusCode {
    match fault {
        Fault::TooOften => StatusCode::TOO_MANY_REQUESTS,
        Fault::Missing | Fault::TooLong | Fault::ControlCharacters => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// The page with the seconds until drafts can be saved, and reviews changed, again: those that are left of the day in UTC.
pub(crate) fn until_tomorrow(mut page: Response, now: Timestamp) -> Response {
    let left = DAY_S - now.as_second().rem_euclid(DAY_S);
    page.headers_mut().insert(RETRY_AFTER, left.into());
    page
}

fn is_longer(text: &str, characters: usize) -> bool {
    text.chars().nth(characters).is_some()
}

impl RejectedForm {
    /// The page with the form. The person has seen it already: showing it again marks nothing.
    pub(crate) async fn page(self, parts: &Parts, token: &str, preferred: Preferred) -> Result<Response, Failure> {
        let status = self.status;
        let visit = Visit { rejected: Some(self), ..Visit::default() };
        let page = show(parts, token, Visitor::Machine, preferred, visit).await?;
        Ok(if status == StatusCode::TOO_MANY_REQUESTS { until_tomorrow(page, parts.clock.now()) } else { page })
    }
}
