//! Changing reviews.

use super::*;

async fn update(shop: &Shop, review: &Value, revision: &str, fields: Value) -> Reply {
    shop.patch(path(review), json!({ "review": with(json!({ "revision": revision }), fields) })).await
}

async fn full() -> (Shop, Value) {
    let content = json!({"title": "Lovely", "body": "It holds two cups.", "rating": 5});
    let author = with(contact(1), json!({"authorName": "Jane"}));
    with_review(json!({"content": content, "author": author})).await
}

#[tokio::test]
async fn leaves_of_content_merge_and_null_clears() {
    let (shop, review) = full().await;
    for (revision, fields, content, name) in [
        ("1", json!({"content": {"rating": 2}}), json!(["Lovely", "It holds two cups.", 2]), json!("Jane")),
        ("2", json!({"content": {"title": null}}), json!([null, "It holds two cups.", 2]), json!("Jane")),
        ("3", json!({"content": {"body": null, "title": "Hm"}}), json!(["Hm", null, 2]), json!("Jane")),
        ("4", json!({"author": {"authorName": null}}), json!(["Hm", null, 2]), json!(null)),
        (
            "5",
            json!({"author": {"authorName": "J."}, "content": {"body": "Fine."}}),
            json!(["Hm", "Fine.", 2]),
            json!("J."),
        ),
    ] {
        let now = shown(&update(&shop, &review, revision, fields.clone()).await);
        let shown = &now["content"];
        assert_eq!(json!([shown["title"], shown["body"], shown["rating"]]), content, "{fields}");
        assert_eq!(now["author"].get("authorName").cloned().unwrap_or_default(), name, "{fields}");
        assert_eq!(now["author"]["contactId"], review["author"]["contactId"]);
        assert_eq!(got(&shop, &review).await, now);
    }
    assert_eq!(history(&shop, &review).await[..4], ["imported", "published", "edited", "published"]);
}

#[tokio::test]
async fn readers_see_when_a_program_changed_its_review() {
    let (shop, review) = full().await;
    let public = async || {
        shop.jump(MINUTE);
        shop.reads(format!("/p/fern/{MUG}.json")).await.is(200).json()["reviews"][0].clone()
    };
    has(&public().await, json!({"imported": true, "edited_at": null}));
    update(&shop, &review, "1", json!({"content": {"rating": 2}})).await.is(200);
    let changed = public().await;
    has(&changed, json!({"imported": true, "rating": 2}));
    assert!(changed["edited_at"].is_string(), "{changed}");
}

#[tokio::test]
async fn what_changes_nothing_writes_nothing_and_the_paths_id_counts() {
    let (shop, review) = full().await;
    let mut whole = review.clone();
    whole["id"] = json!("something else");
    for fields in [json!({}), whole] {
        assert_eq!(shown(&update(&shop, &review, "1", fields).await), review);
    }
    assert_eq!(history(&shop, &review).await, ["imported", "published"]);
}

#[tokio::test]
async fn a_stale_revision_is_aborted_and_of_two_writers_one_wins() {
    let (shop, review) = full().await;
    let rate = |rating: u8| update(&shop, &review, "1", json!({"content": {"rating": rating}}));
    let (one, other) = tokio::join!(rate(1), rate(2));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    is_error(&rate(3).await, 409, "ABORTED");
    assert_eq!(got(&shop, &review).await["revision"], "2");
}

#[tokio::test]
async fn a_field_of_an_update_that_breaks_its_rule_is_400_by_its_path() {
    let (shop, review) = full().await;
    let stranger = Guid::parse(crate::dialects::wix::STRANGER).unwrap().to_string();
    for (fields, field, rule) in [
        (json!({"revision": null}), "revision", "REQUIRED_FIELD"),
        (json!({"revision": "one"}), "revision", "FORMAT"),
        (json!({"revision": 1}), "revision", "FORMAT"),
        (json!({"revision": "+1"}), "revision", "FORMAT"),
        (json!({"namespace": "bookings"}), "namespace", "FORMAT"),
        (json!({"entityId": TRAY}), "entityId", "OTHER"),
        (json!({"entityId": "a b"}), "entityId", "FORMAT"),
        (json!({"author": {"contactId": stranger}}), "author.contactId", "OTHER"),
        (json!({"author": {"contactId": "jane"}}), "author.contactId", "FORMAT"),
        (json!({"content": {"rating": null}}), "content.rating", "REQUIRED_FIELD"),
        (json!({"content": {"rating": 0}}), "content.rating", "MIN"),
        (json!({"content": {"body": "x".repeat(3_001)}}), "content.body", "MAX_LENGTH"),
        (json!({"content": {"title": "x".repeat(201)}}), "content.title", "MAX_LENGTH"),
        (json!({"author": {"authorName": "x".repeat(101)}}), "author.authorName", "MAX_LENGTH"),
        (
            json!({"content": {"media": [{"image": {"url": "http://a.example/b"}}]}}),
            "content.media[0].image.url",
            "FORMAT",
        ),
    ] {
        let reply = update(&shop, &review, "1", fields).await;
        assert_eq!(violations(&reply), [(format!("review.{field}"), rule.to_owned())], "{}", reply.body);
    }
    assert_eq!(got(&shop, &review).await, review);
    update(&shop, &review, "1", json!({"namespace": "stores", "entityId": MUG, "author": contact(1)})).await.is(200);
}

#[tokio::test]
async fn a_customers_words_stars_and_name_belong_to_them() {
    let (shop, review) = with_written("Lovely.", "5").await;
    for fields in [
        json!({"content": {"rating": 1}}),
        json!({"content": {"body": "Awful."}}),
        json!({"content": {"title": "Awful"}}),
        json!({"author": {"authorName": null}}),
    ] {
        is_error(&update(&shop, &review, "1", fields).await, 428, "REVIEW_BELONGS_TO_AUTHOR");
    }
    assert_eq!(shown(&update(&shop, &review, "1", review.clone()).await), review, "its own words are no change");
}

#[tokio::test]
async fn an_update_that_has_to_wait_leaves_public_what_is() {
    let (shop, review) = full().await;
    shop.sets(json!({"moderation": "hold"})).await;
    let waiting = shown(&update(&shop, &review, "1", json!({"content": {"rating": 1}})).await);
    assert_eq!((&waiting["content"], &waiting["revision"]), (&review["content"], &json!("2")));
    let again = shown(&update(&shop, &review, "2", json!({"content": {"title": "Hm"}})).await);
    assert_eq!(again["content"], review["content"]);
    let approve = shop.call("PATCH", format!("{}/moderate", path(&review))).json(&json!({"status": "APPROVED"}));
    let approved = shown(&approve.send().await);
    assert_eq!((&approved["content"]["rating"], &approved["content"]["title"]), (&json!(1), &json!("Hm")));
}
