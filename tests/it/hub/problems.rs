//! "Something is wrong with my order": what a customer writes goes to the shop by email, and nothing else changes.

use domain::shop::{Suspension, SuspensionReason};

use crate::console::{MARA, Visitor, member};
use crate::failures::death_at_each_await::{self, Life, survives};
use crate::operators::admin::{fern, run};
use crate::privacy::export::exported;
use crate::privacy::{ERASE, done};
use crate::sending::claims::{first, is_mail};
use crate::support::*;

const OWNER: &str = "owner@fern-and-oak.example";
const HELP: &str = "help@fern-and-oak.example";
const CONTACT: &str = "https://fern-and-oak.example/contact";
const LINK: &str = "Something is wrong with my order";
const WORDS: &str = "The handle came off.\nCan you help?";

impl Shop {
    /// Sends the form, from the first page.
    async fn tells(&self, hub: &str, words: &str) -> Reply {
        self.submit("/review/hub/problem", &[("token", token_of(hub)), ("words", words)]).await
    }

    /// Sends the form from a question about an item.
    async fn tells_about(&self, hub: &str, item: &str, words: &str) -> Reply {
        let fields = [("token", token_of(hub)), ("item", item), ("words", words)];
        self.submit("/review/hub/problem", &fields).await
    }

    /// The emails about problems, oldest first.
    pub fn problems(&self) -> Vec<Mail> {
        let is_problem = |mail: &Mail| mail.tags.get("letter").is_some_and(|name| name.starts_with("problem-"));
        self.inbox().into_iter().filter(is_problem).collect()
    }
}

/// A shop with an owner, and the customer's page for two products.
async fn asking() -> (Shop, u64, String) {
    let shop = Shop::new().await;
    shop.owned_by(json!(OWNER)).await;
    let fields = json!({"customer_name": "Jane Doe", "order_id": "A-1", "product_ids": [MUG, TRAY], "delay_days": 0});
    let (id, hub) = shop.sent(fields).await;
    (shop, id, hub)
}

fn question(hub: &str, item: usize) -> String {
    format!("/review/hub/chat?token={}&item={item}", token_of(hub))
}

fn page(hub: &str) -> String {
    format!("/review/hub/problem?token={}", token_of(hub))
}

#[tokio::test]
async fn the_letter_goes_to_the_owner_or_else_to_the_address_for_replies_or_else_the_link_to_the_shops_page() {
    let (shop, _, hub) = Shop::asking(json!({"product_ids": [MUG], "skip_email": true})).await;
    let links = async || {
        let mut links = Vec::new();
        for path in [hub.clone(), question(&hub, 0)] {
            let page = shop.browse(path).await.is(200).body;
            let link = page.split("<a ").find(|link| link.contains(LINK));
            links.push(link.map(|link| between(link, "href=\"", "\"").replace("&#38;", "&")));
        }
        links
    };
    assert_eq!(links().await, [None, None], "nobody can be written to");
    shop.tells(&hub, WORDS).await.is(422).shows(["cannot be reached by email", "The handle came off."]);
    shop.sets(json!({"contact_url": CONTACT})).await;
    assert_eq!(links().await, [Some(CONTACT.to_owned()), Some(CONTACT.to_owned())]);
    shop.browse(page(&hub)).await.leads(&hub);
    shop.sets(json!({"reply_to": HELP})).await;
    assert_eq!(links().await, [Some(page(&hub)), Some(format!("{}&item=0", page(&hub)))]);
    shop.tells(&hub, WORDS).await.is(303);
    shop.settle().await;
    shop.owned_by(json!(OWNER)).await;
    shop.tells(&hub, WORDS).await.is(303);
    shop.settle().await;
    let to: Vec<_> = shop.problems().into_iter().map(|mail| mail.to).collect();
    assert_eq!(to, [HELP, OWNER]);
}

