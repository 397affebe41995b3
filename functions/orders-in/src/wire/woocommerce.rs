//! WooCommerce's webhooks.

use domain::{HttpsUrl, Identifiers, Product, ProductId, Title};
use integrations::{Arrival, OrderState, StateLine, SystemStatus, currency_exponent};
use jiff::Timestamp;
use serde::Deserialize;

use super::{
    LINES_MAX, Plain, Received, Said, What, address, country, currency, full_name, gtins, name, number, parse, picture,
    said, text,
};

/// The name of the header with the topic.
pub(crate) const TOPIC: [&str; 1] = ["x-wc-webhook-topic"];
/// The header with the signature.
pub(crate) const SIGNATURE: [&str; 1] = ["x-wc-webhook-signature"];
/// The start of what it posts, unsigned, when a webhook is saved.
const PING: &[u8] = b"webhook_id=";

/// Whether this is what it posts when a webhook is saved. It wants 200, and says nothing.
pub(crate) fn is_ping(body: &[u8]) -> bool {
    body.strip_prefix(PING).is_some_and(|id| !id.is_empty() && id.iter().all(u8::is_ascii_digit))
}

/// The content of a call.
pub(crate) fn read(received: &Received<'_>) -> Said {
    let read = match received.topic {
        "order.created" | "order.updated" => parse(received, order),
        "order.deleted" => parse(received, deleted),
        "order.restored" => parse(received, restored),
        "product.created" | "product.updated" | "product.restored" => parse(received, product),
        _ => Some(Said::ignored(None, "unknown_topic")),
    };
    read.unwrap_or(Said { order: None, what: What::Unreadable })
}

