//! What the shop does with reviews: it reads, publishes, withholds, answers and removes them.

use crate::hub::photos;
use crate::support::*;

const REVIEWS: &str = "/api/v1/reviews";
const MUG: &str = "shopify-6824300";

/// A review of a mug that waits for the shop, with its id.
async fn reviewed(shop: &Shop, text: &str, rating: &str) -> u64 {
    let (_, hub) = shop.created(json!({"product_ids": [MUG], "skip_email": true})).await;
    let token = token_of(&hub);
    let form = [("token", token), ("item", "0"), ("rating", rating), ("text", text), ("display_name", "Jane")];
    shop.submit("/review/hub/review", &form).await.is(303);
    newest(shop).await["id"].number()
}

/// Sends the review of a link's first item a moment later, and returns the page that shows it.
async fn sent(shop: &Shop, hub: &str, text: &str) -> String {
    let form = [("token", token_of(hub)), ("item", "0"), ("rating", "4"), ("text", text), ("display_name", "Jane")];
    shop.jump(SECOND);
    shop.submit("/review/hub/review", &form).await.is(303);
    shop.browse(hub).await.body
}

async fn newest(shop: &Shop) -> Value {
    shop.get(REVIEWS).await.is(200).json()["reviews"][0].clone()
}

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
async fn a_review_that_says_how_to_reach_somebody_waits_and_others_are_public_at_once() {
    let shop = Shop::new().await;
    reviewed(&shop, "Lovely.", "5").await;
    let public = newest(&shop).await;
    has(&public, json!({"status": "approved", "rating": 5, "content": "Lovely."}));
    assert_eq!((&public["reviewer_name"], &public["external_product_id"]), (&json!("Jane"), &json!(MUG)));
    shop.jump(SECOND);
    reviewed(&shop, "Call me: 0171 2345678", "1").await;
    assert_eq!(newest(&shop).await["status"], "pending");
    let listed = shop.get(format!("{REVIEWS}?status=pending")).await.json();
    assert_eq!((&listed["total"], listed["reviews"].list().len()), (&json!(1), 1));
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
    let reply = shop.put(format!("{path}/reply"), json!({"text": "Thank you!"})).await.json();
    assert_eq!(reply["reply"]["text"], "Thank you!");
    assert_eq!(shop.get(&path).await.json()["reply"]["text"], "Thank you!");
    let history = shop.get(format!("{path}/history")).await.json();
    let what: Vec<_> = history["history"].list().iter().map(|line| line["what"].text()).collect();
    assert_eq!(what, ["submitted", "published", "withheld", "published", "replied"]);
    assert_eq!(shop.delete(&path).await.json(), json!({"ok": true}));
    assert_eq!(shop.delete(&path).await.json(), json!({"ok": true}), "again");
    shop.get(&path).await.is(404);
    assert_eq!(shop.get(format!("{path}/history")).await.json()["history"].list().len(), 6);
    assert_eq!(shop.get(REVIEWS).await.json()["total"], 0);
}

