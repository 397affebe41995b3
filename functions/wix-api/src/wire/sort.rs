//! The order of a query.

use domain::Request;
use edge::Field;
use edge::openapi::words;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use store::End;
use utoipa::ToSchema;
use utoipa::openapi::Object;

use crate::error::violation::{Rule, Violation};
use crate::wire::request::{Milliseconds, ReviewRequest, STATUSES};

/// The most fields to sort by.
const SORTS_MAX: usize = 5;

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestSort)]
pub(super) struct SortInput {
    #[schema(schema_with = sort_fields)]
    field_name: Field<String>,
    #[schema(schema_with = orders, required = false)]
    order: Field<String>,
}

fn sort_fields() -> Object {
    words(SortField::ALL.map(SortField::as_str))
}

fn orders() -> Object {
    words([ASC, DESC])
}

const ASC: &str = "ASC";
const DESC: &str = "DESC";

/// A field to sort by, and its direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sort {
    by: SortField,
    /// Where the list begins.
    end: End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SortField {
    CreatedDate,
    SendDate,
    Status,
}

impl SortField {
    const ALL: [Self; 3] = [Self::CreatedDate, Self::SendDate, Self::Status];

    const fn as_str(self) -> &'static str {
        match self {
            Self::CreatedDate => "createdDate",
            Self::SendDate => "sendDate",
            Self::Status => "status",
        }
    }
}

/// Reads the fields to sort by, the most important one first.
pub(super) fn parse(sorts: &Field<Vec<Field<SortInput>>>) -> Result<Vec<Sort>, Violation> {
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

impl Sort {
    fn parse(sort: &Field<SortInput>, path: &str) -> Result<Self, Violation> {
        let (name, order) = match sort {
            Field::Value(SortInput { field_name, order }) => (field_name.as_str(), order),
            Field::Absent | Field::Null | Field::Invalid => ("", &Field::Absent),
        };
        let by = SortField::ALL.into_iter().find(|field| field.as_str() == name).ok_or_else(|| {
            let rule = "Review requests can be sorted by createdDate, sendDate or status.";
            Violation::new(format!("{path}.fieldName"), Rule::Other, rule)
        })?;
        let end = match order {
            Field::Absent | Field::Null => End::Oldest,
            Field::Value(order) if order == ASC => End::Oldest,
            Field::Value(order) if order == DESC => End::Newest,
            Field::Value(_) | Field::Invalid => {
                return Err(Violation::new(format!("{path}.order"), Rule::Format, "Send ASC or DESC."));
            }
        };
        Ok(Self { by, end })
    }

    /// The sort as [`SortInput`] reads it.
    pub(super) fn to_json(self) -> Value {
        let order = match self.end {
            End::Oldest => ASC,
            End::Newest => DESC,
        };
        json!({"fieldName": self.by.as_str(), "order": order})
    }

    /// The end to start from if requests are sorted by creation alone, which is the table's order.
    pub(super) fn by_creation(sorts: &[Self]) -> Option<End> {
        match sorts {
            [] => Some(End::Oldest),
            [Self { by: SortField::CreatedDate, end }] => Some(*end),
            _ => None,
        }
    }

    /// A request's numbers, one for each sort: the smaller, the earlier. A missing date comes before any date.
    pub(super) fn rank(sorts: &[Self], request: &Request, now: Timestamp) -> Vec<i64> {
        let shown = ReviewRequest::new(request, now);
        let time = |at: Option<Milliseconds>| at.map_or(i64::MIN, |Milliseconds(at)| at.as_millisecond());
        let status = STATUSES.iter().position(|status| *status == shown.status).unwrap_or_default();
        let number = |Self { by, end }: &Self| {
            let number = match by {
                SortField::CreatedDate => time(Some(shown.created_date)),
                SortField::SendDate => time(shown.send_date),
                SortField::Status => i64::try_from(status).unwrap_or_default(),
            };
            match end {
                End::Oldest => number,
                End::Newest => number.saturating_neg(),
            }
        };
        sorts.iter().map(number).collect()
    }
}
