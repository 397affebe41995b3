//! `GET /api/v1/reviews.csv` and `.jsonl`: all reviews, oldest first.

use domain::order::ProductId;
use domain::review::{DisplayName, Headline, NewReview, Origin, Rating, Review, ReviewText, Version, Words};
use domain::values::{RequestId, ReviewId, Verification};

use crate::importing::import;
use crate::privacy::export::{exported, rows as people};
use crate::support::*;

const CSV: &str = "/api/v1/reviews.csv";
const JSONL: &str = "/api/v1/reviews.jsonl";
/// Writes this many reviews of the mug into the table.
pub async fn populate(shop: &Shop, count: u64, text: impl Fn(u64) -> String) {
    let store = shop.store();
    let record = store.tenant(&shop.tenant).await.unwrap().unwrap();
    let keys = shop.world.env().vault().unwrap().tenant(&shop.tenant, &record.root, shop.now()).await.unwrap();
    for number in 1..=count {
        let new = NewReview {
            id: ReviewId::new(number << 12).unwrap(),
            origin: Origin::Hub { request: RequestId::new(number << 12).unwrap(), item: 0 },
            author: None,
            product: Some(ProductId::parse(MUG).unwrap()),
            language: None,
            verification: Verification::None,
            incentivized: false,
            experienced_at: None,
            visitor: false,
            version: Version {
                rating: Rating::ALL[usize::try_from(number % 5).unwrap()],
                words: Words {
                    headline: Headline::parse("A headline").unwrap(),
                    text: ReviewText::parse(&text(number)).unwrap(),
                    display_name: DisplayName::parse("Jane").unwrap(),
                },
            },
        };
        let (review, ledger) = Review::submit(new, record.checks(None), shop.now());
        let mut transaction = store.transaction(&shop.tenant);
        transaction.save_review(None, &review, &ledger, &keys, &[]);
        transaction.commit().await.unwrap();
    }
}

/// The lines of a CSV as cells by their headings.
fn rows(reply: &Reply) -> Vec<std::collections::BTreeMap<String, String>> {
    assert_eq!(reply.status, 200, "{}", reply.body);
    assert_eq!(reply.header("content-type"), "text/csv; charset=utf-8");
    let mut reader = csv::Reader::from_reader(reply.body.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

fn next(reply: &Reply) -> Option<String> {
    let link = reply.header("link").strip_prefix('<')?;
    Some(link.strip_suffix(">; rel=\"next\"").unwrap().to_owned())
}

#[tokio::test]
async fn the_json_lines_are_the_lists_rows() {
    let shop = Shop::new().await;
    populate(&shop, 3, |number| format!("Number {number}.")).await;
    let reply = shop.get(JSONL).await;
    let lines: Vec<Value> = reply.body.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(json!(lines), shop.get("/api/v1/reviews?sort=oldest").await.json()["reviews"]);
}

#[tokio::test]
async fn a_persons_export_has_imported_reviews_and_when_each_was_edited() {
    let shop = Shop::new().await;
    let line = json!({"title": "Mug", "unit_price": 900, "catalog_item_id": MUG});
    let order =
        json!({"status": "delivered", "currency": "EUR", "lines": [line], "delivered_at": "2026-11-18T12:00:00Z"});
    shop.put("/api/v1/orders/A", order).await.is(200);
    let (_, hub) = shop.created(json!({"product_ids": [MUG], "order_id": "A", "skip_email": true})).await;
    shop.review(&hub, 0).await;
    shop.jump(SECOND);
    shop.writes(&hub, &[("rating", "1"), ("text", "It leaks.")]).await.is(303);
    let csv =
        "review_id,body,rating,review_date,reviewer_email,product_id\nj-1,Fine.,4,2025-03-02,jane@example.com,7\n";
    assert_eq!(import(&shop, "format=judgeme&platform=shopify", csv).await["imported"], 1);
    let (archive, _) = exported(&shop, json!({"email": "jane@example.com"})).await;
    let of = |text: &str| people(&archive, "reviews").iter().find(|review| review["text"] == text).unwrap();
    has(of("It leaks."), json!({"experienced_at": "2026-11-18"}));
    assert!(!of("It leaks.")["edited_at"].is_null(), "{archive}");
    has(of("Fine."), json!({"external_review_id": "j-1", "edited_at": null}));
}

#[tokio::test]
async fn a_page_has_5000_rows_and_the_link_leads_to_the_rest() {
    let shop = Shop::new().await;
    populate(&shop, 5_001, |_| "Fine.".to_owned()).await;
    let page = shop.get(format!("{CSV}?platform=betterreviews&status=approved")).await;
    let (found, link) = (rows(&page), next(&page).unwrap());
    assert_eq!((found.len(), &*found[0]["id"]), (5_000, "4096"));
    assert_eq!(link, format!("{CSV}?platform=betterreviews&status=approved&cursor={}", found[4_999]["id"]));
    let rest = shop.get(link).await;
    assert_eq!((rows(&rest).len(), next(&rest)), (1, None));
}

#[tokio::test]
async fn a_page_of_long_texts_fits_lambdas_answer() {
    const COUNT: u64 = 1_200;
    let shop = Shop::new().await;
    // Each character has two bytes more in the answer than here, which is the maximum for a text without control
    // characters.
    populate(&shop, COUNT, |_| "\"".repeat(5_000)).await;
    for path in [CSV, JSONL] {
        let (mut pages, mut ids, mut link) = (0, Vec::new(), Some(path.to_owned()));
        while let Some(path) = link {
            let page = shop.get(path).await;
            assert_eq!(page.status, 200, "Lambda takes 6 MB: {}", page.body.len());
            assert!(page.body.len() > 1_000_000 || next(&page).is_none(), "pages are not short");
            match page.header("content-type").starts_with("text/csv") {
                true => ids.extend(rows(&page).iter().map(|row| row["id"].parse::<u64>().unwrap())),
                false => ids
                    .extend(page.body.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].number())),
            }
            link = next(&page);
            pages += 1;
        }
        assert_eq!(ids, (1..=COUNT).map(|number| number << 12).collect::<Vec<_>>(), "each once, in order");
        assert!(pages > 2, "{pages}");
    }
}

#[tokio::test]
async fn a_slow_table_makes_pages_shorter_and_not_longer() {
    let shop = Shop::new().await;
    populate(&shop, 1_000, |_| "Fine.".to_owned()).await;
    shop.aws().hurry(1_000);
    let is_read = |operation: &str| operation == "BatchGetItem";
    shop.aws().set_faults(move |call| match call.service {
        Service::DynamoDb if is_read(&call.operation) => Fault::Delay(Duration::from_secs(2)),
        _ => Fault::None,
    });
    let (mut found, mut link) = (0, Some(JSONL.to_owned()));
    let mut pages = 0;
    while let Some(path) = link {
        let page = shop.get(path).await.is(200);
        found += page.body.lines().count();
        link = next(&page);
        pages += 1;
    }
    assert!(found == 1_000 && pages > 1, "{found} on {pages} pages");
}
