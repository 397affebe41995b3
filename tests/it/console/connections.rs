//! The pages for connections to shops' own systems.

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::{MARA, Visitor, made, member, shop};
use crate::orders_in::payloads::{at, woo_order};
use crate::orders_in::signed;

const WOO: &str = "/console/connections/woocommerce";
const SHOPIFY: &str = "/console/connections/shopify";

#[tokio::test]
async fn woocommerce_is_connected_step_by_step() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    assert!(mara.get("/console/connections").await.body.contains("Not connected"));
    let connected = mara.post(WOO, &[]).await;
    assert_eq!((connected.status.as_u16(), connected.header("cache-control")), (200, "no-store, no-transform"));
    let secret = made(&connected.body).to_owned();
    assert!(connected.body.contains("http://shop.example/in/woocommerce/fern"), "{}", connected.body);
    assert!(!mara.get(WOO).await.body.contains(&secret), "it is shown once");

    // A call with another secret is not in the list, but the page mentions it until a call with the right secret came.
    assert!(connected.body.contains("Waits for the first call"), "{}", connected.body);
    let call = || shop.call("POST", "/in/woocommerce/fern").without_key().header("x-wc-webhook-topic", "order.created");
    let forged = call().header("x-wc-webhook-signature", "AAAA").body("{}").send().await;
    assert_eq!(forged.status, 401);
    let hint = &secret[secret.len() - 4..];
    for path in [WOO, "/console/connections"] {
        let page = mara.get(path).await.body;
        assert!(page.contains("A call was signed with another secret") && page.contains(hint), "{page}");
    }

    // The list shows the system's call that was signed with this secret, and its result.
    let body = woo_order(&at(&shop, 0), json!({})).to_string();
    let reply =
        call().header("x-wc-webhook-signature", signed(&secret, body.as_bytes())).body(body.as_bytes()).send().await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    shop.settle().await;
    let page = mara.get(WOO).await.body;
    let calls = shop.get("/api/v1/integrations/woocommerce/deliveries").await.json();
    let request = calls["deliveries"][0]["request_id"].as_u64().unwrap_or_else(|| panic!("{calls}"));
    assert!(page.contains("order.created") && page.contains(&format!("/console/requests/{request}")), "{page}");
    assert!(!page.contains("Waits for the first call") && page.contains("another secret"), "{page}");
    shop.jump(SignedDuration::from_hours(25));
    let reply =
        call().header("x-wc-webhook-signature", signed(&secret, body.as_bytes())).body(body.as_bytes()).send().await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    let mara = Visitor::signed_in(&shop, MARA).await;
    let page = mara.get(WOO).await.body;
    assert!(page.contains("Connected") && !page.contains("another secret"), "the right secret has worked for a day");

    let rotated = made(&mara.post(&format!("{WOO}/rotate"), &[]).await.body).to_owned();
    assert_ne!(rotated, secret);
    assert_eq!(mara.post(&format!("{WOO}/disconnect"), &[]).await.status, 303);
    shop.get("/api/v1/integrations/woocommerce").await.is_error(404, "not_found");
}

#[tokio::test]
async fn shopify_takes_its_own_secret_and_the_rules_are_the_apis() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let api = async || shop.get("/api/v1/integrations/shopify").await.json();
    for wrong in [&[][..], &[("secret", "short")]] {
        let refused = mara.post(SHOPIFY, wrong).await;
        assert!(refused.status == 422 && refused.body.contains("Please enter the secret"), "{}", refused.body);
    }
    assert_eq!(mara.post(SHOPIFY, &[("secret", "shpss0123456789abcdef")]).await.header("location"), SHOPIFY);
    assert_eq!(api().await["secret_hint"], json!("cdef"));

    let since = ("since", "2026-11-01T09:30");
    let rules = |most| {
        let days = [("ask_days_after", "5"), ("after", "fulfilled"), ("ask_at_most_days", most), since];
        [
            &days[..],
            &[
                ("countries", "de, AT"),
                ("tags_excluded", "wholesale, big order"),
                ("per_shipment", "on"),
                ("consent", "marketing"),
            ],
        ]
        .concat()
    };
    mara.post(SHOPIFY, &rules("20")).await;
    let now = api().await;
    let rows = [
        "ask_days_after",
        "after",
        "ask_at_most_days",
        "countries",
        "tags_excluded",
        "per_shipment",
        "since",
        "consent",
    ];
    let expected = json!([
        5,
        "fulfilled",
        20,
        ["DE", "AT"],
        ["wholesale", "big order"],
        true,
        "2026-11-01T09:30:00Z",
        "marketing"
    ]);
    assert_eq!(rows.iter().map(|&name| now[name].clone()).collect::<Value>(), expected);
    let refused = mara.post(SHOPIFY, &rules("4")).await;
    assert!(refused.status == 422 && refused.body.contains("Please enter a number up to 85"), "{}", refused.body);
    assert_eq!(api().await, now);

    member(&shop, "jo@fernandoak.example", "moderator").await;
    let jo = Visitor::signed_in(&shop, "jo@fernandoak.example").await;
    assert_eq!(jo.get(SHOPIFY).await.status, 403);
    assert!(!jo.get("/console/more").await.body.contains("/console/connections"));
    assert_eq!(jo.post(&format!("{SHOPIFY}/disconnect"), &[]).await.status, 403);
}
