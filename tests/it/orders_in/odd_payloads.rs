//! What shops' systems and people really send: orders, products, names and numbers that are different from the systems'
//! documents.

use super::payloads::{at, fulfilled, order, shipment, with, woo_order};
use super::{INTEGRATIONS, SECRET, System, result, signed};
use crate::console::{MARA, Visitor, shop as shop_of_mara};
use crate::support::*;

/// A time so many hours from now in WooCommerce's format: UTC, without a zone.
fn utc(shop: &Shop, hours: i64) -> String {
    at(shop, hours).trim_end_matches('Z').to_owned()
}

async fn rule(shop: &Shop, platform: &str, rule: Value) -> Value {
    shop.put(format!("{INTEGRATIONS}/{platform}"), &rule).await.is(200).json()
}

fn subject(shop: &Shop) -> String {
    shop.inbox().pop().unwrap().subject
}

#[tokio::test]
async fn an_order_whose_products_picture_is_gone_is_asked_about() {
    let (shop, woo) = Shop::connected("woocommerce", json!({})).await;
    let gone = json!({"id": 81010, "name": "Walnut Board", "product_id": 8181, "variation_id": 0, "quantity": 1, "total": "49.00",
        "price": 49, "sku": "WB", "global_unique_id": "4 006381-333931", "image": {"id": 15, "src": false}, "parent_name": null});
    let fields = json!({"id": 8101, "number": "8101", "created_via": "checkout", "line_items": [gone]});
    woo.says("order.updated", &woo_order(&at(&shop, 0), fields)).await;
    assert_eq!(woo.last().await, result("planned", ""));
    assert_eq!(woo.deliveries().await[0]["ignored_fields"], json!(["line_items.image.src"]));
    let product = shop.get("/api/v1/products/woo-8181").await.json();
    let known = ["title", "image_url", "sku", "gtin"].map(|field| product[field].clone());
    assert_eq!(known, [json!("Walnut Board"), json!(null), json!("WB"), json!(["4006381333931"])]);
    woo.says("order.updated", &json!({"id": 8101, "status": false})).await;
    assert_eq!(woo.last().await, result("refused", "unreadable"));
    assert_eq!(woo.deliveries().await[0]["ignored_fields"], json!(["status"]));
}

#[tokio::test]
async fn customers_read_names_and_titles_as_the_shop_shows_them() {
    let (shop, woo) = Shop::connected("woocommerce", json!({})).await;
    let line = json!([{"id": 1, "name": "Tea &amp; Honey", "product_id": 8, "quantity": 1, "price": 5}]);
    let billing =
        json!({"email": "jane@example.com", "first_name": "Mary Ann", "last_name": "O&#039;Neil", "country": "DE"});
    woo.says("order.updated", &woo_order(&at(&shop, 0), json!({"line_items": line, "billing": billing}))).await;
    assert_eq!(shop.get("/api/v1/orders/723").await.json()["buyer"]["name"], "Mary Ann O'Neil");
    shop.advance_days(7).await;
    assert!(subject(&shop).ends_with("Tea & Honey, Mary Ann?"), "{}", subject(&shop));
    let product = json!({"id": 8183, "name": "Salt &amp; Pepper &#8211; 2&quot; &#039;Set&#039; &amp;amp;", "permalink": "https://shop.example/木の皿 1",
        "date_modified_gmt": utc(&shop, 0), "images": [{"id": 1, "src": "https://shop.example/wp-content/uploads/M\u{fc}hle.jpg"}],
        "sku": "SP", "global_unique_id": "978-3-16-148410-0", "brands": [{"id": 1, "name": "Tom &amp; Jerry"}]});
    woo.says("product.updated", &product).await;
    let stored = shop.get("/api/v1/products/woo-8183").await.json();
    let expected = json!({"id": "woo-8183", "title": "Salt & Pepper – 2\" 'Set' &amp;",
        "url": "https://shop.example/%E6%9C%A8%E3%81%AE%E7%9A%BF%201", "image_url": "https://shop.example/wp-content/uploads/M%C3%BChle.jpg", "gtin": ["9783161484100"], "mpn": null, "sku": "SP",
        "brand": "Tom & Jerry", "ask": true});
    assert_eq!(stored, expected);
}

