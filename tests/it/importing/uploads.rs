//! Files that are uploaded, and those that take more than one run.

use std::sync::atomic::AtomicU64;

use small_aws::Call;

use super::{HEAD, errors, numbers, post, reviews, rows, shown};
use crate::hub::photos::Upload;
use crate::support::*;

const FORMAT: &str = "format=afterword";

pub fn form(answer: &Value) -> Upload {
    let text = |value: &Value| value.owned();
    let fields = answer["upload"]["fields"].object().iter();
    Upload {
        url: text(&answer["upload"]["url"]),
        fields: fields.map(|(name, value)| (name.clone(), text(value))).collect(),
    }
}

/// Lets 16 seconds pass with every so manieth row, so that no run is long enough for more rows than that. How far an import is
/// is saved in a transaction of two writes.
pub fn take_long(shop: &Shop, every: u64) {
    let (clock, written) = (shop.aws().clock().clone(), AtomicU64::new(0));
    shop.aws().set_tampering(move |call: &Call, body: &mut Value| {
        let is_row = body["TransactItems"].as_array().is_some_and(|items| items.len() > 2);
        if call.operation == "TransactWriteItems"
            && is_row
            && written.fetch_add(1, Ordering::SeqCst) % every == every - 1
        {
            clock.set(clock.now() + SECOND * 16);
        }
    });
}

/// Ends [`take_long`].
pub fn take_no_longer(shop: &Shop) {
    shop.aws().set_tampering(|_, _| {});
}

async fn awaiting(shop: &Shop, query: &str) -> Value {
    shop.call("POST", format!("/api/v1/imports?{query}")).send().await.is(201).json()
}

/// Asks for an import and uploads its file; the answer.
pub async fn uploaded(shop: &Shop, query: &str, file: &str) -> Value {
    let asked = awaiting(shop, query).await;
    assert_eq!(form(&asked).send(shop, file.as_bytes()).status(), 204);
    asked
}

#[tokio::test]
async fn without_a_body_a_form_uploads_the_file_within_an_hour() {
    let shop = Shop::new().await;
    let asked = awaiting(&shop, FORMAT).await;
    assert_eq!((&asked["status"], numbers(&asked)), (&json!("awaiting_upload"), (0, 0, 0)));
    assert_eq!(keys(&asked["upload"]), ["fields", "url"]);
    let file = format!("{HEAD}{}", rows(0..3));
    shop.jump(MINUTE * 59);
    assert_eq!(form(&asked).send(&shop, file.as_bytes()).status(), 204);
    shop.settle().await;
    let done = shown(&shop, &asked["id"]).await;
    assert_eq!((&done["status"], numbers(&done), &done["upload"]), (&json!("done"), (3, 3, 0), &Value::Null));
    assert_eq!(shop.aws().objects(), [""; 0]);
    // The same file once more, before the form ends: the import is over, and the file goes.
    assert_eq!(form(&asked).send(&shop, file.as_bytes()).status(), 204);
    shop.settle().await;
    assert_eq!((shown(&shop, &asked["id"]).await, shop.aws().objects().len()), (done, 0));
    assert_eq!(reviews(&shop).await.len(), 3);
}

#[tokio::test]
async fn a_form_takes_one_file_of_1_byte_to_100_mb_under_one_name_for_an_hour() {
    let shop = Shop::new().await;
    let asked = awaiting(&shop, FORMAT).await;
    let upload = form(&asked);
    assert_eq!(
        upload.refusal(&shop, b""),
        "400 EntityTooSmall Your proposed upload is smaller than the minimum allowed size"
    );
    let policy = upload.fields.iter().find(|(name, _)| name == "policy").unwrap().1.clone();
    let policy = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, policy).unwrap();
    let policy: Value = serde_json::from_slice(&policy).unwrap();
    assert!(policy["conditions"].list().contains(&json!(["content-length-range", 1, 100 * 1024 * 1024])), "{policy}");
    let id = asked["id"].text();
    let key = format!("imports/fern.live/{id}");
    assert!(policy["conditions"].list().contains(&json!({"key": key})), "{policy}");
    for other in ["imports/oak.live/x", "photos/x", "exports/x"] {
        assert!(upload.clone().with("key", other).refusal(&shop, b"x").contains("Policy Condition failed"), "{other}");
    }
    shop.jump(HOUR);
    assert!(upload.refusal(&shop, b"x").contains("Policy expired"));
    let renewed = shown(&shop, &asked["id"]).await;
    assert_eq!(form(&renewed).send(&shop, format!("{HEAD}{}", rows(0..1)).as_bytes()).status(), 204);
}

/// The type decides where it is that of JSON lines, so that one bad line at the top loses no other.
#[tokio::test]
async fn lines_that_are_declared_as_json_are_read_as_such_whatever_the_first_one_is() {
    let line = json!({"productId": "1", "rating": 5, "dateCreated": "2025-03-02"});
    for (content_type, expected) in [("application/x-ndjson; charset=utf-8", (2, 1, 1)), ("text/csv", (0, 0, 0))] {
        let shop = Shop::new().await;
        let asked = awaiting(&shop, "format=okendo").await;
        let upload = form(&asked).with("Content-Type", content_type);
        assert_eq!(upload.send(&shop, format!("<html>\n{line}\n").as_bytes()).status(), 204);
        shop.settle().await;
        assert_eq!(numbers(&shown(&shop, &asked["id"]).await), expected, "{content_type}");
    }
}