#[tokio::test]
async fn the_first_page_names_all_products_and_a_question_its_own() {
    let (shop, _, hub) = asking().await;
    shop.browse(page(&hub)).await.is(200).shows(["What is wrong?", "Ask me in a week"]).lacks(["Oak tray"]);
    shop.tells(&hub, WORDS).await.leads(&format!("{hub}&told=1"));
    shop.browse(format!("{}&item=1", page(&hub))).await.is(200).shows(["Oak tray"]).lacks(["Stoneware mug"]);
    shop.tells_about(&hub, "1", "It is scratched.").await.leads(&format!("{}&told=1#question", question(&hub, 1)));
    shop.settle().await;
    let [all, one] = &shop.problems()[..] else { panic!("{:?}", shop.problems()) };
    for mail in [all, one] {
        assert_eq!((mail.to.as_str(), mail.subject.as_str()), (OWNER, "Something is wrong with order A-1"));
        assert_eq!(mail.headers["Reply-To"], "jane@example.com", "the shop answers the customer");
        mail.html.as_deref().unwrap().shows(["Jane Doe", "A-1"]);
    }
    all.text.as_deref().unwrap().shows([
        "Jane Doe wrote to Fern & Oak on the page for reviews:\n\n> The handle came off.\n> Can you help?\n",
        "This is about: Stoneware mug · Oak tray",
        "Your reply goes to jane@example.com.",
    ]);
    one.text.as_deref().unwrap().shows(["> It is scratched.", "This is about: Oak tray"]).lacks(["Stoneware mug"]);
    for item in ["2", "x", "-1"] {
        shop.tells_about(&hub, item, WORDS).await.is(404);
        shop.browse(format!("{}&item={item}", page(&hub))).await.is(404);
    }
}

#[tokio::test]
async fn a_receipt_stands_on_the_page_from_then_on() {
    let (shop, id, hub) = asking().await;
    shop.browse(format!("{hub}&told=1")).await.lacks(["on its way", "You wrote to"]);
    shop.tells(&hub, WORDS).await.is(303);
    shop.browse(format!("{hub}&told=1")).await.shows(["role=\"status\"", "Your message is on its way to", LINK]);
    shop.browse(format!("{}&told=1", question(&hub, 0))).await.shows(["Your message is on its way to"]);
    shop.advance_days(2).await;
    for path in [hub.clone(), question(&hub, 1)] {
        shop.browse(path).await.shows(["You wrote to", "on 20 November 2026"]).lacks(["on its way"]);
    }
    let counters = shop.counters().await;
    assert_eq!((counters["opened"], counters["engaged"]), (1, 1));
    assert_eq!(shop.timeline(id).await, ["created", "claimed", "sent", "opened", "delivered"]);
}

#[tokio::test]
async fn it_has_not_arrived_yet_is_the_first_choice_and_does_what_it_does_elsewhere() {
    let (shop, id, hub) = asking().await;
    let body = shop.browse(page(&hub)).await.body;
    let at = |words: &str| body.find(words).unwrap_or_else(|| panic!("no {words}: {body}"));
    assert!(at("action=\"/review/hub/postpone\"") < at("action=\"/review/hub/problem\""));
    let postponed = shop.submit("/review/hub/postpone", &[("token", token_of(&hub))]).await.is(200);
    postponed.shows(["We will ask you again on 27 November 2026."]);
    shop.browse(page(&hub)).await.shows(["We will ask you again on 27 November 2026."]).lacks(["hub/postpone"]);
    assert!(shop.timeline(id).await.contains(&"postponed".to_owned()) && shop.problems().is_empty());
}

#[tokio::test]
async fn the_fourth_of_a_day_is_refused_with_its_words_and_sent_on_the_next() {
    let (shop, _, hub) = asking().await;
    let (_, other) = shop.created(json!({"order_id": "B", "skip_email": true})).await;
    shop.sets(json!({"contact_url": CONTACT})).await;
    for item in ["0", "1", "0"] {
        shop.tells_about(&hub, item, WORDS).await.is(303);
    }
    let fourth = shop.tells(&hub, "And the <lid>.").await.is(429);
    fourth.shows(["three messages from you today", "\nAnd the &#60;lid&#62;.</textarea>", CONTACT]);
    assert_eq!(fourth.header("retry-after"), (18 * 60 * 60).to_string());
    shop.tells(&other, WORDS).await.is(303);
    shop.settle().await;
    assert_eq!(shop.problems().len(), 4, "each request has its own three");
    shop.until("2026-11-21T00:00:00Z").await;
    shop.tells(&hub, "And the <lid>.").await.is(303);
    shop.settle().await;
    shop.problems()[4].text.as_deref().unwrap().shows(["> And the <lid>."]);
}

