//! Writing a review without having been asked: a link to whoever the shop knows, limits, and a review that waits for the shop.

use crate::orders_in::payloads::with;
use crate::privacy::{ERASE, done};
use crate::support::*;

const JANE: &str = "jane@example.com";

async fn shop() -> Shop {
    let shop = Shop::new().await;
    shop.put(format!("/api/v1/products/{MUG}"), json!({"title": "Stoneware mug"})).await.is(200);
    shop
}

fn page(product: &str) -> String {
    format!("/review/write/fern/{product}")
}

pub async fn ask(shop: &Shop, product: &str, email: &str, network: &str) -> Reply {
    let page = format!("/review/write/{}/{product}", shop.tenant.id.as_str());
    let call = shop.call("POST", page).without_key().form(&[("email", email)]);
    let reply = call.header("x-forwarded-for", network).send().await;
    shop.settle().await;
    reply
}

/// How many emails went to addresses that contain this.
fn emails(shop: &Shop, to: &str) -> usize {
    shop.inbox().iter().filter(|mail| mail.to.contains(to)).count()
}

/// A buyer whose order the shop told.
pub async fn buyer(shop: &Shop, email: &str) {
    let line = json!({"catalog_item_id": TRAY, "title": "A thing", "unit_price": 1000, "quantity": 1});
    let order = json!({"status": "delivered", "currency": "EUR", "lines": [line], "buyer": {"email": email}});
    shop.put(format!("/api/v1/orders/{email}"), &order).await.is(200);
}

#[track_caller]
fn is_too_many(answer: &Reply) {
    let text = "Many links were requested over your internet connection";
    assert!(answer.status == 429 && answer.body.contains(text), "{}", answer.body);
}

fn link(shop: &Shop, email: &str) -> Option<String> {
    let inbox = shop.inbox();
    let mail = inbox.iter().rev().find(|mail| mail.to.contains(email))?;
    let text = mail.text.as_deref().unwrap_or_default();
    let link = text.split_whitespace().find(|word| word.contains("/review/hub?token="))?;
    Some(path_of(link))
}

async fn review(shop: &Shop, hub: &str, text: &str) -> Value {
    shop.browse(hub).await;
    shop.writes(hub, &[("rating", "4"), ("text", text), ("display_name", "Jane")]).await.is(303);
    shop.newest_review().await
}

#[tokio::test]
async fn an_address_gets_a_link_and_the_review_waits_for_the_shop() {
    let shop = shop().await;
    buyer(&shop, JANE).await;
    shop.sets(json!({"privacy_url": "https://fern.example/privacy"})).await;
    let notice =
        "<a class=\"way\" href=\"https://fern.example/privacy\">How <bdi>Fern &#38; Oak</bdi> handles your data</a>";
    shop.browse(&page(MUG)).await.shows(["Write a review", "Stoneware mug", notice]);
    ask(&shop, MUG, JANE, "192.0.2.1").await.is(200).shows(["Check your email"]);
    let [mail] = &shop.inbox()[..] else { panic!("one email") };
    assert_eq!(mail.subject, "Your link to write a review for Fern & Oak");
    mail.text.as_deref().unwrap().shows(["You asked for a link to write about Stoneware mug."]);
    let hub = link(&shop, JANE).unwrap();
    let written = review(&shop, &hub, "Lovely.").await;
    let held = (&written["status"], &written["verification"], &written["language"]);
    assert_eq!(held, (&json!("pending"), &json!("none"), &json!("en")));
    let path = format!("/api/v1/reviews/{}", written["id"]);
    let history = shop.get(format!("{path}/history")).await.json();
    assert_eq!(history["history"][1]["rule"], "visitor", "{history}");
    // Even an edit of what the shop published waits, and so do new photos.
    shop.call("PATCH", format!("{path}/approve")).send().await.is(200);
    let edited = review(&shop, &hub, "Buy elsewhere.").await;
    assert_eq!((&edited["content"], &edited["pending_edit"]["content"]), (&json!("Lovely."), &json!("Buy elsewhere.")));
    shop.advance_days(10).await;
    assert_eq!(shop.inbox().iter().filter(|mail| mail.to.contains(JANE)).count(), 1, "no reminder");
}

#[tokio::test]
async fn a_visitors_request_counts_once_it_is_opened() {
    let shop = shop().await;
    for email in [JANE, "june@example.com"] {
        buyer(&shop, email).await;
        ask(&shop, MUG, email, "192.0.2.1").await.is(200);
    }
    assert_eq!(shop.get("/api/v1/review-requests").await.json()["requests"].list().len(), 2);
    assert_eq!(shop.counters().await, BTreeMap::new());
    shop.browse(link(&shop, JANE).unwrap()).await;
    shop.browse(link(&shop, JANE).unwrap()).await;
    shop.advance_days(91).await;
    let counted = BTreeMap::from([("created".to_owned(), 1), ("expired".to_owned(), 1), ("opened".to_owned(), 1)]);
    assert_eq!(shop.counters().await, counted);
}

