//! Ways into the console without an email.

use super::*;
use crate::operators::admin::run;

#[tokio::test]
async fn the_operator_opens_a_console_before_any_email_can_leave() {
    let shop = Shop::new().await;
    let made = run(&shop.world, json!({"console_link": {"tenant": "fern", "mode": "live"}})).await.unwrap();
    let link = path_of(made["url"].text());
    let first = Visitor::new(&shop);
    first.get(&link).await.shows(["It makes you an owner of <bdi>", "Sign in without an email"]);
    assert!(!first.is_in().await, "opening it is not enough");
    assert_eq!(first.press(&link).await.header("location"), "/console");
    let page = first.get("/console/members").await.body;
    page.shows(["Signed in with a link", "Invite a member"]);
    assert!(page.contains("value=\"owner\" checked"), "the first member is an owner: {page}");
    assert_eq!(Visitor::new(&shop).press(&link).await.status, 410, "it works once");
    assert!(shop.inbox().is_empty());

    let log = run(&shop.world, json!({"audit": {"tenant": "fern", "mode": "live"}})).await.unwrap();
    let what: Vec<_> = log["entries"].list().iter().map(|entry| entry["what"].clone()).collect();
    assert!(what.contains(&json!("console_link")) && what.contains(&json!("sign_in")), "{log}");

    // A guest has no address, and therefore no other shops. They are an owner, so the role is not the reason.
    first.get("/console/shops").await.is(403).shows(["You signed in by a link"]);

    // The log of a guest's changes shows who made the guest's link.
    let link_made = log["entries"].list().iter().find(|entry| entry["what"] == "console_link").unwrap();
    let guest = format!("guest:{}", link_made["target"].text());
    first.post("/console/members/invite", &[("email", "jo@example.com"), ("role", "reader")]).await;
    let log = run(&shop.world, json!({"audit": {"tenant": "fern", "mode": "live"}})).await.unwrap();
    let invited = log["entries"].list().iter().find(|entry| entry["what"] == "invite_member").unwrap();
    assert_eq!(invited["by"], json!(guest), "{log}");

    // The owner ends the sessions that began with links.
    first.post("/console/members/guests/sign-out", &[]).await.is(303);
    assert!(!first.is_in().await);
}

/// The link of the operator, and its id and secret.
async fn operators(shop: &Shop) -> (String, String) {
    let made = run(&shop.world, json!({"console_link": {"tenant": "fern", "mode": "live"}})).await.unwrap();
    let link = path_of(made["url"].text());
    let (_, k) = link.split_once("?k=").unwrap();
    (link.clone(), k.to_owned())
}

async fn asks_by(visitor: &Visitor, k: &str, email: &str) -> Reply {
    let reply = visitor.post("/console/sign-in/ask", &[("k", k), ("email", email)]).await;
    visitor.shop.settle().await;
    reply
}

#[tokio::test]
async fn an_address_behind_the_operators_link_becomes_an_owner_by_one_letter() {
    let shop = Shop::new().await;
    let (link, k) = operators(&shop).await;
    let mara = Visitor::new(&shop);
    asks_by(&mara, &k, "mara").await.is(422).shows(["Please check the address.", "value=\"mara\""]);

    // A mistyped address lets its owner in nowhere, and can be corrected.
    asks_by(&mara, &k, "mora@example.com").await.leads("/console/sign-in/waiting");
    let stray = sign_in_link(&shop, "mora@example.com");
    let mora = Visitor::new(&shop);
    assert_eq!(mora.press(&stray).await.status, 410, "another browser");
    mora.ask("mora@example.com").await;
    assert_eq!(sign_in_mails(&shop, "mora@example.com").len(), 1, "nobody is invited yet");

    asks_by(&mara, &k, MARA).await.leads("/console/sign-in/waiting");
    shop.jump(MINUTE * 14);
    mara.press(&sign_in_link(&shop, MARA)).await.leads("/console");
    mara.get("/console/members").await.shows([MARA, "Owner"]);
    assert_eq!(shop.get("/api/v1/members").await.json()["members"].list().len(), 1);
    let log = run(&shop.world, json!({"audit": {"tenant": "fern", "mode": "live"}})).await.unwrap();
    let by = |what: &str| log["entries"].list().iter().find(|entry| entry["what"] == what).map(|it| it["by"].clone());
    let id = k.split_once('.').unwrap().0;
    assert_eq!(by("invite_member"), Some(json!(format!("guest:{id}"))), "{log}");

    // The operator's link is used up, and with it the letter to the other address.
    Visitor::new(&shop).get(&link).await.is(410);
    asks_by(&Visitor::new(&shop), &k, "mora@example.com").await.is(410);
    mara.press(&stray).await.is(410);
}

#[tokio::test]
async fn a_letter_outlives_the_operators_link_but_is_not_prolonged() {
    let shop = Shop::new().await;
    let (link, k) = operators(&shop).await;
    let mara = Visitor::new(&shop);
    shop.jump(MINUTE * 14);
    asks_by(&mara, &k, MARA).await.leads("/console/sign-in/waiting");
    shop.jump(MINUTE * 5);
    mara.get(&link).await.is(410);
    // The same letter once more ends when the first would.
    mara.ask(MARA).await;
    assert_eq!(sign_in_mails(&shop, MARA).len(), 2);
    shop.jump(MINUTE * 11);
    mara.press(&sign_in_link(&shop, MARA)).await.is(410);
    mara.get("/console/members").await.is(303);

    // A member keeps their role, and a link that a guest used lets in nobody else.
    let (link, k) = operators(&shop).await;
    member(&shop, "rita@example.com", "reader").await;
    let rita = Visitor::new(&shop);
    asks_by(&rita, &k, "rita@example.com").await;
    let guest = Visitor::new(&shop);
    guest.press(&link).await.leads("/console");
    rita.press(&sign_in_link(&shop, "rita@example.com")).await.is(410);
    let (_, k) = operators(&shop).await;
    asks_by(&rita, &k, "rita@example.com").await;
    rita.press(&sign_in_link(&shop, "rita@example.com")).await.leads("/console");
    rita.get("/console/members").await.shows(["rita@example.com"]).lacks(["Invite a member"]);
}

#[tokio::test]
async fn a_program_makes_links_for_15_minutes() {
    let shop = Shop::new().await;
    let keyed = || shop.call("POST", "/api/v1/console-links").header("idempotency-key", "1");
    let (made, again) = (keyed().send().await, keyed().send().await);
    assert_eq!(made.status, 201, "{}", made.body);
    assert_eq!((&made.body, again.header("idempotent-replayed")), (&again.body, "true"));
    assert_eq!(made.json()["expires_at"], "2026-11-20T06:15:00Z");
    let link = path_of(made.json()["url"].text());
    shop.jump(MINUTE * 15);
    Visitor::new(&shop).press(&link).await.is(410);
    let other = shop.post("/api/v1/console-links", json!({})).await;
    let (visitor, link) = (Visitor::new(&shop), path_of(other.json()["url"].text()));
    visitor.get(&link).await.shows(["The button signs you in to"]).lacks(["Sign in without an email"]);
    let (_, k) = link.split_once("?k=").unwrap();
    asks_by(&visitor, k, MARA).await.is(410);
    visitor.press(&link).await;
    assert!(visitor.is_in().await);
}

#[tokio::test]
async fn an_unknown_shop_has_no_console() {
    let shop = Shop::new().await;
    let refused = run(&shop.world, json!({"console_link": {"tenant": "nobody", "mode": "live"}})).await.unwrap_err();
    assert_eq!(refused.kind(), "not_found");
}
