//! The vendor's filters: fields with values or operators, and `$and`, `$or`, `$not` over them.
//!
//! Which field knows which operator is the vendor's own table (Review Requests: Sort and Filter)
//! together with the contract's (§7). Filters are bounded, as each request looked at is tested.

use domain::{Filter, Guid, Request, Test, Value};
use jiff::Timestamp;
use serde_json::{Map, Value as Json};

use crate::error::{Rule, Violation};
use crate::wire::{EMAIL, IDENTITIES, Milliseconds, ReviewRequest, STATUSES};

/// The most tests of one filter.
const TESTS_MAX: usize = 50;
/// The deepest nesting of `$and`, `$or` and `$not`.
const DEPTH_MAX: usize = 5;
/// The most values of one list.
const VALUES_MAX: usize = 100;
/// The longest value, in characters: that of an order's id.
const VALUE_LENGTH_MAX: usize = 255;
/// The vendor's word for a status that is none; no request has it.
const UNKNOWN_STATUS: &str = "UNKNOWN_REVIEW_REQUEST_STATUS";

/// A field that can be filtered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    Id,
    CommunicationChannel,
    Namespace,
    ContactId,
    AppId,
    WixUserId,
    IdentityType,
    Status,
    OrderId,
    AutomationActivationId,
    CatalogItemId,
    ReviewId,
    CreatedDate,
    SendDate,
}

/// What a field's values are.
#[derive(Clone, Copy)]
enum Kind {
    Guid,
    Text,
    Words(&'static [&'static str]),
    Time,
}

impl Field {
    const ALL: [(&'static str, Self); 14] = [
        ("id", Self::Id),
        ("communicationChannel", Self::CommunicationChannel),
        ("namespace", Self::Namespace),
        ("recipient.contactId", Self::ContactId),
        ("requestedBy.appId", Self::AppId),
        ("requestedBy.wixUserId", Self::WixUserId),
        ("requestedBy.identityType", Self::IdentityType),
        ("status", Self::Status),
        ("order.id", Self::OrderId),
        ("automationActivationId", Self::AutomationActivationId),
        ("items.catalogItemId", Self::CatalogItemId),
        ("items.reviewId", Self::ReviewId),
        ("createdDate", Self::CreatedDate),
        ("sendDate", Self::SendDate),
    ];

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(word, _)| *word == name).map(|(_, field)| field)
    }

    const fn kind(self) -> Kind {
        match self {
            Self::Id | Self::ContactId | Self::AppId | Self::WixUserId => Kind::Guid,
            Self::AutomationActivationId | Self::ReviewId => Kind::Guid,
            Self::Namespace | Self::OrderId | Self::CatalogItemId => Kind::Text,
            Self::CommunicationChannel => Kind::Words(&[EMAIL]),
            Self::IdentityType => Kind::Words(&IDENTITIES),
            Self::Status => Kind::Words(&STATUSES),
            Self::CreatedDate | Self::SendDate => Kind::Time,
        }
    }

    /// Whether the field knows an operator besides `$eq`, `$ne`, `$in` and `$nin`.
    fn knows(self, operator: &str) -> bool {
        match operator {
            "$exists" => matches!(self, Self::OrderId | Self::AutomationActivationId | Self::ReviewId),
            "$isEmpty" => matches!(self, Self::ReviewId),
            "$hasAll" | "$hasSome" => matches!(self, Self::CatalogItemId | Self::ReviewId),
            "$gt" | "$gte" | "$lt" | "$lte" => matches!(self, Self::CreatedDate | Self::SendDate),
            _ => false,
        }
    }

    /// The field's values in a request, as the request is shown.
    pub(crate) fn values(self, shown: &ReviewRequest) -> Vec<Value> {
        let one = |text: Option<&str>| text.map(|text| Value::Text(text.to_owned())).into_iter().collect();
        let time = |at: Option<Milliseconds>| at.map(|Milliseconds(at)| Value::Time(whole(at))).into_iter().collect();
        let by = shown.requested_by.as_ref();
        match self {
            Self::Id => one(Some(&shown.id)),
            Self::CommunicationChannel => one(shown.communication_channel),
            Self::Namespace => one(Some(shown.namespace)),
            Self::ContactId => one(shown.recipient.as_ref().map(|recipient| recipient.contact_id.as_str())),
            Self::AppId => one(by.and_then(|by| by.app_id.as_deref())),
            Self::WixUserId => one(by.and_then(|by| by.wix_user_id.as_deref())),
            Self::IdentityType => one(by.map(|by| by.identity_type)),
            Self::Status => one(Some(shown.status)),
            Self::OrderId => one(shown.order.as_ref().map(|order| order.id.as_str())),
            Self::AutomationActivationId => one(shown.automation_activation_id.as_deref()),
            Self::CatalogItemId => shown.items.iter().map(|item| Value::Text(item.catalog_item_id.clone())).collect(),
            Self::ReviewId => shown.items.iter().filter_map(|item| item.review_id.clone().map(Value::Text)).collect(),
            Self::CreatedDate => time(Some(shown.created_date)),
            Self::SendDate => time(shown.send_date),
        }
    }
}

