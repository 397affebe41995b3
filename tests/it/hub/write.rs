//! Writing a review without having been asked: a link by email, limits, and a review that waits for the shop.

use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::orders_in::payloads::with;
use crate::privacy::{ERASE, done};
use crate::support::{MUG, Reply, Shop, TRAY, path_of, token_of};

const JANE: &str = "jane@example.com";

async fn shop() -> Shop {
    let shop = Shop::new().await;
    let product = json!({"title": "Stoneware mug"});
    assert_eq!(shop.call("PUT", format!("/api/v1/products/{MUG}")).json(&product).send().await.status, 200);
    shop
}

fn page(product: &str) -> String {
    format!("/review/write/fern/{product}")
}

async fn ask(shop: &Shop, product: &str, email: &str, network: &str) -> Reply {
    let call = shop.call("POST", page(product)).without_key().form(&[("email", email)]);
    let reply = call.header("x-forwarded-for", network).send().await;
    shop.settle().await;
    reply
}

/// The link in the newest email to an address.
fn link(shop: &Shop, email: &str) -> Option<String> {
    let inbox = shop.inbox();
    let mail = inbox.iter().rev().find(|mail| mail.to.contains(email))?;
    let text = mail.text.as_deref().unwrap_or_default();
    let link = text.split_whitespace().find(|word| word.contains("/review/hub?token="))?;
    Some(path_of(link))
}

async fn review(shop: &Shop, hub: &str, text: &str) -> Value {
    let form = [("token", token_of(hub)), ("item", "0"), ("rating", "4"), ("text", text), ("display_name", "Jane")];
    assert_eq!(shop.submit("/review/hub/review", &form).await.status, 303);
    shop.get("/api/v1/reviews").await.json()["reviews"][0].clone()
}

#[tokio::test]
async fn an_address_gets_a_link_and_the_review_waits_for_the_shop() {
    let shop = shop().await;
    let form = shop.browse(&page(MUG)).await;
    assert!(form.body.contains("Write a review") && form.body.contains("Stoneware mug"), "{}", form.body);
    let sent = ask(&shop, MUG, JANE, "192.0.2.1").await;
    assert!(sent.status == 200 && sent.body.contains("Check your email"), "{}", sent.body);
    let [mail] = &shop.inbox()[..] else { panic!("one email") };
    assert_eq!(mail.subject, "Your link to write a review for Fern & Oak");
    let text = mail.text.as_deref().unwrap();
    assert!(text.contains("You asked for a link to write about Stoneware mug."), "{text}");
    let hub = link(&shop, JANE).unwrap();
    let written = review(&shop, &hub, "Lovely.").await;
    let held = (&written["status"], &written["verification"], &written["language"]);
    assert_eq!(held, (&json!("pending"), &json!("none"), &json!("en")));
    let path = format!("/api/v1/reviews/{}", written["id"]);
    let history = shop.get(format!("{path}/history")).await.json();
    assert_eq!(history["history"][1]["rule"], "visitor", "{history}");
    // Even an edit of what the shop published waits, and so do new photos.
    assert_eq!(shop.call("PATCH", format!("{path}/approve")).send().await.status, 200);
    let edited = review(&shop, &hub, "Buy elsewhere.").await;
    assert_eq!((&edited["content"], &edited["pending_edit"]["content"]), (&json!("Lovely."), &json!("Buy elsewhere.")));
    shop.advance(SignedDuration::from_hours(24 * 10)).await;
    assert_eq!(shop.inbox().iter().filter(|mail| mail.to.contains(JANE)).count(), 1, "no reminder");
}

#[tokio::test]
async fn whoever_has_an_open_link_gets_it_again() {
    let shop = shop().await;
    let (_, asked) =
        shop.created(json!({"email": JANE, "product_ids": [TRAY, MUG], "order_id": "A", "skip_email": true})).await;
    ask(&shop, MUG, JANE, "192.0.2.1").await;
    assert_eq!(link(&shop, JANE).unwrap(), asked);
    // About another product it is a new one, and the next time that.
    let product = json!({"title": "Bowl"});
    assert_eq!(shop.call("PUT", "/api/v1/products/shopify-9").json(&product).send().await.status, 200);
    shop.jump(SignedDuration::from_secs(1));
    ask(&shop, "shopify-9", JANE, "192.0.2.1").await;
    let bowl = link(&shop, JANE).unwrap();
    assert_ne!(bowl, asked);
    shop.jump(SignedDuration::from_secs(1));
    ask(&shop, "shopify-9", JANE, "192.0.2.1").await;
    assert_eq!((link(&shop, JANE).unwrap(), shop.inbox().len()), (bowl, 3));
}

