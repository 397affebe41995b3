//! Amino: invitations, the exact rolling limit, statistics.

use futures_util::StreamExt;
use futures_util::stream;

use crate::load::simultaneous_calls::many;
use crate::support::*;

const INVITATIONS: &str = "/api/v1/invitations";
const STATS: &str = "/api/v1/invitations/stats";

async fn invite(shop: &Shop, fields: Value) -> Reply {
    shop.post(INVITATIONS, with(json!({"email": "jane@example.com", "name": "Jane Doe"}), fields)).await
}

async fn invited(shop: &Shop, fields: Value) -> String {
    let reply = invite(shop, fields).await.is(200);
    path_of(reply.json()["review_url"].text())
}

#[track_caller]
fn is_error(reply: &Reply, status: u16, code: &str) {
    assert_eq!(reply.status, status, "{}", reply.body);
    let body = reply.json();
    let expected: &[&str] =
        if code == "missing_fields" { &["code", "error", "missing", "ok"] } else { &["code", "error", "ok"] };
    assert_eq!(keys(&body), expected);
    assert_eq!((&body["ok"], &body["code"]), (&json!(false), &json!(code)));
    assert!(body["error"].text().ends_with('.'));
    assert!(!reply.header("x-request-id").is_empty());
}

async fn stats(shop: &Shop) -> Value {
    let body = shop.get(STATS).await.json();
    assert_eq!(keys(&body), ["ok", "stats"]);
    body["stats"].clone()
}

#[tokio::test]
async fn an_invitation_answers_its_link_and_mails_it_at_once() {
    let shop = Shop::new().await;
    let reply = invite(&shop, json!({"order_ref": "ORD-12345"})).await.is(200);
    assert_eq!(keys(&reply.json()), ["ok", "review_url"]);
    let url = reply.json()["review_url"].owned();
    assert!(url.starts_with(&format!("{BASE_URL}/review/")) && !url.contains("hub"));
    shop.settle().await;
    let [mail] = &shop.inbox()[..] else { panic!() };
    assert_eq!(link_in(mail), path_of(&url));
    assert!(mail.subject.contains("Jane"));
    shop.browse(path_of(&url)).await.is(200);
}

#[tokio::test]
async fn no_directional_control_reaches_a_subject() {
    const CONTROLS: &str =
        "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}";
    let shop = Shop::new().await;
    let named = json!({"shop_name": format!("Fern{CONTROLS} & Oak")});
    assert_eq!(shop.put("/api/v1/settings", &named).await.json()["shop_name"], "Fern & Oak");
    for language in ["en", "ar"] {
        invited(&shop, json!({"name": format!("{CONTROLS}Jane{CONTROLS} Doe"), "language": language})).await;
    }
    shop.settle().await;
    for mail in shop.inbox() {
        assert!(!mail.subject.contains(|c| CONTROLS.contains(c)), "{:?}", mail.subject);
        assert!(mail.subject.contains("Jane"), "{:?}", mail.subject);
    }
    assert_eq!(shop.inbox().len(), 2);
}

#[tokio::test]
async fn an_order_that_is_held_as_manual_is_mailed_once_and_counts() {
    let (shop, id, hub) = Shop::asking(json!({"order_id": "A", "skip_email": true})).await;
    shop.settle().await;
    assert_eq!(shop.inbox().len(), 0);
    let reply = invite(&shop, json!({"order_ref": "A"})).await;
    assert_eq!((reply.status.as_u16(), shop.status(id).await.as_str()), (200, "scheduled"), "{}", reply.body);
    assert!(reply.header("ratelimit").contains("r=99"), "it is an accepted invitation");
    shop.settle().await;
    let [mail] = &shop.inbox()[..] else { panic!("one mail") };
    assert_eq!((link_in(mail), shop.status(id).await.as_str()), (hub, "sent"));
    assert_eq!(stats(&shop).await["sent"], 1);
    let again = invite(&shop, json!({"order_ref": "A"})).await;
    assert_eq!((&again.body, again.header("ratelimit")), (&reply.body, ""));
    shop.settle().await;
    assert_eq!(shop.inbox().len(), 1);
}

#[tokio::test]
async fn beyond_the_limit_a_manual_order_is_not_mailed() {
    let (shop, id, _) = Shop::asking(json!({"order_id": "A", "skip_email": true})).await;
    for _ in 0..100 {
        invited(&shop, json!({})).await;
    }
    is_error(&invite(&shop, json!({"order_ref": "A"})).await, 429, "rate_limited");
    assert_eq!(shop.status(id).await, "manual");
}

