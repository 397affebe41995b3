//! The button "Take my review back": asks whether the customer is sure, and deletes the review.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use edge::Field;
use serde::Deserialize;
use texts::Texts;
use utoipa::ToSchema;

use crate::failure::Failure;
use crate::form::{Form, number};
use crate::language::{Preferred, texts_and_theme};
use crate::links;
use crate::parts::Parts;
use crate::respond::{see_other, with_logo};
use crate::theme::Theme;
use crate::use_cases::Withdrawal;

/// The value that the second page's button sends.
const SURE: &str = "yes";

#[derive(Deserialize, ToSchema)]
pub(crate) struct WithdrawalForm {
    #[schema(value_type = String)]
    token: Field<String>,
    /// The item's place in the request, from 0.
    #[schema(value_type = usize)]
    item: Field<String>,
    /// `yes` once the customer has confirmed.
    #[schema(value_type = Option<String>)]
    sure: Field<String>,
}

/// Asks whether the customer is sure.
#[derive(Template)]
#[template(path = "withdraw.html")]
struct WithdrawPage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    shop_name: &'a str,
    token: &'a str,
    item: usize,
}

/// Take a review back
///
/// The review's text, name and photos are deleted for good; the item may be reviewed again. Without `sure`, the page
/// asks.
#[utoipa::path(
    post, path = "/review/hub/withdraw", operation_id = "withdrawReview",
    request_body(content = WithdrawalForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, body = String, content_type = "text/html", description = "The page that asks."),
        (status = 303, description = "Deleted.", headers(("Location" = String, description = "The item's form."))),
        (status = 404), (status = 410),
    ),
)]
pub(crate) async fn withdraw(
    State(parts): State<Arc<Parts>>,
    preferred: Preferred,
    Form(form): Form<WithdrawalForm>,
) -> Result<Response, Failure> {
    let (token, item) = (form.token.as_str(), number(&form.item)?);
    let withdrawn = parts.hub.withdraw(token, item, form.sure.as_str() == SURE, parts.clock.now()).await;
    Ok(match withdrawn.map_err(Failure::of_link(token))? {
        Withdrawal::Asked { shop } => {
            let (texts, theme) = texts_and_theme(preferred, &shop);
            with_logo(StatusCode::OK, &WithdrawPage { texts, theme, shop_name: &shop.name, token, item }, theme)
        }
        Withdrawal::Done => see_other(&links::form(token, item)),
    })
}
