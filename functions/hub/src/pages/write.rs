//! `/review/write/{shop}/{product}`: the page where anybody requests a link to review a product, or the shop itself as `@shop`.

use askama::Template;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::Response;
use domain::values::{EmailAddress, HttpsUrl};
use edge::http::Network;
use serde::Deserialize;
use texts::Texts;
use utoipa::ToSchema;

use crate::respond::{
    Failure, Form, Origins, Preferred, Served, Theme, text, texts_and_theme, with_logo, with_pictures,
};
use crate::use_cases::Writable;
use crate::{Parts, SharedParts};

#[derive(Template)]
#[template(path = "write.html")]
struct WritePage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    shop_name: &'a str,
    /// The product's title; for the shop itself, the shop's name.
    title: &'a str,
    picture: Option<&'a str>,
    /// The page's own address.
    action: String,
    /// The visitor's input, if it is not an email address.
    wrong: Option<&'a str>,
    privacy_url: Option<&'a str>,
}

/// The page that says when the link arrives, or that the network requested too many links.
#[derive(Template)]
#[template(path = "link_sent.html")]
struct LinkSentPage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    shop_name: &'a str,
    email: &'a str,
    /// Whether the network gets no more links.
    is_too_many: bool,
}

/// The page's form.
#[derive(Deserialize, ToSchema)]
pub(crate) struct LinkForm {
    /// The address that gets the link.
    email: Option<String>,
}

type Place = Result<Path<(String, String)>, PathRejection>;

/// Ask for an email address
///
/// The page of a product, or of the shop itself as `@shop`. The `write_url` of a shop's public pages leads to this page.
#[utoipa::path(
    get, path = "/review/write/{shop}/{product}", operation_id = "askToWrite",
    params(
        ("shop" = String, Path, description = "The shop's id."),
        ("product" = String, Path, description = "The product's id, or `@shop`."),
    ),
    responses((status = 200, body = String, content_type = "text/html", description = "The page with its form."), (status = 404)),
)]
pub(crate) async fn ask(parts: SharedParts, preferred: Preferred, path: Place) -> Served {
    let writable = find(&parts, path).await?;
    Ok(form(&parts, StatusCode::OK, preferred, &writable, None))
}

/// Send a link to write a review
///
/// The answer is the same for every address, and so is its time. A link leaves only to an address that the shop knows, from an order, a
/// request or a customer. A review for which the shop did not ask waits for the shop's decision, whatever its settings say.
#[utoipa::path(
    post, path = "/review/write/{shop}/{product}", operation_id = "sendLink",
    params(
        ("shop" = String, Path, description = "The shop's id."),
        ("product" = String, Path, description = "The product's id, or `@shop`."),
    ),
    request_body(content = LinkForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, body = String, content_type = "text/html", description = "The link arrives within a minute if the shop knows the address and the address may get emails."),
        (status = 404),
        (status = 422, description = "The page with its form: the text is not an email address."),
        (status = 429, description = "The network requested 20 links in this hour, at all shops together."),
    ),
)]
pub(crate) async fn send(
    parts: SharedParts,
    preferred: Preferred,
    Network(network): Network,
    path: Place,
    Form(LinkForm { email }): Form<LinkForm>,
) -> Served {
    let writable = find(&parts, path).await?;
    let typed = text(&email);
    let Ok(email) = EmailAddress::of_customer(typed) else {
        return Ok(form(&parts, StatusCode::UNPROCESSABLE_ENTITY, preferred, &writable, Some(typed)));
    };
    let shop = &writable.record.shop;
    let (texts, theme) = texts_and_theme(preferred, shop);
    let sent = parts.hub.send_link(&writable, email, texts.language(), &network, parts.clock.now()).await;
    let is_too_many = !sent.map_err(Failure::of_link(""))?;
    let status = if is_too_many { StatusCode::TOO_MANY_REQUESTS } else { StatusCode::OK };
    Ok(with_logo(status, &LinkSentPage { texts, theme, shop_name: &shop.name, email: typed, is_too_many }, theme))
}

async fn find(parts: &Parts, path: Place) -> Result<Writable, Failure> {
    let Path((shop, product)) = path.map_err(|_| Failure::Unknown)?;
    parts.hub.writable(&shop, &product, parts.clock.now()).await.map_err(Failure::of_link(""))
}

fn form(parts: &Parts, status: StatusCode, preferred: Preferred, writable: &Writable, wrong: Option<&str>) -> Response {
    let Writable { record, product, .. } = writable;
    let shop = &record.shop;
    let (texts, theme) = texts_and_theme(preferred, shop);
    let picture = product.as_ref().and_then(|product| product.image_url.as_ref()).map(HttpsUrl::as_str);
    let mut origins = Origins::default();
    let picture = picture.filter(|picture| origins.admit(picture));
    theme.logo.map(|logo| origins.admit(logo));
    let title = product.as_ref().map_or(shop.name.as_str(), |product| product.title.as_str());
    let privacy_url = shop.privacy_url.as_ref().map(HttpsUrl::as_str);
    let action = writable.address();
    let page = WritePage { texts, theme, shop_name: &shop.name, title, picture, action, wrong, privacy_url };
    with_pictures(status, &page, parts.hub.bucket.origin(), &origins)
}
