//! Shopify's webhooks.

use std::collections::BTreeMap;

use crate::{Arrival, NamedPerson, ShopifyDomain};
use domain::order::{
    Buyer, Identifiers, Order, OrderLine, OrderPlace, OrderStatus, Product, ProductId, Published, Quantity, Shipment,
    ShipmentStatus, SystemProduct,
};
use domain::values::{Amount, Currency, ShopSystem, Title};
use jiff::Timestamp;

use super::object::Object;
use super::{
    LINES_MAX, Received, Said, address, country, currency, decimals, described, full_name, gtins, header, is_deletion,
    labels, name, number, page, parse, picture, tags, text, title,
};

pub const SYSTEM: ShopSystem = ShopSystem::Shopify;
/// The header of the topic: its present name, and its name in Shopify's future events.
pub const TOPIC: [&str; 2] = ["x-shopify-topic", "shopify-topic"];
pub const SIGNATURE: [&str; 2] = ["x-shopify-hmac-sha256", "shopify-hmac-sha256"];
const TRIGGERED_AT: [&str; 2] = ["x-shopify-triggered-at", "shopify-triggered-at"];
/// The maximum number of a person's orders that are read. Their ids fit into the call's row.
const PERSONS_ORDERS_MAX: usize = 1_000;
/// The header of a call's id. A repeated call has the same id.
pub(super) const CALL: [&str; 2] = ["x-shopify-webhook-id", "shopify-webhook-id"];
pub(super) const SHOP: [&str; 2] = ["x-shopify-shop-domain", "shopify-shop-domain"];

/// The financial statuses of an order for which the shop has received money. Of the others, `authorized`, `pending`,
/// `expired` and `voided` are unpaid
/// (<https://shopify.dev/docs/api/admin-graphql/latest/enums/OrderDisplayFinancialStatus>).
const PAID: [&str; 4] = ["paid", "partially_paid", "partially_refunded", "refunded"];

/// The statuses of a shipment that the customer has
/// (<https://shopify.dev/docs/api/admin-graphql/latest/enums/FulfillmentDisplayStatus>).
const ARRIVED: [&str; 2] = ["delivered", "picked_up"];
/// The maximum number of an order's stored shipments, and of its refunds.
const SHIPMENTS_MAX: usize = 100;

/// Shopify signs the body alone. So a body that somebody has seen may come again with other headers, and each topic takes
/// only bodies that it alone can have (shopify.dev/docs/api/webhooks and
/// shopify.dev/docs/apps/build/compliance/privacy-law-compliance).
pub fn read(received: &Received<'_>) -> Said {
    let named = header(received.headers, &SHOP);
    let domain = named.and_then(ShopifyDomain::parse);
    if named.is_some() && domain.is_none() {
        return Said::refused("other_shop");
    }
    let said = read_topic(&Received { domain: received.domain.or(domain.as_ref()), ..*received });
    match (said.domain.as_ref(), domain) {
        (Some(signed), Some(domain)) if *signed != domain => Said::refused("other_shop"),
        (None, domain) => Said { domain, ..said },
        _ => said,
    }
}

fn read_topic(received: &Received<'_>) -> Said {
    // Webhooks write the topic with a slash, events with a dot.
    match received.topic.replace('.', "/").as_str() {
        // A draft order, a cart and a checkout have lines, but no status of a payment.
        "orders/create"
        | "orders/updated"
        | "orders/update"
        | "orders/fulfilled"
        | "orders/partially_fulfilled"
        | "orders/cancelled"
        | "orders/paid" => parse_if(received, |it| it.has(&["financial_status", "line_items"]), order),
        "orders/delete" => parse(received, |_, object| deleted_order(object)),
        "fulfillments/create" | "fulfillments/update" => parse_if(received, is_fulfillment, fulfillment),
        "products/create" | "products/update" => parse_if(received, |it| it.has(&["title", "variants"]), product),
        "products/delete" => parse(received, |_, object| Said::deleted_product(object, "shopify")),
        "customers/data_request" => {
            parse_if(received, is_data_request, |received, about| person(received, about, Arrival::Export))
        }
        "customers/redact" => {
            parse_if(received, is_redaction, |received, about| person(received, about, Arrival::Erase))
        }
        "shop/redact" => parse_if(received, is_shop_redaction, |_, shop| {
            Some(Said::of_shop(shop, "shop_domain", Arrival::EraseShop))
        }),
        "app/uninstalled" => parse_if(
            received,
            |it| it.has(&["id", "domain", "myshopify_domain"]),
            |_, shop| Some(Said::of_shop(shop, "myshopify_domain", Arrival::Uninstalled)),
        ),
        // `orders/updated` follows `orders/edited`, `refunds/create` and others with the whole order.
        _ => Said::ignored(None, "unknown_topic"),
    }
}

