use crate::{Arrival, AskRules, Consent, NoAsk, OrderPlan, OrderState, ShopTopic};
use domain::order::Product;
use domain::values::ShopSystem;
use http::HeaderMap;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::{Received, Said, What, shopify, woocommerce};

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn read(system: ShopSystem, topic: &str, body: &Value) -> Said {
    let (headers, body) = (HeaderMap::new(), body.to_string());
    let received = Received {
        topic,
        headers: &headers,
        body: body.as_bytes(),
        now: now(),
        domain: None,
        consent_key: Some("agrees"),
    };
    match system {
        ShopSystem::Shopify => shopify::read(&received),
        _ => woocommerce::read(&received),
    }
}

fn state(system: ShopSystem, calls: &[(&str, Value)]) -> OrderState {
    let mut state = OrderState::default();
    for (topic, body) in calls {
        let What::Arrives(arrival) = read(system, topic, body).what else { panic!("{topic} says something") };
        let Arrival::Order { id: _, state: said } = *arrival else { panic!("{topic} is about an order") };
        state.merge(*said);
    }
    state
}

fn shopify_order(more: Value) -> Value {
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
    order.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap_or_default());
    order
}

fn woo_order(more: Value) -> Value {
    let mut order = json!({
        "id": 723, "number": "723", "status": "completed", "currency": "EUR", "date_created_gmt": "2026-11-01T09:00:00",
        "date_modified_gmt": "2026-11-05T09:00:00", "date_completed_gmt": "2026-11-05T09:00:00",
        "billing": {"email": "jane@example.com", "first_name": "Jane", "last_name": "Doe", "country": "AT"},
        "shipping": {"country": "DE"}, "customer_id": 0, "refunds": [],
        "line_items": [{"id": 315, "name": "Mug", "product_id": 93, "variation_id": 94, "quantity": 2, "price": 3.5, "total": "7.00",
            "image": {"id": "5", "src": "https://shop.example.com/mug.jpg"}}],
    });
    order.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap_or_default());
    order
}

fn rules() -> AskRules {
    AskRules::new("2026-10-01T00:00:00Z".parse().unwrap())
}

fn plan(system: ShopSystem, body: Value) -> Result<String, NoAsk> {
    let topic = if system == ShopSystem::Shopify { "orders/updated" } else { "order.updated" };
    let ask = state(system, &[(topic, body)]).plan(system, &rules(), now())?;
    Ok(format!("{} {:.0}", ask.reference.as_str(), ask.due_at))
}

#[test]
fn each_topic_of_a_webhook_is_used() {
    for system in ShopSystem::ALL {
        for topic in ShopTopic::all(system) {
            let what = read(system, topic.name, &json!({})).what;
            assert!(!matches!(what, What::Ignored("unknown_topic")), "{}", topic.name);
        }
    }
}

#[test]
fn an_order_of_woocommerce_is_asked_about_after_its_completion() {
    assert_eq!(plan(ShopSystem::WooCommerce, woo_order(json!({}))), Ok("723 2026-11-12T09:00:00Z".to_owned()));
    assert_eq!(
        plan(ShopSystem::WooCommerce, woo_order(json!({"status": "processing", "date_completed_gmt": null}))),
        Err(NoAsk::NotShipped)
    );
    let amount = json!({"refunds": [{"id": 1, "reason": "", "total": "-3.00"}]});
    assert!(plan(ShopSystem::WooCommerce, woo_order(amount)).is_ok(), "an amount stops nothing");
}

#[test]
fn an_order_has_an_address_of_its_contact_and_counts_what_is_left_of_it() {
    let of = |more| plan(ShopSystem::Shopify, shopify_order(more));
    assert!(of(json!({})).is_ok());
    assert_eq!(of(json!({"email": null, "contact_email": "jane@example.com"})), of(json!({})));
    let removed =
        json!({"id": 11, "product_id": 7, "title": "Mug", "quantity": 1, "current_quantity": 0, "price": "5.00"});
    assert_eq!(of(json!({ "line_items": [removed] })), Err(NoAsk::Refunded));
    assert!(of(json!({"financial_status": "partially_refunded"})).is_ok());
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
        let body = shopify_order(json!({"currency": currency, "line_items": [line]}));
        let lines = state(ShopSystem::Shopify, &[("orders/create", body)]).lines.unwrap().value;
        assert_eq!(lines[0].unit_price, units, "{currency} {price}");
    }
    let lines = state(ShopSystem::WooCommerce, &[("order.created", woo_order(json!({})))]).lines.unwrap().value;
    assert_eq!((lines[0].unit_price, lines[0].product.as_deref()), (350, Some("woo-93")));
}

