//! Invitations: how many leave, and when.

use super::*;

#[tokio::test]
async fn invitations_are_limited_by_shop_and_by_address_and_sign_ins_are_not_touched() {
    let shop = shop().await;
    let other = shop.beside("aaa").await;
    other.sets(json!({"shop_name": "Aaa Pots"})).await;
    Visitor::signed_in(&shop, MARA).await;
    let invite = async |email: String| {
        let id = member(&other, &email, "reader").await;
        other.delete(format!("/api/v1/members/{id}")).await;
    };
    let invited = || shop.inbox().into_iter().filter(|mail| mail.subject == "You are invited to Aaa Pots").count();
    for _ in 0..8 {
        invite("jo@example.com".to_owned()).await;
    }
    assert_eq!(invited(), 3);
    for number in 0..60 {
        invite(format!("x{number}@example.com")).await;
    }
    assert_eq!(invited(), 60);
    let before = sign_in_mails(&shop, MARA).len();
    Visitor::new(&shop).ask(MARA).await;
    assert_eq!(sign_in_mails(&shop, MARA).len(), before + 1);
}

/// The sender of a notification whose claim takes 15 seconds has too little time to call the provider.
#[tokio::test]
async fn an_invitation_for_which_no_time_is_left_leaves_later_and_once() {
    let shop = shop().await;
    shop.post("/api/v1/members", json!({"email": "jo@example.com", "role": "reader"})).await.is(201);
    shop.slows("TransactWriteItems", SECOND * 15);
    shop.settle().await;
    shop.heals();
    let invited = || shop.inbox().iter().filter(|mail| mail.to == "jo@example.com").count();
    assert_eq!(invited(), 0);
    shop.advance(MINUTE * 20).await;
    assert_eq!(invited(), 1);
}
