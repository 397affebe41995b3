//! Every language, chosen in each possible way, on the page and in emails, SMS and questions.
//! `tests/stories/hub/languages.story` tells of a few in particular.

use domain::request::Subject;
use domain::values::Language;
use texts::{Texts, questions};

use crate::support::*;

const SHOP: &str = "Fern & Oak";
const PHONE: &str = "+491711234567";

async fn shop_of(setting: Option<Language>) -> Shop {
    let shop = Shop::new().await;
    shop.sets(json!({"language": setting.map(Language::as_str)})).await;
    shop
}

async fn browse(shop: &Shop, path: &str, accept: &str) -> Reply {
    let call = shop.call("GET", path).without_key().header("user-agent", BROWSER);
    call.header("accept-language", accept).send().await
}

async fn post(shop: &Shop, path: &str, accept: &str, fields: &[(&str, &str)]) -> Reply {
    let call = shop.call("POST", path).without_key().header("user-agent", BROWSER);
    call.header("accept-language", accept).form(fields).send().await
}

#[track_caller]
fn speaks(html: &str, language: Language, words: &str) {
    let opening = format!("<html lang=\"{}\" dir=\"{}\"", language.as_str(), language.direction());
    assert!(html.contains(&opening), "no {opening} in {}", &html[..html.len().min(200)]);
    assert!(html.contains(words), "no `{words}` in {html}");
}

fn message(language: Language, id: &str) -> String {
    Texts::page(language).say(id).to_string()
}

#[tokio::test]
async fn each_way_to_ask_for_a_language_gives_it_everywhere() {
    for language in Language::ALL {
        for way in ["field", "setting", "browser"] {
            let field = (way == "field").then(|| language.as_str());
            let shop = shop_of((way == "setting").then_some(language)).await;
            let jane = json!({"first_name": "Jane", "email": "jane@example.com", "phone": PHONE});
            shop.post("/beacon/customers", jane).await.is(200);
            shop.post("/beacon/asks", json!({"email": "jane@example.com", "language": field})).await.is(200);
            shop.advance_days(1).await;

            // A browser's preference has no effect on messages.
            let written = if way == "browser" { Language::English } else { language };
            let [mail, text] = <[Mail; 2]>::try_from(shop.inbox()).unwrap();
            let of_mail = |id| Texts::mail(written).say(id).with("shop", SHOP).to_string();
            let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "").replace('\u{a0}', " ");
            let subject = Texts::mail(written).say("heading-shop-named").with("shop", SHOP).with("name", "Jane");
            assert_eq!(mail.subject, plain(subject.to_string()), "{way}");
            assert!(mail.text.as_ref().unwrap().contains(&of_mail("opening-first")));
            speaks(mail.html.as_ref().unwrap(), written, &of_mail("button"));
            let first = Texts::sms(written).say("first").with("shop", SHOP).with("link", "\n").to_string();
            let (before, after) = first.split_once('\n').unwrap();
            let text = text.text.unwrap();
            assert!(text.starts_with(before) && text.ends_with(after), "{text}");

            let accept = if way == "browser" { language.as_str() } else { "fi-FI,ko;q=0.5" };
            let hub = link_in(&mail);
            let page = browse(&shop, &hub, accept).await.body;
            speaks(&page, language, &Texts::page(language).say("hub-opening").with("shop", SHOP).html());
            let token = hub.strip_prefix("/review/").unwrap();
            let page = browse(&shop, &format!("/review/hub/chat?token={token}&item=0"), accept).await.body;
            let [question, ..] = questions(language, &Subject::Shop, &[]);
            speaks(&page, language, &question.text);
            page.shows([&format!("value=\"{}\"", question.chips[0])]);
        }
    }
}

#[tokio::test]
async fn the_request_comes_before_the_shop_and_the_shop_before_the_browser() {
    let german = shop_of(Some(Language::German)).await;
    let none = shop_of(None).await;
    for (shop, tag, accept, language) in [
        (&german, Some("fr-CA"), "es", Language::French),
        (&german, Some("fr_CA"), "es", Language::French),
        (&german, None, "es", Language::German),
        // An unsupported language is ignored.
        (&german, Some("fi-FI"), "es", Language::German),
        (&none, Some("ko"), "fi;q=0.9, es;q=0.1, ar;q=0.2", Language::Arabic),
        (&none, Some("en"), "de", Language::English),
        (&none, None, "fi, ko", Language::English),
    ] {
        let (id, hub) = shop.created(json!({"language": tag, "skip_email": true, "product_ids": [MUG]})).await;
        speaks(&browse(shop, &hub, accept).await.body, language, &message(language, "text-label"));
        let shown = shop.get(format!("/api/v1/review-requests/{id}")).await.json();
        assert_eq!(shown["language"], json!(tag.and_then(Language::find).map(Language::as_str)), "{shown}");
    }
}

#[tokio::test]
async fn pages_without_a_request_are_in_the_browsers_language_with_all_their_headers() {
    let shop = Shop::new().await;
    for language in Language::ALL {
        let unknown = browse(&shop, "/review/hub?token=none", language.as_str()).await.is(404);
        speaks(&unknown.body, language, &message(language, "unknown-heading"));
        let wrong = browse(&shop, "/review/hub/renew", language.as_str()).await;
        assert_eq!((wrong.status.as_u16(), wrong.header("allow")), (405, "POST"));
        speaks(&wrong.body, language, &message(language, "not-allowed-heading"));
        let long = post(&shop, "/review/hub/review", language.as_str(), &[("text", &"x".repeat(70_000))]).await.is(413);
        speaks(&long.body, language, &message(language, "failure-heading"));
        for reply in [unknown, wrong, long] {
            assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
            assert!(reply.header("content-security-policy").contains("default-src 'none'"));
            reply.shows(["<svg class=\"mark\""]);
        }
    }
}

#[tokio::test]
async fn form_errors_are_in_the_pages_language() {
    let shop = Shop::new().await;
    let long = "a".repeat(5_001);
    for language in Language::ALL {
        let fields = json!({"language": language.as_str(), "skip_email": true, "product_ids": ["shopify-9"]});
        let (_, hub) = shop.created(fields).await;
        for (form, fields, faults) in [
            ("review", [("rating", "6"), ("text", &*long)], &["fault-rating", "fault-text-too-long"][..]),
            ("review", [("rating", "1"), ("display_name", &long[..61])], &["fault-name"]),
            ("chat", [("turn", "0"), ("answer", &long[..1_001])], &["fault-answer-too-long"]),
        ] {
            let named = [("token", token_of(&hub)), ("item", "0"), fields[0], fields[1]];
            let reply = post(&shop, &format!("/review/hub/{form}"), "ko", &named).await.is(422);
            for fault in faults {
                speaks(&reply.body, language, &message(language, fault));
            }
            // A product of no known title.
            reply.shows([Texts::page(language).say("item").count("number", 1usize).to_string()]);
        }
    }
}

#[tokio::test]
async fn a_language_costs_no_call() {
    let shop = Shop::new().await;
    let mut costs = Vec::new();
    // The first round decrypts the shop's keys, so it is not counted.
    for language in [None, None, Some("ar")] {
        let (_, hub) = shop.created(json!({"skip_email": true, "language": language})).await;
        browse(&shop, &hub, "de").await;
        post(&shop, "/review/hub/postpone", "de", &[("token", token_of(&hub))]).await;
        costs.push(shop.operations());
    }
    assert_eq!(costs[1], costs[2]);
}
