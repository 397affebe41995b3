//! An import makes no noise: endpoints hear of it only if they want to, nobody is told what it brought, and who reviewed a
//! product elsewhere is not asked about it again.

use super::{import, numbers};
use crate::orders_in::payloads::{at, woo_order};
use crate::support::*;
use crate::webhooks::receiver::Receiver;

const HEAD: &str = "title,body,rating,review_date,curated,reviewer_name,reviewer_email,product_id\n";

#[tokio::test]
async fn an_order_in_the_shops_own_system_asks_nobody_about_a_product_that_they_reviewed_elsewhere() {
    let (shop, woo) = Shop::connected("woocommerce", json!({})).await;
    let csv = format!("{HEAD},Fine.,4,2025-03-02,ok,Jane,Jane@example.com,93\n");
    assert_eq!(numbers(&import(&shop, "format=judgeme&platform=woocommerce", &csv).await), (1, 1, 0));
    woo.says("order.updated", &woo_order(&at(&shop, 0), json!({}))).await;
    let calls = shop.get("/api/v1/integrations/woocommerce/deliveries").await.json();
    let last = &calls["deliveries"][0];
    assert_eq!((&last["result"], &last["reason"]), (&json!("ignored"), &json!("asked_before")), "{calls}");
    let line = |product: u64| json!({"id": product, "name": "Ware", "product_id": product, "quantity": 1, "price": 24});
    let both = json!({"id": 800, "number": "800", "line_items": [line(93), line(95)]});
    woo.says("order.updated", &woo_order(&at(&shop, 0), both)).await;
    let requests = shop.get("/api/v1/review-requests").await.json();
    assert_eq!(requests["requests"][0]["product_ids"], json!(["woo-95"]), "{requests}");
    shop.advance_days(8).await;
    assert_eq!(shop.inbox().len(), 1, "about the second product alone");
}

#[tokio::test]
async fn endpoints_hear_of_an_import_only_if_they_want_to() {
    let shop = Shop::new().await;
    let (quiet, curious) = (Receiver::new().await, Receiver::new().await);
    let off = shop.hook(&quiet, json!({})).await;
    shop.hook(&curious, json!({"include_imports": true})).await;
    for bad in [json!("yes"), json!(1)] {
        let refused = shop.post("/api/v1/webhooks", json!({"url": quiet.url, "include_imports": bad})).await;
        refused.is_error(422, "invalid_include_imports");
    }
    let csv = format!(
        "{HEAD},Fine.,4,2025-03-02,ok,Ada,ada@example.com,{MUG}\n,Bad.,1,2025-03-02,spam,Bob,bob@example.com,{MUG}\n"
    );
    let done = import(&shop, "format=judgeme&platform=shopify", &csv).await;
    shop.settle().await;
    assert_eq!(quiet.calls().len(), 0);
    let heard: Vec<_> = curious.calls().iter().map(|call| call.json()).collect();
    let mut kinds: Vec<_> = heard.iter().map(|call| call["type"].text()).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, ["review.published", "review.withheld"]);
    assert!(heard.iter().all(|call| call["data"]["origin"] == "import"), "{heard:?}");
    // What the shop decides afterwards is news.
    let withheld = shop.get("/api/v1/reviews?status=rejected").await.json()["reviews"][0]["id"].clone();
    shop.call("PATCH", format!("/api/v1/reviews/{withheld}/approve")).send().await.is(200);
    shop.settle().await;
    let [told] = &quiet.calls()[..] else { panic!("{:?}", quiet.taken()) };
    assert_eq!((&told.json()["type"], &told.json()["data"]["origin"]), (&json!("review.published"), &Value::Null));
    let path = format!("/api/v1/imports/{}/undo", done["id"].text());
    shop.call("POST", path).send().await.is_error(409, "import_touched");
    assert_eq!(shop.get(off.path()).await.json()["include_imports"], false);
    let on = shop.patch(off.path(), json!({"include_imports": true})).await;
    assert_eq!(on.json()["include_imports"], true, "{}", on.body);
}

#[tokio::test]
async fn nobody_is_told_that_old_reviews_are_withheld_or_wait() {
    let shop = Shop::new().await;
    crate::console::member(&shop, crate::console::MARA, "owner").await;
    let mara = crate::console::Visitor::signed_in(&shop, crate::console::MARA).await;
    assert_eq!(mara.post("/console/more/told", &[("told", "at_once")]).await.header("location"), "/console/more");
    let before = shop.inbox().len();
    let csv = format!(
        "{HEAD},Bad.,1,2025-03-02,spam,Bob,bob@example.com,{MUG}\n,Write to eve@example.com.,1,2025-03-02,ok,Eve,,{MUG}\n"
    );
    has(&import(&shop, "format=judgeme&platform=shopify", &csv).await, json!({"waiting": 1, "earlier_system": 1}));
    shop.advance_days(9).await;
    let letters: Vec<_> = shop.inbox()[before..].iter().map(|mail| mail.subject.clone()).collect();
    assert_eq!(letters, [""; 0]);
}
