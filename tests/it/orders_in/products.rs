//! Products that the shop does not publish, or no longer.

use super::payloads::{at, of, with};
use super::result;
use crate::importing::{import, numbers, reviews};
use crate::support::*;

/// A file with one good review of a product.
fn review_of(product: &str) -> String {
    format!("product_id,rating,body,name,created_at\n{product},5,Warm light.,Jane D.,2025-03-02\n")
}

#[tokio::test]
async fn a_product_that_was_never_published_is_described_nowhere_and_its_imported_reviews_appear_with_it() {
    let draft = json!({"id": 93, "title": "Leak lamp", "handle": "leak-lamp", "status": "draft", "published_at": null, "variants": []});
    for (platform, topic, id, fields) in [
        ("woocommerce", "product", "woo-93", json!({"published": "never"})),
        ("shopify", "products/create", "shopify-93", draft),
    ] {
        let (shop, system) = Shop::connected(platform, json!({})).await;
        let body = of(topic, "", &at(&shop, 0), fields);
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

        let file = review_of(id)
            + &format!("{id},4,Ask jane@example.com.,Jane D.,2025-03-03\n{id},3,Cold.,Jane D.,2025-03-04\n");
        let dry = import(&shop, "format=afterword&dry_run=true", &file).await;
        let done = import(&shop, "format=afterword", &file).await;
        for report in [&dry, &done] {
            let held = ["waiting", "contact_data", "earlier_system"].map(|name| report[name].number());
            assert_eq!((numbers(report), held), ((3, 3, 0), [3, 1, 0]), "{report}");
        }
        // What the shop decides itself stays so.
        let [_, _, withheld] = &reviews(&shop).await[..] else { panic!("three reviews") };
        let reason = json!({"reason": "unrelated"});
        shop.call("PATCH", format!("/api/v1/reviews/{}/reject", withheld["id"])).json(&reason).send().await.is(200);
        let totals = async || {
            shop.jump(MINUTE);
            let trust = shop.reads("/trust/fern.json").await.json();
            ["submitted", "waiting", "published", "withheld"].map(|name| trust["totals"][name].number())
        };
        assert_eq!(totals().await, [2, 1, 0, 1], "what waits for its product counts nowhere");
        // An order does not describe it, either.
        let (of_order, lines) = match platform {
            "shopify" => (
                "orders/updated",
                json!({"line_items": [{"id": 1, "title": "Leak lamp", "product_id": 93, "quantity": 1}]}),
            ),
            _ => ("order", json!({"lines": [{"catalog_item_id": id, "title": "Leak lamp", "unit_price": 300}]})),
        };
        system.says(of_order, &of(of_order, "", &at(&shop, 0), lines)).await;
        shop.jump(MINUTE);
        is_nowhere().await;

        shop.advance_days(1).await;
        let now = match platform {
            "shopify" => json!({"status": "active", "published_at": at(&shop, 0), "updated_at": at(&shop, 0)}),
            _ => json!({"published": "yes"}),
        };
        system.says(topic, &with(body, now)).await;
        shop.jump(MINUTE);
        let page = shop.reads(format!("/p/fern/{id}.json")).await.json();
        assert_eq!((&page["product"]["title"], &page["rating"]["count"]), (&json!("Leak lamp"), &json!(1)), "{page}");
        assert_eq!(totals().await, [3, 1, 1, 1]);
        let shown = reviews(&shop).await;
        let states: Vec<_> = shown.iter().map(|review| review["status"].text()).collect();
        assert_eq!(states, ["approved", "pending", "rejected"]);
        let history = shop.get(format!("/api/v1/reviews/{}/history", shown[0]["id"])).await.json();
        let rules = history["history"].list().iter().map(|line| (line["what"].text(), line["rule"].as_str()));
        assert_eq!(
            rules.collect::<Vec<_>>(),
            [("imported", None), ("held", Some("product_hidden")), ("published", None)]
        );
    }
}

#[tokio::test]
async fn an_import_is_undone_after_its_product_appeared() {
    let shop = Shop::new().await;
    let describe = async |published: &str| {
        let product = json!({"title": "Leak lamp", "published": published});
        shop.put("/api/v1/products/shopify-93", product).await.is(200);
        shop.advance_days(1).await;
        reviews(&shop).await.iter().map(|review| review["status"].text().to_owned()).collect::<Vec<_>>()
    };
    shop.put("/api/v1/products/shopify-93", json!({"title": "Leak lamp", "published": "never"})).await;
    let done = import(&shop, "format=afterword", &review_of("shopify-93")).await;
    assert_eq!(describe("never").await, ["pending"], "a deleted or unchanged product shows nothing");
    assert_eq!(describe("yes").await, ["approved"]);
    assert_eq!(describe("no_longer").await, ["approved"], "what was shown stays");
    shop.post(format!("/api/v1/imports/{}/undo", done["id"].text()), json!({})).await.is(202);
    shop.settle().await;
    assert_eq!(reviews(&shop).await, Vec::<Value>::new());
}

#[tokio::test]
async fn a_product_that_is_published_no_longer_keeps_its_title_and_reviews_without_a_link() {
    let archived = json!({"id": 93, "title": "Leak lamp", "handle": "leak-lamp", "status": "archived"});
    for (platform, topic, id, gone) in [
        ("woocommerce", "product", "woo-93", json!({"published": "no_longer"})),
        ("woocommerce", "product", "woo-93", json!({"published": "never", "title": "Secret plans", "url": null})),
        ("shopify", "products/update", "shopify-93", archived.clone()),
        (
            "shopify",
            "products/update",
            "shopify-93",
            with(archived.clone(), json!({"status": "draft", "published_at": null})),
        ),
        ("shopify", "products/update", "shopify-93", with(archived, json!({"status": "active", "published_at": null}))),
    ] {
        let (shop, mut system) = Shop::connected(platform, json!({})).await;
        system.headers = vec![("x-shopify-shop-domain".to_owned(), "fern.myshopify.com".to_owned())];
        let say = async |fields: &Value| {
            shop.advance_days(1).await;
            let of_shopify = json!({"id": 93, "title": "Leak lamp", "handle": "leak-lamp", "status": "active",
                "published_at": at(&shop, 0), "updated_at": at(&shop, 0), "variants": []});
            let usual = if platform == "shopify" { of_shopify } else { of(topic, "", &at(&shop, 0), json!({})) };
            system.says(topic, &with(usual, fields.clone())).await;
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
