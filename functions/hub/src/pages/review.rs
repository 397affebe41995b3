//! `POST /review/hub/review`: sends one item's form as a review.

use std::sync::Arc;

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
use crate::pages::card::{ItemErrors, RejectedForm, TEXT_MISSING};
use crate::parts::Parts;
use crate::respond::see_other;
use crate::use_cases::{Submission, SubmitOutcome};

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
    /// Blank is stars alone, if the shop's `text_required` is `false`.
    #[schema(value_type = String, max_length = 5000)]
    text: Field<String>,
    /// The name to show in public: `name:` and the name, `anonymous`, or `other` for `display_name`. Defaults to
    /// `other`.
    #[schema(value_type = Option<String>)]
    shown_as: Field<String>,
    /// Another name to show. Blank is anonymous, unless `shown_as` is `other`.
    #[schema(value_type = String, max_length = 60)]
    display_name: Field<String>,
}

/// Review one item
///
/// Sending the form again edits the review.
#[utoipa::path(
    post, path = "/review/hub/review", operation_id = "submitReview",
    request_body(content = ReviewForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "Saved.", headers(("Location" = String, description = "The page, with the review."))),
        (status = 404), (status = 410),
        (status = 422, description = "The page with the form as typed and an error at each invalid field."),
        (status = 429, description = "The page with the form as typed: the review was changed too often today."),
    ),
)]
pub(crate) async fn submit(
    State(parts): State<Arc<Parts>>,
    preferred: Preferred,
    Form(form): Form<ReviewForm>,
) -> Result<Response, Failure> {
    let token = form.token.as_str();
    let item = number(&form.item)?;
    let rejected = match form.parse(item) {
        Ok(submission) => {
            let submitted = parts.hub.submit(token, &submission, parts.clock.now()).await;
            match submitted.map_err(Failure::of_link(token))? {
                SubmitOutcome::Saved => return Ok(see_other(&links::thanks(token, item))),
                SubmitOutcome::TextMissing => ItemErrors { text: Some(TEXT_MISSING), ..ItemErrors::default() },
                SubmitOutcome::TooOften => {
                    let errors = ItemErrors { text: Some("fault-changed-too-often"), ..ItemErrors::default() };
                    let form = RejectedForm { status: StatusCode::TOO_MANY_REQUESTS, ..form.rejected(item, errors) };
                    return form.page(&parts, token, preferred).await;
                }
            }
        }
        Err(errors) => errors,
    };
    form.rejected(item, rejected).page(&parts, token, preferred).await
}

impl ReviewForm {
    /// The review, or the error of each invalid field. Whether it may be without words, the shop decides.
    fn parse(&self, item: usize) -> Result<Submission, ItemErrors> {
        let Self { token: _, item: _, rating, headline, text, shown_as, display_name } = self;
        let name = NameFields::new(shown_as, display_name);
        let (rating, headline) = (Rating::parse(rating.as_str()), parse_headline(headline));
        let (text, display_name) = (ReviewText::parse(text.as_str()), name.parse());
        let errors = ItemErrors {
            rating: rating.as_ref().err().map(|_| "fault-rating"),
            headline: headline.as_ref().err().map(|_| "fault-headline"),
            text: text.as_ref().err().copied().map(fault_message),
            display_name: display_name.as_ref().err().map(|_| name.fault_message()),
        };
        let text = match text {
            Err(Fault::Missing) => Ok(ReviewText::none()),
            text => text,
        };
        match (rating, headline, text, display_name) {
            (Ok(rating), Ok(headline), Ok(text), Ok(display_name)) => {
                Ok(Submission { item, rating, headline, text, display_name })
            }
            _ => Err(errors),
        }
    }

    /// The form as typed, with its errors.
    fn rejected(&self, item: usize, errors: ItemErrors) -> RejectedForm {
        let Self { token: _, item: _, rating, headline, text, shown_as, display_name } = self;
        let name = NameFields::new(shown_as, display_name);
        RejectedForm {
            item,
            rating: Rating::parse(rating.as_str()).ok().map(|rating| rating.stars()),
            headline: headline.as_str().to_owned(),
            text: text.as_str().to_owned(),
            display_name: name.chosen.to_owned(),
            lacks_name: name.is_lacking,
            other_name: name.typed.to_owned(),
            status: StatusCode::UNPROCESSABLE_ENTITY,
            errors,
        }
    }
}

/// The change that a form makes to the line above the text.
fn parse_headline(headline: &Field<String>) -> Result<Patch<Headline>, Fault> {
    match headline {
        Field::Absent => Ok(Patch::Keep),
        typed => Ok(Headline::parse(typed.as_str())?.map_or(Patch::Clear, Patch::Set)),
    }
}

/// The id of the message that says what is wrong with a review's text.
pub(crate) const fn fault_message(fault: Fault) -> &'static str {
    match fault {
        Fault::Missing => TEXT_MISSING,
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

    /// The id of the message that says what is wrong with them.
    const fn fault_message(self) -> &'static str {
        if self.is_lacking { "fault-name-missing" } else { "fault-name" }
    }

    /// The name to show; `None` is anonymous.
    fn parse(self) -> Result<Option<DisplayName>, Fault> {
        if self.is_lacking { Err(Fault::Missing) } else { DisplayName::parse(self.chosen) }
    }
}
