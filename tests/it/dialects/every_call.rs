//! The rules for every call: keys, the order of checks, JSON, idempotency, 405.

use std::collections::HashSet;

use crate::support::*;

const SEND: &str = "/api/v1/review-requests/send";
const LIST: &str = "/api/v1/review-requests";

#[tokio::test]
async fn no_key_or_a_bad_one_is_401_with_www_authenticate() {
    let shop = Shop::new().await;
    let mistyped = format!("{}x", &shop.key[..shop.key.len() - 1]);
    let unknown = vault::ApiKey::mint("aw", Mode::Live, &local::seeded_random(99)).reveal().to_owned();
    for header in [
        None,
        Some(String::new()),
        Some("Bearer".to_owned()),
        Some(format!("Basic {}", shop.key)),
        Some(shop.key.clone()),
        Some(format!("Bearer {mistyped}")),
        Some(format!("Bearer {unknown}")),
    ] {
        for (method, path) in [
            ("POST", SEND),
            ("GET", LIST),
            ("GET", "/api/v1/review-requests/1"),
            ("DELETE", "/api/v1/review-requests/1"),
            ("POST", "/api/v1/review-requests/1/send"),
        ] {
            let call = shop.call(method, path).without_key();
            let call = match &header {
                Some(header) => call.header("authorization", header),
                None => call,
            };
            let reply = call.send().await;
            reply.is_error(401, "unauthorized");
            assert_eq!(reply.header("www-authenticate"), "Bearer");
        }
    }
}

#[tokio::test]
async fn checks_come_in_the_contracts_order() {
    let shop = Shop::new().await;
    let huge = vec![b'['; 64 * 1024 + 1];
    let call = |path: &'static str| shop.call("POST", path).header("content-type", "text/plain").body(huge.clone());
    call("/api/v1/nowhere").without_key().send().await.is_error(404, "not_found");
    call(LIST).without_key().send().await.is_error(405, "method_not_allowed");
    call(SEND).without_key().send().await.is_error(401, "unauthorized");
    call(SEND).send().await.is_error(413, "payload_too_large");
    call(SEND).body("[").send().await.is_error(415, "unsupported_media_type");
    call(SEND).raw_json("[").send().await.is_error(400, "invalid_json");
    call(SEND).raw_json("{}").send().await.is_error(422, "invalid_email");
}

#[tokio::test]
async fn an_unknown_path_is_404() {
    let shop = Shop::new().await;
    for path in ["/", "/api", "/api/v1/review-requests/", "/api/v1/review-requests/1/2", "/api/v2/review-requests"] {
        shop.get(path).await.is_error(404, "not_found");
    }
}

#[tokio::test]
async fn a_function_answers_405_as_all_together_do() {
    let shop = Shop::new().await;
    // API Gateway has the route `GET …/{id}` and also sends the literal path there.
    let alone = edge::http::finish(list_requests::routes(shop.world.env()).unwrap(), shop.world.env());
    for path in [SEND, "/api/v1/review-requests/1/send"] {
        let request = axum::http::Request::get(path).header("authorization", format!("Bearer {}", shop.key));
        let reply = alone.clone().oneshot(request.body(axum::body::Body::empty()).unwrap()).await.unwrap();
        assert_eq!((reply.status().as_u16(), &reply.headers()["allow"]), (405, &"POST".parse().unwrap()), "{path}");
    }
}

#[tokio::test]
async fn a_body_over_64_kib_is_413() {
    let shop = Shop::new().await;
    let body = |length: usize| format!("{{\"email\":\"jane@example.com\",\"x\":\"{}\"}}", "a".repeat(length - 35));
    assert_eq!(body(64 * 1024).len(), 64 * 1024);
    shop.call("POST", SEND).raw_json(body(64 * 1024)).send().await.is(201);
    shop.call("POST", SEND).raw_json(body(64 * 1024 + 1)).send().await.is_error(413, "payload_too_large");
}

#[tokio::test]
async fn a_body_that_is_not_declared_as_json_is_415() {
    let shop = Shop::new().await;
    let body = r#"{"email": "jane@example.com"}"#;
    for bad in ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""] {
        shop.call("POST", SEND)
            .header("content-type", bad)
            .body(body)
            .send()
            .await
            .is_error(415, "unsupported_media_type");
    }
    shop.call("POST", SEND).body(body).send().await.is_error(415, "unsupported_media_type");
    for good in [
        "application/json",
        "application/json;charset=UTF-8",
        "Application/JSON ; charset=utf-8",
        "application/vnd.shop+json",
    ] {
        shop.call("POST", SEND).header("content-type", good).body(body).send().await.is(201);
    }
}