/// Times are told and kept to the millisecond.
fn whole(at: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at)
}

/// Whether a request is meant.
pub(crate) fn means(filter: &Filter<Field>, request: &Request, now: Timestamp) -> bool {
    let shown = ReviewRequest::new(request, now);
    filter.matches(&|field: Field| field.values(&shown))
}

/// Reads a filter; `path` is where it stands in the body. Null, absent and `{}` mean every request.
pub(crate) fn filter(json: Option<&Json>, path: &str) -> Result<Filter<Field>, Violation> {
    let filter = match json {
        None | Some(Json::Null) => Filter::All(Vec::new()),
        Some(json) => every(json, path, 0)?,
    };
    if filter.tests() > TESTS_MAX {
        return Err(Violation::new(path, Rule::MaxSize, "A filter has at most 50 tests."));
    }
    Ok(filter)
}

fn every(json: &Json, path: &str, depth: usize) -> Result<Filter<Field>, Violation> {
    let Json::Object(parts) = json else {
        return Err(Violation::new(path, Rule::Format, "A filter is an object of fields with values or operators."));
    };
    if depth > DEPTH_MAX {
        return Err(Violation::new(path, Rule::Other, "A filter nests $and, $or and $not at most 5 levels deep."));
    }
    let part = |(name, value): (&String, &Json)| {
        let within = format!("{path}.{name}");
        match name.as_str() {
            "$and" => Ok(Filter::All(several(value, &within, depth)?)),
            "$or" => Ok(Filter::Any(several(value, &within, depth)?)),
            "$not" => Ok(Filter::Not(Box::new(every(value, &within, depth + 1)?))),
            name => match Field::parse(name) {
                Some(field) => condition(field, value, &within),
                // A name that is not ours is not shown again.
                None => {
                    Err(Violation::new(path, Rule::Other, "Review requests are not filtered by one of its fields."))
                }
            },
        }
    };
    Ok(Filter::All(parts.iter().map(part).collect::<Result<_, _>>()?))
}

fn several(json: &Json, path: &str, depth: usize) -> Result<Vec<Filter<Field>>, Violation> {
    let filters = json.as_array().filter(|filters| !filters.is_empty());
    let filters = filters.ok_or_else(|| Violation::new(path, Rule::Format, "Send a list of at least one filter."))?;
    filters.iter().enumerate().map(|(index, one)| every(one, &format!("{path}[{index}]"), depth + 1)).collect()
}

fn condition(field: Field, json: &Json, path: &str) -> Result<Filter<Field>, Violation> {
    let Json::Object(operators) = json else { return equal(field, json, path) };
    if operators.is_empty() {
        return Err(Violation::new(path, Rule::Format, "Send a value, or an operator such as $in with its values."));
    }
    let tests = operators.iter().map(|(operator, value)| test(field, operator, value, path));
    Ok(Filter::All(tests.collect::<Result<_, _>>()?))
}

