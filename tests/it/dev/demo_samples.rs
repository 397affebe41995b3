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
    assert_eq!(texts(|review| review["reason"] == "unrelated").count(), 1);
    assert!(texts(|review| review["reason"] == "unrelated").all(|text| text.contains("differ in height")));
    assert_eq!(texts(|review| !review["reply"].is_null()).count(), 5);
    assert!(
        texts(|review| review["reply"]["text"].as_str().is_some_and(|text| text.contains("refund")))
            .all(|text| text.contains("three weeks"))
    );
    let is_ours = |address: &str| address == "owner@example.com" || address.contains("sample");
    assert!(shop.inbox().iter().all(|mail| is_ours(&mail.to)), "nobody else is emailed");
}

#[tokio::test]
async fn sixteen_samples_are_of_orders_that_shopify_reported() {
    let shop = demo_with_samples(HISTORY_DAYS).await;
    let mut labels = BTreeMap::<_, usize>::new();
    for review in shop.get("/api/v1/reviews?limit=100").await.json()["reviews"].list() {
        *labels.entry(review["verification"].owned()).or_default() += 1;
    }
    assert_eq!(labels, [("order".to_owned(), 16), ("request".to_owned(), 24)].into());
    let calls = shop.get("/api/v1/integrations/shopify/deliveries").await.json();
    let results: Vec<_> = calls["deliveries"].list().iter().map(|call| call["result"].text()).collect();
    assert_eq!(results, ["asked"; 16]);
}

#[tokio::test]
async fn seven_samples_have_photos_and_two_are_changed_by_their_authors() {
    let shop = demo_with_samples(HISTORY_DAYS).await;
    let mut photos = 0;
    for product in 7_125_386_199_075..=7_125_386_199_078_u64 {
        let page = shop.reads(format!("/p/demo/shopify-{product}.json")).await.json();
        for photo in page["reviews"].list().iter().flat_map(|review| review["photos"].list()) {
            assert_eq!((&photo["width"], &photo["height"]), (&json!(640), &json!(480)));
            photos += 1;
        }
    }
    assert_eq!(photos, 7);
    let board = shop.reads("/p/demo/shopify-7125386199075.json".to_owned()).await.json();
    let changed = board["reviews"].list().iter().find(|review| review["name"] == "Sample customer 7").unwrap();
    assert!(changed["text"].text().contains("faultless") && changed["rating"] == 4, "{changed}");
    assert!(changed["reply"]["text"].text().contains("on its way") && changed["verified"] == true, "{changed}");
}

#[tokio::test]
async fn four_samples_wait_for_one_of_two_reasons() {
    let shop = demo_with_samples(HISTORY_DAYS).await;
    let listed = shop.get("/api/v1/reviews?limit=100").await.json();
    let mut rules = BTreeMap::new();
    for review in listed["reviews"].list().iter().filter(|review| review["state"] == "submitted") {
        let history = shop.get(format!("/api/v1/reviews/{}/history", review["id"])).await.is(200).json();
        let rule = history["history"].list().iter().filter_map(|entry| entry["rule"].as_str()).next_back().unwrap();
        rules.insert(review["reviewer_name"].owned(), rule.to_owned());
    }
    let customer = |number: u8| format!("Sample customer {number}");
    let waiting = [(37, "contact_data"), (38, "contact_data"), (39, "contact_data"), (40, "edit_of_withheld")];
    assert_eq!(rules, waiting.map(|(number, rule)| (customer(number), rule.to_owned())).into());
}

#[tokio::test]
async fn the_samples_are_asked_reached_reminded_and_reviewed_over_four_weeks() {
    let shop = demo_with_samples(HISTORY_DAYS).await;
    let stats = shop.get("/api/v1/stats").await.json();
    let steps = ["created", "sent", "opened", "engaged", "completed"].map(|step| stats["total"][step].clone());
    assert_eq!(steps.map(|count| count.number()), [67, 65, 49, 40, 40]);
    assert_eq!(stats["total"]["failed"], 1, "one address bounced");
    let days = stats["by_day"].list();
    assert!(days.iter().filter(|day| day["created"] != 0).count() >= 20, "spread over the days: {days:?}");
    let mut emails = BTreeMap::<_, usize>::new();
    for mail in shop.inbox().into_iter().filter(|mail| mail.tags.contains_key("request")) {
        *emails.entry(mail.to).or_default() += 1;
    }
    assert!(emails.values().filter(|count| **count == 2).count() >= 5, "reminded: {emails:?}");
    let planned = shop.get("/api/v1/review-requests?status=scheduled").await.json();
    assert_eq!(planned["requests"].list().len(), 2);
    let mut reviews = shop.get("/api/v1/reviews?limit=100").await.json()["reviews"].list().clone();
    let written = |review: &Value| review["review_created_at"].text().parse::<Timestamp>().unwrap();
    reviews.sort_by_key(written);
    assert!(written(&reviews[0]) < shop.now() - DAY * 20);
}

#[tokio::test]
async fn samples_for_a_shop_without_a_past_are_written_at_once() {
    let stats = demo_with_samples(0).await.get("/api/v1/stats").await.json();
    assert_eq!((&stats["total"]["sent"], &stats["total"]["completed"]), (&65.into(), &40.into()));
}
