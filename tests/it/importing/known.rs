//! Reviews that are known already, and those that are erased with their author.

use super::{errors, file, import, import_as, numbers, reviews};
use crate::support::*;

const FORMAT: &str = "format=afterword";

fn row(id: &str, product: &str, rating: u8, text: &str, name: &str, date: &str) -> String {
    format!("{id},{product},{rating},,{text},{name},,,,{date}")
}

#[tokio::test]
async fn a_known_external_review_id_is_a_duplicate_whatever_else_the_row_says() {
    let shop = Shop::new().await;
    let first = row("r-1", MUG, 4, "Fine.", "Jane", "2025-03-02");
    assert_eq!(numbers(&import(&shop, FORMAT, &file(&[&first])).await), (1, 1, 0));
    let other = row("r-1", TRAY, 1, "Broken.", "John", "2024-01-01");
    let again = import(&shop, FORMAT, &file(&[&other, &row("r-2", MUG, 4, "New.", "Jane", "2025-03-02")])).await;
    assert_eq!((numbers(&again), errors(&again)), ((2, 1, 1), vec![(2, None, "duplicate")]));
    let line = json!({"reviewId": "r-1", "productId": "7", "rating": 5, "dateCreated": "2025-03-02"}).to_string();
    let elsewhere = import_as(&shop, "format=okendo", "application/x-ndjson", &line).await;
    assert_eq!(numbers(&elsewhere), (1, 1, 0), "another vendor has numbers of its own");
}

#[tokio::test]
async fn without_an_id_the_same_content_is_a_duplicate_and_any_difference_is_none() {
    let shop = Shop::new().await;
    let first = row("", MUG, 4, "Fine.", "Jane", "2025-03-02T10:00:00Z");
    let rows = [
        first.clone(),
        first.clone(),
        row("r-9", MUG, 4, " Fine. ", "Jane", "2025-03-02T10:00:00.900Z"),
        row("", TRAY, 4, "Fine.", "Jane", "2025-03-02T10:00:00Z"),
        row("", MUG, 5, "Fine.", "Jane", "2025-03-02T10:00:00Z"),
        row("", MUG, 4, "Fine!", "Jane", "2025-03-02T10:00:00Z"),
        row("", MUG, 4, "Fine.", "", "2025-03-02T10:00:00Z"),
        row("", MUG, 4, "Fine.", "Jane", "2025-03-02T10:00:01Z"),
    ];
    let done = import(&shop, FORMAT, &file(&rows.iter().map(String::as_str).collect::<Vec<_>>())).await;
    assert_eq!(numbers(&done), (8, 6, 2), "an id makes no difference to a row without one");
    assert_eq!(errors(&done), [(3, None, "duplicate"), (4, None, "duplicate")]);
    assert_eq!(numbers(&import(&shop, FORMAT, &file(&[&first])).await), (1, 0, 1));
}

#[tokio::test]
async fn a_shops_own_reviews_do_not_come_back_twice_by_id_or_by_content() {
    let (shop, _, hub) = Shop::asking(json!({"product_ids": [MUG], "skip_email": true})).await;
    shop.review(&hub, 0).await;
    let (_, hub) = shop.created(json!({"product_ids": [TRAY], "skip_email": true})).await;
    shop.writes(&hub, &[("rating", "2"), ("text", "Thin."), ("display_name", "John")]).await.is(303);
    let (csv, lines) = (shop.get("/api/v1/reviews.csv").await.body, shop.get("/api/v1/reviews.jsonl").await.body);
    for dry in ["", "&dry_run=true"] {
        let query = format!("{FORMAT}{dry}");
        assert_eq!(numbers(&import(&shop, &query, &csv).await), (2, 0, 2));
        assert_eq!(numbers(&import_as(&shop, &query, "application/x-ndjson", &lines).await), (2, 0, 2));
        let now = shop.now().to_string();
        let same = file(&[&row("", MUG, 5, "Lovely.", "Jane", &now), &row("", TRAY, 2, "Thin.", "John", &now)]);
        assert_eq!(numbers(&import(&shop, &query, &same).await), (2, 0, 2));
    }
    let other = file(&[&row("", MUG, 5, "Lovely!", "Jane", &shop.now().to_string())]);
    assert_eq!(numbers(&import(&shop, FORMAT, &other).await), (1, 1, 0));
    let id = reviews(&shop).await[0]["id"].clone();
    shop.delete(format!("/api/v1/reviews/{id}")).await.is(200);
    assert_eq!(numbers(&import(&shop, FORMAT, &csv).await), (2, 0, 2), "what was removed stays so");
}

#[tokio::test]
async fn an_imported_review_is_exported_and_erased_with_its_author_and_does_not_come_back() {
    let head = "review_id,title,body,rating,review_date,reviewer_name,reviewer_email,product_id\n";
    let csv = format!(
        "{head}j-1,Wow,canary text,4,2025-03-02,canary name,canary@example.com,7\nj-2,,Fine,4,2025-03-02,,x@example.com,7\n"
    );
    for (choice, left) in [("delete", 1), ("anonymise", 2)] {
        let shop = Shop::new().await;
        assert_eq!(numbers(&import(&shop, "format=judgeme&platform=shopify", &csv).await), (2, 2, 0));
        let export = shop.post("/api/v1/privacy/export", json!({"email": "canary@example.com"})).await.json();
        shop.advance(SECOND * 60).await;
        let shown = shop.get(format!("/api/v1/privacy/{}", export["receipt"].text())).await.json();
        assert_eq!(shown["counts"]["reviews"], 1, "{shown}");
        let key = shop.aws().objects().into_iter().find(|key| key.starts_with("exports/")).unwrap();
        let exported: Value = serde_json::from_slice(&shop.aws().object(&key).unwrap()).unwrap();
        has(&exported["reviews"][0], json!({"text": "canary text", "external_review_id": "j-1"}));
        let erase = json!({"email": "canary@example.com", "reviews": choice});
        shop.post("/api/v1/privacy/erase", erase).await.is(202);
        shop.advance(SECOND * 60).await;
        let all = reviews(&shop).await;
        assert_eq!(all.len(), left);
        assert!(
            !all.iter().any(|review| review.to_string().contains("canary name") || review.to_string().contains("j-1"))
        );
        let pointers = table(&shop.world).await;
        let pointers = pointers.iter().filter(|item| item["SK"]["S"].text().starts_with("RVM#")).count();
        assert_eq!(pointers, 1, "the other author's");
        assert_eq!(
            numbers(&import(&shop, "format=judgeme&platform=shopify", &csv).await),
            (2, 0, 2),
            "a digest knows it"
        );
    }
}