#[tokio::test]
async fn of_simultaneous_invitations_for_a_manual_order_one_mail_leaves() {
    let shop = Shop::new().await;
    shop.created(json!({"order_id": "A", "skip_email": true})).await;
    let calls = (0..20).map(|_| invite(&shop, json!({"order_ref": "A"})));
    let replies: Vec<_> = stream::iter(calls).buffer_unordered(20).collect().await;
    assert!(replies.iter().all(|reply| reply.status == 200 && reply.body == replies[0].body));
    assert_eq!(replies.iter().filter(|reply| !reply.header("ratelimit").is_empty()).count(), 1);
    shop.settle().await;
    assert_eq!(shop.inbox().len(), 1);
}

#[tokio::test]
async fn the_answer_of_a_repeated_order_is_remembered_under_its_key() {
    let shop = Shop::new().await;
    let first = invite(&shop, json!({"order_ref": "A"})).await;
    let body = json!({"email": "jane@example.com", "name": "Jane", "order_ref": "A"});
    let call = |body: &Value| shop.call("POST", INVITATIONS).header("idempotency-key", "k").json(body);
    let repeated = call(&body).send().await;
    assert_eq!((&repeated.body, repeated.header("idempotent-replayed")), (&first.body, ""));
    let id = shop.get("/api/v1/review-requests").await.json()["requests"][0]["id"].number();
    shop.delete(format!("/api/v1/review-requests/{id}")).await;
    // The repeated call is no new invitation, although the order is free again.
    let replayed = call(&body).send().await;
    assert_eq!((&replayed.body, replayed.header("idempotent-replayed")), (&first.body, "true"));
    let other = json!({"email": "jane@example.com", "name": "Jane", "order_ref": "B"});
    is_error(&call(&other).send().await, 422, "idempotency_key_reused");
}

#[tokio::test]
async fn missing_fields_is_400_and_names_them_all() {
    let shop = Shop::new().await;
    for (body, missing) in [
        (json!({}), json!(["email", "name"])),
        (json!({"email": "jane@example.com"}), json!(["name"])),
        (json!({"email": " ", "name": "Jane"}), json!(["email"])),
        (json!({"email": null, "name": ""}), json!(["email", "name"])),
    ] {
        let reply = shop.post(INVITATIONS, body).await;
        is_error(&reply, 400, "missing_fields");
        assert_eq!(reply.json()["missing"], missing);
    }
}

#[tokio::test]
async fn invalid_fields_are_400_by_their_own_code() {
    let shop = Shop::new().await;
    for (fields, code) in [
        (json!({"email": "jane"}), "invalid_email"),
        (json!({"email": 7}), "invalid_email"),
        (json!({"name": 7}), "invalid_name"),
        (json!({"name": "a".repeat(201)}), "invalid_name"),
        (json!({"order_ref": 7}), "invalid_order_ref"),
        (json!({"order_ref": "a".repeat(256)}), "invalid_order_ref"),
    ] {
        is_error(&invite(&shop, fields).await, 400, code);
    }
    invited(&shop, json!({"order_ref": "a".repeat(255)})).await;
    assert_eq!(stats(&shop).await["sent"], 0);
}

#[tokio::test]
async fn errors_of_every_kind_are_in_the_dialects_shape() {
    let shop = Shop::new().await;
    is_error(&shop.call("POST", INVITATIONS).without_key().send().await, 401, "unauthorized");
    let reply = shop.call("GET", STATS).header("authorization", "Bearer amino_your_key_here").send().await;
    is_error(&reply, 401, "unauthorized");
    assert_eq!(reply.header("www-authenticate"), "Bearer");
    is_error(&shop.get("/api/v1/invitations/7").await, 404, "not_found");
    let send = |body: &'static str| shop.call("POST", INVITATIONS).raw_json(body);
    is_error(&send("[").send().await, 400, "invalid_json");
    is_error(&send("{}").header("content-type", "text/plain").send().await, 415, "unsupported_media_type");
    is_error(&send("{}").header("idempotency-key", "a b").send().await, 400, "invalid_idempotency_key");
    is_error(&shop.call("POST", INVITATIONS).raw_json(vec![b' '; 65_537]).send().await, 413, "payload_too_large");
    shop.aws().set_faults(|_| Fault::ServerError);
    let reply = invite(&shop, json!({})).await;
    is_error(&reply, 503, "unavailable");
    assert!(reply.header("retry-after").parse::<u32>().is_ok());
}

#[tokio::test]
async fn a_repeated_order_gets_the_same_link_and_no_second_mail() {
    let shop = Shop::new().await;
    let first = invited(&shop, json!({"order_ref": "A"})).await;
    shop.settle().await;
    let again = invite(&shop, json!({"order_ref": " A", "email": "JANE@example.com", "name": "J."})).await;
    assert_eq!(path_of(again.json()["review_url"].text()), first);
    assert_eq!(again.header("ratelimit"), "", "it does not count");
    shop.settle().await;
    assert_eq!(shop.inbox().len(), 1);
    assert_eq!(stats(&shop).await["sent"], 1);
    assert_ne!(invited(&shop, json!({"order_ref": "A", "email": "june@example.com"})).await, first);
    assert_ne!(invited(&shop, json!({"order_ref": "B"})).await, first);
}

