//! The table's layout, and root keys that are replaced.

mod layout;
mod rotation;

use std::collections::HashMap;

use domain::message::Pause;
use domain::shop::{MailMark, Suspension, SuspensionReason};
use domain::values::Channel;

use crate::importing::import_as;
use crate::operators::admin::{fern, run};
use crate::privacy::person::{EMAIL, Person};
use crate::support::*;

pub type Row = HashMap<String, AttributeValue>;

const ADA: &str = "ada@example.com";

/// The ids in the shop of [`live`], and the shop's key.
pub struct Lead(Value);

impl Lead {
    pub fn get(&self, name: &str) -> &str {
        self.0[name].as_str().unwrap_or_else(|| panic!("no {name} in {}", self.0))
    }
}

/// Creates rows of nearly every kind in a shop; `shops::closing` adds most of the rest, and names the others.
pub async fn live(shop: &Shop) -> Lead {
    // This endpoint does not exist.
    let hook = shop.post("/api/v1/webhooks", json!({"url": "http://127.0.0.1:1/", "include": ["review"]})).await.json();
    let named = json!({"url": "http://127.0.0.1:1/", "events": ["review.published", "customer.erased"]});
    shop.post("/api/v1/webhooks", named).await.is(201);
    let person = Person::live(shop).await;
    let (later, _) = shop.created(json!({"email": ADA, "order_id": "L", "delay_days": 7, "language": "de"})).await;
    let (unwanted, _) = shop.created(json!({"email": ADA, "order_id": "U", "delay_days": 7})).await;
    let (cancelled, _) = shop.created(json!({"email": ADA, "order_id": "C", "delay_days": 7})).await;
    shop.delete(format!("/api/v1/review-requests/{cancelled}")).await.is(200);
    let location = shop.post("/beacon/locations", json!({"name": "Main Street"})).await;
    assert!(location.status.is_success(), "{}", location.body);
    let csv = format!(
        "external_review_id,product_id,rating,title,body,name,email,language,created_at\r\n\
         r-1,{MUG},4,Fine,Holds two cups.,Max,max@example.com,de,2025-03-02\r\nr-2,{MUG},9,,,,,,2025-03-02\r\n"
    );
    let import = import_as(shop, "format=afterword", "text/csv", &csv).await;
    assert_eq!((&import["imported"], &import["skipped"]), (&json!(1), &json!(1)), "{import}");
    let judgeme = format!(
        "review_id,product_id,rating,body,reviewer_name,reviewer_email,review_date\r\n\
         j-1,{MUG},4,Holds two cups.,Max,max@example.com,2025-03-02 10:12:00 UTC\r\n"
    );
    let brought = import_as(shop, "format=judgeme&platform=shopify", "text/csv", &judgeme).await;
    assert_eq!(brought["imported"], 1, "{brought}");
    crate::orders_in::live(shop).await;
    let export = shop.post("/api/v1/privacy/export", json!({"email": EMAIL})).await.json();
    shop.settle().await;
    let (store, now) = (shop.store(), shop.now());
    let notification = domain::message::Notification::new(domain::message::NotificationName::Held, now);
    store.add(&shop.tenant, &notification).await.unwrap();
    store.stop_number("aNumberThatNobodyHas--", now).await.unwrap();
    store.note_refusal(domain::values::Channel::Sms, "aNumberThatNobodyHas--", now).await.unwrap();
    store.count_calls(&shop.tenant, 1, 30, now.as_second()).await.unwrap();
    assert!(store.set_pause(Channel::Sms, None, Pause { since: now, until: now + MINUTE, tries: 1 }).await.unwrap());
    let entry = app::caller::Author { by: Some("arn:aws:iam::000000000000:user/local".to_owned()) };
    let entry = entry.entry("erase", "receipt", [Value::Null, json!({"reviews": "delete"})], now);
    for log in [None, Some(&shop.tenant)] {
        store.record(log, &entry).await.unwrap();
    }
    shop.sent(json!({"email": "reject@example.com", "order_id": "REJECTED", "delay_days": 0})).await;
    let mut transaction = store.transaction(&shop.tenant);
    transaction.mark_mail(1, MailMark::Bounced, now);
    transaction.commit().await.unwrap();
    crate::console::member(shop, crate::console::MARA, "owner").await;
    let mara = crate::console::Visitor::signed_in(shop, crate::console::MARA).await;
    mara.post("/console/data/everything", &[]).await.is(303);
    shop.settle().await;
    // A suspended shop sends nothing.
    let held = shop.beside("acme").await;
    let mut transaction = store.transaction(&held.tenant);
    transaction.suspend_mails(Suspension { since: now, reason: SuspensionReason::Bounces }, now + DAY);
    transaction.commit().await.unwrap();
    Lead(json!({"key": shop.key, "held_key": held.key, "hub": person.hub, "customer": person.customer,
        "review": person.review.to_string(), "later": later.to_string(), "unwanted": unwanted.to_string(),
        "webhook": hook["id"].to_string(), "import": import["id"], "export": export["receipt"]}))
}

