//! A link for which somebody asked on a page of the shop: what there is until it is opened, and what counts as opening.

use domain::message::{Notification, NotificationName};

use super::scanners::{every_route, profiles};
use super::write::{ask, buyer, emails, link, page, shop};
use crate::operators::admin::run;
use crate::privacy::export::{exported, rows};
use crate::privacy::{ERASE, done};
use crate::support::*;

const JANE: &str = "jane@example.com";
const NETWORK: &str = "192.0.2.1";
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The sort keys of the table's rows that others do not have, by their first parts.
async fn kinds_beside(shop: &Shop, before: &[Value]) -> Vec<String> {
    let new = table(&shop.world).await.into_iter().filter(|row| !before.contains(row));
    let kinds = new.map(|row| row["SK"]["S"].text().split('#').next().unwrap().to_owned());
    kinds.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
}

async fn asked(shop: &Shop, email: &str) -> String {
    shop.jump(SECOND);
    ask(shop, MUG, email, NETWORK).await.is(200);
    link(shop, email).unwrap()
}

async fn requests(shop: &Shop) -> Value {
    shop.get("/api/v1/review-requests").await.is(200).json()["requests"].clone()
}

#[tokio::test]
async fn until_a_link_is_opened_there_is_only_its_notification_for_a_week() {
    let shop = shop().await;
    shop.sets(json!({"privacy_url": "https://fern.example/privacy"})).await;
    let notice =
        "<a class=\"way\" href=\"https://fern.example/privacy\">How <bdi>Fern &#38; Oak</bdi> handles your data</a>";
    shop.browse(&page(MUG)).await.shows([notice, "what you enter here is deleted after seven days"]);
    shop.post("/api/v1/webhooks", json!({"url": "http://127.0.0.1:1/", "include": ["review"]})).await.is(201);
    let before = table(&shop.world).await;
    let hub = asked(&shop, JANE).await;
    assert_eq!(kinds_beside(&shop, &before).await, ["ASK", "LET", "LINKS"]);
    let end = (shop.now() + WEEK).as_second().to_string();
    for row in table(&shop.world).await {
        if ["ASK#", "LET#link"].iter().any(|kind| row["SK"]["S"].text().starts_with(kind)) {
            assert_eq!(row["ttl"]["N"], end, "{row}");
        }
    }
    let text = shop.inbox()[0].text.clone().unwrap();
    assert!(text.contains(&day_of(shop.now() + WEEK)), "{text}");
    shop.jump(WEEK);
    shop.browse(&hub).await.is(404);
    assert_eq!(kinds_beside(&shop, &before).await, ["ASK", "LET", "LINKS"]);
}

fn day_of(at: Timestamp) -> String {
    at.strftime("%-d %B %Y").to_string()
}

#[tokio::test]
async fn a_visit_by_a_person_and_a_click_open_a_link_and_programs_do_not() {
    let shop = shop().await;
    for (number, profile) in profiles().iter().enumerate() {
        let email = format!("p{number}@example.com");
        ask(&shop, MUG, &email, &format!("10.0.{number}.1")).await;
        shop.jump(DAY);
        let Some(hub) = link(&shop, &email) else { panic!("{email}") };
        let before = table(&shop.world).await;
        let unsubscribe = unsubscribe_link(shop.inbox().last().unwrap());
        let seen = profile.follow(&shop, &hub).await;
        if profile.is_disguised() {
            seen.shows(["name=\"rating\""]);
            continue;
        }
        for path in every_route(token_of(&hub), &unsubscribe) {
            profile.follow(&shop, &path).await;
        }
        assert_eq!(table(&shop.world).await, before, "{number}");
        if number == 0 {
            // A person whose browser sends no name clicks on the button.
            seen.shows(["action=\"/review/hub\"", "Go to the form"]);
            let click = shop.call("POST", "/review/hub").without_key().form(&[("token", token_of(&hub))]);
            click.send().await.leads(&hub);
            profile.follow(&shop, &hub).await.shows(["Stoneware mug", "name=\"rating\""]);
            assert_eq!(shop.counters().await["opened"], 1);
        }
    }
    assert_eq!(requests(&shop).await.list().len(), 5, "four visits and a click");
}

#[tokio::test]
async fn a_link_that_two_open_at_once_begins_one_request() {
    let shop = shop().await;
    let hub = asked(&shop, JANE).await;
    let both = futures_util::future::join(shop.browse(&hub), shop.browse(&hub)).await;
    for seen in [both.0, both.1, shop.browse(&hub).await] {
        seen.is(200).shows(["Stoneware mug"]);
    }
    assert_eq!((requests(&shop).await.list().len(), shop.counters().await["opened"]), (1, 1));
    let customers = shop.get("/beacon/customers").await.json();
    assert_eq!(customers["data"].list().len(), 1, "{customers}");
}

