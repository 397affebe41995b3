//! The page *Numbers*: it shows the same numbers as the API, only from counters.

use super::*;
use crate::sending::mail_events::asked;

const NUMBERS: &str = "/api/v1/numbers";

async fn sent(shop: &Shop, names: std::ops::Range<u32>) -> Vec<String> {
    let mut links = Vec::new();
    for name in names {
        let fields = json!({"email": format!("jane{name}@example.com"), "product_ids": [MUG], "delay_days": 0});
        links.push(shop.created(fields).await.1);
    }
    shop.settle().await;
    links
}

async fn reviewed(shop: &Shop, links: &[String], stars: &str) {
    for link in links {
        shop.writes(link, &[("rating", stars), ("text", "Heavy."), ("display_name", "J")]).await.is(303);
    }
}

#[tokio::test]
async fn the_page_shows_what_the_api_says() {
    let shop = shop().await;
    Visitor::signed_in(&shop, MARA).await;
    let links = sent(&shop, 0..36).await;
    reviewed(&shop, &links[..6], "5").await;
    shop.call("GET", &links[20]).without_key().header("user-agent", BROWSER).send().await.is(200);
    shop.advance_days(1).await;
    reviewed(&shop, &links[6..9], "2").await;
    shop.advance_days(2).await;
    let amino = shop.post("/api/v1/invitations", json!({"email": "jo@example.com", "name": "Jo"})).await.json();
    shop.advance_days(1).await;
    reviewed(&shop, &links[9..12], "2").await;
    // This review came before anything was sent, so it is no response to a message.
    let (_, manual) = shop.created(json!({"email": "ann@example.com", "product_ids": [MUG], "skip_email": true})).await;
    reviewed(&shop, &[manual], "5").await;
    shop.advance_days(14).await;
    let bounced = asked(&shop, "bounce@example.com").await;

    let numbers = shop.get(NUMBERS).await.json();
    let funnel = |of: &Value| ["created", "sent", "opened", "engaged", "completed"].map(|name| of[name].as_u64());
    assert_eq!(funnel(&numbers["requests"]), [39, 38, 14, 13, 13].map(Some), "{amino}");
    let by_channel = &numbers["by_channel"];
    assert_eq!(funnel(&by_channel[0]), [None, Some(38), Some(13), Some(12), Some(12)], "{by_channel}");
    let days = numbers["by_day"].list();
    assert_eq!((days.len(), &days[27]["day"], &numbers["to"]), (28, &json!("2026-12-08"), &json!("2026-12-08")));
    assert_eq!(funnel(&days[9]), [36, 36, 13, 12, 12].map(Some));
    assert_eq!(numbers["not_sent"], json!([{"cause": "bounced", "count": 1, "request_id": bounced}]));
    // The invitation of the console's member counts as the shop's email, too.
    let emails = json!({"sent": 39, "bounced": 1, "complained": 0, "bounces_reviewed_at": 0.05,
        "complaints_reviewed_at": 0.001});
    assert_eq!(numbers["emails"], emails);
    assert_eq!(numbers["stars"][1]["submitted"], 6);
    assert_eq!((&numbers["stars"][4]["submitted"], &numbers["stars"][4]["published"]), (&json!(7), &json!(7)));

    let mara = Visitor::signed_in(&shop, MARA).await;
    mara.get("/console/numbers").await;
    shop.aws().take_calls();
    let page = mara.get("/console/numbers").await.body;
    let mut calls = shop.operations();
    calls.sort_unstable();
    assert_eq!(calls, ["BatchGetItem", "GetItem", "Query", "Query", "Query", "Query"]);
    for shown in [
        "Requests made from 11 November 2026 to 8 December 2026",
        // The shares are of the 38 requests that were sent.
        "<td>13</td><td>34.2%</td>",
        "<td>12</td><td>31.6%</td>",
        "1 more was reviewed by a link that you shared yourself.",
        "Some mail systems open links to check them, and these count, too.",
        // The axis reaches the 36 requests of a day.
        "<span>40</span><span>20</span><span>0</span>",
        "<span>11 November 2026</span><span>8 December 2026</span>",
        "12 of 38 requests that were sent led to a review.",
        "<title>20 November 2026: 36 sent, 12 reviewed</title>",
        "The address or number does not exist",
        "<td>2.6%</td><td>5.0%</td>",
    ] {
        assert!(page.to_lowercase().contains(&shown.to_lowercase()), "{shown}: {page}");
    }
    page.shows([&format!("href=\"/console/requests/{bounced}\"")]);
}
