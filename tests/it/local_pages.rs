//! The developer's pages of `cargo dev`: each button does what it says, and every command that is shown works.

use std::process::Command;

use axum::body::Bytes;
use axum::http::{Request, Response};
use http_body_util::{BodyExt, Full};
use left_out::{Tool, left_out};
use serde_json::{Value, json};

use crate::chromium::{Chromium, Screen};
use crate::process::{Dev, Folder, http};

/// How many lines each sentence about a call of a script has.
const LINES: &str = "return [...document.querySelectorAll('.scripts dd')]\
    .map(dd => Math.round(dd.clientHeight / parseFloat(getComputedStyle(dd).lineHeight)))";
const PAGES: [&str; 3] = ["/local", "/local/inbox", "/local/clock"];

/// Sends a page's form.
async fn submit(dev: &Dev, path: &str, form: &'static str) -> String {
    let request = Request::post(format!("{}{path}", dev.caller.base_url))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Full::from(Bytes::from(form)));
    let answer: Response<_> = http().request(request.unwrap()).await.unwrap();
    assert_eq!(answer.status(), 303, "{path} {form}");
    answer.headers()["location"].to_str().unwrap().to_owned()
}

/// A page as a browser gets it.
async fn page(dev: &Dev, path: &str) -> String {
    let request = Request::get(format!("{}{path}", dev.caller.base_url)).header("accept", "text/html");
    let answer = http().request(request.body(Full::default()).unwrap()).await.unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    String::from_utf8(answer.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap()
}

#[tokio::test]
async fn one_click_sends_a_demo_request_and_leads_to_its_email() {
    let folder = Folder::new("demo-request");
    let dev = Dev::start(&folder);
    assert!(page(&dev, "/local/inbox").await.contains("Send a demo request"), "an empty inbox has the button, too");
    let place = submit(&dev, "/local/demo-request", "").await;
    let inbox = dev.caller.inbox().await;
    let [mail] = &inbox[..] else { panic!("{inbox:?}") };
    assert_eq!(place, format!("/local/inbox/{}", mail["id"].as_str().unwrap()));
    let request = dev.caller.get(&format!("/api/v1/review-requests/{}", mail["request_id"])).await;
    assert_eq!(
        (&request["status"], request["product_ids"].as_array().unwrap().len()),
        (&json!("sent"), 3),
        "{request}"
    );

    let place = submit(&dev, "/local/demo-request", "show=page").await;
    assert_eq!(dev.caller.inbox().await.len(), 2, "another customer's");
    assert!(place.starts_with("/review/hub?token="), "{place}");
    assert!(page(&dev, &place).await.contains("Beeswax Candles, Set of Three"));
}

#[tokio::test]
async fn other_sites_are_kept_out() {
    let folder = Folder::new("other-sites");
    let dev = Dev::start(&folder);
    let status = async |request: axum::http::request::Builder, body: &'static str| {
        http().request(request.body(Full::from(Bytes::from(body))).unwrap()).await.unwrap().status()
    };
    let base = &dev.caller.base_url;
    for (host, expected) in [
        ("localhost:3000", 200),
        ("[::1]:3000", 200),
        ("127.0.0.1", 200),
        ("evil.example", 403),
        ("127.0.0.1.evil.example", 403),
    ] {
        let inbox = Request::get(format!("{base}/local/inbox.json")).header("host", host);
        assert_eq!(status(inbox, "").await, expected, "{host}");
    }
    let clock = Request::post(format!("{base}/local/clock")).header("sec-fetch-site", "cross-site");
    let clock = clock.header("content-type", "application/x-www-form-urlencoded");
    assert_eq!(status(clock, "advance_seconds=1").await, 403);
}

#[tokio::test]
async fn every_command_of_the_overview_works_as_it_is_shown() {
    if left_out(Tool::Curl) {
        return;
    }
    let folder = Folder::new("commands");
    let dev = Dev::start(&folder);
    let shown = page(&dev, "/local").await;
    let commands = shown.split("<code>").skip(1).map(|rest| rest.split("</code>").next().unwrap());
    let commands: Vec<_> = commands.filter(|code| code.starts_with("curl ")).map(unescaped).collect();
    assert_eq!(commands.len(), 8, "{commands:#?}");
    let mut id = None;
    for command in commands {
        let command = command.replace("REQUEST_ID", id.as_deref().unwrap_or("REQUEST_ID"));
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("{command} -w '\n%{{http_code}}'")]).env("no_proxy", "127.0.0.1");
        let output = tokio::task::spawn_blocking(move || shell.output()).await.unwrap().unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        let (body, status) = printed.rsplit_once('\n').unwrap_or_default();
        assert!(status.starts_with('2'), "{command}\n{printed}");
        let body: Value = serde_json::from_str(body).unwrap();
        id = id.or_else(|| Some(body["request_id"].as_u64()?.to_string()));
    }
    let listed = dev.caller.get("/api/v1/review-requests").await;
    let statuses: Vec<_> = listed["requests"].as_array().unwrap().iter().map(|request| &request["status"]).collect();
    assert_eq!(statuses.len(), 4, "one of each API: {listed}");
    assert!(statuses.contains(&&json!("cancelled")), "{listed}");
    // Two APIs sent at once.
    dev.caller.advance(1).await;
    let inbox = dev.caller.inbox().await;
    for (channel, to) in [("email", "customer@example.com"), ("sms", "+491711234567")] {
        assert!(inbox.iter().any(|mail| mail["channel"] == channel && mail["to"] == to), "{channel}: {inbox:#?}");
    }
}

