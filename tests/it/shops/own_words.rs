//! A shop's own words: what customers read, when our default words are used, and previews of messages.

use domain::shop::{Suspension, SuspensionReason};

use crate::console::{Visitor, member};
use crate::operators::admin::run;
use crate::sending::mail_events;
use crate::support::*;

const REQUEST: &str = "/api/v1/texts/en/request";

async fn say(shop: &Shop, path: &str, words: Value) -> Value {
    shop.put(path, words).await.is(200).json()
}

async fn last_mail(shop: &Shop, to: &str) -> Mail {
    shop.settle().await;
    shop.inbox().into_iter().rfind(|mail| mail.to == to).unwrap()
}

/// An email without its customer's own links and ids.
fn masked(mail: &Mail) -> [String; 3] {
    let mask = |part: &str| {
        let mut parts = part.split("token=");
        let start = parts.next().unwrap().to_owned();
        let token = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        parts.fold(start, |masked, part| masked + "token=" + part.trim_start_matches(token))
    };
    [mask(&mail.subject), mask(mail.html.as_ref().unwrap()), mask(mail.text.as_ref().unwrap())]
}

#[tokio::test]
async fn customers_read_the_shops_words_and_ours_where_it_has_none() {
    let shop = Shop::new().await;
    let before = shop.get("/api/v1/audit?limit=100").await.json()["entries"].list().len();
    let words = json!({"subject": " {name}, a word about {shop}? ", "heading": "Was the {product} <b>good</b>?",
        "opening": "It took us\r\nthree days & love.", "sign_off": "Mara\nof {shop}"});
    let both = say(&shop, REQUEST, words).await;
    let own = json!({"subject": "{name}, a word about {shop}?", "heading": "Was the {product} <b>good</b>?",
        "opening": "It took us\nthree days & love.", "sign_off": "Mara\nof {shop}"});
    assert_eq!((&both["own"], &both["ours"]["sign_off"]), (&own, &Value::Null));
    assert_eq!(both["ours"]["subject"], "How’s the {product}, {name}?");
    assert_eq!(shop.get(REQUEST).await.json(), both);

    shop.created(json!({"product_ids": [TRAY], "customer_name": "Jane Doe", "delay_days": 0})).await;
    let mail = last_mail(&shop, "jane@example.com").await;
    let (html, text) = (mail.html.unwrap(), mail.text.unwrap());
    assert_eq!(mail.subject, "Jane, a word about Fern & Oak?");
    html.shows(["Was the Oak tray &#60;b&#62;good&#60;/b&#62;?"]);
    html.shows(["It took us<br />three days &#38; love.", "Mara<br />of Fern &#38; Oak"]);
    text.shows(["It took us\nthree days & love.", "Mara\nof Fern & Oak"]);

    // Without a name and with two products, our words are used.
    let asked = json!({"email": "max@example.com", "product_ids": [TRAY, MUG], "delay_days": 0, "reminders": 1});
    shop.created(asked).await;
    let mail = last_mail(&shop, "max@example.com").await;
    assert_eq!(mail.subject, "How’s your order from Fern & Oak?");
    let html = mail.html.unwrap();
    assert!(!html.contains("good") && html.contains("three days"), "{html}");

    // Another occasion and another language use our words, and so does a cleared field.
    say(&shop, REQUEST, json!({"subject": null, "sign_off": null})).await;
    shop.advance_days(3).await;
    assert!(!last_mail(&shop, "max@example.com").await.html.unwrap().contains("three days"));
    assert_eq!(shop.get("/api/v1/texts/de/request").await.json()["own"]["opening"], Value::Null);

    say(&shop, REQUEST, json!({"subject": null})).await;
    let log = shop.get("/api/v1/audit?limit=100").await.json()["entries"].list().clone();
    assert_eq!(log.len() - before, 2, "what changes nothing is not recorded");
    let cleared = json!({"subject": null, "sign_off": null});
    has(&log[0], json!({"what": "change_text", "target": "en/request", "after": cleared}));
    assert_eq!(log[0]["before"], json!({"subject": "set", "sign_off": "set"}));
}

