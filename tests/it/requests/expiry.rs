//! A link's lifetime: 90 days of 24 hours, to the millisecond.

use crate::support::*;

const LIFETIME: SignedDuration = SignedDuration::from_hours(24 * 90);
const MILLISECOND: SignedDuration = SignedDuration::from_millis(1);

/// The page's status just before, at and just after 90 days from `start`.
async fn check(start: &str) {
    let shop = Shop::new().await;
    let start: Timestamp = start.parse().unwrap();
    shop.jump(start.duration_since(shop.now()));
    let (id, hub) = shop.created(json!({"skip_email": true})).await;
    for (to, status) in [(LIFETIME - MILLISECOND, 200), (LIFETIME, 410), (LIFETIME + MILLISECOND, 410)] {
        shop.jump((start + to).duration_since(shop.now()));
        assert_eq!(shop.browse(&hub).await.status, status, "{start} + {to:#}");
    }
    assert_eq!(shop.status(id).await, "expired");
}

#[tokio::test]
async fn a_link_is_open_until_90_days_to_the_millisecond() {
    check("2026-12-01T12:34:56.789Z").await;
}

#[tokio::test]
async fn days_on_which_clocks_change_have_24_hours_too() {
    check("2027-03-01T01:30:00Z").await;
    check("2027-10-01T00:30:00Z").await;
}

#[tokio::test]
async fn a_leap_day_and_a_years_end_count_as_any_day() {
    check("2027-12-01T00:00:00Z").await;
    check("2028-02-29T00:00:00Z").await;
    check("2026-12-31T23:59:59.999Z").await;
}

#[tokio::test]
async fn a_review_in_the_last_millisecond_is_kept_and_one_at_90_days_is_not() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true})).await;
    let fields = [("token", token_of(&hub)), ("item", "0"), ("rating", "4"), ("text", "Good.")];
    shop.jump(LIFETIME - MILLISECOND);
    shop.submit("/review/hub/review", &fields).await.is(303);
    shop.jump(MILLISECOND);
    shop.submit("/review/hub/review", &fields).await.is(410);
}

#[tokio::test]
async fn an_ask_a_year_ahead_lives_from_its_first_message() {
    let shop = Shop::new().await;
    let jane = json!({"first_name": "Jane", "email": "jane@example.com"});
    shop.post("/beacon/customers", jane).await.is(200);
    let asked_at = shop.now() + SignedDuration::from_hours(24 * 366);
    let ask = json!({"email": "jane@example.com", "asked_at": asked_at.to_string()});
    let ask = shop.post("/beacon/asks", ask).await.json();
    assert_eq!(ask["data"]["scheduled_at"], asked_at.as_second(), "{ask}");
    shop.advance_days(365).await;
    assert!(shop.inbox().is_empty());
    shop.advance_days(1).await;
    let hub = link_in(&shop.inbox()[0]);
    shop.jump(LIFETIME - MILLISECOND);
    shop.browse(&hub).await.is(200);
    shop.jump(MILLISECOND);
    shop.browse(&hub).await.is(410);
}

#[tokio::test]
async fn the_longest_delay_still_mails_a_working_link() {
    let (shop, _, hub) = Shop::asking(json!({"delay_days": 89})).await;
    shop.advance_days(89).await;
    assert_eq!(shop.inbox().len(), 1);
    shop.browse(&hub).await.is(200);
}

/// The days from `since` until a request's link expires.
async fn link_days(shop: &Shop, id: u64, since: Timestamp) -> f64 {
    let expires_at = shop.get(format!("/api/v1/review-requests/{id}")).await.json()["expires_at"].clone();
    let expires_at: Timestamp = expires_at.text().parse().unwrap();
    (expires_at.duration_since(since).as_hours() as f64 / 24.0).round()
}

async fn set_link_days(shop: &Shop, days: u16) {
    let changed = shop.put("/api/v1/settings", json!({"link_days": days})).await;
    assert_eq!((changed.status.as_u16(), &changed.json()["link_days"]), (200, &json!(days)));
    // Functions that create requests read settings once a minute.
    shop.jump(SECOND * 60);
}