/// A time in UTC, which it writes without saying so.
fn time(text: Option<&str>) -> Option<Timestamp> {
    let text = text?;
    if text.ends_with('Z') { text.parse().ok() } else { format!("{text}Z").parse().ok() }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct OrderObject {
    id: Option<Plain>,
    number: Option<Plain>,
    status: Option<String>,
    currency: Option<String>,
    date_created_gmt: Option<String>,
    date_modified_gmt: Option<String>,
    date_completed_gmt: Option<String>,
    billing: Option<AddressObject>,
    shipping: Option<AddressObject>,
    line_items: Option<Vec<LineObject>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct AddressObject {
    email: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    country: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct LineObject {
    id: Option<Plain>,
    name: Option<String>,
    product_id: Option<Plain>,
    quantity: Option<Plain>,
    price: Option<Plain>,
    image: Option<ImageObject>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct ImageObject {
    src: Option<Plain>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct DeletedObject {
    id: Option<Plain>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct ProductObject {
    id: Option<Plain>,
    name: Option<String>,
    permalink: Option<String>,
    date_modified_gmt: Option<String>,
    images: Option<Vec<ImageObject>>,
    sku: Option<String>,
    /// Since version 9.2.
    global_unique_id: Option<String>,
    /// Since version 9.6.
    brands: Option<Vec<BrandObject>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct BrandObject {
    name: Option<String>,
}

/// Whether WordPress put this in place of an address that it removed: `deleted@site.invalid` (`wp_privacy_anonymize_data`). No
/// address below `.invalid` exists (RFC 2606).
fn is_removed(email: &str) -> bool {
    email.trim_end().to_ascii_lowercase().ends_with(".invalid")
}

fn state_of(received: &Received<'_>, object: OrderObject) -> Option<(String, String, OrderState)> {
    let id = object.id.as_ref()?.id()?;
    let at = time(object.date_modified_gmt.as_deref()).unwrap_or(received.now);
    let name = number(object.number.as_ref().map(|number| number.0.as_str())).unwrap_or_else(|| id.clone());
    let status = match object.status.as_deref().unwrap_or_default() {
        "completed" => SystemStatus::Fulfilled,
        "refunded" => SystemStatus::Refunded,
        "cancelled" | "failed" | "trash" => SystemStatus::Cancelled,
        // Statuses of plug-ins, too.
        _ => SystemStatus::Placed,
    };
    let completed_at = time(object.date_completed_gmt.as_deref()).unwrap_or(at);
    let billing = object.billing.unwrap_or_default();
    let email = address(billing.email.as_deref());
    let is_anonymised = billing.email.as_deref().is_some_and(is_removed);
    let shipping = object.shipping.unwrap_or_default();
    let currency = currency(object.currency.as_deref());
    let exponent = currency_exponent(currency.as_deref().unwrap_or_default());
    let lines =
        object.line_items.map(|lines| lines.iter().filter_map(|one| line(one, exponent)).take(LINES_MAX).collect());
    let state = OrderState {
        number: said(at, Some(name.clone())),
        status: said(at, Some(status)),
        name: said(
            at,
            full_name(billing.first_name.as_deref(), billing.last_name.as_deref()).filter(|_| email.is_some()),
        ),
        email: said(at, email),
        country: said(at, country(shipping.country.as_deref()).or_else(|| country(billing.country.as_deref()))),
        currency: said(at, currency),
        is_anonymised,
        placed_at: said(at, time(object.date_created_gmt.as_deref())),
        completed_at: said(at, Some((status == SystemStatus::Fulfilled).then_some(completed_at))),
        lines: said(at, lines),
        ..OrderState::default()
    };
    Some((id, name, state))
}

fn order(received: &Received<'_>, object: OrderObject) -> Option<Said> {
    let (id, name, state) = state_of(received, object)?;
    Some(Said::about_order(name, id, state))
}

/// A deletion says which order, and nothing else: when it came is when it was.
fn deleted(received: &Received<'_>, object: DeletedObject) -> Option<Said> {
    let id = object.id.as_ref()?.id()?;
    let state = OrderState { is_deleted: said(received.now, Some(true)), ..OrderState::default() };
    Some(Said::about_order(id.clone(), id, state))
}

fn restored(received: &Received<'_>, object: OrderObject) -> Option<Said> {
    let (id, name, state) = state_of(received, object)?;
    let state = OrderState { is_deleted: said(received.now, Some(false)), ..state };
    Some(Said::about_order(name, id, state))
}

fn line(object: &LineObject, exponent: u32) -> Option<StateLine> {
    let image = object.image.as_ref().and_then(|image| image.src.as_ref());
    Some(StateLine {
        id: object.id.as_ref()?.id()?,
        product: object.product_id.as_ref().and_then(Plain::id).map(|id| format!("woo-{id}")),
        title: text(object.name.as_deref())?,
        quantity: object.quantity.as_ref()?.count()?,
        current: None,
        unit_price: object.price.as_ref().map_or(0, |price| price.units(exponent)),
        image_url: picture(image.map(|src| src.0.as_str())),
        is_gift_card: false,
    })
}

fn product(received: &Received<'_>, object: ProductObject) -> Option<Said> {
    let at = time(object.date_modified_gmt.as_deref()).unwrap_or(received.now);
    let images = object.images.unwrap_or_default();
    let image = images.iter().filter_map(|image| picture(image.src.as_ref().map(|src| src.0.as_str()))).next();
    let product = Product {
        id: ProductId::parse(&format!("woo-{}", object.id.as_ref()?.id()?)).ok()?,
        title: Title::parse(&text(object.name.as_deref())?).ok()?,
        image_url: image.and_then(|url| HttpsUrl::parse(&url).ok()),
        url: object.permalink.and_then(|url| HttpsUrl::parse(&url).ok()),
        identifiers: Identifiers {
            gtin: gtins(object.global_unique_id.iter().map(String::as_str)),
            mpn: None,
            sku: name(object.sku.as_deref()),
            brand: object.brands.iter().flatten().find_map(|brand| name(brand.name.as_deref())),
        },
    };
    Some(Said::arrives(None, Arrival::Product(Box::new(product), at)))
}
