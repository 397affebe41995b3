//! Ways into the console without an email.

use super::*;
use crate::operators::admin::run;

#[tokio::test]
async fn the_operator_opens_a_console_before_any_email_can_leave() {
    let shop = Shop::new().await;
    let made = run(&shop.world, json!({"console_link": {"tenant": "fern", "mode": "live"}})).await.unwrap();
    let link = path_of(made["url"].text());
    let first = Visitor::new(&shop);
    assert!(first.get(&link).await.body.contains("The button signs you in to"));
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
    let visitor = Visitor::new(&shop);
    visitor.press(&path_of(other.json()["url"].text())).await;
    assert!(visitor.is_in().await);
}

#[tokio::test]
async fn an_unknown_shop_has_no_console() {
    let shop = Shop::new().await;
    let refused = run(&shop.world, json!({"console_link": {"tenant": "nobody", "mode": "live"}})).await.unwrap_err();
    assert_eq!(refused.kind(), "not_found");
}
