//! Shopify's webhooks.

use std::collections::BTreeMap;

use domain::{HttpsUrl, Identifiers, Product, ProductId, Title};
use integrations::{
    Arrival, NamedPerson, OrderState, ShipmentState, ShipmentStatus, StateLine, SystemStatus, currency_exponent,
};
use jiff::Timestamp;
use serde::Deserialize;

use super::{
    LINES_MAX, PARTS_MAX, Plain, Received, Said, What, address, country, currency, full_name, gtins, header, name,
    number, parse, picture, said, tags, text,
};

/// The names of its headers, those that its coming events have included.
pub(crate) const TOPIC: [&str; 2] = ["x-shopify-topic", "shopify-topic"];
/// The header with the signature.
pub(crate) const SIGNATURE: [&str; 2] = ["x-shopify-hmac-sha256", "shopify-hmac-sha256"];
const TRIGGERED_AT: [&str; 2] = ["x-shopify-triggered-at", "shopify-triggered-at"];
/// The header with the id of a call, which is the same when it comes again.
const CALL: [&str; 2] = ["x-shopify-webhook-id", "shopify-webhook-id"];
/// The most orders of a person that are looked up: their ids fit into the call's row.
const PERSONS_ORDERS_MAX: usize = 1_000;
const SHOP: [&str; 2] = ["x-shopify-shop-domain", "shopify-shop-domain"];

/// The content of a call.
pub(crate) fn read(received: &Received<'_>) -> Said {
    let unreadable = Said { order: None, what: What::Unreadable };
    // A slash in webhooks, a dot in events.
    match received.topic.replace('.', "/").as_str() {
        "orders/create"
        | "orders/updated"
        | "orders/update"
        | "orders/fulfilled"
        | "orders/partially_fulfilled"
        | "orders/cancelled"
        | "orders/paid"
        | "orders/edited" => parse(received, order),
        "fulfillments/create" | "fulfillments/update" => parse(received, fulfillment),
        "fulfillment_events/create" => parse(received, event),
        "refunds/create" => parse(received, refund),
        "products/create" | "products/update" => parse(received, product),
        "customers/data_request" => {
            parse(received, |received, about: AboutCustomer| about.said(received, Arrival::Export))
        }
        "customers/redact" => parse(received, |received, about: AboutCustomer| about.said(received, Arrival::Erase)),
        "shop/redact" => Some(Said::arrives(None, Arrival::EraseShop)),
        "app/uninstalled" => Some(Said::arrives(None, Arrival::Uninstalled)),
        _ => Some(Said::ignored(None, "unknown_topic")),
    }
    .unwrap_or(unreadable)
}

fn time(text: Option<&str>) -> Option<Timestamp> {
    text?.parse().ok()
}

