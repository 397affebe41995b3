//! One review in two exports, of which one has ids: it is here once, whichever comes first.

use super::undo::undo;
use super::{import, numbers};
use crate::support::*;

#[tokio::test]
async fn a_review_with_an_id_and_its_twin_without_one_are_one_in_either_order() {
    let judgeme = |heading: &str, id: &str| {
        let head = "body,rating,review_date,curated,reviewer_name,reviewer_email,product_id";
        let row = "Keeps its edge.,4,2025-03-02 10:12:00 UTC,ok,Ida,ida@example.com,8301";
        format!("{head}{heading}\n{row}{id}\n")
    };
    // The rows of this one have no words at all.
    let stars = |id: &str| {
        format!("comment_ID,comment_post_ID,rating,comment_date_gmt,comment_approved\n{id},7,5,2025-03-02,1\n")
    };
    let judgeme = [judgeme("", ""), judgeme(",metaobject_handle", ",review-9")];
    let pairs = [("format=judgeme&platform=shopify", judgeme), ("format=webtoffee", [stars(""), stars("31")])];
    for (query, [without, with]) in &pairs {
        for [first, second] in [[without, with], [with, without]] {
            let shop = Shop::new().await;
            let done = import(&shop, query, first).await;
            assert_eq!(numbers(&done), (1, 1, 0), "{done}");
            for (dry, file) in [("&dry_run=true", second), ("", second), ("", first)] {
                let again = import(&shop, &format!("{query}{dry}"), file).await;
                assert_eq!((numbers(&again), &again["skipped_for"]), ((1, 0, 1), &json!({"duplicate": 1})), "{file}");
            }
            // An undo releases what either file is known by.
            undo(&shop, &done).await.is(202);
            shop.settle().await;
            assert_eq!(numbers(&import(&shop, query, second).await), (1, 1, 0), "{second}");
        }
    }
}
