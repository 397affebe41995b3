//! Responses with pages, and the hosts of their pictures.

use askama::Template;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::Response;
use domain::shop::Shop;
use edge::page::{self, POLICY, allowing_bucket, allowing_pictures};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use texts::Texts;
use utoipa::ToSchema;

use crate::failure::Failure;
use crate::theme::Theme;

pub(crate) use edge::language::Preferred;
pub(crate) use edge::page::{Origins, see_other};

pub(crate) fn page(status: StatusCode, page: &impl Template) -> Response {
    page::page(status, page.render(), POLICY)
}

pub(crate) fn with_logo(status: StatusCode, page: &impl Template, theme: Theme<'_>) -> Response {
    let mut origins = Origins::default();
    theme.logo.map(|logo| origins.admit(logo));
    page::page(status, page.render(), &allowing_pictures(POLICY.to_owned(), &origins))
}

/// A page with a form that uploads to the bucket at this origin.
pub(crate) fn with_bucket(status: StatusCode, page: &impl Template, bucket: &str) -> Response {
    page::page(status, page.render(), &allowing_bucket(bucket))
}

/// A page that may show pictures from these origins and photos in the bucket.
pub(crate) fn with_pictures(status: StatusCode, page: &impl Template, bucket: &str, origins: &Origins) -> Response {
    page::page(status, page.render(), &allowing_pictures(allowing_bucket(bucket), origins))
}

/// The language of a page: the request's, else the shop's, else the browser's, else English.
pub(crate) fn texts_and_theme(Preferred(language): Preferred, shop: &Shop) -> (Texts, Theme<'_>) {
    (Texts::page(shop.language.unwrap_or(language)), Theme::new(shop))
}

/// A form's body as a struct of optional strings. If a name comes twice, the first field counts.
pub(crate) struct Form<T>(pub T);

impl<S: Sync, T: DeserializeOwned> FromRequest<S> for Form<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &S) -> Result<Self, Failure> {
        Ok(Self(edge::body::form(request.into_body()).await?.read()?))
    }
}

/// A form with only a token.
#[derive(Deserialize, ToSchema)]
pub(crate) struct TokenForm {
    /// The token in the link. Whoever has the token has access.
    pub token: Option<String>,
}

/// A field's value; empty if it was not sent.
pub(crate) fn text(field: &Option<String>) -> &str {
    field.as_deref().unwrap_or_default()
}

/// A field's value as a whole number from 0. Our own pages always send a valid one.
/// Errors: [`Failure::Unknown`] for anything else.
pub(crate) fn number(field: &Option<String>) -> Result<usize, Failure> {
    text(field).parse().map_err(|_| Failure::Unknown)
}
