//! Wix's reviews, and what their tests share.

mod decide;
mod errors;
mod query;
mod read;

use super::*;
use crate::importing::{file, import};

const REVIEWS: &str = "/reviews/v1/reviews";
/// The path of the same API on a site's own URL, which the SDK calls.
const OF_SITE: &str = "/_api/reviews/v1/reviews";

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

async fn with_written(text: &str, rating: &str) -> (Shop, Value) {
    let shop = Shop::new().await;
    let review = written(&shop, text, rating).await;
    (shop, review)
}

#[track_caller]
fn shown(reply: &Reply) -> Value {
    assert_eq!(reply.status, 200, "{}", reply.body);
    has_request_id(reply);
    assert_eq!(keys(&reply.json()), ["review"]);
    reply.json()["review"].clone()
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
    let reply = shop.post(format!("{REVIEWS}/query"), json!({"query": query, "returnPrivateReviews": true})).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    has_request_id(&reply);
    let page = reply.json();
    assert_eq!(keys(&page), ["metadata", "reviews"]);
    assert_eq!(page["metadata"]["count"], page["reviews"].list().len());
    page
}

fn entities(page: &Value) -> Vec<&str> {
    page["reviews"].list().iter().map(|review| review["entityId"].text()).collect()
}

fn path(review: &Value) -> String {
    format!("{REVIEWS}/{}", review["id"].text())
}

async fn got(shop: &Shop, review: &Value) -> Value {
    shown(&shop.get(format!("{}?returnPrivateReviews=true", path(review))).await)
}

async fn count(shop: &Shop, filter: Value) -> Value {
    let reply = shop.post(format!("{REVIEWS}/count"), json!({"filter": filter, "includePrivateReviews": true})).await;
    assert_eq!((reply.status.as_u16(), keys(&reply.json())), (200, vec!["count"]), "{}", reply.body);
    reply.json()["count"].clone()
}

async fn history(shop: &Shop, review: &Value) -> Vec<String> {
    let path = format!("/api/v1/reviews/{}/history", review["id"].text());
    let history = shop.get(path).await.json()["history"].clone();
    history.list().iter().map(|line| line["what"].owned()).collect()
}
