//! Dates as files have them: the order of day and month by the file's own dates, and months in words.

use std::sync::atomic::AtomicU64;

use small_aws::Call;

use super::uploads::{form, take_long, take_no_longer};
use super::{errors, import, import_as, numbers, reviews, shown};
use crate::support::*;

const JUDGEME: &str = "format=judgeme&platform=shopify";
const OKENDO: &str = "format=okendo";

/// A file of Judge.me with a review of each of these dates, which is also its text.
fn judgeme(dates: &[&str]) -> String {
    let head = "title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,reply_date,\
        picture_urls,ip_address,location,metaobject_handle\n";
    let row = |(n, date): (usize, &&str)| {
        format!(",{date},5,{date},email,ok,Bo,bo{n}@example.com,8397,bowl,,,,,,review-{n}\n")
    };
    head.to_owned() + &dates.iter().enumerate().map(row).collect::<String>()
}

/// The same of Okendo's import template.
fn okendo(dates: &[&str]) -> String {
    let row = |date: &&str| format!("8397,5,\"{date}\",\"{date}\"\n");
    "productId,rating,body,dateCreated\n".to_owned() + &dates.iter().map(row).collect::<String>()
}

/// The day of each review by its text, in the texts' order.
async fn days(shop: &Shop) -> Vec<(String, String)> {
    let day = |review: &Value| (review["content"].owned(), review["review_created_at"].text()[..10].to_owned());
    let mut days: Vec<_> = reviews(shop).await.iter().map(day).collect();
    days.sort();
    days
}

#[tokio::test]
async fn one_date_with_a_number_over_12_decides_for_the_whole_file() {
    let american =
        [("12/31/2024 9:05", "2024-12-31"), ("3/2/2025 9:05", "2025-03-02"), ("3/25/2025 14:05", "2025-03-25")];
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let file = judgeme(&order.map(|at| american[at].0));
        for dry in ["&dry_run=true", ""] {
            let shop = Shop::new().await;
            let done = import(&shop, &format!("{JUDGEME}{dry}"), &file).await;
            assert_eq!(
                (numbers(&done), &done["notes"]),
                ((3, 3, 0), &json!({"read_month_first": 3})),
                "{order:?}: {done}"
            );
            if dry.is_empty() {
                assert_eq!(
                    days(&shop).await,
                    american.map(|(text, day)| (text.to_owned(), day.to_owned())),
                    "{order:?}"
                );
            }
        }
    }
    // Other systems' files, other separators, and the proof in the date of an answer.
    let with_reply =
        "productId,rating,body,dateCreated,reply,replyDateCreated\n7,5,4/2/2025,4/2/2025,Thanks!,4/20/2025\n";
    let list = json!([{"item": "shopify-7", "stars": 4, "text": "5-3-2025", "written": "5-3-2025"},
        {"item": "shopify-7", "stars": 4, "text": "28-3-2025", "written": "28-3-2025"}]);
    let columns = "columns=product_id=item,rating=stars,created_at=written,body=text&platform=shopify";
    for (query, content_type, file, text, day) in [
        (OKENDO, "text/csv", okendo(&["02-03-2025", "02-27-2025"]), "02-03-2025", "2025-02-03"),
        (OKENDO, "text/csv", okendo(&["1.2.2025", "1.30.2025"]), "1.2.2025", "2025-01-02"),
        (
            OKENDO,
            "text/csv",
            okendo(&["11/10/2025, 2:05 PM", "13/10/2025, 9:00 AM"]),
            "11/10/2025, 2:05 PM",
            "2025-10-11",
        ),
        (OKENDO, "text/csv", with_reply.to_owned(), "4/2/2025", "2025-04-02"),
        (columns, "application/json", list.to_string(), "5-3-2025", "2025-03-05"),
    ] {
        let shop = Shop::new().await;
        let done = import_as(&shop, query, content_type, &file).await;
        assert_eq!(done["skipped"], 0, "{file}: {done}");
        assert!(days(&shop).await.contains(&(text.to_owned(), day.to_owned())), "{text}: {:?}", days(&shop).await);
    }
}