#[test]
fn what_cannot_be_read_is_refused_and_what_is_unknown_ignored() {
    let of = |topic: &str, body: Value| read(ShopSystem::Shopify, topic, &body).what;
    let without = |id: Value| of("orders/create", shopify_order(json!({ "id": id })));
    assert!(matches!(of("orders/create", json!([])), What::Refused("unreadable")));
    assert!(matches!(without(json!(null)), What::Refused("unreadable")), "no id");
    assert!(matches!(without(json!({"a": 1})), What::Refused("unreadable")));
    assert!(matches!(of("carts/create", json!({})), What::Ignored("unknown_topic")));
    let nobody = json!({"shop_id": 1, "customer": {"id": 7}, "orders_to_redact": []});
    assert!(matches!(of("customers/redact", nobody), What::Ignored("nobody_named")));
    assert!(matches!(
        read(ShopSystem::WooCommerce, "action.woocommerce_add_to_cart", &json!({})).what,
        What::Ignored(_)
    ));
    assert!(
        woocommerce::is_ping(b"webhook_id=17") && !woocommerce::is_ping(b"webhook_id=") && !woocommerce::is_ping(b"{}")
    );
}

#[test]
fn a_deletion_of_woocommerce_says_only_which_order() {
    let calls = [("order.updated", woo_order(json!({}))), ("order.deleted", json!({"id": 723}))];
    assert_eq!(
        state(ShopSystem::WooCommerce, &calls).plan(ShopSystem::WooCommerce, &rules(), now()),
        Err(NoAsk::Deleted)
    );
    let calls = [calls.as_slice(), &[("order.restored", woo_order(json!({})))]].concat();
    // Here both calls arrived at the same instant; the deletion then takes precedence.
    assert_eq!(
        state(ShopSystem::WooCommerce, &calls).plan(ShopSystem::WooCommerce, &rules(), now()),
        Err(NoAsk::Deleted)
    );
}

#[test]
fn a_product_has_its_picture_and_page() {
    let mut headers = HeaderMap::new();
    headers.insert("x-shopify-shop-domain", "fern.myshopify.com".parse().unwrap());
    let body = json!({"id": 7, "title": "Mug", "handle": "mug", "updated_at": "2026-11-05T10:00:00Z", "vendor": "Fern",
        "image": {"src": "https://cdn.example.com/mug.jpg"}, "variants": [{"sku": "M-1", "barcode": "4006381333931"}]});
    let body = body.to_string();
    let received = Received {
        topic: "products/update",
        headers: &headers,
        body: body.as_bytes(),
        now: now(),
        domain: None,
        consent_key: None,
    };
    let What::Arrives(arrival) = shopify::read(&received).what else { panic!("it says something") };
    let Arrival::Product(product, _) = *arrival else { panic!("it is about a product") };
    let product = product.product;
    assert_eq!(product.url.unwrap().as_str(), "https://fern.myshopify.com/products/mug");
    assert_eq!(product.image_url.unwrap().as_str(), "https://cdn.example.com/mug.jpg");
}

