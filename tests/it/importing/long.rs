//! Files that take more than one run, and what may happen between two of them.

use small_aws::Call;

use super::uploads::{form, read, take_long, take_no_longer, uploaded};
use super::{HEAD, IMPORTS, errors, numbers, reviews, rows, shown};
use crate::console::{MARA, Visitor};
use crate::support::*;

const FORMAT: &str = "format=afterword";
const JUDGEME: &str = "review_id,body,rating,review_date,reviewer_name,reviewer_email,product_id\n";
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

/// Nothing of an import is left but its record: no file but those of trials, and nothing that waits or was set aside.
fn is_over(shop: &Shop, tried: usize) {
    let queue = shop.aws().queue(Work::Imports).unwrap();
    assert_eq!((queue.waiting(), queue.dead()), (Vec::new(), Vec::new()));
    let files: Vec<_> = shop.aws().objects().into_iter().filter(|key| !key.starts_with("erasures/")).collect();
    assert_eq!(files.len(), tried, "{files:?}");
}

#[tokio::test]
async fn the_console_shows_how_far_a_file_is_read_and_names_its_products() {
    let shop = crate::console::shop().await;
    shop.put("/api/v1/products/shopify-7", &json!({"title": "Mug"})).await.is(200);
    let mara = Visitor::signed_in(&shop, MARA).await;
    let row = |n: usize| format!("j-{n},Lovely {n:04}.,4,2025-03-02,Jane,,7\n");
    let file = JUDGEME.to_owned() + &(1..=600).map(row).collect::<String>();
    let asked = first_run(&shop, "format=judgeme&platform=shopify", &file).await;
    let page = format!("/console/files/{}", asked["id"].text());
    shop.jump(MINUTE * 2);
    let shown = ["<title>2", "150 of about 6", " minutes left.", "<progress max=\"100\" value=\"2", ">Mug</bdi>"];
    mara.get(&page).await.is(200).shows(shown);
    shop.advance(HIDDEN_FOR).await;
    mara.get(&page).await.lacks(["<progress", "minutes left"]);
}

