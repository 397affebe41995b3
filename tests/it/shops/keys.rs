//! `/api/v1/keys`: a shop makes, lists and deletes its API keys.

use crate::support::*;

const KEYS: &str = "/api/v1/keys";
const LIST: &str = "/api/v1/review-requests";

async fn made(shop: &Shop, fields: Value) -> Value {
    create(shop, fields).await.is(201).json()
}

async fn create(shop: &Shop, fields: Value) -> Reply {
    let mut body = json!({"name": "Point of sale"});
    body.as_object_mut().unwrap().extend(fields.object().clone());
    shop.post(KEYS, body).await
}

async fn status(shop: &Shop, key: &Value, method: &str, path: &str) -> u16 {
    let key = format!("Bearer {}", key["key"].text());
    shop.call(method, path).header("authorization", key).send().await.status.as_u16()
}

async fn listed(shop: &Shop) -> Vec<Value> {
    shop.get(KEYS).await.is(200).json()["keys"].list().clone()
}

#[tokio::test]
async fn post_keys_makes_a_key_that_works_at_once_and_is_shown_once() {
    let shop = Shop::new().await;
    let made = made(&shop, json!({"scopes": ["requests:read", "requests:read"]})).await;
    let expected = json!({"id": made["id"], "key": made["key"], "name": "Point of sale", "dialect": "betterreviews",
        "scopes": ["requests:read"], "hint": made["hint"], "created_at": "2026-11-20T06:00:00Z", "expires_at": null,
        "last_used_on": null});
    assert_eq!(made, expected);
    let key = made["key"].text();
    assert_eq!(made["hint"], format!("aw_live_…{}", &key[key.len() - 4..]));
    assert_eq!(status(&shop, &made, "GET", LIST).await, 200);
    assert_eq!(status(&shop, &made, "POST", "/api/v1/review-requests/send").await, 403);

    let rows = listed(&shop).await;
    assert_eq!(rows.len(), 2, "the operator's, and this one");
    assert_eq!(keys(&rows[1]), ["created_at", "dialect", "expires_at", "hint", "id", "last_used_on", "name", "scopes"]);
    assert_eq!((&rows[0]["name"], &rows[1]["id"]), (&json!("Local"), &made["id"]));
    let stored = Value::Array(table(&shop.world).await).to_string();
    assert!(!stored.contains(key) && stored.contains(made["id"].text()), "its digest alone is stored");
}

#[tokio::test]
async fn a_key_is_for_one_dialect_and_has_its_scopes_if_none_are_given() {
    let shop = Shop::new().await;
    for (dialect, prefix, path) in [
        ("betterreviews", "aw_live_", LIST),
        ("amino", "amino_live_", "/api/v1/invitations/stats"),
        ("moregoodreviews", "beacon_live_", "/beacon/customers"),
        ("wix", "wix_live_", "/reviews/v2/review-requests/6f4770fc-b8ee-4bf2-9977-d048a7f27987"),
    ] {
        let made = made(&shop, json!({ "dialect": dialect })).await;
        assert!(made["key"].text().starts_with(prefix), "{made}");
        let scopes: Vec<_> = made["scopes"].list().iter().map(|scope| scope.text()).collect();
        assert_eq!(scopes, domain::values::Dialect::parse(dialect).unwrap().policy().key_scopes);
        let expected = if dialect == "wix" { 404 } else { 200 };
        assert_eq!(status(&shop, &made, "GET", path).await, expected, "{dialect}");
    }
}

#[tokio::test]
async fn scopes_beyond_ones_own_are_403() {
    let mut shop = Shop::new().await;
    let manager = made(&shop, json!({"scopes": ["keys:manage", "reviews:read"]})).await;
    manager["key"].text().clone_into(&mut shop.key);
    let refused = create(&shop, json!({"scopes": ["reviews:read", "reviews:write"]})).await;
    refused.is_error(403, "forbidden");
    refused.shows(["reviews:write"]);
    create(&shop, json!({})).await.is_error(403, "forbidden");
    let reader = made(&shop, json!({"scopes": ["reviews:read"]})).await;
    assert_eq!(status(&shop, &reader, "GET", "/api/v1/reviews").await, 200);
    for (method, path) in [("GET", KEYS.to_owned()), ("DELETE", format!("{KEYS}/{}", manager["id"].text()))] {
        assert_eq!(status(&shop, &reader, method, &path).await, 403, "keys:manage is needed");
    }
    shop.call("POST", KEYS).without_key().json(&json!({})).send().await.is_error(401, "unauthorized");
}

