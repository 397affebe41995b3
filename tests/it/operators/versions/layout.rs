//! The table has a layout number, and no function works with a table in another layout.

use std::cell::RefCell;

use edge::aws::StartError;
use edge::env::Env;
use local::functions::{Functions, crate_names};
use store::shop::service::LAYOUTS;

use crate::hub::photos;
use crate::operators::admin::run;
use crate::privacy::secrets::Log;
use crate::support::*;

use super::sk;
use crate::privacy::person::rows;

fn started(shop: &Shop) -> (Functions, Vec<(String, Env)>) {
    let envs = RefCell::new(Vec::new());
    let functions = Functions::start(shop.aws(), |name| {
        let mut env = shop.world.env_of(name);
        env.settings = env.settings.clone().with("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        envs.borrow_mut().push((name.to_owned(), env.clone()));
        env
    });
    (functions.unwrap(), envs.into_inner())
}

async fn set_layout(shop: &Shop, from: u32, to: u32) -> bool {
    shop.store().set_layout(from, to).await.unwrap()
}

#[tokio::test]
async fn a_function_that_does_not_know_the_layout_does_not_start() {
    let shop = Shop::new().await;
    let known = *LAYOUTS.end();
    let (_, hub) = shop.created(json!({"skip_email": true, "product_ids": [MUG]})).await;
    let upload = photos::upload(&shop, &hub, &photos::jpeg(8, 8)).await;
    for (name, env) in started(&shop).1 {
        assert!(env.prime().await.is_ok(), "{name}");
    }
    assert!(set_layout(&shop, known, 99).await);
    let (functions, envs) = started(&shop);
    let mut refused = Vec::new();
    for (name, env) in envs {
        match env.prime().await {
            Err(StartError::Layout(99)) => refused.push(name),
            Err(error) => panic!("{name}: {error}"),
            Ok(()) => assert!(["reconcile", "take-photo"].contains(&name.as_str()), "{name} serves"),
        }
    }
    refused.sort();
    refused.dedup();
    assert_eq!(refused.len(), crate_names().count() - 2, "{refused:?}");
    // These functions read nothing when they start, and fail when they are called.
    let error = reconcile::handle(functions.reconcile.clone(), json!({})).await.unwrap_err().to_string();
    error.shows(["layout 99"]);
    let stored = async || (table(&shop.world).await, shop.aws().objects());
    let take = async || photos::takes(functions.take_photo.clone(), photos::event_about(&upload)).await;
    let (before, log) = (stored().await, Log::default());
    let logging = log.listen();
    assert!(!take().await, "its message comes back");
    drop(logging);
    assert_eq!(log.lines_about("layout 99"), 1);
    assert_eq!(stored().await, before);
    // It works again in a version that knows the layout.
    assert!(set_layout(&shop, 99, known).await && take().await);
    assert_ne!(shop.aws().objects(), before.1);
}

#[tokio::test]
async fn the_first_shop_writes_the_layout_and_only_the_operator_moves_it() {
    let shop = Shop::new().await;
    let known = *LAYOUTS.end();
    let stored = async || item(&shop.world, "SERVICE", "SERVICE").await.unwrap()["layout"]["N"].clone();
    assert_eq!(stored().await, known.to_string());
    assert!(!set_layout(&shop, known + 1, known + 2).await, "it has another one");
    shop.beside("acme").await.get("/api/v1/settings").await.is(200);
    let ask =
        async |layout: u32, from: u32| run(&shop.world, json!({"set_layout": {"layout": layout, "from": from}})).await;
    assert!(ask(99, known).await.is_err(), "this code does not know it");
    assert!(ask(known, known).await.is_ok());
    assert_eq!(stored().await, known.to_string());
    assert_eq!(run(&shop.world, json!({"show_service": {}})).await.unwrap(), json!({ "layout": known }));
    assert_eq!(run(&machines_world(), json!({"show_service": {}})).await.unwrap(), json!({ "layout": null }));
}

#[tokio::test]
async fn a_message_waits_for_the_release_that_knows_its_words() {
    let (shop, id, _) = Shop::asking(json!({"delay_days": 1})).await;
    let client = shop.dynamodb();
    let rows = rows(&shop).await;
    let row = rows.into_iter().find(|row| sk(row).starts_with("REQ#")).unwrap();
    let mut newer = row.clone();
    let fields = row["request"].as_s().unwrap().replace(r#""via":"email""#, r#""via":"by_owl""#);
    newer.insert("request".to_owned(), AttributeValue::S(fields));
    let put = async |row| client.put_item().table_name(local::TABLE).set_item(Some(row)).send().await.unwrap();
    put(newer.clone()).await;
    shop.advance_days(2).await;
    shop.get(format!("/api/v1/review-requests/{id}")).await.is(500);
    assert!(shop.inbox().is_empty());
    put(row).await;
    shop.advance(HOUR).await;
    assert_eq!(shop.inbox().len(), 1);
}
