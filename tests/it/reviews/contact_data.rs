//! Which numbers are phone numbers: dates, sizes and numbers of orders are published at once, and phone numbers wait.

use crate::importing::import_as;
use crate::support::*;

/// `contact_data.json` says of texts whether they wait, and the shop's country, if any, in which it is the other way.
#[tokio::test]
async fn numbers_in_a_file_wait_as_on_the_page_and_its_report_says_how_many() {
    let texts: Vec<Value> = serde_json::from_str(include_str!("contact_data.json")).unwrap();
    let row = |(number, text): (usize, &Value)| {
        let row = json!({"external_review_id": number.to_string(), "product_id": MUG, "rating": 2, "body": text["text"],
            "language": text["language"], "created_at": "2025-03-02T10:12:00Z"});
        format!("{row}\n")
    };
    let rows: String = texts.iter().enumerate().map(row).collect();
    for country in [json!("DE"), json!("US"), Value::Null] {
        let shop = Shop::new().await;
        if !country.is_null() {
            shop.sets(json!({"country": country})).await;
        }
        let done = import_as(&shop, "format=afterword", "application/x-ndjson", &rows).await;
        let (mut wrong, mut waiting) = (Vec::new(), 0);
        for line in shop.get("/api/v1/reviews.jsonl").await.body.lines() {
            let review: Value = serde_json::from_str(line).unwrap();
            let text = &texts[review["external_review_id"].text().parse::<usize>().unwrap()];
            let waits = (text["right"] == "waits") != (text["other_in"] == country && !country.is_null());
            waiting += u64::from(waits);
            if (review["status"] == "pending") != waits {
                wrong.push(text.clone());
            }
        }
        assert!(wrong.is_empty(), "{country}: {} are wrong: {wrong:#?}", wrong.len());
        has(&done, json!({"imported": texts.len(), "waiting": waiting, "contact_data": waiting}));
    }
}
