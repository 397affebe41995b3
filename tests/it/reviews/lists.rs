//! Lists of reviews: they are complete, whatever the number of other reviews.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::{PutRequest, WriteRequest};

use crate::privacy::person::rows;
use crate::support::*;

const REVIEWS: &str = "/api/v1/reviews";
/// This is more than one call reads.
const MANY: u64 = 20_100;

type Row = HashMap<String, AttributeValue>;

async fn reviewed(shop: &Shop, stars: &str) -> u64 {
    shop.rates(&[("rating", stars), ("text", "Fine."), ("display_name", "")]).await;
    shop.jump(HOUR);
    shop.get(format!("{REVIEWS}?limit=1")).await.json()["reviews"][0]["id"].number()
}

async fn put(shop: &Shop, rows: Vec<Row>) {
    let client = shop.dynamodb();
    let put = |row| PutRequest::builder().set_item(Some(row)).build().unwrap();
    let writes: Vec<_> = rows.into_iter().map(|row| WriteRequest::builder().put_request(put(row)).build()).collect();
    for some in writes.chunks(25) {
        client.batch_write_item().request_items(local::TABLE, some.to_vec()).send().await.unwrap();
    }
}

async fn ids(shop: &Shop, query: &str) -> Vec<u64> {
    let reply = shop.get(format!("{REVIEWS}?{query}")).await;
    assert_eq!(reply.status, 200, "{query}: {}", reply.body);
    reply.json()["reviews"].list().iter().map(|review| review["id"].number()).collect()
}

#[tokio::test]
async fn one_star_reviews_are_found_behind_any_number_with_five() {
    let shop = Shop::new().await;
    let oldest = reviewed(&shop, "1").await;
    let five = reviewed(&shop, "5").await;
    let newest = reviewed(&shop, "2").await;
    let of_it = |row: &Row| row["SK"].as_s().unwrap().ends_with(&format!("@5#{five:016}"));
    let row = rows(&shop).await.into_iter().find(of_it).unwrap();
    let copy = |number: u64| {
        let mut row = row.clone();
        row.insert("SK".to_owned(), AttributeValue::S(format!("RVS#published#@5#{:016}", five + number)));
        row
    };
    put(&shop, (1..=MANY).map(copy).collect()).await;
    for (query, expected) in [
        ("sort=lowest_rated&limit=2", vec![oldest, newest]),
        ("status=approved&sort=lowest_rated&limit=1&offset=1", vec![newest]),
        ("max_rating=2", vec![newest, oldest]),
        ("max_rating=1&status=approved", vec![oldest]),
        ("min_rating=2&max_rating=4&sort=oldest", vec![newest]),
        ("status=rejected&sort=highest_rated", vec![]),
    ] {
        assert_eq!(ids(&shop, query).await, expected, "{query}");
    }
    assert_eq!(shop.get(format!("{REVIEWS}?max_rating=1")).await.json()["total"].clone(), 1);
    // A query that would have to read more than 20,000 rows is an error, unless a cursor can continue it.
    let unsorted = format!("{REVIEWS}?status=approved&replied=true");
    shop.get(format!("{unsorted}&sort=highest_rated")).await.is_error(422, "invalid_sort");
    let page = shop.get(unsorted).await.json();
    assert_eq!((&page["reviews"], page["next_cursor"].is_string()), (&json!([]), true));
}

#[tokio::test]
async fn reviews_of_one_millisecond_have_ids_of_their_own() {
    let shop = Shop::new().await;
    let products: Vec<_> = (1..=50).map(|number| format!("shopify-{number}")).collect();
    // Besides the millisecond, an id has twelve random bits. Among 200 ids, five pairs have the same bits.
    for _ in 0..4 {
        let (_, hub) = shop.created(json!({"product_ids": products, "skip_email": true})).await;
        for item in 0..50 {
            shop.review(&hub, item).await;
        }
    }
    let mut found = ids(&shop, "limit=100").await;
    found.extend(ids(&shop, "limit=100&offset=100").await);
    assert_eq!(BTreeSet::from_iter(found).len(), 200);
}