impl Received<'_> {
    /// When the system said it, if the object does not say so.
    fn triggered_at(&self) -> Timestamp {
        time(header(self.headers, &TRIGGERED_AT)).unwrap_or(self.now)
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct OrderObject {
    id: Option<Plain>,
    name: Option<String>,
    email: Option<String>,
    contact_email: Option<String>,
    customer: Option<CustomerObject>,
    customer_locale: Option<String>,
    created_at: Option<String>,
    updated_at: Option<String>,
    cancelled_at: Option<String>,
    financial_status: Option<String>,
    fulfillment_status: Option<String>,
    currency: Option<String>,
    test: Option<bool>,
    tags: Option<String>,
    source_name: Option<String>,
    shipping_address: Option<AddressObject>,
    billing_address: Option<AddressObject>,
    line_items: Option<Vec<LineObject>>,
    fulfillments: Option<Vec<FulfillmentObject>>,
    refunds: Option<Vec<RefundObject>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct CustomerObject {
    email: Option<String>,
    phone: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct AddressObject {
    country_code: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct LineObject {
    id: Option<Plain>,
    product_id: Option<Plain>,
    title: Option<String>,
    name: Option<String>,
    quantity: Option<u32>,
    current_quantity: Option<u32>,
    price: Option<Plain>,
    gift_card: Option<bool>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct FulfillmentObject {
    id: Option<Plain>,
    order_id: Option<Plain>,
    status: Option<String>,
    shipment_status: Option<String>,
    created_at: Option<String>,
    updated_at: Option<String>,
    line_items: Option<Vec<LineObject>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct EventObject {
    fulfillment_id: Option<Plain>,
    order_id: Option<Plain>,
    status: Option<String>,
    happened_at: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct RefundObject {
    id: Option<Plain>,
    order_id: Option<Plain>,
    refund_line_items: Option<Vec<RefundLineObject>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct RefundLineObject {
    line_item_id: Option<Plain>,
    quantity: Option<u32>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct ProductObject {
    id: Option<Plain>,
    title: Option<String>,
    handle: Option<String>,
    image: Option<ImageObject>,
    images: Option<Vec<ImageObject>>,
    vendor: Option<String>,
    variants: Option<Vec<VariantObject>>,
    updated_at: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct VariantObject {
    sku: Option<String>,
    barcode: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct ImageObject {
    src: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct AboutCustomer {
    customer: Option<CustomerObject>,
    orders_requested: Option<Vec<Plain>>,
    orders_to_redact: Option<Vec<Plain>>,
}

impl AboutCustomer {
    fn said(self, received: &Received<'_>, arrival: fn(NamedPerson) -> Arrival) -> Option<Said> {
        let CustomerObject { email, phone, .. } = self.customer.unwrap_or_default();
        let email = address(email.as_deref());
        let orders = [self.orders_requested, self.orders_to_redact].into_iter().flatten().flatten();
        let orders: Vec<_> = orders.filter_map(|order| order.id()).take(PERSONS_ORDERS_MAX).collect();
        if email.is_none() && phone.is_none() && orders.is_empty() {
            return Some(Said::ignored(None, "nobody_named"));
        }
        let call = match header(received.headers, &CALL) {
            Some(call) => call.to_owned(),
            None => received.now.to_string(),
        };
        Some(Said::arrives(None, arrival(NamedPerson { email, phone, orders, call })))
    }
}

fn order(received: &Received<'_>, object: OrderObject) -> Option<Said> {
    let id = object.id.as_ref()?.id()?;
    let at = time(object.updated_at.as_deref()).unwrap_or_else(|| received.triggered_at());
    let customer = object.customer.unwrap_or_default();
    let email = [object.email, object.contact_email, customer.email].into_iter().flatten();
    let email = email.filter_map(|email| address(Some(&email))).next();
    let financial = object.financial_status.as_deref();
    let status = match (object.cancelled_at.is_some(), financial, object.fulfillment_status.as_deref()) {
        (true, _, _) | (_, Some("voided"), _) => SystemStatus::Cancelled,
        (_, Some("refunded"), _) => SystemStatus::Refunded,
        (_, _, Some("fulfilled")) => SystemStatus::Fulfilled,
        _ => SystemStatus::Placed,
    };
    let country_of = |address: Option<AddressObject>| country(address?.country_code.as_deref());
    let currency = currency(object.currency.as_deref());
    let exponent = currency_exponent(currency.as_deref().unwrap_or_default());
    let lines =
        object.line_items.map(|lines| lines.iter().filter_map(|one| line(one, exponent)).take(LINES_MAX).collect());
    let fulfillments = object.fulfillments.unwrap_or_default();
    let refunds = object.refunds.unwrap_or_default();
    let name = number(object.name.as_deref()).unwrap_or_else(|| id.clone());
    let state = OrderState {
        number: said(at, Some(name.clone())),
        status: said(at, Some(status)),
        // Of a buyer without an address nothing is kept: no erasure could find it.
        name: said(
            at,
            full_name(customer.first_name.as_deref(), customer.last_name.as_deref()).filter(|_| email.is_some()),
        ),
        locale: said(at, text(object.customer_locale.as_deref()).filter(|_| email.is_some())),
        email: said(at, email),
        country: said(at, country_of(object.shipping_address).or_else(|| country_of(object.billing_address))),
        currency: said(at, currency),
        tags: said(at, object.tags.as_deref().map(tags)),
        is_test: said(at, object.test),
        is_in_store: said(at, object.source_name.map(|source| source == "pos")),
        placed_at: said(at, time(object.created_at.as_deref())),
        lines: said(at, lines),
        shipments: fulfillments.iter().take(PARTS_MAX).filter_map(|one| shipment(one, at)).collect(),
        refunds: refunds.iter().take(PARTS_MAX).filter_map(refunded).collect(),
        ..OrderState::default()
    };
    Some(Said::about_order(name, id, state))
}

fn line(object: &LineObject, exponent: u32) -> Option<StateLine> {
    let product = object.product_id.as_ref().and_then(Plain::id).map(|id| format!("shopify-{id}"));
    let quantity = object.quantity.filter(|quantity| *quantity > 0)?;
    Some(StateLine {
        id: object.id.as_ref()?.id()?,
        product,
        title: text(object.title.as_deref()).or_else(|| text(object.name.as_deref()))?,
        quantity,
        current: object.current_quantity,
        unit_price: object.price.as_ref().map_or(0, |price| price.units(exponent)),
        image_url: None,
        is_gift_card: object.gift_card.unwrap_or_default(),
    })
}

fn shipment(object: &FulfillmentObject, now: Timestamp) -> Option<(String, ShipmentState)> {
    let updated_at = time(object.updated_at.as_deref()).unwrap_or(now);
    let quantities = |lines: &Vec<LineObject>| {
        let line = |line: &LineObject| Some((line.id.as_ref()?.id()?, line.quantity.unwrap_or(1)));
        lines.iter().take(LINES_MAX).filter_map(line).collect::<BTreeMap<_, _>>()
    };
    let is_delivered = object.shipment_status.as_deref() == Some("delivered");
    let shipment = ShipmentState {
        created_at: time(object.created_at.as_deref()),
        status: said(
            updated_at,
            object.status.as_deref().map(|status| match status {
                "success" => ShipmentStatus::Left,
                "pending" | "open" => ShipmentStatus::Waiting,
                // `cancelled`, `error` and `failure`.
                _ => ShipmentStatus::TakenBack,
            }),
        ),
        lines: said(updated_at, object.line_items.as_ref().map(quantities)),
        delivered_at: None,
        seen_delivered_at: is_delivered.then_some(updated_at),
    };
    Some((object.id.as_ref()?.id()?, shipment))
}

fn fulfillment(received: &Received<'_>, object: FulfillmentObject) -> Option<Said> {
    let id = object.order_id.as_ref()?.id()?;
    let shipments = BTreeMap::from([shipment(&object, received.triggered_at())?]);
    let state = OrderState { shipments, ..OrderState::default() };
    Some(Said::about_order(id.clone(), id, state))
}

fn event(received: &Received<'_>, object: EventObject) -> Option<Said> {
    let (id, shipment) = (object.order_id.as_ref()?.id()?, object.fulfillment_id.as_ref()?.id()?);
    if object.status.as_deref() != Some("delivered") {
        return Some(Said::ignored(Some(id), "not_delivered"));
    }
    let at = time(object.happened_at.as_deref()).unwrap_or_else(|| received.triggered_at());
    let delivered = ShipmentState { delivered_at: Some(at), ..ShipmentState::default() };
    let state = OrderState { shipments: BTreeMap::from([(shipment, delivered)]), ..OrderState::default() };
    Some(Said::about_order(id.clone(), id, state))
}

/// A refund's lines, by its id.
fn refunded(object: &RefundObject) -> Option<(String, BTreeMap<String, u32>)> {
    let lines = object.refund_line_items.iter().flatten().take(LINES_MAX);
    let mut refund = BTreeMap::<String, u32>::new();
    for (line, quantity) in lines.filter_map(|line| Some((line.line_item_id.as_ref()?.id()?, line.quantity?))) {
        let sum = refund.entry(line).or_default();
        *sum = sum.saturating_add(quantity);
    }
    Some((object.id.as_ref()?.id()?, refund))
}

fn refund(_: &Received<'_>, object: RefundObject) -> Option<Said> {
    let id = object.order_id.as_ref()?.id()?;
    let refund = refunded(&object)?;
    if refund.1.is_empty() {
        return Some(Said::ignored(Some(id), "refund_without_lines"));
    }
    let state = OrderState { refunds: BTreeMap::from([refund]), ..OrderState::default() };
    Some(Said::about_order(id.clone(), id, state))
}

fn product(received: &Received<'_>, object: ProductObject) -> Option<Said> {
    let at = time(object.updated_at.as_deref()).unwrap_or_else(|| received.triggered_at());
    let images = object.image.into_iter().chain(object.images.unwrap_or_default());
    let image = images.filter_map(|image| picture(image.src.as_deref())).next();
    let variants = object.variants.unwrap_or_default();
    let is_host = |host: &&str| host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
    let page = |handle: String| {
        Some(format!("https://{}/products/{handle}", header(received.headers, &SHOP).filter(is_host)?))
    };
    let product = Product {
        id: ProductId::parse(&format!("shopify-{}", object.id.as_ref()?.id()?)).ok()?,
        title: Title::parse(&text(object.title.as_deref())?).ok()?,
        image_url: image.and_then(|url| HttpsUrl::parse(&url).ok()),
        url: object.handle.and_then(page).and_then(|url| HttpsUrl::parse(&url).ok()),
        identifiers: Identifiers {
            gtin: gtins(variants.iter().filter_map(|variant| variant.barcode.as_deref())),
            mpn: None,
            sku: variants.iter().find_map(|variant| name(variant.sku.as_deref())),
            brand: name(object.vendor.as_deref()),
        },
    };
    Some(Said::arrives(None, Arrival::Product(Box::new(product), at)))
}
