//! The part of the table that a filter can match. The table is sorted by id, and ids grow with the time of creation.

use domain::values::{Guid, Id, Kind};
use jiff::Timestamp;
use store::table::IdRange;

use crate::filter::{Filter, Test, Value};
use crate::wire::filter::FilterField;

/// The ids that a filter can match; `None` if it matches no row.
pub(crate) fn id_range<F: FilterField>(filter: &Filter<F>) -> Option<IdRange<F::Kind>> {
    let all = IdRange { first: Id::FIRST, last: Id::LAST };
    narrowed(all, filter)
}

fn narrowed<F: FilterField>(range: IdRange<F::Kind>, filter: &Filter<F>) -> Option<IdRange<F::Kind>> {
    let IdRange { first, last } = range;
    let enclosing = |ranges: &[IdRange<F::Kind>]| {
        let from = ranges.iter().map(|range| range.first).min()?;
        let to = ranges.iter().map(|range| range.last).max()?;
        Some(IdRange { first: first.max(from), last: last.min(to) })
    };
    let range = match filter {
        Filter::All(filters) => filters.iter().try_fold(range, narrowed)?,
        Filter::Field(field, Test::AnyOf(values)) if *field == F::ID => {
            let ids = values.iter().filter_map(|value| match value {
                Value::Text(guid) => id::<F::Kind>(guid),
                Value::Time(_) | Value::Number(_) | Value::Flag(_) => None,
            });
            enclosing(&ids.map(|id| IdRange { first: id, last: id }).collect::<Vec<_>>())?
        }
        Filter::Field(field, Test::AnyOf(values)) if *field == F::CREATED_DATE => {
            enclosing(&values.iter().filter_map(time).map(F::created).collect::<Vec<_>>())?
        }
        Filter::Field(field, Test::Above { than, or_equal: _ }) if *field == F::CREATED_DATE => {
            IdRange { first: first.max(F::created(time(than)?).first), last }
        }
        Filter::Field(field, Test::Below { than, or_equal: _ }) if *field == F::CREATED_DATE => {
            IdRange { first, last: last.min(F::created(time(than)?).last) }
        }
        Filter::Any(_) | Filter::Not(_) | Filter::Field(..) => range,
    };
    (range.first <= range.last).then_some(range)
}

fn id<K: Kind>(guid: &str) -> Option<Id<K>> {
    Id::from_guid(Guid::parse(guid).ok()?)
}

fn time(value: &Value) -> Option<Timestamp> {
    match value {
        Value::Time(at) => Some(*at),
        Value::Text(_) | Value::Number(_) | Value::Flag(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use domain::values::RequestId;

    use super::*;
    use crate::wire::field::RequestField;
    use crate::wire::filter;

    #[test]
    fn ids_and_dates_of_creation_narrow_where_to_look() {
        let at = |time: &str| time.parse::<Timestamp>().unwrap();
        let rangened = |sent: Json| id_range::<RequestField>(&filter::parse(&sent, "filter").unwrap());
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
