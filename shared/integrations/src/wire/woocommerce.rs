//! WooCommerce's webhooks. Names and titles in them are HTML, as WordPress stores them.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Arrival, Latest, OrderState, ReadPart, ShipmentState, StateLine, SystemStatus};
use domain::order::{Identifiers, Product, ProductId, Published, SystemProduct};
use html_escape::decode_html_entities;
use jiff::Timestamp;

use super::object::Object;
use super::{
    LINES_MAX, Plain, Received, Said, country, currency, decimals, described, full_name, gtins, labels, name, number,
    page, parse, picture, said, text, title,
};

pub const TOPIC: [&str; 1] = ["x-wc-webhook-topic"];
pub const SIGNATURE: [&str; 1] = ["x-wc-webhook-signature"];
/// The header of the webhook's id, and that of the shop's address.
pub(super) const CALL: [&str; 1] = ["x-wc-webhook-id"];
pub(super) const SHOP: [&str; 1] = ["x-wc-webhook-source"];
/// The statuses of orders that are no orders yet: a buyer is at the checkout, or the shop's staff began to enter one.
const DRAFTS: [&str; 2] = ["checkout-draft", "auto-draft"];
/// WooCommerce's own statuses before the completion.
const OPEN: [&str; 3] = ["pending", "processing", "on-hold"];
/// The key in an order's `meta_data` of *Order Fulfillments*, since version 10, and of plug-ins that fill them. Its value is
/// `fulfilled` if all items were.
const FULFILLMENT: &str = "_fulfillment_status";
/// The keys in an order's `meta_data` with the language of the checkout: WPML's, TranslatePress' and Weglot's.
const LANGUAGES: [&str; 3] = ["wpml_language", "trp_language", "weglot_language"];
/// The fields of a line that name the line of the kit to which it belongs: Product Bundles', Composite Products' and Mix
/// and Match's.
const KITS: [&str; 3] = ["bundled_by", "composite_parent", "mnm_child_of"];
/// The keys in a line's `meta_data` with which plug-ins name the kit: those of the three, and WPC's for bundles and for
/// composites.
const KIT_KEYS: [&str; 5] =
    ["_bundled_by", "_composite_parent", "_mnm_container", "_woosb_parent_id", "_wooco_parent_id"];
/// Tags in names and titles that are dropped; their content stays.
const TAGS: [&str; 16] =
    ["a", "b", "br", "del", "em", "font", "i", "ins", "mark", "s", "small", "span", "strong", "sub", "sup", "u"];
/// The start of the unsigned body that WooCommerce posts when a webhook is saved.
const PING: &[u8] = b"webhook_id=";

/// Whether this is the unsigned call made when a webhook is saved. It has no content and expects 200.
pub fn is_ping(body: &[u8]) -> bool {
    body.strip_prefix(PING).is_some_and(|id| !id.is_empty() && id.iter().all(u8::is_ascii_digit))
}

pub fn read(received: &Received<'_>) -> Said {
    match received.topic {
        "order.created" | "order.updated" => parse(received, |received, object| order(received, object, None)),
        "order.deleted" => parse(received, |_, object| Said::deleted_order(object)),
        "order.restored" => {
            parse(received, |received, object| order(received, object, said(object.now(), Some(false))))
        }
        "product.created" | "product.updated" | "product.published" | "product.restored" => {
            parse(received, |_, object| product(object))
        }
        "product.deleted" => parse(received, |_, object| Said::deleted_product(object, "woo")),
        _ => Said::ignored(None, "unknown_topic"),
    }
}

/// A name or title as plain text.
fn decoded(object: &Object<'_>, name: &str) -> Option<String> {
    object.text(name).map(|html| decode_html_entities(&without_tags(html)).into_owned())
}