#[tokio::test]
async fn a_key_without_named_scopes_lets_nobody_in() {
    let shop = Shop::new().await;
    let named = ["audit:read", "integrations:manage", "members:manage"];
    let others: Vec<_> = local::SCOPES.iter().filter(|scope| !named.contains(scope)).collect();
    let new = made(&shop, json!({})).await;
    assert_eq!((&new["scopes"], status(&shop, &new, "POST", "/api/v1/console-links").await), (&json!(others), 403));
}

#[tokio::test]
async fn a_key_ends_no_later_than_the_one_that_makes_it() {
    let mut shop = Shop::new().await;
    let (soon, end) = ("2026-11-20T07:00:00Z", "2026-11-21T06:00:00Z");
    let manager = made(&shop, json!({"scopes": ["keys:manage"], "expires_at": end})).await;
    manager["key"].text().clone_into(&mut shop.key);
    for (asked, given) in [(json!(null), end), (json!("2027-11-20T06:00:00Z"), end), (json!(soon), soon)] {
        let made = made(&shop, json!({"scopes": ["keys:manage"], "expires_at": asked})).await;
        assert_eq!(made["expires_at"], given);
    }
    let made = made(&shop, json!({"scopes": ["keys:manage"]})).await;
    shop.jump(DAY);
    assert_eq!(status(&shop, &made, "GET", KEYS).await, 401);
}

#[tokio::test]
async fn over_20_keys_are_409_too_many_keys() {
    let shop = Shop::new().await;
    let first = listed(&shop).await.len();
    let makes = (first..25).map(|_| create(&shop, json!({"scopes": ["requests:read"]})));
    let replies = futures_util::future::join_all(makes).await;
    let statuses: Vec<_> = replies.iter().map(|reply| reply.status.as_u16()).collect();
    assert_eq!(statuses.iter().filter(|&&status| status == 201).count(), 20 - first, "{statuses:?}");
    replies.iter().filter(|reply| reply.status != 201).for_each(|reply| reply.is_error(409, "too_many_keys"));
    let rows = listed(&shop).await;
    assert_eq!(rows.len(), 20);
    shop.delete(format!("{KEYS}/{}", rows[19]["id"].text())).await.is(200);
    made(&shop, json!({})).await;
    // An operator can help a shop that has lost all its keys.
    shop.world.api_key(&shop.tenant, &["requests:read"]).await.unwrap();
    assert_eq!(listed(&shop).await.len(), 21);
}

#[tokio::test]
async fn a_deleted_key_is_401_from_the_next_call() {
    let shop = Shop::new().await;
    let made = made(&shop, json!({"scopes": ["requests:read", "keys:manage"]})).await;
    assert_eq!(status(&shop, &made, "GET", LIST).await, 200);
    let path = format!("{KEYS}/{}", made["id"].text());
    shop.beside("acme").await.delete(&path).await.is_error(404, "not_found");
    let deleted = shop.delete(&path).await;
    assert_eq!((deleted.status.as_u16(), deleted.json()), (200, json!({"ok": true})));
    for path in [LIST, "/api/v1/stats", KEYS] {
        assert_eq!(status(&shop, &made, "GET", path).await, 401, "{path}");
    }
    assert_eq!(listed(&shop).await.len(), 1);
    shop.delete(&path).await.is_error(404, "not_found");
    shop.delete(format!("{KEYS}/x")).await.is_error(404, "not_found");
}

