//! Replies, moderation, deletion.

use super::*;

async fn patch(shop: &Shop, review: &Value, what: &str, body: Value) -> Reply {
    shop.patch(format!("{}{what}", path(review)), &body).await
}

#[tokio::test]
async fn a_reply_is_set_changed_and_removed() {
    let (shop, review) = with_written("Lovely.", "5").await;
    let set_at = json!(format!("{:.3}", shop.now()));
    let replied = shown(&patch(&shop, &review, "/reply", json!({"message": " Thank you! "})).await);
    assert_eq!(replied["reply"], json!({"message": "Thank you!", "createdDate": set_at, "updatedDate": set_at}));
    assert_eq!(replied["revision"], "2");
    shop.jump(MINUTE);
    let changed = shown(&patch(&shop, &review, "/reply", json!({"message": "Thanks!"})).await);
    has(&changed["reply"], json!({"createdDate": set_at, "updatedDate": changed["updatedDate"]}));
    for revision in ["4", "4"] {
        let removed = shown(&shop.delete(format!("{}/reply", path(&review))).await);
        assert_eq!((removed.get("reply"), &removed["revision"]), (None, &json!(revision)), "again changes nothing");
    }
    assert_eq!(history(&shop, &review).await, ["submitted", "published", "replied", "replied", "reply_removed"]);
}

#[tokio::test]
async fn an_invalid_reply_is_400_by_its_path() {
    let (shop, review) = with_review(json!({})).await;
    for (message, rule) in [
        (json!(null), "REQUIRED_FIELD"),
        (json!(" "), "FORMAT"),
        (json!(7), "FORMAT"),
        (json!("x".repeat(10_001)), "MAX_LENGTH"),
    ] {
        let reply = patch(&shop, &review, "/reply", json!({ "message": message })).await;
        assert_eq!(violations(&reply), [("message".to_owned(), rule.to_owned())], "{}", reply.body);
    }
    patch(&shop, &review, "/reply", json!({"message": "x".repeat(10_000)})).await.is(200);
}

#[tokio::test]
async fn a_review_is_rejected_and_approved_by_hand() {
    let (shop, review) = with_written("Lovely.", "1").await;
    let moderated = async |status: &str| shown(&patch(&shop, &review, "/moderate", json!({ "status": status })).await);
    for (status, revision, publish_count) in [("REJECTED", "2", 1), ("REJECTED", "2", 1), ("APPROVED", "3", 2)] {
        let now = moderated(status).await;
        assert_eq!(now["moderation"], json!({"moderationStatus": status, "manuallyChanged": true}));
        assert_eq!((&now["revision"], &now["publishCount"]), (&json!(revision), &json!(publish_count)));
        assert_eq!(got(&shop, &review).await, now);
    }
    assert_eq!(history(&shop, &review).await, ["submitted", "published", "withheld", "published"]);
}

#[tokio::test]
async fn a_status_is_approved_or_rejected() {
    let (shop, review) = with_review(json!({})).await;
    for (status, rule) in [
        (json!(null), "REQUIRED_FIELD"),
        (json!("IN_MODERATION"), "FORMAT"),
        (json!("approved"), "FORMAT"),
        (json!(7), "FORMAT"),
    ] {
        let reply = patch(&shop, &review, "/moderate", json!({ "status": status })).await;
        assert_eq!(violations(&reply), [("status".to_owned(), rule.to_owned())], "{}", reply.body);
    }
}

#[tokio::test]
async fn a_deleted_review_is_answered_as_it_was_and_gone() {
    let (shop, review) = with_written("Lovely.", "5").await;
    assert_eq!(shown(&shop.delete(path(&review)).await), review);
    is_error(&shop.delete(path(&review)).await, 404, "NOT_FOUND");
    for (what, body) in [("/reply", json!({"message": "Thanks."})), ("/moderate", json!({"status": "APPROVED"}))] {
        is_error(&patch(&shop, &review, what, body).await, 404, "NOT_FOUND");
    }
    assert_eq!(history(&shop, &review).await, ["submitted", "published", "removed"]);
}

#[tokio::test]
async fn decisions_about_an_unknown_review_are_404() {
    let shop = Shop::new().await;
    let unknown = json!({"id": STRANGER});
    is_error(&shop.delete(path(&unknown)).await, 404, "NOT_FOUND");
    is_error(&shop.delete(format!("{}/reply", path(&unknown))).await, 404, "NOT_FOUND");
    for (what, body) in [
        ("/reply", json!({"message": "Thanks."})),
        ("/moderate", json!({"status": "REJECTED"})),
        ("", json!({"review": {"revision": "1"}})),
    ] {
        is_error(&patch(&shop, &unknown, what, body).await, 404, "NOT_FOUND");
    }
}
