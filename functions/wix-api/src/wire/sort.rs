//! The order of a query.

use domain::reads;
use domain::request::Request;
use domain::values::Invalid;
use domain::values::value::{Json, Kind, Raw, text};
use edge::openapi::words;
use jiff::Timestamp;
use serde_json::{Value, json};
use store::table::End;
use utoipa::openapi::schema::{Array, ArrayBuilder, ObjectBuilder};

use crate::error::violation::{Rule, Violation};
use crate::wire::request::{STATUSES, send_date, status};

const SORTS_MAX: usize = 5;

edge::input! {
    /// A field to sort by. [`sorts`] is its schema.
    pub(super) struct SortInput refused Violation {
        field_name "fieldName": Raw;
        order: Option<Order>;
    }
}

/// The end with which a field's values begin.
pub(super) enum Order {}

/// At most five fields to sort by.
pub(super) enum Sorts {}

reads! {
    Order: End = |json| match text(json) {
        ASC => Ok(End::Oldest),
        DESC => Ok(End::Newest),
        _ => Err(Invalid("Send ASC or DESC.")),
    }, Kind::Word(vec![ASC, DESC]);
    Sorts: Vec<Result<SortInput, Invalid>> = |json| match json.and_then(Json::as_array) {
        Some(sorts) if sorts.len() > SORTS_MAX => Err(Invalid("Sort by at most 5 fields.")),
        Some(sorts) => Ok(sorts.iter().map(|sort| SortInput::read(Some(sort))).collect()),
        None => Err(Invalid("Send a list of objects with a fieldName.")),
    }, SortInput::shape().kind.list(None, Some(SORTS_MAX));
}

/// What a query sorts by, if it says so.
pub(super) type Sent = Option<Vec<Result<SortInput, Invalid>>>;

/// The schema of a list of fields to sort by.
pub(super) fn sorts<S: SortField>() -> Array {
    let fields = S::ALL.iter().map(|(name, _)| *name);
    let one = ObjectBuilder::new().property("fieldName", words(fields)).required("fieldName");
    let one = one.property("order", words([ASC, DESC]));
    ArrayBuilder::new().items(one).max_items(Some(SORTS_MAX)).build()
}

const ASC: &str = "ASC";
const DESC: &str = "DESC";

pub(crate) trait SortField: Copy + PartialEq + 'static {
    /// Every field with its path.
    const ALL: &'static [(&'static str, Self)];
    /// The sentence for an unknown field.
    const UNKNOWN: &'static str;
    /// The field of the table's order.
    const CREATED_DATE: Self;
}

#[derive(Clone, Copy)]
pub(crate) struct Sort<S> {
    by: S,
    /// The end at which the list begins.
    end: End,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum RequestSort {
    CreatedDate,
    SendDate,
    Status,
}

impl SortField for RequestSort {
    const ALL: &'static [(&'static str, Self)] =
        &[("createdDate", Self::CreatedDate), ("sendDate", Self::SendDate), ("status", Self::Status)];
    const UNKNOWN: &'static str = "Review requests can be sorted by createdDate, sendDate or status.";
    const CREATED_DATE: Self = Self::CreatedDate;
}

impl RequestSort {
    /// A request's field as a number. A missing date comes before any date.
    pub(super) fn number(self, request: &Request, now: Timestamp) -> i64 {
        match self {
            Self::CreatedDate => request.created_at.as_millisecond(),
            Self::SendDate => send_date(request).map_or(i64::MIN, Timestamp::as_millisecond),
            Self::Status => {
                let shown = status(request, now);
                let status = STATUSES.iter().position(|status| *status == shown).unwrap_or_default();
                i64::try_from(status).unwrap_or_default()
            }
        }
    }
}

/// Reads the fields to sort by, the most important first.
pub(super) fn parse<S: SortField>(sorts: &Sent) -> Result<Vec<Sort<S>>, Violation> {
    let sorts = sorts.iter().flatten().enumerate();
    sorts.map(|(index, sort)| Sort::parse(sort, &format!("query.sort[{index}]"))).collect()
}

impl<S: SortField> Sort<S> {
    fn parse(sort: &Result<SortInput, Invalid>, path: &str) -> Result<Self, Violation> {
        let sort = sort.as_ref().ok();
        let name = sort.and_then(|sort| sort.field_name.as_deref().ok()).unwrap_or_default();
        let by = S::ALL.iter().find(|(path, _)| *path == name);
        let (_, by) = by.ok_or_else(|| Violation::new(format!("{path}.fieldName"), Rule::Other, S::UNKNOWN))?;
        let end = sort.map_or(Ok(None), |sort| sort.order.clone()).map_err(|violation| violation.within(path))?;
        Ok(Self { by: *by, end: end.unwrap_or(End::Oldest) })
    }

    /// The sort in the form that [`SortInput`] reads.
    pub(super) fn to_json(self) -> Value {
        let order = match self.end {
            End::Oldest => ASC,
            End::Newest => DESC,
        };
        let name = S::ALL.iter().find(|(_, field)| *field == self.by).map_or("", |(name, _)| name);
        json!({"fieldName": name, "order": order})
    }

    /// The end to start from, if the rows are sorted only by creation, which is the table's order.
    pub(super) fn by_creation(sorts: &[Self]) -> Option<End> {
        match sorts {
            [] => Some(End::Oldest),
            [Self { by, end }] if *by == S::CREATED_DATE => Some(*end),
            _ => None,
        }
    }

    /// A row's numbers, one for each sort. `number` gives the field's value; smaller comes first.
    pub(super) fn rank(sorts: &[Self], number: impl Fn(S) -> i64) -> Vec<i64> {
        let rank = |Self { by, end }: &Self| match end {
            End::Oldest => number(*by),
            End::Newest => number(*by).saturating_neg(),
        };
        sorts.iter().map(rank).collect()
    }
}
