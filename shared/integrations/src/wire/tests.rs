use crate::{Arrival, AskRules, OrderPlan, ShopTopic};
use domain::order::{NoAsk, Order, OrderPlace, Product};
use domain::values::{PersonName, ShopSystem};
use http::HeaderMap;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::{Received, Said, What, shopify};

const SHOPIFY: ShopSystem = ShopSystem::Shopify;

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn read(topic: &str, body: &Value) -> Said {
    let mut headers = HeaderMap::new();
    headers.insert("x-shopify-shop-domain", "fern.myshopify.com".parse().unwrap());
    let body = body.to_string();
    shopify::read(&Received { topic, headers: &headers, body: body.as_bytes(), now: now(), domain: None })
}

/// What a call about the order says.
fn said(more: Value) -> Order {
    let What::Arrives(arrival) = read("orders/updated", &order(more)).what else { panic!("it says something") };
    let Arrival::Order(order) = *arrival else { panic!("it is about an order") };
    *order
}

fn order(more: Value) -> Value {
    let mut order = json!({
        "id": 820_982_911_946_154_508_u64, "name": "#1001", "email": "jane@example.com", "currency": "EUR", "test": false,
        "customer": {"first_name": "Jane", "last_name": "Doe"}, "customer_locale": "de-DE", "tags": "VIP, spring",
        "created_at": "2026-11-01T10:00:00+01:00", "updated_at": "2026-11-05T10:00:00+01:00", "cancelled_at": null,
        "financial_status": "paid", "fulfillment_status": "fulfilled", "source_name": "web", "something_new": {"deep": [1]},
        "shipping_address": {"country_code": "DE", "province_code": null},
        "line_items": [
            {"id": 11, "product_id": 7, "variant_id": 70, "title": "Mug", "quantity": 2, "current_quantity": 2, "price": "12.50", "gift_card": false},
            {"id": 12, "product_id": null, "title": "Engraving", "quantity": 1, "price": "5.00"},
        ],
        "fulfillments": [{"id": 91, "status": "success", "shipment_status": null, "created_at": "2026-11-05T10:00:00+01:00",
            "updated_at": "2026-11-05T10:00:00+01:00", "line_items": [{"id": 11, "quantity": 2}, {"id": 12, "quantity": 1}]}],
    });
    extend(&mut order, more);
    order
}

fn extend(order: &mut Value, more: Value) {
    let Value::Object(more) = more else { panic!("{more}") };
    order.as_object_mut().unwrap().extend(more);
}

fn rules() -> AskRules {
    AskRules::new("2026-10-01T00:00:00Z".parse().unwrap())
}

#[test]
fn each_topic_of_a_webhook_is_used() {
    for topic in ShopTopic::ALL {
        let what = read(topic.name, &json!({})).what;
        assert!(!matches!(what, What::Ignored("unknown_topic")), "{}", topic.name);
    }
}

#[test]
fn prices_are_in_the_currencys_smallest_unit() {
    for (currency, price, units) in [
        ("JPY", "413.00", 413),
        ("KWD", "1.250", 1_250),
        ("EUR", "413.00", 41_300),
        ("EUR", "0.1", 10),
        ("EUR", "x", 0),
    ] {
        let line = json!({"id": 11, "product_id": 7, "title": "Mug", "quantity": 1, "price": price});
        let order = said(json!({"currency": currency, "line_items": [line]}));
        assert_eq!(order.lines[0].unit_price.units(), units, "{currency} {price}");
    }
}

