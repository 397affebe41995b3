//! Forms, and what follows: the message about the last action, which the next page shows once, with a button to undo it ("Jane D.:
//! withheld. **Undo** 55 s") or to the next step of a new shop; or an error page, or the page to sign in.

use std::sync::Arc;

use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use edge::body::Fields;
use edge::error::Error;
use edge::page::see_other;
use jiff::Timestamp;

use crate::cookie::{self, FLASH};
use crate::steps::NextStep;

/// A form's fields by name. If a name comes twice, the first field counts.
pub(crate) struct Form(pub Fields);

impl<S: Sync> FromRequest<S> for Form {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &S) -> Result<Self, Failure> {
        Ok(Self(edge::body::form(request.into_body()).await?))
    }
}

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
    /// A guest whom an API key let in wants to end the shop.
    KeyEnds,
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
    /// How many requests *Send all* has sent so far, if there are more.
    pub sent: Option<usize>,
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
        Self { text: text.to_string(), undo: None, next: None, sent: None }
    }

    #[must_use]
    pub(crate) fn with_next(self, next: Option<&'static NextStep>) -> Self {
        Self { next, ..self }
    }

    #[must_use]
    pub(crate) fn with_sent(self, sent: Option<usize>) -> Self {
        Self { sent, ..self }
    }

    pub(crate) fn with_undo(mut self, action: impl Into<String>, fields: &[(&str, &str)]) -> Self {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self.undo = Some(Way { action: action.into(), fields, until_s: None });
        self
    }

    #[must_use]
    pub(crate) fn until(mut self, end: Timestamp) -> Self {
        self.undo = self.undo.map(|undo| Way { until_s: Some(end.as_second()), ..undo });
        self
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
        pairs.extend_pairs(self.sent.map(|sent| ("sent", sent.to_string())));
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
        let sent = find("sent").and_then(|sent| sent.parse().ok());
        Some(Self { text: find("text")?, undo: undo.filter(is_open), next, sent })
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
        let flash = Flash::new(text).with_undo("/console/reviews/7/undo", &[("revision", "3")]).until(until);
        assert_eq!(found(&flash, 154), Some(flash.clone()));
        assert_eq!(found(&flash, 155), Some(Flash::new(text)), "too late");
        let next = Flash::new(text).with_next(NextStep::find("begin-show"));
        assert!(next.next.is_some() && found(&next, 100) == Some(next));
        let sent = Flash::new(text).with_sent(Some(200));
        assert_eq!(found(&sent, 100), Some(sent));
        let away = Flash::new("x").with_undo("https://evil.example/console/", &[]);
        assert_eq!(found(&away, 100), Some(Flash::new("x")));
    }
}