/// The JSON pointers to all values in an object. In a list, only the first item counts.
fn places(value: &Value) -> Vec<String> {
    let under = |name: &str, value: &Value| {
        std::iter::once(format!("/{name}"))
            .chain(places(value).into_iter().map(|place| format!("/{name}{place}")))
            .collect::<Vec<_>>()
    };
    match value {
        Value::Object(fields) => fields.iter().flat_map(|(name, value)| under(name, value)).collect(),
        Value::Array(values) => {
            values.first().map(places).unwrap_or_default().into_iter().map(|place| format!("/0{place}")).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether an invalid value in this field may make a call unreadable.
fn is_needed(place: &str) -> bool {
    let name = place.rsplit('/').next().unwrap();
    name == "id"
        || name.ends_with("_id")
        || name.contains("status")
        || name.ends_with("_at")
        || name.starts_with("date_")
}

fn is_same(one: &What, other: &What) -> bool {
    match (one, other) {
        (What::Arrives(one), What::Arrives(other)) => one == other,
        (What::Ignored(one), What::Ignored(other)) => one == other,
        (What::Refused(one), What::Refused(other)) => one == other,
        _ => false,
    }
}

/// Whether a value is of another type than the one that it replaces. Systems write numbers also as strings, and a
/// plug-in's yes also as a boolean.
fn is_misfit(place: &str, before: &Value, value: &Value) -> bool {
    let is_plain = |value: &Value| value.is_string() || value.is_number();
    let fits = std::mem::discriminant(before) == std::mem::discriminant(value)
        || is_plain(before) && is_plain(value)
        || place == "/meta_data/0/value" && value.is_boolean();
    !fits && !value.is_null()
}

/// Reads a call repeatedly. Each time, one field has a value that PHP and others write for "nothing". If a value of
/// another type changes what the call says, the field is named as ignored. `check` gets `None` for an unreadable call.
fn swept(system: ShopSystem, topic: &str, body: &Value, mut check: impl FnMut(&str, &Value, Option<Said>)) {
    let whole = read(system, topic, body).what;
    for place in places(body) {
        let before = body.pointer(&place).unwrap();
        let name = place.split('/').filter(|part| !part.is_empty() && *part != "0").collect::<Vec<_>>().join(".");
        for value in [json!(null), json!(false), json!(""), json!([]), json!({}), json!(0), json!(12)] {
            let mut body = body.clone();
            *body.pointer_mut(&place).unwrap() = value.clone();
            let said = read(system, topic, &body);
            if matches!(said.what, What::Refused(_)) {
                assert!(is_needed(&place), "{topic} is unreadable for {place} = {value}");
                check(&place, &value, None);
            } else {
                let is_named = said.ignored.contains(&name);
                let is_lost = is_misfit(&place, before, &value) && !is_same(&said.what, &whole);
                assert!(is_named || !is_lost, "{topic} {place} = {value}: {:?}", said.ignored);
                check(&place, &value, Some(said));
            }
        }
    }
}

fn planned(system: ShopSystem, calls: Vec<Said>) -> OrderPlan {
    let mut state = OrderState::default();
    for said in calls {
        match said.what {
            What::Arrives(arrival) => match *arrival {
                Arrival::Order { state: said, .. } => state.merge(*said),
                other => panic!("{other:?}"),
            },
            What::Ignored(_) => {}
            What::Refused(reason) => panic!("{reason}"),
        }
    }
    state.plan(system, &rules(), now())
}

#[test]
fn no_field_of_an_order_but_ids_statuses_and_instants_loses_it() {
    let line = |id: u64, product: u64| json!({"id": id, "product_id": product, "title": "Mug", "name": "Mug", "quantity": 2, "current_quantity": 2, "price": "12.50", "gift_card": false});
    let order = shopify_order(json!({
        "contact_email": "jane@example.com", "buyer_accepts_marketing": true, "billing_address": {"country_code": "DE"},
        "customer": {"email": "jane@example.com", "phone": "+491711234567", "first_name": "Jane", "last_name": "Doe",
            "email_marketing_consent": {"state": "subscribed"}},
        "line_items": [line(11, 7), line(12, 8)],
        "refunds": [{"id": 5, "order_id": 4001, "refund_line_items": [{"line_item_id": 11, "quantity": 1}]}],
    }));
    let shipment = &order["fulfillments"][0].clone();
    let mut without = order.clone();
    without["fulfillments"] = json!([]);
    let event = json!({"fulfillment_id": 91, "order_id": 4001, "status": "delivered", "happened_at": "2026-11-08T16:30:00-05:00"});
    let mut parts =
        vec![("fulfillments/create", without, shipment.clone()), ("fulfillment_events/create", order.clone(), event)];
    parts.push(("refunds/create", order.clone(), order["refunds"][0].clone()));
    parts[0].2["order_id"] = json!(4001);
    parts.push(("fulfillments/update", parts[0].1.clone(), parts[0].2.clone()));
    let mut reads = 0;
    // The reason in the list of calls if a field is missing that every request needs.
    let missing = |place: &str| match place {
        "/billing" | "/billing/email" => NoAsk::NoEmail,
        "/line_items" => NoAsk::NothingToReview,
        "/fulfillments" => NoAsk::NotShipped,
        _ => panic!("{place} is not needed"),
    };
    for (system, topic, order) in [
        (ShopSystem::Shopify, "orders/updated", order.clone()),
        (
            ShopSystem::WooCommerce,
            "order.updated",
            woo_order(json!({
                "meta_data": [{"id": 1, "key": "agrees", "value": "yes"}],
                "line_items": [
                    {"id": 315, "name": "Mug", "product_id": 93, "quantity": 2, "price": 3.5, "sku": "MUG", "global_unique_id": "4006381333931",
                        "image": {"id": "5", "src": "https://shop.example.com/mug.jpg"}},
                    {"id": 316, "name": "Jar", "product_id": 94, "quantity": 1, "price": 3.5, "image": {"id": 15, "src": false}},
                ],
            })),
        ),
    ] {
        swept(system, topic, &order, |place, value, said| {
            reads += 1;
            if let Some(said) = said
                && let Err(reason) = planned(system, vec![said])
            {
                assert_eq!(reason, missing(place), "{topic} {place} = {value}");
            }
        });
    }
    for (topic, order, part) in parts {
        swept(ShopSystem::Shopify, topic, &part, |place, value, said| {
            reads += 1;
            let Some(said) = said else { return };
            let plan = planned(ShopSystem::Shopify, vec![read(ShopSystem::Shopify, "orders/updated", &order), said]);
            assert!(plan.is_ok(), "{topic} {place} = {value}: {plan:?}");
        });
    }
    assert!(reads > 700, "{reads}");
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
    let woo = json!({"id": 7, "name": "Mug", "permalink": "https://fern.example/mug", "date_modified_gmt": "2026-11-05T10:00:00",
        "images": [{"id": 1, "src": "https://cdn.example.com/mug.jpg"}], "sku": "M-1", "global_unique_id": "4006381333931",
        "brands": [{"id": 5, "name": "Fern"}]});
    for (system, topic, title, body) in [
        (ShopSystem::Shopify, "products/update", "/title", shopify),
        (ShopSystem::WooCommerce, "product.updated", "/name", woo),
    ] {
        swept(system, topic, &body, |place, value, said| {
            let Some(said) = said else { return };
            assert_eq!(product_of(said).is_some(), place != title, "{place} = {value}");
        });
    }
}

#[test]
fn no_field_of_a_call_about_privacy_or_a_deletion_loses_it_but_the_orders_id() {
    let customer = json!({"id": 1, "email": "jane@example.com", "phone": "+491711234567"});
    let asked = json!({"shop_id": 1, "shop_domain": "fern.myshopify.com", "data_request": {"id": 9}, "customer": customer,
        "orders_requested": [4001]});
    let redacted =
        json!({"shop_id": 1, "shop_domain": "fern.myshopify.com", "customer": customer, "orders_to_redact": [4001]});
    let shop = json!({"shop_id": 1, "shop_domain": "fern.myshopify.com"});
    for (system, topic, body) in [
        (ShopSystem::Shopify, "customers/data_request", &asked),
        (ShopSystem::Shopify, "customers/redact", &redacted),
        (ShopSystem::Shopify, "shop/redact", &shop),
        (ShopSystem::Shopify, "orders/delete", &json!({"id": 4001})),
        (ShopSystem::WooCommerce, "order.deleted", &json!({"id": 723})),
    ] {
        swept(system, topic, body, |place, value, said| {
            let arrives = said.is_some_and(|said| matches!(said.what, What::Arrives(_)));
            assert!(arrives || place == "/id", "{topic} {place} = {value}");
        });
    }
    let said =
        read(ShopSystem::Shopify, "customers/redact", &json!({"shop_id": 1, "orders_to_redact": [4001, false, {}]}));
    assert_eq!(said.ignored, ["orders_to_redact"]);
    let What::Arrives(arrival) = said.what else { panic!("an order is named") };
    let Arrival::Erase(person) = *arrival else { panic!("it is an erasure") };
    assert_eq!(person.orders, ["4001"]);
}

#[test]
fn what_is_ignored_has_its_name() {
    let line = json!({"id": 20, "name": false, "product_id": 702, "quantity": 1, "price": 20, "image": {"id": 15, "src": false}});
    let said =
        read(ShopSystem::WooCommerce, "order.updated", &woo_order(json!({"line_items": [line, 7], "shipping": []})));
    assert_eq!(said.ignored, ["line_items", "line_items.image.src", "line_items.name", "shipping"]);
    assert!(planned(ShopSystem::WooCommerce, vec![said]).is_ok());
}

#[test]
fn no_instant_lies_after_the_call_that_brought_it() {
    let of = |more| plan(ShopSystem::WooCommerce, woo_order(more));
    let ahead = json!({"date_modified_gmt": "2035-01-01T00:00:00", "date_completed_gmt": "2035-01-01T00:00:00"});
    assert_eq!(of(ahead), Ok("723 2026-11-30T12:00:00Z".to_owned()));
    let ahead = json!({"updated_at": "2035-01-01T00:00:00Z", "created_at": "2035-01-01T00:00:00Z"});
    let state = state(ShopSystem::Shopify, &[("orders/updated", shopify_order(ahead))]);
    assert_eq!((state.status.unwrap().at, state.placed_at.unwrap().value), (now(), now()));
}

#[test]
fn a_completed_order_of_woocommerce_stays_so_until_it_is_stopped() {
    let of = |status: &str| {
        plan(ShopSystem::WooCommerce, woo_order(json!({"status": status, "date_modified_gmt": "2026-11-06T09:00:00"})))
    };
    for status in ["completed", "delivered", "shipped"] {
        assert_eq!(of(status), Ok("723 2026-11-12T09:00:00Z".to_owned()), "{status}");
    }
    for status in ["pending", "processing", "on-hold"] {
        assert_eq!(of(status), Err(NoAsk::NotShipped), "{status}");
    }
    for (status, reason) in [
        ("cancelled", NoAsk::Cancelled),
        ("failed", NoAsk::Cancelled),
        ("trash", NoAsk::Cancelled),
        ("refunded", NoAsk::Refunded),
    ] {
        assert_eq!(of(status), Err(reason), "{status}");
    }
}

#[test]
fn a_surname_alone_is_no_name_to_greet_by() {
    let of = |first: Value, last: Value| {
        let more = json!({"customer": {"first_name": first, "last_name": last}});
        let state = state(ShopSystem::Shopify, &[("orders/updated", shopify_order(more))]);
        state.buyer().unwrap().name.and_then(|name| name.first().map(str::to_owned))
    };
    assert_eq!(of(json!("Mary Ann"), json!("Doe")).as_deref(), Some("Mary Ann"));
    assert_eq!(of(json!("Jane Doe"), json!(null)).as_deref(), Some("Jane"));
    assert_eq!(of(json!("Dr. Jane"), json!("Doe")).as_deref(), Some("Jane"));
    for first in [json!(null), json!(""), json!("null"), json!("-")] {
        assert_eq!(of(first.clone(), json!("Doe")), None, "{first}");
    }
}

#[test]
fn who_is_asked_follows_consent_and_address() {
    let of = |system, more, rules: &AskRules| {
        let (topic, order) = match system {
            ShopSystem::Shopify => ("orders/updated", shopify_order(more)),
            ShopSystem::WooCommerce => ("order.updated", woo_order(more)),
        };
        state(system, &[(topic, order)]).plan(system, rules, now()).err()
    };
    let agreed = AskRules { consent: Consent::Marketing, ..rules() };
    let state_of = |state: &str| json!({"customer": {"email_marketing_consent": {"state": state}}, "buyer_accepts_marketing": true});
    let meta = |value: Value| json!({"meta_data": [{"key": "other", "value": []}, {"key": "agrees", "value": value}]});
    for (system, more, asked) in [
        (ShopSystem::Shopify, json!({}), false),
        (ShopSystem::Shopify, json!({"buyer_accepts_marketing": true}), true),
        (ShopSystem::Shopify, json!({"buyer_accepts_marketing": false}), false),
        (ShopSystem::Shopify, state_of("subscribed"), true),
        (ShopSystem::Shopify, state_of("unsubscribed"), false),
        (ShopSystem::WooCommerce, json!({}), false),
        (ShopSystem::WooCommerce, meta(json!("yes")), true),
        (ShopSystem::WooCommerce, meta(json!(1)), true),
        (ShopSystem::WooCommerce, meta(json!("no")), false),
        (ShopSystem::WooCommerce, meta(json!([])), false),
    ] {
        assert_eq!(of(system, more.clone(), &rules()), None, "{more}");
        assert_eq!(of(system, more.clone(), &agreed), (!asked).then_some(NoAsk::NoConsent), "{more}");
    }
    for (email, is_relay) in [
        ("a1b2@marketplace.amazon.de", true),
        ("a1b2@marketplace.amazon.co.uk", true),
        ("a1b2@Members.eBay.com", true),
        ("a1b2@relay.etsy.com", true),
        ("a1b2@members.ebay.de", true),
        ("a1b2@relay.walmart.com", true),
        ("a1b2@verkopen.bol.com", true),
        ("a1b2@scs.tiktokw.us", true),
        ("a1b2@us.notification.mirakl.net", true),
        ("a1b2@bol.com", false),
        ("a1b2@my-relay.etsy.com", false),
        ("a1b2@amazon.de", false),
        ("marketplace.amazon.de@example.com", false),
    ] {
        let state = state(ShopSystem::Shopify, &[("orders/updated", shopify_order(json!({"email": email})))]);
        let plan = state.plan(ShopSystem::Shopify, &rules(), now());
        assert_eq!(plan.err(), is_relay.then_some(NoAsk::Relay), "{email}");
    }
}
