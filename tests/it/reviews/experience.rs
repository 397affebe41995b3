//! When an author got what the review is about: from the order, wherever the review is shown.

use crate::console::{MARA, Visitor, shop as with_owner};
use crate::privacy::export::{exported, rows};
use crate::support::*;

/// Stores order A of the mug.
async fn put(shop: &Shop, fields: Value) -> Value {
    let line = json!({"title": "Mug", "unit_price": 900, "catalog_item_id": MUG});
    let order = json!({"status": "delivered", "currency": "EUR", "lines": [line]});
    shop.put("/api/v1/orders/A", with(order, fields)).await.is(200).json()
}

/// A review that answers a request about order A.
async fn reviewed(shop: &Shop) -> Value {
    let (_, hub) = shop.created(json!({"product_ids": [MUG], "order_id": "A", "skip_email": true})).await;
    shop.review(&hub, 0).await;
    shop.jump(MINUTE);
    shop.newest_review().await
}

#[tokio::test]
async fn the_day_of_delivery_is_shown_as_a_month() {
    let shop = with_owner().await;
    let stored = put(&shop, json!({"delivered_at": "2026-11-19T00:30:00+01:00"})).await;
    assert_eq!(stored["delivered_at"], "2026-11-18T23:30:00Z");
    let review = reviewed(&shop).await;
    assert_eq!(review["experienced_at"], "2026-11-18", "the day in UTC");
    let page = |rest: &str| {
        shop.jump(MINUTE);
        shop.reads(format!("/p/fern/{MUG}{rest}"))
    };
    for (language, marks) in [
        ("en", ["Verified purchase", "Bought in November 2026"]),
        ("de", ["Bestätigter Kauf", "Gekauft im November 2026"]),
        ("pl", ["Potwierdzony zakup", "Kupiono: listopad 2026"]),
        ("es", ["Compra verificada", "Comprado en noviembre de 2026"]),
        ("ja", ["購入確認済み", "2026年11月に購入"]),
    ] {
        let json = page(&format!(".json?lang={language}")).await.json();
        has(&json["reviews"][0], json!({"experienced_at": "2026-11-18", "marks": marks}));
    }
    assert_eq!(page(".json").await.json()["reviews"][0].get("marks"), None, "no language was asked for");
    page(".html").await.shows([" · <span class=\"afterword-experienced\">Bought in November 2026</span> · "]);
    shop.get("/api/v1/reviews.csv").await.shows([",2026-11-18,,\r\n"]);
    shop.get("/api/v1/reviews.jsonl").await.shows(["\"experienced_at\":\"2026-11-18\""]);
    let (archive, _) = exported(&shop, json!({"email": "jane@example.com"})).await;
    assert_eq!(rows(&archive, "reviews")[0]["experienced_at"], "2026-11-18");
    let mara = Visitor::signed_in(&shop, MARA).await;
    mara.get(&format!("/console/reviews/{}", review["id"])).await.shows([" · bought in November 2026"]);
    // What the order does not prove any more, it does not date either.
    put(&shop, json!({"status": "refunded"})).await;
    assert_eq!(shop.newest_review().await["experienced_at"], Value::Null);
    page(".html").await.lacks(["Bought in"]);
}

#[tokio::test]
async fn a_request_may_say_the_day_itself() {
    let shop = Shop::new().await;
    put(&shop, json!({"delivered_at": "2026-11-18T12:00:00Z"})).await;
    for (number, (day, expected)) in (1..).zip([
        (json!("2026-10-31"), json!("2026-10-31")),
        (json!("2026-11-20"), json!("2026-11-20")),
        // Not before that day, and then the order counts.
        (json!("2026-11-21"), json!("2026-11-18")),
        (json!(""), json!("2026-11-18")),
    ]) {
        let fields = json!({"email": format!("jane{number}@example.com"), "product_ids": [MUG], "order_id": "A",
            "skip_email": true, "experienced_at": day});
        let (id, hub) = shop.created(fields).await;
        let shown = shop.get(format!("/api/v1/review-requests/{id}")).await.json()["experienced_at"].clone();
        assert_eq!(shown, if day == "" { Value::Null } else { day.clone() });
        shop.review(&hub, 0).await;
        shop.jump(SECOND);
        assert_eq!(shop.newest_review().await["experienced_at"], expected, "{day}");
    }
    for wrong in [json!("yesterday"), json!("2026-11-20T06:00:00Z"), json!("2026-02-30"), json!(20_261_120)] {
        shop.create(json!({"experienced_at": wrong})).await.is_error(422, "invalid_experienced_at");
    }
}

#[tokio::test]
async fn an_order_that_proves_no_purchase_has_no_day_and_neither_has_the_future() {
    for fields in [
        json!({"delivered_at": null}),
        json!({"delivered_at": "2026-11-20T06:10:00Z"}),
        json!({"delivered_at": "2026-11-18T12:00:00Z", "paid": false}),
        json!({"delivered_at": "2026-11-18T12:00:00Z", "status": "cancelled"}),
        json!({"delivered_at": "2026-11-18T12:00:00Z", "lines": []}),
    ] {
        let shop = Shop::new().await;
        put(&shop, fields.clone()).await;
        assert_eq!(reviewed(&shop).await["experienced_at"], Value::Null, "{fields}");
        shop.jump(MINUTE);
        shop.reads(format!("/p/fern/{MUG}.html")).await.lacks(["Bought in"]);
    }
}
