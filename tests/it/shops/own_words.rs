//! A shop's own words: what customers read, when our default words are used, and previews of messages.

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
    let opening = "It took us\r\nthree days & <b>love</b>.";
    let both = say(&shop, REQUEST, json!({"subject": " {name}, a word about {shop}? ", "opening": opening})).await;
    let own = json!({"subject": "{name}, a word about {shop}?", "opening": "It took us\nthree days & <b>love</b>."});
    assert_eq!(both["own"], own);
    assert_eq!(both["ours"]["subject"], "How’s the {product}, {name}?");
    assert_eq!(shop.get(REQUEST).await.json(), both);

    shop.created(json!({"product_ids": [TRAY], "customer_name": "Jane Doe", "delay_days": 0})).await;
    let mail = last_mail(&shop, "jane@example.com").await;
    let (html, text) = (mail.html.unwrap(), mail.text.unwrap());
    assert_eq!(mail.subject, "Jane, a word about Fern & Oak?");
    html.shows(["It took us<br />three days &#38; &#60;b&#62;love&#60;/b&#62;."]);
    text.shows(["It took us\nthree days & <b>love</b>."]);

    // Without a name and with two products, our words are used.
    let asked = json!({"email": "max@example.com", "product_ids": [TRAY, MUG], "delay_days": 0, "reminders": 1});
    shop.created(asked).await;
    let mail = last_mail(&shop, "max@example.com").await;
    assert_eq!(mail.subject, "How’s your order from Fern & Oak?");
    mail.html.unwrap().shows(["three days"]);

    // Another occasion and another language use our words, and so does a cleared field.
    say(&shop, REQUEST, json!({"subject": null})).await;
    shop.advance_days(3).await;
    assert!(!last_mail(&shop, "max@example.com").await.html.unwrap().contains("three days"));
    assert_eq!(shop.get("/api/v1/texts/de/request").await.json()["own"]["opening"], Value::Null);

    say(&shop, REQUEST, json!({"subject": null})).await;
    let log = shop.get("/api/v1/audit?limit=100").await.json()["entries"].list().clone();
    assert_eq!(log.len() - before, 2, "what changes nothing is not recorded");
    has(&log[0], json!({"what": "change_text", "target": "en/request", "after": {"subject": null}}));
    assert_eq!(log[0]["before"], json!({"subject": "set"}));
}

#[tokio::test]
async fn earlier_ratings_and_reminders_change_no_word() {
    let shop = Shop::new().await;
    let words = json!({"subject": "{shop}, {name}", "opening": "{days} days of {product}"});
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
        ("subject", json!("{stars} stars")),
        ("opening", json!("é".repeat(601))),
        ("opening", json!(7)),
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
async fn a_message_is_previewed() {
    let shop = Shop::new().await;
    say(&shop, REQUEST, json!({"opening": "About the {product}"})).await;
    let preview = async |words: Value| shop.post(format!("{REQUEST}/preview"), words).await.json();
    let shown = preview(json!({"subject": "{product}?"})).await;
    assert_eq!(shown["subject"], "Example product?", "nothing was asked about yet");
    shop.created(json!({"product_ids": [TRAY], "skip_email": true})).await;
    let shown = preview(json!({"subject": "{product}?"})).await;
    assert_eq!(shown["subject"], "Oak tray?");
    assert!(shown["html"].text().contains("About the Oak tray"), "{shown}");
    assert_eq!(shop.get(REQUEST).await.json()["own"]["subject"], Value::Null, "a preview changes nothing");
    let in_test_mode = Shop::in_world(shop.world, "fern", Mode::Test).await;
    assert_eq!(in_test_mode.get(REQUEST).await.json()["own"]["opening"], Value::Null, "the modes have separate words");
}
