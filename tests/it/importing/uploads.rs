//! Files that are uploaded, and those that take more than one run.

use std::sync::atomic::AtomicU64;

use small_aws::Call;

use super::{HEAD, errors, numbers, reviews, rows, shown};
use crate::hub::photos::Upload;
use crate::support::*;

const FORMAT: &str = "format=afterword";

pub fn form(answer: &Value) -> Upload {
    let fields = answer["upload"]["fields"].object().iter().map(|(name, value)| (name.clone(), value.owned()));
    Upload { url: answer["upload"]["url"].owned(), fields: fields.collect() }
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
pub async fn uploaded(shop: &Shop, query: &str, file: impl AsRef<[u8]>) -> Value {
    let asked = awaiting(shop, query).await;
    assert_eq!(form(&asked).send(shop, file.as_ref()).status(), 204);
    asked
}

/// Lets all runs happen of an import; what its record shows then, and how many times it was continued.
pub async fn read(shop: &Shop, asked: &Value) -> (Value, usize) {
    shop.aws().take_calls();
    shop.settle().await;
    let more = shop.operations().iter().filter(|operation| *operation == "SendMessage").count();
    (shown(shop, &asked["id"]).await, more)
}

#[tokio::test]
async fn without_a_body_a_form_uploads_the_file_within_an_hour() {
    let shop = Shop::new().await;
    let asked = awaiting(&shop, FORMAT).await;
    assert_eq!((&asked["status"], numbers(&asked)), (&json!("awaiting_upload"), (0, 0, 0)));
    assert_eq!(keys(&asked["upload"]), ["fields", "url"]);
    let file = format!("{HEAD}{}", rows(0..3));
    shop.jump(MINUTE * 59);
    // The file comes once more before the form ends: the import is over, and the file goes.
    for _ in 0..2 {
        assert_eq!(form(&asked).send(&shop, file.as_bytes()).status(), 204);
        let (done, _) = read(&shop, &asked).await;
        assert_eq!((&done["status"], numbers(&done), &done["upload"]), (&json!("done"), (3, 3, 0), &Value::Null));
        assert_eq!((reviews(&shop).await.len(), shop.aws().objects().len()), (3, 0));
    }
}

#[tokio::test]
async fn a_form_takes_one_file_of_1_byte_to_100_mb_under_one_name_for_an_hour() {
    let shop = Shop::new().await;
    let asked = awaiting(&shop, FORMAT).await;
    let upload = form(&asked);
    assert!(upload.refusal(&shop, b"").starts_with("400 EntityTooSmall"));
    let policy = &upload.fields.iter().find(|(name, _)| name == "policy").unwrap().1;
    let policy = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, policy).unwrap();
    let policy: Value = serde_json::from_slice(&policy).unwrap();
    let key = format!("imports/fern.live/{}", asked["id"].text());
    for condition in [json!(["content-length-range", 1, 100 * 1024 * 1024]), json!({"key": key})] {
        assert!(policy["conditions"].list().contains(&condition), "{policy}");
    }
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
    let shop = Shop::new().await;
    let asked = awaiting(&shop, "format=okendo").await;
    let upload = form(&asked).with("Content-Type", "application/x-ndjson; charset=utf-8");
    let file = b"<html>\n{\"productId\": \"1\", \"rating\": 5, \"dateCreated\": \"2025-03-02\"}\n";
    assert_eq!(upload.send(&shop, file).status(), 204);
    assert_eq!(numbers(&read(&shop, &asked).await.0), (2, 1, 1));
}

/// What is left of a file waits in its shop's group: SQS' fair queues let the messages of a shop that has many wait behind
/// those of others.
#[tokio::test]
async fn what_does_not_fit_into_a_run_goes_on_in_the_next_and_a_message_that_comes_twice_changes_nothing() {
    let shop = Shop::new().await;
    take_long(&shop, 150);
    let bad = format!("r-x,{MUG},9,,,,,,,2025-03-02\r\n");
    let file = format!("{HEAD}{}{bad}{}", rows(0..320), rows(319..400));
    let asked = uploaded(&shop, FORMAT, &file).await;
    let queue = shop.aws().queue(Work::Imports).unwrap();
    queue.set_copies(|| vec![SignedDuration::ZERO; 2]);
    shop.aws().publish_uploads().unwrap();
    queue.set_copies(|| vec![SignedDuration::ZERO]);
    for running in shop.world.due(1).unwrap() {
        running.await.unwrap();
    }
    assert!(queue.waiting_groups().contains(&Some("fern.live".to_owned())), "{:?}", queue.waiting_groups());
    let (done, more) = read(&shop, &asked).await;
    assert!(more >= 1, "{more} more runs");
    assert_eq!((&done["status"], numbers(&done)), (&json!("done"), (402, 400, 2)));
    assert_eq!(errors(&done), [(322, Some("rating"), "invalid_rating"), (323, None, "duplicate")]);
    assert_eq!(shop.get("/api/v1/reviews/stats").await.json()["total_reviews"], 400);
}

