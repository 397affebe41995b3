//! Each function's `bootstrap` handles the largest allowed input within the memory in `template.yaml`.

use std::io::Write;
use std::iter::once;

use app::clock::Clock;
use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use local::functions;

use crate::deployment::bootstrap::Twin;
use crate::dialects::wix;
use crate::feeds::files::turn_on;
use crate::hub::photos;
use crate::importing::uploads::form;
use crate::importing::{numbers, shown};
use crate::reviews::export::populate;
use crate::support::*;

const BODY_BYTES: usize = 64 * 1024;
/// The side of a square picture with the maximum number of pixels.
const SIDE: u32 = 7_071;

async fn twin(requests: usize) -> Twin {
    Twin::new(Clock::system().now(), requests).await
}

/// The event with the longest body, which is as expensive to parse as possible for its length.
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
    let twin = twin(100).await;
    for function in functions::http() {
        let name = function.name();
        let answer = twin.invoke_with(&name, heavy(twin.event(&name))).await;
        let status = answer["statusCode"].number();
        assert!((200..500).contains(&status) && status != 413, "{name}: {answer}");
    }
}

#[tokio::test]
#[ignore = "for .ci/nightly: it fills a function's memory"]
async fn wix_api_sorts_as_many_requests_as_it_searches() {
    let twin = twin(1).await;
    wix::copy_request(&twin.shop, 4_999).await;
    let mut event = twin.event("wix-api");
    let path = format!("{}/query", wix::REQUESTS);
    (event["rawPath"], event["requestContext"]["http"]["path"]) = (json!(path), json!(path));
    event["pathParameters"]["proxy"] = path.trim_start_matches("/reviews/").into();
    let query = json!({"query": {"sort": [{"fieldName": "status"}], "cursorPaging": {"limit": 100}}});
    event["body"] = query.to_string().into();
    let answer = twin.invoke_with("wix-api", event).await;
    assert_eq!(answer["statusCode"], 200, "{answer}");
}

#[tokio::test]
#[ignore = "for .ci/nightly: it fills a function's memory"]
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
    let messages = twin.shop.aws().queue(Work::Sends).unwrap().waiting();
    let record = |(n, (_, body)): (usize, &(_, String))| json!({"messageId": n.to_string(), "body": body});
    let records: Vec<_> = messages.iter().enumerate().map(record).collect();
    let answer = twin.invoke_with("send-request", json!({"Records": records})).await;
    assert_eq!(answer, json!({"batchItemFailures": []}));
    assert_eq!(twin.shop.inbox().len(), BATCH);
}

/// The file is larger than the memory, so the run cannot hold it.
#[tokio::test]
#[ignore = "for .ci/nightly: it fills a function's memory"]
async fn privacy_writes_a_file_for_google_that_is_larger_than_its_memory() {
    const MIB: u64 = 128;
    let twin = twin(1).await;
    let mug = json!({"title": "Mug", "url": "https://fern.example/mug"});
    twin.shop.put(format!("/api/v1/products/{MUG}"), &mug).await.is(200);
    turn_on(&twin.shop).await;
    populate(&twin.shop, 7_000, |_| "🧺".repeat(5_000)).await;
    let body = json!({"feed_of": twin.shop.tenant.to_string()}).to_string();
    let task = json!({"Records": [{"messageId": "1", "body": body}]});
    assert_eq!(twin.invoke_within(MIB, "privacy", task).await, json!({"batchItemFailures": []}));
    let path = format!("/feeds/{}/google.xml", twin.shop.tenant.id.as_str());
    let found = twin.shop.reads(path).await.is(302);
    let file = photos::view(&twin.shop, found.header("location"));
    let size = u64::try_from(file.body().len()).unwrap();
    assert!(size > MIB * 1024 * 1024, "{size}");
}

