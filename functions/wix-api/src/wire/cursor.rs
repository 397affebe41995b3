//! Queries and their cursors: where a page begins, with the filter and the sorting it belongs to.
//!
//! A cursor is opaque to its holder, and harmless to forge: it is read as strictly as a body, and
//! says nothing that a body could not.

use app::requests::{Rank, SearchStart};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::{Filter, Request, RequestId};
use jiff::Timestamp;
use serde_json::{Map, Value as Json, json};
use store::End;

use super::filter::{Field, filter, sent};
use crate::error::{Rule, Violation};
use crate::wire::{Milliseconds, ReviewRequest, STATUSES};

/// The most requests of a page.
const LIMIT_MAX: u32 = 100;
/// The requests of a page when the call does not say.
const LIMIT: u32 = 50;
/// The most fields to sort by.
const SORTS_MAX: usize = 5;
/// The longest filter, in bytes: it travels in the cursor, and a cursor in a body.
const FILTER_BYTES_MAX: usize = 16 * 1024;

const CURSOR: &str = "query.cursorPaging.cursor";

/// What to find.
pub(crate) struct Query {
    pub(crate) filter: Filter<Field>,
    pub(crate) sort: Vec<Sort>,
    pub(crate) limit: u32,
    pub(crate) start: SearchStart,
    /// The filter and the sorting as they were sent.
    sent: (Json, Json),
}

/// A field to sort by, and in which direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sort {
    by: SortField,
    end: End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SortField {
    CreatedDate,
    SendDate,
    Status,
}

/// Reads a query; absent, it means every request.
pub(crate) fn query(query: Option<&Json>) -> Result<Query, Violation> {
    let query = object(query, "query")?;
    let part = |name: &str| query.and_then(|query| query.get(name));
    let paging = object(part("cursorPaging"), "query.cursorPaging")?;
    let limit = limit(paging.and_then(|paging| paging.get("limit")))?;
    match paging.and_then(|paging| paging.get("cursor")) {
        None | Some(Json::Null) => {
            let (filter_sent, sort_sent) = (sent(part("filter")), part("sort").cloned().unwrap_or_default());
            let filter = filter(Some(&filter_sent), "query.filter")?;
            if filter_sent.to_string().len() > FILTER_BYTES_MAX {
                return Err(Violation::new("query.filter", Rule::MaxSize, "A filter has at most 16 KiB."));
            }
            let sort = sort(Some(&sort_sent))?;
            let limit = limit.unwrap_or(LIMIT);
            Ok(Query { filter, sort, limit, start: SearchStart::First, sent: (filter_sent, sort_sent) })
        }
        Some(cursor) => {
            if [part("filter"), part("sort")].into_iter().flatten().any(|part| !is_blank(part)) {
                let rule = "A cursor holds the filter and the sorting; send cursorPaging alone.";
                return Err(Violation::new(CURSOR, Rule::Other, rule));
            }
            let wrong = || Violation::new(CURSOR, Rule::Format, "Send a cursor of an earlier answer, unchanged.");
            let query = cursor.as_str().and_then(read).ok_or_else(wrong)?;
            Ok(Query { limit: limit.unwrap_or(query.limit), ..query })
        }
    }
}

fn object<'a>(json: Option<&'a Json>, path: &str) -> Result<Option<&'a Map<String, Json>>, Violation> {
    match json {
        None | Some(Json::Null) => Ok(None),
        Some(Json::Object(object)) => Ok(Some(object)),
        Some(_) => Err(Violation::new(path, Rule::Format, "Send an object, or leave it out.")),
    }
}

fn is_blank(json: &Json) -> bool {
    match json {
        Json::Null => true,
        Json::Object(object) => object.is_empty(),
        Json::Array(list) => list.is_empty(),
        _ => false,
    }
}

fn limit(json: Option<&Json>) -> Result<Option<u32>, Violation> {
    let wrong = |rule| {
        let description = "A page has 1 to 100 review requests, a whole number.";
        Err(Violation::new("query.cursorPaging.limit", rule, description))
    };
    let Some(json) = json.filter(|json| !json.is_null()) else { return Ok(None) };
    match json.as_f64() {
        Some(number) if number < 1.0 => wrong(Rule::Min),
        Some(number) if number > f64::from(LIMIT_MAX) => wrong(Rule::Max),
        Some(number) if number.fract() == 0.0 =>
        {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 100, whole")]
            Ok(Some(number as u32))
        }
        _ => wrong(Rule::Format),
    }
}

