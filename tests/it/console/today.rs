//! The page *Today*: what a person has to do.

use super::*;
use crate::operators::admin::run;
use crate::sending::mail_events::{asked, deliverability, send};

async fn review(shop: &Shop, email: &str, stars: &str) {
    let (_, hub) = shop.created(json!({"email": email, "product_ids": [MUG], "skip_email": true})).await;
    let text = format!("Write to {email}");
    shop.writes(&hub, &[("rating", stars), ("text", &text), ("display_name", "Jane D.")]).await.is(303);
}

#[tokio::test]
async fn the_oldest_review_that_waits_comes_first_with_its_age() {
    let (shop, mara) = signed_in().await;
    let page = mara.get("/console/today").await;
    assert!(page.status == 200 && page.body.contains("Welcome: 5 steps to your first review"), "{}", page.body);
    page.shows(["Nothing right now."]);
    assert!(!page.body.contains("Requests sent in 28 days"), "there is nothing to count: {}", page.body);

    review(&shop, "call-me@example.com", "1").await;
    shop.jump(HOUR * 3);
    review(&shop, "jane@example.com", "5").await;
    let page = mara.get("/console/today").await.body;
    let product = ["<bdi>Stoneware mug</bdi> · 3 hours ago", "src=\"https://cdn.example/mug.png\""];
    let shown = ["2 reviews are waiting for you", "The oldest came 3 hours ago.", "Never sorted by stars"];
    page.shows(shown.into_iter().chain(product));
    let place = |what: &str| page.find(what).unwrap_or_else(|| panic!("{what}: {page}"));
    assert!(place("call-me@example.com") < place("jane@example.com"));
    let list = mara.get("/console/reviews").await.body;
    assert!(list.contains("Contains an email address"), "what it waits for: {list}");
    let (_, first) = list.split_once("href=\"/console/reviews/").unwrap();
    let first = &format!("/console/reviews/{}", first.split_once('#').unwrap().0);
    mara.get(first).await.shows(["1 of 2 to decide.", ">Next <"]).lacks([">Previous <"]);
    assert_eq!(mara.get("/console").await.header("location"), "/console/today");
}

#[tokio::test]
async fn a_new_shops_steps_tick_themselves_and_go_away() {
    let (shop, mara) = signed_in().await;
    let page = mara.get("/console/today").await.body;
    page.shows(["Begin here", "<s>Invite yourself as an owner</s>"]);
    for (step, path) in [
        ("Choose your color and logo", "/console/settings#look"),
        ("Show reviews in your shop", "/console/settings/in-shop"),
    ] {
        assert!(
            page.contains(&format!("<b>{step}</b>")) && page.contains(&format!("href=\"{path}\"")),
            "{step}: {page}"
        );
    }
    let systems = [("shopify", "Shopify"), ("woocommerce", "WooCommerce")];
    page.shows(systems.map(|(system, name)| format!("href=\"/console/connections/{system}\">{name}</a>")));
    page.shows(["<h3>Bring in orders</h3>", "<h3>Try it on yourself</h3>", ">Send me one</button>"]);
    shop.sets(json!({"color": "#1f5f4c"})).await;
    let (_, hub) = shop.created(json!({"product_ids": [MUG], "delay_days": 2})).await;
    let page = mara.get("/console/today").await.body;
    page.shows(["<s>Bring in orders</s>", "<s>Choose your color and logo</s>", "The first message leaves on "]);
    shop.review(&hub, 0).await;
    let read =
        shop.call("GET", "/p/fern/@shop.json").without_key().header("origin", "https://fern.example").send().await;
    assert_eq!(read.status, 200, "{}", read.body);
    mara.get("/console/today").await.shows(["Requests sent in 28 days"]).lacks(["Begin here"]);
}

