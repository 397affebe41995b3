//! Legal duties for emails and public reviews: no foreign links in own words, a postal address, reports by readers.

use crate::console::{MARA, Visitor, member, shop};
use crate::operators::admin::run;
use crate::support::*;

const SETTINGS: &str = "/api/v1/settings";
const TEXT: &str = "/api/v1/texts/en/request";

/// Asks a customer; returns the subject, the sender, the HTML and the text of the email.
async fn asked(shop: &Shop, email: &str) -> [String; 4] {
    shop.sent(json!({"email": email, "product_ids": [MUG], "delay_days": 0})).await;
    let mail = shop.inbox().into_iter().rfind(|mail| mail.to == email).unwrap();
    [mail.subject, mail.from, mail.html.unwrap(), mail.text.unwrap()]
}

#[tokio::test]
async fn own_words_lead_to_the_shops_own_hosts_alone() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    for (field, text) in [
        ("subject", "Pay at https://pay.evil.example"),
        ("subject", "Call 0171 234 56 78"),
        ("opening", "Write to help@evil.example, {name}"),
        ("opening", "{shop}.com"),
    ] {
        let refused = shop.put(TEXT, json!({field: text})).await;
        refused.is_error(422, &format!("invalid_{field}"));
        refused.shows(["set one of these first"]);
        mara.post("/console/words/en/request", &[(field, text)]).await.is(422).shows(["Please remove phone numbers"]);
    }
    for name in ["Fern.shop", "Fern +49 171 2345678"] {
        shop.put(SETTINGS, json!({"shop_name": name})).await.is_error(422, "invalid_shop_name");
    }
    let look = [("shop_name", "Fern.shop"), ("shop_address", "1 Example Street")];
    mara.post("/console/settings/look", &look).await.is(422).shows(["Please remove phone numbers"]);

    // Words may name the shop's own hosts, also in the call that sets these hosts.
    shop.sets(json!({"shop_name": "Fern.shop", "contact_url": "https://fern.shop/help"})).await;
    let words =
        json!({"subject": "A word, {name}?", "opening": "Questions? help@fern.shop or www.fern.shop/faq/12345678"});
    shop.put(TEXT, &words).await.is(200);
    let [_, from, html, text] = asked(&shop, "jane@example.com").await;
    assert!(from.contains("Fern.shop") && html.contains("help@fern.shop") && text.contains("/faq/12345678"), "{text}");

    // Stored words are left out when no setting names their host any more: our text is used, and the name loses its
    // end.
    shop.sets(json!({"contact_url": null})).await;
    let [_, from, html, text] = asked(&shop, "june@example.com").await;
    from.shows(["Fern shop"]);
    assert!(!html.contains("fern.shop") && !text.to_lowercase().contains("fern.shop"), "{text}");
}

#[tokio::test]
async fn every_email_to_customers_ends_with_an_address() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let missing = "Your emails have no postal address";
    assert!(!mara.get("/console/today").await.body.contains(missing));
    shop.sets(json!({"shop_address": null})).await;
    mara.get("/console/today").await.shows([missing, "href=\"/console/settings#look\""]);

    let operators = "Example Ltd, 7 Operator Road";
    let mut env = shop.world.env_of("reconcile");
    env.settings = env.settings.with("POSTAL_ADDRESS", operators);
    reconcile::handle(reconcile::start(&env).unwrap(), json!({})).await.unwrap();
    // Functions read the setting once an hour.
    shop.jump(MINUTE * 61);
    assert!(!mara.get("/console/today").await.body.contains(missing));
    let [_, _, html, text] = asked(&shop, "jane@example.com").await;
    assert!(html.contains(operators) && text.contains(operators), "{text}");

    shop.sets(json!({"shop_address": "2 Own Street"})).await;
    let [_, _, html, text] = asked(&shop, "june@example.com").await;
    assert!(html.contains("2 Own Street") && text.contains("2 Own Street") && !text.contains(operators), "{text}");
}

