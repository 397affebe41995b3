//! One review in two exports, of which one has ids: it is here once, whichever comes first.

use super::undo::undo;
use super::{import_as, numbers};
use crate::support::*;

const CSV: &str = "text/csv";
const LINES: &str = "application/x-ndjson";

/// Files of one review, each pair without and with the review's id: the query, the type, and both files.
fn pairs() -> Vec<(&'static str, &'static str, [String; 2])> {
    let judgeme = |heading: &str, id: &str| {
        format!(
            "title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,reply_date,\
             picture_urls,ip_address,location{heading}\n,Keeps its edge.,4,2025-03-02 10:12:00 UTC,email,ok,Ida,ida@example.com,8301,\
             knife,,,,,{id}\n"
        )
    };
    let loox = "product_Id,rating,author,email,body,created_at\n8301,4,Ida,ida@example.com,Keeps its edge.,2025-03-02T10:12:00Z\n";
    let loox_with = "id,status,rating,email,nickname,full_name,review,date,productId,handle,img,variant,verified_purchase\n\
        L9,Active,4,ida@example.com,Ida,,Keeps its edge.,2025-03-02T10:12:00.000Z,8301,,,,true\n";
    let mut okendo =
        json!({"productId": 8301, "rating": 4, "dateCreated": "2025-03-02T10:12:00Z", "body": "Keeps its edge."});
    let without = okendo.to_string();
    okendo["reviewId"] = json!("o-9");
    // The rows of this one have no words at all.
    let stars = |id: &str| {
        format!("comment_ID,comment_post_ID,rating,comment_date_gmt,comment_approved\n{id},7,5,2025-03-02,1\n")
    };
    vec![
        ("format=judgeme&platform=shopify", CSV, [judgeme("", ""), judgeme(",metaobject_handle", ",review-9")]),
        ("format=loox", CSV, [loox.to_owned(), loox_with.to_owned()]),
        ("format=okendo", LINES, [without, okendo.to_string()]),
        ("format=webtoffee", CSV, [stars(""), stars("31")]),
    ]
}

#[tokio::test]
async fn a_review_with_an_id_and_its_twin_without_one_are_one_in_either_order() {
    for (query, content_type, [without, with]) in pairs() {
        for [first, second] in [[&without, &with], [&with, &without]] {
            let shop = Shop::new().await;
            let done = import_as(&shop, query, content_type, first).await;
            assert_eq!(numbers(&done), (1, 1, 0), "{done}");
            for (query, file) in
                [(format!("{query}&dry_run=true"), second), (query.to_owned(), second), (query.to_owned(), first)]
            {
                let again = import_as(&shop, &query, content_type, file).await;
                assert_eq!(
                    (numbers(&again), &again["skipped_for"]),
                    ((1, 0, 1), &json!({"duplicate": 1})),
                    "{file}: {again}"
                );
            }
            // An undo releases what either file is known by.
            undo(&shop, &done).await.is(202);
            shop.settle().await;
            assert_eq!(digests(&shop).await.len(), 0, "{query}");
            assert_eq!(numbers(&import_as(&shop, query, content_type, second).await), (1, 1, 0), "{second}");
        }
    }
}

/// The uniqueness keys of imported reviews.
async fn digests(shop: &Shop) -> Vec<Value> {
    table(&shop.world).await.into_iter().filter(|item| item["SK"]["S"].text().starts_with("RVG#")).collect()
}
