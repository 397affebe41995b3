//! Reading a review request that is to be made.

use app::requests::NewOrderRequest;
use domain::{Guid, OrderId, ProductId, WixFields};
use jiff::Timestamp;
use serde_json::{Map, Value};

use super::{EMAIL, NAMESPACE};
use crate::error::{Failure, Rule, Violation};

/// The most items of one request.
const ITEMS_MAX: usize = 5;
/// The longest id of a catalog item, in characters.
const CATALOG_ITEM_ID_MAX: usize = 36;

const GUID: &str = "Send a GUID such as \"6f4770fc-b8ee-4bf2-9977-d048a7f27987\".";

/// Reads what is asked for. All fields that break their rules are told at once; what the vendor
/// makes itself (`id`, `revision`, `items[].reviewId` …) is ignored, as is what nobody knows.
pub(crate) fn wanted(request: Option<&Value>) -> Result<NewOrderRequest, Failure> {
    let Some(Value::Object(request)) = request else {
        return Err(Violation::new("reviewRequest", Rule::RequiredField, "Send the review request, an object.").into());
    };
    let mut reader = Reader::default();
    let wanted = NewOrderRequest {
        order: reader.order(request),
        items: reader.items(request),
        wix: WixFields {
            send_date: reader.time(request, "sendDate"),
            contact: reader.within(request, "recipient").and_then(|part| reader.guid(part, "contactId", "recipient.")),
            automation: reader.guid(request, "automationActivationId", ""),
        },
    };
    reader.only(request, "communicationChannel", EMAIL, Needed::Yes);
    reader.only(request, "namespace", NAMESPACE, Needed::No);
    if !reader.violations.is_empty() {
        return Err(Failure::Fields(reader.violations));
    }
    if wanted.order.is_none() && wanted.items.is_empty() {
        return Err(Failure::NeitherOrderNorItems);
    }
    Ok(wanted)
}

/// Whether a field may be left out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needed {
    Yes,
    No,
}

/// Reads fields and gathers what is wrong with them. Null is as good as absent.
#[derive(Default)]
struct Reader {
    violations: Vec<Violation>,
}

impl Reader {
    fn wrong(&mut self, field: impl Into<String>, rule: Rule, description: &str) {
        self.violations.push(Violation::new(field, rule, description));
    }

    /// A field that is an object.
    fn within<'a>(&mut self, of: &'a Map<String, Value>, name: &str) -> Option<&'a Map<String, Value>> {
        match of.get(name) {
            None | Some(Value::Null) => None,
            Some(Value::Object(part)) => Some(part),
            Some(_) => {
                self.wrong(name, Rule::Format, "Send an object, or leave it out.");
                None
            }
        }
    }

    fn text<'a>(&mut self, of: &'a Map<String, Value>, name: &str, path: &str, rule: &str) -> Option<&'a str> {
        match of.get(name) {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) => Some(text),
            Some(_) => {
                self.wrong(format!("{path}{name}"), Rule::Format, rule);
                None
            }
        }
    }

    fn guid(&mut self, of: &Map<String, Value>, name: &str, path: &str) -> Option<Guid> {
        let guid = Guid::parse(self.text(of, name, path, GUID)?);
        guid.map_err(|_| self.wrong(format!("{path}{name}"), Rule::Format, GUID)).ok()
    }

    /// The order's id as it was written: the catalog tells capital letters from small ones.
    fn order(&mut self, request: &Map<String, Value>) -> Option<OrderId> {
        let order = self.within(request, "order")?;
        self.guid(order, "id", "order.")?;
        OrderId::parse(order.get("id")?.as_str()?).ok()?
    }

    fn items(&mut self, request: &Map<String, Value>) -> Vec<ProductId> {
        const RULE: &str = "Send a list of at most 5 objects, each with a catalogItemId.";
        let items = match request.get("items") {
            None | Some(Value::Null) => return Vec::new(),
            Some(Value::Array(items)) => items,
            Some(_) => {
                self.wrong("items", Rule::Format, RULE);
                return Vec::new();
            }
        };
        if items.len() > ITEMS_MAX {
            self.wrong("items", Rule::MaxSize, RULE);
            return Vec::new();
        }
        items.iter().enumerate().filter_map(|(index, item)| self.item(index, item)).collect()
    }

    fn item(&mut self, index: usize, item: &Value) -> Option<ProductId> {
        const RULE: &str = "A catalog item's id has 1 to 36 letters, digits and _ . : -.";
        let path = format!("items[{index}].");
        let Value::Object(item) = item else {
            self.wrong(format!("items[{index}]"), Rule::Format, "Send an object with a catalogItemId.");
            return None;
        };
        let id = self.text(item, "catalogItemId", &path, RULE)?;
        if id.chars().count() > CATALOG_ITEM_ID_MAX {
            self.wrong(path + "catalogItemId", Rule::MaxLength, RULE);
            return None;
        }
        ProductId::in_catalog(id).map_err(|_| self.wrong(path + "catalogItemId", Rule::Format, RULE)).ok()
    }

    /// To the millisecond, as it is kept.
    fn time(&mut self, of: &Map<String, Value>, name: &str) -> Option<Timestamp> {
        const RULE: &str = "Send a time such as \"2026-11-20T06:00:00.000Z\".";
        let at = self.text(of, name, "", RULE)?.parse::<Timestamp>();
        let at = at.and_then(|at| Timestamp::from_millisecond(at.as_millisecond()));
        at.map_err(|_| self.wrong(name, Rule::Format, RULE)).ok()
    }

    /// A field that has but one word.
    fn only(&mut self, of: &Map<String, Value>, name: &str, word: &str, needed: Needed) {
        let rule = format!("The only value is \"{word}\".");
        match of.get(name) {
            None | Some(Value::Null) if needed == Needed::Yes => self.wrong(name, Rule::RequiredField, &rule),
            None | Some(Value::Null) => {}
            Some(Value::String(text)) if text == word => {}
            Some(_) => self.wrong(name, Rule::Format, &rule),
        }
    }
}
