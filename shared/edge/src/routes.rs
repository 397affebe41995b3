//! Every route of the system, and the answer to a call that matches none.
//!
//! API Gateway sends calls to functions by prefixes of their paths (`stack/api.yaml`), so every function also gets
//! calls that it does not serve. All functions answer these in the same way. For a known path with another method, the
//! answer is 405, and `Allow` lists all methods of the path, whichever functions serve them.

mod table;

use axum::http::{Method, Uri};
use axum::response::Response;

use crate::error::Error;
use crate::native::Failure;
use crate::page::see_other;

pub use table::ROUTES;

/// Pages for addresses that end with a slash, because API Gateway's `{proxy+}` needs at least one segment, and no route
/// key ends with a slash.
const WITH_SLASH: [(&str, &str); 3] = [("/console/", "/console"), ("/review/", "/review"), ("/r/", "/review")];
/// The paths below which everything is one text of the shop's: the id of an order or product, or an address. The text
/// may contain slashes, because API Gateway decodes the whole path.
const TEXTS: [&str; 4] = ["/api/v1/asks/", "/api/v1/orders/", "/api/v1/products/", "/api/v1/suppressions/"];

/// Splits a decoded path before the shop's text at its end; `None` if there is no such text. A text has no empty
/// segment, because an extra slash is a mistake in the path and not a part of an id.
pub(crate) fn text_at_end(path: &str) -> Option<(&str, &str)> {
    let length = TEXTS.iter().find(|prefix| path.starts_with(**prefix))?.len();
    let (prefix, text) = path.split_at(length);
    (!text.split('/').any(str::is_empty)).then_some((prefix, text))
}

/// The methods of a path, as `Allow` lists them; `None` for an unknown path.
fn allowed(path: &str) -> Option<String> {
    let mut methods: Vec<&str> = known(path).map(|route| route.method).filter(|&method| method != "ANY").collect();
    if methods.contains(&"GET") {
        methods.push("HEAD");
    }
    methods.sort_unstable();
    methods.dedup();
    (!methods.is_empty()).then(|| methods.join(", "))
}

/// The route of a call; `None` if no route accepts it, or only one for any method.
pub fn find(method: &str, path: &str) -> Option<&'static Route> {
    known(path).find(|route| route.method == method)
}

fn known(path: &str) -> impl Iterator<Item = &'static Route> {
    // `/send` is a word and not an id, so a literal route hides a route with a variable segment.
    let literal = ROUTES.iter().any(|route| route.path == path);
    ROUTES.iter().filter(move |route| if literal { route.path == path } else { route.matches(path) })
}

/// Refuses a call that nobody serves, whichever function it reached.
///
/// For example, the function of `GET …/{id}` also gets `GET …/send`, and would take `send` for an id. Paths of an `ANY`
/// route pass: its function answers unknown paths in the form of its own API.
/// A GET of the native API may have only the query's parameters that its description names. Returns the first other one, which is
/// refused once the key is known.
pub(crate) fn check(method: &Method, uri: &Uri) -> Result<Option<String>, Error> {
    let path = uri.path();
    let whole = ROUTES.iter().any(|route| route.method == "ANY" && route.matches(path));
    let takes = |route: &Route| route.method == method.as_str() || route.method == "GET" && method == Method::HEAD;
    let Some(route) = known(path).find(|route| takes(route)) else {
        return if whole || without_slash(path).is_some() { Ok(None) } else { Err(unserved(path)) };
    };
    Ok(uri.query().and_then(|query| route.unknown(query)))
}

/// Whether pages of other hosts may read all answers below this path, including errors: they may if the path has a
/// route for OPTIONS.
pub(crate) fn is_public(path: &str) -> bool {
    let below = |route: &Route| path.starts_with(route.path.split('{').next().unwrap_or_default());
    ROUTES.iter().any(|route| route.method == "OPTIONS" && below(route))
}

/// Why a path is not served with some method: it has other methods, or it is unknown.
pub fn unserved(path: &str) -> Error {
    allowed(path).map_or(Error::NoRoute, |allow| Error::Method { allow })
}

fn without_slash(path: &str) -> Option<&'static str> {
    WITH_SLASH.iter().find(|(address, _)| *address == path).map(|(_, page)| *page)
}

pub(crate) async fn fallback(uri: Uri) -> Result<Response, Failure> {
    let path = uri.path();
    without_slash(path).map_or_else(|| Err(Failure(unserved(path))), |page| Ok(see_other(page)))
}

/// A route in the code: what a function serves below the prefixes that API Gateway sends to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// The method, or `ANY`.
    pub method: &'static str,
    /// The path, `{…}` for one segment, `{…+}` for one or more.
    pub path: &'static str,
    /// The folder of `functions/` that serves it.
    pub function: &'static str,
    /// The parameters that the query may have, separated by spaces; `None` if others are ignored.
    pub parameters: Option<&'static str>,
}

pub(super) const fn route(method: &'static str, path: &'static str, function: &'static str) -> Route {
    Route { method, path, function, parameters: None }
}

impl Route {
    pub(super) const fn only(self, parameters: &'static str) -> Self {
        Self { parameters: Some(parameters), ..self }
    }

    /// The first parameter of a query that the route does not have, cut to 60 characters.
    fn unknown(&self, query: &str) -> Option<String> {
        let parameters = self.parameters?;
        let mut names = form_urlencoded::parse(query.as_bytes()).map(|(name, _)| name);
        let unknown = names.find(|name| !parameters.split(' ').any(|known| known == name))?;
        Some(unknown.chars().take(60).collect())
    }

    pub fn matches(&self, path: &str) -> bool {
        let (mut ours, mut theirs) = (self.path.split('/'), path.split('/'));
        loop {
            match (ours.next(), theirs.next()) {
                (None, None) => return true,
                (Some(ours), Some(_)) if ours.ends_with("+}") => return true,
                (Some(ours), Some(theirs)) if ours == theirs || ours.starts_with('{') && !theirs.is_empty() => {}
                _ => return false,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_its_methods() {
        let allow = |path| allowed(path);
        assert_eq!(allow("/api/v1/review-requests").as_deref(), Some("GET, HEAD"));
        assert_eq!(allow("/api/v1/review-requests/7").as_deref(), Some("DELETE, GET, HEAD"));
        assert_eq!(allow("/api/v1/review-requests/send").as_deref(), Some("POST"));
        assert_eq!(allow("/api/v1/review-requests/"), None);
        assert_eq!(allow("/"), None);
        let refused = |path| check(&Method::GET, &Uri::from_static(path)).is_err();
        assert!(refused("/api/v1/review-requests/send"));
        assert!(!refused("/api/v1/review-requests/7"));
    }

    #[test]
    fn what_is_public_is_so_with_its_errors() {
        for path in ["/p/fern/mug.json", "/p/", "/trust/fern"] {
            assert!(is_public(path), "{path}");
        }
        for path in ["/", "/p", "/products", "/api/v1/reviews", "/review/hub", "/r/7K3MQ9X2TB4C"] {
            assert!(!is_public(path), "{path}");
        }
    }
}
