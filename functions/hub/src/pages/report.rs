//! `/review/report?shop=…&review=…`: somebody who reads public reviews reports one to the shop, without an account.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::review::{ReaderReport, ReportReason};
use domain::shop::Shop;
use domain::values::{EmailAddress, HttpsUrl};
use edge::body::Query;
use edge::http::Network;
use serde::Deserialize;
use texts::Texts;
use utoipa::ToSchema;

use crate::SharedParts;
use crate::respond::{Failure, Form, Preferred, Served, Theme, text, texts_and_theme, with_logo};
use crate::use_cases::Reportable;

const EXCERPT: usize = 200;

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    shop_name: &'a str,
    shop: &'a str,
    review: &'a str,
    excerpt: String,
    words_max: usize,
    privacy_url: Option<&'a str>,
    /// The reader's input, if the address is not one.
    wrong: Option<&'a ReportForm>,
}

impl ReportPage<'_> {
    fn typed(&self, field: &str) -> &str {
        self.wrong.map_or("", |ReportForm { reason, words, email, shop: _, review: _ }| match field {
            "reason" => text(reason),
            "words" => text(words),
            _ => text(email),
        })
    }

    fn reasons(&self) -> impl Iterator<Item = (&'static str, String)> {
        let text = |word: &str| self.texts.say(&format!("report-{word}")).to_string();
        ReportReason::ALL.into_iter().map(move |reason| (reason.as_str(), text(reason.as_str())))
    }
}

/// The page after a report: the shop has it, or accepts no more reports for now.
#[derive(Template)]
#[template(path = "reported.html")]
struct ReportedPage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    shop_name: &'a str,
    is_taken: bool,
    /// The address that gets a receipt if it may get emails.
    email: Option<&'a str>,
    contact_url: Option<&'a str>,
}

/// The form of a report.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ReportForm {
    /// The shop's id.
    shop: Option<String>,
    /// The review's id.
    review: Option<String>,
    /// `unlawful`, `fake`, `abusive`, `personal_data` or `other`.
    reason: Option<String>,
    /// The reader's own words. Only the first 1,000 characters are stored.
    words: Option<String>,
    /// An address, if the reader wants to get a receipt and the shop's decision.
    email: Option<String>,
}

/// Ask why a review is reported
///
/// Shows the form for a report.
#[utoipa::path(
    get, path = "/review/report", operation_id = "askToReport",
    params(
        ("shop" = String, Query, description = "The shop's id."),
        ("review" = String, Query, description = "The id of a published review."),
    ),
    responses((status = 200, body = String, content_type = "text/html", description = "The page with its form."), (status = 404)),
)]
pub(crate) async fn ask(parts: SharedParts, preferred: Preferred, Query(query): Query) -> Served {
    let (shop, review) = (query.text("shop"), query.text("review"));
    let reportable = parts.hub.reportable(shop, review, parts.clock.now()).await.map_err(Failure::of_link(""))?;
    Ok(form(StatusCode::OK, preferred, &reportable, (shop, review), None))
}

/// Report a review
///
/// Adds an entry to the review's history and notifies the shop's owner, at most once a day about one review. Reports with the reason
/// `unlawful` or `personal_data` are always taken. An address gets a receipt, and later the shop's decision.
#[utoipa::path(
    post, path = "/review/report", operation_id = "reportReview",
    request_body(content = ReportForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, body = String, content_type = "text/html", description = "The report reached the shop."),
        (status = 404),
        (status = 422, description = "The page with the form, because the reason or the address is invalid."),
        (status = 429, description = "The shop got 20 reports for other reasons today, or 5 from this network within an hour."),
    ),
)]
pub(crate) async fn report(
    parts: SharedParts,
    preferred: Preferred,
    Network(network): Network,
    Form(sent_form): Form<ReportForm>,
) -> Served {
    let ReportForm { shop, review, reason, words, email } = &sent_form;
    let (now, place) = (parts.clock.now(), (text(shop), text(review)));
    let reportable = parts.hub.reportable(place.0, place.1, now).await.map_err(Failure::of_link(""))?;
    let Some(reason) = reason.as_deref().and_then(ReportReason::parse) else {
        return Ok(form(StatusCode::UNPROCESSABLE_ENTITY, preferred, &reportable, place, None));
    };
    let email = Some(text(email).trim()).filter(|typed| !typed.is_empty());
    let Ok(address) = email.map(EmailAddress::parse).transpose() else {
        return Ok(form(StatusCode::UNPROCESSABLE_ENTITY, preferred, &reportable, place, Some(&sent_form)));
    };
    let shop: &Shop = &reportable.record.shop;
    let (texts, theme) = texts_and_theme(preferred, shop);
    let language = address.is_some().then(|| texts.language());
    let report = ReaderReport { email: address, language, ..ReaderReport::new(reason, text(words), now) };
    let is_taken = parts.hub.report(&reportable, report, &network).await.map_err(Failure::of_link(""))?;
    let contact_url = shop.contact_url.as_ref().map(HttpsUrl::as_str);
    let page = ReportedPage { texts, theme, shop_name: &shop.name, is_taken, email, contact_url };
    Ok(with_logo(if is_taken { StatusCode::OK } else { StatusCode::TOO_MANY_REQUESTS }, &page, theme))
}

fn form(
    status: StatusCode,
    preferred: Preferred,
    Reportable { record, review, .. }: &Reportable,
    (shop, id): (&str, &str),
    wrong: Option<&ReportForm>,
) -> Response {
    let (texts, theme) = texts_and_theme(preferred, &record.shop);
    let excerpt = review.text().chars().take(EXCERPT).collect();
    let Shop { name: shop_name, privacy_url, .. } = &record.shop;
    let (privacy_url, words_max) = (privacy_url.as_ref().map(HttpsUrl::as_str), ReaderReport::WORDS_MAX);
    let page = ReportPage { texts, theme, shop_name, shop, review: id, excerpt, words_max, privacy_url, wrong };
    with_logo(status, &page, theme)
}
