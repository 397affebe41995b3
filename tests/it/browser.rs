//! The hub in a real browser, as a person uses it: on a phone, with JavaScript and without, and by
//! keyboard alone.

use domain::review::DisplayName;
use left_out::{Tool, left_out};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    chromium::Chromium,
    process::{Dev, Folder},
};

pub const BOARD: (&str, &str) = ("shopify-7125386199075", "Walnut Serving Board");
pub const POT: (&str, &str) = ("shopify-7125386199076", "Stoneware Plant Pot");
/// A script that returns the name chosen on the first card.
const NAME: &str = "#item-0 .choice input:checked";
pub const DAY_S: u64 = 86_400;

#[tokio::test]
async fn a_person_with_a_phone_reviews_edits_and_renews() {
    if left_out(Tool::Browser) {
        return;
    }
    a_whole_life("with-javascript").await;
}

#[tokio::test]
async fn a_person_without_javascript_reviews_edits_and_renews() {
    if left_out(Tool::Browser) {
        return;
    }
    a_whole_life("without-javascript").await;
}

#[tokio::test]
async fn a_review_is_written_by_keyboard_alone() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("keyboard");
    let dev = Dev::start(&folder);
    let chromium = Chromium::open(&folder, "with-javascript").await;
    chromium.go(&mailed_link(&dev, "A", 0).await).await;

    assert_eq!(chromium.press(Key::Tab).await, "summary", "the first card");
    assert_eq!(chromium.press(Key::Tab).await, "input#rating-0", "the stars");
    chromium.press(Key::Space).await;
    for _ in 0..3 {
        chromium.press(Key::Right).await;
    }
    assert_eq!(chromium.value("#item-0 input:checked").await, "4");
    assert_eq!(chromium.press(Key::Tab).await, "textarea#text-0");
    chromium.press("Good grain, a little heavy.").await;
    chromium.look("keyboard").await;
    assert_eq!(chromium.press(Key::Tab).await, "button", "to the questions");
    assert_eq!(chromium.press(Key::Tab).await, "button", "to a photo");
    assert_eq!(chromium.press(Key::Tab).await, "summary", "a headline");
    assert_eq!(chromium.press(Key::Enter).await, "input#headline-0", "which is typed at once");
    assert_eq!(chromium.press(Key::Tab).await, "summary", "the name");
    chromium.press(Key::Enter).await;
    assert_eq!(chromium.press(Key::Tab).await, "input", "the names");
    assert_eq!(chromium.value(NAME).await, "name:Jane");
    chromium.press(Key::Up).await;
    assert_eq!(chromium.value(NAME).await, "name:Jane D.");
    chromium.press(Key::Enter).await;
    chromium.sees("You can change").await;

    // The thanks take the focus. From there the next card is one step away, and Enter folds it.
    assert_eq!(chromium.press(Key::Tab).await, "summary", "the next product's card");
    assert_eq!(chromium.count("#item-1[open]").await, 1);
    chromium.press(Key::Enter).await;
    assert_eq!(chromium.count("#item-1[open]").await, 0);
    chromium.close().await;
}

#[tokio::test]
async fn a_page_that_was_open_during_a_deployment_gets_the_new_style_and_script() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("deployed");
    let dev = Dev::start(&folder);
    let chromium = Chromium::open(&folder, "with-javascript").await;
    chromium.go(&mailed_link(&dev, "A", 0).await).await;
    chromium.rate(0, 4).await;
    chromium.write("#text-0", "Good grain.").await;
    // As if the version before had made the page. A new document has no mark.
    let before = "const style = document.querySelector('link[rel=stylesheet]');
        style.href = style.href.replace(/[0-9a-f]{16}/, '0123456789abcdef');
        window.isOld = true;";
    chromium.run(before).await;
    chromium.send(0).await;
    chromium.sees("Thank you").await;
    assert_eq!(chromium.run("return window.isOld ?? null").await, Value::Null);
    assert_eq!(chromium.count("link[rel=stylesheet][href*='0123456789abcdef']").await, 0);
    chromium.sees("Good grain.").await;
    // From now on pages are swapped again.
    chromium.run("window.isOld = true").await;
    chromium.rate(1, 5).await;
    chromium.write("#text-1", "Good pot.").await;
    chromium.send(1).await;
    chromium.sees("Both reviews are in").await;
    assert_eq!(chromium.run("return window.isOld").await, true);
    chromium.close().await;
}

