//! Responses with pages and their look: the common stylesheet with the shop's color, its logo, the hosts of pictures; and why a person
//! gets an error page instead of the requested page.

use std::sync::Arc;

use askama::Template;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::shop::Shop;
use domain::values::{Color, HttpsUrl, Scheme, Shades};
use edge::error::Error;
use edge::page::{self, POLICY, allowing_bucket, allowing_pictures};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use texts::Texts;
use utoipa::ToSchema;

use crate::asset::HUB_CSS;
use crate::use_cases::LinkError;

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

/// Why a person gets an error page.
///
/// A handler does not know the page's language. The response only carries the failure, and [`crate::pages::errors::render`]
/// writes the page.
pub(crate) enum Failure {
    /// There is no such page, or the token is unknown, damaged or forged.
    Unknown,
    /// A short link was called with an unsupported method. A browser that follows a link never does that.
    UnknownMethod {
        allow: String,
    },
    Expired {
        shop: Box<Shop>,
        /// The link's token, with which its owner may request a new link.
        token: String,
    },
    Cancelled {
        shop: Box<Shop>,
    },
    Failed(Error),
}

/// What a handler answers.
pub(crate) type Served = Result<Response, Failure>;

impl Failure {
    /// For `map_err`: why the link with this token did not work.
    pub(crate) fn of_link(token: &str) -> impl Fn(LinkError) -> Self {
        move |error| match error {
            LinkError::Unknown => Self::Unknown,
            LinkError::Expired(shop) => Self::Expired { shop, token: token.to_owned() },
            LinkError::Cancelled(shop) => Self::Cancelled { shop },
            LinkError::App(error) => error.into(),
        }
    }
}

impl<E: Into<Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = Response::default();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// The shop's color and logo. Pages without a shop use the default.
#[derive(Clone, Copy, Default)]
pub struct Theme<'a> {
    /// The color of links and buttons.
    pub color: Option<Color>,
    /// The URL of the logo above the shop's name.
    pub logo: Option<&'a str>,
}

impl<'a> Theme<'a> {
    pub fn new(shop: &'a Shop) -> Self {
        Self { color: shop.color, logo: shop.logo.as_ref().map(HttpsUrl::as_str) }
    }

    /// The stylesheet's URL. The color is a parameter in it, because the page's policy allows no inline style.
    pub fn stylesheet(&self) -> String {
        let Some(color) = self.color else { return HUB_CSS.to_string() };
        let digits = color.to_string().replacen('#', "?color=", 1);
        format!("{}{digits}", HUB_CSS.address(&shades(color)))
    }
}

/// The stylesheet's rules for a color: legible shades for the light and the dark scheme.
pub fn shades(color: Color) -> String {
    let of = |scheme| {
        let Shades { accent, strong, button, button_strong, on_button, tint } = color.shades(scheme);
        format!(
            ":root{{--accent:{accent};--accent-strong:{strong};--button:{button};--button-strong:{button_strong};\
             --on-button:{on_button};--tint:{tint}}}"
        )
    };
    let (day, night) = (of(Scheme::Light), of(Scheme::Dark));
    format!("\n{day}\n@media (prefers-color-scheme: dark){{{night}}}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_color_is_in_the_address_and_in_both_schemes() {
        let red = Color::parse("#AA0000").unwrap();
        let (plain, colored) = (Theme::default().stylesheet(), Theme { color: Some(red), logo: None }.stylesheet());
        let (name, digits) = colored.split_once('?').unwrap();
        assert_eq!((name.len(), digits), (plain.len(), "color=aa0000"));
        assert_ne!(name, plain, "other shades of the same color are another file");
        let css = shades(red);
        let (day, night) = css.split_once("@media (prefers-color-scheme: dark)").unwrap();
        assert!(day.contains("--accent:#aa0000;") && day.contains("--on-button:#ffffff;"), "{day}");
        assert!(!night.contains("#aa0000") && night.contains("--on-button:#000000;"), "{night}");
        let yellow = shades(Color::parse("#ffd400").unwrap());
        assert!(yellow.contains("--button:#ffd400;") && !yellow.contains("--on-button:#ffffff"), "{yellow}");
    }

    #[test]
    fn each_shade_that_the_stylesheet_uses_has_a_value_of_its_own() {
        let css = HUB_CSS.content;
        for used in css.split("var(--").skip(1).filter_map(|rest| rest.split([')', ',']).next()) {
            assert!(css.contains(&format!("--{used}:")), "--{used} has no value");
        }
    }

    #[test]
    fn the_default_shades_of_pages_and_emails_are_the_same() {
        let (day, night) = HUB_CSS.content.split_once("@media (prefers-color-scheme: dark)").unwrap();
        for (scheme, sheet) in [(Scheme::Light, day), (Scheme::Dark, night)] {
            let Shades { accent, strong, button, button_strong, on_button, tint } = Shades::new(None, scheme);
            for (name, shade) in [
                ("accent", accent),
                ("accent-strong", strong),
                ("button", button),
                ("button-strong", button_strong),
                ("on-button", on_button),
                ("tint", tint),
            ] {
                assert!(sheet.contains(&format!("--{name}: {shade};")), "{name} is {shade}");
            }
        }
    }
}
