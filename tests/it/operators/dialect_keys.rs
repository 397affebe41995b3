//! The keys that the operator's function creates for a shop's clients in a dialect, with the person or app for whom
//! they speak.

use local::demo::Demo;

use crate::operators::admin::run;
use crate::support::*;

const GUID: &str = "8d141741-5caf-455b-9775-64b64119fa9a";

/// Creates a shop with a key with these fields; returns the key, or the error.
async fn made(shop: &Shop, fields: Value) -> Result<String, String> {
    let mut asked = json!({"tenant": "acme", "mode": "live"});
    let mut created = json!({"tenant": "acme", "mode": "live", "shop_name": "Acme"});
    for (name, value) in fields.object() {
        if ["mode", "reminder_days"].contains(&name.as_str()) {
            created[name] = value.clone();
        }
        if name != "reminder_days" {
            asked[name] = value.clone();
        }
    }
    run(&shop.world, json!({ "create_shop": created })).await.map_err(|error| error.to_string())?;
    let made = run(&shop.world, json!({ "create_key": asked })).await.map_err(|error| error.to_string())?;
    Ok(made["api_key"].owned())
}

async fn record(shop: &Shop, key: &str) -> store::shop::api_key::ApiKeyRecord {
    let digest = vault::ApiKey::parse(key).unwrap().digest();
    shop.store().api_key(&digest).await.unwrap().unwrap()
}

#[tokio::test]
async fn each_dialect_has_its_keys_prefix_and_scopes() {
    let shop = Shop::new().await;
    let own = words(
        "requests:read requests:write catalog:read catalog:write settings:read settings:write suppressions:read \
        suppressions:write reviews:read reviews:moderate reviews:write webhooks:manage customers:read \
        customers:write SCOPE.DC_REVIEWS.MANAGE-REVIEW_REQUESTS SCOPE.DC-REVIEWS.MANAGE-REVIEWS keys:manage \
        privacy:manage",
    );
    let wix = ["SCOPE.DC_REVIEWS.MANAGE-REVIEW_REQUESTS", "SCOPE.DC-REVIEWS.MANAGE-REVIEWS"];
    let beacon = ["requests:read", "requests:write", "customers:read", "customers:write"];
    for (fields, prefix, scopes) in [
        (json!({}), "aw_live_", &own[..]),
        (json!({"dialect": "betterreviews"}), "aw_live_", &own),
        (json!({"dialect": "amino"}), "amino_live_", &own[..2]),
        (json!({"dialect": "moregoodreviews"}), "beacon_live_", &beacon),
        (json!({"dialect": "wix"}), "wix_live_", &wix),
        (json!({"dialect": "wix", "mode": "test"}), "wix_test_", &wix),
    ] {
        let key = made(&shop, fields).await.unwrap();
        assert!(key.starts_with(prefix), "{key}");
        assert_eq!(record(&shop, &key).await.scopes, scopes);
    }
}

#[tokio::test]
async fn the_demo_shops_keys_are_allowed_what_deployed_ones_are() {
    let shop = Shop::new().await;
    let demo = Demo::set_up(&shop.world, None, ([127, 0, 0, 1], 8000).into()).await.unwrap();
    for (demo, dialect, mode) in [
        (&demo.keys.api, "betterreviews", "live"),
        (&demo.keys.api_test, "betterreviews", "test"),
        (&demo.keys.amino, "amino", "live"),
        (&demo.keys.beacon, "moregoodreviews", "live"),
        (&demo.keys.wix, "wix", "live"),
    ] {
        // A developer's own key may do everything.
        let scopes = (dialect == "betterreviews").then_some(local::SCOPES);
        let deployed = made(&shop, json!({"dialect": dialect, "mode": mode, "scopes": scopes})).await.unwrap();
        let prefix = |key: &str| key.rsplit_once('_').unwrap().0.to_owned();
        assert_eq!(prefix(demo), prefix(&deployed));
        assert_eq!(record(&shop, demo).await.scopes, record(&shop, &deployed).await.scopes, "{dialect}");
    }
}

#[tokio::test]
async fn a_key_speaks_for_an_app_of_its_own_or_whom_it_was_made_for() {
    let shop = Shop::new().await;
    let speaks = async |fields: Value| record(&shop, &made(&shop, fields).await.unwrap()).await.identity.unwrap();
    let guid = domain::values::Guid::parse(GUID).unwrap();
    assert_eq!(speaks(json!({"identity": {"user": GUID}})).await, domain::values::Identity::User(guid));
    assert_eq!(speaks(json!({"identity": {"app": GUID}})).await, domain::values::Identity::App(guid));
    let (one, other) = (speaks(json!({})).await, speaks(json!({})).await);
    assert!(matches!(one, domain::values::Identity::App(_)) && one != other);
    for bad in [json!({"visitor": GUID}), json!({"user": "jane"}), json!({"user": GUID, "app": GUID}), json!(GUID)] {
        assert!(made(&shop, json!({ "identity": bad })).await.is_err(), "{bad}");
    }
}

#[tokio::test]
async fn reminder_days_are_kept_from_the_first_call_on() {
    let shop = Shop::new().await;
    let days = async || {
        let acme = domain::values::Tenant { id: domain::values::TenantId::parse("acme").unwrap(), mode: Mode::Live };
        shop.store().tenant(&acme).await.unwrap().unwrap().rules.reminder_days.get()
    };
    for bad in [json!([7, 3, 14]), json!([3, 7]), json!([3, 7, 61])] {
        assert!(made(&shop, json!({ "reminder_days": bad })).await.is_err(), "{bad}");
    }
    let rows = table(&shop.world).await;
    assert!(!rows.iter().any(|row| row["PK"]["S"] == "T#acme.live"), "nothing was made");
    made(&shop, json!({"reminder_days": [2, 5, 9]})).await.unwrap();
    made(&shop, json!({"reminder_days": [1, 2, 3]})).await.unwrap();
    assert_eq!(days().await, [2, 5, 9]);
}

#[tokio::test]
async fn an_unknown_dialect_is_refused() {
    let shop = Shop::new().await;
    let refused = made(&shop, json!({"dialect": "another"})).await.unwrap_err();
    refused.shows(["betterreviews, amino, moregoodreviews or wix"]);
}
