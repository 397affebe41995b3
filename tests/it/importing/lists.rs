//! JSON lists, which are read alike as whatever type, and in which many rows may be on one line: each row has its own number, by
//! which it is reported and undone.

use super::undo::undo;
use super::uploads::{form, take_long, take_no_longer};
use super::{IMPORTS, errors, import, import_as, numbers, reviews, shown};
use crate::console::{MARA, Visitor};
use crate::support::*;

const FORMAT: &str = "format=woocommerce";

/// A review as WooCommerce's API answers it.
fn review(id: usize) -> Value {
    json!({"id": id, "date_created_gmt": "2024-03-22T21:13:20", "product_id": 13, "status": "approved", "rating": 5,
        "reviewer": "Jo", "reviewer_email": format!("sample{id}@example.com"), "review": format!("<p>Text {id}.</p>\n")})
}

/// The objects of a list; this many are on each line.
fn list(objects: &[Value], on_a_line: usize) -> String {
    let line = |objects: &[Value]| objects.iter().map(Value::to_string).collect::<Vec<_>>().join(", ");
    format!("[{}]", objects.chunks(on_a_line).map(line).collect::<Vec<_>>().join(",\n"))
}

/// Undoes an import; what its record shows then, without what was skipped.
async fn undone(shop: &Shop, import: &Value) -> (Value, u64, u64) {
    undo(shop, import).await.is(202);
    shop.settle().await;
    let undone = shown(shop, &import["id"]).await;
    (undone["status"].clone(), undone["undone"].number(), undone["kept"].number())
}

#[tokio::test]
async fn all_rows_of_a_line_go_by_one_undo_and_can_come_again() {
    let objects: Vec<_> = (0..12).map(review).collect();
    for on_a_line in [12, 5, 1] {
        let shop = Shop::new().await;
        let file = list(&objects, on_a_line);
        for _ in 0..2 {
            let done = import(&shop, FORMAT, &file).await;
            assert_eq!(numbers(&done), (12, 12, 0), "{on_a_line} on a line: {done}");
            assert_eq!(undone(&shop, &done).await, (json!("undone"), 12, 0), "{on_a_line} on a line");
            assert_eq!(reviews(&shop).await.len(), 0, "{on_a_line} on a line");
        }
    }
}

#[tokio::test]
async fn a_list_on_one_line_is_read_in_several_runs_and_goes_by_one_undo() {
    let shop = Shop::new().await;
    let file = list(&(0..1_100).map(review).collect::<Vec<_>>(), 1_100);
    let asked = shop.call("POST", format!("{IMPORTS}?{FORMAT}")).send().await.json();
    take_long(&shop, 250);
    assert_eq!(form(&asked).send(&shop, file.as_bytes()).status(), 204);
    shop.settle().await;
    take_no_longer(&shop);
    assert_eq!(numbers(&shown(&shop, &asked["id"]).await), (1_100, 1_100, 0));
    assert_eq!(undone(&shop, &asked).await, (json!("undone"), 1_100, 0));
    assert_eq!(reviews(&shop).await.len(), 0);
}

#[tokio::test]
async fn the_same_row_twice_on_a_line_counts_once() {
    let shop = Shop::new().await;
    let done = import(&shop, FORMAT, &list(&[review(1), review(2), review(1)], 3)).await;
    assert_eq!((numbers(&done), &done["skipped_for"]), ((3, 2, 1), &json!({"duplicate": 1})), "{done}");
    assert_eq!(undone(&shop, &done).await, (json!("undone"), 2, 0));
}

#[tokio::test]
async fn a_page_of_100_long_reviews_is_one_call() {
    let long = |id| {
        let mut review = review(id);
        review["review"] = json!(format!("<p>{id} {}</p>\n", "It keeps its edge. ".repeat(200)));
        review
    };
    let file = list(&(0..100).map(long).collect::<Vec<_>>(), 100);
    assert!(file.len() > 350 * 1024);
    let done = import_as(&Shop::new().await, FORMAT, "application/json", &file).await;
    assert_eq!(numbers(&done), (100, 100, 0));
}

#[tokio::test]
async fn a_report_names_rows_and_lines() {
    let wrong = |id| {
        let mut review = review(id);
        review["rating"] = json!(9);
        review
    };
    let csv = "product_id,rating,body,created_at\nshopify-1,5,\"Two\nlines\",2025-03-02\nshopify-1,9,,2025-03-02\n";
    let lines = format!("{}\n\n{} {}\n{}\n", review(1), review(2), review(3), wrong(4));
    for (query, file, expected) in [
        ("format=afterword", csv.to_owned(), vec![(2, 4, "invalid_rating")]),
        (
            FORMAT,
            list(&[review(1), wrong(2), review(3), wrong(4)], 4),
            vec![(2, 1, "invalid_rating"), (4, 1, "invalid_rating")],
        ),
        (
            FORMAT,
            list(&[review(1), wrong(2), review(3), wrong(4)], 3),
            vec![(2, 1, "invalid_rating"), (4, 2, "invalid_rating")],
        ),
        // A line of lines of JSON is one row, whatever it has.
        (FORMAT, lines, vec![(2, 3, "invalid_json"), (3, 4, "invalid_rating")]),
    ] {
        let shop = Shop::new().await;
        let done = import(&shop, query, &file).await;
        let found: Vec<_> =
            done["errors"].list().iter().map(|it| (it["row"].as_u64(), &it["line"], &it["code"])).collect();
        let expected: Vec<_> =
            expected.into_iter().map(|(row, line, code)| (Some(row), json!(line), json!(code))).collect();
        assert_eq!(found, expected.iter().map(|(row, line, code)| (*row, line, code)).collect::<Vec<_>>(), "{file}");
        let report = shop.get(format!("{IMPORTS}/{}/report.csv", done["id"].text())).await.body;
        let last = report.trim_end().lines().last().unwrap().to_owned();
        assert!(last.ends_with(&format!(",{}", expected.last().unwrap().0.unwrap())), "{report}");
    }
    let empty = import(&Shop::new().await, "format=afterword", "product_id,rating,created_at\n").await;
    assert_eq!((&empty["errors"][0]["row"], errors(&empty)), (&Value::Null, vec![(1, None, "empty_file")]));
}