#[tokio::test]
async fn a_new_lifetime_applies_within_a_minute_and_only_to_new_links() {
    let (shop, first, _) = Shop::asking(json!({"skip_email": true})).await;
    let start = shop.now();
    shop.sets(json!({"link_days": 7})).await;
    shop.jump(SignedDuration::from_millis(59_999));
    let (second, _) = shop.created(json!({"skip_email": true})).await;
    shop.jump(MILLISECOND);
    let (third, hub) = shop.created(json!({"skip_email": true})).await;
    for (id, days) in [(first, 90.0), (second, 90.0), (third, 7.0)] {
        assert!((link_days(&shop, id, start).await - days).abs() < f64::EPSILON, "{days}");
    }
    shop.jump(SignedDuration::from_hours(24 * 7) - MILLISECOND);
    shop.browse(&hub).await.is(200);
    shop.jump(MILLISECOND);
    shop.browse(&hub).await.is(410);
    assert_eq!(shop.status(first).await, "manual");
}

#[tokio::test]
async fn a_first_message_never_leaves_with_a_dead_link() {
    let shop = Shop::new().await;
    set_link_days(&shop, 7).await;
    let send = "/api/v1/review-requests/send";
    for days in [7, 8, 89] {
        shop.post(send, json!({"email": "jane@example.com", "delay_days": days}))
            .await
            .is_error(422, "invalid_delay_days");
    }
    shop.post(send, json!({"email": "jane@example.com", "delay_days": 89, "skip_email": true})).await.is(201);
    // Without a delay: a week, or as late as the link allows.
    let (_, hub) = shop.created(json!({})).await;
    shop.advance_days(5).await;
    assert!(shop.inbox().is_empty());
    shop.advance_days(1).await;
    assert_eq!((shop.inbox().len(), shop.browse(&hub).await.status.as_u16()), (1, 200));
}

#[tokio::test]
async fn typed_text_is_on_the_page_of_the_new_link() {
    let shop = Shop::new().await;
    let (_, hub) =
        shop.created(json!({"skip_email": true, "product_ids": ["shopify-1", "shopify-2", "shopify-3"]})).await;
    let token = token_of(&hub);
    shop.review(&hub, 0).await;
    let typed = [
        ("token", token),
        ("item", "2"),
        ("rating", "2"),
        ("text", "Half a sentence"),
        ("headline", "Hm"),
        ("display_name", "Jo"),
    ];
    shop.submit("/review/hub/draft", &typed).await.is(303);
    let answer = [("token", token), ("item", "1"), ("turn", "0"), ("answer", "Every day, so far")];
    shop.submit("/review/hub/chat", &answer).await.is(303);
    for age in [91, 182] {
        shop.advance_days(91).await;
        assert_eq!(shop.browse(&hub).await.status, 410, "{age}");
        let last = shop.inbox().last().map_or_else(|| hub.clone(), link_in);
        shop.submit("/review/hub/renew", &[("token", token_of(&last))]).await.is(200);
        shop.settle().await;
        let page = shop.browse(link_in(shop.inbox().last().unwrap())).await.body;
        let [_, answered, draft] = &page.split("id=\"item-").collect::<Vec<_>>()[..] else {
            panic!("two items: {page}")
        };
        assert!(draft.contains("Half a sentence</textarea>"), "{age}: {draft}");
        for kept in ["value=\"2\" required checked", "value=\"Hm\"", "value=\"Jo\""] {
            assert!(draft.contains(kept), "{age} {kept}: {draft}");
        }
        assert!(
            answered.contains("Every day, so far") && answered.contains("Continue with the questions"),
            "{age}: {answered}"
        );
    }
}

#[tokio::test]
async fn a_renewal_lives_as_long_as_links_live_by_then() {
    let shop = Shop::new().await;
    set_link_days(&shop, 7).await;
    let (_, hub) = shop.sent(json!({"delay_days": 0})).await;
    set_link_days(&shop, 30).await;
    shop.advance_days(7).await;
    shop.submit("/review/hub/renew", &[("token", token_of(&hub))]).await.is(200);
    shop.settle().await;
    let renewed = link_in(&shop.inbox()[1]);
    shop.jump(SignedDuration::from_hours(24 * 30) - SECOND * 60);
    shop.browse(&renewed).await.is(200);
    shop.jump(SECOND * 60);
    shop.browse(&renewed).await.is(410);
}