#[tokio::test]
async fn it_leaves_while_the_shop_is_paused_and_while_it_is_suspended() {
    let (shop, _, hub) = asking().await;
    shop.sets(json!({"paused_until": "2026-12-20T06:00:00Z"})).await;
    shop.tells(&hub, "paused").await.is(303);
    run(&shop.world, json!({"pause": fern()})).await.unwrap();
    shop.tells(&hub, "paused by the operator").await.is(303);
    let (store, held) = (shop.store(), Suspension { since: shop.now(), reason: SuspensionReason::Bounces });
    let mut transaction = store.transaction(&shop.tenant);
    transaction.suspend_mails(held, shop.now() + DAY);
    transaction.commit().await.unwrap();
    shop.tells(&hub, "suspended").await.is(303);
    shop.settle().await;
    let sent: Vec<_> = shop.problems().into_iter().map(|mail| mail.text.unwrap()).collect();
    assert_eq!(sent.len(), 3);
    for (text, words) in sent.iter().zip(["paused", "paused by the operator", "suspended"]) {
        text.shows([format!("> {words}\n")]);
    }
}

#[tokio::test]
async fn a_suppressed_address_gets_nothing_and_the_page_says_so() {
    let (shop, _, hub) = asking().await;
    shop.tells(&hub, WORDS).await.is(303);
    shop.suppresses(OWNER).await;
    shop.settle().await;
    assert_eq!(shop.problems().len(), 0, "suppressed before it left");
    shop.sets(json!({"contact_url": CONTACT})).await;
    let refused = shop.tells(&hub, WORDS).await.is(422);
    refused.shows(["cannot be reached by email", "\nThe handle came off.", CONTACT]);
    shop.advance_days(1).await;
    assert_eq!(shop.problems().len(), 0);
}

#[tokio::test]
async fn an_ended_shop_and_a_dead_link_take_nothing() {
    let (shop, _, hub) = asking().await;
    shop.tells(&hub, WORDS).await.is(303);
    run(&shop.world, json!({"delete_shop": fern()})).await.unwrap();
    shop.settle().await;
    shop.tells(&hub, WORDS).await.is(404);
    run(&shop.world, json!({"restore_shop": fern()})).await.unwrap();
    assert_eq!(shop.problems().len(), 0);
    shop.advance(HOUR).await;
    assert_eq!(shop.problems().len(), 1, "it waited for the shop");
    shop.advance_days(91).await;
    shop.tells(&hub, WORDS).await.is(410);
    shop.browse(page(&hub)).await.is(410);
}

#[tokio::test]
async fn a_review_is_published_all_the_same_whatever_its_stars() {
    let (shop, _, hub) = asking().await;
    for (item, stars) in [("0", "1"), ("1", "5")] {
        shop.tells_about(&hub, item, WORDS).await.is(303);
        shop.writes(&hub, &[("item", item), ("rating", stars), ("text", "Not mine."), ("display_name", "Jane")])
            .await
            .is(303);
    }
    let reviews = shop.get("/api/v1/reviews").await.json()["reviews"].clone();
    let states: Vec<_> = reviews.list().iter().map(|review| (&review["rating"], &review["status"])).collect();
    assert_eq!(states, [(&json!(5), &json!("approved")), (&json!(1), &json!("approved"))]);
    // The link stays after the last review.
    shop.browse(&*hub).await.shows([LINK]);
    shop.settle().await;
    assert_eq!(shop.problems().len(), 2);
}

