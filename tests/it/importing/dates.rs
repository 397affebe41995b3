//! The order of day and month is proved by the file's own dates, however many runs read it.

use std::sync::atomic::AtomicU64;

use small_aws::Call;

use super::uploads::{take_long, take_no_longer, uploaded};
use super::{numbers, reviews, shown};
use crate::support::*;

/// The days of the reviews.
async fn days(shop: &Shop) -> Vec<String> {
    let all = reviews(shop).await;
    let days: BTreeSet<_> = all.iter().map(|review| review["review_created_at"].text()[..10].to_owned()).collect();
    days.into_iter().collect()
}

/// The file is read to its end before its first row, in as many runs as that takes.
#[tokio::test]
async fn a_proof_in_the_last_row_of_a_long_file_decides_for_the_first() {
    for has_proof in [true, false] {
        let shop = Shop::new().await;
        let filler = "x".repeat(40_000);
        let row = |n: usize, date: &str| format!("7,4,No. {n},{date},{filler}\n");
        let mut file = "productId,rating,body,dateCreated,countryCode\n".to_owned();
        (0..80).for_each(|n| file += &row(n, "3/2/2025"));
        file += &row(80, if has_proof { "3/25/2025" } else { "2025-03-25" });
        assert!(file.len() > 3 * 1024 * 1024);
        // A run has time for two of the first parts of the file.
        let (clock, reads) = (shop.aws().clock().clone(), AtomicU64::new(0));
        shop.aws().set_faults(move |call: &Call| {
            if call.operation == "GetObject" && reads.fetch_add(1, Ordering::SeqCst) < 12 {
                clock.set(clock.now() + SECOND * 8);
            }
            Fault::None
        });
        let asked = uploaded(&shop, "format=okendo", &file).await;
        shop.aws().take_calls();
        shop.settle().await;
        let runs = shop.aws().calls().iter().filter(|call| call.operation == "SendMessage").count();
        assert!(runs >= 4, "{runs} more runs");
        let done = shown(&shop, &asked["id"]).await;
        if has_proof {
            assert_eq!((numbers(&done), &done["notes"]), ((81, 81, 0), &json!({"read_month_first": 81})), "{done}");
            assert_eq!(days(&shop).await, ["2025-03-02", "2025-03-25"]);
        } else {
            assert_eq!((numbers(&done), &done["skipped_for"]), ((81, 1, 80), &json!({"ambiguous_date": 80})), "{done}");
        }
    }
}

#[tokio::test]
async fn a_later_run_knows_what_the_dates_proved() {
    let shop = Shop::new().await;
    let row = |(n, date): (usize, &str)| format!("{date},5,{date},bo{n}@example.com,8397\n");
    let dates = ["25/3/2025"].into_iter().chain(["3/2/2025"; 59]);
    let file = "body,rating,review_date,reviewer_email,product_id\n".to_owned()
        + &dates.enumerate().map(row).collect::<String>();
    let asked = uploaded(&shop, "format=judgeme&platform=shopify", &file).await;
    take_long(&shop, 20);
    shop.settle().await;
    take_no_longer(&shop);
    let done = shown(&shop, &asked["id"]).await;
    assert_eq!((numbers(&done), &done["notes"]), ((60, 60, 0), &json!({})), "{done}");
    assert_eq!(days(&shop).await, ["2025-02-03", "2025-03-25"]);
}