/// Reads a body, if it `is` of the topic.
fn parse_if(
    received: &Received<'_>,
    is: impl FnOnce(&Object<'_>) -> bool,
    read: impl FnOnce(&Received<'_>, &Object<'_>) -> Option<Said>,
) -> Said {
    parse(received, |received, body| if is(body) { read(received, body) } else { Some(Said::refused("other_topic")) })
}

/// A draft order has an `order_id` and lines, too, and a payment an `order_id` and a status.
fn is_fulfillment(body: &Object<'_>) -> bool {
    body.has(&["order_id", "line_items", "status"]) && !body.has(&["invoice_url"])
}

fn is_data_request(body: &Object<'_>) -> bool {
    body.has(&["shop_id"]) && body.has_one(&["orders_requested", "data_request"]) && !body.has(&["orders_to_redact"])
}

fn is_redaction(body: &Object<'_>) -> bool {
    body.has(&["shop_id", "orders_to_redact"]) && !body.has_one(&["orders_requested", "data_request"])
}

fn is_shop_redaction(body: &Object<'_>) -> bool {
    let others = ["id", "customer", "orders_requested", "orders_to_redact", "data_request"];
    body.has(&["shop_id", "shop_domain"]) && !body.has_one(&others)
}

impl Said {
    /// What a call says about the shop whose domain is in this field.
    fn of_shop(shop: &Object<'_>, field: &str, arrival: Arrival) -> Self {
        Self { domain: shop.text(field).and_then(ShopifyDomain::parse), ..Self::arrives(None, arrival) }
    }
}

impl Received<'_> {
    /// When the system made the call, for objects without a time.
    fn triggered_at(&self) -> Timestamp {
        let at = header(self.headers, &TRIGGERED_AT).and_then(|at| at.parse::<Timestamp>().ok());
        at.map_or(self.now, |at| at.min(self.now))
    }
}

fn person(received: &Received<'_>, about: &Object<'_>, arrival: fn(NamedPerson) -> Arrival) -> Option<Said> {
    let customer = about.object("customer");
    let (email, phone) = (address(customer.text("email")), customer.text("phone").map(str::to_owned));
    let orders = ["orders_requested", "orders_to_redact"].into_iter().filter_map(|list| about.ids(list)).flatten();
    let orders: Vec<_> = orders.take(PERSONS_ORDERS_MAX).collect();
    if email.is_none() && phone.is_none() && orders.is_empty() {
        return Some(Said::ignored(None, "nobody_named"));
    }
    let call = match header(received.headers, &CALL) {
        Some(call) => call.to_owned(),
        None => received.now.to_string(),
    };
    Some(Said::of_shop(about, "shop_domain", arrival(NamedPerson { email, phone, orders, call })))
}

