//! Connections: their secrets, and systems that stop calling.

use super::payloads::{at, woo_order};
use super::{INTEGRATIONS, SECRET, signed};
use crate::console::{MARA, Visitor, shop};
use crate::support::*;

#[tokio::test]
async fn woocommerce_gets_a_secret_which_is_shown_once() {
    let shop = Shop::new().await;
    let path = format!("{INTEGRATIONS}/woocommerce");
    let made = shop.put(&path, json!({})).await.json();
    let secret = made["secret"].text();
    assert!(secret.len() >= 32 && secret.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    assert!(secret.ends_with(made["secret_hint"].text()));
    assert_eq!(shop.get(&path).await.json().get("secret"), None);
    assert_eq!(shop.put(&path, json!({})).await.json().get("secret"), None);
    let body = woo_order(&at(&shop, 0), json!({})).to_string();
    let call = shop.call("POST", path_of(made["url"].text())).without_key();
    let call = call.header("x-wc-webhook-topic", "order.updated");
    call.header("x-wc-webhook-signature", signed(secret, body.as_bytes())).body(body).send().await.is(200);
}

#[tokio::test]
async fn the_owner_hears_of_each_silence_and_today_has_it_with_calls_that_are_refused() {
    let shop = shop().await;
    shop.sets(json!({"owner_email": "owner@example.com"})).await;
    let woo = shop.connect("woocommerce", json!({})).await;
    let notifications = || shop.inbox().iter().filter(|mail| mail.subject.starts_with("No orders from")).count();
    let body = json!({"id": 93, "name": "Mug", "date_modified_gmt": at(&shop, 0).trim_end_matches('Z')}).to_string();
    let signature = signed(SECRET, body.as_bytes());
    // There are three calls an hour, day and night.
    let busy = async |days: i64| {
        for _ in 0..24 * days {
            for _ in 0..3 {
                woo.post("product.updated", body.as_bytes(), &signature).await.is(200);
                shop.jump(SECOND * 60);
            }
            shop.advance(HOUR).await;
        }
    };
    busy(8).await;
    let state = async || shop.get(format!("{INTEGRATIONS}/woocommerce")).await.json()["state"].clone();
    assert_eq!((state().await, notifications()), (json!("active"), 0));
    shop.advance(HOUR * 4).await;
    assert_eq!((state().await, notifications()), (json!("active"), 0), "five hours");
    shop.advance(HOUR * 2).await;
    assert_eq!((state().await, notifications()), (json!("silent"), 1));
    let today = Visitor::signed_in(&shop, MARA).await.get("/console/today").await.body;
    today.shows(["WooCommerce has gone quiet", "/console/connections/woocommerce"]);
    shop.advance_days(2).await;
    assert_eq!(notifications(), 1, "it is the same silence");

    busy(1).await;
    woo.sends("order.updated", &json!({"id": false})).await;
    assert_eq!(state().await, json!("active"));
    let mara = Visitor::signed_in(&shop, MARA).await;
    let today = mara.get("/console/today").await.body;
    assert!(today.contains("1 call from WooCommerce was refused") && !today.contains("has gone quiet"), "{today}");
    mara.get("/console/connections/woocommerce").await.shows(["without id, which could not be read"]);
    shop.advance_days(1).await;
    assert_eq!((state().await, notifications()), (json!("silent"), 2), "it is another one");
    shop.advance_days(3).await;
    assert!(!Visitor::signed_in(&shop, MARA).await.get("/console/today").await.body.contains("was refused"));
}
