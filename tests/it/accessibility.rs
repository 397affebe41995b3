//! Every state of the customer's pages, checked by axe in light and in dark mode, on screens of 320 to
//! 390 px.

use left_out::{Tool, left_out};
use serde_json::json;

use crate::{
    browser::{DAY_S, mailed_link},
    chromium::Chromium,
    process::{Dev, Folder},
};

/// JavaScript that lists what is animated although the browser asks for reduced motion.
const MOVING: &str = "return [...document.querySelectorAll('*')]\
    .filter(element => getComputedStyle(element).transitionDuration.split(', ').some(length => length !== '0s'))\
    .map(element => element.outerHTML.slice(0, 100))";

/// JavaScript that lists targets a finger could miss: less than 44 px wide or high (WCAG 2.2, 2.5.5).
const SMALL: &str = "return [...document.querySelectorAll('a, button, summary, textarea, [type=text], .choice, .star')]\
    .filter(target => target.checkVisibility())\
    .filter(target => { const {width, height} = target.getBoundingClientRect(); return width < 44 || height < 44 })\
    .map(target => target.outerHTML.slice(0, 100))";

/// Checks the current page in both color schemes: axe, reduced motion and the size of its targets.
async fn check(chromium: &Chromium, state: &str) {
    for scheme in ["light", "dark"] {
        let name = format!("{state}-{scheme}");
        chromium.prefers(scheme).await;
        chromium.look(&name).await;
        let barriers = chromium.barriers().await;
        assert_eq!(barriers, json!([]), "{name}: {barriers:#}");
        assert_eq!(chromium.run(MOVING).await, json!([]), "{name}: these move despite reduced motion");
        assert_eq!(chromium.run(SMALL).await, json!([]), "{name}: these are small for a finger");
    }
}

#[tokio::test]
async fn nobody_meets_a_barrier_while_they_review() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("accessible-forms");
    let (dev, chromium) = (Dev::start(&folder), Chromium::open(&folder, "with-javascript").await);
    let link = mailed_link(&dev, "A", 0).await;
    chromium.go(&link).await;
    check(&chromium, "form").await;
    chromium.click("#item-0 summary").await;
    check(&chromium, "all-folded").await;

    chromium.click("#item-0 summary").await;
    chromium.rate(0, 3).await;
    chromium.write("#text-0", "Good grain.").await;
    chromium.click("#item-0 .names summary").await;
    chromium.click("#item-0 .choice:last-child").await;
    chromium.write("#name-0", &"J".repeat(61)).await;
    check(&chromium, "another-name").await;
    chromium.send(0).await;
    chromium.sees("Your review is not sent yet").await;
    check(&chromium, "form-with-errors").await;
    chromium.write("#name-0", "Janey").await;
    chromium.send(0).await;
    chromium.sees("You can change").await;
    check(&chromium, "thanked").await;
    chromium.rate(1, 1).await;
    chromium.write("#text-1", "Broken.").await;
    chromium.send(1).await;
    chromium.sees("Both reviews are in").await;
    check(&chromium, "both-reviewed").await;
    chromium.click("#item-1 .edit").await;
    chromium.sees("Take my review back").await;
    check(&chromium, "editing").await;
    chromium.close().await;
}

#[tokio::test]
async fn a_shops_light_color_is_its_buttons_with_words_that_can_be_read() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("accessible-yellow");
    let (dev, chromium) = (Dev::start(&folder), Chromium::open(&folder, "with-javascript").await);
    let yellow = json!({"color": "#ffd400"});
    assert_eq!(dev.caller.call("PUT", "/api/v1/settings", Some(yellow)).await.0, 200);
    let link = mailed_link(&dev, "A", 0).await;
    chromium.go(&link).await;
    check(&chromium, "yellow-form").await;
    let button = "const {backgroundColor, color} = getComputedStyle(document.querySelector('.send button'));\
        return [backgroundColor, color]";
    for (scheme, words) in [("light", "rgb(29, 35, 32)"), ("dark", "rgb(0, 0, 0)")] {
        chromium.prefers(scheme).await;
        assert_eq!(chromium.run(button).await, json!(["rgb(255, 212, 0)", words]), "{scheme}");
    }
    let id = dev.caller.inbox().await[0]["id"].as_str().unwrap().to_owned();
    chromium.prefers("light").await;
    chromium.go(&format!("{}/local/inbox/{id}/html", dev.caller.base_url)).await;
    chromium.look("yellow-mail").await;
    let button = button.replace(".send button", ".go a");
    assert_eq!(chromium.run(&button).await, json!(["rgb(255, 212, 0)", "rgb(29, 35, 32)"]));
    chromium.close().await;
}