/// Null is what a field has that is absent.
fn equal(field: Field, json: &Json, path: &str) -> Result<Filter<Field>, Violation> {
    let test = match json {
        Json::Null => Test::IsSet(false),
        json => Test::AnyOf(vec![value(field, json, path)?]),
    };
    Ok(Filter::Field(field, test))
}

fn test(field: Field, operator: &str, json: &Json, at: &str) -> Result<Filter<Field>, Violation> {
    let path = &*format!("{at}.{operator}");
    let bound = || value(field, json, path);
    let test = match operator {
        "$eq" => return equal(field, json, path),
        "$ne" => return Ok(Filter::Not(Box::new(equal(field, json, path)?))),
        "$in" => Test::AnyOf(values(field, json, path)?),
        "$nin" => Test::NoneOf(values(field, json, path)?),
        operator if !field.knows(operator) => {
            return Err(Violation::new(at, Rule::Other, "This field does not know one of its operators."));
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

fn values(field: Field, json: &Json, path: &str) -> Result<Vec<Value>, Violation> {
    let values = json.as_array().ok_or_else(|| Violation::new(path, Rule::Format, "Send a list of values."))?;
    if values.len() > VALUES_MAX {
        return Err(Violation::new(path, Rule::MaxSize, "Send a list of at most 100 values."));
    }
    values.iter().enumerate().map(|(index, json)| value(field, json, &format!("{path}[{index}]"))).collect()
}

fn value(field: Field, json: &Json, path: &str) -> Result<Value, Violation> {
    let wrong = |rule, description: String| Violation::new(path, rule, description);
    let text = json.as_str().ok_or_else(|| wrong(Rule::Format, "Send a text.".to_owned()))?;
    if text.chars().count() > VALUE_LENGTH_MAX {
        return Err(wrong(Rule::MaxLength, "A value has at most 255 characters.".to_owned()));
    }
    match field.kind() {
        Kind::Time => {
            const RULE: &str = "Send a time such as \"2026-11-20T06:00:00.000Z\".";
            let at = text.parse().map_err(|_| wrong(Rule::Format, RULE.to_owned()))?;
            Ok(Value::Time(at))
        }
        Kind::Words(words) if !words.contains(&text) && text != UNKNOWN_STATUS => {
            Err(wrong(Rule::Format, format!("Send one of {}.", words.join(", "))))
        }
        // In our own way of writing; what is none is nobody's.
        Kind::Guid => Ok(Value::Text(Guid::parse(text).map_or_else(|_| text.to_owned(), |guid| guid.to_string()))),
        Kind::Text | Kind::Words(_) => Ok(Value::Text(text.to_owned())),
    }
}

/// Whether a filter means every request.
pub(crate) fn is_all(filter: &Filter<Field>) -> bool {
    filter.tests() == 0 && matches!(filter, Filter::All(parts) if parts.iter().all(is_all))
}

/// A filter as it was sent, for a cursor.
pub(crate) fn sent(json: Option<&Json>) -> Json {
    json.cloned().unwrap_or_else(|| Json::Object(Map::new()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(sent: Json, expected: Result<usize, (&str, &str)>) {
        let read = filter(Some(&sent), "filter").map(|filter| filter.tests());
        let expected = expected.map_err(|(path, rule)| (path.to_owned(), json!(rule)));
        let described = |violation| {
            let violation = json!(violation);
            (violation["field"].as_str().unwrap().to_owned(), violation["violatedRule"].clone())
        };
        assert_eq!(read.map_err(described), expected, "{sent}");
    }

    #[test]
    fn every_field_knows_its_operators() {
        for (name, field) in Field::ALL {
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
                let expected = if field.knows(operator) { Ok(1) } else { Err((path.as_str(), "OTHER")) };
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
    fn what_is_no_filter_is_refused_with_its_place() {
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
            (json!({"order.id": {"$exists": 1}}), "filter.order.id.$exists", "FORMAT"),
        ] {
            check(sent, Err((path, rule)));
        }
    }
}
