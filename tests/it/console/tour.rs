//! The console in a browser, on a phone and on a desk, with and without JavaScript.

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

/// Looks at the page in both schemes, and for barriers in each at every width. The page is the same without JavaScript,
/// where axe, whose promises a browser does not keep then, cannot look.
pub async fn look(chromium: &Chromium, name: &str) {
    for scheme in ["light", "dark"] {
        chromium.prefers(scheme).await;
        chromium.look(&format!("console-{name}-{scheme}")).await;
        if chromium.mode == "without-javascript" {
            continue;
        }
        let barriers = chromium.barriers_at_all_widths().await;
        assert_eq!(barriers, json!([]), "{name} {scheme}: {barriers:#}");
    }
}

async fn tour(screen: Screen, mode: &str) {
    if left_out(Tool::Browser) {
        return;
    }
    let kind = if screen == Screen::Phone { "phone" } else { "desktop" };
    let folder = Folder::new(&format!("console-{kind}-{mode}"));
    let (dev, chromium) = (Dev::start(&folder), Chromium::open_on(screen, &folder, mode).await);
    chromium.go(&format!("{}/console/sign-in", dev.caller.base_url)).await;
    look(&chromium, &format!("sign-in-{kind}-{mode}")).await;
    sign_in(&dev, &chromium).await;

    for (page, sentence) in [("today", "Nothing here is sorted by stars"), ("reviews", "whatever its stars")] {
        chromium.go(&format!("{}/console/{page}", dev.caller.base_url)).await;
        chromium.sees(sentence).await;
        look(&chromium, &format!("{page}-{kind}-{mode}")).await;
    }

    chromium.go(&format!("{}/console/members", dev.caller.base_url)).await;
    chromium.sees("People who can use this console").await;
    look(&chromium, &format!("members-{kind}-{mode}")).await;
    chromium.write("input[name=email]", "jo@example.com").await;
    chromium.click("main form[action$=invite] .btn.p").await;
    chromium.sees("Invited. The email is on its way.").await;
    chromium.sees("jo@example.com").await;
    look(&chromium, &format!("invited-{kind}-{mode}")).await;
    chromium.click("li:last-child form[action$=remove] button").await;
    chromium.sees("Removed. They are signed out at their next click.").await;
    chromium.misses("jo@example.com").await;

    chromium.go(&format!("{}/console/more", dev.caller.base_url)).await;
    look(&chromium, &format!("more-{kind}-{mode}")).await;
    chromium.click("main form[action$=sign-out] button").await;
    chromium.sees("You are signed out").await;
    chromium.close().await;
}

#[tokio::test]
async fn on_a_phone_with_javascript() {
    tour(Screen::Phone, "with-javascript").await;
}

#[tokio::test]
async fn on_a_phone_without_javascript() {
    tour(Screen::Phone, "without-javascript").await;
}

#[tokio::test]
async fn on_a_desk_with_javascript() {
    tour(Screen::Desktop, "with-javascript").await;
}

#[tokio::test]
async fn on_a_desk_without_javascript() {
    tour(Screen::Desktop, "without-javascript").await;
}

#[tokio::test]
async fn another_browser_that_runs_scripts_gets_a_code_and_no_session() {
    if left_out(Tool::Browser) {
        return;
    }
    let folders = ["console-asks", "console-scans"].map(Folder::new);
    let dev = Dev::start(&folders[0]);
    let desk = Chromium::open_on(Screen::Desktop, &folders[0], "with-javascript").await;
    let phone = Chromium::open(&folders[1], "with-javascript").await;
    ask(&dev, &desk).await;
    phone.go(&link(&dev).await).await;
    phone.sees("Your code").await;
    look(&phone, "code-phone").await;
    let code = phone.run("return document.querySelector('.code').textContent").await;
    phone.go(&format!("{}/console", dev.caller.base_url)).await;
    phone.sees("Enter your email address").await;
    desk.write("#code", "BBBB-BBBB").await;
    desk.click("main .btn.p").await;
    desk.sees("This code does not work").await;
    look(&desk, "waiting-wrong-desktop").await;
    desk.write("#code", code.as_str().unwrap()).await;
    desk.click("main .btn.p").await;
    desk.has(".app", 1).await;
    for chromium in [desk, phone] {
        chromium.close().await;
    }
}
