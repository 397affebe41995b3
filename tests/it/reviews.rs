//! The shop's side of reviews: what customers wrote is read, published, withheld, answered and removed.

use serde_json::{Value, json};

use crate::support::Shop;

const REVIEWS: &str = "/api/v1/reviews";
const MUG: &str = "shopify-6824300";

/// A review of a mug that waits for the shop, with its id.
async fn reviewed(shop: &Shop, text: &str, rating: &str) -> u64 {
    let (_, hub) = shop.created(json!({"product_ids": [MUG], "skip_email": true})).await;
    let token = crate::support::token_of(&hub);
    let form = [("token", token), ("item", "0"), ("rating", rating), ("text", text), ("display_name", "Jane")];
    assert_eq!(shop.submit("/review/hub/review", &form).await.status, 303);
    newest(shop).await["id"].as_u64().unwrap()
}

async fn newest(shop: &Shop) -> Value {
    let reply = shop.get(REVIEWS).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    reply.json()["reviews"][0].clone()
}

#[tokio::test]
async fn a_review_that_says_how_to_reach_somebody_waits_and_others_are_public_at_once() {
    let shop = Shop::new().await;
    reviewed(&shop, "Lovely.", "5").await;
    let public = newest(&shop).await;
    assert_eq!((&public["status"], &public["rating"], &public["content"]), (&json!("approved"), &json!(5), &json!("Lovely.")));
    assert_eq!((&public["reviewer_name"], &public["external_product_id"]), (&json!("Jane"), &json!(MUG)));
    shop.jump(jiff::SignedDuration::from_secs(1));
    reviewed(&shop, "Call me: 0171 2345678", "1").await;
    assert_eq!(newest(&shop).await["status"], "pending");
    let listed = shop.get(format!("{REVIEWS}?status=pending")).await.json();
    assert_eq!((&listed["total"], listed["reviews"].as_array().unwrap().len()), (&json!(1), 1));
}

#[tokio::test]
async fn a_review_is_withheld_published_answered_and_removed() {
    let shop = Shop::new().await;
    let id = reviewed(&shop, "Lovely.", "4").await;
    let path = format!("{REVIEWS}/{id}");
    let patch = |what: &str, body: Value| {
        let path = format!("{path}/{what}");
        let call = shop.call("PATCH", path).json(&body);
        async move { call.send().await }
    };
    let withheld = patch("reject", json!({"reason": "unrelated", "note": "About the courier."})).await;
    assert_eq!(withheld.json(), json!({"ok": true, "review_id": id, "status": "rejected"}));
    assert_eq!(shop.get(&path).await.json()["reason"], "unrelated");
    assert_eq!(patch("approve", json!({})).await.json()["status"], "approved");
    let reply = shop.call("PUT", format!("{path}/reply")).json(&json!({"text": "Thank you!"})).send().await.json();
    assert_eq!(reply["reply"]["text"], "Thank you!");
    assert_eq!(shop.get(&path).await.json()["reply"]["text"], "Thank you!");
    let history = shop.get(format!("{path}/history")).await.json();
    let what: Vec<_> = history["history"].as_array().unwrap().iter().map(|line| line["what"].as_str().unwrap()).collect();
    assert_eq!(what, ["submitted", "published", "withheld", "published", "replied"]);
    assert_eq!(shop.delete(&path).await.json(), json!({"ok": true}));
    assert_eq!(shop.delete(&path).await.json(), json!({"ok": true}), "again");
    assert_eq!(shop.get(&path).await.status, 404);
    assert_eq!(shop.get(format!("{path}/history")).await.json()["history"].as_array().unwrap().len(), 6);
    assert_eq!(shop.get(REVIEWS).await.json()["total"], 0);
}

#[tokio::test]
async fn of_two_moderators_one_wins_and_the_other_gets_412() {
    let shop = Shop::new().await;
    let id = reviewed(&shop, "Lovely.", "4").await;
    let path = format!("{REVIEWS}/{id}");
    let read = shop.get(&path).await;
    let etag = read.headers["etag"].clone();
    let decide = |reason: &str| {
        let call = shop.call("PATCH", format!("{path}/reject")).header("if-match", etag.to_str().unwrap());
        let call = call.json(&json!({"reason": reason}));
        async move { call.send().await.status.as_u16() }
    };
    let (one, other) = tokio::join!(decide("fake"), decide("abusive"));
    let mut statuses = [one, other];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
}

#[tokio::test]
async fn an_edit_of_what_is_public_waits_if_it_says_how_to_reach_somebody() {
    let shop = Shop::new().await;
    let (_, hub) = shop.created(json!({"product_ids": [MUG], "skip_email": true})).await;
    let token = crate::support::token_of(&hub).to_owned();
    for text in ["Lovely.", "Lovely. www.example.com"] {
        let form = [("token", &*token), ("item", "0"), ("rating", "4"), ("text", text), ("display_name", "")];
        assert_eq!(shop.submit("/review/hub/review", &form).await.status, 303);
    }
    let review = newest(&shop).await;
    assert_eq!((&review["status"], &review["content"]), (&json!("approved"), &json!("Lovely.")));
    assert_eq!(review["pending_edit"]["content"], "Lovely. www.example.com");
    let path = format!("{REVIEWS}/{}", review["id"]);
    let drop = shop.call("PATCH", format!("{path}/reject")).json(&json!({"edit": true}));
    assert_eq!(drop.send().await.json()["status"], "approved");
    assert_eq!(shop.get(&path).await.json()["pending_edit"], Value::Null);
    let again = shop.call("PATCH", format!("{path}/reject")).json(&json!({"edit": true}));
    again.send().await.is_error(409, "no_pending_edit");
}

#[tokio::test]
async fn statistics_follow_the_reviews() {
    let shop = Shop::new().await;
    for rating in ["5", "4", "4", "1"] {
        reviewed(&shop, "Fine.", rating).await;
        shop.jump(jiff::SignedDuration::from_secs(1));
    }
    let id = newest(&shop).await["id"].as_u64().unwrap();
    shop.call("PATCH", format!("{REVIEWS}/{id}/reject")).send().await;
    let stats = shop.get(format!("{REVIEWS}/stats")).await.json();
    let expected = json!({"total_reviews": 4, "pending_count": 0, "approved_count": 3, "rejected_count": 1,
        "average_rating": 4.3, "reviews_by_rating": {"1": 1, "2": 0, "3": 0, "4": 2, "5": 1},
        "verified_reviews": 0, "verified_percentage": 0.0});
    assert_eq!(stats, expected);
    let sorted = shop.get(format!("{REVIEWS}?sort=lowest_rated&limit=2&offset=1")).await.json();
    let ratings: Vec<_> = sorted["reviews"].as_array().unwrap().iter().map(|review| review["rating"].clone()).collect();
    assert_eq!(ratings, [4, 4]);
    let first = shop.get(format!("{REVIEWS}?limit=3")).await.json();
    let rest = shop.get(format!("{REVIEWS}?limit=3&cursor={}", first["next_cursor"].as_str().unwrap())).await.json();
    assert_eq!((rest["reviews"][0]["rating"].clone(), rest["next_cursor"].clone()), (json!(5), Value::Null));
}
