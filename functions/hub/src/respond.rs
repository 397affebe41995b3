//! Responses with pages, and the hosts of their pictures.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use edge::page::{self, POLICY, allowing_bucket, allowing_pictures};

pub(crate) use edge::page::{Origins, see_other};

use crate::theme::Theme;

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
