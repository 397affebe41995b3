//! `POST /review/hub/review`: sends one item's form as a review.

use std::sync::Arc;

use app::hub::Submission;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::{DisplayName, Fault, Headline, Patch, Rating, ReviewText};
use edge::Field;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::failure::Failure;
use crate::form::{Form, number};
use crate::language::Preferred;
use crate::links;
use crate::pages::card::{ItemErrors, RejectedForm};
use crate::parts::Parts;
use crate::respond::see_other;

#[derive(Deserialize, ToSchema)]
pub(crate) struct ReviewForm {
    #[schema(value_type = String)]
    token: Field<String>,
    /// The item's place in the request, from 0.
    #[schema(value_type = usize)]
    item: Field<String>,
    #[schema(value_type = u8, minimum = 1, maximum = 5)]
    rating: Field<String>,
    /// A line above the text; blank for none. Without the field, an edit leaves it as it is.
    #[schema(value_type = Option<String>, max_length = 200)]
    headline: Field<String>,
    #[schema(value_type = String, min_length = 1, max_length = 5000)]
    text: Field<String>,
    /// Which name is shown in public: `name:` and the name, `anonymous`, or `other` for `display_name`.
    /// Defaults to `other`.
    #[schema(value_type = Option<String>)]
    shown_as: Field<String>,
    /// Another name to show. Blank is anonymous, unless `shown_as` is `other`.
    #[schema(value_type = String, max_length = 60)]
    display_name: Field<String>,
}

/// Review one item
///
/// Sent again, it edits the review.
#[utoipa::path(
    post, path = "/review/hub/review", operation_id = "submitReview",
    request_body(content = ReviewForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "Saved.", headers(("Location" = String, description = "The page, with the review."))),
        (status = 404), (status = 410),
        (status = 422, description = "The page with the form as typed and an error at each invalid field."),
    ),
)]
pub(crate) async fn submit(
    State(parts): State<Arc<Parts>>,
    preferred: Preferred,
    Form(form): Form<ReviewForm>,
) -> Result<Response, Failure> {
    let token = form.token.as_str();
    match form.parse(number(&form.item)?) {
        Ok(submission) => {
            let submitted = parts.hub.submit(token, &submission, parts.clock.now()).await;
            submitted.map_err(Failure::of_link(token))?;
            Ok(see_other(&links::thanks(token, submission.item)))
        }
        Err(rejected) => rejected.page(&parts, token, preferred).await,
    }
}

impl ReviewForm {
    /// The review, or the form with an error at each invalid field.
    fn parse(&self, item: usize) -> Result<Submission, Box<RejectedForm>> {
        let Self { token: _, item: _, rating, headline, text, shown_as, display_name } = self;
        let name = NameFields::new(shown_as, display_name);
        let (stars, line) = (Rating::parse(rating.as_str()), parse_headline(headline));
        match (stars, line, ReviewText::parse(text.as_str()), name.parse()) {
            (Ok(rating), Ok(headline), Ok(text), Ok(display_name)) => {
                Ok(Submission { item, rating, headline, text, display_name })
            }
            (rating, line, parsed, display_name) => Err(Box::new(RejectedForm {
                item,
                rating: rating.as_ref().ok().map(|rating| rating.stars()),
                headline: headline.as_str().to_owned(),
                text: text.as_str().to_owned(),
                display_name: name.chosen.to_owned(),
                lacks_name: name.is_lacking,
                other_name: name.typed.to_owned(),
                status: StatusCode::UNPROCESSABLE_ENTITY,
                errors: ItemErrors {
                    rating: rating.err().map(|_| "fault-rating"),
                    headline: line.err().map(|_| "fault-headline"),
                    text: parsed.err().map(fault_message),
                    display_name: display_name
                        .err()
                        .map(|_| if name.is_lacking { "fault-name-missing" } else { "fault-name" }),
                },
            })),
        }
    }
}

/// What a form does to the line above the text.
fn parse_headline(headline: &Field<String>) -> Result<Patch<Headline>, Fault> {
    match headline {
        Field::Absent => Ok(Patch::Keep),
        typed => Ok(Headline::parse(typed.as_str())?.map_or(Patch::Clear, Patch::Set)),
    }
}

/// The id of the message that says what is wrong with a review's text.
pub(crate) const fn fault_message(fault: Fault) -> &'static str {
    match fault {
        Fault::Missing => "fault-text-missing",
        Fault::TooLong => "fault-text-too-long",
        Fault::TooOften => "fault-too-often",
        Fault::ControlCharacters => "fault-text-characters",
    }
}

/// A form's two fields for the public name.
#[derive(Clone, Copy)]
pub(crate) struct NameFields<'a> {
    /// The name to show; blank is anonymous.
    pub chosen: &'a str,
    /// The content of the field for another name, chosen or not.
    pub typed: &'a str,
    /// Whether another name is chosen and none is typed.
    pub is_lacking: bool,
}

impl<'a> NameFields<'a> {
    /// Reads `shown_as` and `display_name`. Without the first, the second is the choice.
    pub(crate) fn new(shown_as: &'a Field<String>, display_name: &'a Field<String>) -> Self {
        let typed = display_name.as_str();
        let chosen = match shown_as.as_str() {
            "anonymous" => "",
            choice => choice.strip_prefix("name:").unwrap_or(typed),
        };
        Self { chosen, typed, is_lacking: shown_as.as_str() == "other" && typed.trim().is_empty() }
    }

    /// The name to show; `None` is anonymous.
    fn parse(self) -> Result<Option<DisplayName>, Fault> {
        if self.is_lacking { Err(Fault::Missing) } else { DisplayName::parse(self.chosen) }
    }
}
