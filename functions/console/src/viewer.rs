//! The person who is signed in.

use std::ops::Deref;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts as Head;
use domain::values::{EmailAddress, Language};
use edge::language::Preferred;
use jiff::Timestamp;
use members::{Cookie, Entered, Role};
use serde_json::Value;
use texts::Texts;

use crate::cookie::{self, SESSION};
use crate::failure::Failure;
use crate::flash::Flash;
use crate::language::said_or;
use crate::parts::Parts;
use crate::place::Place;

/// The signed-in person, whose role was checked against the route's.
#[derive(Clone)]
pub(crate) struct Viewer {
    entered: Arc<Entered>,
    /// All places in the navigation.
    pub places: Arc<[&'static Place]>,
    /// When the call arrived. Everything that the call does happens at this time.
    pub now: Timestamp,
    /// The texts in the person's language.
    pub texts: Texts,
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
        let (places, flash) = (Arc::clone(&parts.places), Flash::find(headers, now));
        Ok(Some(Self { entered: Arc::new(entered), places, now, texts, flash }))
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
