//! The vendor's filters: fields with values or operators, and `$and`, `$or`, `$not` over them.
//!
//! Filters are bounded, because every request that is searched is tested.

use domain::{Guid, Request, parse_time};
use edge::Field;
use jiff::Timestamp;
use serde_json::{Map, Value as Json};

use crate::error::violation::{Rule, Violation};
use crate::filter::{Filter, Test, Value};
use crate::wire::field::{FilterField, Kind};
use crate::wire::request::ReviewRequest;

/// The most tests of one filter.
const TESTS_MAX: usize = 50;
/// The deepest nesting of `$and`, `$or` and `$not`.
const DEPTH_MAX: usize = 5;
/// The most values of one list.
const VALUES_MAX: usize = 100;
/// The longest value, in characters: that of an order's id.
const VALUE_LENGTH_MAX: usize = 255;
/// The vendor's word for an unknown status; no request has it.
const UNKNOWN_STATUS: &str = "UNKNOWN_REVIEW_REQUEST_STATUS";

/// Whether a request passes the filter.
pub(crate) fn matches(filter: &Filter<FilterField>, request: &Request, now: Timestamp) -> bool {
    let shown = ReviewRequest::new(request, now);
    filter.matches(&|field: FilterField| field.values(&shown))
}

/// A filter as it was sent; an absent one matches every request.
pub(super) fn sent(filter: Field<Json>) -> Json {
    match filter {
        Field::Value(filter) => filter,
        Field::Absent | Field::Null | Field::Invalid => Json::Object(Map::new()),
    }
}

/// Reads a filter; `path` is where the body has it. `{}` matches every request.
pub(crate) fn parse(json: &Json, path: &str) -> Result<Filter<FilterField>, Violation> {
    let filter = all(json, path, 0)?;
    if filter.tests() > TESTS_MAX {
        return Err(Violation::new(path, Rule::MaxSize, "A filter may have at most 50 tests."));
    }
    Ok(filter)
}

fn all(json: &Json, path: &str, depth: usize) -> Result<Filter<FilterField>, Violation> {
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
            name => match FilterField::parse(name) {
                Some(field) => condition(field, value, &within),
                // The name is not quoted: answers repeat nothing that is unknown.
                None => {
                    Err(Violation::new(path, Rule::Other, "Review requests cannot be filtered by one of these fields."))
                }
            },
        }
    };
    Ok(Filter::All(parts.iter().map(part).collect::<Result<_, _>>()?))
}

fn list(json: &Json, path: &str, depth: usize) -> Result<Vec<Filter<FilterField>>, Violation> {
    let filters = json.as_array().filter(|filters| !filters.is_empty());
    let filters = filters.ok_or_else(|| Violation::new(path, Rule::Format, "Send a list of at least one filter."))?;
    filters.iter().enumerate().map(|(index, one)| all(one, &format!("{path}[{index}]"), depth + 1)).collect()
}

fn condition(field: FilterField, json: &Json, path: &str) -> Result<Filter<FilterField>, Violation> {
    let Json::Object(operators) = json else { return equal(field, json, path) };
    if operators.is_empty() {
        return Err(Violation::new(path, Rule::Format, "Send a value, or an operator such as $in with its values."));
    }
    let tests = operators.iter().map(|(operator, value)| test(field, operator, value, path));
    Ok(Filter::All(tests.collect::<Result<_, _>>()?))
}

/// Null matches an absent field.
fn equal(field: FilterField, json: &Json, path: &str) -> Result<Filter<FilterField>, Violation> {
    let test = match json {
        Json::Null => Test::IsSet(false),
        json => Test::AnyOf(vec![value(field, json, path)?]),
    };
    Ok(Filter::Field(field, test))
}