#[tokio::test]
async fn hostile_words_are_escaped_or_refused_and_never_lost() {
    let (shop, _, hub) = asking().await;
    let long = "x".repeat(1_001);
    for (words, said) in [
        ("", "Please write what is wrong."),
        (" \r\n\u{200b} ", "Please write what is wrong."),
        (&*long, "Please shorten your message to 1,000 characters."),
    ] {
        let kept = words.trim().replace('\r', "");
        shop.tells(&hub, words).await.is(422).shows([said, "aria-invalid=\"true\"", "role=\"alert\"", &kept]);
    }
    assert_eq!(shop.browse(&*hub).await.body.matches("You wrote to").count(), 0);
    let hostile = "<a href=\"https://evil.example\">Refund</a>\r\n</td><script>alert(1)</script>\r\n{{ mail }} $shop";
    shop.tells(&hub, hostile).await.is(303);
    shop.tells(&hub, &"é".repeat(1_000)).await.is(303);
    shop.settle().await;
    let [mail, longest] = &shop.problems()[..] else { panic!("{:?}", shop.problems()) };
    let html = mail.html.as_deref().unwrap();
    html.shows([
        "&#60;a href=&#34;https://evil.example&#34;&#62;Refund&#60;/a&#62;<br />&#60;/td&#62;&#60;script&#62;",
    ]);
    html.lacks(["<script", "href=\"https://evil"]);
    mail.text.as_deref().unwrap().shows(["> </td><script>alert(1)</script>\n> {{ mail }} $shop\n"]);
    longest.text.as_deref().unwrap().shows(["é".repeat(1_000)]);
}

#[tokio::test]
async fn the_letter_is_in_the_shops_language_and_the_page_in_the_customers() {
    let shop = Shop::new().await;
    shop.sets(json!({"language": "de", "reply_to": HELP})).await;
    let fields = json!({"language": "ar", "product_ids": [MUG], "order_id": "7", "skip_email": true});
    let (_, hub) = shop.created(fields).await;
    shop.browse(page(&hub)).await.shows(["dir=\"rtl\"", "ما المشكلة؟"]);
    shop.tells(&hub, "الكوب مكسور").await.is(303);
    shop.settle().await;
    let mail = &shop.problems()[0];
    assert_eq!(mail.subject, "Mit Bestellung 7 stimmt etwas nicht");
    mail.text.as_deref().unwrap().shows(["Eine Kundin oder ein Kunde hat Fern & Oak", "> الكوب مكسور"]);
    mail.html.as_deref().unwrap().shows(["<html lang=\"de\"", "dir=\"auto\""]);
}

#[tokio::test]
async fn a_customer_without_an_email_address_leaves_the_number() {
    let shop = Shop::new().await;
    shop.owned_by(json!(OWNER)).await;
    shop.post("/beacon/customers", json!({"first_name": "Jane", "phone": "+491711234567"})).await.is(200);
    shop.post("/beacon/asks", json!({"phone": "+491711234567", "channels": ["sms"]})).await.is(200);
    shop.advance_days(1).await;
    let code = link_in(&shop.inbox()[0]);
    let body = shop.browse(&*code).await.is(200).body;
    shop.tells(&format!("?token={}", between(&body, "name=\"token\" value=\"", "\"")), WORDS).await.is(303);
    shop.settle().await;
    let mail = &shop.problems()[0];
    assert!(!mail.headers.contains_key("Reply-To"));
    assert_eq!(mail.subject, "Something is wrong with an order from Fern & Oak", "the order has no number");
    mail.text.as_deref().unwrap().shows(["The customer’s phone number is +491711234567."]).lacks(["This is about"]);
}

#[tokio::test]
async fn a_trial_and_a_stranger_send_nothing_and_test_mode_sends_no_email() {
    let shop = Shop::new().await;
    shop.sets(json!({"reply_to": HELP, "contact_url": CONTACT})).await;
    member(&shop, MARA, "owner").await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    mara.post("/console/today/trial", &[]).await.is(303);
    shop.settle().await;
    let trial = link_in(shop.inbox().last().unwrap());
    shop.browse(page(&trial)).await.shows(["This is a test"]);
    shop.tells(&trial, WORDS).await.is(303);
    shop.browse(format!("{trial}&told=1")).await.shows(["This is a test, so your message is not sent to"]);
    super::write::buyer(&shop, "eva@example.com").await;
    super::write::ask(&shop, MUG, "eva@example.com", "192.0.2.1").await.is(200);
    let stranger = link_in(shop.inbox().last().unwrap());
    shop.browse(&*stranger).await.shows([format!("<a class=\"way\" href=\"{CONTACT}\">{LINK}</a>")]);
    shop.tells(&stranger, WORDS).await.is(422).shows(["cannot be reached by email"]);
    let test = shop.in_test_mode().await;
    test.sets(json!({"reply_to": HELP})).await;
    let (_, hub) = test.created(json!({"product_ids": [MUG], "skip_email": true})).await;
    test.tells(&hub, WORDS).await.is(303);
    test.browse(&*hub).await.shows(["You wrote to"]);
    shop.advance_days(1).await;
    assert_eq!(shop.problems().len(), 0);
}

