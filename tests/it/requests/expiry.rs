//! A link's lifetime: 90 days of 24 hours, to the millisecond.

use crate::support::*;

const LIFETIME: SignedDuration = SignedDuration::from_hours(24 * 90);
const MILLISECOND: SignedDuration = SignedDuration::from_millis(1);

#[tokio::test]
async fn a_link_is_open_for_90_days_of_24_hours_to_the_millisecond() {
    for start in [
        "2026-12-01T12:34:56.789Z",
        // Clocks change.
        "2027-03-01T01:30:00Z",
        "2027-10-01T00:30:00Z",
        // A leap day, and a year's end.
        "2027-12-01T00:00:00Z",
        "2028-02-29T00:00:00Z",
        "2026-12-31T23:59:59.999Z",
    ] {
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
    shop.create(json!({"delay_days": 90})).await.is_error(422, "invalid_delay_days");
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
async fn a_renewal_lives_for_90_days_of_its_own() {
    let shop = Shop::new().await;
    let (_, hub) = shop.sent(json!({"delay_days": 0})).await;
    shop.jump(LIFETIME);
    shop.submit("/review/hub/renew", &[("token", token_of(&hub))]).await.is(200);
    shop.settle().await;
    let renewed = link_in(&shop.inbox()[1]);
    shop.jump(LIFETIME - MILLISECOND);
    shop.browse(&renewed).await.is(200);
    shop.jump(MILLISECOND);
    shop.browse(&renewed).await.is(410);
}
