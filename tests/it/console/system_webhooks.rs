//! Webhooks that the console makes in a shop at Shopify, with a key that is stored nowhere.

use super::*;
use crate::failures::death_at_each_await::shop as simulated;
use crate::orders_in::payloads::{at, order};
use crate::orders_in::stars::{CLIENT_ID, HOST, SHOPIFY, Shopify, TOKEN};
use crate::orders_in::{SECRET, signed};
use crate::privacy::secrets::Log;

/// The secret that the app gets later.
const NEXT_SECRET: &str = "shpss_thirdsecret0";

async fn at_shopify() -> (Shop, Visitor, Shopify) {
    let shop = simulated().await;
    let (shopify, mara) = (Shopify::new(&shop, 0), Visitor::member(&shop, MARA, "owner").await);
    (shop, mara, shopify)
}

async fn add(mara: &Visitor, domain: &str, secret: &str) -> Reply {
    let fields = [("domain", domain), ("app", CLIENT_ID), ("client_secret", secret)];
    let reply = mara.post(&format!("{SHOPIFY}/webhooks"), &fields).await;
    format!("{}{:?}", reply.body, reply.headers).lacks([CLIENT_ID, secret]);
    reply
}

/// How many webhooks were added, existed already, and were rejected.
fn outcomes(reply: &Reply) -> [usize; 3] {
    assert_eq!(reply.status, 200, "{}", reply.body);
    [">Added</span>", ">There already</span>", ">Refused</span>"].map(|chip| reply.body.matches(chip).count())
}

/// A call of Shopify, whose answer is this status, and what follows from it. Two at once would wait for each other, and here no time
/// passes meanwhile.
async fn calls(shop: &Shop, topic: &str, secret: &str, domain: &str) -> u16 {
    let body = order(&at(shop, 0), json!({})).to_string();
    let call = shop.call("POST", "/in/shopify/fern").without_key().header("x-shopify-topic", topic);
    let call = call.header("x-shopify-hmac-sha256", signed(secret, body.as_bytes()));
    let answer = call.header("x-shopify-shop-domain", domain).body(body).send().await;
    shop.settle().await;
    answer.status.as_u16()
}

#[tokio::test]
async fn each_refusal_is_explained_and_connects_nothing() {
    let (shop, mara, shopify) = at_shopify().await;
    for (status, said) in [
        (301, "This domain leads to another one."),
        (404, "Shopify has no shop with this domain."),
        (503, "Your shop answered with an error."),
    ] {
        shopify.site().instead = Some(("", (status, vec![], json!({}))));
        add(&mara, HOST, SECRET).await.is(422).shows([said]);
    }
    for domain in ["", "fern.example", "https://fern.example/x.myshopify.com"] {
        add(&mara, domain, SECRET).await.is(422).shows(["Please give the domain"]);
    }
    assert_eq!(shop.get("/api/v1/integrations").await.json(), json!({"integrations": []}));
    let port = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
    let nobody = add(&signed_in().await.1, &format!("http://127.0.0.1:{port}"), SECRET).await.is(422);
    nobody.shows(["Nothing answers at this address."]);
}

#[tokio::test]
async fn one_form_connects_shopify_by_an_app_whose_secret_signs_the_calls() {
    let log = Log::default();
    let logging = log.listen();
    let (shop, mara, shopify) = at_shopify().await;
    add(&mara, HOST, "shpss_anotherapplication").await.is(422).shows(["Shopify refused the app."]);
    shop.get("/api/v1/integrations/shopify").await.is_error(404, "not_found");

    // At first, the app lacks a scope.
    shopify.site().refuses = vec!["FULFILLMENTS_UPDATE"];
    let half = add(&mara, HOST, SECRET).await;
    assert_eq!((outcomes(&half), shopify.site().calls), ([7, 0, 1], 2), "and one for the token");
    half.shows(["Shopify refused some of them."]);
    shopify.site().refuses.clear();
    assert_eq!(outcomes(&add(&mara, HOST, SECRET).await), [1, 7, 0]);
    assert_eq!(outcomes(&add(&mara, HOST, SECRET).await), [0, 8, 0]);
    let hooks = shopify.site().hooks.clone();
    assert!(hooks.iter().all(|hook| hook["uri"] == "http://shop.example/in/shopify/fern"));
    let topics: BTreeSet<_> = hooks.iter().map(|hook| hook["topic"].text()).collect();
    let expected = "APP_UNINSTALLED FULFILLMENTS_UPDATE ORDERS_CREATE ORDERS_DELETE ORDERS_UPDATED PRODUCTS_CREATE \
        PRODUCTS_DELETE PRODUCTS_UPDATE";
    assert_eq!(topics.into_iter().collect::<Vec<_>>(), words(expected));

    // Shopify names the shop, whatever the member typed, so that the first call decides nothing.
    for domain in ["oak.myshopify.com", "fern.myshopify.com"] {
        assert_eq!(calls(&shop, "orders/create", SECRET, domain).await, 200);
    }
    let calls = shop.get("/api/v1/integrations/shopify/deliveries").await.json();
    let reasons: Vec<_> = calls["deliveries"].list().iter().map(|call| call["reason"].text()).collect();
    assert_eq!(reasons, ["not_shipped", "other_shop"]);
    drop(logging);
    let kept: String = table(&shop.world).await.into_iter().chain(log.take()).map(|row| row.to_string()).collect();
    kept.lacks([SECRET, TOKEN]);
}

#[tokio::test]
async fn the_apps_secret_replaces_that_of_webhooks_made_by_hand() {
    let (shop, mara, shopify) = at_shopify().await;
    let by_hand = "shpss_0123456789byhand";
    mara.post(SHOPIFY, &[("secret", by_hand)]).await.is(303);
    assert_eq!(outcomes(&add(&mara, HOST, SECRET).await), [8, 0, 0]);
    shop.settle().await;
    let status = async |secret: &str| calls(&shop, "orders/updated", secret, "fern.myshopify.com").await;
    assert_eq!((status(by_hand).await, status(SECRET).await), (200, 200));
    shopify.site().secrets.push(NEXT_SECRET);
    add(&mara, HOST, NEXT_SECRET).await.leads(SHOPIFY);
    shop.settle().await;
    mara.get(SHOPIFY).await.shows(["Not replaced: the previous secret still works."]);
    shop.advance(HOUR * 2).await;
    assert_eq!((status(by_hand).await, status(SECRET).await), (401, 200));
}