#[tokio::test]
async fn a_compressed_body_is_415_and_says_what_is_read() {
    let shop = Shop::new().await;
    let gzip = [&[0x1f, 0x8b, 8, 0][..], &[0; 20]].concat();
    for path in [SEND, "/api/v1/invitations", "/beacon/customers", "/reviews/v2/review-requests"] {
        for coding in ["gzip", "br", "identity, gzip"] {
            let reply = shop.call("POST", path).raw_json(gzip.clone()).header("content-encoding", coding).send().await;
            assert_eq!((reply.status.as_u16(), reply.header("accept-encoding")), (415, "identity"), "{path}");
        }
    }
    let plain = shop.call("POST", SEND).json(&json!({"email": "jane@example.com"}));
    plain.header("content-encoding", "Identity").send().await.is(201);
}

#[tokio::test]
async fn two_authorization_headers_are_401_as_behind_the_gateway() {
    let shop = Shop::new().await;
    let key = format!("Bearer {}", shop.key);
    for (first, second) in [(&*key, &*key), (&key, "Basic x"), ("", &key)] {
        let request = axum::http::Request::get(LIST).header("authorization", first).header("authorization", second);
        let request = request.body(axum::body::Body::empty()).unwrap();
        assert_eq!(shop.world.router().oneshot(request).await.unwrap().status(), 401, "{first} {second}");
    }
}

#[tokio::test]
async fn every_answer_is_for_https_alone() {
    let shop = Shop::new().await;
    for path in [LIST, "/nowhere", "/review/hub?token=x", "/review/assets/hub.css", "/beacon/x", "/openapi.json"] {
        assert_eq!(shop.get(path).await.header("strict-transport-security"), "max-age=31536000", "{path}");
    }
}

#[tokio::test]
async fn a_time_is_rfc_3339_in_every_dialect() {
    let shop = Shop::new().await;
    let customer = json!({"first_name": "Jane", "email": "jane@example.com"});
    shop.post("/beacon/customers", customer.clone()).await.is(200);
    let status = async |time: &str| {
        let with = |mut body: Value, field: &str| {
            body[field] = json!(time);
            body
        };
        let order = json!({"status": "placed", "currency": "EUR", "lines": []});
        let order = shop.put("/api/v1/orders/A", with(order, "placed_at"));
        let item = json!({"communicationChannel": "EMAIL", "items": [{"catalogItemId": "cup"}]});
        let [charge, ask, sign_up] = [("charges", "charged_at"), ("asks", "asked_at"), ("customers", "signed_up_at")]
            .map(|(path, field)| shop.post(format!("/beacon/{path}"), with(customer.clone(), field)));
        let request = shop.post("/reviews/v2/review-requests", json!({"reviewRequest": with(item, "sendDate")}));
        let count = shop.post("/reviews/v2/review-requests/count", json!({"filter": {"createdDate": {"$gt": time}}}));
        let replies = [order.await, charge.await, ask.await, sign_up.await, request.await, count.await];
        replies.map(|reply| reply.status.as_u16())
    };
    for good in ["2026-11-20T06:00:00Z", "2026-11-20t06:00:00.123456789012z", "2026-11-20T06:00:00-23:59"] {
        assert_eq!(status(good).await, [200; 6], "{good}");
    }
    for bad in [
        "2026-11-20T06:00:00+25:00",
        "2026-11-20T06:00:00Z[Europe/Berlin]",
        "2026-11-20T06:00:00+01:00[Europe/Berlin]",
        "20261120T060000Z",
        "2026-11-20 06:00:00Z",
        "2026-11-20T06:00:00+0100",
        "2026-11-20T06:00Z",
        "2026-11-20T06:00:00",
    ] {
        assert_eq!(status(bad).await, [422, 422, 422, 422, 400, 400], "{bad}");
    }
}

#[tokio::test]
async fn malformed_json_is_400_with_line_and_column_and_quotes_nothing() {
    let shop = Shop::new().await;
    let reply = shop.call("POST", SEND).raw_json("{\n  \"email\": jane@example.com\n}").send().await;
    reply.is_error(400, "invalid_json");
    reply.shows(["line 2, column 12"]);
    assert!(!reply.body.contains("jane"));
    let deep = format!("{}{}", "{\"a\":".repeat(40), "}".repeat(40));
    let bad: [&[u8]; 9] = [
        b"",
        b"null",
        b"[{\"email\":\"jane@example.com\"}]",
        b"\"jane@example.com\"",
        b"{\"email\":\"a@example.com\",\"email\":\"b@example.com\"}",
        b"{\"email\":\"jane@example.com\",\"x\":\"\\u0000\"}",
        b"{\"email\":\"jane@example.com\",\"x\":\"\\ud800\"}",
        b"{\"email\":\"jane@example.com\",\"x\":\"\xff\"}",
        deep.as_bytes(),
    ];
    for body in bad {
        shop.call("POST", SEND).raw_json(body).send().await.is_error(400, "invalid_json");
    }
}

#[tokio::test]
async fn every_answer_has_its_own_request_id() {
    let shop = Shop::new().await;
    let mut ids = HashSet::new();
    for (method, path) in [
        ("GET", LIST),
        ("POST", SEND),
        ("GET", "/nowhere"),
        ("PUT", LIST),
        ("GET", "/review/hub?token=x"),
        ("GET", "/review/assets/hub.css"),
    ] {
        let reply = shop.call(method, path).send().await;
        assert!(ids.insert(reply.header("x-request-id").to_owned()), "{method} {path}");
    }
    assert!(!ids.contains(""));
}

