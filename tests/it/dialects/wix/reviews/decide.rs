//! Replies and moderation.

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
    let (shop, review) = with_written("Lovely.", "5").await;
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
    let (shop, review) = with_written("Lovely.", "5").await;
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
