//! The whole story of one customer, on a phone of 390 px and at a desk, with JavaScript and without: the link is opened, the
//! questions are answered, the suggested text is edited and sent, the second product is reviewed by its form, and days
//! later both are found again and changed.

use left_out::{Tool, left_out};
use serde_json::json;

use crate::{
    browser::{DAY_S, mailed_link},
    chromium::{Chromium, Screen},
    process::{Dev, Folder},
};

#[tokio::test]
async fn a_customer_with_javascript_answers_edits_sends_and_returns() {
    if left_out(Tool::Browser) {
        return;
    }
    play(Screen::Phone, "with-javascript").await;
}

#[tokio::test]
async fn a_customer_without_javascript_answers_edits_sends_and_returns() {
    if left_out(Tool::Browser) {
        return;
    }
    play(Screen::Phone, "without-javascript").await;
}

#[tokio::test]
async fn a_customer_at_a_desk_answers_edits_sends_and_returns() {
    if left_out(Tool::Browser) {
        return;
    }
    play(Screen::Desktop, "with-javascript").await;
}

#[tokio::test]
async fn a_customer_at_a_desk_without_javascript_answers_edits_sends_and_returns() {
    if left_out(Tool::Browser) {
        return;
    }
    play(Screen::Desktop, "without-javascript").await;
}

/// Saves a screenshot of a state, and checks it with axe where scripts may run.
async fn look(chromium: &Chromium, screen: Screen, mode: &str, state: &str) {
    let device = if screen == Screen::Phone { "story" } else { "desk" };
    chromium.look(&format!("{device}-{state}")).await;
    if mode == "with-javascript" {
        let barriers = chromium.barriers().await;
        assert_eq!(barriers, json!([]), "{state}: {barriers:#}");
    }
}

async fn play(screen: Screen, mode: &str) {
    let name = if screen == Screen::Phone { "story" } else { "desk" };
    let folder = Folder::new(&format!("{name}-{mode}"));
    let (dev, chromium) = (Dev::start(&folder), Chromium::open_on(screen, &folder, mode).await);
    let link = mailed_link(&dev, "A", 0).await;
    let id = dev.caller.inbox().await[0]["request_id"].as_u64().unwrap();

    // The link in the email.
    chromium.go(&link).await;
    chromium.sees("How is it, Jane?").await;
    chromium.sees("1 of 2 products").await;
    look(&chromium, screen, mode, "1-opened").await;

    // Three questions answered, by tapping and by typing, and one skipped.
    chromium.click("#item-0 [data-questions]").await;
    chromium.sees("quick questions").await;
    look(&chromium, screen, mode, "2-question").await;
    chromium.click(".chip:first-child").await;
    chromium.has(".chip[aria-pressed=true]", 1).await;
    chromium.click(".talk .actions button").await;
    chromium.sees("Question 2 of 4").await;
    chromium.write("#answer", "the grain is lovely").await;
    look(&chromium, screen, mode, "3-chat").await;
    chromium.click(".talk .actions button").await;
    chromium.sees("Question 3 of 4").await;
    chromium.click("[name=skip]").await;
    chromium.sees("Question 4 of 4").await;
    chromium.write("#answer", "yes, to anyone who bakes").await;
    look(&chromium, screen, mode, "4-last-question").await;
    chromium.click(".talk .actions button").await;

    // They change a word of the suggested text and choose the stars.
    chromium.sees("Made of your own answers").await;
    let draft = "I use it every day. The grain is lovely. Yes, to anyone who bakes.";
    assert_eq!(chromium.value("#text-0").await, draft);
    assert_eq!(chromium.count("#item-0 [name=rating]:checked").await, 0, "the stars wait for a click");
    look(&chromium, screen, mode, "5-draft").await;
    let own = "I use it every day for bread. The grain is lovely, it stains though.";
    chromium.write("#text-0", own).await;
    chromium.rate(0, 3).await;
    look(&chromium, screen, mode, "6-edited").await;
    chromium.send(0).await;
    chromium.sees("You can change").await;
    chromium.sees("2 of 2 products").await;
    look(&chromium, screen, mode, "7-thanks").await;

    // The second product is reviewed by its form.
    chromium.rate(1, 5).await;
    chromium.write("#text-1", "Just right for the basil.").await;
    look(&chromium, screen, mode, "8-form").await;
    chromium.send(1).await;
    chromium.sees("Both reviews are in").await;
    look(&chromium, screen, mode, "9-all-thanks").await;
    chromium.close().await;

    // Days later, in a browser without any of their data.
    dev.caller.advance(20 * DAY_S).await;
    let again = Folder::new(&format!("{name}-again-{mode}"));
    let chromium = Chromium::open_on(screen, &again, mode).await;
    chromium.go(&link).await;
    chromium.sees("Both reviews are in").await;
    chromium.click("#item-0 .edit").await;
    chromium.sees("Take my review back").await;
    assert_eq!(chromium.value("#text-0").await, own);
    assert_eq!(chromium.value("#item-0 [name=rating]:checked").await, "3");
    look(&chromium, screen, mode, "10-returned").await;
    chromium.write("#text-0", "It stains. Oil helps.").await;
    chromium.rate(0, 4).await;
    chromium.send(0).await;
    chromium.sees("You can change").await;
    chromium.sees("changed on").await;
    look(&chromium, screen, mode, "11-changed").await;
    chromium.close().await;

    let happened: Vec<_> = dev.caller.timeline(id).await.iter().map(|entry| entry["what"].clone()).collect();
    let story = ["opened", "engaged", "reviewed", "reviewed", "completed", "review_edited"].map(|what| json!(what));
    let seen: Vec<_> = happened.iter().filter(|what| story.contains(what)).cloned().collect();
    assert_eq!(seen, story, "{happened:?}");
}
