//! BetterReviews: every field, bound, error and header.

use crate::support::*;

const SEND: &str = "/api/v1/review-requests/send";
const LIST: &str = "/api/v1/review-requests";

/// A create with a wrong value answers 422 with the field's own code, and one with a right value is accepted.
#[tokio::test]
async fn each_wrong_field_is_422_by_its_own_code() {
    let products = |count| (0..count).map(|n| format!("shopify-{n}")).collect::<Vec<_>>();
    let names = ["shop.test", "shop.invalid", "printer.local", "mail.internal", "shop.onion", "example.c0m", "a.123"];
    let nowhere = names.map(|domain| format!("jane@{domain}"));
    let invisible = ["\u{200b}", "\u{2060}\u{feff}", "\u{202e}\u{2066}", "\u{ad} \u{3164}", "\u{2800}", "\u{e0041}"];
    let ids = json!(["shopify-1", [1], [null], ["7125386199075"], ["shopify-"], {}, products(51)]);
    for (field, wrong, right) in [
        ("email", json!([null, 7, "", "jane", "jane@localhost", ["jane@example.com"]]), json!(["jane@shop.example"])),
        ("email", json!(nowhere), json!(["jane@пример.рф"])),
        ("customer_name", json!([5, "a\nb", "a".repeat(201)]), json!([null, "", "  ", "Jane", "a".repeat(200)])),
        ("language", json!([7, "deutsch!"]), json!([null, "", " ", "de-AT"])),
        ("time_zone", json!([7, "Nowhere/Here"]), json!([null, "", "\t", "Europe/Vienna"])),
        ("customer_name", json!(invisible), json!([])),
        ("product_ids", ids, json!([null, [], ["wix-a.b:c_d-e"], products(50)])),
        ("order_id", json!([5, true, "a".repeat(256), "a\u{7}b"]), json!([null, "", "  ", "a".repeat(255)])),
        ("delay_days", json!([-1, 1.5, "7", 90, true, [7]]), json!([0, 7.0, 89])),
        ("reminders", json!([4, -1, "2", 1.5, true, [1]]), json!([null, 0, 3, 2.0])),
        ("skip_email", json!(["true", 1, []]), json!([null, false])),
    ] {
        let shop = Shop::new().await;
        for value in wrong.list() {
            shop.create(json!({ field: value })).await.is_error(422, &format!("invalid_{field}"));
        }
        assert_eq!(shop.get(LIST).await.json()["requests"], json!([]), "nothing was stored");
        for value in right.list() {
            shop.created(json!({ field: value })).await;
        }
    }
    Shop::new().await.post(SEND, json!({})).await.is_error(422, "invalid_email");
}

#[tokio::test]
async fn create_answers_201_with_exactly_five_fields() {
    let body = Shop::new().await.create(json!({"skip_email": true, "delay_days": 0})).await.is(201).json();
    assert_eq!(keys(&body), ["hub_url", "ok", "request_id", "scheduled_at", "status"]);
    has(&body, json!({"ok": true, "status": "manual", "scheduled_at": "2026-11-20T06:00:00Z"}));
    assert!(path_of(body["hub_url"].text()).starts_with("/review/hub?token="));
    let id = body["request_id"].number();
    assert!(id > 0 && id < 1 << 53);
}

#[tokio::test]
async fn the_documents_own_example_works() {
    let shop = Shop::new().await;
    let body = json!({"email": "customer@example.com", "customer_name": "Jane Doe", "product_ids": [MUG, TRAY],
        "order_id": "ORD-1234", "delay_days": 0, "skip_email": true});
    shop.post(SEND, body).await.is(201);
}

#[tokio::test]
async fn request_ids_rise() {
    let shop = Shop::new().await;
    let mut last = 0;
    for _ in 0..5 {
        shop.advance(SECOND).await;
        let (id, _) = shop.created(json!({})).await;
        assert!(id > last);
        last = id;
    }
}

#[tokio::test]
async fn duplicate_products_collapse_in_order() {
    let shop = Shop::new().await;
    shop.created(json!({"product_ids": [TRAY, MUG, TRAY]})).await;
    assert_eq!(shop.get(LIST).await.json()["requests"][0]["product_ids"], json!([TRAY, MUG]));
}

#[tokio::test]
async fn a_missing_order_id_is_generated_and_never_a_duplicate() {
    let shop = Shop::new().await;
    for order in [json!(null), json!(""), json!(" ")] {
        shop.created(json!({"order_id": order})).await;
    }
    let listed = shop.get(LIST).await.json();
    let orders: Vec<_> = listed["requests"].list().iter().map(|request| request["order_id"].owned()).collect();
    assert_eq!(orders.len(), 3);
    assert!(orders.iter().all(|order| order.starts_with("auto-")));
}

