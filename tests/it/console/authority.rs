//! Keys, links and sessions: none works longer than the one from which it came.

use super::*;
use crate::operators::admin::run;

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

/// A key that somebody makes in the console, with every scope.
async fn make(visitor: &Visitor, shop: &Shop, name: &str) -> (Shop, Value) {
    let scopes = ["scopes.keys:manage", "scopes.members:manage", "scopes.webhooks:manage", "scopes.reviews:read"];
    let fields = [&[("name", name), ("dialect", "betterreviews")][..], &scopes.map(|scope| (scope, "on"))].concat();
    let page = visitor.post(KEYS, &fields).await.is(200);
    let key = shop.with_key(made(&page.body));
    let listed = shop.get("/api/v1/keys").await.json();
    let info = listed["keys"].list().iter().find(|key| key["name"] == name).unwrap().clone();
    (key, info)
}

async fn works(key: &Shop) -> bool {
    match key.get("/api/v1/reviews").await.status.as_u16() {
        200 => true,
        401 => false,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn guests_and_keys_of_a_key_end_with_it() {
    let shop = shop().await;
    for how in ["deleted", "expired"] {
        let (hour, id) = inviting(&shop).await;
        let visitor = guest(&shop, &hour).await;
        let unused = path_of(hour.post(LINKS, json!({})).await.json()["url"].text());
        let (theirs, info) = make(&visitor, &shop, "Guest's").await;
        assert_eq!(info["expires_at"], json!(format!("{:.0}", shop.now() + HOUR)));
        // With the key end the keys that it made, the guests that it let in, and these guests' keys.
        let fields = json!({"name": "Next", "scopes": ["keys:manage", "reviews:read"]});
        let next = theirs.post("/api/v1/keys", fields).await.json();
        let next = shop.with_key(next["key"].text());
        let second = guest(&shop, &theirs).await;
        let (of_second, _) = make(&second, &shop, "Second guest's").await;
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
async fn a_guests_key_ends_at_the_sign_out_or_after_30_days_and_a_webhook_lives_on() {
    let (shop, mara) = signed_in().await;
    let link = async || {
        let made = run(&shop.world, json!({"console_link": {"tenant": "fern", "mode": "live"}})).await.unwrap();
        path_of(made["url"].text())
    };
    let (own, other) = (Visitor::new(&shop), Visitor::new(&shop));
    own.press(&link().await).await;
    other.press(&link().await).await;
    let (first, _) = make(&own, &shop, "First").await;
    let (second, _) = make(&other, &shop, "Second").await;
    let hook = json!({"url": "https://hooks.example/reviews", "events": ["review.published"]});
    let hook = first.post("/api/v1/webhooks", hook).await.json();

    own.post("/console/sign-out", &[]).await;
    assert!(!works(&first).await && works(&second).await);
    let shown = shop.get(format!("/api/v1/webhooks/{}", hook["id"])).await.json();
    assert_eq!(shown["status"], "enabled");
    let log = shop.get("/api/v1/audit?limit=50").await.json();
    let entry = |what: &str| log["entries"].list().iter().find(|entry| entry["what"] == what).unwrap();
    assert_eq!(shown["created_by"], entry("create_webhook")["by"]);
    assert!(entry("revoke_key")["by"].text().starts_with("guest:"), "{log}");

    mara.post("/console/members/guests/sign-out", &[]).await;
    assert!(!other.is_in().await && !works(&second).await);

    // A session ends after a time without clicks, but its keys do not; after 30 days both end.
    let idle = Visitor::new(&shop);
    idle.press(&link().await).await;
    let (third, _) = make(&idle, &shop, "Third").await;
    shop.jump(DAY * 30 - SECOND);
    assert!(!idle.is_in().await && works(&third).await);
    shop.jump(SECOND);
    assert!(!works(&third).await);
}

/// Two shops in which Jo is a moderator, and Jo's id.
async fn two_shops() -> (Shop, Shop, String) {
    let shop = shop().await;
    let other = shop.beside("acme").await;
    member(&other, JO, "moderator").await;
    let id = member(&shop, JO, "moderator").await;
    (shop, other, id)
}

/// A thief with the cookie entered the other shop and returned. The button of the cookie's owner ends both sessions.
#[tokio::test]
async fn signing_out_everywhere_is_all_shops() {
    let (shop, other, id) = two_shops().await;
    let jo = Visitor::signed_in(&shop, JO).await;
    jo.choose(&other).await.leads("/console");
    let [thief, stays] = [jo.clone(), jo.clone()];
    let own = Visitor::signed_in(&shop, JO).await;
    let out = own.post(&format!("/console/members/{id}/sign-out"), &[]).await;
    assert_eq!(out.header("location"), "/console/sign-in?out");
    assert!(!own.is_in().await && !thief.is_in().await && !jo.is_in().await);
    for shop in [&shop, &other] {
        assert_eq!(stays.choose(shop).await.status, 403, "the session is over");
        let log = shop.get("/api/v1/audit?limit=50").await.json();
        let of_jo = |entry: &&Value| {
            entry["what"] == "sign_out_everywhere" && entry["by"] == json!(format!("member:{}", entry["target"].text()))
        };
        assert_eq!(log["entries"].list().iter().filter(of_jo).count(), 1, "{log}");
    }
}
