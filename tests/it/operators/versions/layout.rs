//! The table has a layout number, and no function works with a table in another layout.

use std::cell::RefCell;

use edge::aws::StartError;
use edge::env::Env;
use local::functions::{Functions, crate_names};
use store::shop::service::LAYOUT;

use crate::hub::photos;
use crate::privacy::secrets::Log;
use crate::support::*;

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

async fn set_layout(shop: &Shop, layout: u32) {
    let [key, layout] = [AttributeValue::S("SERVICE".to_owned()), AttributeValue::N(layout.to_string())];
    let update = shop.dynamodb().update_item().table_name(local::TABLE).key("PK", key.clone()).key("SK", key);
    let update = update.update_expression("SET layout = :layout").expression_attribute_values(":layout", layout);
    update.send().await.unwrap();
}

#[tokio::test]
async fn no_function_starts_with_a_table_of_another_layout() {
    let shop = Shop::new().await;
    let (_, hub) = shop.created(json!({"skip_email": true, "product_ids": [MUG]})).await;
    let upload = photos::upload(&shop, &hub, &photos::jpeg(8, 8)).await;
    for (name, env) in started(&shop).1 {
        assert!(env.prime().await.is_ok(), "{name}");
    }
    assert_eq!(item(&shop.world, "SERVICE", "SERVICE").await.unwrap()["layout"]["N"], LAYOUT.to_string());
    set_layout(&shop, 99).await;
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
    set_layout(&shop, LAYOUT).await;
    assert!(take().await);
    assert_ne!(shop.aws().objects(), before.1);
}
