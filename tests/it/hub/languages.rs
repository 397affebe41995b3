//! Every language on the pages, in emails, SMS, questions and errors. `tests/stories/hub/languages.story` tells of a few in
//! particular, and `tags.story` which of them is chosen.

use domain::request::Subject;
use domain::values::Language;
use texts::{Texts, questions};

use crate::support::*;

const SHOP: &str = "Fern & Oak";

#[track_caller]
fn speaks(html: &str, language: Language, words: impl ToString) {
    html.shows([format!("<html lang=\"{}\" dir=\"{}\"", language.as_str(), language.direction()), words.to_string()]);
}

#[tokio::test]
async fn each_language_is_spoken_in_messages_and_on_their_pages() {
    for language in Language::ALL {
        let shop = Shop::new().await;
        let jane = json!({"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"});
        shop.post("/beacon/customers", jane).await.is(200);
        let ask = json!({"email": "jane@example.com", "language": language.as_str()});
        shop.post("/beacon/asks", ask).await.is(200);
        shop.advance_days(1).await;
        let [mail, text] = <[Mail; 2]>::try_from(shop.inbox()).unwrap();
        let of_mail = |id| Texts::mail(language).say(id).with("shop", SHOP).to_string();
        let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "").replace('\u{a0}', " ");
        let subject = Texts::mail(language).say("heading-shop-named").with("shop", SHOP).with("name", "Jane");
        assert_eq!(mail.subject, plain(subject.to_string()));
        mail.text.as_ref().unwrap().shows([of_mail("opening-first")]);
        speaks(mail.html.as_ref().unwrap(), language, of_mail("button"));
        let first = Texts::sms(language).say("first").with("shop", SHOP).with("link", "\n").to_string();
        let (before, after) = first.split_once('\n').unwrap();
        let text = text.text.unwrap();
        assert!(text.starts_with(before) && text.ends_with(after), "{text}");

        let (hub, page) = (link_in(&mail), Texts::page(language));
        speaks(&shop.browse(&hub).await.body, language, page.say("hub-opening").with("shop", SHOP).html());
        let questions_page = hub.replacen("/review/", "/review/hub/chat?token=", 1) + "&item=0";
        let [question, ..] = questions(language, &Subject::Shop, &[]);
        let asked = shop.browse(questions_page).await;
        speaks(&asked.body, language, question.text);
        asked.shows([&format!("value=\"{}\"", question.chips[0])]);
    }
}

#[tokio::test]
async fn pages_without_a_request_are_in_the_browsers_language_with_all_their_headers() {
    let (shop, long) = (Shop::new().await, "x".repeat(70_000));
    for language in Language::ALL {
        for (method, path, status, heading) in [
            ("GET", "hub?token=none", 404, "unknown-heading"),
            ("GET", "hub/renew", 405, "not-allowed-heading"),
            ("POST", "hub/review", 413, "failure-heading"),
        ] {
            let call = shop.call(method, format!("/review/{path}")).without_key().header("user-agent", BROWSER);
            let call = if method == "POST" { call.form(&[("text", &long)]) } else { call };
            let reply = call.header("accept-language", language.as_str()).send().await.is(status);
            speaks(&reply.body, language, Texts::page(language).say(heading));
            reply.shows(["<svg class=\"mark\""]);
            assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
            reply.header("content-security-policy").shows(["default-src 'none'"]);
        }
    }
}
