//! Forms, and what follows: the message about the last action, which the next page shows once, with a button to undo it ("Jane D.:
//! withheld. **Undo** 55 s") or to the next step of a new shop; or an error page, or the page to sign in.

use std::sync::Arc;

use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use edge::error::Error;
use edge::page::see_other;
use jiff::Timestamp;

use crate::cookie::{self, FLASH};
use crate::steps::NextStep;

/// Why somebody gets an error page. The response only carries the reason; `pages::failure` writes the page in the
/// browser's language.
#[derive(Debug)]
pub(crate) enum Failure {
    /// There is no such page, or the shop has no data with this id.
    NotFound,
    Method,
    /// Nobody is signed in, or not any more. The input of a form is shown again, so that it is not lost.
    SignedOut {
        written: Option<String>,
    },
    Forbidden,
    /// A guest wants to see other shops, but has none, because only an address leads to them.
    Guest,
    /// The form does not come from a page of the console.
    Origin,
    TooMany,
    Failed(Error),
}

/// What a handler answers.
pub(crate) type Served = Result<Response, Failure>;

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

const WAITS_S: i64 = 60;
/// The maximum length of a message. Browsers accept cookies of up to 4,096 bytes.
const BYTES_MAX: usize = 3_900;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Flash {
    pub text: String,
    pub undo: Option<Way>,
    pub next: Option<&'static NextStep>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Way {
    /// The URL to which the form is sent.
    pub action: String,
    pub fields: Vec<(String, String)>,
    /// The first instant at which it is too late to undo the action, in Unix seconds; `None` without a limit.
    until_s: Option<i64>,
}

impl Way {
    pub(crate) fn seconds(&self, now: &Timestamp) -> Option<i64> {
        self.until_s.map(|until_s| until_s - now.as_second())
    }
}

impl Flash {
    pub(crate) fn new(text: impl ToString) -> Self {
        Self { text: text.to_string(), undo: None, next: None }
    }

    #[must_use]
    pub(crate) fn with_next(self, next: Option<&'static NextStep>) -> Self {
        Self { next, ..self }
    }

    /// With a button that takes the action back, until it is too late if there is a limit.
    #[must_use]
    pub(crate) fn with_undo(
        self,
        action: impl Into<String>,
        fields: &[(&str, &str)],
        until: Option<Timestamp>,
    ) -> Self {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let undo = Some(Way { action: action.into(), fields, until_s: until.map(Timestamp::as_second) });
        Self { undo, ..self }
    }

    /// Redirects to a page that shows the message, so that a reload does not send the form again.
    pub(crate) fn then(&self, location: &str) -> Response {
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        pairs.append_pair("text", &self.text);
        if let Some(Way { action, fields, until_s }) = &self.undo {
            pairs.append_pair("undo", action);
            pairs.extend_pairs(until_s.map(|until_s| ("until", until_s.to_string())));
            fields.iter().for_each(|(name, value)| {
                pairs.append_pair(&format!("f-{name}"), value);
            });
        }
        pairs.extend_pairs(self.next.map(|next| ("next", next.text)));
        let value = pairs.finish();
        let response = see_other(location);
        if value.len() <= BYTES_MAX { cookie::set(response, FLASH, &value, WAITS_S) } else { response }
    }

    pub(crate) fn find(headers: &HeaderMap, now: Timestamp) -> Option<Self> {
        let value = cookie::find(headers, FLASH)?;
        let pairs: Vec<_> = form_urlencoded::parse(value.as_bytes()).into_owned().collect();
        let find = |wanted| pairs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
        let fields =
            pairs.iter().filter_map(|(name, value)| Some((name.strip_prefix("f-")?.to_owned(), value.clone())));
        // Only addresses in the console, so that a form never sends a person's data to another host.
        let action = find("undo").filter(|action| action.starts_with("/console/"));
        let until_s = find("until").map(|until| until.parse().unwrap_or_default());
        let undo = action.map(|action| Way { action, fields: fields.collect(), until_s });
        let is_open = |undo: &Way| undo.seconds(&now).is_none_or(|seconds| seconds > 0);
        let next = find("next").and_then(|text| NextStep::find(&text));
        Some(Self { text: find("text")?, undo: undo.filter(is_open), next })
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;
    use axum::http::header::{COOKIE, SET_COOKIE};

    use super::*;

    fn found(flash: &Flash, at: i64) -> Option<Flash> {
        let response = flash.then("/console/reviews");
        let cookie = response.headers()[SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
        let headers = HeaderMap::from_iter([(COOKIE, HeaderValue::from_str(&cookie).unwrap())]);
        Flash::find(&headers, Timestamp::from_second(at).unwrap())
    }

    #[test]
    fn it_is_read_as_it_was_left_and_never_leads_elsewhere() {
        let until = Timestamp::from_second(155).unwrap();
        let text = "Zurückgehalten; “Jane” & co.";
        let flash = Flash::new(text).with_undo("/console/reviews/7/undo", &[("revision", "3")], Some(until));
        assert_eq!(found(&flash, 154), Some(flash.clone()));
        assert_eq!(found(&flash, 155), Some(Flash::new(text)), "too late");
        let next = Flash::new(text).with_next(NextStep::find("begin-show"));
        assert!(next.next.is_some() && found(&next, 100) == Some(next));
        let away = Flash::new("x").with_undo("https://evil.example/console/", &[], None);
        assert_eq!(found(&away, 100), Some(Flash::new("x")));
    }
}
