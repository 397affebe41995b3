//! The audit log: what is recorded, and that nothing in it is personal.

use super::*;
use crate::webhooks::receiver::Receiver;

const AUDIT: &str = "/api/v1/audit";

async fn log(shop: &Shop) -> Vec<Value> {
    shop.get(format!("{AUDIT}?limit=100")).await.json()["entries"].list().clone()
}

async fn added(shop: &Shop, before: usize) -> Vec<String> {
    let log = log(shop).await;
    log[..log.len() - before].iter().rev().map(|entry| entry["what"].owned()).collect()
}

#[tokio::test]
async fn changes_by_a_key_are_recorded_once_and_calls_without_a_change_are_not() {
    let (shop, receiver) = (shop().await, Receiver::new().await);
    let before = log(&shop).await.len();
    let call = async |method: &str, path: &str, body: Value| {
        shop.jump(SECOND);
        let reply = shop.call(method, path.to_owned()).json(&body).send().await;
        assert!(reply.status.is_success(), "{method} {path}: {}", reply.body);
        reply.json()
    };
    let settings = json!({"shop_name": "Fern Acres", "contact_url": "https://fern.example/help", "owner_email": "jane@fernandoak.example", "moderation": "hold",
        "reply_to": "jane@fernandoak.example", "paused_until": "2026-11-21T06:00:00Z", "incentives": null});
    for _ in 0..2 {
        call("PUT", "/api/v1/settings", settings.clone()).await;
    }
    let key = call("POST", "/api/v1/keys", json!({"name": "Jane", "scopes": ["reviews:read"]})).await;
    call("DELETE", &format!("/api/v1/keys/{}", key["id"].text()), json!({})).await;
    let hook = call("POST", "/api/v1/webhooks", json!({"url": format!("{}/jane", receiver.url)})).await;
    let hook = format!("/api/v1/webhooks/{}", hook["id"]);
    for _ in 0..2 {
        call("PATCH", &hook, json!({"url": receiver.url, "status": "disabled"})).await;
    }
    call("POST", &format!("{hook}/rotate"), json!({})).await;
    call("DELETE", &hook, json!({})).await;
    let woo = "/api/v1/integrations/woocommerce";
    for days in [0, 5, 5] {
        call("PUT", woo, json!({"ask_days_after": days, "tags_excluded": ["jane"]})).await;
    }
    call("POST", &format!("{woo}/rotate"), json!({})).await;
    call("DELETE", woo, json!({})).await;
    for dry_run in [true, false] {
        let path = format!("/api/v1/imports?format=afterword&dry_run={dry_run}");
        shop.jump(SECOND);
        shop.call("POST", path).send().await.is(201);
    }
    for kind in ["export", "erase"] {
        call("POST", &format!("/api/v1/privacy/{kind}"), json!({"email": "jane@example.com"})).await;
    }
    let done = "change_settings create_key revoke_key create_webhook change_webhook rotate_webhook_secret delete_webhook \
        connect_system change_connection rotate_connection_secret disconnect_system import_reviews \
        export_customer erase_customer";
    assert_eq!(added(&shop, before).await.join(" "), done);

    let log = log(&shop).await;
    let find = |what: &str| log.iter().find(|entry| entry["what"] == what).unwrap();
    let settings = find("change_settings");
    let after = json!({"shop_name": "Fern Acres", "contact_url": "https://fern.example/help", "owner_email": "set", "moderation": "hold", "reply_to": "set",
        "paused_until": "2026-11-21T06:00:00Z"});
    assert_eq!(settings["after"], after);
    has(&settings["before"], json!({"shop_name": "Fern & Oak", "paused_until": null}));
    assert!(settings["by"].text().starts_with("key:"), "{settings}");
    let moved = [&find("change_webhook")["before"], &find("change_webhook")["after"]];
    assert_eq!(moved, [&json!({"enabled": true, "url": "set"}), &json!({"enabled": false, "url": "set"})]);
    let asked = [&find("change_connection")["before"], &find("change_connection")["after"]];
    assert_eq!(asked, [&json!({"ask_days_after": 0}), &json!({"ask_days_after": 5})]);
    let mara = Visitor::signed_in(&shop, MARA).await;
    let receipt = find("erase_customer")["target"].text();
    let page = mara.get("/console/audit").await.body;
    page.shows([&format!("href=\"/console/customers/receipts/{receipt}\"")]);
    page.shows([
        "Connected the shop<br><code>woocommerce</code>",
        "<code>ask_days_after</code> <bdi>0</bdi> → <bdi>5</bdi>",
        "<code>paused_until</code> <bdi>–</bdi> → <bdi>2026-11-21T06:00:00Z</bdi>",
        "<code>shop_name</code> <bdi>Fern &#38; Oak</bdi> → <bdi>Fern Acres</bdi>",
        "<code>enabled</code> <bdi>true</bdi> → <bdi>false</bdi>",
    ]);
    let all = json!(log).to_string().to_lowercase();
    assert!(!all.contains("jane") && !all.contains('@') && !all.contains("127.0.0.1"), "{all}");
}

#[tokio::test]
async fn a_download_of_all_reviews_is_recorded_once_wherever_it_begins() {
    let (shop, mara) = signed_in().await;
    // A part has at most 5.5 MB as JSON, where a quote in CSV is four bytes.
    crate::reviews::export::populate(&shop, 600, |_| "\"A\" ".repeat(1_000)).await;
    let taken = async || log(&shop).await.iter().filter(|entry| entry["what"] == "take_reviews").count();
    let first = mara.get("/console/files/reviews.csv").await.is(200);
    let next = first.next().unwrap();
    mara.get(&next).await.is(200);
    assert_eq!(taken().await, 1, "the parts of one download");
    let (begins, _) = next.split_once("&begun").unwrap();
    for (entered, entries) in [("/console/files/reviews.csv?after=1", 2), (begins, 3), (&format!("{next}0"), 4)] {
        shop.jump(SECOND);
        mara.get(entered).await.is(200);
        assert_eq!(taken().await, entries, "{entered}");
    }
    shop.jump(HOUR);
    mara.get(&next).await.is(200);
    assert_eq!(taken().await, 5, "an hour later it is another download");
}

#[tokio::test]
async fn a_log_of_more_than_1000_entries_comes_in_parts() {
    let (shop, mara) = signed_in().await;
    let (store, nobody) = (shop.store(), app::caller::Author::default());
    let entry = nobody.entry("resume", "fern", [Value::Null, Value::Null], shop.now());
    let records = join_all((0..1_000).map(|_| store.record(Some(&shop.tenant), &entry))).await;
    assert!(records.iter().all(Result::is_ok));
    let (mut lines, mut next) = (Vec::new(), Some("/console/audit/csv".to_owned()));
    while let Some(path) = next {
        let part = mara.get(&path).await.is(200);
        lines.push(part.body.lines().count() - 1);
        next = part.next();
    }
    assert!(lines.len() == 2 && lines[0] == 1_000 && lines[1] > 0, "{lines:?}");
    let (mut count, mut next) = (0, Some(format!("{AUDIT}?limit=100")));
    while let Some(path) = next {
        let part = shop.get(path).await;
        count += part.json()["entries"].list().len();
        next = part.next();
    }
    assert_eq!(count, lines.iter().sum::<usize>());
}
