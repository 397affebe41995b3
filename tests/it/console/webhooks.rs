//! The pages of webhooks.

use super::*;
use crate::webhooks::receiver::{Answer, Receiver};

const HOOKS: &str = "/console/webhooks";

#[tokio::test]
async fn a_webhook_is_made_tested_replayed_changed_rotated_and_ended() {
    let (shop, receiver) = (shop().await, Receiver::answering(|call| Answer::Status([500, 200][call.min(1)])).await);
    let mara = Visitor::signed_in(&shop, MARA).await;
    assert!(mara.get("/console/connections").await.body.contains(HOOKS));
    let [url, published] = [("url", receiver.url.as_str()), ("events.review.published", "on")];
    let fields = [url, published, ("include.review", "on"), ("include_imports", "on")];
    let page = mara.post(HOOKS, &fields).await;
    assert_eq!((page.status.as_u16(), page.header("cache-control")), (200, "no-store, no-transform"), "{}", page.body);
    let secret = made(&page.body).to_owned();
    let api = async || shop.get("/api/v1/webhooks").await.json()["webhooks"].clone();
    let hook = api().await[0].clone();
    has(&hook, json!({"events": ["review.published"], "include": ["review"], "include_imports": true}));
    let here = format!("{HOOKS}/{}", hook["id"]);
    let page = mara.get(&here).await.body;
    assert!(!page.contains(&secret), "it is shown once");
    let list = mara.get(HOOKS).await.body;
    assert!([&page, &list].iter().all(|page| page.contains("No call yet") && !page.contains("Works")), "{page} {list}");

    // The first try fails. The pages say so, the log shows the answer, and the event is sent again later.
    assert_eq!(mara.post(&format!("{here}/test"), &[]).await.header("location"), format!("{here}#log"));
    assert!(mara.get(&here).await.body.contains("data-again"), "the answer appears without a reload");
    shop.settle().await;
    assert!(mara.get(HOOKS).await.body.contains("The first call failed"));
    assert!(mara.get("/console/today").await.body.contains(&format!("href=\"{HOOKS}\"")));
    let log = shop.get(format!("/api/v1/webhooks/{}/deliveries", hook["id"])).await.json();
    let event = log["deliveries"][0]["event_id"].owned();
    mara.get(&here).await.shows(["webhook.test", "1 attempt<", " · 500 · "]);
    mara.post(&format!("{here}/deliveries/{event}/replay"), &[]).await;
    shop.settle().await;
    let page = mara.get(&format!("{here}?status=delivered")).await.body;
    page.shows(["2 attempts", " · 200 · ", ">Works<"]);
    page.lacks(["data-again"]);
    assert!(!mara.get(&format!("{here}?status=failed")).await.body.contains("webhook.test"));

    // Saving without a change changes nothing; events that were unticked are not sent any more.
    let same = [&fields[..], &[("status", "enabled")]].concat();
    assert_eq!(mara.post(&here, &same).await.header("location"), here);
    assert_eq!(api().await[0], hook);
    mara.post(&here, &[fields[0], ("events.request.completed", "on"), ("status", "disabled")]).await;
    let hook = api().await[0].clone();
    let now = [&hook["events"], &hook["include"], &hook["include_imports"], &hook["status"]];
    assert_eq!(now, [&json!(["request.completed"]), &json!([]), &json!(false), &json!("disabled")]);
    assert!(mara.get(&here).await.body.contains("Gets no events"));

    // If one webhook is off, the entry names it; if several are, the entry has their number.
    assert!(mara.get("/console/today").await.body.contains("A webhook is off"));
    let other = shop.post("/api/v1/webhooks", json!({"url": format!("{}/other", receiver.url)})).await.json();
    shop.patch(format!("/api/v1/webhooks/{}", other["id"]), json!({"status": "disabled"})).await.is(200);
    let page = mara.get("/console/today").await.body;
    assert!(page.contains("2 webhooks are off") && page.matches("get no events.").count() == 1, "{page}");
    assert_eq!(shop.delete(format!("/api/v1/webhooks/{}", other["id"])).await.status.as_u16() / 100, 2);

    let rotated = mara.post(&format!("{here}/rotate"), &[]).await;
    assert_eq!(rotated.header("cache-control"), "no-store, no-transform");
    assert_ne!(made(&rotated.body), secret);
    assert_eq!(mara.post(&format!("{here}/end"), &[]).await.header("location"), HOOKS);
    assert_eq!((api().await, mara.get(&here).await.status.as_u16()), (json!([]), 404));
}

#[tokio::test]
async fn invalid_fields_show_their_error_and_only_owners_enter() {
    let (shop, receiver) = (shop().await, Receiver::new().await);
    let mara = Visitor::signed_in(&shop, MARA).await;
    for url in ["", "ftp://files.example", "https://192.0.2.1/hook"] {
        let refused = mara.post(HOOKS, &[("url", url), ("events.review.published", "on")]).await;
        assert!(refused.status == 422 && refused.body.contains("id=\"url-about\" role=\"alert\""), "{}", refused.body);
        assert!(refused.body.contains("name=\"events.review.published\" checked"), "what was typed stays");
    }
    // The form does not change a webhook with events of another vendor's API.
    let theirs = shop.post("/api/v1/webhooks", json!({"url": receiver.url, "events": ["review-created"]})).await.json();
    let here = format!("{HOOKS}/{}", theirs["id"]);
    assert!(mara.get(&here).await.body.contains("review-created"));
    mara.post(&here, &[("url", &receiver.url), ("status", "disabled")]).await;
    let now = shop.get(format!("/api/v1/webhooks/{}", theirs["id"])).await.json();
    assert_eq!((&now["events"], &now["status"]), (&json!(["review-created"]), &json!("disabled")));
    mara.post(&format!("{here}/test"), &[]).await;
    assert!(mara.get(&here).await.body.contains("because the webhook is off"));

    let jo = Visitor::member(&shop, JO, "moderator").await;
    assert_eq!((jo.get(&here).await.status.as_u16(), jo.post(HOOKS, &[]).await.status.as_u16()), (403, 403));
}
