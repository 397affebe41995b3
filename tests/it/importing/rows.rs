//! The content that a row may have, and the reports about rows that may not be imported.

use super::{HEAD, errors, file, import, import_as, numbers, reviews};
use crate::support::*;

const FORMAT: &str = "format=afterword";

/// The review that one row makes, or else what is reported of it.
async fn one(fields: Value) -> Result<Value, Vec<String>> {
    let (review, found) = told(fields).await;
    review.ok_or(found)
}

/// The review that one row makes, and what is reported of it: `fields` replaces the row's own.
async fn told(fields: Value) -> (Option<Value>, Vec<String>) {
    let shop = Shop::new().await;
    let row =
        json!({"external_review_id": "r-1", "product_id": MUG, "rating": 4, "created_at": "2025-03-02T10:12:00Z"});
    let done = import_as(&shop, FORMAT, "application/x-ndjson", &with(row, fields).to_string()).await;
    let found =
        errors(&done).into_iter().map(|(line, column, code)| format!("{line} {} {code}", column.unwrap_or("-")));
    (reviews(&shop).await.pop(), found.collect())
}

/// A part that is at fault is a note, and the review comes with what is left of it.
async fn noted(fields: Value, field: &str, shown: &str, note: &str) {
    let (review, found) = told(fields).await;
    assert_eq!((review.unwrap()[field].as_str(), found), (Some(shown), vec![format!("1 {note}")]));
}

async fn refused(fields: Value, column: &str, code: &str) {
    let shown = fields.to_string();
    let shown = shown.chars().take(80).collect::<String>();
    assert_eq!(one(fields).await.err(), Some(vec![format!("1 {column} {code}")]), "{shown}");
}

#[tokio::test]
async fn a_whole_row_is_a_whole_review() {
    let shop = Shop::new().await;
    let csv =
        file(&[&format!("r-1,{MUG},4,Fine,\"Holds, \"\"two\"\"\ncups.\",Jane,Thank you!,,de,2025-03-02T10:12:00Z")]);
    assert_eq!(numbers(&import(&shop, FORMAT, &csv).await), (1, 1, 0));
    let [review] = &reviews(&shop).await[..] else { panic!("one review") };
    for (field, expected) in [
        ("external_review_id", json!("r-1")),
        ("platform", json!("betterreviews")),
        ("origin", json!("import")),
        ("external_product_id", json!(MUG)),
        ("rating", json!(4)),
        ("title", json!("Fine")),
        ("content", json!("Holds, \"two\"\ncups.")),
        ("reviewer_name", json!("Jane")),
        ("is_verified_buyer", json!(false)),
        ("verification", json!("none")),
        ("status", json!("approved")),
        ("language", json!("de")),
        ("request_id", Value::Null),
        ("revision", json!(1)),
        ("review_created_at", json!("2025-03-02T10:12:00Z")),
    ] {
        assert_eq!(review[field], expected, "{field}");
    }
    assert_eq!(review["reply"]["text"], "Thank you!");
    let history = shop.get(format!("/api/v1/reviews/{}/history", review["id"])).await.json();
    let whats: Vec<_> = history["history"].list().iter().map(|line| line["what"].clone()).collect();
    assert_eq!(whats, ["imported", "published", "replied"]);
    assert_eq!(history["history"][0]["by"]["type"], "key");
}

#[tokio::test]
async fn an_imported_review_waits_as_the_shop_says_and_for_contact_data() {
    let shop = Shop::new().await;
    let csv = file(&[
        &format!("r-1,{MUG},1,,Broken.,,,,,2025-03-02"),
        &format!("r-2,{MUG},5,,Write to jane@example.com.,,,,,2025-03-03"),
    ]);
    import(&shop, FORMAT, &csv).await;
    let all = reviews(&shop).await;
    assert_eq!((&all[0]["status"], &all[1]["status"]), (&json!("approved"), &json!("pending")));
    let history = shop.get(format!("/api/v1/reviews/{}/history", all[1]["id"])).await.json();
    assert_eq!(history["history"][1]["rule"], "contact_data");
    shop.sets(json!({"moderation": "hold"})).await;
    import(&shop, FORMAT, &file(&[&format!("r-3,{MUG},5,,Lovely.,,,,,2025-03-04")])).await;
    assert_eq!(reviews(&shop).await[2]["status"], "pending");
}

