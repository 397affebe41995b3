//! The data that is stored about a buyer, and privacy topics despite failures.

use super::payloads::{at, of, order, shipped, with};
use super::result;
use crate::privacy::export::exported as exported_of;
use crate::privacy::person::found;
use crate::privacy::{ERASE, done};
use crate::support::*;

const JANE: &str = "jane@example.com";

/// How many rows lead to an order from a system.
async fn states(shop: &Shop) -> usize {
    let rows = table(&shop.world).await;
    let keys = rows.iter().filter_map(|row| row["SK"]["S"].as_str());
    keys.filter(|sk| sk.starts_with("ORD#") || sk.starts_with("INA#")).count()
}

async fn exported(shop: &Shop) -> Value {
    exported_of(shop, json!({"email": JANE})).await.0
}

fn usual(topic: &str) -> Value {
    of(topic, "", "", json!({}))
}

#[tokio::test]
async fn nothing_personal_is_in_clear() {
    let shop = Shop::new().await;
    shop.connect("shopify", json!({})).await.sends("orders/create", &order(&at(&shop, 0), json!({}))).await;
    let queued = shop.aws().queue(local::Work::Orders).unwrap().bodies();
    assert!(!queued.is_empty());
    shop.settle().await;
    let stored = table(&shop.world).await.iter().map(ToString::to_string).chain(queued).collect::<String>();
    stored.lacks(["jane@example.com", "Jane", super::SECRET]);
}

#[tokio::test]
async fn an_erasure_of_a_shop_that_takes_long_goes_on_in_the_next_run() {
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
    for id in 4001..4004 {
        let fields = json!({"id": id, "name": format!("#{id}"), "email": format!("buyer{id}@example.com")});
        shopify.says("orders/create", &order(&at(&shop, 0), fields)).await;
    }
    shopify.says("shop/redact", &usual("shop/redact")).await;
    shop.advance(HOUR * 48 - MINUTE).await;
    shop.fails("DeleteItem", Fault::Delay(Duration::from_secs(9)));
    shop.aws().hurry(1_000);
    shop.advance(MINUTE * 6).await;
    shop.heals();
    shop.advance(MINUTE * 5).await;
    assert_eq!(shopify.last().await.0, "stopped");
    assert_eq!(states(&shop).await, 0);
    assert_eq!(shop.aws().timed_out(), Vec::<String>::new(), "no run is longer than its function may be");
}

#[tokio::test]
async fn a_person_is_found_in_orders_that_are_nobodys_customer() {
    // A rule leaves the order out, so its buyer is no customer.
    let (shop, shopify) = Shop::connected("shopify", json!({"after": "fulfilled", "countries": ["AT"]})).await;
    let now = at(&shop, 0);
    let tags = json!({"tags": "VIP, late payer"});
    shopify.says("orders/fulfilled", &with(shipped(&now), tags.clone())).await;
    let stored = exported(&shop).await["orders"][0].clone();
    has(&stored, json!({"email": JANE, "language": "de-DE", "tags": ["late payer", "vip"], "country": "DE"}));
    assert!(found(&shop, &["late payer"]).await.contains_key("late payer"));
    done(&shop, ERASE, json!({"email": JANE})).await;
    assert_eq!(found(&shop, &[JANE, "late payer"]).await, BTreeMap::new());
    shopify.says("orders/updated", &with(shipped(&at(&shop, 1)), tags)).await;
    assert_eq!(found(&shop, &[JANE, "late payer"]).await, BTreeMap::new(), "they do not come back");
    assert_eq!(exported(&shop).await["orders"], json!([]));
    assert_eq!(states(&shop).await, 1, "of the order without its buyer");
}

#[tokio::test]
async fn a_call_that_fails_for_a_day_is_refused_and_what_it_said_is_forgotten() {
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
    shop.fails("TransactWriteItems", Fault::Deny);
    shopify.sends("customers/redact", &usual("customers/redact")).await;
    shop.advance(HOUR * 23).await;
    assert_eq!(shopify.last().await, result("", ""), "it is tried");
    shop.advance(HOUR * 3).await;
    assert_eq!(shopify.last().await, result("refused", "failed"));
    let rows = table(&shop.world).await;
    assert!(rows.iter().all(|row| row.get("content").is_none()), "nothing that a call said");
}
