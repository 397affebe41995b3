//! The start of every page and action: checks which site sent a form, who is signed in, and what they may do.

use std::ops::Deref;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};
use axum::http::request::Parts as Head;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use domain::values::{EmailAddress, Language};
use edge::body::Fields;
use edge::language::Preferred;
use jiff::Timestamp;
use members::{Cookie, Entered, Role};
use serde_json::Value;
use texts::Texts;

use crate::cookie::{self, SESSION};
use crate::failure::Failure;
use crate::flash::Flash;
use crate::pages::end::ended;
use crate::parts::Parts;
use crate::ui::language::said_or;

/// The least role that may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Anybody: the pages for signing in, and files.
    Nobody,
    /// Every member.
    Reader,
    /// People who decide about reviews and requests.
    Moderator,
    /// People who decide about members, keys and settings.
    Owner,
}

impl Needs {
    /// The least role; `None` for anybody.
    pub const fn role(self) -> Option<Role> {
        match self {
            Self::Nobody => None,
            Self::Reader => Some(Role::Reader),
            Self::Moderator => Some(Role::Moderator),
            Self::Owner => Some(Role::Owner),
        }
    }
}

/// The signed-in person, whose role was checked against the route's.
#[derive(Clone)]
pub(crate) struct Viewer {
    entered: Arc<Entered>,
    /// When the call arrived. Everything that the call does happens at this time.
    pub now: Timestamp,
    /// The texts in the person's language.
    pub texts: Texts,
    /// The message about the last action.
    pub flash: Option<Flash>,
}

impl Deref for Viewer {
    type Target = Entered;

    fn deref(&self) -> &Entered {
        &self.entered
    }
}

impl Viewer {
    /// The person with the session in these headers; `None` if nobody is signed in, or not any more.
    pub(crate) async fn find(parts: &Parts, headers: &HeaderMap) -> Result<Option<Self>, Failure> {
        let now = parts.clock.now();
        let Some(cookie) = cookie::find(headers, SESSION).and_then(Cookie::parse) else { return Ok(None) };
        let Some(entered) = parts.console.enter(cookie, now).await? else { return Ok(None) };
        let texts = Texts::console(language(&entered).unwrap_or_else(|| Preferred::of(headers)));
        Ok(Some(Self { entered: Arc::new(entered), now, texts, flash: Flash::find(headers, now) }))
    }

    /// The text for one of the API's words or, if there is none, the word itself.
    pub(crate) fn word(&self, prefix: &str, word: &str) -> String {
        said_or(self.texts, &format!("{prefix}-{word}"), || word.replace('_', " "))
    }

    pub(crate) fn may(&self, role: Role) -> bool {
        self.role.includes(role)
    }

    /// Records in the audit log what the person is about to see or get: a link leads to the customer's page, and a
    /// downloaded file can be passed on.
    pub(crate) async fn record(&self, parts: &Parts, what: &str, target: impl ToString) -> Result<(), Failure> {
        let entry = self.caller().entry(what, target, [Value::Null, Value::Null], self.now);
        parts.console.store.record(Some(&self.tenant), &entry).await.map_err(app::error::Error::from)?;
        Ok(())
    }

    /// The public address of this part of the shop's reviews; `None` if they are not public.
    pub(crate) fn public(&self, base_url: &str, place: &str) -> Option<String> {
        self.shop.shows_reviews(&self.tenant).then(|| format!("{base_url}/p/{}/{place}", self.tenant.id.as_str()))
    }

    pub(crate) fn email(&self) -> Option<EmailAddress> {
        self.members.email(self.id.as_ref()?, &self.keys).ok().flatten()
    }
}

impl<S: Sync> FromRequestParts<S> for Viewer {
    type Rejection = Failure;

    async fn from_request_parts(head: &mut Head, _: &S) -> Result<Self, Failure> {
        // Absent only if the route needs no role.
        head.extensions.remove::<Self>().ok_or(Failure::Forbidden)
    }
}

/// The language that the person chose, else the shop's; `None` if the console has neither.
fn language(entered: &Entered) -> Option<Language> {
    let chosen = entered.chosen_language();
    [chosen, entered.shop.shop.language].into_iter().flatten().find(|language| Texts::has_console(*language))
}

