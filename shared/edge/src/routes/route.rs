//! A route key of API Gateway.

/// The paths that end in a text of the shop's: of an order, an address. API Gateway decodes a path before it looks for its route,
/// so a `/` that belongs to the text would be the end of it.
const TEXTS: [&str; 3] = ["/api/v1/orders/{id}", "/api/v1/products/{id}", "/api/v1/suppressions/{address}"];

/// One route key of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// The method, or `ANY`.
    pub method: &'static str,
    /// The path, `{…}` for one segment, `{…+}` for one or more.
    pub path: &'static str,
    /// The folder of `functions/` that serves it.
    pub function: &'static str,
}

/// A line of the table.
pub(super) const fn route(method: &'static str, path: &'static str, function: &'static str) -> Route {
    Route { method, path, function }
}

impl Route {
    /// The route's key at API Gateway: a text at its end may have slashes.
    #[must_use]
    pub fn key(&self) -> String {
        let path = if TEXTS.contains(&self.path) { self.path.replace('}', "+}") } else { self.path.to_owned() };
        format!("{} {path}", self.method)
    }

    /// Whether the route's pattern matches this path.
    #[must_use]
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
