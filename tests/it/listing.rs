//! Reviews from before reviews were listed: reconcile puts them into the lists, once, whatever dies on the way.

use std::collections::HashMap;

use app::Report;
use aws_sdk_dynamodb::{Client, types::AttributeValue};
use domain::Mode;
use jiff::SignedDuration;
use local::aws::TABLE;
use local::clock::MovableClock;
use local::{World, seeded_random};
use serde_json::{Value, json};

use crate::photos;
use crate::support::{BASE_URL, MUG, START, Shop, TRAY, token_of};

const REVIEWS: &str = "/api/v1/reviews";
const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// What an item of a review was made of, besides its key.
const FIELDS: [&str; 6] = ["item", "rating", "text", "display_name", "created_at", "updated_at"];
/// What there was not: rows of lists, histories, counters.
const NEW: [&str; 6] = ["RV#", "RVS#", "RVP#", "RVO#", "RVH#", "RVC#"];

/// A request for the mug and the tray, of which the first is reviewed; its hub.
async fn reviewed(shop: &Shop, order: &str) -> String {
    let (_, hub) = shop.created(json!({"order_id": order, "product_ids": [MUG, TRAY], "skip_email": true})).await;
    shop.review(&hub, 0).await;
    shop.jump(SignedDuration::from_secs(1));
    hub
}

/// Makes every review what it was before there were lists.
async fn age(world: &World) {
    let client = Client::new(&world.env().sdk);
    let rows = client.scan().table_name(TABLE).send().await.unwrap().items.unwrap();
    let text = |row: &HashMap<String, AttributeValue>, name: &str| row[name].as_s().unwrap().clone();
    for mut row in rows {
        let (pk, sk) = (text(&row, "PK"), text(&row, "SK"));
        if NEW.iter().any(|prefix| sk.starts_with(prefix)) {
            let delete = client.delete_item().table_name(TABLE).key("PK", AttributeValue::S(pk));
            delete.key("SK", AttributeValue::S(sk)).send().await.unwrap();
        } else if sk.starts_with("REV#") && row.contains_key("revision") {
            row.retain(|name, _| ["PK", "SK"].contains(&name.as_str()) || FIELDS.contains(&name.as_str()));
            client.put_item().table_name(TABLE).set_item(Some(row)).send().await.unwrap();
        }
    }
}

async fn run(shop: &Shop) -> Report {
    let parts = reconcile::start(&shop.world.env_of("reconcile")).unwrap();
    reconcile::handle(parts, json!({})).await.unwrap()
}

async fn listed(shop: &Shop) -> Vec<Value> {
    let reply = shop.get(format!("{REVIEWS}?limit=100&sort=oldest")).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    reply.json()["reviews"].as_array().unwrap().clone()
}

#[tokio::test]
async fn reviews_from_before_are_listed_as_waiting_and_private() {
    let shop = Shop::new().await;
    let other = Shop::in_world(shop.world.clone(), "oak", Mode::Live).await;
    let hub = reviewed(&shop, "A").await;
    reviewed(&shop, "B").await;
    reviewed(&other, "A").await;
    photos::upload(&shop, &hub, &photos::jpeg(8, 8)).await;
    shop.settle().await;
    // A draft and a photo's place are no reviews.
    let draft = [("token", token_of(&hub)), ("item", "1"), ("rating", "4"), ("text", "Begun"), ("display_name", "")];
    assert_eq!(shop.submit("/review/hub/draft", &draft).await.status, 303);
    age(&shop.world).await;
    assert_eq!(listed(&shop).await.len(), 0);
    assert_eq!(run(&shop).await.listed, 0, "functions of before may still run");
    shop.jump(HOUR);
    assert_eq!(run(&shop).await.listed, 3);
    assert_eq!(run(&shop).await.listed, 0, "never again");
    let reviews = listed(&shop).await;
    assert_eq!((reviews.len(), listed(&other).await.len()), (2, 1));
    for review in &reviews {
        assert_eq!((&review["status"], &review["content"]), (&json!("pending"), &json!("Lovely.")));
        assert_eq!((&review["external_product_id"], &review["reviewer_name"]), (&json!(MUG), &json!("Jane")));
        assert_eq!((&review["rating"], &review["verification"]), (&json!(5), &json!("none")));
        let history = shop.get(format!("{REVIEWS}/{}/history", review["id"])).await.json();
        let history = history["history"].as_array().unwrap();
        let what: Vec<_> = history.iter().map(|line| line["what"].as_str().unwrap()).collect();
        assert_eq!((what, &history[0]["at"]), (vec!["submitted", "held"], &review["review_created_at"]));
    }
    let shown = reviews.iter().map(|review| review["photos"].as_array().unwrap().len());
    assert_eq!(shown.collect::<Vec<_>>(), [1, 0], "the photos that were sent with it");
    let stats = shop.get(format!("{REVIEWS}/stats")).await.json();
    assert_eq!((&stats["total_reviews"], &stats["pending_count"]), (&json!(2), &json!(2)));
    let public = shop.browse(format!("/p/fern/{MUG}.json")).await;
    assert!(!public.body.contains("Lovely"), "{}", public.body);
    // They live as all others do.
    let path = format!("{REVIEWS}/{}", reviews[0]["id"]);
    let approved = shop.call("PATCH", format!("{path}/approve")).send().await;
    assert_eq!(approved.json()["status"], "approved", "{}", approved.body);
    let public = shop.browse(format!("/p/fern/{MUG}.json")).await;
    assert!(public.body.contains("Lovely"), "{}", public.body);
    let stats = shop.get(format!("{REVIEWS}/stats")).await.json();
    assert_eq!((&stats["approved_count"], &stats["pending_count"]), (&json!(1), &json!(1)));
}

