//! Every language, chosen in each possible way, on the page and in emails, SMS and questions.

use domain::request::Subject;
use domain::values::{Language, Tenant, TenantId};
use local::SCOPES;
use texts::{Texts, questions};

use crate::operators::admin::run;
use crate::support::*;

const SHOP: &str = "Fern & Oak";
const PHONE: &str = "+491711234567";

async fn shop_of(setting: Option<Language>) -> Shop {
    let world = Shop::new().await.world;
    let language = setting.map(Language::as_str);
    let moss =
        json!({"tenant": "moss", "mode": "live", "shop_name": SHOP, "shop_address": "1 Hill", "language": language});
    run(&world, json!({ "create_shop": moss })).await.unwrap();
    let tenant = Tenant { id: TenantId::parse("moss").unwrap(), mode: Mode::Live };
    let key = world.api_key(&tenant, SCOPES).await.unwrap().reveal().to_owned();
    Shop { world, tenant, key }
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
async fn an_invalid_language_tag_is_refused_in_each_dialects_shape() {
    let shop = Shop::new().await;
    shop.post("/beacon/customers", json!({"first_name": "Jane", "email": "jane@example.com"})).await.is(200);
    for bad in
        [json!("d"), json!("de AT"), json!("de;q=1"), json!("de--AT"), json!("x".repeat(65)), json!(5), json!([])]
    {
        shop.create(json!({ "language": bad })).await.is_error(422, "invalid_language");
        let invited = json!({"email": "jane@example.com", "name": "Jane", "language": bad});
        let reply = shop.post("/api/v1/invitations", invited).await;
        assert_eq!((reply.status.as_u16(), &reply.json()["code"]), (400, &json!("invalid_language")), "{bad}");
        let reply = shop.post("/beacon/asks", json!({"email": "jane@example.com", "language": bad})).await;
        assert_eq!(reply.status, 422, "{bad}");
        assert_eq!(reply.json()["errors"].object().keys().collect::<Vec<_>>(), ["language"]);
    }
    let good = json!({"email": "jane@example.com", "name": "Jane", "language": "ar-EG"});
    shop.post("/api/v1/invitations", good).await.is(200);
    shop.settle().await;
    speaks(shop.inbox()[0].html.as_ref().unwrap(), Language::Arabic, "Fern");
    let ivy = json!({"tenant": "ivy", "mode": "live", "shop_name": "Ivy", "language": "fi"});
    let made = run(&shop.world, json!({ "create_shop": ivy })).await;
    assert!(made.is_err(), "a setting without an effect would go unnoticed");
}

#[tokio::test]
async fn a_renewed_link_has_the_old_ones_language() {
    let (shop, _, hub) = Shop::asking(json!({"language": "es", "skip_email": true})).await;
    shop.advance_days(91).await;
    speaks(&browse(&shop, &hub, "de").await.is(410).body, Language::Spanish, "Enlace caducado");
    // The answer is the same for every token, so its language is the browser's.
    let renewed = post(&shop, "/review/hub/renew", "de", &[("token", token_of(&hub))]).await;
    let unknown = post(&shop, "/review/hub/renew", "de", &[("token", "none")]).await;
    speaks(&renewed.body, Language::German, "Sehen Sie in Ihrem Postfach nach");
    assert_eq!(renewed.body, unknown.body);
    shop.settle().await;
    let mail = shop.inbox().pop().unwrap();
    assert_eq!(mail.subject, "Su nuevo enlace para opinar sobre Fern & Oak");
    speaks(&browse(&shop, &link_in(&mail), "de").await.body, Language::Spanish, "¿Qué le pareció");
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
    for language in Language::ALL {
        let fields = json!({"language": language.as_str(), "skip_email": true, "product_ids": ["shopify-9"]});
        let (_, hub) = shop.created(fields).await;
        let named = [("token", token_of(&hub)), ("item", "0")];
        for (fields, ids) in [
            (&[("rating", "6"), ("text", &"a".repeat(5_001))][..], &["fault-rating", "fault-text-too-long"][..]),
            (&[("rating", "1"), ("text", "Ok"), ("display_name", &"a".repeat(61))], &["fault-name"]),
        ] {
            let reply = post(&shop, "/review/hub/review", "ko", &[&named, fields].concat()).await.is(422);
            for &id in ids {
                speaks(&reply.body, language, &message(language, id));
            }
            let unknown = Texts::page(language).say("item").count("number", 1usize).to_string();
            assert!(reply.body.contains(&unknown), "a product of no known title");
        }
        let (turn, long) = (("turn", "0"), "x".repeat(1_001));
        let reply = post(&shop, "/review/hub/chat", "ko", &[named[0], named[1], turn, ("answer", &long)]).await.is(422);
        speaks(&reply.body, language, &message(language, "fault-answer-too-long"));
    }
}

#[tokio::test]
async fn an_answer_keeps_the_language_of_its_page() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true, "product_ids": [MUG]})).await;
    let send = async |accept: &str, turn: &str, button: (&str, &str), answer: &str| {
        let fields = [("token", token_of(&hub)), ("item", "0"), ("turn", turn), ("answer", answer), button];
        post(&shop, "/review/hub/chat", accept, &fields).await.is(303);
    };
    send("de", "0", ("chip", "Es war ein Geschenk"), "Ähm, also, nicht für mich").await;
    send("de", "0", ("next", ""), "Ähm, also, nicht für mich. Es war ein Geschenk.").await;
    // The buttons that lead to another question or skip one are French on a French page.
    let question = format!("/review/hub/chat?token={}&item=0", token_of(&hub));
    speaks(&browse(&shop, &question, "fr").await.body, Language::French, "Comment a-t-il été accueilli");
    send("fr", "1", ("next", ""), "Euh, il a beaucoup plu à ma sœur").await;
    for accept in ["fr", "en"] {
        let page = browse(&shop, &hub, accept).await.body;
        page.shows(["\nNicht für mich. Es war ein Geschenk. Il a beaucoup plu à ma sœur.</textarea>"]);
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
