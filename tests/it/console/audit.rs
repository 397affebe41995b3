//! The audit log: what is recorded, and that nothing in it is personal.

use super::*;
use crate::operators::admin::run;
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
async fn the_page_names_keys_and_members_while_they_are_known() {
    let (shop, receiver) = (shop().await, Receiver::new().await);
    let (request, _) = shop.created(json!({"skip_email": true})).await;
    let scopes = json!(["webhooks:manage", "reviews:read", "requests:read", "customers:read"]);
    let made = shop.post("/api/v1/keys", json!({"name": "Warehouse", "scopes": scopes})).await.is(201).json();
    let warehouse = shop.with_key(made["key"].text());
    let hook = warehouse.post("/api/v1/webhooks", json!({"url": receiver.url})).await.is(201);
    member(&shop, JO, "moderator").await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    mara.get(&format!("/console/requests/{request}/link")).await.is(200);
    mara.get("/console/audit").await.shows([
        "Created an API key<br><code>Warehouse</code>",
        "<bdi>API key Warehouse</bdi>",
        &format!("Created a webhook<br><a href=\"/console/webhooks/{}\">", hook.json()["id"]),
        "Invited a member<br><code>jo@fernandoak.example</code>",
        "<code>role</code> <bdi>–</bdi> → <bdi>moderator</bdi>",
        &format!("Viewed a customer’s link<br><a href=\"/console/requests/{request}\">"),
    ]);
    shop.delete(format!("/api/v1/keys/{}", made["id"].text())).await.is(200);
    mara.get("/console/audit").await.shows([made["id"].text()]).lacks(["Warehouse"]);
}

#[tokio::test]
async fn the_log_is_read_in_pages_as_csv_and_by_owners() {
    let (shop, mara) = signed_in().await;
    shop.jump(SECOND);
    mara.post("/console/settings/reviews", &[("moderation", "hold"), ("public_display", "on")]).await;
    shop.jump(SECOND);
    run(&shop.world, json!({"pause": {"tenant": "fern", "mode": "live"}})).await.unwrap();
    let all = log(&shop).await;
    let who: Vec<_> = all.iter().map(|entry| entry["by"].text()).collect();
    assert!(who[0] == "operator" && who[1].starts_with("member:"), "{who:?}");

    let (mut paged, mut path) = (Vec::new(), Some(format!("{AUDIT}?limit=2")));
    while let Some(next) = path {
        let page = shop.get(next).await;
        paged.extend(page.json()["entries"].list().clone());
        path = page.next();
    }
    assert_eq!(paged, all);
    shop.get(format!("{AUDIT}?cursor=1")).await.is_error(422, "invalid_cursor");

    let csv = shop.call("GET", format!("{AUDIT}?limit=100")).header("accept", "text/csv").send().await;
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(csv.body.lines().count(), all.len() + 1);
    let file = mara.get("/console/audit/csv").await;
    assert_eq!((&*file.body, file.header("cache-control")), (&*format!("\u{feff}{}", csv.body), "no-store"));

    // The page shows a member's address only while they are a member.
    let page = mara.get("/console/audit").await.body;
    page.shows(["Paused sending", "the operator", "Changed settings", MARA, "<code>moderation</code>"]);
    shop.with_scopes(&["keys:manage"]).await.get(AUDIT).await.is_error(403, "forbidden");
    let jo = Visitor::member(&shop, JO, "moderator").await;
    jo.get("/console/audit").await.is(403);
    jo.get("/console/audit/csv").await.is(403);
}

