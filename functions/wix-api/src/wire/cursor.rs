//! Cursors: where a page begins, with its filter and sorting.
//!
//! A cursor needs no signature, because it is checked as strictly as a body, and can contain nothing that a body could
//! not.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::values::value::Value as _;
use domain::values::{Id, Kind};
use serde_json::{Value, json};

use crate::use_cases::search::{Rank, SearchStart};
use crate::wire::filter;
use crate::wire::parse::{AnyObject, Limit};
use crate::wire::sort::{self, Sort, SortField, Sorts};

pub(super) struct Cursor<S, K: Kind> {
    /// The filter as sent.
    pub(super) filter: Value,
    pub(super) sort: Vec<Sort<S>>,
    pub(super) limit: u32,
    pub(super) start: SearchStart<Id<K>>,
}

#[derive(Clone, Copy)]
pub(super) enum Side {
    After,
    Before,
}

/// The cursor of the page on this side of a row.
pub(super) fn encode<S: SortField, K: Kind>(
    side: Side,
    filter: &Value,
    sort: &[Sort<S>],
    limit: u32,
    Rank { rank, id }: &Rank<Id<K>>,
) -> String {
    let side = match side {
        Side::After => "after",
        Side::Before => "before",
    };
    let sort: Vec<_> = sort.iter().map(|sort| sort.to_json()).collect();
    let cursor = json!({"filter": filter, "sort": sort, "limit": limit, side: id.get(), "rank": rank});
    URL_SAFE_NO_PAD.encode(cursor.to_string())
}

impl<S: SortField, K: Kind> Cursor<S, K> {
    /// Reads a cursor; `None` if it is malformed.
    pub(super) fn decode(cursor: &str) -> Option<Self> {
        let object = edge::json::object(&URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
        let part = |name| object.get(name);
        let rank = serde_json::from_value(part("rank")?.clone()).ok()?;
        let id = |json: &Value| Id::new(json.as_u64()?);
        let start = match (part("after"), part("before")) {
            (Some(after), None) => SearchStart::After(Rank { rank, id: id(after)? }),
            (None, Some(before)) => SearchStart::Before(Rank { rank, id: id(before)? }),
            _ => return None,
        };
        Some(Self {
            filter: filter::sent(Option::<AnyObject>::read(part("filter")).ok()?),
            sort: sort::parse(&Option::<Sorts>::read(part("sort")).ok()?).ok()?,
            limit: Limit::read(part("limit")).ok()?,
            start,
        })
    }
}