#[tokio::test]
async fn of_two_moderators_one_wins_and_the_other_gets_412() {
    let shop = Shop::new().await;
    let id = reviewed(&shop, "Lovely.", "4").await;
    let path = format!("{REVIEWS}/{id}");
    let etag = shop.get(&path).await.headers["etag"].clone();
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
async fn if_match_is_one_tag_of_a_list_octet_by_octet() {
    let shop = Shop::new().await;
    let path = format!("{REVIEWS}/{}", reviewed(&shop, "Lovely.", "4").await);
    for (tags, status) in [
        ("\"01\"", 412),
        ("\"+1\"", 412),
        ("1", 412),
        ("W/\"1\"", 412),
        ("\"2\", \"3\"", 412),
        ("", 412),
        ("*", 200),
        ("\"1\"", 200),
        ("\"3\" ,\"1\"", 200),
    ] {
        // The review is already published, so this changes nothing.
        let call = shop.call("PATCH", format!("{path}/approve")).header("if-match", tags).json(&json!({}));
        assert_eq!(call.send().await.status, status, "{tags}");
    }
}

#[tokio::test]
async fn an_edit_of_what_is_public_waits_if_it_says_how_to_reach_somebody() {
    let (shop, _, hub) = Shop::asking(json!({"product_ids": [MUG], "skip_email": true})).await;
    let token = token_of(&hub).to_owned();
    for text in ["Lovely.", "Lovely. www.example.com"] {
        let form = [("token", &*token), ("item", "0"), ("rating", "4"), ("text", text), ("display_name", "")];
        shop.submit("/review/hub/review", &form).await.is(303);
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
        shop.jump(SECOND);
    }
    let id = newest(&shop).await["id"].number();
    shop.call("PATCH", format!("{REVIEWS}/{id}/reject")).send().await;
    let stats = shop.get(format!("{REVIEWS}/stats")).await.json();
    let expected = json!({"total_reviews": 4, "pending_count": 0, "approved_count": 3, "rejected_count": 1,
        "average_rating": 4.3, "reviews_by_rating": {"1": 1, "2": 0, "3": 0, "4": 2, "5": 1},
        "verified_reviews": 0, "verified_percentage": 0.0});
    assert_eq!(stats, expected);
    let sorted = shop.get(format!("{REVIEWS}?sort=lowest_rated&limit=2&offset=1")).await.json();
    let ratings: Vec<_> = sorted["reviews"].list().iter().map(|review| review["rating"].clone()).collect();
    assert_eq!(ratings, [4, 4]);
    let first = shop.get(format!("{REVIEWS}?limit=3")).await.json();
    let rest = shop.get(format!("{REVIEWS}?limit=3&cursor={}", first["next_cursor"].text())).await.json();
    assert_eq!((rest["reviews"][0]["rating"].clone(), rest["next_cursor"].clone()), (json!(5), Value::Null));
}

#[tokio::test]
async fn a_list_is_filtered_by_each_parameter() {
    let shop = Shop::new().await;
    for (text, rating) in [("A lovely mug.", "5"), ("It broke.", "1"), ("Mail me: jane@example.com", "3")] {
        reviewed(&shop, text, rating).await;
        shop.jump(SECOND);
    }
    let id = shop.get(format!("{REVIEWS}?q=BROKE")).await.json()["reviews"][0]["id"].clone();
    shop.put(format!("{REVIEWS}/{id}/reply"), json!({"text": "Sorry!"})).await;
    for (query, ratings) in [
        ("", vec![3, 1, 5]),
        ("?sort=oldest", vec![5, 1, 3]),
        ("?sort=highest_rated", vec![5, 3, 1]),
        ("?sort=lowest_rated", vec![1, 3, 5]),
        ("?status=pending", vec![3]),
        ("?state=published", vec![1, 5]),
        ("?min_rating=2", vec![3, 5]),
        ("?max_rating=3&sort=oldest", vec![1, 3]),
        ("?product_id=6824300", vec![3, 1, 5]),
        ("?product_id=gid://shopify/Product/6824300&status=approved", vec![1, 5]),
        ("?product=shopify-6824300", vec![3, 1, 5]),
        ("?product=@shop", vec![]),
        ("?is_verified=false", vec![3, 1, 5]),
        ("?is_verified=true", vec![]),
        ("?replied=true", vec![1]),
        ("?replied=false", vec![3, 5]),
        ("?q=lovely%20MUG", vec![5]),
        ("?q=jane", vec![3, 1, 5]),
        ("?platform=betterreviews", vec![3, 1, 5]),
        ("?platform=yotpo", vec![]),
        ("?since=2126-01-01T00:00:00Z", vec![]),
        ("?since=9999-12-31T23:59:59Z", vec![]),
        ("?unknown=1", vec![3, 1, 5]),
    ] {
        let listed = shop.get(format!("{REVIEWS}{query}")).await.json();
        let found: Vec<_> = listed["reviews"].list().iter().map(|row| row["rating"].clone()).collect();
        assert_eq!(
            (found, &listed["total"]),
            (ratings.iter().map(|stars| json!(stars)).collect(), &json!(ratings.len())),
            "{query}"
        );
    }
}

#[tokio::test]
async fn a_bad_parameter_is_422_by_its_name() {
    let shop = Shop::new().await;
    for (name, value) in [
        ("status", "public"),
        ("state", "removed"),
        ("min_rating", "0"),
        ("max_rating", "6"),
        ("is_verified", "yes"),
        ("replied", "1"),
        ("product", ""),
        ("product_id", ""),
        ("platform", "etsy"),
        ("q", ""),
        ("since", "yesterday"),
        ("sort", "random"),
        ("limit", "101"),
        ("offset", "10001"),
        ("cursor", "next"),
    ] {
        shop.get(format!("{REVIEWS}?{name}={value}")).await.is_error(422, &format!("invalid_{name}"));
    }
    shop.get(format!("{REVIEWS}?sort=highest_rated&cursor=5")).await.is_error(422, "invalid_cursor");
}

#[tokio::test]
async fn a_reviews_photos_are_shown_with_it() {
    let (shop, _, hub) = Shop::asking(json!({"product_ids": [MUG], "skip_email": true})).await;
    photos::upload(&shop, &hub, &photos::jpeg(40, 20)).await;
    shop.advance(SECOND).await;
    shop.writes(&hub, &[("rating", "5"), ("text", "See."), ("display_name", "")]).await.is(303);
    let review = newest(&shop).await;
    let [photo] = review["photos"].list().as_slice() else { panic!("{review}") };
    assert_eq!((&photo["width"], &photo["height"]), (&json!(40), &json!(20)));
    let url = photo["url"].text();
    assert!(url.contains("X-Amz-Expires=3600"), "{photo}");
    assert_eq!(photos::view(&shop, url).status(), 200);
    let path = format!("{REVIEWS}/{}", review["uuid"].text());
    assert_eq!(shop.get(&path).await.json()["photos"].list().len(), 1);
    shop.delete(&path).await.is(200);
    // S3 does not say that an object is gone to callers who may not list the bucket.
    assert_eq!(photos::view(&shop, url).status(), 403, "its file is deleted");
    assert!(table(&shop.world).await.iter().all(|row| !row["SK"]["S"].text().contains("#photo#")));
}

#[tokio::test]
async fn the_page_says_what_keeps_a_review_from_being_seen() {
    let (shop, _, hub) = Shop::asking(json!({"product_ids": [MUG], "skip_email": true})).await;
    let page = sent(&shop, &hub, "Call 030 1234567.").await;
    page.shows(["because it names a phone number. Without the number, everyone sees it at once."]);
    sent(&shop, &hub, "Lovely.").await.lacks(["because it names", "reads your review first"]);
}

#[tokio::test]
async fn the_page_dates_what_its_author_changed_and_not_what_the_shop_decided() {
    let (shop, _, hub) = Shop::asking(json!({"product_ids": [MUG], "skip_email": true})).await;
    let is_dated = async || shop.browse(&hub).await.body.contains("Edited on");
    sent(&shop, &hub, "Good.").await;
    shop.jump(SECOND);
    let path = format!("{REVIEWS}/{}/reject", newest(&shop).await["id"]);
    shop.patch(path, json!({"reason": "unrelated"})).await.is(200);
    assert!(!is_dated().await, "its author changed nothing");
    sent(&shop, &hub, "Better.").await;
    assert!(is_dated().await);
}

#[tokio::test]
async fn a_customer_takes_a_review_back_and_writes_another() {
    let (shop, _, hub) = Shop::asking(json!({"product_ids": [MUG], "skip_email": true})).await;
    photos::upload(&shop, &hub, &photos::jpeg(40, 20)).await;
    shop.advance(SECOND).await;
    let form = [("token", token_of(&hub)), ("item", "0"), ("rating", "5"), ("text", "Mine."), ("display_name", "Jane")];
    shop.submit("/review/hub/review", &form).await.is(303);
    let first = newest(&shop).await;
    let back = [("token", token_of(&hub)), ("item", "0")];
    shop.submit("/review/hub/withdraw", &back).await.is(200).shows(["Take your review back?"]);
    assert_eq!(newest(&shop).await, first, "asking changes nothing");
    let sure = [&back[..], &[("sure", "yes")]].concat();
    for _ in 0..2 {
        assert_eq!(shop.submit("/review/hub/withdraw", &sure).await.status, 303, "again, too");
    }
    assert_eq!(shop.get(REVIEWS).await.json()["total"], 0);
    assert_eq!(photos::view(&shop, first["photos"][0]["url"].text()).status(), 403, "its file is deleted");
    shop.browse(&hub).await.lacks(["Mine.", "Take my review back"]);
    shop.jump(SECOND);
    shop.submit("/review/hub/review", &form).await.is(303);
    let second = newest(&shop).await;
    assert_ne!(second["id"], first["id"]);
    assert_eq!(second["photos"], json!([]));
    let history = shop.get(format!("{REVIEWS}/{}/history", first["id"])).await.json();
    assert_eq!(history["history"].list().last().unwrap()["what"], "withdrawn");
}

#[tokio::test]
async fn a_review_is_changed_20_times_a_day_at_most() {
    let (shop, _, hub) = Shop::asking(json!({"product_ids": [MUG], "language": "de", "skip_email": true})).await;
    let item = [("token", token_of(&hub)), ("item", "0")];
    let send = async |text: &str| {
        let form = [&item[..], &[("rating", "4"), ("text", text), ("display_name", "")]].concat();
        shop.submit("/review/hub/review", &form).await
    };
    let take_back = async || {
        assert_eq!(shop.submit("/review/hub/withdraw", &[&item[..], &[("sure", "yes")]].concat()).await.status, 303)
    };
    for change in 0..=20 {
        if change % 7 == 6 {
            take_back().await;
        }
        assert_eq!(send(&format!("Version {change}.")).await.status, 303, "{change}");
    }
    assert_eq!(send("Version 20.").await.status, 303, "the same again is no change");
    for _ in 0..2 {
        let refused = send("Once more.").await;
        assert_eq!((refused.status.as_u16(), refused.header("retry-after")), (429, "64800"), "until midnight in UTC");
        refused.shows(["Once more.", "morgen noch einmal"]);
        assert!([json!("Version 20."), Value::Null].contains(&newest(&shop).await["content"]));
        take_back().await;
    }
    shop.jump(HOUR * 18);
    send("Once more.").await.is(303);
    assert_eq!(newest(&shop).await["content"], "Once more.");
}

#[tokio::test]
async fn a_shop_that_holds_reviews_decides_about_each() {
    let shop = Shop::new().await;
    let settings = |body: Value| shop.put("/api/v1/settings", body);
    let set = settings(json!({"moderation": "hold", "public_display": false})).await.json();
    has(&set, json!({"moderation": "hold", "public_display": false}));
    let id = reviewed(&shop, "Lovely.", "5").await;
    assert_eq!(newest(&shop).await["status"], "pending");
    let reject = |body: Value| shop.patch(format!("{REVIEWS}/{id}/reject"), body);
    reject(json!({"reason": "too_few_stars"})).await.is_error(422, "invalid_reason");
    reject(json!({"reason": "fake", "note": 7})).await.is_error(422, "invalid_note");
    reject(json!({"edit": "yes"})).await.is_error(422, "invalid_edit");
    assert_eq!(reject(json!({"reason": "fake", "note": ""})).await.status, 200, "a blank note is none");
    for (field, value) in [("moderation", json!(null)), ("public_display", json!("no"))] {
        settings(json!({field: value})).await.is_error(422, &format!("invalid_{field}"));
    }
}

#[tokio::test]
async fn an_answer_has_a_text_and_a_removal_follows_no_earlier_revision() {
    let shop = Shop::new().await;
    let id = reviewed(&shop, "Lovely.", "5").await;
    shop.put(format!("{REVIEWS}/{id}/reply"), json!({"text": ""})).await.is_error(422, "invalid_text");
    let stale = shop.call("DELETE", format!("{REVIEWS}/{id}")).header("if-match", "\"7\"");
    stale.send().await.is_error(412, "revision_conflict");
}