/// Reads every list and page, and everything by its id. In a failure's message, `name` describes the world.
async fn read_everything(shop: &Shop, lead: &Lead, name: &str) {
    let [customer, review, later] = ["customer", "review", "later"].map(|name| lead.get(name));
    let [webhook, import, export] = ["webhook", "import", "export"].map(|name| lead.get(name));
    let paths = format!(
        "/api/v1/review-requests /api/v1/stats /api/v1/invitations/stats /api/v1/reviews /api/v1/reviews.csv \
        /api/v1/reviews.jsonl /api/v1/reviews/stats /api/v1/settings /api/v1/suppressions /api/v1/webhooks \
        /api/v1/keys /api/v1/deliverability /api/v1/orders/A /p/fern/@all.json /trust/fern.json /beacon/customers \
        /beacon/messages /beacon/reviews /api/v1/review-requests/{later} /api/v1/review-requests/{later}/timeline \
        /api/v1/review-requests/{later}/messages /api/v1/reviews/{review} /api/v1/reviews/{review}/history \
        /api/v1/products/{MUG} /api/v1/suppressions/{EMAIL} /api/v1/webhooks/{webhook} \
        /api/v1/webhooks/{webhook}/deliveries /api/v1/imports/{import} /api/v1/privacy/{export} /p/fern/{MUG}.json \
        /beacon/customers/{customer}/messages /beacon/customers/{customer}/reviews",
    );
    for path in words(&paths) {
        let reply = shop.get(path).await;
        assert_eq!(reply.status, 200, "{name}: {path}: {}", reply.body);
    }
    for path in ["/reviews/v2/review-requests/query", "/reviews/v1/reviews/query", "/reviews/v1/reviews/count"] {
        shop.post(path, json!({})).await.is(200);
    }
    shop.browse(lead.get("hub")).await.is(200);
    shop.with_key(lead.get("held_key")).get("/api/v1/deliverability").await.is(200);
    let own = |fields: Value| with(fern(), fields);
    for operation in [
        json!({"list_shops": {}}),
        json!({"show_shop": fern()}),
        json!({"list_keys": fern()}),
        json!({"audit": {}}),
        json!({"audit": fern()}),
        json!({"why": own(json!({"request": later.parse::<u64>().unwrap()}))}),
        json!({"why": own(json!({"email": EMAIL}))}),
        json!({"failed": own(json!({"since": START}))}),
    ] {
        let answer = run(&shop.world, operation.clone()).await;
        assert!(answer.is_ok(), "{name}: {operation}: {answer:?}");
    }
}

/// Changes everything through every API, and lets time pass.
async fn change_everything(shop: &Shop, lead: &Lead, name: &str) {
    let [review, later, unwanted, webhook] = ["review", "later", "unwanted", "webhook"].map(|name| lead.get(name));
    for (method, path, body) in [
        ("PUT", "/api/v1/settings".to_owned(), json!({"ai_questions": true})),
        ("PATCH", format!("/api/v1/webhooks/{webhook}"), json!({"include": []})),
        ("POST", "/api/v1/keys".to_owned(), json!({"name": "Till", "scopes": ["requests:read"]})),
        ("PUT", format!("/api/v1/reviews/{review}/reply"), json!({"text": "Thank you"})),
        ("DELETE", format!("/api/v1/suppressions/{EMAIL}"), Value::Null),
        ("PUT", format!("/api/v1/suppressions/{EMAIL}"), Value::Null),
        ("DELETE", format!("/api/v1/review-requests/{unwanted}"), Value::Null),
        ("POST", format!("/api/v1/review-requests/{later}/send"), json!({})),
        ("POST", format!("/api/v1/webhooks/{webhook}/replay"), json!({"since": "2026-11-19T00:00:00Z"})),
        ("POST", "/api/v1/privacy/export".to_owned(), json!({"email": EMAIL})),
    ] {
        let call = shop.call(method, &path);
        let Reply { status, body, .. } = if body.is_null() { call } else { call.json(&body) }.send().await;
        // What is settled already cannot be done again.
        assert!(status.is_success() || status == 409, "{name}: {method} {path} is {status}: {body}");
    }
    shop.settle().await;
    assert_eq!(shop.world.reconcile().await.unwrap().failed, 0, "{name}");
    shop.advance_days(1).await;
}

fn sk(row: &Row) -> &str {
    row["SK"].as_s().unwrap()
}
