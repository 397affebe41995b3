//! The page *Members*, and the API of members.

use super::*;

async fn aaa(shop: &Shop) -> Shop {
    let other = shop.beside("aaa").await;
    other.sets(json!({"shop_name": "Aaa Pots"})).await;
    other
}

#[tokio::test]
async fn another_shops_invitation_captures_nobody() {
    let shop = shop().await;
    Visitor::signed_in(&shop, MARA).await;
    let other = aaa(&shop).await;
    member(&other, MARA, "owner").await;

    // The person named no shop, so the email names none. If she names her own shop, the email names it; it never names
    // a shop that only invited her.
    let mara = Visitor::new(&shop);
    for (asked, subject) in [
        ("", "Sign in to your shop’s console"),
        ("fern.live", "Sign in to Fern & Oak"),
        ("aaa.live", "Sign in to your shop’s console"),
    ] {
        mara.cookies.borrow_mut().clear();
        mara.post("/console/sign-in/ask", &[("email", MARA), ("shop", asked)]).await;
        shop.settle().await;
        assert_eq!(sign_in_mails(&shop, MARA).last().unwrap().subject, subject);
        let led = mara.press(&sign_in_link(&shop, MARA)).await;
        assert_eq!(led.header("location"), if asked == "fern.live" { "/console" } else { "/console/shops" });
    }
    assert!(!mara.is_in().await, "nothing is accepted yet");
    let page = mara.get("/console/shops").await.body;
    assert!(page.contains("Fern &#38; Oak") && page.contains("Invited as: Owner") && page.contains(MARA), "{page}");
    mara.choose(&shop).await.leads("/console");
    assert!(mara.get("/console/members").await.body.contains("Fern &#38; Oak"));
    let invited = other.get("/api/v1/members").await.json();
    assert_eq!(invited["members"][0]["joined_at"], json!(null));

    // One invitation is accepted later, in the console; another person declines hers.
    assert!(mara.get("/console/more").await.body.contains("href=\"/console/shops\""));
    let earlier = mara.cookies.borrow()["__Host-console"].clone();
    mara.choose(&other).await.leads("/console");
    assert!(mara.get("/console/members").await.body.contains("Aaa Pots"));
    let stolen = Visitor::new(&shop);
    stolen.cookies.borrow_mut().insert("__Host-console".to_owned(), earlier);
    assert!(!stolen.is_in().await, "the session in the other shop ended");
    mara.choose(&shop).await.leads("/console");
    member(&other, "jo@example.com", "reader").await;
    let jo = Visitor::new(&shop);
    jo.ask("jo@example.com").await;
    jo.press(&sign_in_link(&shop, "jo@example.com")).await;
    jo.post("/console/shops/decline", &[("shop", "aaa.live")]).await;
    assert!(jo.get("/console/shops").await.body.contains("nobody has invited you"));
    assert_eq!(jo.choose(&other).await.header("location"), "/console/shops", "nothing to accept");
    assert_eq!(other.get("/api/v1/members").await.json()["members"].list().len(), 1);
}

#[tokio::test]
async fn invitations_are_limited_by_shop_and_by_address_and_sign_ins_are_not_touched() {
    let shop = shop().await;
    let other = aaa(&shop).await;
    Visitor::signed_in(&shop, MARA).await;
    let invited = |email: &str| {
        let mails = shop.inbox().into_iter().filter(|mail| mail.to == email);
        mails.filter(|mail| mail.subject.starts_with("You are invited")).count()
    };
    for _ in 0..8 {
        let id = member(&other, "jo@example.com", "reader").await;
        other.delete(format!("/api/v1/members/{id}")).await;
    }
    assert_eq!(invited("jo@example.com"), 3);
    for round in 0..12 {
        for number in 0..5 {
            let id = member(&other, &format!("x{round}-{number}@example.com"), "reader").await;
            other.delete(format!("/api/v1/members/{id}")).await;
        }
    }
    let all = shop.inbox().into_iter().filter(|mail| mail.subject == "You are invited to Aaa Pots").count();
    assert_eq!(all, 60);
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
