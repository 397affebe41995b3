//! What the earlier system did not show is withheld, and the shop publishes it from the list, one by one or several at once.

use super::*;
use crate::importing::import;

const WITHHELD: &str = "/console/reviews?show=withheld";

#[tokio::test]
async fn what_was_hidden_is_withheld_and_can_be_marked_and_published() {
    let (shop, mara) = signed_in().await;
    let head = "review_id,product_id,rating,body,reviewer_name,reviewer_email,review_date,curated\n";
    let row = |n: usize| format!("j-{n},7,{n},Text {n}.,Author {n},sample{n}@example.com,2025-03-0{n},spam\n");
    let file = format!("{head}{}", (1..=3).map(row).collect::<String>());
    import(&shop, "format=judgeme&platform=shopify", &file).await;
    mara.get("/console/reviews").await.shows(["To decide <b>0</b>", "Withheld <b>3</b>"]);
    let page = mara.get(WITHHELD).await.body;
    assert_eq!(page.matches("data-pick").count(), 3, "{page}");
    let hidden = shop.get("/api/v1/reviews?status=rejected&sort=oldest").await.json()["reviews"].clone();
    let of = |n: usize| hidden[n]["id"].to_string();
    mara.get(&format!("/console/reviews/{}", of(0))).await.shows(["The earlier system did not show it"]);
    let marked = [0, 1].map(|n| format!("r-{}", of(n)));
    let fields = [(marked[0].as_str(), "1"), (&marked[1], "1"), ("list", "show=withheld")];
    mara.post("/console/reviews/marked/publish", &fields).await.leads(WITHHELD);
    mara.get(WITHHELD).await.shows(["2 reviews published.", "Published <b>2</b>", "Withheld <b>1</b>"]);
    // What the shop withheld by itself is decided about alone.
    shop.withhold(hidden[0]["id"].number(), "fake").await;
    let page = mara.get(WITHHELD).await.body;
    assert_eq!((page.matches("data-row").count(), page.matches("data-pick").count()), (2, 1), "{page}");
    shop.advance_days(11).await;
    assert_eq!(shop.notifications().len(), 0, "nobody gets an email about it");
}

#[tokio::test]
async fn the_list_is_filtered_by_why_reviews_wait() {
    let (shop, mara) = signed_in().await;
    let (_, hub) = shop.created(json!({"product_ids": [MUG], "skip_email": true})).await;
    shop.writes(&hub, &[("rating", "2"), ("text", "Call 0171 234 56 78."), ("display_name", "")]).await.is(303);
    shop.sets(json!({"moderation": "hold"})).await;
    let head = "product_id,rating,body,review_date,reviewer_name,reviewer_email\n";
    import(&shop, "format=judgeme&platform=shopify", &format!("{head}7,5,Heavy.,2025-03-02,Jo,jo@example.com\n")).await;
    // One page has all that wait, so the filter's choices have numbers.
    mara.get("/console/reviews").await.shows(["Every review waits for a decision (1)", "To decide <b>2</b>"]);
    for (query, found) in [
        ("why=contact_data", &["Call"][..]),
        ("why=moderation", &["Heavy."]),
        ("why=visitor", &[]),
        ("why=anything", &["Heavy.", "Call"]),
        ("q=heavy&why=contact_data", &[]),
    ] {
        let page = mara.get(&format!("/console/reviews?{query}")).await.body;
        let is_there = |text: &&&str| page.contains(&format!("<p class=\"cut\" dir=\"auto\">{text}"));
        assert_eq!(["Heavy.", "Call"].iter().filter(is_there).copied().collect::<Vec<_>>(), found, "{query}: {page}");
    }
    assert!(!mara.get("/console/reviews?show=all").await.body.contains("name=\"why\""));
}
