//! Where the requests that a filter means can be in the table, which holds them by id.

use domain::{Filter, Guid, RequestId, Test, Value};
use jiff::Timestamp;
use store::IdRange;

use crate::wire::Field;

/// Where the requests that a filter means can be: ids rise with the time of creation. `None` when
/// it can mean none.
pub(crate) fn span(filter: &Filter<Field>) -> Option<IdRange> {
    let all = IdRange { first: RequestId::new(1)?, last: RequestId::new(RequestId::MAX)? };
    narrowed(all, filter)
}

fn narrowed(span: IdRange, filter: &Filter<Field>) -> Option<IdRange> {
    let IdRange { first, last } = span;
    let earliest = |at: Timestamp| RequestId::mint(at, 0);
    let latest = |at: Timestamp| RequestId::mint(at, u16::MAX);
    let both = |ids: &[(RequestId, RequestId)]| {
        let from = ids.iter().map(|(first, _)| *first).min()?;
        let to = ids.iter().map(|(_, last)| *last).max()?;
        Some(IdRange { first: first.max(from), last: last.min(to) })
    };
    let span = match filter {
        Filter::All(filters) => filters.iter().try_fold(span, narrowed)?,
        Filter::Field(Field::Id, Test::AnyOf(values)) => {
            let ids = values.iter().filter_map(|value| match value {
                Value::Text(guid) => Guid::parse(guid).ok().and_then(RequestId::from_guid),
                Value::Time(_) => None,
            });
            both(&ids.map(|id| (id, id)).collect::<Vec<_>>())?
        }
        Filter::Field(Field::CreatedDate, Test::AnyOf(values)) => {
            let times = values.iter().filter_map(time).map(|at| (earliest(at), latest(at)));
            both(&times.collect::<Vec<_>>())?
        }
        Filter::Field(Field::CreatedDate, Test::Above { than, or_equal: _ }) => {
            IdRange { first: first.max(earliest(time(than)?)), last }
        }
        Filter::Field(Field::CreatedDate, Test::Below { than, or_equal: _ }) => {
            IdRange { first, last: last.min(latest(time(than)?)) }
        }
        Filter::Any(_) | Filter::Not(_) | Filter::Field(..) => span,
    };
    (span.first <= span.last).then_some(span)
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
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let spanned = |sent: Json| span(&filter(Some(&sent), "filter").unwrap_or_else(|_| Filter::Any(vec![])));
        let all = spanned(json!({})).unwrap();
        assert_eq!((all.first.get(), all.last.get()), (1, RequestId::MAX));
        assert_eq!(spanned(json!({"$or": [{"createdDate": {"$gt": "2026-11-20T06:00:00Z"}}]})), Some(all));
        let (from, to) = ("2026-11-20T06:00:00.500Z", "2026-11-21T06:00:00Z");
        let day = spanned(json!({"createdDate": {"$gte": from, "$lt": to}, "status": "SENT"})).unwrap();
        assert_eq!(day.first, RequestId::mint(at(from), 0));
        assert_eq!(day.last, RequestId::mint(at(to), 0xffff));
        assert_eq!(spanned(json!({"createdDate": {"$gt": to, "$lt": from}})), None);
        let id = RequestId::mint(at(from), 7);
        assert_eq!(spanned(json!({"id": id.guid().to_string()})), Some(IdRange { first: id, last: id }));
        assert_eq!(spanned(json!({"id": {"$in": ["6f4770fc-b8ee-4bf2-9977-d048a7f27987"]}})), None);
        assert_eq!(spanned(json!({"id": {"$ne": id.guid().to_string()}})), Some(all));
    }
}