/// Passes a call on to its handler, if the person has the route's role, and one of our pages sent the form.
pub(crate) async fn enter(
    State((parts, needs)): State<(Arc<Parts>, Needs)>,
    request: Request,
    next: Next,
) -> Result<Response, Failure> {
    let (mut head, body) = request.into_parts();
    if !head.method.is_safe() && !is_ours(&head.headers, &parts.base_url) {
        return Err(Failure::Origin);
    }
    let Some(role) = needs.role() else { return Ok(next.run(Request::from_parts(head, body)).await) };
    let Some(viewer) = Viewer::find(&parts, &head.headers).await? else {
        let form = if head.method.is_safe() { None } else { edge::body::form(body).await.ok() };
        return Err(Failure::SignedOut { written: form.and_then(|form| written(&form)) });
    };
    if let Some(page) = ended(&viewer, head.uri.path()) {
        return Ok(page);
    }
    let response = match viewer.role.includes(role) {
        true => {
            head.extensions.insert(viewer.clone());
            next.run(Request::from_parts(head, body)).await
        }
        false => Failure::Forbidden.into_response(),
    };
    Ok(failed_for(viewer, response))
}

/// Adds the person to a failed response, so that the error page has their frame.
fn failed_for(viewer: Viewer, mut response: Response) -> Response {
    if response.extensions().get::<Arc<Failure>>().is_some() {
        response.extensions_mut().insert(viewer);
    }
    response
}

/// What a person wrote in a form of the console: an answer or a note.
fn written(form: &Fields) -> Option<String> {
    let texts = ["text", "note"].into_iter().filter_map(|name| form.find(name));
    texts.map(str::trim).find(|text| !text.is_empty()).map(ToOwned::to_owned)
}

/// Whether a form comes from one of our pages. Every browser sends `Origin` with a form, and most send
/// `Sec-Fetch-Site`. An address that the operator did not configure, such as `localhost` for 127.0.0.1, is ours if the
/// call itself came to it.
fn is_ours(headers: &HeaderMap, base_url: &str) -> bool {
    let value = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(origin) = value(ORIGIN.as_str()) else { return false };
    let host = value(HOST.as_str()).unwrap_or_default();
    let is_local = |origin: &str| {
        ["http://127.0.0.1:", "http://localhost:", "http://[::1]:"].iter().any(|start| origin.starts_with(start))
    };
    let is_own = origin == origin_of(base_url)
        || is_local(origin_of(base_url)) && is_local(origin) && origin.strip_prefix("http://") == Some(host);
    is_own && value("sec-fetch-site").is_none_or(|site| site == "same-origin")
}

/// The origin of a URL: its scheme, host and port.
fn origin_of(url: &str) -> &str {
    let Some(start) = url.find("://").map(|place| place + 3) else { return url };
    url[start..].find('/').map_or(url, |end| &url[..start + end])
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    #[test]
    fn a_form_is_ours_if_its_origin_is_and_nothing_says_otherwise() {
        let ours = |base: &str, sent: &[(&'static str, &'static str)]| {
            let pairs =
                sent.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
            is_ours(&pairs.collect(), base)
        };
        let base = "https://reviews.example";
        assert!(ours(base, &[("origin", "https://reviews.example"), ("sec-fetch-site", "same-origin")]));
        assert!(ours(base, &[("origin", "https://reviews.example")]), "Safari before 16.4");
        assert!(ours("https://reviews.example/x", &[("origin", "https://reviews.example")]));
        for sent in [
            &[][..],
            &[("sec-fetch-site", "same-origin")],
            &[("origin", "null")],
            &[("origin", "http://reviews.example")],
            &[("origin", "https://reviews.example.evil.example")],
            &[("origin", "https://evil.example"), ("host", "evil.example")],
            &[("origin", "https://reviews.example"), ("sec-fetch-site", "same-site")],
            &[("origin", "https://reviews.example"), ("sec-fetch-site", "cross-site")],
            &[("origin", "http://localhost:3000"), ("host", "localhost:3000")],
        ] {
            assert!(!ours(base, sent), "{sent:?}");
        }
        let local = "http://127.0.0.1:3000";
        assert!(ours(local, &[("origin", "http://localhost:3000"), ("host", "localhost:3000")]));
        assert!(!ours(local, &[("origin", "http://localhost:4000"), ("host", "localhost:3000")]));
        assert!(!ours(local, &[("origin", "https://evil.example"), ("host", "evil.example")]));
    }
}