#[tokio::test]
async fn without_an_order_every_invitation_is_new() {
    let shop = Shop::new().await;
    assert_ne!(invited(&shop, json!({})).await, invited(&shop, json!({"order_ref": ""})).await);
}

#[tokio::test]
async fn after_an_expired_or_cancelled_one_a_new_one_is_made() {
    let shop = Shop::new().await;
    let first = invited(&shop, json!({"order_ref": "A"})).await;
    shop.advance_days(90).await;
    let second = invited(&shop, json!({"order_ref": "A"})).await;
    assert_ne!(first, second);
    let id = shop.get("/api/v1/review-requests").await.json()["requests"][0]["id"].number();
    shop.delete(format!("/api/v1/review-requests/{id}")).await;
    assert_ne!(invited(&shop, json!({"order_ref": "A"})).await, second);
}

#[tokio::test]
async fn an_order_asked_through_another_dialect_has_one_link() {
    let (shop, id, hub) = Shop::asking(json!({"order_id": "A", "skip_email": true})).await;
    assert!(hub.ends_with(invited(&shop, json!({"order_ref": "A"})).await.strip_prefix("/review/").unwrap()));
    // Ids from the same millisecond are in any order.
    shop.jump(SignedDuration::from_millis(1));
    let invited = invited(&shop, json!({"order_ref": "B"})).await;
    shop.create(json!({"order_id": "B"})).await.is_error(409, "duplicate_request");
    let listed = shop.get("/api/v1/review-requests").await.json();
    assert_eq!(listed["requests"][0]["order_id"], "B");
    let newest = listed["requests"][0]["id"].number();
    let shown = shop.get(format!("/api/v1/review-requests/{newest}")).await.json();
    assert_eq!(path_of(shown["hub_url"].text()), invited);
    assert_ne!(newest, id);
}

#[tokio::test]
async fn an_invitation_repeated_with_its_key_is_replayed_and_counts_once() {
    let shop = Shop::new().await;
    let body = json!({"email": "jane@example.com", "name": "Jane"});
    let call = || shop.call("POST", INVITATIONS).header("idempotency-key", "k").json(&body).send();
    let (first, again) = (call().await, call().await);
    assert_eq!((&again.body, again.header("idempotent-replayed")), (&first.body, "true"));
    assert!(first.header("ratelimit").contains("r=99"));
    let reply = invite(&shop, json!({})).await;
    assert!(reply.header("ratelimit").contains("r=98"), "{}", reply.header("ratelimit"));
    let other = json!({"email": "june@example.com", "name": "June"});
    let reused = shop.call("POST", INVITATIONS).header("idempotency-key", "k").json(&other).send().await;
    is_error(&reused, 422, "idempotency_key_reused");
}

#[tokio::test]
async fn the_101st_invitation_of_an_hour_is_429_until_the_oldest_leaves() {
    let shop = Shop::new().await;
    for index in 0..100 {
        let reply = invite(&shop, json!({"order_ref": format!("{index}")})).await;
        assert_eq!(reply.header("ratelimit-policy"), "\"invitations\";q=100;w=3600");
        assert_eq!(reply.header("ratelimit"), format!("\"invitations\";r={};t={}", 99 - index, 3_600 - index));
        shop.jump(SECOND);
    }
    for shop in [&shop, &shop.with_scopes(local::SCOPES).await] {
        let reply = shop.post(INVITATIONS, json!({"email": "jane@example.com", "name": "Jane"})).await;
        is_error(&reply, 429, "rate_limited");
        assert_eq!(reply.header("retry-after"), "3500");
        assert_eq!(reply.header("ratelimit"), "\"invitations\";r=0;t=3500");
    }
    // A repeated order is still answered, and statistics have no limit.
    invite(&shop, json!({"order_ref": "7"})).await.is(200);
    shop.get(STATS).await.is(200);
    shop.jump(SECOND * 3_500 - SignedDuration::from_millis(1));
    is_error(&invite(&shop, json!({})).await, 429, "rate_limited");
    shop.jump(SignedDuration::from_millis(1));
    invite(&shop, json!({})).await.is(200);
    is_error(&invite(&shop, json!({})).await, 429, "rate_limited");
}