/// The JSON pointers to all values in an object. In a list, only the first item counts.
fn places(value: &Value) -> Vec<String> {
    let below = |name: &str, value: &Value| {
        places(value).into_iter().map(|place| format!("/{name}{place}")).collect::<Vec<_>>()
    };
    match value {
        Value::Object(fields) => {
            fields.iter().flat_map(|(name, value)| [vec![format!("/{name}")], below(name, value)].concat()).collect()
        }
        Value::Array(values) => values.first().map(|first| below("0", first)).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// Whether an invalid value in this field may make a call unreadable.
fn is_needed(place: &str) -> bool {
    let name = place.rsplit('/').next().unwrap();
    let is_instant = name.ends_with("_at") || name.starts_with("date_");
    name == "id" || name.ends_with("_id") || name.contains("status") || is_instant
}

fn is_same(one: &What, other: &What) -> bool {
    match (one, other) {
        (What::Arrives(one), What::Arrives(other)) => one == other,
        (What::Ignored(one), What::Ignored(other)) => one == other,
        (What::Refused(one), What::Refused(other)) => one == other,
        _ => false,
    }
}

/// Whether a value is of another type than the one that it replaces. Systems write numbers also as strings.
fn is_misfit(before: &Value, value: &Value) -> bool {
    let is_plain = |value: &Value| value.is_string() || value.is_number();
    let fits = std::mem::discriminant(before) == std::mem::discriminant(value) || is_plain(before) && is_plain(value);
    !fits && !value.is_null()
}

/// Reads a call repeatedly. Each time, one field has a value that PHP and others write for "nothing". If a value of
/// another type changes what the call says, the field is named as ignored. `check` gets `None` for an unreadable call.
fn swept(topic: &str, body: &Value, mut check: impl FnMut(&str, &Value, Option<Said>)) {
    let whole = read(topic, body).what;
    for place in places(body) {
        let before = body.pointer(&place).unwrap();
        let name = place.split('/').filter(|part| !part.is_empty() && *part != "0").collect::<Vec<_>>().join(".");
        for value in [json!(null), json!(false), json!(""), json!([]), json!({}), json!(0), json!(12)] {
            let mut body = body.clone();
            *body.pointer_mut(&place).unwrap() = value.clone();
            let said = read(topic, &body);
            if matches!(said.what, What::Refused(_)) {
                assert!(is_needed(&place), "{topic} is unreadable for {place} = {value}");
                check(&place, &value, None);
            } else {
                let is_named = said.ignored.contains(&name);
                let is_lost = is_misfit(before, &value) && !is_same(&said.what, &whole);
                assert!(is_named || !is_lost, "{topic} {place} = {value}: {:?}", said.ignored);
                check(&place, &value, Some(said));
            }
        }
    }
}

fn planned(calls: Vec<Said>) -> OrderPlan {
    let mut order = Order::unknown(OrderPlace { system: SHOPIFY, id: "1".to_owned() });
    for said in calls {
        match said.what {
            What::Arrives(arrival) => match *arrival {
                Arrival::Order(said) => order.merge(*said),
                other => panic!("{other:?}"),
            },
            What::Ignored(_) => {}
            What::Refused(reason) => panic!("{reason}"),
        }
    }
    rules().plan(&order, now())
}

#[test]
fn no_field_of_an_order_but_ids_statuses_and_instants_loses_it() {
    let line = |id: u64, product: u64| json!({"id": id, "product_id": product, "title": "Mug", "name": "Mug", "quantity": 2, "current_quantity": 2, "price": "12.50", "gift_card": false});
    let order = order(json!({
        "contact_email": "jane@example.com", "buyer_accepts_marketing": true, "billing_address": {"country_code": "DE"},
        "customer": {"email": "jane@example.com", "phone": "+491711234567", "first_name": "Jane", "last_name": "Doe",
            "email_marketing_consent": {"state": "subscribed"}},
        "line_items": [line(11, 7), line(12, 8)],
        "refunds": [{"id": 5, "order_id": 4001, "refund_line_items": [{"line_item_id": 11, "quantity": 1}]}],
    }));
    let mut without = order.clone();
    without["fulfillments"] = json!([]);
    let mut shipment = order["fulfillments"][0].clone();
    shipment["order_id"] = json!(4001);
    let mut reads = 0;
    // The reason in the list of calls if a field is missing that every request needs.
    let missing = |place: &str| match place {
        "/line_items" => NoAsk::NothingToReview,
        "/fulfillments" => NoAsk::NotShipped,
        _ => panic!("{place} is not needed"),
    };
    swept("orders/updated", &order, |place, value, said| {
        reads += 1;
        if let Some(said) = said
            && let Err(reason) = planned(vec![said])
        {
            assert_eq!(reason, missing(place), "{place} = {value}");
        }
    });
    swept("fulfillments/update", &shipment, |place, value, said| {
        reads += 1;
        let Some(said) = said else { return };
        let plan = planned(vec![read("orders/updated", &without), said]);
        assert!(plan.is_ok(), "{place} = {value}: {plan:?}");
    });
    assert!(reads > 350, "{reads}");
}

fn product_of(said: Said) -> Option<Product> {
    let What::Arrives(arrival) = said.what else { return None };
    let Arrival::Product(product, _) = *arrival else { panic!("it is about a product") };
    Some(product.product)
}

#[test]
fn no_field_of_a_product_but_its_id_and_instant_loses_it() {
    let shopify = json!({"id": 7, "title": "Mug", "handle": "mug", "updated_at": "2026-11-05T10:00:00Z", "vendor": "Fern",
        "image": {"src": "https://cdn.example.com/mug.jpg"}, "images": [{"src": "https://cdn.example.com/mug.jpg"}],
        "variants": [{"sku": "M-1", "barcode": "4006381333931"}]});
    let product = product_of(read("products/update", &shopify)).unwrap();
    assert_eq!(product.url.unwrap().as_str(), "https://fern.myshopify.com/products/mug");
    assert_eq!(product.image_url.unwrap().as_str(), "https://cdn.example.com/mug.jpg");
    swept("products/update", &shopify, |place, value, said| {
        let Some(said) = said else { return };
        assert_eq!(product_of(said).is_some(), place != "/title", "{place} = {value}");
    });
}

#[test]
fn no_field_of_a_call_about_privacy_or_a_deletion_loses_it_but_the_orders_id() {
    let customer = json!({"id": 1, "email": "jane@example.com", "phone": "+491711234567"});
    let asked = json!({"shop_id": 1, "shop_domain": "fern.myshopify.com", "data_request": {"id": 9}, "customer": customer,
        "orders_requested": [4001]});
    let redacted =
        json!({"shop_id": 1, "shop_domain": "fern.myshopify.com", "customer": customer, "orders_to_redact": [4001]});
    let shop = json!({"shop_id": 1, "shop_domain": "fern.myshopify.com"});
    for (topic, body) in [
        ("customers/data_request", &asked),
        ("customers/redact", &redacted),
        ("shop/redact", &shop),
        ("orders/delete", &json!({"id": 4001})),
    ] {
        swept(topic, body, |place, value, said| {
            let arrives = said.is_some_and(|said| matches!(said.what, What::Arrives(_)));
            assert!(arrives || place == "/id", "{topic} {place} = {value}");
        });
    }
    let said = read("customers/redact", &json!({"shop_id": 1, "orders_to_redact": [4001, false, {}]}));
    assert_eq!(said.ignored, ["orders_to_redact"]);
    let What::Arrives(arrival) = said.what else { panic!("an order is named") };
    let Arrival::Erase(person) = *arrival else { panic!("it is an erasure") };
    assert_eq!(person.orders, ["4001"]);
}

#[test]
fn no_instant_lies_after_the_call_that_brought_it() {
    let ahead = json!({"updated_at": "2035-01-01T00:00:00Z", "created_at": "2035-01-01T00:00:00Z"});
    let order = said(ahead);
    assert_eq!((order.as_of, order.placed_at), (Some(now()), Some(now())));
}

#[test]
fn a_buyer_has_the_address_of_the_contact_and_no_surname_alone_to_be_greeted_by() {
    let contact = said(json!({"email": null, "contact_email": "jane@example.com"}));
    assert_eq!(contact.buyer.unwrap().email.as_typed(), "jane@example.com");
    for (first, greeted) in [
        (json!("Mary Ann"), Some("Mary Ann")),
        (json!("Dr. Jane"), Some("Jane")),
        (json!(null), None),
        (json!("null"), None),
        (json!("-"), None),
    ] {
        let buyer = said(json!({"customer": {"first_name": first, "last_name": "Doe"}})).buyer;
        let name = buyer.unwrap().name;
        assert_eq!(name.as_ref().and_then(PersonName::first).as_deref(), greeted, "{first}");
    }
}
