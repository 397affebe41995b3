//! Reviews of one millisecond, and their photos.

use crate::hub::photos;
use crate::support::*;

const REVIEWS: &str = "/api/v1/reviews";

#[tokio::test]
async fn reviews_of_one_millisecond_have_ids_of_their_own() {
    let shop = Shop::new().await;
    let products: Vec<_> = (1..=50).map(|number| format!("shopify-{number}")).collect();
    // Besides the millisecond, an id has twelve random bits. Among 200 ids, five pairs have the same bits.
    for _ in 0..4 {
        let (_, hub) = shop.created(json!({"product_ids": products, "skip_email": true})).await;
        for item in 0..50 {
            shop.review(&hub, item).await;
        }
    }
    let mut listed = 0;
    for offset in [0, 100] {
        let reply = shop.get(format!("{REVIEWS}?limit=100&offset={offset}")).await.json();
        assert_eq!(reply["total"], 200);
        listed += reply["reviews"].list().len();
    }
    assert_eq!(listed, 200);
}

#[tokio::test]
async fn a_reviews_photos_are_shown_with_it() {
    let (shop, _, hub) = Shop::asking(json!({"product_ids": [MUG], "skip_email": true})).await;
    photos::upload(&shop, &hub, &photos::jpeg(40, 20)).await;
    shop.advance(SECOND).await;
    shop.writes(&hub, &[("rating", "5"), ("text", "See."), ("display_name", "")]).await.is(303);
    let review = shop.newest_review().await;
    let [photo] = review["photos"].list().as_slice() else { panic!("{review}") };
    assert_eq!((&photo["width"], &photo["height"]), (&json!(40), &json!(20)));
    let url = photo["url"].text();
    assert!(url.contains("X-Amz-Expires=3600"), "{photo}");
    assert_eq!(photos::view(&shop, url).status(), 200);
    // Another photo is no edit that readers are told of.
    photos::upload(&shop, &hub, &photos::jpeg(30, 20)).await;
    shop.settle().await;
    let path = format!("{REVIEWS}/{}", review["uuid"].text());
    has(&shop.get(&path).await.json(), json!({"edited_at": null}));
    assert_eq!(shop.get(&path).await.json()["photos"].list().len(), 2);
    shop.delete(&path).await.is(200);
    // S3 does not say that an object is gone to callers who may not list the bucket.
    assert_eq!(photos::view(&shop, url).status(), 403, "its file is deleted");
    assert!(table(&shop.world).await.iter().all(|row| !row["SK"]["S"].text().contains("#photo#")));
}
