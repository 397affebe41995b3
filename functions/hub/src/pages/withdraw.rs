//! The button "Take my review back": asks for a confirmation, then deletes the review.

use askama::Template;
use axum::http::StatusCode;
use serde::Deserialize;
use texts::Texts;
use utoipa::ToSchema;

use crate::pages::card::{ItemCard, cards};
use crate::pages::hub::pictures_of;
use crate::respond::{
    Failure, Form, Preferred, Served, Theme, number, see_other, text, texts_and_theme, with_pictures,
};
use crate::use_cases::Visitor;
use crate::{Parts, SharedParts, links};

/// The value that the confirming button sends.
const SURE: &str = "yes";

#[derive(Deserialize, ToSchema)]
pub(crate) struct WithdrawalForm {
    #[schema(value_type = String)]
    token: Option<String>,
    /// The item's place in the request, from 0.
    #[schema(value_type = usize)]
    item: Option<String>,
    /// `yes` to confirm.
    sure: Option<String>,
}

#[derive(Template)]
#[template(path = "withdraw.html")]
struct WithdrawPage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    shop_name: &'a str,
    token: &'a str,
    item: ItemCard,
}

/// Take a review back
///
/// Deletes the review's text, name and photos for good; the item may be reviewed again. Without `sure`, the answer is a page
/// that asks for confirmation.
#[utoipa::path(
    post, path = "/review/hub/withdraw", operation_id = "withdrawReview",
    request_body(content = WithdrawalForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, body = String, content_type = "text/html", description = "The page that asks for confirmation."),
        (status = 303, description = "The review is deleted.", headers(("Location" = String, description = "The page, which confirms the deletion."))),
        (status = 404), (status = 410),
    ),
)]
pub(crate) async fn withdraw(parts: SharedParts, preferred: Preferred, Form(form): Form<WithdrawalForm>) -> Served {
    let (token, item) = (text(&form.token), number(&form.item)?);
    if text(&form.sure) == SURE {
        parts.hub.withdraw(token, item, parts.clock.now()).await.map_err(Failure::of_link(token))?;
        return Ok(see_other(&links::withdrawn(token, item)));
    }
    ask(&parts, token, item, preferred).await
}

/// The page that asks for a confirmation, or a redirect to the item's form if the item has no review.
async fn ask(parts: &Parts, token: &str, item: usize, preferred: Preferred) -> Served {
    let now = parts.clock.now();
    // The person has already seen the page, so it does not count as another visit.
    let page = parts.hub.open(token, Visitor::Machine, now).await.map_err(Failure::of_link(token))?;
    let (texts, theme) = texts_and_theme(preferred, &page.shop);
    let mut card = cards(&page, texts, None, None, None, now).into_iter().nth(item).ok_or(Failure::Unknown)?;
    if card.wrote.is_none() {
        return Ok(see_other(&links::form(token, item)));
    }
    let origins = pictures_of(theme, std::slice::from_mut(&mut card));
    let page = WithdrawPage { texts, theme, shop_name: &page.shop.name, token, item: card };
    Ok(with_pictures(StatusCode::OK, &page, parts.hub.bucket.origin(), &origins))
}
