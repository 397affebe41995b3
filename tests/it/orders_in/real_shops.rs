//! Orders and products as real shops and their plug-ins send them. Of the files in `bodies/`, those whose name begins
//! with `real` came from a WooCommerce 8.8 or 11.0, with people who are made up.

use super::payloads::{at, order, shipment, with, woo_order};
use super::{System, result};
use crate::support::*;

/// The body of a call; `real` files also have its headers.
pub(super) fn body(name: &str) -> Value {
    let path = format!("{}/it/orders_in/bodies/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    file.get("body").cloned().unwrap_or(file)
}

/// A shop whose connection asks about old orders, too.
async fn connected(platform: &'static str) -> (Shop, System) {
    Shop::connected(platform, json!({"since": "2020-01-01T00:00:00Z"})).await
}

/// The products of the newest request; null without a request.
async fn asked(shop: &Shop) -> Value {
    shop.requests().await.first().map_or(Value::Null, |request| request["product_ids"].clone())
}

/// WooCommerce's order of this number, completed now.
fn completed(shop: &Shop, number: u64, fields: Value) -> Value {
    let of_order =
        json!({"id": number, "number": number.to_string(), "billing": {"email": format!("jane{number}@example.com")}});
    with(woo_order(&at(shop, 0), of_order), fields)
}

/// Shopify's order of this number, which left just now.
fn shipped(shop: &Shop, number: u64, fields: Value) -> Value {
    let now = at(shop, 0);
    let of_order = json!({"id": number, "name": format!("#{number}"), "email": format!("jane{number}@example.com"),
        "fulfillment_status": "fulfilled", "fulfillments": [shipment(&now, &now, json!({"line_items": []}))]});
    with(order(&now, of_order), fields)
}

#[tokio::test]
async fn woocommerces_own_statuses_take_a_completion_back_until_the_next() {
    let (shop, woo) = connected("woocommerce").await;
    let (first, back) = (body("woo-order-back-1"), body("woo-order-back-2"));
    let again = with(first.clone(), json!({"date_modified_gmt": "2026-11-25T12:00:00"}));
    for (call, became) in [
        (&first, result("planned", "")),
        (&back, result("stopped", "not_shipped")),
        (&again, result("planned", "")),
        // Late calls, in another order.
        (&back, result("ignored", "unchanged")),
        (&first, result("ignored", "unchanged")),
    ] {
        woo.says("order.updated", call).await;
        assert_eq!(woo.last().await, became);
    }
    shop.advance_days(8).await;
    assert_eq!(shop.written_to(), ["customer2@example.com"]);

    let real = body("real-order-back-to-processing");
    let completion = json!({"status": "completed", "date_modified_gmt": "2026-11-27T04:34:28"});
    woo.says("order.updated", &with(real.clone(), completion)).await;
    assert_eq!(woo.last().await.0, "planned");
    woo.says("order.updated", &real).await;
    assert_eq!(woo.last().await, result("stopped", "not_shipped"));
    assert_eq!(shop.get("/api/v1/orders/42").await.json()["status"], "placed");
}

#[tokio::test]
async fn an_order_whose_items_were_all_fulfilled_counts_as_completed() {
    let (shop, woo) = connected("woocommerce").await;
    // A fulfillment does not change the date of the order's change.
    let changed = json!({"date_modified_gmt": at(&shop, -1).trim_end_matches('Z')});
    let fulfilled = with(body("real-order-fulfilled"), changed);
    let open = with(fulfilled.clone(), json!({"meta_data": []}));
    let partly = with(
        fulfilled.clone(),
        json!({"meta_data": [{"id": 1172, "key": "_fulfillment_status", "value": "partially_fulfilled"}]}),
    );
    let status = async || shop.get("/api/v1/orders/43").await.json()["status"].clone();
    let days = [&open, &partly, &fulfilled, &fulfilled];
    let became = [("ignored", "not_shipped"), ("ignored", "not_shipped"), ("planned", ""), ("ignored", "unchanged")];
    for (call, (outcome, reason)) in days.into_iter().zip(became) {
        woo.says("order.updated", call).await;
        assert_eq!(woo.last().await, result(outcome, reason));
        shop.advance_days(1).await;
    }
    assert_eq!(status().await, "fulfilled");
    shop.advance_days(4).await;
    assert!(shop.inbox().is_empty(), "the days count from the first call that said so");
    shop.advance_days(2).await;
    assert_eq!(shop.written_to(), ["customer43@example.com"]);
    // What comes later as open was taken back.
    let later = with(open, json!({"date_modified_gmt": at(&shop, 0).trim_end_matches('Z')}));
    woo.says("order.updated", &later).await;
    assert_eq!(status().await, "placed");
}

#[tokio::test]
async fn a_status_of_a_plug_in_neither_takes_a_completion_back_nor_repeats_it() {
    let (shop, woo) = connected("woocommerce").await;
    for (number, own) in (1..).zip(["pending", "processing", "on-hold"]) {
        let call = |status: &str, hours: i64, completed_at: i64| {
            let utc = |hours| at(&shop, hours).trim_end_matches('Z').to_owned();
            let times =
                json!({"status": status, "date_modified_gmt": utc(hours), "date_completed_gmt": utc(completed_at)});
            completed(&shop, number, times)
        };
        let steps = [
            (call("completed", -9, -9), "planned"),
            (call("shipped", -8, -9), "planned"),
            (call("delivered", -7, -9), "planned"),
            (call("wc-made-up", -6, -9), "planned"),
            (call(own, -5, -9), "stopped"),
            // The date is that of the completion that was taken back.
            (call("awaiting-pickup", -4, -9), "ignored"),
            (call("partial-shipped", -3, -3), "planned"),
        ];
        for (body, became) in &steps {
            woo.says("order.updated", body).await;
            let is_same = woo.last().await == result("ignored", "unchanged") && *became == "planned";
            assert!(is_same || woo.last().await.0 == *became, "{own}: {became}: {:?}", woo.last().await);
        }
        for (body, _) in steps.iter().rev() {
            woo.says("order.updated", body).await;
            assert_eq!(woo.last().await, result("ignored", "unchanged"), "{own}");
        }
    }
    shop.advance_days(8).await;
    assert_eq!(shop.inbox().len(), 3);
}

#[tokio::test]
async fn a_deleted_product_keeps_its_reviews_and_has_no_link() {
    let (shop, shopify) = connected("shopify").await;
    let woo = shop.connect("woocommerce", json!({})).await;
    let tray = json!({"id": 8395, "title": "Old Tray", "handle": "old-tray", "status": "active", "variants": [],
        "published_at": "2026-11-21T09:00:00Z", "published_scope": "web", "updated_at": "2026-11-21T09:00:00Z"});
    let lamp = json!({"id": 93, "name": "Old Tray", "permalink": "https://shop.example/old-tray", "status": "publish",
        "date_modified_gmt": "2026-11-21T09:00:00"});
    woo.says("product.updated", &lamp).await;
    super::products::describes(&shopify, "products/update", &tray).await;
    let url = async |id: &str| shop.get(format!("/api/v1/products/{id}")).await.is(200).json()["url"].clone();
    assert_eq!(url("shopify-8395").await, "https://fern.myshopify.com/products/old-tray");
    for id in ["shopify-8395", "woo-93"] {
        let (_, hub) = shop.created(json!({"product_ids": [id], "skip_email": true})).await;
        shop.review(&hub, 0).await;
    }
    for (system, topic, gone, id) in [
        (&shopify, "products/update", body("shopify-product-archived"), "shopify-8395"),
        (&shopify, "products/delete", body("shopify-product-deleted"), "shopify-8395"),
        (
            &woo,
            "product.updated",
            with(lamp.clone(), json!({"status": "trash", "date_modified_gmt": "2026-11-22T09:00:00"})),
            "woo-93",
        ),
        (&woo, "product.deleted", json!({"id": 93}), "woo-93"),
    ] {
        shop.advance(HOUR).await;
        system.says(topic, &gone).await;
        assert_eq!(url(id).await, Value::Null, "{topic}");
        let page = shop.reads(format!("/p/fern/{id}.json")).await.json();
        assert_eq!((&page["product"]["title"], &page["rating"]["count"]), (&json!("Old Tray"), &json!(1)), "{topic}");
        assert!(!shop.reads(format!("/p/fern/{id}.html")).await.body.contains("old-tray"), "{topic}");
    }
    assert_eq!(woo.last().await, result("ignored", "product_deleted"));
    shop.advance_days(1).await;
    woo.says("product.updated", &with(lamp, json!({"date_modified_gmt": at(&shop, 0).trim_end_matches('Z')}))).await;
    assert_eq!(url("woo-93").await, "https://shop.example/old-tray");
    // Nobody ever saw this one, and this is no deletion.
    woo.says("product.deleted", &json!({"id": 94})).await;
    assert_eq!(woo.last().await, result("ignored", "unchanged"));
    woo.says("product.deleted", &json!({"id": 93, "name": "Old Tray"})).await;
    assert_eq!(woo.last().await, result("refused", "other_topic"));
}

#[tokio::test]
async fn a_product_that_is_only_hidden_from_the_shops_lists_has_no_link() {
    for (platform, fields, is_linked) in [
        ("woocommerce", json!({"catalog_visibility": "hidden"}), false),
        ("woocommerce", json!({"catalog_visibility": "catalog"}), true),
        ("woocommerce", json!({"catalog_visibility": "search"}), true),
        ("shopify", json!({"published_scope": "web"}), true),
        ("shopify", json!({"published_scope": "global"}), true),
        ("shopify", json!({"published_scope": "global", "published_at": null}), false),
    ] {
        let (shop, system) = connected(platform).await;
        let product = json!({"id": 7, "title": "Mug", "name": "Mug", "handle": "mug", "permalink": "https://shop.example/mug",
            "status": if platform == "shopify" { "active" } else { "publish" }, "published_at": at(&shop, 0), "variants": []});
        super::products::describes(
            &system,
            if platform == "shopify" { "products/update" } else { "product.updated" },
            &with(product, fields.clone()),
        )
        .await;
        let id = if platform == "shopify" { "shopify-7" } else { "woo-7" };
        assert_eq!(shop.get(format!("/api/v1/products/{id}")).await.json()["url"].is_string(), is_linked, "{fields}");
    }
}

#[tokio::test]
async fn a_customer_is_asked_in_the_language_of_the_checkout() {
    let (shop, woo) = connected("woocommerce").await;
    woo.says("order.updated", &body("woo-order-wpml")).await;
    shop.advance_days(8).await;
    let subject = shop.inbox().remove(0).subject;
    assert!(subject.starts_with("Wie "), "{subject}");

    let shopify = shop.connect("shopify", json!({"after": "fulfilled", "since": at(&shop, -1)})).await;
    let meta = |key: &str, value: Value| json!({"meta_data": [{"id": 1, "key": "wpml_other", "value": []}, {"id": 77, "key": key, "value": value}]});
    let language = async |number: u64| {
        let id = shop.requests().await[0]["id"].number();
        let request = shop.get(format!("/api/v1/review-requests/{id}")).await.json();
        assert!(request["order_id"].text().contains(&number.to_string()), "{request}");
        request["language"].clone()
    };
    for (number, (fields, expected)) in (100..).zip([
        (meta("wpml_language", json!("pt-br")), json!("pt")),
        (meta("trp_language", json!("de_DE")), json!("de")),
        (meta("trp_language", json!("fr_FR")), json!("fr")),
        (meta("weglot_language", json!("es")), json!("es")),
        (json!({"lang": "it"}), json!("it")),
        (json!({"lang": "", "meta_data": [{"id": 1, "key": "wpml_language", "value": "nl"}]}), json!("nl")),
        (meta("wpml_language", json!("tlh")), Value::Null),
        (meta("wpml_language", json!(["de"])), Value::Null),
        (meta("wpml_language", json!(false)), Value::Null),
        (json!({"lang": false}), Value::Null),
        (json!({"meta_data": []}), Value::Null),
    ]) {
        shop.advance(SECOND).await;
        woo.says("order.updated", &completed(&shop, number, fields.clone())).await;
        assert_eq!((woo.last().await, language(number).await), (result("planned", ""), expected), "{fields}");
    }
    for (number, (locale, expected)) in
        (200..).zip([(json!("pt-PT"), json!("pt")), (json!("xx"), Value::Null), (json!(7), Value::Null)])
    {
        shop.advance(SECOND).await;
        shopify.says("orders/updated", &shipped(&shop, number, json!({"customer_locale": locale}))).await;
        assert_eq!(language(number).await, expected, "{locale}");
    }
}

const RELAY: Option<&str> = Some("relay_address");
const DEAD: Option<&str> = Some("no_email");
/// Addresses of buyers, whether they can be an address of a customer, and why nobody is asked there.
const ADDRESSES: [(&str, bool, Option<&str>); 16] = [
    ("a1b2@customer.otto.market", true, RELAY),
    ("9876@otto.magnalister.com", true, RELAY),
    ("a1b2+3c@allegromail.pl", true, RELAY),
    ("a1b2+3c@user.allegromail.pl", true, RELAY),
    ("jane@magnalister.com", true, None),
    // Apple's and Firefox' relays lead to the customer.
    ("x7k2@privaterelay.appleid.com", true, None),
    ("x7k2@mozmail.com", true, None),
    ("jane@gmail.con", false, DEAD),
    ("jane@gmail.comm", false, DEAD),
    ("jane@web.dee", false, DEAD),
    ("jane@example.museum", true, None),
    ("jane@пример.рф", true, None),
    ("no-reply@example.com", false, DEAD),
    ("NoReply+7@example.com", false, DEAD),
    ("do_not_reply@example.com", false, DEAD),
    ("no-reply.fan@example.com", true, None),
];

#[tokio::test]
async fn addresses_that_nobody_reads_are_not_asked() {
    let shop = Shop::new().await;
    let shopify = shop.connect("shopify", json!({"after": "fulfilled"})).await;
    let woo = shop.connect("woocommerce", json!({})).await;
    for (number, (email, is_taken, reason)) in (100..).zip(ADDRESSES) {
        let expected = reason.map_or(result("planned", ""), |reason| result("ignored", reason));
        woo.says("order.updated", &completed(&shop, number, json!({"billing": {"email": email}}))).await;
        assert_eq!(woo.last().await, expected, "{email}");
        shopify.says("orders/updated", &shipped(&shop, number + 100, json!({"email": email}))).await;
        assert_eq!(shopify.last().await.0, expected.0, "{email}");
        let named: &[&str] = if is_taken { &[] } else { &["billing.email"] };
        assert_eq!(woo.deliveries().await[0]["ignored_fields"], json!(named), "{email}");
        let made = shop
            .post(
                "/api/v1/review-requests/send",
                json!({"email": email, "product_ids": ["x"], "order_id": number.to_string()}),
            )
            .await;
        assert_eq!(made.body.contains("invalid_email"), !is_taken, "{email}: {}", made.body);
        shop.advance(MINUTE).await;
    }
}

fn line(id: u64, fields: Value) -> Value {
    let line = json!({"id": id, "name": format!("Thing {id}"), "title": format!("Thing {id}"), "product_id": 90 + id, "variation_id": 0,
        "quantity": 1, "price": 9, "total": "9.00", "total_tax": "0.00", "meta_data": [], "parent_name": null});
    with(line, fields)
}

#[tokio::test]
async fn of_a_kit_with_parts_only_the_kit_is_asked_about() {
    let (shop, woo) = connected("woocommerce").await;
    let of_kit = |key: &str, value: Value| json!({"meta_data": [{"id": 5, "key": key, "value": value}]});
    for (number, (part, expected)) in (100..).zip([
        (json!({"bundled_by": 1, "bundled_items": []}), json!(["woo-91", "woo-94"])),
        (json!({"composite_parent": "1"}), json!(["woo-91", "woo-94"])),
        (json!({"mnm_child_of": 1}), json!(["woo-91", "woo-94"])),
        (of_kit("_bundled_by", json!("f0a1")), json!(["woo-91", "woo-94"])),
        (of_kit("_woosb_parent_id", json!("91")), json!(["woo-91", "woo-94"])),
        (of_kit("_wooco_parent_id", json!(91)), json!(["woo-91", "woo-94"])),
        // These are no parts.
        (
            json!({"bundled_by": "", "composite_parent": 0, "mnm_child_of": []}),
            json!(["woo-91", "woo-92", "woo-93", "woo-94"]),
        ),
        (of_kit("_bundle_note", json!("1")), json!(["woo-91", "woo-92", "woo-93", "woo-94"])),
    ]) {
        let kit = line(1, json!({"bundled_by": "", "bundled_items": [2, 3]}));
        let lines = json!([kit, line(2, part.clone()), line(3, part.clone()), line(4, json!({}))]);
        woo.says("order.updated", &completed(&shop, number, json!({"line_items": lines}))).await;
        assert_eq!((woo.last().await, asked(&shop).await), (result("planned", ""), expected), "{part}");
        shop.advance(SECOND).await;
    }
    // Without a line of the kit, its parts are all that there is.
    let part = line(2, json!({"bundled_by": 1}));
    woo.says("order.updated", &completed(&shop, 200, json!({"line_items": [part]}))).await;
    assert_eq!(asked(&shop).await, json!(["woo-92"]));
}

#[tokio::test]
async fn the_parts_of_a_bundle_of_shopify_are_asked_about_as_the_bundle() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    let part =
        |id: u64, group: Value| line(id, json!({"sales_line_item_group_id": group, "sku": format!("PART-{id}")}));
    let lines = json!([part(1, json!(5)), part(2, json!(5)), part(3, Value::Null)]);
    for (number, (groups, expected)) in (100..).zip([
        (json!([{"id": 5, "title": "Tea set", "quantity": 1, "product_id": 70}]), json!(["shopify-70", "shopify-93"])),
        // The bundle's product is unknown.
        (
            json!([{"id": 5, "title": "Tea set", "quantity": 1, "product_id": null}]),
            json!(["shopify-91", "shopify-92", "shopify-93"]),
        ),
        (json!([{"id": 6, "title": "Tea set", "product_id": 70}]), json!(["shopify-91", "shopify-92", "shopify-93"])),
        (json!([]), json!(["shopify-91", "shopify-92", "shopify-93"])),
    ]) {
        shopify
            .says("orders/updated", &shipped(&shop, number, json!({"line_items": lines, "line_item_groups": groups})))
            .await;
        assert_eq!(asked(&shop).await, expected, "{groups}");
        shop.advance(SECOND).await;
    }
    let set = shop.get("/api/v1/products/shopify-70").await.json();
    assert_eq!((&set["title"], &set["sku"]), (&json!("Tea set"), &Value::Null));
}