#[tokio::test]
async fn the_words_are_in_the_persons_export_and_erased_with_them() {
    let (shop, id, hub) = asking().await;
    shop.tells_about(&hub, "1", WORDS).await.is(303);
    let row = async || table(&shop.world).await.into_iter().find(|row| row["SK"]["S"].text().starts_with("PRB#"));
    let stored = row().await.unwrap();
    assert_eq!(stored["ttl"]["N"], "1810706400", "as the personal part: 90 days after the link's end");
    assert!(!stored.to_string().contains("handle"), "sealed");
    let (document, counts) = exported(&shop, json!({"email": "jane@example.com"})).await;
    let problem = json!({"request_id": id, "item": 1, "text": WORDS, "created_at": "2026-11-20T06:00:00Z"});
    assert_eq!((&document["problems"], &counts["problems"]), (&json!([problem]), &json!(1)));
    // An email that waits is not sent after the erasure.
    shop.fails("SendEmail", Fault::Throttle);
    shop.tells(&hub, WORDS).await.is(303);
    shop.settle().await;
    done(&shop, ERASE, json!({"email": "jane@example.com"})).await;
    shop.heals();
    let before = shop.problems().len();
    shop.advance_days(1).await;
    assert_eq!((row().await, shop.problems().len()), (None, before));
    let (document, _) = exported(&shop, json!({"email": "jane@example.com"})).await;
    assert_eq!(document["problems"], json!([]));
}

#[tokio::test]
async fn simultaneous_clicks_send_one_letter_each_and_no_more_than_three() {
    let (shop, _, hub) = asking().await;
    let statuses = join_all((0..5).map(|_| async { shop.tells(&hub, WORDS).await.status.as_u16() })).await;
    let count = |status: u16| statuses.iter().filter(|sent| **sent == status).count();
    assert_eq!((count(303), count(429)), (3, 2), "{statuses:?}");
    shop.advance_days(1).await;
    assert_eq!(shop.problems().len(), 3);
}

#[tokio::test]
async fn a_lost_wake_up_is_found_and_a_lost_answer_of_the_provider_repeats_nothing() {
    let (shop, _, hub) = asking().await;
    shop.fails("SendMessage", Fault::ServerError);
    shop.tells(&hub, WORDS).await.is(303);
    shop.heals();
    shop.settle().await;
    assert_eq!(shop.problems().len(), 0);
    shop.aws().set_faults(first(1, is_mail, Fault::LoseAnswer));
    shop.advance_days(1).await;
    assert_eq!(shop.problems().len(), 1, "reconcile found it, and its report settled it");
}

struct Telling {
    shop: Shop,
    hub: String,
}

impl Life for Telling {
    fn shop(&self) -> &Shop {
        &self.shop
    }

    async fn act(&self) {
        let fields = [("token", token_of(&self.hub)), ("words", WORDS)];
        self.shop.submit("/review/hub/problem", &fields).await.is(303);
        self.shop.advance(HOUR).await;
    }

    async fn check(&self, name: &str) {
        assert_eq!(self.shop.problems().len(), 1, "{name}");
    }
}

#[tokio::test]
async fn a_problem_is_sent_once_wherever_the_sender_dies() {
    let new = async || {
        let shop = death_at_each_await::shop().await;
        shop.owned_by(json!(OWNER)).await;
        let (_, hub) = shop.created(json!({"product_ids": [MUG], "skip_email": true})).await;
        Telling { shop, hub }
    };
    let lived = survives(new, |function| function == "send-request", 10).await;
    assert!(lived.contains("send-request"), "{lived:?}");
}
