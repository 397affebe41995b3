//! The shop's own domain replaces Shopify's wherever products are linked, and nothing else.

use crate::console::{MARA, Visitor, shop};
use crate::support::*;

const SETTINGS: &str = "/api/v1/settings";
const AT_SHOPIFY: &str = "https://fern.myshopify.com/products/mug?variant=7";
const AT_HOME: &str = "https://fern.example/products/mug?variant=7";

async fn describe(shop: &Shop, product: &str, url: &str) {
    shop.put(format!("/api/v1/products/{product}"), json!({"title": "Stoneware mug", "url": url})).await.is(200);
}

/// Reviews a product, and returns the customer's page.
async fn review(shop: &Shop, product: &str) -> String {
    let (_, hub) = shop.created(json!({"product_ids": [product], "skip_email": true})).await;
    shop.writes(&hub, &[("rating", "4"), ("text", "Lovely."), ("display_name", "")]).await.is(303);
    hub
}

async fn read(shop: &Shop, path: String) -> String {
    shop.call("GET", path).without_key().send().await.is(200).body
}

#[tokio::test]
async fn products_are_linked_at_the_shops_own_domain() {
    let shop = Shop::new().await;
    describe(&shop, MUG, AT_SHOPIFY).await;
    describe(&shop, TRAY, "https://other.example/tray").await;
    let hub = review(&shop, MUG).await;
    review(&shop, TRAY).await;
    let pages = async || {
        let all = read(&shop, "/p/fern/@all.json".to_owned()).await;
        let of_product = [".json", ".html", ".jsonld"].map(|format| read(&shop, format!("/p/fern/{MUG}{format}")));
        let of_product = join_all(of_product).await;
        let of_customer = shop.browse(&hub).await.body;
        of_product.into_iter().chain([all, of_customer]).collect::<Vec<_>>()
    };
    assert!(pages().await.iter().all(|page| page.contains(AT_SHOPIFY)), "nothing replaces it yet");
    shop.sets(json!({"storefront_url": "https://fern.example"})).await;
    // Caches may keep a page for a minute.
    shop.jump(MINUTE);
    for page in pages().await {
        assert!(page.contains(AT_HOME) && !page.contains("myshopify.com"), "{page}");
    }
    assert!(read(&shop, "/p/fern/@all.json".to_owned()).await.contains("https://other.example/tray"));
    let stored = shop.get(format!("/api/v1/products/{MUG}")).await.json();
    assert_eq!(stored["url"], AT_SHOPIFY, "the API shows what it was given");
}

#[tokio::test]
async fn own_words_may_name_the_shops_domain() {
    let shop = Shop::new().await;
    shop.put(SETTINGS, json!({"shop_name": "Fern.shop"})).await.is_error(422, "invalid_shop_name");
    shop.sets(json!({"shop_name": "Fern.shop", "storefront_url": "https://fern.shop"})).await;
}

#[tokio::test]
async fn today_says_when_products_are_linked_at_shopify() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let said = "Products are linked at myshopify.com";
    describe(&shop, MUG, "https://fern.example/mug").await;
    review(&shop, MUG).await;
    assert!(!mara.get("/console/today").await.body.contains(said));
    describe(&shop, MUG, AT_SHOPIFY).await;
    shop.aws().take_calls();
    mara.get("/console/today").await.shows([said, "href=\"/console/settings#contact\""]);
    let calls = shop.aws().take_calls().len();
    mara.post("/console/settings/contact", &[("storefront_url", "https://fern.example/")]).await.is(303);
    assert_eq!(shop.get(SETTINGS).await.json()["storefront_url"], "https://fern.example");
    mara.get("/console/today").await;
    shop.aws().take_calls();
    mara.get("/console/today").await.lacks([said]);
    assert_eq!(shop.aws().take_calls().len(), calls, "looking at the addresses takes no call");
    let refused = mara.post("/console/settings/contact", &[("storefront_url", "https://fern.myshopify.com")]).await;
    assert!(refused.status == 422 && refused.body.contains("not at myshopify.com"), "{}", refused.body);
}