#[tokio::test]
async fn the_catalog_has_the_product_of_an_ordered_variation_under_a_name_without_html() {
    let (shop, woo) = connected("woocommerce").await;
    woo.says("order.updated", &body("real-order-variation-and-html-name")).await;
    let lines = shop.get("/api/v1/orders/27").await.json()["lines"].clone();
    assert_eq!(lines[0]["title"], "Linen Shirt - Blau & Weiß, M");
    let product = async |id: &str| shop.get(format!("/api/v1/products/{id}")).await.json();
    let shirt = product("woo-22").await;
    assert_eq!((&shirt["title"], &shirt["sku"]), (&json!("Linen Shirt"), &Value::Null));
    assert_eq!(product("woo-14").await["title"], "Salt & Pepper Mill – 10\" “Große” ™");

    woo.says("product.updated", &body("real-product-variation-updated")).await;
    assert_eq!(woo.last().await, result("ignored", "variation"));
    shop.get("/api/v1/products/woo-23").await.is_error(404, "not_found");
    assert_eq!(shop.reads("/p/fern/woo-23.json").await.json()["product"]["title"], Value::Null);

    for (number, (name, title)) in (500..).zip([
        ("Tea<br />&amp; <STRONG class='x'>Honey</STRONG>", "Tea & Honey"),
        ("Cups &lt; 3 &lt;em&gt;dl&lt;/em&gt;", "Cups < 3 <em>dl</em>"),
        ("I <3 tea > all", "I <3 tea > all"),
        ("H<sub>2</sub>O <em>bottle", "H2O bottle"),
        ("A < B <", "A < B <"),
    ]) {
        let fields = json!({"id": number, "name": name, "permalink": "https://shop.example/tea", "date_modified_gmt": at(&shop, 0).trim_end_matches('Z')});
        woo.says("product.updated", &fields).await;
        assert_eq!(product(&format!("woo-{number}")).await["title"], title);
    }
}

