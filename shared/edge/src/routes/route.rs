//! A route in the code: what a function serves below the prefixes that API Gateway sends to it.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// The method, or `ANY`.
    pub method: &'static str,
    /// The path, `{…}` for one segment, `{…+}` for one or more.
    pub path: &'static str,
    /// The folder of `functions/` that serves it.
    pub function: &'static str,
}

pub(super) const fn route(method: &'static str, path: &'static str, function: &'static str) -> Route {
    Route { method, path, function }
}

impl Route {
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
