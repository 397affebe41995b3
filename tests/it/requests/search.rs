//! The search in a shop's requests: its pages, and requests that a provider keeps waiting.
//! `tests/stories/requests/search.story` tells of the rest.

use crate::dialects::wix;
use crate::sending::claims::{first, is_mail};
use crate::support::*;

const LIST: &str = "/api/v1/review-requests";

async fn page(shop: &Shop, path: &str) -> (Vec<u64>, Option<String>) {
    let reply = shop.get(path).await.is(200);
    let ids = reply.json()["requests"].list().iter().map(|request| request["id"].number()).collect();
    (ids, reply.next())
}

async fn found(shop: &Shop, query: &str) -> Vec<u64> {
    let (ids, more) = page(shop, &format!("{LIST}?{query}")).await;
    assert_eq!(more, None, "{query}");
    ids
}

/// Creates a request a moment after the one before, and returns its id.
async fn created(shop: &Shop, fields: Value) -> u64 {
    shop.jump(SignedDuration::from_millis(50));
    shop.created(fields).await.0
}

async fn timeline(shop: &Shop, id: u64) -> Vec<Value> {
    shop.get(format!("{LIST}/{id}/timeline")).await.json()["timeline"].list().clone()
}

#[tokio::test]
async fn a_search_leads_on_from_page_to_page() {
    let shop = Shop::new().await;
    let mut ids = Vec::new();
    for number in 0..7 {
        let fields = json!({"email": "jane+7@example.com", "order_id": "A 7&", "skip_email": number % 2 == 0});
        ids.insert(0, created(&shop, fields).await);
        // For a customer and an order, only one request can be active.
        shop.delete(format!("{LIST}/{}", ids[0])).await.is(200);
        created(&shop, json!({"order_id": "A 7", "email": format!("other-{number}@example.com")})).await;
    }
    for search in ["email=jane%2B7@example.com", "order_id=A%207%26", "email=jane%2B7%40example.com&order_id=A+7%26"] {
        let (mut pages, mut next) = (Vec::new(), Some(format!("{LIST}?{search}&limit=3&status=cancelled")));
        while let Some(path) = next {
            let (ids, more) = page(&shop, &path).await;
            pages.push(ids);
            next = more;
        }
        assert_eq!(pages, [&ids[..3], &ids[3..6], &ids[6..]], "{search}");
    }
}

#[tokio::test]
async fn messages_that_a_provider_throttles_are_found() {
    let shop = Shop::new().await;
    shop.aws().limit_mails(Some((0.01, 1)));
    let mut ids = Vec::new();
    for number in 0..2 {
        let email = format!("customer-{number}@example.com");
        ids.insert(0, shop.created(json!({"email": email, "order_id": "A", "delay_days": 0})).await.0);
        shop.settle().await;
        shop.jump(SignedDuration::from_millis(5));
    }
    assert_eq!(shop.inbox().len(), 1);
    let [second, first] = ids[..] else { panic!("two") };
    for query in ["stuck=throttled", "stuck=throttled&order_id=A", "stuck=throttled&email=customer-1@example.com"] {
        assert_eq!(found(&shop, query).await, [second], "{query}");
    }
    let tried = timeline(&shop, second).await;
    let refused = tried.iter().find(|entry| entry["what"] == "throttled").unwrap();
    assert_eq!(refused["detail"], "Maximum sending rate exceeded");
    shop.aws().limit_mails(None);
    shop.advance(MINUTE * 30).await;
    assert_eq!(found(&shop, "stuck=throttled").await, [0; 0]);
    assert_eq!(shop.status(first).await, "sent");
}

#[tokio::test]
async fn unconfirmed_messages_and_requests_without_a_next_step_are_found() {
    let shop = Shop::new().await;
    shop.aws().lose_mail_events(true);
    shop.aws().set_faults(first(9, is_mail, Fault::LoseAnswer));
    let unconfirmed = created(&shop, json!({"delay_days": 0})).await;
    shop.advance_days(2).await;
    shop.heals();
    let manual = created(&shop, json!({"skip_email": true})).await;
    created(&shop, json!({"delay_days": 7})).await;
    let cancelled = created(&shop, json!({"skip_email": true})).await;
    shop.delete(format!("{LIST}/{cancelled}")).await.is(200);
    assert_eq!(found(&shop, "stuck=unconfirmed").await, [unconfirmed]);
    assert_eq!(found(&shop, "stuck=no_step").await, [manual, unconfirmed]);
    assert_eq!(found(&shop, "stuck=no_step&status=manual").await, [manual]);
    assert_eq!(found(&shop, &format!("stuck=no_step&before={manual}")).await, [unconfirmed]);
}

#[tokio::test]
async fn a_search_that_finds_little_ends_after_500_requests_and_leads_on() {
    let shop = Shop::new().await;
    let oldest = created(&shop, json!({"skip_email": true})).await;
    wix::copy_request(&shop, 600).await;
    let (ids, next) = page(&shop, &format!("{LIST}?stuck=held")).await;
    assert_eq!(ids, [0; 0]);
    let next = next.unwrap();
    assert!(next.ends_with("&stuck=held") && next.contains(&format!("before={}", oldest + 101)), "{next}");
    assert_eq!(page(&shop, &next).await, (Vec::new(), None));
}

#[tokio::test]
async fn a_message_that_is_throttled_a_hundred_times_has_one_entry_for_it() {
    let shop = Shop::new().await;
    shop.aws().set_faults(first(100, is_mail, Fault::Throttle));
    let id = created(&shop, json!({"delay_days": 0, "reminders": 1})).await;
    let began: Timestamp = shop.now();
    shop.advance_days(2).await;
    assert_eq!(shop.inbox().len(), 1);
    let entries = timeline(&shop, id).await;
    let found: Vec<_> = entries.iter().map(|entry| (entry["what"].text(), entry["count"].number())).collect();
    let expected = [
        ("created", 1),
        ("claimed", 1),
        ("throttled", 100),
        ("claimed", 1),
        ("sent", 1),
        ("scheduled", 1),
        ("delivered", 1),
    ];
    assert_eq!(found, expected);
    let throttled = &entries[2];
    let [first_at, last_at] = ["at", "last_at"].map(|at| throttled[at].text().parse::<Timestamp>().unwrap());
    assert!(first_at.duration_since(began) < MINUTE && last_at.duration_since(first_at) > MINUTE * 60, "{throttled}");
    assert_eq!(throttled["detail"], "TooManyRequestsException");
    assert_eq!(entries[0]["at"], entries[0]["last_at"]);
}