#[tokio::test]
async fn a_line_that_one_refund_paid_back_is_left_out() {
    let (shop, woo) = connected("woocommerce").await;
    woo.says("order.updated", &body("real-order-one-line-refunded")).await;
    assert_eq!((woo.last().await, asked(&shop).await), (result("planned", ""), json!(["woo-13"])));

    let cost = |id: u64, total: &str, tax: &str| line(id, json!({"total": total, "total_tax": tax}));
    let all = json!(["woo-91", "woo-92"]);
    for (number, (lines, refunds, left)) in (100..).zip([
        (vec![cost(1, "40.00", "0.00"), cost(2, "9.00", "0.00")], vec!["-9.00"], json!(["woo-91"])),
        (vec![cost(1, "40.00", "0.00"), cost(2, "8.403361", "1.596639")], vec!["-10.00"], json!(["woo-91"])),
        (vec![cost(1, "40.00", "0.00"), cost(2, "9.00", "0.00")], vec!["-2.00", "-40.00"], json!(["woo-92"])),
        // Another amount, a line without the tax, two lines together, and nothing paid back.
        (vec![cost(1, "40.00", "0.00"), cost(2, "9.00", "0.00")], vec!["-4.50"], all.clone()),
        (vec![cost(1, "40.00", "0.00"), cost(2, "8.40", "1.60")], vec!["-8.40"], all.clone()),
        (vec![cost(1, "40.00", "0.00"), cost(2, "9.00", "0.00")], vec!["-49.00"], all.clone()),
        (vec![cost(1, "40.00", "0.00"), cost(2, "0.00", "0.00")], vec!["0.00"], all.clone()),
        // Both lines would fit.
        (vec![cost(1, "9.00", "0.00"), cost(2, "9.00", "0.00")], vec!["-9.00"], all.clone()),
    ]) {
        let refunds: Vec<_> =
            refunds.iter().zip(7..).map(|(total, id)| json!({"id": id, "reason": "", "total": total})).collect();
        woo.says("order.updated", &completed(&shop, number, json!({"line_items": lines, "refunds": refunds}))).await;
        assert_eq!((woo.last().await, asked(&shop).await), (result("planned", ""), left), "{refunds:?}");
        shop.advance(SECOND).await;
    }
    // A refund that the shop deletes again counts no longer.
    let lines = [cost(1, "40.00", "0.00"), cost(2, "9.00", "0.00")];
    for (hours, refunds, left) in [(0, json!([{"id": 7, "total": "-9.00"}]), json!(["woo-91"])), (1, json!([]), all)] {
        let modified = json!({"line_items": lines, "refunds": refunds, "date_modified_gmt": at(&shop, hours).trim_end_matches('Z')});
        woo.says("order.updated", &completed(&shop, 200, modified)).await;
        assert_eq!(asked(&shop).await, left);
    }
}

