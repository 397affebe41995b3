//! Responses with pages, the frame of each, and the headers that are different in the console.

use askama::Template;
use axum::http::header::{CACHE_CONTROL, REFERRER_POLICY, X_FRAME_OPTIONS};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use domain::values::Mode;
use edge::page::{self, POLICY};
use jiff::Timestamp;
use members::Role;
use texts::Texts;

use crate::cookie::{self, FLASH};
use crate::form::Flash;
use crate::parts::Viewer;
use crate::place::{Place, Way, ways};
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

pub(crate) struct Shell {
    pub texts: Texts,
    pub shop_name: String,
    /// The first letter of the shop's name, instead of a logo.
    pub initial: String,
    /// Today, in words.
    pub today: String,
    /// The page's name, and that of its place in the navigation.
    pub page: &'static str,
    pub active: &'static str,
    /// The pages beside it that the person may see.
    pub ways: Vec<&'static Way>,
    /// The pages that the person may see.
    pub nav: Vec<&'static Place>,
    /// Whether the person has an address, by which they may be a member of other shops.
    pub is_member: bool,
    /// The person's address, or a text that they came by a link.
    pub me: String,
    pub role: &'static str,
    pub flash: Option<Flash>,
    /// Reviews that wait for a decision, with edits and without reviews of imports.
    pub waiting: usize,
    pub is_test: bool,
    pub now: Timestamp,
}

impl Shell {
    /// The number beside a page's name; 0 for none.
    pub(crate) fn number(&self, place: &Place) -> usize {
        if place.name == "reviews" { self.waiting } else { 0 }
    }

    /// What the button to the next step of a new shop says.
    pub(crate) fn next(&self, step: &NextStep) -> String {
        let step = self.texts.say(&step.label()).to_string();
        self.texts.say("begin-next").words("step", &step).to_string()
    }

    pub(crate) fn name(&self, place: &Place) -> String {
        self.texts.say(&format!("nav-{}", place.name)).to_string()
    }

    pub(crate) fn place(&self) -> String {
        self.texts.say(&format!("nav-{}", self.active)).to_string()
    }

    pub(crate) fn way(&self, way: &Way) -> String {
        self.texts.say(&format!("way-{}", way.name)).to_string()
    }
}

pub(crate) const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Owner => "role-owner",
        Role::Moderator => "role-moderator",
        Role::Reader => "role-reader",
    }
}

impl Viewer {
    pub(crate) fn shell(&self, page: &'static str) -> Shell {
        let (active, ways) = ways(page);
        let name = self.shop.shop.name.clone();
        let me = self.email().map(|email| email.as_typed().to_owned());
        Shell {
            texts: self.texts,
            initial: name.chars().next().map(|first| first.to_uppercase().to_string()).unwrap_or_default(),
            shop_name: name,
            today: self.day(self.now),
            page,
            active,
            ways: ways.iter().filter(|way| self.may(way.role)).collect(),
            nav: self.places.iter().copied().filter(|place| self.may(place.role)).collect(),
            is_member: self.id.is_some(),
            me: me.unwrap_or_else(|| self.texts.say("guest").to_string()),
            role: role_name(self.role),
            flash: self.flash.clone(),
            waiting: usize::try_from(self.reviews.waiting()).unwrap_or(usize::MAX),
            is_test: self.tenant.mode == Mode::Test,
            now: self.now,
        }
    }
}
