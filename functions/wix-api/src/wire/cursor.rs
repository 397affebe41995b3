//! Cursors: where a page begins, with its filter and sorting.
//!
//! A cursor needs no signature, because it is checked as strictly as a body, and can contain nothing that a body could
//! not.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::values::{Id, Kind};
use edge::field::Field;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::error::violation::{Rule, Violation};
use crate::use_cases::search::{Rank, SearchStart};
use crate::wire::filter;
use crate::wire::sort::{self, Sort, SortField, SortInput};

const LIMIT_MAX: u32 = 100;

pub(super) struct Cursor<S, K: Kind> {
    /// The filter as sent.
    pub(super) filter: Value,
    pub(super) sort: Vec<Sort<S>>,
    pub(super) limit: u32,
    pub(super) start: SearchStart<Id<K>>,
}

#[derive(Deserialize)]
struct CursorJson {
    filter: Field<Value>,
    sort: Field<Vec<Field<SortInput>>>,
    limit: Field<f64>,
    after: Field<u64>,
    before: Field<u64>,
    rank: Field<Vec<i64>>,
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
        let CursorJson { filter, sort, limit, after, before, rank } = serde_json::from_value(object.into()).ok()?;
        let Field::Value(rank) = rank else { return None };
        let start = match (after, before) {
            (Field::Value(id), Field::Absent) => SearchStart::After(Rank { rank, id: Id::new(id)? }),
            (Field::Absent, Field::Value(id)) => SearchStart::Before(Rank { rank, id: Id::new(id)? }),
            _ => return None,
        };
        let filter = filter::sent(filter);
        Some(Self { filter, sort: sort::parse(&sort).ok()?, limit: parse_limit(&limit, "").ok()??, start })
    }
}

/// Reads the maximum number of rows on a page. `path` is the field's place in the body. `None` if the field is absent
/// or null.
pub(super) fn parse_limit(limit: &Field<f64>, path: &str) -> Result<Option<u32>, Violation> {
    let rule = match limit {
        Field::Absent | Field::Null => return Ok(None),
        Field::Value(number) if *number < 1.0 => Rule::Min,
        Field::Value(number) if *number > f64::from(LIMIT_MAX) => Rule::Max,
        Field::Value(number) if number.fract() == 0.0 => {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 100, whole")]
            return Ok(Some(*number as u32));
        }
        Field::Value(_) | Field::Invalid => Rule::Format,
    };
    Err(Violation::new(path, rule, "A page's limit must be a whole number from 1 to 100."))
}
