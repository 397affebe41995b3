//! The vendor's filters: fields with values or operators, combined by `$and`, `$or` and `$not`.
//!
//! Filters have limits, because each searched row is tested.

use domain::values::{Guid, Id, Kind, parse_time};
use jiff::Timestamp;
use serde_json::{Map, Value as Json};
use store::table::IdRange;

use crate::error::violation::{Rule, Violation};
use crate::filter::{Filter, Number, Test, Value};

const TESTS_MAX: usize = 50;
/// The maximum depth of `$and`, `$or` and `$not` in each other.
const DEPTH_MAX: usize = 5;
const VALUES_MAX: usize = 100;
/// The maximum length of a value, in characters: that of an order's id.
const VALUE_LENGTH_MAX: usize = 255;

pub(crate) trait FilterField: Copy + PartialEq + 'static {
    type Kind: Kind;
    /// Every field with its path.
    const ALL: &'static [(&'static str, Self)];
    /// The sentence for an unknown field.
    const UNKNOWN: &'static str;
    const ID: Self;
    /// When the row was created, to the millisecond. Its id contains this time, too: see [`created`](Self::created).
    const CREATED_DATE: Self;

    /// The ids that rows created at this time may have. Rows created later have no lower ids.
    fn created(at: Timestamp) -> IdRange<Self::Kind> {
        IdRange { first: Id::mint(at, 0), last: Id::mint(at, u16::MAX) }
    }

    fn value_kind(self) -> ValueKind;

    /// Whether the field supports an operator.
    fn has(self, operator: &str) -> bool;
}

#[derive(Clone, Copy)]
pub(crate) enum ValueKind {
    Guid,
    Text,
    Words(&'static [&'static str]),
    Time,
    Number,
    Flag,
}

/// The filter as sent. An absent filter matches every row.
pub(crate) fn sent(filter: Option<Json>) -> Json {
    filter.unwrap_or_else(|| Json::Object(Map::new()))
}

/// Reads a filter; `path` is its place in the body. `{}` matches every row.
pub(crate) fn parse<F: FilterField>(json: &Json, path: &str) -> Result<Filter<F>, Violation> {
    let filter = all(json, path, 0)?;
    if filter.tests() > TESTS_MAX {
        return Err(Violation::new(path, Rule::MaxSize, "A filter may have at most 50 tests."));
    }
    Ok(filter)
}

fn all<F: FilterField>(json: &Json, path: &str, depth: usize) -> Result<Filter<F>, Violation> {
    let Json::Object(parts) = json else {
        return Err(Violation::new(
            path,
            Rule::Format,
            "A filter must be an object of fields with values or operators.",
        ));
    };
    if depth > DEPTH_MAX {
        return Err(Violation::new(path, Rule::Other, "$and, $or and $not may be nested at most 5 levels deep."));
    }
    let part = |(name, value): (&String, &Json)| {
        let within = format!("{path}.{name}");
        match name.as_str() {
            "$and" => Ok(Filter::All(list(value, &within, depth)?)),
            "$or" => Ok(Filter::Any(list(value, &within, depth)?)),
            "$not" => Ok(Filter::Not(Box::new(all(value, &within, depth + 1)?))),
            name => match F::ALL.iter().find(|(path, _)| *path == name) {
                Some((_, field)) => condition(*field, value, &within),
                // The unknown name is not quoted, because answers never repeat unknown input.
                None => Err(Violation::new(path, Rule::Other, F::UNKNOWN)),
            },
        }
    };
    Ok(Filter::All(parts.iter().map(part).collect::<Result<_, _>>()?))
}

fn list<F: FilterField>(json: &Json, path: &str, depth: usize) -> Result<Vec<Filter<F>>, Violation> {
    let filters = json.as_array().filter(|filters| !filters.is_empty());
    let filters = filters.ok_or_else(|| Violation::new(path, Rule::Format, "Send a list of at least one filter."))?;
    filters.iter().enumerate().map(|(index, one)| all(one, &format!("{path}[{index}]"), depth + 1)).collect()
}

fn condition<F: FilterField>(field: F, json: &Json, path: &str) -> Result<Filter<F>, Violation> {
    let Json::Object(operators) = json else { return bare(field, json, path) };
    if operators.is_empty() {
        return Err(Violation::new(path, Rule::Format, "Send a value, or an operator such as $in with its values."));
    }
    let tests = operators.iter().map(|(operator, value)| test(field, operator, value, path));
    Ok(Filter::All(tests.collect::<Result<_, _>>()?))
}

/// A value without an operator means `$eq`.
fn bare<F: FilterField>(field: F, json: &Json, path: &str) -> Result<Filter<F>, Violation> {
    if field.has("$eq") { equal(field, json, path) } else { Err(unsupported(path)) }
}