#[tokio::test]
async fn the_inbox_shows_an_email_as_on_a_phone_and_in_dark_colors() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("views");
    let dev = Dev::start(&folder);
    let chromium = Chromium::open_on(Screen::Desktop, &folder, "with-javascript").await;
    chromium.go(&format!("{}/local", dev.caller.base_url)).await;
    chromium.click("form[action='/local/demo-request'] button").await;
    chromium.sees("Text part").await;
    let seen = "return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]";
    for (words, scheme, own) in [("Light", "light", "dark"), ("Dark", "dark", "light")] {
        // Whatever the developer's own pages are in.
        chromium.prefers(own).await;
        for (width, is_right) in [("Wide", (|px| px > 600) as fn(u64) -> bool), ("Phone", |px| px == 390)] {
            chromium.follow(words).await;
            chromium.follow(width).await;
            let seen = chromium.run_in("iframe", seen).await;
            assert_eq!(seen[1], scheme == "dark", "{width}, {scheme}");
            assert!(is_right(seen[0].as_u64().unwrap()), "{width}, {scheme}: {seen}");
        }
    }
    chromium.look("local-inbox-dark-email").await;
    chromium.close().await;
}

#[tokio::test]
async fn what_is_shown_can_be_copied() {
    if left_out(Tool::Browser) {
        return;
    }
    let folder = Folder::new("copying");
    let dev = Dev::start(&folder);
    let home = format!("{}/local", dev.caller.base_url);
    let chromium = Chromium::open_on(Screen::Desktop, &folder, "with-javascript").await;
    chromium.go(&home).await;
    assert_eq!(chromium.count("dd > code + button.copy").await, 7, "the base URL, the keys and the order");
    chromium.click("dl button.copy").await;
    chromium.sees("Copied").await;
    // What was copied can be read with a permission only, for which the browser would ask somebody.
    chromium.run("navigator.clipboard.writeText = async text => { window.copied = text }").await;
    chromium.click("dl button.copy").await;
    assert_eq!(chromium.run("return window.copied").await, dev.caller.base_url.as_str());
    chromium.close().await;

    let folder = Folder::new("copying-by-hand");
    let chromium = Chromium::open_on(Screen::Desktop, &folder, "without-javascript").await;
    chromium.go(&home).await;
    assert_eq!(chromium.count("button.copy").await, 0, "none that does nothing");
    assert_eq!(chromium.count("pre > code").await, 9);
    chromium.close().await;
}

/// Checks all pages with axe in both color schemes, and that each fits its screen.
#[tokio::test]
async fn nobody_meets_a_barrier_on_the_developers_pages() {
    if left_out(Tool::Browser) {
        return;
    }
    for screen in [Screen::Phone, Screen::Desktop] {
        let folder = Folder::new("accessible-local");
        let dev = Dev::start(&folder);
        let chromium = Chromium::open_on(screen, &folder, "with-javascript").await;
        submit(&dev, "/local/demo-request", "").await;
        submit(&dev, "/local/clock", "to=next_event").await;
        for path in PAGES {
            for scheme in ["light", "dark"] {
                chromium.go(&format!("{}{path}", dev.caller.base_url)).await;
                chromium.prefers(scheme).await;
                chromium.look(&format!("local{}-{scheme}", path.replace('/', "-"))).await;
                let barriers = chromium.barriers().await;
                assert_eq!(barriers, json!([]), "{path}, {scheme}: {barriers:#}");
            }
        }
        if screen == Screen::Desktop {
            chromium.go(&format!("{}/local", dev.caller.base_url)).await;
            let lines = chromium.run(LINES).await;
            assert_eq!(
                (&lines[0], &lines[1]),
                (&json!(1), &json!(1)),
                "code within a sentence breaks no line: {lines}"
            );
        }
        chromium.close().await;
    }
}

fn unescaped(html: &str) -> String {
    let html = html.replace("&#34;", "\"").replace("&#39;", "'").replace("&#60;", "<").replace("&#62;", ">");
    html.replace("&#38;", "&")
}