#[tokio::test]
async fn earlier_ratings_and_reminders_change_no_word() {
    let shop = Shop::new().await;
    let words =
        json!({"subject": "{shop}, {name}", "heading": "{product}", "opening": "{days} days", "sign_off": "{name}"});
    for occasion in ["request", "reminder_1"] {
        say(&shop, &format!("/api/v1/texts/en/{occasion}"), words.clone()).await;
    }
    // One customer got a request before, gave one star, and got a reminder; the other is new.
    let known = json!({"customer_name": "Jane", "product_ids": [MUG, TRAY], "delay_days": 0, "reminders": 1});
    let (_, hub) = shop.created(known).await;
    shop.advance_days(4).await;
    shop.writes(&hub, &[("rating", "1"), ("text", "Bad."), ("shown_as", "anonymous")]).await.is(303);
    for email in ["jane@example.com", "new@example.com"] {
        let asked =
            json!({"email": email, "customer_name": "Jane", "product_ids": [TRAY], "delay_days": 0, "reminders": 1});
        shop.created(asked).await;
    }
    for days in [0, 3] {
        shop.advance_days(days).await;
        let (known, new) = (last_mail(&shop, "jane@example.com").await, last_mail(&shop, "new@example.com").await);
        assert_eq!(masked(&known), masked(&new), "after {days} days");
        assert!(new.subject == "Fern & Oak, Jane" && new.text.unwrap().contains(" days"));
    }
}

#[tokio::test]
async fn a_text_has_its_bounds_and_a_message_its_name() {
    let shop = Shop::new().await;
    for (field, bad) in [
        ("subject", json!("Hello\r\nBcc: all@example.com")),
        ("subject", json!("é".repeat(121))),
        ("heading", json!("{stars} stars")),
        ("opening", json!("é".repeat(601))),
        ("sign_off", json!(7)),
    ] {
        shop.put(REQUEST, json!({field: bad})).await.is_error(422, &format!("invalid_{field}"));
    }
    for (path, code, names) in [
        ("/api/v1/texts/tlh/request", "invalid_language", "ar"),
        ("/api/v1/texts/en/birthday", "invalid_occasion", "reminder_3"),
    ] {
        for reply in [
            shop.get(path).await,
            shop.put(path, json!({})).await,
            shop.post(format!("{path}/preview"), json!({})).await,
        ] {
            reply.is_error(422, code);
            assert!(reply.json()["message"].text().contains(names), "{}", reply.body);
        }
    }
    let sms = "/api/v1/texts/en/sms";
    for words in [
        json!({"subject": "Hi"}),
        json!({"opening": "No shop"}),
        json!({"opening": format!("{{shop}}{}", "花".repeat(110))}),
    ] {
        shop.put(sms, words).await.is(422);
    }
    say(&shop, sms, json!({"opening": "{shop} asks, {name}:"})).await;
    let shown = shop.post(format!("{sms}/preview"), json!({})).await.json();
    let text = shown["text"].text();
    assert!(
        text.starts_with("Fern & Oak asks, Jane: http://shop.example/r/") && text.ends_with("STOP to end."),
        "{text}"
    );
    assert_eq!((&shown["segments"], &shown["html"]), (&json!(1), &Value::Null));

    shop.post("/beacon/customers", json!({"first_name": "Max", "phone": "+491711234567"})).await.is(200);
    shop.post("/beacon/asks", json!({"phone": "+491711234567"})).await.is(200);
    let sent = last_mail(&shop, "+491711234567").await.text.unwrap();
    assert!(
        sent.starts_with("Fern & Oak asks, Max: http://shop.example/r/") && sent.ends_with("STOP to end."),
        "{sent}"
    );
}