fn unsupported(path: &str) -> Violation {
    Violation::new(path, Rule::Other, "This field does not support one of these operators.")
}

/// Null matches an absent field.
fn equal<F: FilterField>(field: F, json: &Json, path: &str) -> Result<Filter<F>, Violation> {
    let test = match json {
        Json::Null => Test::IsSet(false),
        json => Test::AnyOf(vec![value(field, json, path)?]),
    };
    Ok(Filter::Field(field, test))
}

fn test<F: FilterField>(field: F, operator: &str, json: &Json, at: &str) -> Result<Filter<F>, Violation> {
    let path = &*format!("{at}.{operator}");
    let bound = || value(field, json, path);
    let test = match operator {
        operator if !field.has(operator) => return Err(unsupported(at)),
        "$eq" => return equal(field, json, path),
        "$ne" => return Ok(Filter::Not(Box::new(equal(field, json, path)?))),
        "$in" => Test::AnyOf(values(field, json, path)?),
        "$nin" => Test::NoneOf(values(field, json, path)?),
        "$exists" => Test::IsSet(flag(json, path)?),
        "$isEmpty" => Test::IsSet(!flag(json, path)?),
        "$hasAll" => Test::AllOf(values(field, json, path)?),
        "$hasSome" => Test::AnyOf(values(field, json, path)?),
        "$gt" | "$gte" => Test::Above { than: bound()?, or_equal: operator == "$gte" },
        _ => Test::Below { than: bound()?, or_equal: operator == "$lte" },
    };
    Ok(Filter::Field(field, test))
}

fn flag(json: &Json, path: &str) -> Result<bool, Violation> {
    json.as_bool().ok_or_else(|| Violation::new(path, Rule::Format, "Send true or false."))
}

fn values<F: FilterField>(field: F, json: &Json, path: &str) -> Result<Vec<Value>, Violation> {
    let values = json.as_array().ok_or_else(|| Violation::new(path, Rule::Format, "Send a list of values."))?;
    if values.len() > VALUES_MAX {
        return Err(Violation::new(path, Rule::MaxSize, "Send a list of at most 100 values."));
    }
    values.iter().enumerate().map(|(index, json)| value(field, json, &format!("{path}[{index}]"))).collect()
}

