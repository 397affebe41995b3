//! The search in a shop's requests: by a customer's address, by an order, and by the reason why they are stuck.

use crate::dialects::wix;
use crate::privacy::{ERASE, done};
use crate::sending::claims::{first, is_mail};
use crate::sending::mail_events;
use crate::support::*;

const LIST: &str = "/api/v1/review-requests";
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

async fn page(shop: &Shop, path: &str) -> (Vec<u64>, Option<String>) {
    let reply = shop.get(path).await;
    assert_eq!(reply.status, 200, "{path}: {}", reply.body);
    let ids = reply.json()["requests"].list().iter().map(|request| request["id"].number()).collect();
    let next = reply.header("link").strip_suffix(">; rel=\"next\"").map(|next| next.trim_start_matches('<').to_owned());
    (ids, next)
}

async fn found(shop: &Shop, query: &str) -> Vec<u64> {
    let (mut all, mut next) = (Vec::new(), Some(format!("{LIST}?{query}")));
    while let Some(path) = next {
        let (ids, more) = page(shop, &path).await;
        all.extend(ids);
        next = more;
    }
    all
}

/// Creates a request a moment after the one before, and returns its id.
async fn created(shop: &Shop, fields: Value) -> u64 {
    shop.jump(SignedDuration::from_millis(50));
    shop.created(fields).await.0
}

/// The path for the search by an address, as a client writes it.
fn by_email(email: &str) -> String {
    form_urlencoded::Serializer::new(String::new()).append_pair("email", email).finish()
}

async fn timeline(shop: &Shop, id: u64) -> Vec<Value> {
    let timeline = shop.get(format!("{LIST}/{id}/timeline")).await.json();
    timeline["timeline"].list().clone()
}

