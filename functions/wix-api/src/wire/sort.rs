//! The order of a query.

use domain::request::Request;
use edge::field::Field;
use edge::openapi::words;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use store::table::End;
use utoipa::openapi::schema::{Array, ArrayBuilder, ObjectBuilder};

use crate::error::violation::{Rule, Violation};
use crate::wire::request::{Milliseconds, ReviewRequest, STATUSES};

const SORTS_MAX: usize = 5;

/// A field to sort by. [`sorts`] is its schema.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SortInput {
    field_name: Field<String>,
    order: Field<String>,
}

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
        let shown = ReviewRequest::new(request, now);
        let time = |at: Option<Milliseconds>| at.map_or(i64::MIN, |Milliseconds(at)| at.as_millisecond());
        match self {
            Self::CreatedDate => time(Some(shown.created_date)),
            Self::SendDate => time(shown.send_date),
            Self::Status => {
                let status = STATUSES.iter().position(|status| *status == shown.status).unwrap_or_default();
                i64::try_from(status).unwrap_or_default()
            }
        }
    }
}

/// Reads the fields to sort by, the most important first.
pub(super) fn parse<S: SortField>(sorts: &Field<Vec<Field<SortInput>>>) -> Result<Vec<Sort<S>>, Violation> {
    const PATH: &str = "query.sort";
    match sorts {
        Field::Absent | Field::Null => Ok(Vec::new()),
        Field::Value(sorts) if sorts.len() > SORTS_MAX => {
            Err(Violation::new(PATH, Rule::MaxSize, "Sort by at most 5 fields."))
        }
        Field::Value(sorts) => {
            let parsed = sorts.iter().enumerate().map(|(index, sort)| Sort::parse(sort, &format!("{PATH}[{index}]")));
            parsed.collect()
        }
        Field::Invalid => Err(Violation::new(PATH, Rule::Format, "Send a list of objects with a fieldName.")),
    }
}

impl<S: SortField> Sort<S> {
    fn parse(sort: &Field<SortInput>, path: &str) -> Result<Self, Violation> {
        let (name, order) = match sort {
            Field::Value(SortInput { field_name, order }) => (field_name.as_str(), order),
            Field::Absent | Field::Null | Field::Invalid => ("", &Field::Absent),
        };
        let by = S::ALL.iter().find(|(path, _)| *path == name);
        let (_, by) = by.ok_or_else(|| Violation::new(format!("{path}.fieldName"), Rule::Other, S::UNKNOWN))?;
        let end = match order {
            Field::Absent | Field::Null => End::Oldest,
            Field::Value(order) if order == ASC => End::Oldest,
            Field::Value(order) if order == DESC => End::Newest,
            Field::Value(_) | Field::Invalid => {
                return Err(Violation::new(format!("{path}.order"), Rule::Format, "Send ASC or DESC."));
            }
        };
        Ok(Self { by: *by, end })
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
