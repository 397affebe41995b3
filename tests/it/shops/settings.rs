//! A shop's settings: every field, bound and error, and what they show.

use crate::support::*;

const SETTINGS: &str = "/api/v1/settings";

#[tokio::test]
async fn settings_start_with_those_of_the_set_up() {
    let shop = Shop::new().await;
    let got = shop.get(SETTINGS).await.is(200);
    let expected = json!({"shop_name": "Fern & Oak", "shop_address": "1 Example Street", "color": null,
        "logo_url": null, "language": null, "reminder_days": [3, 7, 14], "default_reminders": 0,
        "send_window": null, "messages_a_month": null, "moderation": "publish",
        "public_display": true, "incentives": null, "saved_replies": null, "reply_to": null, "sender": null,
        "contact_url": null, "privacy_url": null, "storefront_url": null, "ai_questions": true,
        "owner_email": null,
        "paused_until": null, "ask_once": "integrations", "country": null, "keep_months": null,
        "operator_pause": null});
    assert_eq!(got.json(), expected);
    shop.call("HEAD", SETTINGS).send().await.is(200);
}

#[tokio::test]
async fn given_settings_change_and_omitted_ones_stay() {
    let shop = Shop::new().await;
    let all = json!({"shop_name": " Fern ", "shop_address": "2 Example Street", "color": "#AA3300",
        "logo_url": "https://cdn.example/sign.svg", "language": "de", "reminder_days": [1, 2, 60],
        "default_reminders": 3,
        "send_window": {"from": "22:00", "to": "06:00", "days": ["friday", "monday"], "time_zone": "asia/kathmandu"},
        "messages_a_month": 100, "moderation": "hold", "public_display": false,
        "incentives": " A coupon of 5 % for any review. ",
        "saved_replies": [" Thank you, {name}!\r\n{shop} ", "Glad you like the {product}."],
        "reply_to": " Help@Fern.Example ", "contact_url": "https://fern.example/contact",
        "privacy_url": "https://fern.example/privacy?a=b&c=d", "storefront_url": "https://Fern.Example/",
        "ai_questions": false, "owner_email": " owner@fern.example ", "paused_until": "2026-12-01T09:30:00+02:00",
        "ask_once": "never", "country": "DE", "keep_months": 120, "operator_pause": 7, "unknown": 1});
    let saved = shop.put(SETTINGS, all).await;
    let expected = json!({"shop_name": "Fern", "shop_address": "2 Example Street", "color": "#aa3300",
        "logo_url": "https://cdn.example/sign.svg", "language": "de", "reminder_days": [1, 2, 60],
        "default_reminders": 3,
        "send_window": {"from": "22:00", "to": "06:00", "days": ["monday", "friday"], "time_zone": "Asia/Kathmandu"},
        "messages_a_month": 100, "moderation": "hold", "public_display": false,
        "incentives": "A coupon of 5 % for any review.",
        "saved_replies": ["Thank you, {name}!\n{shop}", "Glad you like the {product}."],
        "reply_to": "Help@Fern.Example", "sender": null, "contact_url": "https://fern.example/contact",
        "privacy_url": "https://fern.example/privacy?a=b&c=d", "storefront_url": "https://fern.example",
        "ai_questions": false, "owner_email": "owner@fern.example", "paused_until": "2026-12-01T07:30:00Z",
        "ask_once": "never", "country": "DE", "keep_months": 120, "operator_pause": null});
    assert_eq!((saved.status.as_u16(), saved.json()), (200, expected));
    assert_eq!(shop.put(SETTINGS, json!({})).await.json(), saved.json());
    let one = shop.put(SETTINGS, json!({"color": null, "reminder_days": null, "send_window": null})).await.json();
    has(&one, json!({"color": null, "reminder_days": [3, 7, 14]}));
    assert_eq!((&one["shop_name"], &one["logo_url"]), (&json!("Fern"), &json!("https://cdn.example/sign.svg")));
    let cleared = json!({"shop_address": null, "logo_url": null, "language": null, "default_reminders": null,
        "messages_a_month": null, "incentives": null, "saved_replies": null, "reply_to": null, "contact_url": null, "privacy_url": null, "storefront_url": null,
        "owner_email": null, "paused_until": null, "country": null, "keep_months": null});
    let cleared = shop.put(SETTINGS, cleared).await.json();
    assert_eq!(cleared["messages_a_month"], Value::Null);
    has(&cleared, json!({"shop_address": null, "logo_url": null, "default_reminders": 0}));
    assert_eq!((&cleared["incentives"], &cleared["saved_replies"]), (&Value::Null, &Value::Null));
    for field in ["owner_email", "reply_to", "contact_url", "privacy_url", "storefront_url"] {
        assert_eq!(cleared[field], Value::Null, "{field}");
    }
    assert_eq!(cleared["ai_questions"], json!(false), "what is omitted stays");
    assert_eq!(shop.get(SETTINGS).await.json(), cleared);
    assert_eq!(
        keys(&cleared),
        words(
            "ai_questions ask_once color contact_url country default_reminders incentives keep_months \
            language logo_url messages_a_month moderation operator_pause owner_email paused_until \
            privacy_url public_display reminder_days reply_to saved_replies send_window sender shop_address shop_name \
            storefront_url",
        )
    );
}

