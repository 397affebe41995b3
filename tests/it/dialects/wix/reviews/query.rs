//! Queries and counts: pages, filters, sorting.

use super::*;

fn cursor(page: &Value, which: &str) -> Value {
    json!({"cursorPaging": {"cursor": page["metadata"]["cursors"][which]}})
}

#[tokio::test]
async fn a_query_walks_all_reviews_oldest_first_forth_and_back_two_reads_a_page() {
    let shop = with_entities(&["a", "b", "c", "d", "e"]).await;
    let first = query(&shop, json!({"cursorPaging": {"limit": 2}})).await;
    assert_eq!((entities(&first), keys(&first["metadata"])), (vec!["a", "b"], vec!["count", "cursors"]));
    assert!(first["metadata"]["cursors"]["prev"].is_null());
    let second = query(&shop, cursor(&first, "next")).await;
    assert_eq!(entities(&second), ["c", "d"], "the cursor contains the limit");
    shop.aws().take_calls();
    let last = query(&shop, cursor(&second, "next")).await;
    assert_eq!(shop.operations(), ["GetItem", "Query", "BatchGetItem"]);
    assert_eq!((entities(&last), &last["metadata"]["cursors"]["next"]), (vec!["e"], &Value::Null));
    let back = query(&shop, cursor(&last, "prev")).await;
    assert_eq!(entities(&back), ["c", "d"]);
    let begin = query(&shop, cursor(&back, "prev")).await;
    assert_eq!((entities(&begin), &begin["metadata"]["cursors"]["prev"]), (vec!["a", "b"], &Value::Null));
}

#[tokio::test]
async fn a_page_has_50_reviews_unless_the_call_asks_for_1_to_100() {
    let names: Vec<_> = (0..101).map(|number| format!("e-{number:03}")).collect();
    let shop = with_entities(&names.iter().map(String::as_str).collect::<Vec<_>>()).await;
    assert_eq!(query(&shop, json!({})).await["metadata"]["count"], 50);
    assert_eq!(query(&shop, json!({"cursorPaging": {"limit": 100}})).await["metadata"]["count"], 100);
    let paged = query(&shop, json!({"paging": {"limit": 10, "offset": 95}})).await;
    assert_eq!(paged["metadata"], json!({"count": 6, "offset": 95, "total": 101}));
    for (asked, path, rule) in [
        (json!({"cursorPaging": {"limit": 0}}), "query.cursorPaging.limit", "MIN"),
        (json!({"cursorPaging": {"limit": 101}}), "query.cursorPaging.limit", "MAX"),
        (json!({"paging": {"limit": 1.5}}), "query.paging.limit", "FORMAT"),
        (json!({"paging": {"offset": -1}}), "query.paging.offset", "MIN"),
        (json!({"paging": {"offset": 10_001}}), "query.paging.offset", "MAX"),
        (json!({"paging": {"offset": "7"}}), "query.paging.offset", "FORMAT"),
        (json!({"paging": 7}), "query.paging", "FORMAT"),
        (json!({"paging": {"offset": 1}, "cursorPaging": {"limit": 1}}), "query.paging", "OTHER"),
    ] {
        let reply = shop.post(format!("{REVIEWS}/query"), json!({ "query": asked })).await;
        violates(&reply, path, rule);
    }
}

#[tokio::test]
async fn paging_with_an_offset_counts_what_matches() {
    let shop = with_entities(&["a", "b", "c", "d"]).await;
    let paged = async |paging: Value, more: Value| {
        let mut asked = more;
        asked["paging"] = paging;
        let page = query(&shop, asked).await;
        (entities(&page).concat(), page["metadata"].clone())
    };
    let metadata = |count: u32, offset: u32, total: u32| json!({"count": count, "offset": offset, "total": total});
    assert_eq!(paged(json!({}), json!({})).await, ("abcd".to_owned(), metadata(4, 0, 4)));
    assert_eq!(paged(json!({"limit": 2, "offset": 1}), json!({})).await, ("bc".to_owned(), metadata(2, 1, 4)));
    let newest = json!({"sort": [{"fieldName": "createdDate", "order": "DESC"}]});
    assert_eq!(paged(json!({"limit": 2, "offset": 1}), newest).await, ("cb".to_owned(), metadata(2, 1, 4)));
    let but_a = json!({"filter": {"entityId": {"$ne": "a"}}});
    assert_eq!(paged(json!({"limit": 5, "offset": 2}), but_a).await, ("d".to_owned(), metadata(1, 2, 3)));
    let rated = json!({"sort": [{"fieldName": "content.rating"}]});
    assert_eq!(paged(json!({"offset": 3}), rated).await, ("d".to_owned(), metadata(1, 3, 4)));
    assert_eq!(paged(json!({"offset": 9}), json!({})).await, (String::new(), metadata(0, 9, 4)));
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
async fn an_invalid_query_of_reviews_is_400_by_its_path() {
    let shop = Shop::new().await;
    let field = json!({"fieldName": "createdDate"});
    for (asked, path, rule) in [
        (json!([]), "query", "FORMAT"),
        (json!({"sort": [{"fieldName": "relevanceScore"}]}), "query.sort[0].fieldName", "OTHER"),
        (json!({"filter": {"content.rating": "5"}}), "query.filter.content.rating", "FORMAT"),
        (json!({"filter": {"$or": vec![json!({"verified": true}); 51]}}), "query.filter", "MAX_SIZE"),
        (json!({"sort": vec![field; 6]}), "query.sort", "MAX_SIZE"),
        (json!({"sort": [{"fieldName": "entityId"}]}), "query.sort[0].fieldName", "OTHER"),
        (json!({"sort": [{"fieldName": "verified", "order": "UP"}]}), "query.sort[0].order", "FORMAT"),
        (json!({"cursorPaging": {"cursor": "x"}}), "query.cursorPaging.cursor", "FORMAT"),
    ] {
        let reply = shop.post(format!("{REVIEWS}/query"), json!({ "query": asked })).await;
        violates(&reply, path, rule);
    }
    let reply = shop.post(format!("{REVIEWS}/count"), json!({"filter": {"verified": 1}})).await;
    violates(&reply, "filter.verified", "FORMAT");
}

#[tokio::test]
async fn a_request_cursor_is_no_review_cursor() {
    let shop = crate::dialects::wix::with_requests(2).await;
    let page =
        crate::dialects::wix::query(&shop, json!({"sort": [{"fieldName": "status"}], "cursorPaging": {"limit": 1}}))
            .await;
    let cursor = crate::dialects::wix::cursor(&page, "next");
    let reply = shop.post(format!("{REVIEWS}/query"), json!({ "query": cursor })).await;
    violates(&reply, "query.cursorPaging.cursor", "FORMAT");
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
