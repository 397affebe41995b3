//! The pages for connections to shops' own systems.

use super::*;
use crate::orders_in::payloads::{at, delivered, order, shipment};

const SHOPIFY: &str = "/console/connections/shopify";

#[tokio::test]
async fn shopifys_page_says_how_calls_about_privacy_arrive_and_whether_one_did() {
    let (shop, mara) = signed_in().await;
    let shopify = shop.connect("shopify", json!({})).await;
    let last = async || shop.get("/api/v1/integrations/shopify").await.json()["last_privacy_call_at"].clone();
    let lines = "compliance_topics = [&#34;customers/data_request&#34;, &#34;customers/redact&#34;, &#34;shop/redact&#34;]\n\
                 uri = &#34;http://shop.example/in/shopify/fern&#34;";
    let by_hand = "Until an app of your shop is set up for it";
    mara.get(SHOPIFY).await.shows([lines, "None has come yet.", by_hand, "href=\"/console/customers\""]);
    assert_eq!(last().await, Value::Null);
    let redacted = json!({"shop_id": 1, "shop_domain": "fern.myshopify.com", "orders_to_redact": [1],
        "customer": {"id": 1, "email": "jane@example.com", "phone": null}});
    shopify.says("customers/redact", &redacted).await;
    assert_eq!(last().await, "2026-11-20T06:00:01Z");
    mara.get(SHOPIFY).await.shows(["The last one came", lines]).lacks([by_hand]);
}

/// So many days after a moment, as pages show it to a shop in UTC.
fn days_after(at: Timestamp, days: i64) -> String {
    let at = at + SignedDuration::from_hours(24 * days);
    at.strftime("%-d %B %Y, %H:%M").to_string()
}

/// A page, and the number of its reads from the table.
async fn read(shop: &Shop, mara: &Visitor, path: &str) -> (String, usize) {
    shop.aws().take_calls();
    let page = mara.get(path).await.is(200);
    let calls = shop.aws().take_calls();
    let is_read = |operation: &str| ["GetItem", "BatchGetItem", "Query"].contains(&operation);
    (page.body, calls.iter().filter(|call| is_read(&call.operation)).count())
}

#[tokio::test]
async fn the_last_order_shows_what_follows_from_it_by_the_present_rules() {
    let shop = shop().await;
    let shopify = shop.connect("shopify", json!({})).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let (page, without) = read(&shop, &mara, SHOPIFY).await;
    page.lacks(["Your last order"]);

    shopify.says("orders/create", &order(&at(&shop, 0), json!({}))).await;
    let (page, calls) = read(&shop, &mara, SHOPIFY).await;
    assert_eq!(calls, without + 2);
    let arrives = |page: &str| page.contains("If the order arrives today, the email leaves on");
    let in_a_week = format!("If the order arrives today, the email leaves on {} and", days_after(shop.now(), 7));
    page.shows(["<bdi>#1001</bdi>", "Nobody is asked: not dispatched yet.", &in_a_week, "<bdi>Stoneware mug</bdi>"]);
    assert!(!page.contains("<bdi>Engraving</bdi>"), "it is in no catalog: {page}");

    let left = at(&shop, 1);
    shopify.says("fulfillments/create", &shipment(&left, &left, json!({}))).await;
    let (page, calls) = read(&shop, &mara, SHOPIFY).await;
    assert_eq!(calls, without + 3);
    let at_the_latest = format!("The email leaves on {} and asks about:", days_after(left.parse().unwrap(), 30));
    assert!(page.contains(&at_the_latest) && arrives(&page), "{page}");
    let requests = shop.get("/api/v1/review-requests").await.json();
    page.shows([&format!("/console/requests/{}", requests["requests"][0]["id"])]);

    let arrived = at(&shop, 1);
    shopify.says("fulfillments/update", &delivered(&arrived)).await;
    let (page, _) = read(&shop, &mara, SHOPIFY).await;
    let planned = |days: i64| format!("The email leaves on {} and", days_after(arrived.parse().unwrap(), days));
    assert!(page.contains(&planned(7)) && !arrives(&page) && !page.contains("You changed the rules"), "{page}");

    // The request is as the rules were until the next call about the order.
    shop.put("/api/v1/integrations/shopify", json!({"ask_days_after": 3})).await.is(200);
    let (page, _) = read(&shop, &mara, SHOPIFY).await;
    assert!(page.contains(&planned(3)) && page.contains("You changed the rules"), "{page}");
    shopify.says("orders/updated", &order(&at(&shop, 1), json!({}))).await;
    let (page, calls) = read(&shop, &mara, SHOPIFY).await;
    assert!(page.contains(&planned(3)) && !page.contains("You changed the rules"), "{page}");
    assert_eq!(calls, without + 3);

    shop.put("/api/v1/integrations/shopify", json!({"countries": ["AT"]})).await.is(200);
    let (page, _) = read(&shop, &mara, SHOPIFY).await;
    page.shows(["Nobody is asked: to a country that you don’t ask in."]);
    assert!(page.contains("You changed the rules") && !page.contains("The email leaves on"), "{page}");

    // The delivery was on a Friday at 8:00, which is 9:00 in Berlin.
    shop.put("/api/v1/integrations/shopify", json!({"countries": []})).await.is(200);
    let hours = json!({"from": "10:00", "to": "18:00", "time_zone": "Europe/Berlin"});
    shop.sets(json!({"send_window": hours})).await;
    // Until functions read it again.
    shop.jump(MINUTE);
    shopify.says("orders/updated", &order(&at(&shop, 1), json!({}))).await;
    let (page, _) = read(&shop, &mara, SHOPIFY).await;
    page.shows(["The email leaves on 23 November 2026, 10:00 and asks about:"]);

    shop.advance_days(4).await;
    let (page, _) = read(&shop, &Visitor::signed_in(&shop, MARA).await, SHOPIFY).await;
    page.shows(["The email left on 23 November 2026, 10:0"]);
    page.lacks(["asks about:", "You changed the rules"]);
}

#[tokio::test]
async fn the_last_order_says_why_its_request_was_not_made_or_ended() {
    let shop = shop().await;
    let shopify = shop.connect("shopify", json!({"after": "fulfilled"})).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let left = at(&shop, 0);
    let shipped = |fields: Value| {
        let shipments = json!([shipment(&left, &left, json!({}))]);
        order(&left, with(json!({"fulfillment_status": "fulfilled", "fulfillments": shipments}), fields))
    };
    shopify.says("orders/updated", &shipped(json!({"email": MARA}))).await;
    mara.get(SHOPIFY).await.shows(["Nobody is asked: works for you."]).lacks(["You changed the rules"]);

    shopify.says("orders/updated", &shipped(json!({"id": 4002, "name": "#1002"}))).await;
    mara.get(SHOPIFY).await.shows(["<bdi>#1002</bdi>", "asks about:"]);
    let requests = shop.get("/api/v1/review-requests").await.json();
    let request = &requests["requests"][0]["id"];
    mara.post(&format!("/console/requests/{request}/cancel"), &[]).await.is(303);
    mara.get(SHOPIFY).await.shows(["Nobody is asked: you cancelled its request."]);

    mara.post(&format!("{SHOPIFY}/disconnect"), &[]).await.is(303);
    mara.get(SHOPIFY).await.lacks(["Your last order"]);
}