/// The file is larger than the memory, so no run can hold it.
#[tokio::test]
#[ignore = "for .ci/nightly: it fills a function's memory"]
async fn import_reviews_imports_a_file_that_is_larger_than_its_memory() {
    const MIB: u64 = 96;
    const ROWS: u64 = 860;
    let twin = twin(1).await;
    let asked = twin.shop.call("POST", "/api/v1/imports?format=afterword").send().await.json();
    // Long rows, so that few of them are enough.
    let rest = "x".repeat(120_000);
    let row = |n: u64| format!("r-{n},{MUG},5,Text {n}.,2025-03-02,{rest}\r\n");
    let head = "external_review_id,product_id,rating,body,created_at,diary\r\n".to_owned();
    let file: String = once(head).chain((0..ROWS).map(row)).collect();
    assert!(u64::try_from(file.len()).unwrap() > MIB * 1024 * 1024);
    assert_eq!(form(&asked).send(&twin.shop, file.as_bytes()).status(), 204);
    let [key] = &twin.shop.aws().objects()[..] else { panic!("the upload is gone") };
    let body = json!({"file": key}).to_string();
    let task = json!({"Records": [{"messageId": "1", "body": body}]});
    let mut runs = 0;
    let done = loop {
        let answer = twin.invoke_within(MIB, "import-reviews", task.clone()).await;
        assert_eq!(answer, json!({"batchItemFailures": []}));
        let shown = shown(&twin.shop, &asked["id"]).await;
        if shown["status"] != "running" {
            break shown;
        }
        runs += 1;
        assert!(runs < 10, "{shown}");
    };
    assert_eq!((&done["status"], numbers(&done)), (&json!("done"), (ROWS, ROWS, 0)), "{done}");
}

/// A square PNG file of one color, with sixteen bits for each of its four channels. It is made by hand, because the
/// `image` crate's encoder would be compiled without optimization here and take half a minute.
fn png(side: u32) -> Vec<u8> {
    let chunk = |kind: &[u8; 4], data: &[u8]| {
        let length = u32::try_from(data.len()).unwrap().to_be_bytes();
        let named = [kind, data].concat();
        let mut sum = Crc::new();
        sum.update(&named);
        [&length[..], &named, &sum.sum().to_be_bytes()].concat()
    };
    let header = [&side.to_be_bytes()[..], &side.to_be_bytes(), &[16, 6, 0, 0, 0]].concat();
    let pixel = [9_000_u16, 30_000, 60_000, 50_000].map(u16::to_be_bytes).concat();
    let row = [vec![0], pixel.repeat(usize::try_from(side).unwrap())].concat();
    let mut rows = ZlibEncoder::new(Vec::new(), Compression::fast());
    (0..side).for_each(|_| rows.write_all(&row).unwrap());
    let rows = rows.finish().unwrap();
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &header), chunk(b"IDAT", &rows), chunk(b"IEND", b"")].concat()
}

/// A square JPEG file of one color, with three full channels. Both Huffman tables have one code, `0`. In one table it
/// means "no difference from the block before", in the other "no more in this block". So each block is two zero bits.
fn jpeg(side: u32) -> Vec<u8> {
    let segment = |marker: u8, data: &[u8]| {
        let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker], &length[..], data].concat()
    };
    let [high, low] = u16::try_from(side).unwrap().to_be_bytes();
    let frame = [8, high, low, high, low, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0];
    let table = |class: u8| [vec![class, 1], vec![0; 15], vec![0]].concat();
    let quantization = [vec![0], vec![1; 64]].concat();
    let blocks = side.div_ceil(8).pow(2) * 3;
    [
        vec![0xff, 0xd8],
        segment(0xdb, &quantization),
        segment(0xc0, &frame),
        segment(0xc4, &[table(0), table(0x10)].concat()),
        segment(0xda, &[3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
        vec![0; usize::try_from(blocks * 2).unwrap().div_ceil(8)],
        vec![0xff, 0xd9],
    ]
    .concat()
}

#[tokio::test]
#[ignore = "for .ci/nightly: it fills a function's memory"]
async fn take_photo_takes_the_largest_picture() {
    for file in [png(SIDE), jpeg(SIDE)] {
        let twin = twin(1).await;
        let key = photos::upload(&twin.shop, &format!("/review/hub?token={}", twin.token), &file).await;
        let answer = twin.invoke_with("take-photo", photos::event_about(&key)).await;
        assert_eq!(answer, json!({"batchItemFailures": []}));
        let [photo] = &crate::hub::photos::originals(twin.shop.aws())[..] else { panic!("the upload is gone") };
        assert!(photo.starts_with("photos/"), "{photo}");
    }
}
