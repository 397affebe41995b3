//! Files that take more than one run, and what may happen between two of them.

use std::sync::atomic::AtomicU64;

use small_aws::Call;

use super::uploads::{form, take_long, take_no_longer, uploaded};
use super::{HEAD, IMPORTS, errors, numbers, reviews, rows, shown};
use crate::console::{MARA, Visitor};
use crate::support::*;

const FORMAT: &str = "format=afterword";
/// Longer than a message that nobody finishes is hidden.
const HIDDEN_FOR: SignedDuration = SignedDuration::from_secs(200);

/// Lets the first run of an import take 150 rows. What is left of it comes later than what is asked for meanwhile.
async fn first_run(shop: &Shop, query: &str, file: &str) -> Value {
    let asked = uploaded(shop, query, file).await;
    take_long(shop, 150);
    for running in shop.world.due(1).unwrap() {
        running.await.unwrap();
    }
    take_no_longer(shop);
    assert_eq!(shop.aws().queue(Work::Imports).unwrap().receive(1).unwrap().len(), 1, "the rest is queued");
    let running = shown(shop, &asked["id"]).await;
    assert_eq!((&running["status"], numbers(&running).0), (&json!("running"), 150));
    asked
}

/// Nothing of an import is left but its record: no file, and nothing that waits or was set aside.
fn is_over(shop: &Shop) {
    let queue = shop.aws().queue(Work::Imports).unwrap();
    assert_eq!((queue.waiting(), queue.dead()), (Vec::new(), Vec::new()));
    let files: Vec<_> = shop.aws().objects();
    assert!(files.iter().all(|key| key.starts_with("erasures/")), "{files:?}");
}

#[tokio::test]
async fn the_console_shows_how_far_a_file_is_read_and_names_its_products() {
    let shop = crate::console::shop().await;
    shop.put("/api/v1/products/shopify-7", &json!({"title": "Mug"})).await.is(200);
    let mara = Visitor::signed_in(&shop, MARA).await;
    let row = |n: usize| format!("j-{n},Lovely {n:04}.,4,2025-03-02,Jane,,7\n");
    let file = format!(
        "review_id,body,rating,review_date,reviewer_name,reviewer_email,product_id\n{}",
        (1..=600).map(row).collect::<String>()
    );
    let asked = first_run(&shop, "format=judgeme&platform=shopify", &file).await;
    let page = format!("/console/files/{}", asked["id"].text());
    shop.jump(MINUTE * 2);
    let body = mara.get(&page).await.is(200).body;
    body.shows(["<title>2", "150 of about 6", " minutes left.", "<progress max=\"100\" value=\"2", ">Mug</bdi>"]);
    shop.advance(HIDDEN_FOR).await;
    mara.get(&page).await.lacks(["<progress", "minutes left"]);
}

#[tokio::test]
async fn who_is_erased_between_two_runs_does_not_come_back_with_the_rest_of_the_file() {
    let head = "review_id,body,rating,review_date,reviewer_name,reviewer_email,product_id\n";
    let row = |n: usize, name: &str, email: &str| format!("j-{n},{name} {n}.,4,2025-03-02,{name},{email},7\n");
    let mut file = head.to_owned();
    for n in 0..300 {
        // Before the first run's end and after it.
        file += &match n {
            100 | 200 | 250 => row(n, "canary", "Canary@example.com"),
            _ => row(n, "Jane", &format!("jane-{n}@example.com")),
        };
    }
    let shop = Shop::new().await;
    let asked = first_run(&shop, "format=judgeme&platform=shopify", &file).await;
    let erase = json!({"email": "canary@example.com"});
    shop.post("/api/v1/privacy/erase", erase).await.is(202);
    shop.advance(HIDDEN_FOR).await;
    let done = shown(&shop, &asked["id"]).await;
    assert_eq!((&done["status"], numbers(&done)), (&json!("done"), (300, 298, 2)));
    assert_eq!(errors(&done), [(202, None, "erased"), (252, None, "erased")]);
    let listed = shop.get("/api/v1/reviews.jsonl").await.body;
    assert_eq!((listed.lines().count(), listed.contains("canary")), (297, false), "the one before was erased");
    is_over(&shop);

    // A dry run of the rows that are left says so, too.
    let others = format!("{head}{}{}", row(1_000, "canary", "canary@example.com"), row(1_001, "Jane", ""));
    let dry = super::import(&shop, "format=judgeme&platform=shopify&dry_run=true", &others).await;
    assert_eq!((numbers(&dry), errors(&dry)), ((2, 1, 1), vec![(2, None, "erased")]));
    // Nothing is ordered for a row with photos.
    let photo = "review_id,rating,review_date,reviewer_email,product_id,picture_urls\nj-2000,4,2025-03-02,canary@example.com,7,https://a.example/1.jpg\n";
    let refused = super::import(&shop, "format=judgeme&platform=shopify", photo).await;
    assert_eq!((numbers(&refused), errors(&refused)), ((1, 0, 1), vec![(2, None, "erased")]));
    is_over(&shop);
}

/// Each read of a part of a file takes so long.
fn reads_slowly(shop: &Shop, by: SignedDuration) {
    let clock = shop.aws().clock().clone();
    shop.aws().set_faults(move |call: &Call| {
        if call.operation == "GetObject" {
            clock.set(clock.now() + by);
        }
        Fault::None
    });
}

