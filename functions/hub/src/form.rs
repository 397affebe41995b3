//! `POST /review/hub/review`: one item's form.

use std::sync::Arc;

use app::hub::{Opened, Submission, Submitted, Visitor};
use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::{DisplayName, Fault, Rating, ReviewText};
use edge::form;

use crate::Parts;
use crate::card::{Cards, Rejected, hub_page};
use crate::language::Preferred;
use crate::openapi::ReviewForm;
use crate::pages::ItemErrors;
use crate::respond::{Failure, hub, see_other, unknown};
use crate::view::dead_link;

/// Review one item
///
/// Again: it edits the review.
#[utoipa::path(
    post, path = "/review/hub/review", operation_id = "submitReview",
    request_body(content = ReviewForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "It is kept; the page shows it.", headers(("Location" = String, description = "The page."))),
        (status = 404), (status = 410),
        (status = 422, description = "The page with the form as typed and what is wrong at each field."),
    ),
)]
pub(crate) async fn submit(
    State(parts): State<Arc<Parts>>,
    preferred: Preferred,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body).await?;
    let token = fields.text("token");
    let Some(item) = fields.number("item") else {
        return Ok(unknown());
    };
    match read(
        item,
        fields.text("rating"),
        fields.text("text"),
        Name::new(fields.text("shown_as"), fields.text("display_name")),
    ) {
        Ok(submission) => keep(&parts, token, preferred, &submission).await,
        Err(rejected) => show_again(&parts, token, preferred, *rejected).await,
    }
}

/// Reads the form's fields, or gives them back with what is wrong with each.
fn read(item: usize, rating: &str, text: &str, name: Name<'_>) -> Result<Submission, Box<Rejected>> {
    match (Rating::parse(rating), ReviewText::parse(text), DisplayName::parse(name.chosen)) {
        (Ok(rating), Ok(text), Ok(display_name)) => Ok(Submission { item, rating, text, display_name }),
        (stars, words, display_name) => Err(Box::new(Rejected {
            item,
            rating: stars.as_ref().ok().map(|rating| rating.stars()),
            text: text.to_owned(),
            display_name: name.chosen.to_owned(),
            other_name: name.typed.to_owned(),
            errors: ItemErrors {
                rating: stars.err().map(|_| "fault-rating"),
                text: words.err().map(message_of),
                display_name: display_name.err().map(|_| "fault-name"),
            },
        })),
    }
}

/// The id of the message that says what is wrong with a text.
const fn message_of(fault: Fault) -> &'static str {
    match fault {
        Fault::Missing => "fault-text-missing",
        Fault::TooLong => "fault-text-too-long",
        Fault::ControlCharacters => "fault-text-characters",
    }
}

/// The name to show, as the form tells it: one of the choices, or one typed.
#[derive(Clone, Copy)]
pub(crate) struct Name<'a> {
    /// What the customer wants shown; blank is anonymous.
    pub chosen: &'a str,
    /// What stands in the field for another name, chosen or not.
    pub typed: &'a str,
}

impl<'a> Name<'a> {
    /// Reads the fields `shown_as` and `display_name`. A form without the first means the second.
    pub(crate) fn new(shown_as: &'a str, typed: &'a str) -> Self {
        let chosen = match shown_as {
            "anonymous" => "",
            _ => shown_as.strip_prefix("name:").unwrap_or(typed),
        };
        Self { chosen, typed }
    }
}

async fn keep(parts: &Parts, token: &str, preferred: Preferred, submission: &Submission) -> Result<Response, Failure> {
    let submitted = parts.hub.submit(token, submission, parts.clock.now()).await?;
    Ok(match submitted {
        Some(Submitted::Saved) => see_other(&format!("/review/hub?token={token}&saved={}", submission.item)),
        Some(Submitted::Refused(dead)) => dead_link(&dead, token, preferred),
        None => unknown(),
    })
}

/// The page with the form as typed and its errors at their fields.
async fn show_again(parts: &Parts, token: &str, preferred: Preferred, rejected: Rejected) -> Result<Response, Failure> {
    // The person is on the page already: showing it again marks nothing.
    let opened = parts.hub.open(token, Visitor::Machine, parts.clock.now()).await?;
    Ok(match opened {
        Some(Opened::Page(shown)) if rejected.item < shown.request.items.len() => {
            let cards = Cards { saved: None, open: None, rejected: Some(rejected) };
            let page = hub_page(&shown, token, preferred, cards, parts.clock.now());
            hub(StatusCode::UNPROCESSABLE_ENTITY, &page, parts.hub.bucket.origin())
        }
        Some(Opened::Page(_)) | None => unknown(),
        Some(dead) => dead_link(&dead, token, preferred),
    })
}