#[tokio::test]
async fn an_idempotency_key_belongs_to_one_tenant_route_and_day() {
    let shop = Shop::new().await;
    let body = r#"{"email": "jane@example.com"}"#;
    let send = async |shop: &Shop| {
        shop.call("POST", SEND).header("idempotency-key", "k").raw_json(body).send().await.json()["request_id"].number()
    };
    let first = send(&shop).await;
    assert_ne!(send(&shop.beside("moss").await).await, first);
    let sent = shop.call("POST", format!("{LIST}/{first}/send")).header("idempotency-key", "k").send().await;
    assert_eq!((sent.status.as_u16(), sent.header("idempotent-replayed")), (200, ""));
    shop.advance(SECOND * 86_399).await;
    assert_eq!(send(&shop).await, first);
    shop.advance(SECOND).await;
    assert_ne!(send(&shop).await, first);
}

#[tokio::test]
async fn an_invalid_idempotency_key_is_400() {
    let shop = Shop::new().await;
    for bad in ["", "a b", "é", &"k".repeat(256)] {
        let reply = shop
            .call("POST", SEND)
            .header("idempotency-key", bad)
            .raw_json(r#"{"email": "jane@example.com"}"#)
            .send()
            .await;
        reply.is_error(400, "invalid_idempotency_key");
    }
}

#[tokio::test]
async fn a_failed_call_is_not_remembered() {
    let shop = Shop::new().await;
    let call = |body: &str| shop.call("POST", SEND).header("idempotency-key", "k").raw_json(body);
    call(r#"{"email": "jane"}"#).send().await.is_error(422, "invalid_email");
    call(r#"{"email": "jane@example.com"}"#).send().await.is(201);
}

#[tokio::test]
async fn simultaneous_calls_with_one_key_run_once_and_all_get_its_answer() {
    let shop = Shop::new().await;
    let call = || {
        shop.call("POST", SEND)
            .header("idempotency-key", "k")
            .raw_json(r#"{"email": "jane@example.com", "order_id": "A"}"#)
            .send()
    };
    let replies = join_all((0..100).map(|_| call())).await;
    let bodies: HashSet<_> = replies.iter().map(|reply| (reply.status, reply.body.clone())).collect();
    assert_eq!(bodies.len(), 1, "{bodies:?}");
    assert_eq!(replies.iter().filter(|reply| reply.header("idempotent-replayed").is_empty()).count(), 1);
    let rows = table(&shop.world).await;
    assert_eq!(rows.iter().filter(|row| row["SK"]["S"].text().starts_with("REQ#")).count(), 1);
}

#[tokio::test]
async fn a_dependency_that_is_out_is_503_with_retry_after_and_tells_nothing() {
    let shop = Shop::new().await;
    shop.aws().set_faults(|_| Fault::ServerError);
    for reply in [shop.create(json!({})).await, shop.get(LIST).await, shop.delete(format!("{LIST}/1")).await] {
        reply.is_error(503, "unavailable");
        assert!(reply.header("retry-after").parse::<u32>().unwrap() > 0);
        assert!(!reply.body.to_lowercase().contains("dynamo"));
    }
}

#[tokio::test]
async fn a_fault_of_ours_is_500_and_tells_nothing() {
    let (shop, id, _) = Shop::asking(json!({})).await;
    // A row that no version of Afterword wrote.
    let client = shop.dynamodb();
    let rows = table(&shop.world).await;
    let row = rows.iter().find(|row| row["SK"]["S"].text().starts_with("REQ#")).unwrap();
    let key = |name: &str| aws_sdk_dynamodb::types::AttributeValue::S(row[name]["S"].owned());
    let update = client.update_item().table_name(local::TABLE).key("PK", key("PK")).key("SK", key("SK"));
    update.update_expression("REMOVE version").send().await.unwrap();
    let reply = shop.get(format!("{LIST}/{id}")).await;
    reply.is_error(500, "internal");
    assert!(!reply.body.contains("version"));
}

#[tokio::test]
async fn test_keys_work_on_their_own_data_and_nothing_leaves() {
    let live = Shop::new().await;
    let test = live.in_test_mode().await;
    assert!(test.key.starts_with("aw_test_"));
    let (id, hub) = test.created(json!({"order_id": "A", "delay_days": 0})).await;
    live.created(json!({"order_id": "A", "delay_days": 7})).await;
    live.get(format!("{LIST}/{id}")).await.is_error(404, "not_found");
    test.settle().await;
    assert!(test.inbox().is_empty());
    assert_eq!(test.status(id).await, "sent");
    assert!(test.timeline(id).await.contains(&"captured".to_owned()));
    let messages = test.get(format!("{LIST}/{id}/messages")).await.json();
    assert!(messages["messages"][0]["text"].text().contains(&hub));
}
