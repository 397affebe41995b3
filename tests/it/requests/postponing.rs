//! "Ask me in a week" and "Stop asking me", the two buttons below the reviews on the page.

use crate::support::*;

const BUTTON: &str = "action=\"/review/hub/postpone\"";
/// The answer if no message follows.
const NO_PROMISE: &str = "When it has arrived, you can use the same link to open the page.";

async fn postpone(shop: &Shop, hub: &str) -> Reply {
    shop.submit("/review/hub/postpone", &[("token", token_of(hub))]).await
}

/// Presses the footer's button, which unsubscribes.
async fn stop(shop: &Shop, hub: &str) -> Reply {
    let page = shop.browse(hub).await.body;
    let (_, footer) = page.split_once("action=\"/review/unsubscribe\"").unwrap();
    let (token, _) = footer.split_once("value=\"").unwrap().1.split_once('"').unwrap();
    assert_ne!(token, token_of(hub));
    shop.submit("/review/unsubscribe", &[("token", token)]).await
}

async fn mailed(shop: &Shop) -> (u64, String) {
    shop.sent(json!({"delay_days": 0, "product_ids": [MUG, TRAY]})).await
}

#[tokio::test]
async fn a_customer_without_their_parcel_is_asked_again_in_a_week_once() {
    let shop = Shop::new().await;
    let (id, hub) = mailed(&shop).await;
    assert!(shop.browse(&hub).await.body.contains(BUTTON));
    let first = postpone(&shop, &hub).await.is(200);
    first.shows(["We will ask you again on 27 November 2026."]);
    shop.advance_days(3).await;
    assert_eq!(postpone(&shop, &hub).await.body, first.body, "once");
    let page = shop.browse(&hub).await.body;
    assert!(!page.contains(BUTTON) && page.contains("We will ask you again on 27 November 2026."), "{page}");
    shop.advance_days(3).await;
    assert_eq!(shop.inbox().len(), 1);
    shop.advance_days(60).await;
    let inbox = shop.inbox();
    assert_eq!(inbox.len(), 2);
    assert_eq!(inbox[1].sent_at.to_string(), "2026-11-27T06:00:00Z");
    assert!(inbox[1].subject.starts_with("One last time: "), "{}", inbox[1].subject);
    assert!(postpone(&shop, &hub).await.body.contains(NO_PROMISE));
    let timeline = shop.timeline(id).await;
    let asked = ["created", "claimed", "sent", "opened", "postponed", "scheduled", "delivered"];
    assert_eq!(timeline, [&asked[..], &["claimed", "sent", "delivered"]].concat());
    let counters = shop.counters().await;
    assert_eq!((counters["engaged"], counters["opened"], counters["sent"]), (1, 1, 1));
}

#[tokio::test]
async fn the_old_schedule_fires_and_finds_nothing_to_send() {
    let shop = Shop::new().await;
    shop.post("/beacon/customers", json!({"first_name": "Jane", "email": "jane@example.com"})).await;
    shop.post("/beacon/asks", json!({"email": "jane@example.com", "reminders_count": 2})).await;
    shop.advance_days(1).await;
    let hub = crate::support::link_in(&shop.inbox()[0]).replace("/review/", "/review/hub?token=");
    assert!(postpone(&shop, &hub).await.body.contains("28 November 2026"));
    // The reminders due on days 3 and 7 are sent on days 8 and 12.
    for (days, mails) in [(6, 1), (1, 2), (3, 2), (1, 3), (40, 3)] {
        shop.advance_days(days).await;
        assert_eq!(shop.inbox().len(), mails, "{}", shop.now());
    }
}

#[tokio::test]
async fn a_double_tap_postpones_once() {
    let shop = Shop::new().await;
    let (id, hub) = mailed(&shop).await;
    let replies = futures_util::future::join_all((0..10).map(|_| postpone(&shop, &hub))).await;
    assert!(replies.iter().all(|reply| reply.status == 200 && reply.body == replies[0].body));
    assert_eq!(shop.timeline(id).await.iter().filter(|what| *what == "postponed").count(), 1);
    assert_eq!(shop.counters().await["engaged"], 1);
}

#[tokio::test]
async fn a_request_that_mails_nobody_promises_nothing() {
    let (shop, id, hub) = Shop::asking(json!({"skip_email": true, "product_ids": [MUG]})).await;
    let offer = shop.browse(&hub).await.body;
    assert!(!offer.contains(BUTTON) && !offer.contains("ask again"), "{offer}");
    // The page was loaded before that.
    let page = postpone(&shop, &hub).await;
    assert!(page.status == 200 && page.body.contains(NO_PROMISE), "{}", page.body);
    assert!(!page.body.contains("We will"), "nor that nobody writes: the shop may send it after all");
    shop.advance_days(30).await;
    assert!(shop.inbox().is_empty());
    assert_eq!(shop.status(id).await, "manual");
    shop.post(format!("/api/v1/review-requests/{id}/send"), json!({})).await.is(200);
    shop.settle().await;
    assert_eq!(shop.inbox().len(), 1);
}