#[tokio::test]
async fn files_that_a_key_downloads_are_recorded_once_a_day() {
    let shop = shop().await;
    shop.created(json!({"skip_email": true})).await;
    let taken = async || {
        let entries = log(&shop).await.into_iter().filter(|entry| entry["what"].text().starts_with("take_"));
        let entries = entries.map(|entry| {
            assert!(entry["by"].text().starts_with("key:"), "{entry}");
            ["at", "what", "target"].map(|field| entry[field].owned())
        });
        let mut entries = Vec::from_iter(entries);
        entries.sort();
        entries
    };
    let exported = crate::privacy::done(&shop, "/api/v1/privacy/export", json!({"email": "jane@example.com"})).await;
    let receipt = exported["receipt"].text();
    let (today, tomorrow) = ("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z");
    for path in ["/api/v1/reviews.csv", "/api/v1/reviews.jsonl", &format!("/api/v1/privacy/{receipt}")] {
        assert_eq!(shop.get(path).await.status, 200, "{path}");
    }
    let first = [[today, "take_customer_file", receipt], [today, "take_reviews", "fern"]];
    assert_eq!(taken().await, first);
    shop.advance_days(1).await;
    shop.get("/api/v1/reviews.csv?cursor=1").await.is(200);
    assert_eq!(taken().await, [&first[..], &[[tomorrow, "take_reviews", "fern"]]].concat());
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
async fn a_file_of_more_than_1000_entries_comes_in_parts() {
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
}

#[tokio::test]
async fn reading_sending_cancelling_and_lifting_are_recorded_by_ids_alone() {
    let (shop, mara) = signed_in().await;
    let by = format!("member:{}", super::sign_in::id_of(&shop, MARA).await);
    shop.put("/api/v1/suppressions/lee@example.com", json!({})).await.is(200);
    let (id, _) = shop.created(json!({"delay_days": 3})).await;
    let (other, _) = shop.created(json!({"email": "joan@example.com", "delay_days": 3})).await;
    let before = log(&shop).await.len();
    shop.jump(SECOND);

    // Sending and cancelling are in the request's own timeline, also if a key did it.
    for what in ["send", "cancel"] {
        mara.post(&format!("/console/requests/{id}/{what}"), &[]).await.is(303);
        shop.settle().await;
    }
    shop.delete(format!("/api/v1/review-requests/{other}")).await.is(200);
    let who = async |id: u64| {
        let lines = shop.get(format!("/api/v1/review-requests/{id}/timeline")).await.json()["timeline"].clone();
        let lines = lines.list().iter().filter(|line| ["send_asked", "cancelled"].contains(&line["what"].text()));
        lines.map(|line| (line["what"].clone(), line["detail"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(who(id).await, [(json!("send_asked"), json!(by)), (json!("cancelled"), json!(by))]);
    let of_key = who(other).await.remove(0).1;
    assert!(of_key.text().starts_with("key:"), "{of_key}");
    let page = mara.get(&format!("/console/requests/{id}")).await.body;
    assert_eq!(page.matches(&format!(" · {MARA}")).count(), 2, "{page}");

    for path in [
        format!("/console/requests/{other}/link"),
        format!("/console/requests/{id}/messages"),
        "/console/files/reviews.csv".to_owned(),
    ] {
        assert_eq!(mara.get(&path).await.status, 200, "{path}");
        shop.jump(SECOND);
    }
    let found = mara.post("/console/customers/find", &[("find", "jane@example.com")]).await;
    let begun = mara.post(&format!("{}/export", found.header("location")), &[]).await;
    shop.settle().await;
    shop.jump(SECOND);
    let receipt = begun.header("location").to_owned();
    assert!(mara.get(&receipt).await.body.contains("href=\"http"), "the file can be taken");
    shop.jump(SECOND);
    shop.delete("/api/v1/suppressions/lee@example.com").await.is(200);

    let entries = log(&shop).await;
    let new = &entries[..entries.len() - before];
    let done = new.iter().rev().map(|entry| entry["what"].text()).collect::<Vec<_>>().join(" ");
    assert_eq!(done, "show_link show_messages take_reviews export_customer take_customer_file lift_suppression");
    let text = json!(new).to_string();
    assert!(!text.contains('@') && !text.contains("lee"), "{text}");
    assert!(new.iter().skip(1).all(|entry| entry["by"] == json!(by)), "{text}");
    mara.get("/console/audit").await.shows(["Viewed a customer’s link", "Lifted a suppression"]);
}
