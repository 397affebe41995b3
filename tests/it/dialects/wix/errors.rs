//! Errors: their order and their shape.

use super::*;

#[tokio::test]
async fn the_documentations_own_sample_is_400_and_names_the_trailing_comma() {
    let shop = shop().await;
    let sample = "{\n  \"reviewRequest\": {\n    \"items\": [\n      {\n        \"catalogItemId\": \"cup\",\n      }\n    ],\n  }\n}";
    let reply = shop.call("POST", REQUESTS).raw_json(sample).send().await;
    is_error(&reply, 400, "INVALID_JSON");
    reply.shows(["line 6, column 7"]);
    assert_eq!(reply.json()["details"]["applicationError"]["data"], json!({"line": 6, "column": 7}));
    let fixed = sample.replace(",\n  }", ",\n \"communicationChannel\": \"EMAIL\"\n}").replace("\",\n      }", "\"}");
    let reply = shop.call("POST", REQUESTS).header("content-type", "application/json;charset=UTF-8").body(fixed);
    reply.send().await.is(200);
}

#[tokio::test]
async fn the_key_is_sent_bare_or_after_bearer_and_site_ids_are_tolerated() {
    let shop = shop().await;
    for header in [shop.key.clone(), format!("Bearer {}", shop.key), format!(" {} ", shop.key)] {
        let call = shop.call("POST", format!("{REQUESTS}/count")).header("authorization", header);
        let call = call.header("wix-site-id", STRANGER).header("wix-account-id", STRANGER).json(&json!({}));
        call.send().await.is(200);
    }
    for header in ["", "Bearer", "wix_live_no", &format!("Basic {}", shop.key)] {
        let reply = shop.call("POST", REQUESTS).header("authorization", header).send().await;
        is_error(&reply, 401, "UNAUTHENTICATED");
        assert_eq!(reply.header("www-authenticate"), "Bearer");
    }
}

#[tokio::test]
async fn errors_of_every_kind_are_in_the_dialects_shape_and_in_order() {
    let shop = shop().await;
    let huge = || shop.call("POST", REQUESTS).header("content-type", "text/plain").body(vec![b'['; 65_537]);
    is_error(&huge().without_key().send().await, 401, "UNAUTHENTICATED");
    is_error(&huge().send().await, 413, "PAYLOAD_TOO_LARGE");
    is_error(&huge().body("[").send().await, 415, "UNSUPPORTED_MEDIA_TYPE");
    is_error(&shop.call("POST", REQUESTS).raw_json("[").send().await, 400, "INVALID_JSON");
    for path in ["", "/query", "/count"] {
        let keyed = shop.call("POST", format!("{REQUESTS}{path}")).header("idempotency-key", "a b").json(&json!({}));
        is_error(&keyed.send().await, 400, "INVALID_IDEMPOTENCY_KEY");
    }
    for path in ["/reviews/v1/products", &format!("{REQUESTS}/"), &format!("{REQUESTS}/{ORDER}/x")] {
        is_error(&shop.call("GET", path).without_key().send().await, 404, "NOT_FOUND");
    }
    shop.aws().set_faults(|_| Fault::ServerError);
    let reply = ask(&shop, json!({"order": {"id": ORDER}})).await;
    is_error(&reply, 503, "UNAVAILABLE");
    assert!(reply.header("retry-after").parse::<u32>().is_ok());
}

#[tokio::test]
async fn a_field_that_breaks_its_rule_is_400_by_its_path() {
    let shop = shop().await;
    let item = |id: Value| json!({"items": [{"catalogItemId": id}]});
    for (fields, field, rule) in [
        (json!({"communicationChannel": null}), "communicationChannel", "REQUIRED_FIELD"),
        (json!({"communicationChannel": "SMS"}), "communicationChannel", "FORMAT"),
        (json!({"communicationChannel": "email"}), "communicationChannel", "FORMAT"),
        (json!({"namespace": "bookings"}), "namespace", "FORMAT"),
        (json!({"sendDate": "tomorrow"}), "sendDate", "FORMAT"),
        (json!({"sendDate": 7}), "sendDate", "FORMAT"),
        (json!({"sendDate": "2026-11-20T06:00:00+25:00"}), "sendDate", "FORMAT"),
        (json!({"sendDate": "2026-11-20T06:00:00Z[Europe/Berlin]"}), "sendDate", "FORMAT"),
        (json!({"order": "A"}), "order", "FORMAT"),
        (json!({"order": {"id": "10049"}}), "order.id", "FORMAT"),
        (json!({"order": {"id": ""}}), "order.id", "FORMAT"),
        (json!({"recipient": {"contactId": "jane"}}), "recipient.contactId", "FORMAT"),
        (json!({"automationActivationId": 7}), "automationActivationId", "FORMAT"),
        (json!({"items": {}}), "items", "FORMAT"),
        (json!({"items": [{}, {}, {}, {}, {}, {}]}), "items", "MAX_SIZE"),
        (json!({"items": ["cup"]}), "items[0]", "FORMAT"),
        (item(json!("")), "items[0].catalogItemId", "FORMAT"),
        (item(json!("a b")), "items[0].catalogItemId", "FORMAT"),
        (item(json!(7)), "items[0].catalogItemId", "FORMAT"),
        (item(json!("x".repeat(37))), "items[0].catalogItemId", "MAX_LENGTH"),
    ] {
        let reply = ask(&shop, fields).await;
        // The path begins at the body's root: the vendor's SDK replaces `reviewRequest` for its users.
        assert_eq!(violations(&reply), [(format!("reviewRequest.{field}"), rule.to_owned())], "{}", reply.body);
    }
    for body in [json!({}), json!({"reviewRequest": null}), json!({"reviewRequest": []})] {
        let reply = shop.post(REQUESTS, body).await;
        assert_eq!(violations(&reply), [("reviewRequest".to_owned(), "REQUIRED_FIELD".to_owned())]);
    }
    let reply = ask(&shop, json!({"communicationChannel": null, "namespace": 7, "order": {"id": 7}})).await;
    assert_eq!(violations(&reply).len(), 3, "all at once: {}", reply.body);
}

#[tokio::test]
async fn either_order_or_items_are_required() {
    let shop = shop().await;
    for fields in [json!({}), json!({"order": {}, "items": []}), json!({"order": {"id": null}, "items": [{}]})] {
        is_error(&ask(&shop, fields).await, 400, "EITHER_ORDER_OR_ITEMS_REQUIRED");
    }
}

#[tokio::test]
async fn order_not_found_and_order_is_empty_are_428() {
    let shop = shop().await;
    is_error(&ask(&shop, json!({"order": {"id": STRANGER}})).await, 428, "ORDER_NOT_FOUND");
    for lines in [vec![], vec![line("cup", 900, 2), line("", 900, 0)]] {
        put_order(&shop, STRANGER, lines).await;
        is_error(&ask(&shop, json!({"order": {"id": STRANGER}})).await, 428, "ORDER_IS_EMPTY");
    }
    is_error(&ask(&shop.beside("moss").await, json!({"order": {"id": ORDER}})).await, 428, "ORDER_NOT_FOUND");
}