#[tokio::test]
async fn a_new_shop_says_where_it_is_and_each_step_leads_to_the_next() {
    const PLACE: &str = "/console/settings/place";
    let world = Shop::new().await.world;
    run(&world, json!({"create_shop": {"tenant": "moss", "mode": "live", "shop_name": "Moss"}})).await.unwrap();
    let shop = Shop::in_world(world, "moss", domain::values::Mode::Live).await;
    member(&shop, MARA, "owner").await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    mara.get("/console/today").await.shows(["Welcome: 6 steps", &format!("href=\"{PLACE}\"")]);
    mara.get(PLACE).await.shows(["<optgroup label=\"Canada\"><option>America/Toronto</option>"]).lacks(["Germany\">"]);
    mara.post(PLACE, &[("shop_address", "1 Hill")]).await.is(422).shows(["Please choose a country.", "1 Hill"]);
    let lost = [("country", "IE"), ("time_zone", "Mars/Base")];
    mara.post(PLACE, &lost).await.is(422).shows(["Please choose a time zone from the list"]);

    // What the country decides may be left empty, as it is without a script.
    mara.post(PLACE, &[("country", "IE"), ("shop_address", "1 Hill")]).await.leads(PLACE);
    let said =
        ["Messages leave from 09:00 to 20:00 (Europe/Dublin).", "href=\"/console/connections\">Next: Bring in orders<"];
    mara.get(PLACE).await.shows(said).shows(["<option selected>Europe/Dublin</option>"]);
    mara.get(PLACE).await.lacks(["Next: "]);
    let settings = async || shop.get("/api/v1/settings").await.json();
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let window = json!({"from": "09:00", "to": "20:00", "days": days, "time_zone": "Europe/Dublin"});
    let fields = json!({"country": "IE", "language": "en", "shop_address": "1 Hill", "default_reminders": 1, "send_window": window});
    has(&settings().await, fields);

    // Hours and reminders that the shop has chosen stay.
    let window = json!({"from": "10:00", "to": "18:00", "days": ["monday"], "time_zone": "Europe/Dublin"});
    shop.sets(json!({"send_window": window, "default_reminders": 0})).await;
    let moved = [("country", "US"), ("time_zone", "America/Chicago"), ("language", "es"), ("shop_address", "2 Hill")];
    mara.post(PLACE, &moved).await.leads(PLACE);
    let window = json!({"from": "10:00", "to": "18:00", "days": ["monday"], "time_zone": "America/Chicago"});
    has(&settings().await, json!({"language": "es", "default_reminders": 0, "send_window": window}));
    mara.post(
        "/console/settings/look",
        &[("shop_name", "Moss"), ("language", "en"), ("color", "#1f5f4c"), ("color.own", "on")],
    )
    .await;
    mara.get("/console/settings")
        .await
        .shows(["<form method=\"post\" action=\"/console/today/trial\"><button class=\"btn\">Next: Send me one<"]);
    mara.post("/console/today/trial", &[]).await.leads("/console/today");
    mara.get("/console/today").await.shows(["href=\"/console/settings/in-shop\">Next: Show reviews in your shop<"]);
}

#[tokio::test]
async fn a_quiet_shop_sees_its_numbers_and_what_people_wrote() {
    let (shop, mara) = signed_in().await;
    for (email, stars) in [("jane@example.com", "5"), ("june@example.com", "2")] {
        let (_, hub) = shop.sent(json!({"email": email, "product_ids": [MUG], "delay_days": 0})).await;
        shop.writes(&hub, &[("rating", stars), ("text", "Heavy.")]).await.is(303);
    }
    shop.sent(json!({"email": "joan@example.com", "product_ids": [MUG], "delay_days": 0})).await;
    // These requests were not sent, so no share includes them.
    shop.created(json!({"email": "jill@example.com", "product_ids": [MUG], "delay_days": 9})).await;
    let (_, shared) = shop.created(json!({"email": "jo@example.com", "product_ids": [MUG], "skip_email": true})).await;
    shop.writes(&shared, &[("rating", "5"), ("text", "Fine.")]).await.is(303);
    let page = mara.get("/console/today").await.body;
    page.shows(["<b>3</b>", "<b>66.7%</b>", "2 of 3 requests", "<b>4.0</b>", "Latest reviews", "Heavy."]);
    shop.advance_days(28).await;
    Visitor::signed_in(&shop, MARA).await.get("/console/today").await.shows(["4 in the 28 days before"]);
}

/// The calls to AWS of a click on the page, sorted.
async fn calls(shop: &Shop, visitor: &Visitor) -> Vec<String> {
    visitor.get("/console/today").await;
    shop.aws().take_calls();
    visitor.get("/console/today").await.is(200);
    let mut calls = shop.operations();
    calls.sort();
    calls
}

#[tokio::test]
async fn today_costs_five_reads_at_most_however_many_reviews_wait() {
    let (shop, mara) = signed_in().await;
    assert_eq!(calls(&shop, &mara).await, ["BatchGetItem", "BatchGetItem", "Query"], "a new shop");
    shop.created(json!({"product_ids": [MUG], "delay_days": 2})).await;
    assert!(mara.get("/console/today").await.body.contains("The first message leaves on "));
    let four = ["BatchGetItem", "BatchGetItem", "Query", "Query"];
    assert_eq!(calls(&shop, &mara).await, four, "its first message is planned");
    for stars in ["1", "2", "3", "4", "5"] {
        review(&shop, &format!("jane{stars}@example.com"), stars).await;
    }
    assert!(mara.get("/console/today").await.body.contains("5 reviews are waiting for you"));
    let five = ["BatchGetItem", "BatchGetItem", "Query", "Query", "Query"];
    assert_eq!(calls(&shop, &mara).await, five);
}

