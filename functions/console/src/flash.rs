//! The message of the next page about what was just done, shown once, with the way back: "Withheld. **Undo**".

use axum::http::HeaderMap;
use axum::response::Response;
use edge::page::see_other;

use crate::cookie::{self, FLASH};

/// How long it waits for the next page, in seconds.
const WAITS_S: i64 = 60;
/// The longest that is set: browsers take cookies of 4,096 bytes.
const BYTES_MAX: usize = 3_000;

/// The message of the next page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Flash {
    /// The sentence.
    pub text: String,
    /// The form that takes it back: its address and its fields.
    pub undo: Option<(String, Vec<(String, String)>)>,
}

impl Flash {
    /// A sentence alone.
    pub(crate) fn new(text: impl ToString) -> Self {
        Self { text: text.to_string(), undo: None }
    }

    /// The same with the form that takes it back.
    #[must_use]
    pub(crate) fn with_undo(mut self, action: impl Into<String>, fields: &[(&str, &str)]) -> Self {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self.undo = Some((action.into(), fields));
        self
    }

    /// Leads to a page that says it. Reloading that page sends no form again.
    pub(crate) fn then(&self, location: &str) -> Response {
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        pairs.append_pair("text", &self.text);
        if let Some((action, fields)) = &self.undo {
            pairs.append_pair("undo", action);
            fields.iter().for_each(|(name, value)| {
                pairs.append_pair(&format!("f-{name}"), value);
            });
        }
        let value = pairs.finish();
        let response = see_other(location);
        if value.len() <= BYTES_MAX { cookie::set(response, FLASH, &value, WAITS_S) } else { response }
    }

    /// The message that the last page left.
    pub(crate) fn find(headers: &HeaderMap) -> Option<Self> {
        let value = cookie::find(headers, FLASH)?;
        let pairs: Vec<_> = form_urlencoded::parse(value.as_bytes()).into_owned().collect();
        let text = pairs.iter().find(|(name, _)| name == "text").map(|(_, text)| text.clone())?;
        let undo = pairs.iter().find(|(name, _)| name == "undo").map(|(_, action)| action.clone());
        let fields =
            pairs.iter().filter_map(|(name, value)| Some((name.strip_prefix("f-")?.to_owned(), value.clone())));
        // An address of ours: a form never leads elsewhere.
        let undo = undo.filter(|action| action.starts_with("/console/")).map(|action| (action, fields.collect()));
        Some(Self { text, undo })
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;
    use axum::http::header::{COOKIE, SET_COOKIE};

    use super::*;

    #[test]
    fn it_is_read_as_it_was_left_and_never_leads_elsewhere() {
        let flash =
            Flash::new("Zurückgehalten; “Jane” & co.").with_undo("/console/reviews/7/undo", &[("revision", "3")]);
        let response = flash.then("/console/reviews");
        let cookie = response.headers()[SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
        let headers = HeaderMap::from_iter([(COOKIE, HeaderValue::from_str(&cookie).unwrap())]);
        assert_eq!(Flash::find(&headers), Some(flash));
        let away = Flash::new("x").with_undo("https://evil.example/console/", &[]).then("/console");
        let cookie = away.headers()[SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
        let headers = HeaderMap::from_iter([(COOKIE, HeaderValue::from_str(&cookie).unwrap())]);
        assert_eq!(Flash::find(&headers), Some(Flash::new("x")));
    }
}