#[tokio::test]
async fn the_emails_of_a_new_shop_wait_for_a_postal_address() {
    let older = shop().await;
    older.sets(json!({"shop_address": null})).await;
    asked(&older, "jane@example.com").await;
    let mut shops = Vec::new();
    for id in ["moss", "oak"] {
        let new = json!({"create_shop": {"tenant": id, "mode": "live", "shop_name": "Moss"}});
        run(&older.world, new).await.unwrap();
        shops.push(Shop::in_world(older.world.clone(), id, domain::values::Mode::Live).await);
    }
    let [moss, oak] = &shops[..] else { unreachable!() };
    let ask = async |shop: &Shop| {
        shop.created(json!({"email": "june@example.com", "product_ids": [MUG], "delay_days": 0})).await.0
    };
    let ids = [ask(moss).await, ask(oak).await];
    let arrived = || older.inbox().into_iter().filter(|mail| mail.to == "june@example.com").count();
    older.advance(HOUR * 24).await;
    assert_eq!(arrived(), 0, "but a local shop sends");
    let why = run(&moss.world, json!({"why": {"tenant": "moss", "mode": "live", "request": ids[0]}})).await.unwrap();
    why.to_string().shows(["or has no postal address yet"]);
    let timeline = moss.timeline(ids[0]).await;
    assert!(timeline.len() < 30, "{timeline:?}");

    member(moss, MARA, "owner").await;
    let today = || async { Visitor::signed_in(moss, MARA).await.get("/console/today").await };
    today().await.shows(["Your emails wait for a postal address", "<b>Say where you are</b>"]);
    moss.sets(json!({"shop_address": "1 Hill", "country": "DE"})).await;
    older.advance(HOUR * 4).await;
    assert_eq!(arrived(), 1);
    today().await.shows(["<s>Say where you are</s>"]);

    // The operator's is enough, too.
    let mut env = oak.world.env_of("reconcile");
    env.settings = env.settings.with("POSTAL_ADDRESS", "7 Operator Road");
    reconcile::handle(reconcile::start(&env).unwrap(), json!({})).await.unwrap();
    for _ in 0..24 {
        older.jump(MINUTE * 10);
        reconcile::handle(reconcile::start(&env).unwrap(), json!({})).await.unwrap();
        older.settle().await;
    }
    let last = older.inbox().pop().unwrap();
    assert!(arrived() == 2 && last.text.unwrap().contains("7 Operator Road"));
}

async fn report(shop: &Shop, review: &str, from: &str, reason: &str, words: &str) -> Reply {
    let form = [("shop", "fern"), ("review", review), ("reason", reason), ("words", words)];
    shop.call("POST", "/review/report").without_key().header("x-forwarded-for", from).form(&form).send().await
}

#[tokio::test]
async fn a_reader_reports_a_published_review_to_the_shop() {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    shop.sets(json!({"owner_email": "owner@fernandoak.example", "public_display": true})).await;
    let (_, hub) = shop.created(json!({"product_ids": [MUG], "skip_email": true})).await;
    let form = [("token", token_of(&hub)), ("item", "0"), ("rating", "1"), ("text", "Fake <b>mug</b>.")];
    shop.submit("/review/hub/review", &form).await.is(303);

    // The page and the fragment lead to the form. It needs no account, and to load it changes nothing.
    let fragment = shop.reads(format!("/p/fern/{MUG}.html")).await.body;
    let (_, link) = fragment.split_once("/review/report?").unwrap_or_else(|| panic!("no link: {fragment}"));
    let link = link.split_once('"').unwrap().0.replace("&amp;", "&").replace("&#38;", "&");
    let review = link.rsplit_once('=').unwrap().1;
    let page = shop.reads(format!("/review/report?{link}")).await;
    assert!(page.status == 200 && page.body.contains("Fake &#60;b&#62;mug"), "{}", page.body);
    page.shows(["value=\"personal_data\""]);

    report(&shop, review, "192.0.2.1", "too_few_stars", "").await.is(422);
    for (other, status) in [("7", 404), ("x", 404)] {
        assert_eq!(report(&shop, other, "192.0.2.1", "fake", "").await.status, status);
    }
    let taken = report(&shop, review, "192.0.2.1", "fake", "  I know <i>her</i>.\r\nAsk me.  ").await;
    assert!(taken.status == 200 && taken.body.contains("has your report"), "{}", taken.body);
    let history = mara.get(&format!("/console/reviews/{review}")).await.body;
    history.shows(["Reported by a reader", "Not genuine", "I know &#60;i&#62;her&#60;/i&#62;."]);
    shop.advance_days(1).await;
    let notifications = || shop.inbox().into_iter().filter(|mail| mail.to == "owner@fernandoak.example");
    let notification = notifications().next_back().unwrap();
    assert_eq!(notification.subject, "A reader reported a review for Fern & Oak");
    assert!(notification.text.unwrap().contains(&format!("%2Fconsole%2Freviews%2F{review}")));

    // Five reports an hour are accepted from a network, and twenty a day for the shop; the owner gets an email about
    // the next one.
    for n in 1..=6 {
        let status = report(&shop, review, &format!("198.51.100.{n}"), "other", "").await.status;
        assert_eq!(status, if n <= 5 { 200 } else { 429 }, "{n}");
    }
    for n in 1..=16 {
        let status = report(&shop, review, &format!("203.0.{n}.1"), "other", "").await.status;
        assert_eq!(status, if n <= 15 { 200 } else { 429 }, "{n}");
    }
    shop.advance_days(1).await;
    assert_eq!(notifications().count(), 2);

    // The reader's words are erased with the author's data; the report itself stays.
    shop.post("/api/v1/privacy/erase", json!({"email": "jane@example.com", "reviews": "anonymise"})).await.is(202);
    shop.advance_days(1).await;
    // Her session has ended meanwhile.
    let history = Visitor::signed_in(&shop, MARA).await.get(&format!("/console/reviews/{review}")).await.body;
    assert!(history.contains("Reported by a reader") && !history.contains("I know"), "{history}");
    // A withheld review cannot be reported.
    let withheld = shop.call("PATCH", format!("/api/v1/reviews/{review}/reject")).json(&json!({"reason": "fake"}));
    withheld.send().await.is(200);
    report(&shop, review, "192.0.2.9", "fake", "").await.is(404);
}
