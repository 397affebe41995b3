//! The page of API keys.

use super::*;

const KEYS: &str = "/console/keys";

#[tokio::test]
async fn a_key_is_shown_once_does_what_was_ticked_and_is_revoked() {
    let (shop, mara) = signed_in().await;
    let listed = async |name: &str| {
        let listed = shop.get("/api/v1/keys").await.json();
        listed["keys"].list().iter().find(|key| key["name"] == name).unwrap().clone()
    };
    let fields = [("name", "Till"), ("dialect", "betterreviews"), ("scopes.reviews:read", "on")];
    let page = mara.post(KEYS, &[&fields[..], &[("expires_at", "2027-03-01T09:00")]].concat()).await.is(200);
    assert_eq!(page.header("cache-control"), "no-store, no-transform");
    let key = made(&page.body).to_owned();
    // Most leave the usual permissions.
    mara.get(KEYS).await.shows(["<details><summary>Choose …</summary>"]).lacks([&key]);
    let till = listed("Till").await;
    has(&till, json!({"scopes": ["reviews:read"], "expires_at": "2027-03-01T09:00:00Z"}));
    let program = shop.with_key(&key);
    program.get("/api/v1/reviews").await.is(200);
    program.get("/api/v1/settings").await.is_error(403, "forbidden");
    let revoke = format!("{KEYS}/{}/revoke", till["id"].text());
    mara.post(&revoke, &[]).await.is(303);
    program.get("/api/v1/reviews").await.is_error(401, "unauthorized");
    mara.post(&revoke, &[]).await.is(404);

    // If no scope is ticked, the key has the API's default scopes.
    mara.post(KEYS, &[("name", "Wix"), ("dialect", "wix")]).await;
    let wix = listed("Wix").await;
    assert_eq!((wix["scopes"].list().len(), &wix["dialect"]), (2, &json!("wix")));
    for (field, wrong) in [("name", " "), ("expires_at", "2020-01-01T00:00")] {
        let refused = mara.post(KEYS, &[(field, wrong), ("name", "Till")]).await.is(422);
        refused.shows([format!("id=\"{field}-about\" role=\"alert\"")]);
    }
}

#[tokio::test]
async fn twenty_keys_are_the_most_also_if_they_are_made_at_once() {
    let (shop, mara) = signed_in().await;
    let listed = async || shop.get("/api/v1/keys").await.json()["keys"].list().len();
    let first = listed().await;
    let fields = [("name", "Till"), ("dialect", "betterreviews")];
    let pages = join_all((first..25).map(|_| mara.post(KEYS, &fields))).await;
    assert_eq!((pages.iter().filter(|page| page.status == 200).count(), listed().await), (20 - first, 20));
    for refused in pages.iter().filter(|page| page.status != 200) {
        refused.leads(KEYS);
    }
}