/// HTML without the tags in [`TAGS`], of which a line break becomes a space.
fn without_tags(html: &str) -> String {
    let (mut text, mut rest) = (String::with_capacity(html.len()), html);
    while let Some((before, from)) = rest.split_once('<') {
        let (tag, after) = from.split_once('>').unwrap_or(("", from));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default().to_ascii_lowercase();
        let (instead, left) = match TAGS.contains(&&*name) {
            true => (if name == "br" { " " } else { "" }, after),
            false => ("<", from),
        };
        text.extend([before, instead]);
        rest = left;
    }
    text + rest
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

pub(super) fn order(received: &Received<'_>, object: &Object<'_>, is_deleted: Latest<bool>) -> Option<Said> {
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
    let completed_on = object.instant("date_completed_gmt").or((status == "completed").then_some(at));
    let is_fulfilled = meta(object, FULFILLMENT).is_some_and(|entry| entry.text("value") == Some("fulfilled"));
    // WooCommerce does not say when, and a fulfillment is no change of the order. In a list, it may be from long ago.
    let left_at = if received.topic == ReadPart::Orders.as_str() { at } else { object.now() };
    let shipments = is_fulfilled.then(|| (String::new(), ShipmentState::whole(left_at, at)));
    let has = |name| object.text(name).is_some_and(|text| !text.is_empty());
    let is_paid = status == "processing" || completed_on.is_some() || has("date_paid_gmt") || has("date_paid");
    let (billing, shipping) = (object.object("billing"), object.object("shipping"));
    let is_anonymised = billing.text("email").is_some_and(is_removed);
    let email = if is_anonymised { None } else { billing.email("email") };
    let (first, last) = (decoded(&billing, "first_name"), decoded(&billing, "last_name"));
    let currency = currency(object.text("currency"));
    let exponent = decimals(currency.as_deref());
    let lines = object.list("line_items").map(|lines| {
        let refunded = refunded(object, &lines, exponent);
        lines.iter().filter_map(|one| line(one, &refunded, exponent)).take(LINES_MAX).collect()
    });
    let state = OrderState {
        number: said(at, Some(name.clone())),
        status: said(at, Some(system_status(status, completed_on, is_fulfilled))),
        // Nothing is stored about a buyer without an address, because no erasure could find it.
        name: said(at, full_name(first.as_deref(), last.as_deref()).filter(|_| email.is_some())),
        locale: said(at, language(object).filter(|_| email.is_some())),
        email: said(at, email),
        is_anonymised,
        country: said(at, country(shipping.text("country")).or_else(|| country(billing.text("country")))),
        currency: said(at, currency),
        agrees: said(at, agrees(object, received.consent_key)),
        is_paid: said(at, Some(is_paid)),
        placed_at: said(at, object.instant("date_created_gmt")),
        completed_at: completed_at(status, completed_on, at),
        lines: said(at, lines),
        is_deleted,
        shipments: BTreeMap::from_iter(shipments),
        ..OrderState::default()
    };
    Some(Said::about_order(name, id, state))
}

fn system_status(status: &str, completed_on: Option<Timestamp>, is_fulfilled: bool) -> SystemStatus {
    match status {
        "refunded" => SystemStatus::Refunded,
        "cancelled" | "failed" | "trash" => SystemStatus::Cancelled,
        _ if is_fulfilled => SystemStatus::Fulfilled,
        status if completed_on.is_some() && !OPEN.contains(&status) => SystemStatus::Fulfilled,
        _ => SystemStatus::Placed,
    }
}

/// When the order was completed, as its status at an instant says. WooCommerce never clears the date of completion
/// (`WC_Order::maybe_set_date_completed`), but its own statuses take a completion back. The statuses of plug-ins say no
/// more than that the order was completed at that date.
fn completed_at(status: &str, completed_on: Option<Timestamp>, at: Timestamp) -> Latest<Option<Timestamp>> {
    match status {
        "completed" => said(at, Some(completed_on)),
        status if OPEN.contains(&status) => said(at, Some(None)),
        _ => completed_on.and_then(|on| said(on, Some(completed_on))),
    }
}

/// The entry with this key in the `meta_data` of an order or a line.
fn meta<'a>(object: &Object<'a>, key: &str) -> Option<Object<'a>> {
    object.list("meta_data")?.into_iter().find(|entry| entry.text("key") == Some(key))
}

