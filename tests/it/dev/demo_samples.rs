//! The demo shop's sample reviews.

use std::collections::BTreeSet;

use local::demo::Demo;
use serde_json::Value;

use crate::support::Shop;

#[tokio::test]
async fn the_demo_shop_has_40_samples_of_all_stars_and_states() {
    let mut shop = Shop::new().await;
    let demo = Demo::set_up(&shop.world, None, ([127, 0, 0, 1], 8000).into()).await.unwrap();
    shop.key = demo.keys.api.clone();
    assert_eq!(shop.get("/api/v1/reviews").await.json()["total"], 0, "only `cargo dev` adds them");
    demo.add_samples(&shop.world).await.unwrap();
    demo.add_samples(&shop.world).await.unwrap();
    let listed = shop.get("/api/v1/reviews?limit=100").await.json();
    assert_eq!(listed["total"], 40, "each once, however often it starts");
    let reviews = listed["reviews"].as_array().unwrap();
    for review in reviews {
        let (text, name) = (review["content"].as_str().unwrap(), review["reviewer_name"].as_str().unwrap_or("S."));
        assert!(text.starts_with("Sample: ") && name.starts_with('S'), "marked as a sample: {review}");
    }
    let all = |field: &str| reviews.iter().map(|review| review[field].to_string()).collect::<BTreeSet<_>>();
    assert_eq!(all("rating").len(), 5);
    assert_eq!(all("state").len(), 3, "published, waiting and withheld");
    assert_eq!(all("external_product_id").len(), 5, "the four products and the shop");
    let texts =
        |with: fn(&&Value) -> bool| reviews.iter().filter(with).map(|review| review["content"].as_str().unwrap());
    assert_eq!(texts(|review| review["state"] == "submitted").count(), 3);
    assert!(texts(|review| review["reason"] == "fake").all(|text| text.contains("I sell similar ones")));
    assert_eq!(texts(|review| review["reason"] == "fake").count(), 1);
    assert_eq!(texts(|review| !review["reply"].is_null()).count(), 5);
    assert!(
        texts(|review| review["reply"]["text"].as_str().is_some_and(|text| text.contains("refund")))
            .all(|text| text.contains("three weeks"))
    );
    assert!(shop.inbox().is_empty(), "no message leaves");
    assert_eq!(shop.get("/api/v1/reviews/stats").await.json()["total_reviews"], 40);
}
