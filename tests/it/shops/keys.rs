//! Keys and settings that are changed by several calls at the same time, and what is stored of a key.

use crate::support::*;

const KEYS: &str = "/api/v1/keys";

async fn made(shop: &Shop, scopes: &[&str]) -> Value {
    shop.post(KEYS, json!({"name": "Till", "scopes": scopes})).await.is(201).json()
}

async fn listed(shop: &Shop) -> Vec<Value> {
    shop.get(KEYS).await.is(200).json()["keys"].list().clone()
}

#[tokio::test]
async fn over_20_keys_are_409_too_many_keys_and_their_digests_alone_are_stored() {
    let shop = Shop::new().await;
    let first = listed(&shop).await.len();
    let replies =
        join_all((first..25).map(|_| shop.post(KEYS, json!({"name": "Till", "scopes": ["requests:read"]})))).await;
    let (made_now, refused): (Vec<_>, Vec<_>) = replies.iter().partition(|reply| reply.status == 201);
    assert_eq!(made_now.len(), 20 - first);
    refused.iter().for_each(|reply| reply.is_error(409, "too_many_keys"));
    let stored = Value::Array(table(&shop.world).await).to_string();
    for reply in made_now {
        let made = reply.json();
        stored.lacks([made["key"].text()]).shows([made["id"].text()]);
        assert_eq!(made["hint"].text(), format!("aw_live_…{}", &made["key"].text()[made["key"].text().len() - 4..]));
    }
    let rows = listed(&shop).await;
    assert_eq!(rows.len(), 20);
    shop.delete(format!("{KEYS}/{}", rows[19]["id"].text())).await.is(200);
    made(&shop, &["requests:read"]).await;
    // An operator can help a shop that has lost all its keys.
    shop.world.api_key(&shop.tenant, &["requests:read"]).await.unwrap();
    assert_eq!(listed(&shop).await.len(), 21);
}

#[tokio::test]
async fn of_two_managing_keys_that_delete_each_other_one_stays() {
    let shop = Shop::new().await;
    let own = format!("{KEYS}/{}", listed(&shop).await[0]["id"].text());
    let second = made(&shop, &["keys:manage"]).await;
    let path = format!("{KEYS}/{}", second["id"].text());
    let second = shop.with_key(second["key"].text());
    let (one, other) = futures_util::future::join(shop.delete(&path), second.delete(&own)).await;
    let statuses = [one.status.as_u16(), other.status.as_u16()];
    assert!(statuses.contains(&200) && statuses != [200, 200], "{statuses:?}");
}

#[tokio::test]
async fn simultaneous_changes_of_different_settings_are_all_kept() {
    let shop = Shop::new().await;
    let changes = [json!({"shop_name": "A"}), json!({"color": "#123456"}), json!({"reminder_days": [4, 5, 6]})];
    join_all(changes.each_ref().map(|change| shop.sets(change))).await;
    let now = shop.get("/api/v1/settings").await.json();
    changes.into_iter().for_each(|change| has(&now, change));
}