#[tokio::test]
async fn product_id_is_a_products_id_its_number_or_the_shop() {
    for (sent, shown) in [
        (json!("1"), json!("shopify-1")),
        (json!(1), json!("shopify-1")),
        (json!("gid://shopify/Product/1"), json!("shopify-1")),
        (json!(MUG), json!(MUG)),
        (json!("6f4770fc-b8ee-4bf2-9977-d048a7f27987"), json!("6f4770fc-b8ee-4bf2-9977-d048a7f27987")),
        (json!("@shop"), Value::Null),
        (Value::Null, Value::Null),
    ] {
        assert_eq!(one(json!({"product_id": sent})).await.unwrap()["external_product_id"], shown);
    }
    for bad in [json!(""), json!("a b"), json!("x".repeat(98)), json!("é")] {
        refused(json!({"product_id": bad}), "product_id", "invalid_product_id").await;
    }
}

#[tokio::test]
async fn rating_is_1_to_5() {
    for (sent, stars) in [(json!(1), 1), (json!("5"), 5), (json!("4.0"), 4), (json!(3.0), 3)] {
        assert_eq!(one(json!({"rating": sent})).await.unwrap()["rating"], stars);
    }
    for bad in [json!(0), json!(6), json!("five"), json!(""), Value::Null, json!("-1"), json!("NaN")] {
        refused(json!({"rating": bad}), "rating", "invalid_rating").await;
    }
    for same in ["5.00", "5,0", "5/5", "5 stars", "★★★★★"] {
        assert_eq!(one(json!({"rating": same})).await.unwrap()["rating"], 5, "{same}");
    }
    assert_eq!(one(json!({"rating": "★★★☆☆"})).await.unwrap()["rating"], 3);
    for bad in ["05", "+5", "1e0", "5.", "5.1", "6/5", "★★★★★★", "☆☆☆☆☆"] {
        refused(json!({"rating": bad}), "rating", "invalid_rating").await;
    }
}

#[tokio::test]
async fn title_has_at_most_200_characters() {
    assert_eq!(one(json!({"title": "é".repeat(200)})).await.unwrap()["title"], "é".repeat(200));
    assert_eq!(one(json!({"title": ""})).await.unwrap()["title"], Value::Null);
    noted(json!({"title": "a".repeat(201)}), "title", &format!("{}…", "a".repeat(199)), "title invalid_title").await;
    assert_eq!(one(json!({"title": "a\nb"})).await.unwrap()["title"], "a b");
}

#[tokio::test]
async fn body_has_0_to_5000_characters() {
    assert_eq!(one(json!({"body": "é".repeat(5_000)})).await.unwrap()["content"], "é".repeat(5_000));
    assert_eq!(one(json!({})).await.unwrap()["content"], "");
    assert_eq!(one(json!({"content": " Good.\r\n"})).await.unwrap()["content"], "Good.");
    noted(json!({"body": "a".repeat(5_001)}), "content", &format!("{}…", "a".repeat(4_999)), "body invalid_body").await;
    assert_eq!(one(json!({"content": "a\u{7}b"})).await.unwrap()["content"], "ab");
}

#[tokio::test]
async fn name_has_at_most_100_characters() {
    assert_eq!(one(json!({"name": "é".repeat(100)})).await.unwrap()["reviewer_name"], "é".repeat(100));
    assert_eq!(one(json!({"reviewer_name": " "})).await.unwrap()["reviewer_name"], Value::Null);
    noted(json!({"name": "a".repeat(101)}), "reviewer_name", &format!("{}…", "a".repeat(99)), "name invalid_name")
        .await;
}

#[tokio::test]
async fn created_at_is_a_time_that_is_over() {
    for (sent, shown) in [
        ("2025-03-02T10:12:00Z", "2025-03-02T10:12:00Z"),
        ("2025-03-02T10:12:00.5+01:00", "2025-03-02T09:12:00Z"),
        ("2025-03-02 10:12:00 UTC", "2025-03-02T10:12:00Z"),
        ("2025-03-02 10:12:00", "2025-03-02T10:12:00Z"),
        ("2019-03-02", "2019-03-02T00:00:00Z"),
        ("1970-01-01", "1970-01-01T00:00:00Z"),
        ("2026-11-20T06:00:00Z", "2026-11-20T06:00:00Z"),
    ] {
        assert_eq!(one(json!({"created_at": sent})).await.unwrap()["review_created_at"], shown, "{sent}");
    }
    for bad in ["", "yesterday", "2026-11-20T06:00:01Z", "2027-01-01", "1969-12-31", "2025-02-30"] {
        refused(json!({"created_at": bad}), "created_at", "invalid_created_at").await;
    }
    refused(json!({"created_at": "02/03/2025"}), "created_at", "ambiguous_date").await;
}