#[tokio::test]
async fn whoever_has_a_review_gets_its_link_which_works_again_after_its_expiry() {
    let shop = shop().await;
    assert_eq!(shop.call("PUT", "/api/v1/settings").json(&json!({"link_days": 7})).send().await.status, 200);
    ask(&shop, MUG, JANE, "192.0.2.1").await;
    let hub = link(&shop, JANE).unwrap();
    let first = review(&shop, &hub, "Lovely.").await;
    for (days, text) in [(1, "Still lovely."), (10, "It broke."), (120, "Mended.")] {
        shop.jump(SignedDuration::from_hours(24 * days));
        let is_expired = shop.browse(&hub).await.body.contains("/review/hub/renew");
        assert_eq!(is_expired, days > 7, "{days}");
        ask(&shop, MUG, JANE, "192.0.2.1").await;
        assert_eq!(link(&shop, JANE).unwrap(), hub, "{days}");
        let edited = review(&shop, &hub, text).await;
        assert_eq!((&edited["id"], &edited["content"]), (&first["id"], &json!(text)), "{days}");
        assert_eq!(shop.get("/api/v1/reviews").await.json()["reviews"].as_array().unwrap().len(), 1);
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
        let put = shop.call("PUT", format!("/api/v1/orders/{email}")).json(&order).send().await;
        assert_eq!(put.status, 200, "{}", put.body);
        shop.jump(SignedDuration::from_secs(1));
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
        let put = shop.call("PUT", format!("/api/v1/orders/{id}")).json(&order).send().await;
        assert_eq!(put.status, 200, "{}", put.body);
    }
    shop.jump(SignedDuration::from_secs(1));
    ask(&shop, MUG, JANE, "192.0.2.1").await;
    let written = review(&shop, &link(&shop, JANE).unwrap(), "Lovely.").await;
    assert_eq!((&written["verification"], &written["status"]), (&json!("order"), &json!("pending")), "{written}");
    // The shop can still ask about the order.
    shop.jump(SignedDuration::from_secs(1));
    shop.created(json!({"email": JANE, "product_ids": [TRAY], "order_id": "C", "skip_email": true})).await;
}

#[tokio::test]
async fn the_answer_is_the_same_for_every_address_and_limits_hold() {
    let shop = shop().await;
    let first = ask(&shop, MUG, JANE, "192.0.2.1").await;
    for _ in 0..3 {
        shop.jump(SignedDuration::from_mins(1));
        let again = ask(&shop, MUG, JANE, "192.0.2.1").await;
        assert_eq!((again.status, again.body), (first.status, first.body.clone()));
    }
    assert_eq!(shop.inbox().len(), 3, "three an hour");
    for _ in 0..3 {
        shop.jump(SignedDuration::from_mins(61));
        ask(&shop, MUG, JANE, "192.0.2.1").await;
    }
    assert_eq!(shop.inbox().len(), 5, "five a day");
    // Somebody who is not asked any more.
    let stopped = shop.call("PUT", "/api/v1/suppressions/max@example.com").send().await;
    assert!(stopped.status.is_success(), "{}", stopped.body);
    let other = ask(&shop, MUG, "max@example.com", "192.0.2.2").await;
    assert_eq!((other.status, other.body.replace("max@", "jane@")), (first.status, first.body.clone()));
    assert_eq!(shop.inbox().len(), 5);
    for number in 0..20 {
        let status = ask(&shop, MUG, &format!("p{number}@example.com"), "198.51.100.7").await.status;
        assert_eq!(status, 200, "{number}");
    }
    let refused = ask(&shop, MUG, "more@example.com", "198.51.100.8").await;
    assert!(refused.status == 429 && refused.body.contains("Many people asked"), "{}", refused.body);
}