/// Without a word in the template, Lambda ends a loop of 16 runs for good.
#[tokio::test]
async fn an_import_may_have_any_number_of_runs() {
    for (is_stopped, status, rows_read) in [(false, "done", 40), (true, "running", 16)] {
        let shop = Shop::new().await;
        if is_stopped {
            shop.aws().stop_loops();
        }
        take_long(&shop, 1);
        let asked = uploaded(&shop, FORMAT, format!("{HEAD}{}", rows(0..40))).await;
        let (done, _) = read(&shop, &asked).await;
        assert_eq!((&done["status"], numbers(&done)), (&json!(status), (rows_read, rows_read, 0)));
    }
}

#[tokio::test]
async fn a_file_of_several_megabytes_is_read_in_parts_and_a_row_without_its_quotation_mark_ends_nothing_before_it() {
    let shop = Shop::new().await;
    let long = "é".repeat(2_450);
    let row = |n: usize| format!("r-{n},{MUG},5,,\"{n} {long}\r\nEnd.\",,,,,2025-03-02\r\n");
    let mut file = HEAD.to_owned() + &(0..700).map(row).collect::<String>();
    file += &format!("r-x,{MUG},5,,\"{}\",,,,,2025-03-02\r\n", "x".repeat(200_000));
    file += &row(700);
    file += &format!("r-y,{MUG},5,,\"never closed,,,,,2025-03-02\r\n{}", row(701).replace('"', "").repeat(60));
    assert!(file.len() > 3 * 1024 * 1024);
    let asked = uploaded(&shop, "format=afterword&dry_run=true", &file).await;
    let (done, _) = read(&shop, &asked).await;
    // Every line behind the quotation mark is read as a row: here each row has two.
    assert_eq!((numbers(&done).1, &done["skipped_for"]["open_quote"]), (701, &json!(1)), "{done}");
    let expected = [(2 + 1_400, None, "row_too_long"), (2 + 1_400 + 1 + 2, None, "open_quote")];
    assert_eq!(errors(&done)[..2], expected);
}

/// Tables as spreadsheets save them.
#[tokio::test]
async fn tables_in_other_encodings_are_read_in_as_many_runs_as_they_need() {
    let text = |tea: &str| {
        let row = |n: usize| format!("8205\t5\tSchön {tea}\tLéa {n}\t2025-03-02\r\n");
        "productId\trating\tbody\tname\tdateCreated\r\n".to_owned() + &(0..40).map(row).collect::<String>()
    };
    let utf16 = |text: &str, of: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(of).collect::<Vec<u8>>();
    let windows_1252 = text("!").chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect();
    for (bytes, body, notes) in [
        (utf16(&format!("\u{feff}{}", text("🍵")), u16::to_be_bytes), "Schön 🍵", json!({})),
        (utf16(&text("🍵"), u16::to_le_bytes), "Schön 🍵", json!({})),
        (windows_1252, "Schön !", json!({"read_as_windows_1252": 40})),
    ] {
        let shop = Shop::new().await;
        take_long(&shop, 15);
        let asked = uploaded(&shop, "format=okendo", bytes).await;
        let (done, more) = read(&shop, &asked).await;
        assert_eq!((numbers(&done), &done["notes"], more), ((40, 40, 0), &notes, 2), "{done}");
        assert!(reviews(&shop).await.iter().all(|review| review["content"] == body), "{body}");
    }
    // In windows-1250, this begins with another letter, and nobody knows which encoding it is.
    let shop = Shop::new().await;
    shop.put("/api/v1/settings", json!({"language": "pl"})).await.is(200);
    let polish = b"productId,rating,body,dateCreated\n8205,5,Good,2025-03-02\n8205,5,\x8cwietna,2025-03-02\n".to_vec();
    let asked = uploaded(&shop, "format=okendo", polish).await;
    let (refused, _) = read(&shop, &asked).await;
    assert_eq!((numbers(&refused), errors(&refused)), ((0, 0, 0), vec![(1, None, "not_utf8")]), "{refused}");
}

#[tokio::test]
async fn an_unknown_file_is_nobodys() {
    let shop = Shop::new().await;
    let parts = import_reviews::start(shop.world.env()).unwrap();
    let unknown = json!({"file": "imports/fern.live/6f4770fc-b8ee-4bf2-9977-d048a7f27987"});
    let wrong = [json!({"file": "photos/x"}), json!({"file": "imports/fern/x"}), json!({})].map(|body| (body, 1));
    for (body, set_aside) in [(unknown, 0)].into_iter().chain(wrong) {
        let event = json!({"Records": [{"messageId": "1", "body": body.to_string()}]});
        let done = import_reviews::handle(parts.clone(), serde_json::from_value(event).unwrap()).await.unwrap();
        assert_eq!(done.batch_item_failures.len(), set_aside, "{body}");
    }
}