#[tokio::test]
async fn edited_at_is_a_later_time_and_experienced_at_a_day() {
    for (fields, edited_at, experienced_at) in [
        (json!({}), None, None),
        (json!({"edited_at": null, "experienced_at": ""}), None, None),
        (json!({"edited_at": "2025-04-01T08:00:00+02:00"}), Some("2025-04-01T06:00:00Z"), None),
        // Some systems repeat the time of the first version.
        (json!({"edited_at": "2025-03-02T10:12:00Z"}), None, None),
        (json!({"experienced_at": "2025-02-20"}), None, Some("2025-02-20")),
        (json!({"experienced_at": "20.02.2025"}), None, Some("2025-02-20")),
        (json!({"experienced_at": "2025-02-20T23:30:00-02:00"}), None, Some("2025-02-21")),
    ] {
        let review = one(fields.clone()).await.unwrap();
        assert_eq!(
            (review["edited_at"].as_str(), review["experienced_at"].as_str()),
            (edited_at, experienced_at),
            "{fields}"
        );
    }
    for field in ["edited_at", "experienced_at"] {
        refused(json!({field: "last summer"}), field, "invalid_created_at").await;
        refused(json!({field: "2031-01-01"}), field, "invalid_created_at").await;
        refused(json!({field: "03/04/2025"}), field, "ambiguous_date").await;
    }
}

#[tokio::test]
async fn reply_has_at_most_10000_characters_and_its_own_times_in_json() {
    let review = one(json!({"reply": "é".repeat(10_000)})).await.unwrap();
    assert_eq!(review["reply"]["text"], "é".repeat(10_000));
    assert_eq!(review["reply"]["created_at"], "2026-11-20T06:00:00Z", "the import's, which has no other");
    let times = json!({"text": "Thanks", "created_at": "2025-04-01T00:00:00Z", "updated_at": "2025-05-01T00:00:00Z"});
    let review = one(json!({"reply": times})).await.unwrap();
    assert_eq!(review["reply"], with(times, json!({"before_edit": false})));
    assert_eq!(one(json!({"reply": null})).await.unwrap()["reply"], Value::Null);
    let (review, found) = told(json!({"reply": "a".repeat(10_001)})).await;
    assert_eq!(review.unwrap()["reply"]["text"], format!("{}…", "a".repeat(9_999)));
    assert_eq!(found, ["1 reply invalid_reply"]);
    let late = json!({"text": "Thanks", "created_at": "2027-04-01T00:00:00Z"});
    let (review, found) = told(json!({"reply": late})).await;
    assert_eq!(review.unwrap()["reply"]["created_at"], "2026-11-20T06:00:00Z");
    assert_eq!(found, ["1 reply_created_at invalid_reply_date"]);
}

#[tokio::test]
async fn external_review_id_has_at_most_128_characters_and_may_be_missing() {
    assert_eq!(
        one(json!({"external_review_id": "x".repeat(128)})).await.unwrap()["external_review_id"],
        "x".repeat(128)
    );
    let without = one(json!({"external_review_id": ""})).await.unwrap();
    assert_eq!(without["external_review_id"], without["uuid"]);
    let (review, found) = told(json!({"external_review_id": "x".repeat(129)})).await;
    let review = review.unwrap();
    assert_eq!(
        (&review["external_review_id"], found),
        (&review["uuid"], vec!["1 external_review_id invalid_external_review_id".to_owned()])
    );
}

#[tokio::test]
async fn platform_is_stored_and_found_by() {
    for platform in domain::review::Platform::WORDS {
        assert_eq!(one(json!({"platform": platform})).await.unwrap()["platform"], platform);
    }
    refused(json!({"platform": "trustpilot"}), "platform", "invalid_platform").await;
    let shop = Shop::new().await;
    let line = |platform: &str| {
        json!({"platform": platform, "product_id": MUG, "rating": 5, "body": platform, "created_at": "2025-01-01"})
            .to_string()
    };
    let lines = [line("okendo"), line("loox"), line("betterreviews")].join("\n");
    import_as(&shop, FORMAT, "application/x-ndjson", &lines).await;
    for (platform, count) in [("okendo", 1), ("loox", 1), ("betterreviews", 1), ("yotpo", 0), ("wix", 0)] {
        let listed = shop.get(format!("/api/v1/reviews?platform={platform}")).await.json();
        assert_eq!((&listed["total"], listed["reviews"].list().len()), (&json!(count), count), "{platform}");
    }
}

