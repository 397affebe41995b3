//! Systems that stop calling.

use super::payloads::{at, of};
use super::{INTEGRATIONS, SECRET, signed};
use crate::console::{MARA, Visitor, shop};
use crate::support::*;

#[tokio::test]
async fn the_owner_hears_of_each_silence_and_today_has_it_with_calls_that_are_refused() {
    let shop = shop().await;
    shop.sets(json!({"owner_email": "owner@example.com"})).await;
    let shopify = shop.connect("shopify", json!({})).await;
    let notifications = || shop.inbox().iter().filter(|mail| mail.subject.starts_with("No orders from")).count();
    let body = of("products/update", "", &at(&shop, 0), json!({})).to_string();
    let signature = signed(SECRET, body.as_bytes());
    // There is a call each day.
    let busy = async |days: i64| {
        for _ in 0..days {
            shopify.post("products/update", body.as_bytes(), &signature).await.is(200);
            shop.advance_days(1).await;
        }
    };
    busy(8).await;
    let state = async || shop.get(format!("{INTEGRATIONS}/shopify")).await.json()["state"].clone();
    assert_eq!((state().await, notifications()), (json!("active"), 0));
    shop.advance(HOUR * 47).await;
    assert_eq!((state().await, notifications()), (json!("active"), 0), "71 hours");
    shop.advance(HOUR * 2).await;
    assert_eq!((state().await, notifications()), (json!("silent"), 1));
    let today = Visitor::signed_in(&shop, MARA).await.get("/console/today").await.body;
    today.shows(["Shopify has gone quiet", "/console/connections/shopify"]);
    shop.advance_days(2).await;
    assert_eq!(notifications(), 1, "it is the same silence");

    busy(7).await;
    shopify.sends("orders/updated", &of("orders/updated", "", &at(&shop, 0), json!({"id": false}))).await;
    assert_eq!(state().await, json!("active"));
    let mara = Visitor::signed_in(&shop, MARA).await;
    let today = mara.get("/console/today").await.body;
    assert!(today.contains("1 call from Shopify was refused") && !today.contains("has gone quiet"), "{today}");
    shop.advance(HOUR * 49).await;
    assert_eq!((state().await, notifications()), (json!("silent"), 2), "it is another one");
    shop.advance_days(3).await;
    assert!(!Visitor::signed_in(&shop, MARA).await.get("/console/today").await.body.contains("was refused"));
}
