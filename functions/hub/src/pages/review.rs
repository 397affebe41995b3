//! `POST /review/hub/review`: submits one item's form as a review.

use axum::http::StatusCode;

use crate::failure::{Failure, Served};
use crate::pages::card::RejectedForm;
use crate::pages::item_form::{ItemErrors, ReviewForm};
use crate::respond::{Form, Preferred, number, see_other, text};
use crate::use_cases::SubmitOutcome;
use crate::{SharedParts, links};

/// The message for a review that was changed too often today.
pub(crate) const TOO_OFTEN: &str = "fault-changed-too-often";

/// Review one item
///
/// If the item already has a review, the form changes the review.
#[utoipa::path(
    post, path = "/review/hub/review", operation_id = "submitReview",
    request_body(content = ReviewForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "Saved.", headers(("Location" = String, description = "The page, with the review."))),
        (status = 404), (status = 410),
        (status = 422, description = "The page with the form as typed, and an error at each invalid field."),
        (status = 429, description = "The page with the form as typed, because the review was changed too often today."),
    ),
)]
pub(crate) async fn submit(parts: SharedParts, preferred: Preferred, Form(form): Form<ReviewForm>) -> Served {
    let token = text(&form.token);
    let item = number(&form.item)?;
    let (status, errors) = match form.parse(item) {
        Ok(submission) => {
            let submitted = parts.hub.submit(token, &submission, preferred.0, parts.clock.now()).await;
            match submitted.map_err(Failure::of_link(token))? {
                SubmitOutcome::Saved => return Ok(see_other(&links::thanks(token, item))),
                SubmitOutcome::TooOften => {
                    (StatusCode::TOO_MANY_REQUESTS, ItemErrors { text: Some(TOO_OFTEN), ..ItemErrors::default() })
                }
            }
        }
        Err(errors) => (StatusCode::UNPROCESSABLE_ENTITY, errors),
    };
    let rejected = RejectedForm { item, form: form.content(), errors, status };
    rejected.page(&parts, token, preferred).await
}
