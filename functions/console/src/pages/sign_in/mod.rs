//! Signing in and out.

use std::sync::Arc;

use app::console::{Cookie, OpenedLink, SignedIn};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::{EmailAddress, SESSION_MAX, SIGN_IN_WITHIN};
use edge::page::see_other;
use edge::{Fields, Preferred};
use texts::Texts;
use vault::Secret;

use crate::cookie::{self, SESSION, SIGN_IN};
use crate::failure::Failure;
use crate::form::Form;
use crate::member::Member;
use crate::parts::Parts;
use crate::respond::page;

/// The form that asks for a link.
#[derive(Template)]
#[template(path = "sign-in/ask.html")]
struct AskPage {
    texts: Texts,
    /// The address as it was typed.
    typed: String,
    is_wrong: bool,
    /// Whether somebody just signed out.
    is_out: bool,
}

/// The window that waits for the link, or for the code that it shows elsewhere.
#[derive(Template)]
#[template(path = "sign-in/waiting.html")]
struct WaitingPage {
    texts: Texts,
    is_wrong: bool,
}

/// A link in the browser that asked.
#[derive(Template)]
#[template(path = "sign-in/link.html")]
struct LinkPage<'a> {
    texts: Texts,
    /// The link's id and secret, sent back by the button.
    k: &'a str,
}

/// A link in another browser.
#[derive(Template)]
#[template(path = "sign-in/code.html")]
struct CodePage {
    texts: Texts,
    code: String,
}

/// A link that does not work any more.
#[derive(Template)]
#[template(path = "sign-in/over.html")]
struct OverPage {
    texts: Texts,
}

/// An id and a secret, as a link and a cookie carry them.
fn id_and_secret(value: &str) -> Option<(&str, Secret)> {
    let (id, secret) = value.split_once('.')?;
    let is_id = id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_id.then_some((id, Secret::parse(secret)?))
}

/// The sign-in that this browser asked for.
fn asked(headers: &HeaderMap) -> Option<(&str, Secret)> {
    cookie::find(headers, SIGN_IN).and_then(id_and_secret)
}

/// The secret of the browser, if it asked for this sign-in.
fn browser(headers: &HeaderMap, id: &str) -> Option<Secret> {
    asked(headers).filter(|(own, _)| *own == id).map(|(_, secret)| secret)
}

pub(crate) async fn ask_page(Preferred(language): Preferred, RawQuery(query): RawQuery) -> Response {
    let is_out = query.as_deref() == Some("out");
    page(StatusCode::OK, &AskPage { texts: Texts::console(language), typed: String::new(), is_wrong: false, is_out })
}

/// Asks for a link. The answer is the same for an address that is a member's and for any other.
pub(crate) async fn ask(
    State(parts): State<Arc<Parts>>,
    Preferred(language): Preferred,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let typed = fields.text("email");
    let Ok(email) = EmailAddress::parse(typed) else {
        let texts = Texts::console(language);
        let again = AskPage { texts, typed: typed.to_owned(), is_wrong: true, is_out: false };
        return Ok(page(StatusCode::UNPROCESSABLE_ENTITY, &again));
    };
    let asked = parts.console.ask(&email, parts.clock.now()).await?.ok_or(Failure::TooMany)?;
    let value = format!("{}.{}", asked.id, asked.browser.reveal());
    Ok(cookie::set(see_other("/console/sign-in/waiting"), SIGN_IN, &value, SIGN_IN_WITHIN.as_secs()))
}

pub(crate) async fn waiting(Preferred(language): Preferred, headers: HeaderMap) -> Response {
    if asked(&headers).is_none() {
        return see_other("/console/sign-in");
    }
    page(StatusCode::OK, &WaitingPage { texts: Texts::console(language), is_wrong: false })
}

/// Signs in by the code that the link showed in another browser.
pub(crate) async fn code(
    State(parts): State<Arc<Parts>>,
    Preferred(language): Preferred,
    headers: HeaderMap,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let Some((id, browser)) = asked(&headers) else { return Ok(see_other("/console/sign-in")) };
    let now = parts.clock.now();
    match parts.console.sign_in_by_code(id, &browser, fields.text("code"), now).await? {
        Some(signed_in) => Ok(enter(&signed_in)),
        None => {
            let again = WaitingPage { texts: Texts::console(language), is_wrong: true };
            Ok(page(StatusCode::UNPROCESSABLE_ENTITY, &again))
        }
    }
}

/// A link's page. It changes nothing, whatever opens it and runs its scripts.
pub(crate) async fn link_page(
    State(parts): State<Arc<Parts>>,
    Preferred(language): Preferred,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let fields = Fields::of_query(query.as_deref());
    let (k, texts) = (fields.text("k"), Texts::console(language));
    let Some((id, secret)) = id_and_secret(k) else {
        return Ok(page(StatusCode::GONE, &OverPage { texts }));
    };
    let browser = browser(&headers, id);
    let opened = parts.console.open_link(id, &secret, browser.as_ref(), parts.clock.now()).await?;
    Ok(match opened {
        OpenedLink::Button => page(StatusCode::OK, &LinkPage { texts, k }),
        OpenedLink::Code(code) => page(StatusCode::OK, &CodePage { texts, code: code.to_string() }),
        OpenedLink::Over => page(StatusCode::GONE, &OverPage { texts }),
    })
}

/// Signs in by a link, in the browser that asked.
pub(crate) async fn link(
    State(parts): State<Arc<Parts>>,
    Preferred(language): Preferred,
    headers: HeaderMap,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let over = || page(StatusCode::GONE, &OverPage { texts: Texts::console(language) });
    let Some((id, secret)) = id_and_secret(fields.text("k")) else { return Ok(over()) };
    let browser = browser(&headers, id);
    let signed_in = parts.console.sign_in_by_link(id, &secret, browser.as_ref(), parts.clock.now()).await?;
    Ok(signed_in.map_or_else(over, |signed_in| enter(&signed_in)))
}

pub(crate) async fn sign_out(State(parts): State<Arc<Parts>>, member: Member) -> Result<Response, Failure> {
    parts.console.sign_out(&member).await?;
    Ok(cookie::set(see_other("/console/sign-in?out"), SESSION, "", 0))
}

/// Home, with the session's cookie.
fn enter(SignedIn { tenant, session }: &SignedIn) -> Response {
    let value = Cookie { tenant: tenant.clone(), secret: session.clone() }.value();
    let response = cookie::set(see_other("/console"), SESSION, &value, SESSION_MAX.as_secs());
    cookie::set(response, SIGN_IN, "", 0)
}