fn sort(json: Option<&Json>) -> Result<Vec<Sort>, Violation> {
    const PATH: &str = "query.sort";
    let sorts = match json {
        None | Some(Json::Null) => return Ok(Vec::new()),
        Some(Json::Array(sorts)) if sorts.len() <= SORTS_MAX => sorts,
        Some(Json::Array(_)) => return Err(Violation::new(PATH, Rule::MaxSize, "Sort by at most 5 fields.")),
        Some(_) => return Err(Violation::new(PATH, Rule::Format, "Send a list of objects with a fieldName.")),
    };
    let one = |(index, json): (usize, &Json)| {
        let path = |name: &str| format!("{PATH}[{index}].{name}");
        let by = match json.get("fieldName").and_then(Json::as_str) {
            Some("createdDate") => SortField::CreatedDate,
            Some("sendDate") => SortField::SendDate,
            Some("status") => SortField::Status,
            _ => {
                let rule = "Review requests are sorted by createdDate, sendDate or status.";
                return Err(Violation::new(path("fieldName"), Rule::Other, rule));
            }
        };
        let end = match json.get("order") {
            None | Some(Json::Null) => End::Oldest,
            Some(Json::String(order)) if order == "ASC" => End::Oldest,
            Some(Json::String(order)) if order == "DESC" => End::Newest,
            Some(_) => return Err(Violation::new(path("order"), Rule::Format, "Send ASC or DESC.")),
        };
        Ok(Sort { by, end })
    };
    sorts.iter().enumerate().map(one).collect()
}

impl Query {
    /// The end to start from, when the order is that of creation, which is that of the table.
    pub(crate) fn made(&self) -> Option<End> {
        match self.sort.as_slice() {
            [] => Some(End::Oldest),
            [Sort { by: SortField::CreatedDate, end }] => Some(*end),
            _ => None,
        }
    }

    /// A request's numbers in the query's order: the smaller, the earlier. What has no date comes
    /// before what has.
    pub(crate) fn rank(&self, request: &Request, now: Timestamp) -> Vec<i64> {
        let shown = ReviewRequest::new(request, now);
        let time = |at: Option<Milliseconds>| at.map_or(i64::MIN, |Milliseconds(at)| at.as_millisecond());
        let word =
            |word| STATUSES.iter().position(|status| *status == word).and_then(|place| i64::try_from(place).ok());
        let number = |Sort { by, end }: &Sort| {
            let number = match by {
                SortField::CreatedDate => time(Some(shown.created_date)),
                SortField::SendDate => time(shown.send_date),
                SortField::Status => word(shown.status).unwrap_or_default(),
            };
            match end {
                End::Oldest => number,
                End::Newest => number.saturating_neg(),
            }
        };
        self.sort.iter().map(number).collect()
    }

    /// The cursor of the page behind a place.
    pub(crate) fn after(&self, place: &Rank) -> String {
        self.write("after", place)
    }

    /// The cursor of the page before a place.
    pub(crate) fn before(&self, place: &Rank) -> String {
        self.write("before", place)
    }

    fn write(&self, side: &str, Rank { rank, id }: &Rank) -> String {
        let (filter, sort) = &self.sent;
        let cursor = json!({"filter": filter, "sort": sort, "limit": self.limit, side: id.get(), "rank": rank});
        URL_SAFE_NO_PAD.encode(cursor.to_string())
    }
}

fn read(cursor: &str) -> Option<Query> {
    let cursor = edge::object(&URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    let id = |side: &str| cursor.get(side).and_then(Json::as_u64).and_then(RequestId::new);
    let rank = cursor.get("rank")?.as_array()?.iter().map(Json::as_i64).collect::<Option<Vec<_>>>()?;
    let start = match (id("after"), id("before")) {
        (Some(id), None) => SearchStart::After(Rank { rank, id }),
        (None, Some(id)) => SearchStart::Before(Rank { rank, id }),
        _ => return None,
    };
    let sent = (cursor.get("filter")?.clone(), cursor.get("sort")?.clone());
    let limit = limit(cursor.get("limit")).ok()??;
    let (filter, sort) = (filter(Some(&sent.0), CURSOR).ok()?, sort(Some(&sent.1)).ok()?);
    Some(Query { filter, sort, limit, start, sent })
}
