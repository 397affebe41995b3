//! `/review/hub/problem`: "Something is wrong with my order", beside the first page and each question, whatever the
//! stars.

use askama::Template;
use axum::http::StatusCode;
use domain::request::ProblemWords;
use domain::values::{Fault, HttpsUrl};
use edge::body::Query;
use serde::Deserialize;
use texts::Texts;
use utoipa::ToSchema;

use crate::pages::card::ShownItem;
use crate::pages::draft::{status, until_tomorrow};
use crate::pages::hub::coming_pictures;
use crate::respond::{
    Failure, Form, Preferred, Served, Theme, number, see_other, text, texts_and_theme, with_pictures,
};
use crate::use_cases::{OpenedPage, Told, Visitor};
use crate::visitor::SentBy;
use crate::{Parts, SharedParts, links};

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    shop_name: &'a str,
    is_trial: bool,
    token: &'a str,
    /// The item that the words are about, sent back as `item`, with its title; `None` for the whole request.
    about: Option<(usize, String)>,
    /// How many items the request has.
    total: usize,
    may_be_postponed: bool,
    again_on: Option<String>,
    words: &'a str,
    /// The id of the message that says why the words were not sent.
    error: Option<&'static str>,
    /// Where the customer can write instead.
    contact_url: Option<&'a str>,
    /// The page from which the customer came.
    back: String,
}

/// The form of a problem.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ProblemForm {
    /// The token in the link. Whoever has the token has access.
    #[schema(value_type = String)]
    token: Option<String>,
    /// The item's place in the request, from 0; without it, the words are about all items.
    item: Option<String>,
    /// At most 1,000 characters.
    words: Option<String>,
}

/// Ask what is wrong with the order
///
/// Shows the form for a message to the shop.
#[utoipa::path(
    get, path = "/review/hub/problem", operation_id = "askAboutProblem",
    params(
        ("token" = String, Query, description = "The token in the link. Whoever has the token has access."),
        ("item" = Option<usize>, Query, description = "The item's place in the request, from 0; without it, all items."),
    ),
    responses(
        (status = 200, body = String, content_type = "text/html", description = "The page with its form."),
        (status = 303, description = "The shop has no address for problems.", headers(("Location" = String, description = "The page."))),
        (status = 404), (status = 410),
    ),
)]
pub(crate) async fn ask(
    parts: SharedParts,
    SentBy(visitor): SentBy,
    preferred: Preferred,
    Query(query): Query,
) -> Served {
    let item = (!query.text("item").is_empty()).then(|| query.number("item").ok_or(Failure::Unknown)).transpose()?;
    show(&parts, query.text("token"), visitor, preferred, item, None).await
}

/// Tell the shop about a problem
///
/// Emails the words to the shop, with the order and the product, or all products. Reviews are not affected. In a trial,
/// nothing is sent.
#[utoipa::path(
    post, path = "/review/hub/problem", operation_id = "tellProblem",
    request_body(content = ProblemForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "The email is ordered.", headers(("Location" = String, description = "The page, or the item's question, with a receipt."))),
        (status = 404), (status = 410),
        (status = 422, description = "The page with the words as typed and their error, or because the shop cannot be reached by email."),
        (status = 429, description = "The page with the words as typed, because the shop got three emails about this request today."),
    ),
)]
pub(crate) async fn tell(parts: SharedParts, preferred: Preferred, Form(form): Form<ProblemForm>) -> Served {
    let (token, typed, now) = (text(&form.token), text(&form.words), parts.clock.now());
    let item = (!text(&form.item).is_empty()).then(|| number(&form.item)).transpose()?;
    let (status, error, elsewhere) = match ProblemWords::parse(typed) {
        Err(fault) => (status(fault), fault_message(fault), false),
        Ok(words) => match parts.hub.tell(token, item, &words, now).await.map_err(Failure::of_link(token))? {
            Told::Sent => return Ok(see_other(&links::told(token, item))),
            Told::TooOften => (StatusCode::TOO_MANY_REQUESTS, "problem-too-often", true),
            Told::Unreachable => (StatusCode::UNPROCESSABLE_ENTITY, "problem-unreachable", true),
        },
    };
    let rejected = Rejected { typed, error: Some(error), elsewhere, status };
    // The person has already seen the page, so it does not count as another visit.
    let page = show(&parts, token, Visitor::Machine, preferred, item, Some(rejected)).await?;
    Ok(if status == StatusCode::TOO_MANY_REQUESTS { until_tomorrow(page, now) } else { page })
}

/// Words that were not sent.
struct Rejected<'a> {
    typed: &'a str,
    error: Option<&'static str>,
    /// Whether the customer should write elsewhere, because the words are not what is wrong.
    elsewhere: bool,
    status: StatusCode,
}

const fn fault_message(fault: Fault) -> &'static str {
    match fault {
        Fault::Missing => "problem-missing",
        Fault::TooLong => "problem-too-long",
        Fault::TooOften => "problem-too-often",
    }
}

async fn show(
    parts: &Parts,
    token: &str,
    visitor: Visitor,
    preferred: Preferred,
    item: Option<usize>,
    rejected: Option<Rejected<'_>>,
) -> Served {
    let page = parts.hub.open(token, visitor, parts.clock.now()).await.map_err(Failure::of_link(token))?;
    let OpenedPage { shop, request, products, .. } = &page;
    if item.is_some_and(|item| item >= request.items.len()) {
        return Err(Failure::Unknown);
    }
    let Rejected { typed, error, elsewhere, status } = match rejected {
        Some(rejected) => rejected,
        None if page.takes_problems => Rejected { typed: "", error: None, elsewhere: false, status: StatusCode::OK },
        // The shop had an address when the link was shown.
        None => return Ok(see_other(&links::hub(token))),
    };
    let (texts, theme) = texts_and_theme(preferred, shop);
    let title = |item| (item, ShownItem::new(texts, &request.items, item, products, &shop.name).title);
    let shown = ProblemPage {
        texts,
        theme,
        shop_name: &shop.name,
        is_trial: request.options.trial,
        token,
        about: item.map(title),
        total: request.items.len(),
        may_be_postponed: page.may_be_postponed(),
        again_on: page.again_on(texts),
        words: typed,
        error,
        contact_url: shop.contact_url.as_ref().map(HttpsUrl::as_str).filter(|_| elsewhere),
        back: item.map_or_else(|| links::hub(token), |item| links::question(token, item, None)),
    };
    Ok(with_pictures(status, &shown, parts.hub.bucket.origin(), &coming_pictures(theme, products)))
}