#[tokio::test]
async fn a_week_is_offered_only_if_a_message_follows_it() {
    let shop = Shop::new().await;
    let (_, sent) = mailed(&shop).await;
    let (_, waiting) = shop.created(json!({"delay_days": 89, "order_id": "W", "product_ids": [MUG]})).await;
    let (_, bounced) =
        shop.created(json!({"email": "bounce@example.com", "delay_days": 0, "product_ids": [MUG]})).await;
    shop.advance(MINUTE).await;
    let offers = async || {
        let mut offers = Vec::new();
        for hub in [&sent, &waiting, &bounced] {
            offers.push(shop.browse(hub).await.body.contains(BUTTON));
        }
        offers
    };
    assert_eq!(offers().await, [true, false, false], "the second is due in 89 days, and the third came back");
    shop.advance_days(82).await;
    assert_eq!(offers().await, [true, true, false]);
    // The link ends before the week does.
    shop.advance_days(1).await;
    assert_eq!(offers().await, [false, false, false]);
}

#[tokio::test]
async fn a_reviewed_request_is_not_postponed() {
    let shop = Shop::new().await;
    let (id, hub) = mailed(&shop).await;
    shop.review(&hub, 0).await;
    assert!(!shop.browse(&hub).await.body.contains(BUTTON));
    postpone(&shop, &hub).await.is(200).shows(["There is nothing to wait for"]);
    shop.advance_days(30).await;
    assert_eq!(shop.inbox().len(), 1);
    assert!(!shop.timeline(id).await.contains(&"postponed".to_owned()));
}

#[tokio::test]
async fn a_dead_link_is_not_postponed() {
    let shop = Shop::new().await;
    let (id, cancelled) = mailed(&shop).await;
    let (_, expired) = shop.created(json!({"skip_email": true, "order_id": "B"})).await;
    shop.delete(format!("/api/v1/review-requests/{id}")).await;
    postpone(&shop, &cancelled).await.is(410).shows(["This link is no longer available"]);
    shop.advance_days(90).await;
    postpone(&shop, &expired).await.is(410).shows(["Link Expired"]);
    postpone(&shop, "?token=x").await.is(404);
    assert_eq!(shop.counters().await.get("engaged"), None);
}

#[tokio::test]
async fn stop_asking_me_stops_a_postponed_request_too() {
    let shop = Shop::new().await;
    let (_, hub) = mailed(&shop).await;
    stop(&shop, &hub).await.is(200).shows(["by email or by text message"]);
    let page = postpone(&shop, &hub).await;
    assert!(page.body.contains(NO_PROMISE) && !page.body.contains("We will"), "{}", page.body);
    shop.advance_days(30).await;
    assert_eq!(shop.inbox().len(), 1);
}

#[tokio::test]
async fn the_footers_token_is_the_one_in_the_email() {
    let shop = Shop::new().await;
    let (_, hub) = mailed(&shop).await;
    let link = path_of(shop.inbox()[0].headers["List-Unsubscribe"].trim_matches(['<', '>']));
    assert!(shop.browse(&hub).await.body.contains(&format!("value=\"{}\"", token_of(&link))));
}

#[tokio::test]
async fn unsubscribing_asks_by_get_and_stops_by_post() {
    let (shop, _, hub) = Shop::asking(json!({"delay_days": 0})).await;
    shop.settle().await;
    let mail = &shop.inbox()[0];
    assert_eq!(mail.headers["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click");
    let link = path_of(mail.headers["List-Unsubscribe"].trim_matches(['<', '>']));
    assert!(!link.contains(token_of(&hub)), "does not open the page");
    shop.browse(&link).await.is(200).shows(["<form"]);
    shop.created(json!({"delay_days": 1})).await;
    shop.advance_days(2).await;
    assert_eq!(shop.inbox().len(), 2);
    let token = link.split_once("token=").unwrap().1;
    shop.submit("/review/unsubscribe", &[("token", token)]).await.is(200);
    shop.created(json!({"delay_days": 1})).await;
    shop.advance_days(2).await;
    assert_eq!(shop.inbox().len(), 2);
    shop.submit("/review/unsubscribe", &[("token", token_of(&hub))]).await.is(404);
    shop.browse("/review/unsubscribe?token=x").await.is(404);
}
