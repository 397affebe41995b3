//! The demo shop's sample reviews.

use local::demo::{Demo, samples::HISTORY_DAYS};

use crate::support::*;

/// The demo shop with its samples, which begin at the present time of the clock.
async fn demo_with_samples(days: u16) -> Shop {
    let mut shop = Shop::new().await;
    let demo = Demo::set_up(&shop.world, None, ([127, 0, 0, 1], 8000).into()).await.unwrap();
    shop.key = demo.keys.api.clone();
    assert_eq!(shop.get("/api/v1/reviews").await.json()["total"], 0, "only `cargo dev` adds them");
    let until = shop.now() + SignedDuration::from_hours(i64::from(days) * 24);
    for _ in 0..2 {
        demo.add_samples(&shop.world, until).await.unwrap();
    }
    assert!(shop.now() >= until);
    shop
}

#[tokio::test]
async fn the_demo_shop_has_40_samples_of_all_stars_and_states() {
    let shop = demo_with_samples(HISTORY_DAYS).await;
    let listed = shop.get("/api/v1/reviews?limit=100").await.json();
    assert_eq!(listed["total"], 40, "each once, however often it starts");
    let reviews = listed["reviews"].list();
    for review in reviews {
        let (text, name) = (review["content"].text(), review["reviewer_name"].as_str().unwrap_or("S."));
        assert!(text.starts_with("Sample: ") && name.starts_with('S'), "marked as a sample: {review}");
    }
    let all = |field: &str| reviews.iter().map(|review| review[field].to_string()).collect::<BTreeSet<_>>();
    assert_eq!(all("rating").len(), 5);
    assert_eq!(all("state").len(), 3, "published, waiting and withheld");
    assert_eq!(all("external_product_id").len(), 5, "the four products and the shop");
    let texts = |with: fn(&&Value) -> bool| reviews.iter().filter(with).map(|review| review["content"].text());
    assert_eq!(texts(|review| review["state"] == "submitted").count(), 3);
    assert!(texts(|review| review["reason"] == "fake").all(|text| text.contains("I sell similar ones")));
    assert_eq!(texts(|review| review["reason"] == "fake").count(), 1);
    assert_eq!(texts(|review| !review["reply"].is_null()).count(), 5);
    assert!(
        texts(|review| review["reply"]["text"].as_str().is_some_and(|text| text.contains("refund")))
            .all(|text| text.contains("three weeks"))
    );
    assert_eq!(shop.get("/api/v1/reviews/stats").await.json()["total_reviews"], 40);
    let is_ours = |address: &str| address == "owner@example.com" || address.starts_with("sample");
    assert!(shop.inbox().iter().all(|mail| is_ours(&mail.to)), "nobody else is emailed");
}

#[tokio::test]
async fn the_samples_are_asked_reached_and_reviewed_over_four_weeks() {
    let shop = demo_with_samples(HISTORY_DAYS).await;
    let stats = shop.get("/api/v1/stats").await.json();
    let steps = ["created", "sent", "opened", "engaged", "completed"].map(|step| stats["total"][step].clone());
    assert_eq!(steps.map(|count| count.number()), [66, 64, 49, 40, 40]);
    assert_eq!(stats["total"]["failed"], 0);
    let days = stats["by_day"].list();
    assert!(days.iter().filter(|day| day["created"] != 0).count() >= 20, "spread over the days: {days:?}");
    let mut reviews = shop.get("/api/v1/reviews?limit=100").await.json()["reviews"].list().clone();
    let written = |review: &Value| review["review_created_at"].text().parse::<Timestamp>().unwrap();
    reviews.sort_by_key(written);
    assert!(written(&reviews[0]) < shop.now() - DAY * 20);
    let waiting = reviews.iter().filter(|review| review["state"] == "submitted");
    let names: Vec<_> = waiting.map(|review| review["reviewer_name"].text()).collect();
    assert_eq!(names, ["Sample customer 37", "Sample customer 38", "Sample customer 39"]);
}

#[tokio::test]
async fn samples_for_a_shop_without_a_past_are_written_at_once() {
    let stats = demo_with_samples(0).await.get("/api/v1/stats").await.json();
    assert_eq!((&stats["total"]["sent"], &stats["total"]["completed"]), (&64.into(), &40.into()));
}
