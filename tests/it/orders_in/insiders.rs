//! People who work for the shop: their reviews say so and are never verified, and only a call can ask them.

use super::payloads::{at, woo_order};
use crate::console::{MARA, Visitor, member, shop};
use crate::importing::import;
use crate::support::*;

const OWNER: &str = "owner@fernandoak.example";

/// A review by this person, of an order that the shop knows, as the API shows it to the shop.
async fn reviewed(shop: &Shop, email: &str, order: &str) -> Value {
    let lines = json!([{"catalog_item_id": MUG, "title": "Mug", "unit_price": 4900}]);
    let bought = json!({"status": "delivered", "currency": "EUR", "buyer": {"email": email}, "lines": lines});
    let put = shop.put(format!("/api/v1/orders/{order}"), &bought).await;
    assert!(put.status.is_success(), "{}", put.body);
    let ask = json!({"email": email, "order_id": order, "product_ids": [MUG], "skip_email": true});
    let (_, hub) = shop.created(ask).await;
    shop.review(&hub, 0).await;
    shop.jump(SECOND);
    let newest = shop.get("/api/v1/reviews?limit=1").await.json();
    newest["reviews"][0].clone()
}

fn label(review: &Value) -> (&str, bool, bool) {
    let flag = |name: &str| review[name].as_bool().unwrap();
    (review["verification"].text(), flag("is_verified_buyer"), flag("works_for_shop"))
}

#[tokio::test]
async fn an_insiders_review_is_labelled_wherever_it_is_shown_and_never_verified() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    shop.sets(json!({"owner_email": OWNER})).await;
    // An invited person does not work for the shop yet.
    member(&shop, "ann@example.com", "reader").await;

    assert_eq!(label(&reviewed(&shop, "ann@example.com", "1").await), ("order", true, false));
    assert_eq!(label(&reviewed(&shop, &OWNER.to_uppercase(), "2").await), ("none", false, true));
    let of_member = reviewed(&shop, MARA, "3").await;
    assert_eq!(label(&of_member), ("none", false, true));

    let open = async |path: String| shop.reads(path).await;
    let page = open(format!("/p/fern/{MUG}.json")).await.json();
    let public: Vec<_> = page["reviews"].list().iter().map(|row| (&row["verified"], &row["works_for_shop"])).collect();
    assert_eq!(public, [(&json!(false), &json!(true)), (&json!(false), &json!(true)), (&json!(true), &json!(false))]);
    let page = open(format!("/p/fern/{MUG}.html")).await.body;
    assert_eq!(page.matches("<span class=\"afterword-works-for-shop\">Works for the shop</span>").count(), 2, "{page}");
    assert_eq!(page.matches("afterword-verified").count(), 1, "{page}");
    let list = mara.get("/console/reviews?show=all").await.body;
    assert_eq!(list.matches("Works for the shop").count(), 2, "{list}");
    let one = mara.get(&format!("/console/reviews/{}", of_member["id"])).await.body;
    assert!(one.contains("Works for the shop") && !one.contains("Verified purchase"), "{one}");
    let csv = shop.get("/api/v1/reviews.csv").await.body;
    let labels: Vec<_> = csv.lines().map(|line| line.trim_end().rsplit(',').nth(6).unwrap()).collect();
    assert_eq!(labels, ["works_for_shop", "false", "true", "true"], "{csv}");
    // In those dialects, reviews have no field for it.
    let wix = shop.get(format!("/reviews/v1/reviews/{}", of_member["uuid"].text())).await.json();
    assert_eq!(wix["review"]["verified"], json!(false), "{wix}");

    let csv = format!(
        "product_id,rating,title,body,reviewer_name,reviewer_email,review_date\r\n7095,5,,Ours.,Mara,{MARA},2026-11-01 10:00:00 UTC\r\n"
    );
    import(&shop, "format=judgeme&platform=shopify", &csv).await;
    let all = crate::importing::reviews(&shop).await;
    assert_eq!((&all[0]["content"], &all[0]["works_for_shop"]), (&json!("Ours."), &json!(true)));
}

#[tokio::test]
async fn orders_in_and_earlier_orders_ask_no_insider_and_a_call_does() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let woo = shop.connect("woocommerce", json!({})).await;
    let billing = |email: &str| json!({"billing": {"first_name": "Mara", "email": email, "country": "DE"}});
    woo.says("order.updated", &woo_order(&at(&shop, 0), billing(MARA))).await;
    assert_eq!(woo.last().await, ("ignored".to_owned(), "works_for_shop".to_owned()));
    mara.get("/console/connections/woocommerce").await.shows(["works for you"]);

    let rows = format!("Email;Order number\r\n{MARA};71\r\njane@example.com;72\r\n");
    let tried = mara.post("/console/requests/earlier", &[("rows", &rows), ("days", "7")]).await;
    tried.shows(["1 line is for a person who works for you."]);
    mara.post("/console/requests/earlier/ask", &[("rows", &rows), ("days", "7"), ("number", "1")]).await;
    shop.advance_days(8).await;
    assert_eq!(
        shop.inbox().iter().filter(|mail| mail.subject.starts_with("How")).map(|mail| &*mail.to).collect::<Vec<_>>(),
        ["jane@example.com"]
    );

    shop.sent(json!({"email": MARA, "order_id": "73", "delay_days": 0})).await;
    assert_eq!(shop.inbox().last().unwrap().to, MARA);
}