#[tokio::test]
async fn people_are_greeted_by_their_first_name_or_by_none() {
    let shop = Shop::new().await;
    for (place, (name, greeted)) in [
        ("Dr. Jane Doe", Some("Jane")),
        ("Doe, Jane", Some("Jane")),
        ("null", None),
        ("N/A", None),
        ("-", None),
        ("jane@example.com", None),
    ]
    .into_iter()
    .enumerate()
    {
        let email = format!("customer{place}@example.com");
        let (_, hub) =
            shop.sent(json!({"email": email, "customer_name": name, "product_ids": [MUG], "delay_days": 0})).await;
        let subject = subject(&shop);
        let named = subject.trim_end_matches('?').split_once(", ").map(|(_, named)| named);
        assert_eq!(named, greeted, "{name}: {subject}");
        let page = shop.browse(&hub).await.body;
        assert!(!page.contains("Doe,") && !page.contains("Doe, J."), "{name}: {page}");
        assert_eq!(page.contains("Jane D."), greeted.is_some(), "{name}: {page}");
    }
}

#[tokio::test]
async fn a_first_name_of_two_words_is_one_name_also_in_beacons_api() {
    let shop = Shop::new().await;
    let customers = "/beacon/customers";
    let made =
        shop.post(customers, json!({"first_name": "Mary Ann", "last_name": "Doe", "email": "jane@example.com"})).await;
    assert_eq!((made.status.as_u16(), &made.json()["data"]["first_name"]), (200, &json!("Mary Ann")), "{}", made.body);
    shop.post("/beacon/asks", json!({"email": "jane@example.com"})).await.is(200);
    shop.settle().await;
    assert!(subject(&shop).contains("Mary Ann"), "{}", subject(&shop));
    for phone in ["+491711234567.0", "+436641234567.0"] {
        let refused = json!({"first_name": "Jane", "email": "june@example.com", "phone": phone});
        let refused = shop.post(customers, refused).await;
        assert!(refused.status == 422 && refused.json()["errors"]["phone"].is_array(), "{phone}: {}", refused.body);
    }
}

#[tokio::test]
async fn a_number_sign_does_not_make_two_orders() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    let woo = shop.connect("woocommerce", json!({"since": at(&shop, -1)})).await;
    shop.created(json!({"order_id": "1001", "delay_days": 3})).await;
    shop.created(json!({"order_id": "#723", "delay_days": 3})).await;
    let now = at(&shop, 0);
    let shipped = json!({"fulfillment_status": "fulfilled", "fulfillments": [shipment(&now, &now, json!({}))]});
    shopify.says("orders/fulfilled", &order(&now, shipped)).await;
    assert_eq!(shopify.last().await, result("ignored", "another_request"));
    woo.says("order.updated", &woo_order(&now, json!({}))).await;
    assert_eq!(woo.last().await, result("ignored", "another_request"));
    shop.advance_days(40).await;
    assert_eq!(shop.written_to(), ["jane@example.com"; 2]);
}

#[tokio::test]
async fn a_deleted_order_of_shopify_is_not_asked_about() {
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled"})).await;
    shopify.says("orders/fulfilled", &fulfilled(&shop)).await;
    shopify.says("orders/edited", &json!({"order_edit": {"id": 1, "order_id": 4001}})).await;
    assert_eq!(shopify.last().await, result("ignored", "unknown_topic"));
    shopify.says("orders/delete", &json!({"id": 4001})).await;
    assert_eq!(shopify.last().await, result("stopped", "deleted"));
    shop.advance_days(30).await;
    assert!(shop.inbox().is_empty());
}

