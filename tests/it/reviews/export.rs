//! `GET /api/v1/reviews.csv` and `.jsonl`: all reviews, oldest first.

use domain::order::ProductId;
use domain::review::{DisplayName, Headline, NewReview, Origin, Rating, Review, ReviewText, Version, Words};
use domain::values::{RequestId, ReviewId, Verification};

use crate::support::*;

const CSV: &str = "/api/v1/reviews.csv";
const JSONL: &str = "/api/v1/reviews.jsonl";
const COLUMNS: &str = "id,uuid,external_review_id,platform,product_id,product_title,rating,title,body,name,\
    verification,status,reason,reply,photo_urls,language,origin,created_at,published_at,updated_at,incentivized,\
    edited_at,experienced_at,reply_created_at,reply_updated_at";

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

async fn review(shop: &Shop, rating: &str, text: &str, name: &str) -> Value {
    shop.rates(&[("rating", rating), ("text", text), ("display_name", name)]).await;
    shop.jump(SECOND);
    shop.get("/api/v1/reviews").await.json()["reviews"][0].clone()
}

#[tokio::test]
async fn the_csv_has_exactly_these_columns_in_utf_8_with_crlf() {
    let shop = Shop::new().await;
    let empty = shop.get(CSV).await;
    assert_eq!(empty.body, format!("{COLUMNS}\r\n"));
    assert_eq!(empty.header("content-disposition"), "attachment; filename=\"reviews.csv\"");
    let first = review(&shop, "4", "Heavy, \"solid\"\nand wärm.", "Jöhn").await;
    shop.put(format!("/api/v1/reviews/{}/reply", first["id"]), json!({"text": "Thanks!"})).await;
    let (_, hub) = shop.created(json!({"skip_email": true})).await;
    shop.review(&hub, 0).await;
    let shown = shop.get(format!("/api/v1/reviews/{}", first["id"])).await.json();
    let reply = shop.get(CSV).await;
    assert_eq!(reply.body.matches("\r\n").count(), 3, "a line break of a text is LF");
    reply.shows(["\"Heavy, \"\"solid\"\"\nand wärm.\""]);
    let [one, two] = &rows(&reply)[..] else { panic!("{}", reply.body) };
    let text = |name: &str| shown[name].as_str().unwrap_or_default().to_owned();
    for (column, expected) in [
        ("id", shown["id"].to_string()),
        ("uuid", text("uuid")),
        ("external_review_id", text("uuid")),
        ("platform", "betterreviews".to_owned()),
        ("product_id", MUG.to_owned()),
        ("product_title", "Stoneware mug".to_owned()),
        ("rating", "4".to_owned()),
        ("title", String::new()),
        ("body", text("content")),
        ("name", "Jöhn".to_owned()),
        ("verification", text("verification")),
        ("status", "approved".to_owned()),
        ("reason", String::new()),
        ("reply", "Thanks!".to_owned()),
        ("photo_urls", String::new()),
        ("language", text("language")),
        ("origin", "hub".to_owned()),
        ("created_at", text("review_created_at")),
        ("published_at", text("published_at")),
        ("updated_at", text("updated_at")),
        ("reply_created_at", shown["reply"]["created_at"].owned()),
        ("reply_updated_at", shown["reply"]["updated_at"].owned()),
    ] {
        assert_eq!(one[column], expected, "{column}");
    }
    assert_eq!((&*two["product_id"], &*two["product_title"], &*two["rating"]), ("'@shop", "", "5"), "oldest first");
}

#[tokio::test]
async fn a_cell_that_would_be_a_formula_has_an_apostrophe() {
    let shop = Shop::new().await;
    for (text, cell) in [
        ("=1+1", "'=1+1"),
        ("+49 hours", "'+49 hours"),
        ("-1 star", "'-1 star"),
        ("@everybody", "'@everybody"),
        ("'=1+1", "''=1+1"),
        ("''@x", "'''@x"),
        ("'quoted'", "'quoted'"),
        ("1 = 1", "1 = 1"),
    ] {
        review(&shop, "5", text, "=Jane").await;
        let rows = rows(&shop.get(CSV).await);
        let last = rows.last().unwrap();
        assert_eq!((&*last["body"], &*last["name"]), (cell, "'=Jane"));
    }
}

#[tokio::test]
async fn the_json_lines_are_the_lists_rows() {
    let shop = Shop::new().await;
    for (rating, text) in [("5", "Lovely."), ("1", "Broken."), ("3", "Call 030 1234567.")] {
        review(&shop, rating, text, "Jane").await;
    }
    let reply = shop.get(JSONL).await;
    assert_eq!((reply.status.as_u16(), reply.header("content-type")), (200, "application/x-ndjson; charset=utf-8"));
    let lines: Vec<Value> = reply.body.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(json!(lines), shop.get("/api/v1/reviews?sort=oldest").await.json()["reviews"]);
    assert_eq!((reply.body.matches('\n').count(), next(&reply)), (3, None));
    for (query, expected) in [
        ("status=pending", vec!["3"]),
        ("min_rating=3", vec!["5", "3"]),
        ("max_rating=1&product_id=7125386199075", vec!["1"]),
        ("q=broken", vec!["1"]),
        ("platform=okendo", vec![]),
        ("replied=true", vec![]),
        ("since=2026-11-20T06:00:02Z", vec!["3"]),
        ("sort=highest_rated&limit=1&offset=2", vec!["5", "1", "3"]),
    ] {
        let ratings: Vec<_> =
            rows(&shop.get(format!("{CSV}?{query}")).await).iter().map(|row| row["rating"].clone()).collect();
        assert_eq!(ratings, expected, "{query}");
    }
}

#[tokio::test]
async fn an_export_needs_valid_parameters() {
    let shop = Shop::new().await;
    for path in [CSV, JSONL] {
        shop.get(format!("{path}?status=x")).await.is_error(422, "invalid_status");
        shop.get(format!("{path}?cursor=x")).await.is_error(422, "invalid_cursor");
        shop.call("HEAD", path).send().await.is(200);
    }
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
            match path_is_csv(&page) {
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

fn path_is_csv(page: &Reply) -> bool {
    page.header("content-type").starts_with("text/csv")
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
