//! Cursors: where a page begins, with the filter and the sorting it belongs to.
//!
//! A cursor is opaque to its holder, and harmless to forge: it is read as strictly as a body, and can
//! say nothing that a body could not.

use app::requests::{Rank, SearchStart};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::RequestId;
use edge::Field;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::error::violation::{Rule, Violation};
use crate::wire::filter;
use crate::wire::sort::{self, Sort, SortInput};

const LIMIT_MAX: u32 = 100;

/// Where a page begins, and what it belongs to.
pub(super) struct Cursor {
    /// The filter as it was sent.
    pub(super) filter: Value,
    pub(super) sort: Vec<Sort>,
    pub(super) limit: u32,
    pub(super) start: SearchStart,
}

/// A cursor's JSON.
#[derive(Deserialize)]
struct CursorJson {
    filter: Field<Value>,
    sort: Field<Vec<Field<SortInput>>>,
    limit: Field<f64>,
    after: Field<u64>,
    before: Field<u64>,
    rank: Field<Vec<i64>>,
}

/// The cursor of the page that follows a request.
pub(super) fn after(filter: &Value, sort: &[Sort], limit: u32, rank: &Rank) -> String {
    encode("after", filter, sort, limit, rank)
}

/// The cursor of the page that precedes a request.
pub(super) fn before(filter: &Value, sort: &[Sort], limit: u32, rank: &Rank) -> String {
    encode("before", filter, sort, limit, rank)
}

fn encode(side: &str, filter: &Value, sort: &[Sort], limit: u32, Rank { rank, id }: &Rank) -> String {
    let sort: Vec<_> = sort.iter().map(|sort| sort.to_json()).collect();
    let cursor = json!({"filter": filter, "sort": sort, "limit": limit, side: id.get(), "rank": rank});
    URL_SAFE_NO_PAD.encode(cursor.to_string())
}

impl Cursor {
    /// Reads a cursor; `None` for anything that is not one.
    pub(super) fn decode(cursor: &str) -> Option<Self> {
        let object = edge::object(&URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
        let CursorJson { filter, sort, limit, after, before, rank } = serde_json::from_value(object.into()).ok()?;
        let Field::Value(rank) = rank else { return None };
        let start = match (after, before) {
            (Field::Value(id), Field::Absent) => SearchStart::After(Rank { rank, id: RequestId::new(id)? }),
            (Field::Absent, Field::Value(id)) => SearchStart::Before(Rank { rank, id: RequestId::new(id)? }),
            _ => return None,
        };
        let filter = filter::sent(filter);
        Some(Self { filter, sort: sort::parse(&sort).ok()?, limit: parse_limit(&limit).ok()??, start })
    }
}

/// Reads the most requests of a page; `None` if the field is absent or null.
pub(super) fn parse_limit(limit: &Field<f64>) -> Result<Option<u32>, Violation> {
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
    Err(Violation::new("query.cursorPaging.limit", rule, "A page's limit must be a whole number from 1 to 100."))
}