#[tokio::test]
async fn delay_days_is_seven_when_absent_or_null() {
    for fields in [json!({}), json!({"delay_days": null}), json!({"delay_days": 7.0})] {
        assert_eq!(Shop::new().await.create(fields).await.json()["scheduled_at"], "2026-11-27T06:00:00Z");
    }
}

#[tokio::test]
async fn unknown_fields_are_ignored_and_not_echoed() {
    let reply = Shop::new().await.create(json!({"surprise": {"a": [1, 2]}})).await.is(201);
    assert!(!reply.body.contains("surprise"));
}

#[tokio::test]
async fn a_manual_request_is_never_mailed_by_itself() {
    let (shop, id, hub) = Shop::asking(json!({"skip_email": true, "delay_days": 1})).await;
    assert_eq!(shop.status(id).await, "manual");
    shop.advance_days(30).await;
    assert!(shop.inbox().is_empty());
    let listed = shop.get(LIST).await.json();
    assert_eq!((&listed["requests"][0]["status"], &listed["requests"][0]["sent_at"]), (&json!("manual"), &json!(null)));
    shop.browse(&hub).await.is(200);
}

#[tokio::test]
async fn delay_zero_mails_at_once_and_the_list_says_sent() {
    let shop = Shop::new().await;
    assert_eq!(shop.create(json!({"delay_days": 0})).await.json()["status"], "scheduled");
    shop.settle().await;
    assert_eq!(shop.inbox().len(), 1);
    let listed = shop.get(LIST).await.json();
    has(&listed["requests"][0], json!({"status": "sent", "sent_at": "2026-11-20T06:00:00Z"}));
}

#[tokio::test]
async fn duplicate_request_is_409_for_the_same_customer_and_order() {
    let (shop, id, _) = Shop::asking(json!({"order_id": "A"})).await;
    let again = shop.create(json!({"order_id": " A ", "email": "JANE@Example.com", "delay_days": 3})).await;
    again.is_error(409, "duplicate_request");
    assert!(again.body.contains(&id.to_string()), "names the earlier one: {}", again.body);
    for other in [json!({"order_id": "a"}), json!({"order_id": "A", "email": "jane+x@example.com"}), json!({})] {
        shop.created(other).await;
    }
}

#[tokio::test]
async fn a_duplicate_of_a_manual_sent_or_completed_request_is_409() {
    let (shop, _, hub) = Shop::asking(json!({"order_id": "A", "skip_email": true})).await;
    shop.create(json!({"order_id": "A"})).await.is_error(409, "duplicate_request");
    shop.review(&hub, 0).await;
    shop.create(json!({"order_id": "A"})).await.is_error(409, "duplicate_request");
    shop.sent(json!({"order_id": "B", "delay_days": 0})).await;
    shop.create(json!({"order_id": "B"})).await.is_error(409, "duplicate_request");
}

#[tokio::test]
async fn after_a_cancelled_expired_or_failed_request_a_new_one_is_made() {
    let (shop, id, _) = Shop::asking(json!({"order_id": "A"})).await;
    shop.delete(format!("{LIST}/{id}")).await;
    shop.created(json!({"order_id": "A", "delay_days": 89})).await;
    shop.created(json!({"order_id": "B", "email": "reject@example.com", "delay_days": 0})).await;
    shop.advance(MINUTE).await;
    assert_eq!(shop.get(format!("{LIST}?status=failed")).await.json()["requests"].list().len(), 1);
    shop.created(json!({"order_id": "B", "email": "reject@example.com"})).await;
    shop.advance_days(90).await;
    shop.created(json!({"order_id": "A"})).await;
}

#[tokio::test]
async fn cancelling_an_old_request_leaves_its_successors_uniqueness_key() {
    let (shop, first, _) = Shop::asking(json!({"order_id": "A", "skip_email": true})).await;
    shop.advance_days(90).await;
    shop.created(json!({"order_id": "A"})).await;
    shop.delete(format!("{LIST}/{first}")).await.is(200);
    shop.create(json!({"order_id": "A"})).await.is_error(409, "duplicate_request");
}

