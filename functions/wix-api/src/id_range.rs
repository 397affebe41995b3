//! The part of the table that a filter can match. The table is sorted by id, and ids rise with the time
//! of creation.

use domain::{Guid, RequestId};
use jiff::Timestamp;
use store::IdRange;

use crate::filter::{Filter, Test, Value};
use crate::wire::field::FilterField;

/// The ids that a filter can match; `None` if it matches no request.
pub(crate) fn id_range(filter: &Filter<FilterField>) -> Option<IdRange> {
    let all = IdRange { first: RequestId::new(1)?, last: RequestId::new(RequestId::MAX)? };
    narrowed(all, filter)
}

fn narrowed(range: IdRange, filter: &Filter<FilterField>) -> Option<IdRange> {
    let IdRange { first, last } = range;
    let earliest = |at: Timestamp| RequestId::mint(at, 0);
    let latest = |at: Timestamp| RequestId::mint(at, u16::MAX);
    let enclosing = |ids: &[(RequestId, RequestId)]| {
        let from = ids.iter().map(|(first, _)| *first).min()?;
        let to = ids.iter().map(|(_, last)| *last).max()?;
        Some(IdRange { first: first.max(from), last: last.min(to) })
    };
    let range = match filter {
        Filter::All(filters) => filters.iter().try_fold(range, narrowed)?,
        Filter::Field(FilterField::Id, Test::AnyOf(values)) => {
            let ids = values.iter().filter_map(|value| match value {
                Value::Text(guid) => Guid::parse(guid).ok().and_then(RequestId::from_guid),
                Value::Time(_) => None,
            });
            enclosing(&ids.map(|id| (id, id)).collect::<Vec<_>>())?
        }
        Filter::Field(FilterField::CreatedDate, Test::AnyOf(values)) => {
            let times = values.iter().filter_map(time).map(|at| (earliest(at), latest(at)));
            enclosing(&times.collect::<Vec<_>>())?
        }
        Filter::Field(FilterField::CreatedDate, Test::Above { than, or_equal: _ }) => {
            IdRange { first: first.max(earliest(time(than)?)), last }
        }
        Filter::Field(FilterField::CreatedDate, Test::Below { than, or_equal: _ }) => {
            IdRange { first, last: last.min(latest(time(than)?)) }
        }
        Filter::Any(_) | Filter::Not(_) | Filter::Field(..) => range,
    };
    (range.first <= range.last).then_some(range)
}

fn time(value: &Value) -> Option<Timestamp> {
    match value {
        Value::Time(at) => Some(*at),
        Value::Text(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::*;
    use crate::wire::filter;

    #[test]
    fn ids_and_dates_of_creation_narrow_where_to_look() {
        let at = |time: &str| time.parse::<Timestamp>().unwrap();
        let rangened = |sent: Json| id_range(&filter::parse(&sent, "filter").unwrap_or_else(|_| Filter::Any(vec![])));
        let all = rangened(json!({})).unwrap();
        assert_eq!((all.first.get(), all.last.get()), (1, RequestId::MAX));
        assert_eq!(rangened(json!({"$or": [{"createdDate": {"$gt": "2026-11-20T06:00:00Z"}}]})), Some(all));
        let (from, to) = ("2026-11-20T06:00:00.500Z", "2026-11-21T06:00:00Z");
        let day = rangened(json!({"createdDate": {"$gte": from, "$lt": to}, "status": "SENT"})).unwrap();
        assert_eq!(day.first, RequestId::mint(at(from), 0));
        assert_eq!(day.last, RequestId::mint(at(to), 0xffff));
        assert_eq!(rangened(json!({"createdDate": {"$gt": to, "$lt": from}})), None);
        let id = RequestId::mint(at(from), 7);
        assert_eq!(rangened(json!({"id": id.guid().to_string()})), Some(IdRange { first: id, last: id }));
        assert_eq!(rangened(json!({"id": {"$in": ["6f4770fc-b8ee-4bf2-9977-d048a7f27987"]}})), None);
        assert_eq!(rangened(json!({"id": {"$ne": id.guid().to_string()}})), Some(all));
    }
}
