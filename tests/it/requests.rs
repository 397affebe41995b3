//! Requests, orders and products, where a story cannot tell of them. `tests/stories/requests` tells of the rest.

use domain::values::RequestId;

use crate::dialects::wix;
use crate::support::*;

#[tokio::test]
async fn no_more_products_of_an_order_are_asked_about_than_a_request_may_have() {
    let shop = Shop::new().await;
    let line = |n: u32| json!({"catalog_item_id": format!("shopify-{n}"), "title": "x", "unit_price": 1});
    let order = json!({"status": "delivered", "currency": "EUR", "lines": (0..60).map(line).collect::<Vec<_>>()});
    shop.put("/api/v1/orders/ORD-1234", order).await.is(200);
    shop.created(json!({"order_id": "ORD-1234"})).await;
    let asked = shop.get("/api/v1/review-requests").await.json()["requests"][0]["product_ids"].clone();
    assert_eq!(asked.list().len(), 50);
}

#[tokio::test]
async fn a_month_has_no_more_segments_than_it_may() {
    let shop = Shop::new().await;
    let mut sender = send_request::start(shop.world.env()).unwrap();
    sender.sms_segments_a_month = 2;
    let text = async |sender: &send_request::Send, number: u32| {
        let phone = format!("+49171123456{number}");
        shop.post("/beacon/customers", json!({"first_name": "Jane", "phone": phone})).await.is(200);
        let ask = shop.post("/beacon/asks", json!({"phone": phone})).await.is(200).json();
        let id = RequestId::from_guid(Guid::parse(ask["data"]["id"].text()).unwrap()).unwrap().get();
        sender.wake(&shop.wake(id).await).await.unwrap();
        let timeline = shop.get(format!("/api/v1/review-requests/{id}/timeline")).await.json();
        (shop.status(id).await, timeline["timeline"].list().last().unwrap()["detail"].clone())
    };
    for (number, status) in [(1, "sent"), (2, "sent"), (3, "failed")] {
        let (is, detail) = text(&sender, number).await;
        assert_eq!((&*is, detail == "sms: spend_cap"), (status, status == "failed"), "one segment each");
    }
    shop.jump(DAY * 20);
    assert_eq!(text(&sender, 4).await.0, "sent", "December has its own");
    sender.sms_segments_a_month = 0;
    shop.jump(DAY * 31);
    assert_eq!(text(&sender, 5).await.0, "failed", "no texts at all, not even a month's first");
}

#[tokio::test]
async fn an_sms_is_refused_where_the_operator_lets_none_leave() {
    let shop = Shop::new().await;
    let env = |name: &str| {
        let mut env = shop.world.env_of(name);
        env.settings = env.settings.with("SMS_MONTHLY_SEGMENTS", "0");
        env
    };
    let api = local::functions::Functions::start(shop.aws(), env).unwrap().http;
    let person = json!({"first_name": "Jane", "email": "jane@example.com", "phone": "+491711234567"});
    shop.post("/beacon/customers", person).await.is(200);
    for (channels, status) in [(json!(["sms"]), 422), (json!(["email", "sms"]), 422), (Value::Null, 200)] {
        let body = json!({"phone": "+491711234567", "channels": channels});
        let request = axum::http::Request::post("/beacon/asks")
            .header("authorization", format!("Bearer {}", shop.key))
            .header("content-type", "application/json")
            .body(Body::from(body.to_string()));
        let answer = api.clone().oneshot(request.unwrap()).await.unwrap();
        assert_eq!(answer.status().as_u16(), status);
        let body = String::from_utf8(answer.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap();
        assert_eq!(body.contains("SmsMonthlySegments is 0"), status == 422, "{body}");
    }
}

#[tokio::test]
async fn a_search_that_finds_little_ends_after_500_requests_and_leads_on() {
    let shop = Shop::new().await;
    let (oldest, _) = shop.created(json!({"skip_email": true})).await;
    wix::copy_request(&shop, 600).await;
    let page = shop.get("/api/v1/review-requests?stuck=held").await;
    assert_eq!(page.json()["requests"], json!([]));
    let next = page.next().unwrap();
    assert!(next.ends_with("&stuck=held") && next.contains(&format!("before={}", oldest + 101)), "{next}");
    let rest = shop.get(&next).await;
    assert_eq!((rest.json()["requests"].clone(), rest.next()), (json!([]), None));
}
