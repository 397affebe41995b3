//! `POST /review/hub/draft`: one item's form, kept as it stands and not sent.

use std::sync::Arc;

use app::chat::SaveOutcome;
use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use domain::{DraftChange, Fault, Rating, ReviewDraft, Subject, chat};
use edge::{Fields, form};

use crate::Parts;
use crate::chat::{form_of, question};
use crate::form::Name;
use crate::language::Preferred;
use crate::openapi::DraftForm;
use crate::respond::{Failure, see_other, unknown};
use crate::view::dead_link;

/// Keep a form unsent
///
/// As typed, whatever it is; then on to the questions, or back with the answers added.
#[utoipa::path(
    post, path = "/review/hub/draft", operation_id = "keepDraft",
    request_body(content = DraftForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "It is kept.", headers(("Location" = String, description = "The questions, or the form."))),
        (status = 404), (status = 410),
    ),
)]
pub(crate) async fn keep(
    State(parts): State<Arc<Parts>>,
    preferred: Preferred,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body).await?;
    let token = fields.text("token");
    let Some(item) = fields.number("item") else {
        return Ok(unknown());
    };
    let adds = adds(&fields);
    Ok(match parts.hub.keep(token, item, as_it_stands(&fields), parts.clock.now()).await? {
        Some(SaveOutcome::Saved(_)) if adds => see_other(&form_of(token, item)),
        // Who has answered everything comes to change it, from the first.
        Some(SaveOutcome::Saved(unsent)) => {
            see_other(&question(token, item, chat::next(&unsent.turns).is_none().then_some(0)))
        }
        Some(SaveOutcome::Refused(dead)) => dead_link(&dead, token, preferred),
        Some(SaveOutcome::Invalid(_)) | None => unknown(),
    })
}

fn adds(fields: &Fields) -> bool {
    fields.text("then") == "add"
}

/// An item's form as it stands, to be kept.
pub(crate) fn as_it_stands(fields: &Fields) -> impl Fn(&Subject, &ReviewDraft) -> Result<DraftChange, Fault> {
    let name = Name::new(fields.text("shown_as"), fields.text("display_name"));
    let (adds, taken) = (adds(fields), fields.text("taken") == "1");
    move |_, unsent| {
        let draft = Some(unsent.suggested_text().text().to_owned()).filter(|draft| !draft.is_empty());
        let typed = fields.text("text").replace("\r\n", "\n");
        Ok(DraftChange::Form {
            text: match &draft {
                Some(draft) if adds => format!("{}\n\n{draft}", typed.trim_end()).trim_start().to_owned(),
                Some(_) | None => typed,
            },
            rating: Rating::parse(fields.text("rating")).ok(),
            display_name: name.chosen.to_owned(),
            other_name: name.typed.to_owned(),
            taken: draft.filter(|_| adds || taken),
        })
    }
}