#[tokio::test]
async fn language_is_one_of_the_pages_or_empty() {
    assert_eq!(one(json!({"language": "fr"})).await.unwrap()["language"], "fr");
    assert_eq!(one(json!({"language": ""})).await.unwrap()["language"], Value::Null);
    let (review, found) = told(json!({"language": "xx"})).await;
    assert_eq!((&review.unwrap()["language"], found), (&Value::Null, vec!["1 language invalid_language".to_owned()]));
}

#[tokio::test]
async fn photos_are_at_most_10_and_reported_if_their_address_may_not_be_called() {
    let shop = Shop::new().await;
    let urls = |count: usize| vec!["http://cdn.example/a,b.jpg"; count].join(" ");
    let csv = file(&[
        &format!("r-1,{MUG},5,,Lovely.,,,\"{}\",,2025-03-02", urls(10)),
        &format!("r-2,{MUG},5,,Too many.,,,\"{}\",,2025-03-02", urls(11)),
    ]);
    let done = import(&shop, FORMAT, &csv).await;
    assert_eq!(numbers(&done), (2, 2, 0));
    let not_imported = |line| (line, Some("photo_urls"), "photos_not_imported");
    let expected = [not_imported(2), (3, Some("photo_urls"), "invalid_photo_urls"), not_imported(3)];
    assert_eq!(errors(&done), expected);
    assert_eq!(reviews(&shop).await[0]["photos"], json!([]));
}

#[tokio::test]
async fn bad_rows_are_skipped_and_reported_by_line_and_column() {
    let shop = Shop::new().await;
    let csv = format!(
        "{HEAD}r-1,{MUG},9,,\"Two\r\nlines.\",,,,,2025-03-02\r\n\
         \r\n\
         r-2,{MUG},5,,Lovely.,,,,,2025-03-02\r\n\
         r-3,,0,,,,,,,soon\r\n\
         r-4,{MUG},5,,,,,,,2025-03-02,more\r\n\
         ,,,,,,,,,\r\n\
         r-5,{MUG},4,,No line end.,,,,,2025-03-02"
    );
    let done = import(&shop, FORMAT, &csv).await;
    assert_eq!((numbers(&done), &done["status"]), ((5, 2, 3), &json!("done")));
    assert_eq!(
        errors(&done),
        [
            (2, Some("rating"), "invalid_rating"),
            (6, Some("product_id"), "invalid_product_id"),
            (6, Some("rating"), "invalid_rating"),
            (6, Some("created_at"), "invalid_created_at"),
            (7, None, "too_many_cells"),
        ]
    );
    for error in done["errors"].list() {
        assert!(error["message"].text().ends_with('.'));
    }
}

#[tokio::test]
async fn of_each_code_the_first_20_are_listed_and_all_are_counted() {
    let shop = Shop::new().await;
    let bad = vec![format!(",{MUG},9,,,,,,,2025-03-02"); 30].join("\r\n");
    let done = import(&shop, FORMAT, &file(&[&bad, &format!(",{MUG},5,{},,,,,,2025-03-02", "a".repeat(201))])).await;
    assert_eq!((numbers(&done), done["errors"].list().len()), ((31, 1, 30), 21));
    assert_eq!((&done["errors"][20]["code"], &done["errors"][20]["is_note"]), (&json!("invalid_title"), &json!(true)));
    assert_eq!((&done["skipped_for"], &done["notes"]), (&json!({"invalid_rating": 30}), &json!({"invalid_title": 1})));
}

#[tokio::test]
async fn a_line_that_is_no_json_object_not_utf_8_or_too_long_is_skipped() {
    let shop = Shop::new().await;
    let good =
        |text: &str| json!({"product_id": "1", "rating": 5, "body": text, "created_at": "2025-03-02"}).to_string();
    let long = format!("{{\"body\":\"{}\"}}", "x".repeat(50_000));
    let lines =
        [&good("One."), "{\"rating\":", "[1]", "", &long, "{\"rating\": 5, \"rating\": 4}", &good("Two.")].join("\n");
    let done = import_as(&shop, FORMAT, "application/x-ndjson", &lines).await;
    assert_eq!(numbers(&done), (6, 2, 4));
    let json = |line| (line, None, "invalid_json");
    let of_long = [(5, Some("product_id"), "invalid_product_id"), (5, Some("rating"), "invalid_rating")];
    let found = errors(&done);
    assert_eq!((&found[..2], found[2..4] == of_long, found.last()), (&[json(2), json(3)][..], true, Some(&json(6))));
    let mut latin =
        file(&[&format!("r-1,{MUG},5,,Sch?n.,,,,,2025-03-02"), &format!("r-2,{MUG},5,,Fine.,,,,,2025-03-02")])
            .into_bytes();
    let at = latin.iter().position(|byte| *byte == b'?').unwrap();
    latin[at] = 0xf6;
    let call = shop.call("POST", "/api/v1/imports?format=afterword").header("content-type", "text/csv").body(latin);
    let id = call.send().await.json()["id"].clone();
    shop.settle().await;
    let done = super::shown(&shop, &id).await;
    assert_eq!((numbers(&done), errors(&done)), ((2, 2, 0), vec![(2, None, "read_as_windows_1252")]));
    assert!(reviews(&shop).await.iter().any(|review| review["content"] == "Schön."));
}