/// Loses an import's records but the last.
async fn with_one_record(shop: &Shop, import: &Value) {
    let client = shop.dynamodb();
    let items = client.scan().table_name(local::TABLE).send().await.unwrap().items.unwrap();
    let start = format!("IMP#{}#row#", import["id"].text());
    let sk = |item: &std::collections::HashMap<String, AttributeValue>| item["SK"].as_s().unwrap().clone();
    let mut records: Vec<_> = items.into_iter().filter(|item| sk(item).starts_with(&start)).collect();
    records.sort_by_key(sk);
    records.pop();
    for record in records {
        let delete = client.delete_item().table_name(local::TABLE);
        delete.key("PK", record["PK"].clone()).key("SK", record["SK"].clone()).send().await.unwrap();
    }
}

#[tokio::test]
async fn an_undo_that_does_not_find_every_review_says_so_and_can_be_started_again() {
    let shop = Shop::new().await;
    let mara = Visitor::member(&shop, MARA, "owner").await;
    let done = import(&shop, FORMAT, &list(&[review(1), review(2), review(3)], 3)).await;
    with_one_record(&shop, &done).await;
    for _ in 0..2 {
        assert_eq!(undone(&shop, &done).await, (json!("failed"), 1, 0));
        let failed = shown(&shop, &done["id"]).await;
        assert_eq!(errors(&failed), [(1, None, "undo_incomplete")]);
        assert_eq!((reviews(&shop).await.len(), &failed["imported"]), (2, &json!(3)));
    }
    let path = format!("/console/files/{}", done["id"].text());
    let page = mara.get(&path).await.body;
    let said = "Some reviews of this import were not found and are still here.";
    page.shows([said, "Removed again: 1", "Undo this import"]);
    page.lacks(["could not be read"]);
    assert!(mara.get(&format!("{path}/report.csv")).await.body.contains("undo_incomplete"));
}

#[tokio::test]
async fn a_list_is_read_alike_as_whatever_type_and_however_it_is_printed() {
    let objects = ["approved", "hold"].into_iter().enumerate().map(|(n, status)| {
        json!({"id": 9001 + n, "date_created": "2024-03-07T16:43:43", "date_created_gmt": "2024-03-07T15:43:43",
            "product_id": 8396, "product_name": "Tray", "product_permalink": "https://shop.example/product/tray/",
            "status": status, "reviewer": "Jo", "reviewer_email": "sample1@example.com",
            "review": "<p>Light &amp; strong.</p>\n", "rating": 5, "verified": true})
    });
    let objects: Vec<_> = objects.collect();
    let printed = serde_json::to_string_pretty(&objects).unwrap();
    let pages = format!("{}\n{}", list(&objects[..1], 1), list(&objects[1..], 1));
    let layouts =
        [list(&objects, 2), printed.clone(), format!("\u{feff}\r\n{printed}"), format!("[ {}", &printed[1..]), pages];
    for content_type in ["text/csv", "application/x-ndjson", "application/json; charset=utf-8"] {
        for (file, is_uploaded) in layouts.iter().map(|file| (file, false)).chain([(&printed, true)]) {
            let shop = Shop::new().await;
            let done = if is_uploaded {
                let asked = shop.call("POST", format!("{IMPORTS}?{FORMAT}")).send().await.json();
                let upload = form(&asked).with("Content-Type", content_type);
                assert_eq!(upload.send(&shop, file.as_bytes()).status(), 204);
                shop.settle().await;
                shown(&shop, &asked["id"]).await
            } else {
                import_as(&shop, FORMAT, content_type, file).await
            };
            assert_eq!(
                (&done["status"], numbers(&done)),
                (&json!("done"), (2, 2, 0)),
                "{content_type}: {file}: {done}"
            );
            let found = reviews(&shop).await;
            let found: Vec<_> =
                found.iter().map(|it| [&it["status"], &it["content"], &it["external_product_id"]]).collect();
            let [text, product] = [json!("Light & strong."), json!("woo-8396")];
            assert!(found.contains(&[&json!("approved"), &text, &product]), "{content_type}: {found:?}");
            assert!(found.contains(&[&json!("rejected"), &text, &product]), "{content_type}: {found:?}");
        }
    }
    // Of any other system, and without reviews.
    for content_type in ["text/csv", "application/x-ndjson", "application/json"] {
        let shop = Shop::new().await;
        let other = json!([{"item": "shopify-7", "stars": 4, "written": "2025-03-02"}]).to_string();
        let query = "columns=product_id=item,rating=stars,created_at=written&platform=shopify";
        assert_eq!(numbers(&import_as(&shop, query, content_type, &other).await), (1, 1, 0), "{content_type}");
        let empty = import_as(&shop, FORMAT, content_type, "[ ]\n").await;
        assert_eq!(
            (&empty["status"], errors(&empty)),
            (&json!("failed"), vec![(1, None, "empty_file")]),
            "{content_type}"
        );
    }
}
