//! WooCommerce's webhooks. Names and titles in them are HTML, as WordPress stores them.

use std::borrow::Cow;

use domain::order::{Identifiers, Product, ProductId, Published, SystemProduct};
use html_escape::decode_html_entities;
use integrations::{Arrival, Latest, OrderState, StateLine, SystemStatus};

use super::object::Object;
use super::{
    LINES_MAX, Received, Said, address, country, currency, decimals, full_name, gtins, labels, name, number, page,
    parse, picture, said, text, title, word,
};

pub(crate) const TOPIC: [&str; 1] = ["x-wc-webhook-topic"];
pub(crate) const SIGNATURE: [&str; 1] = ["x-wc-webhook-signature"];
/// The statuses of orders that are no orders yet: a buyer is at the checkout, or the shop's staff began to enter one.
const DRAFTS: [&str; 2] = ["checkout-draft", "auto-draft"];
/// The start of the unsigned body that WooCommerce posts when a webhook is saved.
const PING: &[u8] = b"webhook_id=";

/// Whether this is the unsigned call made when a webhook is saved. It has no content and expects 200.
pub(crate) fn is_ping(body: &[u8]) -> bool {
    body.strip_prefix(PING).is_some_and(|id| !id.is_empty() && id.iter().all(u8::is_ascii_digit))
}

pub(crate) fn read(received: &Received<'_>) -> Said {
    match received.topic {
        "order.created" | "order.updated" => parse(received, |received, object| order(received, object, None)),
        "order.deleted" => parse(received, |_, object| Said::deleted(object)),
        "order.restored" => {
            parse(received, |received, object| order(received, object, said(object.now(), Some(false))))
        }
        "product.created" | "product.updated" | "product.restored" => parse(received, |_, object| product(object)),
        _ => Said::ignored(None, "unknown_topic"),
    }
}

/// A name or title with its HTML entities decoded.
fn decoded<'a>(object: &Object<'a>, name: &str) -> Option<Cow<'a, str>> {
    object.text(name).map(decode_html_entities)
}

/// Whether this is what WordPress writes in place of a removed address: `deleted@site.invalid`
/// (`wp_privacy_anonymize_data`). Any address below `.invalid` counts, because none exists (RFC 2606).
fn is_removed(email: &str) -> bool {
    email.trim_end().to_ascii_lowercase().ends_with(".invalid")
}

/// Whether this is the error that WooCommerce sends in place of an object that was deleted before the call left.
/// `rest_no_route` has the same status, and is a fault of the shop.
fn is_gone(object: &Object<'_>) -> bool {
    object.plain("id").is_none()
        && object.text("code").is_some_and(|code| code != "rest_no_route")
        && object.object("data").count("status") == Some(404)
}

fn order(received: &Received<'_>, object: &Object<'_>, is_deleted: Latest<bool>) -> Option<Said> {
    if is_gone(object) {
        return Some(Said::ignored(None, "gone"));
    }
    let id = object.key("id")?;
    let at = object.instant("date_modified_gmt").unwrap_or(object.now());
    let name = number(object.plain("number").as_ref().map(|number| number.0.as_str())).unwrap_or_else(|| id.clone());
    let status = object.status("status").unwrap_or_default();
    if DRAFTS.contains(&status) {
        return Some(Said::ignored(Some(name), "draft"));
    }
    // The completion date decides, because shipping plug-ins give a completed order their own statuses.
    let completed_at = object.instant("date_completed_gmt").or((status == "completed").then_some(at));
    let has = |name| object.text(name).is_some_and(|text| !text.is_empty());
    let is_paid = status == "processing" || completed_at.is_some() || has("date_paid_gmt") || has("date_paid");
    let status = match status {
        "refunded" => SystemStatus::Refunded,
        "cancelled" | "failed" | "trash" => SystemStatus::Cancelled,
        _ if completed_at.is_some() => SystemStatus::Fulfilled,
        _ => SystemStatus::Placed,
    };
    let (billing, shipping) = (object.object("billing"), object.object("shipping"));
    let email = address(billing.text("email"));
    let (first, last) = (decoded(&billing, "first_name"), decoded(&billing, "last_name"));
    let currency = currency(object.text("currency"));
    let exponent = decimals(currency.as_deref());
    let lines = object
        .list("line_items")
        .map(|lines| lines.iter().filter_map(|one| line(one, exponent)).take(LINES_MAX).collect());
    let state = OrderState {
        number: said(at, Some(name.clone())),
        status: said(at, Some(status)),
        // Nothing is stored about a buyer without an address, because no erasure could find it.
        name: said(at, full_name(first.as_deref(), last.as_deref()).filter(|_| email.is_some())),
        email: said(at, email),
        is_anonymised: billing.text("email").is_some_and(is_removed),
        country: said(at, country(shipping.text("country")).or_else(|| country(billing.text("country")))),
        currency: said(at, currency),
        source: said(at, word(object.text("created_via"))),
        agrees: said(at, agrees(object, received.consent_key)),
        is_paid: said(at, Some(is_paid)),
        placed_at: said(at, object.instant("date_created_gmt")),
        completed_at: said(at, Some(completed_at)),
        lines: said(at, lines),
        is_deleted,
        ..OrderState::default()
    };
    Some(Said::about_order(name, id, state))
}

