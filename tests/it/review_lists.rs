//! Lists of reviews by stars, whole however many others there are, and what was stored before there were such lists.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::{AttributeValue, PutRequest, WriteRequest};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::privacy::person::rows;
use crate::support::{MUG, Shop, item, token_of};

const REVIEWS: &str = "/api/v1/reviews";
/// More than one call looks at.
const MANY: u64 = 20_100;

type Row = HashMap<String, AttributeValue>;

/// Writes a review with these stars; its id.
async fn reviewed(shop: &Shop, stars: &str) -> u64 {
    let (_, hub) = shop.created(json!({"product_ids": [MUG], "skip_email": true})).await;
    let form = [("token", token_of(&hub)), ("item", "0"), ("rating", stars), ("text", "Fine."), ("display_name", "")];
    assert_eq!(shop.submit("/review/hub/review", &form).await.status, 303);
    shop.jump(SignedDuration::from_hours(1));
    shop.get(format!("{REVIEWS}?limit=1")).await.json()["reviews"][0]["id"].as_u64().unwrap()
}

async fn put(shop: &Shop, rows: Vec<Row>) {
    let client = aws_sdk_dynamodb::Client::new(&shop.world.env().sdk);
    let put = |row| PutRequest::builder().set_item(Some(row)).build().unwrap();
    let writes: Vec<_> = rows.into_iter().map(|row| WriteRequest::builder().put_request(put(row)).build()).collect();
    for some in writes.chunks(25) {
        client.batch_write_item().request_items(local::TABLE, some.to_vec()).send().await.unwrap();
    }
}

async fn ids(shop: &Shop, query: &str) -> Vec<u64> {
    let reply = shop.get(format!("{REVIEWS}?{query}")).await;
    assert_eq!(reply.status, 200, "{query}: {}", reply.body);
    reply.json()["reviews"].as_array().unwrap().iter().map(|review| review["id"].as_u64().unwrap()).collect()
}

#[tokio::test]
async fn what_has_one_star_is_found_behind_any_number_with_five() {
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
    let total = shop.get(format!("{REVIEWS}?max_rating=1")).await.json()["total"].clone();
    assert_eq!(total, 1);
    // What is not to be found by looking at 20,000 rows is refused, unless a cursor leads on.
    let unsorted = format!("{REVIEWS}?status=approved&replied=true");
    shop.get(format!("{unsorted}&sort=highest_rated")).await.is_error(422, "invalid_sort");
    let page = shop.get(unsorted).await.json();
    assert_eq!((&page["reviews"], page["next_cursor"].is_string()), (&json!([]), true));
}

#[tokio::test]
async fn what_was_stored_before_the_lists_by_stars_is_in_every_list_once() {
    let shop = Shop::new().await;
    let [old, new] = [reviewed(&shop, "3").await, reviewed(&shop, "3").await];
    let other = reviewed(&shop, "5").await;
    // As it was stored then: in one list of its state, and the review without a word about that.
    let all = rows(&shop).await;
    let row = all.iter().find(|row| row["SK"].as_s().unwrap() == &format!("RVS#published#@3#{old:016}")).unwrap();
    let client = aws_sdk_dynamodb::Client::new(&shop.world.env().sdk);
    let gone = client.delete_item().table_name(local::TABLE).key("PK", row["PK"].clone()).key("SK", row["SK"].clone());
    gone.send().await.unwrap();
    let mut earlier = row.clone();
    for name in ["PK", "SK"] {
        earlier.insert(name.to_owned(), AttributeValue::S(row[name].as_s().unwrap().replace("@3", "@all")));
    }
    let is_it = |row: &&Row| row.get("id").is_some_and(|id| id.as_n().is_ok_and(|id| *id == old.to_string()));
    let mut review = all.iter().find(|row| is_it(row) && row.contains_key("by_stars")).unwrap().clone();
    review.remove("by_stars");
    put(&shop, vec![earlier, review]).await;
    for (query, expected) in [
        ("status=approved", vec![other, new, old]),
        ("status=approved&sort=oldest&limit=2", vec![old, new]),
        ("status=approved&sort=lowest_rated", vec![new, old, other]),
        ("min_rating=3&max_rating=3", vec![new, old]),
        ("min_rating=4", vec![other]),
        ("max_rating=2&status=approved", vec![]),
    ] {
        assert_eq!(ids(&shop, query).await, expected, "{query}");
    }
    let public = shop.call("GET", "/api/v1/vendors/fern/reviews?rating=3").without_key().send().await.json();
    assert_eq!((&public["total"], public["reviews"].as_array().unwrap().len()), (&json!(2), 2));
    // Its next change moves it.
    let reject = shop.call("PATCH", format!("{REVIEWS}/{old}/reject")).json(&json!({"reason": "fake"}));
    assert_eq!(reject.send().await.status, 200);
    assert_eq!(ids(&shop, "status=approved").await, [other, new]);
    assert_eq!(ids(&shop, "status=rejected&max_rating=3").await, [old]);
    let row = |list: &str| (format!("T#fern.live#RVS#{list}"), format!("RVS#{list}#{old:016}"));
    for (list, is_there) in [("published#@all", false), ("withheld#@all", false), ("withheld#@3", true)] {
        let (pk, sk) = row(list);
        assert_eq!(item(&shop.world, &pk, &sk).await.is_some(), is_there, "{list}");
    }
    assert_eq!(shop.call("PATCH", format!("{REVIEWS}/{old}/approve")).json(&json!({})).send().await.status, 200);
    assert_eq!(ids(&shop, "status=approved&sort=lowest_rated").await, [new, old, other]);
    let value: Value = shop.get("/api/v1/reviews/stats").await.json();
    assert_eq!(value["approved_count"], 3);
}