#[tokio::test]
async fn consent_and_relays_decide_who_is_asked() {
    let shop = Shop::new().await;
    let rules = json!({"after": "fulfilled", "consent": "marketing", "since": at(&shop, -1)});
    let shopify = shop.connect("shopify", rules).await;
    let shown = shop.get(format!("{INTEGRATIONS}/shopify")).await.json();
    assert_eq!((&shown["consent"], &shown["consent_key"]), (&json!("marketing"), &Value::Null));
    let ask = async |system: &System, id: u64, fields: Value| {
        let now = at(&shop, 0);
        let shipped = json!({"fulfillment_status": "fulfilled", "fulfillments": [shipment(&now, &now, json!({}))]});
        let (topic, body) = match system.platform {
            "shopify" => ("orders/fulfilled", with(order(&now, shipped), json!({"id": id, "name": format!("#{id}")}))),
            _ => ("order.updated", woo_order(&now, json!({"id": id, "number": id.to_string()}))),
        };
        system.says(topic, &with(body, fields)).await;
        system.last().await
    };
    assert_eq!(ask(&shopify, 1, json!({})).await, result("ignored", "no_consent"));
    let buyers = async || shop.get("/beacon/customers").await.json()["data"].list().len();
    let order = shop.get("/api/v1/orders/%231").await.is(200).json();
    assert_eq!((buyers().await, &order["buyer"]), (0, &Value::Null), "whom the shop leaves out is no customer");
    assert_eq!(ask(&shopify, 2, json!({"buyer_accepts_marketing": true})).await, result("planned", ""));
    assert_eq!(buyers().await, 1);
    // Shopify's instants are whole seconds: both states have the same one.
    let withdrawn =
        json!({"buyer_accepts_marketing": true, "customer": {"email_marketing_consent": {"state": "unsubscribed"}}});
    assert_eq!(ask(&shopify, 2, withdrawn).await, result("stopped", "no_consent"));
    let relay = json!({"buyer_accepts_marketing": true, "email": "a1b2c3@marketplace.amazon.de"});
    assert_eq!(ask(&shopify, 4, relay).await, result("ignored", "relay_address"));

    let woo = shop.connect("woocommerce", json!({"consent": "marketing", "since": at(&shop, -1)})).await;
    let yes = json!({"meta_data": [{"id": 1, "key": "_agrees", "value": "yes"}]});
    assert_eq!(ask(&woo, 5, yes.clone()).await, result("ignored", "no_consent"), "no key is named");
    rule(&shop, "woocommerce", json!({"consent_key": "_agrees"})).await;
    assert_eq!(ask(&woo, 5, with(yes, json!({"date_modified_gmt": utc(&shop, 1)}))).await, result("planned", ""));
    assert_eq!(ask(&woo, 6, json!({"billing": {"email": "june@example.com"}})).await, result("ignored", "no_consent"));
    assert_eq!(
        rule(&shop, "woocommerce", json!({"consent_key": "", "consent": "any"})).await["consent_key"],
        json!(null)
    );
    for (field, wrong) in [("consent", json!("none")), ("consent_key", json!("x".repeat(256)))] {
        let put = shop.put(format!("{INTEGRATIONS}/shopify"), json!({ field: wrong })).await;
        put.is_error(422, &format!("invalid_{field}"));
    }
}

#[tokio::test]
async fn the_owner_hears_of_each_silence_and_today_has_it_with_calls_that_are_refused() {
    let shop = shop_of_mara().await;
    shop.sets(json!({"owner_email": "owner@example.com"})).await;
    let woo = shop.connect("woocommerce", json!({})).await;
    let notifications = || shop.inbox().iter().filter(|mail| mail.subject.starts_with("No orders from")).count();
    let body = json!({"id": 93, "name": "Mug", "date_modified_gmt": utc(&shop, 0)}).to_string();
    let signature = signed(SECRET, body.as_bytes());
    // There are three calls an hour, day and night.
    let busy = async |days: i64| {
        for _ in 0..24 * days {
            for _ in 0..3 {
                woo.post("product.updated", body.as_bytes(), &signature).await.is(200);
                shop.jump(SECOND * 60);
            }
            shop.advance(HOUR).await;
        }
    };
    busy(8).await;
    let state = async || shop.get(format!("{INTEGRATIONS}/woocommerce")).await.json()["state"].clone();
    assert_eq!((state().await, notifications()), (json!("active"), 0));
    shop.advance(HOUR * 4).await;
    assert_eq!((state().await, notifications()), (json!("active"), 0), "five hours");
    shop.advance(HOUR * 2).await;
    assert_eq!((state().await, notifications()), (json!("silent"), 1));
    let today = Visitor::signed_in(&shop, MARA).await.get("/console/today").await.body;
    today.shows(["WooCommerce has gone quiet", "/console/connections/woocommerce"]);
    shop.advance_days(2).await;
    assert_eq!(notifications(), 1, "it is the same silence");

    busy(1).await;
    woo.sends("order.updated", &json!({"id": false})).await;
    assert_eq!(state().await, json!("active"));
    let mara = Visitor::signed_in(&shop, MARA).await;
    let today = mara.get("/console/today").await.body;
    assert!(today.contains("1 call from WooCommerce was refused") && !today.contains("has gone quiet"), "{today}");
    mara.get("/console/connections/woocommerce").await.shows(["without id, which could not be read"]);
    shop.advance_days(1).await;
    assert_eq!((state().await, notifications()), (json!("silent"), 2), "it is another one");
    shop.advance_days(3).await;
    assert!(!Visitor::signed_in(&shop, MARA).await.get("/console/today").await.body.contains("was refused"));
}
