//! Responses with pages, the frame of each, and the headers that are different in the console.

use std::ops::Deref;

use askama::Template;
use axum::http::header::{CACHE_CONTROL, REFERRER_POLICY, X_FRAME_OPTIONS};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use domain::values::Mode;
use edge::page::{self, POLICY};

use crate::cookie::{self, FLASH};
use crate::parts::Viewer;
use crate::place::{PLACES, Place, Way, ways};
use crate::steps::NextStep;

/// A page without the frame, such as a page for signing in.
pub(crate) fn page(status: StatusCode, page: &impl Template) -> Response {
    finish(page::page(status, page.render(), POLICY))
}

/// A page in the frame. Its message is shown once.
pub(crate) fn framed(status: StatusCode, page: &impl Template, shell: &Shell) -> Response {
    let response = self::page(status, page);
    if shell.flash.is_some() { cookie::set(response, FLASH, "", 0) } else { response }
}

/// The policy of a message's preview. A mail program also uses only the message's own styles, and runs no scripts.
const OF_FRAME: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; \
    frame-ancestors 'self'; img-src data: https:";

/// A document for a frame that only our own pages may show.
pub(crate) fn for_frame(status: StatusCode, document: &impl Template) -> Response {
    let mut response = finish(page::page(status, document.render(), OF_FRAME));
    response.headers_mut().remove(X_FRAME_OPTIONS);
    response
}

/// A page with a key or secret that is shown once. It is sent uncompressed, because the compressed length next to typed input
/// would help to guess the secret.
pub(crate) fn secret(page: &impl Template, shell: &Shell) -> Response {
    uncompressed(framed(StatusCode::OK, page, shell))
}

/// A page that is sent uncompressed, such as one with a code.
pub(crate) fn uncompressed(mut response: Response) -> Response {
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store, no-transform"));
    response
}

/// With the policy `no-referrer`, browsers would send `Origin: null` with a page's forms.
fn finish(mut response: Response) -> Response {
    response.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    response
}

/// The frame of a page, through which its template also asks for whatever depends on the person.
pub(crate) struct Shell {
    pub viewer: Viewer,
    /// The page's name.
    pub page: &'static str,
}

impl Deref for Shell {
    type Target = Viewer;

    fn deref(&self) -> &Viewer {
        &self.viewer
    }
}

impl Shell {
    /// The name of the page's place in the navigation.
    pub(crate) fn active(&self) -> &'static str {
        ways(self.page).0
    }

    /// The pages beside it that the person may see.
    pub(crate) fn ways(&self) -> Vec<&'static Way> {
        ways(self.page).1.iter().filter(|way| self.may(way.role)).collect()
    }

    pub(crate) fn nav(&self) -> &'static [Place] {
        &PLACES
    }

    /// The number beside a place's name; 0 for none.
    pub(crate) fn number(&self, place: &Place) -> usize {
        if place.name == "reviews" { self.waiting() } else { 0 }
    }

    /// Reviews that wait for a decision, with edits and without reviews of imports.
    pub(crate) fn waiting(&self) -> usize {
        usize::try_from(self.reviews.waiting()).unwrap_or(usize::MAX)
    }

    /// What the button to the next step of a new shop says.
    pub(crate) fn next(&self, step: &NextStep) -> String {
        self.texts.say("begin-next").words("step", &self.texts.say(&step.label()).to_string()).to_string()
    }

    /// The first letter of the shop's name, instead of a logo.
    pub(crate) fn initial(&self) -> String {
        self.shop.shop.name.chars().next().map(|first| first.to_uppercase().to_string()).unwrap_or_default()
    }

    /// The person's address, or a text that they came by a link.
    pub(crate) fn me(&self) -> String {
        self.email().map_or_else(|| self.texts.say("guest").to_string(), |email| email.as_typed().to_owned())
    }

    pub(crate) fn is_test(&self) -> bool {
        self.tenant.mode == Mode::Test
    }
}

impl Viewer {
    pub(crate) fn shell(&self, page: &'static str) -> Shell {
        Shell { viewer: self.clone(), page }
    }
}