#[tokio::test]
async fn nobody_meets_a_barrier_on_the_other_pages() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("accessible-notes");
    let (dev, chromium) = (Dev::start(&folder), Chromium::open(&folder, "with-javascript").await);
    let link = mailed_link(&dev, "A", 0).await;
    let id = dev.caller.inbox().await[0]["request_id"].as_u64().unwrap();
    chromium.go(&link).await;
    let stop = chromium.value("footer [name=token]").await;
    chromium.click("[action='/review/hub/postpone'] button").await;
    chromium.sees("We will ask you again on").await;
    check(&chromium, "postponed").await;
    chromium.click(".way").await;
    chromium.sees("Stop asking me").await;
    check(&chromium, "list-postponed").await;

    // A review sent in another window: this one still shows the button.
    let other = mailed_link(&dev, "B", 0).await;
    chromium.go(&other).await;
    let review = "const form = new URLSearchParams(new FormData(document.querySelector('#item-0 form')));\
        form.set('rating', '4'); form.set('text', 'Fine.');\
        return fetch('/review/hub/review', {method: 'POST', body: form}).then(reply => reply.status);";
    assert_eq!(chromium.run(review).await, 200);
    chromium.click("[action='/review/hub/postpone'] button").await;
    chromium.sees("There is nothing to wait for").await;
    check(&chromium, "nothing-to-wait-for").await;

    chromium.go(&format!("{}/review/unsubscribe?token={stop}", dev.caller.base_url)).await;
    check(&chromium, "unsubscribe").await;
    chromium.click("button").await;
    chromium.sees("You are unsubscribed").await;
    check(&chromium, "unsubscribed").await;
    chromium.click("button").await;
    chromium.sees("You will be asked again").await;
    check(&chromium, "resubscribed").await;

    chromium.go(&format!("{}/p/demo/@all.html", dev.caller.base_url)).await;
    chromium.click(".afterword-report a").await;
    chromium.sees("What is wrong with it?").await;
    check(&chromium, "report").await;
    chromium.click("[value=other]").await;
    chromium.click("button").await;
    chromium.sees("has your report").await;
    check(&chromium, "reported").await;

    for (path, words, state) in [
        ("/review/hub?token=cut-short", "Page not found", "not-found"),
        ("/review/hub/renew", "This page cannot be opened that way", "not-allowed"),
    ] {
        chromium.go(&format!("{}{path}", dev.caller.base_url)).await;
        chromium.sees(words).await;
        check(&chromium, state).await;
    }
    dev.caller.call("DELETE", &format!("/api/v1/review-requests/{id}"), None).await;
    chromium.go(&link).await;
    chromium.sees("This link is no longer available").await;
    check(&chromium, "withdrawn").await;

    dev.caller.advance(91 * DAY_S).await;
    chromium.go(&other).await;
    chromium.sees("Link Expired").await;
    check(&chromium, "link-expired").await;
    chromium.click("button").await;
    chromium.sees("Check your email").await;
    check(&chromium, "new-link-asked").await;
    chromium.close().await;
}

#[tokio::test]
async fn nobody_meets_a_barrier_in_the_questions() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("accessible-questions");
    let (dev, chromium) = (Dev::start(&folder), Chromium::open(&folder, "with-javascript").await);
    chromium.go(&mailed_link(&dev, "A", 0).await).await;
    chromium.write("#text-0", "Words of mine.").await;
    chromium.click("#item-0 [data-questions]").await;
    chromium.sees("Question 1 of").await;
    check(&chromium, "question").await;
    chromium.click(".chip").await;
    check(&chromium, "question-tapped").await;
    chromium.write("#answer", "Bread").await;
    chromium.click("form .actions button").await;
    chromium.sees("Could you say a little more?").await;
    check(&chromium, "question-asked-again").await;
    chromium.write("#answer", &"long ".repeat(250)).await;
    chromium.click("form .actions button").await;
    check(&chromium, "question-with-error").await;
    chromium.write("#answer", "For all our bread.").await;
    chromium.click("form .actions button").await;
    chromium.sees("Question 2 of").await;
    check(&chromium, "question-answered").await;
    chromium.click("[name=to][value=form]").await;
    chromium.sees("Add them to my review").await;
    check(&chromium, "form-with-an-offer").await;
    chromium.close().await;
}

/// A green run means something only if axe would find a barrier.
#[tokio::test]
async fn a_barrier_would_be_found() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("accessible-not");
    let (dev, chromium) = (Dev::start(&folder), Chromium::open(&folder, "with-javascript").await);
    chromium.go(&mailed_link(&dev, "A", 0).await).await;
    let faint = "for (const hint of document.querySelectorAll('.hint')) hint.style.color = '#747474'";
    let nameless = "document.querySelector('label[for=text-0]').remove()";
    for (scheme, spoil, rule) in [("dark", faint, "color-contrast"), ("light", nameless, "label")] {
        chromium.prefers(scheme).await;
        chromium.reload().await;
        assert_eq!(chromium.barriers().await, json!([]));
        chromium.run(spoil).await;
        let barriers = chromium.barriers().await;
        let found = barriers.as_array().unwrap().iter().any(|barrier| barrier["id"] == rule);
        assert!(found, "{scheme}: no {rule} in {barriers:#}");
    }
    chromium.close().await;
}
