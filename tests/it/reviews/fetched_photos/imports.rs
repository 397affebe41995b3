//! The photos of reviews from files that this system wrote. `tests/stories/importing/photos.story` tells of others.

use local::Options;

use super::FETCHED;
use super::host::Host;
use crate::importing::{import_as, numbers, reviews};
use crate::support::*;

const FORMAT: &str = "format=afterword";

fn widths(review: &Value) -> Vec<u64> {
    review["photos"].list().iter().map(|photo| photo["width"].number()).collect()
}

async fn photos(shop: &Shop) -> Vec<(Value, Vec<u64>)> {
    let mut all: Vec<_> = reviews(shop).await;
    all.sort_by_key(|review| review["external_review_id"].to_string());
    all.iter().map(|review| (review["external_review_id"].clone(), widths(review))).collect()
}

#[tokio::test]
async fn an_export_brings_its_photos_along_while_its_links_work() {
    let host = Host::new().await;
    let (base_url, clock) = (host.url.clone(), MovableClock::frozen(START.parse().unwrap()));
    let (random, has_model, shop_rate) = (seeded_random(1), false, None);
    let world = World::open(Options { data: None, base_url, clock, random, has_model, shop_rate }).unwrap();
    host.has_bucket(world.aws());
    let first = Shop::in_world(world.clone(), "fern", Mode::Live).await;
    super::ordered(&first, &[host.photo(40), host.photo(60)]).await;
    let line = json!({"external_review_id": "y-1", "platform": "yotpo", "product_id": "9", "rating": 3, "body": "Fine.",
        "created_at": "2019-03-02T10:00:00Z", "photos": [{"url": host.photo(80)}]});
    import_as(&first, FORMAT, "application/x-ndjson", &line.to_string()).await;
    first.advance(FETCHED).await;
    let expected = photos(&first).await;
    assert_eq!(expected.iter().map(|(_, widths)| widths.len()).sum::<usize>(), 3, "{expected:?}");
    let mut from = first;
    for (name, path, content_type) in
        [("oak", "/api/v1/reviews.csv", "text/csv"), ("elm", "/api/v1/reviews.jsonl", "application/x-ndjson")]
    {
        let exported = from.get(path).await.body;
        let fresh = Shop::in_world(world.clone(), name, Mode::Live).await;
        let done = import_as(&fresh, FORMAT, content_type, &exported).await;
        assert_eq!((numbers(&done), &done["errors"]), ((2, 2, 0), &json!([])));
        fresh.advance(FETCHED).await;
        // Their URLs are new, but their number, order and sizes are the same.
        assert_eq!(photos(&fresh).await, expected, "{name}");
        from = fresh;
    }
}
