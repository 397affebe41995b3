//! Connections: how they are made, changed, rotated and disconnected, and systems that stop calling.

use super::payloads::{at, order, woo_order};
use super::{INTEGRATIONS, SECRET, signed};
use crate::support::*;

#[tokio::test]
async fn a_connection_has_defaults_and_its_secret_is_not_shown() {
    let shop = Shop::new().await;
    assert_eq!(shop.get(INTEGRATIONS).await.json(), json!({"integrations": []}));
    shop.get(format!("{INTEGRATIONS}/shopify")).await.is_error(404, "not_found");
    shop.connect("shopify", json!({})).await;
    let expected = json!({"platform": "shopify", "url": "http://shop.example/in/shopify/fern", "state": "active",
        "secret_hint": "cdef", "last_delivery_at": null, "last_privacy_call_at": null, "wrong_secret": null, "keeps_key": false, "usual_a_day": 0.0,
        "ask_days_after": 7, "after": "delivered", "incentivized": false, "countries": [],
        "tags_excluded": [], "products_excluded": [], "consent": "any", "consent_key": null,
        "since": at(&shop, 0)});
    assert_eq!(shop.get(format!("{INTEGRATIONS}/shopify")).await.json(), expected);
    assert_eq!(shop.get(INTEGRATIONS).await.json(), json!({"integrations": [expected]}));
}

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
async fn each_field_has_its_bounds() {
    let shop = Shop::new().await;
    for (field, value) in [
        ("secret", json!("short")),
        ("secret", json!("with a space in it")),
        ("secret", json!(7)),
        ("ask_days_after", json!(31)),
        ("ask_days_after", json!(1.5)),
        ("after", json!("paid")),
        ("keeps_key", json!("yes")),
        ("countries", json!(["de"])),
        ("tags_excluded", json!("wholesale")),
        ("products_excluded", json!("SAMPLE")),
        ("products_excluded", json!([" "])),
        ("products_excluded", json!(vec!["a"; 201])),
        ("since", json!("yesterday")),
    ] {
        let mut body = json!({"secret": SECRET});
        body[field] = value;
        shop.put(format!("{INTEGRATIONS}/shopify"), &body).await.is_error(422, &format!("invalid_{field}"));
    }
    shop.put(format!("{INTEGRATIONS}/shopify"), json!({})).await.is_error(422, "invalid_secret");
    let html = json!({"secret": "letters&digits0"});
    shop.put(format!("{INTEGRATIONS}/woocommerce"), &html).await.is_error(422, "invalid_secret");
    shop.put(format!("{INTEGRATIONS}/magento"), json!({})).await.is_error(404, "not_found");
    assert_eq!(shop.get(INTEGRATIONS).await.json(), json!({"integrations": []}));
}

#[tokio::test]
async fn two_secrets_count_for_two_hours_after_a_rotation() {
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
    let path = format!("{INTEGRATIONS}/shopify/rotate");
    shop.post(&path, json!({})).await.is_error(422, "invalid_secret");
    assert_eq!(shop.post(&path, json!({"secret": "secondsecret02"})).await.json()["secret_hint"], "et02");
    let body = order(&at(&shop, 0), json!({})).to_string();
    let status = async |secret: &str| {
        shopify.post("orders/updated", body.as_bytes(), &signed(secret, body.as_bytes())).await.status.as_u16()
    };
    assert_eq!((status(SECRET).await, status("secondsecret02").await), (200, 200));
    // Neither a double click nor another new secret ends the secret with which the system still signs.
    let put = async |secret| shop.put(format!("{INTEGRATIONS}/shopify"), json!({"secret": secret})).await;
    let refused = shop.post(&path, json!({"secret": "thirdsecret03"})).await;
    refused.is_error(409, "rotated_recently");
    assert!(refused.body.contains(&at(&shop, 2)), "{}", refused.body);
    put("thirdsecret03").await.is_error(409, "rotated_recently");
    assert_eq!(put("secondsecret02").await.status, 200, "the same is no change");
    shop.post(&path, json!({"secret": "secondsecret02"})).await.is(200);
    assert_eq!((status(SECRET).await, status("thirdsecret03").await), (200, 401));
    shop.advance(HOUR * 2).await;
    assert_eq!((status(SECRET).await, status("secondsecret02").await), (401, 200));
    put("thirdsecret03").await.is(200);
}

#[tokio::test]
async fn a_system_that_is_disconnected_is_gone_at_once() {
    let (shop, shopify) = Shop::connected("shopify", json!({})).await;
    shop.delete(format!("{INTEGRATIONS}/shopify")).await.is(200);
    let body = order(&at(&shop, 0), json!({})).to_string();
    shopify.post("orders/create", body.as_bytes(), &signed(SECRET, body.as_bytes())).await.is_error(404, "not_found");
    for path in ["/shopify", "/shopify/deliveries"] {
        shop.get(format!("{INTEGRATIONS}{path}")).await.is_error(404, "not_found");
    }
    shop.delete(format!("{INTEGRATIONS}/shopify")).await.is_error(404, "not_found");
}

#[tokio::test]
async fn a_system_is_silent_when_no_order_came_for_much_longer_than_usual() {
    let shop = Shop::new().await;
    shop.sets(json!({"owner_email": "owner@example.com"})).await;
    let woo = shop.connect("woocommerce", json!({})).await;
    for number in 0..20 {
        let fields = json!({"id": 900 + number, "number": (900 + number).to_string(), "status": "processing"});
        woo.says("order.created", &woo_order(&at(&shop, 0), fields)).await;
        shop.advance(DAY).await;
    }
    let shown = shop.get(format!("{INTEGRATIONS}/woocommerce")).await.json();
    assert_eq!((&shown["state"], &shown["usual_a_day"]), (&json!("active"), &json!(0.7)));
    // The limit is five gaps of 33.6 hours, of which a day has passed.
    shop.advance(SignedDuration::from_hours(7 * 24 - 25)).await;
    assert_eq!(shop.get(format!("{INTEGRATIONS}/woocommerce")).await.json()["state"], "active");
    shop.advance(HOUR * 2).await;
    for _ in 0..5 {
        let shown = shop.get(format!("{INTEGRATIONS}/woocommerce")).await.json();
        assert_eq!((&shown["state"], &shown["usual_a_day"]), (&json!("silent"), &json!(0.7)));
        shop.advance_days(10).await;
    }
    let notifications: Vec<_> = shop.inbox().into_iter().map(|mail| (mail.to, mail.subject)).collect();
    assert_eq!(
        notifications,
        [("owner@example.com".to_owned(), "No orders from WooCommerce are reaching Fern & Oak".to_owned())]
    );
    shop.inbox().remove(0).text.unwrap().shows(["&to=%2Fconsole%2Fconnections%2Fwoocommerce"]);
}
