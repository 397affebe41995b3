//! Each function's `bootstrap` within the memory that `template.yaml` gives it, with the most that it accepts.

use app::Clock;
use image::ExtendedColorType;
use local::functions;
use serde_json::{Value, json};

use crate::bootstrap::Twin;
use crate::process::Folder;
use crate::{photos, wix};

/// The longest body that is accepted.
const BODY_BYTES: usize = 64 * 1024;
/// A square picture of the most pixels.
const SIDE: u32 = 7_071;

async fn twin(requests: usize) -> Twin {
    Twin::new(Clock::system().now(), requests).await
}

/// The event with a body of the greatest length, as expensive to read as its bytes allow.
fn heavy(mut event: Value) -> Value {
    let Some(body) = event["body"].as_str() else { return event };
    let form = event["headers"]["content-type"] != "application/json";
    let (lead, unit, end) = if form { ("&text=", "%20", "") } else { (", \"more\": [", "[],", "[]]}") };
    let mut heavy = if form { body.to_owned() } else { body.trim_end().trim_end_matches('}').to_owned() };
    heavy += lead;
    heavy += &unit.repeat((BODY_BYTES - heavy.len() - end.len()) / unit.len());
    heavy += end;
    event["headers"]["content-length"] = heavy.len().to_string().into();
    event["body"] = heavy.into();
    event
}

#[tokio::test]
async fn http_functions_take_the_longest_body() {
    for function in functions::http() {
        let (name, twin) = (function.name(), twin(100).await);
        let answer = twin.invoke_with(&name, heavy(twin.event(&name))).await;
        let status = answer["statusCode"].as_u64().unwrap();
        assert!((200..500).contains(&status) && status != 413, "{name}: {answer}");
    }
}

#[tokio::test]
async fn wix_api_sorts_as_many_requests_as_it_searches() {
    let twin = twin(1).await;
    wix::copy_request(&twin.shop, 4_999).await;
    let mut event = twin.event("wix-api");
    let path = format!("{}/query", wix::REQUESTS);
    for (place, value) in [("/rawPath", &*path), ("/requestContext/http/path", &*path)] {
        *event.pointer_mut(place).unwrap() = value.into();
    }
    let query = json!({"query": {"sort": [{"fieldName": "status"}], "cursorPaging": {"limit": 100}}});
    event["body"] = query.to_string().into();
    let answer = twin.invoke_with("wix-api", event).await;
    assert_eq!(answer["statusCode"], 200, "{answer}");
}

#[tokio::test]
async fn reconcile_takes_a_backlog() {
    const LATE: usize = 500;
    let twin = twin(LATE).await;
    let report = twin.invoke_with("reconcile", twin.event("reconcile")).await;
    assert_eq!((&report["woken"], &report["failed"]), (&json!(LATE), &json!(0)), "{report}");
}

#[tokio::test]
async fn send_request_takes_a_full_batch() {
    const BATCH: usize = 10;
    let twin = twin(BATCH).await;
    let messages = twin.shop.world.aws().queue(local::Work::Sends).unwrap().waiting();
    let record = |(n, (_, body)): (usize, &(_, String))| json!({"messageId": n.to_string(), "body": body});
    let records: Vec<_> = messages.iter().enumerate().map(record).collect();
    let answer = twin.invoke_with("send-request", json!({"Records": records})).await;
    assert_eq!(answer, json!({"batchItemFailures": []}));
    assert_eq!(twin.shop.inbox().len(), BATCH);
}

#[tokio::test]
async fn take_photo_takes_the_largest_picture() {
    let folder = Folder::new("largest-picture");
    let pixels = usize::try_from(SIDE * SIDE).unwrap();
    // The crate writes files with its own optimised code; an encoder would be compiled here, without.
    let file = |name: &str, bytes: Vec<u8>, color| {
        let path = folder.path().join(name);
        image::save_buffer(&path, &bytes, SIDE, SIDE, color).unwrap();
        std::fs::read(path).unwrap()
    };
    let deep = [9_000_u16, 30_000, 60_000, 50_000].map(u16::to_ne_bytes).concat().repeat(pixels);
    let deep = file("deep.png", deep, ExtendedColorType::Rgba16);
    let flat = file("flat.jpg", [9, 30, 60].repeat(pixels), ExtendedColorType::Rgb8);
    for file in [deep, flat] {
        let twin = twin(1).await;
        let hub = format!("/review/hub?token={}", twin.token);
        let key = photos::upload(&twin.shop, &hub, &file).await;
        let answer = twin.invoke_with("take-photo", photos::event_about(&key)).await;
        assert_eq!(answer, json!({"batchItemFailures": []}));
        let [photo] = &twin.shop.world.aws().objects()[..] else { panic!("the upload is gone") };
        assert!(photo.starts_with("photos/"), "{photo}");
    }
}
