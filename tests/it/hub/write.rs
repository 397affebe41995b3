//! Writing a review without having been asked: a link by email, limits, and a review that waits for the shop.

use crate::orders_in::payloads::with;
use crate::privacy::{ERASE, done};
use crate::support::*;

const JANE: &str = "jane@example.com";

pub async fn shop() -> Shop {
    let shop = Shop::new().await;
    shop.put(format!("/api/v1/products/{MUG}"), json!({"title": "Stoneware mug"})).await.is(200);
    shop
}

async fn beside(shop: &Shop, id: &str) -> Shop {
    shop.beside(id).await
}

pub fn page(product: &str) -> String {
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
pub fn emails(shop: &Shop, to: &str) -> usize {
    shop.inbox().iter().filter(|mail| mail.to.contains(to)).count()
}

/// A buyer whose order the shop told.
pub async fn buyer(shop: &Shop, email: &str) {
    let line = json!({"catalog_item_id": TRAY, "title": "A thing", "unit_price": 1000, "quantity": 1});
    let order = json!({"status": "delivered", "currency": "EUR", "lines": [line], "buyer": {"email": email}});
    shop.put(format!("/api/v1/orders/{email}"), &order).await.is(200);
}

/// Nobody is refused, but links to strangers leave later.
#[track_caller]
fn is_slow(answer: &Reply) {
    assert!(answer.status == 200 && answer.body.contains("it can take up to an hour"), "{}", answer.body);
}

#[track_caller]
fn is_too_many(answer: &Reply) {
    let text = "Many links were requested over your internet connection";
    assert!(answer.status == 429 && answer.body.contains(text), "{}", answer.body);
}

pub fn link(shop: &Shop, email: &str) -> Option<String> {
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
    shop.browse(&page(MUG)).await.shows(["Write a review", "Stoneware mug"]);
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
async fn whoever_has_an_open_link_gets_it_again() {
    let shop = shop().await;
    let (_, asked) =
        shop.created(json!({"email": JANE, "product_ids": [TRAY, MUG], "order_id": "A", "skip_email": true})).await;
    ask(&shop, MUG, JANE, "192.0.2.1").await;
    assert_eq!(link(&shop, JANE).unwrap(), asked);
    shop.browse(&asked).await;
    // About another product it is a new one, and the next time that.
    shop.put("/api/v1/products/shopify-9", json!({"title": "Bowl"})).await.is(200);
    shop.jump(SECOND);
    ask(&shop, "shopify-9", JANE, "192.0.2.1").await;
    let bowl = link(&shop, JANE).unwrap();
    assert_ne!(bowl, asked);
    shop.browse(&bowl).await;
    shop.jump(SECOND);
    ask(&shop, "shopify-9", JANE, "192.0.2.1").await;
    assert_eq!((link(&shop, JANE).unwrap(), shop.inbox().len()), (bowl, 3));
}

#[tokio::test]
async fn whoever_has_a_review_gets_its_link_which_works_again_after_its_expiry() {
    let shop = shop().await;
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
async fn the_answer_is_the_same_for_every_address_and_limits_hold() {
    let shop = shop().await;
    let first = ask(&shop, MUG, JANE, "192.0.2.1").await;
    shop.browse(link(&shop, JANE).unwrap()).await;
    for _ in 0..3 {
        shop.jump(MINUTE);
        let again = ask(&shop, MUG, JANE, "192.0.2.1").await;
        assert_eq!((again.status, again.body), (first.status, first.body.clone()));
    }
    assert_eq!(shop.inbox().len(), 3, "three an hour");
    for _ in 0..3 {
        shop.jump(MINUTE * 61);
        ask(&shop, MUG, JANE, "192.0.2.1").await;
    }
    assert_eq!(shop.inbox().len(), 5, "five a day");
    // Somebody who is not asked any more.
    shop.suppresses("max@example.com").await;
    let other = ask(&shop, MUG, "max@example.com", "192.0.2.2").await;
    assert_eq!((other.status, other.body.replace("max@", "jane@")), (first.status, first.body.clone()));
    assert_eq!(shop.inbox().len(), 5);
    for hour in 0..3 {
        for number in 0..20 {
            let status = ask(&shop, MUG, &format!("p{hour}-{number}@example.com"), "198.51.100.7").await.status;
            assert_eq!(status, 200, "{number}");
        }
        is_too_many(&ask(&shop, MUG, "more@example.com", "198.51.100.8").await);
        shop.jump(HOUR);
    }
    is_too_many(&ask(&shop, MUG, "more@example.com", "198.51.100.8").await);
    assert_eq!(ask(&shop, MUG, "more@example.com", "198.51.99.8").await.status, 200, "another network");
}

#[tokio::test]
async fn who_gets_how_many_emails_from_the_pages_of_two_shops() {
    let fern = shop().await;
    let moss = beside(&fern, "moss").await;
    buyer(&fern, "buyer@example.com").await;
    // One network wants 25 emails from each shop.
    for number in 0..25 {
        for shop in [&fern, &moss] {
            let name = shop.tenant.id.as_str();
            ask(shop, MUG, &format!("network-{number}@{name}.example"), "192.0.2.1").await;
        }
    }
    for number in 0..20 {
        ask(&fern, MUG, &format!("tags+{number}@example.com"), "198.51.100.1").await;
    }
    for number in 0..12 {
        ask(&fern, MUG, &format!("bounce@{number}.example.com"), "203.0.113.1").await;
        fern.advance(MINUTE).await;
    }
    ask(&fern, MUG, "buyer@example.com", "203.0.114.1").await;
    ask(&fern, MUG, "anybody@example.com", "203.0.114.1").await;
    let got = ["network-", "tags+", "bounce@", "buyer@", "anybody@"].map(|to| (to, emails(&fern, to)));
    assert_eq!(got, [("network-", 20), ("tags+", 2), ("bounce@", 3), ("buyer@", 1), ("anybody@", 1)]);
    is_too_many(&ask(&moss, MUG, "june@example.com", "203.0.113.99").await);
    let last = fern.get("/api/v1/deliverability").await.json()["last_1000"].clone();
    assert_eq!(last, json!({"sent": 0, "bounced": 0, "complained": 0}), "these do not count for the shop");
    fern.jump(DAY);
    ask(&fern, MUG, "june@example.com", "203.0.113.1").await.is(200);
    assert_eq!(emails(&fern, "june@"), 1);
}

#[tokio::test]
async fn a_mailbox_gets_two_links_from_all_shops_and_none_for_a_week_until_one_is_opened() {
    let fern = shop().await;
    let (moss, oak) = (beside(&fern, "moss").await, beside(&fern, "oak").await);
    let mut network = 0;
    let mut ask = async |shop: &Shop, email: &str| {
        network += 1;
        fern.jump(SECOND);
        assert_eq!(ask(shop, MUG, email, &format!("10.0.{network}.1")).await.status, 200, "{email}");
    };
    let spellings =
        ["a.nn+1@example.com", "ANN@example.com", "ann+2+3@example.com", "a.n.n@EXAMPLE.com", "ann@example.com"];
    for (spelling, shop) in spellings.into_iter().zip([&fern, &moss, &oak, &fern, &moss]) {
        ask(shop, spelling).await;
    }
    assert_eq!(fern.inbox().len(), 2);
    ask(&fern, "ann@other.example").await;
    assert_eq!(emails(&fern, "ann@other.example"), 1, "another mailbox");
    for shop in [&fern, &moss, &oak, &fern] {
        ask(shop, JANE).await;
        shop.browse(link(shop, JANE).unwrap()).await;
    }
    assert_eq!(emails(&fern, JANE), 3, "whoever opens them gets more, up to three an hour");
    // A customer whom the shop asked and who opened that request lately.
    let (_, hub) = moss.created(json!({"email": "mia@example.com", "product_ids": [TRAY], "skip_email": true})).await;
    moss.browse(&hub).await;
    for shop in [&fern, &oak, &moss] {
        ask(shop, "mia@example.com").await;
    }
    assert_eq!(emails(&fern, "mia@"), 3);
    for (days, left) in [(6, 0), (1, 1)] {
        fern.jump(SignedDuration::from_hours(24 * days));
        ask(&fern, "a.nn@example.com").await;
        assert_eq!(emails(&fern, "a.nn@"), left, "{days}");
    }
}

#[tokio::test]
async fn only_emails_that_leave_take_a_place_of_the_shop() {
    let shop = shop().await;
    for number in 0..200 {
        assert_eq!(ask(&shop, MUG, JANE, &format!("10.0.{}.1", number / 20)).await.status, 200, "{number}");
    }
    shop.suppresses("max@example.com").await;
    for number in 0..60 {
        ask(&shop, MUG, "max@example.com", &format!("10.1.{}.1", number / 20)).await;
    }
    ask(&shop, MUG, "june@example.com", "192.0.2.1").await.is(200).shows(["within a minute"]);
    assert_eq!([JANE, "max@", "june@"].map(|to| emails(&shop, to)), [2, 0, 1]);
}

#[tokio::test]
async fn after_fifty_strangers_a_day_links_leave_later_and_customers_do_not_wait() {
    let shop = shop().await;
    buyer(&shop, "buyer@example.com").await;
    let (_, _) = shop.created(json!({"email": "asked@example.com", "product_ids": [TRAY], "skip_email": true})).await;
    for number in 0..50 {
        let answer = ask(&shop, MUG, &format!("p{number}@example.com"), &format!("10.0.{}.1", number / 20)).await;
        assert!(answer.status == 200 && answer.body.contains("within a minute"), "{number}: {}", answer.body);
    }
    assert_eq!(shop.inbox().len(), 50);
    let mut answers = Vec::new();
    for email in ["june@example.com", "buyer@example.com", "asked@example.com"] {
        let answer = ask(&shop, MUG, email, "192.0.2.1").await;
        is_slow(&answer);
        answers.push(answer.body.replace(email, "…"));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "the answer does not tell who is a customer");
    let got = || ["june@", "buyer@", "asked@"].map(|to| emails(&shop, to));
    assert_eq!(got(), [0, 1, 1]);
    shop.advance(MINUTE * 20).await;
    assert_eq!(got(), [1, 1, 1]);
    // Beyond 200 a day, strangers get none, and the page does not tell who they are.
    for number in 51..200 {
        is_slow(&ask(&shop, MUG, &format!("p{number}@example.com"), &format!("10.1.{}.1", number / 20)).await);
    }
    is_slow(&ask(&shop, MUG, "late@example.com", "192.0.3.1").await);
    shop.advance(HOUR).await;
    assert_eq!(shop.inbox().len(), 202, "200 strangers, and two customers");
    is_slow(&ask(&shop, MUG, "later@example.com", "192.0.4.1").await);
    shop.advance(HOUR).await;
    assert_eq!(emails(&shop, "later@"), 0);
    is_slow(&ask(&shop, "@shop", "buyer@example.com", "192.0.3.1").await);
    assert_eq!(emails(&shop, "buyer@"), 2);
    shop.jump(DAY);
    ask(&shop, MUG, "later@example.com", "192.0.3.1").await.is(200);
    assert_eq!(emails(&shop, "later@"), 1);
}

#[tokio::test]
async fn of_many_links_asked_for_at_once_only_fifty_leave_at_once() {
    let shop = shop().await;
    let asking = (0..60).map(|number| {
        let call = shop.call("POST", page(MUG)).without_key().form(&[("email", &format!("p{number}@example.com"))]);
        call.header("x-forwarded-for", format!("10.0.{}.1", number / 20)).send()
    });
    for answer in futures_util::future::join_all(asking).await {
        answer.is(200);
    }
    shop.settle().await;
    assert_eq!(shop.inbox().len(), 50);
    shop.advance(MINUTE * 15).await;
    assert_eq!(shop.inbox().len(), 60);
}

#[tokio::test]
async fn after_five_returned_links_a_day_others_wait_and_their_network_is_judged_once_more() {
    let shop = shop().await;
    for (number, network) in [1, 1, 1, 2, 2].into_iter().enumerate() {
        let name = if number == 4 { "complaint" } else { "bounce" };
        ask(&shop, MUG, &format!("{name}@{number}.example.com"), &format!("192.0.{network}.1")).await;
    }
    shop.advance(MINUTE * 10).await;
    is_too_many(&ask(&shop, MUG, "june@example.com", "192.0.1.1").await);
    for number in 5..10 {
        is_slow(&ask(&shop, MUG, &format!("bounce@{number}.example.com"), "192.0.3.1").await);
    }
    assert_eq!(shop.inbox().len(), 5);
    shop.advance(HOUR * 2).await;
    assert_eq!(shop.inbox().len(), 8, "the third that bounces stops what waits");
}

#[tokio::test]
async fn many_returned_links_slow_the_pages_of_all_shops() {
    let calm = shop().await;
    let mut shops = Vec::new();
    for number in 0..6 {
        shops.push(beside(&calm, &format!("shop-{number}")).await);
    }
    for number in 0..30 {
        let shop = &shops[number / 5];
        ask(shop, MUG, &format!("bounce@{number}.example.com"), &format!("10.0.{}.1", number / 3)).await;
        if number == 28 {
            calm.advance(MINUTE).await;
            ask(&calm, MUG, "june@example.com", "192.0.2.1").await.shows(["within a minute"]);
        }
    }
    calm.advance(MINUTE * 20).await;
    is_slow(&ask(&calm, MUG, "joan@example.com", "192.0.2.1").await);
    assert_eq!((emails(&calm, "june@"), emails(&calm, "joan@")), (1, 0));
}

#[tokio::test]
async fn nothing_leaves_during_a_pause_or_after_an_erasure_and_the_answer_is_the_same() {
    let shop = shop().await;
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