#[tokio::test]
async fn who_is_erased_between_two_runs_does_not_come_back_with_the_rest_of_the_file() {
    let query = "format=judgeme&platform=shopify";
    // The person's rows are before the first run's end and after it.
    let row = |n: usize| match n {
        100 | 200 | 250 => format!("j-{n},canary {n}.,4,2025-03-02,canary,Canary@example.com,7\n"),
        _ => format!("j-{n},Jane {n}.,4,2025-03-02,Jane,jane-{n}@example.com,7\n"),
    };
    let shop = Shop::new().await;
    let asked = first_run(&shop, query, &(JUDGEME.to_owned() + &(0..300).map(row).collect::<String>())).await;
    let erase = json!({"email": "canary@example.com"});
    shop.post("/api/v1/privacy/erase", erase).await.is(202);
    shop.advance(HIDDEN_FOR).await;
    let done = shown(&shop, &asked["id"]).await;
    assert_eq!((&done["status"], numbers(&done)), (&json!("done"), (300, 298, 2)));
    assert_eq!(errors(&done), [(202, None, "erased"), (252, None, "erased")]);
    let listed = shop.get("/api/v1/reviews.jsonl").await.body;
    assert_eq!((listed.lines().count(), listed.contains("canary")), (297, false), "the one before was erased");
    is_over(&shop, 0);
    // A dry run of the rows that are left says so, too; and nothing is ordered for a row with photos.
    for (dry, row) in [("&dry_run=true", "canary@example.com,7,"), ("", "canary@example.com,7,https://a.example/1.jpg")]
    {
        let file = format!("{},picture_urls\nj-2000,,4,2025-03-02,,{row}\n", JUDGEME.trim_end());
        let refused = super::import(&shop, &format!("{query}{dry}"), &file).await;
        assert_eq!((numbers(&refused), errors(&refused)), ((1, 0, 1), vec![(2, None, "erased")]));
        is_over(&shop, 1);
    }
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

/// A file is read to its end before its first row, and each run knows what the dates proved. Of short files, `files.txt`
/// tells.
#[tokio::test]
async fn a_date_in_the_last_row_of_a_long_file_proves_the_order_of_day_and_month_for_every_run() {
    let shop = Shop::new().await;
    let filler = "x".repeat(40_000);
    let dates = ["3/2/2025"; 80].into_iter().chain(["3/25/2025"]);
    let rows: String = dates.enumerate().map(|(n, date)| format!("7,4,No. {n},{date},{filler}\n")).collect();
    // A run has time for two of the first parts of the file.
    reads_slowly(&shop, SECOND * 8);
    let file = format!("productId,rating,body,dateCreated,countryCode\n{rows}");
    let (done, more) = read(&shop, &uploaded(&shop, "format=okendo", file).await).await;
    assert!(more >= 8, "{more} more runs");
    assert_eq!((numbers(&done), &done["notes"]), ((81, 81, 0), &json!({"read_month_first": 81})), "{done}");
    let all = reviews(&shop).await;
    let days: BTreeSet<_> = all.iter().map(|review| &review["review_created_at"].text()[..10]).collect();
    assert_eq!(Vec::from_iter(days), ["2025-03-02", "2025-03-25"]);
}

#[tokio::test]
async fn a_dry_run_goes_on_where_the_last_run_ended_however_long_a_read_takes() {
    let shop = Shop::new().await;
    // All parts of the file together take longer than the function may.
    reads_slowly(&shop, SECOND * 3);
    let text = "é".repeat(2_450);
    let file: String = (0..2_200).map(|n| format!("r-{n},{MUG},5,,{n} {text},,,,,2025-03-02\r\n")).collect();
    assert!(file.len() > 10 * 1024 * 1024);
    let asked = uploaded(&shop, "format=afterword&dry_run=true", format!("{HEAD}{file}")).await;
    let (done, _) = read(&shop, &asked).await;
    assert_eq!((&done["status"], numbers(&done)), (&json!("done"), (2_200, 2_200, 0)), "{done}");
    assert_eq!(shop.aws().timed_out(), [""; 0]);
    is_over(&shop, 1);
}

#[tokio::test]
async fn rows_that_say_nothing_take_as_many_runs_as_they_need() {
    let shop = Shop::new().await;
    reads_slowly(&shop, SECOND * 4);
    let nothing = (json!({"unread": "x".repeat(100_000)}).to_string() + "\n").repeat(100);
    let last = nothing.clone() + &json!({"productId": "1", "rating": 5, "dateCreated": "2025-03-02"}).to_string();
    for (query, file, status, (rows, imported, skipped)) in [
        ("format=okendo", &last, "done", (1, 1, 0)),
        ("format=okendo&dry_run=true", &last, "done", (1, 0, 1)),
        ("format=okendo", &nothing, "failed", (0, 0, 0)),
    ] {
        let (done, _) = read(&shop, &uploaded(&shop, query, file).await).await;
        assert_eq!((&done["status"], numbers(&done)), (&json!(status), (rows, imported, skipped)), "{done}");
        assert_eq!(rows == 0, errors(&done) == [(1, None, "empty_file")], "{done}");
        assert_eq!(shop.aws().timed_out(), [""; 0]);
        is_over(&shop, usize::from(imported == 0));
    }
}

#[tokio::test]
async fn an_import_fails_whose_file_is_gone() {
    for (query, read) in [(FORMAT, 150), ("format=afterword&dry_run=true", 0)] {
        let shop = Shop::new().await;
        let file = format!("{HEAD}{}", rows(0..300));
        let asked = match read {
            // Before its first row.
            0 => uploaded(&shop, query, file).await,
            _ => first_run(&shop, query, &file).await,
        };
        let key = shop.aws().objects().pop().unwrap();
        shop.world.env().bucket().unwrap().delete(&key, shop.now()).await.unwrap();
        shop.advance(HIDDEN_FOR).await;
        let failed = shown(&shop, &asked["id"]).await;
        assert_eq!((&failed["status"], numbers(&failed)), (&json!("failed"), (read, read, 0)), "{failed}");
        assert_eq!(errors(&failed), [(read + 1, None, "file_gone")]);
        shop.get(format!("{IMPORTS}/{}/report.csv", asked["id"].text())).await.is(200).shows(["file_gone"]);
        is_over(&shop, 0);
    }
}

#[tokio::test]
async fn an_import_fails_whose_file_is_replaced_by_another_while_it_is_read() {
    let file = format!("{HEAD}{}", rows(0..300));
    let other = file.replace("Text", "Other text");
    for (next, status, count, faults) in
        [(&other, "failed", 150, vec![(151, None, "file_changed")]), (&file, "done", 300, vec![])]
    {
        let shop = Shop::new().await;
        let asked = first_run(&shop, FORMAT, &file).await;
        assert_eq!(form(&asked).send(&shop, next.as_bytes()).status(), 204);
        shop.advance(HIDDEN_FOR).await;
        let done = shown(&shop, &asked["id"]).await;
        assert_eq!((&done["status"], numbers(&done)), (&json!(status), (count, count, 0)));
        assert_eq!(errors(&done), faults);
        is_over(&shop, 0);
    }
}
