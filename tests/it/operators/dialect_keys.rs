//! For whom the operator's keys speak, and the demo shop's keys beside them. `tests/stories/operators/keys.story` has the rest.

use domain::values::Identity;
use local::demo::Demo;
use store::shop::api_key::ApiKeyRecord;

use crate::operators::admin::{fern, run};
use crate::support::*;

const GUID: &str = "8d141741-5caf-455b-9775-64b64119fa9a";

async fn record(shop: &Shop, key: &str) -> ApiKeyRecord {
    let digest = vault::ApiKey::parse(key).unwrap().digest();
    shop.store().api_key(&digest).await.unwrap().unwrap()
}

async fn made(shop: &Shop, fields: Value) -> ApiKeyRecord {
    let made = run(&shop.world, json!({"create_key": with(fern(), fields)})).await.unwrap();
    record(shop, made["api_key"].text()).await
}

#[tokio::test]
async fn the_demo_shops_keys_are_allowed_what_deployed_ones_are() {
    let shop = Shop::new().await;
    let demo = Demo::set_up(&shop.world, None, ([127, 0, 0, 1], 8000).into()).await.unwrap();
    for (key, dialect, prefix) in [
        (&demo.keys.api, "betterreviews", "aw_live_"),
        (&demo.keys.api_test, "betterreviews", "aw_test_"),
        (&demo.keys.amino, "amino", "amino_live_"),
        (&demo.keys.beacon, "moregoodreviews", "beacon_live_"),
        (&demo.keys.wix, "wix", "wix_live_"),
    ] {
        // A developer's own key may do everything.
        let scopes = (dialect == "betterreviews").then_some(local::SCOPES);
        let deployed = made(&shop, json!({"dialect": dialect, "scopes": scopes})).await;
        assert!(key.starts_with(prefix), "{key}");
        assert_eq!(record(&shop, key).await.scopes, deployed.scopes, "{dialect}");
    }
}

#[tokio::test]
async fn a_key_speaks_for_an_app_of_its_own_or_whom_it_was_made_for() {
    let shop = Shop::new().await;
    let speaks = async |fields: Value| made(&shop, fields).await.identity.unwrap();
    let guid = Guid::parse(GUID).unwrap();
    assert_eq!(speaks(json!({"identity": {"user": GUID}})).await, Identity::User(guid));
    assert_eq!(speaks(json!({"identity": {"app": GUID}})).await, Identity::App(guid));
    let (one, other) = (speaks(json!({})).await, speaks(json!({})).await);
    assert!(matches!(one, Identity::App(_)) && one != other);
}
