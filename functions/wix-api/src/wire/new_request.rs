//! A review request to create.

use domain::order::{OrderId, ProductId};
use domain::request::RequestOptions;
use domain::values::Guid;
use edge::field::Field;
use edge::openapi::words_or_null;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::Object;

use crate::error::Failure;
use crate::error::violation::{Rule, Violation};
use crate::use_cases::NewOrderRequest;
use crate::wire::parse::{
    GUID_RULE, Violations, only_value, parse_guid, parse_object, parse_string, parse_time, parse_word,
};
use crate::wire::request::{EMAIL, NAMESPACE, channels};

const ITEMS_MAX: usize = 5;
/// The maximum length of a catalog item's id, in characters.
const CATALOG_ITEM_ID_MAX: usize = 36;

/// The path of the request in the body of a creation.
pub(crate) const ROOT: &str = "reviewRequest";

/// The body of `createReviewRequestV2`.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReviewRequestCreation)]
pub(crate) struct CreateInput {
    #[schema(value_type = NewInput)]
    review_request: Field<NewInput>,
}

/// A review request to create: an order, at least one item, or both.
///
/// Fields that the vendor fills in itself (`id`, `revision`, `items[].reviewId` …) are ignored, as are unknown fields.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = NewReviewRequest, description = "A review request to create: an order, at least one item, or both.")]
pub(crate) struct NewInput {
    /// When another system sent or will send the request. Afterword sends nothing for this request.
    #[schema(value_type = Option<String>, format = DateTime)]
    send_date: Field<String>,
    #[schema(schema_with = namespaces, required = false)]
    namespace: Field<String>,
    #[schema(value_type = Option<OrderInput>)]
    order: Field<OrderInput>,
    /// At most 5 items. If omitted or empty, the order's most expensive items.
    #[schema(value_type = Option<Vec<ItemInput>>, max_items = 5)]
    items: Field<Vec<Field<ItemInput>>>,
    #[schema(value_type = Option<RecipientInput>)]
    recipient: Field<RecipientInput>,
    #[schema(schema_with = channels)]
    communication_channel: Field<String>,
    #[schema(value_type = Option<String>, format = "uuid")]
    automation_activation_id: Field<String>,
}

#[derive(Deserialize, ToSchema)]
#[schema(as = NewReviewRequestOrder)]
struct OrderInput {
    /// The order's id in the catalog.
    #[schema(value_type = Option<String>, format = "uuid")]
    id: Field<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = NewReviewRequestItem)]
struct ItemInput {
    /// The item's id in the catalog. With an order, the item must be in it.
    #[schema(value_type = Option<String>, pattern = "^[A-Za-z0-9_.:-]{1,36}$")]
    catalog_item_id: Field<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = NewReviewRequestRecipient)]
struct RecipientInput {
    /// A customer's GUID; if omitted, the order's buyer.
    #[schema(value_type = Option<String>, format = "uuid")]
    contact_id: Field<String>,
}

fn namespaces() -> Object {
    words_or_null([NAMESPACE])
}

impl CreateInput {
    pub(crate) fn parse(&self) -> Result<NewOrderRequest, Failure> {
        NewInput::parse(&self.review_request, ROOT)
    }
}

impl NewInput {
    /// Reads the request at `root` of the body.
    pub(crate) fn parse(request: &Field<Self>, root: &str) -> Result<NewOrderRequest, Failure> {
        let Field::Value(Self {
            send_date,
            namespace,
            order,
            items,
            recipient,
            communication_channel,
            automation_activation_id,
        }) = request
        else {
            let rule = "Send the review request, an object.";
            return Err(Violation::new(root, Rule::RequiredField, rule).into());
        };
        let mut violations = Violations::default();
        let order = violations.check(parse_order(order));
        let items = violations.items(items);
        let send_date = violations.check(parse_time(send_date, "sendDate"));
        let contact = violations.check(parse_contact(recipient));
        let automation = violations.check(parse_guid(automation_activation_id, "automationActivationId"));
        let options = RequestOptions { send_date, contact, automation, ..RequestOptions::default() };
        violations.require(communication_channel, "communicationChannel", &only_value(EMAIL));
        violations.check(parse_word(communication_channel, "communicationChannel", EMAIL));
        violations.check(parse_word(namespace, "namespace", NAMESPACE));
        match (order, items) {
            _ if !violations.is_empty() => Err(violations.within(root)),
            (None, items) if items.is_empty() => Err(Failure::NeitherOrderNorItems),
            (order, items) => Ok(NewOrderRequest { order, items, options }),
        }
    }
}

impl Violations {
    fn items(&mut self, items: &Field<Vec<Field<ItemInput>>>) -> Vec<ProductId> {
        let rule = match items {
            Field::Absent | Field::Null => return Vec::new(),
            Field::Value(items) if items.len() <= ITEMS_MAX => {
                let parsed = items.iter().enumerate().map(|(index, item)| parse_item(item, index));
                return parsed.filter_map(|item| self.check(item)).collect();
            }
            Field::Value(_) => Rule::MaxSize,
            Field::Invalid => Rule::Format,
        };
        self.add(Violation::new("items", rule, "Send a list of at most 5 objects, each with a catalogItemId."));
        Vec::new()
    }
}

/// The id stays as sent, because upper and lower case are different in the catalog's ids.
fn parse_order(order: &Field<OrderInput>) -> Result<Option<OrderId>, Violation> {
    const PATH: &str = "order.id";
    let Some(OrderInput { id }) = parse_object(order, "order")? else { return Ok(None) };
    parse_guid(id, PATH)?;
    OrderId::parse(id.as_str()).map_err(|_| Violation::new(PATH, Rule::Format, GUID_RULE))
}

fn parse_contact(recipient: &Field<RecipientInput>) -> Result<Option<Guid>, Violation> {
    let Some(RecipientInput { contact_id }) = parse_object(recipient, "recipient")? else { return Ok(None) };
    parse_guid(contact_id, "recipient.contactId")
}

fn parse_item(item: &Field<ItemInput>, index: usize) -> Result<Option<ProductId>, Violation> {
    const RULE: &str = "A catalog item's id has 1 to 36 letters, digits and _ . : -.";
    let Field::Value(ItemInput { catalog_item_id }) = item else {
        let rule = "Send an object with a catalogItemId.";
        return Err(Violation::new(format!("items[{index}]"), Rule::Format, rule));
    };
    let path = format!("items[{index}].catalogItemId");
    let Some(id) = parse_string(catalog_item_id, &path, RULE)? else { return Ok(None) };
    if id.chars().count() > CATALOG_ITEM_ID_MAX {
        return Err(Violation::new(path, Rule::MaxLength, RULE));
    }
    ProductId::in_catalog(id).map(Some).map_err(|_| Violation::new(path, Rule::Format, RULE))
}