#[tokio::test]
async fn the_last_manager_is_409_last_key() {
    let shop = Shop::new().await;
    let own = format!("{KEYS}/{}", listed(&shop).await[0]["id"].text());
    made(&shop, json!({"scopes": ["requests:read"]})).await;
    shop.delete(&own).await.is_error(409, "last_key");
    let brief = made(&shop, json!({"scopes": ["keys:manage"], "expires_at": "2026-11-20T07:00:00Z"})).await;
    shop.jump(HOUR);
    shop.delete(&own).await.is_error(409, "last_key");
    assert_eq!(shop.delete(format!("{KEYS}/{}", brief["id"].text())).await.status, 200, "it manages no more");
    // If two managing keys delete each other, one stays.
    let second = made(&shop, json!({"scopes": ["keys:manage"]})).await;
    let path = format!("{KEYS}/{}", second["id"].text());
    let by_second = shop.call("DELETE", &own).header("authorization", format!("Bearer {}", second["key"].text()));
    let (one, other) = futures_util::future::join(shop.delete(&path), by_second.send()).await;
    let statuses = [one.status.as_u16(), other.status.as_u16()];
    assert!(statuses.contains(&200) && statuses != [200, 200], "{statuses:?}");
}

#[tokio::test]
async fn expires_at_ends_a_key_to_the_second() {
    let shop = Shop::new().await;
    let made = made(&shop, json!({"expires_at": "2026-11-20T08:00:00+01:00"})).await;
    assert_eq!(made["expires_at"], "2026-11-20T07:00:00Z");
    shop.jump(SECOND * 3_599);
    assert_eq!(status(&shop, &made, "GET", LIST).await, 200);
    shop.jump(SECOND);
    assert_eq!(status(&shop, &made, "GET", LIST).await, 401);
}

#[tokio::test]
async fn last_used_on_is_a_day_that_is_written_once_and_costs_no_call() {
    let shop = Shop::new().await;
    let made = made(&shop, json!({"scopes": ["requests:read"]})).await;
    let used = async || listed(&shop).await[1]["last_used_on"].clone();
    assert_eq!(used().await, Value::Null);
    for day in ["2026-11-20", "2026-11-21"] {
        shop.aws().take_calls();
        let mut operations = Vec::new();
        for path in [LIST, LIST, "/api/v1/stats"] {
            assert_eq!(status(&shop, &made, "GET", path).await, 200);
            // The first call of a function unwraps the shop's keys, too.
            let calls: Vec<_> = shop.aws().take_calls();
            let calls: Vec<_> = calls.into_iter().filter(|call| call.operation != "Decrypt").collect();
            assert_eq!(calls[1].operation, "Query", "two calls, the first of which finds the key: {path}");
            operations.push(calls[0].operation.clone());
        }
        // Each function writes once a day; only the first of them changes the row.
        assert_eq!(operations, ["UpdateItem", "GetItem", "UpdateItem"]);
        assert_eq!(used().await, day);
        shop.jump(DAY);
    }
    assert_eq!(status(&shop, &json!({"key": "aw_live_x"}), "GET", LIST).await, 401);
}

#[tokio::test]
async fn each_field_of_a_key_has_its_rule() {
    let shop = Shop::new().await;
    for (fields, code) in [
        (json!({"name": ""}), "invalid_name"),
        (json!({"name": null}), "invalid_name"),
        (json!({"name": "a\nb"}), "invalid_name"),
        (json!({"name": "n".repeat(101)}), "invalid_name"),
        (json!({"dialect": "yotpo"}), "invalid_dialect"),
        (json!({"dialect": 1}), "invalid_dialect"),
        (json!({"scopes": []}), "invalid_scopes"),
        (json!({"scopes": "requests:read"}), "invalid_scopes"),
        (json!({"scopes": ["requests:read", "everything"]}), "invalid_scopes"),
        (json!({"scopes": [1]}), "invalid_scopes"),
        (json!({"expires_at": "2026-11-20T06:00:00Z"}), "invalid_expires_at"),
        (json!({"expires_at": "2027-11-20"}), "invalid_expires_at"),
        (json!({"expires_at": 1_795_154_400}), "invalid_expires_at"),
    ] {
        create(&shop, fields).await.is_error(422, code);
    }
    assert_eq!(listed(&shop).await.len(), 1);
    made(&shop, json!({"name": "n".repeat(100), "dialect": null, "scopes": null, "expires_at": null})).await;
}

#[tokio::test]
async fn a_test_keys_keys_are_test_keys() {
    let live = Shop::new().await;
    let shop = live.in_test_mode().await;
    let made = made(&shop, json!({})).await;
    assert!(made["key"].text().starts_with("aw_test_"), "{made}");
    assert_eq!((listed(&shop).await.len(), listed(&live).await.len()), (2, 1));
}