#[tokio::test]
async fn the_list_has_the_fifty_newest_with_exactly_six_fields() {
    let shop = Shop::new().await;
    let mut ids = Vec::new();
    for _ in 0..55 {
        shop.jump(SignedDuration::from_millis(1));
        ids.push(shop.created(json!({"skip_email": true})).await.0);
    }
    ids.reverse();
    let reply = shop.get(LIST).await;
    let listed = reply.json();
    let listed = listed["requests"].list();
    assert_eq!(listed.iter().map(|request| request["id"].number()).collect::<Vec<_>>(), ids[..50]);
    assert_eq!(keys(&listed[0]), ["id", "inserted_at", "order_id", "product_ids", "sent_at", "status"]);
    assert!(!reply.body.contains("jane") && !reply.body.contains("token"));

    let next = reply.header("link").strip_prefix('<').unwrap().split_once('>').unwrap();
    assert_eq!(next.1, "; rel=\"next\"");
    let rest = shop.get(next.0).await;
    let listed = rest.json();
    let listed: Vec<_> = listed["requests"].list().iter().map(|request| request["id"].number()).collect();
    assert_eq!(listed, ids[50..]);
    assert_eq!(rest.header("link"), "");
}

#[tokio::test]
async fn the_list_filters_by_status_and_pages() {
    let shop = Shop::new().await;
    for manual in [true, false, true, true, false] {
        shop.jump(SignedDuration::from_millis(1));
        shop.created(json!({"skip_email": manual})).await;
    }
    let page = shop.get(format!("{LIST}?status=manual&limit=2")).await;
    assert_eq!(page.json()["requests"].list().len(), 2);
    let page = shop.get(page.next().unwrap()).await;
    assert_eq!(page.json()["requests"].list().len(), 1);
    assert_eq!(page.header("link"), "");
}

#[tokio::test]
async fn invalid_list_parameters_are_422() {
    let shop = Shop::new().await;
    for (query, code) in [
        ("limit=0", "invalid_limit"),
        ("limit=101", "invalid_limit"),
        ("limit=x", "invalid_limit"),
        ("limit=%2B5", "invalid_limit"),
        ("before=0", "invalid_before"),
        ("before=-1", "invalid_before"),
        ("status=done", "invalid_status"),
    ] {
        shop.get(format!("{LIST}?{query}")).await.is_error(422, code);
    }
}

#[tokio::test]
async fn delete_kills_the_link_and_stops_the_mail() {
    let (shop, id, hub) = Shop::asking(json!({"delay_days": 1})).await;
    for _ in 0..2 {
        let reply = shop.delete(format!("{LIST}/{id}")).await;
        assert_eq!((reply.status.as_u16(), reply.json()), (200, json!({"ok": true})));
    }
    shop.advance_days(2).await;
    assert!(shop.inbox().is_empty());
    shop.browse(&hub).await.is(410);
    assert_eq!(shop.status(id).await, "cancelled");
    assert!(shop.aws().due_schedules().is_empty(), "its schedule is gone, too");
    assert_eq!(shop.counters().await["cancelled"], 1);
}

#[tokio::test]
async fn submitted_reviews_stay_when_a_request_is_cancelled() {
    let (shop, id, hub) = Shop::asking(json!({"skip_email": true})).await;
    shop.review(&hub, 0).await;
    shop.delete(format!("{LIST}/{id}")).await;
    let items = table(&shop.world).await;
    assert_eq!(items.iter().filter(|item| item["SK"]["S"].text().starts_with("REV#")).count(), 1);
}

#[tokio::test]
async fn one_request_is_shown_with_its_link() {
    let (shop, id, hub) = Shop::asking(json!({"product_ids": [MUG], "order_id": "A"})).await;
    let shown = shop.get(format!("{LIST}/{id}")).await.json();
    assert_eq!(path_of(shown["hub_url"].text()), hub);
    has(&shown, json!({"id": id, "status": "scheduled", "order_id": "A", "expires_at": "2027-02-18T06:00:00Z"}));
    assert_eq!(shown["items"], json!([{"product_id": MUG, "reviewed_at": null}]));
    shop.get(format!("{LIST}/1")).await.is_error(404, "not_found");
}

#[tokio::test]
async fn the_timeline_tells_what_when_why_and_by_which_rule() {
    let (shop, id, _) = Shop::asking(json!({"delay_days": 1})).await;
    shop.advance_days(1).await;
    assert_eq!(shop.timeline(id).await, ["created", "scheduled", "claimed", "sent"]);
    let entry = &shop.get(format!("{LIST}/{id}/timeline")).await.json()["timeline"][3];
    assert_eq!(entry["at"], "2026-11-21T06:00:00Z");
    has(entry, json!({"why": "The provider accepted the email.", "rule": "provider-accepted"}));
    shop.get(format!("{LIST}/1/timeline")).await.is_error(404, "not_found");
}

#[tokio::test]
async fn a_manual_request_can_be_sent_now() {
    let (shop, id, hub) = Shop::asking(json!({"skip_email": true})).await;
    let reply = shop.call("POST", format!("{LIST}/{id}/send")).send().await.is(200);
    let sent = json!({"ok": true, "request_id": id, "status": "scheduled", "scheduled_at": "2026-11-20T06:00:00Z"});
    assert_eq!(reply.json(), sent);
    shop.settle().await;
    assert_eq!(link_in(&shop.inbox()[0]), hub);
    shop.call("POST", format!("{LIST}/{id}/send")).send().await.is_error(409, "already_sent");
}