/// Whether the buyer consented to marketing, from the metadata of the shop's plug-in.
fn agrees(object: &Object<'_>, key: Option<&str>) -> Option<bool> {
    let key = key?;
    object.list("meta_data")?.iter().find(|entry| entry.text("key") == Some(key))?.says_yes("value")
}

fn line(object: &Object<'_>, exponent: u32) -> Option<StateLine> {
    let line = StateLine {
        id: object.key("id")?,
        product: object.id("product_id").map(|id| format!("woo-{id}")),
        title: text(decoded(object, "name").as_deref()).unwrap_or_default(),
        quantity: object.count("quantity").unwrap_or(1),
        current: None,
        unit_price: object.plain("price").map_or(0, |price| price.units(exponent)),
        image_url: picture(object.object("image").text("src")),
        is_gift_card: false,
        needs_no_shipping: false,
        sku: name(object.text("sku")),
        gtin: gtins(object.text("global_unique_id").into_iter()).pop(),
    };
    (line.quantity > 0).then_some(line)
}

fn product(object: &Object<'_>) -> Option<Said> {
    if is_gone(object) {
        return Some(Said::ignored(None, "gone"));
    }
    let at = object.instant("date_modified_gmt").unwrap_or(object.now());
    let images = object.list("images").unwrap_or_default();
    let image = images.iter().find_map(|image| picture(image.text("src")));
    let brands = object.list("brands").unwrap_or_default();
    let id = object.key("id")?;
    let Some(title) = title(decoded(object, "name").as_deref()) else {
        return Some(Said::ignored(None, "no_title"));
    };
    let product = Product {
        id: ProductId::parse(&format!("woo-{id}")).ok()?,
        title,
        image_url: image.as_deref().and_then(page),
        url: object.text("permalink").and_then(page),
        identifiers: Identifiers {
            gtin: gtins(object.text("global_unique_id").into_iter()),
            mpn: None,
            sku: name(object.text("sku")),
            brand: brands.iter().find_map(|brand| name(decoded(brand, "name").as_deref())),
        },
    };
    // Older versions name no status. A product with a password is published, but not for everybody.
    let is_public = object.text("status").is_none_or(|status| status == "publish")
        && object.text("post_password").is_none_or(str::is_empty);
    let tags = object.list("tags").unwrap_or_default();
    let tags: Vec<_> = tags.iter().filter_map(|tag| decoded(tag, "name")).collect();
    let product = SystemProduct {
        product,
        published: if is_public { Published::Yes } else { Published::Never },
        is_closed: object.flag("reviews_allowed") == Some(false),
        labels: labels(object.text("type").into_iter().chain(tags.iter().map(AsRef::as_ref))),
    };
    Some(Said::arrives(None, Arrival::Product(Box::new(product), at)))
}