#[tokio::test]
async fn tapping_twice_or_reloading_sends_one_review() {
    if left_out(Tool::Browser) {
        return;
    }
    for mode in ["with-javascript", "without-javascript"] {
        let folder = Folder::new(&format!("twice-{mode}"));
        let dev = Dev::start(&folder);
        let chromium = Chromium::open(&folder, mode).await;
        let link = mailed_link(&dev, "A", 0).await;
        let id = dev.caller.inbox().await[0]["request_id"].as_u64().unwrap();
        chromium.go(&link).await;
        chromium.rate(0, 4).await;
        chromium.write("#text-0", "Once is enough.").await;
        chromium.double_click("#item-0 .send button").await;
        chromium.sees("You can change").await;
        chromium.sees("2 of 2 products").await;
        let sent = happened(&dev, id).await;
        // Without JavaScript the second tap sends the form again, which edits the same review.
        let again = sent.iter().filter(|happened| *happened == "review_edited").count();
        assert!(again == 0 || mode == "without-javascript", "{sent:?}");
        chromium.reload().await;
        chromium.sees("You can change").await;
        assert_eq!(happened(&dev, id).await, sent, "a reload shows the page, and sends nothing");
        for what in ["opened", "reviewed"] {
            assert_eq!(sent.iter().filter(|happened| *happened == what).count(), 1, "{sent:?}");
        }
        let twice = mailed_link(&dev, "B", 0).await;
        chromium.go(&twice).await;
        chromium.double_click("[action='/review/hub/postpone'] button").await;
        chromium.sees("We will ask you again on").await;
        chromium.close().await;
    }
}

#[tokio::test]
async fn the_back_button_leads_to_what_was_sent_and_to_what_was_typed() {
    if left_out(Tool::Browser) {
        return;
    }
    for mode in ["with-javascript", "without-javascript"] {
        let folder = Folder::new(&format!("back-{mode}"));
        let dev = Dev::start(&folder);
        let chromium = Chromium::open(&folder, mode).await;
        let link = mailed_link(&dev, "A", 0).await;
        let id = dev.caller.inbox().await[0]["request_id"].as_u64().unwrap();
        chromium.go(&link).await;
        chromium.rate(0, 2).await;
        chromium.write("#text-0", "Splits at the rim.").await;
        chromium.send(0).await;
        chromium.sees("You can change").await;
        // The browser may restore the page as it was left. Sent again as it is, it changes nothing.
        chromium.back().await;
        chromium.misses("Thank you").await;
        assert_eq!(chromium.url().await, address(&link, mode));
        if chromium.count("#text-0").await == 0 {
            chromium.click("#item-0 .edit").await;
            chromium.sees("Take my review back").await;
        }
        assert_eq!(chromium.value("#text-0").await, "Splits at the rim.");
        assert_eq!(chromium.value("#item-0 input:checked").await, "2");
        chromium.send(0).await;
        chromium.sees("You can change").await;

        chromium.rate(1, 5).await;
        chromium.write("#text-1", "Half a sentence").await;
        chromium.click("footer button").await;
        chromium.sees("You are unsubscribed").await;
        chromium.back().await;
        chromium.sees("2 of 2 products").await;
        assert_eq!(chromium.value("#text-1").await, "Half a sentence");
        assert_eq!(chromium.value("#item-1 input:checked").await, "5");
        chromium.send(1).await;
        chromium.sees("Both reviews are in").await;
        let happened = happened(&dev, id).await;
        assert_eq!(happened[3..], ["opened", "reviewed", "reviewed", "completed"], "{happened:?}");
        chromium.close().await;
    }
}

