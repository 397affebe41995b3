//! The link in an SMS: short, equal to the long link, and invalid when the long link is.

use vault::ShortCode;

use crate::support::*;

const PHONE: &str = "+491711234567";
/// The longest lifetime of a link, in days.
const LIFETIME_DAYS: i32 = 90;

/// A shop that asked a customer by SMS, and the path of the link.
async fn asked() -> (Shop, String) {
    let shop = Shop::new().await;
    shop.post("/beacon/customers", json!({"first_name": "Jane", "phone": PHONE})).await.is(200);
    shop.post("/beacon/asks", json!({"phone": PHONE, "channels": ["sms"]})).await.is(200);
    shop.settle().await;
    let link = link_in(&shop.inbox()[0]);
    (shop, link)
}

async fn request(shop: &Shop) -> Value {
    shop.get("/api/v1/review-requests").await.json()["requests"][0].clone()
}

fn token_in(page: &Reply) -> String {
    let (_, rest) = page.body.split_once(r#"name="token" value=""#).unwrap_or_else(|| panic!("{}", page.body));
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn an_sms_has_a_link_of_12_characters_that_opens_the_page_and_leaks_nothing() {
    let (shop, link) = asked().await;
    let code = link.strip_prefix("/r/").unwrap();
    assert!(ShortCode::parse(code).is_some_and(|parsed| parsed.to_string() == code), "{link}");
    assert_eq!(app::message::sms::segments(shop.inbox()[0].text.as_ref().unwrap()), 1);

    // A program changes nothing; a person marks the request as opened.
    let machine = shop.call("GET", &link).without_key().header("user-agent", "WhatsApp/2.24").send().await;
    assert_eq!((machine.status.as_u16(), &request(&shop).await["status"]), (200, &json!("sent")));
    let id = request(&shop).await["id"].number();
    assert!(!shop.timeline(id).await.contains(&"opened".to_owned()));
    let page = shop.browse(&link).await.is(200);
    assert!(shop.timeline(id).await.contains(&"opened".to_owned()));
    for (header, value) in [("referrer-policy", "no-referrer"), ("cache-control", "no-store")] {
        assert_eq!(page.header(header), value);
    }
    assert!(!page.headers.contains_key("location"));

    // The page is the same as the long link's, and its forms work.
    let long = format!("/review/hub?token={}", token_in(&page));
    shop.browse(&long).await.is(200);
    assert_eq!(shop.browse(format!("/r/{}", code.to_lowercase())).await.status, 200, "as somebody types it");
    shop.review(&long, 0).await;
    assert_eq!(shop.status(id).await, "completed");

    let rows = format!("{:?}", table(&shop.world).await);
    assert!(!rows.contains(code) && !rows.contains(token_of(&long)), "neither is in the table");
    assert!(!rows.contains(&vault::sha256_hex(code.as_bytes())), "nor is a digest that somebody could search by");
}

#[tokio::test]
async fn only_what_may_be_sent_by_sms_has_a_code() {
    let (shop, _) = asked().await;
    let has_code = async |id: &Value| {
        let row = table(&shop.world).await.into_iter().find(|row| {
            row["SK"]["S"].as_str().is_some_and(|sk| sk.starts_with("PII#") && sk.ends_with(&id.to_string()))
        });
        row.unwrap().get("code_digest").is_some()
    };
    assert!(has_code(&request(&shop).await["id"]).await);
    let (by_email, _) = shop.created(json!({"email": "june@example.com"})).await;
    assert!(!has_code(&json!(by_email)).await);
}

#[tokio::test]
async fn a_cancelled_link_ends_at_once() {
    let (shop, link) = asked().await;
    shop.delete(format!("/api/v1/review-requests/{}", request(&shop).await["id"])).await.is(200);
    shop.browse(&link).await.is(410).shows(["This link is no longer available"]);
}

#[tokio::test]
async fn an_expired_link_is_renewed_by_another_one() {
    let (shop, link) = asked().await;
    shop.advance(DAY * LIFETIME_DAYS).await;
    let expired = shop.browse(&link).await.is(410);
    shop.submit("/review/hub/renew", &[("token", &token_in(&expired))]).await.is(200);
    shop.settle().await;
    let inbox = shop.inbox();
    assert_eq!((inbox.len(), inbox[1].channel.as_str()), (2, "sms"));
    let new = link_in(&inbox[1]);
    assert!(new.starts_with("/r/") && new != link, "{new}");
    shop.browse(&new).await.is(200);
    assert_eq!(shop.browse(&link).await.status, 410, "the first one stays expired");
}

#[tokio::test]
async fn an_erased_persons_link_leads_nowhere() {
    let (shop, link) = asked().await;
    shop.post("/api/v1/privacy/erase", json!({"phone": PHONE})).await.is(202);
    shop.advance(SECOND * 60).await;
    shop.browse(&link).await.is(404);
    let left: Vec<_> = table(&shop.world).await.into_iter().filter(|row| row.get("code").is_some()).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[tokio::test]
async fn a_manual_request_of_a_customer_without_an_address_is_sent_with_a_code() {
    let (shop, _) = asked().await;
    // The list is in the order of ids, which is random within a millisecond.
    shop.jump(SECOND);
    // Wix names the contact; nothing is sent until the shop sends it.
    let contact = shop.get("/beacon/customers").await.json()["data"][0]["id"].clone();
    let order = json!({"reviewRequest": {"items": [{"catalogItemId": "cup"}],
        "recipient": {"contactId": contact}, "communicationChannel": "EMAIL"}});
    shop.post("/reviews/v2/review-requests", order).await.is(200);
    let id = request(&shop).await["id"].clone();
    shop.post(format!("/api/v1/review-requests/{id}/send"), json!({})).await.is(200);
    shop.settle().await;
    let inbox = shop.inbox();
    let link = link_in(inbox.last().unwrap());
    assert_eq!((inbox.len(), link.starts_with("/r/")), (2, true), "{link}");
    shop.browse(&link).await.is(200);
}

#[tokio::test]
async fn a_wrong_code_costs_one_read_and_a_malformed_one_nothing() {
    let (shop, link) = asked().await;
    shop.browse(&link).await;
    let code = link.strip_prefix("/r/").unwrap();
    let other = if code.starts_with('0') { '1' } else { '0' };
    let wrong = format!("{other}{}", &code[1..]);
    for (code, expected) in [(&*wrong, 1), (&code[1..], 0), ("UUUUUUUUUUUU", 0), ("0123456789AB?x=y", 1)] {
        shop.aws().take_calls();
        let page = shop.browse(format!("/r/{code}")).await;
        assert_eq!(page.status, 404, "{code}");
        assert!(page.body.contains("Page not found"), "a person may have mistyped it: {}", page.body);
        let calls = shop.aws().take_calls();
        assert!(calls.iter().all(|call| call.service == Service::DynamoDb && call.operation == "GetItem"));
        assert_eq!(calls.len(), expected, "{code}: {calls:?}");
    }
    let reply = shop.call("POST", &link).without_key().send().await;
    assert_eq!((reply.status.as_u16(), reply.header("allow")), (405, "GET, HEAD"));
}

#[tokio::test]
async fn a_damaged_link_shows_the_one_page_for_unknown_links() {
    let (shop, link) = asked().await;
    let unknown = shop.browse("/review/unknown-token").await.is(404);
    for added in [".", "/"] {
        assert_eq!(shop.browse(format!("{link}{added}")).await.status, 200, "{added} is no part of a code");
    }
    assert_eq!(shop.browse("/r/").await.header("location"), "/review");
    for path in [&format!("{link}/x"), &format!("{link}/x/y"), "/r/7", "/r/%ff"] {
        let page = shop.browse(path).await;
        assert_eq!((page.status.as_u16(), &page.body), (404, &unknown.body), "{path}");
        assert_eq!((page.header("cache-control"), page.header("referrer-policy")), ("no-store", "no-referrer"));
    }
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
        let page = shop.call(method, &link).without_key().send().await;
        assert_eq!(
            (page.status.as_u16(), page.header("allow"), &page.body),
            (405, "GET, HEAD", &unknown.body),
            "{method}"
        );
        let page = shop.call(method, format!("{link}/x")).without_key().send().await;
        assert_eq!((page.status.as_u16(), &page.body), (404, &unknown.body), "{method}");
    }
}