#[tokio::test]
async fn without_a_proof_the_formats_order_counts_and_against_each_other_none() {
    let refused = |line| (line, Some("review_date"), "ambiguous_date");
    let shop = Shop::new().await;
    let done = import(&shop, JUDGEME, &judgeme(&["3/2/2025", "25/3/2025", "3/26/2025", "4/4/2025", "4/5/2025"])).await;
    assert_eq!(
        (numbers(&done), &errors(&done)[..1], errors(&done)[2]),
        ((5, 3, 2), &[refused(2)][..], refused(6)),
        "{done}"
    );
    let read = days(&shop).await;
    let read: Vec<_> = read.iter().map(|(_, day)| day.as_str()).collect();
    assert_eq!(read, ["2025-03-25", "2025-03-26", "2025-04-04"]);
    // Numbers that are no days prove nothing, and the call's word is the last.
    for (query, dates, day) in [
        (JUDGEME, ["3/2/2025", "31/31/2025", "2025-03-25"], Some("2025-02-03")),
        (OKENDO, ["3/2/2025", "45/3/2025", "25/3/25"], None),
        ("format=okendo&dates=month_first", ["3/2/2025", "25/3/2025", "26/3/2025"], Some("2025-03-02")),
    ] {
        let (shop, file) = (Shop::new().await, if query == JUDGEME { judgeme(&dates) } else { okendo(&dates) });
        import(&shop, query, &file).await;
        let found = days(&shop).await.into_iter().find(|(text, _)| text == "3/2/2025").map(|(_, day)| day);
        assert_eq!(found.as_deref(), day, "{query} {dates:?}");
    }
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
        let asked = shop.call("POST", "/api/v1/imports?format=okendo").send().await.json();
        // A run has time for two of the first parts of the file.
        let (clock, reads) = (shop.aws().clock().clone(), AtomicU64::new(0));
        shop.aws().set_faults(move |call: &Call| {
            if call.operation == "GetObject" && reads.fetch_add(1, Ordering::SeqCst) < 12 {
                clock.set(clock.now() + SECOND * 8);
            }
            Fault::None
        });
        shop.aws().take_calls();
        assert_eq!(form(&asked).send(&shop, file.as_bytes()).status(), 204);
        shop.settle().await;
        let runs = shop.aws().calls().iter().filter(|call| call.operation == "SendMessage").count();
        assert!(runs >= 4, "{runs} more runs");
        let done = shown(&shop, &asked["id"]).await;
        if has_proof {
            assert_eq!((numbers(&done), &done["notes"]), ((81, 81, 0), &json!({"read_month_first": 81})), "{done}");
            assert!(days(&shop).await.iter().all(|(_, day)| ["2025-03-02", "2025-03-25"].contains(&day.as_str())));
        } else {
            assert_eq!((numbers(&done), &done["skipped_for"]), ((81, 1, 80), &json!({"ambiguous_date": 80})), "{done}");
        }
    }
}

#[tokio::test]
async fn a_later_run_knows_what_the_dates_proved() {
    let shop = Shop::new().await;
    let mut dates = vec!["25/3/2025"];
    dates.resize(60, "3/2/2025");
    let asked = shop.call("POST", format!("/api/v1/imports?{JUDGEME}")).send().await.json();
    take_long(&shop, 20);
    assert_eq!(form(&asked).send(&shop, judgeme(&dates).as_bytes()).status(), 204);
    shop.settle().await;
    take_no_longer(&shop);
    let done = shown(&shop, &asked["id"]).await;
    assert_eq!((numbers(&done), &done["notes"]), ((60, 60, 0), &json!({})), "{done}");
    assert!(days(&shop).await.iter().all(|(_, day)| ["2025-02-03", "2025-03-25"].contains(&day.as_str())));
}

#[tokio::test]
async fn months_have_english_names_and_times_may_be_counted_since_1970() {
    let day = "2024-01-05T00:00:00Z";
    let time = "2024-01-05T10:00:00Z";
    let forms = [
        ("Jan 5, 2024", day),
        ("January 5, 2024", day),
        ("5 Jan 2024", day),
        ("5 January 2024", day),
        ("05-Jan-2024", day),
        ("5-Jan-24", day),
        ("2024-Jan-05", day),
        ("JAN 5th 2024", day),
        ("Friday, January 5th, 2024", day),
        ("5. january 2024", day),
        ("Jan. 5, 2024 10:00 AM", time),
        ("January 5, 2024 at 10:00\u{202f}AM", time),
        ("Fri, 05 Jan 2024 10:00:00 GMT", time),
        ("Fri, 5 Jan 2024 11:00:00 +0100 (CET)", time),
        ("Fri Jan 05 2024 11:00:00 GMT+0100 (Central European Standard Time)", time),
        ("Fri Jan  5 10:00:00 UTC 2024", time),
        ("1704448800", time),
        ("1704448800000", time),
        ("1704448800.0", time),
        ("2024-01-05 05:00:00 EST", time),
        ("2024-01-05 03:00:00 PDT", time),
    ];
    let shop = Shop::new().await;
    let texts: Vec<_> = forms.iter().map(|(text, _)| *text).collect();
    let done = import(&shop, OKENDO, &okendo(&texts)).await;
    assert_eq!(numbers(&done), (21, 21, 0), "{done}");
    let found = reviews(&shop).await;
    for (text, at) in forms {
        let review = found.iter().find(|review| review["content"] == text.trim()).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(review["review_created_at"], at, "{text}");
    }
    let sept = import(&shop, OKENDO, &okendo(&["5 Sept 2024", "Sep 5, 2024", "5 September 2024"])).await;
    assert_eq!(numbers(&sept), (3, 3, 0), "{sept}");
    for bad in [
        "5 janvier 2024",
        "5. Mai 2024",
        "5 marraskuuta 2024",
        "mar 5 gen 2024",
        "Jan 2024",
        "32 Jan 2024",
        "Feb 30, 2024",
        "Jan 5, 2027",
        "17044488",
        "45296",
        "1704448800000000",
        "2024-01-05 10:00 IST",
        "next Friday",
    ] {
        let done = import(&shop, OKENDO, &okendo(&[bad])).await;
        assert_eq!(errors(&done), [(2, Some("dateCreated"), "invalid_created_at")], "{bad}");
    }
}