fn test(field: FilterField, operator: &str, json: &Json, at: &str) -> Result<Filter<FilterField>, Violation> {
    let path = &*format!("{at}.{operator}");
    let bound = || value(field, json, path);
    let test = match operator {
        "$eq" => return equal(field, json, path),
        "$ne" => return Ok(Filter::Not(Box::new(equal(field, json, path)?))),
        "$in" => Test::AnyOf(values(field, json, path)?),
        "$nin" => Test::NoneOf(values(field, json, path)?),
        operator if !field.has(operator) => {
            return Err(Violation::new(at, Rule::Other, "This field does not support one of these operators."));
        }
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

fn values(field: FilterField, json: &Json, path: &str) -> Result<Vec<Value>, Violation> {
    let values = json.as_array().ok_or_else(|| Violation::new(path, Rule::Format, "Send a list of values."))?;
    if values.len() > VALUES_MAX {
        return Err(Violation::new(path, Rule::MaxSize, "Send a list of at most 100 values."));
    }
    values.iter().enumerate().map(|(index, json)| value(field, json, &format!("{path}[{index}]"))).collect()
}

fn value(field: FilterField, json: &Json, path: &str) -> Result<Value, Violation> {
    let wrong = |rule, description: String| Violation::new(path, rule, description);
    let string = json.as_str().ok_or_else(|| wrong(Rule::Format, "Send a string.".to_owned()))?;
    if string.chars().count() > VALUE_LENGTH_MAX {
        return Err(wrong(Rule::MaxLength, "A value may have at most 255 characters.".to_owned()));
    }
    match field.kind() {
        Kind::Time => {
            const RULE: &str = "Send a time such as \"2026-11-20T06:00:00.000Z\".";
            parse_time(string).map(Value::Time).ok_or_else(|| wrong(Rule::Format, RULE.to_owned()))
        }
        Kind::Words(words) if !words.contains(&string) && string != UNKNOWN_STATUS => {
            Err(wrong(Rule::Format, format!("Send one of {}.", words.join(", "))))
        }
        // In canonical form; anything but a GUID matches nothing.
        Kind::Guid => Ok(Value::Text(Guid::parse(string).map_or_else(|_| string.to_owned(), |guid| guid.to_string()))),
        Kind::Text | Kind::Words(_) => Ok(Value::Text(string.to_owned())),
    }
}

/// Whether a filter has no test, and so matches every request.
pub(crate) fn is_all(filter: &Filter<FilterField>) -> bool {
    filter.tests() == 0 && matches!(filter, Filter::All(parts) if parts.iter().all(is_all))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(sent: Json, expected: Result<usize, (&str, &str)>) {
        let read = parse(&sent, "filter").map(|filter| filter.tests());
        let expected = expected.map_err(|(path, rule)| (path.to_owned(), json!(rule)));
        let described = |violation| {
            let violation = json!(violation);
            (violation["field"].as_str().unwrap().to_owned(), violation["violatedRule"].clone())
        };
        assert_eq!(read.map_err(described), expected, "{sent}");
    }

    #[test]
    fn every_field_has_its_operators() {
        for (name, field) in FilterField::ALL {
            let value = match field.kind() {
                Kind::Guid | Kind::Text => "6F4770FC-b8ee-4bf2-9977-d048a7f27987",
                Kind::Words(words) => words.first().unwrap(),
                Kind::Time => "2026-11-20T06:00:00.000Z",
            };
            check(json!({ name: value }), Ok(1));
            check(json!({ name: null }), Ok(1));
            check(json!({ name: {"$eq": value, "$ne": null} }), Ok(2));
            check(json!({ name: {"$in": [value, value], "$nin": []} }), Ok(2));
            for (operator, operand) in [
                ("$exists", json!(true)),
                ("$isEmpty", json!(false)),
                ("$hasAll", json!([value])),
                ("$hasSome", json!([value])),
                ("$gt", json!(value)),
                ("$gte", json!(value)),
                ("$lt", json!(value)),
                ("$lte", json!(value)),
            ] {
                let path = format!("filter.{name}");
                let expected = if field.has(operator) { Ok(1) } else { Err((path.as_str(), "OTHER")) };
                check(json!({ name: {operator: operand} }), expected);
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
    }
}