#[tokio::test]
async fn whoever_has_an_open_link_gets_it_again() {
    let shop = shop().await;
    let (_, asked) =
        shop.created(json!({"email": JANE, "product_ids": [TRAY, MUG], "order_id": "A", "skip_email": true})).await;
    ask(&shop, MUG, JANE, "192.0.2.1").await;
    assert_eq!(link(&shop, JANE).unwrap(), asked);
    // About another product it is a new one, and the next time that.
    shop.put("/api/v1/products/shopify-9", json!({"title": "Bowl"})).await.is(200);
    shop.jump(SECOND);
    ask(&shop, "shopify-9", JANE, "192.0.2.1").await;
    let bowl = link(&shop, JANE).unwrap();
    assert_ne!(bowl, asked);
    shop.jump(DAY);
    ask(&shop, "shopify-9", JANE, "192.0.2.1").await;
    assert_eq!((link(&shop, JANE).unwrap(), shop.inbox().len()), (bowl, 3));
}

#[tokio::test]
async fn whoever_has_a_review_gets_its_link_which_works_again_after_its_expiry() {
    let shop = shop().await;
    buyer(&shop, JANE).await;
    ask(&shop, MUG, JANE, "192.0.2.1").await;
    let hub = link(&shop, JANE).unwrap();
    let first = review(&shop, &hub, "Lovely.").await;
    for (days, text) in [(1, "Still lovely."), (100, "It broke."), (120, "Mended.")] {
        shop.jump(SignedDuration::from_hours(24 * days));
        assert_eq!(shop.browse(&hub).await.body.contains("/review/hub/renew"), days > 90, "{days}");
        ask(&shop, MUG, JANE, "192.0.2.1").await;
        assert_eq!(link(&shop, JANE).unwrap(), hub, "{days}");
        let edited = review(&shop, &hub, text).await;
        assert_eq!((&edited["id"], &edited["content"]), (&first["id"], &json!(text)), "{days}");
        assert_eq!(shop.get("/api/v1/reviews").await.json()["reviews"].list().len(), 1);
    }
    let erased = done(&shop, ERASE, json!({"email": JANE})).await;
    assert_eq!(erased["counts"]["requests"], 1, "an extended request is counted once: {erased}");
}

fn order(email: &str, product: &str, status: &str) -> Value {
    let line = json!({"catalog_item_id": product, "title": "A thing", "unit_price": 1000, "quantity": 1});
    json!({"status": status, "currency": "EUR", "lines": [line], "buyer": {"email": email}})
}

#[tokio::test]
async fn an_unpaid_order_of_the_address_verifies_nothing() {
    let shop = shop().await;
    for (email, paid, known) in [("june@example.com", false, "none"), (JANE, true, "order")] {
        let order = with(order(email, MUG, "placed"), json!({ "paid": paid }));
        shop.put(format!("/api/v1/orders/{email}"), &order).await.is(200);
        shop.jump(SECOND);
        ask(&shop, MUG, email, "192.0.2.1").await;
        let written = review(&shop, &link(&shop, email).unwrap(), "Lovely.").await;
        assert_eq!(written["verification"], known, "{email}");
    }
}

#[tokio::test]
async fn an_order_of_the_address_with_the_product_verifies_the_review() {
    let shop = shop().await;
    let order = |product: &str, status: &str| order(JANE, product, status);
    let (cancelled, other, bought) = (order(MUG, "cancelled"), order(TRAY, "delivered"), order(MUG, "delivered"));
    for (id, order) in [("A", cancelled), ("B", other), ("C", bought)] {
        shop.put(format!("/api/v1/orders/{id}"), &order).await.is(200);
    }
    shop.jump(SECOND);
    ask(&shop, MUG, JANE, "192.0.2.1").await;
    let written = review(&shop, &link(&shop, JANE).unwrap(), "Lovely.").await;
    assert_eq!((&written["verification"], &written["status"]), (&json!("order"), &json!("pending")), "{written}");
    // The shop can still ask about the order.
    shop.jump(SECOND);
    shop.created(json!({"email": JANE, "product_ids": [TRAY], "order_id": "C", "skip_email": true})).await;
}

