//! Pages and files of many rows.

use super::*;
use crate::importing::import;

const AUDIT: &str = "/api/v1/audit";

#[tokio::test]
async fn five_hundred_earlier_orders_are_asked_about_within_a_call() {
    let (shop, mara) = signed_in().await;
    let rows: String = (0..500).map(|row| format!("jane{row}@example.com\t{row}\n")).collect();
    let form = [("rows", &*format!("email\torder\n{rows}")), ("days", "7"), ("number", "500")];
    mara.post("/console/requests/earlier/ask", &form).await.leads("/console/customers");
    assert_eq!(shop.get("/api/v1/stats").await.json()["total"]["created"], 500);
}

#[tokio::test]
async fn a_products_stars_over_time_are_those_of_its_newest_reviews_without_the_shops_own_people() {
    let (shop, mara) = signed_in().await;
    let head = "review_id,product_id,rating,body,reviewer_name,reviewer_email,review_date\n";
    let row = |number: u32| {
        let (stars, day) = match number {
            0..5 => (1, "2026-01-05"),
            5..155 => (4, "2026-03-02"),
            _ => (5, "2026-09-10"),
        };
        format!("j-{number},7,{stars},Text {number}.,Jane,,{day}\n")
    };
    let file = head.to_owned() + &(0..202).map(row).collect::<String>();
    import(&shop, "format=judgeme&platform=shopify", &file).await;
    let (_, hub) = shop.created(json!({"email": MARA, "product_ids": ["shopify-7"], "skip_email": true})).await;
    shop.writes(&hub, &[("rating", "1"), ("text", "Ours.")]).await.is(303);
    let home = mara.get("/console/products/shopify-7").await.body;
    home.shows([
        "From the newest 200 reviews, since 5 January 2026",
        "Reviews, at most 150 a month",
        "<title>January 2026 · 1.0 out of 5 · 3 published reviews</title>",
        "<title>March 2026 · 4.0 out of 5 · 150 published reviews</title>",
        "<polyline points=\"20,25.0 30,25.0\"/>",
        "<title>September 2026 · 5.0 out of 5 · 47 published reviews</title>",
        "<title>November 2026 · 0 published reviews</title>",
        "<p class=\"cut\" dir=\"auto\">Ours.</p>",
    ]);
}

#[tokio::test]
async fn each_part_of_a_download_of_all_reviews_is_recorded() {
    let (shop, mara) = signed_in().await;
    // A part has at most 5.5 MB as JSON, where a quote in CSV is four bytes.
    crate::reviews::export::populate(&shop, 600, |_| "\"A\" ".repeat(1_000)).await;
    let next = mara.get("/console/data/reviews.csv").await.is(200).next().unwrap();
    shop.jump(SECOND);
    mara.get(&next).await.is(200);
    let log = shop.get(format!("{AUDIT}?limit=100")).await.json()["entries"].clone();
    assert_eq!(log.list().iter().filter(|entry| entry["what"] == "take_reviews").count(), 2);
}

#[tokio::test]
async fn a_log_of_more_than_1000_entries_is_read_to_its_end() {
    let (shop, _) = signed_in().await;
    let (store, nobody) = (shop.store(), app::caller::Author::default());
    let entry = nobody.entry("resume", "fern", [Value::Null, Value::Null], shop.now());
    let records = join_all((0..1_000).map(|_| store.record(Some(&shop.tenant), &entry))).await;
    assert!(records.iter().all(Result::is_ok));
    let (mut count, mut next) = (0, Some(format!("{AUDIT}?limit=100")));
    while let Some(path) = next {
        let part = shop.get(path).await;
        count += part.json()["entries"].list().len();
        next = part.next();
    }
    let rows = table(&shop.world).await;
    assert_eq!(count, rows.iter().filter(|row| row["PK"]["S"] == "T#fern.live#AUDIT").count());
}
