//! Products and orders in the lists of a system's API, which are read when a shop connects. WooCommerce's have the fields
//! of its calls. Those of Shopify's GraphQL are first written as its calls write them.

use domain::values::ShopSystem;
use http::HeaderMap;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};

use super::{Plain, Received, Said, number, parse_value, shopify, woocommerce};
use crate::{ReadPart, ShopifyDomain};

/// What a list is read with.
pub(crate) struct ListReader<'a> {
    pub system: ShopSystem,
    pub part: ReadPart,
    /// When the list was asked for. No instant in it counts as later.
    pub asked_at: Timestamp,
    pub domain: Option<&'a ShopifyDomain>,
    pub consent_key: Option<&'a str>,
}

impl ListReader<'_> {
    /// What a row says. An order that cannot be read has its number, or else its id, too.
    pub(crate) fn read(&self, object: &Value) -> Said {
        let said = self.parse(object);
        if self.part == ReadPart::Products || said.order.is_some() {
            return said;
        }
        let named = if self.system == ShopSystem::Shopify { "name" } else { "number" };
        let number_of = |value: &Value| number(Some(&Plain::of(value)?.0));
        let order = number_of(&object[named]).or_else(|| number_of(&json!(id(&object["id"]))));
        Said { order: order.or_else(|| number_of(&object["id"])), ..said }
    }

    fn parse(&self, object: &Value) -> Said {
        let headers = HeaderMap::new();
        let (now, domain, consent_key) = (self.asked_at, self.domain, self.consent_key);
        let received = Received { topic: self.part.as_str(), headers: &headers, body: &[], now, domain, consent_key };
        match (self.system, self.part) {
            (ShopSystem::WooCommerce, ReadPart::Products) => {
                parse_value(&received, object, |_, object| woocommerce::product(object))
            }
            (ShopSystem::WooCommerce, ReadPart::Orders) => {
                parse_value(&received, object, |received, object| woocommerce::order(received, object, None))
            }
            (ShopSystem::Shopify, ReadPart::Products) => parse_value(&received, &product(object), shopify::product),
            (ShopSystem::Shopify, ReadPart::Orders) => parse_value(&received, &order(object), shopify::order),
        }
    }
}

fn product(node: &Value) -> Value {
    let tags: Vec<_> = list(&node["tags"]).iter().filter_map(Value::as_str).collect();
    json!({
        "id": id(&node["id"]),
        "title": node["title"],
        "handle": node["handle"],
        "status": lower(&node["status"]),
        "vendor": node["vendor"],
        "product_type": node["productType"],
        "tags": tags.join(","),
        "published_at": node["publishedAt"],
        "updated_at": earlier(&node["updatedAt"]),
        "image": {"src": node["featuredMedia"]["preview"]["image"]["url"]},
        "variants": node["variants"]["nodes"],
    })
}

fn order(node: &Value) -> Value {
    let tags: Vec<_> = list(&node["tags"]).iter().filter_map(Value::as_str).collect();
    let lines = list(&node["lineItems"]["nodes"]);
    let groups = lines.iter().map(|line| &line["lineItemGroup"]).filter(|group| group.is_object());
    let groups: Vec<_> = groups
        .map(|group| json!({"id": id(&group["id"]), "title": group["title"], "product_id": id(&group["productId"])}))
        .collect();
    let country = |address: &str| json!({"country_code": node[address]["countryCodeV2"]});
    let mut order = json!({
        "id": id(&node["id"]),
        "name": node["name"],
        "email": node["email"],
        "created_at": node["createdAt"],
        "updated_at": earlier(&node["updatedAt"]),
        "cancelled_at": node["cancelledAt"],
        "test": node["test"],
        "currency": node["currencyCode"],
        "tags": tags.join(","),
        "source_name": node["sourceName"],
        "financial_status": lower(&node["displayFinancialStatus"]),
        "fulfillment_status": lower(&node["displayFulfillmentStatus"]),
        "customer_locale": node["customerLocale"],
        "buyer_accepts_marketing": node["customerAcceptsMarketing"],
        "customer": {"first_name": node["customer"]["firstName"], "last_name": node["customer"]["lastName"]},
        "shipping_address": country("shippingAddress"),
        "billing_address": country("billingAddress"),
        "line_item_groups": groups,
        "line_items": lines.iter().map(line).collect::<Vec<_>>(),
        "fulfillments": list(&node["fulfillments"]).iter().map(fulfillment).collect::<Vec<_>>(),
    });
    order.as_object_mut().into_iter().for_each(without_nulls);
    order
}

fn line(node: &Value) -> Value {
    let mut line = json!({
        "id": id(&node["id"]),
        "product_id": id(&node["product"]["id"]),
        "sales_line_item_group_id": id(&node["lineItemGroup"]["id"]),
        "title": node["title"],
        "quantity": node["quantity"],
        "current_quantity": node["currentQuantity"],
        "price": node["originalUnitPriceSet"]["shopMoney"]["amount"],
        "gift_card": node["isGiftCard"],
        "requires_shipping": node["requiresShipping"],
        "sku": node["sku"],
    });
    line.as_object_mut().into_iter().for_each(without_nulls);
    line
}

fn fulfillment(node: &Value) -> Value {
    let lines = list(&node["fulfillmentLineItems"]["nodes"]);
    let lines = lines.iter().map(|line| json!({"id": id(&line["lineItem"]["id"]), "quantity": line["quantity"]}));
    json!({
        "id": id(&node["id"]),
        "status": lower(&node["status"]),
        "shipment_status": lower(&node["displayStatus"]),
        "created_at": node["createdAt"],
        "updated_at": node["updatedAt"],
        "line_items": lines.collect::<Vec<_>>(),
    })
}

/// The number at the end of a global id such as `gid://shopify/Product/7`, or of its address.
fn id(gid: &Value) -> Option<&str> {
    gid.as_str()?.rsplit('/').next()?.split('?').next()
}

fn lower(word: &Value) -> Option<String> {
    word.as_str().map(str::to_lowercase)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Removes fields that Shopify did not answer, such as those that the app may not read.
fn without_nulls(fields: &mut Map<String, Value>) {
    fields.retain(|_, value| !value.is_null());
}

/// A time just before this one. A call names more than these lists, for example all variants, and so counts as later if
/// it is about the same change.
fn earlier(at: &Value) -> Value {
    let before = at.as_str().and_then(|at| at.parse::<Timestamp>().ok());
    let before = before.and_then(|at| at.checked_sub(SignedDuration::from_millis(1)).ok());
    before.map_or_else(|| at.clone(), |at| json!(at.to_string()))
}
