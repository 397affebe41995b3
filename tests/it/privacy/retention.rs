//! The setting `keep_months`: which data is erased after these months.

use super::{ERASE, EXPORT, done};
use crate::support::*;

async fn counts(shop: &Shop, email: &str) -> Value {
    let counts = done(shop, EXPORT, json!({"email": email})).await["counts"].clone();
    json!(["customers", "requests", "messages", "orders", "reviews", "suppressions"].map(|name| counts[name].clone()))
}

async fn asked(shop: &Shop, email: &str, order: &str) -> String {
    let line = json!([{"catalog_item_id": MUG, "title": "Mug", "unit_price": 4900}]);
    let bought = json!({"status": "delivered", "currency": "EUR", "buyer": {"email": email}, "lines": line});
    let put = shop.put(format!("/api/v1/orders/{order}"), &bought).await;
    assert!(put.status.is_success(), "{}", put.body);
    let (_, hub) = shop.sent(json!({"email": email, "order_id": order, "delay_days": 0})).await;
    hub
}

async fn keep(shop: &Shop, months: Value) {
    let kept = shop.put("/api/v1/settings", json!({ "keep_months": months })).await;
    assert_eq!(kept.json()["keep_months"], months, "{}", kept.body);
}

#[tokio::test]
async fn a_new_shop_keeps_ended_data_for_36_months() {
    let older = Shop::new().await;
    let new = json!({"tenant": "moss", "mode": "live", "shop_name": "Moss", "shop_address": "1 Hill"});
    crate::operators::admin::run(&older.world, json!({ "create_shop": new })).await.unwrap();
    let moss = older.beside("moss").await;
    for shop in [&older, &moss] {
        asked(shop, "ann@example.com", "1").await;
    }
    for (days, left) in [(1_000, 1), (200, 0)] {
        moss.jump(SignedDuration::from_hours(24 * days));
        moss.advance_days(8).await;
        assert_eq!(counts(&moss, "ann@example.com").await[3], left, "{days}");
    }
    assert_eq!(counts(&older, "ann@example.com").await[3], 1, "a local shop keeps what it has");
}

#[tokio::test]
async fn ended_requests_and_reviews_are_erased_after_keep_months_and_published_reviews_stay() {
    let shop = Shop::new().await;
    keep(&shop, Value::Null).await;
    let published = asked(&shop, "ann@example.com", "1").await;
    shop.review(&published, 0).await;
    let withheld = asked(&shop, "ben@example.com", "2").await;
    shop.writes(&withheld, &[("rating", "5"), ("text", "Call 0171 9876543."), ("display_name", "")]).await.is(303);
    asked(&shop, "cem@example.com", "3").await;
    shop.put("/api/v1/suppressions/cem@example.com", json!({})).await;
    asked(&shop, "dora@example.com", "4").await;
    shop.jump(SignedDuration::from_hours(24 * 240));
    asked(&shop, "dora@example.com", "5").await;
    shop.jump(SignedDuration::from_hours(24 * 52));
    shop.advance_days(8).await;

    // After ten months nothing is erased without the setting.
    let all =
        [("ann", json!([1, 1, 1, 1, 1, 0])), ("ben", json!([1, 1, 1, 1, 1, 0])), ("cem", json!([1, 1, 1, 1, 0, 1]))];
    for (name, counted) in &all {
        assert_eq!(counts(&shop, &format!("{name}@example.com")).await, *counted, "{name}");
    }
    keep(&shop, json!(6)).await;
    // The number can be corrected within a day.
    shop.advance(HOUR * 23).await;
    assert_eq!(counts(&shop, "cem@example.com").await, all[2].1);
    shop.advance_days(1).await;
    assert_eq!(counts(&shop, "ann@example.com").await, json!([0, 0, 0, 0, 1, 0]), "the review alone");
    let customers = shop.get("/beacon/customers").await.json().to_string();
    assert!(!customers.contains("ann@") && customers.contains("dora@"), "{customers}");
    assert_eq!(counts(&shop, "ben@example.com").await, json!([0, 0, 0, 0, 0, 0]), "the review was not published");
    assert_eq!(
        counts(&shop, "cem@example.com").await,
        json!([0, 0, 0, 0, 0, 1]),
        "nothing leaves to them later either"
    );
    assert_eq!(counts(&shop, "dora@example.com").await, json!([1, 2, 2, 2, 0, 0]), "she bought again");
    let public = async || shop.reads(format!("/p/fern/{MUG}.json")).await.json();
    assert_eq!(public().await["reviews"].list().len(), 1);
    let events = shop.get("/api/v1/audit").await.body;
    assert!(!events.contains("erase_customer"), "nobody asked for it: {events}");

    // Ann can be asked again, and can still have everything erased.
    asked(&shop, "ann@example.com", "6").await;
    assert_eq!(counts(&shop, "ann@example.com").await, json!([1, 1, 1, 1, 1, 0]));
    done(&shop, ERASE, json!({"email": "ann@example.com"})).await;
    assert_eq!(public().await["reviews"], json!([]));

    // The next erasure comes a week later. After the setting is cleared, there is none.
    shop.jump(SignedDuration::from_hours(24 * 282));
    shop.advance_days(8).await;
    assert_eq!(counts(&shop, "dora@example.com").await, json!([0, 0, 0, 0, 0, 0]));
    keep(&shop, Value::Null).await;
    asked(&shop, "emil@example.com", "7").await;
    shop.jump(DAY * 242);
    shop.advance_days(8).await;
    assert_eq!(counts(&shop, "emil@example.com").await, json!([1, 1, 1, 1, 0, 0]));
    let aging = |row: &&Value| row["SK"]["S"] == json!("AGING");
    assert_eq!(
        crate::support::table(&shop.world).await.iter().filter(aging).count(),
        1,
        "old counters are still merged"
    );
}