#[tokio::test]
async fn a_file_without_rows_or_without_a_column_fails_as_a_whole() {
    let shop = Shop::new().await;
    for (csv, column, code) in [
        (HEAD, None, "empty_file"),
        ("\n", None, "empty_file"),
        ("rating,created_at\n5,2025-01-01\n", Some("product_id"), "missing_column"),
        ("product_id,created_at\n1,2025-01-01\n", Some("rating"), "missing_column"),
        ("product_id,rating\n1,5\n", Some("created_at"), "missing_column"),
        ("nonsense", Some("product_id"), "missing_column"),
    ] {
        let failed = import(&shop, FORMAT, csv).await;
        assert_eq!((&failed["status"], errors(&failed)), (&json!("failed"), vec![(1, column, code)]), "{csv}");
        assert_eq!(shop.aws().objects(), [""; 0]);
    }
}

#[tokio::test]
async fn an_apostrophe_that_kept_a_cell_from_being_a_formula_is_taken_off() {
    let shop = Shop::new().await;
    let cells = [
        ("'=1+1", "=1+1"),
        ("''@x", "'@x"),
        ("'quoted'", "'quoted'"),
        ("=2", "=2"),
        ("'-1 star", "-1 star"),
        ("'+4", "+4"),
    ];
    let rows: Vec<_> = cells
        .iter()
        .enumerate()
        .map(|(n, (cell, _))| format!("r-{n},{MUG},5,,{cell},,,,,2025-03-0{}", n + 1))
        .collect();
    import(&shop, FORMAT, &file(&rows.iter().map(String::as_str).collect::<Vec<_>>())).await;
    let texts: Vec<_> = reviews(&shop).await.iter().map(|review| review["content"].owned()).collect();
    assert_eq!(texts, cells.map(|(_, text)| text));
}

#[tokio::test]
async fn a_byte_order_mark_and_headings_in_any_order_and_case_are_read() {
    let shop = Shop::new().await;
    let csv = "\u{feff}Created At,RATING,unknown,Product ID\n2025-03-02,5,x,1\n";
    assert_eq!(numbers(&import(&shop, FORMAT, csv).await), (1, 1, 0));
}

#[tokio::test]
async fn old_reviews_sort_before_new_ones_and_wix_finds_them_by_their_date() {
    let (shop, _, hub) = Shop::asking(json!({"product_ids": [MUG], "skip_email": true})).await;
    shop.review(&hub, 0).await;
    let csv = file(&[
        &format!("r-1,{MUG},5,,C,,,,,2026-10-01T00:00:00Z"),
        &format!("r-2,{MUG},5,,A,,,,,2019-03-02"),
        &format!("r-3,{MUG},5,,B,,,,,2025-06-01T08:00:00Z"),
    ]);
    import(&shop, FORMAT, &csv).await;
    let texts: Vec<_> = reviews(&shop).await.iter().map(|review| review["content"].clone()).collect();
    assert_eq!(texts, ["A", "B", "C", "Lovely."]);
    for (filter, expected) in [
        (json!({"createdDate": {"$lt": "2020-01-01T00:00:00Z"}}), vec!["A"]),
        (json!({"createdDate": {"$gte": "2025-06-01T08:00:00Z", "$lt": "2026-11-01T00:00:00Z"}}), vec!["B", "C"]),
        (json!({"createdDate": "2019-03-02T00:00:00Z"}), vec!["A"]),
        (json!({"createdDate": {"$gt": "2026-10-01T00:00:00Z"}}), vec!["Lovely."]),
        (json!({"origin.type": "APP"}), vec!["A", "B", "C"]),
    ] {
        let query = json!({"query": {"filter": filter}, "returnPrivateReviews": true});
        let found = shop.post("/reviews/v1/reviews/query", query).await.json();
        let found: Vec<_> = found["reviews"].list().iter().map(|review| review["content"]["body"].clone()).collect();
        assert_eq!(found, expected, "{filter}");
    }
}