fn order(received: &Received<'_>, object: &Object<'_>) -> Option<Said> {
    let id = object.key("id")?;
    let as_of = object.instant("updated_at").unwrap_or_else(|| received.triggered_at());
    let customer = object.object("customer");
    let emails = [(object, "email"), (object, "contact_email"), (&customer, "email")];
    let email = emails.into_iter().find_map(|(object, name)| object.email(name));
    let financial = object.status("financial_status");
    let status =
        match (object.written_instant("cancelled_at").is_some(), financial, object.status("fulfillment_status")) {
            (true, _, _) | (_, Some("voided"), _) => OrderStatus::Cancelled,
            (_, Some("refunded"), _) => OrderStatus::Refunded,
            (_, _, Some("fulfilled")) => OrderStatus::Fulfilled,
            _ => OrderStatus::Placed,
        };
    let country_of = |name| country(object.object(name).text("country_code"));
    let currency = currency(object.text("currency"));
    let exponent = decimals(currency.as_ref());
    let bundles = object.list("line_item_groups").unwrap_or_default();
    let refunded = refunded(&object.list("refunds").unwrap_or_default());
    let lines = object.list("line_items").unwrap_or_default();
    let lines = lines.iter().filter_map(|one| line(one, &bundles, &refunded, exponent)).take(LINES_MAX).collect();
    let fulfillments = object.list("fulfillments").unwrap_or_default();
    // The customer's present consent takes precedence over the consent given with the order.
    let agrees = customer.object("email_marketing_consent").text("state").map(|state| state == "subscribed");
    let agrees = agrees.or_else(|| object.flag("buyer_accepts_marketing"));
    let unknown = Order::unknown(OrderPlace { system: SYSTEM, id });
    let shipments = fulfillments.iter().take(SHIPMENTS_MAX).filter_map(|one| shipment(one, as_of)).collect();
    Some(Said::about_order(Order {
        id: number(object.text("name")).unwrap_or_else(|| unknown.id.clone()),
        as_of: Some(as_of),
        reported: status,
        agrees,
        tags: object.text("tags").map(tags).unwrap_or_default(),
        // Nothing is stored about a buyer without an address, because no erasure could find it.
        language: text(object.text("customer_locale")).filter(|_| email.is_some()),
        buyer: email
            .map(|email| Buyer { email, name: full_name(customer.text("first_name"), customer.text("last_name")) }),
        country: country_of("shipping_address").or_else(|| country_of("billing_address")),
        currency: currency.unwrap_or_else(Currency::none),
        is_test: object.flag("test").unwrap_or_default(),
        is_in_store: object.text("source_name") == Some("pos"),
        is_unpaid: financial.is_some_and(|status| !PAID.contains(&status)),
        placed_at: object.instant("created_at"),
        lines,
        shipments,
        ..unknown
    }))
}