#[tokio::test]
async fn a_scheduled_request_sent_now_is_not_sent_again_later() {
    let (shop, id, _) = Shop::asking(json!({"delay_days": 7})).await;
    shop.post(format!("{LIST}/{id}/send"), json!({})).await;
    shop.advance_days(10).await;
    assert_eq!(shop.inbox().len(), 1);
}

#[tokio::test]
async fn a_request_that_cannot_be_sent_now_is_409_with_its_reason() {
    let shop = Shop::new().await;
    let send = |id: u64| format!("{LIST}/{id}/send");
    let (cancelled, _) = shop.created(json!({})).await;
    shop.delete(format!("{LIST}/{cancelled}")).await;
    shop.post(send(cancelled), json!({})).await.is_error(409, "request_cancelled");
    let (completed, hub) = shop.created(json!({"skip_email": true})).await;
    shop.review(&hub, 0).await;
    shop.post(send(completed), json!({})).await.is_error(409, "already_completed");
    let (failed, _) = shop.created(json!({"email": "reject@example.com", "delay_days": 0})).await;
    shop.advance(MINUTE).await;
    shop.post(send(failed), json!({})).await.is_error(409, "request_failed");
    let (expired, _) = shop.created(json!({"skip_email": true})).await;
    shop.advance_days(90).await;
    shop.post(send(expired), json!({})).await.is_error(409, "request_expired");
    shop.post(send(1), json!({})).await.is_error(404, "not_found");
}

#[tokio::test]
async fn a_stopped_request_cannot_be_sent_now() {
    let (shop, first, _) = Shop::asking(json!({"delay_days": 0})).await;
    shop.settle().await;
    shop.submit(&unsubscribe_link(&shop.inbox()[0]), &[("List-Unsubscribe", "One-Click")]).await.is(200);
    let (second, _) = shop.sent(json!({"delay_days": 0})).await;
    assert_eq!(shop.status(first).await, "sent");
    assert_eq!(shop.status(second).await, "failed");
    shop.post(format!("{LIST}/{second}/send"), json!({})).await.is_error(409, "request_stopped");
}

#[tokio::test]
async fn a_requests_messages_are_readable() {
    let (shop, id, hub) = Shop::asking(json!({"delay_days": 0, "customer_name": "Jane Doe"})).await;
    assert_eq!(shop.get(format!("{LIST}/{id}/messages")).await.json(), json!({"messages": []}));
    shop.settle().await;
    let messages = shop.get(format!("{LIST}/{id}/messages")).await.json();
    let mail = &shop.inbox()[0];
    assert_eq!(messages["messages"][0]["text"], *mail.text.as_ref().unwrap());
    assert_eq!(messages["messages"][0]["html"], *mail.html.as_ref().unwrap());
    assert_eq!(messages["messages"][0]["subject"], mail.subject);
    assert!(mail.text.as_ref().unwrap().contains(&hub));
    shop.get(format!("{LIST}/1/messages")).await.is_error(404, "not_found");
}

#[tokio::test]
async fn a_page_is_full_after_a_megabyte_and_has_a_next_one() {
    let shop = Shop::new().await;
    for order in 0..60 {
        shop.created(json!({"order_id": format!("{order}"), "skip_email": true})).await;
    }
    // Makes items large with a field that nobody reads, but that DynamoDB counts.
    let client = shop.dynamodb();
    for row in table(&shop.world).await {
        if row["SK"]["S"].text().starts_with("REQ#") {
            let key = |name: &str| AttributeValue::S(row[name]["S"].owned());
            let update = client.update_item().table_name(local::TABLE).key("PK", key("PK")).key("SK", key("SK"));
            let long = AttributeValue::S("x".repeat(30 * 1024));
            let update = update.update_expression("SET long_life = :long").expression_attribute_values(":long", long);
            update.send().await.unwrap();
        }
    }
    let page = async |limit: usize| {
        let reply = shop.get(format!("{LIST}?limit={limit}")).await;
        (reply.json()["requests"].list().len(), reply.header("link").to_owned())
    };
    let (all, link) = page(100).await;
    assert_eq!((all, link.as_str()), (60, ""), "the list goes on after a megabyte");
    // One of these limits ends exactly where DynamoDB's answer does.
    for limit in 30..36 {
        let (listed, link) = page(limit).await;
        assert_eq!(listed, limit);
        assert!(link.contains("rel=\"next\""), "{limit}");
    }
}