/// One request from its email to its cancellation, and another one past its end.
async fn a_whole_life(mode: &str) {
    let folder = Folder::new(mode);
    let dev = Dev::start(&folder);
    let chromium = Chromium::open(&folder, mode).await;
    let link = mailed_link(&dev, "A", 7).await;
    let id = dev.caller.inbox().await[0]["request_id"].as_u64().unwrap();
    let mail = dev.caller.inbox().await[0]["id"].as_str().unwrap().to_owned();
    chromium.go(&format!("{}/local/inbox/{mail}/html", dev.caller.base_url)).await;
    chromium.look("mail").await;
    assert!(chromium.count(&format!("a[href='{link}']")).await > 0, "the email's button leads to {link}");

    chromium.go(&link).await;
    for words in ["How is it, Jane?", BOARD.1, POT.1] {
        chromium.sees(words).await;
    }
    chromium.pictures_are_shown(2).await;
    chromium.look("list").await;

    // An empty form comes back with our own errors, in the customer's language.
    chromium.send(0).await;
    chromium.sees("Please choose 1 to 5 stars.").await;
    chromium.sees("Please write a few words about it.").await;
    assert!(!happened(&dev, id).await.contains(&json!("reviewed")));

    let (text, long) = ("Smells of oil.\nThe grain is lovely.", "J".repeat(DisplayName::CHARACTERS_MAX + 1));
    chromium.rate(0, 2).await;
    chromium.write("#text-0", text).await;
    chromium.click("#item-0 .names summary").await;
    chromium.click("#item-0 .choice:last-child").await;
    chromium.write("#name-0", &long).await;
    chromium.send(0).await;
    chromium.sees("Your review is not sent yet").await;
    assert_eq!(chromium.value("#item-0 input:checked").await, "2");
    assert_eq!(chromium.value("#text-0").await, text);
    assert_eq!(chromium.value("#name-0").await, long);
    chromium.look("error").await;
    assert!(!happened(&dev, id).await.contains(&json!("reviewed")));

    chromium.write("#name-0", "Jane of the Oaks").await;
    chromium.send(0).await;
    chromium.sees("You can change").await;
    chromium.sees("2 of 2 products").await;
    chromium.look("thanks").await;

    chromium.rate(1, 5).await;
    chromium.write("#text-1", "Just right.").await;
    chromium.send(1).await;
    chromium.sees("Both reviews are in").await;
    chromium.look("all-reviewed").await;
    assert_eq!(status(&dev, id).await, "completed");

    chromium.go(&link).await;
    chromium.click("#item-0 .edit").await;
    chromium.sees("Take my review back").await;
    assert_eq!(chromium.value("#text-0").await, text);
    assert_eq!(chromium.value(NAME).await, "name:Jane of the Oaks");
    chromium.look("to-edit").await;
    chromium.rate(0, 4).await;
    chromium.write("#text-0", "The smell is gone.").await;
    chromium.send(0).await;
    chromium.sees("You can change").await;
    chromium.go(&link).await;
    chromium.sees("changed on").await;
    chromium.click("#item-0 .edit").await;
    chromium.sees("Take my review back").await;
    assert_eq!(chromium.value("#text-0").await, "The smell is gone.");
    assert_eq!(chromium.value("#item-0 input:checked").await, "4");
    chromium.look("edited").await;
    let happened = happened(&dev, id).await;
    assert_eq!(happened[4..], ["opened", "reviewed", "reviewed", "completed", "review_edited"], "{happened:?}");

    let (deleted, body) = dev.caller.call("DELETE", &format!("/api/v1/review-requests/{id}"), None).await;
    assert_eq!((deleted, body), (200, json!({"ok": true})));
    chromium.go(&link).await;
    chromium.sees("This link is no longer available").await;
    assert_eq!(chromium.count("button").await, 0);
    chromium.look("cancelled").await;

    let old = mailed_link(&dev, "B", 0).await;
    dev.caller.advance(91 * DAY_S).await;
    chromium.go(&old).await;
    chromium.sees("Link Expired").await;
    chromium.look("expired").await;
    chromium.click("button").await;
    chromium.sees("Check your email").await;
    chromium.look("renewed").await;
    dev.caller.advance(1).await;
    let inbox = dev.caller.inbox().await;
    assert_eq!(inbox.len(), 3);
    let new = link_in(&inbox[2], &dev);
    assert_ne!(new, old);
    chromium.go(&new).await;
    chromium.sees(BOARD.1).await;
    chromium.sees(POT.1).await;

    chromium.go(&format!("{}/review/hub?token=cut-short", dev.caller.base_url)).await;
    chromium.sees("Page not found").await;
    chromium.look("unknown").await;
    chromium.close().await;
}

/// The link in the email of a request for two reviews, once its delay has passed.
pub async fn mailed_link(dev: &Dev, order: &str, delay_days: u64) -> String {
    let before = dev.caller.inbox().await.len();
    let fields = json!({
        "email": "jane@example.com",
        "customer_name": "Jane Doe",
        "product_ids": [BOARD.0, POT.0],
        "order_id": order,
        "delay_days": delay_days,
    });
    let created = dev.caller.create(fields).await;
    dev.caller.advance(delay_days * DAY_S).await;
    let inbox = dev.caller.inbox().await;
    let [mail] = &inbox[before..] else { panic!("{} emails", inbox.len() - before) };
    assert_eq!(mail["request_id"], created["request_id"]);
    link_in(mail, dev)
}

/// The link in an email's text part.
fn link_in(mail: &Value, dev: &Dev) -> String {
    let (text, start) = (mail["text"].as_str().unwrap(), format!("{}/review/hub?", dev.caller.base_url));
    text.split_whitespace().find(|word| word.starts_with(&start)).unwrap_or_else(|| panic!("{text}")).to_owned()
}

async fn status(dev: &Dev, id: u64) -> Value {
    dev.caller.get(&format!("/api/v1/review-requests/{id}")).await["status"].clone()
}

/// A request's timeline without what comes at any time: `engaged` depends on typing speed, `delivered` on the provider.
async fn happened(dev: &Dev, id: u64) -> Vec<Value> {
    let timeline = dev.caller.timeline(id).await;
    let at_any_time = ["engaged", "delivered"];
    timeline
        .iter()
        .map(|entry| entry["what"].clone())
        .filter(|what| !at_any_time.iter().any(|word| what == word))
        .collect()
}

/// The address shown for a link's page: with JavaScript the token is removed.
pub fn address(link: &str, mode: &str) -> String {
    let shown = if mode == "with-javascript" { link.split('?').next().unwrap() } else { link };
    shown.to_owned()
}
