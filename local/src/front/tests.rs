//! The developer's pages, through their router.

use axum::body::{Body, to_bytes};
use http::{Response, header::CONTENT_SECURITY_POLICY};
use jiff::Timestamp;
use serde_json::Value;
use small_aws::MovableClock;
use tower::ServiceExt as _;

use super::*;
use crate::{Options, seeded_random};

/// Noon of 1 January 2026, UTC.
const NOON: Timestamp = Timestamp::constant(1_767_268_800, 0);
const JSON: (&str, &str) = ("content-type", "application/json");
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

struct Browser(Router, Demo);

impl Browser {
    async fn new() -> Self {
        let world = World::open(Options {
            data: None,
            base_url: "http://127.0.0.1:3000".to_owned(),
            clock: MovableClock::frozen(NOON),
            random: seeded_random(1),
        })
        .unwrap();
        let demo = Demo::set_up(&world, None, "127.0.0.1:8000".parse().unwrap()).await.unwrap();
        Self(router(&world, &demo), demo)
    }

    async fn call(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Response<Body> {
        let mut request = http::Request::builder().method(method).uri(path).header("host", "127.0.0.1:3000");
        for &(name, value) in headers {
            request.headers_mut().unwrap().insert(http::HeaderName::try_from(name).unwrap(), value.parse().unwrap());
        }
        self.0.clone().oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap()
    }

    async fn json(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> (u16, Value) {
        let response = self.call(method, path, headers, body).await;
        (response.status().as_u16(), serde_json::from_str(&text(response).await).unwrap())
    }

    /// Creates a request of one product and lets its mail leave.
    async fn mail(&self) {
        let bearer = format!("Bearer {}", self.1.keys.api);
        let body = r#"{"email":"customer@example.com","product_ids":["shopify-7125386199075"]}"#;
        let headers = [JSON, ("authorization", bearer.as_str())];
        assert_eq!(self.json("POST", "/api/v1/review-requests/send", &headers, body).await.0, 201);
        assert_eq!(self.json("POST", "/local/clock", &[JSON], r#"{"advance_seconds":604800}"#).await.0, 200);
    }
}

async fn text(response: Response<Body>) -> String {
    String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap()
}

#[tokio::test]
async fn the_clock_tells_and_moves_and_refuses_nonsense() {
    let browser = Browser::new().await;
    let clock = |body: &'static str| browser.json("POST", "/local/clock", &[JSON], body);
    assert_eq!(browser.json("GET", "/local/clock", &[], "").await.1["now"], "2026-01-01T12:00:00Z");
    assert_eq!(clock(r#"{"advance_seconds":3600}"#).await.1["now"], "2026-01-01T13:00:00Z");
    for body in [
        "{}",
        "[]",
        r#"{"to":"bed"}"#,
        r#"{"advance_seconds":-1}"#,
        r#"{"advance_seconds":1.5}"#,
        r#"{"advance_seconds":315360001}"#,
    ] {
        let (status, answer) = clock(body).await;
        assert_eq!((status, &answer["error"]), (422, &"invalid_advance_seconds".into()), "{body}");
    }
    assert_eq!(clock("{").await.0, 400);
    assert_eq!(browser.json("POST", "/local/clock", &[], "{}").await.0, 415);
    assert_eq!(browser.json("GET", "/local/clock", &[], "").await.1["now"], "2026-01-01T13:00:00Z");
}

#[tokio::test]
async fn the_clocks_page_sends_a_form_and_comes_back() {
    let browser = Browser::new().await;
    let page = text(browser.call("GET", "/local/clock", &[("accept", "text/html,*/*")], "").await).await;
    assert!(page.contains("1 Jan 2026, 12:00:00 UTC") && page.contains(r#"value="604800""#), "{page}");
    let moved = browser.call("POST", "/local/clock", &[FORM], "advance_seconds=86400").await;
    assert_eq!(
        (moved.status(), moved.headers()["location"].to_str().unwrap()),
        (StatusCode::SEE_OTHER, "/local/clock")
    );
    assert_eq!(browser.json("GET", "/local/clock", &[], "").await.1["now"], "2026-01-02T12:00:00Z");
}

#[tokio::test]
async fn the_next_event_is_where_something_is_due() {
    let browser = Browser::new().await;
    let next = async || browser.json("POST", "/local/clock", &[JSON], r#"{"to":"next_event"}"#).await.1["now"].clone();
    assert_eq!(next().await, "2026-01-01T12:00:00Z", "nothing is due");
    let bearer = format!("Bearer {}", browser.1.keys.api);
    let headers = [JSON, ("authorization", bearer.as_str())];
    let body = r#"{"email":"a@example.com","delay_days":7}"#;
    assert_eq!(browser.json("POST", "/api/v1/review-requests/send", &headers, body).await.0, 201);
    assert!(next().await.as_str().unwrap().starts_with("2026-01-08T12:00"));
}

#[tokio::test]
async fn other_sites_are_kept_out() {
    let browser = Browser::new().await;
    for (host, status) in [
        ("localhost:3000", 200),
        ("[::1]:3000", 200),
        ("127.0.0.1", 200),
        ("evil.example", 403),
        ("127.0.0.1.evil.example", 403),
    ] {
        let (answered, _) = browser.json("GET", "/local/inbox.json", &[("host", host)], "").await;
        assert_eq!(answered, status, "{host}");
    }
    let foreign = [FORM, ("sec-fetch-site", "cross-site")];
    assert_eq!(
        browser.call("POST", "/local/clock", &foreign, "advance_seconds=1").await.status(),
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn a_mail_is_in_the_inbox_with_all_its_fields() {
    let browser = Browser::new().await;
    assert_eq!(browser.json("GET", "/local/inbox.json", &[], "").await.1, serde_json::json!([]));
    browser.mail().await;
    let (_, mails) = browser.json("GET", "/local/inbox.json", &[], "").await;
    let mail = mails[0].as_object().unwrap();
    let mut names: Vec<_> = mail.keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["channel", "from", "headers", "html", "id", "request_id", "sent_at", "subject", "text", "to"]);
    assert_eq!((&mail["to"], &mail["sent_at"]), (&"customer@example.com".into(), &"2026-01-08T12:00:00Z".into()));

    let page = text(browser.call("GET", "/local/inbox", &[], "").await).await;
    let frame = format!("/local/inbox/{}/html", mail["id"].as_str().unwrap());
    assert!(page.contains(&frame) && page.contains("List-Unsubscribe"), "{page}");
    let shown = browser.call("GET", &frame, &[], "").await;
    assert!(shown.headers()[CONTENT_SECURITY_POLICY].to_str().unwrap().starts_with("sandbox allow-popups"));
    let shown = text(shown).await;
    assert_eq!(shown.replacen("<base target=\"_blank\">", "", 1), mail["html"].as_str().unwrap());
    assert_ne!(shown.len(), mail["html"].as_str().unwrap().len(), "links would open inside the frame");
}

#[tokio::test]
async fn a_text_is_shown_as_a_phone_shows_it() {
    let world = World::open(Options {
        data: None,
        base_url: "http://127.0.0.1:3000".to_owned(),
        clock: MovableClock::frozen(NOON),
        random: seeded_random(1),
    })
    .unwrap();
    let demo = Demo::set_up(&world, None, "127.0.0.1:8000".parse().unwrap()).await.unwrap();
    let browser = Browser(router(&world, &demo), demo);
    let text_of = "Fern <Oak> asks: http://127.0.0.1:3000/review/abc Reply STOP to end.";
    let texts = send_request::SmsSender::client(&world.aws().sdk_config());
    texts.send_text_message().destination_phone_number("+491711234567").message_body(text_of).send().await.unwrap();

    let (_, inbox) = browser.json("GET", "/local/inbox.json", &[], "").await;
    assert_eq!(
        (&inbox[0]["channel"], &inbox[0]["html"], &inbox[0]["text"]),
        (&"sms".into(), &Value::Null, &text_of.into())
    );
    let page = text(browser.call("GET", "/local/inbox", &[], "").await).await;
    let link = r#"<a href="http://127.0.0.1:3000/review/abc" target="_blank" rel="noreferrer">http://127.0.0.1:3000/review/abc</a> Reply STOP"#;
    assert!(page.contains(link) && page.contains("SMS to +491711234567") && page.contains("1 (GSM-7)"), "{page}");
    assert!(!page.contains("<Oak>") && !page.contains("iframe") && !page.contains("Headers"), "{page}");
}

#[tokio::test]
async fn every_product_has_its_picture_and_the_product_answers_the_rest() {
    let browser = Browser::new().await;
    for name in ["board", "pot", "candles", "apron"] {
        let picture = browser.call("GET", &format!("/local/pictures/{name}.svg"), &[], "").await;
        assert_eq!(picture.headers()["content-type"], "image/svg+xml");
    }
    assert_eq!(browser.json("GET", "/local/pictures/..%2Fmain.rs", &[], "").await.0, 404);
    assert_eq!(browser.json("GET", "/api/v1/review-requests", &[], "").await.0, 401);
    assert_eq!(browser.json("GET", "/nothing", &[], "").await.0, 404);
    let home = text(browser.call("GET", "/local", &[], "").await).await;
    assert!(home.contains(&browser.1.keys.api) && home.contains("http://127.0.0.1:8000"), "{home}");
}
