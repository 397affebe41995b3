//! What nobody is asked about, and products that the shop does not publish.

use super::payloads::{at, order, shipment, with, woo_order};
use super::{INTEGRATIONS, SECRET, System, result, signed};
use crate::console::{MARA, Visitor, shop as shop_of_mara};
use crate::importing::{import, numbers, reviews};
use crate::support::*;

const WALNUT: &str = "shopify-8391";

fn line(id: u64, sku: &str, fields: Value) -> Value {
    let line = json!({"id": id, "product_id": 8380 + id, "title": sku, "sku": sku, "quantity": 1, "current_quantity": 1,
        "price": "9.00", "requires_shipping": true});
    with(line, fields)
}

/// A board, the insurance of its parcel, and a sample.
fn lines() -> Vec<Value> {
    let insurance = json!({"requires_shipping": false, "title": "Shipping protection"});
    vec![line(11, "WB", json!({})), line(12, "PROTECT-15", insurance), line(13, "SAMPLE", json!({}))]
}

fn shipped(shop: &Shop, number: u64, lines: &[Value], fulfillments: Value) -> Value {
    let of_order = json!({"id": number, "name": format!("#{number}"), "email": format!("jane{number}@example.com")});
    let of_lines = json!({"line_items": lines, "fulfillments": fulfillments, "fulfillment_status": "partial"});
    with(order(&at(shop, 0), of_order), of_lines)
}

/// A fulfillment that left and arrived just now.
fn arrived(shop: &Shop, id: u64, lines: &[u64]) -> Value {
    let fields = json!({"id": id, "shipment_status": "delivered",
        "line_items": lines.iter().map(|line| json!({"id": line, "quantity": 1})).collect::<Value>()});
    shipment(&at(shop, 0), &at(shop, 0), fields)
}

async fn asked(shop: &Shop) -> Value {
    shop.requests().await.first().map_or(Value::Null, |request| request["product_ids"].clone())
}

/// Requests of the same millisecond are in any order.
async fn later(shop: &Shop) {
    shop.advance(SignedDuration::from_millis(1)).await;
}

async fn put(shop: &Shop, path: &str, body: Value) -> Value {
    shop.put(path, &body).await.is(200).json()
}

#[tokio::test]
async fn what_needs_no_shipping_neither_delays_the_request_nor_is_asked_about() {
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
    let insurance = |id, status: Value| with(arrived(&shop, id, &[12]), json!({ "shipment_status": status }));
    for (number, fulfillments) in [
        (1, json!([arrived(&shop, 1, &[11, 13])])),
        (2, json!([arrived(&shop, 2, &[11, 12, 13])])),
        (3, json!([arrived(&shop, 3, &[11, 13]), insurance(4, Value::Null)])),
    ] {
        shopify.says("orders/updated", &shipped(&shop, number, &lines(), fulfillments)).await;
        assert_eq!(asked(&shop).await, json!([WALNUT, "shopify-8393"]), "{number}");
    }
    // The insurance is fulfilled at once, long before the board leaves.
    shopify.says("orders/updated", &shipped(&shop, 4, &lines(), json!([insurance(5, json!("delivered"))]))).await;
    assert_eq!(shopify.last().await, result("ignored", "not_shipped"));
    // There is nothing else in the order, or nothing else is left of it.
    let voucher = vec![line(14, "VOUCHER", json!({"requires_shipping": false}))];
    shopify.says("orders/updated", &shipped(&shop, 5, &voucher, json!([arrived(&shop, 6, &[14])]))).await;
    assert_eq!(asked(&shop).await, json!(["shopify-8394"]));
    let [board, insured, _] = lines().try_into().unwrap();
    let returned = vec![with(board, json!({"current_quantity": 0})), insured];
    shopify.says("orders/updated", &shipped(&shop, 6, &returned, json!([arrived(&shop, 7, &[11, 12])]))).await;
    assert_eq!(shopify.last().await, result("ignored", "refunded"));

    shop.advance_days(7).await;
    let mut written_to = shop.written_to();
    written_to.sort();
    assert_eq!(written_to, ["jane1@example.com", "jane2@example.com", "jane3@example.com", "jane5@example.com"]);
}

