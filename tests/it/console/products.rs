//! The page of products and locations: it lists the same as the API.

use domain::values::Mode;
use serde_json::json;

use super::{MARA, Visitor, shop};
use crate::support::{Shop, token_of};

const PRODUCTS: &str = "/api/v1/products";

#[tokio::test]
async fn products_are_listed_page_by_page_with_their_reviews() {
    let shop = shop().await;
    let moss = Shop::in_world(shop.world.clone(), "moss", Mode::Live).await;
    for number in 10..40 {
        let product = json!({"title": format!("Mug no. {number}")});
        assert_eq!(shop.call("PUT", format!("{PRODUCTS}/shopify-{number}")).json(&product).send().await.status, 200);
    }
    // Each shop in the tests has two products from the start.
    assert_eq!(moss.get(PRODUCTS).await.json()["products"].as_array().unwrap().len(), 2);
    let first = shop.get(format!("{PRODUCTS}?limit=20")).await.json();
    assert_eq!((first["products"].as_array().unwrap().len(), &first["next_cursor"]), (20, &json!("shopify-29")));
    let rest = shop.get(format!("{PRODUCTS}?limit=20&cursor=shopify-29")).await.json();
    assert_eq!((&rest["products"][0]["title"], &rest["next_cursor"]), (&json!("Mug no. 30"), &json!(null)));
    assert_eq!(rest["products"].as_array().unwrap().len(), 12);
    shop.get(format!("{PRODUCTS}?cursor=a/b")).await.is_error(422, "invalid_cursor");

    for (customer, stars, text) in [("jane", "5", "Heavy."), ("ann", "4", "Call me on 030 1234567.")] {
        let fields = json!({
            "email": format!("{customer}@example.com"), "product_ids": ["shopify-11"], "skip_email": true,
        });
        let (_, hub) = shop.created(fields).await;
        let form = [("token", token_of(&hub)), ("item", "0"), ("rating", stars), ("text", text)];
        assert_eq!(shop.submit("/review/hub/review", &form).await.status, 303);
    }
    let location = json!({"name": "Mill Lane", "display_name": "Fern at the mill"});
    assert_eq!(shop.post("/beacon/locations", location).await.status, 200);

    let mara = Visitor::signed_in(&shop, MARA).await;
    let page = mara.get("/console/products").await.body;
    for shown in [
        "href=\"/console/reviews?product=shopify-11&#38;show=all\"",
        "5.0 out of 5",
        "1 published review",
        "1 waiting",
        "Fern at the mill",
        "Mill Lane · mill-lane",
        "href=\"/console/products?after=shopify-34\"",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    shop.world.aws().take_calls();
    let page = mara.get("/console/products?after=shopify-34").await.body;
    assert!(page.contains("Mug no. 39") && !page.contains("Mug no. 34") && !page.contains("Mill Lane"), "{page}");
    let mut calls: Vec<_> = shop.world.aws().take_calls().into_iter().map(|call| call.operation).collect();
    calls.sort_unstable();
    assert_eq!(calls, ["BatchGetItem", "BatchGetItem", "Query"]);
}
