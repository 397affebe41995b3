//! How much one call reads of Wix's reviews. `tests/stories/dialects/wix_reviews.story` tells of the rest.

use super::*;
use crate::importing::{file, import};

const REVIEWS: &str = "/reviews/v1/reviews";

/// A shop with an imported review of each entity, written a second apart.
async fn with_entities(entities: &[&str]) -> Shop {
    let shop = Shop::new().await;
    let row = |(number, entity): (usize, &&str)| {
        let (minute, second) = (number / 60, number % 60);
        format!("r-{number},{entity},4,,Text {number}.,Jane,,,,2025-03-02T10:{minute:02}:{second:02}Z")
    };
    let rows: Vec<_> = entities.iter().enumerate().map(row).collect();
    let rows: Vec<_> = rows.iter().map(String::as_str).collect();
    let done = import(&shop, "format=afterword", &file(&rows)).await;
    assert_eq!(done["imported"], entities.len(), "{done}");
    shop
}

async fn query(shop: &Shop, query: Value) -> Value {
    let body = json!({"query": query, "returnPrivateReviews": true});
    shop.post(format!("{REVIEWS}/query"), body).await.is(200).json()
}

fn entities(page: &Value) -> Vec<&str> {
    page["reviews"].list().iter().map(|review| review["entityId"].text()).collect()
}

fn cursor(page: &Value, which: &str) -> Value {
    json!({"cursorPaging": {"cursor": page["metadata"]["cursors"][which]}})
}

#[tokio::test]
async fn a_query_walks_all_reviews_oldest_first_forth_and_back_three_reads_a_page() {
    let names: Vec<_> = (0..101).map(|number| format!("e-{number:03}")).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let shop = with_entities(&names).await;
    assert_eq!(query(&shop, json!({})).await["metadata"]["count"], 50);
    let first = query(&shop, json!({"cursorPaging": {"limit": 100}})).await;
    assert_eq!((entities(&first), keys(&first["metadata"])), (names[..100].to_vec(), vec!["count", "cursors"]));
    assert!(first["metadata"]["cursors"]["prev"].is_null());
    shop.aws().take_calls();
    let last = query(&shop, cursor(&first, "next")).await;
    assert_eq!(shop.operations(), ["GetItem", "Query", "BatchGetItem"]);
    assert_eq!((entities(&last), &last["metadata"]["cursors"]["next"]), (vec!["e-100"], &Value::Null));
    // The cursor contains the limit.
    let begin = query(&shop, cursor(&last, "prev")).await;
    assert_eq!((entities(&begin), &begin["metadata"]["cursors"]["prev"]), (entities(&first), &Value::Null));
    let paged = query(&shop, json!({"paging": {"limit": 10, "offset": 95}})).await;
    assert_eq!(paged["metadata"], json!({"count": 6, "offset": 95, "total": 101}));
}

#[tokio::test]
async fn more_than_5000_reviews_are_not_counted_or_sorted_one_by_one() {
    let shop = with_entities(&["a"]).await;
    for prefix in (1..=5).map(|stars| format!("RVS#published#@{stars}#")).chain(["RV#".to_owned()]) {
        copy_row(&shop, &prefix, 5_001, |_, _, _| {}).await;
    }
    let ask = async |what: &str, body: Value| shop.post(format!("{REVIEWS}/{what}"), body).await;
    let some = json!({"namespace": "stores"});
    is_error(&ask("count", json!({"filter": some})).await, 428, "TOO_MANY_TO_COUNT");
    is_error(&ask("query", json!({"query": {"sort": [{"fieldName": "verified"}]}})).await, 400, "TOO_MANY_TO_SORT");
    assert_eq!(ask("count", json!({})).await.json(), json!({"count": 1}), "the counters know of one");
    let paged = ask("query", json!({"query": {"filter": some, "paging": {"limit": 1}}})).await.json();
    assert_eq!(paged["metadata"]["tooManyToCount"], true);
    assert!(paged["metadata"].get("total").is_none());
    let rare = json!({"query": {"filter": {"content.rating": 2}, "paging": {"offset": 1}}});
    is_error(&ask("query", rare).await, 400, "TOO_MANY_TO_SORT");
}