#[tokio::test]
async fn excluded_products_are_not_asked_about_by_id_sku_type_and_tag() {
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
    let sample = json!({"id": 8393, "title": "Sample", "updated_at": at(&shop, 0), "product_type": "Give-away",
        "tags": "new, Free Sample", "variants": []});
    shopify.says("products/update", &sample).await;
    let whole = |shop: &Shop, number| shipped(shop, number, &lines(), json!([arrived(shop, number, &[11, 12, 13])]));
    let names = ["8393", "shopify-8393", "sample", " Give-Away ", "free sample"];
    for (number, name) in (1..).zip(names) {
        let rules = put(&shop, &format!("{INTEGRATIONS}/shopify"), json!({"products_excluded": [name, "8399"]})).await;
        assert_eq!(rules["products_excluded"], json!([name.trim().to_lowercase(), "8399"]));
        shopify.says("orders/updated", &whole(&shop, number)).await;
        assert_eq!((shopify.last().await, asked(&shop).await), (result("planned", ""), json!([WALNUT])), "{name}");
    }
    // An excluded line that never ships does not delay the request.
    shopify.says("orders/updated", &shipped(&shop, 8, &lines(), json!([arrived(&shop, 8, &[11])]))).await;
    shop.advance_days(7).await;
    assert_eq!(shop.written_to().len(), names.len() + 1);

    shopify.says("orders/updated", &whole(&shop, 9)).await;
    put(&shop, &format!("{INTEGRATIONS}/shopify"), json!({"products_excluded": ["free sample", "WB"]})).await;
    shopify.says("orders/updated", &with(whole(&shop, 9), json!({"updated_at": at(&shop, 1)}))).await;
    assert_eq!(shopify.last().await, result("stopped", "excluded_product"));
    shopify.says("orders/updated", &whole(&shop, 10)).await;
    assert_eq!(shopify.last().await, result("ignored", "excluded_product"));

    put(&shop, &format!("{INTEGRATIONS}/shopify"), json!({"products_excluded": vec!["a"; 200]})).await;
}

#[tokio::test]
async fn nobody_is_asked_about_a_product_without_ask_whichever_way_the_order_comes() {
    let shop = shop_of_mara().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    for (id, title) in [("shopify-8393", "Sample"), ("woo-93", "Mug"), ("woo-94", "Bowl"), ("plate", "Plate")] {
        put(&shop, &format!("/api/v1/products/{id}"), json!({"title": title, "ask": id == "woo-94"})).await;
    }
    let shopify = shop.connect("shopify", json!({})).await;
    shopify.says("orders/updated", &shipped(&shop, 1, &lines(), json!([arrived(&shop, 1, &[11, 12, 13])]))).await;
    assert_eq!(asked(&shop).await, json!([WALNUT]));
    let woo = shop.connect("woocommerce", json!({})).await;
    woo.says("order.updated", &woo_order(&at(&shop, 0), json!({}))).await;
    assert_eq!(woo.last().await, result("ignored", "excluded_product"));

    let placed = |ids: &[&str]| {
        let line = |id: &&str| json!({"catalog_item_id": id, "title": "A thing", "unit_price": 1});
        json!({"status": "delivered", "currency": "EUR", "lines": ids.iter().map(line).collect::<Value>()})
    };
    for (order, ids, left) in [("A", &["woo-93", "woo-94"][..], json!(["woo-94"])), ("B", &["woo-93"], json!([]))] {
        put(&shop, &format!("/api/v1/orders/{order}"), placed(ids)).await;
        later(&shop).await;
        shop.created(json!({"order_id": order, "skip_email": true})).await;
        assert_eq!(asked(&shop).await, left, "{order}");
    }
    let wix = "6f4770fc-b8ee-4bf2-9977-d048a7f27987";
    put(&shop, &format!("/api/v1/orders/{wix}"), placed(&["plate", "cup", "woo-93"])).await;
    let request = json!({"reviewRequest": {"communicationChannel": "EMAIL", "order": {"id": wix}}});
    let reply = shop.post("/reviews/v2/review-requests", request.clone()).await;
    assert_eq!(reply.json()["reviewRequest"]["items"].list().len(), 1, "{}", reply.body);
    assert_eq!(reply.json()["reviewRequest"]["items"][0]["catalogItemId"], "cup");
    put(&shop, &format!("/api/v1/orders/{wix}"), placed(&["plate"])).await;
    shop.post("/reviews/v2/review-requests", request).await.is(428).shows(["ORDER_IS_EMPTY"]);
    let rows = "email,order,products\njo@example.com,51,woo-93\njill@example.com,52,woo-93|woo-94\n";
    let page = mara.post("/console/requests/earlier", &[("rows", rows), ("days", "7")]).await.body;
    let says = |text: &str| assert!(page.contains(text), "{text}: {page}");
    says("1 order would be asked about.");
    says("1 line has only products that nobody is asked about.");
    later(&shop).await;
    mara.post("/console/requests/earlier/ask", &[("rows", rows), ("days", "7"), ("number", "1")]).await.is(303);
    assert_eq!(asked(&shop).await, json!(["woo-94"]));

    // A call that names the product asks about it.
    later(&shop).await;
    shop.created(json!({"order_id": "C", "skip_email": true, "product_ids": ["woo-93"]})).await;
    assert_eq!(asked(&shop).await, json!(["woo-93"]));
}

