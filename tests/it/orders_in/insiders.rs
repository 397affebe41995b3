//! People who work for the shop: their reviews are withheld and count nowhere, and only a call can ask them.

use super::payloads::{at, woo_order};
use crate::console::{MARA, Visitor, member, shop};
use crate::importing::import;
use crate::support::*;

const OWNER: &str = "owner@fernandoak.example";

/// A review of the mug by this person, with its link.
async fn written(shop: &Shop, email: &str) -> (Value, String) {
    let (_, hub) = shop.created(json!({"email": email, "product_ids": [MUG], "skip_email": true})).await;
    shop.writes(&hub, &[("rating", "5"), ("text", "Ours is best."), ("display_name", "")]).await.is(303);
    shop.jump(SECOND);
    (shop.newest_review().await, hub)
}

/// The newest entry of a review's history: what happened, and by which rule.
async fn last(shop: &Shop, review: &Value) -> (String, Value) {
    let history = shop.get(format!("/api/v1/reviews/{}/history", review["id"])).await.json();
    let entry = history["history"].list().last().unwrap().clone();
    (entry["what"].owned(), entry["rule"].clone())
}

#[tokio::test]
async fn an_insiders_review_is_withheld_and_nobody_can_publish_it() {
    let shop = shop().await;
    shop.sets(json!({"owner_email": OWNER})).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    // An invited person does not work for the shop yet, and another mailbox is another person's.
    member(&shop, "ann@example.com", "reader").await;
    for other in ["ann@example.com", "o.wner@fernandoak.example"] {
        assert_eq!(written(&shop, other).await.0["state"], "published", "{other}");
    }
    for own in ["OWNER@fernandoak.example", "owner+1@fernandoak.example", MARA] {
        let (review, hub) = written(&shop, own).await;
        assert_eq!((&review["state"], &review["reason"]), (&json!("withheld"), &Value::Null), "{own}");
        assert_eq!(last(&shop, &review).await, ("withheld".to_owned(), json!("insider")));
        shop.browse(&hub).await.shows(["so your review is not shown."]);
        let path = format!("/api/v1/reviews/{}", review["id"]);
        shop.patch(format!("{path}/approve"), &json!({})).await.is_error(409, "of_insider");
        shop.patch(format!("{path}/reject"), &json!({"reason": "fake"})).await.is(200);
        assert_eq!(shop.get(&path).await.json()["reason"], Value::Null, "nothing was decided");
        let page = mara.get(&format!("/console/reviews/{}", review["id"])).await;
        page.shows(["Withheld: The author works for the shop"]);
        assert!(!page.body.contains("/publish\""), "{}", page.body);
    }
    let row = format!("7095,5,,Ours.,Mara,{MARA},2026-11-01 10:00:00 UTC");
    let csv = format!("product_id,rating,title,body,reviewer_name,reviewer_email,review_date\r\n{row}\r\n");
    import(&shop, "format=judgeme&platform=shopify", &csv).await;
    let imported = crate::importing::reviews(&shop).await.remove(0);
    assert_eq!((&imported["content"], &imported["state"]), (&json!("Ours."), &json!("withheld")));
}

#[tokio::test]
async fn who_joins_later_loses_only_a_review_that_they_edit() {
    let shop = shop().await;
    let (review, hub) = written(&shop, OWNER).await;
    shop.sets(json!({"owner_email": OWNER})).await;
    let state = async || shop.get(format!("/api/v1/reviews/{}", review["id"])).await.json()["state"].clone();
    assert_eq!(state().await, "published");
    shop.writes(&hub, &[("rating", "4"), ("text", "Ours is good."), ("display_name", "")]).await.is(303);
    assert_eq!(state().await, "withheld");
    assert_eq!(last(&shop, &review).await, ("withheld".to_owned(), json!("insider")));
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

#[tokio::test]
async fn an_insiders_review_counts_nowhere_and_a_rewarded_one_as_any_other() {
    let shop = shop().await;
    shop.sets(json!({"owner_email": OWNER})).await;
    written(&shop, OWNER).await;
    let ask = json!({"email": "ann@example.com", "product_ids": [MUG], "skip_email": true, "incentivized": true});
    let (_, hub) = shop.created(ask).await;
    shop.writes(&hub, &[("rating", "2"), ("text", "It broke."), ("display_name", "")]).await.is(303);
    for list in ["@all", MUG] {
        let page = shop.reads(format!("/p/fern/{list}.json")).await.json();
        has(&page["rating"], json!({"average": 2.0, "count": 1}));
        assert_eq!((&page["total"], page["reviews"].list().len()), (&json!(1), 1));
    }
    let stats = shop.get("/api/v1/reviews/stats").await.json();
    has(&stats, json!({"total_reviews": 1, "approved_count": 1, "rejected_count": 0, "average_rating": 2.0}));
    let numbers = shop.get("/api/v1/numbers").await.json();
    let submitted: Vec<_> = numbers["stars"].list().iter().map(|of| &of["submitted"]).collect();
    assert_eq!(submitted, [0, 1, 0, 0, 0]);
    let trust = async || shop.reads("/trust/fern.json").await.json();
    has(&trust().await["totals"], json!({"submitted": 1, "published": 1, "withheld": 0, "incentivized": 1}));
    assert_eq!(trust().await["by_star"]["5"]["submitted"], 0);

    // The shop's own lists have it.
    let withheld = shop.get("/api/v1/reviews?status=rejected").await.json();
    assert_eq!((&withheld["total"], withheld["reviews"].list().len()), (&json!(1), 1));
    shop.delete(format!("/api/v1/reviews/{}", withheld["reviews"][0]["id"])).await.is(200);
    shop.jump(MINUTE);
    has(&trust().await["totals"], json!({"submitted": 1, "removed": 0}));
}