#[tokio::test]
async fn an_address_finds_the_requests_of_its_customer_and_no_other() {
    let shop = Shop::new().await;
    created(&shop.beside("oak").await, json!({"email": "jane@example.com"})).await;
    assert_eq!(found(&shop, &by_email("jane@example.com")).await, [0; 0], "another shop's");
    let first = created(&shop, json!({"email": "jane@example.com", "order_id": "A"})).await;
    for email in ["jane@example.community", "janet@example.com", "jan@example.com", "jane+1@example.com"] {
        created(&shop, json!({"email": email, "order_id": "A"})).await;
    }
    let manual = created(&shop, json!({"email": "Jane@Example.COM", "order_id": "B", "skip_email": true})).await;
    shop.jump(SignedDuration::from_millis(50));
    let asked = shop.post("/beacon/asks", json!({"email": "jane@example.com"})).await;
    assert!(asked.status.is_success(), "{}", asked.body);
    let ask = page(&shop, &format!("{LIST}?limit=1")).await.0[0];
    for email in ["jane@example.com", "JANE@EXAMPLE.COM", " jane@example.com "] {
        assert_eq!(found(&shop, &by_email(email)).await, [ask, manual, first], "{email}: newest first, of all APIs");
    }
    assert_eq!(found(&shop, &by_email("jane+1@example.com")).await.len(), 1);
    for unknown in ["ane@example.com", "jane@example.co", "nobody@example.com"] {
        assert_eq!(found(&shop, &by_email(unknown)).await, [0; 0], "{unknown}");
    }

    let of_jane = by_email("jane@example.com");
    for (more, expected) in [
        ("status=manual", vec![manual]),
        ("status=completed", vec![]),
        ("order_id=A", vec![first]),
        ("order_id=C", vec![]),
        ("stuck=no_step", vec![manual]),
        ("stuck=no_step&order_id=A", vec![]),
        (&format!("before={manual}"), vec![first]),
        (&format!("before={first}"), vec![]),
        ("limit=1", vec![ask, manual, first]),
    ] {
        assert_eq!(found(&shop, &format!("{of_jane}&{more}")).await, expected, "{more}");
    }

    done(&shop, ERASE, json!({"email": "jane@example.com"})).await;
    assert_eq!(found(&shop, &of_jane).await, [0; 0], "erased");
    assert_eq!(found(&shop, "order_id=A").await.len(), 4, "those of others");
    assert_eq!(found(&shop, "order_id=B").await, [0; 0]);
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
async fn an_order_finds_the_requests_that_named_it() {
    let shop = Shop::new().await;
    let jane = created(&shop, json!({"order_id": " Ord 1 ", "email": "jane@example.com"})).await;
    shop.delete(format!("{LIST}/{jane}")).await.is(200);
    let june = created(&shop, json!({"order_id": "Ord 1", "email": "june@example.com"})).await;
    for other in ["ord 1", "Ord 12", "Ord", "Ord  1"] {
        created(&shop, json!({"order_id": other})).await;
    }
    for query in ["order_id=Ord%201", "order_id=+Ord+1+"] {
        assert_eq!(found(&shop, query).await, [june, jane], "{query}: trimmed, and the cancelled one, too");
    }
    assert_eq!(found(&shop, "order_id=ord+1").await.len(), 1, "case-sensitive");
    assert_eq!(found(&shop, "order_id=unknown").await, [0; 0]);
    assert_eq!(found(&shop, "order_id=Ord+1&status=cancelled").await, [jane]);
    assert_eq!(found(&shop, "order_id=Ord+1&stuck=no_step").await, [0; 0]);

    // A generated order id belongs to one request, but a shop may give it to another request.
    let without = created(&shop, json!({"skip_email": true})).await;
    assert_eq!(found(&shop, &format!("order_id=auto-{without}")).await, [without]);
    let named = created(&shop, json!({"order_id": format!("auto-{without}")})).await;
    assert_eq!(found(&shop, &format!("order_id=auto-{without}")).await, [named, without]);
    assert_eq!(found(&shop, &format!("order_id=auto-{without}&limit=1")).await, [named, without]);
    assert_eq!(found(&shop, &format!("order_id=auto-{jane}")).await, [0; 0], "it has an order");
}

#[tokio::test]
async fn a_request_that_wix_removed_is_not_found() {
    let shop = wix::shop().await;
    let asked = wix::asked(&shop, json!({"order": {"id": wix::ORDER}})).await;
    let id = wix::native_id(&shop).await;
    for query in [format!("order_id={}", wix::ORDER), by_email("jane@example.com"), "stuck=no_step".to_owned()] {
        assert_eq!(found(&shop, &query).await, [id], "{query}");
    }
    shop.delete(format!("{LIST}/{id}")).await.is(200);
    shop.delete(format!("/reviews/v2/review-requests/{}", asked["id"].text())).await.is(200);
    for query in [format!("order_id={}", wix::ORDER), by_email("jane@example.com"), "stuck=no_step".to_owned()] {
        assert_eq!(found(&shop, &query).await, [0; 0], "{query}");
    }
    let left = table(&shop.world).await;
    assert!(!left.iter().any(|row| row["SK"]["S"].text().starts_with("ORQ#")));
}

#[tokio::test]
async fn an_address_and_an_order_are_one_query_each() {
    let shop = Shop::new().await;
    for number in 0..3 {
        created(&shop, json!({"order_id": number.to_string()})).await;
    }
    let calls = async |query: &str| {
        shop.aws().take_calls();
        assert!(!page(&shop, &format!("{LIST}?{query}")).await.0.is_empty(), "{query}");
        let calls = shop.aws().take_calls();
        calls.into_iter().map(|call| call.operation).collect::<Vec<_>>()
    };
    calls("limit=1").await;
    let [key, whole @ ..] = &calls("limit=1").await[..] else { panic!("an API key is looked up") };
    assert_eq!((key.as_str(), whole), ("GetItem", &["Query".to_owned()][..]));
    assert_eq!(calls("order_id=1").await, ["GetItem", "Query", "BatchGetItem"]);
    let mut by_email = calls("email=jane@example.com").await;
    by_email.sort_unstable();
    assert_eq!(by_email, ["BatchGetItem", "GetItem", "GetItem", "GetItem", "Query"], "the address, then the customer");
    assert_eq!(calls(&format!("order_id=auto-{}", created(&shop, json!({})).await)).await.len(), 3);
}

#[tokio::test]
async fn invalid_search_parameters_are_422() {
    let shop = Shop::new().await;
    for (query, code) in [
        ("stuck=foo", "invalid_stuck"),
        ("stuck=", "invalid_stuck"),
        ("stuck=Held", "invalid_stuck"),
        ("stuck=held&stuck=deferred", "invalid_stuck"),
        ("email=", "invalid_email"),
        ("email=jane", "invalid_email"),
        ("email=jane@example.com&email=june@example.com", "invalid_email"),
        ("order_id=", "invalid_order_id"),
        ("order_id=%20", "invalid_order_id"),
        ("order_id=%00", "invalid_order_id"),
        ("order_id=A&order_id=A", "invalid_order_id"),
    ] {
        shop.get(format!("{LIST}?{query}")).await.is_error(422, code);
    }
    shop.get(format!("{LIST}?stuck=foo")).await.body.shows(["held, deferred, throttled, unconfirmed, no_step"]);
    shop.get(format!("{LIST}?order_id={}", "a".repeat(256))).await.is_error(422, "invalid_order_id");
}

#[tokio::test]
async fn messages_of_a_suspended_shop_are_found_until_they_leave() {
    let shop = Shop::new().await;
    created(&shop, json!({"delay_days": 7, "order_id": "later"})).await;
    mail_events::send(&shop, 5, 0, 0).await;
    let held = mail_events::asked(&shop, "jane@example.com").await;
    let manual = created(&shop, json!({"email": "june@example.com", "skip_email": true})).await;
    assert_eq!(found(&shop, "stuck=held").await, [held]);
    assert_eq!(found(&shop, "stuck=throttled").await, [0; 0]);
    assert_eq!(found(&shop, "stuck=no_step").await, [manual], "those that came back have failed");
    assert_eq!(found(&shop, "stuck=held&email=jane@example.com&status=scheduled&limit=1").await, [held]);
    shop.post("/api/v1/deliverability/release", json!({})).await.is(200);
    shop.advance(MINUTE * 61).await;
    assert_eq!(found(&shop, "stuck=held").await, [0; 0]);
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
async fn messages_that_a_cap_defers_are_found() {
    let shop = Shop::new().await;
    shop.sets(json!({"messages_a_month": 1})).await;
    mail_events::asked(&shop, "jane@example.com").await;
    let deferred = mail_events::asked(&shop, "jane@example.com").await;
    assert_eq!(found(&shop, "stuck=deferred").await, [deferred]);
    shop.advance_days(31).await;
    assert_eq!(found(&shop, "stuck=deferred").await, [0; 0]);
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
