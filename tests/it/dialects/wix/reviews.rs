//! Wix's reviews.

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

fn cursor(page: &Value, which: &str) -> Value {
    json!({"cursorPaging": {"cursor": page["metadata"]["cursors"][which]}})
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
async fn paging_with_an_offset_counts_what_matches() {
    let shop = with_entities(&["a", "b", "c", "d"]).await;
    let newest = json!({"sort": [{"fieldName": "createdDate", "order": "DESC"}]});
    let rated = json!({"sort": [{"fieldName": "content.rating"}]});
    for (paging, more, found, metadata) in [
        (json!({}), json!({}), "abcd", [4, 0, 4]),
        (json!({"limit": 2, "offset": 1}), json!({}), "bc", [2, 1, 4]),
        (json!({"limit": 2, "offset": 1}), newest, "cb", [2, 1, 4]),
        (json!({"limit": 5, "offset": 2}), json!({"filter": {"entityId": {"$ne": "a"}}}), "d", [1, 2, 3]),
        (json!({"offset": 3}), rated, "d", [1, 3, 4]),
        (json!({"offset": 9}), json!({}), "", [0, 9, 4]),
    ] {
        let page = query(&shop, with(more, json!({ "paging": paging }))).await;
        let [count, offset, total] = metadata;
        let metadata = json!({"count": count, "offset": offset, "total": total});
        assert_eq!((&*entities(&page).concat(), &page["metadata"]), (found, &metadata), "{paging}");
    }
}

#[tokio::test]
async fn each_field_filters_by_its_operators() {
    let shop = Shop::new().await;
    imported(&shop, &[("woo-1", 1)]).await;
    let one = newest(&shop).await;
    let (_, hub) = shop.created(json!({"product_ids": ["woo-2"], "skip_email": true})).await;
    write(&shop, &hub, "Call 0171 2345678", "3").await;
    let two = newest(&shop).await;
    shop.jump(MINUTE);
    let mug = written(&shop, "Lovely.", "5").await;
    let at = |review: &Value| review["createdDate"].clone();
    let (a, b, c) = ("woo-1", "woo-2", MUG);
    for (filter, expected) in [
        (json!({}), vec![a, b, c]),
        (json!({"id": {"$ne": two["id"].text().to_uppercase()}}), vec![a, c]),
        (json!({"id": {"$in": [one["id"], mug["id"], "x"]}}), vec![a, c]),
        (json!({"author.contactId": mug["author"]["contactId"]}), vec![b, c]),
        (json!({"author.contactId": null}), vec![a]),
        (json!({"entityId": MUG}), vec![c]),
        (json!({"entityId": {"$in": ["woo-1", "woo-2"]}}), vec![a, b]),
        (json!({"entityId": "@shop"}), vec![]),
        (json!({"moderation.moderationStatus": "APPROVED"}), vec![a, c]),
        (json!({"moderation.moderationStatus": {"$in": ["IN_MODERATION", "SUBMITTED", "UNKNOWN"]}}), vec![b]),
        (json!({"namespace": {"$ne": "stores"}}), vec![]),
        (json!({"createdDate": {"$in": [at(&one), at(&mug)]}}), vec![a, c]),
        (json!({"createdDate": {"$gt": at(&one), "$lt": at(&mug)}}), vec![b]),
        (json!({"createdDate": {"$gte": at(&two)}}), vec![b, c]),
        (json!({"createdDate": {"$lte": at(&two)}}), vec![a, b]),
        (json!({"content.rating": {"$in": [1, 5]}}), vec![a, c]),
        (json!({"content.rating": {"$gte": 3}}), vec![b, c]),
        (json!({"origin.type": "APP"}), vec![a]),
        (json!({"verified": false}), vec![a, b, c]),
        (json!({"content.media": {"$isEmpty": true}}), vec![a, b, c]),
        (json!({"$or": [{"entityId": "woo-1"}, {"content.rating": 5}]}), vec![a, c]),
    ] {
        assert_eq!(entities(&query(&shop, json!({ "filter": filter })).await), expected, "{filter}");
        assert_eq!(count(&shop, filter.clone()).await, expected.len(), "{filter}");
    }
}

#[tokio::test]
async fn a_query_sorts_by_each_field() {
    let shop = Shop::new().await;
    imported(&shop, &[("b", 5), ("a", 1), ("c", 3)]).await;
    written(&shop, "Lovely.", "4").await;
    let by = async |sort: Value| entities(&query(&shop, json!({ "sort": sort })).await).concat();
    for (sort, expected) in [
        (json!([]), format!("bac{MUG}")),
        (json!([{"fieldName": "createdDate", "order": "DESC"}]), format!("{MUG}cab")),
        (json!([{"fieldName": "content.rating"}]), format!("ac{MUG}b")),
        (json!([{"fieldName": "content.rating", "order": "DESC"}]), format!("b{MUG}ca")),
        (json!([{"fieldName": "origin.type", "order": "DESC"}, {"fieldName": "content.rating"}]), format!("{MUG}acb")),
        (json!([{"fieldName": "verified"}]), format!("bac{MUG}")),
    ] {
        assert_eq!(by(sort.clone()).await, expected, "{sort}");
    }
    let first = query(&shop, json!({"sort": [{"fieldName": "content.rating"}], "cursorPaging": {"limit": 3}})).await;
    let second = query(&shop, cursor(&first, "next")).await;
    assert_eq!(entities(&second), ["b"]);
    assert_eq!(entities(&query(&shop, cursor(&second, "prev")).await).concat(), format!("ac{MUG}"));
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
