//! Incentives for a review: the mark comes from the request or the file, and is shown wherever the review is.

use crate::console::{MARA, Visitor, shop};
use crate::importing::{import, reviews};
use crate::orders_in::payloads::{at, woo_order};
use crate::support::*;

async fn newest_is_marked(shop: &Shop) -> bool {
    let newest = shop.get("/api/v1/review-requests").await.json()["requests"][0]["id"].clone();
    shop.get(format!("/api/v1/review-requests/{newest}")).await.json()["incentivized"].as_bool().unwrap()
}

#[tokio::test]
async fn a_review_that_its_author_got_something_for_says_so_wherever_it_is_shown() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    for (email, mark) in [("jane@example.com", json!(true)), ("joe@example.com", Value::Null)] {
        let ask = json!({"email": email, "product_ids": [MUG], "skip_email": true, "incentivized": mark});
        let (_, hub) = shop.created(ask).await;
        shop.review(&hub, 0).await;
        shop.jump(SECOND);
    }
    let refused = json!({"email": "jim@example.com", "incentivized": "yes"});
    shop.post("/api/v1/review-requests/send", &refused).await.is_error(422, "invalid_incentivized");

    let marks = |page: &Value| -> Vec<bool> {
        page["reviews"].list().iter().map(|review| review["incentivized"].as_bool().unwrap()).collect()
    };
    let listed = shop.get("/api/v1/reviews").await.json();
    assert_eq!(marks(&listed), [false, true]);
    let open = async |path: String| shop.reads(path).await;
    assert_eq!(marks(&open(format!("/p/fern/{MUG}.json")).await.json()), [false, true]);
    let page = open(format!("/p/fern/{MUG}.html")).await.body;
    let shown = "<span class=\"afterword-incentivized\">Got something in return</span>";
    assert_eq!(page.matches(shown).count(), 1, "{page}");
    let list = mara.get("/console/reviews?show=all").await.body;
    assert_eq!(list.matches("Got something in return").count(), 1, "{list}");
    let one = mara.get(&format!("/console/reviews/{}", listed["reviews"][1]["id"])).await.body;
    assert_eq!(one.matches("Got something in return").count(), 1, "{one}");
    let csv = shop.get("/api/v1/reviews.csv").await.body;
    let column: Vec<_> = csv.lines().map(|line| line.trim_end().rsplit(',').nth(4).unwrap()).collect();
    assert_eq!(column, ["incentivized", "true", "false"], "{csv}");
}

#[tokio::test]
async fn a_connections_rule_and_a_column_of_a_file_mark_reviews_too() {
    let shop = shop().await;
    let connection = "/api/v1/integrations/woocommerce";
    let woo = shop.connect("woocommerce", json!({"incentivized": true})).await;
    woo.says("order.updated", &woo_order(&at(&shop, 0), json!({}))).await;
    assert!(newest_is_marked(&shop).await);
    let off = shop.put(connection, json!({"incentivized": false})).await;
    assert_eq!(off.json()["incentivized"], json!(false), "{}", off.body);
    shop.put(connection, json!({"incentivized": 1})).await.is_error(422, "invalid_incentivized");
    shop.created(json!({"email": "joe@example.com"})).await;
    assert!(!newest_is_marked(&shop).await);

    let ours = "product_id,rating,created_at,incentivized\r\n7095,5,2026-11-01,true\r\n7096,5,2026-11-02,false\r\n";
    import(&shop, "format=afterword", ours).await;
    let loox = "productId,rating,created_at,incentivized\r\n7097,5,2026-11-03,Yes\r\n7098,5,2026-11-04,\r\n";
    import(&shop, "format=loox", loox).await;
    let marks: Vec<_> = reviews(&shop).await.iter().map(|review| review["incentivized"].clone()).collect();
    assert_eq!(marks, [true, false, true, false].map(Value::from));
}