#[tokio::test]
async fn what_does_not_fit_into_a_run_goes_on_in_the_next_and_a_message_that_comes_twice_changes_nothing() {
    let shop = Shop::new().await;
    take_long(&shop, 150);
    let bad = format!("r-x,{MUG},9,,,,,,,2025-03-02\r\n");
    let file = format!("{HEAD}{}{bad}{}", rows(0..320), rows(319..400));
    let asked = uploaded(&shop, FORMAT, &file).await;
    let aws = shop.aws();
    let queue = aws.queue(Work::Imports).unwrap();
    queue.set_copies(|| vec![SignedDuration::ZERO; 2]);
    aws.publish_uploads().unwrap();
    queue.set_copies(|| vec![SignedDuration::ZERO]);
    aws.take_calls();
    shop.settle().await;
    let more = aws.calls().iter().filter(|call| call.operation == "SendMessage").count();
    assert!(more >= 2, "{more} more runs");
    let done = shown(&shop, &asked["id"]).await;
    assert_eq!((&done["status"], numbers(&done)), (&json!("done"), (402, 400, 2)));
    assert_eq!(errors(&done), [(322, Some("rating"), "invalid_rating"), (323, None, "duplicate")]);
    assert_eq!(shop.get("/api/v1/reviews/stats").await.json()["total_reviews"], 400);
}

/// Imports a file of which each run takes a row; what its record shows then.
async fn import_in_runs(count: usize, allows_loops: bool) -> Value {
    let shop = Shop::new().await;
    let aws = shop.aws();
    if !allows_loops {
        aws.stop_loops();
    }
    take_long(&shop, 1);
    let asked = uploaded(&shop, FORMAT, &format!("{HEAD}{}", rows(0..count))).await;
    shop.settle().await;
    shop.advance(HOUR).await;
    shown(&shop, &asked["id"]).await
}

#[tokio::test]
async fn an_import_may_have_any_number_of_runs() {
    let done = import_in_runs(40, true).await;
    assert_eq!((&done["status"], numbers(&done)), (&json!("done"), (40, 40, 0)));
    let stopped = import_in_runs(40, false).await;
    assert_eq!(
        (&stopped["status"], numbers(&stopped)),
        (&json!("running"), (16, 16, 0)),
        "it would be stopped for good"
    );
}

#[tokio::test]
async fn a_file_of_several_megabytes_is_read_in_parts_and_a_row_without_its_quotation_mark_ends_nothing_before_it() {
    let shop = Shop::new().await;
    let long = "é".repeat(2_450);
    let row = |n: usize| format!("r-{n},{MUG},5,,\"{n} {long}\r\nEnd.\",,,,,2025-03-02\r\n");
    let mut file = HEAD.to_owned();
    for n in 0..700 {
        file += &row(n);
    }
    file += &format!("r-x,{MUG},5,,\"{}\",,,,,2025-03-02\r\n", "x".repeat(200_000));
    file += &row(700);
    file += &format!("r-y,{MUG},5,,\"never closed,,,,,2025-03-02\r\n{}", row(701).replace('"', "").repeat(60));
    assert!(file.len() > 3 * 1024 * 1024);
    let asked = uploaded(&shop, "format=afterword&dry_run=true", &file).await;
    shop.settle().await;
    let done = shown(&shop, &asked["id"]).await;
    // Every line behind the quotation mark is read as a row: here each row has two.
    assert_eq!((numbers(&done).1, &done["skipped_for"]["open_quote"]), (701, &json!(1)), "{done}");
    let found = errors(&done);
    assert_eq!(found[0], (2 + 1_400, None, "row_too_long"));
    assert_eq!(found[1], (2 + 1_400 + 1 + 2, None, "open_quote"));
}

#[tokio::test]
async fn an_unknown_file_is_nobodys() {
    let shop = Shop::new().await;
    assert_eq!(post(&shop, FORMAT, "text/csv", "").await.json()["status"], "awaiting_upload");
    let parts = import_reviews::start(shop.world.env()).unwrap();
    let record = |body: Value| json!({"Records": [{"messageId": "1", "body": body.to_string()}]});
    let unknown = record(json!({"file": "imports/fern.live/6f4770fc-b8ee-4bf2-9977-d048a7f27987"}));
    let done = import_reviews::handle(parts.clone(), serde_json::from_value(unknown).unwrap()).await.unwrap();
    assert!(done.batch_item_failures.is_empty());
    for wrong in [json!({"file": "photos/x"}), json!({"file": "imports/fern/x"}), json!({})] {
        let done = import_reviews::handle(parts.clone(), serde_json::from_value(record(wrong)).unwrap()).await.unwrap();
        assert_eq!(done.batch_item_failures.len(), 1, "it is set aside");
    }
}