/// A line of an order. An order with a bundle has lines only for its parts, and names the bundle in a group
/// (<https://shopify.dev/docs/api/admin-graphql/latest/objects/LineItemGroup>): then the line is about the bundle.
fn line(
    object: &Object<'_>,
    bundles: &[Object<'_>],
    refunded: &BTreeMap<String, u32>,
    exponent: u32,
) -> Option<OrderLine> {
    let group = object.plain("sales_line_item_group_id").and_then(|group| group.id());
    let bundle = bundles.iter().find(|bundle| group.is_some() && bundle.plain("id").and_then(|id| id.id()) == group);
    let of_bundle = bundle.and_then(|bundle| Some((bundle.plain("product_id")?.id()?, text(bundle.text("title"))?)));
    let (product, catalog_title) = match of_bundle {
        Some((product, title)) => (Some(product), Some(title)),
        // "Mug - Blue" is what the order calls the variant of the product "Mug".
        None => {
            (object.id("product_id"), text(object.text("title")).filter(|_| object.text("variant_title").is_some()))
        }
    };
    let title = if catalog_title.is_some() { ["name", "title"] } else { ["title", "name"] };
    let id = object.key("id")?;
    let quantity = object.count("quantity").unwrap_or(1);
    let removed = object.count("current_quantity").map_or(0, |current| quantity.saturating_sub(current));
    let removed = refunded.get(&id).copied().unwrap_or_default().max(removed).min(quantity);
    let line = OrderLine {
        id,
        item: product.and_then(|id| ProductId::parse(&format!("shopify-{id}")).ok()),
        catalog_title: catalog_title.map(|title| Title::cut(&title, "")),
        title: Title::cut(&title.into_iter().find_map(|name| text(object.text(name))).unwrap_or_default(), ""),
        quantity: Quantity::stored(quantity, removed),
        unit_price: Amount::stored(object.plain("price").map_or(0, |price| price.units(exponent))),
        image_url: None,
        url: None,
        is_gift_card: object.flag("gift_card").unwrap_or_default(),
        needs_no_shipping: object.flag("requires_shipping") == Some(false),
        is_part: false,
        sku: name(object.text("sku")),
        gtin: None,
    };
    (quantity > 0).then_some(line)
}

fn shipment(object: &Object<'_>, now: Timestamp) -> Option<(String, Shipment)> {
    let as_of = object.instant("updated_at").unwrap_or(now);
    let lines = object.list("line_items").unwrap_or_default();
    let quantity = |line: &Object<'_>| Some((line.key("id")?, line.count("quantity").unwrap_or(1)));
    let has_arrived = object.status("shipment_status").is_some_and(|status| ARRIVED.contains(&status));
    let shipment = Shipment {
        as_of,
        status: match object.must(object.status("status"))? {
            "success" => ShipmentStatus::Left,
            "pending" | "open" => ShipmentStatus::Waiting,
            // `cancelled`, `error` and `failure`.
            _ => ShipmentStatus::TakenBack,
        },
        // A shipment that names no lines contains all of them.
        lines: lines.iter().take(LINES_MAX).filter_map(quantity).collect(),
        left_at: object.instant("created_at").or(Some(as_of)),
        arrived_at: has_arrived.then_some(as_of),
    };
    Some((object.key("id")?, shipment))
}

/// The time at which the call arrived counts as the time of the deletion.
fn deleted_order(object: &Object<'_>) -> Option<Said> {
    if !is_deletion(object) {
        return Some(Said::refused("other_topic"));
    }
    let unknown = Order::unknown(OrderPlace { system: SYSTEM, id: object.key("id")? });
    Some(Said::about_order(Order { deleted_at: Some(object.now()), ..unknown }))
}

fn fulfillment(received: &Received<'_>, object: &Object<'_>) -> Option<Said> {
    let id = object.key("order_id")?;
    let shipments = BTreeMap::from([shipment(object, received.triggered_at())?]);
    Some(Said::about_order(Order { shipments, ..Order::unknown(OrderPlace { system: SYSTEM, id }) }))
}

/// How many items of each line the refunds name.
fn refunded(refunds: &[Object<'_>]) -> BTreeMap<String, u32> {
    let mut refunded = BTreeMap::<String, u32>::new();
    for refund in refunds.iter().take(SHIPMENTS_MAX) {
        for line in refund.list("refund_line_items").unwrap_or_default().iter().take(LINES_MAX) {
            if let Some((id, quantity)) = line.key("line_item_id").zip(line.count("quantity")) {
                let sum = refunded.entry(id).or_default();
                *sum = sum.saturating_add(quantity);
            }
        }
    }
    refunded
}

pub(super) fn product(received: &Received<'_>, object: &Object<'_>) -> Option<Said> {
    let at = object.instant("updated_at").unwrap_or_else(|| received.triggered_at());
    let images = object.list("images").unwrap_or_default();
    let image = std::iter::once(object.object("image")).chain(images).find_map(|image| picture(image.text("src")));
    let variants = object.list("variants").unwrap_or_default();
    let host = received.domain.map(ShopifyDomain::as_str);
    let url = host.zip(object.text("handle")).map(|(host, handle)| format!("https://{host}/products/{handle}"));
    let id = object.key("id")?;
    let Some(title) = title(object.text("title")) else { return Some(Said::ignored(None, "no_title")) };
    let product = Product {
        id: ProductId::parse(&format!("shopify-{id}")).ok()?,
        title,
        description: object.text("body_html").and_then(described),
        image_url: image.as_deref().and_then(page),
        url: url.as_deref().and_then(page),
        identifiers: Identifiers {
            gtin: gtins(variants.iter().filter_map(|variant| variant.text("barcode"))),
            mpn: None,
            sku: variants.iter().find_map(|variant| name(variant.text("sku"))),
            brand: name(object.text("vendor")),
        },
    };
    // An archived product was on sale, and one that is not in the online store may be on sale elsewhere.
    let published = match object.text("status") {
        Some("draft") => Published::Never,
        Some("archived") => Published::NoLonger,
        _ if object.is_null("published_at") => Published::NoLonger,
        _ => Published::Yes,
    };
    let tags = object.text("tags").into_iter().flat_map(|tags| tags.split(','));
    let labels = labels(object.text("product_type").into_iter().chain(tags));
    let product = SystemProduct { product, published, is_closed: false, labels };
    Some(Said::arrives(None, Arrival::Product(Box::new(product), at)))
}