#[tokio::test]
async fn every_address_gets_the_same_answer_after_a_second_and_of_unknown_ones_nothing_is_stored() {
    let shop = shop().await;
    buyer(&shop, JANE).await;
    buyer(&shop, "max@example.com").await;
    shop.suppresses("max@example.com").await;
    let before = table(&shop.world).await;
    let mut answers = Vec::new();
    for email in ["june@example.com", "max@example.com", JANE] {
        if email == JANE {
            let stored = table(&shop.world).await.into_iter().filter(|row| !before.contains(row));
            assert!(stored.map(|row| row["PK"]["S"].text().to_owned()).all(|key| key.starts_with("LINKS#")));
        }
        let asked_at = std::time::Instant::now();
        let answer = ask(&shop, MUG, email, "192.0.2.1").await.is(200);
        assert!(asked_at.elapsed() >= Duration::from_secs(1), "{email}");
        answers.push(answer.body.replace(email, "…"));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    assert_eq!((shop.inbox().len(), emails(&shop, JANE)), (1, 1));
}

#[tokio::test]
async fn a_mailbox_gets_two_links_a_day_and_three_a_week_from_all_shops() {
    let fern = shop().await;
    let moss = fern.beside("moss").await;
    for shop in [&fern, &moss] {
        for email in ["ann@example.com", "a.nn@example.com", "ann+2@example.com", "ann@other.example"] {
            buyer(shop, email).await;
        }
    }
    let asks = [
        (&fern, "ann@example.com", 0),
        (&moss, "a.nn@example.com", 0),
        (&fern, "ANN+2@example.com", 0),
        (&fern, "ann@other.example", 0),
        (&moss, "ann@example.com", 1),
        (&fern, "ann@example.com", 1),
        (&fern, "ann@example.com", 7),
    ];
    let mut left = Vec::new();
    for (shop, email, days) in asks {
        fern.jump(SignedDuration::from_hours(24 * days));
        let before = fern.inbox().len();
        ask(shop, MUG, email, "192.0.2.1").await.is(200).shows(["within a minute"]);
        left.push(fern.inbox().len() - before);
    }
    assert_eq!(left, [1, 1, 0, 1, 1, 0, 1]);
}

#[tokio::test]
async fn a_network_gets_twenty_links_an_hour_from_all_shops() {
    let fern = shop().await;
    let moss = fern.beside("moss").await;
    let asking = (0..20).map(|number| {
        let shop = [&fern, &moss][number % 2];
        let page = format!("/review/write/{}/@shop", shop.tenant.id.as_str());
        let call = shop.call("POST", page).without_key().form(&[("email", &format!("p{number}@example.com"))]);
        call.header("x-forwarded-for", "198.51.100.7").send()
    });
    assert!(join_all(asking).await.iter().all(|answer| answer.status == 200));
    is_too_many(&ask(&moss, "@shop", "more@example.com", "198.51.100.8").await);
    ask(&fern, "@shop", "more@example.com", "198.51.99.8").await.is(200);
    fern.jump(HOUR);
    ask(&moss, "@shop", "more@example.com", "198.51.100.8").await.is(200);
}

#[tokio::test]
async fn a_link_that_bounces_stops_its_address_and_does_not_count_for_the_shop() {
    let shop = shop().await;
    buyer(&shop, "bounce@example.com").await;
    ask(&shop, MUG, "bounce@example.com", "192.0.2.1").await;
    shop.advance(MINUTE).await;
    assert_eq!(shop.get("/api/v1/suppressions/bounce@example.com").await.is(200).json()["reason"], "bounced");
    let last = shop.get("/api/v1/deliverability").await.json()["last_1000"].clone();
    assert_eq!(last, json!({"sent": 0, "bounced": 0, "complained": 0}));
}

#[tokio::test]
async fn nothing_leaves_during_a_pause_or_after_an_erasure_and_the_answer_is_the_same() {
    let shop = shop().await;
    buyer(&shop, JANE).await;
    let sent = ask(&shop, MUG, JANE, "192.0.2.1").await;
    let hub = link(&shop, JANE).unwrap();
    review(&shop, &hub, "Lovely.").await;
    let pause = async |until: Value| {
        shop.sets(json!({"paused_until": until})).await;
        // Within a minute, every function has read it.
        shop.advance(SECOND * 61).await;
    };
    let is_quiet = async || {
        let answer = ask(&shop, MUG, JANE, "192.0.2.1").await;
        shop.advance(HOUR).await;
        assert_eq!((answer.status, answer.body), (sent.status, sent.body.clone()));
        assert_eq!(shop.inbox().len(), 1);
    };
    pause(json!((shop.now() + DAY).to_string())).await;
    is_quiet().await;
    pause(Value::Null).await;
    shop.advance(HOUR).await;
    assert_eq!(shop.inbox().len(), 1, "nobody waits for it any more");
    shop.jump(DAY);
    done(&shop, ERASE, json!({"email": JANE})).await;
    is_quiet().await;
    shop.browse(&hub).await.is(404);
}

#[tokio::test]
async fn only_known_products_of_shops_that_show_reviews_have_the_page() {
    let shop = shop().await;
    shop.browse(&page("@shop")).await.is(200);
    for wrong in
        [page("shopify-9"), page("@all"), "/review/write/moss/@shop".to_owned(), "/review/write/fern".to_owned()]
    {
        assert_eq!(shop.browse(&wrong).await.status, 404, "{wrong}");
    }
    for typed in ["", "jane", "jane@"] {
        ask(&shop, MUG, typed, "192.0.2.1").await.is(422).shows(["Please enter an email address"]);
    }
    let of = |product: &str| format!("/p/fern/{product}.json");
    let write_url =
        async |product: &str| shop.call("GET", of(product)).without_key().send().await.json()["write_url"].clone();
    assert_eq!(write_url(MUG).await, format!("http://shop.example{}", page(MUG)));
    assert_eq!([write_url("@all").await, write_url("shopify-9").await], [Value::Null, Value::Null]);
    shop.sets(json!({"public_display": false})).await;
    shop.browse(&page(MUG)).await.is(404);
    assert_eq!(shop.inbox().len(), 0);
}
