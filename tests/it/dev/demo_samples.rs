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
async fn the_demo_shop_has_four_weeks_of_samples_of_every_kind() {
    let shop = demo_with_samples(HISTORY_DAYS).await;
    let listed = shop.get("/api/v1/reviews?limit=100").await.json();
    assert_eq!(listed["total"], 40, "each once, however often it starts");
    let (mut counts, mut rules) = (BTreeMap::<_, BTreeMap<_, usize>>::new(), BTreeMap::<_, usize>::new());
    for review in listed["reviews"].list() {
        let (text, name) = (review["content"].text(), review["reviewer_name"].as_str().unwrap_or("S."));
        assert!(text.starts_with("Sample: ") && !name.contains(char::is_numeric), "marked as a sample: {review}");
        for field in ["rating", "state", "external_product_id", "verification", "reason"] {
            *counts.entry(field).or_default().entry(review[field].to_string()).or_default() += 1;
        }
        *counts.entry("reply").or_default().entry(review["reply"].is_null().to_string()).or_default() += 1;
        if review["state"] == "submitted" {
            let history = shop.get(format!("/api/v1/reviews/{}/history", review["id"])).await.is(200).json();
            let rule = history["history"].list().iter().filter_map(|entry| entry["rule"].as_str()).next_back().unwrap();
            *rules.entry(rule.to_owned()).or_default() += 1;
        }
    }
    // The products are four and the shop; a state is published, waiting or withheld.
    assert_eq!(["rating", "state", "external_product_id"].map(|field| counts[field].len()), [5, 3, 5]);
    let count = |field: &str, value: &str| counts[field][value];
    assert_eq!([count("verification", r#""order""#), count("verification", r#""request""#)], [16, 24]);
    assert_eq!([count("reason", r#""unrelated""#), count("reply", "false")], [1, 5]);
    assert_eq!(rules, [("contact_data".to_owned(), 3), ("edit_of_withheld".to_owned(), 1)].into());
    let mut shown = Vec::new();
    for product in 7_125_386_199_075..=7_125_386_199_078_u64 {
        let page = shop.reads(format!("/p/demo/shopify-{product}.json")).await.json();
        shown.extend(page["reviews"].list().clone());
    }
    assert_eq!(shown.iter().map(|review| review["photos"].list().len()).sum::<usize>(), 7);
    let changed = shown.iter().find(|review| review["name"] == "Grace Sample").unwrap();
    assert!(changed["text"].text().contains("faultless"), "changed by its author: {changed}");
    has(changed, json!({"rating": 4, "verified": true}));

    let stats = shop.get("/api/v1/stats").await.json();
    has(&stats["total"], json!({"created": 67, "sent": 65, "opened": 49, "engaged": 40, "completed": 40, "failed": 1}));
    let days = stats["by_day"].list();
    assert!(days.iter().filter(|day| day["created"] != 0).count() >= 20, "spread over the days: {days:?}");
    let planned = shop.get("/api/v1/review-requests?status=scheduled").await.json();
    assert_eq!(planned["requests"].list().len(), 2);
    let mut emails = BTreeMap::<_, usize>::new();
    for mail in shop.inbox() {
        assert!(mail.to == "owner@example.com" || mail.to.contains("sample"), "nobody else is emailed: {}", mail.to);
        *emails.entry(mail.to).or_default() += usize::from(mail.tags.contains_key("request"));
    }
    assert!(emails.values().filter(|count| **count == 2).count() >= 5, "reminded: {emails:?}");
    let calls = shop.get("/api/v1/integrations/shopify/deliveries").await.json();
    let results: Vec<_> = calls["deliveries"].list().iter().map(|call| call["result"].text()).collect();
    assert_eq!(results, ["planned"; 16]);
}

#[tokio::test]
async fn samples_for_a_shop_without_a_past_are_written_at_once() {
    let stats = demo_with_samples(0).await.get("/api/v1/stats").await.json();
    assert_eq!((&stats["total"]["sent"], &stats["total"]["completed"]), (&65.into(), &40.into()));
}
