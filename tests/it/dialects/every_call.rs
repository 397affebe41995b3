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
async fn checks_come_in_the_contracts_order_in_each_dialects_shape() {
    let (shop, huge) = (Shop::new().await, vec![b'['; 64 * 1024 + 1]);
    let ours = json!(["unauthorized", "payload_too_large", "unsupported_media_type", "invalid_json", "invalid_json"]);
    let beacon = ["customers", "charges", "asks", "locations"].map(|path| format!("/beacon/{path}"));
    let wix = json!(["UNAUTHENTICATED", "PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE", "INVALID_JSON", "INVALID_JSON"]);
    let wixs = ["v2/review-requests", "v2/review-requests/query", "v1/reviews/query", "v1/reviews/count"];
    let wixs = wixs.map(|path| format!("/reviews/{path}"));
    for (code, expected, paths) in [
        ("/error", &ours, vec![SEND.to_owned()]),
        ("/code", &ours, vec!["/api/v1/invitations".to_owned()]),
        ("/success", &json!([false, false, false, false, false]), beacon.to_vec()),
        ("/details/applicationError/code", &wix, [&wixs[..], &["/_api/reviews/v1/reviews/query".to_owned()]].concat()),
    ] {
        for path in paths {
            let call = |kind: &str, body: &[u8]| shop.call("POST", &*path).header("content-type", kind).body(body);
            let replies = [
                call("text/plain", &huge).without_key().send().await.is(401),
                call("text/plain", &huge).send().await.is(413),
                call("text/plain", b"[").send().await.is(415),
                call("application/json", b"[]").send().await.is(400),
                call("application/json", b"{\"name\": 1,\n \"name\": 2}").send().await.is(400),
            ];
            let codes: Vec<_> = replies.iter().map(|reply| reply.json().pointer(code).unwrap().clone()).collect();
            assert_eq!(json!(codes), *expected, "{path}");
            replies[4].shows(["line 2"]);
        }
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
    let bad = "2026-11-20T06:00:00+25:00|2026-11-20T06:00:00Z[Europe/Berlin]|2026-11-20T06:00:00+01:00[Europe/Berlin]|\
        20261120T060000Z|2026-11-20 06:00:00Z|2026-11-20T06:00:00+0100|2026-11-20T06:00Z|2026-11-20T06:00:00";
    for bad in bad.split('|') {
        assert_eq!(status(bad).await, [422, 422, 422, 422, 400, 400], "{bad}");
    }
}

#[tokio::test]
async fn every_answer_is_for_https_alone_and_has_its_own_request_id() {
    let (shop, mut ids) = (Shop::new().await, HashSet::new());
    for path in [LIST, SEND, "/nowhere", "/review/hub?token=x", "/review/assets/hub.css", "/beacon/x", "/openapi.json"]
    {
        let reply = shop.get(path).await;
        assert_eq!(reply.header("strict-transport-security"), "max-age=31536000", "{path}");
        assert!(ids.insert(reply.header("x-request-id").to_owned()), "{path}");
    }
    assert!(!ids.contains(""));
}

#[tokio::test]
async fn a_body_that_is_not_utf_8_is_malformed_json() {
    let body = b"{\"email\":\"jane@example.com\",\"x\":\"\xff\"}";
    Shop::new().await.call("POST", SEND).raw_json(body).send().await.is_error(400, "invalid_json");
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