#[tokio::test]
async fn simultaneous_changes_of_different_settings_are_all_kept() {
    let shop = Shop::new().await;
    let changes = [json!({"shop_name": "A"}), json!({"color": "#123456"}), json!({"reminder_days": [4, 5, 6]})];
    let done = futures_util::future::join_all(changes.map(|change| shop.put(SETTINGS, change))).await;
    assert!(done.iter().all(|reply| reply.status == 200));
    let now = shop.get(SETTINGS).await.json();
    has(&now, json!({"shop_name": "A", "color": "#123456", "reminder_days": [4, 5, 6]}));
}

#[tokio::test]
async fn each_wrong_field_is_named_and_nothing_changes() {
    let shop = Shop::new().await;
    let before = shop.get(SETTINGS).await.json();
    let long = "a".repeat(301);
    for (field, values) in [
        (
            "shop_name",
            vec![Value::Null, json!(""), json!(" "), json!(7), json!(long), json!("a\nb"), json!("\u{200b}\u{3164}")],
        ),
        ("shop_address", vec![json!(""), json!(7), json!(long), json!("a\nb")]),
        ("color", vec![json!(""), json!("red"), json!("#12345"), json!("#1234567"), json!("#12345g"), json!(0)]),
        ("logo_url", vec![json!(""), json!("http://cdn.example/a.png"), json!("cdn.example"), json!(7)]),
        ("reply_to", ["", "help", "a@b", "a@b.example, c@d.example", "Fern <a@b.example>"].map(Value::from).to_vec()),
        ("contact_url", vec![json!(""), json!("http://fern.example/"), json!("mailto:a@b.example"), json!(7)]),
        ("privacy_url", vec![json!(""), json!("javascript:alert(1)"), json!("https://a@b.example/"), json!([])]),
        (
            "storefront_url",
            vec![
                json!(""),
                json!("https://fern.myshopify.com"),
                json!("https://fern.example/shop"),
                json!("fern.example"),
                json!(7),
            ],
        ),
        ("ai_questions", vec![Value::Null, json!("false"), json!(0)]),
        (
            "paused_until",
            ["", "tomorrow", "2026-12-01", "2026-12-01T09:30:00"]
                .map(Value::from)
                .into_iter()
                .chain([json!(1_796_000_000)])
                .collect(),
        ),
        (
            "language",
            ["", "tlh", "deutsch", "de-AT", "DE", "en-", "fr-%&", " es"]
                .map(Value::from)
                .into_iter()
                .chain([json!(7)])
                .collect(),
        ),
        (
            "send_window",
            vec![
                json!({}),
                json!("09:00-18:00"),
                json!({"from": "09:00", "to": "18:00"}),
                json!({"from": "9:00", "to": "18:00", "time_zone": "UTC"}),
                json!({"from": "09:00", "to": "24:00", "time_zone": "UTC"}),
                json!({"from": "09:00", "to": "09:30", "time_zone": "UTC"}),
                json!({"from": 9, "to": 18, "time_zone": "UTC"}),
                json!({"from": "09:00", "to": "18:00", "time_zone": "Mars"}),
                json!({"from": "09:00", "to": "18:00", "time_zone": "UTC", "days": []}),
                json!({"from": "09:00", "to": "18:00", "time_zone": "UTC", "days": ["Monday"]}),
                json!({"from": "09:00", "to": "18:00", "time_zone": "UTC", "days": "monday"}),
            ],
        ),
        ("messages_a_month", vec![json!(0), json!(101), json!(-1), json!(true), json!({})]),
        ("incentives", vec![json!(""), json!(" "), json!(7), json!(["a"]), json!(long), json!("a\nb")]),
        (
            "saved_replies",
            vec![
                json!([]),
                json!("Thanks."),
                json!([7]),
                json!(["Thanks.", " "]),
                json!(["{days}"]),
                json!(["{nam}"]),
                json!(["n".repeat(501)]),
                json!(["1", "2", "3", "4", "5", "6"]),
            ],
        ),
        ("default_reminders", vec![json!(4), json!(-1), json!(1.5), json!("2"), json!(true), json!([1])]),
        ("keep_months", vec![json!(5), json!(121), json!(6.5), json!("12"), json!([12]), json!(true)]),
        ("ask_once", vec![Value::Null, json!("always"), json!(1)]),
        (
            "reminder_days",
            vec![
                json!([]),
                json!([1, 2]),
                json!([1, 2, 3, 4]),
                json!([3, 2, 1]),
                json!([0, 1, 2]),
                json!([1, 2, 61]),
                json!([1, 2, 257]),
                json!([1.5, 2, 3]),
                json!("3"),
            ],
        ),
    ] {
        for value in values {
            // Valid fields beside an invalid one are not saved either.
            let mut body = json!({"shop_name": "Changed", "color": "#000000"});
            body[field] = value;
            shop.put(SETTINGS, body).await.is_error(422, &format!("invalid_{field}"));
        }
    }
    assert_eq!(shop.get(SETTINGS).await.json(), before);
}