#[tokio::test]
async fn a_shop_sends_two_hundred_links_a_day() {
    let shop = shop().await;
    for number in 0..200 {
        // What the address' own limit stops counts, too, so that it reveals nothing.
        let status = ask(&shop, MUG, JANE, &format!("10.0.{}.1", number / 20)).await.status;
        assert_eq!(status, 200, "{number}");
    }
    let refused = ask(&shop, MUG, "june@example.com", "192.0.2.1").await;
    assert!(refused.status == 429 && refused.body.contains("Many people asked"), "{}", refused.body);
    shop.jump(SignedDuration::from_hours(24));
    assert_eq!(ask(&shop, MUG, "june@example.com", "192.0.2.1").await.status, 200);
    assert!(link(&shop, "june@example.com").is_some());
}

#[tokio::test]
async fn ten_bounced_links_close_the_page_for_the_day_and_do_not_count_for_the_shop() {
    let shop = shop().await;
    for number in 0..10 {
        let sent = ask(&shop, MUG, &format!("bounce+{number}@example.com"), "192.0.2.1").await;
        assert_eq!(sent.status, 200, "{number}");
        shop.advance(SignedDuration::from_mins(1)).await;
    }
    assert_eq!(shop.inbox().len(), 10);
    let refused = ask(&shop, MUG, JANE, "198.51.100.1").await;
    assert!(refused.status == 429 && refused.body.contains("Many people asked"), "{}", refused.body);
    let last = shop.get("/api/v1/deliverability").await.json()["last_1000"].clone();
    assert_eq!(last, json!({"sent": 0, "bounced": 0, "complained": 0}));
    shop.jump(SignedDuration::from_hours(24));
    assert_eq!(ask(&shop, MUG, JANE, "198.51.100.1").await.status, 200);
    assert!(link(&shop, JANE).is_some());
}

#[tokio::test]
async fn nothing_leaves_during_a_pause_or_after_an_erasure_and_the_answer_is_the_same() {
    let shop = shop().await;
    let sent = ask(&shop, MUG, JANE, "192.0.2.1").await;
    let hub = link(&shop, JANE).unwrap();
    review(&shop, &hub, "Lovely.").await;
    let pause = async |until: Value| {
        let set = shop.call("PUT", "/api/v1/settings").json(&json!({"paused_until": until})).send().await;
        assert_eq!(set.status, 200, "{}", set.body);
        // Within a minute, every function has read it.
        shop.advance(SignedDuration::from_secs(61)).await;
    };
    let is_quiet = async || {
        let answer = ask(&shop, MUG, JANE, "192.0.2.1").await;
        shop.advance(SignedDuration::from_hours(1)).await;
        assert_eq!((answer.status, answer.body), (sent.status, sent.body.clone()));
        assert_eq!(shop.inbox().len(), 1);
    };
    pause(json!((shop.now() + SignedDuration::from_hours(24)).to_string())).await;
    is_quiet().await;
    pause(Value::Null).await;
    shop.advance(SignedDuration::from_hours(1)).await;
    assert_eq!(shop.inbox().len(), 1, "nobody waits for it any more");
    done(&shop, ERASE, json!({"email": JANE})).await;
    is_quiet().await;
    assert_eq!(shop.browse(&hub).await.status, 404);
}

#[tokio::test]
async fn only_known_products_of_shops_that_show_reviews_have_the_page() {
    let shop = shop().await;
    assert_eq!(shop.browse(&page("@shop")).await.status, 200);
    for wrong in
        [page("shopify-9"), page("@all"), "/review/write/moss/@shop".to_owned(), "/review/write/fern".to_owned()]
    {
        assert_eq!(shop.browse(&wrong).await.status, 404, "{wrong}");
    }
    for typed in ["", "jane", "jane@"] {
        let wrong = ask(&shop, MUG, typed, "192.0.2.1").await;
        assert!(wrong.status == 422 && wrong.body.contains("Please enter an email address"), "{}", wrong.body);
    }
    let of = |product: &str| format!("/p/fern/{product}.json");
    let write_url =
        async |product: &str| shop.call("GET", of(product)).without_key().send().await.json()["write_url"].clone();
    assert_eq!(write_url(MUG).await, format!("http://shop.example{}", page(MUG)));
    assert_eq!([write_url("@all").await, write_url("shopify-9").await], [Value::Null, Value::Null]);
    assert_eq!(shop.call("PUT", "/api/v1/settings").json(&json!({"public_display": false})).send().await.status, 200);
    assert_eq!(shop.browse(&page(MUG)).await.status, 404);
    assert_eq!(shop.inbox().len(), 0);
}
