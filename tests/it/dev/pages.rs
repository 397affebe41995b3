//! The developer's pages of `cargo dev`: each button works, and each shown command works.

use std::process::Command;

use crate::support::*;
use axum::body::Bytes;
use axum::http::{Request, Response};
use http_body_util::Full;
use left_out::{Tool, left_out};

use crate::deployment::template::root;
use crate::dev::process::{Dev, Folder, http};

async fn submit(dev: &Dev, path: &str, form: &'static str) -> String {
    let request = Request::post(format!("{}{path}", dev.caller.base_url))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Full::from(Bytes::from(form)));
    let answer: Response<_> = http().request(request.unwrap()).await.unwrap();
    assert_eq!(answer.status(), 303, "{path} {form}");
    answer.headers()["location"].to_str().unwrap().to_owned()
}

async fn page(dev: &Dev, path: &str) -> String {
    let request = Request::get(format!("{}{path}", dev.caller.base_url)).header("accept", "text/html");
    let answer = http().request(request.body(Full::default()).unwrap()).await.unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    String::from_utf8(answer.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap()
}

/// 127.0.0.2 stands for the address of a container: it is another address of this machine.
#[tokio::test]
async fn only_with_all_addresses_it_listens_beyond_127_0_0_1_and_the_pages_still_answer_to_loopback_alone() {
    let folders = ["one-address", "all-addresses"].map(Folder::new);
    let [one, all] = [Dev::start(&folders[0]), Dev::with(&folders[1], &["--all-addresses"])];
    let [closed, open] = [&one, &all].map(|dev| {
        let mut beyond = dev.caller.clone();
        beyond.base_url = beyond.base_url.replace("127.0.0.1", "127.0.0.2");
        beyond
    });
    closed.try_call("GET", "/api/v1/reviews", None).await.expect_err("nobody listens there");
    assert_eq!(open.get("/api/v1/reviews").await["total"], 0);
    let (status, refusal) = open.call("GET", "/local/inbox.json", None).await;
    assert_eq!((status, &refusal["error"]), (403, &json!("wrong_host")), "{refusal}");
    // As through a published port: the browser's address is that of the machine.
    assert!(all.caller.inbox().await.is_empty());
}

#[tokio::test]
async fn one_click_sends_a_demo_request_and_leads_to_its_email() {
    let folder = Folder::new("demo-request");
    let dev = Dev::start(&folder);
    assert!(page(&dev, "/local/inbox").await.contains("Send a demo request"), "an empty inbox has the button, too");
    let place = submit(&dev, "/local/demo-request", "").await;
    let inbox = dev.caller.inbox().await;
    let [mail] = &inbox[..] else { panic!("{inbox:?}") };
    assert_eq!(place, format!("/local/inbox/{}", mail["id"].text()));
    let request = dev.caller.get(&format!("/api/v1/review-requests/{}", mail["request_id"])).await;
    assert_eq!((&request["status"], request["product_ids"].list().len()), (&json!("sent"), 3), "{request}");

    let place = submit(&dev, "/local/demo-request", "show=page").await;
    assert_eq!(dev.caller.inbox().await.len(), 2, "another customer's");
    assert!(place.starts_with("/review/hub?token="), "{place}");
    assert!(page(&dev, &place).await.contains("Beeswax Candles, Set of Three"));
}

#[tokio::test]
async fn other_sites_are_kept_out() {
    let folder = Folder::new("other-sites");
    let dev = Dev::start(&folder);
    for (method, path, header, value, expected) in [
        ("GET", "/local/inbox.json", "host", "localhost:3000", 200),
        ("GET", "/local/inbox.json", "host", "[::1]:3000", 200),
        ("GET", "/local/inbox.json", "host", "127.0.0.1", 200),
        ("GET", "/local/inbox.json", "host", "evil.example", 403),
        ("GET", "/local/inbox.json", "host", "127.0.0.1.evil.example", 403),
        ("POST", "/local/clock", "sec-fetch-site", "cross-site", 403),
    ] {
        let call =
            Request::builder().method(method).uri(format!("{}{path}", dev.caller.base_url)).header(header, value);
        let call = call.header("content-type", "application/x-www-form-urlencoded");
        let answer = http().request(call.body(Full::from("advance_seconds=1")).unwrap()).await.unwrap();
        assert_eq!(answer.status(), expected, "{value}");
    }
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
    let statuses: Vec<_> = listed["requests"].list().iter().map(|request| &request["status"]).collect();
    assert_eq!(statuses.len(), 4, "one of each API: {listed}");
    assert!(statuses.contains(&&json!("cancelled")), "{listed}");
    // Both APIs sent an email at the same time.
    dev.caller.advance(1).await;
    let inbox = dev.caller.inbox().await;
    for (channel, to) in [("email", "customer@example.com"), ("sms", "+491711234567")] {
        assert!(inbox.iter().any(|mail| mail["channel"] == channel && mail["to"] == to), "{channel}: {inbox:#?}");
    }
}

fn unescaped(html: &str) -> String {
    let html = html.replace("&#34;", "\"").replace("&#39;", "'").replace("&#60;", "<").replace("&#62;", ">");
    html.replace("&#38;", "&")
}

#[tokio::test]
async fn the_shops_pages_contain_both_elements_as_the_documents_tell() {
    let folder = Folder::new("shop-pages");
    let dev = Dev::start(&folder);
    let base = &dev.caller.base_url;
    let list = page(&dev, "/local/shop").await;
    let id = "shopify-7125386199075";
    assert_eq!(list.matches("<afterword-stars shop=\"demo\"").count(), 4);
    let document = std::fs::read_to_string(root().join("docs/embed.md")).unwrap();
    let example = document.split("```html\n").nth(1).unwrap().split("```").next().unwrap();
    let product = page(&dev, &format!("/local/shop/{id}")).await;
    for part in ["<script", "<afterword-stars", "<afterword-reviews", "  style", "  <a ", "</afterword-reviews>"] {
        let line = example.lines().find(|line| line.starts_with(part)).unwrap();
        let line = line.replace("https://reviews.example.com", base).replace("acme", "demo");
        assert!(product.contains(line.trim()), "{line}");
    }
}