fn value<F: FilterField>(field: F, json: &Json, path: &str) -> Result<Value, Violation> {
    let wrong = |rule, description: String| Violation::new(path, rule, description);
    match field.value_kind() {
        ValueKind::Flag => return flag(json, path).map(Value::Flag),
        ValueKind::Number => {
            let number = json.as_f64().ok_or_else(|| wrong(Rule::Format, "Send a number.".to_owned()))?;
            return Ok(Value::Number(Number::new(number)));
        }
        ValueKind::Guid | ValueKind::Text | ValueKind::Words(_) | ValueKind::Time => {}
    }
    let string = json.as_str().ok_or_else(|| wrong(Rule::Format, "Send a string.".to_owned()))?;
    if string.chars().count() > VALUE_LENGTH_MAX {
        return Err(wrong(Rule::MaxLength, "A value may have at most 255 characters.".to_owned()));
    }
    match field.value_kind() {
        ValueKind::Time => {
            const RULE: &str = "Send a time such as \"2026-11-20T06:00:00.000Z\".";
            parse_time(string).map(Value::Time).ok_or_else(|| wrong(Rule::Format, RULE.to_owned()))
        }
        ValueKind::Words(words) if !words.contains(&string) => {
            Err(wrong(Rule::Format, format!("Send one of {}.", words.join(", "))))
        }
        // In canonical form. Anything but a GUID matches nothing.
        ValueKind::Guid => {
            Ok(Value::Text(Guid::parse(string).map_or_else(|_| string.to_owned(), |guid| guid.to_string())))
        }
        _ => Ok(Value::Text(string.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::wire::field::RequestField;
    use crate::wire::review::field::ReviewField;

    fn check(sent: Json, expected: Result<usize, (&str, &str)>) {
        check_of::<RequestField>(sent, expected);
    }

    fn check_of<F: FilterField>(sent: Json, expected: Result<usize, (&str, &str)>) {
        let read = parse::<F>(&sent, "filter").map(|filter| filter.tests());
        let expected = expected.map_err(|(path, rule)| (path.to_owned(), rule));
        let described = |violation: Violation| (violation.field, violation.rule.as_str());
        assert_eq!(read.map_err(described), expected, "{sent}");
    }

    #[test]
    fn every_field_has_its_operators() {
        every_field_of::<RequestField>();
        every_field_of::<ReviewField>();
    }

    fn every_field_of<F: FilterField>() {
        for &(name, field) in F::ALL {
            let value = match field.value_kind() {
                ValueKind::Guid | ValueKind::Text => json!("6F4770FC-b8ee-4bf2-9977-d048a7f27987"),
                ValueKind::Words(words) => json!(words.first().unwrap()),
                ValueKind::Time => json!("2026-11-20T06:00:00.000Z"),
                ValueKind::Number => json!(4.5),
                ValueKind::Flag => json!(true),
            };
            let path = format!("filter.{name}");
            let expected = |operator| if field.has(operator) { Ok(1) } else { Err((path.as_str(), "OTHER")) };
            check_of::<F>(json!({ name: value }), expected("$eq"));
            check_of::<F>(json!({ name: null }), expected("$eq"));
            for (operator, operand) in [
                ("$eq", json!(value)),
                ("$eq", json!(null)),
                ("$ne", json!(value)),
                ("$in", json!([value, value])),
                ("$nin", json!([])),
                ("$like", json!(value)),
                ("$exists", json!(true)),
                ("$isEmpty", json!(false)),
                ("$hasAll", json!([value])),
                ("$hasSome", json!([value])),
                ("$gt", json!(value)),
                ("$gte", json!(value)),
                ("$lt", json!(value)),
                ("$lte", json!(value)),
            ] {
                check_of::<F>(json!({ name: {operator: operand} }), expected(operator));
            }
        }
    }

    #[test]
    fn filters_combine_and_are_bounded() {
        check(json!({}), Ok(0));
        check(json!({"$and": [{"status": "SENT"}, {"$or": [{"id": "x"}, {"$not": {"id": "y"}}]}]}), Ok(3));
        let nested = |levels: usize| (0..levels).fold(json!({"id": "x"}), |inner, _| json!({"$not": inner}));
        check(nested(DEPTH_MAX), Ok(1));
        check(nested(DEPTH_MAX + 1), Err((&format!("filter{}", ".$not".repeat(DEPTH_MAX + 1)), "OTHER")));
        let many = |tests: usize| json!({"$or": vec![json!({"id": "x"}); tests]});
        check(many(TESTS_MAX), Ok(TESTS_MAX));
        check(many(TESTS_MAX + 1), Err(("filter", "MAX_SIZE")));
        check(json!({"id": {"$in": vec!["x"; VALUES_MAX]}}), Ok(1));
        check(json!({"id": {"$in": vec!["x"; VALUES_MAX + 1]}}), Err(("filter.id.$in", "MAX_SIZE")));
        check(json!({"order.id": "x".repeat(256)}), Err(("filter.order.id", "MAX_LENGTH")));
    }

    #[test]
    fn an_invalid_filter_is_refused_with_its_path() {
        for (sent, path, rule) in [
            (json!([]), "filter", "FORMAT"),
            (json!({"colour": "red"}), "filter", "OTHER"),
            (json!({"$not": {"$nor": []}}), "filter.$not", "OTHER"),
            (json!({"$and": {}}), "filter.$and", "FORMAT"),
            (json!({"$or": []}), "filter.$or", "FORMAT"),
            (json!({"$and": [{"id": 7}]}), "filter.$and[0].id", "FORMAT"),
            (json!({"id": {}}), "filter.id", "FORMAT"),
            (json!({"id": {"$in": "x"}}), "filter.id.$in", "FORMAT"),
            (json!({"id": {"$in": ["x", null]}}), "filter.id.$in[1]", "FORMAT"),
            (json!({"id": {"$regex": "x"}}), "filter.id", "OTHER"),
            (json!({"status": "sent"}), "filter.status", "FORMAT"),
            (json!({"createdDate": {"$gt": "yesterday"}}), "filter.createdDate.$gt", "FORMAT"),
            (json!({"sendDate": "2026-11-20T06:00:00Z[Europe/Berlin]"}), "filter.sendDate", "FORMAT"),
            (json!({"order.id": {"$exists": 1}}), "filter.order.id.$exists", "FORMAT"),
        ] {
            check(sent, Err((path, rule)));
        }
        for (sent, path, rule) in [
            (json!({"content.rating": "5"}), "filter.content.rating", "FORMAT"),
            (json!({"verified": "true"}), "filter.verified", "FORMAT"),
            (json!({"verified": {"$in": [true]}}), "filter.verified", "OTHER"),
            (json!({"origin.type": {"$in": ["APP"]}}), "filter.origin.type", "OTHER"),
            (json!({"moderation.moderationStatus": "PENDING"}), "filter.moderation.moderationStatus", "FORMAT"),
            (json!({"content.media": []}), "filter.content.media", "OTHER"),
            (json!({"content.media": {"$isEmpty": 1}}), "filter.content.media.$isEmpty", "FORMAT"),
            (json!({"content.body": "Lovely."}), "filter", "OTHER"),
        ] {
            check_of::<ReviewField>(sent, Err((path, rule)));
        }
    }
}
