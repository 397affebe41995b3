//! The keys: how they are sent, and whose they are.

use domain::values::Identity;

use super::*;

#[tokio::test]
async fn the_key_is_sent_bare_or_after_bearer_and_site_ids_are_tolerated() {
    let shop = shop().await;
    for header in [shop.key.clone(), format!("Bearer {}", shop.key), format!(" {} ", shop.key)] {
        let call = shop.call("POST", format!("{REQUESTS}/count")).header("authorization", header);
        let call = call.header("wix-site-id", STRANGER).header("wix-account-id", STRANGER).json(&json!({}));
        call.send().await.is(200);
    }
    let reply = shop.call("POST", REQUESTS).header("authorization", format!("Basic {}", shop.key)).send().await;
    is_error(&reply, 401, "UNAUTHENTICATED");
}

#[tokio::test]
async fn requested_by_is_the_keys_identity() {
    let mut shop = shop().await;
    let guid = Guid::parse(STRANGER).unwrap();
    for (identity, expected) in [
        (Identity::User(guid), json!({"wixUserId": STRANGER, "identityType": "WIX_USER"})),
        (Identity::App(guid), json!({"appId": STRANGER, "identityType": "APP"})),
    ] {
        shop.key = shop.world.api_key_of(&shop.tenant, identity).await.unwrap().reveal().to_owned();
        assert_eq!(asked(&shop, json!({"order": {"id": ORDER}})).await["requestedBy"], expected);
    }
    shop.key = shop.world.api_key_of(&shop.tenant, Identity::Visitor(guid)).await.unwrap().reveal().to_owned();
    for order in [ORDER, STRANGER] {
        is_error(&ask(&shop, json!({"order": {"id": order}})).await, 428, "INITIATOR_IDENTITY_NOT_SUPPORTED");
    }
    is_error(&ask(&shop, json!({})).await, 400, "EITHER_ORDER_OR_ITEMS_REQUIRED");
}
