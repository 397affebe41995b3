//! Writing a review without having been asked: how long an answer takes and what it stores.
//! `tests/stories/hub/write.story` tells of the rest.

use crate::support::*;

#[tokio::test]
async fn every_address_gets_the_same_answer_after_a_second_and_of_unknown_ones_nothing_is_stored() {
    let shop = Shop::new().await;
    shop.aws().hurry(1_000);
    for email in ["jane@example.com", "max@example.com"] {
        let order = json!({"status": "delivered", "currency": "EUR", "lines": [], "buyer": {"email": email}});
        shop.put(format!("/api/v1/orders/{email}"), order).await.is(200);
    }
    shop.suppresses("max@example.com").await;
    let (before, mut answers) = (table(&shop.world).await, BTreeSet::new());
    for email in ["june@example.com", "max@example.com", "jane@example.com"] {
        if email == "jane@example.com" {
            let mut stored = table(&shop.world).await.into_iter().filter(|row| !before.contains(row));
            assert!(stored.all(|row| row["PK"]["S"].text().starts_with("LINKS#")));
        }
        let waited = shop.aws().waited();
        let reply = shop.submit(&format!("/review/write/fern/{MUG}"), &[("email", email)]).await.is(200);
        assert!(shop.aws().waited() - waited >= Duration::from_secs(1), "{email}");
        answers.insert(reply.body.replace(email, "…"));
        shop.settle().await;
    }
    assert_eq!(answers.len(), 1, "{answers:?}");
    let [mail] = &shop.inbox()[..] else { panic!("one email") };
    assert_eq!(mail.to, "jane@example.com");
}
