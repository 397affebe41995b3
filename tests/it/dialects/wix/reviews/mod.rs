//! Wix's reviews, and what their tests share.

mod bulk;
mod create;
mod decide;
mod errors;
mod query;
mod read;
mod update;

use super::*;

const REVIEWS: &str = "/reviews/v1/reviews";
/// The path of the same API on a site's own URL, which the SDK calls.
const OF_SITE: &str = "/_api/reviews/v1/reviews";
const BULK: &str = "/reviews/v1/bulk/reviews";

/// The smallest valid review, with these fields added or replaced.
fn least(fields: Value) -> Value {
    let author = json!({"contactId": STRANGER});
    with(json!({"namespace": "stores", "entityId": MUG, "content": {"rating": 4}, "author": author}), fields)
}

async fn create(shop: &Shop, fields: Value) -> Reply {
    shop.post(REVIEWS, json!({ "review": least(fields) })).await
}

async fn created(shop: &Shop, fields: Value) -> Value {
    shown(&create(shop, fields).await)
}

async fn with_review(fields: Value) -> (Shop, Value) {
    let shop = Shop::new().await;
    let review = created(&shop, fields).await;
    (shop, review)
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

fn contact(number: usize) -> Value {
    json!({"contactId": format!("8d141741-5caf-455b-9775-{number:012}")})
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

/// Creates a review of each entity, a second apart, each by another contact.
async fn with_entities(entities: &[&str]) -> Shop {
    let shop = Shop::new().await;
    for (number, entity) in entities.iter().enumerate() {
        created(&shop, json!({"entityId": entity, "author": contact(number)})).await;
        shop.jump(SECOND);
    }
    shop
}

async fn history(shop: &Shop, review: &Value) -> Vec<String> {
    let path = format!("/api/v1/reviews/{}/history", review["id"].text());
    let history = shop.get(path).await.json()["history"].clone();
    history.list().iter().map(|line| line["what"].owned()).collect()
}
