//! The console in a browser: what is measured there. `tests/browser` is the tour.

use left_out::{Tool, left_out};
use serde_json::json;

use crate::{
    chromium::{Chromium, Screen},
    process::{Dev, Folder},
};

/// The demo shop's owner.
const OWNER: &str = "owner@example.com";

/// The link in the last email to the owner.
async fn link(dev: &Dev) -> String {
    let start = format!("{}/console/sign-in/link?", dev.caller.base_url);
    let mails = dev.caller.inbox().await;
    let texts = mails.iter().rev().filter_map(|mail| mail["text"].as_str());
    let words = texts.flat_map(str::split_whitespace);
    words.into_iter().find(|word| word.starts_with(&start)).unwrap_or_else(|| panic!("{mails:?}")).to_owned()
}

/// Asks for a link and waits until its email is there.
async fn ask(dev: &Dev, chromium: &Chromium) {
    let before = dev.caller.inbox().await.len();
    chromium.go(&format!("{}/console", dev.caller.base_url)).await;
    chromium.sees("Enter your email address").await;
    chromium.write("input[name=email]", OWNER).await;
    chromium.click("main .btn.p").await;
    chromium.sees("Check your inbox").await;
    for _ in 0..100 {
        if dev.caller.inbox().await.len() > before {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("no email");
}

/// Signs in by the emailed link.
pub async fn sign_in(dev: &Dev, chromium: &Chromium) {
    ask(dev, chromium).await;
    chromium.go(&link(dev).await).await;
    chromium.sees("Press the button to sign in").await;
    chromium.click("main .btn.p").await;
    chromium.has(".app", 1).await;
}

/// Names as long as people have them, and a product's title of 105 characters.
const JANE: &str = "Wilhelmina-Theodora Achterberg-van Rozenburgh";
const BOARD: &str =
    "Walnut Serving Board with Handle, Oiled by Hand, 46 × 20 cm, from One Piece of Wood, with Hole to Hang Up";

/// Has people review the product, each with a phone number in the words, so that each review waits.
async fn with_reviews_that_wait(dev: &Dev, count: usize) {
    let product = json!({"title": BOARD, "url": "https://shop.example/board"});
    let (status, body) = dev.caller.call("PUT", "/api/v1/products/shopify-1042", Some(product)).await;
    assert!(status < 300 && BOARD.chars().count() == 105 && JANE.len() == 45, "{body}");
    for number in 0..count {
        let fields = json!({
            "email": format!("wilhelmina.theodora.achterberg{number}@example.com"),
            "customer_name": JANE,
            "product_ids": ["shopify-1042"],
            "order_id": format!("A-very-long-order-number-without-a-space-{number}"),
            "skip_email": true,
        });
        let created = dev.caller.create(fields).await;
        let (_, token) = created["hub_url"].as_str().unwrap().split_once("token=").unwrap();
        let text = format!("Lovely. Call me on 030 123456{number}.");
        let form = [("token", token), ("item", "0"), ("rating", "4"), ("text", &text), ("display_name", JANE)];
        dev.caller.submit("/review/hub/review", &form).await;
        dev.caller.advance(60).await;
    }
}

#[tokio::test]
async fn no_page_is_wider_than_its_phone() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("console-widths");
    let (dev, phone) = (Dev::start(&folder), Chromium::open(&folder, "with-javascript").await);
    with_reviews_that_wait(&dev, 2).await;
    sign_in(&dev, &phone).await;
    let base = &dev.caller.base_url;
    let links = async |page: &str, css: &str| {
        phone.go(&format!("{base}{page}")).await;
        let found = phone.run(&format!("return document.querySelector('{css}').getAttribute('href')")).await;
        found.as_str().unwrap_or_else(|| panic!("{page} {css}")).to_owned()
    };
    let review = links("/console/reviews", "main article a[href*=reviews]").await;
    let request = links("/console/requests", "main [data-row] a").await;
    let customer = links("/console/customers", "main a[data-row]").await;
    let pages = [
        "/console/today".to_owned(),
        "/console/reviews".to_owned(),
        "/console/reviews?show=all&stars=4".to_owned(),
        review,
        "/console/requests".to_owned(),
        "/console/requests?status=manual".to_owned(),
        format!("{request}/link"),
        format!("{request}/messages"),
        request,
        "/console/customers".to_owned(),
        format!("{customer}/erase"),
        customer.clone(),
        "/console/connections".to_owned(),
        "/console/connections/shopify".to_owned(),
        "/console/keys".to_owned(),
        "/console/webhooks".to_owned(),
        "/console/files".to_owned(),
        "/console/numbers".to_owned(),
        "/console/products".to_owned(),
        "/console/audit".to_owned(),
        "/console/settings".to_owned(),
        "/console/words".to_owned(),
        "/console/members".to_owned(),
        "/console/more".to_owned(),
    ];
    for (number, page) in pages.iter().enumerate() {
        phone.go(&format!("{base}{page}")).await;
        phone.look_at(&[320, 390], &format!("console-widths-{number}")).await;
    }
    phone.go(&format!("{base}/console/reviews")).await;
    phone.click("article:first-child form[data-key=a] button").await;
    phone.sees(": published.").await;
    phone.look_at(&[320, 390], "console-widths-bar").await;

    // The page of an erasure says by itself that it is done.
    phone.go(&format!("{base}{customer}/erase")).await;
    phone.click("input[name=sure]").await;
    phone.click("main .btn.full").await;
    phone.sees("Receipt").await;
    dev.caller.advance(180).await;
    phone.sees("It is done. Nothing of this person is stored any more.").await;
    phone.look_at(&[320, 390], "console-widths-erased").await;
    phone.close().await;
}

/// Presses a key on the page, as one that is held if it repeats.
async fn press(chromium: &Chromium, key: &str, repeat: bool) {
    let event = format!("new KeyboardEvent('keydown', {{key: '{key}', repeat: {repeat}, bubbles: true}})");
    chromium.run(&format!("document.querySelector('main').dispatchEvent({event})")).await;
}

async fn decisions_where_one_is(screen: Screen) {
    if left_out(Tool::Browser) {
        return;
    }
    let kind = if screen == Screen::Phone { "phone" } else { "desktop" };
    let folder = Folder::new(&format!("console-decides-{kind}"));
    let (dev, chromium) = (Dev::start(&folder), Chromium::open_on(screen, &folder, "with-javascript").await);
    with_reviews_that_wait(&dev, 8).await;
    sign_in(&dev, &chromium).await;
    chromium.go(&format!("{}/console/reviews", dev.caller.base_url)).await;
    chromium.has("main [data-row]", 8).await;
    let marked = "[...document.querySelectorAll('main [data-row]')].findIndex(row => row.matches('.now'))";
    let state = format!("return [document.querySelectorAll('main [data-row]').length, {marked}]");
    assert_eq!(chromium.run(&state).await, json!([8, 0]), "the first is marked");
    let end = chromium.run("scrollTo(0, document.body.scrollHeight); return scrollY").await;

    // A key presses the marked row's button where it is seen, and never while it is held.
    press(&chromium, "a", false).await;
    let shown = format!("return scrollY < {end}");
    assert_eq!(chromium.run(&shown).await, true, "what was not seen is shown first");
    for _ in 0..3 {
        press(&chromium, "a", true).await;
    }
    assert_eq!(chromium.run(&state).await, json!([8, 0]));

    // A click further down: the list keeps its place, and the message with Undo is on the screen.
    let show =
        |row: usize| format!("document.querySelector('main li:nth-child({row})').scrollIntoView({{block: 'center'}})");
    chromium.run(&show(5)).await;
    chromium.click("main li:nth-child(5) form[data-key=a] button").await;
    chromium.sees(&format!("{JANE}: published.")).await;
    let is_seen = "const {top, bottom} = document.querySelector('.bar form').getBoundingClientRect();\
        const over = document.querySelector('.tabs').getBoundingClientRect().top || innerHeight;\
        return [top > 0 && bottom <= over, scrollY > 200]";
    assert_eq!(chromium.run(is_seen).await, json!([true, true]));
    assert_eq!(chromium.run("return document.activeElement.className").await, "bar", "it is read, and Undo is next");
    assert_eq!(chromium.run(&state).await, json!([7, 4]), "the next one takes its place");
    chromium.click(".bar button").await;
    chromium.sees(": taken back.").await;
    assert_eq!(chromium.run("return scrollY > 200").await, true);
    chromium.has("main [data-row]", 8).await;

    // The search's address is the one to which a decision leads, too.
    chromium.write("input[name=q]", "lovely").await;
    chromium.click(".find button").await;
    chromium.has(".find input[value=lovely]", 1).await;
    chromium.run(&show(4)).await;
    chromium.click("main li:nth-child(4) form[data-key=a] button").await;
    chromium.sees(": published.").await;
    assert_eq!(chromium.run("return scrollY > 200").await, true);
    assert!(chromium.url().await.ends_with("/console/reviews?q=lovely"), "{}", chromium.url().await);
    chromium.close().await;
}

#[tokio::test]
async fn what_a_click_did_is_seen_on_a_phone_and_can_be_taken_back() {
    decisions_where_one_is(Screen::Phone).await;
}

#[tokio::test]
async fn what_a_click_did_is_seen_on_a_desk_and_can_be_taken_back() {
    decisions_where_one_is(Screen::Desktop).await;
}