#[tokio::test]
async fn a_message_is_previewed_and_sent_to_the_owner_as_a_test() {
    let shop = Shop::new().await;
    say(&shop, REQUEST, json!({"heading": "About the {product}"})).await;
    let preview = async |words: Value| shop.post(format!("{REQUEST}/preview"), words).await.json();
    let shown = preview(json!({"subject": "{product}?"})).await;
    assert_eq!(shown["subject"], "Example product?", "nothing was asked about yet");
    shop.created(json!({"product_ids": [TRAY], "skip_email": true})).await;
    let shown = preview(json!({"subject": "{product}?"})).await;
    assert_eq!(shown["subject"], "Oak tray?");
    assert!(shown["html"].text().contains("About the Oak tray"), "{shown}");
    assert_eq!(shop.get(REQUEST).await.json()["own"]["subject"], Value::Null, "a preview changes nothing");

    let test = format!("{REQUEST}/test");
    shop.post(&*test, json!({})).await.is_error(409, "no_owner_email");
    shop.sets(json!({"owner_email": "owner@fern.example"})).await;
    shop.post(&*test, json!({})).await.is_error(409, "no_owner_email");
    // An invited person has not agreed to anything.
    member(&shop, "owner@fern.example", "owner").await;
    shop.post(&*test, json!({})).await.is_error(409, "no_owner_email");
    Visitor::signed_in(&shop, "owner@fern.example").await;
    let before = shop.inbox().len();
    for _ in 0..2 {
        let sent = shop.call("POST", &*test).header("idempotency-key", "once").send().await;
        assert_eq!((sent.status.as_u16(), sent.json()), (200, json!({"ok": true})));
    }
    let mail = last_mail(&shop, "owner@fern.example").await;
    assert!(mail.html.unwrap().contains("About the Oak tray") && !mail.headers.contains_key("List-Unsubscribe"));
    assert_eq!(shop.inbox().len(), before + 1, "one call, one email");
    let in_test_mode = Shop::in_world(shop.world, "fern", Mode::Test).await;
    assert_eq!(in_test_mode.get(REQUEST).await.json()["own"]["heading"], Value::Null, "the modes have separate words");
}

/// Everything that stops a shop's own emails also stops tests of its words, and their bounces count.
/// A shop whose owner gets tests.
async fn owned_by(owner: &str) -> Shop {
    let shop = Shop::new().await;
    shop.sets(json!({"owner_email": owner})).await;
    member(&shop, owner, "owner").await;
    Visitor::signed_in(&shop, owner).await;
    shop
}

fn tests(shop: &Shop) -> usize {
    shop.notifications().into_iter().filter(|mail| mail.tags["letter"].starts_with("sample-")).count()
}

/// The sender looks again at what stops a test, because it may happen after the order.
#[tokio::test]
async fn a_test_email_that_was_ordered_before_a_suspension_waits_for_its_end() {
    let owner = "owner@fern.example";
    let (shop, test) = (owned_by(owner).await, format!("{REQUEST}/test"));
    shop.post(&*test, json!({})).await.is(200);
    let suspension = Suspension { since: shop.now(), reason: SuspensionReason::Bounces };
    let store = shop.store();
    let mut transaction = store.transaction(&shop.tenant);
    transaction.suspend_mails(suspension, shop.now() + DAY);
    transaction.commit().await.unwrap();
    shop.advance(MINUTE * 30).await;
    assert_eq!(tests(&shop), 0);
    shop.post("/api/v1/deliverability/release", json!({})).await.is(200);
    shop.advance(MINUTE * 12).await;
    assert_eq!(tests(&shop), 1);

    shop.post(&*test, json!({})).await.is(200);
    shop.suppresses(owner).await;
    shop.advance(MINUTE * 12).await;
    assert_eq!(tests(&shop), 1, "the address was suppressed after the order");
}

#[tokio::test]
async fn a_test_email_obeys_suppressions_pauses_and_limits() {
    let owner = "owner@fern.example";
    let (shop, test) = (owned_by(owner).await, format!("{REQUEST}/test"));
    let refused = async |code: &str| shop.post(&*test, json!({})).await.is_error(409, code);
    shop.suppresses(owner).await;
    refused("suppressed").await;
    shop.delete(format!("/api/v1/suppressions/{owner}")).await.is(200);
    let fern = json!({"tenant": "fern", "mode": "live"});
    run(&shop.world, json!({ "pause": fern })).await.unwrap();
    refused("paused").await;
    run(&shop.world, json!({ "resume": fern })).await.unwrap();
    mail_events::send(&shop, 5, 5, 0).await;
    refused("held").await;
    shop.post("/api/v1/deliverability/release", json!({})).await.is(200);

    // The shop's own pause concerns only its customers.
    shop.sets(json!({"paused_until": (shop.now() + DAY).to_string()})).await;
    let sent = async || shop.get("/api/v1/deliverability").await.json()["last_1000"].clone();
    let before = sent().await;
    for _ in 0..20 {
        shop.post(&*test, json!({})).await.is(200);
        shop.advance(MINUTE).await;
    }
    shop.post(&*test, json!({})).await.is(429);
    assert_eq!(tests(&shop), 20);
    assert_eq!(sent().await["sent"].as_u64(), before["sent"].as_u64().map(|sent| sent + 20));
}
