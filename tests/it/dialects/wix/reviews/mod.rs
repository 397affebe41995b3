//! Wix's reviews, and what their tests share.

mod query;

use super::*;
use crate::hub::photos;
use crate::importing::{file, import};

const REVIEWS: &str = "/reviews/v1/reviews";

/// Imports reviews of these entities with these stars, written a second apart in March 2025.
async fn imported(shop: &Shop, reviews: &[(&str, u32)]) {
    let row = |(number, (entity, stars)): (usize, &(&str, u32))| {
        let (minute, second) = (number / 60, number % 60);
        format!("r-{number},{entity},{stars},,Text {number}.,Jane,,,,2025-03-02T10:{minute:02}:{second:02}Z")
    };
    let rows: Vec<_> = reviews.iter().enumerate().map(row).collect();
    let rows: Vec<_> = rows.iter().map(String::as_str).collect();
    let done = import(shop, "format=afterword", &file(&rows)).await;
    assert_eq!(done["imported"], reviews.len(), "{done}");
}

/// A shop with an imported review of each entity, written a second apart.
async fn with_entities(entities: &[&str]) -> Shop {
    let shop = Shop::new().await;
    let reviews: Vec<_> = entities.iter().map(|entity| (*entity, 4)).collect();
    imported(&shop, &reviews).await;
    shop
}

async fn written(shop: &Shop, text: &str, rating: &str) -> Value {
    // Ids from the same millisecond are in any order.
    shop.jump(SignedDuration::from_millis(1));
    let (_, hub) = shop.created(json!({"product_ids": [MUG], "skip_email": true})).await;
    write(shop, &hub, text, rating).await;
    newest(shop).await
}

async fn write(shop: &Shop, hub: &str, text: &str, rating: &str) {
    shop.writes(hub, &[("rating", rating), ("text", text), ("display_name", "Jane")]).await.is(303);
}

async fn newest(shop: &Shop) -> Value {
    let by = json!({"sort": [{"fieldName": "createdDate", "order": "DESC"}], "cursorPaging": {"limit": 1}});
    query(shop, by).await["reviews"][0].clone()
}

async fn query(shop: &Shop, query: Value) -> Value {
    let body = json!({"query": query, "returnPrivateReviews": true});
    shop.post(format!("{REVIEWS}/query"), body).await.is(200).json()
}

fn entities(page: &Value) -> Vec<&str> {
    page["reviews"].list().iter().map(|review| review["entityId"].text()).collect()
}

async fn count(shop: &Shop, filter: Value) -> Value {
    let body = json!({"filter": filter, "includePrivateReviews": true});
    shop.post(format!("{REVIEWS}/count"), body).await.is(200).json()["count"].clone()
}

#[tokio::test]
async fn an_imported_review_is_an_apps_and_as_old_as_it_is() {
    let shop = with_entities(&[MUG]).await;
    let (review, now, date) = (newest(&shop).await, format!("{:.3}", shop.now()), "2025-03-02T10:00:00.000Z");
    has(
        &review,
        json!({"entityId": MUG, "createdDate": date, "updatedDate": now, "reviewDate": date,
        "author": {"authorName": "Jane"}, "verified": false, "origin": {"type": "APP"}, "publishCount": 1}),
    );
    let path = format!("{REVIEWS}/{}", review["id"].text());
    assert_eq!(shop.get(path).await.json(), json!({ "review": review }));
}

#[tokio::test]
async fn a_reviews_photos_are_media_with_url_width_and_height() {
    let (shop, _, hub) = Shop::asking(json!({"product_ids": [MUG], "skip_email": true})).await;
    photos::upload(&shop, &hub, &photos::jpeg(40, 20)).await;
    shop.advance(SECOND).await;
    write(&shop, &hub, "See.", "5").await;
    let review = newest(&shop).await;
    let [media] = review["content"]["media"].list().as_slice() else { panic!("{review}") };
    has(&media["image"], json!({"width": 40, "height": 20}));
    assert_eq!(photos::view(&shop, media["image"]["url"].text()).status(), 200);
    for (is_empty, found) in [(false, 1), (true, 0)] {
        assert_eq!(count(&shop, json!({"content.media": {"$isEmpty": is_empty}})).await, found);
    }
}