/// WooCommerce's product 93, published.
fn woo_product(modified: &str, fields: Value) -> Value {
    let product = json!({"id": 93, "name": "Leak lamp", "slug": "leak-lamp", "permalink": "https://shop.example/product/leak-lamp/",
        "date_modified_gmt": modified.trim_end_matches('Z'), "type": "simple", "status": "publish", "catalog_visibility": "visible",
        "sku": "", "reviews_allowed": true, "categories": [], "tags": [], "images": [], "brands": [], "post_password": ""});
    with(product, fields)
}

#[tokio::test]
async fn woocommerces_products_without_reviews_are_not_asked_about_unless_the_shop_says_so() {
    let shop = shop_of_mara().await;
    let woo = shop.connect("woocommerce", json!({})).await;
    let path = "/api/v1/products/woo-93";
    let says = async |is_allowed: bool| {
        shop.advance_days(1).await;
        woo.says("product.updated", &woo_product(&at(&shop, 0), json!({"reviews_allowed": is_allowed}))).await;
        assert_eq!(woo.last().await, result("ignored", "product_stored"));
        shop.get(path).await.json()["ask"].clone()
    };
    let order = async |number: u64| {
        let fields = json!({"id": number, "number": number.to_string(), "billing": {"email": format!("jo{number}@example.com")}});
        woo.says("order.updated", &woo_order(&at(&shop, 0), fields)).await;
        woo.last().await
    };
    assert_eq!((says(false).await, order(1).await), (json!(false), result("ignored", "excluded_product")));
    assert_eq!((says(true).await, order(2).await), (json!(true), result("planned", "")));
    // The merchant's own choice stays, whatever WooCommerce says later.
    for (number, ask, outcome) in [(3, true, result("planned", "")), (5, false, result("ignored", "excluded_product"))]
    {
        let ticked: &[(&str, &str)] = if ask { &[("ask", "on")] } else { &[] };
        let mara = Visitor::signed_in(&shop, MARA).await;
        mara.post("/console/products/woo-93/ask", ticked).await.leads("/console/products/woo-93");
        for is_allowed in [false, true] {
            let number = number + u64::from(is_allowed);
            assert_eq!((says(is_allowed).await, order(number).await), (json!(ask), outcome.clone()), "{number}");
        }
    }
}