#[tokio::test]
async fn an_address_is_refused_in_words_that_name_no_other_field() {
    let shop = Shop::new().await;
    for field in ["reply_to", "owner_email"] {
        let refused = shop.put(SETTINGS, json!({field: "help"})).await.json();
        assert_eq!(refused["message"], "An email address must be one address, such as jane@example.com.", "{field}");
    }
}

#[tokio::test]
async fn settings_are_the_tenants_own() {
    let shop = Shop::new().await;
    shop.sets(json!({"color": "#224466"})).await;
    let other = shop.beside("moss").await;
    other.put(SETTINGS, json!({"shop_name": "Moss", "color": "#ff0000"})).await;
    let (ours, theirs) = (shop.get(SETTINGS).await.json(), other.get(SETTINGS).await.json());
    assert_eq!((&ours["shop_name"], &ours["color"]), (&json!("Fern & Oak"), &json!("#224466")));
    assert_eq!((&theirs["shop_name"], &theirs["color"]), (&json!("Moss"), &json!("#ff0000")));
}

#[tokio::test]
async fn emails_and_pages_show_the_name_that_is_given() {
    let (shop, _, hub) = Shop::asking(json!({"delay_days": 0})).await;
    shop.put(SETTINGS, json!({"shop_name": "Fern, Oak & Moss", "shop_address": "2 Example Street"})).await;
    shop.settle().await;
    let (from, text) = (&shop.inbox()[0].from, shop.inbox()[0].text.clone().unwrap());
    assert!(from.contains("Fern, Oak & Moss") && text.contains("2 Example Street"), "{from} {text}");
    shop.browse(&hub).await.shows(["Fern, Oak &#38; Moss"]);
}

#[tokio::test]
async fn pages_wear_the_shops_color_and_its_sign_and_load_nothing_else() {
    let (shop, _, hub) = Shop::asking(json!({"delay_days": 0, "product_ids": [MUG]})).await;
    let plain = shop.browse(&hub).await;
    let stylesheet = |body: &str| assets_of(body).into_iter().find(|asset| asset.contains(".css")).unwrap().to_owned();
    let plain_css = stylesheet(&plain.body);
    assert!(plain_css.ends_with(".css") && !plain.body.contains("sign.example"));
    let logo = "https://sign.example/a.svg?b=1&c=2";
    shop.put(SETTINGS, json!({"color": "#AA3300", "logo_url": logo, "shop_address": "Fern & Oak, 12 Mill Lane"})).await;
    let token = token_of(&hub).to_owned();
    for path in [hub.clone(), format!("/review/hub/chat?token={token}&item=0")] {
        let page = shop.browse(&path).await;
        assert!(stylesheet(&page.body).ends_with(".css?color=aa3300"), "{path}: {}", page.body);
        let policy = page.header("content-security-policy");
        assert!(policy.split("img-src").nth(1).unwrap().contains(" https://sign.example"), "{path}: {policy}");
        assert!(page.body.contains("<img src=\"https://sign.example/a.svg?b=1&#38;c=2\" alt=\"\""), "{path}");
    }
    shop.settle().await;
    let mail = shop.inbox()[0].html.clone().unwrap();
    assert!(shop.inbox()[0].text.as_ref().unwrap().contains("\nFern & Oak\n12 Mill Lane\n"), "the name once");
    assert!(!mail.contains("#1f5f4c") && mail.matches("#aa3300").count() >= 3, "{mail}");
    mail.shows(["<img src=\"https://sign.example/a.svg?b=1&#38;c=2\""]);
    let colored_css = stylesheet(&shop.browse(&hub).await.body);
    let css = shop.browse(&colored_css).await;
    assert!(css.header("content-type").starts_with("text/css") && css.body.contains("--accent:#aa3300;"));
    assert!(css.header("cache-control").ends_with("immutable"));
    // An invalid color changes nothing: the stylesheet is the usual one, and contains nothing from the URL.
    let plain = shop.browse(&plain_css).await.body;
    for bad in ["red", "aa330", "%7D*%7Bcolor:red", "aa33000", "%23aa330"] {
        assert_eq!(shop.browse(format!("{plain_css}?color={bad}")).await.body, plain, "{bad}");
    }
    shop.advance_days(91).await;
    let expired = shop.browse(&hub).await;
    assert!(expired.status == 410 && stylesheet(&expired.body) == colored_css);
}

#[tokio::test]
async fn phone_numbers_without_a_code_are_read_in_the_shops_country() {
    let shop = Shop::new().await;
    let customer = json!({"first_name": "Jane", "phone": "0171 1234567"});
    shop.post("/beacon/customers", customer.clone()).await.is(422).shows(["`country`"]);
    shop.put(SETTINGS, json!({"country": "de"})).await.is(422);
    shop.put(SETTINGS, json!({"country": "DE"})).await.is(200);
    let saved = shop.post("/beacon/customers", customer).await;
    assert!(saved.status.is_success() && saved.body.contains("+491711234567"), "{}", saved.body);
}