#[tokio::test]
async fn two_links_about_one_product_lead_to_one_request() {
    let shop = shop().await;
    let (first, second) = (asked(&shop, JANE).await, asked(&shop, JANE).await);
    shop.browse(&second).await.is(200);
    shop.browse(&first).await.leads(&second);
    shop.jump(SECOND);
    assert_eq!(asked(&shop, JANE).await, second, "now that there is a request, its link is sent");
    assert_eq!(requests(&shop).await.list().len(), 1);
}

#[tokio::test]
async fn an_unopened_link_can_bounce_and_be_unsubscribed_from_without_a_request() {
    let shop = shop().await;
    ask(&shop, MUG, "bounce@example.com", NETWORK).await;
    shop.advance(MINUTE).await;
    asked(&shop, JANE).await;
    shop.submit(&unsubscribe_link(shop.inbox().last().unwrap()), &[]).await.is(200);
    for (email, reason) in [("bounce@example.com", "bounced"), (JANE, "unsubscribed")] {
        let stopped = shop.get(format!("/api/v1/suppressions/{email}")).await.is(200).json();
        assert_eq!(stopped["reason"], reason, "{stopped}");
        shop.jump(SECOND);
        ask(&shop, MUG, email, NETWORK).await.is(200);
        assert_eq!(emails(&shop, email), 1, "{email}");
    }
    assert_eq!(requests(&shop).await, json!([]));
    assert_eq!(shop.get("/beacon/customers").await.json()["data"], json!([]));
}

#[tokio::test]
async fn an_unopened_link_is_in_the_persons_export_and_ends_with_an_erasure() {
    let shop = shop().await;
    let hub = asked(&shop, JANE).await;
    let (document, _) = exported(&shop, json!({"email": JANE})).await;
    let [link] = &rows(&document, "links")[..] else { panic!("{document}") };
    assert_eq!((&link["email"], &link["product_id"], &link["language"]), (&json!(JANE), &json!(MUG), &json!("en")));
    assert_eq!(rows(&document, "deliveries").len(), 1, "{document}");
    done(&shop, ERASE, json!({"email": JANE})).await;
    shop.browse(&hub).await.is(404);
    let all = table(&shop.world).await;
    assert!(!all.iter().any(|row| row["SK"]["S"].text().starts_with("ASK#")));
}

#[tokio::test]
async fn an_unopened_link_rests_while_the_shop_has_ended() {
    let shop = shop().await;
    let hub = asked(&shop, JANE).await;
    for (operation, status) in [("delete_shop", 404), ("restore_shop", 200)] {
        run(&shop.world, json!({operation: {"tenant": "fern", "mode": "live"}})).await.unwrap();
        shop.advance(MINUTE * 2).await;
        shop.browse(&hub).await.is(status);
    }
}

#[tokio::test]
async fn the_page_makes_the_same_calls_for_every_address() {
    let shop = shop().await;
    buyer(&shop, "buyer@example.com").await;
    let (_, asked) =
        shop.created(json!({"email": "asked@example.com", "product_ids": [MUG], "skip_email": true})).await;
    shop.browse(&asked).await;
    shop.suppresses("max@example.com").await;
    ask(&shop, MUG, "full@example.com", "10.1.0.1").await;
    ask(&shop, MUG, "full@example.com", "10.1.0.1").await;
    let mut calls = Vec::new();
    for (number, name) in ["june", "buyer", "asked", "max", "full", "june"].into_iter().enumerate() {
        shop.settle().await;
        shop.operations();
        let call = shop.call("POST", page(MUG)).without_key().form(&[("email", &format!("{name}@example.com"))]);
        call.header("x-forwarded-for", format!("10.0.{number}.1")).send().await.is(200);
        calls.push(shop.operations());
    }
    shop.settle().await;
    assert_eq!(calls[0], words("GetItem GetItem BatchGetItem UpdateItem UpdateItem TransactWriteItems SendMessage"));
    assert!(calls.iter().all(|of_one| *of_one == calls[0]), "{calls:?}");
    let got = ["june@", "buyer@", "asked@", "max@", "full@"].map(|to| emails(&shop, to));
    assert_eq!(got, [2, 1, 1, 0, 2], "what leaves is decided later");
}

#[tokio::test]
async fn a_link_that_the_version_before_ordered_leaves() {
    let shop = shop().await;
    let (id, hub) = shop.created(json!({"email": JANE, "product_ids": [MUG], "skip_email": true})).await;
    let name = NotificationName::Link(domain::values::RequestId::new(id).unwrap());
    let ordered = Notification::at_once(name, shop.now());
    assert!(shop.store().order_notification_once(&shop.tenant, &ordered).await.unwrap());
    shop.advance(MINUTE * 10).await;
    assert_eq!(link(&shop, JANE).unwrap(), hub);
}