#[tokio::test]
async fn a_listed_review_from_before_waits_ten_days_from_then_on() {
    let shop = Shop::new().await;
    reviewed(&shop, "A").await;
    age(&shop.world).await;
    shop.jump(SignedDuration::from_hours(24 * 80));
    run(&shop).await;
    shop.jump(HOUR);
    assert_eq!(run(&shop).await.listed, 1);
    shop.jump(SignedDuration::from_hours(24 * 9));
    assert_eq!(run(&shop).await.waiting_too_long, 0);
    shop.jump(SignedDuration::from_hours(24 * 2));
    assert_eq!(run(&shop).await.waiting_too_long, 1);
}

#[tokio::test]
async fn a_review_that_is_edited_before_it_is_listed_is_listed_and_counted_once() {
    let shop = Shop::new().await;
    let hub = reviewed(&shop, "A").await;
    age(&shop.world).await;
    let edit = [("token", token_of(&hub)), ("item", "0"), ("rating", "2"), ("text", "Broke."), ("display_name", "")];
    assert_eq!(shop.submit("/review/hub/review", &edit).await.status, 303);
    let check = |reviews: Vec<Value>, stats: Value| {
        assert_eq!(reviews.len(), 1);
        assert_eq!((&reviews[0]["content"], &reviews[0]["external_product_id"]), (&json!("Broke."), &json!(MUG)));
        assert_eq!((&stats["total_reviews"], &stats["reviews_by_rating"]["2"]), (&json!(1), &json!(1)));
    };
    check(listed(&shop).await, shop.get(format!("{REVIEWS}/stats")).await.json());
    run(&shop).await;
    shop.jump(HOUR);
    assert_eq!(run(&shop).await.listed, 0);
    check(listed(&shop).await, shop.get(format!("{REVIEWS}/stats")).await.json());
}

#[tokio::test]
async fn a_walk_that_dies_at_any_await_is_resumed() {
    let scene = || async {
        let clock = MovableClock::frozen(START.parse().unwrap());
        let world = World::simulated(BASE_URL.to_owned(), clock, seeded_random(1)).unwrap();
        let shop = Shop::in_world(world, "fern", Mode::Live).await;
        for order in ["A", "B"] {
            reviewed(&shop, order).await;
        }
        age(&shop.world).await;
        // The first run plans the walk.
        shop.world.reconcile().await.unwrap();
        shop.jump(HOUR);
        shop
    };
    let calm = scene().await;
    let first = calm.world.aws().invocations().len();
    assert_eq!(calm.world.reconcile().await.unwrap().listed, 2);
    let awaits = calm.world.aws().invocations()[first].awaits;
    for at in 1..=awaits {
        let shop = scene().await;
        shop.world.aws().set_crashes(move |begun| (begun == first).then_some(at));
        assert!(shop.world.reconcile().await.is_err(), "it died at {at}");
        shop.world.reconcile().await.unwrap();
        assert_eq!(listed(&shop).await.len(), 2, "{at}");
        let stats = shop.get(format!("{REVIEWS}/stats")).await.json();
        assert_eq!(stats["pending_count"], 2, "{at}");
    }
    assert!(awaits > 10, "{awaits}");
}

#[tokio::test]
async fn a_review_of_a_request_that_was_deleted_is_listed_too() {
    let shop = Shop::new().await;
    reviewed(&shop, "A").await;
    age(&shop.world).await;
    let client = Client::new(&shop.world.env().sdk);
    let rows = client.scan().table_name(TABLE).send().await.unwrap().items.unwrap();
    let request = rows.into_iter().find(|row| row["SK"].as_s().unwrap().starts_with("REQ#")).unwrap();
    let delete = client.delete_item().table_name(TABLE).key("PK", request["PK"].clone());
    delete.key("SK", request["SK"].clone()).send().await.unwrap();
    run(&shop).await;
    shop.jump(HOUR);
    assert_eq!(run(&shop).await.listed, 1);
    assert_eq!(listed(&shop).await[0]["content"], "Lovely.");
}
