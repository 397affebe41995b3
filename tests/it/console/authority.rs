//! Keys, links and sessions: none works longer than the one from which it came.

use super::*;

const KEYS: &str = "/console/keys";
const LINKS: &str = "/api/v1/console-links";

/// A key that may make links into the console; it ends after an hour.
async fn inviting(shop: &Shop) -> (Shop, String) {
    let until = format!("{:.0}", shop.now() + HOUR);
    let fields = json!({"name": "Hour", "scopes": ["members:manage", "reviews:read"], "expires_at": until});
    let made = shop.post("/api/v1/keys", fields).await.json();
    (shop.with_key(made["key"].text()), made["id"].owned())
}

async fn guest(shop: &Shop, by: &Shop) -> Visitor {
    let url = by.post(LINKS, json!({})).await.json()["url"].owned();
    let guest = Visitor::new(shop);
    guest.press(&path_of(&url)).await;
    assert!(guest.is_in().await);
    guest
}

/// Makes a key with these scopes.
async fn makes(visitor: &Visitor, name: &str, scopes: &[&str]) -> Reply {
    let ticked: Vec<_> = scopes.iter().map(|scope| format!("scopes.{scope}")).collect();
    let ticked = ticked.iter().map(|scope| (scope.as_str(), "on"));
    let until = ("expires_at", "2027-03-01T09:00");
    let fields: Vec<_> = [("name", name), ("dialect", "betterreviews"), until].into_iter().chain(ticked).collect();
    visitor.post(KEYS, &fields).await
}

async fn works(key: &Shop) -> bool {
    match key.get("/api/v1/reviews").await.status.as_u16() {
        200 => true,
        401 => false,
        other => panic!("{other}"),
    }
}

async fn listed(shop: &Shop) -> Vec<Value> {
    shop.get("/api/v1/keys").await.json()["keys"].list().clone()
}

#[tokio::test]
async fn guests_and_keys_of_a_key_end_with_it() {
    let shop = shop().await;
    for how in ["deleted", "expired"] {
        let (hour, id) = inviting(&shop).await;
        let visitor = guest(&shop, &hour).await;
        let unused = path_of(hour.post(LINKS, json!({})).await.json()["url"].text());
        let all = ["keys:manage", "members:manage", "reviews:read"];
        let make = async |guest: &Visitor| shop.with_key(made(&makes(guest, "Guest's", &all).await.is(200).body));
        let theirs = make(&visitor).await;
        assert_eq!(listed(&shop).await.last().unwrap()["expires_at"], json!(format!("{:.0}", shop.now() + HOUR)));
        // With the key end the keys that it made, the guests that it let in, and these guests' keys.
        let fields = json!({"name": "Next", "scopes": ["keys:manage", "reviews:read"]});
        let next = theirs.post("/api/v1/keys", fields).await.json();
        let next = shop.with_key(next["key"].text());
        let second = guest(&shop, &theirs).await;
        let of_second = make(&second).await;
        assert!(works(&theirs).await && works(&next).await && works(&of_second).await);

        match how {
            "deleted" => assert_eq!(shop.delete(format!("/api/v1/keys/{id}")).await.status, 200),
            _ => shop.jump(HOUR),
        }
        assert!(!visitor.is_in().await && !second.is_in().await, "{how}");
        assert!(!works(&theirs).await && !works(&next).await && !works(&of_second).await, "{how}");
        let late = Visitor::new(&shop);
        assert_eq!((late.get(&unused).await.status.as_u16(), late.press(&unused).await.status.as_u16()), (410, 410));
        assert!(works(&shop).await);
    }
}

#[tokio::test]
async fn a_guest_whose_session_ends_while_a_key_is_made_gets_none() {
    let shop = shop().await;
    let guest = guest(&shop, &inviting(&shop).await.0).await;
    let (keys, looks) = (listed(&shop).await, AtomicUsize::new(0));
    // The session is there at the first look, which lets the click in, and no longer at the second.
    shop.aws().set_tampering(move |call, body: &mut Value| {
        if call.operation == "BatchGetItem" && looks.fetch_add(1, Ordering::SeqCst) == 1 {
            *body = serde_json::from_str(&body.to_string().replace("SESSION#", "SESSION#ended-")).unwrap();
        }
    });
    makes(&guest, "Late", &["reviews:read"]).await.is(403).shows(["Please sign in again"]);
    shop.aws().set_tampering(|_, _| {});
    assert_eq!(listed(&shop).await, keys);
    makes(&guest, "In time", &["reviews:read"]).await.is(200);
}

#[tokio::test]
async fn a_session_ends_when_its_member_enters_another_shop() {
    let (shop, mara) = signed_in().await;
    let other = shop.beside("acme").await;
    member(&other, MARA, "reader").await;
    let thief = mara.clone();
    mara.choose(&other).await.leads("/console");
    assert!(mara.is_in().await && !thief.is_in().await);
}

#[tokio::test]
async fn a_key_is_shown_once_does_what_was_ticked_and_is_revoked() {
    let (shop, mara) = signed_in().await;
    let page = makes(&mara, "Till", &["reviews:read"]).await.is(200);
    assert_eq!(page.header("cache-control"), "no-store, no-transform");
    let key = made(&page.body).to_owned();
    // Most leave the usual permissions.
    mara.get("/console/developers").await.shows(["<details><summary>Choose …</summary>"]).lacks([&key]);
    let till = listed(&shop).await.pop().unwrap();
    has(&till, json!({"name": "Till", "scopes": ["reviews:read"], "expires_at": "2027-03-01T09:00:00Z"}));
    let program = shop.with_key(&key);
    program.get("/api/v1/reviews").await.is(200);
    program.get("/api/v1/settings").await.is_error(403, "forbidden");
    let revoke = format!("{KEYS}/{}/revoke", till["id"].text());
    mara.post(&revoke, &[]).await.is(303);
    program.get("/api/v1/reviews").await.is_error(401, "unauthorized");
    mara.post(&revoke, &[]).await.is(404);
}
