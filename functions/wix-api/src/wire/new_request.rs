//! A review request to create.

use domain::order::{OrderId, ProductId};
use domain::reads;
use domain::reads_text;
use domain::request::RequestOptions;
use domain::values::value::{Kind, Text, text};
use domain::values::{Guid, Invalid};

use crate::error::Failure;
use crate::error::violation::{Rule, Violation};
use crate::use_cases::NewOrderRequest;
use crate::wire::parse::{AnyGuid, GUID_RULE, List, Moment, Namespace, OBJECT_RULE, Violations, uuid};
use crate::wire::request::EMAIL;

/// The maximum length of a catalog item's id, in characters.
const CATALOG_ITEM_ID_MAX: usize = 36;

/// The path of the request in the body of a creation.
pub(crate) const ROOT: &str = "reviewRequest";

edge::input! {
    /// The body of `createReviewRequestV2`.
    pub(crate) struct CreateInput as ReviewRequestCreation with NewInput, OrderInput, ItemInput, RecipientInput {
        review_request "reviewRequest": NewInput;
    }
}

// Fields that the vendor fills in itself (`id`, `revision`, `items[].reviewId` …) are ignored, as are unknown fields.
edge::input! {
    /// A review request to create: an order, at least one item, or both.
    pub(crate) struct NewInput as NewReviewRequest with OrderInput, ItemInput, RecipientInput refused Violation {
        /// When another system sent or will send the request. Afterword sends nothing for this request.
        send_date "sendDate": Option<Moment>;
        namespace: Option<Namespace>;
        order: Option<OrderInput>, or OBJECT_RULE;
        /// At most 5 items. If omitted or empty, the order's most expensive items.
        items: Option<List<ItemInput, 0, 5>>, or "Send a list of at most 5 objects, each with a catalogItemId.";
        recipient: Option<RecipientInput>, or OBJECT_RULE;
        communication_channel "communicationChannel": OnlyChannel;
        automation_activation_id "automationActivationId": Option<AnyGuid>;
    }
}

edge::input! {
    pub(crate) struct OrderInput as NewReviewRequestOrder refused Violation {
        /// The order's id in the catalog.
        id: Option<CatalogOrder>, at "order.id";
    }
}

edge::input! {
    pub(crate) struct ItemInput as NewReviewRequestItem refused Violation {
        /// The item's id in the catalog. With an order, the item must be in it.
        catalog_item_id "catalogItemId": Option<String>, as catalog_item(), or CATALOG_ITEM_RULE;
    }
}

edge::input! {
    pub(crate) struct RecipientInput as NewReviewRequestRecipient refused Violation {
        /// A customer's GUID; if omitted, the order's buyer.
        contact_id "contactId": Option<AnyGuid>, at "recipient.contactId";
    }
}

/// The only channel in the vendor's documentation.
pub(crate) enum OnlyChannel {}

reads! {
    OnlyChannel: () = |json| (text(json) == EMAIL).then_some(()).ok_or(Invalid("The only value is \"EMAIL\".")),
        Kind::Word(vec![EMAIL]);
}

/// An order's GUID. The id stays as sent, because upper and lower case are different in the catalog's ids.
pub(crate) enum CatalogOrder {}

reads_text! {
    CatalogOrder: Option<OrderId> = |text| Guid::parse(text).and_then(|_| OrderId::parse(text)).map_err(|_| Invalid(GUID_RULE)),
        uuid();
}

const CATALOG_ITEM_RULE: &str = "A catalog item's id has 1 to 36 letters, digits and _ . : -.";

fn catalog_item() -> Kind {
    Kind::Text(Text { pattern: Some("^[A-Za-z0-9_.:-]{1,36}$"), ..Text::default() })
}

impl CreateInput {
    pub(crate) fn parse(&self) -> Result<NewOrderRequest, Failure> {
        NewInput::parse(self.review_request.as_ref().ok(), ROOT)
    }
}

impl NewInput {
    /// Reads the request at `root` of the body.
    pub(crate) fn parse(request: Option<&Self>, root: &str) -> Result<NewOrderRequest, Failure> {
        let Some(request) = request else {
            return Err(Violation::new(root, Rule::RequiredField, "Send the review request, an object.").into());
        };
        let mut violations = Violations::default();
        let order = violations.object(&request.order).and_then(|order| violations.check(&order.id));
        let items = violations.items(&request.items);
        let send_date = violations.check(&request.send_date);
        let contact = violations.object(&request.recipient);
        let contact = contact.and_then(|recipient| violations.check(&recipient.contact_id));
        let automation = violations.check(&request.automation_activation_id);
        let options = RequestOptions { send_date, contact, automation, ..RequestOptions::default() };
        violations.check(&request.communication_channel.clone().map(Some));
        violations.check(&request.namespace);
        match (order.flatten(), items) {
            _ if !violations.is_empty() => Err(violations.within(root)),
            (None, items) if items.is_empty() => Err(Failure::NeitherOrderNorItems),
            (order, items) => Ok(NewOrderRequest { order, items, options }),
        }
    }
}

impl Violations {
    fn items(&mut self, items: &Result<Option<Vec<Result<ItemInput, Invalid>>>, Violation>) -> Vec<ProductId> {
        let items = self.object(items).map(Vec::as_slice).unwrap_or_default();
        let parsed = items.iter().enumerate().map(|(index, item)| {
            let item = item.as_ref().map_err(|_| {
                Violation::new(format!("items[{index}]"), Rule::Format, "Send an object with a catalogItemId.")
            })?;
            parse_item(item).map_err(|violation| violation.within(&format!("items[{index}]")))
        });
        parsed.filter_map(|item| self.check(&item)).collect()
    }
}

fn parse_item(item: &ItemInput) -> Result<Option<ProductId>, Violation> {
    let Some(id) = item.catalog_item_id.as_ref().map_err(Violation::clone)? else { return Ok(None) };
    let wrong = |rule| Violation::new("catalogItemId", rule, CATALOG_ITEM_RULE);
    if id.chars().count() > CATALOG_ITEM_ID_MAX {
        return Err(wrong(Rule::MaxLength));
    }
    ProductId::in_catalog(id).map(Some).map_err(|_| wrong(Rule::Format))
}