#[tokio::test]
async fn a_page_says_that_it_shows_test_data() {
    let live = shop().await;
    assert!(!Visitor::signed_in(&live, MARA).await.get("/console/today").await.body.contains("Test data"));
    let test = live.in_test_mode().await;
    let made = run(&test.world, json!({"console_link": {"tenant": "fern", "mode": "test"}})).await.unwrap();
    let guest = Visitor::new(&test);
    assert_eq!(guest.press(&path_of(made["url"].text())).await.header("location"), "/console");
    for path in ["/console/today", "/console/reviews", "/console/more"] {
        let page = guest.get(path).await.body;
        assert!(page.contains("Test data"), "{path}: {page}");
    }
}

#[tokio::test]
async fn failed_requests_are_counted_once_and_lead_to_themselves() {
    let shop = shop().await;
    let before = asked(&shop, "bounce+1@example.com").await;
    shop.advance_days(2).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    assert!(!mara.get("/console/today").await.body.contains("failed in the last 24 hours"));
    let mut failed = vec![asked(&shop, "bounce+2@example.com").await];
    failed.push(shop.created(json!({"email": "bounce+3@example.com", "delay_days": 0, "reminders": 3})).await.0);
    shop.settle().await;
    shop.advance(MINUTE).await;
    let page = mara.get("/console/today").await.body;
    page.shows(["2 requests failed in the last 24 hours", "href=\"/console/requests?failed=today\""]);
    let list = mara.get("/console/requests?failed=today").await.body;
    let has = |id: &u64| list.contains(&format!("href=\"/console/requests/{id}\""));
    assert!(failed.iter().all(has) && !has(&before), "{list}");
    // Skipped reminders are no further failures.
    let not_sent = shop.get("/api/v1/numbers").await.json()["not_sent"].clone();
    assert_eq!((not_sent.list().len(), &not_sent[0]["count"]), (1, &json!(3)), "{not_sent}");
    mara.get("/console/requests?failed=yesterday").await.is(404);
}

#[tokio::test]
async fn an_owner_releases_suspended_emails_once_in_a_week_and_others_read_when_that_ends() {
    let shop = shop().await;
    let (mara, jo) = (Visitor::signed_in(&shop, MARA).await, Visitor::member(&shop, JO, "moderator").await);
    assert_eq!(mara.post("/console/today/release", &[]).await.header("location"), "/console/today");
    assert!(mara.get("/console/today").await.body.contains("Your emails are not suspended."));
    send(&shop, 5, 0, 0).await;
    let button = "action=\"/console/today/release\"";
    let page = mara.get("/console/today").await.body;
    page.shows(["Too many recent emails bounced.", button, "sending resumes by itself on 21 November 2026"]);
    jo.get("/console/today").await.shows(["sending resumes by itself on"]).lacks([button]);
    jo.post("/console/today/release", &[]).await.is(403);

    mara.post("/console/today/release", &[]).await.is(303);
    mara.get("/console/today").await.shows(["Your emails leave again"]).lacks(["Your emails are suspended"]);
    assert_eq!(deliverability(&shop).await["brake"]["held"], false);
    let log = shop.get("/api/v1/audit?limit=1").await.json();
    assert_eq!(log["entries"][0]["what"], "release_hold");
    assert_eq!(log["entries"][0]["before"]["reason"], "bounces");

    // Five more bounces: the second suspension lasts for two days, and the next own release is a week away.
    send(&shop, 5, 0, 0).await;
    mara.get("/console/today").await.shows(["by itself on 22 November 2026"]).lacks([button]);
    mara.post("/console/today/release", &[]).await;
    mara.get("/console/today").await.shows(["You can release them yourself from 27 November 2026"]);
    assert_eq!(deliverability(&shop).await["brake"]["held"], true);
}

#[tokio::test]
async fn a_pause_is_shown() {
    let (shop, mara) = signed_in().await;
    let until = (shop.now() + HOUR).to_string();
    shop.sets(json!({"paused_until": until})).await;
    let page = mara.get("/console/today").await.body;
    page.shows(["Sending is paused", "until 20 November 2026, 07:00."]);
    let help = mara.get("/console/more").await.body;
    for place in ["paused", "webhook", "held"] {
        assert!(help.contains(&format!("id=\"{place}\"")), "{place}: {help}");
    }
    page.shows(["href=\"/console/settings#pause\""]);
}
