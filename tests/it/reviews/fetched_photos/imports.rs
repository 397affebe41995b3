//! The photos of reviews from files.

use local::Options;

use super::FETCHED;
use super::host::Host;
use crate::hub::photos::originals;
use crate::importing::{errors, file, import, import_as, numbers, reviews};
use crate::support::*;

const FORMAT: &str = "format=afterword";

fn widths(review: &Value) -> Vec<u64> {
    review["photos"].list().iter().map(|photo| photo["width"].number()).collect()
}

#[tokio::test]
async fn photo_urls_of_a_file_are_fetched() {
    let (shop, host) = (Shop::new().await, Host::new().await);
    let ten: Vec<_> = (0..10).map(|number| host.photo(30 + number)).collect();
    let csv = file(&[
        &format!("r-1,{MUG},4,,One.,Jane,,{},,2025-03-02", ten.join(" ")),
        &format!("r-2,{MUG},5,,Two.,Jane,,{} http://images.example/2.jpg,,2025-03-03", host.photo(60)),
        &format!("r-3,{MUG},5,,Three.,Jane,,{},,2025-03-04", host.at("/text")),
    ]);
    let dry = import(&shop, "format=afterword&dry_run=true", &csv).await;
    assert_eq!((numbers(&dry), host.asked().len()), ((3, 3, 0), 0), "a dry run fetches nothing");
    let done = import(&shop, FORMAT, &csv).await;
    shop.advance(FETCHED).await;
    assert_eq!((numbers(&done), errors(&dry)), ((3, 3, 0), errors(&done)));
    assert_eq!(errors(&done), [(3, Some("photo_urls"), "photos_not_imported")]);
    let imported = reviews(&shop).await;
    assert_eq!(imported.iter().map(widths).collect::<Vec<_>>(), [(30..40).collect(), vec![60], vec![]]);
    assert_eq!(originals(shop.aws()).len(), 11);
    // The same file is imported again: no review is new, and no photo is fetched.
    let asked = host.asked().len();
    let again = import(&shop, FORMAT, &csv).await;
    shop.advance(FETCHED).await;
    assert_eq!((numbers(&again), host.asked().len()), ((3, 0, 3), asked));
    assert_eq!((reviews(&shop).await.len(), originals(shop.aws()).len()), (3, 11));
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
