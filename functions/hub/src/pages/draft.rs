//! `POST /review/hub/draft`: saves one item's form without sending it.

use std::sync::Arc;

use app::hub::SaveOutcome;
use axum::extract::State;
use axum::response::Response;
use domain::{DraftChange, Fault, Rating, ReviewDraft, Subject, questions};
use edge::Field;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::failure::Failure;
use crate::form::{Form, number};
use crate::links;
use crate::pages::review::NameFields;
use crate::parts::Parts;
use crate::respond::see_other;

/// An item's form as typed: rules apply only when it is sent.
#[derive(Deserialize, ToSchema)]
pub(crate) struct DraftForm {
    #[schema(value_type = String)]
    pub token: Field<String>,
    /// The item's place in the request, from 0.
    #[schema(value_type = usize)]
    pub item: Field<String>,
    #[schema(value_type = Option<String>)]
    pub rating: Field<String>,
    /// The text as typed.
    #[schema(value_type = Option<String>)]
    pub text: Field<String>,
    /// Which name is shown in public: `name:` and the name, `anonymous`, or `other` for `display_name`.
    /// Defaults to `other`.
    #[schema(value_type = Option<String>)]
    pub shown_as: Field<String>,
    /// Another name to show; blank is anonymous.
    #[schema(value_type = Option<String>)]
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
/// Any content is valid. Leads to the questions, or back to the form with the suggested text added.
#[utoipa::path(
    post, path = "/review/hub/draft", operation_id = "keepDraft",
    request_body(content = DraftForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "Saved.", headers(("Location" = String, description = "The questions, or the form."))),
        (status = 404), (status = 410),
    ),
)]
pub(crate) async fn save(State(parts): State<Arc<Parts>>, Form(form): Form<DraftForm>) -> Result<Response, Failure> {
    let (token, item) = (form.token.as_str(), number(&form.item)?);
    let draft = form.save(&parts, item).await?;
    if form.adds_suggestion() {
        return Ok(see_other(&links::form(token, item)));
    }
    // A customer who answered every question comes to change the answers, from the first.
    let number = questions::next(&draft.turns).is_none().then_some(0);
    Ok(see_other(&links::question(token, item, number)))
}

impl DraftForm {
    /// Saves the form of this item; returns the item's whole draft.
    pub(crate) async fn save(&self, parts: &Parts, item: usize) -> Result<ReviewDraft, Failure> {
        let saved = parts.hub.save_draft(self.token.as_str(), item, self.change(), parts.clock.now()).await;
        match saved.map_err(Failure::of_link(self.token.as_str()))? {
            SaveOutcome::Saved(draft) => Ok(draft),
            SaveOutcome::Invalid(_) => Err(Failure::Unknown),
        }
    }

    fn adds_suggestion(&self) -> bool {
        self.then.as_str() == "add"
    }

    fn change(&self) -> impl Fn(&Subject, &ReviewDraft) -> Result<DraftChange, Fault> {
        let (adds, taken) = (self.adds_suggestion(), self.taken.as_str() == "1");
        let name = NameFields::new(&self.shown_as, &self.display_name);
        move |_, draft| {
            let suggested = Some(draft.suggested_text().text().to_owned()).filter(|text| !text.is_empty());
            let typed = self.text.as_str().replace("\r\n", "\n");
            Ok(DraftChange::Form {
                text: match &suggested {
                    Some(suggested) if adds => format!("{}\n\n{suggested}", typed.trim_end()).trim_start().to_owned(),
                    Some(_) | None => typed,
                },
                rating: Rating::parse(self.rating.as_str()).ok(),
                display_name: name.chosen.to_owned(),
                other_name: name.typed.to_owned(),
                filled_with: suggested.filter(|_| adds || taken),
            })
        }
    }
}
