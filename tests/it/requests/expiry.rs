//! A link's lifetime: 90 days of 24 hours, to the millisecond. `tests/stories/requests/expiry.story` tells of the rest.

use crate::support::*;

const LIFETIME: SignedDuration = SignedDuration::from_hours(24 * 90);
const MILLISECOND: SignedDuration = SignedDuration::from_millis(1);

#[tokio::test]
async fn a_link_is_open_and_takes_a_review_for_90_days_of_24_hours_to_the_millisecond() {
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
        let (id, hub) = shop.created(json!({"skip_email": true, "product_ids": [MUG, TRAY]})).await;
        for (to, status, sent) in [(LIFETIME - MILLISECOND, 200, 303), (LIFETIME, 410, 410)] {
            shop.jump((start + to).duration_since(shop.now()));
            assert_eq!(shop.browse(&hub).await.status, status, "{start} + {to:#}");
            shop.writes(&hub, &[("rating", "4"), ("text", "Good.")]).await.is(sent);
        }
        assert_eq!(shop.status(id).await, "expired");
    }
}

/// A link that is open until now and a millisecond less than 90 days, and no longer.
async fn lives(shop: &Shop, link: &str) {
    shop.jump(LIFETIME - MILLISECOND);
    shop.browse(link).await.is(200);
    shop.jump(MILLISECOND);
    shop.browse(link).await.is(410);
}

#[tokio::test]
async fn an_ask_a_year_ahead_lives_from_its_first_message() {
    let shop = Shop::new().await;
    shop.post("/beacon/customers", json!({"first_name": "Jane", "email": "jane@example.com"})).await.is(200);
    let asked_at = shop.now() + DAY * 366;
    let ask = json!({"email": "jane@example.com", "asked_at": asked_at.to_string()});
    let ask = shop.post("/beacon/asks", ask).await.json();
    assert_eq!(ask["data"]["scheduled_at"], asked_at.as_second(), "{ask}");
    shop.advance_days(365).await;
    assert!(shop.inbox().is_empty());
    shop.advance_days(1).await;
    lives(&shop, &link_in(&shop.inbox()[0])).await;
}

#[tokio::test]
async fn a_renewal_lives_for_90_days_of_its_own() {
    let shop = Shop::new().await;
    let (_, hub) = shop.sent(json!({"delay_days": 0})).await;
    shop.jump(LIFETIME);
    shop.renews(&hub).await.is(200);
    lives(&shop, &link_in(&shop.inbox()[1])).await;
}
