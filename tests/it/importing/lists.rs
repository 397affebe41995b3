//! JSON lists, in which many rows may be on one line: each row has its own number, by which it is undone.

use super::undo::undo;
use super::uploads::{take_long, uploaded};
use super::{errors, import, numbers, reviews, shown};
use crate::console::{MARA, Visitor};
use crate::support::*;

const FORMAT: &str = "format=woocommerce";

/// So many reviews as WooCommerce's API answers them; this many are on each line.
fn list(count: usize, on_a_line: usize) -> String {
    let review = |id: usize| {
        json!({"id": id, "date_created_gmt": "2024-03-22T21:13:20", "product_id": 13, "status": "approved", "rating": 5,
            "reviewer": "Jo", "reviewer_email": format!("sample{id}@example.com"), "review": format!("<p>Text {id}.</p>\n")})
    };
    let objects: Vec<_> = (0..count).map(|id| review(id).to_string()).collect();
    let lines: Vec<_> = objects.chunks(on_a_line).map(|line| line.join(", ")).collect();
    format!("[{}]", lines.join(",\n"))
}

/// Undoes an import; what its record shows then, without what was skipped.
async fn undone(shop: &Shop, import: &Value) -> (Value, u64, u64) {
    undo(shop, import).await.is(202);
    shop.settle().await;
    let undone = shown(shop, &import["id"]).await;
    (undone["status"].clone(), undone["undone"].number(), undone["kept"].number())
}

#[tokio::test]
async fn all_rows_of_a_line_come_in_several_runs_go_by_one_undo_and_can_come_again() {
    for (count, on_a_line, times) in [(12, 12, 2), (12, 5, 2), (12, 1, 2), (1_100, 1_100, 1)] {
        let shop = Shop::new().await;
        take_long(&shop, 250);
        for _ in 0..times {
            let asked = uploaded(&shop, FORMAT, &list(count, on_a_line)).await;
            shop.settle().await;
            let count = u64::try_from(count).unwrap();
            assert_eq!(numbers(&shown(&shop, &asked["id"]).await), (count, count, 0), "{on_a_line} on a line");
            assert_eq!(undone(&shop, &asked).await, (json!("undone"), count, 0), "{on_a_line} on a line");
            assert_eq!(reviews(&shop).await.len(), 0, "{on_a_line} on a line");
        }
    }
}

#[tokio::test]
async fn an_undo_that_does_not_find_every_review_says_so_and_can_be_started_again() {
    let shop = Shop::new().await;
    let mara = Visitor::member(&shop, MARA, "owner").await;
    let done = import(&shop, FORMAT, &list(3, 3)).await;
    // All of the import's records but the last are lost.
    let start = format!("IMP#{}#row#", done["id"].text());
    let mut records = table(&shop.world).await;
    records.retain(|row| row["SK"]["S"].text().starts_with(&start));
    records.sort_by_key(|row| row["SK"]["S"].owned());
    records.pop();
    for record in records {
        let [pk, sk] = ["PK", "SK"].map(|key| AttributeValue::S(record[key]["S"].owned()));
        let delete = shop.dynamodb().delete_item().table_name(local::TABLE).key("PK", pk).key("SK", sk);
        delete.send().await.unwrap();
    }
    for _ in 0..2 {
        assert_eq!(undone(&shop, &done).await, (json!("failed"), 1, 0));
        let failed = shown(&shop, &done["id"]).await;
        assert_eq!(errors(&failed), [(1, None, "undo_incomplete")]);
        assert_eq!((reviews(&shop).await.len(), &failed["imported"]), (2, &json!(3)));
    }
    let path = format!("/console/files/{}", done["id"].text());
    let said = "Some reviews of this import were not found and are still here.";
    mara.get(&path).await.shows([said, "Removed again: 1", "Undo this import"]).lacks(["could not be read"]);
    mara.get(&format!("{path}/report.csv")).await.shows(["undo_incomplete"]);
}