/// Whether the buyer consented to marketing, from the metadata of the shop's plug-in.
fn agrees(object: &Object<'_>, key: Option<&str>) -> Option<bool> {
    meta(object, key?)?.says_yes("value")
}

/// The language of the checkout, as a plug-in stored it. Polylang adds a field to the order.
fn language(object: &Object<'_>) -> Option<String> {
    let of_plug_in = |key| text(meta(object, key)?.text("value"));
    text(object.text("lang")).or_else(|| LANGUAGES.into_iter().find_map(of_plug_in))
}

/// The ids of the lines that were paid back. A refund in an order names an amount, and neither lines nor quantities. So
/// a line counts as refunded if it alone cost what one refund paid back.
fn refunded(order: &Object<'_>, lines: &[Object<'_>], exponent: u32) -> BTreeSet<String> {
    let amount = |object: &Object<'_>, name| object.plain(name).and_then(|amount| amount.0.trim().parse::<f64>().ok());
    let units = |amount: f64| Plain(amount.to_string()).units(exponent);
    let cost = |line: &Object<'_>| {
        Some(units(amount(line, "total")? + amount(line, "total_tax").unwrap_or_default())).filter(|cost| *cost > 0)
    };
    let only_line = |refund: Object<'_>| {
        let paid_back = units(-amount(&refund, "total")?);
        let mut lines = lines.iter().filter(|line| cost(line) == Some(paid_back));
        lines.next().filter(|_| lines.next().is_none())?.plain("id")?.id()
    };
    order.list("refunds").unwrap_or_default().into_iter().filter_map(only_line).collect()
}

/// Whether a line is a part of a kit, which has a line of its own.
fn is_part(line: &Object<'_>) -> bool {
    let is_named = |object: &Object<'_>, name| object.plain(name).is_some_and(|kit| !["", "0"].contains(&&*kit.0));
    KITS.into_iter().any(|name| is_named(line, name))
        || KIT_KEYS.into_iter().any(|key| meta(line, key).is_some_and(|entry| is_named(&entry, "value")))
}

fn line(object: &Object<'_>, refunded: &BTreeSet<String>, exponent: u32) -> Option<StateLine> {
    let id = object.key("id")?;
    let line = StateLine {
        product: object.id("product_id").map(|id| format!("woo-{id}")),
        title: text(decoded(object, "name").as_deref()).unwrap_or_default(),
        // Only a variation has it.
        catalog_title: text(decoded(object, "parent_name").as_deref()),
        quantity: object.count("quantity").unwrap_or(1),
        current: refunded.contains(&id).then_some(0),
        unit_price: object.plain("price").map_or(0, |price| price.units(exponent)),
        image_url: picture(object.object("image").text("src")),
        is_gift_card: false,
        needs_no_shipping: false,
        is_part: is_part(object),
        sku: name(object.text("sku")),
        gtin: gtins(object.text("global_unique_id").into_iter()).pop(),
        id,
    };
    (line.quantity > 0).then_some(line)
}

pub(super) fn product(object: &Object<'_>) -> Option<Said> {
    if is_gone(object) {
        return Some(Said::ignored(None, "gone"));
    }
    // Its parent is the product, and has a call of its own.
    if object.text("type") == Some("variation") {
        return Some(Said::ignored(None, "variation"));
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
        description: ["short_description", "description"].into_iter().find_map(|name| described(object.text(name)?)),
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
    let published = match object.text("catalog_visibility") {
        _ if !is_public => Published::Never,
        // Its page is there, but the shop leads nobody to it.
        Some("hidden") => Published::NoLonger,
        _ => Published::Yes,
    };
    let tags = object.list("tags").unwrap_or_default();
    let tags: Vec<_> = tags.iter().filter_map(|tag| decoded(tag, "name")).collect();
    let product = SystemProduct {
        product,
        published,
        is_closed: object.flag("reviews_allowed") == Some(false),
        labels: labels(object.text("type").into_iter().chain(tags.iter().map(String::as_str))),
    };
    Some(Said::arrives(None, Arrival::Product(Box::new(product), at)))
}