#[tokio::test]
async fn a_dry_run_goes_on_where_the_last_run_ended_however_long_a_read_takes() {
    let shop = Shop::new().await;
    // All parts of the file together take longer than the function may.
    reads_slowly(&shop, SECOND * 3);
    let text = "é".repeat(2_450);
    let row = |n: usize| format!("r-{n},{MUG},5,,{n} {text},,,,,2025-03-02\r\n");
    let file: String = (0..2_200).map(row).collect();
    assert!(file.len() > 10 * 1024 * 1024);
    let asked = uploaded(&shop, "format=afterword&dry_run=true", &format!("{HEAD}{file}")).await;
    shop.settle().await;
    let done = shown(&shop, &asked["id"]).await;
    assert_eq!((&done["status"], numbers(&done)), (&json!("done"), (2_200, 2_200, 0)), "{done}");
    assert_eq!(shop.aws().timed_out(), [""; 0]);
    assert_eq!(reviews(&shop).await.len(), 0);
    is_over(&shop);
}

#[tokio::test]
async fn rows_that_say_nothing_take_as_many_runs_as_they_need() {
    let shop = Shop::new().await;
    reads_slowly(&shop, SECOND * 4);
    let nothing = json!({"unread": "x".repeat(100_000)}).to_string() + "\n";
    let last = json!({"productId": "1", "rating": 5, "dateCreated": "2025-03-02"}).to_string();
    for dry in ["", "&dry_run=true"] {
        let asked = uploaded(&shop, &format!("format=okendo{dry}"), &(nothing.repeat(100) + last.as_str())).await;
        shop.settle().await;
        let done = shown(&shop, &asked["id"]).await;
        let imported = u64::from(dry.is_empty());
        assert_eq!((&done["status"], numbers(&done)), (&json!("done"), (1, imported, 1 - imported)), "{done}");
        assert_eq!(shop.aws().timed_out(), [""; 0]);
    }
    let empty = uploaded(&shop, "format=okendo", &nothing.repeat(100)).await;
    shop.settle().await;
    let failed = shown(&shop, &empty["id"]).await;
    assert_eq!((&failed["status"], errors(&failed)), (&json!("failed"), vec![(1, None, "empty_file")]));
    is_over(&shop);
}

#[tokio::test]
async fn an_import_fails_whose_file_is_gone() {
    for dry in ["", "&dry_run=true"] {
        let shop = Shop::new().await;
        let query = format!("{FORMAT}{dry}");
        let asked = match dry {
            "" => first_run(&shop, &query, &format!("{HEAD}{}", rows(0..300))).await,
            // Before its first row.
            _ => uploaded(&shop, &query, &format!("{HEAD}{}", rows(0..300))).await,
        };
        let key = shop.aws().objects().pop().unwrap();
        shop.world.env().bucket().unwrap().delete(&key, shop.now()).await.unwrap();
        shop.advance(HIDDEN_FOR).await;
        let failed = shown(&shop, &asked["id"]).await;
        let (read, line) = if dry.is_empty() { (150, 151) } else { (0, 1) };
        assert_eq!((&failed["status"], numbers(&failed)), (&json!("failed"), (read, read, 0)), "{failed}");
        assert_eq!(errors(&failed), [(line, None, "file_gone")]);
        shop.get(format!("{IMPORTS}/{}/report.csv", asked["id"].text())).await.is(200).shows(["file_gone"]);
        is_over(&shop);
    }
}

#[tokio::test]
async fn an_import_fails_whose_file_is_replaced_while_it_is_read() {
    let shop = Shop::new().await;
    let asked = first_run(&shop, FORMAT, &format!("{HEAD}{}", rows(0..300))).await;
    let other = rows(0..400).replace("Text", "Other text");
    assert_eq!(form(&asked).send(&shop, format!("{HEAD}{other}").as_bytes()).status(), 204);
    shop.advance(HIDDEN_FOR).await;
    let failed = shown(&shop, &asked["id"]).await;
    assert_eq!((&failed["status"], numbers(&failed)), (&json!("failed"), (150, 150, 0)));
    assert_eq!(errors(&failed), [(151, None, "file_changed")]);
    is_over(&shop);
    // The same file once more is no other one.
    let shop = Shop::new().await;
    let file = format!("{HEAD}{}", rows(0..300));
    let asked = first_run(&shop, FORMAT, &file).await;
    assert_eq!(form(&asked).send(&shop, file.as_bytes()).status(), 204);
    shop.advance(HIDDEN_FOR).await;
    let done = shown(&shop, &asked["id"]).await;
    assert_eq!((&done["status"], numbers(&done)), (&json!("done"), (300, 300, 0)));
    is_over(&shop);
}

/// SQS' fair queues let the messages of a shop that has many wait behind those of others.
#[tokio::test]
async fn what_is_left_of_a_file_waits_in_its_shops_group() {
    let shop = Shop::new().await;
    let groups = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&groups);
    let (clock, written) = (shop.aws().clock().clone(), AtomicU64::new(0));
    shop.aws().set_tampering(move |call, body: &mut Value| {
        if call.operation == "SendMessage" && body["QueueUrl"].text().ends_with(Work::Imports.as_ref()) {
            noted.lock().unwrap().push(body["MessageGroupId"].clone());
        }
        let is_row = body["TransactItems"].as_array().is_some_and(|items| items.len() > 2);
        if is_row && written.fetch_add(1, Ordering::SeqCst) % 150 == 149 {
            clock.set(clock.now() + SECOND * 16);
        }
    });
    uploaded(&shop, FORMAT, &format!("{HEAD}{}", rows(0..400))).await;
    shop.settle().await;
    assert_eq!(*groups.lock().unwrap(), ["fern.live", "fern.live"]);
}
