//! JSON lists, in which many rows may be on one line: each row has its own number, by which it is undone.

use super::undo::undo;
use super::uploads::{take_long, take_no_longer, uploaded};
use super::{errors, import, import_as, numbers, reviews, shown};
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
    let asked = uploaded(&shop, FORMAT, &file).await;
    take_long(&shop, 250);
    shop.settle().await;
    take_no_longer(&shop);
    assert_eq!(numbers(&shown(&shop, &asked["id"]).await), (1_100, 1_100, 0));
    assert_eq!(undone(&shop, &asked).await, (json!("undone"), 1_100, 0));
    assert_eq!(reviews(&shop).await.len(), 0);
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