#[tokio::test]
async fn of_simultaneous_invitations_exactly_100_pass_and_an_hour_later_100_more() {
    let shop = Shop::new().await;
    for hour in 0..2 {
        let calls = (0..many()).map(|index| invite_owned(&shop, format!("{hour}-{index}")));
        let replies: Vec<_> = stream::iter(calls).buffer_unordered(many()).collect().await;
        let mut statuses = BTreeMap::new();
        for reply in replies {
            *statuses.entry(reply.status.as_u16()).or_insert(0) += 1;
        }
        assert_eq!(statuses, BTreeMap::from([(200, 100), (429, many() - 100)]));
        shop.advance(HOUR).await;
    }
    assert_eq!(shop.inbox().len(), 200);
}

async fn invite_owned(shop: &Shop, order: String) -> Reply {
    invite(shop, json!({ "order_ref": order })).await
}

#[tokio::test]
async fn random_arrivals_through_the_table_agree_with_the_oracle() {
    for seed in 0..3 {
        let shop = Shop::with_seed(seed).await;
        let random = local::seeded_random(seed + 100);
        let mut accepted: Vec<Timestamp> = Vec::new();
        for _ in 0..160 {
            shop.jump(SignedDuration::from_secs(i64::try_from(random.below(45)).unwrap()));
            let now = shop.now();
            let counted = accepted.iter().filter(|at| now.duration_since(**at) < HOUR).count();
            let status = invite(&shop, json!({})).await.status.as_u16();
            assert_eq!(status, if counted < 100 { 200 } else { 429 });
            if status == 200 {
                accepted.push(now);
            }
        }
    }
}

#[tokio::test]
async fn an_invitation_is_two_reads_one_transaction_and_one_message() {
    let shop = Shop::new().await;
    invite(&shop, json!({})).await;
    shop.aws().take_calls();
    invite(&shop, json!({"order_ref": "A"})).await;
    assert_eq!(shop.operations(), ["GetItem", "Query", "TransactWriteItems", "SendMessage"]);
}

#[tokio::test]
async fn test_keys_have_a_limit_of_their_own() {
    let shop = Shop::new().await;
    let test = shop.in_test_mode().await;
    invite(&shop, json!({})).await;
    assert!(invite(&test, json!({})).await.header("ratelimit").contains("r=99"));
}

#[tokio::test]
async fn stats_follow_an_invitation_through_its_life() {
    let shop = Shop::new().await;
    let of = |sent, opened, completed, expired| json!({"sent": sent, "opened": opened, "completed": completed, "expired": expired});
    assert_eq!(stats(&shop).await, of(0, 0, 0, 0));
    let first = invited(&shop, json!({})).await;
    let _unanswered = invited(&shop, json!({})).await;
    assert_eq!(stats(&shop).await, of(0, 0, 0, 0), "the mail has not left");
    shop.settle().await;
    assert_eq!(stats(&shop).await, of(2, 0, 0, 0));
    shop.browse(&first).await;
    shop.browse(&first).await;
    assert_eq!(stats(&shop).await, of(2, 1, 0, 0));
    shop.review(&format!("/review/hub?token={}", first.strip_prefix("/review/").unwrap()), 0).await;
    assert_eq!(stats(&shop).await, of(2, 1, 1, 0));
    shop.created(json!({"skip_email": true})).await;
    assert_eq!(stats(&shop).await, of(2, 1, 1, 0), "a manual request is not sent");
    shop.advance_days(91).await;
    assert_eq!(stats(&shop).await, of(2, 1, 1, 2));
}

#[tokio::test]
async fn a_review_without_a_seen_view_counts_as_opened() {
    let shop = Shop::new().await;
    let link = invited(&shop, json!({})).await;
    shop.settle().await;
    shop.review(&format!("/review/hub?token={}", link.strip_prefix("/review/").unwrap()), 0).await;
    let stats = stats(&shop).await;
    assert_eq!((&stats["opened"], &stats["completed"]), (&json!(1), &json!(1)));
}

#[tokio::test]
async fn stats_can_be_asked_for_days_of_creation() {
    let shop = Shop::new().await;
    for _ in 0..3 {
        invited(&shop, json!({})).await;
        shop.advance_days(1).await;
    }
    let sent = async |query: &str| shop.get(format!("{STATS}?{query}")).await.json()["stats"]["sent"].clone();
    assert_eq!(sent("from=2026-11-20&to=2026-11-20").await, 1);
    assert_eq!(sent("from=2026-11-21").await, 2);
    assert_eq!(sent("to=2026-11-21").await, 2);
    assert_eq!(sent("from=2026-11-23&to=2026-12-23").await, 0);
    for (query, code) in [
        ("from=x", "invalid_from"),
        ("to=2026-13-01", "invalid_to"),
        ("to=20261120", "invalid_to"),
        ("from=2026-11-20T06:00:00", "invalid_from"),
        ("from=2026-11-21&to=2026-11-20", "invalid_from"),
        ("from=2025-01-01&to=2026-11-20", "invalid_from"),
    ] {
        is_error(&shop.get(format!("{STATS}?{query}")).await, 400, code);
    }
}