/// A product that is not published, in the words of its system.
fn unpublished(shop: &Shop) -> [(&'static str, &'static str, &'static str, Value); 5] {
    let woo = |fields| woo_product(&at(shop, 0), fields);
    let draft = json!({"id": 93, "title": "Leak lamp", "handle": "leak-lamp", "status": "draft", "published_at": null,
        "updated_at": at(shop, 0), "variants": []});
    [
        (
            "woocommerce",
            "product.created",
            "woo-93",
            woo(json!({"status": "draft", "permalink": "https://shop.example/?p=93"})),
        ),
        ("woocommerce", "product.updated", "woo-93", woo(json!({"status": "private"}))),
        ("woocommerce", "product.updated", "woo-93", woo(json!({"status": "pending"}))),
        ("woocommerce", "product.updated", "woo-93", woo(json!({"post_password": "secret"}))),
        ("shopify", "products/create", "shopify-93", draft),
    ]
}

/// Makes a call of either system, with Shopify's name of the shop.
pub(super) async fn describes(System { shop, path, .. }: &System, topic: &str, product: &Value) {
    let body = product.to_string();
    let mut call = shop.call("POST", path).without_key().header("x-shopify-shop-domain", "fern.myshopify.com");
    for system in ["x-wc-webhook-", "x-shopify-"] {
        call = call.header(&format!("{system}topic"), topic);
    }
    let signature = signed(SECRET, body.as_bytes());
    let call = call.header("x-wc-webhook-signature", &signature).header("x-shopify-hmac-sha256", &signature);
    call.body(body).send().await.is(200);
    shop.settle().await;
}

/// A file with one good review of a product.
fn review_of(product: &str) -> String {
    format!("product_id,rating,body,name,created_at\n{product},5,Warm light.,Jane D.,2025-03-02\n")
}

#[tokio::test]
async fn a_product_that_was_never_published_is_described_nowhere_and_its_imported_reviews_are_withheld() {
    for number in 0..5 {
        let shop = Shop::new().await;
        let (platform, topic, id, body) = unpublished(&shop)[number].clone();
        let system = shop.connect(platform, json!({})).await;
        system.says(topic, &body).await;
        assert_eq!(system.last().await, result("ignored", "product_stored"));
        let is_nowhere = async || {
            for path in [format!("/p/fern/{id}.html"), format!("/p/fern/{id}.json"), format!("/review/write/fern/{id}")]
            {
                assert_eq!(shop.reads(&path).await.status, 404, "{path}");
            }
            shop.get(format!("/api/v1/products/{id}")).await.is_error(404, "not_found");
            for path in ["/api/v1/products", "/p/fern/@all.json", "/p/fern/@all.html"] {
                let list = shop.get(path).await;
                assert!(list.status == 200 && !list.body.contains("Leak lamp"), "{path}: {}", list.body);
            }
        };
        is_nowhere().await;

        let dry = import(&shop, "format=afterword&dry_run=true", &review_of(id)).await;
        let done = import(&shop, "format=afterword", &review_of(id)).await;
        for report in [&dry, &done] {
            assert_eq!((numbers(report), &report["earlier_system"]), ((1, 1, 0), &json!(1)), "{report}");
        }
        // An order does not describe it, either.
        let line =
            json!({"id": 1, "name": "Leak lamp", "title": "Leak lamp", "product_id": 93, "quantity": 1, "price": "3"});
        let orders = json!({"line_items": [line]});
        match platform {
            "shopify" => system.says("orders/updated", &order(&at(&shop, 0), orders)).await,
            _ => system.says("order.updated", &woo_order(&at(&shop, 0), orders)).await,
        }
        shop.jump(MINUTE);
        is_nowhere().await;

        shop.advance_days(1).await;
        let now = json!({"status": if platform == "shopify" { "active" } else { "publish" }, "post_password": "",
            "published_at": at(&shop, 0), "updated_at": at(&shop, 0), "date_modified_gmt": at(&shop, 0).trim_end_matches('Z')});
        system.says(topic, &with(body, now)).await;
        let page = shop.reads(format!("/p/fern/{id}.json")).await.json();
        assert_eq!((&page["product"]["title"], &page["rating"]["count"]), (&json!("Leak lamp"), &json!(0)), "{page}");
        let review = reviews(&shop).await.remove(0);
        assert_eq!(review["status"], "rejected", "{review}");
        shop.call("PATCH", format!("/api/v1/reviews/{}/approve", review["id"])).send().await.is(200);
        shop.jump(MINUTE);
        let page = shop.reads(format!("/p/fern/{id}.json")).await.json();
        assert_eq!(page["rating"]["count"], 1, "{page}");
    }
}

#[tokio::test]
async fn a_list_of_products_ends_only_after_the_last_even_if_many_are_hidden() {
    let (shop, woo) = Shop::connected("woocommerce", json!({})).await;
    for number in 10..16 {
        let status = if number % 3 == 1 { "publish" } else { "draft" };
        let fields = json!({"id": number, "name": format!("Lamp {number}"), "status": status});
        woo.says("product.updated", &woo_product(&at(&shop, 0), fields)).await;
    }
    let (mut listed, mut cursor) = (Vec::new(), "a".to_owned());
    loop {
        let page = shop.get(format!("/api/v1/products?limit=1&cursor={cursor}")).await.json();
        listed.extend(page["products"].list().iter().map(|product| product["id"].clone()));
        match page["next_cursor"].as_str() {
            Some(next) => next.clone_into(&mut cursor),
            None => break,
        }
    }
    let of_woo: Vec<_> = listed.iter().filter_map(Value::as_str).filter(|id| id.starts_with("woo")).collect();
    assert_eq!(of_woo, ["woo-10", "woo-13"], "{listed:?}");
}

#[tokio::test]
async fn a_product_that_is_published_no_longer_keeps_its_title_and_reviews_without_a_link() {
    let archived = json!({"id": 93, "title": "Leak lamp", "handle": "leak-lamp", "status": "archived"});
    for (platform, topic, id, gone) in [
        ("woocommerce", "product.updated", "woo-93", json!({"status": "private"})),
        (
            "woocommerce",
            "product.updated",
            "woo-93",
            json!({"status": "draft", "name": "Secret plans", "permalink": ""}),
        ),
        ("shopify", "products/update", "shopify-93", archived.clone()),
        (
            "shopify",
            "products/update",
            "shopify-93",
            with(archived.clone(), json!({"status": "draft", "published_at": null})),
        ),
        ("shopify", "products/update", "shopify-93", with(archived, json!({"status": "active", "published_at": null}))),
    ] {
        let (shop, system) = Shop::connected(platform, json!({})).await;
        let say = async |fields: &Value| {
            shop.advance_days(1).await;
            let status = if platform == "shopify" { "active" } else { "publish" };
            let of_shopify = json!({"title": "Leak lamp", "handle": "leak-lamp", "status": status, "published_at": at(&shop, 0),
                "updated_at": at(&shop, 0), "variants": []});
            describes(&system, topic, &with(woo_product(&at(&shop, 0), of_shopify), fields.clone())).await;
            shop.jump(MINUTE);
            let json = shop.reads(format!("/p/fern/{id}.json")).await.json();
            let html =
                shop.call("GET", format!("/p/fern/{id}.html")).without_key().header("sec-fetch-dest", "document");
            let html = html.send().await.body;
            (json["product"].clone(), html.contains("leak-lamp"), json["rating"]["count"].clone())
        };
        let url = say(&json!({})).await.0["url"].clone();
        assert!(url.text().contains("leak-lamp"), "{url}");
        import(&shop, "format=afterword", &review_of(id)).await;
        assert_eq!(say(&gone).await, (json!({"id": id, "title": "Leak lamp", "url": null}), false, json!(1)), "{gone}");
        assert_eq!(shop.get(format!("/api/v1/products/{id}")).await.json()["url"], json!(null));
        // Files still find it by the address that it had, and their reviews are public.
        let more = "productId,handle,rating,body,dateCreated\n,leak-lamp,4,Still fine.,2025-03-03\n";
        assert_eq!(numbers(&import(&shop, "format=okendo", more).await), (1, 1, 0));
        let (product, is_linked, count) = say(&json!({})).await;
        assert_eq!((&product["url"], is_linked, count), (&url, true, json!(2)));
    }
}

#[tokio::test]
async fn a_product_that_only_an_order_named_is_hidden_unless_it_has_public_reviews() {
    for is_reviewed in [false, true] {
        let (shop, woo) = Shop::connected("woocommerce", json!({})).await;
        woo.says("order.updated", &woo_order(&at(&shop, 0), json!({}))).await;
        if is_reviewed {
            import(&shop, "format=afterword", &review_of("woo-93")).await;
        }
        woo.says("product.updated", &woo_product(&at(&shop, 0), json!({"status": "private"}))).await;
        let page = shop.reads("/p/fern/woo-93.json").await;
        if is_reviewed {
            assert_eq!(page.json()["product"], json!({"id": "woo-93", "title": "Stoneware mug", "url": null}));
        } else {
            assert_eq!(page.status, 404, "{}", page.body);
        }
    }
}