#[tokio::test]
async fn drafts_unpaid_and_deleted_orders_of_a_real_shop_end_as_they_should() {
    let (shop, woo) = connected("woocommerce").await;
    let says = async |topic: &str, name: &str| {
        woo.says(topic, &body(name)).await;
        woo.last().await
    };
    assert_eq!(says("order.created", "real-order-checkout-draft").await, result("ignored", "draft"));
    shop.get("/api/v1/orders/55").await.is_error(404, "not_found");
    assert_eq!(says("order.created", "real-order-on-hold").await, result("ignored", "not_shipped"));
    assert_eq!(shop.get("/api/v1/orders/51").await.json()["paid"], false);
    assert_eq!(says("order.updated", "real-order-gone-404-body").await, result("ignored", "gone"));
    let order = json!({"id": 38, "number": "38", "status": "completed", "line_items": body("real-order-on-hold")["line_items"]});
    woo.says("order.updated", &with(body("real-order-back-to-processing"), order)).await;
    assert_eq!(woo.last().await.0, "planned");
    assert_eq!(says("order.deleted", "real-order-deleted").await, result("stopped", "deleted"));
    for (topic, name, id) in
        [("product.created", "real-product-draft", "woo-28"), ("product.updated", "real-product-private", "woo-20")]
    {
        assert_eq!(says(topic, name).await, result("ignored", "product_stored"));
        shop.reads(&format!("/p/fern/{id}.json")).await.is(404);
        let file = format!("product_id,rating,body,name,created_at\n{id},5,Warm light.,Jane D.,2025-03-02\n");
        assert_eq!(crate::importing::import(&shop, "format=afterword", &file).await["earlier_system"], 1, "{id}");
    }
    shop.advance_days(30).await;
    assert_eq!(shop.written_to(), Vec::<String>::new());
}

#[tokio::test]
async fn an_order_of_somebody_who_unsubscribed_has_a_reason_of_its_own_and_no_request() {
    let (shop, woo) = Shop::connected("woocommerce", json!({"ask_days_after": 0})).await;
    woo.says("order.updated", &woo_order(&at(&shop, 0), json!({}))).await;
    shop.advance(HOUR).await;
    let mail = shop.inbox().pop().unwrap();
    shop.submit(&unsubscribe_link(&mail), &[("List-Unsubscribe", "One-Click")]).await.is(200);
    let again = json!({"id": 724, "number": "724", "line_items": [line(1, json!({}))]});
    woo.says("order.updated", &woo_order(&at(&shop, 0), again)).await;
    assert_eq!(woo.last().await, result("ignored", "suppressed"));
    assert_eq!((woo.deliveries().await[0]["request_id"].clone(), shop.requests().await.len()), (Value::Null, 1));
}
